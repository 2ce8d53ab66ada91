/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-line-data.h"
#include "model/ldr-check-in.h"

G_BEGIN_DECLS

/* The check-ins of a goal as the points of a line. */

GArray *ldr_goal_course_points (const LdrGoal *goal, GPtrArray *check_ins, int today);
char *ldr_goal_course_describe (const LdrGoal *goal, const LdrChartPoint *point);
void ldr_goal_course_add_targets (const LdrGoal *goal, LdrLineData *data, int series);

G_END_DECLS
