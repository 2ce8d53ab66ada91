/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-counts.h"

#include "ldr-export-private.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-error.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-list.h"
#include "store/ldr-store-sessions.h"

/* Each part is counted by the rule by which it is written. */

static gboolean
count_sessions (LdrExportCounts *self, const LdrExportRun *run, GError **error)
{
  g_autoptr (GPtrArray) sessions = ldr_store_list_sessions (run->store, LDR_SESSIONS_ALL, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const LdrSessionSummary *it = g_ptr_array_index (sessions, i);

      if (ldr_export_shows_session (run, it->state, it->day, it->has_notes))
        g_array_append_val (self->session_days, it->day);
    }
  return sessions != NULL;
}

static gboolean
count_actions (LdrExportCounts *self, const LdrExportRun *run, GError **error)
{
  g_autoptr (GPtrArray) actions = ldr_store_list_actions (run->store, error);

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      g_autoptr (LdrAction) then = ldr_export_action_then (run, g_ptr_array_index (actions, i));

      if (ldr_export_shows_action (run, g_ptr_array_index (actions, i)))
        self->n_actions[then->state]++;
    }
  return actions != NULL;
}

/* Those that are still there, and of these days. */
static int
count_chosen (const LdrExportRun *run, GError **error)
{
  int n = 0;

  for (gsize i = 0; run->choice->entry_ids[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (LdrEntry) entry = ldr_store_get_entry (run->store, run->choice->entry_ids[i], &local);

      if (entry != NULL && entry->deleted == 0 && ldr_period_contains (&run->period, entry->day))
        n++;
      else if (entry == NULL && !g_error_matches (local, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return -1;
        }
    }
  return n;
}

static int
count_of_period (const LdrExportRun *run, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();

  query->after = run->period.first_day;
  query->before = run->period.last_day + 1;
  query->to_discuss = run->choice->entries == LDR_EXPORT_TO_DISCUSS;
  return ldr_store_count (run->store, query, error);
}

static gboolean
count_entries (LdrExportCounts *self, const LdrExportRun *run, GError **error)
{
  g_autoptr (LdrQuery) all = ldr_query_new ();
  int n = run->choice->entries == LDR_EXPORT_CHOSEN ? count_chosen (run, error) : count_of_period (run, error);
  int n_all = n >= 0 ? ldr_store_count (run->store, all, error) : -1;

  self->n_entries = (guint) MAX (n, 0);
  self->n_all_entries = (guint) MAX (n_all, 0);
  return n_all >= 0;
}

static gboolean
count_goals (LdrExportCounts *self, const LdrExportRun *run, GError **error)
{
  g_autoptr (GPtrArray) goals = ldr_store_list_all_goals (run->store, error);

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    self->n_goals += ldr_export_shows_goal (run, g_ptr_array_index (goals, i)) ? 1 : 0;
  return goals != NULL;
}

/**
 * ldr_export_count:
 * @store: a journal
 * @choice: what is to go out of it
 * @today: on which day
 * @error: what the journal says
 *
 * Returns: (transfer full) (nullable): what each part would hold
 */
LdrExportCounts *
ldr_export_count (LdrStore *store, const LdrExportChoice *choice, int today, GError **error)
{
  g_autoptr (LdrExportCounts) self = g_new0 (LdrExportCounts, 1);
  LdrExportRun run;

  g_return_val_if_fail (store != NULL && choice != NULL, NULL);

  self->session_days = g_array_new (FALSE, FALSE, sizeof (int));
  if (!ldr_export_run_init (&run, store, choice, LDR_EXPORT_DEFAULT, today, error))
    return NULL;
  self->period = run.period;
  if (!count_sessions (self, &run, error) || !count_actions (self, &run, error) || !count_entries (self, &run, error)
      || !count_goals (self, &run, error) || !ldr_store_has_private_notes (store, &self->has_private_notes, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ldr_export_counts_free:
 * @self: (transfer full): counts
 */
void
ldr_export_counts_free (LdrExportCounts *self)
{
  g_clear_pointer (&self->session_days, g_array_unref);
  g_free (self);
}
