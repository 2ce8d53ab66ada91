/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-style.h"

G_BEGIN_DECLS

/**
 * LdrAssessmentKind:
 * @LDR_ASSESSMENT_CHOICE: one chooses between two reactions; an answer is 1 for the first or 2 for the second
 * @LDR_ASSESSMENT_RATING: one rates statements; an answer is 1 (hardly ever) to 5 (nearly always)
 */
typedef enum
{
  LDR_ASSESSMENT_CHOICE,
  LDR_ASSESSMENT_RATING,
} LdrAssessmentKind;

#define LDR_ANSWER_NONE 0
#define LDR_RATING_MAX 5

/**
 * LdrItemFacts:
 * @id: the item's id
 * @styles: the styles of its first and second reaction; the same twice for a statement to rate
 * @reversed: whether a high rating speaks against the pitfall
 *
 * What scoring looks at in one item of a questionnaire.
 */
typedef struct
{
  char *id;
  LdrStyle styles[2];
  gboolean reversed;
} LdrItemFacts;

#define LDR_TYPE_ASSESSMENT (ldr_assessment_get_type ())

/**
 * LdrAssessment:
 * @id: UUIDv7
 * @questionnaire: the questionnaire's id
 * @version: the version of the questionnaire that was filled in
 * @kind: how it is answered
 * @observer: who answered about the leader; "" if the leader did
 * @started: when it was begun, as a moment
 * @finished: when its last question was answered, or 0 while it is not finished
 * @day: the civil date of @finished, or of @started while it is not finished
 * @seed: shuffles the items and the sides of their reactions
 * @n_items: how many items the questionnaire has
 * @items: (array length=n_items): their ids, in the questionnaire's order
 * @answers: (array length=n_items): the answers, %LDR_ANSWER_NONE where there is none yet
 *
 * One filling-in of a questionnaire, finished or not. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  char *questionnaire;
  int version;
  LdrAssessmentKind kind;
  char *observer;
  gint64 started;
  gint64 finished;
  int day;
  guint32 seed;
  gsize n_items;
  char **items;
  int *answers;
} LdrAssessment;

GType ldr_assessment_get_type (void) G_GNUC_CONST;
LdrAssessment *ldr_assessment_new (
    const char *questionnaire, int version, LdrAssessmentKind kind, const LdrItemFacts *items, gsize n_items);
LdrAssessment *ldr_assessment_copy (const LdrAssessment *self);
LdrAssessment *ldr_assessment_ref (LdrAssessment *self);
void ldr_assessment_unref (LdrAssessment *self);

void ldr_assessment_set_observer (LdrAssessment *self, const char *observer);
gboolean ldr_assessment_set_answer (LdrAssessment *self, const char *item, int answer, GError **error);
int ldr_assessment_get_answer (const LdrAssessment *self, const char *item);
gsize ldr_assessment_count_answers (const LdrAssessment *self);
void ldr_assessment_finish (LdrAssessment *self);
gboolean ldr_assessment_validate (const LdrAssessment *self, GError **error);

/**
 * LdrItemTurn:
 * @item: the number of the item in the questionnaire's order
 * @swapped: whether its second reaction is shown first
 *
 * One item in the order in which it is shown.
 */
typedef struct
{
  gsize item;
  gboolean swapped;
} LdrItemTurn;

LdrItemTurn *ldr_assessment_shuffle (const LdrAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrAssessment, ldr_assessment_unref)

G_END_DECLS
