/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry-jobs.h"

#include "ldr-entry-list.h"
#include "store/ldr-store-notices.h"

/**
 * ldr_load_head_job:
 * @store: the store, on the journal's thread
 * @data: a #LdrQuery
 * @cancellable: (nullable): for giving up
 * @error: return location for an error
 *
 * Lists the newest few places with their summaries.
 *
 * Returns: (transfer full): a #LdrLoadedHead, or %NULL with @error set
 */
gpointer
ldr_load_head_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) places = ldr_store_list_places (store, data, LDR_ENTRY_LIST_HEAD, error);
  g_autoptr (GPtrArray) summaries = NULL;
  gint64 keys[LDR_ENTRY_LIST_HEAD];
  LdrLoadedHead *head;

  if (places == NULL)
    return NULL;
  for (guint i = 0; i < places->len; i++)
    keys[i] = g_array_index (places, LdrPlace, i).key;
  summaries = ldr_store_list_summaries (store, data, keys, places->len, error);
  if (summaries == NULL)
    return NULL;

  head = g_new0 (LdrLoadedHead, 1);
  head->places = g_steal_pointer (&places);
  head->summaries = g_steal_pointer (&summaries);

  return head;
}

/**
 * ldr_loaded_head_free:
 * @self: (transfer full): what ldr_load_head_job() returned
 *
 * Frees it.
 */
void
ldr_loaded_head_free (LdrLoadedHead *self)
{
  g_array_unref (self->places);
  g_ptr_array_unref (self->summaries);
  g_free (self);
}

/**
 * ldr_changed_request_new:
 * @query: what the list shows
 * @id: the entry that changed
 *
 * Makes the question for ldr_changed_entry_job().
 *
 * Returns: (transfer full): a new question
 */
LdrChangedRequest *
ldr_changed_request_new (LdrQuery *query, const char *id)
{
  LdrChangedRequest *self = g_new0 (LdrChangedRequest, 1);

  self->query = ldr_query_ref (query);
  self->id = g_strdup (id);

  return self;
}

/**
 * ldr_changed_request_free:
 * @self: (transfer full): a question
 *
 * Frees it.
 */
void
ldr_changed_request_free (LdrChangedRequest *self)
{
  ldr_query_unref (self->query);
  g_free (self->id);
  g_free (self);
}

/**
 * ldr_changed_entry_job:
 * @store: the store, on the journal's thread
 * @data: a #LdrChangedRequest
 * @cancellable: (nullable): for giving up
 * @error: return location for an error
 *
 * Reads how an entry looks in a list after it changed, if it still answers the list's query.
 *
 * Returns: (transfer full): a #LdrChangedEntry, or %NULL with @error set
 */
gpointer
ldr_changed_entry_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrChangedRequest *request = data;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GError) local_error = NULL;
  LdrChangedEntry *changed;
  LdrPlace place;

  if (ldr_store_find_place (store, request->id, &place, &local_error))
    {
      summaries = ldr_store_list_summaries (store, request->query, &place.key, 1, error);
      if (summaries == NULL)
        return NULL;
    }
  else if (!g_error_matches (local_error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  changed = g_new0 (LdrChangedEntry, 1);
  if (summaries != NULL && summaries->len > 0)
    changed->summary = ldr_summary_ref (g_ptr_array_index (summaries, 0));

  return changed;
}

/**
 * ldr_changed_entry_free:
 * @self: (transfer full): what ldr_changed_entry_job() returned
 *
 * Frees it.
 */
void
ldr_changed_entry_free (LdrChangedEntry *self)
{
  g_clear_pointer (&self->summary, ldr_summary_unref);
  g_free (self);
}

/**
 * ldr_notice_words_job:
 * @store: the store, on the journal's thread
 * @data: an entry's id
 * @cancellable: (nullable): for giving up
 * @error: return location for an error
 *
 * Lists the words to notice in an entry, without those that are not to be heard of again in it.
 *
 * Returns: (transfer full): an array of #LdrNoticeWord, or %NULL with @error set
 */
gpointer
ldr_notice_words_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) words = ldr_store_list_notice_words (store, error);
  g_auto (GStrv) dismissed = NULL;

  if (words == NULL || (dismissed = ldr_store_list_dismissals (store, data, error)) == NULL)
    return NULL;
  for (guint i = words->len; i > 0; i--)
    if (g_strv_contains ((const char *const *) dismissed, ((LdrNoticeWord *) g_ptr_array_index (words, i - 1))->phrase))
      g_ptr_array_remove_index (words, i - 1);

  return g_steal_pointer (&words);
}
