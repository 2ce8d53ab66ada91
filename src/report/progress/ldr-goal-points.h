/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-line-data.h"
#include "model/ldr-check-in.h"
#include "model/ldr-period.h"

G_BEGIN_DECLS

/* The check-ins of a goal as the points of a line. */

GArray *ldr_goal_course_points (const LdrGoal *goal, GPtrArray *check_ins, int today);
gboolean ldr_goal_course_shows (const LdrGoal *goal, const LdrCheckIn *check_in);
const LdrMeasure *ldr_goal_course_get_measure (const LdrGoal *goal, int day);
char *ldr_goal_course_describe (const LdrGoal *goal, const LdrChartPoint *point);
gboolean ldr_goal_course_is_in (const LdrGoal *goal, int day, const LdrPeriod *period);
int ldr_goal_course_get_last_day (const LdrGoal *goal, GPtrArray *check_ins);
void ldr_goal_course_add_series (
    const LdrGoal *goal, const GArray *points, const char *name, LdrChartPen pen, LdrLineData *data);
void ldr_goal_course_add_targets (const LdrGoal *goal, LdrLineData *data, int series);

G_END_DECLS
