/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"

/* The typed calls for entries and lists: each hands its arguments to the journal's thread and brings back what the
 * store says. */

static gpointer
get_entry_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_get_entry (store, request->text, error);
}

static const LdrJournalCall get_entry_call
    = { get_entry_func, (GDestroyNotify) ldr_entry_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_get_entry_async:
 * @self: a journal
 * @id: the entry's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Reads one entry whole; see ldr_store_get_entry().
 */
void
ldr_journal_get_entry_async (
    LdrJournal *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && id != NULL);
  ldr_journal_call (self, &get_entry_call, ldr_journal_request_new (id), cancellable, callback, user_data);
}

/**
 * ldr_journal_get_entry_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the entry, or %NULL
 */
LdrEntry *
ldr_journal_get_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
save_entry_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_save_entry (store, request->entry, error);
}

static const LdrJournalCall save_entry_call
    = { save_entry_func, (GDestroyNotify) ldr_entry_unref, LDR_JOURNAL_NEWS_ENTRY };

/**
 * ldr_journal_save_entry_async:
 * @self: a journal
 * @entry: a new entry, or a changed copy of one that was read
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Saves an entry; see ldr_store_save_entry(). Emits `entry-changed`.
 */
void
ldr_journal_save_entry_async (
    LdrJournal *self, LdrEntry *entry, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  LdrJournalRequest *request;

  g_return_if_fail (LDR_IS_JOURNAL (self) && entry != NULL);
  request = ldr_journal_request_new (NULL);
  request->entry = ldr_entry_ref (entry);
  ldr_journal_call (self, &save_entry_call, request, cancellable, callback, user_data);
}

/**
 * ldr_journal_save_entry_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the entry as it was saved, or %NULL
 */
LdrEntry *
ldr_journal_save_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
trash_entry_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return GINT_TO_POINTER (ldr_store_trash_entry (store, request->text, error));
}

static const LdrJournalCall trash_entry_call = { trash_entry_func, NULL, LDR_JOURNAL_NEWS_ENTRY };

/**
 * ldr_journal_trash_entry_async:
 * @self: a journal
 * @id: the entry's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Puts an entry into the trash; emits `entry-changed`.
 */
void
ldr_journal_trash_entry_async (
    LdrJournal *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && id != NULL);
  ldr_journal_call (self, &trash_entry_call, ldr_journal_request_new (id), cancellable, callback, user_data);
}

/**
 * ldr_journal_trash_entry_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it is in the trash
 */
gboolean
ldr_journal_trash_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
restore_entry_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return GINT_TO_POINTER (ldr_store_restore_entry (store, request->text, error));
}

static const LdrJournalCall restore_entry_call = { restore_entry_func, NULL, LDR_JOURNAL_NEWS_ENTRY };

/**
 * ldr_journal_restore_entry_async:
 * @self: a journal
 * @id: the entry's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Takes an entry out of the trash; emits `entry-changed`.
 */
void
ldr_journal_restore_entry_async (
    LdrJournal *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && id != NULL);
  ldr_journal_call (self, &restore_entry_call, ldr_journal_request_new (id), cancellable, callback, user_data);
}

/**
 * ldr_journal_restore_entry_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it is outside the trash
 */
gboolean
ldr_journal_restore_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
delete_entry_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return GINT_TO_POINTER (ldr_store_delete_entry (store, request->text, error));
}

static const LdrJournalCall delete_entry_call = { delete_entry_func, NULL, LDR_JOURNAL_NEWS_ENTRY };

/**
 * ldr_journal_delete_entry_async:
 * @self: a journal
 * @id: the entry's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Deletes an entry for good; emits `entry-changed`.
 */
void
ldr_journal_delete_entry_async (
    LdrJournal *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && id != NULL);
  ldr_journal_call (self, &delete_entry_call, ldr_journal_request_new (id), cancellable, callback, user_data);
}

/**
 * ldr_journal_delete_entry_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it is gone
 */
gboolean
ldr_journal_delete_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
empty_trash_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ldr_store_empty_trash (store, error));
}

static const LdrJournalCall empty_trash_call = { empty_trash_func, NULL, LDR_JOURNAL_NEWS_RESET };

/**
 * ldr_journal_empty_trash_async:
 * @self: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Deletes every entry in the trash for good; emits `reset`.
 */
void
ldr_journal_empty_trash_async (LdrJournal *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  ldr_journal_call (self, &empty_trash_call, ldr_journal_request_new (NULL), cancellable, callback, user_data);
}

/**
 * ldr_journal_empty_trash_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it is empty
 */
gboolean
ldr_journal_empty_trash_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
list_places_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_list_places (store, request->query, request->limit, error);
}

static const LdrJournalCall list_places_call
    = { list_places_func, (GDestroyNotify) g_array_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_list_places_async:
 * @self: a journal
 * @query: what is asked for
 * @limit: how many at most; 0 or less for all
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Lists places; see ldr_store_list_places().
 */
void
ldr_journal_list_places_async (LdrJournal *self,
                               LdrQuery *query,
                               int limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  LdrJournalRequest *request;

  g_return_if_fail (LDR_IS_JOURNAL (self) && query != NULL);
  request = ldr_journal_request_new (NULL);
  request->query = ldr_query_ref (query);
  request->limit = limit;
  ldr_journal_call (self, &list_places_call, request, cancellable, callback, user_data);
}

/**
 * ldr_journal_list_places_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrPlace): the places, or %NULL
 */
GArray *
ldr_journal_list_places_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
list_summaries_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_list_summaries (store, request->query, request->keys, request->n_keys, error);
}

static const LdrJournalCall list_summaries_call
    = { list_summaries_func, (GDestroyNotify) g_ptr_array_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_list_summaries_async:
 * @self: a journal
 * @query: (nullable): what the list was asked for
 * @keys: (array length=n_keys): places
 * @n_keys: how many
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Reads what a list shows of these entries; see ldr_store_list_summaries().
 */
void
ldr_journal_list_summaries_async (LdrJournal *self,
                                  LdrQuery *query,
                                  const gint64 *keys,
                                  gsize n_keys,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  LdrJournalRequest *request;

  g_return_if_fail (LDR_IS_JOURNAL (self) && (keys != NULL || n_keys == 0));
  request = ldr_journal_request_new (NULL);
  request->query = query != NULL ? ldr_query_ref (query) : NULL;
  request->keys = g_memdup2 (keys, n_keys * sizeof *keys);
  request->n_keys = n_keys;
  ldr_journal_call (self, &list_summaries_call, request, cancellable, callback, user_data);
}

/**
 * ldr_journal_list_summaries_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrSummary): the summaries, or %NULL
 */
GPtrArray *
ldr_journal_list_summaries_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
list_tags_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_tags (store, error);
}

static const LdrJournalCall list_tags_call
    = { list_tags_func, (GDestroyNotify) g_ptr_array_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_list_tags_async:
 * @self: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Lists the tags; see ldr_store_list_tags().
 */
void
ldr_journal_list_tags_async (LdrJournal *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  ldr_journal_call (self, &list_tags_call, ldr_journal_request_new (NULL), cancellable, callback, user_data);
}

/**
 * ldr_journal_list_tags_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrTagCount): the tags, or %NULL
 */
GPtrArray *
ldr_journal_list_tags_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
list_revisions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_list_revisions (store, request->text, error);
}

static const LdrJournalCall list_revisions_call
    = { list_revisions_func, (GDestroyNotify) g_ptr_array_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_list_revisions_async:
 * @self: a journal
 * @entry_id: the entry's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Lists the earlier versions of an entry; see ldr_store_list_revisions().
 */
void
ldr_journal_list_revisions_async (
    LdrJournal *self, const char *entry_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && entry_id != NULL);
  ldr_journal_call (self, &list_revisions_call, ldr_journal_request_new (entry_id), cancellable, callback, user_data);
}

/**
 * ldr_journal_list_revisions_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrRevision): the versions, or %NULL
 */
GPtrArray *
ldr_journal_list_revisions_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}
