/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LdrChartPen:
 * @LDR_CHART_PEN_SOLID: a whole line with filled round marks
 * @LDR_CHART_PEN_DASHED: dashes with open squares
 * @LDR_CHART_PEN_DOTTED: dots with filled diamonds
 * @LDR_CHART_PEN_MIXED: dashes and dots with open triangles
 * @LDR_CHART_PEN_LONG: long dashes with filled triangles that point down
 * @LDR_CHART_N_PENS: how many there are: more than these the eye does not tell apart
 *
 * How a series is drawn, so that it can be told apart without its colour.
 */
typedef enum
{
  LDR_CHART_PEN_SOLID,
  LDR_CHART_PEN_DASHED,
  LDR_CHART_PEN_DOTTED,
  LDR_CHART_PEN_MIXED,
  LDR_CHART_PEN_LONG,
  LDR_CHART_N_PENS,
} LdrChartPen;

GskStroke *ldr_chart_pen_make_stroke (LdrChartPen pen, double width);
GskPath *ldr_chart_pen_make_mark (LdrChartPen pen, const graphene_point_t *centre, double size);
gboolean ldr_chart_pen_fills_mark (LdrChartPen pen);

G_END_DECLS
