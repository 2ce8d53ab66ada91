/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ldr-saver.h"
#include "model/ldr-check-in.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_CHECK_IN_DRAFT (ldr_check_in_draft_get_type ())
G_DECLARE_FINAL_TYPE (LdrCheckInDraft, ldr_check_in_draft, LDR, CHECK_IN_DRAFT, GObject)

LdrCheckInDraft *ldr_check_in_draft_new (LdrJournal *journal);
LdrCheckIn *ldr_check_in_draft_get (LdrCheckInDraft *self);
void ldr_check_in_draft_take (LdrCheckInDraft *self, LdrCheckIn *check_in);
void ldr_check_in_draft_put (LdrCheckInDraft *self, LdrCheckIn *check_in);
void ldr_check_in_draft_write (LdrCheckInDraft *self, LdrCheckIn *check_in);
void ldr_check_in_draft_leave (LdrCheckInDraft *self);
void ldr_check_in_draft_let_go (LdrCheckInDraft *self);
gboolean ldr_check_in_draft_is_safe (LdrCheckInDraft *self);
const GError *ldr_check_in_draft_get_error (LdrCheckInDraft *self);
void ldr_check_in_draft_flush (LdrCheckInDraft *self, GTask *task);
void ldr_check_in_draft_abandon (LdrCheckInDraft *self);

G_END_DECLS
