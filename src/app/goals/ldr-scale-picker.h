/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_SCALE_PICKER (ldr_scale_picker_get_type ())
G_DECLARE_FINAL_TYPE (LdrScalePicker, ldr_scale_picker, LDR, SCALE_PICKER, AdwBin)

/* Eleven buttons, 0 to 10, of which one or none is chosen. Signal: `chosen` (double; by the user). */

GtkWidget *ldr_scale_picker_new (void);
double ldr_scale_picker_get_value (LdrScalePicker *self);
void ldr_scale_picker_set_value (LdrScalePicker *self, double value);

G_END_DECLS
