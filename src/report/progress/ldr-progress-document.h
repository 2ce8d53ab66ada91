/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "chart/ldr-chart-palette.h"
#include "ldr-progress-chart.h"
#include "report/ldr-paper.h"

G_BEGIN_DECLS

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

GBytes *ldr_progress_write_csv (GPtrArray *charts);
LdrChartPalette *ldr_progress_palette_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrProgressDocument, ldr_progress_document_free)

G_END_DECLS
