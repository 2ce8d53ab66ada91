/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-question-list.h"

#include <glib/gi18n.h>
#include "ldr-order.h"
#include "model/ldr-id.h"
#include "model/ldr-text.h"

#define KEY_ID "ldr-question-id"
#define KEY_MINUTES "ldr-question-minutes"
#define DEFAULT_MINUTES 2

struct _LdrQuestionList
{
  AdwBin parent_instance;

  GtkListBox *list;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrQuestionList, ldr_question_list, ADW_TYPE_BIN)

static void
emit_changed (LdrQuestionList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The number follows the place. */
static void
number_rows (LdrQuestionList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      /* Translators: the label of an entry for a question; %d is its number */
      g_autofree char *title = g_strdup_printf (_ ("Question %d"), i + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/* Without selecting, so that the next key replaces nothing; off the screen there is no focus to give. */
static void
focus_row (GtkWidget *row)
{
  if (gtk_widget_get_root (row) != NULL)
    adw_entry_row_grab_focus_without_selecting (ADW_ENTRY_ROW (row));
}

static void
moved_cb (gpointer object, int from, int to)
{
  LdrQuestionList *self = object;
  g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, from)));

  gtk_list_box_remove (self->list, row);
  gtk_list_box_insert (self->list, row, to);
  number_rows (self);
  focus_row (row);
  emit_changed (self);
}

/* --- How long an answer takes ----------------------------------------------------------------------------------------
 */

static GtkSpinButton *
get_minutes (gpointer row)
{
  return g_object_get_data (row, KEY_MINUTES);
}

static void
show_minutes (GtkMenuButton *button, GtkSpinButton *spin)
{
  int minutes = gtk_spin_button_get_value_as_int (spin);
  /* Translators: short for minutes, on a small button */
  g_autofree char *label = g_strdup_printf (_ ("%d min"), minutes);

  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (button)), label);
}

static GtkWidget *
make_minutes (LdrQuestionList *self, GtkWidget *row, int minutes)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Minutes for an answer"));
  GtkWidget *spin = gtk_spin_button_new_with_range (LDR_PROMPT_MIN_MINUTES, LDR_PROMPT_MAX_MINUTES, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), minutes);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  /* A label without the arrow: on a narrow screen the question needs the room. */
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (NULL));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Minutes for an Answer"));
  show_minutes (GTK_MENU_BUTTON (button), GTK_SPIN_BUTTON (spin));
  g_object_set_data (G_OBJECT (row), KEY_MINUTES, spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (show_minutes), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return button;
}

/* --- Rows ------------------------------------------------------------------------------------------------------------
 */

static void
bring_back_cb (AdwToast *toast, LdrQuestionList *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (toast), "row");

  if (gtk_widget_get_parent (row) != NULL)
    return;
  gtk_list_box_insert (self->list, row, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toast), "place")));
  number_rows (self);
  emit_changed (self);
}

static void
remove_cb (LdrQuestionList *self, GtkButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  g_object_ref (row);
  gtk_list_box_remove (self->list, row);
  number_rows (self);
  next = gtk_list_box_get_row_at_index (self->list, MAX (place - 1, 0));
  if (next != NULL)
    focus_row (GTK_WIDGET (next));
  if (gtk_editable_get_text (GTK_EDITABLE (row))[0] != '\0')
    {
      g_autoptr (AdwToast) toast = adw_toast_new (_ ("Question removed"));

      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_object_set_data_full (G_OBJECT (toast), "row", g_object_ref (row), g_object_unref);
      g_object_set_data (G_OBJECT (toast), "place", GINT_TO_POINTER (place));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_DEFAULT);
      g_signal_emit (self, signals[SIGNAL_REMOVED], 0, toast);
    }
  g_object_unref (row);
  emit_changed (self);
}

static GtkWidget *
add_row (LdrQuestionList *self, const char *id, const char *text, int minutes)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *handle = ldr_order_handle_new ();

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (discard, "flat");
  gtk_widget_set_tooltip_text (discard, _ ("Remove Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove question"), -1);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), handle);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_minutes (self, row, minutes));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), discard);
  g_object_set_data_full (G_OBJECT (row), KEY_ID, g_strdup (id), g_free);
  ldr_order_enable (GTK_LIST_BOX_ROW (row), handle, moved_cb, self);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  /* Enter goes on to the next question, as on paper. */
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (ldr_question_list_add), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
ldr_question_list_class_init (LdrQuestionListClass *klass)
{
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", LDR_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_question_list_init (LdrQuestionList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  number_rows (self);
}

/**
 * ldr_question_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
ldr_question_list_new (void)
{
  return g_object_new (LDR_TYPE_QUESTION_LIST, NULL);
}

/**
 * ldr_question_list_set_prompts:
 * @self: a list
 * @prompts: (element-type LdrPrompt): questions of the user's own
 *
 * Shows questions, to be changed.
 */
void
ldr_question_list_set_prompts (LdrQuestionList *self, GPtrArray *prompts)
{
  g_return_if_fail (LDR_IS_QUESTION_LIST (self));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < prompts->len; i++)
    {
      const LdrPrompt *prompt = g_ptr_array_index (prompts, i);

      add_row (self, prompt->facts.id, prompt->wording.to_leader, prompt->facts.minutes);
    }
  number_rows (self);
}

/**
 * ldr_question_list_get_prompts:
 * @self: a list
 *
 * Returns: (transfer full) (element-type LdrPrompt): the questions in their order, without those that are empty
 */
GPtrArray *
ldr_question_list_get_prompts (LdrQuestionList *self)
{
  GPtrArray *prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      g_autofree char *text = ldr_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), LDR_TEXT_LINE);

      if (text[0] != '\0')
        g_ptr_array_add (prompts, ldr_prompt_new_own (g_object_get_data (G_OBJECT (row), KEY_ID), text,
                                                      gtk_spin_button_get_value_as_int (get_minutes (row))));
    }
  return prompts;
}

/**
 * ldr_question_list_add:
 * @self: a list
 *
 * Adds an empty question at the end, with the cursor in it; one that is empty already is used first.
 */
void
ldr_question_list_add (LdrQuestionList *self)
{
  g_autofree char *id = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (LDR_IS_QUESTION_LIST (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_editable_get_text (GTK_EDITABLE (row))[0] == '\0')
      {
        focus_row (GTK_WIDGET (row));
        return;
      }
  id = ldr_id_new ();
  row = GTK_LIST_BOX_ROW (add_row (self, id, "", DEFAULT_MINUTES));
  number_rows (self);
  focus_row (GTK_WIDGET (row));
}
