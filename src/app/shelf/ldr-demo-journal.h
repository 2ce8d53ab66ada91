/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* The passphrase of every demo journal: shown wherever it is asked for, since there is nothing private in it. */
#define LDR_DEMO_PASSPHRASE "demo"

void ldr_demo_journal_create_async (const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
LdrJournal *ldr_demo_journal_create_finish (GAsyncResult *result, GError **error);
char *ldr_demo_journal_suggest_name (void);

G_END_DECLS
