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
  if (first == last)
    /* Translators: what a chart says: a value and its date */
    return g_strdup_printf (_ ("%s on %s."), from, since);
  to = ldr_goal_course_describe (goal, last);
  until = ldr_goal_day_describe (last->day, today);
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
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  LdrLineData *data = ldr_line_data_new (_ ("Course"), summary, measure->unit[0] != '\0' ? measure->unit : NULL);

  for (guint i = 0; i < points->len; i++)
    g_strv_builder_take (builder, ldr_goal_course_describe (goal, &g_array_index (points, LdrChartPoint, i)));
  texts = g_strv_builder_end (builder);
  if (measure->kind == LDR_MEASURE_SCALE)
    ldr_line_data_set_range (data, 0, LDR_SCALE_MAX, TRUE);
  else if (measure->kind == LDR_MEASURE_WEEKLY)
    ldr_line_data_set_range (data, 0, NAN, TRUE);
  ldr_line_data_add_series (data, measure->kind == LDR_MEASURE_WEEKLY ? _ ("Times a week") : _ ("Value"),
                            ldr_progress_words_class (goal->style), LDR_CHART_PEN_SOLID, (LdrChartPoint *) points->data,
                            (const char *const *) texts, points->len);
  ldr_goal_course_add_targets (goal, data, LDR_LINE_ALL_SERIES);
  return data;
}
