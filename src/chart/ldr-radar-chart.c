/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-radar-chart.h"

#include <glib/gi18n.h>
#include "ldr-radar-painter.h"

#define HEIGHT 320

/* Nothing is painted where there are no axes. */
typedef struct
{
  LdrRadarData *data;
  LdrRadarPicture *picture;
} Sheet;

static const char *
get_title (gconstpointer data)
{
  return ((const LdrRadarData *) data)->title;
}

static char *
describe (gconstpointer data)
{
  const char *summary = ((const LdrRadarData *) data)->summary;

  return g_strdup (summary != NULL ? summary : "");
}

/* A row for each axis, a column for each series. */
static LdrChartTable *
make_table (gconstpointer data)
{
  const LdrRadarData *self = data;
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  LdrChartTable *table;

  g_strv_builder_add (heads, C_ ("chart table", "What"));
  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (heads, ((LdrRadarSeries *) g_ptr_array_index (self->series, i))->name);
  table = ldr_chart_table_new (self->title, g_strv_builder_end (heads));
  for (guint i = 0; i < self->axes->len; i++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add (cells, ((LdrRadarAxis *) g_ptr_array_index (self->axes, i))->label);
      for (guint j = 0; j < self->series->len; j++)
        g_strv_builder_add (cells, ((LdrRadarSeries *) g_ptr_array_index (self->series, j))->texts[i]);
      ldr_chart_table_add_row (table, g_strv_builder_end (cells));
    }
  return table;
}

/* The colours of the axes, then that of the solid line. */
static char **
list_classes (gconstpointer data)
{
  const LdrRadarData *self = data;
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  for (guint i = 0; i < self->axes->len; i++)
    {
      const LdrRadarAxis *axis = g_ptr_array_index (self->axes, i);

      g_strv_builder_add (classes, axis->style_class != NULL ? axis->style_class : "chart-line");
    }
  g_strv_builder_add (classes, "chart-line");
  return g_strv_builder_end (classes);
}

static int
get_height (gconstpointer data, PangoContext *context, int width)
{
  return HEIGHT;
}

static gpointer
lay_out (gpointer data, const LdrChartSetting *setting)
{
  Sheet *self = g_new0 (Sheet, 1);

  self->data = ldr_radar_data_ref (data);
  if (self->data->axes->len > 0)
    self->picture = ldr_radar_picture_new (data, setting->context, setting->right_to_left, FALSE, setting->width,
                                           setting->height);
  return self;
}

static void
free_picture (gpointer picture)
{
  Sheet *self = picture;

  g_clear_pointer (&self->picture, ldr_radar_picture_free);
  ldr_radar_data_unref (self->data);
  g_free (self);
}

static LdrRadarLook
get_look (const Sheet *self, const LdrChartInks *inks)
{
  return (LdrRadarLook) {
    .text = inks->base.text,
    .grid = inks->base.grid,
    .plane = inks->base.plane,
    .line = inks->colours[self->data->axes->len],
    .axes = (GdkRGBA *) inks->colours,
  };
}

static void
paint (gconstpointer picture, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const Sheet *self = picture;
  LdrRadarLook look = get_look (self, inks);

  if (self->picture != NULL)
    ldr_radar_picture_paint (self->picture, &look, snapshot);
}

static guint
count_stops (gconstpointer picture)
{
  return ((const Sheet *) picture)->data->axes->len;
}

static int
pick (gconstpointer picture, double x, double y)
{
  const Sheet *self = picture;
  int axis = LDR_RADAR_NO_AXIS;

  if (self->picture != NULL)
    axis = ldr_radar_geometry_pick (ldr_radar_picture_get_geometry (self->picture), x, y);
  return axis == LDR_RADAR_NO_AXIS ? LDR_CHART_NO_STOP : axis;
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  return ldr_radar_data_read_axis (((const Sheet *) picture)->data, stop);
}

static void
paint_stop (gconstpointer picture, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  const Sheet *self = picture;
  LdrRadarLook look = get_look (self, inks);

  if (self->picture != NULL)
    ldr_radar_picture_paint_note (self->picture, &look, stop, context, snapshot);
}

/**
 * ldr_radar_chart_new:
 * @data: values on axes
 *
 * A radar as any other chart, without the symbols of its axes, which take a display. #LdrRadar has them.
 *
 * Returns: (transfer full): a chart of them as a radar
 */
LdrChart *
ldr_radar_chart_new (LdrRadarData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_radar_data_unref,
    .get_title = get_title,
    .describe = describe,
    .make_table = make_table,
    .list_classes = list_classes,
    .get_height = get_height,
    .lay_out = lay_out,
    .free_picture = free_picture,
    .paint = paint,
    .count_stops = count_stops,
    .pick = pick,
    .read_stop = read_stop,
    .paint_stop = paint_stop,
  };

  return ldr_chart_new (&kind, ldr_radar_data_ref (data));
}
