/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_LINKS (ldr_entry_links_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryLinks, ldr_entry_links, LDR, ENTRY_LINKS, AdwBin)

/* What an entry is linked with, as chips: each leads there by the actions of #LdrPlacePage, and can be taken away. It
 * is not visible without any. Signals:
 *
 * - `linking`: a link is about to be made, so the entry has to be in the journal
 * - `toast (AdwToast *toast)` */

GtkWidget *ldr_entry_links_new (void);
void ldr_entry_links_set_entry (LdrEntryLinks *self, LdrJournal *journal, const char *id);
void ldr_entry_links_choose (LdrEntryLinks *self);

G_END_DECLS
