/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-course.h"

#include <math.h>
#include "chart/ldr-chart-ticks.h"
#include "ldr-goal-points.h"
#include "ldr-progress-words.h"
#include "model/ldr-trend.h"

#define MOST_NAME 32
#define DAYS_A_WEEK 7
#define MOST_TICKS 3

/* What is noticed of a figure: this part of the largest value. */
#define NOTICEABLE_PART 0.02

/* --- Values ----------------------------------------------------------------------------------------------------------
 */

static void
course_free (gpointer data)
{
  LdrCourse *self = data;

  ldr_goal_unref (self->goal);
  g_array_unref (self->points);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * ldr_course_get_value:
 * @self: a goal with its values
 * @index: which of those of the days that are shown
 *
 * Returns: (transfer none): the value
 */
const LdrChartPoint *
ldr_course_get_value (const LdrCourse *self, guint index)
{
  return &g_array_index (self->values, LdrChartPoint, index);
}

/**
 * ldr_course_get_range:
 * @self: a goal with at least one value in the days that are shown
 * @low: (out): the least of them
 * @high: (out): the greatest of them
 */
void
ldr_course_get_range (const LdrCourse *self, double *low, double *high)
{
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->values->len; i++)
    {
      *low = MIN (*low, ldr_course_get_value (self, i)->value);
      *high = MAX (*high, ldr_course_get_value (self, i)->value);
    }
}

static double
get_noticeable (const LdrCourse *self)
{
  double low, high;

  if (self->measure->kind != LDR_MEASURE_FIGURE)
    return 1;
  ldr_course_get_range (self, &low, &high);
  return MAX (MAX (fabs (low), fabs (high)) * NOTICEABLE_PART, G_MINDOUBLE);
}

/* 1 if no value is below the one before and -1 if none is above it, as long as they are not all the same; 0 otherwise.
 */
static int
get_only_direction (const LdrCourse *self)
{
  gboolean up = FALSE, down = FALSE;

  for (guint i = 1; i < self->values->len; i++)
    {
      up = up || ldr_course_get_value (self, i)->value > ldr_course_get_value (self, i - 1)->value;
      down = down || ldr_course_get_value (self, i)->value < ldr_course_get_value (self, i - 1)->value;
    }
  return up == down ? 0 : up ? 1 : -1;
}

static LdrCourseWay
get_way (int direction, int better)
{
  return direction == 0 ? LDR_COURSE_UNCLEAR : direction == better ? LDR_COURSE_NEARER : LDR_COURSE_AWAY;
}

/* Of a week that is not over nobody knows yet how many times it will have. */
static gboolean
is_running (const LdrCourse *self, int today)
{
  return self->measure->kind == LDR_MEASURE_WEEKLY
         && ldr_course_get_value (self, self->values->len - 1)->day + DAYS_A_WEEK > today;
}

/* "At most" is not kept before the week is over. */
static gboolean
find_reached (const LdrCourse *self, int today)
{
  return self->values->len > 0
         && ldr_measure_is_reached (self->measure, ldr_course_get_value (self, self->values->len - 1)->value)
         && (self->measure->better > 0 || !is_running (self, today));
}

static gboolean
is_same_target (const LdrMeasure *a, const LdrMeasure *b)
{
  return a->better == b->better && a->target >= b->target && a->target <= b->target;
}

/* Each value is held against the target of its own day: what reached an earlier one says nothing of the last. */
static int
find_day_reached (const LdrCourse *self, const LdrPeriod *period)
{
  int last_day = ldr_course_get_value (self, self->values->len - 1)->day;
  int since = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const LdrChartPoint *point = &g_array_index (self->points, LdrChartPoint, i);
      const LdrMeasure *measure = ldr_goal_course_get_measure (self->goal, point->day);

      if (!isfinite (point->value) || point->day > last_day)
        continue;
      if (!is_same_target (measure, self->measure) || !ldr_measure_is_reached (measure, point->value))
        since = 0;
      else if (since == 0)
        since = point->day;
    }
  return since != 0 && ldr_goal_course_is_in (self->goal, since, period) ? since : 0;
}

static gboolean
is_over (const LdrProgressView *view, const LdrGoal *goal)
{
  LdrGoalState state = ldr_goal_get_state (goal, view->progress->today);

  return view->period->last_day < view->progress->today || state == LDR_GOAL_ACHIEVED || state == LDR_GOAL_LET_GO;
}

/* A rise is told from its first value to its last, so that these have to say the same as the values between. What never
 * turned did not go up and down, though chance could have made it. */
static LdrCourseWay
find_way (const LdrCourse *self)
{
  g_autofree LdrTrendPoint *points = g_new (LdrTrendPoint, self->values->len + 1);
  double change, low, high, noticeable;
  int better = self->measure->better;

  for (guint i = 0; i < self->values->len; i++)
    points[i] = (LdrTrendPoint) { ldr_course_get_value (self, i)->day, ldr_course_get_value (self, i)->value };
  if (self->values->len == 0)
    return LDR_COURSE_UNTOLD;
  change = ldr_course_get_value (self, self->values->len - 1)->value - ldr_course_get_value (self, 0)->value;
  ldr_course_get_range (self, &low, &high);
  noticeable = get_noticeable (self);
  switch (ldr_trend_of (points, self->values->len, noticeable))
    {
    case LDR_TREND_NONE:
      return LDR_COURSE_UNTOLD;
    case LDR_TREND_STEADY:
      /* A level course can be one of values that are far apart. */
      return high - low <= 2 * noticeable ? LDR_COURSE_STEADY : get_way (get_only_direction (self), better);
    case LDR_TREND_UNCLEAR:
      return get_way (get_only_direction (self), better);
    case LDR_TREND_RISING:
      return get_way (change > 0 ? 1 : 0, better);
    case LDR_TREND_FALLING:
      return get_way (change < 0 ? -1 : 0, better);
    }
  return LDR_COURSE_UNTOLD;
}

static LdrCourse *
course_new (const LdrProgressView *view, const LdrProgressGoal *it)
{
  LdrCourse *self = g_new0 (LdrCourse, 1);

  self->goal = ldr_goal_ref (it->goal);
  self->measure = ldr_goal_course_get_measure (it->goal, MIN (view->period->last_day, view->progress->today));
  self->is_over = is_over (view, it->goal);
  self->points = ldr_goal_course_points (it->goal, it->check_ins, view->progress->today);
  self->values = g_array_new (FALSE, FALSE, sizeof (LdrChartPoint));
  for (guint i = 0; i < self->points->len; i++)
    {
      LdrChartPoint point = g_array_index (self->points, LdrChartPoint, i);

      if (isfinite (point.value) && ldr_goal_course_is_in (it->goal, point.day, view->period))
        g_array_append_val (self->values, point);
    }
  if (self->values->len > 1 && is_running (self, view->progress->today))
    g_array_set_size (self->values, self->values->len - 1);
  self->way = find_way (self);
  self->is_reached = find_reached (self, view->progress->today);
  self->reached = self->is_reached ? find_day_reached (self, view->period) : 0;
  return self;
}

/**
 * ldr_courses_list:
 * @view: what a chart is made from
 * @is_wanted: which goals are looked at
 * @last_day: (out): the last day on which any of them has a value, in the period or not; 0 without any
 *
 * Returns: (transfer full) (element-type LdrCourse): those that have a value in the period
 */
GPtrArray *
ldr_courses_list (const LdrProgressView *view, gboolean (*is_wanted) (const LdrGoal *goal), int *last_day)
{
  GPtrArray *courses = g_ptr_array_new_with_free_func (course_free);

  *last_day = 0;
  for (guint i = 0; i < view->progress->goals->len; i++)
    {
      const LdrProgressGoal *it = g_ptr_array_index (view->progress->goals, i);
      LdrCourse *course = is_wanted (it->goal) ? course_new (view, it) : NULL;

      if (course != NULL)
        *last_day = MAX (*last_day, ldr_goal_course_get_last_day (it->goal, it->check_ins));
      if (course != NULL && course->values->len > 0)
        g_ptr_array_add (courses, course);
      else if (course != NULL)
        course_free (course);
    }
  return courses;
}

/**
 * ldr_courses_are_possible:
 * @view: what a chart is made from
 * @is_wanted: which goals are looked at
 *
 * Returns: whether there is such a goal, with or without a value
 */
gboolean
ldr_courses_are_possible (const LdrProgressView *view, gboolean (*is_wanted) (const LdrGoal *goal))
{
  for (guint i = 0; i < view->progress->goals->len; i++)
    if (is_wanted (((LdrProgressGoal *) g_ptr_array_index (view->progress->goals, i))->goal))
      return TRUE;
  return FALSE;
}

/* --- Lines -----------------------------------------------------------------------------------------------------------
 */

/* The target at the end of a period. */
static void
add_target (const LdrCourse *self, const LdrPeriod *period, int today, double *low, double *high)
{
  double target = ldr_goal_course_get_measure (self->goal, MIN (period->last_day, today))->target;

  *low = MIN (*low, target);
  *high = MAX (*high, target);
}

/* Round values that hold the days shown and those of the chart beside, with the targets of then, from 0 where that is
 * no further away than the values are apart. */
static LdrChartTicks
choose_ticks (const LdrCourse *self, const LdrProgressView *view, gboolean whole)
{
  double low = self->measure->target;
  double high = low;

  add_target (self, view->period, view->progress->today, &low, &high);
  add_target (self, view->beside, view->progress->today, &low, &high);
  for (guint i = 0; i < self->points->len; i++)
    {
      const LdrChartPoint *point = &g_array_index (self->points, LdrChartPoint, i);

      if (!isfinite (point->value)
          || !(ldr_goal_course_is_in (self->goal, point->day, view->period)
               || ldr_goal_course_is_in (self->goal, point->day, view->beside)))
        continue;
      low = MIN (low, point->value);
      high = MAX (high, point->value);
    }
  low = low > 0 && low <= high - low ? 0 : low;
  return ldr_chart_ticks_choose (whole ? MIN (0, low) : low, high, MOST_TICKS, whole);
}

/* Alone, the axis of a figure is what its own values need. */
static void
set_values (const LdrCourse *self, const LdrProgressView *view, LdrLineData *data, guint series)
{
  const LdrMeasure *measure = ldr_goal_get_measure (self->goal);
  gboolean whole = measure->kind != LDR_MEASURE_FIGURE;

  if (measure->kind == LDR_MEASURE_SCALE)
    ldr_line_data_set_values (data, series, NULL, 0, LDR_SCALE_MAX, TRUE);
  else if (view->beside == NULL)
    ldr_line_data_set_values (data, series, measure->unit, whole ? 0 : NAN, NAN, whole);
  else
    {
      LdrChartTicks ticks = choose_ticks (self, view, whole);

      ldr_line_data_set_values (data, series, measure->unit, ldr_chart_ticks_get (&ticks, 0),
                                ldr_chart_ticks_get (&ticks, ticks.n - 1), whole);
    }
}

/**
 * ldr_course_add_to:
 * @self: a goal with its values
 * @view: what the chart is made from
 * @data: a chart
 * @own_values: whether the goal has an axis of values of its own
 *
 * Adds a goal to a chart as its next series, with its targets.
 */
void
ldr_course_add_to (const LdrCourse *self, const LdrProgressView *view, LdrLineData *data, gboolean own_values)
{
  guint series = data->series->len;
  const char *statement = ldr_goal_get_statement (self->goal);
  /* A panel shortens the name to its own width. */
  g_autofree char *name = own_values ? g_strdup (statement) : ldr_progress_words_shorten (statement, MOST_NAME);

  ldr_goal_course_add_series (self->goal, self->points, name, (LdrChartPen) (series % LDR_CHART_N_PENS), data);
  if (own_values)
    set_values (self, view, data, series);
  ldr_goal_course_add_targets (self->goal, data, (int) series);
}
