/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-calendar-private.h"

#include "ldr-chart-text.h"

#define CELL_RADIUS 2.5
#define CELL_GAP 1.0
#define EMPTY_STRENGTH 0.45f
#define NOTE_RIM 2.0

static void
paint_day (const LdrCalendarPicture *self, int day, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const LdrCalendarDay *it = ldr_calendar_data_get_day (self->data, day);
  graphene_rect_t cell = ldr_calendar_grid_get_day (&self->grid, day);
  GdkRGBA empty = inks->base.grid;
  LdrChartPen pen;

  graphene_rect_inset (&cell, CELL_GAP, CELL_GAP);
  if (it->series == LDR_CALENDAR_NOTHING)
    {
      empty.alpha *= EMPTY_STRENGTH;
      ldr_chart_paint_box (&cell, CELL_RADIUS, &empty, snapshot);
      return;
    }
  pen = ((LdrCalendarSeries *) g_ptr_array_index (self->data->series, it->series))->pen;
  ldr_chart_paint_cell (&cell, pen, it->is_marked, self->data->series->len > 1, &inks->colours[it->series],
                        &inks->base.plane, snapshot);
}

/**
 * ldr_calendar_picture_paint:
 * @self: a picture
 * @inks: its colours
 * @snapshot: where to paint
 *
 * Paints the days, the names of days and months, and the legend, as paths and glyphs only.
 */
void
ldr_calendar_picture_paint (const LdrCalendarPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  g_autofree GdkRGBA *colours = g_new0 (GdkRGBA, self->data->series->len + 1);
  guint n_named = self->data->series->len > 1 ? self->data->series->len : 0;

  for (int day = self->data->first_day; day <= self->data->last_day; day++)
    paint_day (self, day, inks, snapshot);
  for (guint i = 0; i < self->labels->len; i++)
    ldr_chart_label_paint (g_ptr_array_index (self->labels, i), &inks->base.dim, snapshot);
  /* The hatch stands for all series alike, or for the only one. */
  for (guint i = 0; i < n_named; i++)
    colours[i] = inks->colours[i];
  colours[n_named] = n_named > 0 || self->data->series->len == 0 ? inks->base.text : inks->colours[0];
  ldr_chart_legend_paint (self->legend, &inks->base, colours, snapshot);
}

/**
 * ldr_calendar_picture_paint_note:
 * @self: a picture
 * @inks: its colours
 * @stop: the number of the day that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_calendar_picture_paint()
 *
 * Paints a rim around the day and a note beside it.
 */
void
ldr_calendar_picture_paint_note (
    const LdrCalendarPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  int day = self->data->first_day + (int) stop;
  graphene_rect_t cell = ldr_calendar_grid_get_day (&self->grid, day);
  g_autofree char *words = ldr_calendar_data_note_day (self->data, day);
  graphene_point_t middle;

  graphene_rect_get_center (&cell, &middle);
  graphene_rect_inset (&cell, -1, -1);
  ldr_chart_paint_rim (&cell, CELL_RADIUS + 1, NOTE_RIM, &inks->base.text, snapshot);
  ldr_chart_note_paint (&self->bounds, &middle, cell.size.width, TRUE, words, context, snapshot);
}
