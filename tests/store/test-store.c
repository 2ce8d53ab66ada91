/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>
#include "ldr-store-testing.h"
#include "store/ldr-key-private.h"
#include "store/ldr-store-private.h"

static void
test_create_and_open (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *part = g_strconcat (self->path, ".part", NULL);
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "Eén regel.", 2026, 3, 2);
  g_autoptr (LdrEntry) again = NULL;
  g_autoptr (GError) error = NULL;
  LdrJournalInfo *info;
  struct stat status;

  g_assert_cmpstr (ldr_store_get_path (self->store), ==, self->path);
  fixture_reopen (self);
  info = ldr_store_get_info (self->store);
  g_assert_cmpstr (info->leader, ==, "Sanne de Vries");
  g_assert_cmpint (info->role, ==, LDR_ROLE_COACH);
  again = ldr_store_get_entry (self->store, entry->id, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_entry_equal (entry, again));
  test_assert_sound (self->store);
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  fixture_close (self);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_create_over (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Iemand", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = fixture_file (self, "nowhere/new.leidraad");

  g_assert_null (ldr_store_create (self->path, test_key (), info, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  g_assert_null (ldr_store_create (nowhere, test_key (), info, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  test_assert_sound (self->store);
}

static void
test_info (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Daan", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_set_info (self->store, info, &error));
  g_assert_no_error (error);
  fixture_reopen (self);
  g_assert_cmpstr (ldr_store_get_info (self->store)->leader, ==, "Daan");
  g_assert_cmpstr (ldr_store_get_info (self->store)->id, ==, info->id);
  g_assert_cmpint (ldr_store_get_info (self->store)->role, ==, LDR_ROLE_LEADER);
  g_assert_cmpint (ldr_store_get_info (self->store)->created, ==, info->created);
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("Te laat", "", 2026, 3, 2);
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_close (self->store, &error));
  g_assert_true (ldr_store_close (self->store, &error));
  g_assert_null (ldr_store_save_entry (self->store, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
  g_assert_null (ldr_store_list_places (self->store, query, -1, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
  g_assert_false (ldr_store_begin (self->store, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
}

static void
test_busy (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_autoptr (LdrStore) second = ldr_store_open (self->path, test_key (), &error);

  g_assert_null (second);
  test_assert_error (error, LDR_STORE_ERROR_BUSY);
  /* Reading the salt must not let go of this process's lock. */
  key = ldr_key_for_file (self->path, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (key);
}

static void
test_busy_elsewhere (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_for_file (self->path, PASSPHRASE, &error);
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  const char *const command[] = { "/proc/self/exe", "--try-open", self->path, sheet, NULL };
  g_autofree char *output = NULL;
  int status;

  g_assert_no_error (error);
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (output, ==, "5\n");
  fixture_close (self);
  g_clear_pointer (&output, g_free);
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                               &status, &error));
  g_assert_cmpstr (output, ==, "opened\n");
}

/* What the second process of the test above does. */
static int
try_open (const char *path, const char *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_from_recovery (sheet, &error);
  g_autoptr (LdrStore) store = key != NULL ? ldr_store_open (path, key, &error) : NULL;

  if (store != NULL)
    g_print ("opened\n");
  else
    g_print ("%d\n", error->code);
  return 0;
}

/* Any SQLCipher 4 tool opens the file by the passphrase alone. */
static void
test_no_lock_in (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "Eén regel.", 2026, 3, 2);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  fixture_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA key = '" PASSPHRASE "'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT body FROM entry_text", -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 0), ==, "Eén regel.");
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

/* --- The file while it is open -------------------------------------------------------------------------------------
 */

static void
test_removed (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("Weg", "", 2026, 3, 2);
  g_autoptr (GError) error = NULL;

  g_unlink (self->path);
  g_assert_null (ldr_store_save_entry (self->store, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("Weg", "", 2026, 3, 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = fixture_file (self, "other"), *content = NULL;

  g_assert_true (g_file_set_contents (other, "not yours", -1, NULL));
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
  g_assert_null (ldr_store_save_entry (self->store, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
  ldr_store_close (self->store, NULL);
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "not yours");
}

static void
test_log_removed (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("Weg", "", 2026, 3, 2);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (log), ==, 0);
  g_assert_null (ldr_store_save_entry (self->store, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
}

static void
test_transactions (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) first = NULL, second = NULL, third = NULL;
  g_autofree char *titles = NULL;

  g_assert_true (ldr_store_begin (self->store, &error));
  first = test_add (self->store, "Eerste", "", 2026, 3, 1);
  g_assert_true (ldr_store_begin (self->store, &error));
  second = test_add (self->store, "Tweede", "", 2026, 3, 2);
  ldr_store_rollback (self->store);
  g_assert_true (ldr_store_begin (self->store, &error));
  third = test_add (self->store, "Derde", "", 2026, 3, 3);
  g_assert_true (ldr_store_commit (self->store, &error));
  g_assert_true (ldr_store_commit (self->store, &error));
  g_assert_no_error (error);
  titles = test_find (self->store, "");
  g_assert_cmpstr (titles, ==, "Derde,Eerste");
  g_assert_true (ldr_store_begin (self->store, &error));
  g_assert_true (ldr_store_trash_entry (self->store, first->id, &error));
  ldr_store_rollback (self->store);
  g_clear_pointer (&titles, g_free);
  titles = test_find (self->store, "");
  g_assert_cmpstr (titles, ==, "Derde,Eerste");
  test_assert_sound (self->store);
}

/* A change that was refused leaves the rest of its transaction alone; one that failed halfway takes all of it along. */
static void
test_failed_part (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) first = test_add (self->store, "Eerste", "", 2026, 3, 1), second = NULL, changed = NULL;
  g_autoptr (LdrEntry) stale = NULL, failed = NULL, broken = test_entry ("Vierde", "", 2026, 3, 4);
  g_autofree char *titles = NULL;

  g_assert_true (ldr_store_begin (self->store, &error));
  second = test_add (self->store, "Tweede", "", 2026, 3, 2);
  changed = test_change (self->store, first, "anders");
  stale = ldr_store_save_entry (self->store, first, &error);
  g_assert_null (stale);
  test_assert_error (error, LDR_STORE_ERROR_CONFLICT);
  g_assert_true (ldr_store_commit (self->store, &error));

  g_assert_true (ldr_store_begin (self->store, &error));
  g_assert_true (ldr_store_trash_entry (self->store, second->id, &error));
  g_assert_true (ldr_database_exec (self->store->db,
                                    "CREATE TEMP TRIGGER fail BEFORE INSERT ON entry_text "
                                    "BEGIN SELECT raise (ABORT, 'no'); END",
                                    &error));
  failed = ldr_store_save_entry (self->store, broken, &error);
  g_assert_null (failed);
  test_assert_error (error, LDR_STORE_ERROR_FAILED);
  g_assert_false (ldr_store_trash_entry (self->store, first->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_FAILED);
  g_assert_false (ldr_store_commit (self->store, &error));
  test_assert_error (error, LDR_STORE_ERROR_FAILED);
  ldr_store_rollback (self->store);
  titles = test_find (self->store, "");
  g_assert_cmpstr (titles, ==, "Tweede,Eerste");
  g_assert_true (ldr_store_trash_entry (self->store, second->id, &error));
  g_assert_no_error (error);
  test_assert_sound (self->store);
}

/* What was undone is not shown as whose journal it is. */
static void
test_info_undone (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrJournalInfo) daan = ldr_journal_info_new ("Daan", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) noor = ldr_journal_info_new ("Noor", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_begin (self->store, &error));
  g_assert_true (ldr_store_set_info (self->store, daan, &error));
  g_assert_true (ldr_store_begin (self->store, &error));
  g_assert_true (ldr_store_set_info (self->store, noor, &error));
  g_assert_cmpstr (ldr_store_get_info (self->store)->leader, ==, "Noor");
  ldr_store_rollback (self->store);
  g_assert_cmpstr (ldr_store_get_info (self->store)->leader, ==, "Daan");
  ldr_store_rollback (self->store);
  g_assert_no_error (error);
  g_assert_cmpstr (ldr_store_get_info (self->store)->leader, ==, "Sanne de Vries");
  g_assert_cmpint (ldr_store_get_info (self->store)->role, ==, LDR_ROLE_COACH);
  fixture_reopen (self);
  g_assert_cmpstr (ldr_store_get_info (self->store)->leader, ==, "Sanne de Vries");
}

/* Backups lie in a folder that is called by the journal's id, so a file must not choose just any name. */
static void
test_strange_id (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_database_exec (self->store->db, "UPDATE journal SET id = '../../elsewhere'", &error));
  g_assert_no_error (error);
  fixture_close (self);
  g_assert_null (ldr_store_open (self->path, test_key (), &error));
  test_assert_error (error, LDR_STORE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "create-and-open", test_create_and_open },
    { "create-over", test_create_over },
    { "info", test_info },
    { "closed", test_closed },
    { "strange-id", test_strange_id },
    { "busy", test_busy },
    { "busy-elsewhere", test_busy_elsewhere },
    { "no-lock-in", test_no_lock_in },
    { "removed", test_removed },
    { "replaced", test_replaced },
    { "log-removed", test_log_removed },
    { "transactions", test_transactions },
    { "failed-part", test_failed_part },
    { "info-undone", test_info_undone },
  };

  if (argc == 4 && g_str_equal (argv[1], "--try-open"))
    return try_open (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/store/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
