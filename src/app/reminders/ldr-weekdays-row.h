/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_WEEKDAYS_ROW (ldr_weekdays_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrWeekdaysRow, ldr_weekdays_row, LDR, WEEKDAYS_ROW, AdwPreferencesRow)

/* A row in which to choose days of the week, which begins as weeks do in the locale. Property: `weekdays`, a set with
 * Monday in bit 0. */

G_END_DECLS
