/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-score.h"

#include "ldr-model-error.h"

#include <math.h>
#include <string.h>

static gboolean
check_complete (const LdrAssessment *assessment, LdrAssessmentKind kind, GError **error)
{
  if (assessment->kind != kind)
    {
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, "%s is not answered in that way",
                   assessment->questionnaire);
      return FALSE;
    }
  if (assessment->n_items > 0 && ldr_assessment_count_answers (assessment) == assessment->n_items)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE, "an answer is missing in %s", assessment->id);
  return FALSE;
}

/* Items of an assessment that the questionnaire no longer has cannot be scored: it is then of another version. */
static gboolean
fetch_answer (const LdrAssessment *assessment, const LdrItemFacts *item, int *answer, GError **error)
{
  *answer = ldr_assessment_get_answer (assessment, item->id);
  if (*answer != LDR_ANSWER_NONE)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE, "%s has no answer in %s", item->id, assessment->id);
  return FALSE;
}

/* For each pair of styles, how often the one with the lower number was chosen, and how often they met. */
typedef struct
{
  int n_met[LDR_N_STYLES][LDR_N_STYLES];
  int n_lower[LDR_N_STYLES][LDR_N_STYLES];
} Meetings;

static void
count_steady (const Meetings *meetings, LdrStyleProfile *profile)
{
  for (guint a = 0; a < LDR_N_STYLES; a++)
    for (guint b = a + 1; b < LDR_N_STYLES; b++)
      {
        int n_met = meetings->n_met[a][b];
        int n_lower = meetings->n_lower[a][b];

        if (n_met < 2)
          continue;
        profile->n_pairs++;
        profile->n_steady += n_lower == 0 || n_lower == n_met ? 1 : 0;
      }
}

/**
 * ldr_score_styles:
 * @assessment: a filled-in questionnaire of choices
 * @items: (array length=n_items): the facts of the questionnaire's items
 * @n_items: how many there are
 * @profile: (out caller-allocates): the result
 *
 * Counts which styles were chosen. In the questionnaire that Leidraad brings along each style meets each other one
 * twice, so each count goes from 0 to 8 and all together make 20.
 *
 * Fails with %LDR_MODEL_ERROR_INCOMPLETE if an answer is missing: nothing is scored by halves.
 *
 * Returns: whether it could be scored
 */
gboolean
ldr_score_styles (
    const LdrAssessment *assessment, const LdrItemFacts *items, gsize n_items, LdrStyleProfile *profile, GError **error)
{
  Meetings meetings = { 0 };

  memset (profile, 0, sizeof *profile);
  if (!check_complete (assessment, LDR_ASSESSMENT_CHOICE, error))
    return FALSE;
  for (gsize i = 0; i < n_items; i++)
    {
      LdrStyle lower = MIN (items[i].styles[0], items[i].styles[1]);
      LdrStyle higher = MAX (items[i].styles[0], items[i].styles[1]);
      LdrStyle chosen;
      int answer;

      if (!fetch_answer (assessment, &items[i], &answer, error))
        return FALSE;
      chosen = items[i].styles[answer - 1];
      profile->chosen[chosen]++;
      profile->offered[lower]++;
      profile->offered[higher]++;
      profile->n_choices++;
      meetings.n_met[lower][higher]++;
      meetings.n_lower[lower][higher] += chosen == lower ? 1 : 0;
    }
  count_steady (&meetings, profile);
  return TRUE;
}

/**
 * ldr_style_profile_get_share:
 * @self: a profile
 * @style: a style
 *
 * How often the style was chosen out of the times it could have been: `chosen / offered`.
 *
 * Returns: 0 to 1; 0 if it was never offered
 */
double
ldr_style_profile_get_share (const LdrStyleProfile *self, LdrStyle style)
{
  g_return_val_if_fail ((guint) style < LDR_N_STYLES, 0);

  return self->offered[style] > 0 ? (double) self->chosen[style] / self->offered[style] : 0;
}

/**
 * ldr_style_profile_get_favourite:
 * @self: a profile
 * @favourite: (out): the style that was chosen most
 *
 * A favourite is clear if it was chosen at least %LDR_FAVOURITE_LEAD times more often than the next; with less than
 * that another day might turn it round.
 *
 * Returns: whether there is a clear favourite
 */
gboolean
ldr_style_profile_get_favourite (const LdrStyleProfile *self, LdrStyle *favourite)
{
  guint first = 0;
  int second = -1;

  for (guint i = 1; i < LDR_N_STYLES; i++)
    if (self->chosen[i] > self->chosen[first])
      first = i;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (i != first)
      second = MAX (second, self->chosen[i]);
  *favourite = (LdrStyle) first;
  return self->chosen[first] - second >= LDR_FAVOURITE_LEAD;
}

/**
 * ldr_style_profile_get_lowest:
 * @self: a profile
 *
 * Returns: the style that was chosen least; of several the first
 */
LdrStyle
ldr_style_profile_get_lowest (const LdrStyleProfile *self)
{
  guint lowest = 0;

  for (guint i = 1; i < LDR_N_STYLES; i++)
    if (self->chosen[i] < self->chosen[lowest])
      lowest = i;
  return (LdrStyle) lowest;
}

/**
 * ldr_style_profile_get_consistency:
 * @self: a profile
 *
 * In what share of the pairs that met twice the same style was chosen both times: `n_steady / n_pairs`. By chance it
 * would be one half.
 *
 * Returns: 0 to 1; 0 if no pair met twice
 */
double
ldr_style_profile_get_consistency (const LdrStyleProfile *self)
{
  return self->n_pairs > 0 ? (double) self->n_steady / self->n_pairs : 0;
}

/**
 * ldr_style_profile_add:
 * @self: a profile
 * @other: another one
 *
 * Adds @other's choices to @self, such as those of several observers. What was steady is added too, pair by pair within
 * each of them.
 */
void
ldr_style_profile_add (LdrStyleProfile *self, const LdrStyleProfile *other)
{
  self->n_choices += other->n_choices;
  self->n_pairs += other->n_pairs;
  self->n_steady += other->n_steady;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      self->chosen[i] += other->chosen[i];
      self->offered[i] += other->offered[i];
    }
}

/**
 * ldr_style_profile_get_riser:
 * @now: a profile
 * @before: an earlier one
 * @change: (out): by how much its share changed, -1 to 1
 *
 * Returns: the style whose share rose most between the two
 */
LdrStyle
ldr_style_profile_get_riser (const LdrStyleProfile *now, const LdrStyleProfile *before, double *change)
{
  guint riser = 0;

  *change = -2;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      double difference
          = ldr_style_profile_get_share (now, (LdrStyle) i) - ldr_style_profile_get_share (before, (LdrStyle) i);

      if (difference > *change)
        {
          *change = difference;
          riser = i;
        }
    }
  return (LdrStyle) riser;
}

/**
 * ldr_score_pitfalls:
 * @assessment: a filled-in questionnaire of ratings
 * @items: (array length=n_items): the facts of the questionnaire's items
 * @n_items: how many there are
 * @exposure: (out caller-allocates): the result
 *
 * The mean rating of each pitfall's statements, those that speak against it turned round: `6 - rating`.
 *
 * Fails with %LDR_MODEL_ERROR_INCOMPLETE if an answer is missing: nothing is scored by halves.
 *
 * Returns: whether it could be scored
 */
gboolean
ldr_score_pitfalls (const LdrAssessment *assessment,
                    const LdrItemFacts *items,
                    gsize n_items,
                    LdrPitfallExposure *exposure,
                    GError **error)
{
  int sums[LDR_N_STYLES] = { 0 };
  int counts[LDR_N_STYLES] = { 0 };

  memset (exposure, 0, sizeof *exposure);
  if (!check_complete (assessment, LDR_ASSESSMENT_RATING, error))
    return FALSE;
  for (gsize i = 0; i < n_items; i++)
    {
      int answer;

      if (!fetch_answer (assessment, &items[i], &answer, error))
        return FALSE;
      sums[items[i].styles[0]] += items[i].reversed ? LDR_RATING_MAX + 1 - answer : answer;
      counts[items[i].styles[0]]++;
    }
  for (guint i = 0; i < LDR_N_STYLES; i++)
    exposure->mean[i] = counts[i] > 0 ? (double) sums[i] / counts[i] : 0;
  return TRUE;
}

/**
 * ldr_pitfall_exposure_get_strongest:
 * @self: how much the pitfalls show
 * @pitfall: (out): the one that shows most; of several the first
 *
 * Returns: whether it shows more often than not: a mean above 3
 */
gboolean
ldr_pitfall_exposure_get_strongest (const LdrPitfallExposure *self, LdrStyle *pitfall)
{
  guint strongest = 0;

  for (guint i = 1; i < LDR_N_STYLES; i++)
    if (self->mean[i] > self->mean[strongest])
      strongest = i;
  *pitfall = (LdrStyle) strongest;
  return self->mean[strongest] > 3;
}

/**
 * ldr_score_agreement:
 * @a: a finished assessment, such as the leader's own
 * @b: another one of the same questionnaire, such as an observer's
 *
 * How much two answer alike, over the items that both answered: for choices the share of items with the same choice,
 * for ratings `1 - mean |a - b| / 4`. It says nothing about who is right.
 *
 * Returns: 0 to 1, or NAN if they have no item in common
 */
double
ldr_score_agreement (const LdrAssessment *a, const LdrAssessment *b)
{
  double sum = 0;
  int n = 0;

  if (!g_str_equal (a->questionnaire, b->questionnaire))
    return NAN;
  for (gsize i = 0; i < a->n_items; i++)
    {
      int ours = a->answers[i];
      int theirs = ldr_assessment_get_answer (b, a->items[i]);

      if (ours == LDR_ANSWER_NONE || theirs == LDR_ANSWER_NONE)
        continue;
      if (a->kind == LDR_ASSESSMENT_CHOICE)
        sum += ours == theirs ? 1 : 0;
      else
        sum += 1 - (double) ABS (ours - theirs) / (LDR_RATING_MAX - 1);
      n++;
    }
  return n > 0 ? sum / n : NAN;
}
