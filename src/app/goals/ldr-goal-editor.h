/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-goal.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_GOAL_EDITOR (ldr_goal_editor_get_type ())
G_DECLARE_FINAL_TYPE (LdrGoalEditor, ldr_goal_editor, LDR, GOAL_EDITOR, AdwDialog)

/* A goal is written, or changed. Signal: `saved` (the #LdrGoal as it was saved). */

AdwDialog *ldr_goal_editor_new (LdrJournal *journal, LdrGoal *goal, GPtrArray *check_ins);

G_END_DECLS
