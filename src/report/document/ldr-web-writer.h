/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-palette.h"
#include "ldr-document-writer.h"

G_BEGIN_DECLS

LdrDocumentWriter *ldr_web_writer_new (GOutputStream *stream, const LdrChartPalette *palette);

/* What stands in the head of each page. */
extern const char *const ldr_web_style_sheet;

G_END_DECLS
