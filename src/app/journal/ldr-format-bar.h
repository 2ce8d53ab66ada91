/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_FORMAT_BAR (ldr_format_bar_get_type ())
G_DECLARE_FINAL_TYPE (LdrFormatBar, ldr_format_bar, LDR, FORMAT_BAR, GtkBox)

/* The buttons of formats, above the text or, on a narrow page, below it. They act by ldr_format_actions_new(), which a
 * widget around the bar offers as `format`. */

G_END_DECLS
