/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-multiples-private.h"

#include <math.h>
#include "ldr-chart-ticks.h"

#define PANEL_WIDTH 260.0
#define MOST_COLUMNS 3
#define PLOT_HEIGHT 72.0
#define GAP 16.0
#define MOST_TICKS 4

/* The dates and the years below the last panel of a column, in lines. */
#define DATE_LINES 2.5

static guint
count_columns (const LdrLineData *data, double width)
{
  double most = CLAMP (floor ((width + GAP) / (PANEL_WIDTH + GAP)), 1, MOST_COLUMNS);

  return (guint) MIN (most, MAX (1, data->series->len));
}

static double
get_line_height (PangoContext *context)
{
  g_autoptr (LdrChartLabel) sample = ldr_chart_label_new (context, "0");

  return sample->place.size.height;
}

/**
 * ldr_multiples_measure:
 * @data: what to show
 * @context: the font of its texts
 * @width: how wide it becomes
 *
 * Returns: how high it would like to be
 */
int
ldr_multiples_measure (const LdrLineData *data, PangoContext *context, int width)
{
  double line_height = get_line_height (context);
  guint n_columns = count_columns (data, width);
  guint n_rows = (MAX (1, data->series->len) + n_columns - 1) / n_columns;

  return (int) (n_rows * (PLOT_HEIGHT + 2 * line_height) + (n_rows - 1) * GAP / 2 + DATE_LINES * line_height);
}

/* Round values that are the same in all panels. */
static void
share_range (const LdrLineData *data, LdrLineData *part)
{
  LdrChartTicks ticks;
  double low, high;

  ldr_line_data_get_range (data, &low, &high);
  ticks = ldr_chart_ticks_choose (low, high, MOST_TICKS, data->whole);
  low = isfinite (data->low) ? data->low : ldr_chart_ticks_get (&ticks, 0);
  high = isfinite (data->high) ? data->high : ldr_chart_ticks_get (&ticks, ticks.n - 1);
  if (high > low)
    ldr_line_data_set_range (part, low, high, data->whole);
}

/**
 * ldr_multiples_takes_target:
 * @target: a target
 * @panel: the number of a panel
 *
 * Returns: whether the target stands in that panel, because it is for that series or for all
 */
gboolean
ldr_multiples_takes_target (const LdrLineTarget *target, guint panel)
{
  return target->series == (int) panel || target->series == LDR_LINE_ALL_SERIES;
}

/* A target of one series stands in its panel; one of all is named in the first only. */
static void
take_target (const LdrLineTarget *it, guint index, LdrLineData *part)
{
  gboolean is_own = it->series == (int) index;

  if (ldr_multiples_takes_target (it, index))
    ldr_line_data_add_target (part, is_own || index == 0 ? it->label : "", it->style_class, it->low, it->high,
                              it->first_day, it->last_day);
}

/* One series, over the days of all, and over the values of all unless it has its own. */
static LdrLineData *
take_part (const LdrLineData *data, guint index, gboolean with_dates)
{
  const LdrLineSeries *series = g_ptr_array_index (data->series, index);
  const LdrLineValues *values = series->values;
  LdrLineData *part = ldr_line_data_new (series->name, NULL, values != NULL ? values->unit : data->unit);
  int first_day, last_day;

  if (ldr_line_data_get_days (data, &first_day, &last_day))
    ldr_line_data_set_days (part, first_day, last_day);
  if (values != NULL)
    ldr_line_data_set_range (part, values->low, values->high, values->whole);
  else
    share_range (data, part);
  part->without_dates = !with_dates;
  ldr_line_data_add_series (part, series->name, series->style_class, series->pen, series->points,
                            (const char *const *) series->texts, series->n_points);
  ldr_line_data_set_period (part, 0, series->period, series->is_whole);
  for (guint i = 0; i < data->targets->len; i++)
    take_target (g_ptr_array_index (data->targets, i), index, part);
  for (guint i = 0; i < data->breaks->len; i++)
    {
      const LdrLineBreak *it = g_ptr_array_index (data->breaks, i);

      if (it->series == LDR_LINE_ALL_SERIES || it->series == (int) index)
        ldr_line_data_add_break (part, it->day, LDR_LINE_ALL_SERIES, it->label);
    }
  return part;
}

static void
panel_free (gpointer data)
{
  LdrMultiplesPanel *self = data;

  ldr_chart_label_free (self->name);
  g_clear_pointer (&self->lines, ldr_line_picture_free);
  ldr_line_data_unref (self->part);
  g_free (self);
}

static void
add_panel (LdrMultiplesPicture *self, const LdrChartSetting *setting, const graphene_rect_t *place, gboolean with_dates)
{
  LdrMultiplesPanel *panel = g_new0 (LdrMultiplesPanel, 1);
  guint index = self->panels->len;

  panel->place = *place;
  panel->part = take_part (self->data, index, with_dates);
  panel->name = ldr_chart_label_new (setting->context, panel->part->title);
  ldr_chart_label_shorten (panel->name, MAX (1, place->size.width - LDR_MULTIPLES_MARK_ROOM));
  g_ptr_array_add (self->panels, panel);
}

/* How a panel is set, with at least so much room before and behind its plot. */
static LdrChartSetting
get_panel_setting (const LdrMultiplesPanel *panel, const LdrChartSetting *setting, double start, double end)
{
  LdrChartSetting own = *setting;

  own.width = panel->place.size.width;
  own.height = MAX (1, panel->place.size.height - panel->name->place.size.height);
  own.start = start;
  own.end = end;
  return own;
}

/* Lays out the panels so that a day stands at the same place in each of a column: all leave as much room beside their
 * plot as the one that needs most. */
static void
fill_panels (LdrMultiplesPicture *self, const LdrChartSetting *setting)
{
  double start = self->n_columns == 1 ? setting->start : 0;
  double end = self->n_columns == 1 ? setting->end : 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->panels->len; i++)
      {
        LdrMultiplesPanel *panel = g_ptr_array_index (self->panels, i);
        LdrChartSetting own = get_panel_setting (panel, setting, start, end);
        double needed_start, needed_end;

        if (panel->lines != NULL && ldr_line_picture_get_margins (panel->lines, &needed_start, &needed_end)
            && needed_start == start && needed_end == end)
          continue;
        g_clear_pointer (&panel->lines, ldr_line_picture_free);
        panel->lines = ldr_line_picture_new (panel->part, &own);
        if (!ldr_line_picture_get_margins (panel->lines, &needed_start, &needed_end))
          continue;
        start = MAX (start, needed_start);
        end = MAX (end, needed_end);
      }
}

static double
get_plot_height (const LdrMultiplesPanel *panel)
{
  const LdrChartFrame *frame = ldr_line_picture_get_frame (panel->lines);

  return frame != NULL ? frame->plot.size.height : 0;
}

/* Below the last of each column there is room for dates, more than some dates take: all plots become as high as the
 * first, so that the same value stands as high in each. */
static void
even_out (LdrMultiplesPicture *self, const LdrChartSetting *setting)
{
  double height = get_plot_height (g_ptr_array_index (self->panels, 0));
  double start, end;

  for (guint i = 1; i < self->panels->len; i++)
    {
      LdrMultiplesPanel *panel = g_ptr_array_index (self->panels, i);
      double excess = get_plot_height (panel) - height;
      LdrChartSetting own;

      if (excess < 1 || !ldr_line_picture_get_margins (panel->lines, &start, &end))
        continue;
      panel->place.size.height -= (float) excess;
      own = get_panel_setting (panel, setting, start, end);
      ldr_line_picture_free (panel->lines);
      panel->lines = ldr_line_picture_new (panel->part, &own);
    }
}

static void
lay_out (LdrMultiplesPicture *self, const LdrChartSetting *setting)
{
  guint n = self->data->series->len;
  guint n_columns = count_columns (self->data, setting->width);
  guint n_rows = (n + n_columns - 1) / n_columns;
  double width = MAX (1, (setting->width - (n_columns - 1) * GAP) / n_columns);
  double dates = DATE_LINES * get_line_height (setting->context);
  double height = MAX (1, (setting->height - dates - (n_rows - 1) * GAP / 2) / n_rows);

  self->n_columns = n_columns;
  for (guint i = 0; i < n; i++)
    {
      guint column = i % n_columns;
      gboolean is_last = i + n_columns >= n;
      double x = column * (width + GAP);
      double y = i / n_columns * (height + GAP / 2);
      graphene_rect_t place = GRAPHENE_RECT_INIT ((float) (self->right_to_left ? setting->width - x - width : x),
                                                  (float) y, (float) width, (float) (height + (is_last ? dates : 0)));

      add_panel (self, setting, &place, is_last);
    }
  fill_panels (self, setting);
  even_out (self, setting);
}

/**
 * ldr_multiples_picture_get_margins:
 * @self: a picture
 * @start: (out): how much stands free before its plots
 * @end: (out): how much stands free behind them
 *
 * Returns: whether its panels stand below one another, so that they have these margins in common with other charts
 */
gboolean
ldr_multiples_picture_get_margins (const LdrMultiplesPicture *self, double *start, double *end)
{
  return self->n_columns == 1
         && ldr_line_picture_get_margins (((LdrMultiplesPanel *) g_ptr_array_index (self->panels, 0))->lines, start,
                                          end);
}

/**
 * ldr_multiples_panel_get_origin:
 * @self: a panel
 *
 * Returns: where its axes and its line stand, right below its name
 */
graphene_point_t
ldr_multiples_panel_get_origin (const LdrMultiplesPanel *self)
{
  return GRAPHENE_POINT_INIT (self->place.origin.x, self->place.origin.y + self->name->place.size.height);
}

/**
 * ldr_multiples_picture_new:
 * @data: what to show
 * @setting: what the picture is made for
 *
 * Lays out a panel for each series, all over the same days and, but for those with an axis of their own, the same
 * values; dates stand below the last of each column.
 *
 * Returns: (transfer full): a picture to paint
 */
LdrMultiplesPicture *
ldr_multiples_picture_new (LdrLineData *data, const LdrChartSetting *setting)
{
  LdrMultiplesPicture *self = g_new0 (LdrMultiplesPicture, 1);
  double low, high;

  self->data = ldr_line_data_ref (data);
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) setting->width, (float) setting->height);
  self->right_to_left = setting->right_to_left;
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->stops = ldr_line_data_list_stops (data);
  if (ldr_line_data_get_range (data, &low, &high))
    lay_out (self, setting);
  else
    {
      g_autofree char *words = ldr_line_data_get_description (data);

      self->nothing = ldr_chart_label_new_in_middle (setting->context, words, &self->bounds);
    }
  return self;
}

void
ldr_multiples_picture_free (LdrMultiplesPicture *self)
{
  ldr_line_data_unref (self->data);
  g_ptr_array_unref (self->panels);
  g_array_unref (self->stops);
  g_clear_pointer (&self->nothing, ldr_chart_label_free);
  g_free (self);
}

static int
find_stop (const LdrMultiplesPicture *self, const LdrLineStop *stop)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (ldr_line_stop_compare (&g_array_index (self->stops, LdrLineStop, i), stop) == 0)
      return (int) i;
  return LDR_CHART_NO_STOP;
}

/**
 * ldr_multiples_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the stop that is nearest among those of the panel that is pointed at, or %LDR_CHART_NO_STOP
 */
int
ldr_multiples_picture_pick (const LdrMultiplesPicture *self, double x, double y)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      const LdrMultiplesPanel *panel = g_ptr_array_index (self->panels, i);
      graphene_point_t origin = ldr_multiples_panel_get_origin (panel);
      int stop = ldr_line_picture_pick (panel->lines, x - origin.x, y - origin.y);

      if (stop != LDR_LINE_NO_STOP)
        return find_stop (self, &g_array_index (ldr_line_picture_get_stops (panel->lines), LdrLineStop, stop));
    }
  return LDR_CHART_NO_STOP;
}
