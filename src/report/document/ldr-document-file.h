/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-palette.h"
#include "ldr-document-writer.h"

G_BEGIN_DECLS

/**
 * LdrDocumentFormat:
 * @LDR_DOCUMENT_PDF: pages
 * @LDR_DOCUMENT_ODT: OpenDocument text
 * @LDR_DOCUMENT_HTML: a web page
 * @LDR_DOCUMENT_MARKDOWN: CommonMark, with pictures beside
 * @LDR_DOCUMENT_CSV: its tables as comma-separated values
 * @LDR_DOCUMENT_N_FORMATS: how many there are
 *
 * As what a document can be written.
 */
typedef enum
{
  LDR_DOCUMENT_PDF,
  LDR_DOCUMENT_ODT,
  LDR_DOCUMENT_HTML,
  LDR_DOCUMENT_MARKDOWN,
  LDR_DOCUMENT_CSV,
  LDR_DOCUMENT_N_FORMATS,
} LdrDocumentFormat;

LdrDocumentWriter *
ldr_document_file_new (const char *path, LdrDocumentFormat format, const LdrChartPalette *palette, GError **error);
LdrDocumentWriter *ldr_document_stream_new (GOutputStream *stream,
                                            LdrDocumentFormat format,
                                            const char *path,
                                            const LdrChartPalette *palette);
const char *ldr_document_format_get_suffix (LdrDocumentFormat format);
const char *ldr_document_format_get_type (LdrDocumentFormat format);

G_END_DECLS
