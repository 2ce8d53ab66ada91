/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-line-data.h"

#include <glib/gi18n.h>
#include <math.h>
#include "ldr-chart-ticks.h"

/* From fewer values than this nobody should read that something rises or falls. */
#define LEAST_FOR_A_COURSE 4

static const LdrLineStop *
get_stop (const GArray *stops, guint stop)
{
  return &g_array_index (stops, LdrLineStop, stop);
}

/* Everything that a series has to say at a stop, or NULL. */
static char *
read_series (const LdrLineSeries *series, const LdrLineStop *stop)
{
  g_autoptr (GString) words = NULL;
  guint first, end;

  if (!ldr_line_series_find_stop (series, stop, &first, &end))
    return NULL;
  for (guint i = first; i < end; i++)
    {
      if (series->texts[i] == NULL)
        continue;
      if (words == NULL)
        words = g_string_new (series->texts[i]);
      else
        /* Translators: between two values of one day in a chart */
        g_string_append_printf (words, "%s%s", C_ ("chart", ", "), series->texts[i]);
    }
  return words != NULL ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

/* Whether a break stands in what this stop stands for, or between that and the stop before. */
static gboolean
is_reached (const LdrLineBreak *it, const GArray *stops, guint stop)
{
  int first_day = stop == 0 ? get_stop (stops, 0)->first_day : get_stop (stops, stop - 1)->last_day + 1;

  return it->day >= first_day && it->day <= get_stop (stops, stop)->last_day;
}

/**
 * ldr_line_data_read_stop:
 * @self: a chart
 * @stops: its stops, from ldr_line_data_list_stops()
 * @stop: one of them
 *
 * Puts into words what the chart shows on a day or in a longer period, such as "3 November 2026: 7 of 10", "week of 2
 * November 2026: 3 times" or, with more than one series, "3 November 2026. Red: 7. Green: 4." What changed since the
 * stop before is said first.
 *
 * Returns: (transfer full): the words
 */
char *
ldr_line_data_read_stop (const LdrLineData *self, const GArray *stops, guint stop)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *date = NULL;
  const LdrLineStop *it;

  g_return_val_if_fail (stop < stops->len, g_strdup (""));

  it = get_stop (stops, stop);
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const LdrLineBreak *change = g_ptr_array_index (self->breaks, i);

      if (is_reached (change, stops, stop))
        /* Translators: what changed at this place of a chart; the values follow */
        g_string_append_printf (words, C_ ("chart", "Changed: %s. "), change->label);
    }
  date = ldr_chart_period_format (it->period, it->start);
  if (self->series->len == 1)
    {
      g_autofree char *value = read_series (g_ptr_array_index (self->series, 0), it);

      /* Translators: what a point of a chart shows: what it stands for, then its value */
      g_string_append_printf (words, C_ ("chart", "%s: %s"), date, value);
      return g_string_free_and_steal (g_steal_pointer (&words));
    }
  g_string_append_printf (words, C_ ("chart", "%s."), date);
  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);
      g_autofree char *value = read_series (series, it);

      if (value == NULL)
        continue;
      g_string_append_c (words, ' ');
      /* Translators: the name of a series in a chart, then its value */
      g_string_append_printf (words, C_ ("chart", "%s: %s."), series->name, value);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* A day shorter than where it is read out, and a period as there. */
static char *
format_stop (const LdrLineStop *stop, const char *format_of_days)
{
  return stop->period == LDR_CHART_PERIOD_DAY ? ldr_chart_format_day (stop->start, format_of_days)
                                              : ldr_chart_period_format (stop->period, stop->start);
}

/**
 * ldr_line_data_note_stop:
 * @self: a chart
 * @stops: its stops, from ldr_line_data_list_stops()
 * @stop: one of them
 *
 * Puts into words what the chart shows on a day or in a longer period, for the eye: the day or the period, and below it
 * a line for each series and for what changed since the stop before.
 *
 * Returns: (transfer full): the words
 */
char *
ldr_line_data_note_stop (const LdrLineData *self, const GArray *stops, guint stop)
{
  g_autoptr (GString) words = NULL;
  g_autofree char *date = NULL;
  const LdrLineStop *it;

  g_return_val_if_fail (stop < stops->len, g_strdup (""));

  it = get_stop (stops, stop);
  /* Translators: a day as it stands beside a point of a chart, such as "Tue 3 Nov 2026" */
  date = format_stop (it, C_ ("chart", "%a %-e %b %Y"));
  words = g_string_new (date);
  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);
      g_autofree char *value = read_series (series, it);

      if (value == NULL)
        continue;
      g_string_append_c (words, '\n');
      if (self->series->len == 1)
        g_string_append (words, value);
      else
        g_string_append_printf (words, C_ ("chart", "%s: %s"), series->name, value);
    }
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const LdrLineBreak *change = g_ptr_array_index (self->breaks, i);

      if (is_reached (change, stops, stop))
        g_string_append_printf (words, "\n%s", change->label);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What the stops are. */
static const char *
get_first_head (const LdrLineData *self)
{
  LdrChartPeriod period = LDR_CHART_PERIOD_NONE;

  for (guint i = 0; i < self->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->series, i);

      if (period != LDR_CHART_PERIOD_NONE && period != series->period)
        /* Translators: the head of a column of days, weeks, months */
        return C_ ("chart table", "When");
      period = series->period;
    }
  return ldr_chart_period_get_head (period);
}

/* Several values of one day are no number; a gap that goes before a value is none. */
static double
find_value (const LdrLineSeries *series, const LdrLineStop *stop)
{
  double value = NAN;
  guint first, end;

  if (!ldr_line_series_find_stop (series, stop, &first, &end))
    return NAN;
  for (guint i = first; i < end; i++)
    {
      if (series->texts[i] == NULL)
        continue;
      if (isfinite (value))
        return NAN;
      value = series->points[i].value;
    }
  return value;
}

static char **
make_heads (const LdrLineData *self)
{
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();

  g_strv_builder_add (heads, get_first_head (self));
  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (heads, ((LdrLineSeries *) g_ptr_array_index (self->series, i))->name);
  if (self->breaks->len > 0)
    g_strv_builder_add (heads, C_ ("chart table", "Change"));
  return g_strv_builder_end (heads);
}

static char *
read_breaks (const LdrLineData *self, const GArray *stops, guint stop)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->breaks->len; i++)
    {
      const LdrLineBreak *it = g_ptr_array_index (self->breaks, i);

      if (is_reached (it, stops, stop))
        g_string_append_printf (words, "%s%s", words->len > 0 ? C_ ("chart", ", ") : "", it->label);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_line_data_make_table:
 * @self: a chart
 *
 * Puts the whole chart into words: a row for each day or longer period that has something to read out, the newest
 * first, a column for each series, and one for what changed if anything did.
 *
 * Returns: (transfer full): the table
 */
LdrChartTable *
ldr_line_data_make_table (const LdrLineData *self)
{
  LdrChartTable *table = ldr_chart_table_new (self->title, make_heads (self));
  g_autoptr (GArray) stops = ldr_line_data_list_stops (self);

  for (guint stop = stops->len; stop-- > 0;)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      const LdrLineStop *it = get_stop (stops, stop);

      /* Translators: a day in a table, such as "3 Nov 2026" */
      g_strv_builder_take (cells, format_stop (it, C_ ("chart table", "%-e %b %Y")));
      for (guint i = 0; i < self->series->len; i++)
        {
          char *value = read_series (g_ptr_array_index (self->series, i), it);

          g_strv_builder_take (cells, value != NULL ? value : g_strdup (""));
        }
      if (self->breaks->len > 0)
        g_strv_builder_take (cells, read_breaks (self, stops, stop));
      ldr_chart_table_add_row (table, g_strv_builder_end (cells));
      ldr_chart_table_set_days (table, it->first_day, it->last_day);
      for (guint i = 0; i < self->series->len; i++)
        ldr_chart_table_set_value (table, 1 + i, find_value (g_ptr_array_index (self->series, i), it));
    }
  return table;
}

static char *
format_point (const LdrLineSeries *series, guint point)
{
  int start = ldr_chart_period_get_first (series->period, series->points[point].day, ldr_chart_get_first_weekday ());

  return ldr_chart_period_format (series->period, start);
}

/**
 * ldr_line_data_summarise_series:
 * @series: a series
 *
 * Puts into a sentence where a series came from and where it is, such as "Red: from 3 (2 June 2026) to 7 (3 November
 * 2026)." With fewer than four values it only says what the last one was.
 *
 * Returns: (transfer full): the sentence
 */
char *
ldr_line_data_summarise_series (const LdrLineSeries *series)
{
  g_autofree char *first_date = NULL;
  g_autofree char *last_date = NULL;
  guint first = 0;
  guint last = 0;
  guint n = 0;

  for (guint i = 0; i < series->n_points; i++)
    {
      if (!isfinite (series->points[i].value) || series->texts[i] == NULL)
        continue;
      first = n == 0 ? i : first;
      last = i;
      n++;
    }
  if (n == 0)
    /* Translators: the name of a series in a chart */
    return g_strdup_printf (C_ ("chart", "%s: no values yet."), series->name);
  last_date = format_point (series, last);
  if (n < LEAST_FOR_A_COURSE)
    /* Translators: the name of a series in a chart, its last value, its date */
    return g_strdup_printf (C_ ("chart", "%s: %s (%s)."), series->name, series->texts[last], last_date);
  first_date = format_point (series, first);
  /* Translators: the name of a series in a chart, its first value with the date, its last value with the date */
  return g_strdup_printf (C_ ("chart", "%s: from %s (%s) to %s (%s)."), series->name, series->texts[first], first_date,
                          series->texts[last], last_date);
}

/**
 * ldr_line_data_get_description:
 * @self: a chart
 *
 * Returns: (transfer full): what the chart says: its summary or, without one, a sentence on each series
 */
char *
ldr_line_data_get_description (const LdrLineData *self)
{
  g_autoptr (GString) words = NULL;

  if (self->summary != NULL)
    return g_strdup (self->summary);
  if (self->series->len == 0)
    return g_strdup (C_ ("chart", "No values yet."));
  words = g_string_new (NULL);
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *sentence = ldr_line_data_summarise_series (g_ptr_array_index (self->series, i));

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", sentence);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
