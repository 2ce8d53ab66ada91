/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include "ldr-store-testing.h"

/* What crashes leave beside journals and backups: logs whose file is gone, and copies that were never finished. */

typedef struct
{
  char *bytes;
  gsize size;
} Log;

static void
log_clear (Log *self)
{
  g_free (self->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

/* The log of a journal as a crash leaves it, with an entry in it that is not in the file. */
static void
read_log (Fixture *self, Log *log)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Dinsdag", "koekoeksjong", 2026, 3, 3);
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);

  g_assert_true (g_file_get_contents (path, &log->bytes, &log->size, NULL));
  g_assert_cmpuint (log->size, >, 0);
}

static void
assert_log (const char *path, const Log *log)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpmem (bytes, size, log->bytes, log->size);
}

/* The journal was removed after a crash and comes back from a backup: the log that still lies there is not its log. */
static void
test_restore (Fixture *self, gconstpointer data)
{
  g_auto (Log) log = { 0 };
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "vondeling", 2026, 3, 2);
  g_autofree char *folder = fixture_file (self, "backups"), *path = g_strconcat (self->path, "-wal", NULL),
                  *titles = NULL, *own = NULL;
  g_autoptr (LdrBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int n_kept = 0;

  backup = ldr_store_back_up (self->store, folder, NULL, &error);
  g_assert_no_error (error);
  read_log (self, &log);
  fixture_close (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (g_file_set_contents (path, log.bytes, (gssize) log.size, NULL));

  g_assert_true (ldr_backup_restore (backup->path, self->path, test_key (), &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  fixture_reopen (self);
  titles = test_find (self->store, "");
  g_assert_cmpstr (titles, ==, "Maandag");
  test_assert_sound (self->store);

  own = g_path_get_dirname (backup->path);
  dir = g_dir_open (own, 1, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, "-wal"))
      {
        g_autofree char *kept = g_build_filename (own, name, NULL);

        assert_log (kept, &log);
        n_kept++;
      }
  g_assert_cmpint (n_kept, ==, 1);
}

/* Nothing new takes a name beside which such a log lies: it may belong to a file in the trash. */
static void
test_new_names (Fixture *self, gconstpointer data)
{
  g_auto (Log) log = { 0 };
  g_autofree char *path = fixture_file (self, "nieuw.leidraad"), *beside = g_strconcat (path, "-wal", NULL);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Noor", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStore) store = NULL;

  read_log (self, &log);
  g_assert_true (g_file_set_contents (beside, log.bytes, (gssize) log.size, NULL));
  g_assert_null (ldr_store_create (path, test_key (), info, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  g_assert_false (ldr_store_back_up_to (self->store, path, NULL, NULL, NULL, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_log (beside, &log);

  g_assert_true (g_file_set_contents (beside, "", 0, NULL));
  store = ldr_store_create (path, test_key (), info, &error);
  g_assert_no_error (error);
  test_assert_sound (store);
}

static char *
put_unfinished (const char *own, int hours_ago, const char *suffix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, -hours_ago);
  g_autofree char *name = g_date_time_format (then, "%Y-%m-%dT%H-%M-%SZ.leidraad");
  char *path = g_strconcat (own, G_DIR_SEPARATOR_S, name, suffix, NULL);

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  return path;
}

/* A backup that was cut off does not fill the disk for ever; one that somebody may be at work on stays. */
static void
test_unfinished (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = fixture_file (self, "backups"), *notes = NULL;
  g_autofree char *own = g_build_filename (folder, ldr_store_get_info (self->store)->id, NULL);
  g_autofree char *old = NULL, *old_log = NULL, *fresh = NULL;
  g_autoptr (LdrBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  old = put_unfinished (own, 25, ".part");
  old_log = put_unfinished (own, 25, ".part-wal");
  fresh = put_unfinished (own, 1, ".part");
  notes = g_build_filename (own, "notes.part", NULL);
  g_assert_true (g_file_set_contents (notes, "x", -1, NULL));
  backup = ldr_store_back_up (self->store, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old_log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (notes, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (backup->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/leftovers/restore", Fixture, NULL, fixture_set_up, test_restore, fixture_tear_down);
  g_test_add ("/store/leftovers/new-names", Fixture, NULL, fixture_set_up, test_new_names, fixture_tear_down);
  g_test_add ("/store/leftovers/unfinished", Fixture, NULL, fixture_set_up, test_unfinished, fixture_tear_down);
  return g_test_run ();
}
