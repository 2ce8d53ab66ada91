/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-calendar-private.h"

#include <glib/gi18n.h>
#include "ldr-chart-text.h"
#include "ldr-chart-ticks.h"

#define DAYS_A_WEEK 7
#define LABEL_GAP 6.0
#define MONTH_GAP 8.0
#define LEGEND_GAP 10.0

/* Every other day of a week has its name, from the first. */
#define NAMED_DAYS 2

static GPtrArray *
make_labels (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
}

static LdrChartLabel *
make_weekday (const LdrCalendarGrid *grid, PangoContext *context, int row)
{
  /* The first Julian day is a Monday. */
  g_autofree char *name = ldr_chart_format_day (1 + DAYS_A_WEEK + grid->first_weekday + row, "%a");

  return ldr_chart_label_new (context, name);
}

static LdrCalendarGrid
make_grid (const LdrCalendarData *data, PangoContext *context, double width, gboolean right_to_left)
{
  LdrCalendarGrid grid = { .first_day = data->first_day,
                           .last_day = data->last_day,
                           .first_weekday = ldr_chart_get_first_weekday (),
                           .width = width,
                           .right_to_left = right_to_left };

  for (int row = 0; row < DAYS_A_WEEK; row += NAMED_DAYS)
    {
      g_autoptr (LdrChartLabel) label = make_weekday (&grid, context, row);

      grid.start = MAX (grid.start, label->place.size.width + LABEL_GAP);
      grid.head = label->place.size.height + 2;
    }
  ldr_calendar_grid_fit (&grid);
  return grid;
}

static LdrChartLegend *
make_legend (const LdrCalendarData *data, PangoContext *context, gboolean right_to_left)
{
  LdrChartLegend *legend = ldr_chart_legend_new (right_to_left);
  LdrChartSample hatched = { .form = LDR_CHART_SAMPLE_HATCHED };

  for (guint i = 0; i < data->series->len && data->series->len > 1; i++)
    {
      const LdrCalendarSeries *series = g_ptr_array_index (data->series, i);
      LdrChartSample sample = { .form = LDR_CHART_SAMPLE_CELL, .pen = series->pen };

      ldr_chart_legend_add (legend, context, series->name, &sample);
    }
  if (data->marked_name != NULL)
    ldr_chart_legend_add (legend, context, data->marked_name, &hatched);
  return legend;
}

/**
 * ldr_calendar_measure:
 * @data: what to show
 * @context: the font of its texts
 * @width: how wide it becomes
 *
 * Returns: how high it is then, with its legend
 */
int
ldr_calendar_measure (const LdrCalendarData *data, PangoContext *context, int width)
{
  LdrCalendarGrid grid = make_grid (data, context, width, FALSE);
  g_autoptr (LdrChartLegend) legend = make_legend (data, context, FALSE);
  graphene_rect_t high = GRAPHENE_RECT_INIT (0, 0, (float) width, 10000);
  double below = ldr_chart_legend_place_below (legend, &high);

  return (int) (ldr_calendar_grid_get_height (&grid) + (below > 0 ? below + LEGEND_GAP : 0) + 1);
}

static void
add_weekdays (LdrCalendarPicture *self, PangoContext *context)
{
  const LdrCalendarGrid *grid = &self->grid;

  for (guint band = 0; band < grid->n_bands; band++)
    for (int row = 0; row < DAYS_A_WEEK; row += NAMED_DAYS)
      {
        /* The day of the row in the first week of the band, which may be before the first day. */
        int day = grid->first_day + (int) (band * grid->weeks_a_band) * DAYS_A_WEEK;
        int weekday = (day - 1 - grid->first_weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
        LdrChartLabel *label = make_weekday (grid, context, row);
        graphene_rect_t cell = ldr_calendar_grid_get_day (grid, day - weekday + row);

        label->place.origin.x = (float) (grid->right_to_left ? grid->width - label->place.size.width : 0);
        label->place.origin.y = cell.origin.y + (cell.size.height - label->place.size.height) / 2;
        g_ptr_array_add (self->labels, label);
      }
}

/* A month has its name above the first of its days that is the first of a week, if that is clear of the one before. */
static void
add_months (LdrCalendarPicture *self, const LdrChartSetting *setting)
{
  const LdrCalendarGrid *grid = &self->grid;
  LdrChartLabel *last = NULL;
  int last_year = setting->known_year;
  int day = grid->first_day;

  for (; day <= grid->last_day; day = ldr_chart_period_get_next (LDR_CHART_PERIOD_MONTH, day, 0))
    {
      graphene_rect_t cell = ldr_calendar_grid_get_day (grid, day);
      gboolean with_year = ldr_chart_get_year (day) != last_year;
      /* Translators: a month and its year above the weeks of a calendar, such as "Jan 2026" */
      g_autofree char *text
          = ldr_chart_format_day (day, with_year ? C_ ("chart axis", "%b %Y") : C_ ("chart axis", "%b"));
      LdrChartLabel *label = ldr_chart_label_new (setting->context, text);
      graphene_rect_t grown;

      label->place.origin.x
          = grid->right_to_left ? cell.origin.x + cell.size.width - label->place.size.width : cell.origin.x;
      label->place.origin.x = CLAMP (label->place.origin.x, 0, (float) MAX (0, grid->width - label->place.size.width));
      label->place.origin.y
          = ldr_calendar_grid_get_day (grid, day - (day - 1 - grid->first_weekday + DAYS_A_WEEK) % DAYS_A_WEEK).origin.y
            - label->place.size.height - 2;
      graphene_rect_inset_r (&label->place, (float) -MONTH_GAP, 0, &grown);
      if (last != NULL && graphene_rect_intersection (&grown, &last->place, NULL))
        {
          ldr_chart_label_free (label);
          continue;
        }
      last = label;
      last_year = ldr_chart_get_year (day);
      g_ptr_array_add (self->labels, label);
    }
}

/**
 * ldr_calendar_picture_new:
 * @data: what to show
 * @setting: what the picture is made for
 *
 * Returns: (transfer full): a picture to paint
 */
LdrCalendarPicture *
ldr_calendar_picture_new (LdrCalendarData *data, const LdrChartSetting *setting)
{
  LdrCalendarPicture *self = g_new0 (LdrCalendarPicture, 1);

  self->data = ldr_calendar_data_ref (data);
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) setting->width, (float) setting->height);
  self->grid = make_grid (data, setting->context, setting->width, setting->right_to_left);
  self->labels = make_labels ();
  self->legend = make_legend (data, setting->context, setting->right_to_left);
  ldr_chart_legend_place_below (self->legend, &self->bounds);
  add_weekdays (self, setting->context);
  add_months (self, setting);
  return self;
}

void
ldr_calendar_picture_free (LdrCalendarPicture *self)
{
  ldr_calendar_data_unref (self->data);
  g_ptr_array_unref (self->labels);
  ldr_chart_legend_free (self->legend);
  g_free (self);
}

/**
 * ldr_calendar_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the number of the day that is pointed at, or %LDR_CHART_NO_STOP
 */
int
ldr_calendar_picture_pick (const LdrCalendarPicture *self, double x, double y)
{
  int day;

  if (!ldr_calendar_grid_find_day (&self->grid, x, y, &day))
    return LDR_CHART_NO_STOP;
  return day - self->data->first_day;
}

/* The last day on which anything happened, or the last day: where one begins to walk. */
static int
find_start (const LdrCalendarPicture *self)
{
  int last = self->data->last_day - self->data->first_day;
  int start = last;

  while (start > 0 && self->data->days[start].series == LDR_CALENDAR_NOTHING)
    start--;
  return self->data->days[start].series == LDR_CALENDAR_NOTHING ? last : start;
}

/**
 * ldr_calendar_picture_step:
 * @self: a picture
 * @stop: the number of a day, or %LDR_CHART_NO_STOP
 * @step: where one goes: a week sideways, a day up or down
 *
 * Returns: the number of the day where one comes
 */
int
ldr_calendar_picture_step (const LdrCalendarPicture *self, int stop, LdrChartStep step)
{
  int last = self->data->last_day - self->data->first_day;
  int way = 0;
  int to;

  switch (step)
    {
    case LDR_CHART_STEP_LEFT:
      way = self->grid.right_to_left ? DAYS_A_WEEK : -DAYS_A_WEEK;
      break;
    case LDR_CHART_STEP_RIGHT:
      way = self->grid.right_to_left ? -DAYS_A_WEEK : DAYS_A_WEEK;
      break;
    case LDR_CHART_STEP_UP:
      way = -1;
      break;
    case LDR_CHART_STEP_DOWN:
      way = 1;
      break;
    case LDR_CHART_STEP_FIRST:
      return 0;
    case LDR_CHART_STEP_LAST:
      return last;
    }
  if (stop == LDR_CHART_NO_STOP)
    return find_start (self);
  to = stop + way;
  return to >= 0 && to <= last ? to : stop;
}
