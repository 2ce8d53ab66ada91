/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-session-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_AGREE_PART (ldr_agree_part_get_type ())
G_DECLARE_FINAL_TYPE (LdrAgreePart, ldr_agree_part, LDR, AGREE_PART, AdwBin)

/* What was agreed in a session, what is still open, when the next one is, and how this one was. It acts by the widget
 * actions of #LdrSessionsPage and by `session.calendar-next`. */

GtkWidget *ldr_agree_part_new (LdrJournal *journal, LdrSessionDraft *draft);
void ldr_agree_part_set_news (LdrAgreePart *self, LdrSessionNews *news);
void ldr_agree_part_forget_actions (LdrAgreePart *self);
void ldr_agree_part_show_session (LdrAgreePart *self);
void ldr_agree_part_commit (LdrAgreePart *self);
void ldr_agree_part_collect (LdrAgreePart *self, LdrSession *session);
gboolean ldr_agree_part_add (LdrAgreePart *self, const char *text);

G_END_DECLS
