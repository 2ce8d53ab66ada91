/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-dumbbell.h"

#include "ldr-dumbbell-private.h"

static const char *
get_title (gconstpointer data)
{
  return ((const LdrDumbbellData *) data)->title;
}

static char **
list_classes (gconstpointer data)
{
  const LdrDumbbellData *self = data;
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (classes, ((LdrDumbbellSeries *) g_ptr_array_index (self->series, i))->style_class);
  return g_strv_builder_end (classes);
}

static guint
count_stops (gconstpointer picture)
{
  return ((const LdrDumbbellPicture *) picture)->data->rows->len;
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  return ldr_dumbbell_data_read_row (((const LdrDumbbellPicture *) picture)->data, stop);
}

/**
 * ldr_dumbbell_new:
 * @data: values to compare
 *
 * Returns: (transfer full): a chart of them as marks in rows
 */
LdrChart *
ldr_dumbbell_new (LdrDumbbellData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_dumbbell_data_unref,
    .get_title = get_title,
    .describe = (char *(*) (gconstpointer)) ldr_dumbbell_data_get_description,
    .make_table = (LdrChartTable * (*) (gconstpointer)) ldr_dumbbell_data_make_table,
    .list_classes = list_classes,
    .get_height = (int (*) (gconstpointer, PangoContext *, int)) ldr_dumbbell_measure,
    .lay_out = (gpointer (*) (gpointer, const LdrChartSetting *)) ldr_dumbbell_picture_new,
    .free_picture = (void (*) (gpointer)) ldr_dumbbell_picture_free,
    .paint = (void (*) (gconstpointer, const LdrChartInks *, GtkSnapshot *)) ldr_dumbbell_picture_paint,
    .count_stops = count_stops,
    .pick = (int (*) (gconstpointer, double, double)) ldr_dumbbell_picture_pick,
    .step = (int (*) (gconstpointer, int, LdrChartStep)) ldr_dumbbell_picture_step,
    .read_stop = read_stop,
    .paint_stop = (void (*) (gconstpointer, const LdrChartInks *, guint, PangoContext *,
                             GtkSnapshot *)) ldr_dumbbell_picture_paint_note,
  };

  return ldr_chart_new (&kind, ldr_dumbbell_data_ref (data));
}
