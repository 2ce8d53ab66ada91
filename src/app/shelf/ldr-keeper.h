/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_KEEPER (ldr_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LdrKeeper, ldr_keeper, LDR, KEEPER, GObject)

/* Makes the backups of an open journal, daily and when it is closed, and closes it. Signals: `failed (GError *error)`,
 * when the daily backup could not be made. */

LdrKeeper *ldr_keeper_new (LdrJournal *journal, const char *folder);
void
ldr_keeper_back_up_async (LdrKeeper *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LdrBackup *ldr_keeper_back_up_finish (LdrKeeper *self, GAsyncResult *result, GError **error);
void ldr_keeper_close_async (LdrKeeper *self, gboolean back_up, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_keeper_close_finish (LdrKeeper *self, GAsyncResult *result, GError **backup_error, GError **error);
gboolean ldr_keeper_is_due (gint64 last_backup, gint64 last_change, gint64 now);

void ldr_restore_async (
    LdrBackup *backup, const char *journal_path, LdrKey *key, GAsyncReadyCallback callback, gpointer user_data);
void ldr_restore_with_passphrase_async (LdrBackup *backup,
                                        const char *journal_path,
                                        const char *passphrase,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean ldr_restore_finish (GAsyncResult *result, GError **error);

G_END_DECLS
