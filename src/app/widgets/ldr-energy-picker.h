/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_ENERGY_PICKER (ldr_energy_picker_get_type ())
G_DECLARE_FINAL_TYPE (LdrEnergyPicker, ldr_energy_picker, LDR, ENERGY_PICKER, GtkWidget)

/* Five steps, or none. Property: `energy` (0 to 5). Signal: `changed` (by the user). */

GtkWidget *ldr_energy_picker_new (void);
int ldr_energy_picker_get_energy (LdrEnergyPicker *self);
void ldr_energy_picker_set_energy (LdrEnergyPicker *self, int energy);

const char *ldr_energy_describe (int energy);

G_END_DECLS
