/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-pen.h"

/**
 * ldr_chart_pen_make_stroke:
 * @pen: a pen
 * @width: how wide its line is; dashes are in proportion to it
 *
 * Returns: (transfer full): the line that it draws
 */
GskStroke *
ldr_chart_pen_make_stroke (LdrChartPen pen, double width)
{
  float w = (float) width;
  const float dashed[] = { 3 * w, 2 * w };
  const float dotted[] = { 0.25f * w, 2.25f * w };
  const float mixed[] = { 4 * w, 2 * w, 0.25f * w, 2 * w };
  const float wide[] = { 7 * w, 2 * w };
  GskStroke *stroke = gsk_stroke_new (w);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  switch (pen)
    {
    case LDR_CHART_PEN_SOLID:
    case LDR_CHART_N_PENS:
      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
      break;
    case LDR_CHART_PEN_DASHED:
      gsk_stroke_set_dash (stroke, dashed, G_N_ELEMENTS (dashed));
      break;
    case LDR_CHART_PEN_DOTTED:
      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
      gsk_stroke_set_dash (stroke, dotted, G_N_ELEMENTS (dotted));
      break;
    case LDR_CHART_PEN_MIXED:
      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
      gsk_stroke_set_dash (stroke, mixed, G_N_ELEMENTS (mixed));
      break;
    case LDR_CHART_PEN_LONG:
      gsk_stroke_set_dash (stroke, wide, G_N_ELEMENTS (wide));
      break;
    }
  return stroke;
}

static void
add_corners (GskPathBuilder *builder, const graphene_point_t *centre, const float *corners, guint n, float size)
{
  for (guint i = 0; i < n; i++)
    {
      float x = centre->x + corners[2 * i] * size;
      float y = centre->y + corners[2 * i + 1] * size;

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  gsk_path_builder_close (builder);
}

/**
 * ldr_chart_pen_make_mark:
 * @pen: a pen
 * @centre: where a value stands
 * @size: half the width of a round mark; the others look as large
 *
 * Returns: (transfer full): the outline of its mark
 */
GskPath *
ldr_chart_pen_make_mark (LdrChartPen pen, const graphene_point_t *centre, double size)
{
  static const float square[] = { -0.85f, -0.85f, 0.85f, -0.85f, 0.85f, 0.85f, -0.85f, 0.85f };
  static const float diamond[] = { 0, -1.25f, 1.25f, 0, 0, 1.25f, -1.25f, 0 };
  static const float triangle[] = { 0, -1.2f, 1.15f, 0.9f, -1.15f, 0.9f };
  static const float pointing_down[] = { 0, 1.2f, 1.15f, -0.9f, -1.15f, -0.9f };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float s = (float) size;

  switch (pen)
    {
    case LDR_CHART_PEN_SOLID:
    case LDR_CHART_N_PENS:
      gsk_path_builder_add_circle (builder, centre, s);
      break;
    case LDR_CHART_PEN_DASHED:
      add_corners (builder, centre, square, 4, s);
      break;
    case LDR_CHART_PEN_DOTTED:
      add_corners (builder, centre, diamond, 4, s);
      break;
    case LDR_CHART_PEN_MIXED:
      add_corners (builder, centre, triangle, 3, s);
      break;
    case LDR_CHART_PEN_LONG:
      add_corners (builder, centre, pointing_down, 3, s);
      break;
    }
  return gsk_path_builder_to_path (builder);
}

/**
 * ldr_chart_pen_fills_mark:
 * @pen: a pen
 *
 * Returns: whether its marks are filled with its colour, and not with that of the plane
 */
gboolean
ldr_chart_pen_fills_mark (LdrChartPen pen)
{
  return pen != LDR_CHART_PEN_DASHED && pen != LDR_CHART_PEN_MIXED;
}
