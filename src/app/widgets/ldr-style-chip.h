/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

#define LDR_TYPE_STYLE_CHIP (ldr_style_chip_get_type ())
G_DECLARE_FINAL_TYPE (LdrStyleChip, ldr_style_chip, LDR, STYLE_CHIP, GtkWidget)

GtkWidget *ldr_style_chip_new (LdrStyle style, gboolean pitfall);
void ldr_style_chip_set_style (LdrStyleChip *self, LdrStyle style, gboolean pitfall);

char *ldr_style_chip_describe (LdrStyle style, gboolean pitfall);
GtkWidget *ldr_style_toggle_new (LdrStyle style, gboolean pitfall);

G_END_DECLS
