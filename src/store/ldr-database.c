/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ldr-database.h"
#include "ldr-key-private.h"
#include "ldr-sqlite.h"

/* Statements kept for another use. The texts are few; this is only a bound on what odd filters can pile up. */
#define KEPT_STATEMENTS 96

/* Pages that a copy moves between two looks at the clock and the cancel button. */
#define COPY_PAGES 256

struct _LdrDatabase
{
  sqlite3 *db;
  char *path;
  GHashTable *statements;
  guint depth;
  char *wal_path;
  guint64 wal_inode;
};

struct _LdrStatement
{
  LdrDatabase *database;
  sqlite3_stmt *stmt;
  char *sql;
  int bind_code;
};

static void
statement_free (gpointer data)
{
  LdrStatement *self = data;

  sqlite3_finalize (self->stmt);
  g_free (self->sql);
  g_free (self);
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static LdrDatabase *
database_connect (const char *path, LdrKey *key, GError **error)
{
  g_autoptr (LdrDatabase) self = g_new0 (LdrDatabase, 1);
  char *text;
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
  code = sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      ldr_sqlite_fail (self->db, code, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->db, 1);
  /* Until all is known to be well, closing must not write a leftover log into the file. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  text = ldr_key_to_sqlcipher (key);
  code = sqlite3_key (self->db, text, (int) strlen (text));
  ldr_key_wipe_text (text);
  if (code != SQLITE_OK)
    {
      ldr_sqlite_fail (self->db, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
expect (LdrDatabase *self, const char *set, const char *get, const char *value, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (set != NULL && !ldr_database_exec (self, set, error))
    return FALSE;
  if (!ldr_database_list_lines (self, get, lines, error))
    return FALSE;
  if (lines->len == 1 && g_ascii_strcasecmp (g_ptr_array_index (lines, 0), value) == 0)
    return TRUE;
  g_set_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED, _ ("SQLCipher refused the setting “%s”."), get);
  return FALSE;
}

/* A setting that did not take effect would quietly break a promise, so each is read back. Nothing here reads the file.
 */
static gboolean
configure (LdrDatabase *self, GError **error)
{
  static const char *const settings[][3] = {
    { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2" },
    { NULL, "PRAGMA locking_mode = EXCLUSIVE", "exclusive" },
    { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0" },
    { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
    { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
  };

  if (!ldr_database_exec (self, "PRAGMA cipher_log = off", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!expect (self, settings[i][0], settings[i][1], settings[i][2], error))
      return FALSE;
  return TRUE;
}

static gboolean
configure_writing (LdrDatabase *self, GError **error)
{
  return expect (self, NULL, "PRAGMA journal_mode = WAL", "wal", error)
         && expect (self, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", error)
         && expect (self, NULL, "PRAGMA secure_delete = ON", "1", error)
         && expect (self, "PRAGMA cache_size = -8000", "PRAGMA cache_size", "-8000", error);
}

static gboolean
refuse (LdrStoreError code, const char *message, GError **error)
{
  g_set_error_literal (error, LDR_STORE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  return refuse (LDR_STORE_ERROR_DAMAGED,
                 _ ("This journal is damaged. Restore the latest backup; nothing was changed."), error);
}

static gboolean
refuse_stranger (GError **error)
{
  return refuse (LDR_STORE_ERROR_NOT_A_JOURNAL, _ ("This file is not a journal."), error);
}

/* SQLCipher says the same of a wrong key and of a damaged first page. But each page carries a seal of its own: if any
 * holds, the key is right. If none does, the salt tells whether the file was ever ours. */
static gboolean
explain_closed_door (LdrDatabase *self, const guchar *salt, gint64 size, GError **error)
{
  g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func (g_free);
  gint64 pages = (size + LDR_DATABASE_PAGE - 1) / LDR_DATABASE_PAGE;

  if (!ldr_database_list_lines (self, "PRAGMA cipher_integrity_check", broken, error))
    return FALSE;
  if ((gint64) broken->len < pages)
    return refuse_damaged (error);
  switch (ldr_salt_classify (salt))
    {
    case LDR_SALT_NEARLY:
      return refuse_damaged (error);
    case LDR_SALT_STRANGE:
      return refuse_stranger (error);
    case LDR_SALT_OURS:
      break;
    }
  if (size < LDR_DATABASE_PAGE)
    return refuse_damaged (error);
  return refuse (LDR_STORE_ERROR_PASSPHRASE, _ ("This passphrase does not open this journal."), error);
}

static gboolean
check_origin (LdrDatabase *self, LdrKey *key, const guchar *salt, gint64 size, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->db, "PRAGMA application_id", -1, &stmt, NULL);
  gint64 id = 0;

  if (code == SQLITE_OK && (code = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      id = sqlite3_column_int64 (stmt, 0);
      code = SQLITE_OK;
    }
  sqlite3_finalize (stmt);
  if ((code & 0xff) == SQLITE_NOTADB)
    return explain_closed_door (self, salt, size, error);
  if (code != SQLITE_OK)
    return ldr_sqlite_fail (self->db, code, error);
  if (id != 0x4C454944)
    return refuse_stranger (error);
  /* A recovery sheet brings its own salt, and SQLCipher would write it over a damaged one without a word. */
  if (!ldr_key_has_salt (key, salt))
    return refuse_damaged (error);
  return TRUE;
}

static void
remember_wal (LdrDatabase *self)
{
  struct stat info;

  self->wal_path = g_strconcat (self->path, "-wal", NULL);
  self->wal_inode = stat (self->wal_path, &info) == 0 ? (guint64) info.st_ino : 0;
}

static gboolean
has_log (LdrDatabase *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  struct stat info;

  return stat (log, &info) == 0 && info.st_size > 0;
}

/* All that opening asks of the file. */
static gboolean
settle (LdrDatabase *self, LdrKey *key, const guchar *salt, gint64 size, GError **error)
{
  if (!configure (self, error) || !check_origin (self, key, salt, size, error))
    return FALSE;
  /* Only a crash while the log was being written into the file can leave a part of a page, and then the log is there.
   */
  if (size % LDR_DATABASE_PAGE != 0 && !has_log (self))
    return refuse_damaged (error);
  if (sqlite3_db_readonly (self->db, "main") == 1)
    return ldr_sqlite_fail (NULL, SQLITE_READONLY, error);
  return configure_writing (self, error) && ldr_database_exec (self, "BEGIN IMMEDIATE", error)
         && ldr_database_exec (self, "COMMIT", error);
}

/* That something cannot be written helps only with its place. From a file system that cannot be written SQLite reports
 * what it did not get done there as a failing disk, hence @read_only. */
static void
name_read_only (const char *path, gboolean read_only, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path), *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (parent);

  if (!g_error_matches (*error, LDR_STORE_ERROR, LDR_STORE_ERROR_READ_ONLY)
      && !(read_only && g_error_matches (*error, LDR_STORE_ERROR, LDR_STORE_ERROR_IO)))
    return;
  g_clear_error (error);
  g_set_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_READ_ONLY,
               _ ("“%s” cannot be written: the file, or its folder “%s”, is read-only. Make them writable, or copy the "
                  "journal to another folder."),
               name, folder);
}

/* A file that was refused is left as it was found, with nothing new beside it. */
static void
tidy_up (const char *log)
{
  struct stat info;

  if (stat (log, &info) == 0 && info.st_size == 0)
    g_unlink (log);
}

/* Opens an existing journal and takes its lock for as long as it is open. Changes nothing unless all is well. */
LdrDatabase *
ldr_database_open (const char *path, LdrKey *key, GError **error)
{
  LdrDatabase *self;
  guchar salt[LDR_SALT_BYTES] = { 0 };
  gsize n_salt = sizeof salt;
  gint64 size = 0;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean had_log = g_file_test (log, G_FILE_TEST_EXISTS), read_only;
  g_autoptr (GError) local_error = NULL;

  if (!ldr_sqlite_read_start (path, salt, &n_salt, &size, error))
    return NULL;
  if (n_salt < sizeof salt || memcmp (salt, "SQLite format 3", sizeof salt) == 0)
    {
      refuse_stranger (error);
      return NULL;
    }
  self = database_connect (path, key, &local_error);
  if (self == NULL)
    {
      name_read_only (path, FALSE, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (settle (self, key, salt, size, &local_error))
    {
      remember_wal (self);
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      return self;
    }
  read_only = sqlite3_db_readonly (self->db, "main") == 1;
  ldr_database_free (self);
  /* Whoever keeps the file busy may just have made that log. */
  if (!had_log && !g_error_matches (local_error, LDR_STORE_ERROR, LDR_STORE_ERROR_BUSY))
    tidy_up (log);
  name_read_only (path, read_only, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Opens a new, empty file that exists already. It is written without a way back: whoever makes it throws it away when
 * something fails, and gives it its name only when it is whole. */
LdrDatabase *
ldr_database_create (const char *path, LdrKey *key, GError **error)
{
  g_autoptr (LdrDatabase) self = database_connect (path, key, error);

  if (self == NULL || !configure (self, error) || !expect (self, NULL, "PRAGMA journal_mode = MEMORY", "memory", error)
      || !expect (self, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", error))
    return NULL;
  return g_steal_pointer (&self);
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

/* --- Whole statements ----------------------------------------------------------------------------------------------
 */

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
  return refuse (LDR_STORE_ERROR_GONE, _ ("The journal's file was moved, removed or replaced while it was open."),
                 error);
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
  return expect (self, follow ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys",
                 follow ? "1" : "0", error);
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

/* --- Transactions --------------------------------------------------------------------------------------------------
 */

/* SQLite ends a whole transaction by itself on some failures; what was meant as a part of it must not go on alone. */
static gboolean
transaction_lost (LdrDatabase *self)
{
  return self->depth > 0 && sqlite3_get_autocommit (self->db);
}

gboolean
ldr_database_begin (LdrDatabase *self, GError **error)
{
  if (transaction_lost (self))
    return refuse (LDR_STORE_ERROR_FAILED, _ ("An earlier part of this change failed."), error);
  if (!ldr_database_exec (self, self->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part", error))
    return FALSE;
  self->depth++;
  return TRUE;
}

gboolean
ldr_database_commit (LdrDatabase *self, GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);
  if (transaction_lost (self))
    return refuse (LDR_STORE_ERROR_FAILED, _ ("An earlier part of this change failed."), error);
  if (!ldr_database_exec (self, self->depth == 1 ? "COMMIT" : "RELEASE part", error))
    return FALSE;
  self->depth--;
  return self->depth > 0 || ldr_database_check_in_place (self, error);
}

/* Undoes the innermost transaction; does nothing when there is none. */
void
ldr_database_rollback (LdrDatabase *self)
{
  if (self->depth == 0 || self->db == NULL)
    return;
  self->depth--;
  if (sqlite3_get_autocommit (self->db))
    return;
  if (self->depth > 0)
    sqlite3_exec (self->db, "ROLLBACK TO part; RELEASE part", NULL, NULL, NULL);
  else
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
ldr_database_in_transaction (LdrDatabase *self)
{
  return self->depth > 0;
}

/* The start of a change: the file is still where it was, and a transaction is open. */
LdrTransaction *
ldr_transaction_begin (LdrDatabase *db, GError **error)
{
  return ldr_database_check_in_place (db, error) && ldr_database_begin (db, error) ? db : NULL;
}

gboolean
ldr_transaction_commit (LdrTransaction **self, GError **error)
{
  if (!ldr_database_commit (*self, error))
    return FALSE;
  *self = NULL;
  return TRUE;
}

/* --- Prepared statements -------------------------------------------------------------------------------------------
 */

/* A statement for @sql, an earlier one if one lies ready. Give it back with ldr_statement_done(). */
LdrStatement *
ldr_database_prepare (LdrDatabase *self, const char *sql, GError **error)
{
  LdrStatement *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      g_hash_table_steal (self->statements, sql);
      return statement;
    }
  statement = g_new0 (LdrStatement, 1);
  statement->database = self;
  statement->sql = g_strdup (sql);
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt, NULL);
  if (code == SQLITE_OK)
    return statement;
  ldr_sqlite_fail (self->db, code, error);
  statement_free (statement);
  return NULL;
}

/* Keeps the statement for its next use; bound texts do not stay in memory. */
void
ldr_statement_done (LdrStatement *self)
{
  GHashTable *kept = self->database->statements;

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->bind_code = SQLITE_OK;
  if (g_hash_table_contains (kept, self->sql) || g_hash_table_size (kept) >= KEPT_STATEMENTS)
    statement_free (self);
  else
    g_hash_table_insert (kept, self->sql, self);
}

static void
note_bind (LdrStatement *self, int code)
{
  if (code != SQLITE_OK && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
ldr_statement_bind_int (LdrStatement *self, int index, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/* @text must live until the statement was stepped to its end or reset; that saves a copy of each long text. */
void
ldr_statement_bind_text (LdrStatement *self, int index, const char *text)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index, text != NULL ? text : "", -1, SQLITE_STATIC));
}

void
ldr_statement_bind_bytes (LdrStatement *self, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  note_bind (self, sqlite3_bind_blob64 (self->stmt, index, data != NULL ? data : "", size, SQLITE_STATIC));
}

LdrStep
ldr_statement_step (LdrStatement *self, GError **error)
{
  int code = self->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return LDR_STEP_ROW;
  if (code == SQLITE_DONE)
    return LDR_STEP_DONE;
  ldr_sqlite_fail (self->database->db, code, error);
  return LDR_STEP_ERROR;
}

/* Runs a statement that has no rows to give, and makes it ready for other values. */
gboolean
ldr_statement_run (LdrStatement *self, GError **error)
{
  LdrStep step = ldr_statement_step (self, error);

  sqlite3_reset (self->stmt);
  return step != LDR_STEP_ERROR;
}

void
ldr_statement_reset (LdrStatement *self)
{
  sqlite3_reset (self->stmt);
}

gint64
ldr_statement_get_int (LdrStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/* Without memory for a value, an empty one must not pass for it: what is read may be saved again. GLib ends a program
 * that has no memory left, and so does this. */
static void
insist_on_memory (LdrStatement *self, const void *value)
{
  if (value == NULL && sqlite3_errcode (self->database->db) == SQLITE_NOMEM)
    g_error ("No memory left for a value of the journal");
}

/* Valid until the next step. */
const char *
ldr_statement_get_text (LdrStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  insist_on_memory (self, text);
  return text != NULL ? text : "";
}

char *
ldr_statement_dup_text (LdrStatement *self, int column)
{
  return g_strdup (ldr_statement_get_text (self, column));
}

GBytes *
ldr_statement_get_bytes (LdrStatement *self, int column)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  insist_on_memory (self, data);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}
