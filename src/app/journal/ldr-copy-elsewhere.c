/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-copy-elsewhere.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "model/ldr-moment.h"

/**
 * ldr_entry_to_file_text:
 * @entry: an entry
 *
 * Returns: (transfer full): the entry as a CommonMark file, its title as the first heading
 */
char *
ldr_entry_to_file_text (const LdrEntry *entry)
{
  if (entry->title[0] == '\0')
    return g_strconcat (entry->text, "\n", NULL);

  return g_strconcat ("# ", entry->title, "\n\n", entry->text, "\n", NULL);
}

/**
 * ldr_entry_to_file_name:
 * @entry: an entry
 *
 * Returns: (transfer full): a name for its file that every file system takes: the day, then the title
 */
char *
ldr_entry_to_file_name (const LdrEntry *entry)
{
  g_autofree char *day = ldr_day_to_iso8601 (entry->day);
  g_autofree char *title = g_utf8_substring (entry->title, 0, MIN (g_utf8_strlen (entry->title, -1), 60));

  if (title[0] == '\0')
    return g_strconcat (day, ".md", NULL);
  g_strdelimit (title, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (day, " ", title, ".md", NULL);
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
  LdrEntry *entry = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  text = ldr_entry_to_file_text (entry);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb,
                                       g_steal_pointer (&task));
}

/**
 * ldr_copy_elsewhere_async:
 * @entry: (transfer none): what to save
 * @parent: (nullable): the window that asks
 * @callback: called once the file is written
 * @user_data: for @callback
 *
 * Lets the user save an entry as a plain file, for when the journal cannot take it. This is the one way by which text
 * leaves the journal unencrypted here, and it is the user who says where to.
 */
void
ldr_copy_elsewhere_async (LdrEntry *entry, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = ldr_entry_to_file_name (entry);

  g_task_set_source_tag (task, ldr_copy_elsewhere_async);
  g_task_set_task_data (task, ldr_entry_ref (entry), (GDestroyNotify) ldr_entry_unref);
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy Elsewhere"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, ldr_outside_get_cancellable (parent), chosen_cb, task);
}

/**
 * ldr_copy_elsewhere_finish:
 * @result: what the callback was given
 * @error: return location for an error; %GTK_DIALOG_ERROR_DISMISSED if the user changed their mind
 *
 * Finishes ldr_copy_elsewhere_async().
 *
 * Returns: %TRUE if the file was written
 */
gboolean
ldr_copy_elsewhere_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
