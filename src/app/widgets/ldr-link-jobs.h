/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"
#include "store/ldr-store-links.h"

G_BEGIN_DECLS

/* What links ask of a journal. Each call runs on the journal's thread and completes in the main context. */

/* How many of a kind are offered. */
#define LDR_LINK_MAX_OFFERED 8

void ldr_link_load_async (LdrJournal *journal,
                          LdrLinkKind kind,
                          const char *id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
void ldr_link_find_async (LdrJournal *journal,
                          LdrLinkKind kind,
                          const char *id,
                          const char *words,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
GPtrArray *ldr_link_list_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void
ldr_link_set_async (LdrJournal *journal, LdrLink *link, gboolean linked, GAsyncReadyCallback callback, gpointer data);
gboolean ldr_link_set_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS
