/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-points.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-chart-ticks.h"
#include "ldr-progress-words.h"
#include "model/ldr-rhythm.h"

#define DAYS_A_WEEK 7

/* The course of a goal as a chart: only what the measure of today can be compared with. */

static gboolean
is_comparable (const LdrMeasure *a, const LdrMeasure *b)
{
  return a->kind == b->kind && g_str_equal (a->unit, b->unit);
}

/**
 * ldr_goal_course_shows:
 * @goal: a goal
 * @check_in: one of its check-ins
 *
 * Returns: whether its value can be compared with those of the present measure
 */
gboolean
ldr_goal_course_shows (const LdrGoal *goal, const LdrCheckIn *check_in)
{
  const LdrGoalVersion *version = ldr_goal_find_version (goal, check_in->version);

  return version != NULL && is_comparable (version->measure, ldr_goal_get_measure (goal));
}

/**
 * ldr_goal_course_get_measure:
 * @goal: a goal
 * @day: a civil day
 *
 * Returns: (transfer none): the measure of the wording of that day, or else of the last one before it that can be
 * compared with the present measure, or else that
 */
const LdrMeasure *
ldr_goal_course_get_measure (const LdrGoal *goal, int day)
{
  const LdrMeasure *now = ldr_goal_get_measure (goal);

  for (int number = ldr_goal_get_version_on (goal, day)->number; number > 0; number--)
    {
      const LdrMeasure *measure = ldr_goal_find_version (goal, number)->measure;

      if (is_comparable (measure, now))
        return measure;
    }
  return now;
}

static GArray *
list_days (const LdrGoal *goal, GPtrArray *check_ins)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LdrChartPoint));

  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);
      LdrChartPoint point = { check_in->day, check_in->value };

      if (ldr_goal_course_shows (goal, check_in))
        g_array_append_val (points, point);
    }
  return points;
}

static gboolean
has_mark (const LdrGoal *goal, GPtrArray *check_ins, int first_day, int last_day)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);

      if (check_in->day >= first_day && check_in->day <= last_day && !ldr_check_in_is_skipped (check_in)
          && ldr_goal_course_shows (goal, check_in))
        return TRUE;
    }
  return FALSE;
}

/* A week about which nothing was said is no week of nothing. */
static GArray *
list_weeks (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LdrChartPoint));
  GDateWeekday first = (GDateWeekday) (G_DATE_MONDAY + ldr_chart_get_first_weekday ());
  int first_day = 0;
  int last_day = 0;
  LdrChartPoint point;

  for (guint i = 0; i < check_ins->len; i++)
    if (ldr_goal_course_shows (goal, g_ptr_array_index (check_ins, i)))
      {
        last_day = ((LdrCheckIn *) g_ptr_array_index (check_ins, i))->day;
        first_day = first_day == 0 ? last_day : first_day;
      }
  if (first_day == 0)
    return points;
  for (point.day = ldr_rhythm_get_week_start (first_day, first); point.day <= MIN (last_day, today);
       point.day += DAYS_A_WEEK)
    {
      point.value = has_mark (goal, check_ins, point.day, point.day + DAYS_A_WEEK - 1)
                        ? ldr_goal_count_week (goal, check_ins, point.day, first)
                        : NAN;
      g_array_append_val (points, point);
    }
  return points;
}

/**
 * ldr_goal_course_points:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, by day
 * @today: today's civil day
 *
 * Returns: (transfer full) (element-type LdrChartPoint): its values as its present measure has them, by day; times a
 * week as one for each week, on its first day
 */
GArray *
ldr_goal_course_points (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  return ldr_goal_get_measure (goal)->kind == LDR_MEASURE_WEEKLY ? list_weeks (goal, check_ins, today)
                                                                 : list_days (goal, check_ins);
}

/**
 * ldr_goal_course_is_in:
 * @goal: a goal
 * @day: the day of one of its points
 * @period: a period
 *
 * Whether a point belongs to a period. A week does as soon as any of its days is in the period, and it counts whole:
 * only the whole week can be held against a target of so many times a week, and it is the same number wherever one
 * meets it. So a week across the border of two periods is in both.
 *
 * Returns: whether it does
 */
gboolean
ldr_goal_course_is_in (const LdrGoal *goal, int day, const LdrPeriod *period)
{
  if (ldr_goal_get_measure (goal)->kind != LDR_MEASURE_WEEKLY)
    return ldr_period_contains (period, day);
  return day <= period->last_day && day + DAYS_A_WEEK > period->first_day;
}

/**
 * ldr_goal_course_get_last_day:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, by day
 *
 * Returns: the day of the last one that has a value as the present measure has it, or 0
 */
int
ldr_goal_course_get_last_day (const LdrGoal *goal, GPtrArray *check_ins)
{
  for (guint i = check_ins->len; i-- > 0;)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);

      if (ldr_goal_course_shows (goal, check_in) && !ldr_check_in_is_skipped (check_in))
        return check_in->day;
    }
  return 0;
}

/**
 * ldr_goal_course_describe:
 * @goal: a goal
 * @point: one of its points
 *
 * Returns: (transfer full) (nullable): the point as it is read out; %NULL for a week about which nothing was said
 */
char *
ldr_goal_course_describe (const LdrGoal *goal, const LdrChartPoint *point)
{
  const LdrMeasure *measure = ldr_goal_course_get_measure (goal, point->day);

  if (measure->kind != LDR_MEASURE_WEEKLY)
    return isnan (point->value) ? g_strdup (C_ ("check-in", "Skipped"))
                                : ldr_measure_format_value (measure, point->value);
  if (isnan (point->value))
    return NULL;
  /* Translators: how often it was in a week */
  return g_strdup_printf (ngettext ("%d time", "%d times", (gulong) point->value), (int) point->value);
}

/**
 * ldr_goal_course_add_series:
 * @goal: a goal
 * @points: (element-type LdrChartPoint): its points
 * @name: what they are called
 * @pen: how they are drawn
 * @data: a chart
 *
 * Adds the points to a chart as its next series; times a week stand for whole weeks there.
 */
void
ldr_goal_course_add_series (
    const LdrGoal *goal, const GArray *points, const char *name, LdrChartPen pen, LdrLineData *data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < points->len; i++)
    g_ptr_array_add (texts, ldr_goal_course_describe (goal, &g_array_index (points, LdrChartPoint, i)));
  ldr_line_data_add_series (data, name, ldr_progress_words_class (goal->style), pen,
                            (const LdrChartPoint *) points->data, (const char *const *) texts->pdata, points->len);
  if (ldr_goal_get_measure (goal)->kind == LDR_MEASURE_WEEKLY)
    ldr_line_data_set_period (data, data->series->len - 1, LDR_CHART_PERIOD_WEEK, TRUE);
}

/**
 * ldr_goal_course_add_targets:
 * @goal: a goal
 * @data: a chart with its points
 * @series: the series that they are, or %LDR_LINE_ALL_SERIES
 *
 * Shows where the goal is to come, in each of its wordings that has the same measure, and where a new wording began.
 */
void
ldr_goal_course_add_targets (const LdrGoal *goal, LdrLineData *data, int series)
{
  for (guint i = 0; i < goal->versions->len; i++)
    {
      const LdrGoalVersion *version = g_ptr_array_index (goal->versions, i);
      const LdrGoalVersion *next = i + 1 < goal->versions->len ? g_ptr_array_index (goal->versions, i + 1) : NULL;
      g_autofree char *value = ldr_measure_format_value (version->measure, version->measure->target);
      /* Translators: a line in a chart; %s is a value such as "8" or "82%" */
      g_autofree char *label = g_strdup_printf (_ ("target %s"), value);

      if (is_comparable (version->measure, ldr_goal_get_measure (goal)))
        {
          double target = version->measure->target;
          LdrLineTarget *line = ldr_line_data_add_target (data, label, ldr_progress_words_class (goal->style), target,
                                                          target, i > 0 ? version->since : LDR_LINE_NO_DAY,
                                                          next != NULL ? next->since - 1 : LDR_LINE_NO_DAY);

          line->series = series;
        }
      if (i > 0)
        ldr_line_data_add_break (data, version->since, series, _ ("new wording"));
    }
}
