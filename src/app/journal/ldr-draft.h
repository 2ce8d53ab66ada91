/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-describe.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_DRAFT (ldr_draft_get_type ())
G_DECLARE_FINAL_TYPE (LdrDraft, ldr_draft, LDR, DRAFT, GObject)

/* Gives a fresh copy of the entry with what is on the screen now. */
typedef LdrEntry *(*LdrDraftCollectFunc) (LdrEntry *entry, gpointer user_data);

LdrDraft *ldr_draft_new (LdrJournal *journal, LdrEntry *entry, LdrDraftCollectFunc collect, gpointer user_data);
LdrEntry *ldr_draft_get_entry (LdrDraft *self);
LdrSaveState ldr_draft_get_state (LdrDraft *self);
const GError *ldr_draft_get_error (LdrDraft *self);
void ldr_draft_touch (LdrDraft *self);
void ldr_draft_require (LdrDraft *self);
void ldr_draft_save_now (LdrDraft *self);
void ldr_draft_keep_mine (LdrDraft *self);
void ldr_draft_abandon (LdrDraft *self);
gboolean ldr_draft_is_clean (LdrDraft *self);
void
ldr_draft_flush_async (LdrDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_draft_flush_finish (LdrDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
