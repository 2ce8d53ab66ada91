/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-sessions-jobs.h"

G_BEGIN_DECLS

/**
 * LdrSessionView:
 * @LDR_SESSION_VIEW_NEXT: whichever fits how far the session is
 * @LDR_SESSION_VIEW_PREPARE: the agenda, and what could be on it
 * @LDR_SESSION_VIEW_HOLD: the notes beside the agenda
 * @LDR_SESSION_VIEW_AGREE: what was agreed, and how it was
 *
 * The parts of a session's page.
 */
typedef enum
{
  LDR_SESSION_VIEW_NEXT,
  LDR_SESSION_VIEW_PREPARE,
  LDR_SESSION_VIEW_HOLD,
  LDR_SESSION_VIEW_AGREE,
} LdrSessionView;

#define LDR_TYPE_SESSION_PAGE (ldr_session_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrSessionPage, ldr_session_page, LDR, SESSION_PAGE, AdwNavigationPage)

/* The page of one session, on the place of sessions. Whoever takes it off the screen flushes it first. */

AdwNavigationPage *ldr_session_page_new (LdrJournal *journal, const char *id, LdrSessionView view);
const char *ldr_session_page_get_id (LdrSessionPage *self);
void ldr_session_page_show (LdrSessionPage *self, LdrSessionView view);
gboolean ldr_session_page_set_times (LdrSessionPage *self, const LdrSessionTimes *times);
void ldr_session_page_refresh_actions (LdrSessionPage *self);
void ldr_session_page_flush_async (LdrSessionPage *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ldr_session_page_flush_finish (LdrSessionPage *self, GAsyncResult *result, GError **error);
void ldr_session_page_abandon (LdrSessionPage *self);

G_END_DECLS
