/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-line-private.h"

#include <math.h>
#include "ldr-chart-brush.h"
#include "ldr-chart-text.h"

#define LINE_WIDTH 2.0
#define TARGET_WIDTH 1.5
#define BAND_STRENGTH 0.12f
#define SPAN_STRENGTH 0.12f

/* Where points stand nearer than this, their marks would be a smear: only lone points and the last one keep theirs. */
#define LEAST_MARK_DISTANCE 9.0

/* A label that had to be moved further than this from its line is led to it. */
#define LEAST_LEAD 6.0

static double
get_value_place (const LdrLinePicture *self, double value)
{
  const LdrChartScale *values = &self->frame->values;

  return ldr_chart_scale_map (values, CLAMP (value, values->low, values->high));
}

static void
paint_target (const LdrLinePicture *self, guint index, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  static const float dash[] = { 2, 3 };
  const LdrLineTarget *target = g_ptr_array_index (self->data->targets, index);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (TARGET_WIDTH);
  GdkRGBA fill = look->targets[index];
  double from, to, low, high;

  if (!ldr_line_picture_get_target_span (self, target, &from, &to))
    return;
  low = get_value_place (self, target->low);
  high = get_value_place (self, target->high);
  fill.alpha *= BAND_STRENGTH;
  if (low > high)
    {
      g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
      g_autoptr (GskPath) band = NULL;

      gsk_path_builder_add_rect (
          builder, &GRAPHENE_RECT_INIT ((float) from, (float) high, (float) (to - from), (float) (low - high)));
      band = gsk_path_builder_to_path (builder);
      gtk_snapshot_append_fill (snapshot, band, GSK_FILL_RULE_WINDING, &fill);
    }
  gsk_stroke_set_dash (stroke, dash, G_N_ELEMENTS (dash));
  if (isfinite (target->low))
    ldr_chart_paint_segment (from, low, to, low, stroke, &look->targets[index], snapshot);
  if (isfinite (target->high) && target->high > target->low)
    ldr_chart_paint_segment (from, high, to, high, stroke, &look->targets[index], snapshot);
}

/* The plane behind words that lines run through, so that these do not strike them out. */
static void
paint_ground (const LdrChartLabel *label, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) ground = NULL;
  GskRoundedRect rounded;
  GdkRGBA plane = look->base.plane;

  plane.alpha *= 0.8f;
  gsk_rounded_rect_init_from_rect (&rounded, &label->place, 3);
  gsk_path_builder_add_rounded_rect (builder, &rounded);
  ground = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, ground, GSK_FILL_RULE_WINDING, &plane);
}

static void
paint_target_label (const LdrLinePicture *self, guint index, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  const LdrChartLabel *label = g_ptr_array_index (self->targets, index);

  if (label == NULL)
    return;
  if (label->over_lines)
    paint_ground (label, look, snapshot);
  ldr_chart_label_paint (label, &look->targets[index], snapshot);
}

static const GdkRGBA *
get_break_colour (const LdrLineBreak *it, const LdrLinePicture *self, const LdrLineLook *look)
{
  gboolean of_one = it->series >= 0 && (guint) it->series < self->data->series->len && self->data->series->len > 1;

  return of_one ? &look->series[it->series] : &look->base.dim;
}

static void
paint_break (const LdrLinePicture *self, guint index, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  static const float dash[] = { 5, 3 };
  const LdrLineBreak *it = g_ptr_array_index (self->data->breaks, index);
  const LdrChartLabel *label = g_ptr_array_index (self->breaks, index);
  const GdkRGBA *colour = get_break_colour (it, self, look);
  const graphene_rect_t *plot = &self->frame->plot;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  double x = floor (ldr_line_picture_get_break_place (self, it)) + 0.5;
  double top = label != NULL ? label->place.size.height + 1 : plot->origin.y - LDR_LINE_GAP;

  if (!ldr_line_picture_shows_break (self, it))
    return;
  gsk_stroke_set_dash (stroke, dash, G_N_ELEMENTS (dash));
  ldr_chart_paint_segment (x, top, x, plot->origin.y + plot->size.height, stroke, colour, snapshot);
  if (label != NULL)
    ldr_chart_label_paint (label, colour, snapshot);
}

static gboolean
shows_marks (const LdrLinePicture *self, const GArray *vertices)
{
  return vertices->len < 2 || self->frame->plot.size.width / (vertices->len - 1) >= LEAST_MARK_DISTANCE;
}

static void
paint_series (const LdrLinePicture *self, guint index, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  const LdrLineSeries *series = g_ptr_array_index (self->data->series, index);
  const GArray *vertices = g_ptr_array_index (self->traces, index);
  const GdkRGBA *colour = &look->series[index];
  g_autoptr (GskStroke) stroke = ldr_chart_pen_make_stroke (series->pen, LINE_WIDTH);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  gboolean marks = shows_marks (self, vertices);

  for (guint i = 0; i < vertices->len; i++)
    {
      const LdrChartVertex *vertex = &g_array_index (vertices, LdrChartVertex, i);
      graphene_point_t point = ldr_line_picture_get_point (self, series, vertex->index);

      if (vertex->starts)
        gsk_path_builder_move_to (builder, point.x, point.y);
      else
        gsk_path_builder_line_to (builder, point.x, point.y);
    }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  for (guint i = 0; i < vertices->len; i++)
    {
      const LdrChartVertex *vertex = &g_array_index (vertices, LdrChartVertex, i);
      graphene_point_t point = ldr_line_picture_get_point (self, series, vertex->index);

      if (marks || i + 1 == vertices->len || (vertex->starts && vertex->ends))
        ldr_chart_paint_mark (series->pen, &point, LDR_LINE_MARK_SIZE, colour, &look->base.plane, snapshot);
    }
}

/* From the end of a line to its name, where the name could not stand right beside it. */
static void
paint_lead (
    const LdrLinePicture *self, guint index, const graphene_point_t *mark, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  const GArray *vertices = g_ptr_array_index (self->traces, index);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  GdkRGBA faint = *colour;
  double side = self->right_to_left ? 1 : -1;
  double near = mark->x + side * (LDR_LINE_MARK_SIZE + 2);
  graphene_point_t end;

  if (vertices->len == 0)
    return;
  end = ldr_line_picture_get_point (self, g_ptr_array_index (self->data->series, index),
                                    g_array_index (vertices, LdrChartVertex, vertices->len - 1).index);
  if (fabs (end.y - mark->y) < LEAST_LEAD && fabs (end.x - near) < 4 * LDR_LINE_MARK_SIZE)
    return;
  faint.alpha *= 0.6f;
  ldr_chart_paint_segment (end.x - side * (LDR_LINE_MARK_SIZE + 1), end.y, near, mark->y, stroke, &faint, snapshot);
}

/* Values that all stand alone are marks without a line between them. */
static gboolean
has_line (const GArray *vertices)
{
  for (guint i = 0; i < vertices->len; i++)
    if (!g_array_index (vertices, LdrChartVertex, i).ends)
      return TRUE;
  return FALSE;
}

/* The sample of a series is what is drawn of it: its mark, on a piece of its line where there is one. */
static void
paint_name (const LdrLinePicture *self, guint index, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  const LdrLineSeries *series = g_ptr_array_index (self->data->series, index);
  const LdrChartLabel *label = g_ptr_array_index (self->names, index);
  const graphene_rect_t *place = &label->place;
  const GdkRGBA *colour = &look->series[index];
  gboolean beside = self->names_form == LDR_LINE_NAMES_BESIDE;
  double lead = beside ? LDR_LINE_MARK_SIZE : LDR_LINE_SAMPLE_WIDTH / 2;
  double x = self->right_to_left ? place->origin.x + place->size.width + LDR_LINE_GAP + lead
                                 : place->origin.x - LDR_LINE_GAP - lead;
  graphene_point_t mark = GRAPHENE_POINT_INIT ((float) x, place->origin.y + place->size.height / 2);

  if (beside)
    paint_lead (self, index, &mark, colour, snapshot);
  else if (has_line (g_ptr_array_index (self->traces, index)))
    {
      g_autoptr (GskStroke) stroke = ldr_chart_pen_make_stroke (series->pen, LINE_WIDTH);

      ldr_chart_paint_segment (x - lead, mark.y, x + lead, mark.y, stroke, colour, snapshot);
    }
  ldr_chart_paint_mark (series->pen, &mark, LDR_LINE_MARK_SIZE, colour, &look->base.plane, snapshot);
  ldr_chart_label_paint (label, beside ? colour : &look->base.text, snapshot);
}

/**
 * ldr_line_picture_paint:
 * @self: a picture
 * @look: its colours
 * @snapshot: where to paint
 *
 * Paints the axes, the targets, the breaks, the lines and their names, as paths and glyphs only.
 */
void
ldr_line_picture_paint (const LdrLinePicture *self, const LdrLineLook *look, GtkSnapshot *snapshot)
{
  if (self->frame == NULL)
    {
      ldr_chart_label_paint (self->nothing, &look->base.dim, snapshot);
      return;
    }
  ldr_chart_frame_paint (self->frame, &look->base, snapshot);
  for (guint i = 0; i < self->data->targets->len; i++)
    paint_target (self, i, look, snapshot);
  for (guint i = 0; i < self->data->breaks->len; i++)
    paint_break (self, i, look, snapshot);
  for (guint i = 0; i < self->data->series->len; i++)
    paint_series (self, i, look, snapshot);
  for (guint i = 0; i < self->targets->len; i++)
    paint_target_label (self, i, look, snapshot);
  for (guint i = 0; i < self->names->len && self->names_form != LDR_LINE_NAMES_NONE; i++)
    paint_name (self, i, look, snapshot);
}

static gboolean
paint_rings (
    const LdrLinePicture *self, const LdrLineStop *stop, const GdkRGBA *colour, double *top, GtkSnapshot *snapshot)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  gboolean any = FALSE;

  for (guint i = 0; i < self->data->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->data->series, i);
      guint first, end;

      if (!ldr_line_series_find_stop (series, stop, &first, &end))
        continue;
      for (guint j = first; j < end; j++)
        {
          graphene_point_t point;
          g_autoptr (GskPath) ring = NULL;

          if (!isfinite (series->points[j].value))
            continue;
          point = ldr_line_picture_get_point (self, series, j);
          ring = ldr_chart_pen_make_mark (LDR_CHART_PEN_SOLID, &point, LDR_LINE_MARK_SIZE * 2);
          gtk_snapshot_append_stroke (snapshot, ring, stroke, colour);
          *top = MIN (*top, point.y);
          any = TRUE;
        }
    }
  return any;
}

/* The days that a value stands for, where they are more than one. */
static void
paint_span (const LdrLinePicture *self, const LdrLineStop *stop, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  const LdrChartScale *days = &self->frame->days;
  const graphene_rect_t *plot = &self->frame->plot;
  double one = ldr_chart_scale_map (days, stop->first_day - 0.5);
  double other = ldr_chart_scale_map (days, stop->last_day + 0.5);
  double left = MAX (plot->origin.x, MIN (one, other));
  double right = MIN (plot->origin.x + plot->size.width, MAX (one, other));
  GdkRGBA faint = *colour;

  if (stop->first_day == stop->last_day || left >= right)
    return;
  faint.alpha *= SPAN_STRENGTH;
  ldr_chart_paint_box (&GRAPHENE_RECT_INIT ((float) left, plot->origin.y, (float) (right - left), plot->size.height), 0,
                       &faint, snapshot);
}

/**
 * ldr_line_picture_paint_stop:
 * @self: a picture
 * @look: its colours
 * @stop: what somebody looks at: a stop of this picture, or of another one of the same days
 * @top: (out): the highest of its values, or the bottom of the plot
 * @snapshot: where to paint, after ldr_line_picture_paint()
 *
 * Paints a line through the day, or a band over the days of a longer period with a line through their middle, and a
 * ring around each of its values.
 *
 * Returns: whether it has any value
 */
gboolean
ldr_line_picture_paint_stop (const LdrLinePicture *self,
                             const LdrLineLook *look,
                             const LdrLineStop *stop,
                             graphene_point_t *top,
                             GtkSnapshot *snapshot)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  const graphene_rect_t *plot;
  double x, y, bottom;
  gboolean any;

  *top = GRAPHENE_POINT_INIT (0, 0);
  if (self->frame == NULL)
    return FALSE;
  plot = &self->frame->plot;
  x = ldr_chart_scale_map (&self->frame->days, stop->day);
  y = bottom = plot->origin.y + plot->size.height;
  paint_span (self, stop, &look->base.dim, snapshot);
  ldr_chart_paint_segment (x, plot->origin.y, x, bottom, stroke, &look->base.dim, snapshot);
  any = paint_rings (self, stop, &look->base.text, &y, snapshot);
  *top = GRAPHENE_POINT_INIT ((float) x, (float) y);
  return any;
}

/**
 * ldr_line_picture_paint_note:
 * @self: a picture
 * @look: its colours
 * @stop: the stop that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_line_picture_paint()
 *
 * Paints where the stop is, a ring around each of its values, and a note that reads them out.
 */
void
ldr_line_picture_paint_note (
    const LdrLinePicture *self, const LdrLineLook *look, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  g_autofree char *words = NULL;
  graphene_point_t top;

  if (self->frame == NULL || stop >= self->stops->len)
    return;
  words = ldr_line_data_note_stop (self->data, self->stops, stop);
  ldr_line_picture_paint_stop (self, look, &g_array_index (self->stops, LdrLineStop, stop), &top, snapshot);
  ldr_chart_note_paint (&self->bounds, &top, LDR_LINE_MARK_SIZE * 2 + 6, TRUE, words, context, snapshot);
}
