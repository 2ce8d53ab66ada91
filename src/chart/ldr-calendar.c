/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-calendar.h"

#include "ldr-calendar-private.h"

static const char *
get_title (gconstpointer data)
{
  return ((const LdrCalendarData *) data)->title;
}

static char **
list_classes (gconstpointer data)
{
  const LdrCalendarData *self = data;
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (classes, ((LdrCalendarSeries *) g_ptr_array_index (self->series, i))->style_class);
  return g_strv_builder_end (classes);
}

static guint
count_stops (gconstpointer picture)
{
  const LdrCalendarData *data = ((const LdrCalendarPicture *) picture)->data;

  return (guint) (data->last_day - data->first_day) + 1;
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  const LdrCalendarData *data = ((const LdrCalendarPicture *) picture)->data;

  return ldr_calendar_data_read_day (data, data->first_day + (int) stop);
}

static void
get_days (gconstpointer picture, guint stop, int *first_day, int *last_day)
{
  *first_day = *last_day = ((const LdrCalendarPicture *) picture)->data->first_day + (int) stop;
}

/**
 * ldr_calendar_new:
 * @data: what days were
 *
 * Returns: (transfer full): a calendar of them
 */
LdrChart *
ldr_calendar_new (LdrCalendarData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_calendar_data_unref,
    .get_title = get_title,
    .describe = (char *(*) (gconstpointer)) ldr_calendar_data_get_description,
    .make_table = (LdrChartTable * (*) (gconstpointer)) ldr_calendar_data_make_table,
    .list_classes = list_classes,
    .get_height = (int (*) (gconstpointer, PangoContext *, int)) ldr_calendar_measure,
    .lay_out = (gpointer (*) (gpointer, const LdrChartSetting *)) ldr_calendar_picture_new,
    .free_picture = (void (*) (gpointer)) ldr_calendar_picture_free,
    .paint = (void (*) (gconstpointer, const LdrChartInks *, GtkSnapshot *)) ldr_calendar_picture_paint,
    .count_stops = count_stops,
    .pick = (int (*) (gconstpointer, double, double)) ldr_calendar_picture_pick,
    .step = (int (*) (gconstpointer, int, LdrChartStep)) ldr_calendar_picture_step,
    .read_stop = read_stop,
    .paint_stop = (void (*) (gconstpointer, const LdrChartInks *, guint, PangoContext *,
                             GtkSnapshot *)) ldr_calendar_picture_paint_note,
    .get_days = get_days,
  };

  return ldr_chart_new (&kind, ldr_calendar_data_ref (data));
}
