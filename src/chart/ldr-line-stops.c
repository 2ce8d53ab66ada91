/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-ticks.h"
#include "ldr-line-data.h"

/* Which days the points of lines stand for, and where on the axis that is. */

static int
get_start (const LdrLineSeries *series, guint point)
{
  int day = series->points[point].day;

  return series->period == LDR_CHART_PERIOD_DAY
             ? day
             : ldr_chart_period_get_first (series->period, day, ldr_chart_get_first_weekday ());
}

static int
get_end (LdrChartPeriod period, int start)
{
  return period == LDR_CHART_PERIOD_DAY ? start
                                        : ldr_chart_period_get_next (period, start, ldr_chart_get_first_weekday ()) - 1;
}

/* As far as days were set. */
static void
clip (const LdrLineData *self, int *first_day, int *last_day)
{
  if (self->first_day != LDR_LINE_NO_DAY)
    *first_day = MAX (*first_day, self->first_day);
  if (self->last_day != LDR_LINE_NO_DAY)
    *last_day = MIN (*last_day, self->last_day);
}

static LdrLineStop
make_stop (const LdrLineData *self, const LdrLineSeries *series, guint point)
{
  int start = get_start (series, point);
  int first_day = start;
  int last_day = get_end (series->period, start);
  LdrLineStop stop = { series->period, start, first_day, last_day, start };

  clip (self, &first_day, &last_day);
  stop.day = first_day + (last_day - first_day) / 2;
  if (series->is_whole)
    return stop;
  stop.first_day = first_day;
  stop.last_day = last_day;
  return stop;
}

/**
 * ldr_line_data_get_days:
 * @self: a chart
 * @first_day: (out): the first day of its axis
 * @last_day: (out): its last day, not before the first
 *
 * Returns: whether there are any days: that they were set, or that there are values
 */
gboolean
ldr_line_data_get_days (const LdrLineData *self, int *first_day, int *last_day)
{
  *first_day = G_MAXINT;
  *last_day = G_MININT;
  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);

      if (series->n_points == 0)
        continue;
      *first_day = MIN (*first_day, get_start (series, 0));
      *last_day = MAX (*last_day, get_end (series->period, get_start (series, series->n_points - 1)));
    }
  if (self->first_day != LDR_LINE_NO_DAY)
    *first_day = self->first_day;
  if (self->last_day != LDR_LINE_NO_DAY)
    *last_day = self->last_day;
  if (*first_day == G_MAXINT || *last_day == G_MININT)
    return FALSE;
  *last_day = MAX (*first_day, *last_day);
  return TRUE;
}

/**
 * ldr_line_data_shows:
 * @self: a chart
 * @series: one of its series
 * @point: one of its points
 *
 * Returns: whether any of the days that the point stands for is on the axis
 */
gboolean
ldr_line_data_shows (const LdrLineData *self, const LdrLineSeries *series, guint point)
{
  int first_day = get_start (series, point);
  int last_day = get_end (series->period, first_day);

  clip (self, &first_day, &last_day);
  return first_day <= last_day;
}

/**
 * ldr_line_data_get_place:
 * @self: a chart
 * @series: one of its series
 * @point: one of its points that is shown
 *
 * Returns: the day at which it stands: the middle of those of its days that are on the axis
 */
int
ldr_line_data_get_place (const LdrLineData *self, const LdrLineSeries *series, guint point)
{
  return series->period == LDR_CHART_PERIOD_DAY ? series->points[point].day : make_stop (self, series, point).day;
}

/**
 * ldr_line_stop_compare:
 * @a: a stop
 * @b: another one of the same chart, or of a part of it
 *
 * Returns: below 0 if one comes to @a first, above 0 if to @b, 0 if they stand for the same days
 */
int
ldr_line_stop_compare (const LdrLineStop *a, const LdrLineStop *b)
{
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->period != b->period)
    return a->period < b->period ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

/**
 * ldr_line_data_list_stops:
 * @self: a chart
 *
 * Lists the days of the axis on which there is something to read out, in any series, and the weeks, months and so on
 * where points stand for these: a day and the week around it are two.
 *
 * Returns: (transfer full) (element-type LdrLineStop): the stops, each once, in order
 */
GArray *
ldr_line_data_list_stops (const LdrLineData *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LdrLineStop));
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (LdrLineStop));

  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < series->n_points; j++)
        if (series->texts[j] != NULL && ldr_line_data_shows (self, series, j))
          {
            LdrLineStop stop = make_stop (self, series, j);

            g_array_append_val (all, stop);
          }
    }
  g_array_sort (all, (GCompareFunc) ldr_line_stop_compare);
  for (guint i = 0; i < all->len; i++)
    {
      const LdrLineStop *it = &g_array_index (all, LdrLineStop, i);
      LdrLineStop *last = stops->len > 0 ? &g_array_index (stops, LdrLineStop, stops->len - 1) : NULL;

      if (last == NULL || ldr_line_stop_compare (last, it) != 0)
        {
          g_array_append_vals (stops, it, 1);
          continue;
        }
      last->first_day = MIN (last->first_day, it->first_day);
      last->last_day = MAX (last->last_day, it->last_day);
    }
  return stops;
}

static guint
find_first_of_day (const LdrLineSeries *series, int day)
{
  guint low = 0;
  guint high = series->n_points;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (series->points[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ldr_line_series_find_stop:
 * @self: a series
 * @stop: a stop of its chart
 * @first: (out): the first of its points there
 * @end: (out): the one after the last
 *
 * Returns: whether it has any point that stands for the same days
 */
gboolean
ldr_line_series_find_stop (const LdrLineSeries *self, const LdrLineStop *stop, guint *first, guint *end)
{
  int last_day = get_end (stop->period, stop->start);

  *first = *end = 0;
  if (self->period != stop->period)
    return FALSE;
  *first = *end = find_first_of_day (self, stop->start);
  while (*end < self->n_points && self->points[*end].day <= last_day)
    (*end)++;
  return *end > *first;
}
