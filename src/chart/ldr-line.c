/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-line.h"

#include "ldr-line-painter.h"
#include "ldr-line-private.h"

static const char *
get_title (gconstpointer data)
{
  return ((const LdrLineData *) data)->title;
}

/**
 * ldr_line_list_classes:
 * @self: values over days
 *
 * Returns: (transfer full) (array zero-terminated=1): the classes of the style sheet whose colours the series take,
 * then those of the targets
 */
char **
ldr_line_list_classes (const LdrLineData *self)
{
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);

      g_strv_builder_add (classes, series->style_class != NULL ? series->style_class : "chart-line");
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      const LdrLineTarget *target = g_ptr_array_index (self->targets, i);

      g_strv_builder_add (classes, target->style_class != NULL ? target->style_class : "chart-dim");
    }
  return g_strv_builder_end (classes);
}

static LdrLineLook
get_look (const LdrLinePicture *picture, const LdrChartInks *inks)
{
  return (LdrLineLook) { inks->base, inks->colours, inks->colours + picture->data->series->len };
}

static void
paint (gconstpointer picture, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  LdrLineLook look = get_look (picture, inks);

  ldr_line_picture_paint (picture, &look, snapshot);
}

static guint
count_stops (gconstpointer picture)
{
  return ldr_line_picture_get_stops (picture)->len;
}

static int
pick (gconstpointer picture, double x, double y)
{
  return ldr_line_picture_pick (picture, x, y);
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  return ldr_line_data_read_stop (((const LdrLinePicture *) picture)->data, ldr_line_picture_get_stops (picture), stop);
}

static void
paint_stop (gconstpointer picture, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  LdrLineLook look = get_look (picture, inks);

  ldr_line_picture_paint_note (picture, &look, stop, context, snapshot);
}

static void
get_days (gconstpointer picture, guint stop, int *first_day, int *last_day)
{
  const LdrLineStop *it = &g_array_index (ldr_line_picture_get_stops (picture), LdrLineStop, stop);

  *first_day = it->first_day;
  *last_day = it->last_day;
}

/**
 * ldr_line_chart_new:
 * @data: values over days
 *
 * Returns: (transfer full): a chart of them as lines
 */
LdrChart *
ldr_line_chart_new (LdrLineData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_line_data_unref,
    .get_title = get_title,
    .describe = (char *(*) (gconstpointer)) ldr_line_data_get_description,
    .make_table = (LdrChartTable * (*) (gconstpointer)) ldr_line_data_make_table,
    .list_classes = (char **(*) (gconstpointer)) ldr_line_list_classes,
    .lay_out = (gpointer (*) (gpointer, const LdrChartSetting *)) ldr_line_picture_new,
    .free_picture = (void (*) (gpointer)) ldr_line_picture_free,
    .paint = paint,
    .count_stops = count_stops,
    .pick = pick,
    .read_stop = read_stop,
    .paint_stop = paint_stop,
    .get_margins = (gboolean (*) (gconstpointer, double *, double *)) ldr_line_picture_get_margins,
    .get_days = get_days,
  };

  return ldr_chart_new (&kind, ldr_line_data_ref (data));
}
