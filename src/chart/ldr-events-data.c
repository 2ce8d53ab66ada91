/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-events-data.h"

#include <glib/gi18n.h>
#include "ldr-chart-ticks.h"

G_DEFINE_BOXED_TYPE (LdrEventsData, ldr_events_data, ldr_events_data_ref, ldr_events_data_unref)

static void
lane_free (gpointer data)
{
  LdrEventsLane *self = data;

  g_free (self->name);
  g_free (self->style_class);
  g_free (self);
}

static void
event_free (gpointer data)
{
  LdrEvent *self = data;

  g_free (self->text);
  g_free (self);
}

/**
 * ldr_events_data_new:
 * @title: what the chart is, in a few words
 * @summary: (nullable): what it says, in a sentence or two
 * @first_day: the first day of the axis
 * @last_day: its last day, not before the first
 *
 * Returns: (transfer full): a chart without lanes and events, to be filled before it is shared
 */
LdrEventsData *
ldr_events_data_new (const char *title, const char *summary, int first_day, int last_day)
{
  LdrEventsData *self;

  g_return_val_if_fail (first_day > 0 && first_day <= last_day, NULL);

  self = g_atomic_rc_box_new0 (LdrEventsData);
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->first_day = first_day;
  self->last_day = last_day;
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->events = g_ptr_array_new_with_free_func (event_free);
  return self;
}

LdrEventsData *
ldr_events_data_ref (LdrEventsData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  LdrEventsData *self = data;

  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->events);
}

void
ldr_events_data_unref (LdrEventsData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

/**
 * ldr_events_data_add_lane:
 * @self: a chart that is not shared yet
 * @name: what happened
 * @style_class: (nullable): the class of the style sheet whose colour it takes; `.chart-line` otherwise
 * @pen: whose mark it takes; no two alike
 *
 * Returns: its number
 */
guint
ldr_events_data_add_lane (LdrEventsData *self, const char *name, const char *style_class, LdrChartPen pen)
{
  LdrEventsLane *lane = g_new0 (LdrEventsLane, 1);

  lane->name = g_strdup (name);
  lane->style_class = g_strdup (style_class != NULL ? style_class : "chart-line");
  lane->pen = pen;
  g_ptr_array_add (self->lanes, lane);
  return self->lanes->len - 1;
}

/**
 * ldr_events_data_add_event:
 * @self: a chart that is not shared yet
 * @lane: the number of a lane
 * @day: when it happened; days that are not shown are left out
 * @text: (nullable): what it was, as it is read out
 *
 * Adds an event. Events come in any order; those in the order of their days are added fastest.
 */
void
ldr_events_data_add_event (LdrEventsData *self, guint lane, int day, const char *text)
{
  LdrEvent *event;
  guint place = self->events->len;

  g_return_if_fail (lane < self->lanes->len);

  if (day < self->first_day || day > self->last_day)
    return;
  event = g_new0 (LdrEvent, 1);
  event->day = day;
  event->lane = lane;
  event->text = g_strdup (text);
  while (place > 0 && ((LdrEvent *) g_ptr_array_index (self->events, place - 1))->day > day)
    place--;
  g_ptr_array_insert (self->events, (int) place, event);
}

/**
 * ldr_events_data_list_stops:
 * @self: a chart
 *
 * Returns: (transfer full) (element-type int): the days on which anything happened, each once, in order
 */
GArray *
ldr_events_data_list_stops (const LdrEventsData *self)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->events->len; i++)
    {
      int day = ((LdrEvent *) g_ptr_array_index (self->events, i))->day;

      if (stops->len == 0 || g_array_index (stops, int, stops->len - 1) != day)
        g_array_append_val (stops, day);
    }
  return stops;
}

static guint
count_in_lane (const LdrEventsData *self, guint lane)
{
  guint n = 0;

  for (guint i = 0; i < self->events->len; i++)
    n += ((LdrEvent *) g_ptr_array_index (self->events, i))->lane == lane ? 1 : 0;
  return n;
}

static void
append_event (const LdrEventsData *self, const LdrEvent *event, const char *before, const char *format, GString *words)
{
  const LdrEventsLane *lane = g_ptr_array_index (self->lanes, event->lane);

  g_string_append (words, before);
  if (event->text == NULL || self->lanes->len == 1)
    g_string_append (words, event->text != NULL ? event->text : lane->name);
  else
    g_string_append_printf (words, format, lane->name, event->text);
}

static void
append_day (const LdrEventsData *self, int day, const char *before, GString *words)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const LdrEvent *event = g_ptr_array_index (self->events, i);

      if (event->day == day)
        append_event (self, event, before, C_ ("chart", "%s: %s"), words);
    }
}

/**
 * ldr_events_data_read_day:
 * @self: a chart
 * @day: a day
 *
 * Returns: (transfer full): what happened, such as "3 November 2026. Red: lost the thread. Green."
 */
char *
ldr_events_data_read_day (const LdrEventsData *self, int day)
{
  g_autofree char *date = ldr_chart_format_day (day, C_ ("chart", "%-e %B %Y"));
  g_autoptr (GString) words = g_string_new (date);

  append_day (self, day, ". ", words);
  g_string_append_c (words, '.');
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_events_data_note_day:
 * @self: a chart
 * @day: a day
 *
 * Returns: (transfer full): the same for the eye, a line for each event
 */
char *
ldr_events_data_note_day (const LdrEventsData *self, int day)
{
  g_autofree char *date = ldr_chart_format_day (day, C_ ("chart", "%a %-e %b %Y"));
  g_autoptr (GString) words = g_string_new (date);

  append_day (self, day, "\n", words);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_events_data_make_table:
 * @self: a chart
 *
 * Returns: (transfer full): a row for each event, the newest first
 */
LdrChartTable *
ldr_events_data_make_table (const LdrEventsData *self)
{
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  LdrChartTable *table;

  g_strv_builder_add_many (heads, C_ ("chart table", "Day"), C_ ("chart table", "What"), C_ ("chart table", "Words"),
                           NULL);
  table = ldr_chart_table_new (self->title, g_strv_builder_end (heads));
  for (guint i = self->events->len; i-- > 0;)
    {
      const LdrEvent *event = g_ptr_array_index (self->events, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_take (cells, ldr_chart_format_day (event->day, C_ ("chart table", "%-e %b %Y")));
      g_strv_builder_add (cells, ((LdrEventsLane *) g_ptr_array_index (self->lanes, event->lane))->name);
      g_strv_builder_add (cells, event->text != NULL ? event->text : "");
      ldr_chart_table_add_row (table, g_strv_builder_end (cells));
      ldr_chart_table_set_days (table, event->day, event->day);
    }
  return table;
}

/**
 * ldr_events_data_get_description:
 * @self: a chart
 *
 * Returns: (transfer full): its summary or, without one, how often each happened
 */
char *
ldr_events_data_get_description (const LdrEventsData *self)
{
  g_autoptr (GString) words = NULL;

  if (self->summary != NULL)
    return g_strdup (self->summary);
  if (self->events->len == 0)
    return g_strdup (C_ ("chart", "Nothing in these days."));
  words = g_string_new (NULL);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      guint n = count_in_lane (self, i);
      g_autofree char *count = ldr_chart_format_value (n, 0);

      if (n == 0)
        continue;
      g_string_append (words, words->len > 0 ? " " : "");
      g_string_append_printf (words, C_ ("chart", "%s: %s."),
                              ((LdrEventsLane *) g_ptr_array_index (self->lanes, i))->name, count);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
