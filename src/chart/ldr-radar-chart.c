/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-radar-chart.h"

#include <glib/gi18n.h>
#include "ldr-radar-painter.h"

#define LEAST_HEIGHT 240
#define MOST_HEIGHT 320

/* Nothing is painted where there are no axes. */
typedef struct
{
  LdrRadarData *data;
  LdrRadarPicture *picture;
  gboolean right_to_left;
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
      for (guint j = 0; j < self->series->len; j++)
        ldr_chart_table_set_value (table, 1 + j, ((LdrRadarSeries *) g_ptr_array_index (self->series, j))->values[i]);
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

static char **
list_symbols (gconstpointer data)
{
  const LdrRadarData *self = data;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->axes->len; i++)
    {
      const LdrRadarAxis *axis = g_ptr_array_index (self->axes, i);

      g_strv_builder_add (names, axis->icon_name != NULL ? axis->icon_name : "");
    }
  return g_strv_builder_end (names);
}

static gboolean
has_symbols (const LdrRadarData *data)
{
  for (guint i = 0; i < data->axes->len; i++)
    if (((LdrRadarAxis *) g_ptr_array_index (data->axes, i))->icon_name != NULL)
      return TRUE;
  return FALSE;
}

static int
get_height (gconstpointer data, PangoContext *context, int width)
{
  return CLAMP (width, LEAST_HEIGHT, MOST_HEIGHT);
}

static gpointer
lay_out (gpointer data, const LdrChartSetting *setting)
{
  Sheet *self = g_new0 (Sheet, 1);

  self->data = ldr_radar_data_ref (data);
  self->right_to_left = setting->right_to_left;
  if (self->data->axes->len > 0)
    self->picture
        = ldr_radar_picture_new (data, setting->context, setting->right_to_left,
                                 setting->with_symbols && has_symbols (data), setting->width, setting->height);
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
    .axes = inks->colours,
    .symbols = inks->symbols,
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

/* Round and round; the axis that points up is read out first, whichever way one goes. */
static int
step_round (gconstpointer picture, int stop, LdrChartStep step)
{
  const Sheet *self = picture;
  int n = (int) count_stops (picture);
  int way = 1;

  switch (step)
    {
    case LDR_CHART_STEP_FIRST:
      return 0;
    case LDR_CHART_STEP_LAST:
      return n - 1;
    case LDR_CHART_STEP_LEFT:
      way = self->right_to_left ? 1 : -1;
      break;
    case LDR_CHART_STEP_RIGHT:
      way = self->right_to_left ? -1 : 1;
      break;
    case LDR_CHART_STEP_UP:
      way = -1;
      break;
    case LDR_CHART_STEP_DOWN:
      break;
    }
  return stop == LDR_CHART_NO_STOP ? 0 : (stop + way + n) % n;
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
 * The arrow keys go round its axes. Where there is a display each axis has its symbol.
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
    .list_symbols = list_symbols,
    .get_height = get_height,
    .shrinks = TRUE,
    .lay_out = lay_out,
    .free_picture = free_picture,
    .paint = paint,
    .count_stops = count_stops,
    .pick = pick,
    .step = step_round,
    .read_stop = read_stop,
    .paint_stop = paint_stop,
  };

  return ldr_chart_new (&kind, ldr_radar_data_ref (data));
}
