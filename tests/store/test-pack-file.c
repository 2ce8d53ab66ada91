/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include "ldr-pack-testing.h"
#include "ldr-store-testing.h"
#include "model/ldr-model-error.h"

/* A pack as a file: what goes in comes out, and only whoever has the passphrase sees any of it. */

static void
assert_round_trip (const char *path, const LdrPack *pack)
{
  g_autoptr (LdrPack) back = NULL;

  pack_testing_write (pack, path);
  back = pack_testing_read (path);
  pack_testing_assert_same (back, pack);
}

static void
test_session (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autofree char *names = NULL;
  GStatBuf info;

  assert_round_trip (self->path, pack);
  names = pack_testing_list (self->folder);
  g_assert_cmpstr (names, ==, PACK_NAME);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_comments (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_comments ();

  assert_round_trip (self->path, pack);
}

/* A name that stands for something else in an address. */
static void
test_odd_name (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "50% ? #1 & één", "a?immutable=0", "x%00y", "\xe9\xe9n" };
  g_autoptr (LdrPack) pack = pack_testing_comments ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_file (self, names[i]);

      assert_round_trip (path, pack);
    }
}

static void
test_figures (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPackFile) file = ldr_pack_file_write (pack, self->path, PACK_PASSPHRASE, NULL, &error);
  g_autofree char *bytes = NULL, *sum = NULL;
  gsize n_bytes;

  g_assert_no_error (error);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (ldr_pack_file_put_in_place (file, &error));
  g_assert_true (g_file_get_contents (self->path, &bytes, &n_bytes, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, n_bytes);
  g_assert_cmpint (ldr_pack_file_get_n_bytes (file), ==, (gint64) n_bytes);
  g_assert_cmpstr (ldr_pack_file_get_sha256 (file), ==, sum);
}

static void
test_nothing_in_plain_text (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { PACK_WORD, "SQLite format", "CREATE TABLE", "passage", "PNG", "Sanne" };
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  pack_testing_write (pack, self->path);
  g_assert_true (g_file_get_contents (self->path, &bytes, &n_bytes, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (memmem (bytes, n_bytes, words[i], strlen (words[i])));
}

static int
count_cb (void *data, int n, char **values, char **names)
{
  *(int *) data = atoi (values[0]);
  return 0;
}

/* Any SQLCipher 4 tool opens it by what its owner types. */
static void
test_plain_sqlcipher (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  sqlite3 *db = NULL;
  int n = 0;

  pack_testing_write (pack, self->path);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA key = '" PACK_PASSPHRASE "'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT count(*) FROM passage", count_cb, &n, NULL), ==, SQLITE_OK);
  g_assert_cmpint (n, ==, (int) pack->passages->len);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA application_id", count_cb, &n, NULL), ==, SQLITE_OK);
  g_assert_cmpint (n, ==, LDR_PACK_APPLICATION_ID);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version", count_cb, &n, NULL), ==, SQLITE_OK);
  g_assert_cmpint (n, ==, 1);
  sqlite3_close (db);
}

/* Nothing is changed, made or locked: neither where nothing can be written, nor beside a file that is in use. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session (), back = NULL, again = NULL;
  g_autofree char *before = NULL, *after = NULL;
  sqlite3 *db = NULL;

  pack_testing_write (pack, self->path);
  before = test_folder_state (self->folder);
  g_chmod (self->path, 0400);
  g_chmod (self->folder, 0500);
  back = pack_testing_read (self->path);
  pack_testing_assert_same (back, pack);
  g_chmod (self->folder, 0700);
  g_chmod (self->path, 0600);
  after = test_folder_state (self->folder);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA key = '" PACK_PASSPHRASE "'; BEGIN EXCLUSIVE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  again = pack_testing_read (self->path);
  pack_testing_assert_same (again, pack);
  sqlite3_close (db);
}

/* --- What cannot be written ----------------------------------------------------------------------------------------
 */

static void
assert_refused (
    const LdrPack *pack, const char *path, const char *passphrase, GCancellable *cancellable, GQuark domain, int code)
{
  g_autofree char *folder = g_path_get_dirname (path), *before = test_folder_state (folder), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ldr_pack_file_write (pack, path, passphrase, cancellable, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_null (strstr (error->message, "journal"));
  after = test_folder_state (folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) nothing = ldr_pack_new (LDR_PACK_SESSION, "Leeg", "", NULL), bad = pack_testing_session ();
  g_autoptr (LdrPack) good = pack_testing_session ();
  g_autofree char *folder = fixture_file (self, "map");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  bad->day++;
  bad->day++;
  bad->day++;
  assert_refused (nothing, self->path, PACK_PASSPHRASE, NULL, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  assert_refused (bad, self->path, PACK_PASSPHRASE, NULL, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  assert_refused (good, self->path, "", NULL, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE);
  assert_refused (good, folder, PACK_PASSPHRASE, NULL, LDR_STORE_ERROR, LDR_STORE_ERROR_IO);
}

/* A device, or the like, is not replaced by a file. */
static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  g_assert_null (ldr_pack_file_write (pack, self->path, PACK_PASSPHRASE, NULL, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  names = pack_testing_list (self->folder);
  g_assert_cmpstr (names, ==, PACK_NAME);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autofree char *path = fixture_file (self, "nergens/" PACK_NAME);
  g_autoptr (GError) error = NULL;

  g_assert_null (ldr_pack_file_write (pack, path, PACK_PASSPHRASE, NULL, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
}

static void
test_overwrite (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) first = pack_testing_session (), second = pack_testing_comments (), back = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPackFile) file = NULL;
  g_autofree char *names = NULL;

  pack_testing_write (first, self->path);
  file = ldr_pack_file_write (second, self->path, PACK_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  back = pack_testing_read (self->path);
  pack_testing_assert_same (back, first);
  g_assert_true (ldr_pack_file_put_in_place (file, &error));
  after = pack_testing_read (self->path);
  pack_testing_assert_same (after, second);
  g_clear_pointer (&file, ldr_pack_file_free);
  names = pack_testing_list (self->folder);
  g_assert_cmpstr (names, ==, PACK_NAME);
}

/* What is not put in place vanishes. */
static void
test_dropped (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) first = pack_testing_session (), second = pack_testing_comments ();
  g_autofree char *before = NULL, *after = NULL;
  LdrPackFile *file;

  pack_testing_write (first, self->path);
  before = test_folder_state (self->folder);
  file = ldr_pack_file_write (second, self->path, PACK_PASSPHRASE, NULL, NULL);
  g_assert_nonnull (file);
  ldr_pack_file_free (file);
  after = test_folder_state (self->folder);
  g_assert_cmpstr (after, ==, before);
}

/* The place may have gone in the meantime. */
static void
test_cannot_be_put (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  LdrPackFile *file = ldr_pack_file_write (pack, self->path, PACK_PASSPHRASE, NULL, NULL);
  g_autofree char *names = NULL, *inner = fixture_file (self, PACK_NAME "/x");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_false (ldr_pack_file_put_in_place (file, &error));
  g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_IO);
  ldr_pack_file_free (file);
  names = pack_testing_list (self->folder);
  g_assert_cmpstr (names, ==, PACK_NAME);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "session", test_session },
    { "comments", test_comments },
    { "odd-name", test_odd_name },
    { "figures", test_figures },
    { "nothing-in-plain-text", test_nothing_in_plain_text },
    { "plain-sqlcipher", test_plain_sqlcipher },
    { "read-only", test_read_only },
    { "refused", test_refused },
    { "no-file", test_no_file },
    { "no-folder", test_no_folder },
    { "overwrite", test_overwrite },
    { "dropped", test_dropped },
    { "cannot-be-put", test_cannot_be_put },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/pack-file/", pack_testing_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
