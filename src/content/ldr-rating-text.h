/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"

G_BEGIN_DECLS

#define LDR_RATING_TEXT_SERVANT_LEADERSHIP "servant-leadership"
#define LDR_RATING_TEXT_SEVEN_ELEMENTS "seven-elements"

/**
 * LdrRatingText:
 *
 * A sheet of parts to rate from 1 to 5, such as the marks of servant leadership. What is rated are its items: the
 * statements of a part, or the part as a whole if it has none. The sheets live as long as the program.
 */
typedef struct LdrRatingText LdrRatingText;

const LdrRatingText *ldr_rating_text_find (const char *id);
int ldr_rating_text_get_version (const LdrRatingText *self);
char *ldr_rating_text_dup_instruction (const LdrRatingText *self, LdrRole role, const char *leader);
const char *ldr_rating_text_get_note (const LdrRatingText *self);
const char *ldr_rating_text_get_lowest (const LdrRatingText *self);
const char *ldr_rating_text_get_highest (const LdrRatingText *self);

guint ldr_rating_text_get_n_parts (const LdrRatingText *self);
const char *ldr_rating_text_get_part_id (const LdrRatingText *self, guint part);
const char *ldr_rating_text_get_name (const LdrRatingText *self, guint part);
const char *ldr_rating_text_get_explanation (const LdrRatingText *self, guint part);
char *ldr_rating_text_dup_question (const LdrRatingText *self, guint part, LdrRole role, const char *leader);
const char *ldr_rating_text_get_step (const LdrRatingText *self, guint part);
const char *ldr_rating_text_get_sign (const LdrRatingText *self, guint part, int rating);

guint ldr_rating_text_get_n_items (const LdrRatingText *self);
const char *ldr_rating_text_get_item_id (const LdrRatingText *self, guint item);
gboolean ldr_rating_text_find_item (const LdrRatingText *self, const char *id, guint *item);
guint ldr_rating_text_get_item_part (const LdrRatingText *self, guint item);
char *ldr_rating_text_dup_item (const LdrRatingText *self, guint item, LdrRole role, const char *leader);

G_END_DECLS
