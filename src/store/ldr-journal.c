/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "ldr-key-private.h"
#include "ldr-store-private.h"

/* The thread that owns the connection, with the queue of what it is to do. It outlives the journal by as long as it
 * takes to close the file. */
typedef struct
{
  GAsyncQueue *queue;
  LdrStore *store;
} Worker;

/* One thing to do. Without @func: the end. */
typedef struct
{
  GTask *task;
  LdrJournal *journal;
  LdrJournalFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_value;
  LdrJournalNews news;
  char *entry_id;
} Job;

struct _LdrJournal
{
  GObject parent_instance;

  Worker *worker;
  GMainContext *context;
  char *path;
  LdrJournalInfo *info;
  LdrKey *key;
};

enum
{
  PROP_INFO = 1,
  PROP_PATH,
  N_PROPS,
};

enum
{
  ENTRY_CHANGED,
  STYLES_CHANGED,
  RESET,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrJournal, ldr_journal, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->task);
  g_clear_object (&job->journal);
  g_free (job->entry_id);
  g_free (job);
}

/* --- What the main context is told ----------------------------------------------------------------------------------
 */

typedef struct
{
  LdrJournal *journal;
  LdrJournalNews news;
  gboolean styles;
  char *entry_id;
  LdrJournalInfo *info;
  LdrKey *key;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->journal);
  g_free (news->entry_id);
  ldr_journal_info_unref (news->info);
  ldr_key_unref (news->key);
  g_free (news);
}

static gboolean
tell_cb (gpointer data)
{
  News *news = data;
  LdrJournal *self = news->journal;

  if (self->key != news->key)
    {
      ldr_key_unref (self->key);
      self->key = ldr_key_ref (news->key);
    }
  if (self->info != news->info)
    {
      ldr_journal_info_unref (self->info);
      self->info = ldr_journal_info_ref (news->info);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INFO]);
    }
  if (news->news == LDR_JOURNAL_NEWS_ENTRY)
    g_signal_emit (self, signals[ENTRY_CHANGED], 0, news->entry_id);
  if (news->news == LDR_JOURNAL_NEWS_RESET)
    g_signal_emit (self, signals[RESET], 0);
  else if (news->styles)
    g_signal_emit (self, signals[STYLES_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Always through a source: g_main_context_invoke() would run it on this thread while the main loop is not running. It
 * is attached before the task returns, so signals come before the callback. */
static void
tell (Job *job, LdrStore *store, LdrJournalNews what, gboolean styles)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->journal = g_object_ref (job->journal);
  news->news = what;
  news->styles = styles;
  news->entry_id = g_strdup (job->entry_id);
  news->info = ldr_journal_info_ref (ldr_store_get_info (store));
  news->key = ldr_key_ref (ldr_store_get_key (store));
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, news, news_free);
  g_source_set_static_name (source, "LdrJournal news");
  g_source_attach (source, job->journal->context);
}

/* --- The thread ------------------------------------------------------------------------------------------------------
 */

static void
run_job (Worker *worker, Job *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  LdrJournalInfo *info = worker->store != NULL ? ldr_store_get_info (worker->store) : NULL;
  LdrKey *key = worker->store != NULL ? ldr_store_get_key (worker->store) : NULL;
  gint64 changes = worker->store != NULL ? ldr_store_get_changes (worker->store) : 0;
  gint64 style_changes = worker->store != NULL ? ldr_store_get_style_changes (worker->store) : 0;
  LdrJournalNews news = job->news;
  GError *error = NULL;
  gpointer value;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  value = job->func (worker->store, job->data, cancellable, &error);
  style_changes = ldr_store_get_style_changes (worker->store) - style_changes;
  if (news == LDR_JOURNAL_NEWS_UNKNOWN)
    news = ldr_store_get_changes (worker->store) - changes != style_changes ? LDR_JOURNAL_NEWS_RESET
                                                                            : LDR_JOURNAL_NEWS_NONE;
  else if (error != NULL)
    news = LDR_JOURNAL_NEWS_NONE;
  if (news != LDR_JOURNAL_NEWS_NONE || style_changes > 0 || info != ldr_store_get_info (worker->store)
      || key != ldr_store_get_key (worker->store))
    tell (job, worker->store, news, style_changes > 0);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, value, job->free_value);
}

static void open_job (Worker *worker, Job *job);

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  Job *job;

  while ((job = g_async_queue_pop (worker->queue))->task != NULL)
    {
      if (job->func != NULL)
        run_job (worker, job);
      else
        open_job (worker, job);
      job_free (job);
    }
  job_free (job);
  g_clear_pointer (&worker->store, ldr_store_free);
  g_async_queue_unref (worker->queue);
  g_free (worker);
  return NULL;
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
  Job *job = g_new0 (Job, 1);

  job->task = g_task_new (self, cancellable, callback, user_data);
  /* What was saved was saved, also if somebody lost interest meanwhile. */
  g_task_set_check_cancellable (job->task, FALSE);
  g_task_set_source_tag (job->task, ldr_journal_run_async);
  job->journal = g_object_ref (self);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_value = free_value;
  job->news = news;
  job->entry_id = g_strdup (entry_id);
  g_async_queue_push (self->worker->queue, job);
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
 * emitted before @callback is called; if it wrote something else, `styles-changed` is.
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

/* --- Opening and closing ---------------------------------------------------------------------------------------------
 */

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
open_job (Worker *worker, Job *job)
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
  Job *job = g_new0 (Job, 1);

  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, source_tag);
  job->journal = self;
  job->data = opening;
  job->free_data = opening_free;
  g_async_queue_push (self->worker->queue, job);
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

/* --- The object ------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_journal_get_path:
 * @self: a journal
 *
 * Returns: (transfer none): the file's absolute path
 */
const char *
ldr_journal_get_path (LdrJournal *self)
{
  g_return_val_if_fail (LDR_IS_JOURNAL (self), NULL);
  return self->path;
}

/**
 * ldr_journal_get_info:
 * @self: a journal
 *
 * Returns: (transfer none): whose journal it is
 */
LdrJournalInfo *
ldr_journal_get_info (LdrJournal *self)
{
  g_return_val_if_fail (LDR_IS_JOURNAL (self), NULL);
  return self->info;
}

/**
 * ldr_journal_get_recovery:
 * @self: a journal
 *
 * Returns: (transfer full): what a recovery sheet says; whoever has it opens the journal
 */
char *
ldr_journal_get_recovery (LdrJournal *self)
{
  g_return_val_if_fail (LDR_IS_JOURNAL (self), NULL);
  return ldr_key_to_recovery (self->key);
}

static void
ldr_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LdrJournal *self = LDR_JOURNAL (object);

  if (id == PROP_INFO)
    g_value_set_boxed (value, self->info);
  else if (id == PROP_PATH)
    g_value_set_string (value, self->path);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* May run on the journal's own thread, so it cannot wait for it. */
static void
ldr_journal_finalize (GObject *object)
{
  LdrJournal *self = LDR_JOURNAL (object);

  g_async_queue_push (self->worker->queue, g_new0 (Job, 1));
  g_main_context_unref (self->context);
  g_free (self->path);
  g_clear_pointer (&self->info, ldr_journal_info_unref);
  g_clear_pointer (&self->key, ldr_key_unref);
  G_OBJECT_CLASS (ldr_journal_parent_class)->finalize (object);
}

static void
ldr_journal_class_init (LdrJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ldr_journal_get_property;
  object_class->finalize = ldr_journal_finalize;

  /**
   * LdrJournal:info:
   *
   * Whose journal it is.
   */
  props[PROP_INFO] = g_param_spec_boxed ("info", NULL, NULL, LDR_TYPE_JOURNAL_INFO,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * LdrJournal:path:
   *
   * The file's absolute path.
   */
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LdrJournal::entry-changed:
   * @self: the journal
   * @id: the entry's id
   *
   * An entry was saved, put into the trash, taken out of it or deleted.
   */
  signals[ENTRY_CHANGED] = g_signal_new ("entry-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * LdrJournal::styles-changed:
   * @self: the journal
   *
   * A measurement, a draft, a question, a path or the words to notice changed. Not emitted along with
   * #LdrJournal::reset.
   */
  signals[STYLES_CHANGED] = g_signal_new ("styles-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /**
   * LdrJournal::reset:
   * @self: the journal
   *
   * So much may have changed that lists must be read anew.
   */
  signals[RESET] = g_signal_new ("reset", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_journal_init (LdrJournal *self)
{
  g_autoptr (GThread) thread = NULL;

  self->context = g_main_context_ref_thread_default ();
  self->worker = g_new0 (Worker, 1);
  self->worker->queue = g_async_queue_new ();
  thread = g_thread_new ("journal", work, self->worker);
}
