/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-line-data.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (LdrLineData, ldr_line_data, ldr_line_data_ref, ldr_line_data_unref)

static void
series_free (gpointer data)
{
  LdrLineSeries *self = data;

  for (guint i = 0; i < self->n_points; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  if (self->values != NULL)
    g_free (self->values->unit);
  g_free (self->values);
  g_free (self->points);
  g_free (self->name);
  g_free (self->style_class);
  g_free (self);
}

static void
target_free (gpointer data)
{
  LdrLineTarget *self = data;

  g_free (self->label);
  g_free (self->style_class);
  g_free (self);
}

static void
break_free (gpointer data)
{
  LdrLineBreak *self = data;

  g_free (self->label);
  g_free (self);
}

/**
 * ldr_line_data_new:
 * @title: what the chart is, in a few words
 * @summary: (nullable): what it says, in a sentence or two; a sentence on each series otherwise
 * @unit: (nullable): of the values; "%" stands behind every number of the axis, any other once above it
 *
 * Returns: (transfer full): a chart without series, to be filled before it is shared
 */
LdrLineData *
ldr_line_data_new (const char *title, const char *summary, const char *unit)
{
  LdrLineData *self = g_atomic_rc_box_new0 (LdrLineData);

  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->unit = unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL;
  self->low = NAN;
  self->high = NAN;
  self->first_day = LDR_LINE_NO_DAY;
  self->last_day = LDR_LINE_NO_DAY;
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->breaks = g_ptr_array_new_with_free_func (break_free);
  return self;
}

LdrLineData *
ldr_line_data_ref (LdrLineData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  LdrLineData *self = data;

  g_free (self->title);
  g_free (self->summary);
  g_free (self->unit);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->breaks);
}

void
ldr_line_data_unref (LdrLineData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

/**
 * ldr_line_data_set_range:
 * @self: a chart that is not shared yet
 * @low: the least value that the axis shows, or NAN for what the values need
 * @high: the greatest value that the axis shows, or NAN
 * @whole: whether the values are whole numbers
 *
 * Says which values the axis shows. A value beyond is drawn at the edge, and read out as it is.
 */
void
ldr_line_data_set_range (LdrLineData *self, double low, double high, gboolean whole)
{
  g_return_if_fail (!(high <= low));

  self->low = low;
  self->high = high;
  self->whole = whole;
}

/**
 * ldr_line_data_set_days:
 * @self: a chart that is not shared yet
 * @first_day: the first day of the axis, or %LDR_LINE_NO_DAY for what the values need
 * @last_day: the last day of the axis, or %LDR_LINE_NO_DAY
 *
 * Says which days the axis shows. What happened on other days is left out.
 */
void
ldr_line_data_set_days (LdrLineData *self, int first_day, int last_day)
{
  g_return_if_fail (first_day == LDR_LINE_NO_DAY || last_day == LDR_LINE_NO_DAY || first_day <= last_day);

  self->first_day = first_day;
  self->last_day = last_day;
}

/**
 * ldr_line_data_add_series:
 * @self: a chart that is not shared yet
 * @name: what the series shows
 * @style_class: (nullable): the class of the style sheet whose colour it takes; `.chart-line` otherwise
 * @pen: how it is drawn; no two alike
 * @points: (array length=n_points): the values in the order of their days; NAN leaves a gap
 * @texts: (array length=n_points): each value as it is read out, such as "7 of 10"; %NULL where nothing is to be read,
 *   and a word such as "skipped" where a gap is worth telling
 * @n_points: how many there are
 */
void
ldr_line_data_add_series (LdrLineData *self,
                          const char *name,
                          const char *style_class,
                          LdrChartPen pen,
                          const LdrChartPoint *points,
                          const char *const *texts,
                          guint n_points)
{
  LdrLineSeries *series = g_new0 (LdrLineSeries, 1);

  series->name = g_strdup (name);
  series->style_class = g_strdup (style_class);
  series->pen = pen;
  series->points = g_memdup2 (points, sizeof (LdrChartPoint) * n_points);
  series->texts = g_new0 (char *, n_points + 1);
  for (guint i = 0; i < n_points; i++)
    series->texts[i] = g_strdup (texts[i]);
  series->n_points = n_points;
  series->period = LDR_CHART_PERIOD_DAY;
  g_ptr_array_add (self->series, series);
}

/**
 * ldr_line_data_set_values:
 * @self: a chart that is not shared yet
 * @series: one of its series
 * @unit: (nullable): of its values
 * @low: the least value that its axis shows, or NAN for what the values need
 * @high: the greatest value that its axis shows, or NAN
 * @whole: whether its values are whole numbers
 *
 * Gives a series an axis of its own, in a chart that has a panel for each.
 */
void
ldr_line_data_set_values (LdrLineData *self, guint series, const char *unit, double low, double high, gboolean whole)
{
  LdrLineSeries *it;

  g_return_if_fail (series < self->series->len);
  g_return_if_fail (!(high <= low));

  it = g_ptr_array_index (self->series, series);
  if (it->values != NULL)
    g_free (it->values->unit);
  g_free (it->values);
  it->values = g_new0 (LdrLineValues, 1);
  *it->values = (LdrLineValues) { unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL, low, high, whole };
}

/**
 * ldr_line_data_set_period:
 * @self: a chart that is not shared yet
 * @series: one of its series
 * @period: what a point stands for, not %LDR_CHART_PERIOD_NONE: the week, the month and so on that its day is in; at
 *   most one point that is no gap for each
 * @is_whole: whether a value is of all days of its period even where the axis begins or ends within it; otherwise it is
 *   only of those that the axis shows
 *
 * Says that the points of a series stand for more than a day. Each then stands in the middle of those of its days that
 * are shown, is shown as long as any of them is, and is read out as "week of 2 November 2026".
 */
void
ldr_line_data_set_period (LdrLineData *self, guint series, LdrChartPeriod period, gboolean is_whole)
{
  LdrLineSeries *it;

  g_return_if_fail (series < self->series->len);
  g_return_if_fail (period != LDR_CHART_PERIOD_NONE);

  it = g_ptr_array_index (self->series, series);
  it->period = period;
  it->is_whole = is_whole;
}

/**
 * ldr_line_data_add_target:
 * @self: a chart that is not shared yet
 * @label: what it is, such as "target 8"
 * @style_class: (nullable): the class of the style sheet whose colour it takes; the text's otherwise
 * @low: its least value, or -INFINITY
 * @high: its greatest value, or INFINITY; the same as @low for a line
 * @first_day: the first day that it counts, or %LDR_LINE_NO_DAY
 * @last_day: the last day that it counts, or %LDR_LINE_NO_DAY
 *
 * Returns: (transfer none): the target, for all series until it is said to be for one
 */
LdrLineTarget *
ldr_line_data_add_target (
    LdrLineData *self, const char *label, const char *style_class, double low, double high, int first_day, int last_day)
{
  LdrLineTarget *target;

  g_return_val_if_fail (low <= high, NULL);

  target = g_new0 (LdrLineTarget, 1);
  target->label = g_strdup (label);
  target->style_class = g_strdup (style_class);
  target->low = low;
  target->high = high;
  target->first_day = first_day;
  target->last_day = last_day;
  target->series = LDR_LINE_ALL_SERIES;
  g_ptr_array_add (self->targets, target);
  return target;
}

/**
 * ldr_line_data_add_break:
 * @self: a chart that is not shared yet
 * @day: the first day of what is new: the line up to the day before and the line from this day on are apart
 * @series: the series that it breaks, or %LDR_LINE_ALL_SERIES
 * @label: what changed, in a few words
 */
void
ldr_line_data_add_break (LdrLineData *self, int day, int series, const char *label)
{
  LdrLineBreak *it = g_new0 (LdrLineBreak, 1);

  it->day = day;
  it->series = series;
  it->label = g_strdup (label);
  g_ptr_array_add (self->breaks, it);
}

static void
hold (double value, double *low, double *high)
{
  if (!isfinite (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* A band without an end is seen as a band: it gets a tenth of the values' span, or of its own bound. */
static void
hold_target (const LdrLineTarget *target, double *low, double *high)
{
  double room;

  hold (target->low, low, high);
  hold (target->high, low, high);
  room = (*high > *low ? *high - *low : fabs (*low)) / 10;
  if (isfinite (target->low) && target->high == INFINITY)
    hold (target->low + room, low, high);
  if (isfinite (target->high) && target->low == -INFINITY)
    hold (target->high - room, low, high);
}

/**
 * ldr_line_data_get_range:
 * @self: a chart
 * @low: (out): the least value of its axis
 * @high: (out): the greatest value of its axis, not below @low
 *
 * Finds which values the axis has to hold: those that are set, the values on its days, the targets; and 0 when that is
 * no further away than the values are apart.
 *
 * Returns: whether there is any value to show on those days
 */
gboolean
ldr_line_data_get_range (const LdrLineData *self, double *low, double *high)
{
  gboolean any = FALSE;

  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < series->n_points; j++)
        if (isfinite (series->points[j].value) && ldr_line_data_shows (self, series, j))
          {
            hold (series->points[j].value, low, high);
            any = TRUE;
          }
    }
  for (guint i = 0; i < self->targets->len; i++)
    hold_target (g_ptr_array_index (self->targets, i), low, high);
  if (*low > *high)
    *low = *high = isfinite (self->low) ? self->low : 0;
  if (*low > 0 && *low <= *high - *low)
    *low = 0;
  if (*high < 0 && *high >= *low - *high)
    *high = 0;
  if (isfinite (self->low))
    *low = self->low;
  if (isfinite (self->high))
    *high = self->high;
  *high = MAX (*low, *high);
  return any;
}
