/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/editor/ldr-editor.h"
#include "ldr-draft.h"
#include "ldr-entry-meta.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_NOTICES (ldr_entry_notices_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryNotices, ldr_entry_notices, LDR, ENTRY_NOTICES, GObject)

/* The words that the leader asked to notice, in the entry on the screen. Signal: `toast (AdwToast *toast)`. */

LdrEntryNotices *ldr_entry_notices_new (LdrEditor *editor, LdrEntryMeta *meta);
void ldr_entry_notices_set_journal (LdrEntryNotices *self, LdrJournal *journal);
void ldr_entry_notices_set_draft (LdrEntryNotices *self, LdrDraft *draft);
void ldr_entry_notices_pitfalls_changed (LdrEntryNotices *self);

G_END_DECLS
