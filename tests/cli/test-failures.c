/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <locale.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <pty.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli-fixture.h"
#include "store/ldr-store.h"

static const struct
{
  const char *words[8];
  const char *said;
} misuses[] = {
  { { NULL }, "--help" },
  { { "frobnicate" }, "frobnicate" },
  { { "create" }, "leidraadctl create" },
  { { "create", "J" }, "--leader" },
  { { "create", "J", "--leader", "  " }, "--leader" },
  { { "create", "J", "--leader", "x", "--role", "boss" }, "boss" },
  { { "create", "J", "K", "--leader", "x" }, "leidraadctl create" },
  { { "create", "J", "--leader", "x", "--passphrase", "geheim" }, "--passphrase" },
  { { "create", "J", "--leader", "x", "--passphrase=geheim" }, "--passphrase" },
  { { "demo", "J", "--entries", "0" }, "entries" },
  { { "demo", "J", "--entries", "many" }, "many" },
  { { "demo", "J", "--lang", "fr" }, "fr" },
  { { "demo", "J", "--seed", "-1" }, "seed" },
  { { "add", "J", "--style", "boss" }, "boss" },
  { { "add", "J", "--pitfall", "boss" }, "boss" },
  { { "add", "J", "--date", "soon" }, "soon" },
  { { "add", "J", "--energy", "6" }, "1 to 5" },
  { { "list", "J", "--from", "soon" }, "soon" },
  { { "list", "J", "--to", "2026-02-30" }, "2026-02-30" },
  { { "list", "J", "--limit", "-1" }, "limit" },
  { { "list", "J", "--style", "Ninja" }, "Ninja" },
  { { "show", "J" }, "leidraadctl show" },
  { { "edit", "J" }, "leidraadctl edit" },
  { { "edit", "J", "ID", "--energy", "9" }, "1 to 5" },
  { { "delete", "J", "ID", "--forever", "--undo" }, "--undo" },
  { { "export", "J" }, "--format" },
  { { "export", "J", "--format", "xls", "-o", "x" }, "--format" },
  { { "export", "J", "--format", "json" }, "-o" },
  { { "export", "J", "--format", "md", "-o", "-" }, "-o" },
  { { "import", "J", "x" }, "--from" },
  { { "import", "J", "x", "--from", "xml" }, "--from" },
  { { "backup", "J" }, "leidraadctl backup" },
  { { "check", "J", "--unknown" }, "--unknown" },
};

static void
test_usage (CliFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (misuses); i++)
    {
      const char *args[10] = { g_getenv ("LEIDRAADCTL") };
      CliRun run = { NULL };

      for (int j = 0; misuses[i].words[j] != NULL; j++)
        args[j + 1] = g_str_equal (misuses[i].words[j], "J") ? fixture->journal : misuses[i].words[j];
      g_test_message ("case %u", i);
      cli_fixture_run_full (fixture, &run, args);
      cli_fixture_assert_failed (fixture, 2, misuses[i].said);
      g_assert_false (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));
    }
}

static void
test_no_terminal (CliFixture *fixture, gconstpointer data)
{
  CliRun run = { NULL };

  cli_fixture_create (fixture);
  cli_fixture_run_full (
      fixture, &run,
      (const char *const[]) { "/usr/bin/setsid", "-w", g_getenv ("LEIDRAADCTL"), "list", fixture->journal, NULL });
  cli_fixture_assert_failed (fixture, 2, "no terminal");
}

static void
write_file (CliFixture *fixture, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->journal, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Every command that opens a journal says the same of one that it cannot open, and leaves the file as it was. */
static void
assert_refused (CliFixture *fixture, int status, const char *said)
{
  static const char *const commands[][5] = {
    { "list", NULL },
    { "show", "0190163d-8694-739b-aea5-966c26f8ad91", NULL },
    { "add", NULL },
    { "edit", "0190163d-8694-739b-aea5-966c26f8ad91", "--discuss", NULL },
    { "delete", "0190163d-8694-739b-aea5-966c26f8ad91", NULL },
    { "check", NULL },
    { "backup", "/nowhere/x", NULL },
    { "export", "--format=json", "-o", "/nowhere/x", NULL },
    { "import", "--from=json", "/nowhere/x", NULL },
    { "passphrase", "--new-passphrase-file=/dev/null", NULL },
  };
  g_autofree char *before = NULL;
  gsize before_length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->journal, &before, &before_length, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *const *words = commands[i];
      g_autofree char *after = NULL;
      gsize after_length;

      cli_fixture_run (fixture, "tekst", words[0], words[1], words[1] != NULL ? words[2] : NULL,
                       words[1] != NULL && words[2] != NULL ? words[3] : NULL, NULL);
      cli_fixture_assert_failed (fixture, status, said);
      g_file_get_contents (fixture->journal, &after, &after_length, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (before, before_length, after, after_length);
    }
}

static void
test_wrong_passphrase (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cli_fixture_create (fixture);
  g_file_set_contents (fixture->passphrase_file, "another\n", -1, &error);
  assert_refused (fixture, 3, "passphrase");
  g_file_set_contents (fixture->passphrase_file, "\n", -1, &error);
  assert_refused (fixture, 3, "passphrase");
  /* A whole line is the passphrase, its spaces too. */
  g_file_set_contents (fixture->passphrase_file, PASSPHRASE " \n", -1, &error);
  assert_refused (fixture, 3, "passphrase");
}

static void
test_empty_file (CliFixture *fixture, gconstpointer data)
{
  write_file (fixture, "", 0);
  assert_refused (fixture, 4, "not a journal");
}

static void
test_random_bytes (CliFixture *fixture, gconstpointer data)
{
  static const gsize lengths[] = { 1, 15, 16, 100, 4095, 4096, 5000, 40960 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *bytes = g_malloc (lengths[i]);

      for (gsize j = 0; j < lengths[i]; j++)
        bytes[j] = (guint8) g_test_rand_int ();
      write_file (fixture, bytes, lengths[i]);
      cli_fixture_run (fixture, NULL, "list", NULL);
      cli_fixture_assert_failed (fixture, 4, "not a journal");
    }
  assert_refused (fixture, 4, "not a journal");
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_plain_database (CliFixture *fixture, gconstpointer data)
{
  run_sql (fixture->journal, "CREATE TABLE t (x); INSERT INTO t VALUES (1);");
  assert_refused (fixture, 4, "not a journal");
}

static void
test_other_database (CliFixture *fixture, gconstpointer data)
{
  run_sql (fixture->journal, "PRAGMA key = '" PASSPHRASE "'; CREATE TABLE t (x); INSERT INTO t VALUES (1);");
  assert_refused (fixture, 4, "not a journal");
}

/* Made with SQLCipher's own passphrase: any tool that knows it opens a journal. */
static void
test_newer (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_create (fixture);
  run_sql (fixture->journal, "PRAGMA key = '" PASSPHRASE "'; PRAGMA user_version = 1000;");
  assert_refused (fixture, 5, "newer");
}

static void
test_truncated (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;
  static const gsize kept[] = { 4095, 4096, 5000, 8192, 20480 };
  g_autoptr (GError) error = NULL;

  cli_fixture_run (fixture, NULL, "demo", "--entries", "50", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_file_get_contents (fixture->journal, &whole, &length, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_assert_cmpuint (kept[i], <, length);
      write_file (fixture, whole, kept[i]);
      cli_fixture_run (fixture, NULL, "check", NULL);
      g_assert_cmpint (fixture->status, ==, 4);
      g_assert_nonnull (strstr (fixture->err, "damaged"));
    }
}

/* One bit turned anywhere: found by the check or at once, never a crash. */
static void
test_flipped_bit (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  cli_fixture_run (fixture, NULL, "demo", "--entries", "20", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_file_get_contents (fixture->journal, &whole, &length, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 12; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (4096, (int) length);
      char mask = (char) (1 << g_test_rand_int_range (0, 8));

      whole[at] ^= mask;
      write_file (fixture, whole, length);
      whole[at] ^= mask;
      g_test_message ("bit at %" G_GSIZE_FORMAT, at);
      cli_fixture_run (fixture, NULL, "check", NULL);
      g_assert_cmpint (fixture->status, ==, 4);
      g_assert_true (g_str_has_prefix (fixture->err, "leidraadctl: "));
    }
}

static void
test_busy (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_autoptr (LdrStore) store = NULL;

  cli_fixture_create (fixture);
  key = ldr_key_for_file (fixture->journal, PASSPHRASE, &error);
  g_assert_no_error (error);
  store = ldr_store_open (fixture->journal, key, &error);
  g_assert_no_error (error);
  cli_fixture_run (fixture, NULL, "list", NULL);
  cli_fixture_assert_failed (fixture, 1, "open");
  cli_fixture_run (fixture, "tekst", "add", NULL);
  cli_fixture_assert_failed (fixture, 1, "open");
  g_assert_true (ldr_store_close (store, &error));
  cli_fixture_run (fixture, NULL, "list", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_no_file (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_run (fixture, NULL, "list", NULL);
  cli_fixture_assert_failed (fixture, 1, "There is no file");
  g_assert_false (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));
  g_unlink (fixture->passphrase_file);
  cli_fixture_run (fixture, NULL, "create", "--leader", "x", NULL);
  cli_fixture_assert_failed (fixture, 1, "passphrase cannot be read");
}

static void
test_exists (CliFixture *fixture, gconstpointer data)
{
  write_file (fixture, "mine", 4);
  cli_fixture_run (fixture, NULL, "create", "--leader", "x", NULL);
  cli_fixture_assert_failed (fixture, 1, "already");
  cli_fixture_run (fixture, NULL, "demo", NULL);
  cli_fixture_assert_failed (fixture, 1, "already");
}

static void
test_read_only_folder (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = cli_fixture_path (fixture, "locked");
  g_autofree char *journal = g_build_filename (folder, "one.leidraad", NULL);
  g_autofree char *other = g_build_filename (folder, "two.leidraad", NULL);
  g_autofree char *output = g_build_filename (folder, "out.json", NULL);
  CliRun run = { .unprivileged = TRUE };
  const char *program = g_getenv ("LEIDRAADCTL");

  cli_fixture_create (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->journal, journal), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { program, "add", journal, "--title", "x", "--passphrase-file",
                                                fixture->passphrase_file, NULL });
  cli_fixture_assert_failed (fixture, 1, "written");
  g_assert_nonnull (strstr (fixture->err, folder));
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { program, "create", other, "--leader", "x", "--passphrase-file",
                                                fixture->passphrase_file, NULL });
  cli_fixture_assert_failed (fixture, 1, "“two.leidraad” cannot be written in “");
  g_assert_null (strstr (fixture->err, ".part"));
  g_assert_nonnull (strstr (fixture->err, folder));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (journal, fixture->journal), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { program, "export", fixture->journal, "--format", "json", "-o", output,
                                                "--passphrase-file", fixture->passphrase_file, NULL });
  cli_fixture_assert_failed (fixture, 1, "written");
}

static void
test_bad_text (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *source = cli_fixture_path (fixture, "source.json");
  g_autoptr (GError) error = NULL;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, "caf\xe9", "add", NULL);
  cli_fixture_assert_failed (fixture, 1, "UTF-8");
  cli_fixture_run (fixture, "\n\n", "add", NULL);
  cli_fixture_assert_failed (fixture, 2, "nothing to write");
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "-o", fixture->journal, NULL);
  cli_fixture_assert_failed (fixture, 2, "the journal itself");
  cli_fixture_run (fixture, NULL, "import", "--from", "json", source, NULL);
  cli_fixture_assert_failed (fixture, 1, "");
  g_file_set_contents (source, "{\"format\":\"leidraad-journal\",\"version\":9,\"entries\":[]}", -1, &error);
  cli_fixture_run (fixture, NULL, "import", "--from", "json", source, NULL);
  cli_fixture_assert_failed (fixture, 5, "newer");
  g_file_set_contents (source, "nonsense", -1, &error);
  cli_fixture_run (fixture, NULL, "import", "--from", "json", source, NULL);
  cli_fixture_assert_failed (fixture, 1, "not an export");
  cli_fixture_run (fixture, NULL, "list", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_full_output (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;
  CliRun run = { NULL };

  cli_fixture_create (fixture);
  g_free (cli_fixture_add (fixture, "tekst", "Titel"));
  command = g_strdup_printf ("'%s' list '%s' --passphrase-file '%s' > /dev/full", g_getenv ("LEIDRAADCTL"),
                             fixture->journal, fixture->passphrase_file);
  cli_fixture_run_full (fixture, &run, (const char *const[]) { "/bin/sh", "-c", command, NULL });
  cli_fixture_assert_failed (fixture, 1, "output");
}

/* The passphrase comes first on standard input and the text below it. */
static void
test_passphrase_fd (CliFixture *fixture, gconstpointer data)
{
  CliRun run = { .input = PASSPHRASE "\nDe tekst\n" };
  const char *program = g_getenv ("LEIDRAADCTL");

  cli_fixture_create (fixture);
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { program, "add", "--passphrase-fd", "0", fixture->journal, NULL });
  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_run (fixture, NULL, "list", NULL);
  g_assert_nonnull (strstr (fixture->out, "  De tekst\n"));
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { program, "list", "--passphrase-fd", "99", fixture->journal, NULL });
  cli_fixture_assert_failed (fixture, 1, "passphrase cannot be read");
}

static void
test_change_passphrase (CliFixture *fixture, gconstpointer data)
{
  CliRun run = { .input = PASSPHRASE "\neen andere lange zin\n" };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  cli_fixture_create (fixture);
  id = cli_fixture_add (fixture, "tekst", "Titel");
  cli_fixture_run (fixture, NULL, "passphrase", "--new-passphrase-file", "/dev/null", NULL);
  cli_fixture_assert_failed (fixture, 2, "needs a passphrase");
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { g_getenv ("LEIDRAADCTL"), "passphrase", fixture->journal,
                                                "--passphrase-fd", "0", "--new-passphrase-fd", "0", NULL });
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_refused (fixture, 3, "passphrase");
  g_file_set_contents (fixture->passphrase_file, "een andere lange zin", -1, &error);
  cli_fixture_run (fixture, NULL, "show", id, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

/* While it waits for the text, nothing that others can read of the process holds the passphrase. */
static void
test_not_in_process_list (CliFixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "cmdline", "environ" };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GOutputStream *input;

  cli_fixture_create (fixture);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                              g_getenv ("LEIDRAADCTL"), "add", fixture->journal, "--passphrase-fd", "0", NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (process);
  g_output_stream_write_all (input, PASSPHRASE "\n", strlen (PASSPHRASE) + 1, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename ("/proc", g_subprocess_get_identifier (process), files[i], NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (length, >, 0);
      g_assert_null (g_strstr_len (text, (gssize) length, PASSPHRASE));
      g_assert_null (memmem (text, length, "tandpasta", strlen ("tandpasta")));
    }
  g_output_stream_write_all (input, "tekst\n", 6, NULL, NULL, &error);
  g_output_stream_close (input, NULL, &error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* Runs leidraadctl on a terminal of its own, answers each line of @answers when it is asked for something, and returns
 * everything that a person would have seen. */
static char *
run_on_terminal (const char *const *args, const char *const *answers, int *status)
{
  GString *seen = g_string_new (NULL);
  int terminal, wait_status;
  pid_t pid = forkpty (&terminal, NULL, NULL, NULL);
  char buffer[512];
  gssize n;
  guint asked = 0;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      execv (args[0], (char *const *) args);
      _exit (127);
    }
  while ((n = read (terminal, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR))
    {
      if (n > 0)
        g_string_append_len (seen, buffer, n);
      if (g_str_has_suffix (seen->str, ": ") && answers[asked] != NULL)
        {
          /* The prompt comes before the terminal stops showing what is typed, and that throws away what came early. */
          g_usleep (200 * 1000);
          g_assert_cmpint (write (terminal, answers[asked], strlen (answers[asked])), >, 0);
          asked++;
        }
    }
  g_assert_cmpint (waitpid (pid, &wait_status, 0), ==, pid);
  close (terminal);
  g_assert_null (answers[asked]);
  *status = WIFEXITED (wait_status) ? WEXITSTATUS (wait_status) : 128 + WTERMSIG (wait_status);
  return g_string_free (seen, FALSE);
}

static void
test_prompt (CliFixture *fixture, gconstpointer data)
{
  const char *program = g_getenv ("LEIDRAADCTL");
  const char *const create[] = { program, "create", fixture->journal, "--leader", "Sanne", NULL };
  const char *const check[] = { program, "check", fixture->journal, NULL };
  g_autofree char *seen = NULL;
  int status;

  seen = run_on_terminal (create, (const char *const[]) { PASSPHRASE "\n", "else\n", NULL }, &status);
  g_assert_nonnull (strstr (seen, "differ"));
  g_assert_cmpint (status, ==, 2);
  g_free (seen);
  seen = run_on_terminal (create, (const char *const[]) { "geheim\n", "geheim\n", NULL }, &status);
  g_assert_nonnull (strstr (seen, "easy to guess"));
  g_assert_null (strstr (seen, "geheim"));
  g_assert_cmpint (status, ==, 0);
  g_unlink (fixture->journal);
  g_free (seen);
  seen = run_on_terminal (create, (const char *const[]) { PASSPHRASE "\n", PASSPHRASE "\n", NULL }, &status);
  g_assert_null (strstr (seen, "easy to guess"));
  g_assert_null (strstr (seen, "fiets"));
  g_assert_cmpint (status, ==, 0);
  g_free (seen);
  seen = run_on_terminal (check, (const char *const[]) { PASSPHRASE "\n", NULL }, &status);
  g_assert_nonnull (strstr (seen, "Passphrase: "));
  g_assert_nonnull (strstr (seen, "Sound: 0 entries."));
  g_assert_null (strstr (seen, "fiets"));
  g_assert_cmpint (status, ==, 0);
  g_free (seen);
  seen = run_on_terminal (check, (const char *const[]) { "wrong\n", NULL }, &status);
  g_assert_cmpint (status, ==, 3);
  g_free (seen);
  /* Ctrl+C ends it as it ends any program. */
  seen = run_on_terminal (check, (const char *const[]) { "\x03", NULL }, &status);
  g_assert_cmpint (status, ==, 128 + SIGINT);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/failures/" name, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("usage", test_usage);
  ADD ("no-terminal", test_no_terminal);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("empty-file", test_empty_file);
  ADD ("random-bytes", test_random_bytes);
  ADD ("plain-database", test_plain_database);
  ADD ("other-database", test_other_database);
  ADD ("newer", test_newer);
  ADD ("truncated", test_truncated);
  ADD ("flipped-bit", test_flipped_bit);
  ADD ("busy", test_busy);
  ADD ("no-file", test_no_file);
  ADD ("exists", test_exists);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("bad-text", test_bad_text);
  ADD ("full-output", test_full_output);
  ADD ("passphrase-fd", test_passphrase_fd);
  ADD ("change-passphrase", test_change_passphrase);
  ADD ("not-in-process-list", test_not_in_process_list);
  ADD ("prompt", test_prompt);
  return g_test_run ();
}
