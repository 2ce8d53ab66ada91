/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-shelf.h"
#include "ldr-shelf-sitting.h"

G_BEGIN_DECLS

#define LDR_TYPE_SHELF_PAGE (ldr_shelf_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrShelfPage, ldr_shelf_page, LDR, SHELF_PAGE, AdwBin)

/* All journals, and what a sitting tells of them. Signals: `chosen (LdrShelfItem *)`, `back-up (LdrShelfItem *)`,
 * `emptied ()`. */

GtkWidget *ldr_shelf_page_new (LdrShelf *shelf, LdrShelfSitting *sitting);
void ldr_shelf_page_set_open_path (LdrShelfPage *self, const char *path);

G_END_DECLS
