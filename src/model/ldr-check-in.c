/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-check-in.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (LdrCheckIn, ldr_check_in, ldr_check_in_ref, ldr_check_in_unref)

/**
 * ldr_check_in_new:
 * @goal: its goal
 * @day: the civil day that it is about
 * @value: a value of the measure that held on that day, or NAN to skip the day
 *
 * Returns: (transfer full): a check-in that is made now, without a note
 */
LdrCheckIn *
ldr_check_in_new (const LdrGoal *goal, int day, double value)
{
  return ldr_check_in_new_on_version (goal->id, ldr_goal_get_version_on (goal, day)->number, day, value);
}

/**
 * ldr_check_in_new_on_version:
 * @goal: the id of its goal
 * @version: the number of the version that it is a mark on
 * @day: the civil day that it is about
 * @value: a value of that version's measure, or NAN to skip the day
 *
 * Returns: (transfer full): a check-in that is made now, without a note
 */
LdrCheckIn *
ldr_check_in_new_on_version (const char *goal, int version, int day, double value)
{
  LdrCheckIn *self = g_atomic_rc_box_new0 (LdrCheckIn);

  self->id = ldr_id_new ();
  self->goal = g_strdup (goal);
  self->version = version;
  self->day = day;
  self->moment = ldr_moment_now ();
  self->value = value;
  self->note = g_strdup ("");
  return self;
}

/**
 * ldr_check_in_copy:
 * @self: a check-in
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrCheckIn *
ldr_check_in_copy (const LdrCheckIn *self)
{
  LdrCheckIn *copy = g_atomic_rc_box_new0 (LdrCheckIn);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->goal = g_strdup (self->goal);
  copy->note = g_strdup (self->note);
  return copy;
}

LdrCheckIn *
ldr_check_in_ref (LdrCheckIn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
check_in_clear (gpointer data)
{
  LdrCheckIn *self = data;

  g_free (self->id);
  g_free (self->goal);
  g_free (self->note);
}

void
ldr_check_in_unref (LdrCheckIn *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, check_in_clear);
}

/**
 * ldr_check_in_set_note:
 * @self: a check-in that is not shared yet
 * @note: CommonMark, "" for none
 */
void
ldr_check_in_set_note (LdrCheckIn *self, const char *note)
{
  char *clean = ldr_text_clean (note, LDR_TEXT_BODY);

  g_free (self->note);
  self->note = clean;
}

/**
 * ldr_check_in_is_skipped:
 * @self: a check-in
 *
 * Returns: whether its day was skipped on purpose
 */
gboolean
ldr_check_in_is_skipped (const LdrCheckIn *self)
{
  return isnan (self->value);
}

/**
 * ldr_check_in_validate:
 * @self: a check-in, perhaps from outside
 * @goal: its goal
 *
 * Fails with %LDR_MODEL_ERROR_INVALID if a value is not allowed; for one outside the measure with the reason, in words
 * for whoever filled it in.
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_check_in_validate (const LdrCheckIn *self, const LdrGoal *goal, GError **error)
{
  const LdrGoalVersion *version = ldr_goal_find_version (goal, self->version);
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if (!g_str_equal (self->goal, goal->id))
    wrong = "goal";
  else if (version == NULL)
    wrong = "version";
  else if (self->day < 1)
    wrong = "day";
  else if (!ldr_text_is_clean (self->note, LDR_TEXT_BODY))
    wrong = "note";
  if (wrong == NULL)
    return ldr_check_in_is_skipped (self) || ldr_measure_check_value (version->measure, self->value, error);
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The check-in’s “%s” is not as it has to be."),
               wrong);
  return FALSE;
}

/* --- Several of them -------------------------------------------------------------------------------------------------
 */

/**
 * ldr_goal_count_times:
 * @self: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins
 * @first_day: a civil day
 * @last_day: a civil day
 *
 * Adds up what was noted by a measure of times a week; marks on a version that measures otherwise do not count.
 *
 * Returns: how many times it was from @first_day to @last_day
 */
int
ldr_goal_count_times (const LdrGoal *self, GPtrArray *check_ins, int first_day, int last_day)
{
  double sum = 0;

  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const LdrGoalVersion *version = ldr_goal_find_version (self, check_in->version);

      if (check_in->day >= first_day && check_in->day <= last_day && !ldr_check_in_is_skipped (check_in)
          && version->measure->kind == LDR_MEASURE_WEEKLY)
        sum += check_in->value;
    }
  return (int) sum;
}

/**
 * ldr_goal_count_week:
 * @self: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins
 * @day: a civil day
 * @first_weekday: on which day weeks begin
 *
 * Returns: how many times it was in the week of @day
 */
int
ldr_goal_count_week (const LdrGoal *self, GPtrArray *check_ins, int day, GDateWeekday first_weekday)
{
  int start = ldr_rhythm_get_week_start (day, first_weekday);

  return ldr_goal_count_times (self, check_ins, start, start + 6);
}

/**
 * ldr_goal_is_frozen:
 * @self: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, at least those of the current version
 *
 * Whether what it says and measures now is settled, because %LDR_GOAL_FROZEN_AFTER marks were made on it; a skipped day
 * is none. A change then starts a new version.
 *
 * Returns: whether it is frozen
 */
gboolean
ldr_goal_is_frozen (const LdrGoal *self, GPtrArray *check_ins)
{
  int current = ldr_goal_get_version (self)->number;
  guint n_marks = 0;

  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);

      n_marks += check_in->version == current && !ldr_check_in_is_skipped (check_in) ? 1 : 0;
    }
  return n_marks >= LDR_GOAL_FROZEN_AFTER;
}

static gboolean
fits_all (const LdrMeasure *measure, int version, GPtrArray *check_ins)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);

      if (check_in->version == version && !ldr_check_in_is_skipped (check_in)
          && !ldr_measure_check_value (measure, check_in->value, NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
says_the_same (const LdrGoalVersion *a, const LdrGoalVersion *b)
{
  return g_str_equal (a->statement, b->statement) && ldr_measure_equal (a->measure, b->measure);
}

/**
 * ldr_goal_starts_version:
 * @self: a goal as it is
 * @changed: the same goal as it is to become
 * @check_ins: (element-type LdrCheckIn): its check-ins, at least those of the current version
 *
 * Whether saving @changed starts a new version: its statement or measure is another, and the one there was is frozen,
 * or has a mark that would be none by the new measure. Otherwise the current version is corrected.
 *
 * Returns: whether a new version begins
 */
gboolean
ldr_goal_starts_version (const LdrGoal *self, const LdrGoal *changed, GPtrArray *check_ins)
{
  const LdrGoalVersion *now = ldr_goal_get_version (self), *wanted = ldr_goal_get_version (changed);

  return !says_the_same (now, wanted)
         && (ldr_goal_is_frozen (self, check_ins) || !fits_all (wanted->measure, now->number, check_ins));
}

static gboolean
has_check_in (int version, GPtrArray *check_ins)
{
  for (guint i = 0; i < check_ins->len; i++)
    if (((const LdrCheckIn *) g_ptr_array_index (check_ins, i))->version == version)
      return TRUE;
  return FALSE;
}

/**
 * ldr_goal_settle:
 * @self: a goal as it is
 * @changed: the same goal as it is to become; only its current version is looked at
 * @check_ins: (element-type LdrCheckIn): its check-ins, at least those of the current version
 * @today: the civil day on which it changes
 *
 * Brings the versions of a changed goal in order: the earlier ones stay as they are, and the current one is corrected
 * or gets a successor (ldr_goal_starts_version()). One without a check-in that says again what the version before it
 * said is taken back, so that undoing a change leaves no trace.
 *
 * Returns: (transfer full): a copy of @changed with the versions that it is to have
 */
LdrGoal *
ldr_goal_settle (const LdrGoal *self, const LdrGoal *changed, GPtrArray *check_ins, int today)
{
  g_autoptr (LdrGoal) before = ldr_goal_copy (self);
  LdrGoal *settled = ldr_goal_copy (changed);
  const LdrGoalVersion *wanted = ldr_goal_get_version (changed), *now = ldr_goal_get_version (before);
  const LdrGoalVersion *previous = ldr_goal_find_version (before, now->number - 1);
  GPtrArray *versions = settled->versions;

  settled->versions = g_steal_pointer (&before->versions);
  before->versions = versions;
  if (ldr_goal_starts_version (self, changed, check_ins))
    ldr_goal_add_version (settled, MAX (today, now->since), wanted->statement, wanted->measure);
  else if (previous != NULL && says_the_same (previous, wanted) && !has_check_in (now->number, check_ins))
    g_ptr_array_remove_index (settled->versions, settled->versions->len - 1);
  else
    {
      ldr_goal_set_statement (settled, wanted->statement);
      ldr_goal_set_measure (settled, wanted->measure);
    }
  return settled;
}
