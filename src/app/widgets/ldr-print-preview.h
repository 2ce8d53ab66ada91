/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-print.h"

G_BEGIN_DECLS

#define LDR_TYPE_PRINT_PREVIEW (ldr_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (LdrPrintPreview, ldr_print_preview, LDR, PRINT_PREVIEW, AdwDialog)

/* Signal: `print ()`, that is what is wanted. */

AdwDialog *ldr_print_preview_new (
    guint n_pages, double width, double height, LdrPrintFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
