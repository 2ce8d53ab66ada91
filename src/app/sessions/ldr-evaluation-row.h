/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-session-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_EVALUATION_ROW (ldr_evaluation_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrEvaluationRow, ldr_evaluation_row, LDR, EVALUATION_ROW, AdwExpanderRow)

/* How a session was for the leader or for the coach: four scales and a note, all of which may be left open. */

GtkWidget *ldr_evaluation_row_new (LdrSessionDraft *draft, LdrRole who, const LdrJournalInfo *info);
void ldr_evaluation_row_show_session (LdrEvaluationRow *self);
void ldr_evaluation_row_collect (LdrEvaluationRow *self, LdrSession *session);

char *ldr_evaluation_describe (const LdrSession *session, LdrRole who);

G_END_DECLS
