/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "model/ldr-moment.h"

/* The typed calls about the styles that more than one place needs. */

static gpointer
finish_reflection_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_finish_reflection (store, data, error);
}

/**
 * ldr_journal_finish_reflection_async:
 * @self: a journal
 * @reflection: a reflection with at least one answer
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Makes an entry of a reflection; see ldr_store_finish_reflection(). Emits `entry-changed` and `styles-changed`.
 */
void
ldr_journal_finish_reflection_async (LdrJournal *self,
                                     LdrReflection *reflection,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && reflection != NULL);
  /* The entry has the reflection's id. */
  ldr_journal_run_with_news (self, finish_reflection_func, ldr_reflection_ref (reflection),
                             (GDestroyNotify) ldr_reflection_unref, (GDestroyNotify) ldr_entry_unref,
                             LDR_JOURNAL_NEWS_ENTRY, reflection->id, cancellable, callback, user_data);
}

/**
 * ldr_journal_finish_reflection_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Returns: (transfer full): the entry as it was saved, or %NULL
 */
LdrEntry *
ldr_journal_finish_reflection_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
get_style_overview_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_style_overview (store, ldr_day_today (), error);
}

/**
 * ldr_journal_get_style_overview_async:
 * @self: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * What the journal knows about the five styles today; see ldr_store_get_style_overview().
 */
void
ldr_journal_get_style_overview_async (LdrJournal *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  ldr_journal_run_with_news (self, get_style_overview_func, NULL, NULL, (GDestroyNotify) ldr_style_overview_unref,
                             LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback, user_data);
}

/**
 * ldr_journal_get_style_overview_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the overview, or %NULL
 */
LdrStyleOverview *
ldr_journal_get_style_overview_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}
