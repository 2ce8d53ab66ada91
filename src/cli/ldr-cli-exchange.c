/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands by which entries go in and out in numbers. */

#include "ldr-cli.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "report/ldr-json.h"
#include "report/ldr-markdown-export.h"
#include "store/ldr-store-demo.h"

#define DEMO_ENTRIES 200
#define DEMO_ENTRIES_MAX 1000000

/* The language of the person at the terminal, as far as there is a demonstration journal in it. */
static const char *
get_language (void)
{
  const char *const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "nl"))
        return "nl";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }
  return "en";
}

static gboolean
run_demo (const LdrCliCommand *command, char **args, GError **error)
{
  int n_entries = DEMO_ENTRIES;
  gint64 seed = 1;
  g_autofree char *language = NULL;
  const GOptionEntry options[] = {
    { "entries", 0, 0, G_OPTION_ARG_INT, &n_entries, N_ ("How many entries (200)"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Another number makes another journal (1)"), "N" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Its language"), "en|nl" },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrDemo) demo = NULL;
  g_autoptr (LdrStore) store = NULL;

  if (words == NULL)
    return FALSE;
  if (n_entries < 1 || n_entries > DEMO_ENTRIES_MAX)
    return ldr_cli_usage (error, _ ("The number of entries has to be from 1 to %d."), DEMO_ENTRIES_MAX);
  if (seed < 0 || seed > G_MAXUINT32)
    return ldr_cli_usage (error, _ ("The seed has to be from 0 to %u."), G_MAXUINT32);
  if (language != NULL && !g_str_equal (language, "en") && !g_str_equal (language, "nl"))
    return ldr_cli_usage (error, _ ("“%s” is not a language of the demonstration journal: use en or nl."), language);
  demo = ldr_demo_new (language != NULL ? language : get_language (), (guint32) seed, n_entries);
  store = ldr_cli_create (words[0], ldr_demo_get_leader (demo), LDR_ROLE_LEADER, error);
  return store != NULL && ldr_store_fill_with_demo (store, demo, error) && ldr_store_close (store, error);
}

static gboolean
export_json (LdrStore *store, const char *path, GError **error)
{
  g_autoptr (GOutputStream) base = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  if (!g_str_equal (path, "-"))
    return ldr_json_export (store, path, LDR_EXPORT_DEFAULT, NULL, error);
  base = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  stream = g_buffered_output_stream_new (base);
  return ldr_json_write (store, stream, LDR_EXPORT_DEFAULT, NULL, error) && g_output_stream_close (stream, NULL, error);
}

static gboolean
run_export (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("Markdown to read, or JSON that loses nothing"), "md|json" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; - for standard output (JSON only)"),
      N_ ("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = NULL;
  gboolean json;

  if (words == NULL)
    return FALSE;
  if (format == NULL || (!g_str_equal (format, "md") && !g_str_equal (format, "json")))
    return ldr_cli_usage (error, _ ("Say in which form: --format md or --format json"));
  json = g_str_equal (format, "json");
  if (output == NULL || (!json && g_str_equal (output, "-")))
    return ldr_cli_usage (error, _ ("Say where to: -o PATH"));
  if (ldr_cli_is_same_file (words[0], output))
    return ldr_cli_usage (error, _ ("“%s” is the journal itself; choose another file."), output);
  store = ldr_cli_open (words[0], error);
  if (store == NULL)
    return FALSE;
  if (!(json ? export_json (store, output, error) : ldr_markdown_export (store, output, NULL, error)))
    return FALSE;
  return ldr_store_close (store, error);
}

static gboolean
run_import (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *from = NULL;
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("The form of the source"), "json" },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = NULL;
  int n_entries = 0;

  if (words == NULL)
    return FALSE;
  if (g_strcmp0 (from, "json") != 0)
    return ldr_cli_usage (error, _ ("Say in which form: --from json"));
  store = ldr_cli_open (words[0], error);
  if (store == NULL)
    return FALSE;
  if (g_str_equal (words[1], "-"))
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      if (!ldr_json_read (store, stream, &n_entries, NULL, error))
        return FALSE;
    }
  else if (!ldr_json_import (store, words[1], &n_entries, NULL, error))
    return FALSE;
  ldr_cli_print_format (ngettext ("%d entry came in.\n", "%d entries came in.\n", (gulong) n_entries), n_entries);
  return ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_exchange_commands[] = {
  { "demo", N_ ("FILE"), N_ ("Make a journal about a team that does not exist, to look around in"), run_demo },
  { "export", N_ ("FILE"), N_ ("Write all entries to a file"), run_export },
  { "import", N_ ("FILE SOURCE"), N_ ("Add all entries of an export; - reads standard input"), run_import },
  { NULL },
};
