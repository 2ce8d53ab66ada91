/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "ldr-key-private.h"

/* A journal's first call to its thread, and its last. */

typedef struct
{
  char *path;
  char *passphrase;
  char *sheet;
  LdrJournalInfo *info;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  ldr_key_wipe_text (opening->passphrase);
  ldr_key_wipe_text (opening->sheet);
  g_clear_pointer (&opening->info, ldr_journal_info_unref);
  g_free (opening);
}

static LdrStore *
open_store (Opening *opening, GError **error)
{
  g_autoptr (LdrKey) key = NULL;

  if (opening->sheet != NULL)
    key = ldr_key_from_recovery (opening->sheet, error);
  else if (opening->info != NULL)
    key = ldr_key_new (opening->passphrase, error);
  else
    key = ldr_key_for_file (opening->path, opening->passphrase, error);
  if (key == NULL)
    return NULL;
  return opening->info != NULL ? ldr_store_create (opening->path, key, opening->info, error)
                               : ldr_store_open (opening->path, key, error);
}

/* The journal's own fields are set here, before anybody else can have seen it. */
static void
open_job (LdrJournalWorker *worker, LdrJournalJob *job)
{
  LdrJournal *self = job->journal;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  worker->store = open_store (job->data, &error);
  if (worker->store == NULL)
    {
      g_task_return_error (job->task, error);
      return;
    }
  self->path = g_strdup (ldr_store_get_path (worker->store));
  self->info = ldr_journal_info_ref (ldr_store_get_info (worker->store));
  self->key = ldr_key_ref (ldr_store_get_key (worker->store));
  g_task_return_pointer (job->task, g_object_ref (self), g_object_unref);
}

static void
start_opening (
    Opening *opening, gpointer source_tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  LdrJournal *self = g_object_new (LDR_TYPE_JOURNAL, NULL);
  LdrJournalJob *job = g_new0 (LdrJournalJob, 1);

  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, source_tag);
  job->run = open_job;
  job->journal = self;
  job->data = opening;
  job->free_data = opening_free;
  ldr_journal_worker_push (self->worker, job);
}

/**
 * ldr_journal_create_async:
 * @path: where the journal is to be
 * @passphrase: what its owner will type; wiped from memory once the key is made
 * @info: whose journal it is
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Makes a journal and opens it; see ldr_store_create().
 */
void
ldr_journal_create_async (const char *path,
                          const char *passphrase,
                          LdrJournalInfo *info,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (path != NULL && passphrase != NULL && info != NULL);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->passphrase = g_strdup (passphrase);
  opening->info = ldr_journal_info_ref (info);
  start_opening (opening, ldr_journal_create_async, cancellable, callback, user_data);
}

/**
 * ldr_journal_create_finish:
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the open journal, or %NULL
 */
LdrJournal *
ldr_journal_create_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ldr_journal_open_async:
 * @path: a journal
 * @passphrase: what its owner typed; wiped from memory once the key is made
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Opens a journal; see ldr_store_open(). The key is derived on the journal's own thread.
 */
void
ldr_journal_open_async (const char *path,
                        const char *passphrase,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (path != NULL && passphrase != NULL);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->passphrase = g_strdup (passphrase);
  start_opening (opening, ldr_journal_open_async, cancellable, callback, user_data);
}

/**
 * ldr_journal_open_with_recovery_async:
 * @path: a journal
 * @sheet: the letters of its recovery sheet; wiped from memory once they are read
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Opens a journal whose passphrase is forgotten; ends with ldr_journal_open_finish().
 */
void
ldr_journal_open_with_recovery_async (
    const char *path, const char *sheet, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (path != NULL && sheet != NULL);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->sheet = g_strdup (sheet);
  start_opening (opening, ldr_journal_open_async, cancellable, callback, user_data);
}

/**
 * ldr_journal_open_finish:
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the open journal, or %NULL
 */
LdrJournal *
ldr_journal_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
close_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ldr_store_close (store, error));
}

/**
 * ldr_journal_close_async:
 * @self: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Closes the file after everything that was asked for earlier. What is asked for later fails with
 * %LDR_STORE_ERROR_GONE. A journal that is dropped without this is closed too, at some later time.
 */
void
ldr_journal_close_async (LdrJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  ldr_journal_run_with_news (self, close_func, NULL, NULL, NULL, LDR_JOURNAL_NEWS_NONE, NULL, cancellable, callback,
                             user_data);
}

/**
 * ldr_journal_close_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether the file was closed well
 */
gboolean
ldr_journal_close_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error) != NULL;
}
