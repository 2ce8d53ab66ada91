/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-session-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_HOLD_PART (ldr_hold_part_get_type ())
G_DECLARE_FINAL_TYPE (LdrHoldPart, ldr_hold_part, LDR, HOLD_PART, AdwBin)

/* The notes of a session beside its agenda, and a quiet clock. It acts by `session.begin`, `session.pause` and
 * `session.end`. */

GtkWidget *ldr_hold_part_new (LdrJournal *journal, LdrSessionDraft *draft);
void ldr_hold_part_set_news (LdrHoldPart *self, LdrSessionNews *news);
void ldr_hold_part_show_session (LdrHoldPart *self);
void ldr_hold_part_show_time (LdrHoldPart *self);
void ldr_hold_part_focus_notes (LdrHoldPart *self);
void ldr_hold_part_commit (LdrHoldPart *self);
void ldr_hold_part_collect (LdrHoldPart *self, LdrSession *session);
void ldr_hold_part_flush_check_ins_async (LdrHoldPart *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean ldr_hold_part_flush_check_ins_finish (LdrHoldPart *self, GAsyncResult *result, GError **error);
void ldr_hold_part_abandon (LdrHoldPart *self);

G_END_DECLS
