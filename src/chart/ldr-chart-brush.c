/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-brush.h"

#include <math.h>

#define CELL_RADIUS 2.5

/* Half the width of a mark in a cell, as a part of the cell's, and the least at which its shape is seen. */
#define CELL_MARK 0.19
#define LEAST_CELL_MARK 1.6

static void
add_segment (GskPathBuilder *builder, double x1, double y1, double x2, double y2)
{
  gsk_path_builder_move_to (builder, (float) x1, (float) y1);
  gsk_path_builder_line_to (builder, (float) x2, (float) y2);
}

/* Lines on which x + y, or x - y where they fall, is a multiple of @distance, as far as they are in @rect. So they go
 * on from one area to the next. */
static void
add_slanted (GskPathBuilder *builder, const graphene_rect_t *rect, double distance, gboolean falling)
{
  double left = rect->origin.x;
  double right = left + rect->size.width;
  double top = rect->origin.y;
  double bottom = top + rect->size.height;
  double low = falling ? left - bottom : left + top;
  double high = falling ? right - top : right + bottom;

  for (double sum = ceil (low / distance) * distance; sum < high; sum += distance)
    {
      double from = MAX (left, falling ? sum + top : sum - bottom);
      double to = MIN (right, falling ? sum + bottom : sum - top);

      if (to > from)
        add_segment (builder, from, falling ? from - sum : sum - from, to, falling ? to - sum : sum - to);
    }
}

static void
add_level (GskPathBuilder *builder, const graphene_rect_t *rect, double distance)
{
  double bottom = rect->origin.y + rect->size.height;

  for (double y = ceil (rect->origin.y / distance) * distance; y < bottom; y += distance)
    add_segment (builder, rect->origin.x, y, rect->origin.x + rect->size.width, y);
}

static void
add_upright (GskPathBuilder *builder, const graphene_rect_t *rect, double distance)
{
  double right = rect->origin.x + rect->size.width;

  for (double x = ceil (rect->origin.x / distance) * distance; x < right; x += distance)
    add_segment (builder, x, rect->origin.y, x, rect->origin.y + rect->size.height);
}

/**
 * ldr_chart_hatch_make_path:
 * @hatch: a hatch
 * @rect: the area to fill
 * @distance: from one line to the next, across or down, above 0
 *
 * Returns: (transfer full): its lines, none of which leaves the area
 */
GskPath *
ldr_chart_hatch_make_path (LdrChartHatch hatch, const graphene_rect_t *rect, double distance)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  switch (hatch)
    {
    case LDR_CHART_HATCH_NONE:
    case LDR_CHART_N_HATCHES:
      break;
    case LDR_CHART_HATCH_RISING:
      add_slanted (builder, rect, distance, FALSE);
      break;
    case LDR_CHART_HATCH_FALLING:
      add_slanted (builder, rect, distance, TRUE);
      break;
    case LDR_CHART_HATCH_LEVEL:
      add_level (builder, rect, distance);
      break;
    case LDR_CHART_HATCH_CROSSED:
      add_slanted (builder, rect, distance * 1.5, FALSE);
      add_slanted (builder, rect, distance * 1.5, TRUE);
      break;
    case LDR_CHART_HATCH_UPRIGHT:
      add_upright (builder, rect, distance);
      break;
    }
  return gsk_path_builder_to_path (builder);
}

/**
 * ldr_chart_paint_hatch:
 * @hatch: a hatch
 * @rect: the area to fill
 * @distance: from one line to the next, above 0
 * @width: how wide a line is
 * @colour: its colour
 * @snapshot: where to paint
 */
void
ldr_chart_paint_hatch (LdrChartHatch hatch,
                       const graphene_rect_t *rect,
                       double distance,
                       double width,
                       const GdkRGBA *colour,
                       GtkSnapshot *snapshot)
{
  g_autoptr (GskPath) path = ldr_chart_hatch_make_path (hatch, rect, distance);
  g_autoptr (GskStroke) stroke = gsk_stroke_new ((float) width);

  if (!gsk_path_is_empty (path))
    gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
}

/**
 * ldr_chart_paint_segment:
 * @x1: where a straight line begins
 * @y1: likewise
 * @x2: where it ends
 * @y2: likewise
 * @stroke: how it is drawn
 * @colour: its colour
 * @snapshot: where to paint
 */
void
ldr_chart_paint_segment (
    double x1, double y1, double x2, double y2, const GskStroke *stroke, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  add_segment (builder, x1, y1, x2, y2);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
}

/**
 * ldr_chart_paint_mark:
 * @pen: whose mark
 * @point: where it stands
 * @size: half its width
 * @colour: its colour
 * @plane: the colour of what the chart stands on
 * @snapshot: where to paint
 *
 * Paints a mark on a rim of the plane's colour, so that it is seen where lines cross.
 */
void
ldr_chart_paint_mark (LdrChartPen pen,
                      const graphene_point_t *point,
                      double size,
                      const GdkRGBA *colour,
                      const GdkRGBA *plane,
                      GtkSnapshot *snapshot)
{
  g_autoptr (GskPath) mark = ldr_chart_pen_make_mark (pen, point, size);
  gboolean filled = ldr_chart_pen_fills_mark (pen);
  g_autoptr (GskStroke) rim = gsk_stroke_new (filled ? 2.5f : 1.5f);

  if (filled)
    {
      gtk_snapshot_append_stroke (snapshot, mark, rim, plane);
      gtk_snapshot_append_fill (snapshot, mark, GSK_FILL_RULE_WINDING, colour);
      return;
    }
  gtk_snapshot_append_fill (snapshot, mark, GSK_FILL_RULE_WINDING, plane);
  gtk_snapshot_append_stroke (snapshot, mark, rim, colour);
}

static GskPath *
make_box (const graphene_rect_t *rect, double radius)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, (float) radius);
  if (radius > 0)
    gsk_path_builder_add_rounded_rect (builder, &rounded);
  else
    gsk_path_builder_add_rect (builder, rect);
  return gsk_path_builder_to_path (builder);
}

/**
 * ldr_chart_paint_box:
 * @rect: an area
 * @radius: of its corners
 * @colour: its colour
 * @snapshot: where to paint
 */
void
ldr_chart_paint_box (const graphene_rect_t *rect, double radius, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  g_autoptr (GskPath) path = make_box (rect, radius);

  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
}

/**
 * ldr_chart_paint_rim:
 * @rect: an area
 * @radius: of its corners
 * @width: how wide the rim is; it stays within the area
 * @colour: its colour
 * @snapshot: where to paint
 */
void
ldr_chart_paint_rim (
    const graphene_rect_t *rect, double radius, double width, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new ((float) width);
  g_autoptr (GskPath) path = NULL;
  graphene_rect_t inner;

  graphene_rect_inset_r (rect, (float) (width / 2), (float) (width / 2), &inner);
  path = make_box (&inner, MAX (0, radius - width / 2));
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
}

/**
 * ldr_chart_paint_cell:
 * @cell: a small area, about as high as wide
 * @pen: whose mark stands in it, or %LDR_CHART_N_PENS for one without
 * @is_hatched: whether it is hatched with its colour, and not filled
 * @with_mark: whether there is a mark at all
 * @colour: its colour
 * @plane: the colour of what the chart stands on
 * @snapshot: where to paint
 */
void
ldr_chart_paint_cell (const graphene_rect_t *cell,
                      LdrChartPen pen,
                      gboolean is_hatched,
                      gboolean with_mark,
                      const GdkRGBA *colour,
                      const GdkRGBA *plane,
                      GtkSnapshot *snapshot)
{
  double size = cell->size.width * CELL_MARK;
  const GdkRGBA *ink = is_hatched ? colour : plane;
  const GdkRGBA *ground = is_hatched ? plane : colour;
  g_autoptr (GskStroke) rim = gsk_stroke_new (1.2f);
  g_autoptr (GskPath) mark = NULL;
  graphene_point_t middle;

  ldr_chart_paint_box (cell, CELL_RADIUS, ground, snapshot);
  if (is_hatched)
    {
      ldr_chart_paint_hatch (LDR_CHART_HATCH_RISING, cell, 4, 1.2, colour, snapshot);
      ldr_chart_paint_rim (cell, CELL_RADIUS, 1.2, colour, snapshot);
    }
  if (!with_mark || pen == LDR_CHART_N_PENS || size < LEAST_CELL_MARK)
    return;
  graphene_rect_get_center (cell, &middle);
  mark = ldr_chart_pen_make_mark (pen, &middle, size);
  if (is_hatched)
    {
      g_autoptr (GskStroke) halo = gsk_stroke_new (2.8f);

      gtk_snapshot_append_stroke (snapshot, mark, halo, plane);
    }
  gtk_snapshot_append_fill (snapshot, mark, GSK_FILL_RULE_WINDING, ldr_chart_pen_fills_mark (pen) ? ink : ground);
  gtk_snapshot_append_stroke (snapshot, mark, rim, ink);
}
