/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_TODAY_PAGE (ldr_today_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrTodayPage, ldr_today_page, LDR, TODAY_PAGE, AdwBin)

/* The place of today: the question, what was begun, what is recent; an #LdrPlacePage. Signals:
 * `reflect (LdrReflection *reflection)`, a new one or a draft; `open-entry (const char *id)`; `show-entries ()`;
 * `take-questionnaire ()`. */

GtkWidget *ldr_today_page_new (void);
void ldr_today_page_set_journal (LdrTodayPage *self, LdrJournal *journal);
void ldr_today_page_refresh (LdrTodayPage *self);

G_END_DECLS
