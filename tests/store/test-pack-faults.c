/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include "ldr-fault-vfs.h"
#include "ldr-pack-testing.h"
#include "store/ldr-pack-file-private.h"

/* Wherever the writing or the reading of a pack stops, there is the earlier file, whole, and nothing half. */

/* Cancels while a statement is at work, or a row is read, so many of them after it was armed. */
static struct
{
  GCancellable *cancellable;
  guint left;
} canceller;

static int
trace_cb (unsigned event, void *data, void *stmt, void *detail)
{
  if (canceller.left > 0 && --canceller.left == 0)
    g_cancellable_cancel (canceller.cancellable);
  return 0;
}

static int
watch_connection (sqlite3 *db, char **message, const void *routines)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, trace_cb, NULL);
}

static gboolean
write_cancelled (const LdrPack *pack, const char *path, guint nth, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LdrPackFile) file = NULL;

  canceller.cancellable = cancellable;
  canceller.left = nth;
  file = ldr_pack_file_write (pack, path, PACK_PASSPHRASE, cancellable, error);
  g_assert_true ((file == NULL) == g_cancellable_is_cancelled (cancellable));
  return file != NULL;
}

static gboolean
read_cancelled (const char *path, LdrKey *key, guint nth, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LdrPack) pack = NULL;

  canceller.cancellable = cancellable;
  canceller.left = nth;
  pack = ldr_pack_file_read_with_key (path, key, cancellable, error);
  return pack != NULL;
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autoptr (LdrKey) key = NULL;
  g_autofree char *before = NULL;
  guint writes = 0, reads = 0;

  pack_testing_write (pack, self->path);
  key = ldr_key_for_file (self->path, PACK_PASSPHRASE, NULL);
  before = test_folder_state (self->folder);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  for (guint nth = 1;; nth += 4, writes++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gboolean done = write_cancelled (pack, self->path, nth, &error);

      after = test_folder_state (self->folder);
      g_assert_cmpstr (after, ==, before);
      if (done)
        break;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  for (guint nth = 1;; nth++, reads++)
    {
      g_autoptr (GError) error = NULL;

      if (read_cancelled (self->path, key, nth, &error) && canceller.left > 0)
        break;
      if (error != NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  sqlite3_cancel_auto_extension ((void (*) (void)) watch_connection);
  g_test_message ("cancelled %u times while writing, %u times while reading", writes, reads);
  g_assert_cmpuint (writes, >, 10);
  g_assert_cmpuint (reads, >, pack->passages->len);
}

static void
assert_fault (const GError *error, const Fault *fault)
{
  g_assert_nonnull (error);
  g_assert_null (strstr (error->message, "journal"));
  /* What cannot be read back counts as damaged; and where a disk takes nothing any more, or memory is short, while
   * SQLite takes a change back, it says of that only that the disk failed. */
  if (!g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED)
      && !(fault->kind != FAULT_FULL && g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_IO)))
    g_assert_error (error, LDR_STORE_ERROR, (int) fault->error);
}

static gboolean
write_with_fault (Fixture *self, const LdrPack *pack, const Fault *fault, guint nth, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  LdrPackFile *file;
  gboolean failed;
  guint calls;

  fault_vfs_arm (fault->kind, nth, fault->lasting);
  file = ldr_pack_file_write (pack, self->path, PACK_PASSPHRASE, NULL, &error);
  calls = fault_vfs_disarm (&failed);
  if (file == NULL)
    {
      g_assert_true (failed);
      g_test_message ("call %u: %s", nth, error->message);
      assert_fault (error, fault);
    }
  g_clear_pointer (&file, ldr_pack_file_free);
  after = test_folder_state (self->folder);
  g_assert_cmpstr (after, ==, before);
  return calls >= nth;
}

/* Whichever call to the disk fails, the earlier file is there and nothing else. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autofree char *before = NULL;

  pack_testing_write (pack, self->path);
  before = test_folder_state (self->folder);
  for (guint i = 0; i < N_FAULTS; i++)
    {
      guint step = g_getenv ("LDR_KILLS") != NULL ? 1 : i == 0 ? 4 : 11, nth = i + 1;

      while (write_with_fault (self, pack, &faults[i], nth, before))
        nth += step;
      g_test_message ("%s: about %u calls", faults[i].name, nth);
      g_assert_cmpuint (nth, >, 30);
    }
}

static gboolean
read_with_fault (Fixture *self, LdrKey *key, const LdrPack *pack, const Fault *fault, guint nth, guint *n_failed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPack) back = NULL;
  guint calls;

  fault_vfs_arm (fault->kind, nth, fault->lasting);
  back = ldr_pack_file_read_with_key (self->path, key, NULL, &error);
  calls = fault_vfs_disarm (NULL);
  if (back != NULL)
    pack_testing_assert_same (back, pack);
  else
    assert_fault (error, fault);
  *n_failed += back == NULL;
  return calls >= nth;
}

/* A pack that cannot be read is not half read. */
static void
test_read_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = pack_testing_session ();
  g_autoptr (LdrKey) key = NULL;
  guint n_failed = 0;

  pack_testing_write (pack, self->path);
  key = ldr_key_for_file (self->path, PACK_PASSPHRASE, NULL);
  for (guint i = 0; i < N_FAULTS; i++)
    for (guint nth = 1; (faults[i].kind == FAULT_IO || faults[i].kind == FAULT_NO_MEMORY)
                        && read_with_fault (self, key, pack, &faults[i], nth, &n_failed);)
      nth++;
  g_test_message ("%u calls failed", n_failed);
  g_assert_cmpuint (n_failed, >, 100);
}

G_NORETURN static void
write_and_wait (const char *path)
{
  g_autoptr (LdrPack) pack = pack_testing_comments ();
  g_autoptr (LdrPackFile) file = ldr_pack_file_write (pack, path, PACK_PASSPHRASE, NULL, NULL);

  g_assert_nonnull (file);
  g_assert_cmpint (write (STDOUT_FILENO, "x", 1), ==, 1);
  for (;;)
    pause ();
}

/* Whoever is killed before a pack has its name leaves nothing that is taken for one, and is tidied up after by the
 * next.
 */
static void
test_killed (Fixture *self, gconstpointer data)
{
  const char *command[] = { "/proc/self/exe", "--write-and-wait", self->path, NULL };
  g_autoptr (LdrPack) first = pack_testing_session (), second = pack_testing_comments (), back = NULL, after = NULL;
  g_autofree char *names = NULL, *again = NULL;
  int output, status;
  GPid pid;
  char byte;

  pack_testing_write (first, self->path);
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                           NULL, &output, NULL, NULL));
  g_assert_cmpint (read (output, &byte, 1), ==, 1);
  kill (pid, SIGKILL);
  waitpid (pid, &status, 0);
  close (output);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  names = pack_testing_list (self->folder);
  g_assert_cmpstr (names, ==, PACK_NAME "," PACK_NAME ".part");
  back = pack_testing_read (self->path);
  pack_testing_assert_same (back, first);

  pack_testing_write (second, self->path);
  after = pack_testing_read (self->path);
  pack_testing_assert_same (after, second);
  again = pack_testing_list (self->folder);
  g_assert_cmpstr (again, ==, PACK_NAME);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "cancelled", test_cancelled },
    { "faults", test_faults },
    { "read-faults", test_read_faults },
    { "killed", test_killed },
  };

  if (argc == 3 && g_str_equal (argv[1], "--write-and-wait"))
    write_and_wait (argv[2]);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fixture_add_tests ("/pack-faults/", pack_testing_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
