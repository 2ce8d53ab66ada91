/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_TWO_LINES (ldr_two_lines_get_type ())
G_DECLARE_FINAL_TYPE (LdrTwoLines, ldr_two_lines, LDR, TWO_LINES, GtkWidget)

GtkWidget *ldr_two_lines_new (void);
void ldr_two_lines_set_text (LdrTwoLines *self, const char *text, PangoAttrList *attributes);
const char *ldr_two_lines_get_text (LdrTwoLines *self);

G_END_DECLS
