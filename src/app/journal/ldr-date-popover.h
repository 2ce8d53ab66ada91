/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_DATE_POPOVER (ldr_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (LdrDatePopover, ldr_date_popover, LDR, DATE_POPOVER, GtkPopover)

/* Signal: `changed` (by the user). */

GtkWidget *ldr_date_popover_new (void);
void ldr_date_popover_set_date_time (LdrDatePopover *self, GDateTime *date_time);
GDateTime *ldr_date_popover_get_date_time (LdrDatePopover *self);

G_END_DECLS
