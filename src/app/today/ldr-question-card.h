/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-today-describe.h"

G_BEGIN_DECLS

#define LDR_TYPE_QUESTION_CARD (ldr_question_card_get_type ())
G_DECLARE_FINAL_TYPE (LdrQuestionCard, ldr_question_card, LDR, QUESTION_CARD, AdwBin)

/* The question of the day, large and alone. Signals: `reflect ()`, `another ()`, `open-entry (const char *id)`. */

void ldr_question_card_set_question (LdrQuestionCard *self, const LdrQuestionDescription *question);
void ldr_question_card_set_busy (LdrQuestionCard *self, gboolean busy);

G_END_DECLS
