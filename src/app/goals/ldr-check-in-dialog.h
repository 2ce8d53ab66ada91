/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-check-in.h"

G_BEGIN_DECLS

#define LDR_TYPE_CHECK_IN_DIALOG (ldr_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrCheckInDialog, ldr_check_in_dialog, LDR, CHECK_IN_DIALOG, AdwDialog)

/* A check-in that was made, to be changed. Signals: `changed` (an #LdrCheckIn as it is to become), `removed`. */

AdwDialog *ldr_check_in_dialog_new (LdrGoal *goal, LdrCheckIn *check_in);

G_END_DECLS
