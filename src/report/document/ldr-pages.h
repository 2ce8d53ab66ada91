/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "chart/ldr-chart-palette.h"
#include "ldr-document-writer.h"

G_BEGIN_DECLS

/* Documents of up to so many pages say on each how many there are. For longer ones that would have to be known before
 * the first is written, while all others wait. */
#define LDR_PAGES_COUNTED 32

#define LDR_TYPE_PAGES (ldr_pages_get_type ())

/**
 * LdrPages:
 *
 * The pages of a document, to be looked at in any order and to be printed: the very ones that are in its PDF file.
 * Keeps the blocks and where each page begins, and sets a page when it is painted.
 */
typedef struct _LdrPages LdrPages;

GType ldr_pages_get_type (void) G_GNUC_CONST;
LdrPages *ldr_pages_new (const LdrChartPalette *palette);
LdrPages *ldr_pages_ref (LdrPages *self);
void ldr_pages_unref (LdrPages *self);
LdrDocumentWriter *ldr_pages_write (LdrPages *self);
guint ldr_pages_get_n_pages (const LdrPages *self);
void ldr_pages_get_size (const LdrPages *self, double *width, double *height);
void ldr_pages_paint (LdrPages *self, guint page, cairo_t *cairo);
void ldr_pages_snapshot (LdrPages *self, guint page, double width, GtkSnapshot *snapshot);
char *ldr_pages_dup_text (LdrPages *self, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPages, ldr_pages_unref)

G_END_DECLS
