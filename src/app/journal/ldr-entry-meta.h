/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-entry.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_META (ldr_entry_meta_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryMeta, ldr_entry_meta, LDR, ENTRY_META, AdwBin)

/* What is noted about an entry besides its words, and what it is linked with. Signals:
 *
 * - `changed`: what is noted, by the user
 * - `linking`: a link is about to be made, so the entry has to be in the journal
 * - `toast (AdwToast *toast)`: about a link */

void ldr_entry_meta_set_journal (LdrEntryMeta *self, LdrJournal *journal);
void ldr_entry_meta_set_entry (LdrEntryMeta *self, const LdrEntry *entry);
void ldr_entry_meta_apply (LdrEntryMeta *self, LdrEntry *entry);
LdrStyleSet ldr_entry_meta_get_pitfalls (LdrEntryMeta *self);
void ldr_entry_meta_set_pitfall (LdrEntryMeta *self, LdrStyle pitfall, gboolean noted);
gboolean ldr_entry_meta_get_to_discuss (LdrEntryMeta *self);
void ldr_entry_meta_set_to_discuss (LdrEntryMeta *self, gboolean to_discuss);

G_END_DECLS
