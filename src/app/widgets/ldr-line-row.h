/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row in which one line is written, all of which shows: where it is narrow it goes on below itself. */

#define LDR_TYPE_LINE_ROW (ldr_line_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrLineRow, ldr_line_row, LDR, LINE_ROW, AdwPreferencesRow)

GtkWidget *ldr_line_row_new (const char *name);
void ldr_line_row_add_prefix (LdrLineRow *self, GtkWidget *widget);
void ldr_line_row_add_suffix (LdrLineRow *self, GtkWidget *widget);
char *ldr_line_row_dup_text (LdrLineRow *self);
void ldr_line_row_set_text (LdrLineRow *self, const char *text);
void ldr_line_row_set_caption (LdrLineRow *self, const char *caption);

G_END_DECLS
