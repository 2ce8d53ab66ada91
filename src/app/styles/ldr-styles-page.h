/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_STYLES_PAGE (ldr_styles_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrStylesPage, ldr_styles_page, LDR, STYLES_PAGE, AdwBin)

/* The place Styles: the profile, five cards, a page for each style, the questionnaires and what came of them. It is a
 * navigation view of its own, with header bars and toasts of its own; an #LdrPlacePage. Signals:
 *
 * - `open-entry (const char *id)`: an entry was chosen
 * - `show-entries (LdrStyle style, gboolean pitfall)`: the entries with a style or its pitfall are wanted in the
 * journal */

LdrStylesPage *ldr_styles_page_new (void);
void ldr_styles_page_set_journal (LdrStylesPage *self, LdrJournal *journal);
void ldr_styles_page_show_style (LdrStylesPage *self, LdrStyle style);
void ldr_styles_page_start (LdrStylesPage *self, const char *questionnaire);

G_END_DECLS
