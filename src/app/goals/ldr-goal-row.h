/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "store/ldr-store-goals.h"

G_BEGIN_DECLS

/* A goal in a list: what it says, its style, its course of late and where it stands. */

GtkWidget *ldr_goal_row_new (LdrGoalCourse *course, int today, gboolean narrow, GtkWidget *handle);
GtkWidget *ldr_goal_line_new (const LdrGoal *goal, GtkWidget *subtitle, gboolean narrow);
const char *ldr_goal_row_get_id (GtkListBoxRow *row);

G_END_DECLS
