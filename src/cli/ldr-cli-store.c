/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-store.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#include "ldr-cli-passphrase.h"
#include "ldr-cli.h"

/**
 * ldr_cli_open:
 * @path: a journal
 * @error: why it does not open
 *
 * Opens a journal with the passphrase that the options or the terminal give. A file that cannot be a journal is told of
 * before anybody types a passphrase.
 *
 * Returns: (transfer full) (nullable): the open journal
 */
LdrStore *
ldr_cli_open (const char *path, GError **error)
{
  g_autoptr (LdrCliSecret) passphrase = NULL;
  g_autoptr (LdrKey) key = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
      return NULL;
    }
  passphrase = ldr_cli_get_passphrase (error);
  if (passphrase == NULL)
    return NULL;
  key = ldr_key_for_file (path, passphrase, error);
  return key != NULL ? ldr_store_open (path, key, error) : NULL;
}

/**
 * ldr_cli_create:
 * @path: where the journal is to be
 * @leader: whom it is about
 * @role: who writes it
 * @error: why it cannot be made
 *
 * Returns: (transfer full) (nullable): the new journal, open
 */
LdrStore *
ldr_cli_create (const char *path, const char *leader, LdrRole role, GError **error)
{
  g_autoptr (LdrCliSecret) passphrase = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new (leader, role);

  if (info->leader[0] == '\0')
    {
      ldr_cli_usage (error, _ ("Say whose journal it is: --leader NAME"));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("There is a file “%s” already."), path);
      return NULL;
    }
  passphrase = ldr_cli_get_first_passphrase (error);
  if (passphrase == NULL)
    return NULL;
  key = ldr_key_new (passphrase, error);
  return key != NULL ? ldr_store_create (path, key, info, error) : NULL;
}

/**
 * ldr_cli_is_same_file:
 * @a: a path
 * @b: a path
 *
 * Returns: whether both name one file that exists
 */
gboolean
ldr_cli_is_same_file (const char *a, const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}
