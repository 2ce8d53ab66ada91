/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "content/ldr-path.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_PATH_DIALOG (ldr_path_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrPathDialog, ldr_path_dialog, LDR, PATH_DIALOG, AdwDialog)

/* All paths to choose from, and where those of the user's own are made. Signal: `chosen (LdrPath *path)`; the dialog
 * has closed itself. */

AdwDialog *ldr_path_dialog_new (LdrJournal *journal);

G_END_DECLS
