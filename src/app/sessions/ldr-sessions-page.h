/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_SESSIONS_PAGE (ldr_sessions_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrSessionsPage, ldr_sessions_page, LDR, SESSIONS_PAGE, AdwBin)

/* The place of coaching sessions: all of them, what is still open, and over that the page of one session; an
 * #LdrPlacePage, whose actions it uses to lead to entries, goals and reflections. Its own actions, for what stands on
 * it: `sessions.plan`; `sessions.open`, `sessions.prepare`, `sessions.hold`, `sessions.agree`, `sessions.trash`, each
 * with the id of a session; `sessions.toggle-action`, `sessions.edit-action`, `sessions.delete-action`, each with the
 * id of an action. */

GtkWidget *ldr_sessions_page_new (LdrJournal *journal);
void ldr_sessions_page_open_session (LdrSessionsPage *self, const char *id);
void ldr_sessions_page_plan (LdrSessionsPage *self);

G_END_DECLS
