/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ldr-saver.h"
#include "ldr-sessions-jobs.h"

G_BEGIN_DECLS

#define LDR_TYPE_SESSION_DRAFT (ldr_session_draft_get_type ())
G_DECLARE_FINAL_TYPE (LdrSessionDraft, ldr_session_draft, LDR, SESSION_DRAFT, GObject)

/* Called before each save: takes what is on the screen into the session. */
typedef void (*LdrSessionCollectFunc) (LdrSession *session, gpointer user_data);

LdrSessionDraft *
ldr_session_draft_new (LdrJournal *journal, LdrSession *session, LdrSessionCollectFunc collect, gpointer user_data);
LdrSession *ldr_session_draft_get_session (LdrSessionDraft *self);
LdrSaveState ldr_session_draft_get_state (LdrSessionDraft *self);
const GError *ldr_session_draft_get_error (LdrSessionDraft *self);
void ldr_session_draft_touch (LdrSessionDraft *self);
void ldr_session_draft_touch_agenda (LdrSessionDraft *self);
void ldr_session_draft_save_now (LdrSessionDraft *self);
void ldr_session_draft_retry (LdrSessionDraft *self);
void ldr_session_draft_keep_mine (LdrSessionDraft *self);
gboolean ldr_session_draft_adopt (LdrSessionDraft *self, LdrSession *stored, gboolean force);
void ldr_session_draft_abandon (LdrSessionDraft *self);
void ldr_session_draft_flush_async (LdrSessionDraft *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean ldr_session_draft_flush_finish (LdrSessionDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
