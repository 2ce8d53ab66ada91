/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"

G_BEGIN_DECLS

#define LDR_TYPE_BACKUP (ldr_backup_get_type ())

/**
 * LdrBackup:
 * @path: the backup's file
 * @made: the moment that it can be restored to
 * @entries: how many entries it held when it was test-opened
 *
 * A backup that was opened and checked after it was written.
 */
typedef struct {
  char *path;
  gint64 made;
  int entries;
} LdrBackup;

typedef void (*LdrProgressFunc) (double fraction, gpointer user_data);

GType ldr_backup_get_type (void) G_GNUC_CONST;
LdrBackup *ldr_backup_ref (LdrBackup *self);
void ldr_backup_unref (LdrBackup *self);

gboolean ldr_store_back_up_to (LdrStore *self, const char *path, GCancellable *cancellable, LdrProgressFunc progress,
                               gpointer user_data, GError **error);
LdrBackup *ldr_store_back_up (LdrStore *self, const char *folder, GCancellable *cancellable, GError **error);
GPtrArray *ldr_backup_list (const char *folder, const char *journal_id, GError **error);
gboolean ldr_backup_restore (const char *backup_path, const char *journal_path, LdrKey *key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrBackup, ldr_backup_unref)

G_END_DECLS
