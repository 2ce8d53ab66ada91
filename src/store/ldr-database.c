/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include "ldr-database-private.h"

/* Pages that a copy moves between two looks at the clock and the cancel button. */
#define COPY_PAGES 256

gboolean
ldr_database_exec (LdrDatabase *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || ldr_sqlite_fail (self->db, code, error);
}

/* Appends the first column of each row as text. For statements that are asked once. */
gboolean
ldr_database_list_lines (LdrDatabase *self, const char *sql, GPtrArray *lines, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL);

  if (code == SQLITE_OK)
    {
      while ((code = sqlite3_step (stmt)) == SQLITE_ROW)
        g_ptr_array_add (lines, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
      if (code == SQLITE_DONE)
        code = SQLITE_OK;
    }
  if (code != SQLITE_OK)
    ldr_sqlite_fail (self->db, code, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_OK;
}

gboolean
ldr_database_get_number (LdrDatabase *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self, sql, error);

  if (stmt == NULL || ldr_statement_step (stmt, error) == LDR_STEP_ERROR)
    return FALSE;
  *number = ldr_statement_get_int (stmt, 0);
  return TRUE;
}

/**
 * ldr_database_check_in_place:
 * @self: an open connection
 * @error: return location for %LDR_STORE_ERROR_GONE
 *
 * Whether the path still names the file that is open, and its log still lies beside it. What is written to a file that
 * was removed or replaced is lost without a sign, so this is asked before and after each change.
 */
gboolean
ldr_database_check_in_place (LdrDatabase *self, GError **error)
{
  int moved = 0;
  struct stat info;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved && self->wal_inode != 0)
    moved = stat (self->wal_path, &info) != 0 || (guint64) info.st_ino != self->wal_inode;
  if (!moved)
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_GONE,
                       _ ("The journal's file was moved, removed or replaced while it was open."));
  return FALSE;
}

static int
is_cancelled_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/* Lets @cancellable stop whatever the connection does, until called with %NULL. */
void
ldr_database_watch (LdrDatabase *self, GCancellable *cancellable)
{
  sqlite3_progress_handler (self->db, cancellable != NULL ? 1000 : 0, is_cancelled_cb, cancellable);
}

/* Whether what points at a row follows it, and keeps it from going away. Not to be changed within a transaction. */
gboolean
ldr_database_follow_references (LdrDatabase *self, gboolean follow, GError **error)
{
  return ldr_database_set (self, follow ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF",
                           "PRAGMA foreign_keys", follow ? "1" : "0", error);
}

gint64
ldr_database_get_changes (LdrDatabase *self)
{
  return sqlite3_total_changes64 (self->db);
}

static int
copy_pages (sqlite3_backup *backup, GCancellable *cancellable, LdrDatabaseProgress progress, gpointer user_data)
{
  int code;

  do
    {
      if (g_cancellable_is_cancelled (cancellable))
        return SQLITE_INTERRUPT;
      code = sqlite3_backup_step (backup, COPY_PAGES);
      if (progress != NULL && (code == SQLITE_OK || code == SQLITE_DONE))
        {
          int all = MAX (sqlite3_backup_pagecount (backup), 1);

          progress ((double) (all - sqlite3_backup_remaining (backup)) / all, user_data);
        }
    }
  while (code == SQLITE_OK);
  return code;
}

/* Writes all of @self into @target, which may have a key of its own. */
gboolean
ldr_database_copy (LdrDatabase *self,
                   LdrDatabase *target,
                   GCancellable *cancellable,
                   LdrDatabaseProgress progress,
                   gpointer user_data,
                   GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->db, "main", self->db, "main");
  int code, finished;

  if (backup == NULL)
    return ldr_sqlite_fail (target->db, sqlite3_errcode (target->db), error);
  code = copy_pages (backup, cancellable, progress, user_data);
  finished = sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE && finished == SQLITE_OK)
    return TRUE;
  return ldr_sqlite_fail (code == SQLITE_INTERRUPT ? NULL : target->db, code != SQLITE_DONE ? code : finished, error);
}

/* Closes the connection; the log is written into the file first. @self is freed by ldr_database_free() all the same. */
gboolean
ldr_database_close (LdrDatabase *self, GError **error)
{
  int code;

  if (self->db == NULL)
    return TRUE;
  ldr_database_rollback (self);
  g_hash_table_remove_all (self->statements);
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  code = sqlite3_close (self->db);
  if (code != SQLITE_OK)
    return ldr_sqlite_fail (self->db, code, error);
  self->db = NULL;
  return TRUE;
}

void
ldr_database_free (LdrDatabase *self)
{
  if (self->db != NULL)
    {
      g_hash_table_remove_all (self->statements);
      sqlite3_close_v2 (self->db);
    }
  g_hash_table_unref (self->statements);
  g_free (self->path);
  g_free (self->wal_path);
  g_free (self);
}
