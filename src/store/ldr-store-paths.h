/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-path.h"
#include "ldr-store.h"

G_BEGIN_DECLS

/* Paths of the user's own. What is deleted is gone from the file at once; to undo, save the value again and order. */

gboolean ldr_store_save_own_path (LdrStore *self, LdrPath *path, GError **error);
gboolean ldr_store_add_own_paths (LdrStore *self, GPtrArray *paths, GError **error);
LdrPath *ldr_store_get_own_path (LdrStore *self, const char *id, GError **error);
GPtrArray *ldr_store_list_own_paths (LdrStore *self, GError **error);
gboolean ldr_store_order_own_paths (LdrStore *self, const char *const *ids, GError **error);
gboolean ldr_store_delete_own_path (LdrStore *self, const char *id, GError **error);

G_END_DECLS
