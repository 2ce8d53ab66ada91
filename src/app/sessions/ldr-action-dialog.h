/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-action.h"

G_BEGIN_DECLS

#define LDR_TYPE_ACTION_DIALOG (ldr_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrActionDialog, ldr_action_dialog, LDR, ACTION_DIALOG, AdwDialog)

/* Who does what until when. Signals: `saved (LdrAction *action)`, to be saved by whoever made the dialog, who closes it
 * or says why that failed; `deleted ()`. */

AdwDialog *ldr_action_dialog_new (LdrAction *action, const LdrJournalInfo *info);
void ldr_action_dialog_fail (LdrActionDialog *self, const char *problem);

G_END_DECLS
