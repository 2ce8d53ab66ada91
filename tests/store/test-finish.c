/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "ldr-fault-vfs.h"
#include "ldr-store-testing.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-reflections.h"

/* Whatever fails or ends while a draft becomes an entry: the one or the other is there, whole, and never both.
 * LDR_KILLS says how often the writer is killed, and asks for all faults; 15 and every third for daily work. */

#define N_DRAFTS 40

/* Long enough for pages of its own. */
static LdrReflection *
save_draft (LdrStore *store)
{
  LdrReflection *draft = ldr_reflection_new ("path", "Gesprek");
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 600; i++)
    g_string_append_printf (answer, "antwoord%d op de vraag\n", i);
  ldr_reflection_add_step (draft, "first", "Wat gebeurde er?", answer->str);
  ldr_reflection_add_step (draft, "second", "En toen?", "");
  ldr_reflection_add_step (draft, "third", "Wat nu?", "Niets.");
  g_assert_true (ldr_store_save_reflection (store, draft, &error));
  g_assert_no_error (error);
  return draft;
}

/* Returns whether the draft has become an entry. */
static gboolean
assert_one_of_them (LdrStore *store, const char *id)
{
  g_autoptr (GError) no_entry = NULL, no_draft = NULL, error = NULL;
  g_autoptr (LdrEntry) entry = ldr_store_get_entry (store, id, &no_entry);
  g_autoptr (LdrReflection) draft = ldr_store_get_reflection (store, id, &no_draft);
  g_autoptr (GPtrArray) uses = ldr_store_list_prompt_uses (store, &error);
  guint n_uses = 0;

  g_assert_no_error (error);
  g_assert_true ((entry == NULL) != (draft == NULL));
  for (guint i = 0; i < uses->len; i++)
    n_uses += g_strcmp0 (((LdrPromptUse *) g_ptr_array_index (uses, i))->entry, id) == 0;
  g_assert_cmpuint (n_uses, ==, entry != NULL ? 2 : 0);
  if (entry != NULL)
    {
      g_assert_error (no_draft, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (entry->text, "antwoord599 op de vraag\n\n## Wat nu?\n\nNiets."));
    }
  else
    {
      g_assert_error (no_entry, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND);
      g_assert_cmpuint (ldr_reflection_count_answers (draft), ==, 2);
    }
  return entry != NULL;
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

/* As after a crash: the file is opened elsewhere as it lies. */
static gboolean
is_entry_after_crash (Fixture *fixture, const char *id)
{
  g_autofree char *copy = fixture_file (fixture, "copy.leidraad");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL), *log_copy = g_strconcat (copy, "-wal", NULL);
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_entry;

  copy_file (fixture->path, copy);
  copy_file (log, log_copy);
  store = ldr_store_open (copy, test_key (), &error);
  g_assert_no_error (error);
  is_entry = assert_one_of_them (store, id);
  test_assert_sound (store);
  return is_entry;
}

/* FALSE when all is done before the @nth call. */
static gboolean
finish_with_fault (guint which, guint nth)
{
  Fixture fixture = { 0 };
  g_autoptr (LdrReflection) draft = NULL;
  g_autoptr (LdrEntry) entry = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed, is_entry;
  guint calls;

  fixture_set_up (&fixture, NULL);
  draft = save_draft (fixture.store);
  fixture_reopen (&fixture);
  fault_vfs_arm (faults[which].kind, nth, faults[which].lasting);
  entry = ldr_store_finish_reflection (fixture.store, draft, &error);
  calls = fault_vfs_disarm (&failed);
  g_assert_true ((entry == NULL) == (error != NULL));
  if (entry == NULL)
    {
      g_assert_true (failed);
      g_assert_error (error, LDR_STORE_ERROR, (int) faults[which].error);
      g_clear_error (&error);
    }
  /* What was said to be there is. The other way round the log may hold all of a change that failed in being synced. */
  is_entry = is_entry_after_crash (&fixture, draft->id);
  g_assert_true (is_entry || entry == NULL);
  g_assert_true (assert_one_of_them (fixture.store, draft->id) == (entry != NULL));
  if (entry == NULL)
    again = ldr_store_finish_reflection (fixture.store, draft, &error);
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  g_assert_true (assert_one_of_them (fixture.store, draft->id));
  test_assert_sound (fixture.store);
  fixture_tear_down (&fixture, NULL);
  return calls >= nth;
}

static void
test_finish_fails (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  guint step = g_getenv ("LDR_KILLS") != NULL ? 1 : 3;
  guint nth = 1;

  while (finish_with_fault (which, nth) && nth < 600)
    nth += step;
  g_test_message ("%s: finishing makes %u calls", faults[which].name, nth - 1);
  g_assert_cmpuint (nth, >, 10);
  g_assert_cmpuint (nth, <, 600);
}

/* The process that will be killed: finishes one draft after the other, and says how many. */
static int
finish_all (const char *path, const char *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_from_recovery (sheet, &error);
  g_autoptr (LdrStore) store = ldr_store_open (path, key, &error);
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_no_error (error);
  drafts = ldr_store_list_reflections (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_store_finish_reflection (store, g_ptr_array_index (drafts, i), &error);

      g_assert_no_error (error);
      if (write (STDOUT_FILENO, entry->id, strlen (entry->id)) < 0)
        return 1;
    }
  pause ();
  return 0;
}

/* Starts the writer, kills it some microseconds after it said so many, and returns what it had said. */
static char *
finish_and_kill (Fixture *fixture, int n_said, int microseconds)
{
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  const char *command[] = { "/proc/self/exe", "--finish", fixture->path, sheet, NULL };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char buffer[4096];
  gssize n;
  GPid pid;
  int out;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                           NULL, &out, NULL, &error));
  g_assert_no_error (error);
  while ((int) said->len < n_said * 36 && (n = read (out, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  g_usleep ((gulong) microseconds);
  kill (pid, SIGKILL);
  while ((n = read (out, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (out);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
test_kills (void)
{
  const char *times = g_getenv ("LDR_KILLS");
  int n_kills = times != NULL ? (int) g_ascii_strtoll (times, NULL, 10) : 15;
  guint n_between = 0;

  for (int i = 0; i < n_kills; i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_reflection_unref);
      g_autofree char *said = NULL;
      guint n_entries = 0;

      fixture_set_up (&fixture, NULL);
      for (int d = 0; d < N_DRAFTS; d++)
        g_ptr_array_add (drafts, save_draft (fixture.store));
      fixture_close (&fixture);
      said = finish_and_kill (&fixture, g_test_rand_int_range (1, N_DRAFTS - 10), g_test_rand_int_range (0, 20000));
      fixture_reopen (&fixture);
      for (int d = 0; d < N_DRAFTS; d++)
        {
          const LdrReflection *draft = g_ptr_array_index (drafts, (guint) d);
          gboolean is_entry = assert_one_of_them (fixture.store, draft->id);

          n_entries += is_entry;
          if (strstr (said, draft->id) != NULL)
            g_assert_true (is_entry);
        }
      g_assert_cmpuint (n_entries, >=, strlen (said) / 36);
      n_between += n_entries < N_DRAFTS;
      test_assert_sound (fixture.store);
      fixture_tear_down (&fixture, NULL);
    }
  /* Else they came too late to tell anything. */
  g_assert_cmpuint (n_between, >, 0);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--finish"))
    return finish_all (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  for (guint i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *path = g_strconcat ("/finish/faults/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_finish_fails);
    }
  g_test_add_func ("/finish/kills", test_kills);
  return g_test_run ();
}
