/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-file-sum.h"

#define CHUNK (256 * 1024)

/**
 * ldr_file_sum:
 * @file: a file
 * @n_bytes: (out) (optional): how large it is
 * @cancellable: (nullable): stops it
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): its SHA-256 in hexadecimal digits
 */
char *
ldr_file_sum (GFile *file, gint64 *n_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  gint64 n_read = 0;
  gssize n = 1;

  while (stream != NULL && n > 0)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, error);
      if (n > 0)
        g_checksum_update (sum, chunk, n);
      n_read += MAX (n, 0);
    }
  if (stream == NULL || n < 0)
    return NULL;
  if (n_bytes != NULL)
    *n_bytes = n_read;
  return g_strdup (g_checksum_get_string (sum));
}

static void
sum_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *sum = ldr_file_sum (data, NULL, cancellable, &error);

  if (sum != NULL)
    g_task_return_pointer (task, sum, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * ldr_file_sum_async:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a file, however large, on a thread of its own.
 */
void
ldr_file_sum_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, sum_thread);
}

/**
 * ldr_file_sum_finish:
 * @result: what the callback got
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the file in hexadecimal digits
 */
char *
ldr_file_sum_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
