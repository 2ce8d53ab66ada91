/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_NOTICE_EDITOR (ldr_notice_editor_get_type ())
G_DECLARE_FINAL_TYPE (LdrNoticeEditor, ldr_notice_editor, LDR, NOTICE_EDITOR, AdwBin)

/* The words by which a leader wants to notice a pitfall: add, remove, undo. Signal: `toast (AdwToast *)`. */

GtkWidget *ldr_notice_editor_new (LdrJournal *journal, LdrStyle pitfall);
void ldr_notice_editor_set_phrases (LdrNoticeEditor *self, GPtrArray *phrases);

G_END_DECLS
