/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-wording.h"
#include "model/ldr-prompt-choice.h"

G_BEGIN_DECLS

/**
 * LdrPrompt:
 * @facts: what the choice of the day's question looks at
 * @topic: the id of the topic or path to which it belongs
 * @wording: the question itself
 *
 * One question that guides a reflection. Refcounted, never changed.
 */
typedef struct
{
  LdrPromptFacts facts;
  char *topic;
  LdrWording wording;
} LdrPrompt;

LdrPrompt *ldr_prompt_new_own (const char *id, const char *text, int minutes);
LdrPrompt *ldr_prompt_read (const LdrMarkup *markup, const LdrMarkup *owner);
LdrPrompt *ldr_prompt_ref (LdrPrompt *self);
void ldr_prompt_unref (LdrPrompt *self);

GPtrArray *ldr_prompt_get_all (void);
LdrPrompt *ldr_prompt_find (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPrompt, ldr_prompt_unref)

G_END_DECLS
