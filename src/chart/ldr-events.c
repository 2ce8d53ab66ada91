/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-events.h"

#include "ldr-events-private.h"

static const char *
get_title (gconstpointer data)
{
  return ((const LdrEventsData *) data)->title;
}

static char **
list_classes (gconstpointer data)
{
  const LdrEventsData *self = data;
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  for (guint i = 0; i < self->lanes->len; i++)
    g_strv_builder_add (classes, ((LdrEventsLane *) g_ptr_array_index (self->lanes, i))->style_class);
  return g_strv_builder_end (classes);
}

static guint
count_stops (gconstpointer picture)
{
  return ((const LdrEventsPicture *) picture)->stops->len;
}

static int
get_day (const LdrEventsPicture *picture, guint stop)
{
  return g_array_index (picture->stops, int, stop);
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  return ldr_events_data_read_day (((const LdrEventsPicture *) picture)->data, get_day (picture, stop));
}

static gboolean
get_margins (gconstpointer picture, double *start, double *end)
{
  return ldr_chart_frame_get_margins (((const LdrEventsPicture *) picture)->frame, start, end);
}

static void
get_days (gconstpointer picture, guint stop, int *first_day, int *last_day)
{
  *first_day = *last_day = get_day (picture, stop);
}

/**
 * ldr_events_new:
 * @data: what happened when
 *
 * Returns: (transfer full): a dot plot of it
 */
LdrChart *
ldr_events_new (LdrEventsData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_events_data_unref,
    .get_title = get_title,
    .describe = (char *(*) (gconstpointer)) ldr_events_data_get_description,
    .make_table = (LdrChartTable * (*) (gconstpointer)) ldr_events_data_make_table,
    .list_classes = list_classes,
    .get_height = (int (*) (gconstpointer, PangoContext *, int)) ldr_events_measure,
    .lay_out = (gpointer (*) (gpointer, const LdrChartSetting *)) ldr_events_picture_new,
    .free_picture = (void (*) (gpointer)) ldr_events_picture_free,
    .paint = (void (*) (gconstpointer, const LdrChartInks *, GtkSnapshot *)) ldr_events_picture_paint,
    .count_stops = count_stops,
    .pick = (int (*) (gconstpointer, double, double)) ldr_events_picture_pick,
    .read_stop = read_stop,
    .paint_stop = (void (*) (gconstpointer, const LdrChartInks *, guint, PangoContext *,
                             GtkSnapshot *)) ldr_events_picture_paint_note,
    .get_margins = get_margins,
    .get_days = get_days,
  };

  return ldr_chart_new (&kind, ldr_events_data_ref (data));
}
