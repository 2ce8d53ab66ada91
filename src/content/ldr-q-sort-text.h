/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"

G_BEGIN_DECLS

#define LDR_Q_SORT_TEXT_CARDS 24
#define LDR_Q_SORT_TEXT_COLUMNS 7
#define LDR_Q_SORT_TEXT_PERSPECTIVES 4
#define LDR_Q_SORT_TEXT_PILES 3

int ldr_q_sort_text_get_version (void);

const char *ldr_q_sort_text_get_card_id (guint card);
gboolean ldr_q_sort_text_find_card (const char *id, guint *card);
const char *ldr_q_sort_text_get_card (guint card);
const char *ldr_q_sort_text_get_explanation (guint card);

const char *ldr_q_sort_text_get_perspective_id (guint perspective);
gboolean ldr_q_sort_text_find_perspective (const char *id, guint *perspective);
char *ldr_q_sort_text_dup_perspective (guint perspective, LdrRole role, const char *leader);
char *ldr_q_sort_text_dup_instruction (guint perspective, LdrRole role, const char *leader);

int ldr_q_sort_text_get_column_value (guint column);
guint ldr_q_sort_text_get_column_cards (guint column);
const char *ldr_q_sort_text_get_pile (guint pile);
const char *ldr_q_sort_text_get_least (void);
const char *ldr_q_sort_text_get_most (void);

G_END_DECLS
