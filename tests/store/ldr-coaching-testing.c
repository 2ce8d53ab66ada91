/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-coaching-testing.h"

#include <math.h>

#include "store/ldr-store-actions.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"
#include "store/ldr-store-private.h"

/* Monday, 9 March 2026 */

LdrGoal *
test_goal (const char *statement)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_PITFALL, LDR_STYLE_TEAM_PLAYER);

  ldr_goal_set_statement (goal, statement);
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL);
  goal->first_day = goal->state_day = TEST_MONDAY;
  ((LdrGoalVersion *) ldr_goal_get_version (goal))->since = TEST_MONDAY;
  return goal;
}

/* Saves a goal (transfer full) and returns it as it was saved. */
LdrGoal *
test_save_goal (Fixture *self, LdrGoal *goal, int today)
{
  g_autoptr (LdrGoal) own = goal;
  g_autoptr (GError) error = NULL;
  LdrGoal *saved = ldr_store_save_goal (self->store, own, today, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return saved;
}

LdrGoal *
test_get_goal (Fixture *self, const LdrGoal *goal)
{
  g_autoptr (GError) error = NULL;
  LdrGoal *read = ldr_store_get_goal (self->store, goal->id, &error);

  g_assert_no_error (error);
  return read;
}

LdrCheckIn *
test_check_in_on (Fixture *self, const LdrGoal *goal, int day, double value)
{
  LdrCheckIn *check_in = ldr_check_in_new (goal, day, value);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_check_in (self->store, check_in, NULL, &error));
  g_assert_no_error (error);
  return check_in;
}

void
test_mark (Fixture *self, const LdrGoal *goal, int day, double value)
{
  g_autoptr (LdrCheckIn) made = test_check_in_on (self, goal, day, value);

  g_assert_cmpint (made->day, ==, day);
}

void
test_assert_same_goal (const LdrGoal *a, const LdrGoal *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->style, ==, b->style);
  g_assert_cmpstr (a->why, ==, b->why);
  g_assert_cmpstr (a->success, ==, b->success);
  g_assert_cmpstr (a->hypothesis, ==, b->hypothesis);
  g_assert_cmpstr (a->learned, ==, b->learned);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->state_day, ==, b->state_day);
  g_assert_cmpint (a->returns, ==, b->returns);
  g_assert_cmpint (a->first_day, ==, b->first_day);
  g_assert_cmpint (a->last_day, ==, b->last_day);
  g_assert_cmpint (a->rhythm, ==, b->rhythm);
  g_assert_cmpuint (a->weekdays, ==, b->weekdays);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->deleted, ==, b->deleted);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      g_assert_cmpstr (ldr_goal_get_step (a, i)->id, ==, ldr_goal_get_step (b, i)->id);
      g_assert_cmpstr (ldr_goal_get_step (a, i)->text, ==, ldr_goal_get_step (b, i)->text);
      g_assert_cmpint (ldr_goal_get_step (a, i)->done, ==, ldr_goal_get_step (b, i)->done);
    }
  g_assert_cmpmem (a->rests->data, a->rests->len * sizeof (LdrGoalRest), b->rests->data,
                   b->rests->len * sizeof (LdrGoalRest));
  g_assert_cmpuint (a->versions->len, ==, b->versions->len);
  for (int number = 1; number <= (int) a->versions->len; number++)
    {
      const LdrGoalVersion *x = ldr_goal_find_version (a, number), *y = ldr_goal_find_version (b, number);

      g_assert_cmpint (x->since, ==, y->since);
      g_assert_cmpstr (x->statement, ==, y->statement);
      g_assert_true (ldr_measure_equal (x->measure, y->measure));
    }
}

/* A goal with something in each place. */
LdrGoal *
test_full_goal (void)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_FIGURE, -1);
  g_autoptr (LdrMeasure) cost = ldr_measure_new (LDR_MEASURE_FIGURE, -1, "€", 12.125, 0.1 + 0.2);

  ldr_goal_set_statement (goal, "Kosten per contact – één cijfer");
  ldr_goal_set_measure (goal, cost);
  ldr_goal_set_why (goal, "Omdat *dit* telt.\n\n- en dat\n");
  ldr_goal_set_success (goal, "Als het bord groen is 🎉");
  ldr_goal_set_hypothesis (goal, "Een kort overleg scheelt.");
  ldr_goal_set_learned (goal, "Veel.");
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_MONTHLY, 0);
  goal->first_day = goal->state_day = TEST_MONDAY;
  ldr_goal_pause (goal, TEST_MONDAY + 1, TEST_MONDAY + 3);
  ldr_goal_pause (goal, TEST_MONDAY + 5, 0);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, TEST_MONDAY + 8);
  ldr_goal_pause (goal, TEST_MONDAY + 10, TEST_MONDAY + 30);
  goal->last_day = TEST_MONDAY + 100;
  ldr_goal_add_step (goal, "Eerst");
  ldr_goal_add_step (goal, "Dan")->done = TEST_MONDAY + 2;
  return goal;
}

LdrSession *
test_session_on (int month, int day)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, month, day, 10, 0, 0);

  return ldr_session_new (starts);
}

int
test_day_of (int month, int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_local (2026, month, day, 12, 0, 0);

  return ldr_day_from_date_time (date);
}

/* Saves a session of that day in that state. */
LdrSession *
test_add_session (Fixture *self, int month, int day, LdrSessionState state)
{
  LdrSession *session = test_session_on (month, day);
  g_autoptr (GError) error = NULL;

  session->state = state;
  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_no_error (error);
  return session;
}

LdrAction *
test_add_action (Fixture *self, const LdrSession *session, const char *text)
{
  LdrAction *action = ldr_action_new (session, text);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_action (self->store, action, &error));
  g_assert_no_error (error);
  return action;
}

gint64
test_count_rows (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  g_assert_true (ldr_database_get_number (self->store->db, sql, &number, &error));
  g_assert_no_error (error);
  return number;
}
