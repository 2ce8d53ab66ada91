/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "app/goals/ldr-goals-page.h"
#include "app/sessions/ldr-sessions-jobs.h"
#include "app/sessions/ldr-sessions-page.h"
#include "app/widgets/ldr-trash-list.h"
#include "ldr-goals-testing.h"
#include "model/ldr-moment.h"

#define HOUR ((gint64) 60 * 60 * 1000)
#define DAY (24 * HOUR)

/* --- What the journal holds ------------------------------------------------------------------------------------------
 */

static gpointer
run (LdrGoalsStage *stage, LdrJournalFunc func, gpointer data, GDestroyNotify free_value)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  gpointer value;

  ldr_journal_run_async (stage->journal, func, data, NULL, free_value, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  value = ldr_journal_run_finish (stage->journal, result, &error);
  g_assert_no_error (error);
  return value;
}

static gpointer
import_goal_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_import_goal (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
import_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_import_session (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
list_trashed_goals_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_trashed_goals (store, error);
}

static gpointer
list_sessions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_sessions (store, (LdrSessionFilter) GPOINTER_TO_INT (data), error);
}

static guint
count_trashed_goals (LdrGoalsStage *stage)
{
  g_autoptr (GPtrArray) list = run (stage, list_trashed_goals_func, NULL, (GDestroyNotify) g_ptr_array_unref);

  return list->len;
}

static guint
count_sessions (LdrGoalsStage *stage, LdrSessionFilter filter)
{
  g_autoptr (GPtrArray) list
      = run (stage, list_sessions_func, GINT_TO_POINTER (filter), (GDestroyNotify) g_ptr_array_unref);

  return list->len;
}

/* A goal that went to the trash so many hours ago, or never. */
static void
add_goal (LdrGoalsStage *stage, const char *statement, int hours)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);

  ldr_goal_set_statement (goal, statement);
  goal->deleted = hours >= 0 ? ldr_moment_now () - hours * HOUR : 0;
  g_free (run (stage, import_goal_func, goal, g_free));
}

/* The same of a session that is to be held in three days. */
static LdrSession *
add_session (LdrGoalsStage *stage, int hours)
{
  g_autoptr (GDateTime) starts = ldr_moment_to_local (ldr_moment_now () + 3 * DAY);
  LdrSession *session = ldr_session_new (starts);

  session->deleted = hours >= 0 ? ldr_moment_now () - hours * HOUR : 0;
  g_free (run (stage, import_session_func, session, g_free));
  return session;
}

/* --- What is on the screen -------------------------------------------------------------------------------------------
 */

#define NOT_DELETED (-1)

static void
unfold (LdrGoalsStage *stage)
{
  GtkWidget *expander;

  ldr_goals_testing_wait_for_words (stage, "In the trash");
  expander = ldr_testing_find_widget (stage->window, ADW_TYPE_EXPANDER_ROW);
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  ldr_testing_run_for (100);
}

typedef struct
{
  GtkWidget *window;
  const char *name;
} Wanted;

static gboolean
has_button (gpointer data)
{
  const Wanted *wanted = data;

  return ldr_goals_testing_find_named (wanted->window, GTK_TYPE_BUTTON, wanted->name) != NULL;
}

static GtkWidget *
find_button (LdrGoalsStage *stage, const char *name)
{
  Wanted wanted = { stage->window, name };

  g_test_message ("waiting for a button “%s”", name);
  ldr_testing_wait_for (has_button, &wanted);
  return ldr_goals_testing_find_named (stage->window, GTK_TYPE_BUTTON, name);
}

static gboolean
is_alone (gpointer data)
{
  return ldr_testing_find_widget (data, ADW_TYPE_DIALOG) == NULL;
}

/* Asks, and answers. */
static void
remove_for_good (LdrGoalsStage *stage, const char *name, const char *question, const char *response)
{
  GtkWidget *button = find_button (stage, name);
  GtkWidget *dialog;

  gtk_widget_grab_focus (button);
  ldr_goals_testing_activate (button);
  ldr_goals_testing_wait_for_words (stage, "Delete forever?");
  ldr_goals_testing_wait_for_words (stage, question);
  dialog = ldr_testing_find_widget (stage->window, ADW_TYPE_ALERT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (dialog)), ==, "cancel");
  ldr_goals_testing_click (stage, response);
  ldr_testing_wait_for (is_alone, stage->window);
}

static void
check_narrow (GtkWidget *page)
{
  int width;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* --- Goals -----------------------------------------------------------------------------------------------------------
 */

static void
test_goals_none (void)
{
  LdrGoalsStage stage;

  ldr_goals_stage_open (&stage);
  add_goal (&stage, "One weekly decision", NOT_DELETED);
  ldr_goals_stage_show (&stage, ldr_goals_page_new (stage.journal));
  ldr_goals_testing_wait_for_words (&stage, "One weekly decision");
  ldr_testing_run_for (100);
  g_assert_false (ldr_goals_testing_shows (&stage, "In the trash"));
  g_assert_null (ldr_testing_find_widget (stage.window, LDR_TYPE_TRASH_LIST));
  /* It comes with the first that is thrown away. */
  add_goal (&stage, "An hour for the bigger picture", 0);
  ldr_goals_testing_wait_for_words (&stage, "In the trash");
  g_assert_false (ldr_goals_testing_shows (&stage, "An hour for the bigger picture"));
  ldr_goals_stage_close (&stage);
}

static void
test_goals_ends (void)
{
  static const struct
  {
    int hours;
    const char *end;
  } cases[] = {
    { 1, "Will be deleted for good in 30 days" },
    { 29 * 24 + 1, "Will be deleted for good in 1 day" },
    { 31 * 24, "Will be deleted for good soon" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrGoalsStage stage;

      ldr_goals_stage_open (&stage);
      add_goal (&stage, "Two & more", cases[i].hours);
      ldr_goals_stage_show (&stage, ldr_goals_page_new (stage.journal));
      /* Also where there is no goal left. */
      ldr_goals_testing_wait_for_words (&stage, "One thing at a time");
      unfold (&stage);
      ldr_goals_testing_wait_for_words (&stage, "Two & more");
      ldr_goals_testing_wait_for_words (&stage, cases[i].end);
      ldr_goals_stage_close (&stage);
    }
}

static void
test_goals_restore (void)
{
  LdrGoalsStage stage;
  g_autoptr (GPtrArray) list = NULL;

  ldr_goals_stage_open (&stage);
  add_goal (&stage, "One weekly decision", 1);
  ldr_goals_stage_show (&stage, ldr_goals_page_new (stage.journal));
  unfold (&stage);
  ldr_testing_check_names (stage.window);
  ldr_goals_testing_activate (find_button (&stage, "Restore “One weekly decision”"));
  ldr_goals_testing_wait_for_words (&stage, "Goal restored");
  ldr_goals_testing_wait_until_gone (&stage, "In the trash");
  ldr_goals_testing_wait_for_words (&stage, "One weekly decision");
  g_assert_cmpuint (count_trashed_goals (&stage), ==, 0);
  list = ldr_goals_testing_list (&stage);
  g_assert_cmpuint (list->len, ==, 1);
  ldr_goals_stage_close (&stage);
}

static void
test_goals_remove (void)
{
  LdrGoalsStage stage;
  GtkWidget *page, *row;

  ldr_goals_stage_open (&stage);
  add_goal (&stage, "One weekly decision", NOT_DELETED);
  add_goal (&stage, "An hour for the bigger picture", 3);
  add_goal (&stage, "Tell Ellen beforehand", 2);
  page = ldr_goals_page_new (stage.journal);
  ldr_goals_stage_show (&stage, page);
  unfold (&stage);
  check_narrow (page);
  remove_for_good (&stage, "Delete “Tell Ellen beforehand” forever",
                   "“Tell Ellen beforehand”, its steps and its check-ins will be gone for good.", "Cancel");
  g_assert_cmpuint (count_trashed_goals (&stage), ==, 2);
  remove_for_good (&stage, "Delete “Tell Ellen beforehand” forever", "Backups that hold it keep it.", "Delete Forever");
  ldr_goals_testing_wait_until_gone (&stage, "Tell Ellen beforehand");
  g_assert_cmpuint (count_trashed_goals (&stage), ==, 1);
  /* The focus is on what came in its place, and the list stays unfolded. */
  ldr_testing_run_for (100);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (stage.window)), ADW_TYPE_ACTION_ROW);
  if (row == NULL)
    row = gtk_root_get_focus (GTK_ROOT (stage.window));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "An hour for the bigger picture");
  remove_for_good (&stage, "Delete “An hour for the bigger picture” forever", "gone for good", "Delete Forever");
  ldr_goals_testing_wait_until_gone (&stage, "In the trash");
  g_assert_cmpuint (count_trashed_goals (&stage), ==, 0);
  g_assert_true (ldr_goals_testing_shows (&stage, "One weekly decision"));
  ldr_goals_stage_close (&stage);
}

/* What cannot be done is told, and what lies there stays. */
static void
test_goals_fail (void)
{
  LdrGoalsStage stage;
  g_autofree char *away = NULL;

  ldr_goals_stage_open (&stage);
  away = g_strconcat (ldr_journal_get_path (stage.journal), ".away", NULL);
  add_goal (&stage, "One weekly decision", 1);
  ldr_goals_stage_show (&stage, ldr_goals_page_new (stage.journal));
  unfold (&stage);
  g_assert_cmpint (g_rename (ldr_journal_get_path (stage.journal), away), ==, 0);
  ldr_goals_testing_activate (find_button (&stage, "Restore “One weekly decision”"));
  ldr_testing_run_for (300);
  g_assert_nonnull (ldr_testing_find_widget (stage.toasts, g_type_from_name ("AdwToastWidget")));
  g_assert_false (ldr_goals_testing_shows (&stage, "Goal restored"));
  g_assert_cmpint (g_rename (away, ldr_journal_get_path (stage.journal)), ==, 0);
  ldr_goals_testing_activate (find_button (&stage, "Restore “One weekly decision”"));
  ldr_goals_testing_wait_until_gone (&stage, "In the trash");
  ldr_goals_stage_close (&stage);
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

static char *
name_button (const char *format, const LdrSession *session)
{
  g_autoptr (GDateTime) start = ldr_moment_to_local (session->starts);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean this_year = g_date_time_get_year (start) == g_date_time_get_year (now);
  g_autofree char *when = g_date_time_format (start, this_year ? "%A %-e %B, %H:%M" : "%A %-e %B %Y, %H:%M");

  return g_strdup_printf (format, when);
}

static void
test_sessions_none (void)
{
  LdrGoalsStage stage;
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (LdrSession) thrown = NULL;

  ldr_goals_stage_open (&stage);
  session = add_session (&stage, NOT_DELETED);
  ldr_goals_stage_show (&stage, ldr_sessions_page_new (stage.journal));
  ldr_goals_testing_wait_for_words (&stage, "Next session");
  ldr_testing_run_for (100);
  g_assert_false (ldr_goals_testing_shows (&stage, "In the trash"));
  thrown = add_session (&stage, 0);
  ldr_goals_testing_wait_for_words (&stage, "In the trash");
  ldr_goals_stage_close (&stage);
}

static void
test_sessions_restore (void)
{
  LdrGoalsStage stage;
  g_autoptr (LdrSession) session = NULL;
  g_autofree char *name = NULL;

  ldr_goals_stage_open (&stage);
  session = add_session (&stage, 1);
  name = name_button ("Restore “%s”", session);
  ldr_goals_stage_show (&stage, ldr_sessions_page_new (stage.journal));
  ldr_goals_testing_wait_for_words (&stage, "No sessions yet");
  unfold (&stage);
  ldr_goals_testing_wait_for_words (&stage, "Will be deleted for good in 30 days");
  ldr_testing_check_names (stage.window);
  ldr_goals_testing_activate (find_button (&stage, name));
  ldr_goals_testing_wait_for_words (&stage, "Session restored");
  ldr_goals_testing_wait_for_words (&stage, "Next session");
  ldr_goals_testing_wait_until_gone (&stage, "In the trash");
  g_assert_cmpuint (count_sessions (&stage, LDR_SESSIONS_ALL), ==, 1);
  g_assert_cmpuint (count_sessions (&stage, LDR_SESSIONS_TRASH), ==, 0);
  ldr_goals_stage_close (&stage);
}

static void
test_sessions_remove (void)
{
  LdrGoalsStage stage;
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (LdrSession) kept = NULL;
  g_autofree char *name = NULL;
  GtkWidget *page;

  ldr_goals_stage_open (&stage);
  kept = add_session (&stage, NOT_DELETED);
  session = add_session (&stage, 1);
  name = name_button ("Delete “%s” forever", session);
  page = ldr_sessions_page_new (stage.journal);
  ldr_goals_stage_show (&stage, page);
  unfold (&stage);
  check_narrow (page);
  remove_for_good (&stage, name, "What was agreed stays.", "Cancel");
  g_assert_cmpuint (count_sessions (&stage, LDR_SESSIONS_TRASH), ==, 1);
  remove_for_good (&stage, name, "its agenda and its notes will be gone for good", "Delete Forever");
  ldr_goals_testing_wait_until_gone (&stage, "In the trash");
  g_assert_cmpuint (count_sessions (&stage, LDR_SESSIONS_TRASH), ==, 0);
  g_assert_cmpuint (count_sessions (&stage, LDR_SESSIONS_ALL), ==, 1);
  ldr_goals_stage_close (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/trash/goals/none", test_goals_none);
  g_test_add_func ("/trash/goals/ends", test_goals_ends);
  g_test_add_func ("/trash/goals/restore", test_goals_restore);
  g_test_add_func ("/trash/goals/remove", test_goals_remove);
  g_test_add_func ("/trash/goals/fail", test_goals_fail);
  g_test_add_func ("/trash/sessions/none", test_sessions_none);
  g_test_add_func ("/trash/sessions/restore", test_sessions_restore);
  g_test_add_func ("/trash/sessions/remove", test_sessions_remove);
}

int
main (int argc, char **argv)
{
  return ldr_goals_testing_main (argc, argv, add_tests);
}
