/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "model/ldr-journal-info.h"

G_BEGIN_DECLS

#define LDR_TYPE_SHELF_ITEM (ldr_shelf_item_get_type ())
G_DECLARE_FINAL_TYPE (LdrShelfItem, ldr_shelf_item, LDR, SHELF_ITEM, GObject)

/* What may be known of a journal while it is locked. Properties: `path`, `name` (follows the path), `role`, `opened`
 * (a moment, or 0), `id` (empty until it was opened once), `demo`, `keyring` (its key is in the login keyring). Beside
 * them it knows whether the recovery sheet was printed or copied once. */

LdrShelfItem *ldr_shelf_item_new (const char *path);
const char *ldr_shelf_item_get_path (LdrShelfItem *self);
void ldr_shelf_item_set_path (LdrShelfItem *self, const char *path);
const char *ldr_shelf_item_get_name (LdrShelfItem *self);
LdrRole ldr_shelf_item_get_role (LdrShelfItem *self);
void ldr_shelf_item_set_role (LdrShelfItem *self, LdrRole role);
gint64 ldr_shelf_item_get_opened (LdrShelfItem *self);
void ldr_shelf_item_set_opened (LdrShelfItem *self, gint64 opened);
const char *ldr_shelf_item_get_id (LdrShelfItem *self);
void ldr_shelf_item_set_id (LdrShelfItem *self, const char *id);
gboolean ldr_shelf_item_get_demo (LdrShelfItem *self);
void ldr_shelf_item_set_demo (LdrShelfItem *self, gboolean demo);
gboolean ldr_shelf_item_get_keyring (LdrShelfItem *self);
void ldr_shelf_item_set_keyring (LdrShelfItem *self, gboolean keyring);
gboolean ldr_shelf_item_get_sheet (LdrShelfItem *self);
void ldr_shelf_item_set_sheet (LdrShelfItem *self, gboolean sheet);
char *ldr_shelf_item_describe (LdrShelfItem *self, gint64 now);

G_END_DECLS
