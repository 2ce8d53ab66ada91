/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-questionnaire.h"

G_BEGIN_DECLS

/**
 * LdrFilling:
 * @questionnaire: what is filled in
 * @assessment: what was answered so far
 * @turns: (array): the items in the order in which they are shown
 * @at: the number of the turn that is shown
 *
 * A questionnaire while it is filled in, one item after the other.
 */
typedef struct
{
  const LdrQuestionnaire *questionnaire;
  LdrAssessment *assessment;
  LdrItemTurn *turns;
  gsize at;
} LdrFilling;

/**
 * LdrFillingStep:
 * @progress: such as "Situation 3 of 20"
 * @fraction: how much is behind one, 0 to 1
 * @text: the situation or the statement
 * @reactions: the two reactions in the order of the screen; %NULL for a statement to rate
 * @chosen: what was answered before: 1 or 2 as on the screen, 1 to 5 for a rating, or 0
 * @can_go_back: whether there is one before it
 *
 * What the screen shows of one item.
 */
typedef struct
{
  char *progress;
  double fraction;
  char *text;
  char *reactions[2];
  int chosen;
  gboolean can_go_back;
} LdrFillingStep;

LdrFilling *ldr_filling_new (const LdrQuestionnaire *questionnaire, const char *observer);
LdrFilling *ldr_filling_resume (const LdrQuestionnaire *questionnaire, LdrAssessment *assessment);
void ldr_filling_free (LdrFilling *self);

LdrFillingStep *ldr_filling_describe (const LdrFilling *self, const char *leader);
void ldr_filling_step_free (LdrFillingStep *self);
gboolean ldr_filling_answer (LdrFilling *self, int shown);
gboolean ldr_filling_go_back (LdrFilling *self);
gboolean ldr_filling_is_over (const LdrFilling *self);

gboolean ldr_assessment_can_resume (const LdrAssessment *assessment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrFilling, ldr_filling_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrFillingStep, ldr_filling_step_free)

G_END_DECLS
