/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-keyring.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

static const SecretSchema *
get_schema (void)
{
  static const SecretSchema schema = {
    .name = "io.github.leidraad.Leidraad.Journal",
    .flags = SECRET_SCHEMA_NONE,
    .attributes = { { "journal", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
  };

  return &schema;
}

/**
 * ldr_keyring_store_async:
 * @journal_id: the id that the journal carries inside
 * @name: how the keyring shows it
 * @sheet: the key in the form of a recovery sheet
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Keeps a journal's key in the login keyring.
 */
void
ldr_keyring_store_async (const char *journal_id,
                         const char *name,
                         const char *sheet,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autofree char *label = NULL;

  g_return_if_fail (journal_id != NULL && *journal_id != '\0');
  g_return_if_fail (sheet != NULL);

  /* Translators: how the login keyring lists a journal's key; %s is the journal's name */
  label = g_strdup_printf (_ ("Leidraad journal: %s"), name);
  secret_password_store (get_schema (), SECRET_COLLECTION_DEFAULT, label, sheet, cancellable, callback, user_data,
                         "journal", journal_id, NULL);
}

/**
 * ldr_keyring_store_finish:
 * @result: a result
 * @error: return location, any domain of libsecret or GIO
 *
 * Returns: whether the keyring keeps the key now
 */
gboolean
ldr_keyring_store_finish (GAsyncResult *result, GError **error)
{
  return secret_password_store_finish (result, error);
}

/**
 * ldr_keyring_lookup_async:
 * @journal_id: the id that the journal carries inside
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Asks the login keyring for a journal's key. A locked keyring asks the user first.
 */
void
ldr_keyring_lookup_async (const char *journal_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (journal_id != NULL && *journal_id != '\0');

  secret_password_lookup (get_schema (), cancellable, callback, user_data, "journal", journal_id, NULL);
}

/**
 * ldr_keyring_lookup_finish:
 * @result: a result
 * @error: return location, any domain of libsecret or GIO; %G_IO_ERROR_NOT_FOUND when the keyring does not have it
 *
 * Returns: (transfer full): the key in the form of a recovery sheet, in memory that is not swapped out; free it with
 *   secret_password_free(). %NULL with @error set.
 */
char *
ldr_keyring_lookup_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *sheet = secret_password_lookup_nonpageable_finish (result, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (sheet == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the login keyring does not have it");
  return sheet;
}

/**
 * ldr_keyring_clear_async:
 * @journal_id: the id that the journal carries inside
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Takes a journal's key out of the login keyring.
 */
void
ldr_keyring_clear_async (const char *journal_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (journal_id != NULL && *journal_id != '\0');

  secret_password_clear (get_schema (), cancellable, callback, user_data, "journal", journal_id, NULL);
}

/**
 * ldr_keyring_clear_finish:
 * @result: a result
 * @error: return location, any domain of libsecret or GIO
 *
 * Returns: whether the keyring does not have it any more; one that never had it counts as done
 */
gboolean
ldr_keyring_clear_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  secret_password_clear_finish (result, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
