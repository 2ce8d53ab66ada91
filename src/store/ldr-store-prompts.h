/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-prompt.h"
#include "ldr-store.h"

G_BEGIN_DECLS

#define LDR_TYPE_DAY_QUESTION (ldr_day_question_get_type ())

/**
 * LdrDayQuestion:
 * @day: the civil date
 * @number: the turn within the day, from 1
 * @prompt: the question
 * @reason: why it was chosen
 * @answered: the day on which it was answered, or 0
 * @entry: (nullable): the id of the entry with the answer
 *
 * The question of the day. Refcounted, never changed.
 */
typedef struct
{
  int day;
  int number;
  LdrPrompt *prompt;
  LdrPromptReason reason;
  int answered;
  char *entry;
} LdrDayQuestion;

GType ldr_day_question_get_type (void) G_GNUC_CONST;
LdrDayQuestion *ldr_day_question_ref (LdrDayQuestion *self);
void ldr_day_question_unref (LdrDayQuestion *self);

/**
 * LdrPromptUse:
 * @day: the civil date on which the question was shown, or answered if it was never shown
 * @number: the turn within that day, from 1; 0 for what was not the question of the day
 * @prompt: the question's id
 * @reason: the id of the reason for which it was chosen, or ""
 * @side: what it looks at
 * @style: the style, unless @side is %LDR_PROMPT_SIDE_NONE
 * @answered: the day on which it was answered, or 0
 * @entry: (nullable): the id of the entry with the answer
 *
 * One time that a question was shown or answered.
 */
typedef struct
{
  int day;
  int number;
  char *prompt;
  char *reason;
  LdrPromptSide side;
  LdrStyle style;
  int answered;
  char *entry;
} LdrPromptUse;

LdrPromptUse *ldr_prompt_use_new (int day, const LdrPromptFacts *facts);
void ldr_prompt_use_free (LdrPromptUse *self);

LdrDayQuestion *ldr_store_get_day_question (LdrStore *self, GDateTime *now, gboolean another, GError **error);
gboolean ldr_store_answer_prompt (LdrStore *self, const char *prompt, const char *entry, int day, GError **error);
GPtrArray *ldr_store_list_answers (LdrStore *self, LdrStyle style, GError **error);
GPtrArray *ldr_store_list_prompt_uses (LdrStore *self, GError **error);
gboolean ldr_store_import_prompt_use (LdrStore *self, const LdrPromptUse *use, GError **error);
gboolean ldr_store_knows_part (LdrStore *self, const char *id, gboolean *known, GError **error);

gboolean ldr_store_find_prompt (LdrStore *self, const char *id, LdrPrompt **prompt, GError **error);
gboolean ldr_store_save_own_prompt (LdrStore *self, LdrPrompt *prompt, GError **error);
GPtrArray *ldr_store_list_own_prompts (LdrStore *self, GError **error);
gboolean ldr_store_order_own_prompts (LdrStore *self, const char *const *ids, GError **error);
gboolean ldr_store_delete_own_prompt (LdrStore *self, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDayQuestion, ldr_day_question_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPromptUse, ldr_prompt_use_free)

G_END_DECLS
