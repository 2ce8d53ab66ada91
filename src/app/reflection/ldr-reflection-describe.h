/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-journal-info.h"
#include "model/ldr-reflection.h"

G_BEGIN_DECLS

/**
 * LdrStepDescription:
 * @progress: such as "Question 2 of 6"; "" for a single question
 * @question: the question, or what the last step asks
 * @hint: (nullable): what the last step says beside it
 * @closing: whether this is the last step, after the questions
 * @can_go_back: whether there is a step before it
 * @can_skip: whether the question may be passed over: it has no answer
 * @can_go_on: whether it has an answer; at the last step, whether there is something to keep
 *
 * What the page shows at one step.
 */
typedef struct
{
  char *progress;
  char *question;
  char *hint;
  gboolean closing;
  gboolean can_go_back;
  gboolean can_skip;
  gboolean can_go_on;
} LdrStepDescription;

LdrStepDescription *ldr_step_describe (const LdrReflection *reflection, guint step, const LdrJournalInfo *info);
void ldr_step_description_free (LdrStepDescription *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrStepDescription, ldr_step_description_free)

char *ldr_styles_used_describe (const LdrJournalInfo *info);
char *ldr_pitfalls_noticed_describe (const LdrJournalInfo *info);

G_END_DECLS
