/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "ldr-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ldr-report-error.h"

#define BUFFER_SIZE (256 * 1024)

struct _LdrNewFile
{
  char *path;
  char *folder;
  /* What it is called until it is in place, or NULL while it has no name. */
  char *part;
  gboolean is_complete;
  gboolean is_in_place;
  int fd;
  GOutputStream *stream;
};

/* A file that has no name until it is whole: nobody finds half an export, in plain words, where a program was killed.
 * Where the file system has no such thing it is a hidden file that ends in .part from the start. */
static int
open_without_name (const char *folder)
{
  if (g_access ("/proc/self/fd", X_OK) != 0)
    return -1;
  return open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
}

/* Gives such a file the name of a part, from which it is renamed: a link cannot take the place of what is there. */
static gboolean
link_part (LdrNewFile *self)
{
  g_autofree char *from = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  g_autofree char *name = g_path_get_basename (self->path);

  for (int tries = 0; tries < 100; tries++)
    {
      g_autofree char *part_name = g_strdup_printf (".%s.%06x.part", name, g_random_int () & 0xffffff);
      g_autofree char *part = g_build_filename (self->folder, part_name, NULL);

      if (linkat (AT_FDCWD, from, AT_FDCWD, part, AT_SYMLINK_FOLLOW) == 0)
        {
          self->part = g_steal_pointer (&part);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

static void
set_error_from_errno (GError **error, const char *path)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("“%s” cannot be written: %s"), path,
               g_strerror (number));
}

/**
 * ldr_new_file_open:
 * @path: where the file is to be; a file that is there already is replaced when this one is complete
 * @error: LDR_REPORT_ERROR_TARGET when @path is no place for a file, or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the file, which only its owner may read
 */
LdrNewFile *
ldr_new_file_open (const char *path, GError **error)
{
  g_autoptr (LdrNewFile) self = g_new0 (LdrNewFile, 1);
  g_autoptr (GOutputStream) base = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *part_name = g_strdup_printf (".%s.XXXXXX.part", name);
  struct stat there;

  self->fd = -1;
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  if (g_str_has_suffix (path, "/") || (stat (path, &there) == 0 && !S_ISREG (there.st_mode)))
    {
      g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_TARGET, _ ("“%s” is not the name of a file."), path);
      return NULL;
    }
  self->fd = open_without_name (self->folder);
  if (self->fd < 0)
    {
      self->part = g_build_filename (self->folder, part_name, NULL);
      self->fd = g_mkstemp_full (self->part, O_WRONLY | O_CLOEXEC, 0600);
    }
  if (self->fd < 0)
    {
      set_error_from_errno (error, path);
      g_clear_pointer (&self->part, g_free);
      return NULL;
    }
  base = g_unix_output_stream_new (self->fd, FALSE);
  self->stream = g_buffered_output_stream_new_sized (base, BUFFER_SIZE);
  return g_steal_pointer (&self);
}

/**
 * ldr_new_file_get_stream:
 * @self: a file in the making
 *
 * Returns: (transfer none): the stream to write it to; it need not be closed
 */
GOutputStream *
ldr_new_file_get_stream (LdrNewFile *self)
{
  return self->stream;
}

/* Makes the new name survive a power cut. Not every file system can; then the rename has to do. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * ldr_new_file_complete:
 * @self: a file that is written completely
 * @cancellable: (nullable): a cancellable
 * @error: what the disk says
 *
 * Brings the file to the disk, still without its name: nearly all that can go wrong with it goes wrong here.
 *
 * Returns: whether all of it is there
 */
gboolean
ldr_new_file_complete (LdrNewFile *self, GCancellable *cancellable, GError **error)
{
  if (self->is_complete)
    return TRUE;
  if (!g_output_stream_close (self->stream, cancellable, error))
    return FALSE;
  if (fsync (self->fd) != 0)
    {
      set_error_from_errno (error, self->path);
      return FALSE;
    }
  self->is_complete = TRUE;
  return TRUE;
}

/**
 * ldr_new_file_put_in_place:
 * @self: a file that is written completely
 * @cancellable: (nullable): a cancellable
 * @error: what the disk says
 *
 * Brings the file to the disk and gives it its name.
 *
 * Returns: whether it is there
 */
gboolean
ldr_new_file_put_in_place (LdrNewFile *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (!self->is_in_place, FALSE);

  if (!ldr_new_file_complete (self, cancellable, error))
    return FALSE;
  if ((self->part == NULL && !link_part (self)) || g_rename (self->part, self->path) != 0)
    {
      set_error_from_errno (error, self->path);
      return FALSE;
    }
  g_clear_pointer (&self->part, g_free);
  self->is_in_place = TRUE;
  sync_folder (self->folder);
  return TRUE;
}

/**
 * ldr_new_file_free:
 * @self: (transfer full): a file; one that was not put in place vanishes
 */
void
ldr_new_file_free (LdrNewFile *self)
{
  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  if (self->part != NULL)
    g_unlink (self->part);
  g_free (self->part);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}
