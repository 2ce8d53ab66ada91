/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-dumbbell-private.h"

#include <math.h>
#include "ldr-chart-text.h"

#define BAR_WIDTH 4.0
#define BAR_STRENGTH 0.35f

static void
paint_axis (const LdrDumbbellPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  double bottom = self->plot.origin.y + self->plot.size.height;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x = floor (ldr_chart_scale_map (&self->values, g_array_index (self->ticks, double, i))) + 0.5;

      ldr_chart_paint_segment (x, self->plot.origin.y, x, bottom, stroke, &inks->base.grid, snapshot);
      ldr_chart_label_paint (g_ptr_array_index (self->tick_labels, i), &inks->base.dim, snapshot);
    }
}

/* The words above a row keep clear of the lines that run through them. */
static void
paint_label (const LdrDumbbellPicture *self, guint row, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const LdrChartLabel *label = g_ptr_array_index (self->labels, row);

  if (graphene_rect_intersection (&label->place, &self->plot, NULL))
    ldr_chart_paint_box (&label->place, 0, &inks->base.plane, snapshot);
  ldr_chart_label_paint (label, &inks->base.text, snapshot);
}

static void
paint_row (const LdrDumbbellPicture *self, guint row, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const LdrDumbbellRow *it = g_ptr_array_index (self->data->rows, row);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (BAR_WIDTH);
  GdkRGBA faint = inks->base.dim;
  double low, high;

  paint_label (self, row, inks, snapshot);
  if (!ldr_dumbbell_data_get_span (self->data, row, &low, &high))
    return;
  faint.alpha *= BAR_STRENGTH;
  if (high > low)
    {
      graphene_point_t from = ldr_dumbbell_picture_get_mark (self, row, low);
      graphene_point_t to = ldr_dumbbell_picture_get_mark (self, row, high);

      ldr_chart_paint_segment (from.x, from.y, to.x, to.y, stroke, &faint, snapshot);
    }
  for (guint i = 0; i < self->data->series->len; i++)
    {
      const LdrDumbbellSeries *series = g_ptr_array_index (self->data->series, i);
      graphene_point_t mark;

      if (!isfinite (it->values[i]))
        continue;
      mark = ldr_dumbbell_picture_get_series_mark (self, row, i);
      ldr_chart_paint_mark (series->pen, &mark, LDR_DUMBBELL_MARK_SIZE, &inks->colours[i], &inks->base.plane, snapshot);
    }
}

/**
 * ldr_dumbbell_picture_paint:
 * @self: a picture
 * @inks: its colours
 * @snapshot: where to paint
 *
 * Paints the axis, the rows and the names, as paths and glyphs only.
 */
void
ldr_dumbbell_picture_paint (const LdrDumbbellPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  if (self->nothing != NULL)
    {
      ldr_chart_label_paint (self->nothing, &inks->base.dim, snapshot);
      return;
    }
  paint_axis (self, inks, snapshot);
  for (guint i = 0; i < self->data->rows->len; i++)
    paint_row (self, i, inks, snapshot);
  ldr_chart_legend_paint (self->legend, &inks->base, inks->colours, snapshot);
}

/**
 * ldr_dumbbell_picture_paint_note:
 * @self: a picture
 * @inks: its colours
 * @stop: the row that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_dumbbell_picture_paint()
 *
 * Paints a rim around the marks of the row and a note beside them.
 */
void
ldr_dumbbell_picture_paint_note (
    const LdrDumbbellPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  double reach = LDR_DUMBBELL_MARK_SIZE * 2;
  g_autofree char *words = NULL;
  graphene_point_t from, to, anchor;
  graphene_rect_t rim;
  double low, high;

  if (stop >= self->data->rows->len)
    return;
  words = ldr_dumbbell_data_note_row (self->data, stop);
  if (!ldr_dumbbell_data_get_span (self->data, stop, &low, &high))
    low = high = self->data->low / 2 + self->data->high / 2;
  from = ldr_dumbbell_picture_get_mark (self, stop, low);
  to = ldr_dumbbell_picture_get_mark (self, stop, high);
  rim = GRAPHENE_RECT_INIT ((float) (MIN (from.x, to.x) - reach), (float) (from.y - reach),
                            (float) (fabs (to.x - from.x) + 2 * reach), (float) (2 * reach));
  ldr_chart_paint_rim (&rim, reach, 2, &inks->base.text, snapshot);
  anchor = GRAPHENE_POINT_INIT ((from.x + to.x) / 2, from.y);
  ldr_chart_note_paint (&self->bounds, &anchor, reach + 4, FALSE, words, context, snapshot);
}
