/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include "tests/ldr-folder-testing.h"

void
cli_fixture_set_up (CliFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("leidraadctl-XXXXXX", &error);
  g_assert_no_error (error);
  self->journal = cli_fixture_path (self, "one.leidraad");
  self->passphrase_file = cli_fixture_path (self, "passphrase");
  g_file_set_contents (self->passphrase_file, PASSPHRASE "\nnot this line\n", -1, &error);
  g_assert_no_error (error);
}

void
cli_fixture_tear_down (CliFixture *self, gconstpointer data)
{
  ldr_testing_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->journal);
  g_free (self->passphrase_file);
  g_free (self->out);
  g_free (self->err);
}

char *
cli_fixture_path (CliFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Root may write everywhere; without this capability it may not, like anybody else. Where it cannot be dropped it is
 * not there either. */
static void
drop_privileges (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
  prctl (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

int
cli_fixture_run_full (CliFixture *self, const CliRun *run, const char *const *args)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *input = cli_fixture_path (self, "input");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  if (run->unprivileged)
    g_subprocess_launcher_set_child_setup (launcher, drop_privileges, NULL, NULL);
  if (run->locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", run->locale, TRUE);
  /* A file and not a pipe: a program that ends without reading it all is no error. */
  g_file_set_contents (input, run->input != NULL ? run->input : "", -1, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_set_stdin_file_path (launcher, input);
  process = g_subprocess_launcher_spawnv (launcher, args, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  return self->status;
}

/* Runs a command, of one word or two, on the fixture's journal with its passphrase; more words follow, ended by NULL.
 */
int
cli_fixture_run (CliFixture *self, const char *input, const char *command, ...)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_auto (GStrv) name = g_strsplit (command, " ", -1);
  CliRun run = { .input = input };
  const char *word;
  va_list words;

  g_ptr_array_add (args, (gpointer) g_getenv ("LEIDRAADCTL"));
  for (gsize i = 0; name[i] != NULL; i++)
    g_ptr_array_add (args, name[i]);
  g_ptr_array_add (args, self->journal);
  g_ptr_array_add (args, (gpointer) "--passphrase-file");
  g_ptr_array_add (args, self->passphrase_file);
  va_start (words, command);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (args, (gpointer) word);
  va_end (words);
  g_ptr_array_add (args, NULL);
  return cli_fixture_run_full (self, &run, (const char *const *) args->pdata);
}

void
cli_fixture_create (CliFixture *self)
{
  cli_fixture_run (self, NULL, "create", "--leader", "Sanne de Wit", NULL);
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
}

/* Returns the new entry's id. */
char *
cli_fixture_add (CliFixture *self, const char *text, const char *title)
{
  cli_fixture_run (self, text, "add", "--title", title, NULL);
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
  return g_strchomp (g_strdup (self->out));
}

/* A failure tells its caller @status and a person one line that holds @said, and prints nothing. */
void
cli_fixture_assert_failed (CliFixture *self, int status, const char *said)
{
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "leidraadctl: "));
  g_assert_cmpuint (strlen (self->err), ==, strcspn (self->err, "\n") + 1);
  if (strstr (self->err, said) == NULL)
    g_error ("“%s” is not in: %s", said, self->err);
  g_assert_cmpint (self->status, ==, status);
}
