/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ldr_time_row_set_up (AdwSpinRow *row);
char *ldr_time_format (int minutes);
gboolean ldr_time_parse (const char *text, int *minutes);

G_END_DECLS
