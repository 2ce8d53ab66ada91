/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "ldr-store-private.h"

/* The thread of an open journal, and how work gets there and back. */

static void
job_free (LdrJournalJob *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->task);
  g_clear_object (&job->journal);
  g_free (job->entry_id);
  g_free (job);
}

static gpointer
work (gpointer data)
{
  LdrJournalWorker *worker = data;
  LdrJournalJob *job;

  while ((job = g_async_queue_pop (worker->queue))->run != NULL)
    {
      job->run (worker, job);
      job_free (job);
    }
  job_free (job);
  g_clear_pointer (&worker->store, ldr_store_free);
  g_async_queue_unref (worker->queue);
  g_free (worker);
  return NULL;
}

/* A thread with nothing to do yet. It ends by itself with the first job that has nothing to run. */
LdrJournalWorker *
ldr_journal_worker_start (void)
{
  LdrJournalWorker *worker = g_new0 (LdrJournalWorker, 1);
  g_autoptr (GThread) thread = NULL;

  worker->queue = g_async_queue_new ();
  thread = g_thread_new ("journal", work, worker);
  return worker;
}

void
ldr_journal_worker_push (LdrJournalWorker *self, LdrJournalJob *job)
{
  g_async_queue_push (self->queue, job);
}

/* How many rows about each topic were written so far. */
static void
count_changes (LdrStore *store, gint64 counts[LDR_N_TOPICS])
{
  for (int i = 0; i < LDR_N_TOPICS; i++)
    counts[i] = store != NULL ? ldr_store_get_topic_changes (store, (LdrStoreTopic) i) : 0;
}

/* Which topics have more rows written than @before (bit `1 << topic` for each), and how many rows that is. */
static guint
compare_changes (LdrStore *store, const gint64 before[LDR_N_TOPICS], gint64 *n_rows)
{
  gint64 now[LDR_N_TOPICS];
  guint topics = 0;

  count_changes (store, now);
  *n_rows = 0;
  for (int i = 0; i < LDR_N_TOPICS; i++)
    {
      *n_rows += now[i] - before[i];
      topics |= now[i] != before[i] ? 1u << i : 0;
    }
  return topics;
}

static void
run_job (LdrJournalWorker *worker, LdrJournalJob *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  LdrJournalInfo *info = worker->store != NULL ? ldr_store_get_info (worker->store) : NULL;
  LdrKey *key = worker->store != NULL ? ldr_store_get_key (worker->store) : NULL;
  gint64 changes = worker->store != NULL ? ldr_store_get_changes (worker->store) : 0;
  gint64 topic_changes[LDR_N_TOPICS], n_rows;
  LdrJournalNews news = job->news;
  GError *error = NULL;
  gpointer value;
  guint topics;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  count_changes (worker->store, topic_changes);
  value = job->func (worker->store, job->data, cancellable, &error);
  topics = compare_changes (worker->store, topic_changes, &n_rows);
  if (news == LDR_JOURNAL_NEWS_UNKNOWN)
    news = ldr_store_get_changes (worker->store) - changes != n_rows ? LDR_JOURNAL_NEWS_RESET : LDR_JOURNAL_NEWS_NONE;
  else if (error != NULL)
    news = LDR_JOURNAL_NEWS_NONE;
  if (news != LDR_JOURNAL_NEWS_NONE || topics != 0 || info != ldr_store_get_info (worker->store)
      || key != ldr_store_get_key (worker->store))
    ldr_journal_tell (job->journal, worker->store, news, job->entry_id, topics);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, value, job->free_value);
}

/**
 * ldr_journal_run_with_news:
 * @self: a journal
 * @func: what to do on the journal's thread
 * @data: data for @func
 * @free_data: (nullable): frees @data, on the journal's thread
 * @free_value: (nullable): frees what @func returned if nobody asks for it
 * @news: what to tell when it succeeded
 * @entry_id: (nullable): which entry is changed
 * @cancellable: (nullable): keeps it from starting; @func may look at it too
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * What ldr_journal_run_async() does, for calls that know what they change.
 */
void
ldr_journal_run_with_news (LdrJournal *self,
                           LdrJournalFunc func,
                           gpointer data,
                           GDestroyNotify free_data,
                           GDestroyNotify free_value,
                           LdrJournalNews news,
                           const char *entry_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  LdrJournalJob *job = g_new0 (LdrJournalJob, 1);

  job->task = g_task_new (self, cancellable, callback, user_data);
  /* What was saved was saved, also if somebody lost interest meanwhile. */
  g_task_set_check_cancellable (job->task, FALSE);
  g_task_set_source_tag (job->task, ldr_journal_run_async);
  job->journal = g_object_ref (self);
  job->run = run_job;
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_value = free_value;
  job->news = news;
  job->entry_id = g_strdup (entry_id);
  ldr_journal_worker_push (self->worker, job);
}

/**
 * ldr_journal_run_async:
 * @self: a journal
 * @func: what to do on the journal's thread
 * @data: data for @func
 * @free_data: (nullable): frees @data, on the journal's thread
 * @free_value: (nullable): frees what @func returned if nobody asks for it
 * @cancellable: (nullable): keeps it from starting; @func may look at it too
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Runs @func on the journal's thread, after everything that was asked for earlier. If it wrote an entry, `reset` is
 * emitted before @callback is called; if it wrote something else, the signal of what it wrote is (`styles-changed`,
 * `goals-changed`, `sessions-changed`).
 */
void
ldr_journal_run_async (LdrJournal *self,
                       LdrJournalFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       GDestroyNotify free_value,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self));
  g_return_if_fail (func != NULL);
  ldr_journal_run_with_news (self, func, data, free_data, free_value, LDR_JOURNAL_NEWS_UNKNOWN, NULL, cancellable,
                             callback, user_data);
}

/**
 * ldr_journal_run_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or what the function set
 *
 * Returns: (transfer full) (nullable): what the function returned; %NULL with an error
 */
gpointer
ldr_journal_run_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
