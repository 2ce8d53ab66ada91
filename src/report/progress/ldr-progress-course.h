/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-line-data.h"
#include "ldr-progress-private.h"

G_BEGIN_DECLS

/**
 * LdrCourseWay:
 * @LDR_COURSE_UNTOLD: too few values to tell
 * @LDR_COURSE_STEADY: it stayed much the same
 * @LDR_COURSE_UNCLEAR: it went up and down
 * @LDR_COURSE_NEARER: it came nearer to its target
 * @LDR_COURSE_AWAY: it moved away from its target
 * @LDR_N_COURSE_WAYS: how many there are
 *
 * Which way a goal went.
 */
typedef enum
{
  LDR_COURSE_UNTOLD,
  LDR_COURSE_STEADY,
  LDR_COURSE_UNCLEAR,
  LDR_COURSE_NEARER,
  LDR_COURSE_AWAY,
  LDR_N_COURSE_WAYS,
} LdrCourseWay;

/**
 * LdrCourse:
 * @goal: a goal
 * @points: (element-type LdrChartPoint): its values of all days, or weeks, those of skipped ones NAN
 * @values: (element-type LdrChartPoint): those that are shown, as ldr_goal_course_is_in() has it, without skipped ones
 * @measure: how it was measured at the end of those days, or is now where they go on
 * @way: which way the values went
 * @is_over: whether those days, or the goal itself, are past
 * @is_reached: whether the last value is at the target or beyond it
 * @reached: the day of those that are shown since which that has been so, or 0 if it is not known
 *
 * A goal with its values.
 */
typedef struct
{
  LdrGoal *goal;
  GArray *points;
  GArray *values;
  const LdrMeasure *measure;
  LdrCourseWay way;
  gboolean is_over;
  gboolean is_reached;
  int reached;
} LdrCourse;

GPtrArray *ldr_courses_list (const LdrProgressView *view, gboolean (*is_wanted) (const LdrGoal *goal), int *last_day);
gboolean ldr_courses_are_possible (const LdrProgressView *view, gboolean (*is_wanted) (const LdrGoal *goal));
const LdrChartPoint *ldr_course_get_value (const LdrCourse *self, guint index);
void ldr_course_get_range (const LdrCourse *self, double *low, double *high);
char *ldr_courses_describe (const GPtrArray *courses, int today, const char *format);
void ldr_course_add_to (const LdrCourse *self, const LdrProgressView *view, LdrLineData *data, gboolean own_values);

G_END_DECLS
