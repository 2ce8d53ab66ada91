/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-entry.h"
#include "model/ldr-picture.h"
#include "model/ldr-revision.h"

G_BEGIN_DECLS

LdrEntry *ldr_store_get_entry (LdrStore *self, const char *id, GError **error);
LdrEntry *ldr_store_save_entry (LdrStore *self, LdrEntry *entry, GError **error);
gboolean ldr_store_import_entry (LdrStore *self, LdrEntry *entry, GError **error);
typedef gboolean (*LdrEntryFunc) (LdrEntry *entry, gpointer user_data, GError **error);
gboolean ldr_store_foreach_entry (LdrStore *self, gboolean with_trash, LdrEntryFunc func, gpointer user_data, GError **error);

/* @revisions (LdrRevision, newest first) and @pictures (LdrPicture) are NULL when there are none. */
typedef gboolean (*LdrWholeEntryFunc) (LdrEntry *entry, GPtrArray *revisions, GPtrArray *pictures, gpointer user_data,
                                       GError **error);
gboolean ldr_store_foreach_whole_entry (LdrStore *self, LdrWholeEntryFunc func, gpointer user_data, GError **error);

gboolean ldr_store_trash_entry (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_restore_entry (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_delete_entry (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_empty_trash (LdrStore *self, GError **error);
gboolean ldr_store_purge_trash (LdrStore *self, gint64 deleted_before, GError **error);

GPtrArray *ldr_store_list_revisions (LdrStore *self, const char *entry_id, GError **error);
gboolean ldr_store_import_revision (LdrStore *self, LdrRevision *revision, GError **error);

gboolean ldr_store_add_picture (LdrStore *self, LdrPicture *picture, GError **error);
LdrPicture *ldr_store_get_picture (LdrStore *self, const char *id, GError **error);
GPtrArray *ldr_store_list_pictures (LdrStore *self, const char *entry_id, GError **error);

G_END_DECLS
