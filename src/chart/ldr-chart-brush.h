/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-chart-pen.h"

G_BEGIN_DECLS

/**
 * LdrChartHatch:
 * @LDR_CHART_HATCH_NONE: plain
 * @LDR_CHART_HATCH_RISING: lines that rise to the right
 * @LDR_CHART_HATCH_FALLING: lines that fall to the right
 * @LDR_CHART_HATCH_LEVEL: level lines
 * @LDR_CHART_HATCH_CROSSED: lines that rise and lines that fall
 * @LDR_CHART_HATCH_UPRIGHT: upright lines
 * @LDR_CHART_N_HATCHES: how many there are: more than these the eye does not tell apart
 *
 * How an area is filled, so that it can be told apart without its colour.
 */
typedef enum
{
  LDR_CHART_HATCH_NONE,
  LDR_CHART_HATCH_RISING,
  LDR_CHART_HATCH_FALLING,
  LDR_CHART_HATCH_LEVEL,
  LDR_CHART_HATCH_CROSSED,
  LDR_CHART_HATCH_UPRIGHT,
  LDR_CHART_N_HATCHES,
} LdrChartHatch;

GskPath *ldr_chart_hatch_make_path (LdrChartHatch hatch, const graphene_rect_t *rect, double distance);

void ldr_chart_paint_segment (
    double x1, double y1, double x2, double y2, const GskStroke *stroke, const GdkRGBA *colour, GtkSnapshot *snapshot);
void ldr_chart_paint_mark (LdrChartPen pen,
                           const graphene_point_t *point,
                           double size,
                           const GdkRGBA *colour,
                           const GdkRGBA *plane,
                           GtkSnapshot *snapshot);
void ldr_chart_paint_box (const graphene_rect_t *rect, double radius, const GdkRGBA *colour, GtkSnapshot *snapshot);
void ldr_chart_paint_rim (
    const graphene_rect_t *rect, double radius, double width, const GdkRGBA *colour, GtkSnapshot *snapshot);
void ldr_chart_paint_hatch (LdrChartHatch hatch,
                            const graphene_rect_t *rect,
                            double distance,
                            double width,
                            const GdkRGBA *colour,
                            GtkSnapshot *snapshot);
void ldr_chart_paint_cell (const graphene_rect_t *cell,
                           LdrChartPen pen,
                           gboolean is_hatched,
                           gboolean with_mark,
                           const GdkRGBA *colour,
                           const GdkRGBA *plane,
                           GtkSnapshot *snapshot);

G_END_DECLS
