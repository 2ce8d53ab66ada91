/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_TEXT_ROW (ldr_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrTextRow, ldr_text_row, LDR, TEXT_ROW, AdwPreferencesRow)

/* A row of a preferences group in which one writes several lines. Signal: `changed`. */

GtkWidget *ldr_text_row_new (void);
char *ldr_text_row_dup_text (LdrTextRow *self);
void ldr_text_row_set_text (LdrTextRow *self, const char *text);

G_END_DECLS
