/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-palette.h"
#include "ldr-document-writer.h"

G_BEGIN_DECLS

LdrDocumentWriter *ldr_web_writer_new (GOutputStream *stream, const LdrChartPalette *palette);

/* A text of a document as HTML, and what stands in the head of each page. */
void ldr_web_append_runs (GString *out, GPtrArray *runs);
extern const char *const ldr_web_style_sheet;

G_END_DECLS
