/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* How long a session under way has been paused. That is kept as long as the journal is open, whatever page is on the
 * screen; what is in the journal is only when the session began and ended. */

void ldr_session_clock_pause (LdrJournal *journal, const char *id, gint64 now);
void ldr_session_clock_go_on (LdrJournal *journal, const char *id, gint64 now);
void ldr_session_clock_forget (LdrJournal *journal, const char *id);
gboolean ldr_session_clock_is_paused (LdrJournal *journal, const char *id);
gint64 ldr_session_clock_get_paused (LdrJournal *journal, const char *id, gint64 now);

G_END_DECLS
