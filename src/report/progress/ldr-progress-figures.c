/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-course.h"

#include <glib/gi18n.h>
#include "chart/ldr-multiples.h"

/* Key figures, each with its own unit. */

static gboolean
is_wanted (const LdrGoal *goal)
{
  return ldr_goal_get_measure (goal)->kind == LDR_MEASURE_FIGURE;
}

static void
set_empty (const LdrProgressView *view, int last_day, LdrProgressChart *self)
{
  if (last_day != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last_day, view->progress->today,
                                        _ ("No figure was noted in this period. The last one is of %s."));
  else if (ldr_courses_are_possible (view, is_wanted))
    ldr_progress_chart_set_empty (self, _ ("Every figure that is noted becomes a point of its line here."),
                                  _ ("Go to Goals"), "win.show-place::goals");
  else
    ldr_progress_chart_set_empty (
        self, _ ("Here you will see the figures by which service is judged, such as customer satisfaction, over time."),
        _ ("Follow a Figure"), "win.show-place::goals");
}

/* A panel for each figure. */
void
ldr_progress_make_figures (const LdrProgressView *view, LdrProgressChart *self)
{
  int last_day;
  g_autoptr (GPtrArray) courses = ldr_courses_list (view, is_wanted, &last_day);
  g_autoptr (LdrLineData) data = NULL;

  if (courses->len == 0)
    {
      set_empty (view, last_day, self);
      return;
    }
  /* Translators: how many figures there are, at least 4, then how many of them went which way */
  self->sentence = ldr_courses_describe (courses, view->progress->today, _ ("Of %d figures, %s."));
  data = ldr_line_data_new (self->title, self->sentence, NULL);
  ldr_line_data_set_days (data, view->period->first_day, view->period->last_day);
  for (guint i = 0; i < courses->len; i++)
    ldr_course_add_to (g_ptr_array_index (courses, i), view, data, TRUE);
  self->chart = ldr_multiples_new (data);
}
