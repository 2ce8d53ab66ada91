/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/wait.h>
#include "ldr-pack-testing.h"
#include "store/ldr-pack-file-private.h"
#include "store/ldr-store-private.h"

/* Files that are not a pack, or not whole: each is refused for what it is, and left as it was found. */

/* --- Strangers -----------------------------------------------------------------------------------------------------
 */

static void
test_passphrase (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (pack_testing_refuse (self, self->path, "een ander", NULL), ==, LDR_STORE_ERROR_PASSPHRASE);
  g_assert_cmpint (pack_testing_refuse (self, self->path, PACK_PASSPHRASE " ", NULL), ==, LDR_STORE_ERROR_PASSPHRASE);
  g_assert_cmpint (pack_testing_refuse (self, self->path, "", NULL), ==, LDR_STORE_ERROR_PASSPHRASE);
}

static void
write_plain (const char *path, const char *first)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  pack_testing_exec (db, first);
  pack_testing_exec (db, "PRAGMA application_id = 1279609168; CREATE TABLE pack (a)");
  sqlite3_close (db);
}

static void
test_strangers (Fixture *self, gconstpointer data)
{
  g_autofree char *plain = fixture_file (self, "plain"), *other = fixture_file (self, "other");
  g_autofree char *empty = fixture_file (self, "empty"), *noise = fixture_file (self, "noise");
  g_autofree char *missing = fixture_file (self, "missing"), *bytes = g_strnfill (40960, 'x');

  write_plain (plain, "SELECT 1");
  write_plain (other, "PRAGMA key = '" PACK_PASSPHRASE "'; PRAGMA user_version = 1");
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (noise, bytes, -1, NULL));
  g_assert_cmpint (pack_testing_refuse (self, plain, PACK_PASSPHRASE, NULL), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
  /* It says that it is one, and has nothing of one. */
  g_assert_cmpint (pack_testing_refuse (self, other, PACK_PASSPHRASE, NULL), ==, LDR_STORE_ERROR_DAMAGED);
  g_assert_cmpint (pack_testing_refuse (self, empty, PACK_PASSPHRASE, NULL), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
  g_assert_cmpint (pack_testing_refuse (self, noise, PACK_PASSPHRASE, NULL), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
  g_assert_cmpint (pack_testing_refuse (self, self->folder, PACK_PASSPHRASE, NULL), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
  g_assert_cmpint (pack_testing_refuse (self, missing, PACK_PASSPHRASE, NULL), ==, LDR_STORE_ERROR_NOT_FOUND);
}

static int
open_elsewhere (const char *path)
{
  const char *command[] = { "/proc/self/exe", "--open", path, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (
      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* A journal is no pack, and whoever tries does not take its lock away. */
static void
test_journal (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_file (self, "Sanne.leidraad");

  self->store = test_create (path);
  g_assert_cmpint (open_elsewhere (path), ==, LDR_STORE_ERROR_BUSY);
  g_assert_null (ldr_pack_file_read (path, PASSPHRASE, NULL, &error));
  g_assert_cmpint (pack_testing_get_code (error), ==, LDR_STORE_ERROR_NOT_A_JOURNAL);
  g_assert_cmpint (open_elsewhere (path), ==, LDR_STORE_ERROR_BUSY);
}

/* Nor is a pack a journal. */
static void
test_as_journal (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);
  g_autofree char *before = test_folder_state (self->folder), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ldr_store_open (self->path, key, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_A_JOURNAL);
  after = test_folder_state (self->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    LdrStoreError error;
  } bends[] = {
    { "PRAGMA user_version = 2", LDR_STORE_ERROR_NEWER },
    { "PRAGMA user_version = 2; DROP TABLE passage", LDR_STORE_ERROR_NEWER },
    { "PRAGMA user_version = 0", LDR_STORE_ERROR_DAMAGED },
    { "PRAGMA user_version = -1", LDR_STORE_ERROR_DAMAGED },
    { "PRAGMA application_id = 42", LDR_STORE_ERROR_NOT_A_JOURNAL },
  };
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (bends); i++)
    {
      g_autofree char *path = pack_testing_bend (self, key, bends[i].sql);

      g_test_message ("%s", bends[i].sql);
      g_assert_cmpint (pack_testing_refuse (self, path, NULL, key), ==, bends[i].error);
    }
}

/* --- Bytes ---------------------------------------------------------------------------------------------------------
 */

static void
test_truncated (Fixture *self, gconstpointer data)
{
  static const gint64 lengths[] = { 1, 15, 16, 100, 4095, 4096, 4097, 8192, 40960, -1, -16, -4095, -4096, -4097 };
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);
  g_autofree char *whole = NULL, *cut = fixture_file (self, "cut");
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &whole, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      gssize length = (gssize) (lengths[i] > 0 ? lengths[i] : (gint64) size + lengths[i]);

      g_assert_true (g_file_set_contents (cut, whole, length, NULL));
      g_assert_cmpint (pack_testing_refuse (self, cut, NULL, key), ==,
                       length < 16 ? LDR_STORE_ERROR_NOT_A_JOURNAL : LDR_STORE_ERROR_DAMAGED);
    }
  whole = g_realloc (whole, size + 2 * LDR_DATABASE_PAGE);
  memset (whole + size, 'x', 2 * LDR_DATABASE_PAGE);
  g_assert_true (g_file_set_contents (cut, whole, (gssize) size + LDR_DATABASE_PAGE, NULL));
  g_assert_cmpint (pack_testing_refuse (self, cut, NULL, key), ==, LDR_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (cut, whole, (gssize) size + 7, NULL));
  g_assert_cmpint (pack_testing_refuse (self, cut, NULL, key), ==, LDR_STORE_ERROR_DAMAGED);
}

/* One bit in every page, also in those that nothing is read from; some in the salt, which the key is made with. */
static void
test_flipped_bits (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);
  g_autoptr (GRand) random = g_rand_new_with_seed (4712);
  g_autofree char *bytes = NULL, *bent = fixture_file (self, "bent");
  gsize size, at;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  g_assert_cmpuint (size / LDR_DATABASE_PAGE, >, 15);
  for (guint i = 0; i < 4 * size / LDR_DATABASE_PAGE + 8; i++)
    {
      gboolean in_salt = i < 8;
      char bit = (char) (1 << g_rand_int_range (random, 0, 8));

      at = in_salt ? (gsize) (2 * i) : (i - 8) / 4 * LDR_DATABASE_PAGE + (gsize) g_rand_int_range (random, 16, 4096);
      bytes[at] ^= bit;
      g_assert_true (g_file_set_contents_full (bent, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      g_assert_cmpint (pack_testing_refuse (self, bent, PACK_PASSPHRASE, in_salt ? NULL : key), ==,
                       LDR_STORE_ERROR_DAMAGED);
      bytes[at] ^= bit;
    }
}

/* Another process that wants to open a journal; what it gets is its exit code. */
static int
try_to_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_for_file (path, PASSPHRASE, NULL);
  g_autoptr (LdrStore) store = ldr_store_open (path, key, &error);

  return store != NULL ? 100 : error->code;
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "passphrase", test_passphrase },     { "strangers", test_strangers }, { "journal", test_journal },
    { "as-journal", test_as_journal },     { "versions", test_versions },   { "truncated", test_truncated },
    { "flipped-bits", test_flipped_bits },
  };

  if (argc == 3 && g_str_equal (argv[1], "--open"))
    return try_to_open (argv[2]);
  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/pack-damage/", pack_testing_fill, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
