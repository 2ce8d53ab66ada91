/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-course.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-chart-ticks.h"
#include "ldr-goal-points.h"
#include "ldr-progress-words.h"
#include "model/ldr-trend.h"

/* Of more goals than this it is only said how many went which way. */
#define MOST_TOLD 3

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

static const LdrChartPoint *
get_value (const LdrCourse *self, guint index)
{
  return &g_array_index (self->values, LdrChartPoint, index);
}

static void
get_range (const LdrCourse *self, double *low, double *high)
{
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->values->len; i++)
    {
      *low = MIN (*low, get_value (self, i)->value);
      *high = MAX (*high, get_value (self, i)->value);
    }
}

static double
get_noticeable (const LdrCourse *self)
{
  double low, high;

  if (ldr_goal_get_measure (self->goal)->kind != LDR_MEASURE_FIGURE)
    return 1;
  get_range (self, &low, &high);
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
      up = up || get_value (self, i)->value > get_value (self, i - 1)->value;
      down = down || get_value (self, i)->value < get_value (self, i - 1)->value;
    }
  return up == down ? 0 : up ? 1 : -1;
}

static LdrCourseWay
get_way (int direction, int better)
{
  return direction == 0 ? LDR_COURSE_UNCLEAR : direction == better ? LDR_COURSE_NEARER : LDR_COURSE_AWAY;
}

/* A rise is told from its first value to its last, so that these have to say the same as the values between. What never
 * turned did not go up and down, though chance could have made it. */
static LdrCourseWay
find_way (const LdrCourse *self)
{
  g_autofree LdrTrendPoint *points = g_new (LdrTrendPoint, self->values->len + 1);
  double change, low, high, noticeable;
  int better = ldr_goal_get_measure (self->goal)->better;

  for (guint i = 0; i < self->values->len; i++)
    points[i] = (LdrTrendPoint) { get_value (self, i)->day, get_value (self, i)->value };
  if (self->values->len == 0)
    return LDR_COURSE_UNTOLD;
  change = get_value (self, self->values->len - 1)->value - get_value (self, 0)->value;
  get_range (self, &low, &high);
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

/* Of a week that is not over nobody knows yet how many times it will have. */
static gboolean
is_running (const LdrCourse *self, int today)
{
  return ldr_goal_get_measure (self->goal)->kind == LDR_MEASURE_WEEKLY
         && get_value (self, self->values->len - 1)->day + DAYS_A_WEEK > today;
}

static LdrCourse *
course_new (const LdrProgressView *view, const LdrProgressGoal *it)
{
  LdrCourse *self = g_new0 (LdrCourse, 1);

  self->goal = ldr_goal_ref (it->goal);
  self->points = ldr_goal_course_points (it->goal, it->check_ins, view->progress->today);
  self->values = g_array_new (FALSE, FALSE, sizeof (LdrChartPoint));
  for (guint i = 0; i < self->points->len; i++)
    {
      LdrChartPoint point = g_array_index (self->points, LdrChartPoint, i);

      if (isfinite (point.value) && ldr_period_contains (view->period, point.day))
        g_array_append_val (self->values, point);
    }
  if (self->values->len > 1 && is_running (self, view->progress->today))
    g_array_set_size (self->values, self->values->len - 1);
  self->way = find_way (self);
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

      for (guint j = 0; course != NULL && j < course->points->len; j++)
        if (isfinite (g_array_index (course->points, LdrChartPoint, j).value))
          *last_day = MAX (*last_day, g_array_index (course->points, LdrChartPoint, j).day);
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

/* --- Words -----------------------------------------------------------------------------------------------------------
 */

static char *
say_value (const LdrCourse *self, double value, gboolean with_unit)
{
  const LdrMeasure *measure = ldr_goal_get_measure (self->goal);

  if (measure->kind == LDR_MEASURE_WEEKLY && with_unit)
    return g_strdup_printf (ngettext ("%d time a week", "%d times a week", (gulong) value), (int) value);
  return ldr_measure_format_value (measure, value);
}

/* Values that are too few to speak of a course are told as they are. */
static char *
say_values (const LdrCourse *self, const char *name, int today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (self->values->len, g_free, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->values->len; i++)
    g_ptr_array_add (parts, say_value (self, get_value (self, i)->value, FALSE));
  list = ldr_progress_words_list ((const char *const *) parts->pdata);
  if (self->values->len == 1)
    {
      g_autofree char *day = ldr_progress_words_day (get_value (self, 0)->day, today);

      /* Translators: the name of a goal, then its value and the date of that */
      return g_strdup_printf (C_ ("course", "%s: %s on %s."), name, list, day);
    }
  /* Translators: the name of a goal, then its values one after the other */
  return g_strdup_printf (C_ ("course", "%s: %s."), name, list);
}

static char *
say_middle (const LdrCourse *self, const char *name)
{
  g_autofree double *values = g_new (double, self->values->len);
  g_autofree char *middle = NULL;
  double median;

  for (guint i = 0; i < self->values->len; i++)
    values[i] = get_value (self, i)->value;
  median = ldr_trend_get_median (values, self->values->len);
  /* Of whole numbers a middle between two of them is none. */
  if (ldr_goal_get_measure (self->goal)->kind != LDR_MEASURE_FIGURE && median != floor (median))
    {
      g_autofree char *low = say_value (self, floor (median), FALSE);
      g_autofree char *high = say_value (self, ceil (median), TRUE);

      /* Translators: the name of a goal, then two values next to one another */
      return g_strdup_printf (C_ ("course", "%s stayed around %s to %s."), name, low, high);
    }
  middle = say_value (self, median, TRUE);
  /* Translators: the name of a goal, then a value */
  return g_strdup_printf (C_ ("course", "%s stayed around %s."), name, middle);
}

static char *
say_span (const LdrCourse *self, const char *name)
{
  g_autofree char *least = NULL, *most = NULL, *last = NULL;
  double low, high;

  get_range (self, &low, &high);
  least = say_value (self, low, FALSE);
  most = say_value (self, high, TRUE);
  last = say_value (self, get_value (self, self->values->len - 1)->value, FALSE);
  /* Translators: the name of a goal, then its least, its greatest and its last value */
  return g_strdup_printf (C_ ("course", "%s went up and down between %s and %s; the last was %s."), name, least, most,
                          last);
}

static char *
say_way (const LdrCourse *self, const char *name, int today)
{
  const LdrChartPoint *first = get_value (self, 0);
  const LdrChartPoint *last = get_value (self, self->values->len - 1);
  g_autofree char *from = say_value (self, first->value, FALSE);
  g_autofree char *to = say_value (self, last->value, TRUE);
  g_autofree char *since = ldr_progress_words_day (first->day, today);

  return g_strdup_printf (last->value > first->value
                              /* Translators: the name of a goal, its first and its last value, the date of the first */
                              ? C_ ("course", "%s rose from %s to %s since %s.")
                              : C_ ("course", "%s fell from %s to %s since %s."),
                          name, from, to, since);
}

static char *
describe (const LdrCourse *self, int today)
{
  g_autofree char *name = ldr_progress_words_quote (ldr_goal_get_statement (self->goal));

  switch (self->way)
    {
    case LDR_COURSE_STEADY:
      return say_middle (self, name);
    case LDR_COURSE_UNCLEAR:
      return say_span (self, name);
    case LDR_COURSE_NEARER:
    case LDR_COURSE_AWAY:
      return say_way (self, name, today);
    case LDR_COURSE_UNTOLD:
    case LDR_N_COURSE_WAYS:
      break;
    }
  return say_values (self, name, today);
}

static char *
describe_target (const LdrCourse *self, int today)
{
  const LdrMeasure *measure = ldr_goal_get_measure (self->goal);
  g_autofree char *target = say_value (self, measure->target, TRUE);

  /* "At most" is not kept before the week is over. */
  if (ldr_measure_is_reached (measure, get_value (self, self->values->len - 1)->value)
      && (measure->better > 0 || !is_running (self, today)))
    /* Translators: %s is a value such as "8" or "82%" */
    return g_strdup_printf (_ ("The target of %s is reached."), target);
  return g_strdup_printf (measure->better > 0
                              /* Translators: %s is a value such as "8" or "82%" */
                              ? _ ("The target is %s or more.")
                              : _ ("The target is %s or less."),
                          target);
}

/* How many went which way, where there are too many to tell of each. */
static char *
count_ways (const GPtrArray *courses, const char *format)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (LDR_N_COURSE_WAYS, g_free, TRUE);
  g_autofree char *list = NULL;
  int n[LDR_N_COURSE_WAYS] = { 0 };

  for (guint i = 0; i < courses->len; i++)
    n[((LdrCourse *) g_ptr_array_index (courses, i))->way]++;
  if (n[LDR_COURSE_NEARER] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d came nearer to its target", "%d came nearer to their target",
                                                       (gulong) n[LDR_COURSE_NEARER]),
                                             n[LDR_COURSE_NEARER]));
  if (n[LDR_COURSE_STEADY] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d stayed much the same", "%d stayed much the same",
                                                       (gulong) n[LDR_COURSE_STEADY]),
                                             n[LDR_COURSE_STEADY]));
  if (n[LDR_COURSE_UNCLEAR] > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%d went up and down", "%d went up and down", (gulong) n[LDR_COURSE_UNCLEAR]),
                                n[LDR_COURSE_UNCLEAR]));
  if (n[LDR_COURSE_AWAY] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d moved away from its target",
                                                       "%d moved away from their target", (gulong) n[LDR_COURSE_AWAY]),
                                             n[LDR_COURSE_AWAY]));
  if (n[LDR_COURSE_UNTOLD] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d has too few values to tell",
                                                       "%d have too few values to tell", (gulong) n[LDR_COURSE_UNTOLD]),
                                             n[LDR_COURSE_UNTOLD]));
  list = ldr_progress_words_list ((const char *const *) parts->pdata);
  return g_strdup_printf (format, (int) courses->len, list);
}

/**
 * ldr_courses_describe:
 * @courses: (element-type LdrCourse): one or more
 * @today: today's civil day
 * @format: a sentence about more of them than can be told one by one: with how many there are, as "%d", and how many of
 *   them went which way, as "%s"
 *
 * Returns: (transfer full): which way they went, in words
 */
char *
ldr_courses_describe (const GPtrArray *courses, int today, const char *format)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (MOST_TOLD, g_free, TRUE);

  if (courses->len > MOST_TOLD)
    return count_ways (courses, format);
  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (sentences, describe (g_ptr_array_index (courses, i), today));
  if (courses->len == 1)
    g_ptr_array_add (sentences, describe_target (g_ptr_array_index (courses, 0), today));
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* --- Lines -----------------------------------------------------------------------------------------------------------
 */

/* Round values that hold the days shown and those of the chart beside, from 0 where that is no further away than the
 * values are apart. */
static LdrChartTicks
choose_ticks (const LdrCourse *self, const LdrProgressView *view, gboolean whole)
{
  double low = ldr_goal_get_measure (self->goal)->target;
  double high = low;

  for (guint i = 0; i < self->points->len; i++)
    {
      const LdrChartPoint *point = &g_array_index (self->points, LdrChartPoint, i);

      if (!isfinite (point->value)
          || !(ldr_period_contains (view->period, point->day) || ldr_period_contains (view->beside, point->day)))
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
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < self->points->len; i++)
    g_strv_builder_take (builder,
                         ldr_goal_course_describe (self->goal, &g_array_index (self->points, LdrChartPoint, i)));
  texts = g_strv_builder_end (builder);
  ldr_line_data_add_series (data, name, ldr_progress_words_class (self->goal->style),
                            (LdrChartPen) (series % LDR_CHART_N_PENS), (const LdrChartPoint *) self->points->data,
                            (const char *const *) texts, self->points->len);
  if (own_values)
    set_values (self, view, data, series);
  ldr_goal_course_add_targets (self->goal, data, (int) series);
}
