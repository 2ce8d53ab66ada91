/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "model/ldr-moment.h"

/* The typed calls about goals that more than one place needs. Each of those that write emits `goals-changed`. */

static gpointer
save_goal_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_goal (store, data, ldr_day_today (), error);
}

/**
 * ldr_journal_save_goal_async:
 * @self: a journal
 * @goal: a goal, new or changed
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Saves a goal as changed today; see ldr_store_save_goal().
 */
void
ldr_journal_save_goal_async (
    LdrJournal *self, LdrGoal *goal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && goal != NULL);
  ldr_journal_run_with_news (self, save_goal_func, ldr_goal_ref (goal), (GDestroyNotify) ldr_goal_unref,
                             (GDestroyNotify) ldr_goal_unref, LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback,
                             user_data);
}

/**
 * ldr_journal_save_goal_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Returns: (transfer full): the goal as it was saved, or %NULL
 */
LdrGoal *
ldr_journal_save_goal_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
list_goal_courses_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_goal_courses (store, GPOINTER_TO_UINT (data), ldr_day_today (), error);
}

/**
 * ldr_journal_list_goal_courses_async:
 * @self: a journal
 * @states: which goals: %LDR_GOAL_STATE_BIT() of each state that is wanted
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * The goals with their course of late and what is due today; see ldr_store_list_goal_courses().
 */
void
ldr_journal_list_goal_courses_async (
    LdrJournal *self, guint states, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  ldr_journal_run_with_news (self, list_goal_courses_func, GUINT_TO_POINTER (states), NULL,
                             (GDestroyNotify) g_ptr_array_unref, LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback,
                             user_data);
}

/**
 * ldr_journal_list_goal_courses_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrGoalCourse): the goals in their order, or %NULL
 */
GPtrArray *
ldr_journal_list_goal_courses_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

/* A check-in with what it took the place of. */
typedef struct
{
  LdrCheckIn *check_in;
  GPtrArray *before;
} Mark;

static Mark *
mark_new (LdrCheckIn *check_in, GPtrArray *before)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->check_in = ldr_check_in_ref (check_in);
  mark->before = before != NULL ? g_ptr_array_ref (before) : NULL;
  return mark;
}

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  ldr_check_in_unref (mark->check_in);
  g_clear_pointer (&mark->before, g_ptr_array_unref);
  g_free (mark);
}

static gpointer
check_in_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *before = NULL;

  return ldr_store_check_in (store, ((Mark *) data)->check_in, &before, error) ? before : NULL;
}

/**
 * ldr_journal_check_in_async:
 * @self: a journal
 * @check_in: a check-in, new or changed
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Writes a check-in down; see ldr_store_check_in().
 */
void
ldr_journal_check_in_async (
    LdrJournal *self, LdrCheckIn *check_in, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && check_in != NULL);
  ldr_journal_run_with_news (self, check_in_func, mark_new (check_in, NULL), mark_free,
                             (GDestroyNotify) g_ptr_array_unref, LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback,
                             user_data);
}

/**
 * ldr_journal_check_in_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or an #LdrModelError, which says why a value was refused
 *
 * Returns: (transfer full) (element-type LdrCheckIn): what it took the place of, for ldr_journal_undo_check_in_async();
 *   %NULL when it was not saved
 */
GPtrArray *
ldr_journal_check_in_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
undo_check_in_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Mark *mark = data;

  return GINT_TO_POINTER (ldr_store_undo_check_in (store, mark->check_in, mark->before, error));
}

/**
 * ldr_journal_undo_check_in_async:
 * @self: a journal
 * @check_in: what was written down
 * @before: (element-type LdrCheckIn): what ldr_journal_check_in_finish() returned
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Takes a check-in back; see ldr_store_undo_check_in().
 */
void
ldr_journal_undo_check_in_async (LdrJournal *self,
                                 LdrCheckIn *check_in,
                                 GPtrArray *before,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && check_in != NULL && before != NULL);
  ldr_journal_run_with_news (self, undo_check_in_func, mark_new (check_in, before), mark_free, NULL,
                             LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback, user_data);
}

/**
 * ldr_journal_undo_check_in_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Returns: whether all is as before
 */
gboolean
ldr_journal_undo_check_in_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}
