/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-sessions-jobs.h"
#include "store/ldr-store-goals.h"

G_BEGIN_DECLS

/* Pieces that the parts of a session's page are built from. Entries are opened by `session.read` with an id. */

GtkWidget *ldr_session_column_new (GtkWidget **content);
GtkWidget *ldr_session_group_new (const char *title, const char *description, GtkWidget **list);
GtkWidget *ldr_session_symbol_new (LdrStyle style);
GtkWidget *ldr_session_entry_row_new (const LdrSummary *summary, int today);
GtkWidget *ldr_session_goal_row_new (const LdrGoalCourse *course, int today);
gboolean ldr_session_fill_actions (GtkWidget *list, GPtrArray *actions, const LdrSessionNews *news);
GPtrArray *ldr_session_find_widgets (GtkWidget *widget, GType type);
char *ldr_session_fingerprint_entries (GPtrArray *entries);
char *ldr_session_fingerprint_goals (GPtrArray *goals);

G_END_DECLS
