/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-strength.h"

#include <math.h>

/* The strength of a habit: a moving average that a missed day dents and does not destroy. It is the score of Loop Habit
 * Tracker (Álinson S. Xavier, uhabits-core, Score.compute): with f times a day and a value v from 0 to 1, each day
 *
 *   m = 0.5 ^ (sqrt (f) / 13)        s = s · m + v · (1 − m)
 *
 * so that a daily habit reaches one half after 13 days, and a weekly one after about 34. What v is on each day is ours:
 * see ldr_strength_get_series(). */

#define HALF_LIFE 13.0
#define DAYS_A_WEEK 7

/**
 * ldr_strength_step:
 * @strength: the strength of the day before, 0 to 1
 * @frequency: how often a day it is asked for, above 0 to 1
 * @value: how well the day went, 0 to 1
 *
 * Loop Habit Tracker's published formula.
 *
 * Returns: the strength of this day, 0 to 1
 */
double
ldr_strength_step (double strength, double frequency, double value)
{
  double multiplier = pow (0.5, sqrt (frequency) / HALF_LIFE);

  return strength * multiplier + value * (1 - multiplier);
}

/**
 * ldr_strength_get_frequency:
 * @goal: a goal
 * @measure: the measure of one of its versions
 *
 * Returns: how often a day it is asked for: for times a week a seventh of the target, from 1/7 to 1; else as often as
 *   the goal's rhythm asks
 */
double
ldr_strength_get_frequency (const LdrGoal *goal, const LdrMeasure *measure)
{
  LdrRhythm rhythm = ldr_goal_get_rhythm (goal);

  if (measure->kind == LDR_MEASURE_WEEKLY)
    return CLAMP (measure->target, 1, DAYS_A_WEEK) / DAYS_A_WEEK;
  return ldr_rhythm_get_frequency (&rhythm);
}

/* The walk along the days: which check-ins are behind, and for how many turns the last of them has spoken. */
typedef struct
{
  const LdrGoal *goal;
  LdrRhythm rhythm;
  GPtrArray *check_ins;
  guint next;
  const LdrCheckIn *latest;
  int n_days; /* Since the latest, but for those on which the goal rested. */
  int age;
} Walk;

/* Takes the check-in of a day, if there is one. Returns whether the day leaves the strength as it is: it was skipped,
 * or the goal rested. */
static gboolean
walk_to (Walk *walk, int day)
{
  const LdrCheckIn *check_in
      = walk->next < walk->check_ins->len ? g_ptr_array_index (walk->check_ins, walk->next) : NULL;

  if (check_in != NULL && check_in->day == day)
    {
      walk->next++;
      if (ldr_check_in_is_skipped (check_in))
        return TRUE;
      walk->latest = check_in;
      walk->n_days = 0;
      walk->age = 0;
      return FALSE;
    }
  if (ldr_goal_rests_on (walk->goal, day))
    return TRUE;
  walk->n_days++;
  /* Without a rhythm a turn is a week. */
  if (walk->rhythm.kind != LDR_RHYTHM_NONE ? ldr_rhythm_asks_on (&walk->rhythm, day) : walk->n_days % DAYS_A_WEEK == 0)
    walk->age++;
  return FALSE;
}

static gboolean
has_mark (const Walk *walk, int day)
{
  for (guint i = 0; i < walk->check_ins->len; i++)
    if (((const LdrCheckIn *) g_ptr_array_index (walk->check_ins, i))->day == day)
      return TRUE;
  return FALSE;
}

/* The first of the seven days up to @day that count: those on which the goal did not rest, or something was noted. */
static int
get_week_start (const Walk *walk, int day)
{
  int n = 1;

  for (; n < DAYS_A_WEEK && day > walk->goal->first_day; day--)
    if (!ldr_goal_rests_on (walk->goal, day - 1) || has_mark (walk, day - 1))
      n++;
  return day - (DAYS_A_WEEK - n);
}

static double
get_value (const Walk *walk, const LdrMeasure *measure, int day)
{
  if (measure->kind == LDR_MEASURE_WEEKLY)
    /* "At most" is not kept by saying nothing. */
    return walk->n_days <= LDR_STRENGTH_TURNS * DAYS_A_WEEK
               ? ldr_measure_get_share (
                     measure, ldr_goal_count_times (walk->goal, walk->check_ins, get_week_start (walk, day), day))
               : 0;
  return walk->age <= LDR_STRENGTH_TURNS ? ldr_measure_get_share (measure, walk->latest->value) : 0;
}

static int
get_last_day (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  const LdrCheckIn *last = g_ptr_array_index (check_ins, check_ins->len - 1);
  int day = today;

  if (ldr_goal_get_state (goal, today) != LDR_GOAL_ACTIVE)
    day = MIN (day, goal->state_day);
  if (goal->last_day != 0)
    day = MIN (day, goal->last_day);
  return MIN (MAX (day, last->day), today);
}

/**
 * ldr_strength_get_series:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): all its check-ins, by day
 * @today: a civil day
 *
 * How strong it was on each day, from 0 before its first mark: one ldr_strength_step() a day. A day's value is the
 * share (ldr_measure_get_share()) of its latest mark, as long as that is no older than %LDR_STRENGTH_TURNS turns of the
 * rhythm, and 0 after that; for times a week it is the share of the last seven days, as long as there was a mark in two
 * weeks. A skipped day leaves the strength as it is, and so does one on which the goal rested (ldr_goal_rests_on()) and
 * nothing was noted; nor do these days count among the turns and the seven days. The series ends with the goal: with
 * its last day, or with the day on which it was paused, achieved or let go, unless there are marks later than that.
 *
 * Returns: (transfer full) (element-type LdrStrengthPoint): a point for each day from the first mark on, by day; empty
 *   without a mark
 */
GArray *
ldr_strength_get_series (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  GArray *series = g_array_new (FALSE, FALSE, sizeof (LdrStrengthPoint));
  Walk walk = { .goal = goal, .rhythm = ldr_goal_get_rhythm (goal), .check_ins = check_ins };
  LdrStrengthPoint point = { 0 };
  int last_day;

  while (walk.next < check_ins->len && ldr_check_in_is_skipped (g_ptr_array_index (check_ins, walk.next)))
    walk.next++;
  if (walk.next == check_ins->len)
    return series;
  last_day = get_last_day (goal, check_ins, today);
  for (point.day = ((LdrCheckIn *) g_ptr_array_index (check_ins, walk.next))->day; point.day <= last_day; point.day++)
    {
      if (!walk_to (&walk, point.day))
        {
          const LdrMeasure *measure = ldr_goal_find_version (goal, walk.latest->version)->measure;

          point.strength = ldr_strength_step (point.strength, ldr_strength_get_frequency (goal, measure),
                                              get_value (&walk, measure, point.day));
        }
      g_array_append_val (series, point);
    }
  return series;
}

/**
 * ldr_strength_get:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): all its check-ins, by day
 * @today: a civil day
 *
 * Returns: the last strength of ldr_strength_get_series(), 0 without a mark
 */
double
ldr_strength_get (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  g_autoptr (GArray) series = ldr_strength_get_series (goal, check_ins, today);

  return series->len > 0 ? g_array_index (series, LdrStrengthPoint, series->len - 1).strength : 0;
}
