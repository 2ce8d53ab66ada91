/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ldr-store-private.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "model/ldr-retention.h"

/* More lines than these tell nobody more. */
#define PROBLEMS_MAX 20

/* Whether the store is open; said by every public function before it touches the connection. */
gboolean
ldr_store_is_ready (LdrStore *self, GError **error)
{
  if (self->db != NULL)
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_GONE, _ ("This journal is closed."));
  return FALSE;
}

gint64
ldr_store_get_changes (LdrStore *self)
{
  return self->db != NULL ? ldr_database_get_changes (self->db) : 0;
}

static LdrJournalInfo *
read_info (LdrDatabase *db, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (db, "SELECT id, leader, role, created FROM journal", error);
  g_autoptr (LdrJournalInfo) info = NULL;
  LdrStep step = row != NULL ? ldr_statement_step (row, error) : LDR_STEP_ERROR;

  if (step == LDR_STEP_ERROR)
    return NULL;
  info = ldr_journal_info_new ("", LDR_ROLE_LEADER);
  /* Its backups lie in a folder of that name. */
  if (step == LDR_STEP_DONE || !ldr_role_from_id (ldr_statement_get_text (row, 2), &info->role)
      || !ldr_id_is_valid (ldr_statement_get_text (row, 0)))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED,
                           _ ("This journal does not say whose it is."));
      return NULL;
    }
  g_free (info->id);
  info->id = ldr_statement_dup_text (row, 0);
  g_free (info->leader);
  info->leader = ldr_statement_dup_text (row, 1);
  info->created = ldr_statement_get_int (row, 3);
  return g_steal_pointer (&info);
}

static gboolean
write_info (LdrDatabase *db, LdrJournalInfo *info, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (db,
                              "INSERT INTO journal (one, id, leader, role, created) VALUES (1, ?1, ?2, ?3, ?4) "
                              "ON CONFLICT (one) DO UPDATE SET id = ?1, leader = ?2, role = ?3, created = ?4",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, info->id);
  ldr_statement_bind_text (stmt, 2, info->leader);
  ldr_statement_bind_text (stmt, 3, ldr_role_to_id (info->role));
  ldr_statement_bind_int (stmt, 4, info->created);
  return ldr_statement_run (stmt, error);
}

static gboolean
fill_new_file (const char *part, LdrKey *key, LdrJournalInfo *info, GError **error)
{
  g_autoptr (LdrDatabase) db = ldr_database_create (part, key, error);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", LDR_STORE_APPLICATION_ID);

  return db != NULL && ldr_database_exec (db, mark, error) && ldr_schema_migrate (db, error)
         && write_info (db, info, error) && ldr_database_close (db, error);
}

/* Takes back what was made under that name, and nothing that another may have put there since. */
static void
remove_made (const char *path, const GStatBuf *made)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_dev == made->st_dev && info.st_ino == made->st_ino)
    ldr_file_remove (path);
}

/**
 * ldr_store_create:
 * @path: where the journal is to be; nothing may be there yet
 * @key: its key, from ldr_key_new()
 * @info: whose journal it is
 * @error: return location for an #LdrStoreError
 *
 * Makes a journal and opens it. The file appears under its name only when it is whole, and is gone again when it cannot
 * be opened. %LDR_STORE_ERROR_EXISTS when there is something of that name.
 *
 * Returns: (transfer full): the open journal, or %NULL
 */
LdrStore *
ldr_store_create (const char *path, LdrKey *key, LdrJournalInfo *info, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  LdrStore *store;
  GStatBuf made;

  g_return_val_if_fail (path != NULL && key != NULL && info != NULL, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("There is a file of that name already."));
      return NULL;
    }
  if (!ldr_file_make_empty (part, error))
    return NULL;
  if ((g_stat (part, &made) != 0 && !ldr_file_fail (part, errno, error)) || !fill_new_file (part, key, info, error)
      || !ldr_file_put (part, path, FALSE, error))
    {
      ldr_file_remove (part);
      return NULL;
    }
  store = ldr_store_open (path, key, error);
  if (store == NULL)
    remove_made (path, &made);
  return store;
}

static gboolean
read_clock (LdrDatabase *db, LdrSteadyClock *clock, GError **error)
{
  return ldr_database_get_number (db, "SELECT seen FROM journal", &clock->seen, error)
         && ldr_database_get_number (db, "SELECT steady FROM journal", &clock->steady, error);
}

static gboolean
write_clock (LdrDatabase *db, const LdrSteadyClock *clock)
{
  g_autoptr (LdrTransaction) transaction = ldr_transaction_begin (db, NULL);
  g_autoptr (LdrStatement) stmt
      = transaction != NULL ? ldr_database_prepare (db, "UPDATE journal SET seen = ?1, steady = ?2", NULL) : NULL;

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, clock->seen);
  ldr_statement_bind_int (stmt, 2, clock->steady);
  return ldr_statement_run (stmt, NULL) && ldr_transaction_commit (&transaction, NULL);
}

/* What lay in the trash for long enough goes when the journal is opened. A disk that is full, or cannot be written, is
 * no reason not to read; then it stays. */
static gboolean
clear_old_trash (LdrStore *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  LdrSteadyClock clock;
  gint64 now = ldr_moment_now ();

  if (!read_clock (self->db, &clock, error))
    return FALSE;
  if (ldr_steady_clock_note (&clock, now) && !write_clock (self->db, &clock))
    return TRUE;
  if (ldr_store_purge_trash (self, ldr_steady_clock_get_trash_limit (&clock, now), &local_error)
      || g_error_matches (local_error, LDR_STORE_ERROR, LDR_STORE_ERROR_FULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * ldr_store_open:
 * @path: a journal
 * @key: its key, from ldr_key_for_file() or a recovery sheet
 * @error: return location for an #LdrStoreError
 *
 * Opens a journal and keeps every other process out of it until it is closed. A wrong passphrase, a file that is none
 * of ours, damage and a newer version are told apart; a file that is not opened is not changed either. Entries that
 * were in the trash for LDR_KEEP_TRASH_DAYS go, unless the clock has not been steady for as long.
 *
 * Returns: (transfer full): the open journal, or %NULL
 */
LdrStore *
ldr_store_open (const char *path, LdrKey *key, GError **error)
{
  g_autoptr (LdrStore) self = g_new0 (LdrStore, 1);

  g_return_val_if_fail (path != NULL && key != NULL, NULL);
  self->path = ldr_file_resolve (path);
  self->key = ldr_key_ref (key);
  self->db = ldr_database_open (self->path, key, error);
  if (self->db == NULL || !ldr_schema_migrate (self->db, error) || (self->info = read_info (self->db, error)) == NULL
      || !clear_old_trash (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ldr_store_close:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Closes the file: what was saved is in it, whole, and nothing lies beside it. The store itself is freed with
 * ldr_store_free(), also when this failed. An unfinished transaction is undone.
 *
 * Returns: whether all went well
 */
gboolean
ldr_store_close (LdrStore *self, GError **error)
{
  gboolean closed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_clear_pointer (&self->progress, ldr_progress_unref);
  if (self->db == NULL)
    return TRUE;
  closed = ldr_database_close (self->db, error);
  g_clear_pointer (&self->db, ldr_database_free);
  return closed;
}

/**
 * ldr_store_free:
 * @self: (transfer full): a journal
 *
 * Closes the journal if it is still open, and frees it.
 */
void
ldr_store_free (LdrStore *self)
{
  g_return_if_fail (self != NULL);
  ldr_store_close (self, NULL);
  g_free (self->path);
  ldr_key_unref (self->key);
  g_clear_pointer (&self->info, ldr_journal_info_unref);
  g_free (self);
}

/**
 * ldr_store_get_path:
 * @self: a journal
 *
 * Returns: (transfer none): the file's absolute path, links resolved
 */
const char *
ldr_store_get_path (LdrStore *self)
{
  return self->path;
}

/**
 * ldr_store_get_info:
 * @self: a journal
 *
 * Returns: (transfer none): whose journal it is
 */
LdrJournalInfo *
ldr_store_get_info (LdrStore *self)
{
  return self->info;
}

/**
 * ldr_store_set_info:
 * @self: a journal
 * @info: whose journal it is
 * @error: return location for an #LdrStoreError
 *
 * Writes down another name or role.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_set_info (LdrStore *self, LdrJournalInfo *info, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  LdrJournalInfo *before;

  g_return_val_if_fail (self != NULL && info != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !write_info (self->db, info, error) || !ldr_transaction_commit (&transaction, error))
    return FALSE;
  before = self->info;
  self->info = ldr_journal_info_ref (info);
  ldr_journal_info_unref (before);
  self->info_is_unsettled = ldr_database_in_transaction (self->db);
  return TRUE;
}

/**
 * ldr_store_get_key:
 * @self: a journal
 *
 * Returns: (transfer none): the key that opens it
 */
LdrKey *
ldr_store_get_key (LdrStore *self)
{
  return self->key;
}

/**
 * ldr_store_begin:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Starts a change of many parts that is to be done whole or not at all, such as an import. Each ldr_store_begin() that
 * succeeded needs one ldr_store_commit() or ldr_store_rollback(); they nest. A change within it that fails halfway, as
 * on a full disk, leaves only the rollback.
 *
 * Returns: whether it was started
 */
gboolean
ldr_store_begin (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return ldr_store_is_ready (self, error) && ldr_database_check_in_place (self->db, error)
         && ldr_database_begin (self->db, error);
}

/**
 * ldr_store_commit:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Ends what ldr_store_begin() started. When it fails, nothing of it was saved and it still wants ldr_store_rollback().
 *
 * Returns: whether all of it is saved
 */
gboolean
ldr_store_commit (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || !ldr_database_commit (self->db, error))
    return FALSE;
  self->info_is_unsettled &= ldr_database_in_transaction (self->db);
  return TRUE;
}

/**
 * ldr_store_rollback:
 * @self: a journal
 *
 * Undoes everything since the matching ldr_store_begin().
 */
void
ldr_store_rollback (LdrStore *self)
{
  g_autoptr (LdrJournalInfo) info = NULL;

  g_return_if_fail (self != NULL);
  if (self->db == NULL)
    return;
  ldr_database_rollback (self->db);
  if (self->info_is_unsettled && (info = read_info (self->db, NULL)) != NULL)
    {
      ldr_journal_info_unref (self->info);
      self->info = g_steal_pointer (&info);
    }
  self->info_is_unsettled &= ldr_database_in_transaction (self->db);
}

/* Runs one check. What it finds, and damage that keeps it from running, becomes a line in @problems. */
static gboolean
run_check (LdrStore *self, const char *sql, const char *good, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (!ldr_database_list_lines (self->db, sql, lines, &local_error))
    {
      if (!g_error_matches (local_error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED)
          && !g_error_matches (local_error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_ptr_array_add (problems, g_strdup (local_error->message));
    }
  for (guint i = 0; i < lines->len && problems->len < PROBLEMS_MAX; i++)
    if (g_strcmp0 (g_ptr_array_index (lines, i), good) != 0)
      g_ptr_array_add (problems, g_strdup (g_ptr_array_index (lines, i)));
  return TRUE;
}

/**
 * ldr_store_check:
 * @self: a journal
 * @cancellable: (nullable): stops it
 * @problems: (element-type utf8): gets a line for each thing that is wrong, at most 20
 * @error: return location for an #LdrStoreError or %G_IO_ERROR_CANCELLED
 *
 * Looks through the whole file: the seal of each page, the tables and their indexes, what points at what, the index
 * of words against the texts. Changes nothing but that what was saved goes from the log into the file. Some three
 * seconds for 100,000 entries.
 *
 * Returns: whether the check could be made; the journal is sound when it was and @problems is empty
 */
gboolean
ldr_store_check (LdrStore *self, GCancellable *cancellable, GPtrArray *problems, GError **error)
{
  static const char *const checks[][2] = {
    { "PRAGMA cipher_integrity_check", NULL },
    { "PRAGMA integrity_check (20)", "ok" },
    { "SELECT 'A row of ' || \"table\" || ' points at nothing.' FROM pragma_foreign_key_check", NULL },
    { "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL },
    { "SELECT 'An entry has no text.' FROM entry e WHERE NOT EXISTS (SELECT 1 FROM entry_text t WHERE t.key = e.key)",
      NULL },
    { "SELECT 'A tag stands at an entry in the trash.' FROM entry_tag g JOIN entry e ON e.key = g.key "
      "WHERE e.deleted > 0",
      NULL },
  };
  gboolean checked = TRUE;
  gint64 busy;

  g_return_val_if_fail (self != NULL && problems != NULL, FALSE);
  if (!ldr_store_is_ready (self, error))
    return FALSE;
  /* The seals are looked at in the file alone. A page that was only half written there is whole in the log, which goes
   * into the file first; where that cannot be done the check says what it sees. */
  if (!ldr_database_in_transaction (self->db))
    ldr_database_get_number (self->db, "PRAGMA wal_checkpoint (FULL)", &busy, NULL);
  ldr_database_watch (self->db, cancellable);
  for (guint i = 0; checked && problems->len == 0 && i < G_N_ELEMENTS (checks); i++)
    checked = !g_cancellable_set_error_if_cancelled (cancellable, error)
              && run_check (self, checks[i][0], checks[i][1], problems, error);
  ldr_database_watch (self->db, NULL);
  return checked;
}

/**
 * ldr_store_change_key:
 * @self: a journal
 * @key: the new key, from ldr_key_new()
 * @error: return location for an #LdrStoreError
 *
 * Gives the journal another passphrase. All of it is written anew beside the old file under the new key, opened and
 * checked, and only then takes the old one's place; whatever fails before leaves the journal as it was. Earlier backups
 * and recovery sheets keep the passphrase they were made with. Should the disk fail just after that moment the journal
 * still opens with the new passphrase; when it could not be opened again the store is closed, which its next use says.
 *
 * Returns: whether the journal has the new key
 */
gboolean
ldr_store_change_key (LdrStore *self, LdrKey *key, GError **error)
{
  g_autofree char *part = NULL;
  gint64 busy = 0;

  g_return_val_if_fail (self != NULL && key != NULL, FALSE);
  /* The log must be empty before the new file takes the name: it would be taken for the new one's. */
  if (!ldr_store_is_ready (self, error) || !ldr_database_check_in_place (self->db, error)
      || !ldr_database_get_number (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, error))
    return FALSE;
  if (busy != 0)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_BUSY, _ ("The journal is busy."));
      return FALSE;
    }
  part = g_strconcat (self->path, ".part", NULL);
  if (!ldr_file_copy_database (self->db, part, key, NULL, NULL, NULL, NULL, error))
    return FALSE;
  if (!ldr_database_check_in_place (self->db, error) || !ldr_file_put (part, self->path, TRUE, error))
    {
      ldr_file_remove (part);
      return FALSE;
    }
  ldr_store_close (self, NULL);
  ldr_key_unref (self->key);
  self->key = ldr_key_ref (key);
  /* The file has the new key whatever comes of this; to call that a failure would send its owner back to the old one.
   */
  self->db = ldr_database_open (self->path, key, NULL);
  return TRUE;
}
