/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "model/ldr-summary.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_ITEM (ldr_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryItem, ldr_entry_item, LDR, ENTRY_ITEM, GObject)

LdrEntryItem *ldr_entry_item_new (gint64 key, int day);
gint64 ldr_entry_item_get_key (LdrEntryItem *self);
int ldr_entry_item_get_day (LdrEntryItem *self);
const LdrSummary *ldr_entry_item_get_summary (LdrEntryItem *self);
void ldr_entry_item_set_summary (LdrEntryItem *self, LdrSummary *summary);

G_END_DECLS
