/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The login keyring (Secret Service) may hold a journal's key, in the form that a recovery sheet has: never the
 * passphrase, which may be used elsewhere too. */

void ldr_keyring_store_async (const char *journal_id,
                              const char *name,
                              const char *sheet,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ldr_keyring_store_finish (GAsyncResult *result, GError **error);
void ldr_keyring_lookup_async (const char *journal_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *ldr_keyring_lookup_finish (GAsyncResult *result, GError **error);
void ldr_keyring_clear_async (const char *journal_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ldr_keyring_clear_finish (GAsyncResult *result, GError **error);

G_END_DECLS
