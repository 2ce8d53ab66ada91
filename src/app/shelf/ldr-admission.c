/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-admission.h"

#include <libsecret/secret.h>

/* What was typed is held against the key that the open journal has in memory: its file may be gone or unreadable, and
 * is held open by the journal itself anyway. */
typedef struct
{
  LdrKey *key;
  char *secret;
  gboolean is_sheet;
} Request;

static void
request_free (Request *self)
{
  ldr_key_unref (self->key);
  secret_password_wipe (self->secret);
  g_free (self->secret);
  g_free (self);
}

static gboolean
is_right_sheet (LdrKey *key, const char *sheet, GError **error)
{
  g_autoptr (LdrKey) typed = ldr_key_from_recovery (sheet, error);

  if (typed == NULL)
    return FALSE;
  if (ldr_key_equal (key, typed))
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE, "the sheet of another journal");
  return FALSE;
}

static void
ask_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  gboolean right = request->is_sheet ? is_right_sheet (request->key, request->secret, &error)
                                     : ldr_key_admits (request->key, request->secret, &error);

  if (right)
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
ask (LdrJournal *journal,
     const char *secret,
     gboolean is_sheet,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (journal, cancellable, callback, user_data);
  char *own = ldr_journal_get_recovery (journal);
  Request *request = g_new0 (Request, 1);

  request->key = ldr_key_from_recovery (own, NULL);
  secret_password_wipe (own);
  g_free (own);
  request->secret = g_strdup (secret);
  request->is_sheet = is_sheet;
  g_task_set_source_tag (task, ldr_admission_ask_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, ask_thread);
}

/**
 * ldr_admission_ask_async:
 * @journal: a journal that is open
 * @passphrase: what somebody typed
 * @cancellable: (nullable): for giving up
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks whether @passphrase is that of @journal. The key is derived on a thread of its own, which takes as long as for
 * opening the file.
 */
void
ldr_admission_ask_async (LdrJournal *journal,
                         const char *passphrase,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (journal));
  g_return_if_fail (passphrase != NULL);

  ask (journal, passphrase, FALSE, cancellable, callback, user_data);
}

/**
 * ldr_admission_ask_with_recovery_async:
 * @journal: a journal that is open
 * @sheet: the letters of a recovery sheet
 * @cancellable: (nullable): for giving up
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks whether @sheet is the recovery sheet of @journal.
 */
void
ldr_admission_ask_with_recovery_async (
    LdrJournal *journal, const char *sheet, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LDR_IS_JOURNAL (journal));
  g_return_if_fail (sheet != NULL);

  ask (journal, sheet, TRUE, cancellable, callback, user_data);
}

/**
 * ldr_admission_ask_finish:
 * @result: what the callback was given
 * @error: return location for an error; %LDR_STORE_ERROR_PASSPHRASE when it does not fit
 *
 * Finishes either question.
 *
 * Returns: (transfer full): the journal, which may be shown, or %NULL
 */
LdrJournal *
ldr_admission_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ldr_admission_ask_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
