/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>

#include "app/goals/ldr-check-in-row.h"
#include "app/sessions/ldr-sessions-parts.h"
#include "app/today/ldr-today-check-ins.h"
#include "app/today/ldr-today-goals.h"
#include "app/today/ldr-today-page.h"
#include "app/today/ldr-today-session.h"
#include "app/widgets/ldr-place-page.h"
#include "ldr-around-testing.h"
#include "ldr-goals-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-sessions.h"

#define STATEMENT "One weekly decision based on figures"

typedef struct
{
  LdrGoalsStage base;
  LdrAround *around;
  GtkWidget *page;
} Stage;

static void
open_stage (Stage *stage)
{
  ldr_goals_stage_open (&stage->base);
  stage->around = g_object_new (LDR_TYPE_AROUND, NULL);
  stage->page = ldr_today_page_new ();
  adw_bin_set_child (ADW_BIN (stage->around), stage->page);
}

static void
show_page (Stage *stage)
{
  ldr_today_page_set_journal (LDR_TODAY_PAGE (stage->page), stage->base.journal);
  ldr_goals_stage_show (&stage->base, GTK_WIDGET (stage->around));
  ldr_goals_testing_wait_for_words (&stage->base, "Along a path");
}

static void
close_stage (Stage *stage)
{
  ldr_goals_stage_close (&stage->base);
}

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_session (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
save_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_action (store, data, error) ? g_strdup ("") : NULL;
}

static void
run (Stage *stage, LdrJournalFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *done = NULL;
  GError *error = NULL;

  ldr_journal_run_async (stage->base.journal, func, data, NULL, g_free, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  done = ldr_journal_run_finish (stage->base.journal, result, &error);
  g_assert_no_error (error);
}

/* A goal that asks every day, and did not yet today. */
static LdrGoal *
add_goal (Stage *stage)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);

  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, 0x7f);
  return ldr_goals_testing_save (&stage->base, goal);
}

static gboolean
is_shown (Stage *stage, GType type)
{
  return ldr_testing_find_widget (stage->base.window, type) != NULL;
}

/* Another page is shown for a while. */
static void
leave_and_come_back (Stage *stage)
{
  gtk_widget_set_visible (stage->page, FALSE);
  ldr_testing_run_for (100);
  gtk_widget_set_visible (stage->page, TRUE);
  ldr_testing_run_for (100);
}

/* --- What is due -----------------------------------------------------------------------------------------------------
 */

/* Where nothing is due nothing is shown of it; a new journal has no goal yet. */
static void
test_nothing (void)
{
  Stage stage;

  open_stage (&stage);
  show_page (&stage);
  g_assert_false (is_shown (&stage, LDR_TYPE_TODAY_CHECK_INS));
  g_assert_false (is_shown (&stage, LDR_TYPE_TODAY_GOALS));
  g_assert_false (is_shown (&stage, LDR_TYPE_TODAY_SESSION));
  ldr_goals_testing_click (&stage.base, "Set a first goal");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, "win.show-place goals");
  close_stage (&stage);
}

/* A check-in is answered in place, can be annotated and taken back, and is gone when the page is seen again. */
static void
test_check_in (void)
{
  Stage stage;
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoalNews) noted = NULL, undone = NULL;
  GtkWidget *row;

  open_stage (&stage);
  goal = add_goal (&stage);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, STATEMENT);
  g_assert_false (ldr_goals_testing_shows (&stage.base, "Set a first goal"));
  ldr_testing_check_names (stage.base.window);
  row = ldr_testing_find_widget (stage.base.window, LDR_TYPE_CHECK_IN_ROW);
  ldr_goals_testing_activate (ldr_goals_testing_find_control (row, "7"));
  ldr_goals_testing_wait_for_words (&stage.base, "Undo");
  ldr_testing_run_for (200);
  g_assert_true (ldr_testing_find_widget (stage.base.window, LDR_TYPE_CHECK_IN_ROW) == row);
  noted = ldr_goals_testing_load (&stage.base, goal->id);
  g_assert_cmpuint (noted->check_ins->len, ==, 1);
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_testing_run_for (200);
  undone = ldr_goals_testing_load (&stage.base, goal->id);
  g_assert_cmpuint (undone->check_ins->len, ==, 0);
  leave_and_come_back (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, STATEMENT);
  row = ldr_testing_find_widget (stage.base.window, LDR_TYPE_CHECK_IN_ROW);
  ldr_goals_testing_activate (ldr_goals_testing_find_control (row, "6"));
  ldr_goals_testing_wait_for_words (&stage.base, "Undo");
  leave_and_come_back (&stage);
  ldr_goals_testing_wait_until_gone (&stage.base, STATEMENT);
  g_assert_false (is_shown (&stage, LDR_TYPE_TODAY_CHECK_INS));
  close_stage (&stage);
}

/* What is written in a note is safe when the journal is about to be closed. */
static void
test_flush (void)
{
  Stage stage;
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoalNews) news = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const LdrCheckIn *check_in;
  GtkWidget *row, *note;
  GError *error = NULL;

  open_stage (&stage);
  goal = add_goal (&stage);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, STATEMENT);
  row = ldr_testing_find_widget (stage.base.window, LDR_TYPE_CHECK_IN_ROW);
  ldr_goals_testing_activate (ldr_goals_testing_find_control (row, "7"));
  ldr_testing_run_for (50);
  note = ldr_testing_find_widget (row, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ellen had the figures.", -1);
  ldr_place_page_flush_async (LDR_PLACE_PAGE (stage.page), NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  g_assert_true (ldr_place_page_flush_finish (LDR_PLACE_PAGE (stage.page), result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  news = ldr_goals_testing_load (&stage.base, goal->id);
  check_in = g_ptr_array_index (news->check_ins, 0);
  g_assert_cmpstr (check_in->note, ==, "Ellen had the figures.");
  close_stage (&stage);
}

static gpointer
delete_goal_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_delete_goal (store, data, error) ? g_strdup ("") : NULL;
}

static LdrCheckInRow *
write_note (GPtrArray *rows, guint place, const char *text)
{
  LdrCheckInRow *row = g_ptr_array_index (rows, place);

  ldr_goals_testing_activate (ldr_goals_testing_find_control (GTK_WIDGET (row), "7"));
  ldr_testing_run_for (100);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (ldr_testing_find_widget (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW))), text,
      -1);
  return row;
}

/* A check-in that cannot be saved is told of, and keeps none of the others from being saved. */
static void
test_flush_all (void)
{
  for (guint gone = 0; gone < 3; gone++)
    {
      Stage stage;
      LdrGoal *goals[3] = { NULL };
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GAsyncResult) deleted = NULL, result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *done = NULL;

      open_stage (&stage);
      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        goals[i] = add_goal (&stage);
      show_page (&stage);
      ldr_goals_testing_wait_for_words (&stage.base, STATEMENT);
      rows = ldr_session_find_widgets (stage.page, LDR_TYPE_CHECK_IN_ROW);
      g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (goals));
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpstr (ldr_check_in_row_get_goal (write_note (rows, i, "Ellen had the figures."))->id, ==,
                         goals[i]->id);
      /* The journal does this first, before the page hears of it. */
      ldr_journal_run_async (stage.base.journal, delete_goal_func, goals[gone]->id, NULL, g_free, NULL,
                             ldr_testing_keep_result_cb, &deleted);
      ldr_place_page_flush_async (LDR_PLACE_PAGE (stage.page), NULL, ldr_testing_keep_result_cb, &result);
      ldr_testing_wait_for (ldr_testing_has_result, &result);
      g_assert_false (ldr_place_page_flush_finish (LDR_PLACE_PAGE (stage.page), result, &error));
      g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND);
      done = ldr_journal_run_finish (stage.base.journal, deleted, NULL);
      g_assert_nonnull (done);
      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        if (i != gone)
          {
            g_autoptr (LdrGoalNews) news = ldr_goals_testing_load (&stage.base, goals[i]->id);

            g_assert_cmpuint (news->check_ins->len, ==, 1);
            g_assert_cmpstr (((LdrCheckIn *) g_ptr_array_index (news->check_ins, 0))->note, ==,
                             "Ellen had the figures.");
          }
      ldr_place_page_abandon (LDR_PLACE_PAGE (stage.page));
      g_clear_object (&result);
      g_clear_object (&deleted);
      g_clear_pointer (&rows, g_ptr_array_unref);
      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        ldr_goal_unref (goals[i]);
      close_stage (&stage);
    }
}

/* --- Goals that ask --------------------------------------------------------------------------------------------------
 */

static void
test_return (void)
{
  Stage stage;
  g_autoptr (LdrGoal) goal = NULL, paused = NULL;
  g_autoptr (LdrGoalNews) taken_up = NULL, undone = NULL;
  int today = ldr_day_today ();

  open_stage (&stage);
  goal = add_goal (&stage);
  paused = ldr_goal_copy (goal);
  ldr_goal_set_rhythm (paused, LDR_RHYTHM_NONE, 0);
  ldr_goal_pause (paused, today - 20, today);
  ldr_goal_unref (ldr_goals_testing_save (&stage.base, paused));
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "Its rest is over");
  g_assert_false (is_shown (&stage, LDR_TYPE_TODAY_CHECK_INS));
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "Go On With It");
  ldr_goals_testing_wait_until_gone (&stage.base, "Its rest is over");
  taken_up = ldr_goals_testing_load (&stage.base, goal->id);
  g_assert_cmpint (taken_up->goal->state, ==, LDR_GOAL_ACTIVE);
  ldr_goals_testing_wait_for_words (&stage.base, "Taken up again");
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "Its rest is over");
  undone = ldr_goals_testing_load (&stage.base, goal->id);
  g_assert_cmpint (undone->goal->state, ==, LDR_GOAL_PAUSED);
  g_assert_cmpint (undone->goal->returns, ==, today);
  close_stage (&stage);
}

static void
test_verdict (void)
{
  Stage stage;
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  g_autoptr (LdrGoal) saved = NULL;
  g_autofree char *expected = NULL;

  open_stage (&stage);
  ldr_goal_set_hypothesis (goal, "Figures calm us down.");
  goal->last_day = ldr_day_today ();
  saved = ldr_goals_testing_save (&stage.base, goal);
  expected = g_strconcat ("place.open-goal ", saved->id, NULL);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "keep it, change it or drop it?");
  ldr_goals_testing_click (&stage.base, "keep it, change it or drop it?");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, expected);
  close_stage (&stage);
}

/* --- The session -----------------------------------------------------------------------------------------------------
 */

static LdrSession *
add_session (Stage *stage, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) starts = g_date_time_add_days (now, days);
  LdrSession *session = ldr_session_new (starts);

  ldr_session_set_location (session, "Kamer 4");
  run (stage, save_session_func, session);
  return session;
}

static void
add_action (Stage *stage, const char *text, int due)
{
  g_autoptr (LdrAction) action = ldr_action_new (NULL, text);

  action->due = due;
  run (stage, save_action_func, action);
}

static void
test_session (void)
{
  Stage stage;
  g_autoptr (LdrSession) session = NULL, later = NULL;
  g_autofree char *expected = NULL;

  open_stage (&stage);
  later = add_session (&stage, 20);
  session = add_session (&stage, 3);
  expected = g_strconcat ("place.open-session ", session->id, NULL);
  add_action (&stage, "Ask Nadia about the refunds", ldr_day_today () - 1);
  add_action (&stage, "Call Joris", 0);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "Next session");
  ldr_goals_testing_wait_for_words (&stage.base, "Kamer 4");
  g_assert_true (ldr_goals_testing_shows (&stage.base, "Overdue"));
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "Prepare");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, expected);
  close_stage (&stage);
}

/* An action is ticked off, and taken back; the focus stays in the list. */
static void
test_tick (void)
{
  Stage stage;
  GtkWidget *row, *focus;

  open_stage (&stage);
  add_action (&stage, "Ask Nadia about the refunds", 0);
  add_action (&stage, "Call Joris", 0);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "Agreed and still open");
  row = ldr_goals_testing_find_control (stage.base.window, "Ask Nadia");
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate (row));
  ldr_goals_testing_wait_until_gone (&stage.base, "Ask Nadia");
  focus = gtk_root_get_focus (GTK_ROOT (stage.base.window));
  g_assert_true (focus == ldr_goals_testing_find_control (stage.base.window, "Call Joris"));
  ldr_goals_testing_wait_for_words (&stage.base, "Action done");
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "Ask Nadia");
  close_stage (&stage);
}

/* What is not in the journal is not ticked, and can be ticked again. */
static void
test_tick_fails (void)
{
  Stage stage;
  g_autofree char *away = NULL;
  const char *path;
  GtkWidget *row, *check;

  open_stage (&stage);
  path = ldr_journal_get_path (stage.base.journal);
  away = g_strconcat (path, ".away", NULL);
  add_action (&stage, "Ask Nadia about the refunds", 0);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "Agreed and still open");
  row = ldr_goals_testing_find_control (stage.base.window, "Ask Nadia");
  check = ldr_testing_find_widget (row, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpint (g_rename (path, away), ==, 0);
  g_assert_true (gtk_widget_activate (row));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  ldr_testing_run_for (200);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_widget_is_sensitive (check));
  g_assert_nonnull (ldr_testing_find_widget (stage.base.window, g_type_from_name ("AdwToastWidget")));
  g_assert_false (ldr_goals_testing_shows (&stage.base, "Action done"));
  g_assert_cmpint (g_rename (away, path), ==, 0);
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (stage.base.toasts));
  g_assert_true (gtk_widget_activate (row));
  ldr_goals_testing_wait_until_gone (&stage.base, "Ask Nadia");
  ldr_goals_testing_wait_for_words (&stage.base, "Action done");
  close_stage (&stage);
}

/* Of many actions the rest is told, and where it is. */
static void
test_many_actions (void)
{
  Stage stage;

  open_stage (&stage);
  for (int i = 0; i < 7; i++)
    add_action (&stage, "Call Joris", 0);
  show_page (&stage);
  ldr_goals_testing_click (&stage.base, "2 more actions");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, "win.show-place sessions");
  close_stage (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/today-page/nothing", test_nothing);
  g_test_add_func ("/today-page/check-in", test_check_in);
  g_test_add_func ("/today-page/flush", test_flush);
  g_test_add_func ("/today-page/flush-all", test_flush_all);
  g_test_add_func ("/today-page/return", test_return);
  g_test_add_func ("/today-page/verdict", test_verdict);
  g_test_add_func ("/today-page/session", test_session);
  g_test_add_func ("/today-page/tick", test_tick);
  g_test_add_func ("/today-page/tick-fails", test_tick_fails);
  g_test_add_func ("/today-page/many-actions", test_many_actions);
}

int
main (int argc, char **argv)
{
  return ldr_goals_testing_main (argc, argv, add_tests);
}
