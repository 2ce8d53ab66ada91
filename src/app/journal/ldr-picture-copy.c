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
} Departure;

static void
departure_free (Departure *self)
{
  g_clear_object (&self->parent);
  g_free (self->description);
  g_free (self);
}

/* Returns: (transfer full): a name for the file of a picture that every file system takes; @description may be empty */
static char *
to_file_name (const char *description, const char *type)
{
  g_autofree char *name = g_utf8_substring (description, 0, MIN (g_utf8_strlen (description, -1), 60));
  const char *suffix = strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : "png";

  g_strdelimit (g_strstrip (name), "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (name[0] != '\0' && name[0] != '.' ? name : _ ("Picture"), ".",
                      g_str_equal (suffix, "jpeg") ? "jpg" : suffix, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Departure *departure = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LdrPicture) picture = ldr_journal_get_picture_finish (LDR_JOURNAL (source), result, &error);
  g_autofree char *name = NULL;

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  name = to_file_name (departure->description, picture->media_type);
  ldr_outside_save (departure->parent, _ ("Save a Copy of the Picture"), name, picture->bytes, g_steal_pointer (&task));
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
