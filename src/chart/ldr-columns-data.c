/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-columns-data.h"

#include <glib/gi18n.h>
#include <math.h>
#include "ldr-chart-ticks.h"

G_DEFINE_BOXED_TYPE (LdrColumnsData, ldr_columns_data, ldr_columns_data_ref, ldr_columns_data_unref)

static void
series_free (gpointer data)
{
  LdrColumnsSeries *self = data;

  g_free (self->name);
  g_free (self->style_class);
  g_free (self);
}

static void
column_free (gpointer data)
{
  LdrColumn *self = data;

  g_free (self->values);
  g_free (self);
}

static void
add_columns (LdrColumnsData *self)
{
  int weekday = ldr_chart_get_first_weekday ();

  for (int day = self->first_day; day <= self->last_day;)
    {
      LdrColumn *column = g_new0 (LdrColumn, 1);

      column->first_day = ldr_chart_period_get_first (self->period, day, weekday);
      column->start = day;
      day = ldr_chart_period_get_next (self->period, day, weekday);
      column->end = MIN (day - 1, self->last_day);
      g_ptr_array_add (self->columns, column);
    }
}

/**
 * ldr_columns_data_new:
 * @title: what the chart is, in a few words
 * @summary: (nullable): what it says, in a sentence or two
 * @unit: (nullable): of the values
 * @period: what the days are gathered in, %LDR_CHART_PERIOD_NONE for what suits their number
 * @first_day: the first day of the axis
 * @last_day: its last day, not before the first
 *
 * Returns: (transfer full): a chart without series, to be filled before it is shared
 */
LdrColumnsData *
ldr_columns_data_new (
    const char *title, const char *summary, const char *unit, LdrChartPeriod period, int first_day, int last_day)
{
  LdrColumnsData *self;

  g_return_val_if_fail (first_day > 0 && first_day <= last_day, NULL);

  self = g_atomic_rc_box_new0 (LdrColumnsData);
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->unit = unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL;
  self->period = period != LDR_CHART_PERIOD_NONE ? period : ldr_chart_period_choose (first_day, last_day);
  self->whole = TRUE;
  self->first_day = first_day;
  self->last_day = last_day;
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  add_columns (self);
  return self;
}

LdrColumnsData *
ldr_columns_data_ref (LdrColumnsData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  LdrColumnsData *self = data;

  g_free (self->title);
  g_free (self->summary);
  g_free (self->unit);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->columns);
}

void
ldr_columns_data_unref (LdrColumnsData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

/**
 * ldr_columns_data_add_series:
 * @self: a chart that is not shared yet
 * @name: what the series shows
 * @style_class: (nullable): the class of the style sheet whose colour it takes; `.chart-line` otherwise
 * @hatch: how it is filled; no two alike
 *
 * Returns: its number
 */
guint
ldr_columns_data_add_series (LdrColumnsData *self, const char *name, const char *style_class, LdrChartHatch hatch)
{
  LdrColumnsSeries *series = g_new0 (LdrColumnsSeries, 1);

  series->name = g_strdup (name);
  series->style_class = g_strdup (style_class != NULL ? style_class : "chart-line");
  series->hatch = hatch;
  g_ptr_array_add (self->series, series);
  for (guint i = 0; i < self->columns->len; i++)
    {
      LdrColumn *column = g_ptr_array_index (self->columns, i);

      column->values = g_renew (double, column->values, self->series->len);
      column->values[self->series->len - 1] = 0;
    }
  return self->series->len - 1;
}

static LdrColumn *
find_column (LdrColumnsData *self, int day)
{
  guint low = 0;
  guint high = self->columns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((LdrColumn *) g_ptr_array_index (self->columns, middle))->end < day)
        low = middle + 1;
      else
        high = middle;
    }
  return g_ptr_array_index (self->columns, low);
}

/**
 * ldr_columns_data_add_value:
 * @self: a chart that is not shared yet
 * @series: the number of a series
 * @day: when it happened; days that are not shown are left out
 * @value: how much is added to its period, finite and not below 0
 */
void
ldr_columns_data_add_value (LdrColumnsData *self, guint series, int day, double value)
{
  LdrColumn *column;

  g_return_if_fail (series < self->series->len);
  g_return_if_fail (isfinite (value) && value >= 0);

  if (day < self->first_day || day > self->last_day)
    return;
  column = find_column (self, day);
  column->values[series] += value;
  column->total += value;
  self->whole = self->whole && value == floor (value);
}

/**
 * ldr_columns_data_get_highest:
 * @self: a chart
 *
 * Returns: the total of its highest column, 0 where nothing happened
 */
double
ldr_columns_data_get_highest (const LdrColumnsData *self)
{
  double highest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    highest = MAX (highest, ((LdrColumn *) g_ptr_array_index (self->columns, i))->total);
  return highest;
}

static char *
write_value (const LdrColumnsData *self, double value)
{
  return ldr_chart_format_value (value, self->whole ? 0 : 1);
}

/* The series that have a value in a column, one after the other; from the top downwards as they are seen. */
static void
append_values (
    const LdrColumnsData *self, const LdrColumn *column, const char *before, const char *format, GString *words)
{
  for (guint i = self->series->len; i-- > 0;)
    {
      const LdrColumnsSeries *series = g_ptr_array_index (self->series, i);
      g_autofree char *value = NULL;

      if (column->values[i] == 0)
        continue;
      value = write_value (self, column->values[i]);
      g_string_append (words, before);
      g_string_append_printf (words, format, series->name, value);
    }
}

static guint
count_parts (const LdrColumnsData *self, const LdrColumn *column)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    n += column->values[i] != 0 ? 1 : 0;
  return n;
}

/**
 * ldr_columns_data_read_column:
 * @self: a chart
 * @column: one of its columns
 *
 * Returns: (transfer full): what happened in that period, such as "November 2026. Red: 4. Green: 2. Together 6."
 */
char *
ldr_columns_data_read_column (const LdrColumnsData *self, guint column)
{
  const LdrColumn *it = g_ptr_array_index (self->columns, column);
  g_autofree char *period = ldr_chart_period_format (self->period, it->first_day);
  g_autofree char *total = write_value (self, it->total);
  g_autoptr (GString) words = NULL;

  if (it->total == 0)
    /* Translators: a day or a period of a chart */
    return g_strdup_printf (C_ ("chart", "%s: nothing."), period);
  words = g_string_new (NULL);
  g_string_append_printf (words, C_ ("chart", "%s."), period);
  append_values (self, it, " ", C_ ("chart", "%s: %s."), words);
  if (count_parts (self, it) > 1)
    {
      g_string_append_c (words, ' ');
      /* Translators: the sum of a column in a chart */
      g_string_append_printf (words, C_ ("chart", "Together %s."), total);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_columns_data_note_column:
 * @self: a chart
 * @column: one of its columns
 *
 * Returns: (transfer full): the same for the eye, a line for each series
 */
char *
ldr_columns_data_note_column (const LdrColumnsData *self, guint column)
{
  const LdrColumn *it = g_ptr_array_index (self->columns, column);
  g_autofree char *period = ldr_chart_period_format (self->period, it->first_day);
  g_autofree char *total = write_value (self, it->total);
  g_autoptr (GString) words = g_string_new (period);

  if (it->total == 0)
    g_string_append_printf (words, "\n%s", C_ ("chart", "nothing"));
  append_values (self, it, "\n", C_ ("chart", "%s: %s"), words);
  if (count_parts (self, it) > 1)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, C_ ("chart", "together %s"), total);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_columns_data_make_table:
 * @self: a chart
 *
 * Returns: (transfer full): a row for each period, the newest first, a column for each series and one for the total
 */
LdrChartTable *
ldr_columns_data_make_table (const LdrColumnsData *self)
{
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  LdrChartTable *table;

  g_strv_builder_add (heads, ldr_chart_period_get_head (self->period));
  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (heads, ((LdrColumnsSeries *) g_ptr_array_index (self->series, i))->name);
  if (self->series->len > 1)
    g_strv_builder_add (heads, C_ ("chart table", "Together"));
  table = ldr_chart_table_new (self->title, g_strv_builder_end (heads));
  for (guint i = self->columns->len; i-- > 0;)
    {
      const LdrColumn *column = g_ptr_array_index (self->columns, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_take (cells, ldr_chart_period_format (self->period, column->first_day));
      for (guint j = 0; j < self->series->len; j++)
        g_strv_builder_take (cells, write_value (self, column->values[j]));
      if (self->series->len > 1)
        g_strv_builder_take (cells, write_value (self, column->total));
      ldr_chart_table_add_row (table, g_strv_builder_end (cells));
      ldr_chart_table_set_days (table, column->start, column->end);
      for (guint j = 0; j < self->series->len; j++)
        ldr_chart_table_set_value (table, 1 + j, column->values[j]);
      if (self->series->len > 1)
        ldr_chart_table_set_value (table, 1 + self->series->len, column->total);
    }
  return table;
}

/**
 * ldr_columns_data_get_description:
 * @self: a chart
 *
 * Returns: (transfer full): its summary or, without one, what each series comes to over the whole axis
 */
char *
ldr_columns_data_get_description (const LdrColumnsData *self)
{
  g_autofree double *sums = g_new0 (double, self->series->len + 1);
  LdrColumn all = { .values = sums };
  g_autoptr (GString) words = NULL;

  if (self->summary != NULL)
    return g_strdup (self->summary);
  for (guint i = 0; i < self->columns->len; i++)
    for (guint j = 0; j < self->series->len; j++)
      sums[j] += ((LdrColumn *) g_ptr_array_index (self->columns, i))->values[j];
  words = g_string_new (NULL);
  append_values (self, &all, " ", C_ ("chart", "%s: %s."), words);
  if (words->len == 0)
    return g_strdup (C_ ("chart", "Nothing in these days."));
  return g_strdup (words->str + 1);
}
