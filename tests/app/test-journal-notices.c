/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>

#include "app/editor/ldr-notice-mark.h"
#include "app/journal/ldr-entry-pane.h"
#include "app/journal/ldr-versions-dialog.h"
#include "content/ldr-style-text.h"
#include "ldr-journal-testing.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-notices.h"

/* What a leader asked to notice, on the entry: from the journal to a mark, and from the mark back to the journal. */

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  GtkWidget *pane;
  AdwToast *toast;
} Fixture;

static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_mark (gpointer data)
{
  return find_widget (((Fixture *) data)->pane, LDR_TYPE_NOTICE_MARK, NULL) != NULL;
}

static gboolean
has_no_mark (gpointer data)
{
  return !has_mark (data);
}

static void
keep_toast_cb (Fixture *self, AdwToast *toast)
{
  g_set_object (&self->toast, toast);
}

static gpointer
ask_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const phrases[] = { "just quickly", NULL };

  return ldr_store_set_notice_words (store, LDR_STYLE_NINJA, phrases, error) ? g_strdup ("") : NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_free (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("Busy", "I'll just quickly do it.", 0);
  g_autoptr (LdrEntry) saved = NULL;
  gboolean done = FALSE;

  self->journal = ldr_testing_create_journal (0);
  saved = ldr_testing_save_entry (self->journal, entry);
  self->pane = g_object_new (LDR_TYPE_ENTRY_PANE, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), self->pane);
  g_signal_connect_swapped (self->pane, "toast", G_CALLBACK (keep_toast_cb), self);
  ldr_entry_pane_set_journal (LDR_ENTRY_PANE (self->pane), self->journal);
  ldr_entry_pane_show_entry (LDR_ENTRY_PANE (self->pane), saved, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  ldr_testing_run_for (200);
  g_assert_true (has_no_mark (self));

  /* Words that are asked for while the entry is open are marked at once. */
  ldr_journal_run_async (self->journal, ask_func, NULL, NULL, g_free, NULL, done_cb, &done);
  ldr_testing_wait_for (is_true, &done);
  ldr_testing_wait_for (has_mark, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->toast);
  ldr_entry_pane_set_journal (LDR_ENTRY_PANE (self->pane), NULL);
  g_assert_true (has_no_mark (self));
  g_assert_null (find_widget (self->pane, GTK_TYPE_BUTTON, "Not _This Time"));
  gtk_window_destroy (GTK_WINDOW (self->window));
  ldr_testing_run_for (50);
  ldr_testing_close_journal (self->journal);
}

static void
press (Fixture *self, const char *label)
{
  GtkWidget *button;

  g_signal_emit_by_name (find_widget (self->pane, LDR_TYPE_NOTICE_MARK, NULL), "clicked");
  button = find_widget (self->pane, GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ldr_testing_run_for (100);
}

static gboolean
is_saved (gpointer pane)
{
  return ldr_draft_is_clean (ldr_entry_pane_get_draft (pane));
}

static LdrStyleSet
get_pitfalls (Fixture *self)
{
  ldr_testing_wait_for (is_saved, self->pane);

  return ldr_draft_get_entry (ldr_entry_pane_get_draft (LDR_ENTRY_PANE (self->pane)))->pitfalls;
}

static void
test_note (Fixture *self, gconstpointer data)
{
  press (self, "_Note the Pitfall");
  g_assert_cmpuint (get_pitfalls (self), ==, LDR_STYLE_BIT (LDR_STYLE_NINJA));
  g_assert_true (gtk_widget_has_css_class (find_widget (self->pane, LDR_TYPE_NOTICE_MARK, NULL), "noted"));
  g_assert_nonnull (self->toast);
  g_signal_emit_by_name (self->toast, "button-clicked");
  g_assert_cmpuint (get_pitfalls (self), ==, LDR_STYLE_SET_NONE);
  g_assert_false (gtk_widget_has_css_class (find_widget (self->pane, LDR_TYPE_NOTICE_MARK, NULL), "noted"));
}

static gboolean
is_taken_back (gpointer data)
{
  Fixture *self = data;
  g_autoptr (LdrEntry) entry
      = ldr_testing_get_entry (self->journal, g_object_get_data (G_OBJECT (self->toast), "entry"));

  return entry->pitfalls == LDR_STYLE_SET_NONE;
}

/* Undone after another entry was opened. */
static void
test_note_undone_later (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) other = ldr_entry_new ();

  press (self, "_Note the Pitfall");
  g_assert_cmpuint (get_pitfalls (self), ==, LDR_STYLE_BIT (LDR_STYLE_NINJA));
  ldr_entry_pane_show_entry (LDR_ENTRY_PANE (self->pane), other, NULL);
  g_assert_true (has_no_mark (self));
  g_signal_emit_by_name (self->toast, "button-clicked");
  ldr_testing_wait_for (is_taken_back, self);
}

/* Dismissed for this entry and these words, also when it is opened again; undone by the toast. */
static void
test_dismiss (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry
      = ldr_entry_ref (ldr_draft_get_entry (ldr_entry_pane_get_draft (LDR_ENTRY_PANE (self->pane))));
  g_autoptr (LdrEntry) other = ldr_testing_make_entry ("Other", "Just quickly, once more.", 60);
  g_autoptr (LdrEntry) saved = ldr_testing_save_entry (self->journal, other);

  press (self, "Not _This Time");
  ldr_testing_wait_for (has_no_mark, self);
  g_assert_cmpuint (get_pitfalls (self), ==, LDR_STYLE_SET_NONE);
  ldr_entry_pane_show_entry (LDR_ENTRY_PANE (self->pane), saved, NULL);
  ldr_testing_wait_for (has_mark, self);
  ldr_entry_pane_show_entry (LDR_ENTRY_PANE (self->pane), entry, NULL);
  ldr_testing_run_for (300);
  g_assert_true (has_no_mark (self));
  g_signal_emit_by_name (self->toast, "button-clicked");
  ldr_testing_wait_for (has_mark, self);
}

/* A new entry is in the journal before anything is kept about it. */
static void
test_dismiss_in_new (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) fresh = ldr_testing_make_entry ("New", "Just quickly.", 120);

  ldr_entry_pane_show_entry (LDR_ENTRY_PANE (self->pane), fresh, NULL);
  ldr_testing_wait_for (has_mark, self);
  press (self, "Not _This Time");
  ldr_testing_wait_for (has_no_mark, self);
  g_assert_cmpint (ldr_draft_get_entry (ldr_entry_pane_get_draft (LDR_ENTRY_PANE (self->pane)))->revision, ==, 1);
}

static gpointer
keep_version_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrEntry *entry = data;

  for (int number = 1; number <= 2; number++)
    {
      g_autoptr (LdrEntry) old = ldr_entry_copy (entry);
      g_autoptr (LdrRevision) revision = NULL;

      ldr_entry_set_text (old, number == 1 ? "It was calm." : "Just quickly, and just quickly.\n\nAgain just quickly.");
      old->pitfalls = LDR_STYLE_SET_NONE;
      old->revision = number;
      old->changed = entry->created + number;
      revision = ldr_revision_new (number, old->changed, old);
      if (!ldr_store_import_revision (store, revision, error))
        return NULL;
    }
  return g_strdup ("");
}

static guint
count_hints (GtkWidget *widget, const char **label)
{
  guint n = GTK_IS_IMAGE (widget) && gtk_widget_has_css_class (widget, "notice-mark");

  if (n > 0)
    *label = gtk_widget_get_tooltip_text (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_hints (child, label);

  return n;
}

static gboolean
has_versions (gpointer dialog)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (dialog, GTK_TYPE_LIST_BOX, NULL));

  return gtk_list_box_get_row_at_index (list, 1) != NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

/* An earlier version has the marks that it had while it was the text, and they go with it. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  LdrEntry *entry = ldr_draft_get_entry (ldr_entry_pane_get_draft (LDR_ENTRY_PANE (self->pane)));
  g_autofree char *said = NULL;
  gboolean done = FALSE;
  const char *label = NULL;
  GtkListBox *list;
  AdwDialog *dialog;

  ldr_journal_run_async (self->journal, keep_version_func, ldr_entry_ref (entry), (GDestroyNotify) ldr_entry_unref,
                         g_free, NULL, done_cb, &done);
  ldr_testing_wait_for (is_true, &done);
  dialog = ldr_versions_dialog_new (self->journal, entry, TRUE);
  adw_dialog_present (dialog, self->pane);
  ldr_testing_wait_for (has_versions, dialog);
  list = GTK_LIST_BOX (find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX, NULL));
  g_assert_cmpuint (count_hints (GTK_WIDGET (dialog), &label), ==, 2);
  said = g_strdup_printf ("You asked me to notice this: “just quickly” (%s)",
                          ldr_style_get_pitfall_name (LDR_STYLE_NINJA));
  g_assert_cmpstr (label, ==, said);
  g_assert_true (says (GTK_WIDGET (dialog), said));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  ldr_testing_run_for (100);
  g_assert_cmpuint (count_hints (GTK_WIDGET (dialog), &label), ==, 0);
  g_assert_false (says (GTK_WIDGET (dialog), said));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  ldr_testing_run_for (100);
  g_assert_cmpuint (count_hints (GTK_WIDGET (dialog), &label), ==, 2);
  adw_dialog_force_close (dialog);
  ldr_testing_run_for (100);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/journal-notices/note", test_note },         { "/journal-notices/note-undone-later", test_note_undone_later },
    { "/journal-notices/dismiss", test_dismiss },   { "/journal-notices/dismiss-in-new", test_dismiss_in_new },
    { "/journal-notices/versions", test_versions },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
