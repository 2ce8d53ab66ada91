/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-check-in.h"

G_BEGIN_DECLS

/* What is said about check-ins, by pure functions; widgets only apply it. */

GDateWeekday ldr_check_in_get_first_weekday (void);
char *ldr_check_in_describe_heading (const LdrMeasure *measure, int day, int today, const char *leader);
char *ldr_check_in_describe_question (const LdrMeasure *measure, double value, double before);
char *ldr_check_in_describe_value (const LdrMeasure *measure, double value);
char *ldr_check_in_describe_noted (const LdrMeasure *measure, double value);
char *ldr_check_in_describe_week (const LdrGoal *goal, GPtrArray *check_ins, int day, int today);
char *ldr_check_in_describe_last (const LdrGoal *goal, GPtrArray *check_ins, int day, int today);
const LdrCheckIn *ldr_check_in_find_before (GPtrArray *check_ins, int day);
gboolean ldr_check_in_check_day (const LdrGoal *goal, int day, int today, GError **error);

G_END_DECLS
