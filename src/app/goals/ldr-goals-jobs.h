/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"
#include "store/ldr-store-goals.h"

G_BEGIN_DECLS

/* What the pages about goals read and write, on the journal's thread. What they write is told by the journal's signal
 * `goals-changed`. */

/**
 * LdrGoalNews:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): all its check-ins, by day
 *
 * Everything that is known of a goal. Refcounted, never changed.
 */
typedef struct
{
  LdrGoal *goal;
  GPtrArray *check_ins;
} LdrGoalNews;

LdrGoalNews *ldr_goal_news_new (LdrGoal *goal, GPtrArray *check_ins);
LdrGoalNews *ldr_goal_news_ref (LdrGoalNews *self);
void ldr_goal_news_unref (LdrGoalNews *self);
LdrCheckIn *ldr_goal_news_find (const LdrGoalNews *self, int day);

/**
 * LdrCheckInChange:
 * @check_in: what was written down
 * @before: (element-type LdrCheckIn): what it took the place of
 *
 * A check-in that can be taken back. Refcounted, never changed.
 */
typedef struct
{
  LdrCheckIn *check_in;
  GPtrArray *before;
} LdrCheckInChange;

LdrCheckInChange *ldr_check_in_change_ref (LdrCheckInChange *self);
void ldr_check_in_change_unref (LdrCheckInChange *self);

void ldr_goals_list_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ldr_goals_list_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_goals_load_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrGoalNews *ldr_goals_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_goals_save_async (LdrJournal *journal, LdrGoal *goal, GAsyncReadyCallback callback, gpointer data);
LdrGoal *ldr_goals_save_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

void ldr_goals_check_in_async (LdrJournal *journal, GPtrArray *check_ins, GAsyncReadyCallback callback, gpointer data);
LdrCheckInChange *ldr_goals_check_in_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

void ldr_goals_undo_async (LdrJournal *journal, LdrCheckInChange *change, GAsyncReadyCallback callback, gpointer data);
void ldr_goals_delete_check_in_async (LdrJournal *journal,
                                      LdrCheckIn *check_in,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
void ldr_goals_order_async (LdrJournal *journal, GPtrArray *ids, GAsyncReadyCallback callback, gpointer data);
void ldr_goals_trash_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
void ldr_goals_restore_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
gboolean ldr_goals_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrGoalNews, ldr_goal_news_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCheckInChange, ldr_check_in_change_unref)

G_END_DECLS
