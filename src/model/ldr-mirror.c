/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a team's answers may be seen.
 *
 * Nothing is shown of a round before it is closed and opened, nor with fewer than four respondents: no answers, no
 * comments, no total. A statement that fewer than four answered ("cannot say" is no answer) shows nothing either; there
 * are no totals over statements from which it could be subtracted. And since what one has seen cannot be unseen, an
 * opened round takes no further answers, and one from which a respondent was deleted afterwards shows nothing any more:
 * the difference between before and after would be that respondent's answers. New answers make a new round. */

#include "ldr-mirror.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrMirrorResponse, ldr_mirror_response, ldr_mirror_response_ref, ldr_mirror_response_unref)
G_DEFINE_BOXED_TYPE (LdrMirrorRound, ldr_mirror_round, ldr_mirror_round_ref, ldr_mirror_round_unref)

/* --- Responses -------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_mirror_response_new:
 * @round: the id of its round
 * @answers: (array length=n_items): 1 to 5, %LDR_MIRROR_CANNOT_SAY or %LDR_MIRROR_NONE
 * @n_items: how many statements there are
 * @comment: the answer to the open question, "" for none; made clean text
 *
 * Returns: (transfer full): a response without a code
 */
LdrMirrorResponse *
ldr_mirror_response_new (const char *round, const int *answers, gsize n_items, const char *comment)
{
  LdrMirrorResponse *self = g_atomic_rc_box_new0 (LdrMirrorResponse);

  self->id = ldr_id_new ();
  self->round = g_strdup (round);
  self->code = g_strdup ("");
  self->n_items = n_items;
  self->answers = g_memdup2 (answers, n_items * sizeof (int));
  self->comment = g_strstrip (ldr_text_clean (comment, LDR_TEXT_BODY));
  return self;
}

LdrMirrorResponse *
ldr_mirror_response_ref (LdrMirrorResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
response_clear (gpointer data)
{
  LdrMirrorResponse *self = data;

  g_free (self->id);
  g_free (self->round);
  g_free (self->code);
  g_free (self->answers);
  g_free (self->comment);
}

void
ldr_mirror_response_unref (LdrMirrorResponse *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, response_clear);
}

static gboolean
are_answers (const int *answers, gsize n_items, int highest)
{
  for (gsize i = 0; i < n_items; i++)
    if (answers[i] < LDR_MIRROR_NONE || answers[i] > highest)
      return FALSE;
  return TRUE;
}

/**
 * ldr_mirror_response_validate:
 * @self: a response, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with what is wrong
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_mirror_response_validate (const LdrMirrorResponse *self, GError **error)
{
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id) || !ldr_id_is_valid (self->round))
    wrong = "id";
  else if (self->n_items == 0 || !are_answers (self->answers, self->n_items, LDR_MIRROR_CANNOT_SAY))
    wrong = "answers";
  else if (!ldr_text_is_clean (self->comment, LDR_TEXT_BODY))
    wrong = "comment";
  else if (!ldr_text_is_clean (self->code, LDR_TEXT_LINE))
    wrong = "code";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The answer’s “%s” is not as it has to be."), wrong);
  return FALSE;
}

/* --- Rounds ----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_mirror_round_new:
 * @version: the version of the statements
 * @items: (array length=n_items): their ids
 * @n_items: how many there are
 *
 * Returns: (transfer full): a round that begins now and takes answers
 */
LdrMirrorRound *
ldr_mirror_round_new (int version, const char *const *items, gsize n_items)
{
  LdrMirrorRound *self = g_atomic_rc_box_new0 (LdrMirrorRound);

  self->id = ldr_id_new ();
  self->version = version;
  self->started = ldr_moment_now ();
  self->day = ldr_day_today ();
  self->n_items = n_items;
  self->items = g_new0 (char *, n_items + 1);
  for (gsize i = 0; i < n_items; i++)
    self->items[i] = g_strdup (items[i]);
  self->self_answers = g_new0 (int, n_items + 1);
  self->predictions = g_new0 (int, n_items + 1);
  return self;
}

/**
 * ldr_mirror_round_copy:
 * @self: a round
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrMirrorRound *
ldr_mirror_round_copy (const LdrMirrorRound *self)
{
  LdrMirrorRound *copy = g_atomic_rc_box_new0 (LdrMirrorRound);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->items = g_strdupv (self->items);
  copy->self_answers = g_memdup2 (self->self_answers, sizeof (int) * (self->n_items + 1));
  copy->predictions = g_memdup2 (self->predictions, sizeof (int) * (self->n_items + 1));
  return copy;
}

LdrMirrorRound *
ldr_mirror_round_ref (LdrMirrorRound *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
round_clear (gpointer data)
{
  LdrMirrorRound *self = data;

  g_free (self->id);
  g_strfreev (self->items);
  g_free (self->self_answers);
  g_free (self->predictions);
}

void
ldr_mirror_round_unref (LdrMirrorRound *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, round_clear);
}

/**
 * ldr_mirror_round_validate:
 * @self: a round, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with what is wrong
 *
 * Returns: whether it may be stored; it is opened only after it was closed, and with four respondents or more
 */
gboolean
ldr_mirror_round_validate (const LdrMirrorRound *self, GError **error)
{
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if (self->version < 1)
    wrong = "version";
  else if (self->n_items == 0 || g_strv_length (self->items) != self->n_items)
    wrong = "items";
  else if (!are_answers (self->self_answers, self->n_items, LDR_MIRROR_MAX))
    wrong = "self";
  else if (!are_answers (self->predictions, self->n_items, LDR_MIRROR_MAX))
    wrong = "prediction";
  else if (!ldr_day_fits_moment (self->day, self->closed != 0 ? self->closed : self->started))
    wrong = "day";
  else if (self->opened != 0 ? self->closed == 0 || self->opened_with < LDR_MIRROR_FEWEST : self->opened_with != 0)
    wrong = "opened";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The mirror’s “%s” is not as it has to be."), wrong);
  return FALSE;
}

/**
 * ldr_mirror_round_takes_responses:
 * @self: a round
 *
 * Returns: whether answers may still be added
 */
gboolean
ldr_mirror_round_takes_responses (const LdrMirrorRound *self)
{
  return self->closed == 0;
}

/**
 * ldr_mirror_round_has_enough:
 * @n_responses: how many respondents answered
 *
 * Returns: whether they are four or more; all that may be said of their number while a round is not opened
 */
gboolean
ldr_mirror_round_has_enough (guint n_responses)
{
  return n_responses >= LDR_MIRROR_FEWEST;
}

/**
 * ldr_mirror_round_close:
 * @self: a round that is not shared yet
 *
 * Takes no answers any more from now on; its results stay sealed.
 */
void
ldr_mirror_round_close (LdrMirrorRound *self)
{
  if (self->closed != 0)
    return;
  self->closed = ldr_moment_now ();
  self->day = ldr_day_today ();
}

/**
 * ldr_mirror_round_open:
 * @self: a round that is not shared yet
 * @n_responses: how many respondents it has
 *
 * Closes it and opens its results now, if there are enough respondents. Opening it again changes nothing.
 *
 * Returns: whether it is open
 */
gboolean
ldr_mirror_round_open (LdrMirrorRound *self, guint n_responses)
{
  if (self->opened != 0)
    return TRUE;
  if (!ldr_mirror_round_has_enough (n_responses))
    return FALSE;
  ldr_mirror_round_close (self);
  self->opened = ldr_moment_now ();
  self->opened_with = n_responses;
  return TRUE;
}

/* --- Results ---------------------------------------------------------------------------------------------------------
 */

static void
count_statement (LdrMirrorStatement *statement, GPtrArray *responses, gsize item)
{
  guint n = 0, before = 0;

  for (guint r = 0; r < responses->len; r++)
    {
      const LdrMirrorResponse *response = g_ptr_array_index (responses, r);
      int answer = item < response->n_items ? response->answers[item] : LDR_MIRROR_NONE;

      if (answer < 1 || answer > LDR_MIRROR_MAX)
        continue;
      statement->counts[answer - 1]++;
      n++;
    }
  if (n < LDR_MIRROR_FEWEST)
    {
      memset (statement, 0, sizeof *statement);
      return;
    }
  statement->shown = TRUE;
  for (int answer = 1; answer <= LDR_MIRROR_MAX; answer++)
    {
      guint upto = before + statement->counts[answer - 1];

      if (upto == before)
        continue;
      if (before == 0)
        statement->lowest = answer;
      statement->highest = answer;
      /* The answers in the middle, which are the same one if @n is odd. */
      if (before <= (n - 1) / 2 && (n - 1) / 2 < upto)
        statement->median2 += answer;
      if (before <= n / 2 && n / 2 < upto)
        statement->median2 += answer;
      before = upto;
    }
}

static int
compare_comments (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The comments, in an order that tells nothing of whose they are or when they came. */
static char **
dup_comments (GPtrArray *responses)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **comments;

  for (guint r = 0; r < responses->len; r++)
    {
      const LdrMirrorResponse *response = g_ptr_array_index (responses, r);

      if (response->comment[0] != '\0')
        g_strv_builder_add (builder, response->comment);
    }
  comments = g_strv_builder_end (builder);
  qsort (comments, g_strv_length (comments), sizeof (char *), compare_comments);
  return comments;
}

/**
 * ldr_mirror_result_new:
 * @round: a round
 * @responses: (element-type LdrMirrorResponse): the answers it has now, without deleted ones
 *
 * Returns: (transfer full): what may be seen of them: nothing of a round that is not opened, that has fewer than four
 *   respondents, or that has not all those any more with which it was opened
 */
LdrMirrorResult *
ldr_mirror_result_new (const LdrMirrorRound *round, GPtrArray *responses)
{
  LdrMirrorResult *self = g_new0 (LdrMirrorResult, 1);

  self->n_items = round->n_items;
  self->statements = g_new0 (LdrMirrorStatement, round->n_items + 1);
  self->shown = round->closed != 0 && round->opened != 0 && ldr_mirror_round_has_enough (responses->len)
                && responses->len == round->opened_with;
  if (!self->shown)
    {
      self->comments = g_new0 (char *, 1);
      return self;
    }
  self->n_respondents = responses->len;
  for (gsize i = 0; i < self->n_items; i++)
    count_statement (&self->statements[i], responses, i);
  self->comments = dup_comments (responses);
  return self;
}

void
ldr_mirror_result_free (LdrMirrorResult *self)
{
  g_free (self->statements);
  g_strfreev (self->comments);
  g_free (self);
}

/**
 * ldr_mirror_result_get_gap2:
 * @self: a result
 * @answers: the leader's own answers or predictions, one for each statement
 * @item: a statement, from 0
 * @gap2: (out): twice the leader's answer less the team's median, −8 to 8; above 0 the leader is the milder
 *
 * Returns: whether both are there to be compared
 */
gboolean
ldr_mirror_result_get_gap2 (const LdrMirrorResult *self, const int *answers, gsize item, int *gap2)
{
  g_return_val_if_fail (item < self->n_items, FALSE);

  if (!self->statements[item].shown || answers[item] < 1 || answers[item] > LDR_MIRROR_MAX)
    return FALSE;
  *gap2 = 2 * answers[item] - self->statements[item].median2;
  return TRUE;
}

/**
 * ldr_mirror_result_get_accuracy:
 * @self: a result
 * @answers: the leader's predictions, or their own answers, one for each statement
 *
 * Returns: how near they are to the team's medians, over the statements that may be shown
 */
LdrMirrorAccuracy
ldr_mirror_result_get_accuracy (const LdrMirrorResult *self, const int *answers)
{
  LdrMirrorAccuracy accuracy = { 0, 0, 0 };
  int gap2;

  for (gsize i = 0; i < self->n_items; i++)
    if (ldr_mirror_result_get_gap2 (self, answers, i, &gap2))
      {
        accuracy.n++;
        accuracy.n_near += abs (gap2) <= 1 ? 1 : 0;
        accuracy.distance2 += (guint) abs (gap2);
      }
  return accuracy;
}
