/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/journal/ldr-describe.h"
#include "store/ldr-journal.h"
#include "store/ldr-store-reflections.h"

G_BEGIN_DECLS

#define LDR_TYPE_REFLECTION_DRAFT (ldr_reflection_draft_get_type ())
G_DECLARE_FINAL_TYPE (LdrReflectionDraft, ldr_reflection_draft, LDR, REFLECTION_DRAFT, GObject)

/* Gives a fresh copy of the reflection with what is on the screen now. */
typedef LdrReflection *(*LdrReflectionCollectFunc) (gpointer user_data);

LdrReflectionDraft *ldr_reflection_draft_new (LdrJournal *journal,
                                              LdrReflection *reflection,
                                              LdrReflectionCollectFunc collect,
                                              gpointer user_data);
LdrSaveState ldr_reflection_draft_get_state (LdrReflectionDraft *self);
const GError *ldr_reflection_draft_get_error (LdrReflectionDraft *self);
void ldr_reflection_draft_touch (LdrReflectionDraft *self);
void ldr_reflection_draft_save_now (LdrReflectionDraft *self);
void ldr_reflection_draft_abandon (LdrReflectionDraft *self);
void ldr_reflection_draft_flush_async (LdrReflectionDraft *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean ldr_reflection_draft_flush_finish (LdrReflectionDraft *self, GAsyncResult *result, GError **error);
void ldr_reflection_draft_finish_async (LdrReflectionDraft *self, GAsyncReadyCallback callback, gpointer user_data);
LdrReflection *ldr_reflection_draft_finish_finish (LdrReflectionDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
