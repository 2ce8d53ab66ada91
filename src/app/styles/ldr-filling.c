/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-filling.h"

#include <glib/gi18n.h>

static const LdrQuestionnaireItem *
get_item (const LdrFilling *self)
{
  return g_ptr_array_index (self->questionnaire->items, self->turns[self->at].item);
}

/* Each side of the screen stands for one of the two reactions, in this order or in the other. */
static int
turn_round (const LdrFilling *self, int answer)
{
  return answer != LDR_ANSWER_NONE && self->turns[self->at].swapped ? 3 - answer : answer;
}

/**
 * ldr_filling_new:
 * @questionnaire: what to fill in
 * @observer: who answers about the leader, "" for the leader
 *
 * Returns: (transfer full): a new assessment at its first item
 */
LdrFilling *
ldr_filling_new (const LdrQuestionnaire *questionnaire, const char *observer)
{
  LdrFilling *self = g_new0 (LdrFilling, 1);
  gsize n_items;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_items);

  self->questionnaire = questionnaire;
  self->assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_items);
  ldr_assessment_set_observer (self->assessment, observer);
  self->turns = ldr_assessment_shuffle (self->assessment);
  return self;
}

/**
 * ldr_filling_resume:
 * @questionnaire: what was begun
 * @assessment: for which ldr_assessment_can_resume() holds
 *
 * Returns: (transfer full): the same assessment in the same order, at its first item without an answer
 */
LdrFilling *
ldr_filling_resume (const LdrQuestionnaire *questionnaire, LdrAssessment *assessment)
{
  LdrFilling *self = g_new0 (LdrFilling, 1);

  self->questionnaire = questionnaire;
  self->assessment = ldr_assessment_ref (assessment);
  self->turns = ldr_assessment_shuffle (assessment);
  while (self->at + 1 < assessment->n_items && assessment->answers[self->turns[self->at].item] != LDR_ANSWER_NONE)
    self->at++;
  return self;
}

void
ldr_filling_free (LdrFilling *self)
{
  ldr_assessment_unref (self->assessment);
  g_free (self->turns);
  g_free (self);
}

/**
 * ldr_filling_describe:
 * @self: a questionnaire that is being filled in
 * @leader: the leader's name
 *
 * Words it to the leader, or about the leader when an observer answers.
 *
 * Returns: (transfer full): what the screen shows
 */
LdrFillingStep *
ldr_filling_describe (const LdrFilling *self, const char *leader)
{
  LdrFillingStep *step = g_new0 (LdrFillingStep, 1);
  const LdrQuestionnaireItem *item = get_item (self);
  LdrRole role = self->assessment->observer[0] != '\0' ? LDR_ROLE_COACH : LDR_ROLE_LEADER;
  int n_items = (int) self->assessment->n_items;
  gboolean choice = self->questionnaire->kind == LDR_ASSESSMENT_CHOICE;

  step->progress
      = g_strdup_printf (choice ? _ ("Situation %d of %d") : _ ("Statement %d of %d"), (int) self->at + 1, n_items);
  step->fraction = (double) self->at / n_items;
  step->text = ldr_wording_get (&item->wording, role, leader);
  for (int side = 0; side < 2 && choice; side++)
    step->reactions[side] = ldr_wording_get (&item->reactions[turn_round (self, side + 1) - 1], role, leader);
  step->chosen = turn_round (self, self->assessment->answers[self->turns[self->at].item]);
  step->can_go_back = self->at > 0;
  return step;
}

void
ldr_filling_step_free (LdrFillingStep *self)
{
  g_free (self->progress);
  g_free (self->text);
  g_free (self->reactions[0]);
  g_free (self->reactions[1]);
  g_free (self);
}

/**
 * ldr_filling_answer:
 * @self: a questionnaire that is being filled in
 * @shown: which reaction of the screen, 1 or 2; or a rating, 1 to 5
 *
 * Notes the answer to the item that is shown, in a new value of the assessment so that the one before can be shared
 * with a thread that saves it, and goes on to the next. The last answer finishes the assessment.
 *
 * Returns: whether that was an answer
 */
gboolean
ldr_filling_answer (LdrFilling *self, int shown)
{
  int most = self->questionnaire->kind == LDR_ASSESSMENT_CHOICE ? 2 : LDR_RATING_MAX;
  LdrAssessment *changed;

  if (shown < 1 || shown > most || ldr_filling_is_over (self))
    return FALSE;
  changed = ldr_assessment_copy (self->assessment);
  ldr_assessment_set_answer (changed, get_item (self)->facts.id, turn_round (self, shown), NULL);
  if (ldr_assessment_count_answers (changed) == changed->n_items && self->at + 1 == changed->n_items)
    ldr_assessment_finish (changed);
  ldr_assessment_unref (self->assessment);
  self->assessment = changed;
  if (self->at + 1 < changed->n_items)
    self->at++;
  return TRUE;
}

/**
 * ldr_filling_go_back:
 * @self: a questionnaire that is being filled in
 *
 * Returns: whether there was an item before the one that is shown, and that one is shown now
 */
gboolean
ldr_filling_go_back (LdrFilling *self)
{
  if (self->at == 0 || ldr_filling_is_over (self))
    return FALSE;
  self->at--;
  return TRUE;
}

/**
 * ldr_filling_is_over:
 * @self: a questionnaire that is being filled in
 *
 * Returns: whether all of it is answered
 */
gboolean
ldr_filling_is_over (const LdrFilling *self)
{
  return self->assessment->finished != 0;
}

/**
 * ldr_assessment_can_resume:
 * @assessment: an assessment from the journal
 *
 * Returns: whether it was begun and not finished, along a questionnaire that still asks the same
 */
gboolean
ldr_assessment_can_resume (const LdrAssessment *assessment)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (assessment->questionnaire);

  if (assessment->finished != 0 || questionnaire == NULL || questionnaire->version != assessment->version
      || questionnaire->items->len != assessment->n_items)
    return FALSE;
  for (gsize i = 0; i < assessment->n_items; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, i);

      if (!g_str_equal (assessment->items[i], item->facts.id))
        return FALSE;
    }
  return TRUE;
}
