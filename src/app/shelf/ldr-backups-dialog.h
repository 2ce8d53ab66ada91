/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-backup.h"

G_BEGIN_DECLS

#define LDR_TYPE_BACKUPS_DIALOG (ldr_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrBackupsDialog, ldr_backups_dialog, LDR, BACKUPS_DIALOG, AdwDialog)

/* The backups of one journal. Property: `can-back-up`. Signals: `restore (LdrBackup *)`, after the user said so twice;
 * `back-up ()`. */

AdwDialog *ldr_backups_dialog_new (const char *folder, const char *journal_id, gboolean can_back_up);
void ldr_backups_dialog_reload (LdrBackupsDialog *self);
char *ldr_backup_describe (gint64 made);

G_END_DECLS
