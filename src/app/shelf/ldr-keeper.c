/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-keeper.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "model/ldr-moment.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define LOOK_EVERY_SECONDS (30 * 60)

/* A backup of a large journal keeps its thread for seconds: first comes what its reader waits for. */
#define FIRST_LOOK_SECONDS 10

struct _LdrKeeper
{
  GObject parent_instance;

  LdrJournal *journal;
  char *folder;
  gint64 last_backup;
  gint64 last_change;
  guint timeout;
  gboolean changed;
  gboolean known;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (LdrKeeper, ldr_keeper, G_TYPE_OBJECT)

static void
ldr_keeper_dispose (GObject *object)
{
  LdrKeeper *self = LDR_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_keeper_parent_class)->dispose (object);
}

static void
ldr_keeper_finalize (GObject *object)
{
  g_free (LDR_KEEPER (object)->folder);

  G_OBJECT_CLASS (ldr_keeper_parent_class)->finalize (object);
}

static void
ldr_keeper_class_init (LdrKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_keeper_dispose;
  object_class->finalize = ldr_keeper_finalize;
  failed_signal = g_signal_new ("failed", LDR_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ldr_keeper_init (LdrKeeper *self)
{
}

/**
 * ldr_keeper_is_due:
 * @last_backup: when the newest backup was made, or 0
 * @last_change: when the journal was changed last
 * @now: a moment
 *
 * Whether the daily backup is due: something changed since the newest one, and that one is a day old.
 *
 * Returns: whether to make one now
 */
gboolean
ldr_keeper_is_due (gint64 last_backup, gint64 last_change, gint64 now)
{
  return last_change > last_backup && now - last_backup >= DAY_MS;
}

static void
daily_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LdrKeeper *self = LDR_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrBackup) backup = ldr_keeper_back_up_finish (self, result, &error);

  if (backup == NULL)
    g_signal_emit (self, failed_signal, 0, error);
}

static gboolean
look_cb (gpointer user_data)
{
  LdrKeeper *self = user_data;

  if (self->known && ldr_keeper_is_due (self->last_backup, self->last_change, ldr_moment_now ()))
    ldr_keeper_back_up_async (self, NULL, daily_cb, NULL);
  return G_SOURCE_CONTINUE;
}

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_backup_list (data, ldr_store_get_info (store)->id, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrKeeper) self = user_data;
  g_autoptr (GPtrArray) backups = ldr_journal_run_finish (LDR_JOURNAL (source), result, NULL);

  /* A folder that is not there yet, or cannot be read, counts as no backup: making one then says what is wrong. */
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    self->last_backup = MAX (self->last_backup, ((LdrBackup *) g_ptr_array_index (backups, i))->made);
  self->known = TRUE;
  if (self->timeout != 0)
    look_cb (self);
}

static void
changed_cb (LdrKeeper *self)
{
  self->changed = TRUE;
  self->last_change = ldr_moment_now ();
}

static gboolean
first_look_cb (gpointer user_data)
{
  LdrKeeper *self = user_data;

  self->timeout = g_timeout_add_seconds (LOOK_EVERY_SECONDS, look_cb, self);
  ldr_journal_run_async (self->journal, list_func, g_strdup (self->folder), g_free, (GDestroyNotify) g_ptr_array_unref,
                         NULL, listed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/**
 * ldr_keeper_new:
 * @journal: an open journal
 * @folder: (type filename): where its backups go
 *
 * Starts to look after @journal.
 *
 * Returns: (transfer full): it
 */
LdrKeeper *
ldr_keeper_new (LdrJournal *journal, const char *folder)
{
  LdrKeeper *self = g_object_new (LDR_TYPE_KEEPER, NULL);
  GStatBuf status;

  self->journal = g_object_ref (journal);
  self->folder = g_strdup (folder);
  if (g_stat (ldr_journal_get_path (journal), &status) == 0)
    self->last_change = (gint64) status.st_mtime * 1000;
  g_signal_connect_object (journal, "entry-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->timeout = g_timeout_add_seconds (FIRST_LOOK_SECONDS, first_look_cb, self);
  return self;
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LdrKeeper *self = g_task_get_source_object (task);
  GError *error = NULL;
  LdrBackup *backup = ldr_journal_back_up_finish (LDR_JOURNAL (source), result, &error);

  if (backup == NULL)
    {
      /* The next look tries again. */
      self->changed = TRUE;
      g_task_return_error (task, error);
      return;
    }
  self->last_backup = backup->made;
  g_task_return_pointer (task, backup, (GDestroyNotify) ldr_backup_unref);
}

/**
 * ldr_keeper_back_up_async:
 * @self: it
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Makes a backup now: it is opened and checked before it counts.
 */
void
ldr_keeper_back_up_async (LdrKeeper *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (LDR_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ldr_keeper_back_up_async);
  self->changed = FALSE;
  ldr_journal_back_up_async (self->journal, self->folder, cancellable, backed_up_cb, task);
}

/**
 * ldr_keeper_back_up_finish:
 * @self: it
 * @result: a result
 * @error: return location, domain #LDR_STORE_ERROR
 *
 * Returns: (transfer full): the backup, or %NULL with @error set
 */
LdrBackup *
ldr_keeper_back_up_finish (LdrKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_journal_close_finish (LDR_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up_before_close_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LdrKeeper *self = LDR_KEEPER (source);
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr (LdrBackup) backup = ldr_keeper_back_up_finish (self, result, &error);

  if (backup == NULL)
    g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);
  ldr_journal_close_async (self->journal, NULL, closed_cb, task);
}

/**
 * ldr_keeper_close_async:
 * @self: it
 * @back_up: whether to make a backup first when anything changed since the last one
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Closes the journal. A backup that cannot be made does not keep it open.
 */
void
ldr_keeper_close_async (LdrKeeper *self, gboolean back_up, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (LDR_IS_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ldr_keeper_close_async);
  if (back_up && self->changed)
    ldr_keeper_back_up_async (self, NULL, backed_up_before_close_cb, task);
  else
    ldr_journal_close_async (self->journal, NULL, closed_cb, task);
}

/**
 * ldr_keeper_close_finish:
 * @self: it
 * @result: a result
 * @backup_error: (out) (optional): why no backup was made, or %NULL
 * @error: return location, domain #LDR_STORE_ERROR
 *
 * Returns: whether the journal is closed
 */
gboolean
ldr_keeper_close_finish (LdrKeeper *self, GAsyncResult *result, GError **backup_error, GError **error)
{
  GError *kept;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  kept = g_task_get_task_data (G_TASK (result));
  if (backup_error != NULL)
    *backup_error = kept != NULL ? g_error_copy (kept) : NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  LdrBackup *backup;
  char *journal_path;
  char *passphrase;
  LdrKey *key;
} Restore;

static void
restore_free (Restore *restore)
{
  ldr_backup_unref (restore->backup);
  g_free (restore->journal_path);
  g_clear_pointer (&restore->key, ldr_key_unref);
  if (restore->passphrase != NULL)
    memset (restore->passphrase, 0, strlen (restore->passphrase));
  g_free (restore->passphrase);
  g_free (restore);
}

static void
restore_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Restore *restore = task_data;
  GError *error = NULL;

  if (restore->key == NULL)
    restore->key = ldr_key_for_file (restore->backup->path, restore->passphrase, &error);
  if (restore->key != NULL && ldr_backup_restore (restore->backup->path, restore->journal_path, restore->key, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_restore (Restore *restore, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);
  g_task_run_in_thread (task, restore_thread);
}

/**
 * ldr_restore_async:
 * @backup: a backup
 * @journal_path: (type filename): the journal to put back, closed
 * @key: the key of both
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Puts a backup in the place of its journal, on a thread.
 */
void
ldr_restore_async (
    LdrBackup *backup, const char *journal_path, LdrKey *key, GAsyncReadyCallback callback, gpointer user_data)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->backup = ldr_backup_ref (backup);
  restore->journal_path = g_strdup (journal_path);
  restore->key = ldr_key_ref (key);
  start_restore (restore, ldr_restore_async, callback, user_data);
}

/**
 * ldr_restore_with_passphrase_async:
 * @backup: a backup
 * @journal_path: (type filename): the journal to put back, closed
 * @passphrase: the passphrase that the journal had when the backup was made
 * @callback: called when done
 * @user_data: data for @callback
 *
 * The same for a journal that cannot be opened: the key is derived from the backup's own salt, on the thread.
 */
void
ldr_restore_with_passphrase_async (LdrBackup *backup,
                                   const char *journal_path,
                                   const char *passphrase,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->backup = ldr_backup_ref (backup);
  restore->journal_path = g_strdup (journal_path);
  restore->passphrase = g_strdup (passphrase);
  start_restore (restore, ldr_restore_with_passphrase_async, callback, user_data);
}

/**
 * ldr_restore_finish:
 * @result: a result
 * @error: return location, domain #LDR_STORE_ERROR
 *
 * Returns: whether the journal is now as the backup was; otherwise it is as it was before
 */
gboolean
ldr_restore_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
