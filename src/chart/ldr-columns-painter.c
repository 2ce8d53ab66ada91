/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-columns-private.h"

#include "ldr-chart-text.h"

#define HATCH_DISTANCE 6.0
#define HATCH_WIDTH 1.0
#define PART_GAP 1.0
#define RIM 2.0

/* Parts lower than this have no gap, and narrower ones no hatch: nothing would be left of them. */
#define LEAST_FOR_GAP 3.0
#define LEAST_FOR_HATCH 4.0

static void
paint_part (const LdrColumnsPicture *self, guint column, guint series, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const LdrColumnsSeries *it = g_ptr_array_index (self->data->series, series);
  graphene_rect_t part = ldr_columns_picture_get_part (self, column, series);

  if (part.size.height <= 0)
    return;
  if (part.size.height >= LEAST_FOR_GAP)
    {
      part.origin.y += PART_GAP;
      part.size.height -= PART_GAP;
    }
  ldr_chart_paint_box (&part, 0, &inks->colours[series], snapshot);
  if (part.size.width >= LEAST_FOR_HATCH)
    ldr_chart_paint_hatch (it->hatch, &part, HATCH_DISTANCE, HATCH_WIDTH, &inks->base.plane, snapshot);
}

/**
 * ldr_columns_picture_paint:
 * @self: a picture
 * @inks: its colours
 * @snapshot: where to paint
 *
 * Paints the axes, the columns and the names, as paths and glyphs only.
 */
void
ldr_columns_picture_paint (const LdrColumnsPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  if (self->frame == NULL)
    {
      ldr_chart_label_paint (self->nothing, &inks->base.dim, snapshot);
      return;
    }
  ldr_chart_frame_paint (self->frame, &inks->base, snapshot);
  for (guint i = 0; i < self->data->columns->len; i++)
    for (guint j = 0; j < self->data->series->len; j++)
      paint_part (self, i, j, inks, snapshot);
  ldr_chart_legend_paint (self->legend, &inks->base, inks->colours, snapshot);
}

/**
 * ldr_columns_picture_paint_note:
 * @self: a picture
 * @inks: its colours
 * @column: the column that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_columns_picture_paint()
 *
 * Paints a rim around the column and a note beside it.
 */
void
ldr_columns_picture_paint_note (
    const LdrColumnsPicture *self, const LdrChartInks *inks, guint column, PangoContext *context, GtkSnapshot *snapshot)
{
  g_autofree char *words = NULL;
  graphene_rect_t place;
  graphene_point_t anchor;

  if (self->frame == NULL || column >= self->data->columns->len)
    return;
  words = ldr_columns_data_note_column (self->data, column);
  place = ldr_columns_picture_get_column (self, column);
  graphene_rect_inset (&place, (float) -RIM, (float) -RIM);
  ldr_chart_paint_rim (&place, RIM, RIM, &inks->base.text, snapshot);
  anchor = GRAPHENE_POINT_INIT (place.origin.x + place.size.width / 2, place.origin.y);
  ldr_chart_note_paint (&self->bounds, &anchor, place.size.width / 2 + RIM * 3, TRUE, words, context, snapshot);
}
