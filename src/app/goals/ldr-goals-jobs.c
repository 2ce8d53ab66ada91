/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goals-jobs.h"

#include "model/ldr-moment.h"

/**
 * ldr_goal_news_new:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): all its check-ins, by day
 *
 * Returns: (transfer full): both together
 */
LdrGoalNews *
ldr_goal_news_new (LdrGoal *goal, GPtrArray *check_ins)
{
  LdrGoalNews *self = g_atomic_rc_box_new0 (LdrGoalNews);

  self->goal = ldr_goal_ref (goal);
  self->check_ins = g_ptr_array_ref (check_ins);
  return self;
}

LdrGoalNews *
ldr_goal_news_ref (LdrGoalNews *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
news_clear (gpointer data)
{
  LdrGoalNews *self = data;

  ldr_goal_unref (self->goal);
  g_ptr_array_unref (self->check_ins);
}

void
ldr_goal_news_unref (LdrGoalNews *self)
{
  g_atomic_rc_box_release_full (self, news_clear);
}

/**
 * ldr_goal_news_find:
 * @self: a goal with its check-ins
 * @day: a civil day
 *
 * Returns: (transfer none) (nullable): the check-in of that day
 */
LdrCheckIn *
ldr_goal_news_find (const LdrGoalNews *self, int day)
{
  for (guint i = 0; i < self->check_ins->len; i++)
    {
      LdrCheckIn *check_in = g_ptr_array_index (self->check_ins, i);

      if (check_in->day == day)
        return check_in;
    }
  return NULL;
}

LdrCheckInChange *
ldr_check_in_change_ref (LdrCheckInChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
change_clear (gpointer data)
{
  LdrCheckInChange *self = data;

  g_clear_pointer (&self->check_in, ldr_check_in_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
}

void
ldr_check_in_change_unref (LdrCheckInChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_goal_courses (store, LDR_GOAL_STATES_ALL, ldr_day_today (), error);
}

/**
 * ldr_goals_list_async:
 * @journal: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads all goals outside the trash with their course of late.
 */
void
ldr_goals_list_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, list_func, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                         data);
}

/**
 * ldr_goals_list_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrGoalCourse): the goals in their order, or %NULL
 */
GPtrArray *
ldr_goals_list_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

static gpointer
load_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrGoal) goal = ldr_store_get_goal (store, data, error);
  g_autoptr (GPtrArray) check_ins = NULL;

  if (goal == NULL)
    return NULL;
  check_ins = ldr_store_list_check_ins (store, data, error);
  return check_ins != NULL ? ldr_goal_news_new (goal, check_ins) : NULL;
}

/**
 * ldr_goals_load_async:
 * @journal: a journal
 * @id: a goal's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads one goal with its check-ins, in the trash or not.
 */
void
ldr_goals_load_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, load_func, g_strdup (id), g_free, (GDestroyNotify) ldr_goal_news_unref, cancellable,
                         callback, data);
}

/**
 * ldr_goals_load_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): what was read, or %NULL
 */
LdrGoalNews *
ldr_goals_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_goal (store, data, ldr_day_today (), error);
}

/**
 * ldr_goals_save_async:
 * @journal: a journal
 * @goal: a goal, new or changed
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Saves a goal; where its wording is frozen, another one starts a new version today.
 */
void
ldr_goals_save_async (LdrJournal *journal, LdrGoal *goal, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, save_func, ldr_goal_ref (goal), (GDestroyNotify) ldr_goal_unref,
                         (GDestroyNotify) ldr_goal_unref, NULL, callback, data);
}

/**
 * ldr_goals_save_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Returns: (transfer full): the goal as it was saved, or %NULL
 */
LdrGoal *
ldr_goals_save_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

static gpointer
check_in_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *check_ins = data;
  g_autoptr (LdrCheckInChange) change = g_atomic_rc_box_new0 (LdrCheckInChange);

  for (guint i = 0; i < check_ins->len; i++)
    {
      g_clear_pointer (&change->check_in, ldr_check_in_unref);
      g_clear_pointer (&change->before, g_ptr_array_unref);
      change->check_in = ldr_check_in_ref (g_ptr_array_index (check_ins, i));
      if (!ldr_store_check_in (store, change->check_in, &change->before, error))
        return NULL;
    }
  return g_steal_pointer (&change);
}

/**
 * ldr_goals_check_in_async:
 * @journal: a journal
 * @check_ins: (element-type LdrCheckIn): what to write down, one or more, in this order
 * @callback: called when all of it is safe
 * @data: data for @callback
 *
 * Writes check-ins down, each in the place of what stood on its day.
 */
void
ldr_goals_check_in_async (LdrJournal *journal, GPtrArray *check_ins, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, check_in_func, g_ptr_array_ref (check_ins), (GDestroyNotify) g_ptr_array_unref,
                         (GDestroyNotify) ldr_check_in_change_unref, NULL, callback, data);
}

/**
 * ldr_goals_check_in_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Returns: (transfer full): the last of them, for ldr_goals_undo_async(), or %NULL
 */
LdrCheckInChange *
ldr_goals_check_in_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* A change that has no value to give back gives back itself. */
static gpointer
done (gboolean saved)
{
  return saved ? g_strdup ("") : NULL;
}

static gpointer
undo_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrCheckInChange *change = data;

  return done (ldr_store_undo_check_in (store, change->check_in, change->before, error));
}

/**
 * ldr_goals_undo_async:
 * @journal: a journal
 * @change: a check-in
 * @callback: called when done
 * @data: data for @callback
 *
 * Takes a check-in back. Finish with ldr_goals_finish().
 */
void
ldr_goals_undo_async (LdrJournal *journal, LdrCheckInChange *change, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, undo_func, ldr_check_in_change_ref (change),
                         (GDestroyNotify) ldr_check_in_change_unref, g_free, NULL, callback, data);
}

static gpointer
delete_check_in_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrCheckIn *check_in = data;

  return done (ldr_store_delete_check_in (store, check_in->goal, check_in->day, error));
}

/**
 * ldr_goals_delete_check_in_async:
 * @journal: a journal
 * @check_in: a check-in
 * @callback: called when it is gone
 * @data: data for @callback
 *
 * Deletes what stands on its day; to undo, check it in again. Finish with ldr_goals_finish().
 */
void
ldr_goals_delete_check_in_async (LdrJournal *journal, LdrCheckIn *check_in, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, delete_check_in_func, ldr_check_in_ref (check_in),
                         (GDestroyNotify) ldr_check_in_unref, g_free, NULL, callback, data);
}

static gpointer
order_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_order_goals (store, data, error));
}

/**
 * ldr_goals_order_async:
 * @journal: a journal
 * @ids: (element-type utf8): the ids of goals, in their new order
 * @callback: called when it is saved
 * @data: data for @callback
 *
 * Finish with ldr_goals_finish().
 */
void
ldr_goals_order_async (LdrJournal *journal, GPtrArray *ids, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (ids, i));
  ldr_journal_run_async (journal, order_func, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev, g_free, NULL,
                         callback, data);
}

static gpointer
trash_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_trash_goal (store, data, error));
}

/**
 * ldr_goals_trash_async:
 * @journal: a journal
 * @id: a goal's id
 * @callback: called when it lies in the trash
 * @data: data for @callback
 *
 * Finish with ldr_goals_finish().
 */
void
ldr_goals_trash_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, trash_func, g_strdup (id), g_free, g_free, NULL, callback, data);
}

static gpointer
restore_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_restore_goal (store, data, error));
}

/**
 * ldr_goals_restore_async:
 * @journal: a journal
 * @id: a goal's id
 * @callback: called when it is back
 * @data: data for @callback
 *
 * Finish with ldr_goals_finish().
 */
void
ldr_goals_restore_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, restore_func, g_strdup (id), g_free, g_free, NULL, callback, data);
}

/**
 * ldr_goals_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether the change is safe in the journal
 */
gboolean
ldr_goals_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  g_autofree char *value = ldr_journal_run_finish (journal, result, error);

  return value != NULL;
}
