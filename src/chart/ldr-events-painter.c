/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-events-private.h"

#include <math.h>
#include "ldr-chart-brush.h"
#include "ldr-chart-text.h"

#define RING_WIDTH 2.0

static void
paint_lane (const LdrEventsPicture *self, guint lane, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const graphene_rect_t *plot = &self->frame->plot;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  double y = floor (self->middles[lane]) + 0.5;

  ldr_chart_paint_segment (plot->origin.x, y, plot->origin.x + plot->size.width, y, stroke, &inks->base.grid, snapshot);
  if (lane < self->labels->len)
    ldr_chart_label_paint (g_ptr_array_index (self->labels, lane), &inks->base.text, snapshot);
}

/**
 * ldr_events_picture_paint:
 * @self: a picture
 * @inks: its colours
 * @snapshot: where to paint
 *
 * Paints the days, the lanes and the events, as paths and glyphs only.
 */
void
ldr_events_picture_paint (const LdrEventsPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  if (self->nothing != NULL)
    {
      ldr_chart_label_paint (self->nothing, &inks->base.dim, snapshot);
      return;
    }
  ldr_chart_frame_paint (self->frame, &inks->base, snapshot);
  for (guint i = 0; i < self->data->lanes->len; i++)
    paint_lane (self, i, inks, snapshot);
  for (guint i = 0; i < self->data->events->len; i++)
    {
      const LdrEvent *event = g_ptr_array_index (self->data->events, i);
      const LdrEventsLane *lane = g_ptr_array_index (self->data->lanes, event->lane);

      ldr_chart_paint_mark (lane->pen, &g_array_index (self->places, graphene_point_t, i), LDR_EVENTS_MARK_SIZE,
                            &inks->colours[event->lane], &inks->base.plane, snapshot);
    }
}

/**
 * ldr_events_picture_paint_note:
 * @self: a picture
 * @inks: its colours
 * @stop: the stop that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_events_picture_paint()
 *
 * Paints a line through the day, a ring around each of its events, and a note.
 */
void
ldr_events_picture_paint_note (
    const LdrEventsPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskStroke) ring_stroke = gsk_stroke_new (RING_WIDTH);
  const graphene_rect_t *plot = &self->frame->plot;
  g_autofree char *words = NULL;
  double x, top;
  int day;

  if (stop >= self->stops->len)
    return;
  day = g_array_index (self->stops, int, stop);
  words = ldr_events_data_note_day (self->data, day);
  x = ldr_chart_scale_map (&self->frame->days, day);
  top = plot->origin.y + plot->size.height;
  ldr_chart_paint_segment (x, plot->origin.y, x, top, stroke, &inks->base.dim, snapshot);
  for (guint i = 0; i < self->data->events->len; i++)
    {
      const graphene_point_t *place = &g_array_index (self->places, graphene_point_t, i);
      g_autoptr (GskPath) ring = NULL;

      if (((LdrEvent *) g_ptr_array_index (self->data->events, i))->day != day)
        continue;
      ring = ldr_chart_pen_make_mark (LDR_CHART_PEN_SOLID, place, LDR_EVENTS_MARK_SIZE * 2);
      gtk_snapshot_append_stroke (snapshot, ring, ring_stroke, &inks->base.text);
      top = MIN (top, place->y);
    }
  ldr_chart_note_paint (&self->bounds, &GRAPHENE_POINT_INIT ((float) x, (float) top), LDR_EVENTS_MARK_SIZE * 2 + 6,
                        TRUE, words, context, snapshot);
}
