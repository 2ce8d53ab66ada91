/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-shelf-item.h"

G_BEGIN_DECLS

#define LDR_TYPE_SHELF (ldr_shelf_get_type ())
G_DECLARE_FINAL_TYPE (LdrShelf, ldr_shelf, LDR, SHELF, GObject)

/* The journals the application knows, the last opened first: a #GListModel of #LdrShelfItem, kept in `shelf.ini`. */

LdrShelf *ldr_shelf_new (const char *folder);
gboolean ldr_shelf_save (LdrShelf *self, GError **error);
const char *ldr_shelf_get_backups_folder (LdrShelf *self);
LdrShelfItem *ldr_shelf_add (LdrShelf *self, const char *path);
LdrShelfItem *ldr_shelf_find (LdrShelf *self, const char *path);
LdrShelfItem *ldr_shelf_find_demo (LdrShelf *self);
void ldr_shelf_remove (LdrShelf *self, LdrShelfItem *item);
void ldr_shelf_note_opened (LdrShelf *self, LdrShelfItem *item, LdrJournalInfo *info, gint64 now);
char *ldr_shelf_suggest_path (LdrShelf *self, const char *name, GError **error);
gboolean ldr_shelf_rename (LdrShelf *self, LdrShelfItem *item, const char *name, GError **error);
gboolean ldr_shelf_is_borrowed (GFile *file);

G_END_DECLS
