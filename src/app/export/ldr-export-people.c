/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-people.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-trouble.h"
#include "app/widgets/ldr-ask-line.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-export-describe.h"
#include "ldr-export-memory.h"
#include "ldr-export-person.h"

/**
 * LdrExportPeople:
 *
 * Everybody who is named, and below them the names that the journal remembers, found this time or not.
 */
struct _LdrExportPeople
{
  AdwBin parent_instance;

  GtkWidget *found;
  GtkWidget *remembered;
  GPtrArray *rows;
  GPtrArray *remembered_rows;
  LdrJournal *journal;
  /* Added by hand, until the pages are looked through for it. */
  char *added;
};

G_DEFINE_FINAL_TYPE (LdrExportPeople, ldr_export_people, ADW_TYPE_BIN)

static guint decided_signal;

/* --- Telling the journal --- */

static LdrKnownName *
copy_said (const LdrKnownName *said)
{
  return ldr_known_name_new (said->name, said->kind, said->role);
}

/* What could not be remembered does not hold: the pages are looked at anew, and the rows with them. */
static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportPeople) self = data;
  g_autoptr (GError) error = NULL;

  if (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error) == NULL && self->journal != NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_SAVE, error);
      g_signal_emit (self, decided_signal, 0, FALSE);
    }
}

/* The pages that are shown are not those of what is decided now: whoever shows them hears of it at once, and what it
 * asks the journal comes after this. */
static void
tell (LdrExportPeople *self, LdrJournalFunc func, const LdrKnownName *said)
{
  if (self->journal == NULL)
    return;
  ldr_journal_run_async (self->journal, func, copy_said (said), (GDestroyNotify) ldr_known_name_free, NULL, NULL,
                         told_cb, g_object_ref (self));
  g_signal_emit (self, decided_signal, 0,
                 func == ldr_export_know_name_func && said->kind == LDR_KNOWN_PERSON
                     && !ldr_export_known_is_kept (said));
}

static void
undo_forget_cb (LdrExportPeople *self, AdwToast *toast)
{
  tell (self, ldr_export_know_name_func, g_object_get_data (G_OBJECT (toast), "said"));
}

static void
undo_word_cb (LdrExportPeople *self, AdwToast *toast)
{
  tell (self, ldr_export_forget_name_func, g_object_get_data (G_OBJECT (toast), "said"));
}

static void
offer_undo (LdrExportPeople *self, const char *format, const LdrKnownName *said, GCallback undo)
{
  g_autoptr (GString) title = g_string_new (format);
  AdwToast *toast;

  g_string_replace (title, "%s", said->name, 1);
  toast = adw_toast_new (title->str);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  /* It does not wait until an earlier one has been read. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "said", copy_said (said), (GDestroyNotify) ldr_known_name_free);
  g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_SWAPPED);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
said_cb (LdrExportPeople *self, LdrKnownName *said)
{
  if (said->kind == LDR_KNOWN_WORD)
    /* Translators: %s is a word that looked like a name */
    offer_undo (self, _ ("“%s” is nobody’s name"), said, G_CALLBACK (undo_word_cb));
  tell (self, ldr_export_know_name_func, said);
}

static void
forget_cb (LdrExportPeople *self, GtkWidget *button)
{
  const LdrKnownName *said = g_object_get_data (G_OBJECT (button), "said");

  /* Translators: %s is a name */
  offer_undo (self, _ ("“%s” is forgotten"), said, G_CALLBACK (undo_forget_cb));
  tell (self, ldr_export_forget_name_func, said);
}

static void
added_cb (GtkWidget *owner, const char *line, gpointer data)
{
  LdrExportPeople *self = LDR_EXPORT_PEOPLE (owner);
  g_autoptr (LdrKnownName) said = ldr_known_name_new (line, LDR_KNOWN_PERSON, "");

  g_set_str (&self->added, said->name);
  tell (self, ldr_export_know_name_func, said);
}

static void
add_cb (LdrExportPeople *self)
{
  ldr_ask_line (
      GTK_WIDGET (self), _ ("Add a Name"),
      _ ("The search did not find somebody? What you write here is looked for from now on, and is kept in the "
         "journal only."),
      _ ("Name, as it is written"), "", _ ("_Add"), added_cb, NULL, NULL);
}

/* --- Rows of those who were found --- */

static gboolean
shows (LdrExportPeople *self, GPtrArray *names)
{
  if (names->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!ldr_export_person_shows (g_ptr_array_index (self->rows, i), g_ptr_array_index (names, i)))
      return FALSE;
  return TRUE;
}

/* Whose rows are open, so that they can be opened again, and in which somebody is. */
static GHashTable *
clear_rows (LdrExportPeople *self, char **focused)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (open, g_strdup (ldr_export_person_get_name (LDR_EXPORT_PERSON (row))));
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        g_set_str (focused, ldr_export_person_get_name (LDR_EXPORT_PERSON (row)));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->found), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  return open;
}

static void
make_rows (LdrExportPeople *self, const LdrExportPreview *preview)
{
  g_autofree char *focused = NULL;
  g_autoptr (GHashTable) open = clear_rows (self, &focused);

  for (guint i = 0; i < preview->names->len; i++)
    {
      const LdrExportName *name = g_ptr_array_index (preview->names, i);
      GtkWidget *row = ldr_export_person_new (name, preview->request->today);

      g_ptr_array_add (self->rows, row);
      g_signal_connect_object (row, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->found), row);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (open, name->name));
      if (g_strcmp0 (focused, name->name) == 0)
        ldr_export_person_focus (LDR_EXPORT_PERSON (row));
    }
}

/* --- Rows of what is remembered --- */

static GtkWidget *
make_remembered_row (LdrExportPeople *self, const LdrKnownName *said)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *subtitle = ldr_export_describe_said (said);
  /* Translators: a button; %s is a name */
  g_autofree char *label = g_strdup_printf (_ ("Forget “%s”"), said->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), said->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "said", copy_said (said), (GDestroyNotify) ldr_known_name_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_remembered (LdrExportPeople *self, GPtrArray *known)
{
  AdwExpanderRow *parent = ADW_EXPANDER_ROW (self->remembered);
  g_autofree char *subtitle = g_strdup_printf (
      ngettext ("%u name, only in this journal", "%u names, only in this journal", known->len), known->len);
  gboolean focused = (gtk_widget_get_state_flags (self->remembered) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  for (guint i = 0; i < self->remembered_rows->len; i++)
    adw_expander_row_remove (parent, g_ptr_array_index (self->remembered_rows, i));
  g_ptr_array_set_size (self->remembered_rows, 0);
  for (guint i = 0; i < known->len; i++)
    {
      GtkWidget *row = make_remembered_row (self, g_ptr_array_index (known, i));

      g_ptr_array_add (self->remembered_rows, row);
      adw_expander_row_add_row (parent, row);
    }
  adw_expander_row_set_subtitle (parent, subtitle);
  gtk_widget_set_visible (self->remembered, known->len > 0);
  if (focused && known->len > 0)
    gtk_widget_grab_focus (self->remembered);
}

/* Whoever adds somebody hears whether that helped. */
static void
tell_of_added (LdrExportPeople *self, GPtrArray *names)
{
  g_autofree char *added = g_steal_pointer (&self->added);
  g_autofree char *text = NULL;

  for (guint i = 0; added != NULL && i < names->len; i++)
    if (g_str_equal (((const LdrExportName *) g_ptr_array_index (names, i))->name, added))
      return;
  if (added == NULL)
    return;
  /* Translators: %s is a name */
  text = g_strdup_printf (_ ("“%s” is not on these pages, and is remembered"), added);
  ldr_toast_say (GTK_WIDGET (self), text);
}

/* --- An object --- */

static void
ldr_export_people_dispose (GObject *object)
{
  LdrExportPeople *self = LDR_EXPORT_PEOPLE (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->remembered_rows, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_free);

  G_OBJECT_CLASS (ldr_export_people_parent_class)->dispose (object);
}

static void
ldr_export_people_class_init (LdrExportPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_people_dispose;

  /**
   * LdrExportPeople::decided:
   * @self: people
   * @replaces: whether a name is to be replaced
   *
   * What goes out names people otherwise now.
   */
  decided_signal = g_signal_new ("decided", LDR_TYPE_EXPORT_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_BOOLEAN);
}

static void
ldr_export_people_init (LdrExportPeople *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *more = adw_preferences_group_new ();
  GtkWidget *add = adw_button_row_new ();

  self->rows = g_ptr_array_new ();
  self->remembered_rows = g_ptr_array_new ();
  self->found = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->found), _ ("Who Is in It"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->found),
                                         _ ("This list helps; it cannot find everything. Read the pages too."));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (add), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _ ("_Add a Name…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (add), "list-add-symbolic");
  g_signal_connect_object (add, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  self->remembered = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->remembered), _ ("Remembered Names"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remembered), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remembered Names"), -1);
  gtk_widget_set_visible (self->remembered, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more), add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more), self->remembered);
  gtk_box_append (GTK_BOX (box), self->found);
  gtk_box_append (GTK_BOX (box), more);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ldr_export_people_new:
 *
 * Returns: (transfer floating): nobody yet
 */
GtkWidget *
ldr_export_people_new (void)
{
  return g_object_new (LDR_TYPE_EXPORT_PEOPLE, NULL);
}

/**
 * ldr_export_people_set_journal:
 * @self: people
 * @journal: (nullable): an open journal, which remembers what is decided
 */
void
ldr_export_people_set_journal (LdrExportPeople *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_EXPORT_PEOPLE (self));

  g_set_object (&self->journal, journal);
}

/**
 * ldr_export_people_show:
 * @self: people
 * @preview: what goes out
 *
 * Shows who is in it. Whoever is at a row stays there while nobody comes or goes.
 */
void
ldr_export_people_show (LdrExportPeople *self, LdrExportPreview *preview)
{
  g_return_if_fail (LDR_IS_EXPORT_PEOPLE (self));

  if (!shows (self, preview->names))
    make_rows (self, preview);
  for (guint i = 0; i < preview->names->len; i++)
    ldr_export_person_show (g_ptr_array_index (self->rows, i), preview, g_ptr_array_index (preview->names, i));
  show_remembered (self, preview->known);
  tell_of_added (self, preview->names);
}
