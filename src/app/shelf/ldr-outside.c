/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-outside.h"

#define KEY "ldr-outside"

/**
 * ldr_outside_get_cancellable:
 * @window: (nullable): the window that asks
 *
 * Returns: (transfer none) (nullable): what to give to a file dialog of @window, so that it goes at
 *   ldr_outside_call_off()
 */
GCancellable *
ldr_outside_get_cancellable (GtkWindow *window)
{
  GCancellable *cancellable;

  if (window == NULL)
    return NULL;
  cancellable = g_object_get_data (G_OBJECT (window), KEY);
  if (cancellable == NULL)
    {
      cancellable = g_cancellable_new ();
      g_object_set_data_full (G_OBJECT (window), KEY, cancellable, g_object_unref);
    }
  return cancellable;
}

/**
 * ldr_outside_call_off:
 * @window: a window
 *
 * Closes every dialog that stands outside @window on its behalf, as if its user had cancelled it.
 */
void
ldr_outside_call_off (GtkWindow *window)
{
  g_autoptr (GCancellable) cancellable = g_object_steal_data (G_OBJECT (window), KEY);
  g_autoptr (GList) toplevels = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  /* What takes no cancellable, such as the dialog for printing. */
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = toplevels; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == window)
        gtk_window_close (l->data);
      g_object_unref (l->data);
    }
}

/**
 * ldr_outside_was_called_off:
 * @error: why a dialog gave no file
 *
 * Returns: whether nothing is wrong: its user changed their mind, or the dialog was called off
 */
gboolean
ldr_outside_was_called_off (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (file, g_object_get_data (source, KEY), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                         NULL, written_cb, g_steal_pointer (&task));
}

/**
 * ldr_outside_save:
 * @window: (nullable): the window that asks
 * @title: what the dialog is called
 * @name: the name of the file that it begins with
 * @bytes: what to write
 * @task: (transfer full): gets %TRUE once the file is written, or an error
 *
 * Lets the user choose where to write a file that is not encrypted.
 */
void
ldr_outside_save (GtkWindow *window, const char *title, const char *name, GBytes *bytes, GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_object_set_data_full (G_OBJECT (dialog), KEY, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, ldr_outside_get_cancellable (window), chosen_cb, task);
}
