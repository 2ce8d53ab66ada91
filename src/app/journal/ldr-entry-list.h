/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-entry-item.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* So many rows come first, whole, until the first frame is on the screen. */
#define LDR_ENTRY_LIST_HEAD 15

#define LDR_TYPE_ENTRY_LIST (ldr_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryList, ldr_entry_list, LDR, ENTRY_LIST, GObject)

/* A #GListModel of #LdrEntryItem with a section for each month. Signals: `loaded` (the head, the rest or a change has
 * arrived), `failed (GError *error)`. */

LdrEntryList *ldr_entry_list_new (void);
void ldr_entry_list_set_journal (LdrEntryList *self, LdrJournal *journal);
void ldr_entry_list_set_query (LdrEntryList *self, LdrQuery *query);
LdrQuery *ldr_entry_list_get_query (LdrEntryList *self);
void ldr_entry_list_complete (LdrEntryList *self);
gboolean ldr_entry_list_is_loaded (LdrEntryList *self);
gboolean ldr_entry_list_is_complete (LdrEntryList *self);
gboolean ldr_entry_list_find_id (LdrEntryList *self, const char *id, guint *position);

G_END_DECLS
