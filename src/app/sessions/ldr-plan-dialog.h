/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-session.h"

G_BEGIN_DECLS

#define LDR_TYPE_PLAN_DIALOG (ldr_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrPlanDialog, ldr_plan_dialog, LDR, PLAN_DIALOG, AdwDialog)

/* Asks when and where a session is to be. Signal: `planned ()`: whoever made the dialog applies the plan and closes it,
 * or says why that failed. */

AdwDialog *ldr_plan_dialog_new (const LdrSession *session);
void ldr_plan_dialog_apply (LdrPlanDialog *self, LdrSession *session);
void ldr_plan_dialog_fail (LdrPlanDialog *self, const char *problem);

GDateTime *ldr_session_suggest_start (gint64 latest, gint64 now);

G_END_DECLS
