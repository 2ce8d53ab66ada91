/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"

G_BEGIN_DECLS

#define LDR_INTENT_TEXT_SECTIONS 5

int ldr_intent_text_get_version (void);
char *ldr_intent_text_dup_instruction (LdrRole role, const char *leader);

const char *ldr_intent_text_get_id (guint section);
gboolean ldr_intent_text_find (const char *id, guint *section);
const char *ldr_intent_text_get_name (guint section);
char *ldr_intent_text_dup_question (guint section, LdrRole role, const char *leader);
const char *ldr_intent_text_get_hint (guint section);

G_END_DECLS
