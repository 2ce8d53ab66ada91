/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-facts.h"

#include "content/ldr-questionnaire.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-reflections.h"
#include "store/ldr-store-sessions.h"

/* How many entries “recent” is, and how many of the same day a year ago are shown. */
#define N_RECENT 4
#define N_YEAR_AGO 3

/* No question left is no failure: the page says so. */
static gboolean
read_question (LdrTodayFacts *self, LdrStore *store, GDateTime *now, gboolean another, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  self->question = ldr_store_get_day_question (store, now, another, &own_error);
  if (self->question != NULL || g_error_matches (own_error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

static gboolean
read_entries (LdrTodayFacts *self, LdrStore *store, GError **error)
{
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (LdrQuery) year_ago = ldr_query_new ();

  year_ago->after = ldr_day_year_before (self->day);
  year_ago->before = year_ago->after + 1;
  self->recent = ldr_store_list_page (store, all, G_MAXINT64, N_RECENT, error);
  if (self->recent == NULL)
    return FALSE;
  self->year_ago = ldr_store_list_page (store, year_ago, G_MAXINT64, N_YEAR_AGO, error);
  return self->year_ago != NULL;
}

static gboolean
read_profile (LdrTodayFacts *self, LdrStore *store, GError **error)
{
  g_autoptr (GPtrArray) assessments = ldr_store_list_assessments (store, LDR_QUESTIONNAIRE_NATURAL_STYLE, error);

  for (guint i = 0; assessments != NULL && i < assessments->len; i++)
    {
      const LdrAssessment *assessment = g_ptr_array_index (assessments, i);

      if (assessment->finished != 0 && assessment->observer[0] == '\0')
        self->has_profile = TRUE;
    }
  return assessments != NULL;
}

static gboolean
read_goals (LdrTodayFacts *self, LdrStore *store, GError **error)
{
  g_autoptr (GPtrArray) goals = NULL;

  self->courses = ldr_store_list_goal_courses (store, LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE), self->day, error);
  if (self->courses == NULL)
    return FALSE;
  self->has_goals = self->courses->len > 0;
  if (self->has_goals)
    return TRUE;
  goals = ldr_store_list_goals (store, LDR_GOAL_STATES_ALL, self->day, error);
  self->has_goals = goals != NULL && goals->len > 0;
  return goals != NULL;
}

static gboolean
read_sessions (LdrTodayFacts *self, LdrStore *store, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();

  query->to_discuss = TRUE;
  return (self->sessions = ldr_store_list_sessions (store, LDR_SESSIONS_PLANNED, error)) != NULL
         && (self->actions = ldr_store_list_open_actions (store, error)) != NULL
         && (self->n_to_discuss = ldr_store_count (store, query, error)) >= 0;
}

/**
 * ldr_today_facts_free:
 * @self: (transfer full): facts
 *
 * Frees them.
 */
void
ldr_today_facts_free (LdrTodayFacts *self)
{
  g_clear_pointer (&self->question, ldr_day_question_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->year_ago, g_ptr_array_unref);
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean another = GPOINTER_TO_INT (data);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrTodayFacts) self = g_new0 (LdrTodayFacts, 1);

  self->day = ldr_day_from_date_time (now);
  if (!read_question (self, store, now, another, error) || !read_entries (self, store, error)
      || !read_profile (self, store, error) || !read_goals (self, store, error) || !read_sessions (self, store, error))
    return NULL;
  self->drafts = ldr_store_list_reflections (store, error);
  return self->drafts != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * ldr_today_facts_read_async:
 * @journal: an open journal
 * @another: whether another question than the one that was shown last today is wanted
 * @cancellable: (nullable): for giving up waiting
 * @callback: called with the facts
 * @user_data: for @callback
 *
 * Reads what the page of today shows, on the journal's thread.
 */
void
ldr_today_facts_read_async (
    LdrJournal *journal, gboolean another, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, read_func, GINT_TO_POINTER (another), NULL, (GDestroyNotify) ldr_today_facts_free,
                         cancellable, callback, user_data);
}

/**
 * ldr_today_facts_read_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_today_facts_read_async().
 *
 * Returns: (transfer full): the facts, or %NULL
 */
LdrTodayFacts *
ldr_today_facts_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}
