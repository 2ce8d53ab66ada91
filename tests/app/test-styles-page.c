/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>

#include "app/styles/ldr-compare-page.h"
#include "app/styles/ldr-filling.h"
#include "app/styles/ldr-measurements-page.h"
#include "app/styles/ldr-notice-editor.h"
#include "app/styles/ldr-profile-view.h"
#include "app/styles/ldr-questionnaire-page.h"
#include "app/styles/ldr-result-page.h"
#include "app/styles/ldr-style-page.h"
#include "app/styles/ldr-styles-page.h"
#include "chart/ldr-chart-area.h"
#include "ldr-journal-testing.h"
#include "ldr-widget-testing.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-notices.h"

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  LdrStylesPage *page;
} Stage;

/* --- Looking --- */

/* A button or row with these words somewhere in it. */
static GtkWidget *
find_control (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget) || !ldr_testing_says (widget, words))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_control (child, words);

      if (found != NULL)
        return found;
    }
  return GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) ? widget : NULL;
}

/* --- Acting --- */

static void
click (Stage *stage, const char *words)
{
  GtkWidget *control = find_control (stage->window, words);

  g_assert_nonnull (control);
  g_assert_true (gtk_widget_activate (control));
}

static gboolean
press_in (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static gboolean
press (Stage *stage, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *page = ldr_testing_find_widget (stage->window, LDR_TYPE_QUESTIONNAIRE_PAGE);

  g_assert_nonnull (page);
  return press_in (page, keyval, modifiers);
}

/* --- The journal --- */

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_assessments (store, NULL, error);
}

static gpointer
words_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_notice_words (store, error);
}

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_assessment (store, data, error) ? g_strdup ("") : NULL;
}

static GPtrArray *
list_assessments (Stage *stage)
{
  return ldr_testing_run (stage->journal, list_func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* A finished one in which every reaction or rating on the same side of the screen was chosen. */
static void
add_measurement (Stage *stage, const char *questionnaire, const char *observer, int shown)
{
  g_autoptr (LdrFilling) filling = ldr_filling_new (ldr_questionnaire_find (questionnaire), observer);

  while (!ldr_filling_is_over (filling))
    ldr_filling_answer (filling, shown);
  g_free (ldr_testing_run (stage->journal, save_func, filling->assessment, g_free));
}

static void
open_stage (Stage *stage)
{
  stage->journal = ldr_testing_create_journal (0);
  stage->window = adw_window_new ();
  stage->page = ldr_styles_page_new ();
  adw_window_set_content (ADW_WINDOW (stage->window), GTK_WIDGET (stage->page));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1000, 800);
  gtk_window_present (GTK_WINDOW (stage->window));
}

/* Shows the journal, until the page says these words. */
static void
show_journal (Stage *stage, const char *words)
{
  ldr_styles_page_set_journal (stage->page, stage->journal);
  ldr_testing_wait_for_words (stage->window, words);
}

static void
show_questionnaire (Stage *stage, const char *questionnaire, const char *words)
{
  ldr_styles_page_set_journal (stage->page, stage->journal);
  ldr_styles_page_start (stage->page, questionnaire);
  ldr_testing_wait_for_words (stage->window, words);
}

static void
show_style (Stage *stage, LdrStyle style, const char *words)
{
  ldr_styles_page_set_journal (stage->page, stage->journal);
  ldr_styles_page_show_style (stage->page, style);
  ldr_testing_wait_for_words (stage->window, words);
}

static void
close_stage (Stage *stage)
{
  ldr_styles_page_set_journal (stage->page, NULL);
  ldr_testing_run_for (50);
  g_object_add_weak_pointer (G_OBJECT (stage->page), (gpointer *) &stage->page);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  ldr_testing_run_for (300);
  g_assert_null (stage->page);
  ldr_testing_close_journal (stage->journal);
}

/* --- Tests --- */

static void
test_first_step (void)
{
  Stage stage;

  open_stage (&stage);
  show_journal (&stage, "There is no measurement of your own yet.");
  g_assert_null (ldr_testing_find_widget (stage.window, LDR_TYPE_CHART_AREA));
  g_assert_nonnull (find_control (stage.window, "Start the Questionnaire"));
  g_assert_null (find_control (stage.window, "All Measurements"));
  close_stage (&stage);
}

static void
test_profile (void)
{
  Stage stage;
  int width;

  open_stage (&stage);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "Eva", 2);
  add_measurement (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", 4);
  show_journal (&stage, "Your profile");
  ldr_testing_wait_for_words (stage.window, "1 observer sees");
  gtk_test_accessible_assert_property (ldr_testing_find_widget (stage.window, LDR_TYPE_CHART_AREA),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Your profile");
  ldr_testing_check_names (stage.window);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ldr_testing_find_widget (stage.window, ADW_TYPE_TOGGLE_GROUP)),
                                    "table");
  ldr_testing_wait_for_words (stage.window, "Observers");
  g_assert_null (ldr_testing_find_widget (stage.window, LDR_TYPE_CHART_AREA));
  /* The table fits on a screen of 360 pixels, with longer words too. */
  gtk_widget_measure (ldr_testing_find_widget (stage.window, LDR_TYPE_PROFILE_VIEW), GTK_ORIENTATION_HORIZONTAL, -1,
                      &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 250);
  close_stage (&stage);
}

/* The keys answer and go back; each answer is in the journal at once; what was left goes on where it was; and at the
 * end stands what came of it. */
static void
test_questionnaire (void)
{
  Stage stage;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) finished = NULL;

  open_stage (&stage);
  show_questionnaire (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "Who answers?");
  ldr_testing_check_names (stage.window);
  g_assert_false (press (&stage, GDK_KEY_1, 0));
  click (&stage, "Begin");
  ldr_testing_wait_for_words (stage.window, "Situation 1 of 20");
  ldr_testing_check_names (stage.window);
  g_assert_true (press (&stage, GDK_KEY_1, 0));
  ldr_testing_wait_for_words (stage.window, "Situation 2 of 20");
  g_assert_false (press (&stage, GDK_KEY_3, 0));
  g_assert_true (press (&stage, GDK_KEY_BackSpace, 0));
  ldr_testing_wait_for_words (stage.window, "Situation 1 of 20");
  g_assert_true (press (&stage, GDK_KEY_2, 0));
  g_assert_true (press (&stage, GDK_KEY_KP_1, 0));
  g_assert_true (press (&stage, GDK_KEY_Left, GDK_ALT_MASK));
  ldr_testing_wait_for_words (stage.window, "Situation 2 of 20");
  g_assert_true (press (&stage, GDK_KEY_1, 0));
  saved = list_assessments (&stage);
  g_assert_cmpuint (saved->len, ==, 1);
  g_assert_cmpuint (ldr_assessment_count_answers (g_ptr_array_index (saved, 0)), ==, 2);
  g_assert_true (press (&stage, GDK_KEY_Escape, 0));
  ldr_testing_wait_for_words (stage.window, "Continue (2 of 20)");

  click (&stage, "Continue (2 of 20)");
  ldr_testing_wait_for_words (stage.window, "Situation 3 of 20");
  for (int i = 3; i <= 20; i++)
    g_assert_true (press (&stage, GDK_KEY_2, 0));
  ldr_testing_wait_for_words (stage.window, "A style says what has been practised");
  ldr_testing_wait_until_gone (stage.window, "Situation");
  finished = list_assessments (&stage);
  g_assert_cmpuint (finished->len, ==, 1);
  g_assert_cmpint (((LdrAssessment *) g_ptr_array_index (finished, 0))->finished, >, 0);
  close_stage (&stage);
}

static void
test_ratings (void)
{
  Stage stage;

  open_stage (&stage);
  show_questionnaire (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "Who answers?");
  click (&stage, "Begin");
  ldr_testing_wait_for_words (stage.window, "Statement 1 of 20");
  click (&stage, "nearly always");
  ldr_testing_wait_for_words (stage.window, "Statement 2 of 20");
  for (int i = 2; i <= 20; i++)
    g_assert_true (press (&stage, GDK_KEY_1 + i % 5, 0));
  ldr_testing_wait_for_words (stage.window, "A pitfall is a strength used once too often");
  ldr_testing_wait_for_words (stage.window, "Lost in the details");
  close_stage (&stage);
}

/* Observers stand beside the leader's own answers, with the latest of each, and by themselves where there are no
 * others. */
static void
test_observed_pitfalls (void)
{
  Stage stage;

  open_stage (&stage);
  add_measurement (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "Eva", 1);
  ldr_testing_run_for (5);
  add_measurement (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "Eva", 3);
  show_journal (&stage, "1 observer: 3.0 of 5, regularly");
  g_assert_false (ldr_testing_says (stage.window, "Measured on"));
  ldr_styles_page_show_style (stage.page, LDR_STYLE_NINJA);
  ldr_testing_wait_for_words (stage.window, "You have not noted it in an entry yet.");
  g_assert_true (
      ldr_testing_says (ldr_testing_find_widget (stage.window, LDR_TYPE_STYLE_PAGE), "1 observer: 3.0 of 5"));

  add_measurement (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "Bo", 3);
  add_measurement (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", 3);
  ldr_testing_wait_for_words (stage.window, "2 observers: 3.0 of 5, regularly");
  ldr_testing_check_names (stage.window);
  close_stage (&stage);
}

static void
test_delete_and_undo (void)
{
  Stage stage;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) back = NULL;
  const LdrAssessment *assessment;

  open_stage (&stage);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1);
  before = list_assessments (&stage);
  assessment = g_ptr_array_index (before, 0);
  show_journal (&stage, "All Measurements");
  gtk_widget_activate_action (GTK_WIDGET (stage.page), "styles.show-result", "s", assessment->id);
  ldr_testing_wait_for_words (stage.window, "by you");
  gtk_widget_activate_action (GTK_WIDGET (stage.page), "styles.delete", "s", assessment->id);
  ldr_testing_wait_for_words (stage.window, "Measurement deleted");
  ldr_testing_wait_for_words (stage.window, "There is no measurement of your own yet.");
  gone = list_assessments (&stage);
  g_assert_cmpuint (gone->len, ==, 0);
  click (&stage, "Undo");
  ldr_testing_wait_for_words (stage.window, "All Measurements");
  back = list_assessments (&stage);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpstr (((LdrAssessment *) g_ptr_array_index (back, 0))->id, ==, assessment->id);
  g_assert_cmpint (((LdrAssessment *) g_ptr_array_index (back, 0))->finished, ==, assessment->finished);
  close_stage (&stage);
}

static void
test_history_and_compare (void)
{
  Stage stage;

  open_stage (&stage);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "Eva", 1);
  add_measurement (&stage, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", 2);
  show_journal (&stage, "All Measurements");
  click (&stage, "All Measurements");
  ldr_testing_wait_for_words (stage.window, "by Eva");
  ldr_testing_check_names (stage.window);
  gtk_widget_activate_action (GTK_WIDGET (stage.page), "styles.compare", "(ss)", LDR_QUESTIONNAIRE_NATURAL_STYLE, "");
  ldr_testing_wait_for_words (stage.window, "of the situations have the same choice in both");
  ldr_testing_wait_for_words (stage.window, "Difference");
  ldr_testing_check_names (stage.window);
  g_assert_nonnull (ldr_testing_find_widget (stage.window, LDR_TYPE_CHART_AREA));
  close_stage (&stage);
}

static void
open_entry_cb (LdrStylesPage *page, const char *id, char **opened)
{
  g_set_str (opened, id);
}

static void
show_entries_cb (LdrStylesPage *page, int style, gboolean pitfall, int *shown)
{
  *shown = style * 2 + (pitfall ? 1 : 0);
}

static gboolean
is_shown (gpointer data)
{
  return *(int *) data >= 0;
}

static void
add_entries (Stage *stage, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Entry number %d", i);
      g_autoptr (LdrEntry) entry = ldr_testing_make_entry (title, "Words", i * 60);
      g_autoptr (LdrEntry) saved = NULL;

      entry->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA);
      saved = ldr_testing_save_entry (stage->journal, entry);
    }
}

static void
test_style (void)
{
  Stage stage;
  g_autofree char *opened = NULL;
  int shown = -1;

  open_stage (&stage);
  add_entries (&stage, 7);
  g_signal_connect (stage.page, "open-entry", G_CALLBACK (open_entry_cb), &opened);
  g_signal_connect (stage.page, "show-entries", G_CALLBACK (show_entries_cb), &shown);
  show_style (&stage, LDR_STYLE_NINJA, "Entry number 6");
  ldr_testing_wait_for_words (stage.window, "Show all 7 entries in the journal");
  ldr_testing_wait_for_words (stage.window, "You have not noted it in an entry yet.");
  ldr_testing_wait_for_words (stage.window, "Counter-moves for this week");
  ldr_testing_check_names (stage.window);
  click (&stage, "Entry number 6");
  g_assert_true (opened != NULL && opened[0] != '\0');
  click (&stage, "Show all 7 entries in the journal");
  ldr_testing_wait_for (is_shown, &shown);
  g_assert_cmpint (shown, ==, LDR_STYLE_NINJA * 2);
  close_stage (&stage);
}

/* Four weeks are 28 days with today, and so are the four before. */
static void
test_noticed (void)
{
  static const int days_ago[] = { 0, 27, 28, 55, 56 };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Stage stage;

  open_stage (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (days_ago); i++)
    {
      g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "Words", 0);
      g_autoptr (GDateTime) happened = g_date_time_add_days (now, -days_ago[i]);
      g_autoptr (LdrEntry) saved = NULL;

      ldr_entry_set_happened (entry, happened);
      entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR);
      saved = ldr_testing_save_entry (stage.journal, entry);
    }
  show_style (&stage, LDR_STYLE_INTEGRATOR,
              "Noticed in 5 entries: 2 in the last four weeks, 2 in the four weeks before.");
  close_stage (&stage);
}

static guint
count_words (Stage *stage)
{
  g_autoptr (GPtrArray) words = ldr_testing_run (stage->journal, words_func, NULL, (GDestroyNotify) g_ptr_array_unref);

  return words->len;
}

static void
test_words (void)
{
  Stage stage;
  Stage editor = { 0 };
  GtkWidget *entry;

  open_stage (&stage);
  show_style (&stage, LDR_STYLE_TEAM_PLAYER, "Your tell-tale words");
  ldr_testing_wait_for_words (stage.window, "Scores over time");
  editor.window = ldr_testing_find_widget (stage.window, LDR_TYPE_NOTICE_EDITOR);
  entry = ldr_testing_find_widget (editor.window, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "this once");
  g_signal_emit_by_name (entry, "apply");
  ldr_testing_wait_for_words (editor.window, "this once");
  g_assert_cmpuint (count_words (&stage), ==, 1);
  ldr_testing_check_names (editor.window);
  g_signal_emit_by_name (ldr_testing_find_widget (find_control (editor.window, "this once"), GTK_TYPE_BUTTON),
                         "clicked");
  ldr_testing_wait_for_words (stage.window, "“this once” removed");
  ldr_testing_wait_until_gone (editor.window, "this once");
  g_assert_cmpuint (count_words (&stage), ==, 0);
  click (&stage, "Undo");
  ldr_testing_wait_for_words (editor.window, "this once");
  g_assert_cmpuint (count_words (&stage), ==, 1);
  close_stage (&stage);
}

static void
set_coach (Stage *stage)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);

  ldr_journal_set_info_async (stage->journal, info, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  g_assert_true (ldr_journal_set_info_finish (stage->journal, result, NULL));
}

/* In a coach's journal the texts are about the leader, and an observer is asked for a name. */
static void
test_coach (void)
{
  Stage stage;
  g_autoptr (GPtrArray) saved = NULL;
  GtkWidget *name;

  open_stage (&stage);
  set_coach (&stage);
  show_journal (&stage, "Sanne’s profile");
  ldr_testing_wait_for_words (stage.window, "Sanne has not filled in a questionnaire yet.");
  ldr_styles_page_start (stage.page, LDR_QUESTIONNAIRE_NATURAL_STYLE);
  ldr_testing_wait_for_words (stage.window, "somebody else who sees Sanne at work");
  click (&stage, "somebody else who sees Sanne at work");
  ldr_testing_wait_for_words (stage.window, "the reaction that would come first to Sanne");
  g_assert_false (gtk_widget_get_sensitive (find_control (stage.window, "Begin")));
  name = ldr_testing_find_widget (stage.window, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (name), "Eva");
  click (&stage, "Begin");
  ldr_testing_wait_for_words (stage.window, "Situation 1 of 20");
  ldr_testing_wait_for_words (stage.window, "Sanne");
  press (&stage, GDK_KEY_1, 0);
  saved = list_assessments (&stage);
  g_assert_cmpstr (((LdrAssessment *) g_ptr_array_index (saved, 0))->observer, ==, "Eva");
  close_stage (&stage);
}

/* When the journal is let go of, nothing of it stays on the screen. */
static void
test_lets_go (void)
{
  Stage stage;

  open_stage (&stage);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "Eva", 1);
  show_journal (&stage, "1 observer sees");
  click (&stage, "All Measurements");
  ldr_testing_wait_for_words (stage.window, "by Eva");
  ldr_styles_page_set_journal (stage.page, NULL);
  ldr_testing_wait_until_gone (stage.window, "by Eva");
  ldr_testing_wait_until_gone (stage.window, "1 observer sees");
  close_stage (&stage);
}

/* What changed while the page was out of sight is there when it comes back. */
static void
test_out_of_sight (void)
{
  Stage stage;

  open_stage (&stage);
  show_journal (&stage, "There is no measurement of your own yet.");
  gtk_widget_set_visible (GTK_WIDGET (stage.page), FALSE);
  add_measurement (&stage, LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1);
  ldr_testing_run_for (100);
  gtk_widget_set_visible (GTK_WIDGET (stage.page), TRUE);
  ldr_testing_wait_for_words (stage.window, "All Measurements");
  close_stage (&stage);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/styles-page/first-step", test_first_step);
  g_test_add_func ("/styles-page/profile", test_profile);
  g_test_add_func ("/styles-page/questionnaire", test_questionnaire);
  g_test_add_func ("/styles-page/ratings", test_ratings);
  g_test_add_func ("/styles-page/observed-pitfalls", test_observed_pitfalls);
  g_test_add_func ("/styles-page/delete-and-undo", test_delete_and_undo);
  g_test_add_func ("/styles-page/history-and-compare", test_history_and_compare);
  g_test_add_func ("/styles-page/style", test_style);
  g_test_add_func ("/styles-page/noticed", test_noticed);
  g_test_add_func ("/styles-page/words", test_words);
  g_test_add_func ("/styles-page/coach", test_coach);
  g_test_add_func ("/styles-page/lets-go", test_lets_go);
  g_test_add_func ("/styles-page/out-of-sight", test_out_of_sight);

  return g_test_run ();
}
