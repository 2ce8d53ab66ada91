/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-goal.h"

G_BEGIN_DECLS

#define LDR_TYPE_CHECK_IN (ldr_check_in_get_type ())

/**
 * LdrCheckIn:
 * @id: UUIDv7
 * @goal: the id of its goal
 * @version: the number of the goal's version that it is a mark on
 * @day: the civil day that it is about; a goal has one of them a day
 * @moment: when it was made
 * @value: a value of the version's measure; NAN for a day that was skipped on purpose
 * @note: CommonMark, "" for none
 *
 * A dated mark on a goal. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  char *goal;
  int version;
  int day;
  gint64 moment;
  double value;
  char *note;
} LdrCheckIn;

GType ldr_check_in_get_type (void) G_GNUC_CONST;
LdrCheckIn *ldr_check_in_new (const LdrGoal *goal, int day, double value);
LdrCheckIn *ldr_check_in_new_on_version (const char *goal, int version, int day, double value);
LdrCheckIn *ldr_check_in_copy (const LdrCheckIn *self);
LdrCheckIn *ldr_check_in_ref (LdrCheckIn *self);
void ldr_check_in_unref (LdrCheckIn *self);

void ldr_check_in_set_note (LdrCheckIn *self, const char *note);
gboolean ldr_check_in_is_skipped (const LdrCheckIn *self);
gboolean ldr_check_in_validate (const LdrCheckIn *self, const LdrGoal *goal, GError **error);

int ldr_goal_count_times (const LdrGoal *self, GPtrArray *check_ins, int first_day, int last_day);
int ldr_goal_count_week (const LdrGoal *self, GPtrArray *check_ins, int day, GDateWeekday first_weekday);
gboolean ldr_goal_is_frozen (const LdrGoal *self, GPtrArray *check_ins);
gboolean ldr_goal_starts_version (const LdrGoal *self, const LdrGoal *changed, GPtrArray *check_ins);
LdrGoal *ldr_goal_settle (const LdrGoal *self, const LdrGoal *changed, GPtrArray *check_ins, int today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCheckIn, ldr_check_in_unref)

G_END_DECLS
