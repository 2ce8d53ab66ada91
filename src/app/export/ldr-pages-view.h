/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "report/document/ldr-pages.h"

G_BEGIN_DECLS

#define LDR_TYPE_PAGES_VIEW (ldr_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (LdrPagesView, ldr_pages_view, LDR, PAGES_VIEW, AdwBin)

GtkWidget *ldr_pages_view_new (void);
void ldr_pages_view_set_pages (LdrPagesView *self, LdrPages *pages);
guint ldr_pages_view_get_page (LdrPagesView *self);
void ldr_pages_view_show_page (LdrPagesView *self, guint page);
double ldr_pages_view_get_zoom (LdrPagesView *self);

G_END_DECLS
