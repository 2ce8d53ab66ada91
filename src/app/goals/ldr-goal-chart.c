/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ldr-goals-describe.h"
#include "report/progress/ldr-goal-points.h"
#include "report/progress/ldr-progress-words.h"

static char *
sum_up (const LdrGoal *goal, const GArray *points, int today)
{
  const LdrChartPoint *first = NULL, *last = NULL;
  gboolean is_weekly = ldr_goal_get_measure (goal)->kind == LDR_MEASURE_WEEKLY;
  g_autofree char *from = NULL, *to = NULL, *since = NULL, *until = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const LdrChartPoint *point = &g_array_index (points, LdrChartPoint, i);

      if (isnan (point->value))
        continue;
      first = first == NULL ? point : first;
      last = point;
    }
  if (first == NULL)
    return g_strdup (_ ("No check-in yet."));
  from = ldr_goal_course_describe (goal, first);
  since = ldr_goal_day_describe (first->day, today);
  if (first == last && is_weekly)
    /* Translators: what a chart says: how many times it was, then the first day of the week of that */
    return g_strdup_printf (_ ("%s in the week of %s."), from, since);
  if (first == last)
    /* Translators: what a chart says: a value and its date */
    return g_strdup_printf (_ ("%s on %s."), from, since);
  to = ldr_goal_course_describe (goal, last);
  until = ldr_goal_day_describe (last->day, today);
  if (is_weekly)
    /* Translators: what a chart says: how many times it was at first and the first day of the week of that, then the
     * same for the last week */
    return g_strdup_printf (_ ("From %s in the week of %s to %s in the week of %s."), from, since, to, until);
  /* Translators: what a chart says: the first value and its date, the last value and its date */
  return g_strdup_printf (_ ("From %s on %s to %s on %s."), from, since, to, until);
}

/**
 * ldr_goal_chart_new:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, by day
 * @today: today's civil day
 *
 * Returns: (transfer full): its values with the target, broken where its wording changed
 */
LdrLineData *
ldr_goal_chart_new (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  const LdrMeasure *measure = ldr_goal_get_measure (goal);
  g_autoptr (GArray) points = ldr_goal_course_points (goal, check_ins, today);
  g_autofree char *summary = sum_up (goal, points, today);
  LdrLineData *data = ldr_line_data_new (_ ("Course"), summary, measure->unit[0] != '\0' ? measure->unit : NULL);

  if (measure->kind == LDR_MEASURE_SCALE)
    ldr_line_data_set_range (data, 0, LDR_SCALE_MAX, TRUE);
  else if (measure->kind == LDR_MEASURE_WEEKLY)
    ldr_line_data_set_range (data, 0, NAN, TRUE);
  ldr_goal_course_add_series (goal, points, measure->kind == LDR_MEASURE_WEEKLY ? _ ("Times a week") : _ ("Value"),
                              LDR_CHART_PEN_SOLID, data);
  ldr_goal_course_add_targets (goal, data, LDR_LINE_ALL_SERIES);
  return data;
}
