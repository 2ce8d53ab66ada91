/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <glib/gstdio.h>
#include "cli-fixture.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store.h"

/* No text goes anywhere but into the journal, sealed, and where its owner sent it: each call to the system that opens
 * or writes a file is watched while the program does what might want one to sort in or to keep something for a moment.
 */

#define WORD "vondeling"
#define ENTRIES 500

typedef struct
{
  char *second;
  char *copy;
  char *output;
  char *trace;
  gboolean exports;
} Places;

static void
places_init (Places *self, CliFixture *fixture)
{
  self->second = cli_fixture_path (fixture, "two.leidraad");
  self->copy = cli_fixture_path (fixture, "copy.leidraad");
  self->output = cli_fixture_path (fixture, "out.json");
  self->trace = cli_fixture_path (fixture, "trace");
  self->exports = FALSE;
}

static void
places_clear (Places *self)
{
  g_free (self->second);
  g_free (self->copy);
  g_free (self->output);
  g_free (self->trace);
}

/* Some millions of letters, in no order. */
static void
fill (CliFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_for_file (fixture->journal, PASSPHRASE, &error);
  g_autoptr (LdrStore) store = ldr_store_open (fixture->journal, key, &error);

  g_assert_no_error (error);
  g_assert_true (ldr_store_begin (store, &error));
  for (int i = 0; i < ENTRIES; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = 0; j < 100; j++)
        g_string_append_printf (text, WORD " woord%d\n", (i * 7919 + j * 104729) % 65521);
      ldr_entry_set_title (entry, WORD);
      ldr_entry_set_text (entry, text->str);
      saved = ldr_store_save_entry (store, entry, &error);
      g_assert_no_error (error);
    }
  g_assert_true (ldr_store_commit (store, &error));
  g_assert_true (ldr_store_close (store, &error));
}

static gboolean
is_sealed (CliFixture *fixture, const Places *places, const char *path)
{
  return g_str_has_prefix (path, fixture->journal) || g_str_has_prefix (path, places->second)
         || g_str_has_prefix (path, places->copy);
}

/* What an export writes stands beside its target: without a name until it is whole, or under a name like the target's.
 */
static gboolean
is_sent (CliFixture *fixture, const Places *places, const char *path)
{
  g_autofree char *part = cli_fixture_path (fixture, ".out.json.");
  g_autofree char *nameless = cli_fixture_path (fixture, "#");

  return g_str_has_prefix (path, part) || (places->exports && g_str_has_prefix (path, nameless))
         || g_str_has_prefix (path, "pipe:") || g_str_has_prefix (path, "/dev/null");
}

/* The file that a line's descriptor stands for: “write(5</path>, …” and “openat(…) = 5</path>”. */
static char *
file_of (const char *line, const char *from)
{
  const char *start = from != NULL ? strchr (from, '<') : NULL;
  const char *end = start != NULL ? strchr (start, '>') : NULL;

  if (end == NULL)
    g_error ("not understood: %.200s", line);
  return g_strndup (start + 1, (gsize) (end - start - 1));
}

/* What is wrong with a line of a trace, or NULL. Adds to @writes when it is one into a journal. */
static char *
find_fault (CliFixture *fixture, const Places *places, const char *line, guint *writes)
{
  g_autofree char *path = NULL;

  if (strstr (line, "memfd_create(") != NULL || (strstr (line, "O_TMPFILE") != NULL && !places->exports))
    return g_strdup_printf ("a file without a name: %.200s", line);
  if (strstr (line, " openat(") != NULL || strstr (line, " open(") != NULL || strstr (line, " creat(") != NULL)
    {
      if (strstr (line, "O_RDONLY") != NULL || strstr (line, ") = -1 ") != NULL)
        return NULL;
      path = file_of (line, g_strrstr (line, ") = "));
      return is_sealed (fixture, places, path) || is_sent (fixture, places, path)
                 ? NULL
                 : g_strdup_printf ("%s was opened for writing", path);
    }
  if (strstr (line, "write") == NULL)
    return NULL;
  path = file_of (line, strstr (line, "write"));
  if (is_sent (fixture, places, path))
    return NULL;
  (*writes)++;
  return is_sealed (fixture, places, path) && strstr (line, WORD) == NULL
             ? NULL
             : g_strdup_printf ("%s was written: %.200s", path, line);
}

/* Runs a program under watch and returns the first fault found, or NULL. */
static char *
trace (CliFixture *fixture, const Places *places, const char *const *program, guint *writes)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  const char *const start[] = { "strace", "-f", "-y", "-s", "8192", "-o", places->trace, "-e",
                                "trace=open,openat,creat,memfd_create,write,pwrite64,writev,pwritev,pwritev2",
                                /* A process that is watched cannot be searched for leaks. */
                                "-E", "ASAN_OPTIONS=detect_leaks=0" };
  g_autofree char *content = NULL, *fault = NULL;
  g_auto (GStrv) lines = NULL;
  CliRun run = { 0 };

  *writes = 0;
  for (guint i = 0; i < G_N_ELEMENTS (start); i++)
    g_ptr_array_add (args, (gpointer) start[i]);
  for (; *program != NULL; program++)
    g_ptr_array_add (args, (gpointer) *program);
  g_ptr_array_add (args, NULL);
  cli_fixture_run_full (fixture, &run, (const char *const *) args->pdata);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_get_contents (places->trace, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 0; fault == NULL && lines[i] != NULL; i++)
    fault = find_fault (fixture, places, lines[i], writes);
  return g_steal_pointer (&fault);
}

/* Runs a command on @journal under watch and returns how often it wrote into a journal. */
static guint
watch (CliFixture *fixture,
       Places *places,
       const char *command,
       const char *journal,
       const char *more1,
       const char *more2,
       const char *more3)
{
  const char *program[] = {
    g_getenv ("LEIDRAADCTL"), command, journal, "--passphrase-file", fixture->passphrase_file, more1, more2, more3, NULL
  };
  g_autofree char *fault = NULL;
  guint writes;

  places->exports = g_str_equal (command, "export");
  fault = trace (fixture, places, program, &writes);
  places->exports = FALSE;
  g_test_message ("%s: %u writes into journals", command, writes);
  g_assert_cmpstr (fault, ==, NULL);
  return writes;
}

static void
test_nothing_in_the_clear (CliFixture *fixture, gconstpointer data)
{
  Places places;
  g_autofree char *first = fixture->journal;

  places_init (&places, fixture);
  fixture->journal = g_strdup (places.second);
  cli_fixture_create (fixture);
  g_free (fixture->journal);
  fixture->journal = g_steal_pointer (&first);
  cli_fixture_create (fixture);
  fill (fixture);

  watch (fixture, &places, "list", fixture->journal, NULL, NULL, NULL);
  g_assert_nonnull (strstr (fixture->out, WORD));
  watch (fixture, &places, "list", fixture->journal, "--search=" WORD " woord1*", NULL, NULL);
  g_assert_nonnull (strstr (fixture->out, WORD));
  watch (fixture, &places, "check", fixture->journal, NULL, NULL, NULL);
  watch (fixture, &places, "export", fixture->journal, "--format=json", "-o", places.output);
  g_assert_cmpuint (watch (fixture, &places, "import", places.second, places.output, "--from=json", NULL), >, 100);
  g_assert_cmpuint (watch (fixture, &places, "backup", fixture->journal, places.copy, NULL, NULL), >, 100);
  places_clear (&places);
}

/* A program that does leave something lying is caught. */
static void
test_watcher_sees (CliFixture *fixture, gconstpointer data)
{
  static const char *const scripts[] = {
    "echo niets > \"$0/elders\"",
    "echo niets >> \"$0/elders\"",
    "echo " WORD " > \"$0/one.leidraad-wal\"",
  };
  Places places;

  places_init (&places, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      const char *program[] = { "sh", "-c", scripts[i], fixture->folder, NULL };
      guint writes;
      g_autofree char *fault = trace (fixture, &places, program, &writes);

      g_assert_nonnull (fault);
    }
  places_clear (&places);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/traces/nothing-in-the-clear", CliFixture, NULL, cli_fixture_set_up, test_nothing_in_the_clear,
              cli_fixture_tear_down);
  g_test_add ("/traces/watcher-sees", CliFixture, NULL, cli_fixture_set_up, test_watcher_sees, cli_fixture_tear_down);
  return g_test_run ();
}
