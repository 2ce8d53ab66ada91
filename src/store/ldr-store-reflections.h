/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-reflection.h"

G_BEGIN_DECLS

/* Reflections that are being written. What is deleted is gone from the file at once; to undo, save the value again. */

gboolean ldr_store_save_reflection (LdrStore *self, LdrReflection *reflection, GError **error);
gboolean ldr_store_import_reflection (LdrStore *self, LdrReflection *reflection, GError **error);
LdrReflection *ldr_store_get_reflection (LdrStore *self, const char *id, GError **error);
GPtrArray *ldr_store_list_reflections (LdrStore *self, GError **error);
gboolean ldr_store_delete_reflection (LdrStore *self, const char *id, GError **error);
LdrEntry *ldr_store_finish_reflection (LdrStore *self, LdrReflection *reflection, GError **error);
gboolean ldr_store_unfinish_reflection (LdrStore *self, LdrReflection *reflection, GError **error);

G_END_DECLS
