/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "content/ldr-prompt.h"

G_BEGIN_DECLS

#define LDR_TYPE_QUESTION_LIST (ldr_question_list_get_type ())
G_DECLARE_FINAL_TYPE (LdrQuestionList, ldr_question_list, LDR, QUESTION_LIST, AdwBin)

/* Questions of the user's own that are written, put in order and thrown away here. Signals: `changed ()`;
 * `removed (AdwToast *toast)`, a toast that brings the question back. */

GtkWidget *ldr_question_list_new (void);
void ldr_question_list_set_prompts (LdrQuestionList *self, GPtrArray *prompts);
GPtrArray *ldr_question_list_get_prompts (LdrQuestionList *self);
void ldr_question_list_add (LdrQuestionList *self);

G_END_DECLS
