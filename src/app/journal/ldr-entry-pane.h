/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_PANE (ldr_entry_pane_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryPane, ldr_entry_pane, LDR, ENTRY_PANE, AdwBin)

/* The entry being written. Signals: `message (const char *text)`, something worth a toast;
 * `toast (AdwToast *toast)`, one that can do something. */

void ldr_entry_pane_set_journal (LdrEntryPane *self, LdrJournal *journal);
void ldr_entry_pane_set_layout (LdrEntryPane *self, gboolean narrow, gboolean focus_mode);
void ldr_entry_pane_show_entry (LdrEntryPane *self, LdrEntry *entry, const char *const *highlights);
void ldr_entry_pane_clear (LdrEntryPane *self);
LdrDraft *ldr_entry_pane_get_draft (LdrEntryPane *self);
void ldr_entry_pane_focus_title (LdrEntryPane *self);
void ldr_entry_pane_focus_text (LdrEntryPane *self);
void ldr_entry_pane_insert_picture (LdrEntryPane *self);
void ldr_entry_pane_edit_link (LdrEntryPane *self);
void ldr_entry_pane_show_versions (LdrEntryPane *self);
void ldr_entry_pane_toggle_discuss (LdrEntryPane *self);
void ldr_entry_pane_save_copy (LdrEntryPane *self);

G_END_DECLS
