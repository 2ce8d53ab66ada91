/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-line-data.h"
#include "model/ldr-check-in.h"
#include "store/ldr-store-goals.h"

G_BEGIN_DECLS

/* What the place Goals shows, computed as plain values by pure functions; widgets only apply it. */

/**
 * LdrGoalRowDescription:
 * @title: what the goal says
 * @subtitle: its kind, its period and its rhythm
 * @value: (nullable): the latest value, short
 * @accessible: all of it in one sentence, for a screen reader
 * @points: (element-type LdrChartPoint): its course of late
 * @low: the least value of the course, NAN for what it needs
 * @high: the greatest, or NAN
 *
 * A goal in a list.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *value;
  char *accessible;
  GArray *points;
  double low;
  double high;
} LdrGoalRowDescription;

LdrGoalRowDescription *ldr_goal_row_describe (const LdrGoalCourse *course, int today);
void ldr_goal_row_description_free (LdrGoalRowDescription *self);

const char *ldr_goal_state_describe (LdrGoalState state);
char *ldr_goal_day_describe (int day, int today);
char *ldr_goal_period_describe (const LdrGoal *goal, int today);
char *ldr_goal_rhythm_describe (LdrRhythmKind kind, guint weekdays);
char *ldr_goal_state_since_describe (const LdrGoal *goal, int today);
char *ldr_goal_subtitle_describe (const LdrGoal *goal, int today);
char *ldr_goal_value_describe (const LdrGoal *goal, GPtrArray *check_ins, int today);
char *ldr_goal_strength_describe (double strength);
char *ldr_goal_due_describe (const LdrGoal *goal, GPtrArray *check_ins, int today);

LdrLineData *ldr_goal_chart_new (const LdrGoal *goal, GPtrArray *check_ins, int today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrGoalRowDescription, ldr_goal_row_description_free)

G_END_DECLS
