/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_TIMES_PICKER (ldr_times_picker_get_type ())
G_DECLARE_FINAL_TYPE (LdrTimesPicker, ldr_times_picker, LDR, TIMES_PICKER, AdwBin)

/* How often it was on a day: once by one press, more or less beside it. Signal: `chosen` (double; by the user). */

GtkWidget *ldr_times_picker_new (void);
void ldr_times_picker_set_value (LdrTimesPicker *self, double value);
double ldr_times_picker_get_value (LdrTimesPicker *self);

G_END_DECLS
