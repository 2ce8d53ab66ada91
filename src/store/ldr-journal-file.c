/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"

/* The typed calls for pictures and for the journal as a file. */

static gpointer
add_picture_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return GINT_TO_POINTER (ldr_store_add_picture (store, request->picture, error));
}

static const LdrJournalCall add_picture_call = { add_picture_func, NULL, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_add_picture_async:
 * @self: a journal
 * @picture: a picture for an entry that was saved
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Keeps a picture in the journal; see ldr_store_add_picture().
 */
void
ldr_journal_add_picture_async (
    LdrJournal *self, LdrPicture *picture, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  LdrJournalRequest *request;

  g_return_if_fail (LDR_IS_JOURNAL (self) && picture != NULL);
  request = ldr_journal_request_new (NULL);
  request->picture = ldr_picture_ref (picture);
  ldr_journal_call (self, &add_picture_call, request, cancellable, callback, user_data);
}

/**
 * ldr_journal_add_picture_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it was saved
 */
gboolean
ldr_journal_add_picture_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
get_picture_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_get_picture (store, request->text, error);
}

static const LdrJournalCall get_picture_call
    = { get_picture_func, (GDestroyNotify) ldr_picture_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_get_picture_async:
 * @self: a journal
 * @id: the picture's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Reads a picture; see ldr_store_get_picture().
 */
void
ldr_journal_get_picture_async (
    LdrJournal *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && id != NULL);
  ldr_journal_call (self, &get_picture_call, ldr_journal_request_new (id), cancellable, callback, user_data);
}

/**
 * ldr_journal_get_picture_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the picture, or %NULL
 */
LdrPicture *
ldr_journal_get_picture_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
back_up_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return ldr_store_back_up (store, request->text, cancellable, error);
}

static const LdrJournalCall back_up_call = { back_up_func, (GDestroyNotify) ldr_backup_unref, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_back_up_async:
 * @self: a journal
 * @folder: the folder of all backups
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Makes a backup; see ldr_store_back_up().
 */
void
ldr_journal_back_up_async (
    LdrJournal *self, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && folder != NULL);
  ldr_journal_call (self, &back_up_call, ldr_journal_request_new (folder), cancellable, callback, user_data);
}

/**
 * ldr_journal_back_up_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the backup, or %NULL
 */
LdrBackup *
ldr_journal_back_up_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error);
}

static gpointer
save_copy_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return GINT_TO_POINTER (ldr_store_back_up_to (store, request->text, cancellable, NULL, NULL, error));
}

static const LdrJournalCall save_copy_call = { save_copy_func, NULL, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_save_copy_async:
 * @self: a journal
 * @path: where to
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Writes a copy of the journal; see ldr_store_back_up_to().
 */
void
ldr_journal_save_copy_async (
    LdrJournal *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (self) && path != NULL);
  ldr_journal_call (self, &save_copy_call, ldr_journal_request_new (path), cancellable, callback, user_data);
}

/**
 * ldr_journal_save_copy_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether the copy is there
 */
gboolean
ldr_journal_save_copy_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
change_passphrase_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;
  g_autoptr (LdrKey) key = ldr_key_new (request->secret, error);

  return GINT_TO_POINTER (key != NULL && ldr_store_change_key (store, key, error));
}

static const LdrJournalCall change_passphrase_call = { change_passphrase_func, NULL, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_change_passphrase_async:
 * @self: a journal
 * @passphrase: the new one; wiped from memory once the key is made
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Gives the journal another passphrase; see ldr_store_change_key().
 */
void
ldr_journal_change_passphrase_async (LdrJournal *self,
                                     const char *passphrase,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  LdrJournalRequest *request;

  g_return_if_fail (LDR_IS_JOURNAL (self) && passphrase != NULL);
  request = ldr_journal_request_new (NULL);
  request->secret = g_strdup (passphrase);
  ldr_journal_call (self, &change_passphrase_call, request, cancellable, callback, user_data);
}

/**
 * ldr_journal_change_passphrase_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether the new passphrase holds
 */
gboolean
ldr_journal_change_passphrase_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}

static gpointer
set_info_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrJournalRequest *request = data;

  return GINT_TO_POINTER (ldr_store_set_info (store, request->info, error));
}

static const LdrJournalCall set_info_call = { set_info_func, NULL, LDR_JOURNAL_NEWS_NONE };

/**
 * ldr_journal_set_info_async:
 * @self: a journal
 * @info: whose journal it is
 * @cancellable: (nullable): keeps it from starting
 * @callback: called in the caller's main context
 * @user_data: data for @callback
 *
 * Writes down another name or role; the property `info` follows.
 */
void
ldr_journal_set_info_async (
    LdrJournal *self, LdrJournalInfo *info, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  LdrJournalRequest *request;

  g_return_if_fail (LDR_IS_JOURNAL (self) && info != NULL);
  request = ldr_journal_request_new (NULL);
  request->info = ldr_journal_info_ref (info);
  ldr_journal_call (self, &set_info_call, request, cancellable, callback, user_data);
}

/**
 * ldr_journal_set_info_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it was saved
 */
gboolean
ldr_journal_set_info_finish (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish_boolean (self, result, error);
}
