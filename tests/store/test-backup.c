/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>
#include "ldr-store-testing.h"
#include "store/ldr-store-private.h"

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "vondeling", 2026, 3, 2);
  g_autofree char *path = fixture_file (self, "kopie.leidraad"), *hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStore) copy = NULL;
  double fraction = 0;

  g_assert_true (ldr_store_back_up_to (self->store, path, NULL, progress_cb, &fraction, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (fraction, ==, 1.0);
  g_assert_cmpuint (count_files (self->folder), ==, 3);
  copy = ldr_store_open (path, test_key (), &error);
  g_assert_no_error (error);
  hits = test_find (copy, "vondeling");
  g_assert_cmpstr (hits, ==, "Maandag");
  test_assert_sound (copy);
  g_assert_false (ldr_store_back_up_to (self->store, path, NULL, NULL, NULL, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
}

static void
test_copy_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = fixture_file (self, "kopie.leidraad");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ldr_store_back_up_to (self->store, path, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

static void
test_back_up (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "vondeling", 2026, 3, 2);
  g_autofree char *folder = fixture_file (self, "backups");
  const char *id = ldr_store_get_info (self->store)->id;
  g_autofree char *own = g_build_filename (folder, id, NULL), *stray = g_build_filename (own, "notes.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = ldr_backup_list (folder, id, &error), list = NULL;
  g_autoptr (LdrBackup) backup = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  backup = ldr_store_back_up (self->store, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (backup->entries, ==, 1);
  g_assert_cmpint (ABS (backup->made - ldr_moment_now ()), <, 5000);
  g_assert_true (g_file_set_contents (stray, "x", -1, NULL));
  list = ldr_backup_list (folder, id, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((LdrBackup *) g_ptr_array_index (list, 0))->path, ==, backup->path);
  g_assert_cmpint (((LdrBackup *) g_ptr_array_index (list, 0))->made, ==, backup->made);
}

static void
test_retention (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = fixture_file (self, "backups");
  const char *id = ldr_store_get_info (self->store)->id;
  g_autofree char *own = g_build_filename (folder, id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (LdrBackup) backup = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  for (int day = 1; day <= 40; day++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_days (now, -day);
      g_autofree char *name = g_date_time_format (then, "%Y-%m-%dT%H-%M-%SZ.leidraad");
      g_autofree char *path = g_build_filename (own, name, NULL);

      g_assert_true (g_file_set_contents (path, "x", -1, NULL));
    }
  backup = ldr_store_back_up (self->store, folder, NULL, &error);
  g_assert_no_error (error);
  list = ldr_backup_list (folder, id, &error);
  g_assert_cmpuint (list->len, >=, 7);
  g_assert_cmpuint (list->len, <=, 7 + 4 + 3);
  g_assert_cmpstr (((LdrBackup *) g_ptr_array_index (list, 0))->path, ==, backup->path);
}

static LdrBackup *
back_up_and_change (Fixture *self, char **folder)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "vondeling", 2026, 3, 2), changed = NULL;
  g_autoptr (GError) error = NULL;
  LdrBackup *backup;

  *folder = fixture_file (self, "backups");
  backup = ldr_store_back_up (self->store, *folder, NULL, &error);
  g_assert_no_error (error);
  changed = test_change (self->store, entry, "koekoeksjong");
  return backup;
}

static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = NULL, *id = g_strdup (ldr_store_get_info (self->store)->id), *hits = NULL,
                  *aside_hits = NULL;
  g_autoptr (LdrBackup) backup = back_up_and_change (self, &folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (LdrStore) aside = NULL;

  g_assert_false (ldr_backup_restore (backup->path, self->path, test_key (), &error));
  test_assert_error (error, LDR_STORE_ERROR_BUSY);
  test_assert_sound (self->store);
  fixture_close (self);
  g_assert_true (ldr_backup_restore (backup->path, self->path, test_key (), &error));
  g_assert_no_error (error);
  fixture_reopen (self);
  hits = test_find (self->store, "vondeling");
  g_assert_cmpstr (hits, ==, "Maandag");
  test_assert_sound (self->store);
  /* What was there before is a backup too. */
  list = ldr_backup_list (folder, id, &error);
  g_assert_cmpuint (list->len, ==, 2);
  aside = ldr_store_open (((LdrBackup *) g_ptr_array_index (list, 0))->path, test_key (), &error);
  g_assert_no_error (error);
  aside_hits = test_find (aside, "koekoeksjong");
  g_assert_cmpstr (aside_hits, ==, "Maandag");
}

static void
test_restore_over_damage (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = NULL, *id = g_strdup (ldr_store_get_info (self->store)->id), *hits = NULL, *kept = NULL;
  g_autoptr (LdrBackup) backup = back_up_and_change (self, &folder);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  fixture_close (self);
  g_assert_true (g_file_set_contents (self->path, "ruins", -1, NULL));
  g_assert_true (g_file_set_contents (log, "log of the ruins", -1, NULL));
  g_assert_true (ldr_backup_restore (backup->path, self->path, test_key (), &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  fixture_reopen (self);
  hits = test_find (self->store, "vondeling");
  g_assert_cmpstr (hits, ==, "Maandag");
  list = ldr_backup_list (folder, id, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (g_file_get_contents (((LdrBackup *) g_ptr_array_index (list, 0))->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "ruins");
}

static void
test_restore_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = NULL, *bytes = NULL, *hits = NULL, *bent = fixture_file (self, "bent.leidraad");
  g_autoptr (LdrBackup) backup = back_up_and_change (self, &folder);
  g_autoptr (LdrKey) other = ldr_key_new ("another", NULL);
  g_autoptr (GError) error = NULL;
  gsize size;

  fixture_close (self);
  g_assert_false (ldr_backup_restore (backup->path, self->path, other, &error));
  test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
  g_assert_true (g_file_get_contents (backup->path, &bytes, &size, NULL));
  bytes[size - 100] ^= 1;
  g_assert_true (g_file_set_contents (bent, bytes, (gssize) size, NULL));
  g_assert_false (ldr_backup_restore (bent, self->path, test_key (), &error));
  test_assert_error (error, LDR_STORE_ERROR_DAMAGED);
  fixture_reopen (self);
  hits = test_find (self->store, "koekoeksjong");
  g_assert_cmpstr (hits, ==, "Maandag");
}

static void
test_restore_missing (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = NULL, *path = fixture_file (self, "elders.leidraad"), *hits = NULL;
  g_autoptr (LdrBackup) backup = back_up_and_change (self, &folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStore) store = NULL;

  g_assert_true (ldr_backup_restore (backup->path, path, test_key (), &error));
  g_assert_no_error (error);
  store = ldr_store_open (path, test_key (), &error);
  hits = test_find (store, "vondeling");
  g_assert_cmpstr (hits, ==, "Maandag");
}

/* A journal that is reached by a link is restored where it is, and the link stays one. */
static void
test_restore_through_link (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = NULL, *link = fixture_file (self, "hier.leidraad"), *hits = NULL;
  g_autoptr (LdrBackup) backup = back_up_and_change (self, &folder);
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_assert_cmpint (symlink (self->path, link), ==, 0);
  g_assert_true (ldr_backup_restore (backup->path, link, test_key (), &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  fixture_reopen (self);
  hits = test_find (self->store, "vondeling");
  g_assert_cmpstr (hits, ==, "Maandag");
}

static void
test_change_key (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Maandag", "vondeling", 2026, 3, 2), second = NULL;
  g_autofree char *hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new ("een nieuwe zin", &error), again = NULL;
  g_autoptr (LdrStore) store = NULL;

  g_assert_true (ldr_store_change_key (self->store, key, &error));
  g_assert_no_error (error);
  second = test_add (self->store, "Dinsdag", "vondeling", 2026, 3, 3);
  fixture_close (self);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
  g_assert_null (ldr_store_open (self->path, test_key (), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  again = ldr_key_for_file (self->path, PASSPHRASE, &error);
  g_assert_null (ldr_store_open (self->path, again, &error));
  test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
  g_clear_pointer (&again, ldr_key_unref);
  again = ldr_key_for_file (self->path, "een nieuwe zin", &error);
  store = ldr_store_open (self->path, again, &error);
  g_assert_no_error (error);
  hits = test_find (store, "vondeling");
  g_assert_cmpstr (hits, ==, "Dinsdag,Maandag");
  test_assert_sound (store);
}

static void
test_recovery (Fixture *self, gconstpointer data)
{
  g_autofree char *sheet = ldr_key_to_recovery (test_key ()), *typed = g_ascii_strdown (sheet, -1), *wrong = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_auto (GStrv) groups = g_strsplit_set (sheet, " \n", -1);
  g_autofree char *joined = g_strjoinv ("-", groups);

  g_assert_cmpuint (g_strv_length (groups), ==, 16);
  for (guint i = 0; i < 16; i++)
    g_assert_cmpuint (strlen (groups[i]), ==, 5);
  fixture_close (self);
  key = ldr_key_from_recovery (typed, &error);
  g_assert_no_error (error);
  self->store = ldr_store_open (self->path, key, &error);
  g_assert_no_error (error);
  g_clear_pointer (&key, ldr_key_unref);
  key = ldr_key_from_recovery (joined, &error);
  g_assert_nonnull (key);
  for (guint i = 0; joined[i] != '\0'; i++)
    {
      if (joined[i] == '-')
        continue;
      wrong = g_strdup (joined);
      wrong[i] = wrong[i] == 'Q' ? 'R' : 'Q';
      g_assert_null (ldr_key_from_recovery (wrong, &error));
      test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
      g_clear_pointer (&wrong, g_free);
      if (joined[i + 1] == '-' || joined[i + 1] == '\0' || joined[i + 1] == joined[i])
        continue;
      wrong = g_strdup (joined);
      wrong[i] = joined[i + 1];
      wrong[i + 1] = joined[i];
      g_assert_null (ldr_key_from_recovery (wrong, &error));
      test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
      g_clear_pointer (&wrong, g_free);
    }
  g_assert_null (ldr_key_from_recovery ("", &error));
  test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
}

/* A passphrase is known from another by the key alone; the file is not asked. */
static void
test_admits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *passphrase;
    gboolean right;
  } cases[] = { { PASSPHRASE, TRUE }, { PASSPHRASE " ", FALSE }, { "something else", FALSE }, { "", FALSE } };
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) same = ldr_key_from_recovery (sheet, &error);
  g_autoptr (LdrKey) other = ldr_key_new (PASSPHRASE, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ldr_key_admits (same, cases[i].passphrase, &error), ==, cases[i].right);
      if (!cases[i].right)
        test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
    }
  g_assert_true (ldr_key_equal (test_key (), same));
  g_assert_false (ldr_key_equal (test_key (), other));
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "copy", test_copy },
    { "copy-cancelled", test_copy_cancelled },
    { "back-up", test_back_up },
    { "retention", test_retention },
    { "restore", test_restore },
    { "restore-over-damage", test_restore_over_damage },
    { "restore-refused", test_restore_refused },
    { "restore-missing", test_restore_missing },
    { "restore-through-link", test_restore_through_link },
    { "change-key", test_change_key },
    { "recovery", test_recovery },
    { "admits", test_admits },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/backup/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
