/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-palette.h"
#include "ldr-document-writer.h"

G_BEGIN_DECLS

LdrDocumentWriter *ldr_odt_writer_new (GOutputStream *stream, const LdrChartPalette *palette);

/* The parts of the package that do not depend on its content. */
char *ldr_odt_make_styles (const LdrDocumentMeta *meta);
char *ldr_odt_make_meta (const LdrDocumentMeta *meta);
void ldr_odt_append_head (GString *out);
void ldr_odt_append_column_style (GString *out, guint weight);

/* Columns are as wide as one of so many weights. */
#define LDR_ODT_MAX_WEIGHT 40

/* Everything in the document can name these. */
#define LDR_ODT_NAMESPACES                                                                                             \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                                                 \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                                                   \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                                     \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                                                   \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                                                  \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                                          \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                                            \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""                                                     \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                                                                     \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\""

G_END_DECLS
