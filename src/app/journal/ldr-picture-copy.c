/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-picture-copy.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"

/* A picture on its way out. */
typedef struct
{
  GtkWindow *parent;
  char *description;
  LdrPicture *picture;
} Departure;

static void
departure_free (Departure *self)
{
  g_clear_object (&self->parent);
  g_free (self->description);
  g_clear_pointer (&self->picture, ldr_picture_unref);
  g_free (self);
}

/**
 * ldr_picture_to_file_name:
 * @description: what is said of a picture, may be empty
 * @type: its MIME type
 *
 * Returns: (transfer full): a name for its file that every file system takes
 */
char *
ldr_picture_to_file_name (const char *description, const char *type)
{
  g_autofree char *name = g_utf8_substring (description, 0, MIN (g_utf8_strlen (description, -1), 60));
  const char *suffix = strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : "png";

  g_strdelimit (g_strstrip (name), "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (name[0] != '\0' && name[0] != '.' ? name : _ ("Picture"), ".",
                      g_str_equal (suffix, "jpeg") ? "jpg" : suffix, NULL);
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
  Departure *departure = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (file, departure->picture->bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                         written_cb, g_steal_pointer (&task));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Departure *departure = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;

  departure->picture = ldr_journal_get_picture_finish (LDR_JOURNAL (source), result, &error);
  if (departure->picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  dialog = gtk_file_dialog_new ();
  name = ldr_picture_to_file_name (departure->description, departure->picture->media_type);
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy of the Picture"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, departure->parent, ldr_outside_get_cancellable (departure->parent), chosen_cb,
                        g_steal_pointer (&task));
}

/**
 * ldr_picture_copy_async:
 * @journal: where the picture is kept
 * @id: its id
 * @description: what is said of it
 * @parent: (nullable): the window that asks
 * @callback: called once the file is written
 * @user_data: for @callback
 *
 * Lets the user save a picture of the text as a file, where it is not encrypted.
 */
void
ldr_picture_copy_async (LdrJournal *journal,
                        const char *id,
                        const char *description,
                        GtkWindow *parent,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Departure *departure = g_new0 (Departure, 1);

  g_set_object (&departure->parent, parent);
  departure->description = g_strdup (description);
  g_task_set_source_tag (task, ldr_picture_copy_async);
  g_task_set_task_data (task, departure, (GDestroyNotify) departure_free);
  ldr_journal_get_picture_async (journal, id, NULL, read_cb, task);
}

/**
 * ldr_picture_copy_finish:
 * @result: what the callback was given
 * @error: return location for an error; %GTK_DIALOG_ERROR_DISMISSED if the user changed their mind
 *
 * Finishes ldr_picture_copy_async().
 *
 * Returns: %TRUE if the file was written
 */
gboolean
ldr_picture_copy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
