/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart-palette.h"

G_BEGIN_DECLS

/**
 * LdrChartFormat:
 * @LDR_CHART_FORMAT_PNG: a picture of pixels
 * @LDR_CHART_FORMAT_SVG: a drawing, with its texts as texts
 * @LDR_CHART_FORMAT_PDF: a document of one page
 * @LDR_CHART_FORMAT_CSV: the values as a table
 * @LDR_CHART_N_FORMATS: how many there are
 *
 * What a chart can be written as.
 */
typedef enum
{
  LDR_CHART_FORMAT_PNG,
  LDR_CHART_FORMAT_SVG,
  LDR_CHART_FORMAT_PDF,
  LDR_CHART_FORMAT_CSV,
  LDR_CHART_N_FORMATS,
} LdrChartFormat;

/**
 * LdrChartSheet:
 * @palette: the colours
 * @width: how wide the picture is, in units of which 96 make an inch
 * @height: how high the chart in it is, or 0 for as high as it would like to be
 * @scale: how many pixels a unit has where there are pixels, above 0
 * @right_to_left: whether one reads from the right
 * @with_words: whether its title and what it says stand above the chart
 *
 * The paper that a chart is written on.
 */
typedef struct
{
  const LdrChartPalette *palette;
  double width;
  double height;
  double scale;
  gboolean right_to_left;
  gboolean with_words;
} LdrChartSheet;

GskRenderNode *ldr_chart_export_node (LdrChart *chart, const LdrChartSheet *sheet, graphene_size_t *size);
GdkTexture *ldr_chart_export_texture (LdrChart *chart, const LdrChartSheet *sheet);
GBytes *ldr_chart_export_png (LdrChart *chart, const LdrChartSheet *sheet);
GBytes *ldr_chart_export_svg (LdrChart *chart, const LdrChartSheet *sheet);
GBytes *ldr_chart_export_pdf (LdrChart *const *charts, guint n_charts, const char *title, const LdrChartSheet *sheet);
GBytes *ldr_chart_export_csv (LdrChart *chart);
GBytes *ldr_chart_export (LdrChart *chart, LdrChartFormat format, const LdrChartSheet *sheet);
const char *ldr_chart_format_get_suffix (LdrChartFormat format);
const char *ldr_chart_format_get_type (LdrChartFormat format);

G_END_DECLS
