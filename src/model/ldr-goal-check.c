/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-goal.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-text.h"

/* What a goal has to be before it is stored. What somebody can fill in wrong is told in words of its own. */

/* 31 December 9999, the last day that a date can be. */
#define LAST_DAY 3652059

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
refuse_member (GError **error, const char *member)
{
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The goal’s “%s” is not as it has to be."), member);
  return FALSE;
}

static gboolean
is_day (int day)
{
  return day > 0 && day <= LAST_DAY;
}

static gboolean
check_facts (const LdrGoal *self, GError **error)
{
  if (!ldr_id_is_valid (self->id))
    return refuse_member (error, "id");
  if ((guint) self->kind >= LDR_N_GOAL_KINDS)
    return refuse_member (error, "kind");
  if (self->style < -1 || self->style >= LDR_N_STYLES)
    return refuse_member (error, "style");
  if (self->style < 0 && self->kind != LDR_GOAL_FIGURE)
    return refuse (error, _ ("Choose the style that this goal is about."));
  if (!ldr_text_is_clean (self->why, LDR_TEXT_BODY))
    return refuse_member (error, "why");
  if (!ldr_text_is_clean (self->success, LDR_TEXT_BODY))
    return refuse_member (error, "success");
  if (!ldr_text_is_clean (self->hypothesis, LDR_TEXT_BODY))
    return refuse_member (error, "hypothesis");
  if (!ldr_text_is_clean (self->learned, LDR_TEXT_BODY))
    return refuse_member (error, "learned");
  return TRUE;
}

static gboolean
check_days (const LdrGoal *self, GError **error)
{
  if ((guint) self->state >= LDR_N_GOAL_STATES || !is_day (self->state_day))
    return refuse_member (error, "state");
  if (self->returns != 0 && (self->state > LDR_GOAL_PAUSED || !is_day (self->returns)))
    return refuse_member (error, "returns");
  if (self->state == LDR_GOAL_PAUSED && self->returns != 0 && self->returns <= self->state_day)
    return refuse (error, _ ("The day on which the goal comes back has to be after the day on which it was paused."));
  if (!is_day (self->first_day))
    return refuse_member (error, "first-day");
  if (self->last_day != 0 && !is_day (self->last_day))
    return refuse_member (error, "last-day");
  if (self->last_day != 0 && self->last_day < self->first_day)
    return refuse (error, _ ("The last day is before the first."));
  if (self->deleted < 0)
    return refuse_member (error, "deleted");
  return TRUE;
}

static gboolean
check_rhythm (const LdrGoal *self, GError **error)
{
  if ((guint) self->rhythm >= LDR_N_RHYTHM_KINDS || (self->weekdays & ~LDR_WEEKDAYS_ALL) != 0
      || (self->rhythm != LDR_RHYTHM_WEEKDAYS && self->weekdays != 0))
    return refuse_member (error, "rhythm");
  if (self->rhythm == LDR_RHYTHM_WEEKDAYS && self->weekdays == 0)
    return refuse (error, _ ("Choose at least one day of the week for check-ins."));
  return TRUE;
}

static gboolean
check_steps (const LdrGoal *self, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const LdrGoalStep *step = ldr_goal_get_step (self, i);

      if (!ldr_id_is_valid (step->id) || !g_hash_table_add (ids, step->id) || step->text[0] == '\0'
          || !ldr_text_is_clean (step->text, LDR_TEXT_LINE) || (step->done != 0 && !is_day (step->done)))
        return refuse_member (error, "steps");
    }
  return TRUE;
}

static gboolean
check_rests (const LdrGoal *self, GError **error)
{
  int before = 0;

  for (guint i = 0; i < self->rests->len; i++)
    {
      const LdrGoalRest *rest = &g_array_index (self->rests, LdrGoalRest, i);

      if (!is_day (rest->first_day) || !is_day (rest->last_day) || rest->first_day <= before
          || rest->last_day < rest->first_day)
        return refuse_member (error, "rests");
      before = rest->last_day;
    }
  return TRUE;
}

static gboolean
check_versions (const LdrGoal *self, GError **error)
{
  int since = 1;

  if (self->versions->len == 0)
    return refuse_member (error, "versions");
  for (guint i = 0; i < self->versions->len; i++)
    {
      const LdrGoalVersion *version = g_ptr_array_index (self->versions, i);

      if (version->number != (int) i + 1 || !is_day (version->since) || version->since < since
          || !ldr_text_is_clean (version->statement, LDR_TEXT_LINE))
        return refuse_member (error, "versions");
      if (version->statement[0] == '\0')
        return refuse (error, _ ("Say in one line what the goal is."));
      if (!ldr_measure_validate (version->measure, error))
        return FALSE;
      since = version->since;
    }
  return TRUE;
}

/**
 * ldr_goal_validate:
 * @self: a goal, perhaps from outside
 *
 * Fails with %LDR_MODEL_ERROR_INVALID if a value is not allowed; the reason is in words for whoever filled it in.
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_goal_validate (const LdrGoal *self, GError **error)
{
  return check_facts (self, error) && check_days (self, error) && check_rhythm (self, error)
         && check_steps (self, error) && check_rests (self, error) && check_versions (self, error);
}
