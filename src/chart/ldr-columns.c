/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-columns.h"

#include "ldr-columns-private.h"

static const char *
get_title (gconstpointer data)
{
  return ((const LdrColumnsData *) data)->title;
}

static char **
list_classes (gconstpointer data)
{
  const LdrColumnsData *self = data;
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (classes, ((LdrColumnsSeries *) g_ptr_array_index (self->series, i))->style_class);
  return g_strv_builder_end (classes);
}

static guint
count_stops (gconstpointer picture)
{
  const LdrColumnsPicture *self = picture;

  return self->frame != NULL ? self->data->columns->len : 0;
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  return ldr_columns_data_read_column (((const LdrColumnsPicture *) picture)->data, stop);
}

static gboolean
get_margins (gconstpointer picture, double *start, double *end)
{
  return ldr_chart_frame_get_margins (((const LdrColumnsPicture *) picture)->frame, start, end);
}

static void
get_days (gconstpointer picture, guint stop, int *first_day, int *last_day)
{
  const LdrColumn *column = g_ptr_array_index (((const LdrColumnsPicture *) picture)->data->columns, stop);

  *first_day = column->start;
  *last_day = column->end;
}

/**
 * ldr_columns_new:
 * @data: values by period
 *
 * Returns: (transfer full): a chart of them as stacked columns
 */
LdrChart *
ldr_columns_new (LdrColumnsData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_columns_data_unref,
    .get_title = get_title,
    .describe = (char *(*) (gconstpointer)) ldr_columns_data_get_description,
    .make_table = (LdrChartTable * (*) (gconstpointer)) ldr_columns_data_make_table,
    .list_classes = list_classes,
    .lay_out = (gpointer (*) (gpointer, const LdrChartSetting *)) ldr_columns_picture_new,
    .free_picture = (void (*) (gpointer)) ldr_columns_picture_free,
    .paint = (void (*) (gconstpointer, const LdrChartInks *, GtkSnapshot *)) ldr_columns_picture_paint,
    .count_stops = count_stops,
    .pick = (int (*) (gconstpointer, double, double)) ldr_columns_picture_pick,
    .read_stop = read_stop,
    .paint_stop = (void (*) (gconstpointer, const LdrChartInks *, guint, PangoContext *,
                             GtkSnapshot *)) ldr_columns_picture_paint_note,
    .get_margins = get_margins,
    .get_days = get_days,
  };

  return ldr_chart_new (&kind, ldr_columns_data_ref (data));
}
