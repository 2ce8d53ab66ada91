/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-goal.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* What is asked when a goal is paused or comes to its end, and what can be taken back. */

/* @answered: whether @changed is the answer; if not, it is only what was filled in before the question was put away. */
typedef void (*LdrGoalEndingFunc) (gpointer object, LdrGoal *changed, gboolean answered);

void
ldr_goal_ask_ending (GtkWidget *parent, LdrGoal *goal, LdrGoalState state, LdrGoalEndingFunc func, GObject *object);
void ldr_goal_offer_undo (GtkWidget *widget, LdrJournal *journal, const char *title, LdrGoal *before);
void ldr_goal_trash (GtkWidget *widget, LdrJournal *journal, LdrGoal *goal);

G_END_DECLS
