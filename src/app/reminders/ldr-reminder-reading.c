/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminder-reading.h"

#include "model/ldr-moment.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"

/* A goal that rests may come back before the horizon. */
#define STATES (LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE) | LDR_GOAL_STATE_BIT (LDR_GOAL_PAUSED))

static gpointer
read_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  int today = ldr_day_today ();
  g_autoptr (LdrReminderFacts) self = ldr_reminder_facts_new ();
  g_autoptr (GPtrArray) courses = ldr_store_list_goal_courses (store, STATES, today, error);
  g_autoptr (GPtrArray) sessions = NULL;

  if (courses == NULL)
    return NULL;
  sessions = ldr_store_list_sessions (store, LDR_SESSIONS_PLANNED, error);
  if (sessions == NULL)
    return NULL;
  for (guint i = 0; i < courses->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (courses, i);

      ldr_reminder_facts_add_goal (self, course->goal, course->due, today);
    }
  for (guint i = 0; i < sessions->len; i++)
    ldr_reminder_facts_add_session (self, ((const LdrSessionSummary *) g_ptr_array_index (sessions, i))->starts);
  return g_steal_pointer (&self);
}

/**
 * ldr_reminder_facts_read_async:
 * @journal: an open journal
 * @callback: called with the facts
 * @user_data: for @callback
 *
 * Reads what is coming in a journal, on the journal's thread. A journal that closes answers first what it was asked
 * before.
 */
void
ldr_reminder_facts_read_async (LdrJournal *journal, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, read_func, NULL, NULL, (GDestroyNotify) ldr_reminder_facts_free, NULL, callback,
                         user_data);
}

/**
 * ldr_reminder_facts_read_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_reminder_facts_read_async().
 *
 * Returns: (transfer full): the facts, or %NULL
 */
LdrReminderFacts *
ldr_reminder_facts_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}
