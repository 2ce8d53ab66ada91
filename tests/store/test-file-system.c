/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "ldr-store-testing.h"

/* File systems that cannot do what others can, or fail at it: no links, a folder that cannot be written down to the
 * disk or not be listed, a rename that fails. The system's functions are taken over here and fail when told to. */

static struct
{
  gboolean folder_sync;
  gboolean links;
  gboolean listing;
  const char *rename_to;
} failing;

int
fsync (int fd)
{
  static int (*system_fsync) (int);
  struct stat info;

  if (failing.folder_sync && fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      errno = EIO;
      return -1;
    }
  if (system_fsync == NULL)
    system_fsync = (int (*) (int)) dlsym (RTLD_NEXT, "fsync");
  return system_fsync (fd);
}

int
link (const char *from, const char *to)
{
  static int (*system_link) (const char *, const char *);

  if (failing.links)
    {
      errno = EPERM;
      return -1;
    }
  if (system_link == NULL)
    system_link = (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "link");
  return system_link (from, to);
}

int
rename (const char *from, const char *to)
{
  static int (*system_rename) (const char *, const char *);

  if (g_strcmp0 (failing.rename_to, to) == 0)
    {
      errno = EIO;
      return -1;
    }
  if (system_rename == NULL)
    system_rename = (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");
  return system_rename (from, to);
}

DIR *
opendir (const char *name)
{
  static DIR *(*system_opendir) (const char *);

  if (failing.listing)
    {
      errno = EACCES;
      return NULL;
    }
  if (system_opendir == NULL)
    system_opendir = (DIR * (*) (const char *) ) dlsym (RTLD_NEXT, "opendir");
  return system_opendir (name);
}

typedef struct
{
  Fixture base;
  char *backups;
  LdrBackup *backup;
} Files;

/* A journal with a backup that lacks the second of its entries. */
static void
set_up (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) one = NULL, two = NULL;

  fixture_set_up (&self->base, data);
  self->backups = fixture_file (&self->base, "backups");
  one = test_add (self->base.store, "Een", "een", 2026, 3, 2);
  self->backup = ldr_store_back_up (self->base.store, self->backups, NULL, &error);
  g_assert_no_error (error);
  two = test_add (self->base.store, "Twee", "twee", 2026, 3, 3);
}

static void
tear_down (Files *self, gconstpointer data)
{
  memset (&failing, 0, sizeof failing);
  ldr_backup_unref (self->backup);
  g_free (self->backups);
  fixture_tear_down (&self->base, data);
}

static void
assert_holds (const char *path, LdrKey *key, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStore) store = ldr_store_open (path, key, &error);
  g_autofree char *titles = NULL;

  g_assert_no_error (error);
  titles = test_find (store, "");
  g_assert_cmpstr (titles, ==, wanted);
  test_assert_sound (store);
}

static GPtrArray *
list_backups (Files *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_path_get_dirname (self->backup->path), *name = g_path_get_basename (id);
  GPtrArray *backups = ldr_backup_list (self->backups, name, &error);

  g_assert_no_error (error);
  return backups;
}

/* The new key is in force from the rename on, and so it is said. */
static void
test_change_key (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new ("een nieuwe zin", &error);
  g_autoptr (LdrEntry) three = NULL;

  failing.folder_sync = TRUE;
  g_assert_true (ldr_store_change_key (self->base.store, key, &error));
  g_assert_no_error (error);
  failing.folder_sync = FALSE;
  three = test_add (self->base.store, "Drie", "drie", 2026, 3, 4);
  fixture_close (&self->base);
  assert_holds (self->base.path, key, "Drie,Twee,Een");
}

static void
test_change_key_without_rename (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new ("een nieuwe zin", &error);
  g_autoptr (LdrEntry) three = NULL;

  failing.rename_to = self->base.path;
  g_assert_false (ldr_store_change_key (self->base.store, key, &error));
  test_assert_error (error, LDR_STORE_ERROR_IO);
  failing.rename_to = NULL;
  three = test_add (self->base.store, "Drie", "drie", 2026, 3, 4);
  fixture_close (&self->base);
  assert_holds (self->base.path, test_key (), "Drie,Twee,Een");
}

/* What is said not to be made is not there. */
static void
test_new_names (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Noor", LDR_ROLE_LEADER);
  g_autofree char *path = fixture_file (&self->base, "new.leidraad"), *before = NULL, *after = NULL;
  g_autoptr (LdrBackup) backup = NULL;

  before = test_folder_state (self->base.folder);
  failing.folder_sync = TRUE;
  g_assert_null (ldr_store_create (path, test_key (), info, &error));
  test_assert_error (error, LDR_STORE_ERROR_IO);
  g_assert_false (ldr_store_back_up_to (self->base.store, path, NULL, NULL, NULL, &error));
  test_assert_error (error, LDR_STORE_ERROR_IO);
  backup = ldr_store_back_up (self->base.store, self->backups, NULL, &error);
  g_assert_null (backup);
  test_assert_error (error, LDR_STORE_ERROR_IO);
  after = test_folder_state (self->base.folder);
  g_assert_cmpstr (after, ==, before);
}

/* A backup that was made counts, whether the old ones can be looked through or not. */
static void
test_back_up_without_list (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrBackup) backup = NULL;

  failing.listing = TRUE;
  backup = ldr_store_back_up (self->base.store, self->backups, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (backup);
  failing.listing = FALSE;
  assert_holds (backup->path, test_key (), "Twee,Een");
}

/* What cannot be linked is copied; a folder that cannot be written down to the disk is no reason to stop. */
static void
test_restore (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const LdrBackup *aside;
  struct stat info;

  fixture_close (&self->base);
  failing.links = TRUE;
  g_assert_true (ldr_backup_restore (self->backup->path, self->base.path, test_key (), &error));
  g_assert_no_error (error);
  failing.links = FALSE;
  assert_holds (self->base.path, test_key (), "Een");
  backups = list_backups (self);
  g_assert_cmpuint (backups->len, ==, 2);
  aside = g_ptr_array_index (backups, 0);
  g_assert_cmpint (stat (aside->path, &info), ==, 0);
  g_assert_cmpint (info.st_nlink, ==, 1);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  assert_holds (aside->path, test_key (), "Twee,Een");
}

static void
damage_with_log (Files *self, const char *log)
{
  g_autofree char *bytes = NULL;
  gsize size;

  fixture_close (&self->base);
  g_assert_true (g_file_get_contents (self->base.path, &bytes, &size, NULL));
  memset (bytes + 16, 0x5a, 4000);
  g_assert_true (g_file_set_contents (self->base.path, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (log, "a log that is left over", -1, NULL));
}

/* A damaged journal keeps the log beside it when the backup does not get its name, and parts from it when it does. */
static void
test_restore_over_damage (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (self->base.path, "-wal", NULL), *part = NULL, *kept = NULL, *kept_aside = NULL;
  g_autofree char *damaged = NULL, *still = NULL, *log_aside = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gsize size, still_size;

  failing.links = GPOINTER_TO_INT (data);
  damage_with_log (self, log);
  g_assert_true (g_file_get_contents (self->base.path, &damaged, &size, NULL));
  failing.rename_to = self->base.path;
  g_assert_false (ldr_backup_restore (self->backup->path, self->base.path, test_key (), &error));
  test_assert_error (error, LDR_STORE_ERROR_IO);
  failing.rename_to = NULL;
  g_assert_true (g_file_get_contents (self->base.path, &still, &still_size, NULL));
  g_assert_cmpmem (still, still_size, damaged, size);
  g_assert_true (g_file_get_contents (log, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "a log that is left over");
  part = g_strconcat (self->base.path, ".part", NULL);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));

  g_assert_true (ldr_backup_restore (self->backup->path, self->base.path, test_key (), &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_holds (self->base.path, test_key (), "Een");
  backups = list_backups (self);
  g_assert_cmpuint (backups->len, ==, 3);
  log_aside = g_strconcat (((LdrBackup *) g_ptr_array_index (backups, 0))->path, "-wal", NULL);
  g_assert_true (g_file_get_contents (log_aside, &kept_aside, NULL, NULL));
  g_assert_cmpstr (kept_aside, ==, "a log that is left over");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Files *self, gconstpointer data);
    int data;
  } tests[] = {
    { "/file-system/change-key", test_change_key },
    { "/file-system/change-key-without-rename", test_change_key_without_rename },
    { "/file-system/new-names", test_new_names },
    { "/file-system/back-up-without-list", test_back_up_without_list },
    { "/file-system/restore-without-links", test_restore },
    { "/file-system/restore-over-damage", test_restore_over_damage, FALSE },
    { "/file-system/restore-over-damage-without-links", test_restore_over_damage, TRUE },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Files, GINT_TO_POINTER (tests[i].data), set_up, tests[i].func, tear_down);
  return g_test_run ();
}
