/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/ldr-check-in.h"
#include "model/ldr-model-error.h"

/* A goal: what it may be, what holds on a day, and when its wording is frozen. */

#define DAY 739684 /* Monday, 9 March 2026 */

static LdrGoal *
goal_of (LdrMeasureKind kind, double target)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_PITFALL, LDR_STYLE_TEAM_PLAYER);
  g_autoptr (LdrMeasure) measure = ldr_measure_new (kind, 1, "", NAN, target);

  ldr_goal_set_statement (goal, " An hour a week\nfor the bigger picture ");
  ldr_goal_set_measure (goal, measure);
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL);
  goal->first_day = goal->state_day = DAY;
  ((LdrGoalVersion *) ldr_goal_get_version (goal))->since = DAY;
  return goal;
}

static void
add_check_in (GPtrArray *check_ins, const LdrGoal *goal, int day, double value)
{
  g_ptr_array_add (check_ins, ldr_check_in_new (goal, day, value));
}

static GPtrArray *
new_check_ins (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
}

static void
assert_valid (const LdrGoal *goal)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_goal_validate (goal, &error));
  g_assert_no_error (error);
}

static void
assert_refused (LdrGoal *goal)
{
  g_autoptr (LdrGoal) own = goal;
  g_autoptr (GError) error = NULL;

  g_assert_false (ldr_goal_validate (own, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_assert_cmpstr (error->message, !=, "");
}

static void
add_rest (LdrGoal *goal, int first_day, int last_day)
{
  const LdrGoalRest rest = { first_day, last_day };

  g_array_append_val (goal->rests, rest);
}

#define REFUSED(change)                                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    LdrGoal *g = goal_of (LDR_MEASURE_SCALE, 8);                                                                       \
    change;                                                                                                            \
    assert_refused (g);                                                                                                \
  }                                                                                                                    \
  G_STMT_END

static void
test_validate (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8), figure = NULL;
  g_autoptr (LdrMeasure) odd = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8.5);

  assert_valid (goal);
  g_assert_cmpstr (ldr_goal_get_statement (goal), ==, "An hour a week for the bigger picture");
  figure = ldr_goal_new (LDR_GOAL_FIGURE, -1);
  ldr_goal_set_statement (figure, "Customer satisfaction");
  assert_valid (figure);
  g_assert_cmpint (ldr_goal_get_measure (figure)->kind, ==, LDR_MEASURE_FIGURE);
  REFUSED (g_set_str (&g->id, "x"));
  REFUSED (g->kind = (LdrGoalKind) 3);
  REFUSED (g->style = -1);
  REFUSED (g->style = LDR_N_STYLES);
  REFUSED (g->style = -2);
  REFUSED (g_set_str (&g->why, "bell\a"));
  REFUSED (g_set_str (&g->success, "bell\a"));
  REFUSED (g_set_str (&g->hypothesis, "bell\a"));
  REFUSED (g_set_str (&g->learned, "bell\a"));
  REFUSED (g->state = (LdrGoalState) 4);
  REFUSED (g->state_day = 0);
  REFUSED ((ldr_goal_set_state (g, LDR_GOAL_ACHIEVED, DAY), g->returns = DAY + 1));
  REFUSED (g->returns = -1);
  REFUSED (ldr_goal_pause (g, DAY, DAY));
  REFUSED (ldr_goal_pause (g, DAY, G_MAXINT));
  REFUSED (g->first_day = 0);
  REFUSED (g->last_day = DAY - 1);
  REFUSED (g->last_day = -1);
  REFUSED (ldr_goal_set_rhythm (g, LDR_RHYTHM_WEEKDAYS, 0));
  REFUSED (g->weekdays = 0x80);
  REFUSED (g->rhythm = LDR_RHYTHM_MONTHLY);
  REFUSED (g->rhythm = (LdrRhythmKind) 3);
  REFUSED (ldr_goal_set_statement (g, " "));
  REFUSED (ldr_goal_set_measure (g, odd));
  REFUSED (ldr_goal_add_step (g, "\t"));
  REFUSED (ldr_goal_add_step (g, "Step")->done = -1);
  REFUSED (g_set_str (&ldr_goal_add_step (g, "Step")->id, "x"));
  REFUSED (add_rest (g, 0, DAY));
  REFUSED (add_rest (g, DAY + 1, DAY));
  REFUSED ((add_rest (g, DAY, DAY + 2), add_rest (g, DAY + 2, DAY + 3)));
  REFUSED (g_ptr_array_set_size (g->versions, 0));
  REFUSED (((LdrGoalVersion *) ldr_goal_get_version (g))->number = 2);
  REFUSED (ldr_goal_add_version (g, DAY - 1, "Again", ldr_goal_get_measure (g)));
}

static void
test_same_step_twice (void)
{
  LdrGoal *goal = goal_of (LDR_MEASURE_SCALE, 8);

  ldr_goal_add_step (goal, "One");
  g_set_str (&ldr_goal_add_step (goal, "Two")->id, ldr_goal_get_step (goal, 0)->id);
  assert_refused (goal);
}

static char *
step_texts (const LdrGoal *goal)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < goal->steps->len; i++)
    g_string_append (texts, ldr_goal_get_step (goal, i)->text);
  return g_string_free (g_steal_pointer (&texts), FALSE);
}

#define assert_steps(goal, wanted)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_steps = step_texts (goal);                                                                  \
    g_assert_cmpstr (found_steps, ==, wanted);                                                                         \
  }                                                                                                                    \
  G_STMT_END

static void
test_steps (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8), copy = NULL;

  ldr_goal_add_step (goal, "a");
  ldr_goal_add_step (goal, "b");
  ldr_goal_add_step (goal, "c");
  copy = ldr_goal_copy (goal);
  ldr_goal_move_step (copy, 0, 2);
  assert_steps (copy, "bca");
  ldr_goal_move_step (copy, 2, 1);
  assert_steps (copy, "bac");
  ldr_goal_move_step (copy, 1, 1);
  assert_steps (copy, "bac");
  g_assert_cmpstr (ldr_goal_get_step (copy, 1)->id, ==, ldr_goal_get_step (goal, 0)->id);
  ldr_goal_set_step_text (copy, 0, " B\n");
  ldr_goal_set_step_done (copy, 2, DAY);
  ldr_goal_remove_step (copy, 1);
  assert_steps (copy, "Bc");
  g_assert_cmpuint (ldr_goal_count_done_steps (copy), ==, 1);
  assert_steps (goal, "abc");
  g_assert_cmpuint (ldr_goal_count_done_steps (goal), ==, 0);
}

static void
test_state (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8);

  g_assert_cmpint (ldr_goal_get_state (goal, DAY), ==, LDR_GOAL_ACTIVE);
  ldr_goal_pause (goal, DAY, DAY + 7);
  assert_valid (goal);
  g_assert_cmpint (ldr_goal_get_state (goal, DAY + 6), ==, LDR_GOAL_PAUSED);
  g_assert_cmpint (ldr_goal_get_state (goal, DAY + 7), ==, LDR_GOAL_ACTIVE);
  g_assert_cmpint (ldr_goal_get_state (goal, DAY + 700), ==, LDR_GOAL_ACTIVE);
  ldr_goal_pause (goal, DAY, 0);
  g_assert_cmpint (ldr_goal_get_state (goal, DAY + 700), ==, LDR_GOAL_PAUSED);
  ldr_goal_pause (goal, DAY, DAY + 7);
  ldr_goal_set_state (goal, LDR_GOAL_LET_GO, DAY + 1);
  g_assert_cmpint (goal->returns, ==, 0);
  g_assert_cmpint (ldr_goal_get_state (goal, DAY + 700), ==, LDR_GOAL_LET_GO);
}

static void
test_due (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8);

  g_assert_cmpint (ldr_goal_get_due (goal, DAY - 1, 0), ==, 0);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY, 0), ==, DAY);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY, DAY), ==, 0);
  /* Only an active goal asks; one that comes back asks from then on. */
  ldr_goal_pause (goal, DAY + 1, DAY + 7);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY + 6, 0), ==, 0);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY + 7, 0), ==, DAY + 7);
  ldr_goal_set_state (goal, LDR_GOAL_ACHIEVED, DAY + 7);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY + 8, 0), ==, 0);
  /* Taken up on a Wednesday, it does not ask for the Monday before. */
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY));
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY + 2);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY + 2, 0), ==, 0);
  g_assert_cmpint (ldr_goal_get_due (goal, DAY + 7, 0), ==, DAY + 7);
  goal->deleted = 1;
  g_assert_cmpint (ldr_goal_get_due (goal, DAY + 7, 0), ==, 0);
}

static void
test_experiment (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8);

  goal->last_day = DAY + 14;
  g_assert_false (ldr_goal_asks_verdict (goal, DAY + 14));
  ldr_goal_set_hypothesis (goal, "Two short stand-ups bring more than a long one.");
  g_assert_true (ldr_goal_is_experiment (goal));
  g_assert_false (ldr_goal_asks_verdict (goal, DAY + 13));
  g_assert_true (ldr_goal_asks_verdict (goal, DAY + 14));
  g_assert_true (ldr_goal_asks_verdict (goal, DAY + 100));
  /* Kept, changed, dropped. */
  goal->last_day = 0;
  g_assert_false (ldr_goal_asks_verdict (goal, DAY + 100));
  goal->last_day = DAY + 200;
  g_assert_false (ldr_goal_asks_verdict (goal, DAY + 100));
  goal->last_day = DAY + 14;
  ldr_goal_set_state (goal, LDR_GOAL_LET_GO, DAY + 14);
  g_assert_false (ldr_goal_asks_verdict (goal, DAY + 100));
}

static void
test_check_in (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8), other = goal_of (LDR_MEASURE_SCALE, 8);
  g_autoptr (LdrCheckIn) good = ldr_check_in_new (goal, DAY, 7), high = ldr_check_in_new (goal, DAY, 11);
  g_autoptr (LdrCheckIn) skipped = ldr_check_in_new (goal, DAY, NAN), copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_check_in_validate (good, goal, &error));
  g_assert_false (ldr_check_in_is_skipped (good));
  g_assert_true (ldr_check_in_validate (skipped, goal, &error));
  g_assert_true (ldr_check_in_is_skipped (skipped));
  g_assert_no_error (error);
  g_assert_false (ldr_check_in_validate (high, goal, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "0 to 10"));
  g_assert_false (ldr_check_in_validate (good, other, NULL));
  copy = ldr_check_in_copy (good);
  ldr_check_in_set_note (copy, "Fine\r\nday");
  g_assert_cmpstr (copy->note, ==, "Fine\nday");
  g_assert_cmpstr (good->note, ==, "");
  copy->version = 2;
  g_assert_false (ldr_check_in_validate (copy, goal, NULL));
  copy->version = 1;
  copy->day = 0;
  g_assert_false (ldr_check_in_validate (copy, goal, NULL));
}

/* A check-in is a mark on what the goal said on its day. */
static void
test_version_on (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8);
  g_autoptr (LdrMeasure) figure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 90);
  g_autoptr (LdrCheckIn) late = NULL, early = NULL;

  ldr_goal_add_version (goal, DAY + 10, "Now in figures", figure);
  g_assert_cmpint (ldr_goal_get_version (goal)->number, ==, 2);
  g_assert_cmpint (ldr_goal_get_version_on (goal, DAY - 5)->number, ==, 1);
  g_assert_cmpint (ldr_goal_get_version_on (goal, DAY + 9)->number, ==, 1);
  g_assert_cmpint (ldr_goal_get_version_on (goal, DAY + 10)->number, ==, 2);
  g_assert_null (ldr_goal_find_version (goal, 0));
  g_assert_null (ldr_goal_find_version (goal, 3));
  late = ldr_check_in_new (goal, DAY + 11, 84.5);
  early = ldr_check_in_new (goal, DAY + 9, 84.5);
  g_assert_true (ldr_check_in_validate (late, goal, NULL));
  g_assert_false (ldr_check_in_validate (early, goal, NULL));
}

/* Every time in which nobody works on it is kept, by the days on which it really rested. */
static void
test_rests (void)
{
  static const LdrGoalRest expected[] = { { DAY + 2, DAY + 4 }, { DAY + 6, DAY + 9 }, { DAY + 11, DAY + 19 } };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8), copy = NULL;

  ldr_goal_pause (goal, DAY + 1, 0);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY + 1);
  ldr_goal_pause (goal, DAY + 2, DAY + 5);
  g_assert_false (ldr_goal_rests_on (goal, DAY + 1));
  g_assert_true (ldr_goal_rests_on (goal, DAY + 4));
  g_assert_false (ldr_goal_rests_on (goal, DAY + 5));
  ldr_goal_pause (goal, DAY + 6, DAY + 30);
  g_assert_true (ldr_goal_rests_on (goal, DAY + 20));
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY + 10);
  ldr_goal_set_state (goal, LDR_GOAL_ACHIEVED, DAY + 11);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY + 20);
  /* Put back by a day that was counted already, it counts no day twice. */
  ldr_goal_pause (goal, DAY + 15, 0);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY + 18);
  copy = ldr_goal_copy (goal);
  assert_valid (copy);
  g_assert_cmpuint (copy->rests->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < copy->rests->len; i++)
    {
      g_assert_cmpint (g_array_index (copy->rests, LdrGoalRest, i).first_day, ==, expected[i].first_day);
      g_assert_cmpint (g_array_index (copy->rests, LdrGoalRest, i).last_day, ==, expected[i].last_day);
    }
  for (int day = DAY; day < DAY + 30; day++)
    g_assert_cmpint (ldr_goal_rests_on (copy, day), ==,
                     (day >= DAY + 2 && day <= DAY + 4) || (day >= DAY + 6 && day <= DAY + 9)
                         || (day >= DAY + 11 && day <= DAY + 19));
}

static LdrGoal *
say (const LdrGoal *goal, const char *statement)
{
  LdrGoal *changed = ldr_goal_copy (goal);

  ldr_goal_set_statement (changed, statement);
  return changed;
}

/* Corrected with two marks, frozen with three; a skipped day is none. */
static void
test_frozen (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8), changed = say (goal, "Otherwise"), same = NULL;
  g_autoptr (LdrGoal) corrected = NULL, next = NULL, again = NULL, back = NULL, marked = NULL;
  g_autoptr (GPtrArray) check_ins = new_check_ins ();

  add_check_in (check_ins, goal, DAY, 5);
  add_check_in (check_ins, goal, DAY + 1, NAN);
  add_check_in (check_ins, goal, DAY + 2, 6);
  g_assert_false (ldr_goal_is_frozen (goal, check_ins));
  g_assert_false (ldr_goal_starts_version (goal, changed, check_ins));
  corrected = ldr_goal_settle (goal, changed, check_ins, DAY + 3);
  g_assert_cmpuint (corrected->versions->len, ==, 1);
  g_assert_cmpstr (ldr_goal_get_statement (corrected), ==, "Otherwise");
  g_assert_cmpint (ldr_goal_get_version (corrected)->since, ==, DAY);
  add_check_in (check_ins, goal, DAY + 3, 6);
  g_assert_true (ldr_goal_is_frozen (goal, check_ins));
  /* Anything but the wording may still change. */
  same = ldr_goal_copy (goal);
  ldr_goal_set_why (same, "Because");
  g_assert_false (ldr_goal_starts_version (goal, same, check_ins));
  g_assert_true (ldr_goal_starts_version (goal, changed, check_ins));
  next = ldr_goal_settle (goal, changed, check_ins, DAY + 4);
  g_assert_cmpuint (next->versions->len, ==, 2);
  g_assert_cmpint (ldr_goal_get_version (next)->since, ==, DAY + 4);
  g_assert_cmpstr (ldr_goal_find_version (next, 1)->statement, ==, ldr_goal_get_statement (goal));
  assert_valid (next);
  /* The new one has no marks yet, so it is corrected; put back, it goes. */
  g_assert_false (ldr_goal_is_frozen (next, check_ins));
  changed = (ldr_goal_unref (changed), say (next, "Quite otherwise"));
  again = ldr_goal_settle (next, changed, check_ins, DAY + 9);
  g_assert_cmpuint (again->versions->len, ==, 2);
  g_assert_cmpint (ldr_goal_get_version (again)->since, ==, DAY + 4);
  back = ldr_goal_settle (again, goal, check_ins, DAY + 9);
  g_assert_cmpuint (back->versions->len, ==, 1);
  g_assert_cmpstr (ldr_goal_get_statement (back), ==, ldr_goal_get_statement (goal));
  /* With a mark on it, it stays. */
  add_check_in (check_ins, again, DAY + 9, 7);
  marked = ldr_goal_settle (again, goal, check_ins, DAY + 10);
  g_assert_cmpuint (marked->versions->len, ==, 2);
}

/* A mark that would be none by the new measure keeps the old one. */
static void
test_measure_changes (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_WEEKLY, 3), to_scale = ldr_goal_copy (goal), nearer = NULL;
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrMeasure) two = ldr_measure_new (LDR_MEASURE_WEEKLY, 1, "", NAN, 2);
  g_autoptr (GPtrArray) check_ins = new_check_ins ();

  ldr_goal_set_measure (to_scale, scale);
  add_check_in (check_ins, goal, DAY, 2);
  g_assert_false (ldr_goal_starts_version (goal, to_scale, check_ins));
  add_check_in (check_ins, goal, DAY + 1, 12);
  g_assert_true (ldr_goal_starts_version (goal, to_scale, check_ins));
  nearer = ldr_goal_copy (goal);
  ldr_goal_set_measure (nearer, two);
  g_assert_false (ldr_goal_starts_version (goal, nearer, check_ins));
}

/* What was changed elsewhere before a version began does not take its place: a day never goes back. */
static void
test_settle_since (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 8), changed = say (goal, "Otherwise"), next = NULL;
  g_autoptr (GPtrArray) check_ins = new_check_ins ();

  for (int i = 0; i < 3; i++)
    add_check_in (check_ins, goal, DAY + i, 5);
  next = ldr_goal_settle (goal, changed, check_ins, DAY - 30);
  g_assert_cmpint (ldr_goal_get_version (next)->since, ==, DAY);
  assert_valid (next);
}

static void
test_week (void)
{
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_WEEKLY, 3);
  g_autoptr (LdrMeasure) figure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 90);
  g_autoptr (GPtrArray) check_ins = new_check_ins ();

  ldr_goal_add_version (goal, DAY + 6, "Now in figures", figure);
  add_check_in (check_ins, goal, DAY - 1, 4);
  add_check_in (check_ins, goal, DAY, 1);
  add_check_in (check_ins, goal, DAY + 1, NAN);
  add_check_in (check_ins, goal, DAY + 5, 2);
  add_check_in (check_ins, goal, DAY + 6, 84);
  g_assert_cmpint (ldr_goal_count_week (goal, check_ins, DAY + 3, G_DATE_MONDAY), ==, 3);
  g_assert_cmpint (ldr_goal_count_week (goal, check_ins, DAY + 3, G_DATE_SUNDAY), ==, 7);
  g_assert_cmpint (ldr_goal_count_week (goal, check_ins, DAY - 1, G_DATE_MONDAY), ==, 4);
  g_assert_cmpint (ldr_goal_count_week (goal, check_ins, DAY + 7, G_DATE_MONDAY), ==, 0);
}

static void
test_ids (void)
{
  LdrGoalKind kind;
  LdrGoalState state;

  for (int i = 0; i < LDR_N_GOAL_KINDS; i++)
    {
      g_assert_true (ldr_goal_kind_from_id (ldr_goal_kind_to_id ((LdrGoalKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  for (int i = 0; i < LDR_N_GOAL_STATES; i++)
    {
      g_assert_true (ldr_goal_state_from_id (ldr_goal_state_to_id ((LdrGoalState) i), &state));
      g_assert_cmpint (state, ==, i);
    }
  g_assert_false (ldr_goal_kind_from_id ("dream", &kind));
  g_assert_false (ldr_goal_state_from_id ("", &state));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal/validate", test_validate);
  g_test_add_func ("/goal/same-step-twice", test_same_step_twice);
  g_test_add_func ("/goal/steps", test_steps);
  g_test_add_func ("/goal/state", test_state);
  g_test_add_func ("/goal/rests", test_rests);
  g_test_add_func ("/goal/due", test_due);
  g_test_add_func ("/goal/experiment", test_experiment);
  g_test_add_func ("/goal/check-in", test_check_in);
  g_test_add_func ("/goal/version-on", test_version_on);
  g_test_add_func ("/goal/frozen", test_frozen);
  g_test_add_func ("/goal/measure-changes", test_measure_changes);
  g_test_add_func ("/goal/settle-since", test_settle_since);
  g_test_add_func ("/goal/week", test_week);
  g_test_add_func ("/goal/ids", test_ids);
  return g_test_run ();
}
