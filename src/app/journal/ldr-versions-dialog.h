/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_VERSIONS_DIALOG (ldr_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrVersionsDialog, ldr_versions_dialog, LDR, VERSIONS_DIALOG, AdwDialog)

/* Signal: `restore (LdrEntry *version)`. */

AdwDialog *ldr_versions_dialog_new (LdrJournal *journal, LdrEntry *now, gboolean can_restore);

G_END_DECLS
