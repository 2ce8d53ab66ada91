/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-overview.h"

#include "content/ldr-questionnaire.h"
#include "ldr-store-assessments.h"
#include "ldr-store-private.h"

#define DAY ((gint64) 24 * 60 * 60 * 1000)

/* GDate's number of 1970-01-01. */
#define DAY_1970 719163

G_DEFINE_BOXED_TYPE (LdrStyleOverview, ldr_style_overview, ldr_style_overview_ref, ldr_style_overview_unref)

LdrStyleOverview *
ldr_style_overview_ref (LdrStyleOverview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
overview_clear (gpointer data)
{
  LdrStyleOverview *self = data;

  g_clear_pointer (&self->latest, ldr_assessment_unref);
  g_clear_pointer (&self->previous, ldr_assessment_unref);
  g_clear_pointer (&self->latest_pitfalls, ldr_assessment_unref);
  g_clear_pointer (&self->previous_pitfalls, ldr_assessment_unref);
}

void
ldr_style_overview_unref (LdrStyleOverview *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, overview_clear);
}

/* --- Scores ----------------------------------------------------------------------------------------------------------
 */

/* A questionnaire with its facts, and what was answered to it, newest first. */
typedef struct
{
  const LdrItemFacts *facts;
  gsize n_facts;
  GPtrArray *assessments;
} Answers;

/* Takes the first measurement as the latest, the second as the previous one. An older version of the questionnaire
 * whose items no longer are the same cannot be scored, and neither can what is not finished: both are passed over. */
static void
take_own_styles (LdrStyleOverview *self, LdrAssessment *assessment, const LdrStyleProfile *profile)
{
  if (self->latest == NULL)
    {
      self->latest = ldr_assessment_ref (assessment);
      self->profile = *profile;
    }
  else if (self->previous == NULL)
    {
      self->previous = ldr_assessment_ref (assessment);
      self->previous_profile = *profile;
    }
}

static void
add_styles (LdrStyleOverview *self, const Answers *answers)
{
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < answers->assessments->len; i++)
    {
      LdrAssessment *assessment = g_ptr_array_index (answers->assessments, i);
      LdrStyleProfile profile;

      if (assessment->finished == 0 || !ldr_score_styles (assessment, answers->facts, answers->n_facts, &profile, NULL))
        continue;
      if (assessment->observer[0] == '\0')
        take_own_styles (self, assessment, &profile);
      else if (g_hash_table_add (heard, assessment->observer))
        ldr_style_profile_add (&self->observers, &profile);
    }
  self->n_observers = (int) g_hash_table_size (heard);
  if (self->latest == NULL)
    return;
  self->has_favourite = ldr_style_profile_get_favourite (&self->profile, &self->favourite);
  self->lowest = ldr_style_profile_get_lowest (&self->profile);
  if (self->previous != NULL)
    self->riser = ldr_style_profile_get_riser (&self->profile, &self->previous_profile, &self->rise);
}

static void
take_own_pitfalls (LdrStyleOverview *self, LdrAssessment *assessment, const LdrPitfallExposure *exposure)
{
  if (self->latest_pitfalls == NULL)
    {
      self->latest_pitfalls = ldr_assessment_ref (assessment);
      self->exposure = *exposure;
    }
  else if (self->previous_pitfalls == NULL)
    {
      self->previous_pitfalls = ldr_assessment_ref (assessment);
      self->previous_exposure = *exposure;
    }
}

static void
add_pitfalls (LdrStyleOverview *self, const Answers *answers)
{
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < answers->assessments->len; i++)
    {
      LdrAssessment *assessment = g_ptr_array_index (answers->assessments, i);
      LdrPitfallExposure exposure;

      if (assessment->finished == 0
          || !ldr_score_pitfalls (assessment, answers->facts, answers->n_facts, &exposure, NULL))
        continue;
      if (assessment->observer[0] == '\0')
        take_own_pitfalls (self, assessment, &exposure);
      else if (g_hash_table_add (heard, assessment->observer))
        for (guint style = 0; style < LDR_N_STYLES; style++)
          self->observers_exposure.mean[style] += exposure.mean[style];
    }
  self->n_pitfall_observers = (int) g_hash_table_size (heard);
  for (guint style = 0; style < LDR_N_STYLES; style++)
    self->observers_exposure.mean[style] /= MAX (self->n_pitfall_observers, 1);
}

static gboolean
read_scores (LdrStore *self,
             const char *questionnaire,
             void (*add) (LdrStyleOverview *overview, const Answers *answers),
             LdrStyleOverview *overview,
             GError **error)
{
  Answers answers = { 0 };
  g_autofree LdrItemFacts *facts
      = ldr_questionnaire_dup_facts (ldr_questionnaire_find (questionnaire), &answers.n_facts);
  g_autoptr (GPtrArray) assessments = ldr_store_list_assessments (self, questionnaire, error);

  if (assessments == NULL)
    return FALSE;
  answers.facts = facts;
  answers.assessments = assessments;
  add (overview, &answers);
  return TRUE;
}

/* --- Counts ----------------------------------------------------------------------------------------------------------
 */

#define COUNTS                                                                                                         \
  "SELECT sum (styles & 1), sum (styles >> 1 & 1), sum (styles >> 2 & 1), sum (styles >> 3 & 1), "                     \
  "sum (styles >> 4 & 1), sum (pitfalls & 1), sum (pitfalls >> 1 & 1), sum (pitfalls >> 2 & 1), "                      \
  "sum (pitfalls >> 3 & 1), sum (pitfalls >> 4 & 1) FROM entry INDEXED BY entry_live WHERE deleted = 0 "

/* Both are answered from the light index alone; the second reads the last weeks of it. */
#define COUNTS_LATELY COUNTS "AND key >= ?1 AND day BETWEEN ?2 AND ?3"

static gboolean
read_counts (LdrStatement *row, int *used, int *noticed, GError **error)
{
  if (ldr_statement_step (row, error) != LDR_STEP_ROW)
    return FALSE;
  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      used[i] = (int) ldr_statement_get_int (row, i);
      noticed[i] = (int) ldr_statement_get_int (row, LDR_N_STYLES + i);
    }
  return TRUE;
}

static gboolean
count_lately (LdrStore *self, int today, LdrStyleOverview *overview, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, COUNTS_LATELY, error);
  int first = today - LDR_LATELY_DAYS + 1;

  if (row == NULL)
    return FALSE;
  /* A moment is at most a day before the civil day that it is noted on. */
  ldr_statement_bind_int (row, 1, ldr_row_get_first_key ((first - DAY_1970 - 1) * DAY));
  ldr_statement_bind_int (row, 2, first);
  ldr_statement_bind_int (row, 3, today);
  return read_counts (row, overview->used_lately, overview->noticed_lately, error);
}

static gboolean
count_all (LdrStore *self, LdrStyleOverview *overview, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, COUNTS, error);

  return row != NULL && read_counts (row, overview->used, overview->noticed, error);
}

/* The overview; without @whole, only what the choice of a question looks at: the profile and the last weeks. */
LdrStyleOverview *
ldr_overview_read (LdrStore *self, int today, gboolean whole, GError **error)
{
  g_autoptr (LdrStyleOverview) overview = g_atomic_rc_box_new0 (LdrStyleOverview);

  if (!ldr_store_is_ready (self, error)
      || !read_scores (self, LDR_QUESTIONNAIRE_NATURAL_STYLE, add_styles, overview, error)
      || !count_lately (self, today, overview, error))
    return NULL;
  if (whole
      && (!read_scores (self, LDR_QUESTIONNAIRE_PITFALL_SIGNS, add_pitfalls, overview, error)
          || !count_all (self, overview, error)))
    return NULL;
  return g_steal_pointer (&overview);
}

/**
 * ldr_store_get_style_overview:
 * @self: a journal
 * @today: the civil date
 * @error: return location for an #LdrStoreError
 *
 * What the journal knows about the five styles: scores of finished questionnaires, and counts over the entries outside
 * the trash. Of an observer who answered more than once only the latest answers count.
 *
 * Returns: (transfer full): the overview, or %NULL
 */
LdrStyleOverview *
ldr_store_get_style_overview (LdrStore *self, int today, GError **error)
{
  g_return_val_if_fail (self != NULL && today > 0, NULL);
  return ldr_overview_read (self, today, TRUE, error);
}
