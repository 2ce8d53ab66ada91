/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "ldr-store-testing.h"

/* A process types and saves, and says each revision that the store took; then it is killed, wherever it happens to be.
 * All that it said is there, whole, and the file is sound. LDR_KILLS says how often; 25 for daily work. */

#define N_ENTRIES 5

/* What revision @revision of entry @which says; long enough for several pages, and no two alike. */
static char *
text_for (int which, int revision)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 20 + revision % 300; i++)
    g_string_append_printf (text, "Notitie %d, versie%d, regel %d.\n", which, revision, i);
  return g_string_free (text, FALSE);
}

/* The process that will be killed. */
static int
type (const char *path, const char *sheet, char *ids[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_from_recovery (sheet, &error);
  g_autoptr (LdrStore) store = ldr_store_open (path, key, &error);
  LdrEntry *entries[N_ENTRIES];

  g_assert_no_error (error);
  for (int i = 0; i < N_ENTRIES; i++)
    entries[i] = ldr_store_get_entry (store, ids[i], &error);
  g_assert_no_error (error);
  for (int turn = 0;; turn++)
    {
      int which = turn % N_ENTRIES;
      g_autofree char *text = text_for (which, entries[which]->revision + 1);
      LdrEntry *saved = test_change (store, entries[which], text);
      guint32 line[2] = { (guint32) which, (guint32) saved->revision };

      ldr_entry_unref (entries[which]);
      entries[which] = saved;
      if (write (STDOUT_FILENO, line, sizeof line) != sizeof line)
        return 1;
    }
}

/* Starts the typist, kills it after some saves and some microseconds, and returns what it had said. */
static void
type_and_kill (Fixture *fixture, LdrEntry **entries, GRand *random, guint32 *said)
{
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  const char *command[] = { "/proc/self/exe", "--type", fixture->path, sheet, NULL, NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  guint32 line[2];
  int wanted = g_rand_int_range (random, 1, 60);
  GPid pid;
  int output;

  for (int i = 0; i < N_ENTRIES; i++)
    command[4 + i] = entries[i]->id;
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                           NULL, &output, NULL, &error));
  g_assert_no_error (error);
  for (int n = 0; read (output, line, sizeof line) == sizeof line; n++)
    {
      g_assert_cmpuint (line[0], <, N_ENTRIES);
      said[line[0]] = line[1];
      if (n + 1 == wanted)
        {
          g_usleep ((gulong) g_rand_int_range (random, 0, 3000));
          kill (pid, SIGKILL);
        }
    }
  waitpid (pid, NULL, 0);
  close (output);
}

static void
assert_all_there (Fixture *fixture, LdrEntry **entries, const guint32 *said)
{
  for (int i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (GError) error = NULL;
      LdrEntry *entry = ldr_store_get_entry (fixture->store, entries[i]->id, &error);
      g_autofree char *text = NULL, *word = NULL, *hits = NULL;

      g_assert_no_error (error);
      /* One more than was said: it was saved, and the word of it did not get out. */
      g_assert_cmpint (entry->revision, >=, (int) said[i]);
      g_assert_cmpint (entry->revision, <=, MAX ((int) said[i], entries[i]->revision) + 1);
      text = text_for (i, entry->revision);
      g_assert_cmpstr (entry->text, ==, text);
      word = g_strdup_printf ("\"versie%d\"", entry->revision);
      hits = test_find (fixture->store, word);
      g_assert_nonnull (strstr (hits, entry->title));
      ldr_entry_unref (entries[i]);
      entries[i] = entry;
    }
  test_assert_sound (fixture->store);
}

static void
test_kills (Fixture *fixture, gconstpointer data)
{
  const char *times = g_getenv ("LDR_KILLS");
  int n = times != NULL ? atoi (times) : 25;
  g_autoptr (GRand) random = g_rand_new_with_seed (20260302);
  LdrEntry *entries[N_ENTRIES];

  for (int i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Notitie%d", i), *text = text_for (i, 1);

      entries[i] = test_add (fixture->store, title, text, 2026, 3, 1 + i);
    }
  for (int i = 0; i < n; i++)
    {
      guint32 said[N_ENTRIES] = { 0 };

      fixture_close (fixture);
      type_and_kill (fixture, entries, random, said);
      fixture_reopen (fixture);
      assert_all_there (fixture, entries, said);
    }
  g_test_message ("killed %d times, %d saves of the first entry", n, entries[0]->revision);
  g_assert_cmpint (entries[0]->revision, >, n);
  for (int i = 0; i < N_ENTRIES; i++)
    ldr_entry_unref (entries[i]);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 + N_ENTRIES && g_str_equal (argv[1], "--type"))
    return type (argv[2], argv[3], argv + 4);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kills/typing", Fixture, NULL, fixture_set_up, test_kills, fixture_tear_down);
  return g_test_run ();
}
