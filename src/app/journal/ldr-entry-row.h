/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-entry-item.h"

G_BEGIN_DECLS

#define LDR_TYPE_ENTRY_ROW (ldr_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrEntryRow, ldr_entry_row, LDR, ENTRY_ROW, AdwBin)

GtkWidget *ldr_entry_row_new (void);
void ldr_entry_row_set_item (LdrEntryRow *self, LdrEntryItem *item);
LdrEntryItem *ldr_entry_row_get_item (LdrEntryRow *self);
const char *ldr_entry_row_get_accessible_name (LdrEntryRow *self);

G_END_DECLS
