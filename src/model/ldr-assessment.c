/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-assessment.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrAssessment, ldr_assessment, ldr_assessment_ref, ldr_assessment_unref)

/**
 * ldr_assessment_new:
 * @questionnaire: the questionnaire's id
 * @version: its version
 * @kind: how it is answered
 * @items: (array length=n_items): its items
 * @n_items: how many there are
 *
 * Returns: (transfer full): an assessment that begins now, without an answer, with an order of its own
 */
LdrAssessment *
ldr_assessment_new (
    const char *questionnaire, int version, LdrAssessmentKind kind, const LdrItemFacts *items, gsize n_items)
{
  LdrAssessment *self = g_atomic_rc_box_new0 (LdrAssessment);

  self->id = ldr_id_new ();
  self->questionnaire = g_strdup (questionnaire);
  self->version = version;
  self->kind = kind;
  self->observer = g_strdup ("");
  self->started = ldr_moment_now ();
  self->day = ldr_day_today ();
  self->seed = g_random_int ();
  self->n_items = n_items;
  self->items = g_new0 (char *, n_items + 1);
  self->answers = g_new0 (int, n_items + 1);
  for (gsize i = 0; i < n_items; i++)
    self->items[i] = g_strdup (items[i].id);
  return self;
}

/**
 * ldr_assessment_copy:
 * @self: an assessment
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrAssessment *
ldr_assessment_copy (const LdrAssessment *self)
{
  LdrAssessment *copy = g_atomic_rc_box_new0 (LdrAssessment);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->questionnaire = g_strdup (self->questionnaire);
  copy->observer = g_strdup (self->observer);
  copy->items = g_strdupv (self->items);
  copy->answers = g_memdup2 (self->answers, sizeof (int) * (self->n_items + 1));
  return copy;
}

LdrAssessment *
ldr_assessment_ref (LdrAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
assessment_clear (gpointer data)
{
  LdrAssessment *self = data;

  g_free (self->id);
  g_free (self->questionnaire);
  g_free (self->observer);
  g_strfreev (self->items);
  g_free (self->answers);
}

void
ldr_assessment_unref (LdrAssessment *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, assessment_clear);
}

/**
 * ldr_assessment_set_observer:
 * @self: an assessment that is not shared yet
 * @observer: who answers about the leader, "" for the leader; made one line of clean text
 */
void
ldr_assessment_set_observer (LdrAssessment *self, const char *observer)
{
  g_free (self->observer);
  self->observer = ldr_text_clean (observer, LDR_TEXT_LINE);
}

static gboolean
find_item (const LdrAssessment *self, const char *item, gsize *index)
{
  for (gsize i = 0; i < self->n_items; i++)
    if (g_str_equal (self->items[i], item))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_answer (LdrAssessmentKind kind, int answer)
{
  return answer >= LDR_ANSWER_NONE && answer <= (kind == LDR_ASSESSMENT_CHOICE ? 2 : LDR_RATING_MAX);
}

/**
 * ldr_assessment_set_answer:
 * @self: an assessment that is not shared yet
 * @item: the id of one of its items
 * @answer: 1 or 2 for a choice, 1 to 5 for a rating, or %LDR_ANSWER_NONE to take an answer back
 *
 * Fails with %LDR_MODEL_ERROR_INVALID if there is no such item, or if that is no answer to it.
 *
 * Returns: whether the answer was taken
 */
gboolean
ldr_assessment_set_answer (LdrAssessment *self, const char *item, int answer, GError **error)
{
  gsize index;

  if (!find_item (self, item, &index))
    {
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, "%s has no item %s", self->questionnaire, item);
      return FALSE;
    }
  if (!is_answer (self->kind, answer))
    {
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, "%d is no answer to %s", answer, item);
      return FALSE;
    }
  self->answers[index] = answer;
  return TRUE;
}

/**
 * ldr_assessment_get_answer:
 * @self: an assessment
 * @item: an item's id
 *
 * Returns: the answer to it, %LDR_ANSWER_NONE if there is none or no such item
 */
int
ldr_assessment_get_answer (const LdrAssessment *self, const char *item)
{
  gsize index;

  return find_item (self, item, &index) ? self->answers[index] : LDR_ANSWER_NONE;
}

/**
 * ldr_assessment_count_answers:
 * @self: an assessment
 *
 * Returns: how many of its items have an answer
 */
gsize
ldr_assessment_count_answers (const LdrAssessment *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_items; i++)
    n += self->answers[i] != LDR_ANSWER_NONE ? 1 : 0;
  return n;
}

/**
 * ldr_assessment_finish:
 * @self: an assessment with all answers that is not shared yet
 *
 * Marks it as finished now.
 */
void
ldr_assessment_finish (LdrAssessment *self)
{
  g_return_if_fail (ldr_assessment_count_answers (self) == self->n_items);

  self->finished = ldr_moment_now ();
  self->day = ldr_day_today ();
}

/**
 * ldr_assessment_validate:
 * @self: an assessment, perhaps from outside
 *
 * Fails with %LDR_MODEL_ERROR_INVALID if a value is not allowed, or if it claims to be finished with an answer missing.
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_assessment_validate (const LdrAssessment *self, GError **error)
{
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if (self->questionnaire[0] == '\0')
    wrong = "questionnaire";
  else if (self->version < 1)
    wrong = "version";
  else if (!ldr_text_is_clean (self->observer, LDR_TEXT_LINE))
    wrong = "observer";
  else if (self->n_items == 0 || (self->finished != 0 && ldr_assessment_count_answers (self) != self->n_items))
    wrong = "answers";
  for (gsize i = 0; i < self->n_items && wrong == NULL; i++)
    if (self->items[i][0] == '\0' || !is_answer (self->kind, self->answers[i]))
      wrong = "answers";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The measurement’s “%s” is not as it has to be."),
               wrong);
  return FALSE;
}

/**
 * ldr_assessment_shuffle:
 * @self: an assessment
 *
 * The order in which its items are shown, and on which side their reactions: the same at each call, from the stored
 * seed (Fisher and Yates's shuffle over the Mersenne Twister of #GRand).
 *
 * Returns: (transfer full) (array): as many turns as there are items; free with g_free()
 */
LdrItemTurn *
ldr_assessment_shuffle (const LdrAssessment *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (self->seed);
  LdrItemTurn *turns = g_new0 (LdrItemTurn, self->n_items + 1);

  for (gsize i = 0; i < self->n_items; i++)
    {
      turns[i].item = i;
      turns[i].swapped = self->kind == LDR_ASSESSMENT_CHOICE && g_rand_boolean (rand);
    }
  for (gsize i = self->n_items; i > 1; i--)
    {
      gsize j = (gsize) g_rand_int_range (rand, 0, (gint32) i);
      LdrItemTurn turn = turns[i - 1];

      turns[i - 1] = turns[j];
      turns[j] = turn;
    }
  return turns;
}
