/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-read.h"

#include <libsecret/secret.h>

#include "ldr-pack-describe.h"
#include "ldr-pack-passphrase.h"
#include "store/ldr-pack-file.h"

/* The file is opened on a thread of its own: a passphrase takes a while to try, and the journal's thread has others
 * waiting. */

/* By what the dialog knows what is to come of it. */
#define TASK_KEY "ldr-pack-task"

typedef struct
{
  char *path;
  char *passphrase;
} Attempt;

static void
attempt_free (Attempt *self)
{
  g_free (self->path);
  secret_password_free (self->passphrase);
  g_free (self);
}

/* Once: what comes after it finds nothing to answer to. */
static GTask *
steal_task (LdrPackPassphrase *dialog)
{
  return g_object_steal_data (G_OBJECT (dialog), TASK_KEY);
}

static void
closed_cb (LdrPackPassphrase *dialog)
{
  g_autoptr (GTask) task = steal_task (dialog);

  if (task != NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
}

static void
refuse (LdrPackPassphrase *dialog, const GError *error, gboolean was_read)
{
  /* What a journal has against a pack it says best itself. */
  gboolean said = was_read
                  && (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND)
                      || g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS));
  g_autofree char *text = said ? g_strdup (error->message) : ldr_pack_describe_trouble (error);

  if (g_object_get_data (G_OBJECT (dialog), TASK_KEY) != NULL)
    ldr_pack_passphrase_refuse (dialog, text);
}

static void
received_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrPackPassphrase) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrReceipt) receipt = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (receipt == NULL)
    {
      refuse (dialog, error, TRUE);
      return;
    }
  task = steal_task (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  if (task != NULL)
    g_task_return_pointer (task, g_steal_pointer (&receipt), (GDestroyNotify) ldr_receipt_free);
}

static gpointer
receive_func (LdrStore *store, gpointer pack, GCancellable *cancellable, GError **error)
{
  return ldr_store_receive_pack (store, pack, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrPackPassphrase) dialog = LDR_PACK_PASSPHRASE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPack) pack = g_task_propagate_pointer (G_TASK (result), &error);
  GTask *task = g_object_get_data (G_OBJECT (dialog), TASK_KEY);

  if (pack == NULL)
    refuse (dialog, error, FALSE);
  else if (task != NULL)
    ldr_journal_run_async (g_task_get_source_object (task), receive_func, g_steal_pointer (&pack),
                           (GDestroyNotify) ldr_pack_unref, (GDestroyNotify) ldr_receipt_free, NULL, received_cb,
                           g_steal_pointer (&dialog));
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Attempt *attempt = data;
  GError *error = NULL;
  LdrPack *pack = ldr_pack_file_read (attempt->path, attempt->passphrase, cancellable, &error);

  if (pack != NULL)
    g_task_return_pointer (task, pack, (GDestroyNotify) ldr_pack_unref);
  else
    g_task_return_error (task, error);
}

static void
given_cb (LdrPackPassphrase *dialog)
{
  GTask *task = g_object_get_data (G_OBJECT (dialog), TASK_KEY);
  g_autoptr (GTask) reading = g_task_new (NULL, NULL, read_cb, g_object_ref (dialog));
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->path = g_strdup (g_task_get_task_data (task));
  attempt->passphrase = g_strdup (ldr_pack_passphrase_get (dialog));
  ldr_pack_passphrase_set_busy (dialog, TRUE);
  g_task_set_source_tag (reading, given_cb);
  g_task_set_task_data (reading, attempt, (GDestroyNotify) attempt_free);
  g_task_run_in_thread (reading, read_thread);
}

/**
 * ldr_pack_read_is_pack:
 * @file: a file
 *
 * Returns: whether it is called as packs are
 */
gboolean
ldr_pack_read_is_pack (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, LDR_PACK_SUFFIX);
}

/**
 * ldr_pack_read_async:
 * @journal: an open journal, into which it comes
 * @path: (type filename): a pack
 * @parent: over what the passphrase is asked
 * @callback: called when the pack is in the journal, or nobody asks for that any more
 * @user_data: for @callback
 *
 * Asks for the passphrase of a pack, until one fits, and has the journal receive what it holds.
 */
void
ldr_pack_read_async (
    LdrJournal *journal, const char *path, GtkWidget *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (journal, NULL, callback, user_data);
  g_autofree char *name = g_filename_display_basename (path);
  AdwDialog *dialog = ldr_pack_passphrase_new_to_read (name);

  g_task_set_source_tag (task, ldr_pack_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data_full (G_OBJECT (dialog), TASK_KEY, task, g_object_unref);
  g_signal_connect (dialog, "given", G_CALLBACK (given_cb), NULL);
  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), NULL);
  adw_dialog_present (dialog, parent);
}

/**
 * ldr_pack_read_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what it came to
 */
LdrReceipt *
ldr_pack_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
