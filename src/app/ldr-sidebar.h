/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "journal/ldr-journal-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_SIDEBAR (ldr_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LdrSidebar, ldr_sidebar, LDR, SIDEBAR, AdwBin)

/* Whose journal is open, its places and its tags, each with its count. Signals: `scope-chosen (int scope)`,
 * `tag-chosen (const char *tag)`. */

void ldr_sidebar_set_journal (LdrSidebar *self, LdrJournal *journal);
void ldr_sidebar_set_journals_menu (LdrSidebar *self, GMenuModel *menu);
void ldr_sidebar_select (LdrSidebar *self, LdrJournalScope scope);

G_END_DECLS
