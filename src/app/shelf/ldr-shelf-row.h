/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-shelf-item.h"
#include "store/ldr-store-outline.h"

G_BEGIN_DECLS

#define LDR_TYPE_SHELF_ROW (ldr_shelf_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrShelfRow, ldr_shelf_row, LDR, SHELF_ROW, AdwActionRow)

/* One journal on the shelf page. Actions `row.back-up`, `row.rename`, `row.remove` and `row.trash` end in the signal
 * `asked (const char *what)` with what stands after the dot. */

GtkWidget *ldr_shelf_row_new (LdrShelfItem *item);
LdrShelfItem *ldr_shelf_row_get_item (LdrShelfRow *self);
void ldr_shelf_row_set_outline (LdrShelfRow *self, const LdrOutline *outline);
void ldr_shelf_row_set_open (LdrShelfRow *self, gboolean open);

G_END_DECLS
