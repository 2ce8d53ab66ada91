/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-columns-private.h"

#include <math.h>

/* A column takes this part of the width of its period, but no more than so many pixels. */
#define COLUMN_PART 0.76
#define MOST_COLUMN_WIDTH 48.0
#define LEAST_COLUMN_WIDTH 1.0

/* Where the names are to stand that belong to the parts of the last column in which anything happened. */
static void
place_names_beside (LdrColumnsPicture *self)
{
  guint n = self->data->series->len;
  g_autofree double *middles = g_new0 (double, n + 1);
  guint last = self->data->columns->len - 1;

  while (last > 0 && ((LdrColumn *) g_ptr_array_index (self->data->columns, last))->total == 0)
    last--;
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t part = ldr_columns_picture_get_part (self, last, i);

      /* Of parts that are not there, the one that would be lower stands lower. */
      middles[i] = part.origin.y + part.size.height / 2 - i * 0.01;
    }
  ldr_chart_legend_place_beside (self->legend, &self->frame->plot, middles);
}

static void
lay_out (LdrColumnsPicture *self, const LdrChartSetting *setting)
{
  LdrColumnsData *data = self->data;
  double beside = ldr_chart_setting_has_room_beside (setting)
                      ? ldr_chart_legend_measure_beside (self->legend, &self->bounds.size)
                      : 0;
  double below = beside == 0 && data->series->len > 1 ? ldr_chart_legend_place_below (self->legend, &self->bounds) : 0;
  LdrChartRoom room = {
    .bounds = self->bounds,
    .first_day = data->first_day,
    .last_day = data->last_day,
    .low = 0,
    .high = MAX (data->high, ldr_columns_data_get_highest (data)),
    .low_is_fixed = TRUE,
    .whole = data->whole,
    .unit = data->unit,
    .start = setting->start,
    .end = MAX (beside, setting->end),
    .known_year = setting->known_year,
    .period = data->period,
    .whole_days = setting->shares_days,
    .right_to_left = setting->right_to_left,
  };

  room.bounds.size.height = (float) MAX (1, room.bounds.size.height - below);
  self->frame = ldr_chart_frame_new (&room, setting->context);
  if (beside > 0)
    place_names_beside (self);
}

/**
 * ldr_columns_picture_new:
 * @data: what to show
 * @setting: what the picture is made for
 *
 * Lays out columns and their texts. Where nothing happened it shows what is said in their place.
 *
 * Returns: (transfer full): a picture to paint
 */
LdrColumnsPicture *
ldr_columns_picture_new (LdrColumnsData *data, const LdrChartSetting *setting)
{
  LdrColumnsPicture *self = g_new0 (LdrColumnsPicture, 1);

  self->data = ldr_columns_data_ref (data);
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) setting->width, (float) setting->height);
  self->legend = ldr_chart_legend_new (setting->right_to_left);
  for (guint i = 0; i < data->series->len; i++)
    {
      const LdrColumnsSeries *series = g_ptr_array_index (data->series, i);
      LdrChartSample sample = { .form = LDR_CHART_SAMPLE_BOX, .hatch = series->hatch };

      ldr_chart_legend_add (self->legend, setting->context, series->name, &sample);
    }
  if (ldr_columns_data_get_highest (data) > 0)
    lay_out (self, setting);
  else
    {
      g_autofree char *words = ldr_columns_data_get_description (data);

      self->nothing = ldr_chart_label_new_in_middle (setting->context, words, &self->bounds);
    }
  return self;
}

void
ldr_columns_picture_free (LdrColumnsPicture *self)
{
  ldr_columns_data_unref (self->data);
  g_clear_pointer (&self->frame, ldr_chart_frame_free);
  g_clear_pointer (&self->nothing, ldr_chart_label_free);
  ldr_chart_legend_free (self->legend);
  g_free (self);
}

/**
 * ldr_columns_picture_get_column:
 * @self: a picture with a frame
 * @column: one of its columns
 *
 * Returns: where the whole column stands; of no height where nothing happened
 */
graphene_rect_t
ldr_columns_picture_get_column (const LdrColumnsPicture *self, guint column)
{
  const LdrColumn *it = g_ptr_array_index (self->data->columns, column);
  double a = ldr_chart_scale_map (&self->frame->days, it->start - 0.5);
  double b = ldr_chart_scale_map (&self->frame->days, it->end + 0.5);
  double width = CLAMP (fabs (b - a) * COLUMN_PART, LEAST_COLUMN_WIDTH, MOST_COLUMN_WIDTH);
  double top = ldr_chart_scale_map (&self->frame->values, it->total);
  double bottom = ldr_chart_scale_map (&self->frame->values, 0);

  return GRAPHENE_RECT_INIT ((float) ((a + b - width) / 2), (float) top, (float) width, (float) (bottom - top));
}

/**
 * ldr_columns_picture_get_part:
 * @self: a picture with a frame
 * @column: one of its columns
 * @series: one of its series
 *
 * Returns: where that part of the column stands, upon the parts of the series before
 */
graphene_rect_t
ldr_columns_picture_get_part (const LdrColumnsPicture *self, guint column, guint series)
{
  const LdrColumn *it = g_ptr_array_index (self->data->columns, column);
  graphene_rect_t part = ldr_columns_picture_get_column (self, column);
  double below = 0;
  double top, bottom;

  for (guint i = 0; i < series; i++)
    below += it->values[i];
  bottom = ldr_chart_scale_map (&self->frame->values, below);
  top = ldr_chart_scale_map (&self->frame->values, below + it->values[series]);
  part.origin.y = (float) top;
  part.size.height = (float) (bottom - top);
  return part;
}

/**
 * ldr_columns_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the column of the period that is pointed at, or %LDR_CHART_NO_STOP away from the plot
 */
int
ldr_columns_picture_pick (const LdrColumnsPicture *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  double day;

  if (self->frame == NULL || !graphene_rect_contains_point (&self->frame->plot, &point))
    return LDR_CHART_NO_STOP;
  day = ldr_chart_scale_unmap (&self->frame->days, x);
  for (guint i = 0; i + 1 < self->data->columns->len; i++)
    if (day <= ((LdrColumn *) g_ptr_array_index (self->data->columns, i))->end + 0.5)
      return (int) i;
  return (int) self->data->columns->len - 1;
}
