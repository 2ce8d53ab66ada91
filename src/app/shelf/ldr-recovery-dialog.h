/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-print.h"

G_BEGIN_DECLS

#define LDR_TYPE_RECOVERY_DIALOG (ldr_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrRecoveryDialog, ldr_recovery_dialog, LDR, RECOVERY_DIALOG, AdwDialog)

/* Signal: `taken ()`, the sheet was printed, or its letters were shown. */

AdwDialog *ldr_recovery_dialog_new (const char *leader, const char *sheet);
void ldr_recovery_draw (cairo_t *cr, PangoContext *context, double width, const char *leader, const char *sheet);
LdrPrint *ldr_recovery_print_new (const char *leader, const char *sheet);

G_END_DECLS
