/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sqlite3.h>
#include "ldr-store-testing.h"
#include "store/ldr-key-private.h"
#include "store/ldr-store-private.h"

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
  gboolean looks_sealed; /* Only trying a key tells. */
} strangers[] = {
  { "empty", EMPTY, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "random", RANDOM, LDR_STORE_ERROR_NOT_A_JOURNAL, TRUE },
  { "random-odd", RANDOM_ODD, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "random-tiny", RANDOM_TINY, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "plain-sqlite", PLAIN, LDR_STORE_ERROR_NOT_A_JOURNAL },
  { "other-program", OTHER, LDR_STORE_ERROR_NOT_A_JOURNAL, TRUE },
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
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", strangers[i].name);
      make_stranger (path, strangers[i].kind);
      g_assert_true (ldr_key_may_exist_for (path, &error) == strangers[i].looks_sealed);
      if (!strangers[i].looks_sealed)
        g_assert_error (error, LDR_STORE_ERROR, (int) strangers[i].error);
      g_assert_cmpint (refused_with (path, PASSPHRASE), ==, strangers[i].error);
    }
}

static void
test_wrong_passphrase (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrKey) key = ldr_key_new ("another", NULL);
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_assert_true (ldr_key_may_exist_for (self->path, NULL));
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

/* Whether a journal of which one bit was turned is refused, or the check finds it. It is read throughout all the same,
 * which may fail but not crash, and is left as it was. */
static gboolean
is_found_damaged (const char *path, LdrKey *key, const char *bytes, gsize n_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *after = NULL, *log = g_strconcat (path, "-wal", NULL);
  LdrStore *store = ldr_store_open (path, key, &error);
  gboolean found = store == NULL;
  gsize n_after;

  if (found)
    g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED);
  else
    {
      g_assert_true (ldr_store_check (store, NULL, problems, &error));
      g_assert_no_error (error);
      found = problems->len > 0;
      if (!ldr_store_foreach_entry (store, TRUE, read_all_cb, store, &error))
        g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED);
      ldr_store_free (store);
    }
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (after, n_after, bytes, n_bytes);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  return found;
}

static const struct
{
  const char *name;
  /* Pages, from the end when negative; @to is one past the last. */
  int from, to;
  /* Bytes in such a page. */
  int first, end;
  int times;
} flips[] = {
  { "salt", 0, 1, 0, LDR_SALT_BYTES, 12 },
  { "first-page", 0, 1, LDR_SALT_BYTES, LDR_DATABASE_PAGE, 48 },
  { "tables-and-indexes", 1, 30, 0, LDR_DATABASE_PAGE, 80 },
  { "middle", 30, -1, 0, LDR_DATABASE_PAGE, 80 },
  { "seals", 0, -1, LDR_DATABASE_PAGE - 80, LDR_DATABASE_PAGE, 40 },
  { "last-page", -1, 0, 0, LDR_DATABASE_PAGE, 40 },
};

static void
flip (Fixture *self, guint which, char *bytes, gsize n_bytes, GRand *random)
{
  int pages = (int) (n_bytes / LDR_DATABASE_PAGE);
  int from = flips[which].from + (flips[which].from < 0 ? pages : 0);
  int to = flips[which].to + (flips[which].to <= 0 ? pages : 0);
  gsize at = (gsize) g_rand_int_range (random, from, to) * LDR_DATABASE_PAGE
             + (gsize) g_rand_int_range (random, flips[which].first, flips[which].end);
  char bit = (char) (1 << g_rand_int_range (random, 0, 8));
  g_autofree char *bent = fixture_file (self, "bent.leidraad");
  g_autoptr (LdrKey) key = NULL;

  bytes[at] ^= bit;
  g_test_message ("%s: bit %02x at %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, flips[which].name, (guchar) bit, at,
                  n_bytes);
  g_assert_true (g_file_set_contents_full (bent, bytes, (gssize) n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  /* A key from the passphrase takes the salt along, and time. */
  key = at < LDR_SALT_BYTES ? ldr_key_for_file (bent, PASSPHRASE, NULL) : ldr_key_ref (test_key ());
  g_assert_true (is_found_damaged (bent, key, bytes, n_bytes));
  bytes[at] ^= bit;
}

/* Three hundred times one bit, in every part of a journal of some hundred pages. */
static void
test_flipped_bits (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  gsize size;

  fill (self->store, 200);
  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  g_assert_cmpuint (size / LDR_DATABASE_PAGE, >, 200);
  for (guint i = 0; i < G_N_ELEMENTS (flips); i++)
    for (int j = 0; j < flips[i].times; j++)
      flip (self, i, bytes, size, random);
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
  run_sql (self->path, "PRAGMA user_version = -1");
  g_assert_cmpint (refused_with (self->path, PASSPHRASE), ==, LDR_STORE_ERROR_DAMAGED);
}

static void
test_other_application_id (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  run_sql (self->path, "PRAGMA application_id = 42");
  g_assert_cmpint (refused_with (self->path, PASSPHRASE), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
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
  static const FixtureTest tests[] = {
    { "strangers", test_strangers },
    { "wrong-passphrase", test_wrong_passphrase },
    { "truncated", test_truncated },
    { "flipped-bits", test_flipped_bits },
    { "flipped-salt-by-sheet", test_flipped_salt_by_sheet },
    { "newer", test_newer },
    { "other-application-id", test_other_application_id },
    { "check-finds", test_check_finds },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/damage/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
