/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_TODAY_GOALS (ldr_today_goals_get_type ())
G_DECLARE_FINAL_TYPE (LdrTodayGoals, ldr_today_goals, LDR, TODAY_GOALS, AdwBin)

/* Goals that ask something today beside their check-ins: each leads to its page by `place.open-goal`. Not visible when
 * none does. */

void ldr_today_goals_set_courses (LdrTodayGoals *self, LdrJournal *journal, GPtrArray *courses, int day);

G_END_DECLS
