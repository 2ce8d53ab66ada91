/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"
#include "store/ldr-store-packs.h"

G_BEGIN_DECLS

#define LDR_TYPE_MARGIN_NOTES (ldr_margin_notes_get_type ())
G_DECLARE_FINAL_TYPE (LdrMarginNotes, ldr_margin_notes, LDR, MARGIN_NOTES, AdwBin)

/* What others wrote about an entry, a session or a goal, for the page of that. There is nothing to see while nobody
 * did. */

GtkWidget *ldr_margin_notes_new (void);
void ldr_margin_notes_show (LdrMarginNotes *self, LdrJournal *journal, LdrSubject subject, const char *id);
GtkWidget *ldr_margin_notes_make_card (LdrJournal *journal, const LdrReceivedComment *received);

G_END_DECLS
