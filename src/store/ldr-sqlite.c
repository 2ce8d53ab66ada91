/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <sys/stat.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include "ldr-sqlite.h"
#include "ldr-store-error.h"

static const char *
describe (LdrStoreError code)
{
  switch (code)
    {
    case LDR_STORE_ERROR_DAMAGED:
      return _ ("This journal is damaged. Restore the latest backup; nothing was changed.");
    case LDR_STORE_ERROR_NOT_A_JOURNAL:
      return _ ("This file is not a journal.");
    case LDR_STORE_ERROR_BUSY:
      return _ ("This journal is open in another window or program.");
    case LDR_STORE_ERROR_FULL:
      return _ ("Not saved: the disk is full. Free some space, or save a copy elsewhere.");
    case LDR_STORE_ERROR_READ_ONLY:
      return _ ("This journal cannot be written: the file or its folder is read-only.");
    case LDR_STORE_ERROR_GONE:
      return _ ("The journal's file was moved, removed or replaced while it was open.");
    case LDR_STORE_ERROR_IO:
      return _ ("The disk reported an error.");
    case LDR_STORE_ERROR_NO_MEMORY:
      return _ ("There is not enough memory.");
    case LDR_STORE_ERROR_NOT_FOUND:
      return _ ("There is no such file.");
    case LDR_STORE_ERROR_PASSPHRASE:
      return _ ("This passphrase does not open this journal.");
    case LDR_STORE_ERROR_NEWER:
      return _ ("This journal was written by a newer version of Leidraad.");
    case LDR_STORE_ERROR_EXISTS:
      return _ ("There is one of that name already.");
    case LDR_STORE_ERROR_CONFLICT:
      return _ ("This entry was changed elsewhere in the meantime.");
    case LDR_STORE_ERROR_FAILED:
      return _ ("The journal could not do that.");
    }
  return "";
}

/**
 * ldr_sqlite_code_from_errno:
 * @reason: an errno
 * @code: (out): our word for it
 *
 * The system's own reason says more than SQLite's code when a file could not be opened or written.
 *
 * Returns: whether there is one; if not, @code is left alone
 */
gboolean
ldr_sqlite_code_from_errno (int reason, LdrStoreError *code)
{
  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    *code = LDR_STORE_ERROR_FULL;
  else if (reason == EROFS || reason == EACCES || reason == EPERM)
    *code = LDR_STORE_ERROR_READ_ONLY;
  else if (reason == ENOENT || reason == ENOTDIR)
    *code = LDR_STORE_ERROR_NOT_FOUND;
  else if (reason == EIO)
    *code = LDR_STORE_ERROR_IO;
  else if (reason == ENOMEM)
    *code = LDR_STORE_ERROR_NO_MEMORY;
  else
    return FALSE;
  return TRUE;
}

static LdrStoreError
code_from_sqlite (int code, int reason)
{
  LdrStoreError result = LDR_STORE_ERROR_FAILED;

  switch (code & 0xff)
    {
    case SQLITE_NOMEM:
      return LDR_STORE_ERROR_NO_MEMORY;
    case SQLITE_FULL:
      return LDR_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return LDR_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
      return code == SQLITE_READONLY_DBMOVED ? LDR_STORE_ERROR_GONE : LDR_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return LDR_STORE_ERROR_DAMAGED;
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_NOMEM)
        return LDR_STORE_ERROR_NO_MEMORY;
      return ldr_sqlite_code_from_errno (reason, &result) && result == LDR_STORE_ERROR_FULL ? LDR_STORE_ERROR_FULL
                                                                                            : LDR_STORE_ERROR_IO;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ldr_sqlite_code_from_errno (reason, &result) ? result : LDR_STORE_ERROR_READ_ONLY;
    default:
      return LDR_STORE_ERROR_FAILED;
    }
}

/* SQLCipher puts the pager into an error state that it calls a plain "SQL logic error" once a page failed its seal. */
static gboolean
has_broken_page (sqlite3 *db)
{
  sqlite3_stmt *stmt = NULL;
  gboolean broken = FALSE;

  if (sqlite3_prepare_v2 (db, "PRAGMA cipher_integrity_check", -1, &stmt, NULL) == SQLITE_OK)
    broken = sqlite3_step (stmt) == SQLITE_ROW;
  sqlite3_finalize (stmt);
  return broken;
}

/**
 * ldr_sqlite_fail:
 * @db: (nullable): the connection that @code comes from
 * @code: SQLite's result, plain or extended
 * @error: return location for the error
 *
 * Turns SQLite's code into ours; the one place where that is done.
 *
 * Returns: %FALSE, always
 */
gboolean
ldr_sqlite_fail (sqlite3 *db, int code, GError **error)
{
  int extended
      = db != NULL && (sqlite3_extended_errcode (db) & 0xff) == (code & 0xff) ? sqlite3_extended_errcode (db) : code;
  int reason = db != NULL ? sqlite3_system_errno (db) : 0;
  g_autofree char *detail = NULL;
  LdrStoreError result;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  if (db != NULL)
    detail = g_strdup (sqlite3_errmsg (db));
  result = code_from_sqlite (extended, reason);
  if ((code & 0xff) == SQLITE_ERROR && db != NULL && has_broken_page (db))
    result = LDR_STORE_ERROR_DAMAGED;
  if (result == LDR_STORE_ERROR_FAILED && detail != NULL)
    g_set_error (error, LDR_STORE_ERROR, result, "%s (%s)", describe (result), detail);
  else
    g_set_error_literal (error, LDR_STORE_ERROR, result, describe (result));
  return FALSE;
}

static gboolean
fail_with_errno (const char *path, int reason, GError **error)
{
  LdrStoreError code = LDR_STORE_ERROR_IO;
  g_autofree char *name = g_path_get_basename (path);

  ldr_sqlite_code_from_errno (reason, &code);
  g_set_error (error, LDR_STORE_ERROR, code, "%s: %s", name, g_strerror (reason));
  return FALSE;
}

static gboolean
read_with_vfs (sqlite3_vfs *vfs, sqlite3_file *file, guchar *start, gsize *n_start, gint64 *size)
{
  sqlite3_int64 length = 0;

  if (file->pMethods->xFileSize (file, &length) != SQLITE_OK)
    return FALSE;
  *n_start = MIN (*n_start, (gsize) length);
  if (*n_start > 0 && file->pMethods->xRead (file, start, (int) *n_start, 0) != SQLITE_OK)
    return FALSE;
  *size = length;
  return TRUE;
}

/**
 * ldr_sqlite_read_start:
 * @path: a file
 * @start: (out caller-allocates): room for *@n_start bytes
 * @n_start: (inout): how many bytes are wanted, then how many there were
 * @size: (out): the file's length in bytes
 * @error: return location for an #LdrStoreError
 *
 * Reads the first bytes of a file through SQLite's own file layer. Opening and closing it ourselves would let go of the
 * locks that this process holds on it (POSIX locks go with any descriptor of the file that is closed).
 *
 * Returns: whether it could be read
 */
gboolean
ldr_sqlite_read_start (const char *path, guchar *start, gsize *n_start, gint64 *size, GError **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  struct stat info;
  sqlite3_filename name;
  sqlite3_file *file;
  int code;
  gboolean read;

  if (stat (path, &info) != 0)
    return fail_with_errno (path, errno, error);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL,
                           describe (LDR_STORE_ERROR_NOT_A_JOURNAL));
      return FALSE;
    }
  name = sqlite3_create_filename (path, "", "", 0, NULL);
  file = g_malloc0 (vfs->szOsFile);
  errno = 0;
  code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
  if (code != SQLITE_OK)
    {
      int reason = errno != 0 ? errno : EIO;

      g_free (file);
      sqlite3_free_filename (name);
      return fail_with_errno (path, reason, error);
    }
  read = read_with_vfs (vfs, file, start, n_start, size);
  file->pMethods->xClose (file);
  g_free (file);
  sqlite3_free_filename (name);
  return read || ldr_sqlite_fail (NULL, SQLITE_IOERR, error);
}
