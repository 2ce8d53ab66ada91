/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "model/ldr-style.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_GOALS_PAGE (ldr_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrGoalsPage, ldr_goals_page, LDR, GOALS_PAGE, AdwBin)

/* The place Goals: all of them by state, and a page for each on top. It is a navigation view of its own, with header
 * bars and toasts of its own; an #LdrPlacePage. */

GtkWidget *ldr_goals_page_new (LdrJournal *journal);
void ldr_goals_page_open_goal (LdrGoalsPage *self, const char *id);
void ldr_goals_page_new_goal (LdrGoalsPage *self, LdrStyle style, gboolean pitfall);

G_END_DECLS
