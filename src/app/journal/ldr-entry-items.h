/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-entry-item.h"
#include "store/ldr-store-list.h"

G_BEGIN_DECLS

/**
 * LdrEntryItems:
 *
 * The items of a list that are alive. An item is made when it is asked for, keeps its identity as long as anybody holds
 * it, and is kept for a while after nobody does.
 */
typedef struct _LdrEntryItems LdrEntryItems;

LdrEntryItems *ldr_entry_items_new (void);
void ldr_entry_items_free (LdrEntryItems *self);
LdrEntryItem *ldr_entry_items_get (LdrEntryItems *self, const LdrPlace *place);
LdrEntryItem *ldr_entry_items_lookup (LdrEntryItems *self, gint64 key);
LdrEntryItem *ldr_entry_items_find_id (LdrEntryItems *self, const char *id);
void ldr_entry_items_forget (LdrEntryItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrEntryItems, ldr_entry_items_free)

G_END_DECLS
