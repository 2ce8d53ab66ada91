/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include "model/ldr-moment.h"

/* What was agreed and what is aimed at, as it was on the last day of the document. What came later is no part of it. Of
 * texts that are corrected in place the journal keeps no earlier ones: those are as they are now. */

/* The last day of which the document can know something. */
int
ldr_export_get_last_day (const LdrExportRun *self)
{
  return MIN (self->period.last_day, self->today);
}

/**
 * ldr_export_action_then:
 * @self: a document in the making
 * @action: what was agreed
 *
 * What came to its end later was open then, as far as the journal knows: of an action it keeps only the last change.
 *
 * Returns: (transfer full): the action as it was on the last day of the document
 */
LdrAction *
ldr_export_action_then (const LdrExportRun *self, LdrAction *action)
{
  LdrAction *then;

  if (action->state == LDR_ACTION_OPEN || action->state_day <= ldr_export_get_last_day (self))
    return ldr_action_ref (action);
  then = ldr_action_copy (action);
  ldr_action_set_state (then, LDR_ACTION_OPEN, ldr_day_from_moment (action->agreed));
  return then;
}

/* Of a goal that came back the journal knows the days of rest, and not whether it was paused or at an end. */
static void
set_state_then (LdrGoal *goal, int day)
{
  gboolean ended_later = goal->state == LDR_GOAL_ACHIEVED || goal->state == LDR_GOAL_LET_GO;

  if (goal->state_day <= day)
    return;
  if (ended_later)
    ldr_goal_set_learned (goal, "");
  goal->state = LDR_GOAL_ACTIVE;
  goal->state_day = goal->first_day;
  goal->returns = 0;
  for (guint i = 0; i < goal->rests->len; i++)
    {
      const LdrGoalRest rest = g_array_index (goal->rests, LdrGoalRest, i);

      if (rest.last_day < day)
        {
          goal->state_day = rest.last_day + 1;
          continue;
        }
      if (rest.first_day <= day)
        {
          goal->state = LDR_GOAL_PAUSED;
          goal->state_day = rest.first_day;
        }
      g_array_set_size (goal->rests, i);
    }
}

/**
 * ldr_export_goal_then:
 * @self: a document in the making
 * @goal: a goal
 *
 * Returns: (transfer full): the goal as it was on the last day of the document: what it said and measured, its state,
 *   and which of its steps were done
 */
LdrGoal *
ldr_export_goal_then (const LdrExportRun *self, LdrGoal *goal)
{
  int day = ldr_export_get_last_day (self);
  LdrGoal *then;

  if (day >= self->today)
    return ldr_goal_ref (goal);
  then = ldr_goal_copy (goal);
  set_state_then (then, day);
  g_ptr_array_set_size (then->versions, ldr_goal_get_version_on (goal, day)->number);
  for (guint i = 0; i < then->steps->len; i++)
    if (ldr_goal_get_step (then, i)->done > day)
      ldr_goal_set_step_done (then, i, 0);
  return then;
}
