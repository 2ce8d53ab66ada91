/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"
#include "store/ldr-store-packs.h"

G_BEGIN_DECLS

/* How a session pack, or the comments on one, comes into a journal. */

gboolean ldr_pack_read_is_pack (GFile *file);
void ldr_pack_read_async (
    LdrJournal *journal, const char *path, GtkWidget *parent, GAsyncReadyCallback callback, gpointer user_data);
LdrReceipt *ldr_pack_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS
