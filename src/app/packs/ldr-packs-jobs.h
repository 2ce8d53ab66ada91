/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"
#include "store/ldr-store-packs.h"

G_BEGIN_DECLS

/* What the pages about session packs ask of a journal. Each call runs on the journal's thread and completes in the main
 * context; what changed is told by `packs-changed`. */

/**
 * LdrReceived:
 * @packs: (element-type LdrReceivedPack): session packs, the newest first
 * @comments: (element-type LdrReceivedComment): what others wrote on what went out, what waits first
 *
 * All that came into a journal. Refcounted, never changed.
 */
typedef struct
{
  GPtrArray *packs;
  GPtrArray *comments;
} LdrReceived;

void ldr_received_unref (LdrReceived *self);

void ldr_packs_list_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrReceived *ldr_packs_list_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_packs_get_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrPack *ldr_packs_get_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_packs_list_comments_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void ldr_packs_list_comments_on_async (LdrJournal *journal,
                                       LdrSubject subject,
                                       const char *id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
GPtrArray *ldr_packs_list_comments_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_packs_send_comments_async (LdrJournal *journal,
                                    const char *id,
                                    const char *from,
                                    const char *path,
                                    const char *passphrase,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean ldr_packs_send_comments_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

void ldr_packs_save_comment (LdrJournal *journal, const LdrComment *comment, GtkWidget *widget);
void ldr_packs_delete_comment (LdrJournal *journal, LdrComment *comment, GtkWidget *widget);
void ldr_packs_set_done (LdrJournal *journal, const char *id, gboolean done, GtkWidget *widget);
void ldr_packs_delete_pack (LdrJournal *journal, const char *id, GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrReceived, ldr_received_unref)

G_END_DECLS
