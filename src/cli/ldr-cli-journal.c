/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on a journal as a whole. */

#include "ldr-cli.h"

#include <glib/gi18n.h>

#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "store/ldr-backup.h"
#include "store/ldr-store-list.h"

static gboolean
run_create (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *leader = NULL;
  g_autofree char *role_id = NULL;
  const GOptionEntry options[] = {
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &leader, N_ ("Whom the journal is about"), N_ ("NAME") },
    { "role", 0, 0, G_OPTION_ARG_FILENAME, &role_id, N_ ("Who writes it: leader (about themself) or coach"),
      N_ ("leader|coach") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = NULL;
  LdrRole role = LDR_ROLE_LEADER;

  if (words == NULL)
    return FALSE;
  if (leader == NULL)
    return ldr_cli_usage (error, _ ("Say whose journal it is: --leader NAME"));
  if (role_id != NULL && !ldr_role_from_id (role_id, &role))
    return ldr_cli_usage (error, _ ("“%s” is not a role: use leader or coach."), role_id);
  store = ldr_cli_create (words[0], leader, role, error);
  return store != NULL && ldr_store_close (store, error);
}

static gboolean
run_check (const LdrCliCommand *command, char **args, GError **error)
{
  const GOptionEntry *const groups[] = { ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LdrQuery) all = ldr_query_new ();
  int n_entries;

  if (store == NULL || !ldr_store_check (store, NULL, problems, error))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    ldr_cli_print_format ("%s\n", (const char *) problems->pdata[i]);
  if (problems->len > 0)
    {
      g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_DAMAGED,
                   ngettext ("“%s” is damaged: %u problem found. Restore a backup.",
                             "“%s” is damaged: %u problems found. Restore a backup.", problems->len),
                   words[0], problems->len);
      return FALSE;
    }
  n_entries = ldr_store_count (store, all, error);
  if (n_entries < 0)
    return FALSE;
  ldr_cli_print_format (ngettext ("Sound: %d entry.\n", "Sound: %d entries.\n", (gulong) n_entries), n_entries);
  return ldr_store_close (store, error);
}

static gboolean
run_backup (const LdrCliCommand *command, char **args, GError **error)
{
  const GOptionEntry *const groups[] = { ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;

  if (store == NULL)
    return FALSE;
  if (g_file_test (words[1], G_FILE_TEST_IS_DIR))
    {
      g_autoptr (LdrBackup) backup = ldr_store_back_up (store, words[1], NULL, error);

      if (backup == NULL)
        return FALSE;
      ldr_cli_print_format ("%s\n", backup->path);
      return ldr_store_close (store, error);
    }
  if (g_file_test (words[1], G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("There is a file “%s” already."), words[1]);
      return FALSE;
    }
  if (!ldr_store_back_up_to (store, words[1], NULL, NULL, NULL, error))
    return FALSE;
  ldr_cli_print_format ("%s\n", words[1]);
  return ldr_store_close (store, error);
}

static gboolean
run_passphrase (const LdrCliCommand *command, char **args, GError **error)
{
  const GOptionEntry *const groups[] = { ldr_cli_passphrase_options, ldr_cli_new_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrCliSecret) passphrase = store != NULL ? ldr_cli_get_new_passphrase (error) : NULL;
  g_autoptr (LdrKey) key = passphrase != NULL ? ldr_key_new (passphrase, error) : NULL;

  return key != NULL && ldr_store_change_key (store, key, error) && ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_journal_commands[] = {
  { "create", N_ ("FILE"), N_ ("Make a new journal"), run_create },
  { "check", N_ ("FILE"), N_ ("Read the whole file and say whether it is sound"), run_check },
  { "backup", N_ ("FILE TARGET"), N_ ("Write a checked copy, to a new file or into a folder"), run_backup },
  { "passphrase", N_ ("FILE"), N_ ("Change the passphrase"), run_passphrase },
  { NULL },
};
