/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-styles-jobs.h"

#include "ldr-filling.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-notices.h"
#include "store/ldr-store-prompts.h"

/* How many entries the page of a style names; the others are in the journal. */
#define N_ENTRIES 5

LdrStylesNews *
ldr_styles_news_ref (LdrStylesNews *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
styles_news_clear (gpointer data)
{
  LdrStylesNews *self = data;

  g_clear_pointer (&self->info, ldr_journal_info_unref);
  g_clear_pointer (&self->overview, ldr_style_overview_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
}

void
ldr_styles_news_unref (LdrStylesNews *self)
{
  g_atomic_rc_box_release_full (self, styles_news_clear);
}

static void
answered_prompt_free (gpointer data)
{
  LdrAnsweredPrompt *self = data;

  g_free (self->question);
  g_free (self->entry);
  g_free (self);
}

void
ldr_style_news_free (LdrStyleNews *self)
{
  g_clear_pointer (&self->styles, ldr_styles_news_unref);
  g_clear_pointer (&self->used, g_ptr_array_unref);
  g_clear_pointer (&self->noticed, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_free (self);
}

/**
 * ldr_score_find_styles:
 * @assessment: any assessment
 * @profile: (out caller-allocates): its profile
 *
 * Returns: whether it is a finished one of the styles that can be scored by today's questionnaire
 */
gboolean
ldr_score_find_styles (const LdrAssessment *assessment, LdrStyleProfile *profile)
{
  gsize n_items;
  g_autofree LdrItemFacts *facts
      = ldr_questionnaire_dup_facts (ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE), &n_items);

  return assessment->finished != 0 && g_str_equal (assessment->questionnaire, LDR_QUESTIONNAIRE_NATURAL_STYLE)
         && ldr_score_styles (assessment, facts, n_items, profile, NULL);
}

/**
 * ldr_score_find_pitfalls:
 * @assessment: any assessment
 * @exposure: (out caller-allocates): how much each pitfall shows in it
 *
 * Returns: whether it is a finished one of the pitfalls that can be scored by today's questionnaire
 */
gboolean
ldr_score_find_pitfalls (const LdrAssessment *assessment, LdrPitfallExposure *exposure)
{
  gsize n_items;
  g_autofree LdrItemFacts *facts
      = ldr_questionnaire_dup_facts (ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS), &n_items);

  return assessment->finished != 0 && g_str_equal (assessment->questionnaire, LDR_QUESTIONNAIRE_PITFALL_SIGNS)
         && ldr_score_pitfalls (assessment, facts, n_items, exposure, NULL);
}

static gboolean
can_be_scored (const LdrAssessment *assessment)
{
  LdrStyleProfile profile;
  LdrPitfallExposure exposure;

  return ldr_score_find_styles (assessment, &profile) || ldr_score_find_pitfalls (assessment, &exposure);
}

/**
 * ldr_styles_news_list:
 * @self: what was read
 * @questionnaire: (nullable): of which questionnaire, %NULL for all
 * @finished_only: only those with a result
 *
 * Returns: (transfer container) (element-type LdrAssessment): its measurements, newest first; they belong to @self
 */
GPtrArray *
ldr_styles_news_list (const LdrStylesNews *self, const char *questionnaire, gboolean finished_only)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->assessments->len; i++)
    {
      LdrAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if ((questionnaire == NULL || g_str_equal (assessment->questionnaire, questionnaire))
          && (!finished_only || can_be_scored (assessment)))
        g_ptr_array_add (list, assessment);
    }
  return list;
}

/**
 * ldr_styles_news_find_unfinished:
 * @self: what was read
 * @questionnaire: of which questionnaire
 *
 * Returns: (transfer none) (nullable): the one that was begun last and can be taken up again
 */
LdrAssessment *
ldr_styles_news_find_unfinished (const LdrStylesNews *self, const char *questionnaire)
{
  for (guint i = 0; i < self->assessments->len; i++)
    {
      LdrAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if (g_str_equal (assessment->questionnaire, questionnaire) && ldr_assessment_can_resume (assessment)
          && ldr_assessment_count_answers (assessment) > 0)
        return assessment;
    }
  return NULL;
}

/**
 * ldr_styles_news_find_before:
 * @self: what was read
 * @assessment: a finished measurement
 *
 * Returns: (transfer none) (nullable): the one before it of the same questionnaire, filled in by the same person
 */
LdrAssessment *
ldr_styles_news_find_before (const LdrStylesNews *self, const LdrAssessment *assessment)
{
  for (guint i = 0; i < self->assessments->len; i++)
    {
      LdrAssessment *other = g_ptr_array_index (self->assessments, i);

      if (g_str_equal (other->questionnaire, assessment->questionnaire)
          && g_str_equal (other->observer, assessment->observer) && other->finished < assessment->finished
          && can_be_scored (other))
        return other;
    }
  return NULL;
}

static LdrStylesNews *
read_styles (LdrStore *store, GError **error)
{
  g_autoptr (LdrStylesNews) news = g_atomic_rc_box_new0 (LdrStylesNews);

  news->info = ldr_journal_info_ref (ldr_store_get_info (store));
  news->overview = ldr_store_get_style_overview (store, ldr_day_today (), error);
  if (news->overview == NULL)
    return NULL;
  news->assessments = ldr_store_list_assessments (store, NULL, error);
  return news->assessments != NULL ? g_steal_pointer (&news) : NULL;
}

static gpointer
load_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return read_styles (store, error);
}

/**
 * ldr_styles_load_async:
 * @journal: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what the Styles page shows.
 */
void
ldr_styles_load_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, load_func, NULL, NULL, (GDestroyNotify) ldr_styles_news_unref, cancellable, callback,
                         data);
}

/**
 * ldr_styles_load_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): what was read, or %NULL
 */
LdrStylesNews *
ldr_styles_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

static GPtrArray *
read_entries (LdrStore *store, LdrStyleSet styles, LdrStyleSet pitfalls, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();

  query->styles = styles;
  query->pitfalls = pitfalls;
  return ldr_store_list_page (store, query, G_MAXINT64, N_ENTRIES, error);
}

static gboolean
count_before (LdrStore *store, LdrStyle style, LdrStyleNews *news, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();

  query->pitfalls = LDR_STYLE_BIT (style);
  query->before = ldr_day_today () - LDR_LATELY_DAYS + 1;
  query->after = query->before - LDR_LATELY_DAYS;
  news->n_noticed_before = ldr_store_count (store, query, error);
  return news->n_noticed_before >= 0;
}

static gboolean
add_answer (LdrStore *store, LdrStyleNews *news, const LdrPromptUse *use, GError **error)
{
  g_autoptr (LdrPrompt) prompt = NULL;
  LdrAnsweredPrompt *answer;

  if (!ldr_store_find_prompt (store, use->prompt, &prompt, error))
    return FALSE;
  if (prompt == NULL)
    return TRUE;
  answer = g_new0 (LdrAnsweredPrompt, 1);
  answer->question = ldr_wording_get (&prompt->wording, news->styles->info->role, news->styles->info->leader);
  answer->day = use->answered;
  answer->entry = g_strdup (use->entry);
  g_ptr_array_add (news->answers, answer);
  return TRUE;
}

static gboolean
read_answers (LdrStore *store, LdrStyle style, LdrStyleNews *news, GError **error)
{
  g_autoptr (GPtrArray) uses = ldr_store_list_answers (store, style, error);

  if (uses == NULL)
    return FALSE;
  news->answers = g_ptr_array_new_with_free_func (answered_prompt_free);
  for (guint i = 0; i < uses->len; i++)
    if (!add_answer (store, news, g_ptr_array_index (uses, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_phrases (LdrStore *store, LdrStyle style, LdrStyleNews *news, GError **error)
{
  g_autoptr (GPtrArray) words = ldr_store_list_notice_words (store, error);

  if (words == NULL)
    return FALSE;
  news->phrases = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);

      if (word->pitfall == style)
        g_ptr_array_add (news->phrases, g_strdup (word->phrase));
    }
  return TRUE;
}

/* Those of a style, by what is to be done with them. */
static gboolean
read_goals (LdrStore *store, LdrStyle style, LdrStyleNews *news, GError **error)
{
  news->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_goal_course_unref);
  for (int state = 0; state < LDR_N_GOAL_STATES; state++)
    {
      g_autoptr (GPtrArray) courses
          = ldr_store_list_goal_courses (store, LDR_GOAL_STATE_BIT (state), news->today, error);

      if (courses == NULL)
        return FALSE;
      for (guint i = 0; i < courses->len; i++)
        {
          LdrGoalCourse *course = g_ptr_array_index (courses, i);

          if (course->goal->style == (int) style)
            g_ptr_array_add (news->goals, ldr_goal_course_ref (course));
        }
    }
  return TRUE;
}

static gpointer
load_style_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrStyle style = (LdrStyle) GPOINTER_TO_INT (data);
  g_autoptr (LdrStyleNews) news = g_new0 (LdrStyleNews, 1);

  news->today = ldr_day_today ();
  news->styles = read_styles (store, error);
  if (news->styles == NULL
      || (news->used = read_entries (store, LDR_STYLE_BIT (style), LDR_STYLE_SET_NONE, error)) == NULL
      || (news->noticed = read_entries (store, LDR_STYLE_SET_NONE, LDR_STYLE_BIT (style), error)) == NULL
      || !count_before (store, style, news, error) || !read_answers (store, style, news, error)
      || !read_phrases (store, style, news, error) || !read_goals (store, style, news, error))
    return NULL;
  return g_steal_pointer (&news);
}

/**
 * ldr_style_load_async:
 * @journal: a journal
 * @style: a style
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what the page of one style shows.
 */
void
ldr_style_load_async (
    LdrJournal *journal, LdrStyle style, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, load_style_func, GINT_TO_POINTER (style), NULL, (GDestroyNotify) ldr_style_news_free,
                         cancellable, callback, data);
}

/**
 * ldr_style_load_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): what was read, or %NULL
 */
LdrStyleNews *
ldr_style_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* A change that has no value to give back gives back itself. */
static gpointer
done (gboolean saved)
{
  return saved ? g_strdup ("") : NULL;
}

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_save_assessment (store, data, error));
}

/**
 * ldr_styles_save_assessment_async:
 * @journal: a journal
 * @assessment: what to save, finished or not
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Saves an assessment; one of the same id is replaced. Finish with ldr_styles_save_finish().
 */
void
ldr_styles_save_assessment_async (LdrJournal *journal,
                                  LdrAssessment *assessment,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  ldr_journal_run_async (journal, save_func, ldr_assessment_ref (assessment), (GDestroyNotify) ldr_assessment_unref,
                         g_free, NULL, callback, data);
}

static gpointer
delete_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_delete_assessment (store, data, error));
}

/**
 * ldr_styles_delete_assessment_async:
 * @journal: a journal
 * @id: an assessment's id
 * @callback: called when it is gone
 * @data: data for @callback
 *
 * Deletes an assessment; to undo, save it again. Finish with ldr_styles_save_finish().
 */
void
ldr_styles_delete_assessment_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, delete_func, g_strdup (id), g_free, g_free, NULL, callback, data);
}

typedef struct
{
  LdrStyle pitfall;
  char **phrases;
} Words;

static void
words_free (gpointer data)
{
  Words *self = data;

  g_strfreev (self->phrases);
  g_free (self);
}

static gpointer
set_phrases_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Words *words = data;

  return done (ldr_store_set_notice_words (store, words->pitfall, (const char *const *) words->phrases, error));
}

/**
 * ldr_styles_set_phrases_async:
 * @journal: a journal
 * @pitfall: a pitfall
 * @phrases: (element-type utf8): all words by which to notice it
 * @callback: called when they are saved
 * @data: data for @callback
 *
 * Finish with ldr_styles_save_finish().
 */
void
ldr_styles_set_phrases_async (
    LdrJournal *journal, LdrStyle pitfall, GPtrArray *phrases, GAsyncReadyCallback callback, gpointer data)
{
  Words *words = g_new0 (Words, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < phrases->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (phrases, i));
  words->pitfall = pitfall;
  words->phrases = g_strv_builder_end (builder);
  ldr_journal_run_async (journal, set_phrases_func, words, words_free, g_free, NULL, callback, data);
}

/**
 * ldr_styles_save_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether the change is safe in the journal
 */
gboolean
ldr_styles_save_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  g_autofree char *value = ldr_journal_run_finish (journal, result, error);

  return value != NULL;
}
