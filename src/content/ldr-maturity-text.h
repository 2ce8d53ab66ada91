/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"

G_BEGIN_DECLS

#define LDR_MATURITY_TEXT_STAGES 6

int ldr_maturity_text_get_version (void);
char *ldr_maturity_text_dup_instruction (LdrRole role, const char *leader);

const char *ldr_maturity_text_get_id (guint stage);
gboolean ldr_maturity_text_find (const char *id, guint *stage);
const char *ldr_maturity_text_get_name (guint stage);
const char *ldr_maturity_text_get_sign (guint stage);
const char *ldr_maturity_text_get_next (guint stage);
char *ldr_maturity_text_dup_question (guint stage, LdrRole role, const char *leader);

G_END_DECLS
