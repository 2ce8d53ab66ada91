/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-entry-items.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/**
 * LdrEntryPages:
 *
 * Fetches the summaries of a list's items from the journal's thread, by pages of neighbours and somewhat ahead of need.
 */
typedef struct _LdrEntryPages LdrEntryPages;

/* Takes the summaries of a page, or the @error that came instead of them. */
typedef void (*LdrEntryPagesFunc) (GPtrArray *summaries, GError *error, gpointer user_data);

LdrEntryPages *ldr_entry_pages_new (LdrEntryItems *items, LdrEntryPagesFunc func, gpointer user_data);
void ldr_entry_pages_stop (LdrEntryPages *self);
void ldr_entry_pages_unref (LdrEntryPages *self);
void ldr_entry_pages_start (LdrEntryPages *self, LdrJournal *journal, LdrQuery *query);
void ldr_entry_pages_set_places (LdrEntryPages *self, GArray *places);
void ldr_entry_pages_forget (LdrEntryPages *self);
void ldr_entry_pages_need (LdrEntryPages *self, guint position);
void ldr_entry_pages_pass (LdrEntryPages *self, guint position);

G_END_DECLS
