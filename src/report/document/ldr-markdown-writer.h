/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-palette.h"
#include "ldr-document-writer.h"

G_BEGIN_DECLS

LdrDocumentWriter *ldr_markdown_writer_new (GOutputStream *stream, const char *path, const LdrChartPalette *palette);

G_END_DECLS
