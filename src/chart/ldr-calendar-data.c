/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-calendar-data.h"

#include <glib/gi18n.h>
#include "ldr-chart-ticks.h"

G_DEFINE_BOXED_TYPE (LdrCalendarData, ldr_calendar_data, ldr_calendar_data_ref, ldr_calendar_data_unref)

static guint
count_days (const LdrCalendarData *self)
{
  return (guint) (self->last_day - self->first_day) + 1;
}

static void
series_free (gpointer data)
{
  LdrCalendarSeries *self = data;

  g_free (self->name);
  g_free (self->style_class);
  g_free (self);
}

/**
 * ldr_calendar_data_new:
 * @title: what the chart is, in a few words
 * @summary: (nullable): what it says, in a sentence or two
 * @first_day: the first day
 * @last_day: the last day, not before the first
 *
 * Returns: (transfer full): a calendar of days on which nothing happened, to be filled before it is shared
 */
LdrCalendarData *
ldr_calendar_data_new (const char *title, const char *summary, int first_day, int last_day)
{
  LdrCalendarData *self;

  g_return_val_if_fail (first_day > 0 && first_day <= last_day, NULL);

  self = g_atomic_rc_box_new0 (LdrCalendarData);
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->first_day = first_day;
  self->last_day = last_day;
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->days = g_new0 (LdrCalendarDay, count_days (self));
  for (guint i = 0; i < count_days (self); i++)
    self->days[i].series = LDR_CALENDAR_NOTHING;
  return self;
}

LdrCalendarData *
ldr_calendar_data_ref (LdrCalendarData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  LdrCalendarData *self = data;

  for (guint i = 0; i < count_days (self); i++)
    g_free (self->days[i].text);
  g_free (self->days);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->marked_name);
  g_ptr_array_unref (self->series);
}

void
ldr_calendar_data_unref (LdrCalendarData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

/**
 * ldr_calendar_data_add_series:
 * @self: a calendar that is not shared yet
 * @name: what a day of it was
 * @style_class: (nullable): the class of the style sheet whose colour it takes; `.chart-line` otherwise
 * @pen: whose mark stands in its days, or %LDR_CHART_N_PENS for days without; no two alike
 *
 * Returns: its number
 */
guint
ldr_calendar_data_add_series (LdrCalendarData *self, const char *name, const char *style_class, LdrChartPen pen)
{
  LdrCalendarSeries *series = g_new0 (LdrCalendarSeries, 1);

  series->name = g_strdup (name);
  series->style_class = g_strdup (style_class != NULL ? style_class : "chart-line");
  series->pen = pen;
  g_ptr_array_add (self->series, series);
  return self->series->len - 1;
}

/**
 * ldr_calendar_data_set_marked_name:
 * @self: a calendar that is not shared yet
 * @name: (nullable): what the hatched days have
 */
void
ldr_calendar_data_set_marked_name (LdrCalendarData *self, const char *name)
{
  g_set_str (&self->marked_name, name);
}

/**
 * ldr_calendar_data_set_day:
 * @self: a calendar that is not shared yet
 * @day: a day; days that are not shown are left out
 * @series: what the day was, or %LDR_CALENDAR_NOTHING
 * @is_marked: whether it is hatched
 * @text: (nullable): the day as it is read out; the name of its series otherwise
 */
void
ldr_calendar_data_set_day (LdrCalendarData *self, int day, int series, gboolean is_marked, const char *text)
{
  LdrCalendarDay *it;

  g_return_if_fail (series == LDR_CALENDAR_NOTHING || (series >= 0 && (guint) series < self->series->len));

  if (day < self->first_day || day > self->last_day)
    return;
  it = &self->days[day - self->first_day];
  it->series = series;
  it->is_marked = is_marked && series != LDR_CALENDAR_NOTHING;
  g_set_str (&it->text, text);
}

/**
 * ldr_calendar_data_get_day:
 * @self: a calendar
 * @day: one of its days
 *
 * Returns: (transfer none): what the day was
 */
const LdrCalendarDay *
ldr_calendar_data_get_day (const LdrCalendarData *self, int day)
{
  return &self->days[day - self->first_day];
}

/* What a day was, or NULL where nothing happened. */
static const char *
get_words (const LdrCalendarData *self, const LdrCalendarDay *day)
{
  if (day->series == LDR_CALENDAR_NOTHING)
    return NULL;
  return day->text != NULL ? day->text : ((LdrCalendarSeries *) g_ptr_array_index (self->series, day->series))->name;
}

/**
 * ldr_calendar_data_read_day:
 * @self: a calendar
 * @day: one of its days
 *
 * Returns: (transfer full): the day in words, such as "Tuesday 3 November 2026: Red. Noticed."
 */
char *
ldr_calendar_data_read_day (const LdrCalendarData *self, int day)
{
  const LdrCalendarDay *it = ldr_calendar_data_get_day (self, day);
  /* Translators: a day as it is read out, such as "Tuesday 3 November 2026" */
  g_autofree char *date = ldr_chart_format_day (day, C_ ("chart", "%A %-e %B %Y"));
  const char *words = get_words (self, it);

  if (words == NULL)
    return g_strdup_printf (C_ ("chart", "%s: nothing."), date);
  if (it->is_marked && self->marked_name != NULL)
    /* Translators: a day, what it was, and what it was marked for */
    return g_strdup_printf (C_ ("chart", "%s: %s. %s."), date, words, self->marked_name);
  return g_strdup_printf (C_ ("chart", "%s: %s."), date, words);
}

/**
 * ldr_calendar_data_note_day:
 * @self: a calendar
 * @day: one of its days
 *
 * Returns: (transfer full): the same for the eye, on a line each
 */
char *
ldr_calendar_data_note_day (const LdrCalendarData *self, int day)
{
  const LdrCalendarDay *it = ldr_calendar_data_get_day (self, day);
  g_autofree char *date = ldr_chart_format_day (day, C_ ("chart", "%a %-e %b %Y"));
  const char *words = get_words (self, it);
  gboolean is_marked = it->is_marked && self->marked_name != NULL;

  return g_strconcat (date, "\n", words != NULL ? words : C_ ("chart", "nothing"), is_marked ? "\n" : "",
                      is_marked ? self->marked_name : "", NULL);
}

/**
 * ldr_calendar_data_make_table:
 * @self: a calendar
 *
 * Returns: (transfer full): a row for each day on which anything happened, the newest first
 */
LdrChartTable *
ldr_calendar_data_make_table (const LdrCalendarData *self)
{
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  LdrChartTable *table;

  g_strv_builder_add_many (heads, C_ ("chart table", "Day"), C_ ("chart table", "What"), NULL);
  if (self->marked_name != NULL)
    g_strv_builder_add (heads, self->marked_name);
  table = ldr_chart_table_new (self->title, g_strv_builder_end (heads));
  for (int day = self->last_day; day >= self->first_day; day--)
    {
      const LdrCalendarDay *it = ldr_calendar_data_get_day (self, day);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      if (it->series == LDR_CALENDAR_NOTHING)
        continue;
      g_strv_builder_take (cells, ldr_chart_format_day (day, C_ ("chart table", "%-e %b %Y")));
      g_strv_builder_add (cells, get_words (self, it));
      if (self->marked_name != NULL)
        g_strv_builder_add (cells, it->is_marked ? C_ ("chart table", "yes") : "");
      ldr_chart_table_add_row (table, g_strv_builder_end (cells));
      ldr_chart_table_set_days (table, day, day);
    }
  return table;
}

/**
 * ldr_calendar_data_get_description:
 * @self: a calendar
 *
 * Returns: (transfer full): its summary or, without one, on how many days anything happened, and what
 */
char *
ldr_calendar_data_get_description (const LdrCalendarData *self)
{
  g_autofree guint *counts = g_new0 (guint, self->series->len + 1);
  g_autoptr (GString) words = NULL;
  guint n = 0;

  if (self->summary != NULL)
    return g_strdup (self->summary);
  for (guint i = 0; i < count_days (self); i++)
    if (self->days[i].series != LDR_CALENDAR_NOTHING)
      {
        counts[self->days[i].series]++;
        n++;
      }
  if (n == 0)
    return g_strdup (C_ ("chart", "Nothing in these days."));
  words = g_string_new (NULL);
  /* Translators: on how many days of a calendar anything happened */
  g_string_append_printf (words, ngettext ("%u day.", "%u days.", n), n);
  for (guint i = 0; i < self->series->len && self->series->len > 1; i++)
    {
      g_autofree char *count = ldr_chart_format_value (counts[i], 0);

      if (counts[i] == 0)
        continue;
      g_string_append_c (words, ' ');
      g_string_append_printf (words, C_ ("chart", "%s: %s."),
                              ((LdrCalendarSeries *) g_ptr_array_index (self->series, i))->name, count);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
