/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands by which entries come in in numbers. */

#include "ldr-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "report/ldr-json.h"
#include "store/ldr-store-demo.h"
#include "store/ldr-store-sessions.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-goals.h"

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

/* How much a journal holds of each kind, in the trash or not. */
typedef enum
{
  GOALS,
  SESSIONS,
  ACTIONS,
  MEASUREMENTS,
  N_KINDS,
} Kind;

static gboolean
count (GPtrArray *list, int *n)
{
  g_autoptr (GPtrArray) own = list;

  if (own == NULL)
    return FALSE;
  *n += (int) own->len;
  return TRUE;
}

static gboolean
count_all (LdrStore *store, int counts[N_KINDS], GError **error)
{
  memset (counts, 0, N_KINDS * sizeof (int));
  return count (ldr_store_list_all_goals (store, error), &counts[GOALS])
         && count (ldr_store_list_sessions (store, LDR_SESSIONS_ALL, error), &counts[SESSIONS])
         && count (ldr_store_list_sessions (store, LDR_SESSIONS_TRASH, error), &counts[SESSIONS])
         && count (ldr_store_list_actions (store, error), &counts[ACTIONS])
         && count (ldr_store_list_assessments (store, NULL, error), &counts[MEASUREMENTS]);
}

/* Entries are told in any case, and of the rest what there was. */
static void
tell_what_came (int n_entries, const int before[N_KINDS], const int after[N_KINDS])
{
  int n[N_KINDS];

  for (int i = 0; i < N_KINDS; i++)
    n[i] = after[i] - before[i];
  ldr_cli_print_format (ngettext ("%d entry came in.\n", "%d entries came in.\n", (gulong) n_entries), n_entries);
  if (n[GOALS] > 0)
    ldr_cli_print_format (ngettext ("%d goal came in.\n", "%d goals came in.\n", (gulong) n[GOALS]), n[GOALS]);
  if (n[SESSIONS] > 0)
    ldr_cli_print_format (ngettext ("%d session came in.\n", "%d sessions came in.\n", (gulong) n[SESSIONS]),
                          n[SESSIONS]);
  if (n[ACTIONS] > 0)
    ldr_cli_print_format (ngettext ("%d action came in.\n", "%d actions came in.\n", (gulong) n[ACTIONS]), n[ACTIONS]);
  if (n[MEASUREMENTS] > 0)
    ldr_cli_print_format (
        ngettext ("%d measurement came in.\n", "%d measurements came in.\n", (gulong) n[MEASUREMENTS]),
        n[MEASUREMENTS]);
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
  int n_entries = 0, before[N_KINDS], after[N_KINDS];

  if (words == NULL)
    return FALSE;
  if (g_strcmp0 (from, "json") != 0)
    return ldr_cli_usage (error, _ ("Say in which form: --from json"));
  store = ldr_cli_open (words[0], error);
  if (store == NULL || !count_all (store, before, error))
    return FALSE;
  if (g_str_equal (words[1], "-"))
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      if (!ldr_json_read (store, stream, &n_entries, NULL, error))
        return FALSE;
    }
  else if (!ldr_json_import (store, words[1], &n_entries, NULL, error))
    return FALSE;
  if (!count_all (store, after, error))
    return FALSE;
  tell_what_came (n_entries, before, after);
  return ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_exchange_commands[] = {
  { "demo", N_ ("FILE"), N_ ("Make a journal about a team that does not exist, to look around in"), run_demo },
  { "import", N_ ("FILE SOURCE"), N_ ("Add all that an export holds; - reads standard input"), run_import },
  { NULL },
};
