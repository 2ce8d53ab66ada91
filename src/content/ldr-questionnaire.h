/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-wording.h"
#include "model/ldr-assessment.h"

G_BEGIN_DECLS

#define LDR_QUESTIONNAIRE_NATURAL_STYLE "natural-style"
#define LDR_QUESTIONNAIRE_PITFALL_SIGNS "pitfall-signs"

/**
 * LdrQuestionnaireItem:
 * @facts: what scoring looks at: the styles it is about
 * @wording: a situation, or a statement to rate
 * @reactions: the two reactions to a situation, in the order of the styles in @facts; unused in a rating
 */
typedef struct
{
  LdrItemFacts facts;
  LdrWording wording;
  LdrWording reactions[2];
} LdrQuestionnaireItem;

/**
 * LdrQuestionnaire:
 * @id: its id, the same in every version
 * @version: counts the changes of its items; kept with each assessment
 * @kind: whether one chooses between two reactions or rates statements
 * @how: how to answer it, to a leader and to an observer
 * @items: (element-type LdrQuestionnaireItem): its items in the order of the file
 *
 * A scored set of situations or statements. Those that Leidraad brings along live as long as the program.
 */
typedef struct
{
  char *id;
  int version;
  LdrAssessmentKind kind;
  LdrWording how;
  GPtrArray *items;
  /*< private >*/
  char *title;
  char *summary;
} LdrQuestionnaire;

const LdrQuestionnaire *ldr_questionnaire_find (const char *id);
GPtrArray *ldr_questionnaire_get_all (void);

const char *ldr_questionnaire_get_title (const LdrQuestionnaire *self);
const char *ldr_questionnaire_get_summary (const LdrQuestionnaire *self);
LdrItemFacts *ldr_questionnaire_dup_facts (const LdrQuestionnaire *self, gsize *n_items);

G_END_DECLS
