/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ldr-database-private.h"
#include "ldr-day-count.h"
#include "ldr-key-private.h"
#include "ldr-store.h"

/* The door: a connection whose settings took effect, to a file that is known to be ours and well, or the reason why
 * not.
 */

/* A file that is only read is taken for one that nobody changes: then no lock is taken, nothing is looked for or made
 * beside it, and it need not lie where anything can be written. */
static int
open_file (const char *path, gboolean only_read, sqlite3 **db)
{
  g_autofree char *absolute = NULL, *uri = NULL, *name = NULL;

  if (!only_read)
    return sqlite3_open_v2 (path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  absolute = g_canonicalize_filename (path, NULL);
  uri = g_filename_to_uri (absolute, NULL, NULL);
  name = g_strconcat (uri, "?immutable=1", NULL);
  return sqlite3_open_v2 (name, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static LdrDatabase *
database_connect (const char *path, LdrKey *key, gboolean only_read, GError **error)
{
  g_autoptr (LdrDatabase) self = g_new0 (LdrDatabase, 1);
  char *text;
  int code;

  self->path = g_strdup (path);
  self->statements = ldr_statement_table_new ();
  code = open_file (path, only_read, &self->db);
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
  if (code == SQLITE_OK)
    code = ldr_day_count_add_to (self->db);
  if (code != SQLITE_OK)
    {
      ldr_sqlite_fail (self->db, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Sets something, unless @set is %NULL, and reads back whether it is so. */
gboolean
ldr_database_set (LdrDatabase *self, const char *set, const char *get, const char *value, GError **error)
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
    if (!ldr_database_set (self, settings[i][0], settings[i][1], settings[i][2], error))
      return FALSE;
  return TRUE;
}

static gboolean
configure_writing (LdrDatabase *self, GError **error)
{
  return ldr_database_set (self, NULL, "PRAGMA journal_mode = WAL", "wal", error)
         && ldr_database_set (self, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", error)
         && ldr_database_set (self, NULL, "PRAGMA secure_delete = ON", "1", error)
         && ldr_database_set (self, "PRAGMA cache_size = -8000", "PRAGMA cache_size", "-8000", error);
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
check_origin (LdrDatabase *self, LdrKey *key, gint64 application_id, const guchar *salt, gint64 size, GError **error)
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
  if (id != application_id)
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
  if (!configure (self, error) || !check_origin (self, key, LDR_STORE_APPLICATION_ID, salt, size, error))
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
  gint64 size = 0;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean had_log = g_file_test (log, G_FILE_TEST_EXISTS), read_only;
  g_autoptr (GError) local_error = NULL;

  if (!ldr_salt_read (path, salt, &size, error))
    return NULL;
  self = database_connect (path, key, FALSE, &local_error);
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

/* Opens a file that is not a journal, only to be read, and with no lock: it is as well for it to lie where nothing can
 * be written. What is wrong with it is told by the code; the messages are those of a journal. */
LdrDatabase *
ldr_database_open_read (const char *path, LdrKey *key, int application_id, GError **error)
{
  g_autoptr (LdrDatabase) self = NULL;
  guchar salt[LDR_SALT_BYTES] = { 0 };
  gint64 size = 0;

  if (!ldr_salt_read (path, salt, &size, error) || (self = database_connect (path, key, TRUE, error)) == NULL
      || !configure (self, error) || !check_origin (self, key, application_id, salt, size, error)
      || (size % LDR_DATABASE_PAGE != 0 && !refuse_damaged (error)))
    return NULL;
  return g_steal_pointer (&self);
}

/* Opens a new, empty file that exists already. It is written without a way back: whoever makes it throws it away when
 * something fails, and gives it its name only when it is whole. */
LdrDatabase *
ldr_database_create (const char *path, LdrKey *key, GError **error)
{
  g_autoptr (LdrDatabase) self = database_connect (path, key, FALSE, error);

  if (self == NULL || !configure (self, error)
      || !ldr_database_set (self, NULL, "PRAGMA journal_mode = MEMORY", "memory", error)
      || !ldr_database_set (self, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", error))
    return NULL;
  return g_steal_pointer (&self);
}
