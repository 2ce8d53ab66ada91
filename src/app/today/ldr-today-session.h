/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-today-facts.h"

G_BEGIN_DECLS

#define LDR_TYPE_TODAY_SESSION (ldr_today_session_get_type ())
G_DECLARE_FINAL_TYPE (LdrTodaySession, ldr_today_session, LDR, TODAY_SESSION, AdwBin)

/* The session that comes next, with what was agreed and is open: ticked in place, and taken back. It leads to the
 * session by `place.open-session`, and is not visible when there is neither. */

void ldr_today_session_set_facts (LdrTodaySession *self, LdrJournal *journal, const LdrTodayFacts *facts);

G_END_DECLS
