/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-check-in.h"

G_BEGIN_DECLS

/* Goals with their check-ins. A goal that is thrown away lies in the trash, as an entry does; a check-in is gone at once,
 * and to undo that, the value is checked in again. */

/* Sets of states. */
#define LDR_GOAL_STATE_BIT(state) (1u << (state))
#define LDR_GOAL_STATES_ALL ((1u << LDR_N_GOAL_STATES) - 1)

/* How many check-ins a course has at most. */
#define LDR_COURSE_LENGTH 24

#define LDR_TYPE_GOAL_COURSE (ldr_goal_course_get_type ())

/**
 * LdrGoalCourse:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its last check-ins, %LDR_COURSE_LENGTH at most, by day
 * @due: the day that waits for its check-in, or 0 if none does
 *
 * A goal with its course of late, for lists. Refcounted, never changed.
 */
typedef struct
{
  LdrGoal *goal;
  GPtrArray *check_ins;
  int due;
} LdrGoalCourse;

GType ldr_goal_course_get_type (void) G_GNUC_CONST;
LdrGoalCourse *ldr_goal_course_ref (LdrGoalCourse *self);
void ldr_goal_course_unref (LdrGoalCourse *self);
const LdrCheckIn *ldr_goal_course_get_last (const LdrGoalCourse *self, gboolean with_skipped);

LdrGoal *ldr_store_save_goal (LdrStore *self, LdrGoal *goal, int today, GError **error);
gboolean ldr_store_import_goal (LdrStore *self, LdrGoal *goal, GError **error);
LdrGoal *ldr_store_get_goal (LdrStore *self, const char *id, GError **error);
GPtrArray *ldr_store_list_goals (LdrStore *self, guint states, int today, GError **error);
GPtrArray *ldr_store_list_all_goals (LdrStore *self, GError **error);
GPtrArray *ldr_store_list_trashed_goals (LdrStore *self, GError **error);
gboolean ldr_store_order_goals (LdrStore *self, const char *const *ids, GError **error);
gboolean ldr_store_trash_goal (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_restore_goal (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_delete_goal (LdrStore *self, const char *id, GError **error);

gboolean ldr_store_check_in (LdrStore *self, LdrCheckIn *check_in, GPtrArray **before, GError **error);
gboolean ldr_store_undo_check_in (LdrStore *self, LdrCheckIn *check_in, GPtrArray *before, GError **error);
gboolean ldr_store_delete_check_in (LdrStore *self, const char *goal, int day, GError **error);
GPtrArray *ldr_store_list_check_ins (LdrStore *self, const char *goal, GError **error);

GPtrArray *ldr_store_list_goal_courses (LdrStore *self, guint states, int today, GError **error);
GPtrArray *ldr_store_list_due_goals (LdrStore *self, int today, GError **error);
gboolean ldr_store_get_goal_styles (LdrStore *self, int today, LdrStyleSet *styles, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrGoalCourse, ldr_goal_course_unref)

G_END_DECLS
