/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-sessions-jobs.h"

G_BEGIN_DECLS

/* Rows and lists that the pages about sessions are built from. They act by the widget actions of #LdrSessionsPage:
 * `sessions.open`, `sessions.prepare`, `sessions.hold`, `sessions.toggle-action`, `sessions.edit-action`,
 * `sessions.delete-action`, each with an id. */

GtkWidget *ldr_session_list_new (const char *label);
void ldr_session_list_begin (GtkWidget *list);
void ldr_session_list_end (GtkWidget *list);
gboolean ldr_session_list_is_new (GtkWidget *list, const char *fingerprint);
void ldr_session_list_forget (GtkWidget *list);

GtkWidget *ldr_session_row_new (const LdrSessionSummary *summary, gint64 now, gboolean first);
const char *ldr_action_row_get_id (GtkWidget *row);
GtkWidget *ldr_action_row_new (const LdrAction *action, const LdrJournalInfo *info, int today);
GtkWidget *ldr_session_plain_row_new (const char *title, const char *subtitle);
void ldr_session_row_lead_to (GtkWidget *row, const char *action, GVariant *target);
GtkWidget *ldr_session_icon_button_new (const char *icon, const char *tooltip, const char *name);

G_END_DECLS
