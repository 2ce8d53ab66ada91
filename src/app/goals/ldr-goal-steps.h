/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-goal.h"

G_BEGIN_DECLS

#define LDR_TYPE_GOAL_STEPS (ldr_goal_steps_get_type ())
G_DECLARE_FINAL_TYPE (LdrGoalSteps, ldr_goal_steps, LDR, GOAL_STEPS, AdwBin)

/* The steps of a goal as a checklist: added, ticked, changed, put in order, removed; with the counter-moves of the
 * style as an offer. Signals, by the user:
 *
 * - `changed`: a step was added, ticked, moved or removed
 * - `written`: the text of a step changed
 * - `removed` (an #AdwToast that brings the step back) */

GtkWidget *ldr_goal_steps_new (void);
void ldr_goal_steps_set_goal (LdrGoalSteps *self, const LdrGoal *goal);
void ldr_goal_steps_apply (LdrGoalSteps *self, LdrGoal *goal);

G_END_DECLS
