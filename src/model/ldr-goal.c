/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-goal.h"

#include "ldr-id.h"
#include "ldr-moment.h"
#include "ldr-text.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (LdrGoal, ldr_goal, ldr_goal_ref, ldr_goal_unref)

static const char *const kind_ids[LDR_N_GOAL_KINDS] = {
  [LDR_GOAL_STRENGTH] = "strength",
  [LDR_GOAL_PITFALL] = "pitfall",
  [LDR_GOAL_FIGURE] = "figure",
};

static const char *const state_ids[LDR_N_GOAL_STATES] = {
  [LDR_GOAL_ACTIVE] = "active",
  [LDR_GOAL_PAUSED] = "paused",
  [LDR_GOAL_ACHIEVED] = "achieved",
  [LDR_GOAL_LET_GO] = "let-go",
};

/* Where a scaling question is said to aim before somebody says so: ten is for heroes. */
#define FIRST_TARGET 8

static void
step_free (gpointer data)
{
  LdrGoalStep *step = data;

  g_free (step->id);
  g_free (step->text);
  g_free (step);
}

static void
version_free (gpointer data)
{
  LdrGoalVersion *version = data;

  g_free (version->statement);
  ldr_measure_free (version->measure);
  g_free (version);
}

/**
 * ldr_goal_new:
 * @kind: what it is for
 * @style: its style, or -1 for a key figure that belongs to none
 *
 * Returns: (transfer full): an active goal from today on that says nothing yet, with a first version whose measure is
 *   the scale, or a figure for a key figure, and without a rhythm
 */
LdrGoal *
ldr_goal_new (LdrGoalKind kind, int style)
{
  LdrGoal *self = g_atomic_rc_box_new0 (LdrGoal);
  LdrMeasureKind measured = kind == LDR_GOAL_FIGURE ? LDR_MEASURE_FIGURE : LDR_MEASURE_SCALE;
  g_autoptr (LdrMeasure) measure = ldr_measure_new (measured, 1, "", NAN, FIRST_TARGET);

  self->id = ldr_id_new ();
  self->kind = kind;
  self->style = style;
  self->why = g_strdup ("");
  self->success = g_strdup ("");
  self->hypothesis = g_strdup ("");
  self->learned = g_strdup ("");
  self->state_day = ldr_day_today ();
  self->first_day = self->state_day;
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->rests = g_array_new (FALSE, FALSE, sizeof (LdrGoalRest));
  self->versions = g_ptr_array_new_with_free_func (version_free);
  self->created = ldr_moment_now ();
  ldr_goal_add_version (self, self->first_day, "", measure);
  return self;
}

static gpointer
step_copy (gconstpointer data, gpointer user_data)
{
  LdrGoalStep *copy = g_memdup2 (data, sizeof (LdrGoalStep));

  copy->id = g_strdup (copy->id);
  copy->text = g_strdup (copy->text);
  return copy;
}

static gpointer
version_copy (gconstpointer data, gpointer user_data)
{
  LdrGoalVersion *copy = g_memdup2 (data, sizeof (LdrGoalVersion));

  copy->statement = g_strdup (copy->statement);
  copy->measure = ldr_measure_copy (copy->measure);
  return copy;
}

/**
 * ldr_goal_copy:
 * @self: a goal
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrGoal *
ldr_goal_copy (const LdrGoal *self)
{
  LdrGoal *copy = g_atomic_rc_box_new0 (LdrGoal);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->why = g_strdup (self->why);
  copy->success = g_strdup (self->success);
  copy->hypothesis = g_strdup (self->hypothesis);
  copy->learned = g_strdup (self->learned);
  copy->steps = g_ptr_array_copy (self->steps, (GCopyFunc) step_copy, NULL);
  copy->rests = g_array_copy (self->rests);
  copy->versions = g_ptr_array_copy (self->versions, (GCopyFunc) version_copy, NULL);
  return copy;
}

LdrGoal *
ldr_goal_ref (LdrGoal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
goal_clear (gpointer data)
{
  LdrGoal *self = data;

  g_free (self->id);
  g_free (self->why);
  g_free (self->success);
  g_free (self->hypothesis);
  g_free (self->learned);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->rests);
  g_ptr_array_unref (self->versions);
}

void
ldr_goal_unref (LdrGoal *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, goal_clear);
}

/* --- What it says ----------------------------------------------------------------------------------------------------
 */

static void
set_text (char **place, const char *text, LdrTextKind kind)
{
  char *clean = ldr_text_clean (text, kind);

  g_free (*place);
  *place = clean;
}

static LdrGoalVersion *
current (const LdrGoal *self)
{
  g_return_val_if_fail (self->versions->len > 0, NULL);

  return g_ptr_array_index (self->versions, self->versions->len - 1);
}

/**
 * ldr_goal_set_statement:
 * @self: a goal that is not shared yet
 * @statement: what it says; made one line of clean text
 *
 * Changes the current version. Whether that corrects it or becomes a new one is for the journal to decide when the goal
 * is saved; see ldr_goal_starts_version().
 */
void
ldr_goal_set_statement (LdrGoal *self, const char *statement)
{
  set_text (&current (self)->statement, statement, LDR_TEXT_LINE);
}

/**
 * ldr_goal_set_measure:
 * @self: a goal that is not shared yet
 * @measure: how it is measured; copied
 *
 * Changes the current version, as ldr_goal_set_statement() does.
 */
void
ldr_goal_set_measure (LdrGoal *self, const LdrMeasure *measure)
{
  LdrMeasure *copy = ldr_measure_copy (measure);

  ldr_measure_free (current (self)->measure);
  current (self)->measure = copy;
}

/**
 * ldr_goal_set_why:
 * @self: a goal that is not shared yet
 * @why: why it matters, CommonMark
 */
void
ldr_goal_set_why (LdrGoal *self, const char *why)
{
  set_text (&self->why, why, LDR_TEXT_BODY);
}

/**
 * ldr_goal_set_success:
 * @self: a goal that is not shared yet
 * @success: how one will know that it works, CommonMark
 */
void
ldr_goal_set_success (LdrGoal *self, const char *success)
{
  set_text (&self->success, success, LDR_TEXT_BODY);
}

/**
 * ldr_goal_set_hypothesis:
 * @self: a goal that is not shared yet
 * @hypothesis: what is to be found out, CommonMark; "" makes it a plain goal
 */
void
ldr_goal_set_hypothesis (LdrGoal *self, const char *hypothesis)
{
  set_text (&self->hypothesis, hypothesis, LDR_TEXT_BODY);
}

/**
 * ldr_goal_set_learned:
 * @self: a goal that is not shared yet
 * @learned: what was learned, CommonMark
 */
void
ldr_goal_set_learned (LdrGoal *self, const char *learned)
{
  set_text (&self->learned, learned, LDR_TEXT_BODY);
}

/**
 * ldr_goal_set_rhythm:
 * @self: a goal that is not shared yet
 * @kind: how often it asks
 * @weekdays: on which days, Monday in bit 0; only for %LDR_RHYTHM_WEEKDAYS
 */
void
ldr_goal_set_rhythm (LdrGoal *self, LdrRhythmKind kind, guint weekdays)
{
  self->rhythm = kind;
  self->weekdays = kind == LDR_RHYTHM_WEEKDAYS ? weekdays & LDR_WEEKDAYS_ALL : 0;
}

/* Keeps the rest that ends on @day, or that ended by itself before. */
static void
end_rest (LdrGoal *self, int day)
{
  int end = self->returns != 0 ? MIN (day, self->returns) : day;
  LdrGoalRest rest = { self->state_day, end - 1 };

  if (self->state == LDR_GOAL_ACTIVE)
    return;
  if (self->rests->len > 0)
    rest.first_day = MAX (rest.first_day, g_array_index (self->rests, LdrGoalRest, self->rests->len - 1).last_day + 1);
  if (rest.first_day <= rest.last_day)
    g_array_append_val (self->rests, rest);
}

/**
 * ldr_goal_set_state:
 * @self: a goal that is not shared yet
 * @state: its state
 * @day: since when, a civil day
 *
 * A goal that is paused this way has no day on which it comes back; see ldr_goal_pause(). The days on which it was not
 * worked on until now are kept.
 */
void
ldr_goal_set_state (LdrGoal *self, LdrGoalState state, int day)
{
  end_rest (self, day);
  self->state = state;
  self->state_day = day;
  self->returns = 0;
}

/**
 * ldr_goal_pause:
 * @self: a goal that is not shared yet
 * @day: since when, a civil day
 * @returns: the day on which it comes back by itself, or 0
 */
void
ldr_goal_pause (LdrGoal *self, int day, int returns)
{
  ldr_goal_set_state (self, LDR_GOAL_PAUSED, day);
  self->returns = returns;
}

/* --- Steps -----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_goal_add_step:
 * @self: a goal that is not shared yet
 * @text: what is to be done; made one line of clean text
 *
 * Returns: (transfer none): the new last step, with an id of its own
 */
LdrGoalStep *
ldr_goal_add_step (LdrGoal *self, const char *text)
{
  LdrGoalStep *step = g_new0 (LdrGoalStep, 1);

  step->id = ldr_id_new ();
  step->text = ldr_text_clean (text, LDR_TEXT_LINE);
  g_ptr_array_add (self->steps, step);
  return step;
}

/**
 * ldr_goal_get_step:
 * @self: a goal
 * @step: the number of a step, from 0
 *
 * Returns: (transfer none): the step
 */
LdrGoalStep *
ldr_goal_get_step (const LdrGoal *self, guint step)
{
  g_return_val_if_fail (step < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, step);
}

/**
 * ldr_goal_set_step_text:
 * @self: a goal that is not shared yet
 * @step: the number of a step, from 0
 * @text: what is to be done; made one line of clean text
 */
void
ldr_goal_set_step_text (LdrGoal *self, guint step, const char *text)
{
  g_return_if_fail (step < self->steps->len);

  set_text (&ldr_goal_get_step (self, step)->text, text, LDR_TEXT_LINE);
}

/**
 * ldr_goal_set_step_done:
 * @self: a goal that is not shared yet
 * @step: the number of a step, from 0
 * @day: the day on which it was done, or 0 if it was not
 */
void
ldr_goal_set_step_done (LdrGoal *self, guint step, int day)
{
  g_return_if_fail (step < self->steps->len);

  ldr_goal_get_step (self, step)->done = day;
}

/**
 * ldr_goal_move_step:
 * @self: a goal that is not shared yet
 * @step: the number of a step, from 0
 * @to: the number that it is to have
 */
void
ldr_goal_move_step (LdrGoal *self, guint step, guint to)
{
  g_return_if_fail (step < self->steps->len && to < self->steps->len);

  g_ptr_array_insert (self->steps, (int) to, g_ptr_array_steal_index (self->steps, step));
}

/**
 * ldr_goal_remove_step:
 * @self: a goal that is not shared yet
 * @step: the number of a step, from 0
 */
void
ldr_goal_remove_step (LdrGoal *self, guint step)
{
  g_return_if_fail (step < self->steps->len);

  g_ptr_array_remove_index (self->steps, step);
}

/**
 * ldr_goal_count_done_steps:
 * @self: a goal
 *
 * Returns: how many of its steps are done
 */
guint
ldr_goal_count_done_steps (const LdrGoal *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += ldr_goal_get_step (self, i)->done != 0 ? 1 : 0;
  return n;
}

/* --- Versions --------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_goal_add_version:
 * @self: a goal that is not shared yet
 * @since: the day from which on it holds
 * @statement: what the goal says; made one line of clean text
 * @measure: how it is measured; copied
 *
 * Adds a version with the next number, which holds now.
 */
void
ldr_goal_add_version (LdrGoal *self, int since, const char *statement, const LdrMeasure *measure)
{
  LdrGoalVersion *version = g_new0 (LdrGoalVersion, 1);

  version->number = (int) self->versions->len + 1;
  version->since = since;
  version->statement = ldr_text_clean (statement, LDR_TEXT_LINE);
  version->measure = ldr_measure_copy (measure);
  g_ptr_array_add (self->versions, version);
}

/**
 * ldr_goal_get_version:
 * @self: a goal
 *
 * Returns: (transfer none): the version that holds now
 */
const LdrGoalVersion *
ldr_goal_get_version (const LdrGoal *self)
{
  return current (self);
}

/**
 * ldr_goal_find_version:
 * @self: a goal
 * @number: the number of a version
 *
 * Returns: (transfer none) (nullable): the version
 */
const LdrGoalVersion *
ldr_goal_find_version (const LdrGoal *self, int number)
{
  return number > 0 && (guint) number <= self->versions->len ? g_ptr_array_index (self->versions, number - 1) : NULL;
}

/**
 * ldr_goal_get_version_on:
 * @self: a goal
 * @day: a civil day
 *
 * Returns: (transfer none): the version that held on that day; the first for a day before it
 */
const LdrGoalVersion *
ldr_goal_get_version_on (const LdrGoal *self, int day)
{
  for (int number = (int) self->versions->len; number > 1; number--)
    if (ldr_goal_find_version (self, number)->since <= day)
      return ldr_goal_find_version (self, number);
  return ldr_goal_find_version (self, 1);
}

/**
 * ldr_goal_get_statement:
 * @self: a goal
 *
 * Returns: (transfer none): what it says now
 */
const char *
ldr_goal_get_statement (const LdrGoal *self)
{
  return current (self)->statement;
}

/**
 * ldr_goal_get_measure:
 * @self: a goal
 *
 * Returns: (transfer none): how it is measured now
 */
const LdrMeasure *
ldr_goal_get_measure (const LdrGoal *self)
{
  return current (self)->measure;
}

/* --- What holds on a day ---------------------------------------------------------------------------------------------
 */

/**
 * ldr_goal_get_state:
 * @self: a goal
 * @today: a civil day
 *
 * What its state is on a day: a paused goal whose day has come is active again, without anybody having to say so.
 *
 * Returns: its state
 */
LdrGoalState
ldr_goal_get_state (const LdrGoal *self, int today)
{
  if (self->state == LDR_GOAL_PAUSED && self->returns != 0 && today >= self->returns)
    return LDR_GOAL_ACTIVE;
  return self->state;
}

/**
 * ldr_goal_rests_on:
 * @self: a goal
 * @day: a civil day
 *
 * Returns: whether nobody works on it that day, as it is paused, achieved or let go
 */
gboolean
ldr_goal_rests_on (const LdrGoal *self, int day)
{
  for (guint i = 0; i < self->rests->len; i++)
    {
      const LdrGoalRest *rest = &g_array_index (self->rests, LdrGoalRest, i);

      if (day >= rest->first_day && day <= rest->last_day)
        return TRUE;
    }
  return day >= self->state_day && ldr_goal_get_state (self, day) != LDR_GOAL_ACTIVE;
}

/**
 * ldr_goal_get_rhythm:
 * @self: a goal
 *
 * Returns: when it asks for check-ins as long as it is active
 */
LdrRhythm
ldr_goal_get_rhythm (const LdrGoal *self)
{
  return (LdrRhythm) { self->rhythm, self->weekdays, self->first_day, self->last_day };
}

/**
 * ldr_goal_get_due:
 * @self: a goal
 * @today: a civil day
 * @last_check_in: the day of its last check-in up to @today, skipped or not; 0 if there is none
 *
 * Which day waits for its check-in. Only an active goal asks, and not about days before it became active.
 *
 * Returns: a day up to @today, or 0 if nothing is due
 */
int
ldr_goal_get_due (const LdrGoal *self, int today, int last_check_in)
{
  LdrRhythm rhythm = ldr_goal_get_rhythm (self);
  int active_since = self->state == LDR_GOAL_ACTIVE ? self->state_day : self->returns;
  int due;

  if (self->deleted != 0 || ldr_goal_get_state (self, today) != LDR_GOAL_ACTIVE)
    return 0;
  due = ldr_rhythm_get_due (&rhythm, today, last_check_in);
  return due >= active_since ? due : 0;
}

/**
 * ldr_goal_is_experiment:
 * @self: a goal
 *
 * Returns: whether it is to find something out
 */
gboolean
ldr_goal_is_experiment (const LdrGoal *self)
{
  return self->hypothesis[0] != '\0';
}

/**
 * ldr_goal_asks_verdict:
 * @self: a goal
 * @today: a civil day
 *
 * Whether an experiment has run its time, so that its owner is to say what becomes of it: keep it (it then has no last
 * day), change it (it then has a later one), or drop it (it is let go, with what was learned).
 *
 * Returns: whether it asks that
 */
gboolean
ldr_goal_asks_verdict (const LdrGoal *self, int today)
{
  return ldr_goal_is_experiment (self) && ldr_goal_get_state (self, today) == LDR_GOAL_ACTIVE && self->last_day != 0
         && today >= self->last_day;
}

/* --- Ids -------------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_goal_kind_to_id:
 * @kind: a kind
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_goal_kind_to_id (LdrGoalKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_GOAL_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ldr_goal_kind_from_id:
 * @id: an id
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ldr_goal_kind_from_id (const char *id, LdrGoalKind *kind)
{
  return ldr_text_find (kind_ids, LDR_N_GOAL_KINDS, id, (guint *) kind);
}

/**
 * ldr_goal_state_to_id:
 * @state: a state
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_goal_state_to_id (LdrGoalState state)
{
  g_return_val_if_fail ((guint) state < LDR_N_GOAL_STATES, NULL);

  return state_ids[state];
}

/**
 * ldr_goal_state_from_id:
 * @id: an id
 * @state: (out): the state
 *
 * Returns: whether there is such a state
 */
gboolean
ldr_goal_state_from_id (const char *id, LdrGoalState *state)
{
  return ldr_text_find (state_ids, LDR_N_GOAL_STATES, id, (guint *) state);
}
