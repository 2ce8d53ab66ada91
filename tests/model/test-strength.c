/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/ldr-strength.h"

/* The strength, against values worked out by hand from the published formula. */

#define DAY 739684 /* Monday, 9 March 2026 */

static LdrGoal *
goal_of (LdrMeasureKind kind, int better, double target, guint weekdays)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA);
  g_autoptr (LdrMeasure) measure = ldr_measure_new (kind, better, "", NAN, target);

  ldr_goal_set_statement (goal, "A goal");
  ldr_goal_set_measure (goal, measure);
  ldr_goal_set_rhythm (goal, weekdays != 0 ? LDR_RHYTHM_WEEKDAYS : LDR_RHYTHM_NONE, weekdays);
  goal->first_day = goal->state_day = DAY;
  return goal;
}

/* @values: one a day from DAY on; -1 for a day without a check-in, NAN for one that was skipped. */
static GPtrArray *
check_ins_of (const LdrGoal *goal, const double *values, gsize n_values)
{
  GPtrArray *check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);

  for (gsize i = 0; i < n_values; i++)
    if (isnan (values[i]) || values[i] >= 0)
      g_ptr_array_add (check_ins, ldr_check_in_new (goal, DAY + (int) i, values[i]));
  return check_ins;
}

static double
at (GArray *series, int day)
{
  const LdrStrengthPoint *point = &g_array_index (series, LdrStrengthPoint, day);

  g_assert_cmpint (day, <, series->len);
  g_assert_cmpint (point->day, ==, g_array_index (series, LdrStrengthPoint, 0).day + day);
  return point->strength;
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 5e-10)

static void
test_step (void)
{
  double daily = 0, weekly = 0;

  /* One half after 13 days, three quarters after 26; a weekly one after 13 times the root of seven. */
  for (int i = 0; i < 13; i++)
    daily = ldr_strength_step (daily, 1, 1);
  assert_near (daily, 0.5);
  for (int i = 0; i < 13; i++)
    daily = ldr_strength_step (daily, 1, 1);
  assert_near (daily, 0.75);
  for (int i = 0; i < 34; i++)
    weekly = ldr_strength_step (weekly, 1.0 / 7, 1);
  g_assert_cmpfloat_with_epsilon (weekly, 0.496, 0.001);
  /* A missed day takes a nineteenth of it, not all. */
  assert_near (ldr_strength_step (0.75, 1, 0), 0.75 * 0.948077514);
  assert_near (ldr_strength_step (1, 1, 1), 1);
}

/* A mark speaks for its day and two turns more. */
static void
test_daily (void)
{
  const double values[] = { 10 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (GArray) series = ldr_strength_get_series (goal, check_ins, DAY + 4);

  g_assert_cmpuint (series->len, ==, 5);
  assert_near (at (series, 0), 0.0519224857);
  assert_near (at (series, 2), 0.1478196036);
  assert_near (at (series, 3), 0.1401444423);
  assert_near (ldr_strength_get (goal, check_ins, DAY + 2), 0.1478196036);
}

/* Half of the way is half of the value. */
static void
test_share (void)
{
  const double values[] = { 4, 4, 4 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));

  assert_near (ldr_strength_get (goal, check_ins, DAY + 2), 0.0591278414);
}

/* A skipped day changes nothing, and makes no mark older. */
static void
test_skipped (void)
{
  const double values[] = { 10, NAN, NAN };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (GArray) series = ldr_strength_get_series (goal, check_ins, DAY + 5);

  assert_near (at (series, 2), 0.0519224857);
  assert_near (at (series, 4), 0.1478196036);
  assert_near (at (series, 5), 0.1401444423);
}

/* Nothing before the first mark counts, skipped or not. */
static void
test_start (void)
{
  const double skipped[] = { NAN, NAN }, late[] = { NAN, -1, 10 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) none = check_ins_of (goal, NULL, 0), only_skipped = check_ins_of (goal, skipped, 2);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, late, 3);
  g_autoptr (GArray) empty = ldr_strength_get_series (goal, none, DAY + 5), still_empty = NULL, series = NULL;

  g_assert_cmpuint (empty->len, ==, 0);
  still_empty = ldr_strength_get_series (goal, only_skipped, DAY + 5);
  g_assert_cmpuint (still_empty->len, ==, 0);
  assert_near (ldr_strength_get (goal, only_skipped, DAY + 5), 0);
  series = ldr_strength_get_series (goal, check_ins, DAY + 3);
  g_assert_cmpuint (series->len, ==, 2);
  g_assert_cmpint (g_array_index (series, LdrStrengthPoint, 0).day, ==, DAY + 2);
  /* Nor does one of tomorrow. */
  g_clear_pointer (&series, g_array_unref);
  series = ldr_strength_get_series (goal, check_ins, DAY + 1);
  g_assert_cmpuint (series->len, ==, 0);
}

/* Every Monday: it speaks until the third Monday after it. Without a rhythm a week is a turn as well. */
static void
test_weekly_rhythm (void)
{
  const double values[] = { 10 };
  static const guint weekdays[] = { LDR_WEEKDAY_BIT (G_DATE_MONDAY), 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, weekdays[i]);
      g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
      g_autoptr (GArray) series = ldr_strength_get_series (goal, check_ins, DAY + 21);

      assert_near (at (series, 20), 0.345056661);
      assert_near (at (series, 21), 0.338172441);
    }
}

static void
test_monthly_rhythm (void)
{
  const double values[] = { 10 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, 0);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));

  ldr_goal_set_rhythm (goal, LDR_RHYTHM_MONTHLY, 0);
  assert_near (ldr_strength_get (goal, check_ins, DAY), 0.009618008);
  /* Until the third month begins, on 9 June. */
  g_assert_cmpfloat (ldr_strength_get (goal, check_ins, DAY + 91), >, ldr_strength_get (goal, check_ins, DAY + 90));
  g_assert_cmpfloat (ldr_strength_get (goal, check_ins, DAY + 92), <, ldr_strength_get (goal, check_ins, DAY + 91));
}

/* At least three times a week: the last seven days are looked at each day. */
static void
test_at_least (void)
{
  const double values[] = { 1, -1, 1, -1, 1 };
  const double wanted[] = { 0.01143443943, 0.02247663964, 0.04457449518, 0.06591432094, 0.09795655929, 0.12889964255,
                            0.15878127537, 0.17620342960, 0.19302794613, 0.19784088648, 0.20248872701, 0.19554269176 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_WEEKLY, 1, 3, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (GArray) series = ldr_strength_get_series (goal, check_ins, DAY + 11);

  g_assert_cmpuint (series->len, ==, G_N_ELEMENTS (wanted));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_near (at (series, (int) i), wanted[i]);
}

/* At most twice a week: three times is two thirds of it, and after two weeks of silence nothing is kept. */
static void
test_at_most (void)
{
  const double values[] = { 3 };
  const double wanted[] = { 0.018731941, 0.036937554, 0.054631627, 0.071828533, 0.088542243, 0.104786332,
                            0.120573996, 0.14528403,  0.169299764, 0.192640705, 0.215325815, 0.237373521,
                            0.258801733, 0.279627856, 0.299868809, 0.291443122, 0.283254179, 0.275295328 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_WEEKLY, -1, 2, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (GArray) series = ldr_strength_get_series (goal, check_ins, DAY + 17);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpfloat_with_epsilon (at (series, (int) i), wanted[i], 1e-9);
}

static void
test_frequency (void)
{
  static const struct
  {
    double target, frequency;
  } rows[] = { { 0, 1.0 / 7 }, { 1, 1.0 / 7 }, { 3, 3.0 / 7 }, { 7, 1 }, { 20, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_WEEKLY, -1, rows[i].target, LDR_WEEKDAYS_ALL);

      assert_near (ldr_strength_get_frequency (goal, ldr_goal_get_measure (goal)), rows[i].frequency);
    }
}

/* It ends with the goal: at its last day, or when it was paused; a later mark still counts. */
static void
test_end (void)
{
  const double values[] = { 10, 10 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (GArray) paused = NULL, over = NULL, marked = NULL, returned = NULL;

  ldr_goal_pause (goal, DAY + 3, DAY + 30);
  paused = ldr_strength_get_series (goal, check_ins, DAY + 20);
  g_assert_cmpuint (paused->len, ==, 4);
  returned = ldr_strength_get_series (goal, check_ins, DAY + 30);
  g_assert_cmpuint (returned->len, ==, 31);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY);
  goal->last_day = DAY + 2;
  over = ldr_strength_get_series (goal, check_ins, DAY + 20);
  g_assert_cmpuint (over->len, ==, 3);
  g_ptr_array_add (check_ins, ldr_check_in_new (goal, DAY + 5, 10));
  marked = ldr_strength_get_series (goal, check_ins, DAY + 20);
  g_assert_cmpuint (marked->len, ==, 6);
}

/* The days of a pause leave it as it is, and what comes after goes on as if they had not been. */
static void
test_rest (void)
{
  const struct
  {
    LdrMeasureKind kind;
    double target;
    guint weekdays;
  } cases[] = {
    { LDR_MEASURE_SCALE, 10, LDR_WEEKDAYS_ALL },
    { LDR_MEASURE_SCALE, 10, LDR_WEEKDAY_BIT (G_DATE_WEDNESDAY) },
    { LDR_MEASURE_SCALE, 10, 0 },
    { LDR_MEASURE_WEEKLY, 3, LDR_WEEKDAYS_ALL },
    { LDR_MEASURE_FIGURE, 10, 0 },
  };
  const double values[] = { 1, 2, 0, 3, 1, 2, 1 };
  const int pause = 8, weeks = 3;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrGoal) goal = goal_of (cases[i].kind, 1, cases[i].target, cases[i].weekdays),
                          rested = ldr_goal_copy (goal);
      g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
      g_autoptr (GArray) plain = ldr_strength_get_series (goal, check_ins, DAY + 25), series = NULL;

      ldr_goal_pause (rested, DAY + pause, DAY + pause + 7 * weeks);
      if (i % 2 == 0)
        ldr_goal_set_state (rested, LDR_GOAL_ACTIVE, DAY + pause + 7 * weeks + 3);
      series = ldr_strength_get_series (rested, check_ins, DAY + 25 + 7 * weeks);
      g_assert_cmpuint (series->len, ==, plain->len + 7 * weeks);
      g_assert_cmpfloat (at (plain, 25), >, 0);
      for (int day = 0; day <= 25; day++)
        assert_near (at (series, day < pause ? day : day + 7 * weeks), at (plain, day));
      for (int day = pause; day < pause + 7 * weeks; day++)
        assert_near (at (series, day), at (plain, pause - 1));
    }
}

/* What is noted in a pause counts all the same. */
static void
test_mark_in_rest (void)
{
  const double values[] = { 10, -1, 10 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (GArray) series = NULL;

  ldr_goal_pause (goal, DAY + 1, DAY + 4);
  series = ldr_strength_get_series (goal, check_ins, DAY + 3);
  assert_near (at (series, 1), at (series, 0));
  assert_near (at (series, 2), ldr_strength_step (at (series, 0), 1, 1));
}

/* Each mark counts by what the goal measured when it was made. */
static void
test_versions (void)
{
  const double values[] = { 10 };
  g_autoptr (LdrGoal) goal = goal_of (LDR_MEASURE_SCALE, 1, 10, LDR_WEEKDAYS_ALL);
  g_autoptr (GPtrArray) check_ins = check_ins_of (goal, values, G_N_ELEMENTS (values));
  g_autoptr (LdrMeasure) figure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "", 0, 100);
  double first = 0.0519224857;

  ldr_goal_add_version (goal, DAY + 1, "In figures", figure);
  g_ptr_array_add (check_ins, ldr_check_in_new (goal, DAY + 1, 50));
  assert_near (ldr_strength_get (goal, check_ins, DAY + 1), first * 0.9480775143 + 0.5 * first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strength/step", test_step);
  g_test_add_func ("/strength/daily", test_daily);
  g_test_add_func ("/strength/share", test_share);
  g_test_add_func ("/strength/skipped", test_skipped);
  g_test_add_func ("/strength/start", test_start);
  g_test_add_func ("/strength/weekly-rhythm", test_weekly_rhythm);
  g_test_add_func ("/strength/monthly-rhythm", test_monthly_rhythm);
  g_test_add_func ("/strength/at-least", test_at_least);
  g_test_add_func ("/strength/at-most", test_at_most);
  g_test_add_func ("/strength/frequency", test_frequency);
  g_test_add_func ("/strength/end", test_end);
  g_test_add_func ("/strength/rest", test_rest);
  g_test_add_func ("/strength/mark-in-rest", test_mark_in_rest);
  g_test_add_func ("/strength/versions", test_versions);
  return g_test_run ();
}
