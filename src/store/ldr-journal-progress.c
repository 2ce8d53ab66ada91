/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "model/ldr-moment.h"

/* What charts are made from. */

static gpointer
get_progress_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_progress (store, ldr_day_today (), error);
}

/**
 * ldr_journal_get_progress_async:
 * @self: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * What the journal knows about progress today; see ldr_store_get_progress().
 */
void
ldr_journal_get_progress_async (LdrJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  ldr_journal_run_with_news (self, get_progress_func, NULL, NULL, (GDestroyNotify) ldr_progress_unref,
                             LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback, user_data);
}

/**
 * ldr_journal_get_progress_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): what charts are made from, or %NULL
 */
LdrProgress *
ldr_journal_get_progress_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}
