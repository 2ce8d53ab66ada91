/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ldr-sqlite.h"
#include "ldr-store-private.h"

/* Says that a file or folder of ours could not be written: which, where, and what can be done about it. @path may be
 * the name that it has until it is whole. */
gboolean
ldr_file_fail (const char *path, int reason, GError **error)
{
  g_autofree char *whole = g_str_has_suffix (path, ".part") ? g_strndup (path, strlen (path) - strlen (".part")) : NULL;
  g_autofree char *name = g_filename_display_basename (whole != NULL ? whole : path);
  g_autofree char *parent = g_path_get_dirname (path), *folder = g_filename_display_name (parent);
  LdrStoreError code = LDR_STORE_ERROR_IO;

  if (ldr_sqlite_code_from_errno (reason, &code) && code == LDR_STORE_ERROR_FULL)
    g_set_error (error, LDR_STORE_ERROR, code,
                 _ ("There is no room for “%s” in “%s”: the disk is full. Free some space and try again."), name,
                 folder);
  else if (code == LDR_STORE_ERROR_READ_ONLY)
    g_set_error (error, LDR_STORE_ERROR, code,
                 _ ("“%s” cannot be written in “%s”: the folder is read-only. Choose another folder, or make this one "
                    "writable."),
                 name, folder);
  else if (code == LDR_STORE_ERROR_NOT_FOUND && !g_file_test (parent, G_FILE_TEST_IS_DIR))
    g_set_error (error, LDR_STORE_ERROR, code, _ ("There is no folder “%s”."), folder);
  else if (reason == EEXIST)
    g_set_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("There is a file “%s” in “%s” already."), name,
                 folder);
  else
    g_set_error (error, LDR_STORE_ERROR, code, "%s: %s", name, g_strerror (reason));
  return FALSE;
}

/* Where a file is: absolute, links resolved. As it is called when it is not there. */
char *
ldr_file_resolve (const char *path)
{
  char *real = realpath (path, NULL), *resolved = g_strdup (real != NULL ? real : path);

  free (real);
  return resolved;
}

/* Removes a file of ours and what SQLite may have left beside it. */
void
ldr_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Makes an empty file that only its owner can read; SQLite by itself would let everybody. */
gboolean
ldr_file_make_empty (const char *path, GError **error)
{
  int fd;

  ldr_file_remove (path);
  fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return ldr_file_fail (path, errno, error);
  close (fd);
  return TRUE;
}

/* A new name is only safe from a power cut when the folder that holds it was written too. */
gboolean
ldr_file_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int reason = fd < 0 ? errno : 0;

  /* Some file systems cannot do this for a folder and say so; they have nothing better to offer. */
  if (fd >= 0 && fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    reason = errno;
  if (fd >= 0)
    close (fd);
  return reason == 0 || ldr_file_fail (path, reason, error);
}

static gboolean
rename_to_free_name (const char *part, const char *path)
{
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (part, path) == 0;
}

/* A log without its file: what a crash left beside a journal that was moved or removed since. A new file of that name
 * would be read together with it. One that holds nothing is no harm. */
static gboolean
refuse_log_beside (const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return stat (log, &info) != 0 || info.st_size == 0 || ldr_file_fail (log, EEXIST, error);
}

/* Gives a whole file its name in one step, over an earlier file only with @replace. When this fails nothing has that
 * name that had not before. A folder that cannot be written down to the disk is no reason to say that an earlier file
 * is still there: after a power cut it may be, whole, but now it is not. */
gboolean
ldr_file_put (const char *part, const char *path, gboolean replace, GError **error)
{
  if (!replace && !refuse_log_beside (path, error))
    return FALSE;
  if (replace ? g_rename (part, path) != 0 : !rename_to_free_name (part, path))
    return ldr_file_fail (path, errno, error);
  if (ldr_file_sync_folder (path, replace ? NULL : error) || replace)
    return TRUE;
  g_unlink (path);
  return FALSE;
}

static int
reason_of (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return ENOSPC;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return EACCES;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return ENOENT;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS) ? EEXIST : EIO;
}

/* Copies a file that nobody has open, byte by byte, down to the disk. When this fails there is no copy. */
gboolean
ldr_file_copy (const char *path, const char *target, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path), to = g_file_new_for_path (target);
  g_autoptr (GError) local_error = NULL;
  int fd, reason = 0;

  if (!g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &local_error))
    {
      reason = reason_of (local_error);
      if (reason != EEXIST)
        g_unlink (target);
      return ldr_file_fail (reason == ENOENT && !g_file_test (path, G_FILE_TEST_EXISTS) ? path : target, reason, error);
    }
  fd = open (target, O_RDWR | O_CLOEXEC);
  if (fd < 0 || fchmod (fd, 0600) != 0 || fsync (fd) != 0)
    reason = errno;
  if (fd >= 0)
    close (fd);
  if (reason == 0 ? ldr_file_sync_folder (target, error) : ldr_file_fail (target, reason, error))
    return TRUE;
  g_unlink (target);
  return FALSE;
}

/* A copy that has its name only once it is whole. */
static gboolean
copy_aside (const char *path, const char *aside, GError **error)
{
  g_autofree char *part = g_strconcat (aside, ".part", NULL);

  ldr_file_remove (part);
  if (ldr_file_copy (path, part, error) && ldr_file_put (part, aside, FALSE, error))
    return TRUE;
  ldr_file_remove (part);
  return FALSE;
}

/* Gives a closed file a second name: a link, or a copy where there are none. The first name stays. */
gboolean
ldr_file_set_aside (const char *path, const char *aside, GError **error)
{
  if (link (path, aside) == 0)
    return ldr_file_sync_folder (aside, error);
  if (errno == EEXIST || errno == ENOENT)
    return ldr_file_fail (aside, errno, error);
  return copy_aside (path, aside, error);
}

/* Closing removes the log after all of it went into the file. An empty one that could not be removed is no loss, but
 * one with something in it would part from its file when that gets its name. */
static gboolean
close_whole (LdrDatabase *db, const char *part, GError **error)
{
  g_autofree char *log = g_strconcat (part, "-wal", NULL);
  struct stat info;

  if (!ldr_database_close (db, error))
    return FALSE;
  if (stat (log, &info) != 0)
    return TRUE;
  return info.st_size == 0 && g_unlink (log) == 0 ? TRUE : ldr_file_fail (part, EIO, error);
}

/* Opens what was just written as its owner would, and looks through it. */
gboolean
ldr_file_try (const char *part, LdrKey *key, int *entries, GError **error)
{
  g_autoptr (LdrDatabase) db = ldr_database_open (part, key, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gint64 count = 0;

  if (db == NULL || !ldr_schema_check (db, error)
      || !ldr_database_list_lines (db, "PRAGMA cipher_integrity_check", lines, error)
      || !ldr_database_list_lines (db, "PRAGMA quick_check (1)", lines, error)
      || !ldr_database_get_number (db, "SELECT count(*) FROM entry INDEXED BY entry_live WHERE deleted = 0", &count,
                                   error))
    return FALSE;
  if (lines->len != 1 || !g_str_equal (g_ptr_array_index (lines, 0), "ok"))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED, _ ("The copy did not come out whole."));
      return FALSE;
    }
  if (entries != NULL)
    *entries = (int) count;
  return close_whole (db, part, error);
}

static gboolean
write_copy (LdrDatabase *db,
            const char *part,
            LdrKey *key,
            GCancellable *cancellable,
            LdrProgressFunc progress,
            gpointer user_data,
            GError **error)
{
  g_autoptr (LdrDatabase) target = ldr_database_create (part, key, error);

  return target != NULL && ldr_database_copy (db, target, cancellable, progress, user_data, error)
         && ldr_database_close (target, error);
}

/* Writes the whole journal to @part under @key and tries the result; leaves nothing behind when it fails. */
gboolean
ldr_file_copy_database (LdrDatabase *db,
                        const char *part,
                        LdrKey *key,
                        GCancellable *cancellable,
                        LdrProgressFunc progress,
                        gpointer user_data,
                        int *entries,
                        GError **error)
{
  if (ldr_database_in_transaction (db))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_BUSY, _ ("The journal is busy."));
      return FALSE;
    }
  if (!ldr_file_make_empty (part, error))
    return FALSE;
  if (write_copy (db, part, key, cancellable, progress, user_data, error) && ldr_file_try (part, key, entries, error))
    return TRUE;
  ldr_file_remove (part);
  return FALSE;
}
