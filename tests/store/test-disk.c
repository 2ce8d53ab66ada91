/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <linux/capability.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "ldr-store-testing.h"

/* Disks that are really full and folders that really cannot be written: file systems of this process's own, that nobody
 * else sees, and the limits that the system sets to anybody. */

#define DISK_SIZE "size=2m"

static void
write_file (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  close (fd);
}

/* Lets this process mount: root may in a name space of its own, anybody else as the root of one. */
static void
enter_own_mounts (void)
{
  if (unshare (CLONE_NEWNS) != 0)
    {
      g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
      g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
        g_error ("No file systems can be mounted here (%s): be root, or allow user name spaces.", g_strerror (errno));
      write_file ("/proc/self/setgroups", "deny");
      write_file ("/proc/self/uid_map", users);
      write_file ("/proc/self/gid_map", groups);
    }
  g_assert_cmpint (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), ==, 0);
}

/* Root writes where it may not; without this it asks permission, like anybody else. */
static void
set_above_permissions (gboolean above)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { 0 };

  g_assert_cmpint (syscall (SYS_capget, &header, data), ==, 0);
  if (above)
    data[0].effective = data[0].permitted;
  else
    data[0].effective &= ~((1u << CAP_DAC_OVERRIDE) | (1u << CAP_DAC_READ_SEARCH));
  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

/* A fixture on a disk of its own. */
static void
disk_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = NULL;

  self->folder = g_dir_make_tmp ("leidraad-test-XXXXXX", NULL);
  g_assert_cmpint (mount ("leidraad-test", self->folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_SIZE ",mode=0700"), ==, 0);
  self->path = fixture_file (self, "Sanne.leidraad");
  self->store = test_create (self->path);
  entry = test_add (self->store, "Maandag", "vondeling", 2026, 3, 2);
  fixture_reopen (self);
}

static void
disk_tear_down (Fixture *self, gconstpointer data)
{
  set_above_permissions (TRUE);
  g_clear_pointer (&self->store, ldr_store_free);
  g_assert_cmpint (umount2 (self->folder, 0), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

/* --- Full ----------------------------------------------------------------------------------------------------------
 */

/* Fills the disk but for @left bytes. */
static void
fill_disk (Fixture *self, goffset left)
{
  static const char zeros[4096];
  g_autofree char *path = fixture_file (self, "ballast");
  int fd = open (path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, zeros, sizeof zeros) == sizeof zeros)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_cmpint (ftruncate (fd, lseek (fd, 0, SEEK_END) - left), ==, 0);
  close (fd);
}

static void
empty_disk (Fixture *self)
{
  g_autofree char *path = fixture_file (self, "ballast");

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* No file may grow beyond @left bytes, as a quota or a file system's own bounds would have it. */
static void
limit_files (Fixture *self, goffset left)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = (rlim_t) left;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
unlimit_files (Fixture *self)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static const struct
{
  const char *name;
  void (*take_room) (Fixture *self, goffset left);
  void (*give_room) (Fixture *self);
} rooms[] = {
  { "tmpfs", fill_disk, empty_disk },
  { "limit", limit_files, unlimit_files },
};

static char *
big_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 9000; i++)
    g_string_append_printf (text, "ander%d woord\n", i);
  return g_string_free (text, FALSE);
}

static void
assert_old (LdrStore *store)
{
  g_autofree char *old_hits = test_find (store, "vondeling"), *new_hits = test_find (store, "ander77");

  g_assert_cmpstr (old_hits, ==, "Maandag");
  g_assert_cmpstr (new_hits, ==, "");
  test_assert_sound (store);
}

/* What is left of the room decides at which page of the change it runs out. */
static void
test_full_save (Fixture *self, gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *text = big_text (), *titles = NULL;
  g_autoptr (LdrEntry) entry = test_entry ("Dinsdag", text, 2026, 3, 3), saved = NULL;
  g_autoptr (GError) error = NULL;

  for (goffset left = 0; left < 128 * 1024; left += left < 32 * 1024 ? 4096 : 20480)
    {
      g_test_message ("%s: %d bytes left", rooms[which].name, (int) left);
      rooms[which].take_room (self, left);
      g_assert_null (ldr_store_save_entry (self->store, entry, &error));
      test_assert_error (error, LDR_STORE_ERROR_FULL);
      assert_old (self->store);
      /* Nothing keeps its owner from reading meanwhile. */
      fixture_reopen (self);
      assert_old (self->store);
      rooms[which].give_room (self);
      fixture_reopen (self);
    }
  rooms[which].take_room (self, 0);
  g_assert_null (ldr_store_save_entry (self->store, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_FULL);
  rooms[which].give_room (self);
  saved = test_save (self->store, entry);
  fixture_reopen (self);
  titles = test_find (self->store, "");
  g_assert_cmpstr (titles, ==, "Dinsdag,Maandag");
  test_assert_sound (self->store);
}

typedef gboolean (*Change) (Fixture *self, const char *folder, GError **error);

static gboolean
copy (Fixture *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "kopie.leidraad", NULL);

  return ldr_store_back_up_to (self->store, path, NULL, NULL, NULL, error);
}

static gboolean
back_up (Fixture *self, const char *folder, GError **error)
{
  g_autoptr (LdrBackup) backup = ldr_store_back_up (self->store, folder, NULL, error);

  return backup != NULL;
}

static gboolean
create (Fixture *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "nieuw.leidraad", NULL);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Daan", LDR_ROLE_LEADER);
  g_autoptr (LdrStore) store = ldr_store_create (path, test_key (), info, error);

  return store != NULL;
}

static gboolean
change_key (Fixture *self, const char *folder, GError **error)
{
  g_autoptr (LdrKey) key = ldr_key_new ("een nieuwe zin", NULL);

  return ldr_store_change_key (self->store, key, error);
}

static gboolean
restore (Fixture *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "terug.leidraad", NULL);

  return ldr_backup_restore (self->path, path, test_key (), error);
}

static const struct
{
  const char *name;
  Change func;
  /* Writes beside the journal itself. */
  gboolean in_place;
} changes[] = {
  { "copy", copy, FALSE },       { "back-up", back_up, FALSE },      { "create", create, FALSE },
  { "restore", restore, FALSE }, { "change-key", change_key, TRUE },
};

/* A new file for which there is no room leaves none behind, and works when there is some. */
static void
test_full_change (Fixture *self, gconstpointer data)
{
  g_autofree char *backups = fixture_file (self, "backups"), *own = NULL;

  own = g_build_filename (backups, ldr_store_get_info (self->store)->id, NULL);
  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    for (goffset left = 0; left < 48 * 1024; left += 12288)
      {
        const char *folder = changes[i].func == back_up ? backups : self->folder;
        g_autofree char *before = NULL, *after = NULL;
        g_autoptr (GError) error = NULL;

        g_test_message ("%s: %d bytes left", changes[i].name, (int) left);
        fill_disk (self, left);
        before = test_folder_state (self->folder);
        g_assert_false (changes[i].func (self, folder, &error));
        test_assert_error (error, LDR_STORE_ERROR_FULL);
        after = test_folder_state (self->folder);
        g_assert_cmpstr (after, ==, before);
        assert_old (self->store);
        empty_disk (self);
      }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      if (changes[i].func == restore)
        continue;
      g_assert_true (changes[i].func (self, changes[i].func == back_up ? backups : self->folder, &error));
      g_assert_no_error (error);
    }
  assert_old (self->store);
}

/* --- Read-only -----------------------------------------------------------------------------------------------------
 */

static void
remount (Fixture *self)
{
  g_assert_cmpint (mount (NULL, self->folder, NULL, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL), ==, 0);
}

static void
lock_folder (Fixture *self)
{
  g_assert_cmpint (g_chmod (self->folder, 0500), ==, 0);
}

static void
lock_file (Fixture *self)
{
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
}

static const struct
{
  const char *name;
  void (*lock) (Fixture *self);
} locks[] = {
  { "file-system", remount },
  { "folder", lock_folder },
  { "file", lock_file },
};

static void
assert_read_only (GError **error, const char *place)
{
  g_assert_error (*error, LDR_STORE_ERROR, LDR_STORE_ERROR_READ_ONLY);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, place));
  g_assert_null (strstr ((*error)->message, ".part"));
  g_clear_error (error);
}

static void
test_read_only_open (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  before = test_folder_state (self->folder);
  locks[GPOINTER_TO_UINT (data)].lock (self);
  set_above_permissions (FALSE);
  g_assert_null (ldr_store_open (self->path, test_key (), &error));
  assert_read_only (&error, self->folder);
  set_above_permissions (TRUE);
  after = test_folder_state (self->folder);
  g_assert_cmpstr (after, ==, before);
}

/* New files into a folder that cannot be written, of a journal that lies elsewhere; or beside it, while it is open. */
static void
test_read_only_change (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      guint which = GPOINTER_TO_UINT (data);
      Fixture target = { 0 };
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;

      /* A file system with open files stays writable. */
      if (changes[i].in_place && locks[which].lock == remount)
        continue;
      g_test_message ("%s: %s", locks[which].name, changes[i].name);
      disk_set_up (&target, NULL);
      if (!changes[i].in_place)
        fixture_close (&target);
      before = test_folder_state (target.folder);
      locks[which].lock (&target);
      set_above_permissions (FALSE);
      g_assert_false (changes[i].func (changes[i].in_place ? &target : self, target.folder, &error));
      assert_read_only (&error, target.folder);
      set_above_permissions (TRUE);
      after = test_folder_state (target.folder);
      g_assert_cmpstr (after, ==, before);
      assert_old (changes[i].in_place ? target.store : self->store);
      disk_tear_down (&target, NULL);
    }
}

int
main (int argc, char *argv[])
{
  /* Before anything starts a thread. */
  enter_own_mounts ();
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *path = g_strconcat ("/disk/full/save/", rooms[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), disk_set_up, test_full_save, disk_tear_down);
    }
  g_test_add ("/disk/full/change", Fixture, NULL, disk_set_up, test_full_change, disk_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      g_autofree char *open_path = g_strconcat ("/disk/read-only/open/", locks[i].name, NULL);
      g_autofree char *change_path = g_strconcat ("/disk/read-only/change/", locks[i].name, NULL);

      g_test_add (open_path, Fixture, GUINT_TO_POINTER (i), disk_set_up, test_read_only_open, disk_tear_down);
      if (locks[i].lock != lock_file)
        g_test_add (change_path, Fixture, GUINT_TO_POINTER (i), disk_set_up, test_read_only_change, disk_tear_down);
    }
  return g_test_run ();
}
