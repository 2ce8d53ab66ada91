/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "app/editor/ldr-editor.h"
#include "app/reflection/ldr-order.h"
#include "app/reflection/ldr-path-dialog.h"
#include "app/reflection/ldr-path-editor.h"
#include "app/reflection/ldr-path-jobs.h"
#include "app/reflection/ldr-question-list.h"
#include "app/reflection/ldr-reflection-draft.h"
#include "app/reflection/ldr-reflection-page.h"
#include "app/reflection/ldr-reflection-start.h"
#include "app/today/ldr-question-card.h"
#include "app/today/ldr-today-drafts.h"
#include "app/today/ldr-today-page.h"
#include "ldr-journal-testing.h"

/* --- Finding and pressing --------------------------------------------------------------------------------------------
 */

typedef struct
{
  GtkWidget *top;
  GType type;
  const char *text;
} Wanted;

static const char *
text_of (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  return "";
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || g_str_equal (text_of (widget), text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return find (wanted->top, wanted->type, wanted->text) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_there (data);
}

static GtkWidget *
wait_for (GtkWidget *top, GType type, const char *text)
{
  Wanted wanted = { top, type, text };

  ldr_testing_wait_for (is_there, &wanted);
  return find (top, type, text);
}

static void
wait_until_gone (GtkWidget *top, GType type, const char *text)
{
  Wanted wanted = { top, type, text };

  ldr_testing_wait_for (is_gone, &wanted);
}

static void
press (GtkWidget *top, const char *label)
{
  GtkWidget *button = wait_for (top, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
can_press (GtkWidget *top, const char *label)
{
  GtkWidget *button = find (top, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();
  AdwNavigationPage *page
      = ADW_IS_NAVIGATION_PAGE (child) ? ADW_NAVIGATION_PAGE (child) : adw_navigation_page_new (child, "Page");

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 640);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
write_answer (GtkWidget *page, const char *text)
{
  GtkTextView *view = ldr_editor_get_view (LDR_EDITOR (wait_for (page, LDR_TYPE_EDITOR, NULL)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* --- What the journal holds ------------------------------------------------------------------------------------------
 */

static gboolean
is_over (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_reflections (store, error);
}

static GPtrArray *
list_drafts (LdrJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *drafts;

  ldr_journal_run_async (journal, list_func, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                         ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  drafts = ldr_journal_run_finish (journal, result, NULL);
  g_assert_nonnull (drafts);
  return drafts;
}

static LdrOwnThings *
read_own (LdrJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_own_read_async (journal, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  return ldr_own_read_finish (journal, result, NULL);
}

static gboolean
flush (GtkWidget *page)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_reflection_page_flush_async (LDR_REFLECTION_PAGE (page), NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  return ldr_reflection_page_flush_finish (LDR_REFLECTION_PAGE (page), result, NULL);
}

static LdrReflection *
make_reflection (void)
{
  LdrReflection *reflection = ldr_reflection_new ("some-path", "Three questions");

  ldr_reflection_add_step (reflection, "one", "One?", "");
  ldr_reflection_add_step (reflection, "two", "Two?", "");
  ldr_reflection_add_step (reflection, "three", "Three?", "");
  reflection->pitfalls = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  return reflection;
}

static void
keep_reflection_cb (gpointer object, LdrReflection *reflection, LdrReflection **kept)
{
  *kept = ldr_reflection_ref (reflection);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* --- The page --------------------------------------------------------------------------------------------------------
 */

/* One question after the other: skipped, answered, gone back to, closed with what was at work, and an entry at the end.
 */
static void
test_whole_way (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrReflection) reflection = make_reflection ();
  g_autoptr (LdrReflection) finished = NULL;
  GtkWidget *page = ldr_reflection_page_new (journal, reflection);
  GtkWidget *window = present (page);
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  g_signal_connect (page, "finished", G_CALLBACK (keep_reflection_cb), &finished);
  wait_for (page, GTK_TYPE_LABEL, "One?");
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "Question 1 of 3"));
  g_assert_false (can_press (page, "_Next"));
  g_assert_false (can_press (page, "_Back"));
  press (page, "_Skip");
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "Two?"));
  write_answer (page, "Second.");
  g_assert_false (can_press (page, "_Skip"));
  press (page, "_Next");
  write_answer (page, "Third.");
  press (page, "_Next");
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "What was at work here?"));
  press (page, "_Back");
  press (page, "_Back");
  press (page, "_Back");
  write_answer (page, "First.");
  press (page, "_Next");
  press (page, "_Next");
  press (page, "_Next");
  press (page, "_Finish");
  ldr_testing_wait_for (is_set, &finished);
  g_assert_cmpstr (finished->id, ==, reflection->id);
  entry = ldr_testing_get_entry (journal, reflection->id);
  g_assert_cmpstr (entry->title, ==, "Three questions");
  g_assert_cmpstr (entry->text, ==, "## One?\n\nFirst.\n\n## Two?\n\nSecond.\n\n## Three?\n\nThird.");
  g_assert_cmpuint (entry->pitfalls, ==, LDR_STYLE_BIT (LDR_STYLE_NINJA));
  drafts = list_drafts (journal);
  g_assert_cmpuint (drafts->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

/* Nothing is kept of a page that was only looked at; words are kept within a second; with the last word the draft goes.
 */
static void
test_saves_itself (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrReflection) reflection = make_reflection ();
  GtkWidget *page = ldr_reflection_page_new (journal, reflection);
  GtkWidget *window = present (page);
  g_autoptr (GPtrArray) before = NULL, after = NULL, emptied = NULL;

  wait_for (page, GTK_TYPE_LABEL, "One?");
  press (page, "_Skip");
  g_assert_true (flush (page));
  before = list_drafts (journal);
  g_assert_cmpuint (before->len, ==, 0);

  write_answer (page, "Half a thought");
  ldr_testing_run_for (1000);
  after = list_drafts (journal);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (((LdrReflection *) g_ptr_array_index (after, 0))->at, ==, 1);
  g_assert_cmpstr (ldr_reflection_get_step (g_ptr_array_index (after, 0), 1)->answer, ==, "Half a thought");

  write_answer (page, "");
  g_assert_true (flush (page));
  emptied = list_drafts (journal);
  g_assert_cmpuint (emptied->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

/* A draft goes on where it was left. */
static void
test_goes_on (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrReflection) reflection = make_reflection ();
  GtkWidget *page, *window;
  g_autofree char *text = NULL;

  ldr_reflection_set_answer (reflection, 1, "Half a thought");
  reflection->at = 1;
  page = ldr_reflection_page_new (journal, reflection);
  window = present (page);
  wait_for (page, GTK_TYPE_LABEL, "Two?");
  text = ldr_editor_get_text (LDR_EDITOR (find (page, LDR_TYPE_EDITOR, NULL)));
  g_assert_cmpstr (text, ==, "Half a thought");
  g_assert_true (can_press (page, "_Next"));
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

/* The journal's file is away: it is told, nothing is lost, and what was not safe is not called so. */
static void
test_cannot_save (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autofree char *away = g_strconcat (ldr_journal_get_path (journal), ".away", NULL);
  g_autoptr (LdrReflection) reflection = make_reflection ();
  GtkWidget *page = ldr_reflection_page_new (journal, reflection);
  GtkWidget *window = present (page);
  g_autoptr (GPtrArray) drafts = NULL;

  wait_for (page, GTK_TYPE_LABEL, "One?");
  g_assert_cmpint (g_rename (ldr_journal_get_path (journal), away), ==, 0);
  write_answer (page, "Not lost");
  g_assert_false (flush (page));
  wait_for (page, GTK_TYPE_LABEL, "Not saved");
  g_assert_true (gtk_widget_get_mapped (wait_for (page, GTK_TYPE_BUTTON, "_Save a Copy Elsewhere…")));
  g_assert_cmpint (g_rename (away, ldr_journal_get_path (journal)), ==, 0);
  press (page, "_Try Again");
  wait_for (page, GTK_TYPE_LABEL, "Saved");
  drafts = list_drafts (journal);
  g_assert_cmpstr (ldr_reflection_get_step (g_ptr_array_index (drafts, 0), 0)->answer, ==, "Not lost");
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

static LdrReflection *
collect_copy (gpointer data)
{
  return ldr_reflection_copy (data);
}

static gboolean
has_a_draft (gpointer journal)
{
  g_autoptr (GPtrArray) drafts = list_drafts (journal);

  return drafts->len == 1;
}

/* A save that comes while the entry is being made, or after it: the same words make no draft, and no other is lost. */
static void
test_late_words (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrReflection) screen = make_reflection ();
  g_autofree char *id = g_strdup (screen->id);

  for (int late = 0; late < 2; late++)
    {
      LdrReflectionDraft *draft = ldr_reflection_draft_new (journal, screen, collect_copy, screen);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (LdrReflection) finished = NULL;
      g_autoptr (GPtrArray) drafts = NULL;

      ldr_reflection_set_answer (screen, 0, "In time");
      ldr_reflection_draft_finish_async (draft, ldr_testing_keep_result_cb, &result);
      if (late)
        ldr_reflection_set_answer (screen, 0, "In time, and a word too late");
      ldr_reflection_draft_touch (draft);
      ldr_testing_wait_for (is_over, &result);
      finished = ldr_reflection_draft_finish_finish (draft, result, NULL);
      g_assert_cmpstr (finished->id, ==, id);
      if (late)
        ldr_testing_wait_for (has_a_draft, journal);
      drafts = list_drafts (journal);
      g_assert_cmpuint (drafts->len, ==, late ? 1 : 0);
      if (late)
        g_assert_cmpstr (ldr_reflection_get_step (g_ptr_array_index (drafts, 0), 0)->answer, ==,
                         "In time, and a word too late");
      g_object_unref (draft);
    }
  ldr_testing_close_journal (journal);
}

/* --- Today -----------------------------------------------------------------------------------------------------------
 */

static char *
get_question (GtkWidget *page)
{
  GtkWidget *card = wait_for (page, LDR_TYPE_QUESTION_CARD, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (card)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "title-2"))
      return g_strdup (gtk_label_get_text (GTK_LABEL (child)));
  g_assert_not_reached ();
}

typedef struct
{
  GtkWidget *page;
  const char *before;
} Turn;

static gboolean
is_another (gpointer data)
{
  const Turn *turn = data;
  g_autofree char *question = get_question (turn->page);

  return !g_str_equal (question, turn->before);
}

static void
test_today (void)
{
  LdrJournal *journal = ldr_testing_create_journal (3);
  GtkWidget *page = ldr_today_page_new ();
  GtkWidget *window = present (page);
  g_autoptr (LdrReflection) first = NULL, second = NULL;
  g_autofree char *question = NULL, *other = NULL;

  g_signal_connect (page, "reflect", G_CALLBACK (keep_reflection_cb), &first);
  ldr_today_page_set_journal (LDR_TODAY_PAGE (page), journal);
  wait_for (page, GTK_TYPE_LABEL, "Entry 2");
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "Recent"));
  g_assert_null (find (page, GTK_TYPE_LABEL, "A year ago today"));
  g_assert_null (find (page, GTK_TYPE_LABEL, "Go on with"));
  question = get_question (page);
  press (page, "_Reflect");
  g_assert_cmpstr (ldr_reflection_get_step (first, 0)->question, ==, question);
  press (page, "_Another Question");
  ldr_testing_wait_for (is_another, &(Turn) { page, question });
  other = get_question (page);
  g_signal_handlers_disconnect_by_data (page, &first);
  g_signal_connect (page, "reflect", G_CALLBACK (keep_reflection_cb), &second);
  press (page, "_Reflect");
  g_assert_cmpstr (ldr_reflection_get_step (second, 0)->question, ==, other);
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

static gpointer
finish_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_finish_reflection (store, data, error);
}

static gpointer
unfinish_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_unfinish_reflection (store, data, error)
                 && ldr_store_delete_reflection (store, ((LdrReflection *) data)->id, error)
             ? ldr_entry_new ()
             : NULL;
}

static void
run_with (LdrJournal *journal, LdrJournalFunc func, LdrReflection *reflection)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LdrEntry) entry = NULL;

  ldr_journal_run_async (journal, func, ldr_reflection_ref (reflection), (GDestroyNotify) ldr_reflection_unref,
                         (GDestroyNotify) ldr_entry_unref, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  entry = ldr_journal_run_finish (journal, result, NULL);
  g_assert_nonnull (entry);
}

/* The answer to the question of the day is taken back: it is asked again. */
static void
test_question_undone (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  GtkWidget *page = ldr_today_page_new ();
  GtkWidget *window = present (page);
  g_autoptr (LdrReflection) reflection = NULL;
  g_autofree char *question = NULL, *again = NULL;

  g_signal_connect (page, "reflect", G_CALLBACK (keep_reflection_cb), &reflection);
  ldr_today_page_set_journal (LDR_TODAY_PAGE (page), journal);
  press (page, "_Reflect");
  question = get_question (page);
  ldr_reflection_set_answer (reflection, 0, "An answer");
  run_with (journal, finish_func, reflection);
  wait_until_gone (page, GTK_TYPE_BUTTON, "_Reflect");
  run_with (journal, unfinish_func, reflection);
  wait_for (page, GTK_TYPE_BUTTON, "_Reflect");
  again = get_question (page);
  g_assert_cmpstr (again, ==, question);
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

static void
show_toast_cb (gpointer object, AdwToast *toast, AdwToast **kept)
{
  *kept = g_object_ref (toast);
}

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_reflection (store, data, error) ? g_strdup ("") : NULL;
}

static void
save_draft (LdrJournal *journal, LdrReflection *reflection)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *done = NULL;

  ldr_journal_run_async (journal, save_func, ldr_reflection_ref (reflection), (GDestroyNotify) ldr_reflection_unref,
                         g_free, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  done = ldr_journal_run_finish (journal, result, NULL);
  g_assert_nonnull (done);
}

/* A draft is offered as soon as there is one, and it can be thrown away and brought back. */
static void
test_drafts (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  GtkWidget *page = ldr_today_page_new ();
  GtkWidget *window = present (page);
  g_autoptr (LdrReflection) reflection = make_reflection ();
  g_autoptr (LdrTodayDrafts) drafts = ldr_today_drafts_new ();
  g_autoptr (AdwToast) toast = NULL;
  g_autoptr (GPtrArray) back = NULL;

  ldr_reflection_set_answer (reflection, 0, "Half a thought");
  ldr_today_page_set_journal (LDR_TODAY_PAGE (page), journal);
  wait_for (page, GTK_TYPE_BUTTON, "_Reflect");
  save_draft (journal, reflection);
  wait_for (page, ADW_TYPE_ACTION_ROW, "Three questions");

  ldr_today_drafts_set_journal (drafts, journal);
  g_signal_connect (drafts, "toast", G_CALLBACK (show_toast_cb), &toast);
  ldr_today_drafts_discard (drafts, reflection);
  wait_until_gone (page, ADW_TYPE_ACTION_ROW, "Three questions");
  ldr_testing_wait_for (is_set, &toast);
  g_signal_emit_by_name (toast, "button-clicked");
  wait_for (page, ADW_TYPE_ACTION_ROW, "Three questions");
  back = list_drafts (journal);
  g_assert_cmpuint (back->len, ==, 1);
  ldr_today_drafts_set_journal (drafts, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_close_journal (journal);
}

/* --- Paths -----------------------------------------------------------------------------------------------------------
 */

static void
keep_path_cb (gpointer object, LdrPath *path, LdrPath **kept)
{
  *kept = ldr_path_ref (path);
}

static GtkWidget *
find_entry_row (GtkWidget *top, const char *title)
{
  return wait_for (top, ADW_TYPE_ENTRY_ROW, title);
}

static gboolean
has_own_path (gpointer journal)
{
  g_autoptr (LdrOwnThings) own = read_own (journal);

  return own->paths->len == 1;
}

/* A path is made, is there to be chosen, and what was written is kept when the dialog is closed over it. */
static void
test_own_path (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  GtkWidget *window = present (adw_bin_new ());
  AdwDialog *dialog = ldr_path_dialog_new (journal);
  g_autoptr (LdrOwnThings) own = NULL;
  g_autoptr (LdrPath) chosen = NULL;
  GtkWidget *row;

  adw_dialog_present (dialog, window);
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Week review");
  gtk_widget_activate_action (find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, NULL), "paths.new", NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_entry_row (GTK_WIDGET (dialog), "Title")), "Before the stand-up");
  press (GTK_WIDGET (dialog), "_Add Question");
  gtk_editable_set_text (GTK_EDITABLE (find_entry_row (GTK_WIDGET (dialog), "Question 1")), "Who has news?");
  press (GTK_WIDGET (dialog), "_Add Question");
  gtk_editable_set_text (GTK_EDITABLE (find_entry_row (GTK_WIDGET (dialog), "Question 2")), "What did {name} hear?");
  adw_dialog_force_close (dialog);
  ldr_testing_wait_for (has_own_path, journal);
  own = read_own (journal);
  g_assert_cmpstr (ldr_path_get_title (g_ptr_array_index (own->paths, 0)), ==, "Before the stand-up");
  g_assert_cmpuint (((LdrPath *) g_ptr_array_index (own->paths, 0))->steps->len, ==, 2);

  dialog = ldr_path_dialog_new (journal);
  g_signal_connect (dialog, "chosen", G_CALLBACK (keep_path_cb), &chosen);
  adw_dialog_present (dialog, window);
  row = wait_for (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Before the stand-up");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ldr_testing_wait_for (is_set, &chosen);
  g_assert_cmpstr (ldr_path_get_title (chosen), ==, "Before the stand-up");
  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_run_for (50);
  ldr_testing_close_journal (journal);
}

/* Without a question there is nothing to keep; without a title it is called what it is. */
static void
test_editor_path (void)
{
  GtkWidget *editor = g_object_ref_sink (ldr_path_editor_new (NULL));
  GtkWidget *window = present (editor);
  g_autoptr (LdrPath) path = NULL;

  g_assert_false (ldr_path_editor_is_changed (LDR_PATH_EDITOR (editor)));
  g_assert_null (ldr_path_editor_dup_path (LDR_PATH_EDITOR (editor)));
  press (editor, "_Add Question");
  gtk_editable_set_text (GTK_EDITABLE (find (editor, ADW_TYPE_ENTRY_ROW, "Question 1")), "Who has news?");
  g_assert_true (ldr_path_editor_is_changed (LDR_PATH_EDITOR (editor)));
  path = ldr_path_editor_dup_path (LDR_PATH_EDITOR (editor));
  g_assert_cmpstr (ldr_path_get_title (path), ==, "Path without a title");
  g_assert_cmpuint (path->steps->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (editor);
}

/* A row that moves keeps its words: nothing is selected that the next key would replace. */
static void
test_moving (void)
{
  GtkWidget *list = ldr_question_list_new ();
  GtkWidget *window = present (list);
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);
  g_autoptr (GPtrArray) moved = NULL;
  GtkWidget *row;
  int start, end;

  g_ptr_array_add (prompts, ldr_prompt_new_own ("one", "One?", 2));
  g_ptr_array_add (prompts, ldr_prompt_new_own ("two", "Two?", 3));
  ldr_question_list_set_prompts (LDR_QUESTION_LIST (list), prompts);
  row = wait_for (list, ADW_TYPE_ENTRY_ROW, "Question 2");
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), -1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Question 1");
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (row), &start, &end));
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), -1);
  moved = ldr_question_list_get_prompts (LDR_QUESTION_LIST (list));
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_cmpstr (((LdrPrompt *) g_ptr_array_index (moved, 0))->facts.id, ==, "two");
  g_assert_cmpint (((LdrPrompt *) g_ptr_array_index (moved, 0))->facts.minutes, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/reflection/whole-way", test_whole_way);
  g_test_add_func ("/reflection/saves-itself", test_saves_itself);
  g_test_add_func ("/reflection/goes-on", test_goes_on);
  g_test_add_func ("/reflection/cannot-save", test_cannot_save);
  g_test_add_func ("/reflection/late-words", test_late_words);
  g_test_add_func ("/today/question", test_today);
  g_test_add_func ("/today/question-undone", test_question_undone);
  g_test_add_func ("/today/drafts", test_drafts);
  g_test_add_func ("/paths/own", test_own_path);
  g_test_add_func ("/paths/editor", test_editor_path);
  g_test_add_func ("/paths/moving", test_moving);
  return g_test_run ();
}
