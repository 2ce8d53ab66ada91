/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* Whether somebody may see a journal that is locked but still open, because its last words could not be saved. */

void ldr_admission_ask_async (LdrJournal *journal,
                              const char *passphrase,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void ldr_admission_ask_with_recovery_async (LdrJournal *journal,
                                            const char *sheet,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
LdrJournal *ldr_admission_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
