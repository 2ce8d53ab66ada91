/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include "ldr-fault-vfs.h"
#include "ldr-store-testing.h"

/* Whatever fails while a journal or a backup is made, one is restored or the passphrase is changed, at whichever call
 * to the disk: the journal is the old one or the new one, whole, and nothing half lies about. */

/* Without the last: test-disk.c has a real disk that can only be read. */
#define N_TRIED (N_FAULTS - 1)

#define OLD_TITLES "Woensdag,Dinsdag,Maandag"
#define NEW_TITLES "Vrijdag,Donderdag,Woensdag,Dinsdag,Maandag"

typedef struct
{
  Fixture base;
  char *backups;
  LdrBackup *backup;
} Files;

static LdrKey *
other_key (void)
{
  static LdrKey *key = NULL;

  if (key == NULL)
    key = ldr_key_new ("een nieuwe zin", NULL);
  g_assert_nonnull (key);
  return key;
}

static void
add (LdrStore *store, const char *title, int day)
{
  g_autofree char *text = g_strnfill (6000, 'x');
  g_autoptr (LdrEntry) entry = test_add (store, title, text, 2026, 3, day);

  g_assert_nonnull (entry);
}

/* A journal with a backup; what was written since lies partly in its log. */
static void
set_up (Files *self)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, NULL);
  self->backups = fixture_file (&self->base, "backups");
  add (self->base.store, "Maandag", 2);
  add (self->base.store, "Dinsdag", 3);
  add (self->base.store, "Woensdag", 4);
  self->backup = ldr_store_back_up (self->base.store, self->backups, NULL, &error);
  g_assert_no_error (error);
  add (self->base.store, "Donderdag", 5);
  fixture_reopen (&self->base);
  add (self->base.store, "Vrijdag", 6);
}

static void
tear_down (Files *self)
{
  ldr_backup_unref (self->backup);
  g_free (self->backups);
  fixture_tear_down (&self->base, NULL);
}

static void
assert_holds (LdrStore *store, const char *wanted)
{
  g_autofree char *titles = test_find (store, "");

  g_assert_cmpstr (titles, ==, wanted);
  test_assert_sound (store);
}

static void
assert_file_holds (const char *path, LdrKey *key, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStore) store = ldr_store_open (path, key, &error);

  g_assert_no_error (error);
  assert_holds (store, wanted);
}

/* Nothing has a name of its own before it is whole, and nothing is left of what failed. A journal that was set aside
 * may have its log beside it. */
static void
assert_no_parts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *journal = g_strdup (path);

      if (g_str_has_suffix (name, "-wal"))
        journal[strlen (journal) - strlen ("-wal")] = '\0';
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_no_parts (path);
      else if (!g_str_has_suffix (journal, LDR_STORE_SUFFIX) || !g_file_test (journal, G_FILE_TEST_EXISTS))
        g_error ("%s was left", path);
    }
}

static gboolean
back_up (Files *self, GError **error)
{
  g_autoptr (LdrBackup) backup = ldr_store_back_up (self->base.store, self->backups, NULL, error);

  return backup != NULL;
}

static void
after_back_up (Files *self, gboolean done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = ldr_backup_list (self->backups, ldr_store_get_info (self->base.store)->id, &error);

  g_assert_no_error (error);
  /* The earlier one of a day need not be kept once the later one is there. */
  g_assert_cmpuint (backups->len, >=, 1);
  g_assert_cmpuint (backups->len, <=, done ? 2 : 1);
  for (guint i = 0; i < backups->len; i++)
    {
      const LdrBackup *backup = g_ptr_array_index (backups, i);
      gboolean is_new = !g_str_equal (backup->path, self->backup->path);

      g_assert_true (is_new == (done && i == 0));
      assert_file_holds (backup->path, test_key (), is_new ? NEW_TITLES : OLD_TITLES);
    }
  assert_holds (self->base.store, NEW_TITLES);
  fixture_reopen (&self->base);
  assert_holds (self->base.store, NEW_TITLES);
}

static gboolean
create (Files *self, GError **error)
{
  g_autofree char *path = fixture_file (&self->base, "nieuw.leidraad");
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Noor", LDR_ROLE_LEADER);
  g_autoptr (LdrStore) store = ldr_store_create (path, test_key (), info, error);

  return store != NULL;
}

/* What is said not to be made is not there, also when only its opening failed. */
static void
after_create (Files *self, gboolean done)
{
  g_autofree char *path = fixture_file (&self->base, "nieuw.leidraad");

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == done);
  if (done)
    assert_file_holds (path, test_key (), "");
}

static gboolean
change_key (Files *self, GError **error)
{
  return ldr_store_change_key (self->base.store, other_key (), error);
}

static void
after_change_key (Files *self, gboolean done)
{
  g_autoptr (GError) error = NULL;

  /* After it took place only opening again can have failed, and then the store says that it is closed. */
  if (!done || ldr_store_begin (self->base.store, &error))
    {
      if (done)
        ldr_store_rollback (self->base.store);
      assert_holds (self->base.store, NEW_TITLES);
    }
  else
    g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_GONE);
  fixture_close (&self->base);
  assert_file_holds (self->base.path, done ? other_key () : test_key (), NEW_TITLES);
}

static gboolean
restore (Files *self, GError **error)
{
  return ldr_backup_restore (self->backup->path, self->base.path, test_key (), error);
}

static void
after_restore (Files *self, gboolean done)
{
  assert_file_holds (self->backup->path, test_key (), OLD_TITLES);
  assert_file_holds (self->base.path, test_key (), done ? OLD_TITLES : NEW_TITLES);
}

static const struct
{
  const char *name;
  gboolean (*func) (Files *self, GError **error);
  void (*assert_after) (Files *self, gboolean done);
  gboolean closed;
} works[] = {
  { "back-up", back_up, after_back_up, FALSE },
  { "create", create, after_create, FALSE },
  { "change-key", change_key, after_change_key, FALSE },
  { "restore", restore, after_restore, TRUE },
};

/* Does the work once with the @nth call failing. FALSE when it is over before that call. */
static gboolean
work_with_fault (guint work, guint fault, guint nth)
{
  Files files = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done, failed;
  guint calls;

  set_up (&files);
  if (works[work].closed)
    fixture_close (&files.base);
  fault_vfs_arm (faults[fault].kind, nth, faults[fault].lasting);
  done = works[work].func (&files, &error);
  calls = fault_vfs_disarm (&failed);
  g_assert_true (done == (error == NULL));
  if (!done)
    {
      g_assert_true (failed);
      g_test_message ("call %u: %s", nth, error->message);
      /* A copy that cannot be read back counts as one that is damaged; and of a log that could not be removed SQLite
       * does not say why. */
      if (!g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED)
          && !(faults[fault].kind == FAULT_NO_MEMORY && g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_IO)))
        g_assert_error (error, LDR_STORE_ERROR, (int) faults[fault].error);
    }
  assert_no_parts (files.base.folder);
  works[work].assert_after (&files, done);
  tear_down (&files);
  return calls >= nth;
}

static void
test_work_fails (gconstpointer data)
{
  guint work = GPOINTER_TO_UINT (data) / N_TRIED;
  guint fault = GPOINTER_TO_UINT (data) % N_TRIED;
  /* Each call fails once, and the other faults take turns at them; in daily work each third of that. */
  guint step = (fault == 0 ? 1 : N_TRIED - 1) * (g_getenv ("LDR_KILLS") != NULL ? 1 : 3);
  guint nth = MAX (fault, 1);

  while (work_with_fault (work, fault, nth) && nth < 2000)
    nth += step;
  g_test_message ("%s makes about %u calls", works[work].name, nth - 1);
  g_assert_cmpuint (nth, >, 30);
  g_assert_cmpuint (nth, <, 2000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  for (guint i = 0; i < G_N_ELEMENTS (works) * N_TRIED; i++)
    {
      g_autofree char *path = g_strdup_printf ("/file-faults/%s/%s", works[i / N_TRIED].name, faults[i % N_TRIED].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_work_fails);
    }
  return g_test_run ();
}
