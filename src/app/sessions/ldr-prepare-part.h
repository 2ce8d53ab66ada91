/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-session-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_PREPARE_PART (ldr_prepare_part_get_type ())
G_DECLARE_FINAL_TYPE (LdrPreparePart, ldr_prepare_part, LDR, PREPARE_PART, AdwBin)

/* What leader and coach look at before a session, and the agenda that they make of it. */

GtkWidget *ldr_prepare_part_new (LdrSessionDraft *draft, GtkWidget *links_box);
void ldr_prepare_part_set_news (LdrPreparePart *self, LdrSessionNews *news);
void ldr_prepare_part_commit (LdrPreparePart *self);
void ldr_prepare_part_forget_actions (LdrPreparePart *self);

G_END_DECLS
