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

/* --- Files that are no sound journal -------------------------------------------------------------------------------
 */

static void
write_bytes (const char *path, gsize size, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (char) g_rand_int (random);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
write_plain_sqlite (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA application_id = 1279609156; CREATE TABLE entry (a)", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Another program's SQLCipher file, under our passphrase. */
static void
write_other_program (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA key = '" PASSPHRASE "'; CREATE TABLE entry (a)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

typedef enum
{
  EMPTY,
  RANDOM,
  RANDOM_ODD,
  RANDOM_TINY,
  PLAIN,
  OTHER,
  FOLDER,
  MISSING
} Stranger;

static const struct
{
  const char *name;
  Stranger kind;
  LdrStoreError error;
} strangers[] = {
  { "empty", EMPTY, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "random", RANDOM, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "random-odd", RANDOM_ODD, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "random-tiny", RANDOM_TINY, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "plain-sqlite", PLAIN, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "other-program", OTHER, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "folder", FOLDER, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "missing", MISSING, LDR_STORE_ERROR_NOT_FOUND },
};

static void
make_stranger (const char *path, Stranger kind)
{
  switch (kind)
    {
    case EMPTY:
      write_bytes (path, 0, 0);
      break;
    case RANDOM:
      write_bytes (path, 40 * LDR_DATABASE_PAGE, 7);
      break;
    case RANDOM_ODD:
      write_bytes (path, 40 * LDR_DATABASE_PAGE + 321, 8);
      break;
    case RANDOM_TINY:
      write_bytes (path, 100, 9);
      break;
    case PLAIN:
      write_plain_sqlite (path);
      break;
    case OTHER:
      write_other_program (path);
      break;
    case FOLDER:
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      break;
    case MISSING:
      break;
    }
}

/* Tries to open a file as the program does, by the passphrase, and sees that it is left as it was. */
static LdrStoreError
refused_with (const char *path, const char *passphrase)
{
  g_autofree char *before = NULL, *after = NULL, *log = g_strconcat (path, "-wal", NULL);
  gsize n_before = 0, n_after = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  gboolean had_log = g_file_test (log, G_FILE_TEST_EXISTS);

  g_file_get_contents (path, &before, &n_before, NULL);
  key = ldr_key_for_file (path, passphrase, &error);
  if (key != NULL)
    g_assert_null (ldr_store_open (path, key, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == LDR_STORE_ERROR);
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS) == had_log);
  return (LdrStoreError) error->code;
}

static void
test_strangers (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = fixture_file (self, strangers[i].name);

      g_test_message ("%s", strangers[i].name);
      make_stranger (path, strangers[i].kind);
      g_assert_cmpint (refused_with (path, PASSPHRASE), ==, strangers[i].error);
    }
}

static void
test_wrong_passphrase (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrKey) key = ldr_key_new ("another", NULL);
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_assert_cmpint (refused_with (self->path, "another"), ==, LDR_STORE_ERROR_PASSPHRASE);
  g_assert_cmpint (refused_with (self->path, "correct horse battery staple "), ==, LDR_STORE_ERROR_PASSPHRASE);
  g_assert_cmpint (refused_with (self->path, ""), ==, LDR_STORE_ERROR_PASSPHRASE);
  g_assert_null (ldr_store_open (self->path, key, &error));
  test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
  fixture_reopen (self);
}

static void
fill (LdrStore *store, int n)
{
  g_autofree char *text = g_strnfill (3000, 'x');

  g_assert_true (ldr_store_begin (store, NULL));
  for (int i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Dag %d", i);
      g_autoptr (LdrEntry) entry = test_add (store, title, text, 2025, 1 + i % 12, 1 + i % 28);

      g_assert_nonnull (entry);
    }
  g_assert_true (ldr_store_commit (store, NULL));
}

static void
test_truncated (Fixture *self, gconstpointer data)
{
  static const gint64 lengths[]
      = { 1, 15, 16, 100, 4095, 4096, 4097, 8192, 12288, 40960, 40961, -1, -16, -4095, -4096, -4097, -8192 };
  g_autofree char *whole = NULL, *cut = fixture_file (self, "cut.leidraad");
  gsize size;

  fill (self->store, 20);
  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &whole, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      gssize length = (gssize) (lengths[i] > 0 ? lengths[i] : (gint64) size + lengths[i]);
      LdrStoreError wanted = length < 16 ? LDR_STORE_ERROR_NOT_A_JOURNAL : LDR_STORE_ERROR_DAMAGED;

      g_test_message ("cut to %d of %d", (int) length, (int) size);
      g_assert_true (g_file_set_contents (cut, whole, length, NULL));
      g_assert_cmpint (refused_with (cut, PASSPHRASE), ==, wanted);
    }
}

/* Reads everything there is; FALSE with the error that the first part of it gave. */
static gboolean
read_all_cb (LdrEntry *entry, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) revisions = ldr_store_list_revisions (user_data, entry->id, error);

  return revisions != NULL;
}

static gboolean
is_found_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LdrKey) key = ldr_key_for_file (path, PASSPHRASE, &error);
  g_autoptr (LdrStore) store = NULL;

  g_assert_no_error (error);
  store = ldr_store_open (path, key, &error);
  if (store == NULL)
    {
      g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED);
      return TRUE;
    }
  g_assert_true (ldr_store_check (store, NULL, problems, &error));
  g_assert_no_error (error);
  if (!ldr_store_foreach_entry (store, TRUE, read_all_cb, store, &error))
    g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED);
  return problems->len > 0;
}

static void
test_flipped_bits (Fixture *self, gconstpointer data)
{
  g_autofree char *whole = NULL, *bent = fixture_file (self, "bent.leidraad");
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  gsize size;

  fill (self->store, 10);
  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &whole, &size, NULL));
  for (guint i = 0; i < 60; i++)
    {
      /* The salt and the first page, then one in each page, then anywhere. */
      gsize page = (i - 24) * LDR_DATABASE_PAGE;
      gsize at = i < 8         ? i * 2
                 : i < 24      ? 16 + i * 100
                 : page < size ? page + (gsize) g_rand_int_range (random, 0, LDR_DATABASE_PAGE)
                               : (gsize) g_rand_int_range (random, 0, (gint32) size);
      int bit = 1 << g_rand_int_range (random, 0, 8);

      whole[at] ^= (char) bit;
      g_test_message ("bit %02x at %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, bit, at, size);
      g_assert_true (g_file_set_contents (bent, whole, (gssize) size, NULL));
      g_assert_true (is_found_damaged (bent));
      whole[at] ^= (char) bit;
    }
}

static void
test_flipped_salt_by_sheet (Fixture *self, gconstpointer data)
{
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &whole, &size, NULL));
  whole[5] ^= 4;
  g_assert_true (g_file_set_contents (self->path, whole, (gssize) size, NULL));
  g_assert_null (ldr_store_open (self->path, test_key (), &error));
  test_assert_error (error, LDR_STORE_ERROR_DAMAGED);
}

/* --- Versions ------------------------------------------------------------------------------------------------------
 */

static void
run_sql (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrDatabase) db = ldr_database_open (path, test_key (), &error);

  g_assert_no_error (error);
  g_assert_true (ldr_database_exec (db, sql, &error));
  g_assert_no_error (error);
  g_assert_true (ldr_database_close (db, &error));
}

static void
test_newer (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  run_sql (self->path, "PRAGMA user_version = 999");
  g_assert_cmpint (refused_with (self->path, PASSPHRASE), ==, LDR_STORE_ERROR_NEWER);
}

static void
test_other_application_id (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  run_sql (self->path, "PRAGMA application_id = 42");
  g_assert_cmpint (refused_with (self->path, PASSPHRASE), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
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

static void
test_check_finds (Fixture *self, gconstpointer data)
{
  static const char *const harm[] = {
    "DELETE FROM entry_text",
    "INSERT INTO search (rowid, title, body, tags) VALUES (12345, 'niets', 'niets', '')",
    "PRAGMA foreign_keys = OFF; INSERT INTO picture VALUES (1, 'a', 'b', 'image/png', 1, x'00')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harm); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "Iets.", 2026, 3, 2);
      g_autoptr (GError) error = NULL;

      test_assert_sound (self->store);
      fixture_close (self);
      run_sql (self->path, harm[i]);
      fixture_reopen (self);
      g_assert_true (ldr_store_check (self->store, NULL, problems, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, >, 0);
      fixture_close (self);
      g_unlink (self->path);
      self->store = test_create (self->path);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "create-and-open", test_create_and_open },
    { "create-over", test_create_over },
    { "info", test_info },
    { "closed", test_closed },
    { "busy", test_busy },
    { "busy-elsewhere", test_busy_elsewhere },
    { "strangers", test_strangers },
    { "wrong-passphrase", test_wrong_passphrase },
    { "truncated", test_truncated },
    { "flipped-bits", test_flipped_bits },
    { "flipped-salt-by-sheet", test_flipped_salt_by_sheet },
    { "newer", test_newer },
    { "other-application-id", test_other_application_id },
    { "no-lock-in", test_no_lock_in },
    { "removed", test_removed },
    { "replaced", test_replaced },
    { "log-removed", test_log_removed },
    { "transactions", test_transactions },
    { "check-finds", test_check_finds },
  };

  if (argc == 4 && g_str_equal (argv[1], "--try-open"))
    return try_open (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/store/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
    }
  return g_test_run ();
}
