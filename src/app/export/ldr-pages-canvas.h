/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "report/document/ldr-pages.h"

G_BEGIN_DECLS

/* How large a page can be shown: 1 is as on paper. */
#define LDR_PAGES_MIN_ZOOM 0.25
#define LDR_PAGES_MAX_ZOOM 4.0

#define LDR_TYPE_PAGES_CANVAS (ldr_pages_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LdrPagesCanvas, ldr_pages_canvas, LDR, PAGES_CANVAS, GtkWidget)

GtkWidget *ldr_pages_canvas_new (void);
void ldr_pages_canvas_set_pages (LdrPagesCanvas *self, LdrPages *pages);
guint ldr_pages_canvas_get_page (LdrPagesCanvas *self);
void ldr_pages_canvas_show_page (LdrPagesCanvas *self, guint page);
void ldr_pages_canvas_scroll (LdrPagesCanvas *self, double screens, double pixels);
double ldr_pages_canvas_get_zoom (LdrPagesCanvas *self);
void ldr_pages_canvas_set_zoom (LdrPagesCanvas *self, double zoom);

G_END_DECLS
