/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-course.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-line.h"
#include "chart/ldr-multiples.h"

/* Goals with a scaling question, or of so many times a week. */

/* More lines than these are told apart in panels of their own only. */
#define MOST_LINES 4

/* Lines nearer than this part of the scale of 10 are one line to the eye; on more than this part of their common days
 * they are not to be. */
#define LEAST_APART 0.25
#define MOST_COVERED 0.4

static gboolean
is_wanted (const LdrGoal *goal)
{
  return ldr_goal_get_measure (goal)->kind != LDR_MEASURE_FIGURE;
}

static void
set_empty (const LdrProgressView *view, int last_day, LdrProgressChart *self)
{
  if (last_day != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last_day, view->progress->today,
                                        _ ("No check-in in this period. The last one was on %s."));
  else if (ldr_courses_are_possible (view, is_wanted))
    ldr_progress_chart_set_empty (self, _ ("Every check-in on a goal becomes a point of its line here."),
                                  _ ("Go to Goals"), "win.show-place::goals");
  else
    ldr_progress_chart_set_empty (self,
                                  _ ("Here you will see how goals come nearer to their target, check-in by check-in."),
                                  _ ("Set a Goal"), "win.show-place::goals");
}

/* How high a line stands on a day, NAN where it does not reach that day. */
static double
interpolate (const GArray *values, int day)
{
  const LdrChartPoint *before = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      const LdrChartPoint *it = &g_array_index (values, LdrChartPoint, i);

      if (it->day == day)
        return it->value;
      if (it->day > day)
        return before == NULL
                   ? NAN
                   : before->value + (it->value - before->value) * (day - before->day) / (it->day - before->day);
      before = it;
    }
  return NAN;
}

/* Counts on how many of its days a line lies on another one, of those that both have. */
static void
count_covered (const GArray *values, const GArray *other, guint *n_covered, guint *n_common)
{
  for (guint i = 0; i < values->len; i++)
    {
      const LdrChartPoint *it = &g_array_index (values, LdrChartPoint, i);
      double distance = fabs (interpolate (other, it->day) - it->value);

      if (!isfinite (distance))
        continue;
      (*n_common)++;
      *n_covered += distance < LEAST_APART ? 1 : 0;
    }
}

/* Whether two lines lie on one another so much that one of them is hardly seen. */
static gboolean
cover_each_other (const LdrCourse *a, const LdrCourse *b)
{
  guint n_covered = 0, n_common = 0;

  count_covered (a->values, b->values, &n_covered, &n_common);
  count_covered (b->values, a->values, &n_covered, &n_common);
  return n_covered > n_common * MOST_COVERED;
}

/* Lines need one axis of values, that of the scaling question, and are to be seen, each of them. */
static gboolean
fit_together (const GPtrArray *courses)
{
  if (courses->len > MOST_LINES)
    return FALSE;
  for (guint i = 0; i < courses->len; i++)
    {
      const LdrCourse *it = g_ptr_array_index (courses, i);

      if (ldr_goal_get_measure (it->goal)->kind != LDR_MEASURE_SCALE)
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (cover_each_other (it, g_ptr_array_index (courses, j)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
are_alike (const LdrLineTarget *a, const LdrLineTarget *b)
{
  return a->low == b->low && a->high == b->high && a->first_day == b->first_day && a->last_day == b->last_day;
}

/* Where goals share a target, it stands there once and in no goal's colour. */
static void
merge_targets (LdrLineData *data)
{
  for (guint i = 0; i < data->targets->len; i++)
    {
      LdrLineTarget *first = g_ptr_array_index (data->targets, i);

      for (guint j = data->targets->len - 1; j > i; j--)
        if (are_alike (first, g_ptr_array_index (data->targets, j)))
          {
            g_clear_pointer (&first->style_class, g_free);
            first->series = LDR_LINE_ALL_SERIES;
            g_ptr_array_remove_index (data->targets, j);
          }
    }
}

/* Goals as lines from 0 to 10 where there are few of them that do not cover each other, in panels otherwise. */
void
ldr_progress_make_goals (const LdrProgressView *view, LdrProgressChart *self)
{
  int last_day;
  g_autoptr (GPtrArray) courses = ldr_courses_list (view, is_wanted, &last_day);
  g_autoptr (LdrLineData) data = NULL;
  gboolean together = fit_together (courses);

  if (courses->len == 0)
    {
      set_empty (view, last_day, self);
      return;
    }
  /* Translators: how many goals there are, at least 4, then how many of them went which way */
  self->sentence = ldr_courses_describe (courses, view->progress->today, _ ("Of %d goals, %s."));
  data = ldr_line_data_new (self->title, self->sentence, NULL);
  ldr_line_data_set_days (data, view->period->first_day, view->period->last_day);
  ldr_line_data_set_range (data, 0, LDR_SCALE_MAX, TRUE);
  for (guint i = 0; i < courses->len; i++)
    ldr_course_add_to (g_ptr_array_index (courses, i), view, data, !together);
  if (together)
    merge_targets (data);
  self->chart = together ? ldr_line_chart_new (data) : ldr_multiples_new (data);
}
