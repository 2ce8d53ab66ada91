/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-action.h"
#include "store/ldr-store-goals.h"

G_BEGIN_DECLS

/* What several commands print of goals and sessions. */

typedef void (*LdrCliPrintFunc) (gconstpointer value, gpointer user_data);
void ldr_cli_print_json_array (GPtrArray *values, LdrCliPrintFunc print, gpointer user_data);

void ldr_cli_print_text (const char *heading, const char *text);
void ldr_cli_print_point (const char *text, gboolean done);
void ldr_cli_print_action (const LdrAction *action, const LdrJournalInfo *info);
void ldr_cli_print_session_heading (const LdrSession *session);
void ldr_cli_print_goal_course (const LdrGoalCourse *course, int today);

void ldr_cli_append_goal_course (GString *out, const LdrGoalCourse *course, int today);

G_END_DECLS
