/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

#define LDR_TYPE_STYLE_POPOVER (ldr_style_popover_get_type ())
G_DECLARE_FINAL_TYPE (LdrStylePopover, ldr_style_popover, LDR, STYLE_POPOVER, GtkPopover)

/* Signal: `changed` (by the user). */

GtkWidget *ldr_style_popover_new (void);
void ldr_style_popover_set (LdrStylePopover *self, LdrStyleSet styles, LdrStyleSet pitfalls);
LdrStyleSet ldr_style_popover_get_styles (LdrStylePopover *self);
LdrStyleSet ldr_style_popover_get_pitfalls (LdrStylePopover *self);

G_END_DECLS
