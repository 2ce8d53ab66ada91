/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "report/document/ldr-pages.h"

G_BEGIN_DECLS

#define LDR_TYPE_PAGE_SHEET (ldr_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LdrPageSheet, ldr_page_sheet, LDR, PAGE_SHEET, GtkWidget)

GtkWidget *ldr_page_sheet_new (LdrPages *pages, guint page);

G_END_DECLS
