/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-beside.h"

#include <errno.h>
#include <string.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ldr-new-file.h"

/* So many digits of a checksum tell pictures apart. */
#define DIGITS 16

struct _LdrBeside
{
  char *folder;
  char *link;
  gboolean folder_made;
  /* What was not there before. */
  GPtrArray *paths;
};

/**
 * ldr_beside_new:
 * @path: the file of the document
 *
 * Returns: (transfer full): what puts pictures beside it
 */
LdrBeside *
ldr_beside_new (const char *path)
{
  LdrBeside *self = g_new0 (LdrBeside, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stem = NULL, *pictures = NULL;

  stem = g_str_has_suffix (name, ".md") ? g_strndup (name, strlen (name) - 3) : g_strdup (name);
  pictures = g_strconcat (stem, "-pictures", NULL);
  self->folder = g_build_filename (folder, pictures, NULL);
  self->link = g_uri_escape_string (pictures, NULL, FALSE);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ldr_beside_suffix:
 * @media_type: what a file is
 *
 * Returns: (transfer none): how its name ends, without the dot
 */
const char *
ldr_beside_suffix (const char *media_type)
{
  static const char *const suffixes[][2] = { { "image/png", "png" },
                                             { "image/jpeg", "jpg" },
                                             { "image/webp", "webp" },
                                             { "image/gif", "gif" },
                                             { "image/svg+xml", "svg" } };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_strcmp0 (media_type, suffixes[i][0]) == 0)
      return suffixes[i][1];
  return "bin";
}

static gboolean
make_folder (LdrBeside *self, GError **error)
{
  int number;

  if (g_mkdir (self->folder, 0700) == 0)
    {
      self->folder_made = TRUE;
      return TRUE;
    }
  number = errno;
  if (number == EEXIST)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("The folder “%s” cannot be made: %s"),
               self->folder, g_strerror (number));
  return FALSE;
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (LdrNewFile) file = ldr_new_file_open (path, error);

  return file != NULL
         && g_output_stream_write_all (ldr_new_file_get_stream (file), g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, NULL, error)
         && ldr_new_file_put_in_place (file, NULL, error);
}

/**
 * ldr_beside_add:
 * @self: what puts pictures beside a document
 * @bytes: a picture
 * @media_type: what it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a link to it from the document
 */
char *
ldr_beside_add (LdrBeside *self, GBytes *bytes, const char *media_type, GError **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = g_strdup_printf ("%.*s.%s", DIGITS, sum, ldr_beside_suffix (media_type));

  return ldr_beside_add_named (self, bytes, name, error);
}

/**
 * ldr_beside_add_named:
 * @self: what puts pictures beside a document
 * @bytes: a picture
 * @name: the name of its file, which no other picture ever has
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a link to it from the document
 */
char *
ldr_beside_add_named (LdrBeside *self, GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (!make_folder (self, error))
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      if (!write_file (path, bytes, error))
        return NULL;
      g_ptr_array_add (self->paths, g_steal_pointer (&path));
    }
  return g_strdup_printf ("%s/%s", self->link, name);
}

/**
 * ldr_beside_stay:
 * @self: what put pictures beside a document
 *
 * The document is there: the pictures stay.
 */
void
ldr_beside_stay (LdrBeside *self)
{
  g_ptr_array_set_size (self->paths, 0);
  self->folder_made = FALSE;
}

/**
 * ldr_beside_free:
 * @self: (transfer full): what put pictures beside a document; without ldr_beside_stay() they go
 */
void
ldr_beside_free (LdrBeside *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    g_unlink (g_ptr_array_index (self->paths, i));
  if (self->folder_made)
    g_rmdir (self->folder);
  g_ptr_array_unref (self->paths);
  g_free (self->folder);
  g_free (self->link);
  g_free (self);
}
