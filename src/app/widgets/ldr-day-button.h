/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_DAY_BUTTON (ldr_day_button_get_type ())
G_DECLARE_FINAL_TYPE (LdrDayButton, ldr_day_button, LDR, DAY_BUTTON, AdwBin)

/* A button that shows a civil day and opens a calendar. Signal: `changed` (by the user). */

GtkWidget *ldr_day_button_new (const char *name, const char *none);
int ldr_day_button_get_day (LdrDayButton *self);
void ldr_day_button_set_day (LdrDayButton *self, int day);

G_END_DECLS
