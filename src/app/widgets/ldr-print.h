/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "report/document/ldr-pages.h"

G_BEGIN_DECLS

/**
 * LdrPrintFunc:
 * @data: what was given with the function
 * @page: which page, from 0
 * @cairo: where; a unit is a point, the origin is where the margins end
 * @width: how wide the page is within its margins, in points
 * @height: how high
 *
 * Draws a page that is printed.
 */
typedef void (*LdrPrintFunc) (gpointer data, guint page, cairo_t *cairo, double width, double height);

#define LDR_TYPE_PRINT (ldr_print_get_type ())
G_DECLARE_FINAL_TYPE (LdrPrint, ldr_print, LDR, PRINT, GObject)

/* Signal: `sent ()`, all of it went to the printer. */

LdrPrint *
ldr_print_new (const char *job_name, guint n_pages, LdrPrintFunc func, gpointer data, GDestroyNotify free_data);
LdrPrint *ldr_print_new_for_pages (const char *job_name, LdrPages *pages);
GtkPrintOperation *ldr_print_make_operation (LdrPrint *self, GtkWidget *parent);
void ldr_print_run (LdrPrint *self, GtkWidget *parent);
void ldr_print_forget (LdrPrint *self);
PangoContext *ldr_print_create_context (cairo_t *cairo);

G_END_DECLS
