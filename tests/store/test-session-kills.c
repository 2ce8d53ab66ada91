/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include "ldr-store-testing.h"
#include "store/ldr-store-sessions.h"

/* A process writes the notes of a session, saves them and says each save that the store took; then it is killed,
 * wherever it happens to be. What it said last is there, or the save after it, and each is there whole: all parts of
 * the notes, the private ones too, and the agenda. LDR_KILLS says how often; 25 for daily work. */

static char *
text_for (int part, int version)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 5 + version % 100; i++)
    g_string_append_printf (text, "Deel %d, versie %d, regel %d.\n", part, version, i);
  return g_string_free (text, FALSE);
}

/* Which version the notes are; all of it is compared with what that version says. */
static int
get_version (const LdrSession *session)
{
  int version = 0;

  for (int i = 0; i <= LDR_N_SESSION_PARTS; i++)
    {
      const char *text = i < LDR_N_SESSION_PARTS ? session->notes[i] : session->private_notes;
      g_autofree char *wanted = NULL;

      if (i == 0)
        g_assert_cmpint (sscanf (text, "Deel 0, versie %d", &version), ==, 1);
      wanted = text_for (i, version);
      g_assert_cmpstr (text, ==, wanted);
    }
  g_assert_cmpuint (session->agenda->len, ==, 1 + version % 3);
  return version;
}

static void
set_version (LdrSession *session, int version)
{
  for (int i = 0; i <= LDR_N_SESSION_PARTS; i++)
    {
      g_autofree char *text = text_for (i, version);

      if (i < LDR_N_SESSION_PARTS)
        ldr_session_set_note (session, (LdrSessionPart) i, text);
      else
        ldr_session_set_private_notes (session, text);
    }
  while (session->agenda->len > 0)
    ldr_session_remove_point (session, 0);
  for (int i = 0; i < 1 + version % 3; i++)
    ldr_session_add_point (session, NULL, "Punt", FALSE);
}

/* The process that will be killed. */
static int
type (const char *path, const char *sheet, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_from_recovery (sheet, &error);
  g_autoptr (LdrStore) store = ldr_store_open (path, key, &error);
  g_autoptr (LdrSession) session = NULL;

  g_assert_no_error (error);
  session = ldr_store_get_session_with_private_notes (store, id, &error);
  g_assert_no_error (error);
  for (int version = get_version (session) + 1;; version++)
    {
      set_version (session, version);
      g_assert_true (ldr_store_save_session (store, session, &error));
      g_assert_no_error (error);
      if (write (STDOUT_FILENO, &version, sizeof version) != sizeof version)
        return 1;
    }
}

/* Starts the writer, kills it after some saves and some microseconds, and returns the version that it said last. */
static int
type_and_kill (Fixture *fixture, const char *id, GRand *random)
{
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  const char *command[] = { "/proc/self/exe", "--type", fixture->path, sheet, id, NULL };
  g_autoptr (GError) error = NULL;
  int wanted = g_rand_int_range (random, 1, 40), said = 0, version, output;
  GPid pid;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                           NULL, &output, NULL, &error));
  g_assert_no_error (error);
  for (int n = 0; read (output, &version, sizeof version) == sizeof version; n++)
    {
      said = version;
      if (n + 1 == wanted)
        {
          g_usleep ((gulong) g_rand_int_range (random, 0, 3000));
          kill (pid, SIGKILL);
        }
    }
  waitpid (pid, NULL, 0);
  close (output);
  return said;
}

static void
test_kills (Fixture *fixture, gconstpointer data)
{
  const char *times = g_getenv ("LDR_KILLS");
  int n = times != NULL ? atoi (times) : 25, version = 1;
  g_autoptr (GRand) random = g_rand_new_with_seed (20260309);
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 3, 9, 10, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);
  g_autoptr (GError) error = NULL;

  set_version (session, version);
  g_assert_true (ldr_store_save_session (fixture->store, session, &error));
  g_assert_no_error (error);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (LdrSession) read = NULL;
      int said, found;

      fixture_close (fixture);
      said = type_and_kill (fixture, session->id, random);
      g_assert_cmpint (said, >, version);
      fixture_reopen (fixture);
      read = ldr_store_get_session_with_private_notes (fixture->store, session->id, &error);
      g_assert_no_error (error);
      /* One more than was said: it was saved, and the word of it did not get out. */
      found = get_version (read);
      g_assert_cmpint (found, >=, said);
      g_assert_cmpint (found, <=, said + 1);
      version = found;
      test_assert_sound (fixture->store);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--type"))
    return type (argv[2], argv[3], argv[4]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session-kills/typing", Fixture, NULL, fixture_set_up, test_kills, fixture_tear_down);
  return g_test_run ();
}
