/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-goals-jobs.h"

G_BEGIN_DECLS

/* Parts of the page of a goal that only show; they are filled anew when something changed. */

void ldr_goal_head_fill (GtkWidget *box, const LdrGoal *goal, const char *leader, int today);
void ldr_goal_stats_fill (GtkWidget *box, const LdrGoalNews *news, int today);
void ldr_goal_marks_fill (GtkWidget *box, const LdrGoalNews *news, gboolean all, int today);

G_END_DECLS
