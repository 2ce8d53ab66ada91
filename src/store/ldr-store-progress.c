/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-progress.h"

#include "content/ldr-questionnaire.h"
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

G_DEFINE_BOXED_TYPE (LdrProgress, ldr_progress, ldr_progress_ref, ldr_progress_unref)

LdrProgress *
ldr_progress_ref (LdrProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
progress_clear (gpointer data)
{
  LdrProgress *self = data;

  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->exposures, g_ptr_array_unref);
}

void
ldr_progress_unref (LdrProgress *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, progress_clear);
}

static void
goal_free (gpointer data)
{
  LdrProgressGoal *goal = data;

  ldr_goal_unref (goal->goal);
  g_ptr_array_unref (goal->check_ins);
  g_free (goal);
}

static void
add_goal (GPtrArray *goals, LdrGoal *goal, GPtrArray *check_ins)
{
  LdrProgressGoal *added = g_new (LdrProgressGoal, 1);

  added->goal = ldr_goal_ref (goal);
  added->check_ins = check_ins;
  g_ptr_array_add (goals, added);
}

/**
 * ldr_progress_with_goals:
 * @self: what a journal knows
 * @goals: (element-type LdrGoal): a goal for each of its own, in their order
 *
 * Returns: (transfer full): the same, with these goals in place of its own and what was checked in on those
 */
LdrProgress *
ldr_progress_with_goals (const LdrProgress *self, const GPtrArray *goals)
{
  LdrProgress *other;

  g_return_val_if_fail (goals->len == self->goals->len, NULL);

  other = g_atomic_rc_box_new0 (LdrProgress);
  *other = *self;
  g_array_ref (other->days);
  g_ptr_array_ref (other->sessions);
  g_ptr_array_ref (other->actions);
  g_ptr_array_ref (other->profiles);
  g_ptr_array_ref (other->exposures);
  other->goals = g_ptr_array_new_with_free_func (goal_free);
  for (guint i = 0; i < goals->len; i++)
    add_goal (other->goals, g_ptr_array_index (goals, i),
              g_ptr_array_ref (((LdrProgressGoal *) g_ptr_array_index (self->goals, i))->check_ins));
  return other;
}

/* The number of the first day of at least @day. */
static guint
find_day (const GArray *days, int day)
{
  guint first = 0, end = days->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (days, LdrProgressDay, middle).day < day)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/**
 * ldr_progress_find_days:
 * @self: what a journal knows
 * @period: a period
 * @first: (out): the number of the first of its days
 * @n_days: (out): how many of its days there are, may be 0
 *
 * Finds the days with entries of a period.
 */
void
ldr_progress_find_days (const LdrProgress *self, const LdrPeriod *period, guint *first, guint *n_days)
{
  g_return_if_fail (self != NULL && period != NULL);

  *first = find_day (self->days, period->first_day);
  *n_days = find_day (self->days, period->last_day + 1) - *first;
}

/* --- Entries ---------------------------------------------------------------------------------------------------------
 */

static gboolean
read_days (LdrStore *self, LdrProgress *progress, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, LDR_PROGRESS_DAYS, error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  progress->days = g_array_new (FALSE, FALSE, sizeof (LdrProgressDay));
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autoptr (GBytes) day = ldr_statement_get_bytes (row, 0);

      g_array_append_vals (progress->days, g_bytes_get_data (day, NULL), 1);
    }
  return step == LDR_STEP_DONE && ldr_progress_count_words (self, progress->days, error);
}

/* --- Goals -----------------------------------------------------------------------------------------------------------
 */

static LdrCheckIn *
read_check_in (LdrStatement *row, const LdrGoal *goal)
{
  const LdrCheckIn check_in = {
    .id = (char *) ldr_statement_get_text (row, 1),
    .goal = goal->id,
    .version = (int) ldr_statement_get_int (row, 2),
    .day = (int) ldr_statement_get_int (row, 3),
    .moment = ldr_statement_get_int (row, 4),
    .value = ldr_statement_get_double (row, 5),
    .note = (char *) "",
  };

  return ldr_check_in_copy (&check_in);
}

/* The goal with that id, at or after *@at, where it is found; %NULL if there is none. */
static const LdrProgressGoal *
find_goal (const LdrProgress *progress, guint *at, const char *id)
{
  for (guint i = *at; i < progress->goals->len; i++)
    {
      const LdrProgressGoal *goal = g_ptr_array_index (progress->goals, i);

      if (g_str_equal (goal->goal->id, id))
        {
          *at = i;
          return goal;
        }
    }
  return NULL;
}

/* Hands each check-in to its goal. */
static gboolean
read_check_ins (LdrStore *self, LdrProgress *progress, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, LDR_PROGRESS_CHECK_INS, error);
  LdrStep step;
  guint at = 0;

  if (row == NULL)
    return FALSE;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      const LdrProgressGoal *goal = find_goal (progress, &at, ldr_statement_get_text (row, 0));

      if (goal != NULL)
        g_ptr_array_add (goal->check_ins, read_check_in (row, goal->goal));
    }
  return step == LDR_STEP_DONE;
}

static gboolean
read_goals (LdrStore *self, LdrProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) goals = ldr_store_list_goals (self, LDR_GOAL_STATES_ALL, progress->today, error);

  if (goals == NULL)
    return FALSE;
  progress->goals = g_ptr_array_new_with_free_func (goal_free);
  for (guint i = 0; i < goals->len; i++)
    add_goal (progress->goals, g_ptr_array_index (goals, i),
              g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref));
  return read_check_ins (self, progress, error);
}

/* --- Sessions and measurements ---------------------------------------------------------------------------------------
 */

/* The other way round: the store lists newest first, charts go from left to right. */
static void
turn_round (GPtrArray *values)
{
  for (guint i = 0; i < values->len / 2; i++)
    {
      gpointer *one = &values->pdata[i], *other = &values->pdata[values->len - 1 - i], value = *one;

      *one = *other;
      *other = value;
    }
}

static gboolean
read_sessions (LdrStore *self, LdrProgress *progress, GError **error)
{
  progress->sessions = ldr_store_list_sessions (self, LDR_SESSIONS_ALL, error);
  if (progress->sessions == NULL)
    return FALSE;
  turn_round (progress->sessions);
  progress->actions = ldr_store_list_actions (self, error);
  return progress->actions != NULL;
}

/* The finished ones, oldest first. */
static GPtrArray *
read_finished (LdrStore *self, const char *questionnaire, GError **error)
{
  g_autoptr (GPtrArray) all = ldr_store_list_assessments (self, questionnaire, error);
  GPtrArray *finished;

  if (all == NULL)
    return NULL;
  finished = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_assessment_unref);
  for (guint i = all->len; i > 0; i--)
    {
      LdrAssessment *assessment = g_ptr_array_index (all, i - 1);

      if (assessment->finished != 0)
        g_ptr_array_add (finished, ldr_assessment_ref (assessment));
    }
  return finished;
}

static gboolean
read_measurements (LdrStore *self, LdrProgress *progress, GError **error)
{
  progress->profiles = read_finished (self, LDR_QUESTIONNAIRE_NATURAL_STYLE, error);
  if (progress->profiles == NULL)
    return FALSE;
  progress->exposures = read_finished (self, LDR_QUESTIONNAIRE_PITFALL_SIGNS, error);
  return progress->exposures != NULL;
}

/* --- All of it -------------------------------------------------------------------------------------------------------
 */

static void
note_day (LdrProgress *self, int day)
{
  if (self->oldest_day == 0 || day < self->oldest_day)
    self->oldest_day = day;
}

static void
find_oldest_day (LdrProgress *self)
{
  gint64 agreed = G_MAXINT64;

  if (self->days->len > 0)
    note_day (self, g_array_index (self->days, LdrProgressDay, 0).day);
  for (guint i = 0; i < self->goals->len; i++)
    {
      const LdrProgressGoal *goal = g_ptr_array_index (self->goals, i);

      if (goal->check_ins->len > 0)
        note_day (self, ((LdrCheckIn *) g_ptr_array_index (goal->check_ins, 0))->day);
    }
  for (guint i = 0; i < self->sessions->len; i++)
    note_day (self, ((LdrSessionSummary *) g_ptr_array_index (self->sessions, i))->day);
  for (guint i = 0; i < self->actions->len; i++)
    agreed = MIN (agreed, ((LdrAction *) g_ptr_array_index (self->actions, i))->agreed);
  if (agreed < G_MAXINT64)
    note_day (self, ldr_day_from_moment (agreed));
  for (guint i = 0; i < self->profiles->len; i++)
    note_day (self, ((LdrAssessment *) g_ptr_array_index (self->profiles, i))->day);
  for (guint i = 0; i < self->exposures->len; i++)
    note_day (self, ((LdrAssessment *) g_ptr_array_index (self->exposures, i))->day);
}

static LdrProgress *
read_progress (LdrStore *self, int today, GError **error)
{
  g_autoptr (LdrProgress) progress = g_atomic_rc_box_new0 (LdrProgress);

  progress->today = today;
  if (!read_days (self, progress, error) || !read_goals (self, progress, error)
      || !read_sessions (self, progress, error) || !read_measurements (self, progress, error))
    return NULL;
  find_oldest_day (progress);
  return g_steal_pointer (&progress);
}

static gboolean
is_up_to_date (LdrStore *self, int today)
{
  return self->progress != NULL && self->progress->today == today
         && self->progress_changes == ldr_store_get_changes (self);
}

/**
 * ldr_store_get_progress:
 * @self: a journal
 * @today: the civil day
 * @error: return location for an #LdrStoreError
 *
 * What the journal knows about progress, all of it and as one state of the journal. It is read once and kept until a
 * row is written, the day is another one or the journal is closed.
 *
 * Returns: (transfer full): what charts are made from, or %NULL
 */
LdrProgress *
ldr_store_get_progress (LdrStore *self, int today, GError **error)
{
  LdrProgress *progress;

  g_return_val_if_fail (self != NULL && today > 0, NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  if (is_up_to_date (self, today))
    return ldr_progress_ref (self->progress);
  g_clear_pointer (&self->progress, ldr_progress_unref);
  progress = read_progress (self, today, error);
  /* What is being changed may still be undone, and nothing would be counted then. */
  if (progress != NULL && !ldr_database_in_transaction (self->db))
    {
      self->progress = ldr_progress_ref (progress);
      self->progress_changes = ldr_store_get_changes (self);
    }
  return progress;
}
