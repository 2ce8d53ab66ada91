/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-choices.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-trouble.h"
#include "app/widgets/ldr-ask-line.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-export-memory.h"
#include "model/ldr-id.h"

/**
 * LdrExportChoices:
 *
 * A row to start from: what is ready-made, what the owner saved, and what stands there now, which can be saved too.
 */
struct _LdrExportChoices
{
  AdwBin parent_instance;

  GtkWidget *row;
  GtkStringList *items;
  GtkWidget *menu_button;
  GSimpleActionGroup *actions;

  LdrJournal *journal;
  GPtrArray *saved;
  /* What the form says now. */
  LdrExportChoice *present;
  /* The saved choice that was started from, or what is to be that once it is saved. */
  char *from;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LdrExportChoices, ldr_export_choices, ADW_TYPE_BIN)

static guint chosen_signal;

static LdrExportChoice *
find_saved (LdrExportChoices *self, guint *position)
{
  for (guint i = 0; self->from != NULL && i < self->saved->len; i++)
    {
      LdrExportChoice *it = g_ptr_array_index (self->saved, i);

      if (g_str_equal (it->id, self->from))
        {
          if (position != NULL)
            *position = LDR_N_EXPORT_READY_MADE + i;
          return it;
        }
    }
  return NULL;
}

static guint
get_own_position (LdrExportChoices *self)
{
  return LDR_N_EXPORT_READY_MADE + self->saved->len;
}

static void
select_row (LdrExportChoices *self, guint position)
{
  gboolean showing = self->showing;

  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), position);
  self->showing = showing;
}

/* --- What can be done with a choice --- */

/* The present choice under the name and the id of a saved one. */
static LdrExportChoice *
make_like (LdrExportChoices *self, const LdrExportChoice *saved)
{
  LdrExportChoice *choice = ldr_export_choice_copy (self->present);

  ldr_export_choice_set_id (choice, saved->id);
  ldr_export_choice_set_name (choice, saved->name);
  return choice;
}

/* Whether the form says something else than a saved choice. */
static gboolean
differs_from (LdrExportChoices *self, const LdrExportChoice *saved)
{
  g_autoptr (LdrExportChoice) like = make_like (self, saved);

  return !ldr_export_choice_equal (like, saved);
}

/* A name in a menu, in which a line under a letter means something. */
static void
append_named (GMenu *menu, const char *format, const char *name, const char *action)
{
  g_autoptr (GString) label = g_string_new (name);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (label, "_", "__", 0);
  g_string_replace (text, "%s", label->str, 1);
  g_menu_append (menu, text->str, action);
}

static void
set_enabled (LdrExportChoices *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)),
                               enabled);
}

static void
update_menu (LdrExportChoices *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  LdrExportChoice *saved = find_saved (self, NULL);
  gboolean possible
      = self->journal != NULL && self->present != NULL && ldr_export_choice_validate (self->present, NULL);
  gboolean differs = FALSE;

  g_menu_append (menu, _ ("_Save This Choice…"), "choices.save");
  if (saved != NULL)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      differs = differs_from (self, saved);
      /* Translators: %s is the name of a saved choice of what goes out */
      append_named (section, _ ("_Keep Changes in “%s”"), saved->name, "choices.update");
      /* Translators: %s is the name of a saved choice of what goes out */
      append_named (section, _ ("_Rename “%s”…"), saved->name, "choices.rename");
      /* Translators: %s is the name of a saved choice of what goes out */
      append_named (section, _ ("_Delete “%s”"), saved->name, "choices.delete");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  set_enabled (self, "save", possible);
  set_enabled (self, "update", possible && saved != NULL && differs);
  set_enabled (self, "rename", saved != NULL);
  set_enabled (self, "delete", saved != NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}

static void
show_saved (LdrExportChoices *self, GPtrArray *saved)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row)), position;
  const LdrExportChoice *from;

  for (guint i = 0; i < saved->len; i++)
    g_ptr_array_add (names, ((LdrExportChoice *) g_ptr_array_index (saved, i))->name);
  g_ptr_array_add (names, NULL);
  self->showing = TRUE;
  gtk_string_list_splice (self->items, LDR_N_EXPORT_READY_MADE, self->saved->len, (const char *const *) names->pdata);
  g_ptr_array_unref (self->saved);
  self->saved = g_ptr_array_ref (saved);
  from = find_saved (self, &position);
  if (from != NULL && !differs_from (self, from))
    selected = position;
  else if (selected >= LDR_N_EXPORT_READY_MADE)
    selected = get_own_position (self);
  select_row (self, selected);
  self->showing = FALSE;
  update_menu (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportChoices) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) saved = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL)
    return;
  if (saved != NULL)
    show_saved (self, saved);
  else
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_SAVE, error);
}

/* Has the journal do something with a choice, and shows what is there then. */
static void
run (LdrExportChoices *self, LdrJournalFunc func, const LdrExportChoice *choice)
{
  if (self->journal != NULL)
    ldr_journal_run_async (self->journal, func, choice != NULL ? ldr_export_choice_copy (choice) : NULL,
                           choice != NULL ? (GDestroyNotify) ldr_export_choice_unref : NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, saved_cb, g_object_ref (self));
}

static void
named_cb (GtkWidget *owner, const char *line, gpointer data)
{
  LdrExportChoices *self = LDR_EXPORT_CHOICES (owner);
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_copy (self->present);
  g_autofree char *id = ldr_id_new ();

  ldr_export_choice_set_id (choice, id);
  ldr_export_choice_set_name (choice, line);
  g_set_str (&self->from, id);
  run (self, ldr_export_save_choice_func, choice);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_ask_line (
      data, _ ("Save This Choice"),
      _ ("It stands in the list from now on. Private notes are never part of it: they are asked for each time."),
      _ ("Name of the choice"), "", _ ("_Save"), named_cb, NULL, NULL);
}

static void
update_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrExportChoices *self = data;
  LdrExportChoice *saved = find_saved (self, NULL);
  g_autoptr (LdrExportChoice) choice = saved != NULL ? make_like (self, saved) : NULL;

  if (choice != NULL)
    run (self, ldr_export_save_choice_func, choice);
}

static void
renamed_cb (GtkWidget *owner, const char *line, gpointer data)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_copy (data);

  ldr_export_choice_set_name (choice, line);
  run (LDR_EXPORT_CHOICES (owner), ldr_export_save_choice_func, choice);
}

static void
rename_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrExportChoice *saved = find_saved (data, NULL);

  if (saved != NULL)
    ldr_ask_line (data, _ ("Rename Choice"), NULL, _ ("Name of the choice"), saved->name, _ ("_Rename"), renamed_cb,
                  ldr_export_choice_ref (saved), (GDestroyNotify) ldr_export_choice_unref);
}

static void
undo_cb (LdrExportChoices *self, AdwToast *toast)
{
  LdrExportChoice *choice = g_object_get_data (G_OBJECT (toast), "choice");

  g_set_str (&self->from, choice->id);
  run (self, ldr_export_save_choice_func, choice);
}

static void
delete_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrExportChoices *self = data;
  LdrExportChoice *saved = find_saved (self, NULL);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (saved == NULL)
    return;
  title = g_strdup_printf (_ ("“%s” is deleted"), saved->name);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  /* It does not wait until an earlier one has been read. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "choice", ldr_export_choice_ref (saved),
                          (GDestroyNotify) ldr_export_choice_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  run (self, ldr_export_delete_choice_func, saved);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
selected_cb (LdrExportChoices *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  g_autoptr (LdrExportChoice) choice = NULL;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION || selected >= get_own_position (self))
    return;
  if (selected < LDR_N_EXPORT_READY_MADE)
    {
      choice = ldr_export_choice_new_ready_made ((LdrExportReadyMade) selected);
      g_clear_pointer (&self->from, g_free);
      /* Whoever it is for is no matter of what is ready-made. */
      if (self->present != NULL)
        ldr_export_choice_set_for_whom (choice, self->present->for_whom);
    }
  else
    {
      choice = ldr_export_choice_ref (g_ptr_array_index (self->saved, selected - LDR_N_EXPORT_READY_MADE));
      g_set_str (&self->from, choice->id);
    }
  g_signal_emit (self, chosen_signal, 0, choice);
}

/* --- An object --- */

static void
ldr_export_choices_dispose (GObject *object)
{
  LdrExportChoices *self = LDR_EXPORT_CHOICES (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->items);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_pointer (&self->present, ldr_export_choice_unref);
  g_clear_pointer (&self->from, g_free);

  G_OBJECT_CLASS (ldr_export_choices_parent_class)->dispose (object);
}

static void
ldr_export_choices_class_init (LdrExportChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_choices_dispose;

  /**
   * LdrExportChoices::chosen:
   * @self: choices
   * @choice: what is to go out now
   *
   * Somebody starts from this.
   */
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_EXPORT_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, LDR_TYPE_EXPORT_CHOICE);
}

static const GActionEntry entries[] = {
  { .name = "save", .activate = save_action },
  { .name = "update", .activate = update_action },
  { .name = "rename", .activate = rename_action },
  { .name = "delete", .activate = delete_action },
};

static void
ldr_export_choices_init (LdrExportChoices *self)
{
  const char *const names[] = { _ ("Session Notes"),
                                _ ("Action List"),
                                _ ("Progress Report"),
                                _ ("The Whole Journal"),
                                C_ ("export", "Your Own Choice"),
                                NULL };
  GtkWidget *group = adw_preferences_group_new ();

  self->saved = g_ptr_array_new ();
  self->items = gtk_string_list_new (names);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choices", G_ACTION_GROUP (self->actions));
  self->row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Start from"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (self->items));
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Save and Manage Choices"));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->menu_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  adw_bin_set_child (ADW_BIN (self), group);
  update_menu (self);
}

/**
 * ldr_export_choices_new:
 *
 * Returns: (transfer floating): the ready-made choices, of which the first is chosen
 */
GtkWidget *
ldr_export_choices_new (void)
{
  return g_object_new (LDR_TYPE_EXPORT_CHOICES, NULL);
}

/**
 * ldr_export_choices_set_journal:
 * @self: choices
 * @journal: (nullable): an open journal, in which the owner's own are kept
 */
void
ldr_export_choices_set_journal (LdrExportChoices *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_EXPORT_CHOICES (self));

  g_set_object (&self->journal, journal);
  run (self, ldr_export_get_choices_func, NULL);
  update_menu (self);
}

/**
 * ldr_export_choices_set_present:
 * @self: choices
 * @choice: what is to go out as the form stands
 * @altered: whether that is another thing than what was started from
 */
void
ldr_export_choices_set_present (LdrExportChoices *self, const LdrExportChoice *choice, gboolean altered)
{
  g_return_if_fail (LDR_IS_EXPORT_CHOICES (self));

  g_clear_pointer (&self->present, ldr_export_choice_unref);
  self->present = ldr_export_choice_copy (choice);
  if (altered)
    select_row (self, get_own_position (self));
  update_menu (self);
}
