/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "chart/ldr-chart-palette.h"
#include "ldr-progress-chart.h"

G_BEGIN_DECLS

/**
 * LdrPaper:
 * @LDR_PAPER_A4: 210 × 297 mm
 * @LDR_PAPER_LETTER: 8½ × 11 inches
 *
 * On what a document is printed.
 */
typedef enum
{
  LDR_PAPER_A4,
  LDR_PAPER_LETTER,
} LdrPaper;

/**
 * LdrProgressDocument:
 *
 * Charts with their words, one below the other on pages: for PDF and for printing.
 */
typedef struct _LdrProgressDocument LdrProgressDocument;

LdrProgressDocument *ldr_progress_document_new (const char *title, const char *subtitle);
void ldr_progress_document_free (LdrProgressDocument *self);
void ldr_progress_document_add (LdrProgressDocument *self, const char *heading, GPtrArray *charts);
guint ldr_progress_document_paginate (
    LdrProgressDocument *self, double width, double height, double margin, gboolean right_to_left);
void ldr_progress_document_draw_page (LdrProgressDocument *self, guint page, cairo_t *cairo);
GBytes *ldr_progress_document_write_pdf (LdrProgressDocument *self, LdrPaper paper, gboolean right_to_left);

LdrPaper ldr_paper_get_default (void);
gboolean ldr_paper_parse (const char *id, LdrPaper *paper, GError **error);

GBytes *ldr_progress_write_csv (GPtrArray *charts);
LdrChartPalette *ldr_progress_palette_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrProgressDocument, ldr_progress_document_free)

G_END_DECLS
