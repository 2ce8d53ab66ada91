/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-palette.h"
#include "ldr-progress-chart.h"
#include "report/document/ldr-pages.h"

G_BEGIN_DECLS

/**
 * LdrProgressDocument:
 *
 * Charts with their words, one after the other: for PDF and for printing.
 */
typedef struct _LdrProgressDocument LdrProgressDocument;

LdrProgressDocument *ldr_progress_document_new (const char *title, const char *subtitle);
void ldr_progress_document_free (LdrProgressDocument *self);
void ldr_progress_document_add (LdrProgressDocument *self, const char *heading, GPtrArray *charts);
gboolean ldr_progress_document_write (const LdrProgressDocument *self,
                                      LdrDocumentWriter *writer,
                                      LdrPaper paper,
                                      GError **error);
GBytes *ldr_progress_document_write_pdf (const LdrProgressDocument *self, LdrPaper paper, GError **error);
LdrPages *ldr_progress_document_make_pages (const LdrProgressDocument *self, LdrPaper paper);

GBytes *ldr_progress_write_csv (GPtrArray *charts);
LdrChartPalette *ldr_progress_palette_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrProgressDocument, ldr_progress_document_free)

G_END_DECLS
