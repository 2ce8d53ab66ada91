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
  g_autofree char *name = ldr_entry_to_file_name (entry);
  char *text = ldr_entry_to_file_text (entry);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_task_set_source_tag (task, ldr_copy_elsewhere_async);
  ldr_outside_save (parent, _ ("Save a Copy Elsewhere"), name, bytes, task);
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
