/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "ldr-store-testing.h"

/* A process changes the passphrase, or restores backups, over and over, and is killed wherever it happens to be: the
 * journal is the one or the other, whole. */

#define TIMES 40
#define ENTRIES 12
#define OTHER_PASSPHRASE "een nieuwe zin"

static LdrKey *
other_key (void)
{
  static LdrKey *key = NULL;

  if (key == NULL)
    key = ldr_key_new (OTHER_PASSPHRASE, NULL);
  g_assert_nonnull (key);
  return key;
}

/* --- The process that will be killed -------------------------------------------------------------------------------
 */

static void
say (void)
{
  g_assert_cmpint (write (STDOUT_FILENO, "x", 1), ==, 1);
}

G_NORETURN static void
keep_changing (char *argv[])
{
  g_autoptr (GError) error = NULL;
  LdrKey *keys[] = { ldr_key_from_recovery (argv[1], &error), ldr_key_from_recovery (argv[2], &error) };
  g_autoptr (LdrStore) store = ldr_store_open (argv[0], keys[0], &error);

  g_assert_no_error (error);
  say ();
  for (guint turn = 1;; turn++)
    {
      ldr_store_change_key (store, keys[turn % 2], &error);
      g_assert_no_error (error);
      say ();
    }
}

G_NORETURN static void
keep_restoring (char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_from_recovery (argv[1], &error);

  g_assert_no_error (error);
  say ();
  for (guint turn = 0;; turn++)
    {
      ldr_backup_restore (argv[2 + turn % 2], argv[0], key, &error);
      g_assert_no_error (error);
      say ();
    }
}

/* Starts it, lets it work some turns and some microseconds more, and kills it. Returns the turns it told of. */
static int
work_and_kill (const char *work, const char *path, const char *a, const char *b, const char *c, GRand *random)
{
  const char *command[] = { "/proc/self/exe", work, path, a, b, c, NULL };
  int wanted = g_rand_int_range (random, 1, 4), said = 0, output, status;
  g_autoptr (GError) error = NULL;
  GPid pid;
  char byte;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                           NULL, &output, NULL, &error));
  g_assert_no_error (error);
  while (read (output, &byte, 1) == 1)
    if (++said == wanted)
      {
        g_usleep ((gulong) g_rand_int_range (random, 0, 40000));
        kill (pid, SIGKILL);
      }
  waitpid (pid, &status, 0);
  close (output);
  /* It did not end by itself, as it would had something failed. */
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return said - 1;
}

/* --- What is left --------------------------------------------------------------------------------------------------
 */

static void
fill (LdrStore *store, const char *title)
{
  for (int i = 0; i < ENTRIES; i++)
    {
      g_autofree char *text = g_strnfill ((gsize) (500 + i * 900), (char) ('a' + i));
      g_autoptr (LdrEntry) entry = test_add (store, title, text, 2026, 3, 1 + i);

      g_assert_nonnull (entry);
    }
}

static gboolean
check_text_cb (LdrEntry *entry, gpointer user_data, GError **error)
{
  int *seen = user_data;
  int i = entry->text[0] - 'a';
  g_autofree char *text = g_strnfill ((gsize) (500 + i * 900), (char) ('a' + i));

  g_assert_cmpstr (entry->text, ==, text);
  (*seen)++;
  return TRUE;
}

static void
assert_whole (LdrStore *store, int entries)
{
  g_autoptr (GError) error = NULL;
  int seen = 0;

  g_assert_true (ldr_store_foreach_entry (store, TRUE, check_text_cb, &seen, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seen, ==, entries);
  test_assert_sound (store);
}

/* Opens it with the one key of the two that fits, which becomes the first. */
static LdrStore *
open_with_either (const char *path, LdrKey **keys)
{
  g_autoptr (GError) error = NULL;
  LdrStore *store = ldr_store_open (path, keys[0], &error);
  LdrKey *key = keys[0];

  if (store != NULL)
    return store;
  g_clear_error (&error);
  store = ldr_store_open (path, keys[1], &error);
  g_assert_no_error (error);
  keys[0] = keys[1];
  keys[1] = key;
  return store;
}

static void
test_change_key (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260303);
  LdrKey *keys[] = { test_key (), other_key () };
  int turns = 0, changed = 0;

  fill (self->store, "Maandag");
  fixture_close (self);
  for (int i = 0; i < TIMES; i++)
    {
      g_autofree char *first = ldr_key_to_recovery (keys[0]), *second = ldr_key_to_recovery (keys[1]);
      LdrKey *before = keys[0];
      g_autoptr (LdrStore) store = NULL;

      turns += work_and_kill ("--keep-changing", self->path, first, second, NULL, random);
      store = open_with_either (self->path, keys);
      changed += keys[0] != before;
      assert_whole (store, ENTRIES);
    }
  g_test_message ("killed %d times in %d changes, %d times with the other passphrase", TIMES, turns, changed);
  g_assert_cmpint (changed, >, 0);
  g_assert_cmpint (changed, <, TIMES);
}

/* The passphrase opens what a killed change left, as its owner would open it. */
static void
test_passphrase (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260304);
  LdrKey *keys[] = { test_key (), other_key () };

  fill (self->store, "Maandag");
  fixture_close (self);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *first = ldr_key_to_recovery (keys[0]), *second = ldr_key_to_recovery (keys[1]);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrKey) key = NULL;
      g_autoptr (LdrStore) store = NULL;

      work_and_kill ("--keep-changing", self->path, first, second, NULL, random);
      ldr_store_free (open_with_either (self->path, keys));
      key = ldr_key_for_file (self->path, keys[0] == test_key () ? PASSPHRASE : OTHER_PASSPHRASE, &error);
      g_assert_no_error (error);
      store = ldr_store_open (self->path, key, &error);
      g_assert_no_error (error);
      assert_whole (store, ENTRIES);
    }
}

static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260305);
  g_autofree char *small = fixture_file (self, "klein.leidraad"), *large = fixture_file (self, "groot.leidraad");
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  g_autoptr (GError) error = NULL;
  int turns = 0, counts[2] = { 0 };

  fill (self->store, "Maandag");
  g_assert_true (ldr_store_back_up_to (self->store, small, NULL, NULL, NULL, &error));
  fill (self->store, "Dinsdag");
  g_assert_true (ldr_store_back_up_to (self->store, large, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  for (int i = 0; i < TIMES; i++)
    {
      g_autoptr (LdrQuery) query = ldr_query_new ();
      int n;

      fixture_close (self);
      turns += work_and_kill ("--keep-restoring", self->path, sheet, small, large, random);
      fixture_reopen (self);
      n = ldr_store_count (self->store, query, &error);
      g_assert_true (n == ENTRIES || n == 2 * ENTRIES);
      counts[n / ENTRIES - 1]++;
      assert_whole (self->store, n);
    }
  g_test_message ("killed %d times in %d restores, %d small, %d large", TIMES, turns, counts[0], counts[1]);
  g_assert_cmpint (counts[0], >, 0);
  g_assert_cmpint (counts[1], >, 0);
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--keep-changing"))
    keep_changing (argv + 2);
  if (argc == 6 && g_str_equal (argv[1], "--keep-restoring"))
    keep_restoring (argv + 2);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file-kills/change-key", Fixture, NULL, fixture_set_up, test_change_key, fixture_tear_down);
  g_test_add ("/file-kills/passphrase", Fixture, NULL, fixture_set_up, test_passphrase, fixture_tear_down);
  g_test_add ("/file-kills/restore", Fixture, NULL, fixture_set_up, test_restore, fixture_tear_down);
  return g_test_run ();
}
