/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_GOAL_PAGE (ldr_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrGoalPage, ldr_goal_page, LDR, GOAL_PAGE, AdwNavigationPage)

/* Everything about one goal; it stands in #LdrGoalsPage. Signals:
 *
 * - `gone`: the goal is no longer there to be shown */

AdwNavigationPage *ldr_goal_page_new (LdrJournal *journal, const char *id);
const char *ldr_goal_page_get_id (LdrGoalPage *self);
void ldr_goal_page_flush (LdrGoalPage *self, GTask *task);
void ldr_goal_page_abandon (LdrGoalPage *self);

G_END_DECLS
