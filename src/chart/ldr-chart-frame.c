/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-frame.h"

#include <glib/gi18n.h>
#include <math.h>
#include "ldr-chart-place.h"
#include "ldr-chart-text.h"
#include "ldr-chart-ticks.h"

#define LABEL_GAP 8.0
#define TICK_LENGTH 4.0
#define LEAST_DATE_GAP 12.0
#define LEAST_SIZE 1.0

/* Between two lines of the grid there is room for so many lines of text; more lines than this nobody counts. */
#define LINES_A_TICK 2.0
#define MOST_VALUE_TICKS 7

/* Keeps a minus sign before its number where one reads from the right. */
#define LEFT_TO_RIGHT "\u200e"

/* So far from the ends of the plot stand the first and the last day: the room of a mark. */
#define INSET 8.0

static float
get_line_height (PangoContext *context)
{
  g_autoptr (PangoLayout) sample = ldr_chart_text_new (context, "0");

  return ldr_chart_text_get_size (sample).height;
}

/* From the plot to the dates below it: clear of the tick, and of the lower half of the value beside the lowest line. */
static double
get_date_gap (double line_height)
{
  return MAX (TICK_LENGTH + LABEL_GAP / 4, line_height / 2);
}

static gboolean
has_caption (const LdrChartRoom *room)
{
  return room->unit != NULL && !g_str_equal (room->unit, "%");
}

/* Chooses the values that get a line for a plot of @height, and from where to where the axis goes. */
static LdrChartTicks
choose_values (LdrChartFrame *self, const LdrChartRoom *room, double height, double line_height)
{
  guint most = (guint) CLAMP (height / (line_height * LINES_A_TICK) + 1, 2, MOST_VALUE_TICKS);
  LdrChartTicks ticks = ldr_chart_ticks_choose (room->low, room->high, most, room->whole);
  double low = ldr_chart_ticks_get (&ticks, 0);
  double high = ldr_chart_ticks_get (&ticks, ticks.n - 1);
  double slack = ticks.step / 1000;

  self->values.low = room->low_is_fixed ? room->low : low;
  self->values.high = room->high_is_fixed && room->high > self->values.low ? room->high : high;
  g_array_set_size (self->value_ticks, 0);
  for (guint i = 0; i < ticks.n && !room->without_values; i++)
    {
      double value = ldr_chart_ticks_get (&ticks, i);

      if (value >= self->values.low - slack && value <= self->values.high + slack)
        g_array_append_val (self->value_ticks, value);
    }
  return ticks;
}

/* Makes the labels of the values; they are placed when the plot is known. Returns the width of the widest. */
static double
make_value_labels (LdrChartFrame *self, const LdrChartRoom *room, const LdrChartTicks *ticks, PangoContext *context)
{
  gboolean in_percent = room->unit != NULL && !has_caption (room);
  double widest = 0;

  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; i < self->value_ticks->len; i++)
    {
      g_autofree char *number = ldr_chart_format_value (g_array_index (self->value_ticks, double, i), ticks->decimals);
      g_autofree char *text = g_strconcat (LEFT_TO_RIGHT, number, in_percent ? room->unit : "", NULL);
      LdrChartLabel *label = ldr_chart_label_new (context, text);

      widest = MAX (widest, label->place.size.width);
      g_ptr_array_add (self->labels, label);
    }
  return widest;
}

static void
place_plot (LdrChartFrame *self, const LdrChartRoom *room, double start, double top, double bottom)
{
  /* Whole pixels, so that charts of the same days can leave just as much. */
  double left = ceil (room->right_to_left ? room->end : start);
  double right = ceil (room->right_to_left ? start : room->end);
  double width = MAX (LEAST_SIZE, room->bounds.size.width - left - right);
  double height = MAX (LEAST_SIZE, room->bounds.size.height - top - bottom);
  double inset = MIN (INSET, width / 4);
  double half = room->period != LDR_CHART_PERIOD_NONE || room->whole_days ? 0.5 : 0;

  self->start = ceil (start);
  self->end = ceil (room->end);
  self->plot
      = GRAPHENE_RECT_INIT ((float) floor (room->bounds.origin.x + left), (float) floor (room->bounds.origin.y + top),
                            (float) floor (width), (float) floor (height));
  /* A period reaches from the beginning of its first day to the end of its last one. */
  self->days = (LdrChartScale) { room->first_day - half, room->last_day + half, self->plot.origin.x + inset,
                                 self->plot.origin.x + self->plot.size.width - inset };
  if (room->right_to_left)
    {
      self->days.start = self->plot.origin.x + self->plot.size.width - inset;
      self->days.end = self->plot.origin.x + inset;
    }
  self->values.start = self->plot.origin.y + self->plot.size.height;
  self->values.end = self->plot.origin.y;
}

/* Values stand beside their line; where lines are too near one another some go without. */
static void
place_value_labels (LdrChartFrame *self, const LdrChartRoom *room)
{
  double last_top = G_MAXDOUBLE;
  double edge
      = room->right_to_left ? self->plot.origin.x + self->plot.size.width + LABEL_GAP : self->plot.origin.x - LABEL_GAP;

  for (guint i = 0; i < self->value_ticks->len; i++)
    {
      LdrChartLabel *label = g_ptr_array_index (self->labels, i);
      double middle = ldr_chart_scale_map (&self->values, g_array_index (self->value_ticks, double, i));

      label->place.origin.x = (float) (room->right_to_left ? edge : edge - label->place.size.width);
      label->place.origin.y = (float) (middle - label->place.size.height / 2);
      if (label->place.origin.y + label->place.size.height > last_top)
        pango_layout_set_text (label->layout, "", -1);
      else
        last_top = label->place.origin.y;
    }
}

/* A date stands below its day, or below the middle of its period. */
static double
get_date_place (const LdrChartFrame *self, const LdrChartRoom *room, int day)
{
  int weekday = ldr_chart_get_first_weekday ();
  int first, last;

  if (room->period == LDR_CHART_PERIOD_NONE)
    return ldr_chart_scale_map (&self->days, day);
  first = MAX (room->first_day, ldr_chart_period_get_first (room->period, day, weekday));
  last = MIN (room->last_day, ldr_chart_period_get_next (room->period, day, weekday) - 1);
  return ldr_chart_scale_map (&self->days, first / 2.0 + last / 2.0);
}

/* Nothing finer than the periods has a date. */
static gboolean
suits (const LdrChartRoom *room, const LdrChartDateStep *step)
{
  switch (room->period)
    {
    case LDR_CHART_PERIOD_NONE:
    case LDR_CHART_PERIOD_DAY:
      return TRUE;
    case LDR_CHART_PERIOD_WEEK:
      return step->unit != LDR_CHART_DATE_DAY;
    case LDR_CHART_PERIOD_MONTH:
      return step->unit >= LDR_CHART_DATE_MONTH;
    case LDR_CHART_PERIOD_QUARTER:
      return step->unit >= LDR_CHART_DATE_MONTH && (step->unit == LDR_CHART_DATE_YEAR || step->count >= 3);
    case LDR_CHART_PERIOD_YEAR:
      break;
    }
  return step->unit == LDR_CHART_DATE_YEAR;
}

static char *
write_date (const LdrChartRoom *room, const LdrChartDateStep *step, int day)
{
  GDate date;

  if (room->period != LDR_CHART_PERIOD_QUARTER || step->unit != LDR_CHART_DATE_MONTH)
    return ldr_chart_format_date (step, day);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) day);
  /* Translators: a quarter of a year at the axis of a chart, such as "Q4" */
  return g_strdup_printf (C_ ("chart axis", "Q%d"), (g_date_get_month (&date) + 2) / 3);
}

static void
place_date_label (const LdrChartFrame *self, const LdrChartRoom *room, LdrChartLabel *label, int day, double y)
{
  double middle = get_date_place (self, room, day);
  double most = room->bounds.origin.x + room->bounds.size.width - label->place.size.width;
  double x = MIN (middle - label->place.size.width / 2, most);

  label->place.origin = GRAPHENE_POINT_INIT ((float) MAX (room->bounds.origin.x, x), (float) y);
}

static gboolean
shows_years (const LdrChartRoom *room, const LdrChartDateStep *step)
{
  int first = ldr_chart_get_year (room->first_day);

  return step->unit != LDR_CHART_DATE_YEAR
         && (first != ldr_chart_get_year (room->last_day) || first != room->known_year);
}

/* A label for each of @days, and below those that are the first of their year the year. */
static GPtrArray *
make_date_labels (const LdrChartFrame *self,
                  const LdrChartRoom *room,
                  const LdrChartDateStep *step,
                  const GArray *days,
                  PangoContext *context)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  double y = self->plot.origin.y + self->plot.size.height + get_date_gap (get_line_height (context));
  int last_year = 0;

  for (guint i = 0; i < days->len; i++)
    {
      int day = g_array_index (days, int, i);
      g_autofree char *text = write_date (room, step, day);
      LdrChartLabel *label = ldr_chart_label_new (context, text);

      place_date_label (self, room, label, day, y);
      g_ptr_array_add (labels, label);
      if (shows_years (room, step) && ldr_chart_get_year (day) != last_year)
        {
          g_autofree char *year = ldr_chart_format_date (&(LdrChartDateStep) { LDR_CHART_DATE_YEAR, 1 }, day);
          LdrChartLabel *below = ldr_chart_label_new (context, year);

          place_date_label (self, room, below, day, y + label->place.size.height);
          g_ptr_array_add (labels, below);
          last_year = ldr_chart_get_year (day);
        }
    }
  return labels;
}

static gboolean
fit (const GPtrArray *labels)
{
  g_autofree graphene_rect_t *places = g_new0 (graphene_rect_t, labels->len + 1);

  for (guint i = 0; i < labels->len; i++)
    {
      /* Labels of one row only have to be apart sideways; a year below its month is no collision. */
      places[i] = ((LdrChartLabel *) g_ptr_array_index (labels, i))->place;
      graphene_rect_inset (&places[i], (float) (-LEAST_DATE_GAP / 2), 1);
    }
  return ldr_chart_are_apart (places, labels->len, 0);
}

/* The finest step at which all labels have room, with its days and labels. Returns whether years stand below. */
static gboolean
choose_days (LdrChartFrame *self, const LdrChartRoom *room, PangoContext *context, GPtrArray **labels)
{
  guint n_steps;
  const LdrChartDateStep *steps = ldr_chart_list_date_steps (&n_steps);
  int first_weekday = ldr_chart_get_first_weekday ();
  static const int unit_days[] = { 1, 7, 30, 365 };
  double most = 2 + self->plot.size.width / LEAST_DATE_GAP;
  /* The first period may have begun before the axis. */
  int first_day = room->period != LDR_CHART_PERIOD_NONE
                      ? ldr_chart_period_get_first (room->period, room->first_day, first_weekday)
                      : room->first_day;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (GArray) days = NULL;

      /* The finest steps need not even be tried on a long axis. */
      if ((double) room->last_day - room->first_day > most * steps[i].count * unit_days[steps[i].unit]
          || !suits (room, &steps[i]))
        continue;
      days = ldr_chart_list_dates (first_day, room->last_day, &steps[i], first_weekday);
      if (days->len == 0)
        continue;
      *labels = make_date_labels (self, room, &steps[i], days, context);
      if (fit (*labels))
        {
          g_array_unref (self->day_ticks);
          self->day_ticks = g_steal_pointer (&days);
          return shows_years (room, &steps[i]);
        }
      g_clear_pointer (labels, g_ptr_array_unref);
    }
  *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  return FALSE;
}

static void
add_caption (LdrChartFrame *self, const LdrChartRoom *room, PangoContext *context)
{
  LdrChartLabel *label = ldr_chart_label_new (context, room->unit);
  double right = room->bounds.origin.x + room->bounds.size.width - label->place.size.width;

  label->place.origin.x = (float) (room->right_to_left ? right : room->bounds.origin.x);
  label->place.origin.y = room->bounds.origin.y;
  self->unit = label;
  g_ptr_array_add (self->labels, label);
}

/**
 * ldr_chart_frame_new:
 * @room: what it has to be laid out for
 * @context: the font and the direction of what stands at the axes
 *
 * Lays out the axes of a chart of values over days: round values beside a grid, and below it the beginnings of days,
 * weeks, months or years, as many as there is room for.
 *
 * Returns: (transfer full): the frame
 */
LdrChartFrame *
ldr_chart_frame_new (const LdrChartRoom *room, PangoContext *context)
{
  LdrChartFrame *self = g_new0 (LdrChartFrame, 1);
  double line_height = get_line_height (context);
  double top = MAX (room->top, has_caption (room) ? line_height * 1.5 : line_height / 2);
  double bottom = room->without_dates ? line_height / 2 : line_height + get_date_gap (line_height);
  g_autoptr (GPtrArray) dates = NULL;
  gboolean years = FALSE;
  gboolean enough = FALSE;

  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  self->value_ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->day_ticks = g_array_new (FALSE, FALSE, sizeof (int));
  /* The height of the plot follows from the dates below it, their form from its width, that from the values at its
   * side, and those from its height: once more when the dates turn out to take a second line. */
  while (!enough)
    {
      LdrChartTicks ticks = choose_values (self, room, room->bounds.size.height - top - bottom, line_height);
      double widest = make_value_labels (self, room, &ticks, context);
      double start = MAX (room->start, room->without_values ? 0 : widest + LABEL_GAP);

      place_plot (self, room, start, top, bottom);
      g_clear_pointer (&dates, g_ptr_array_unref);
      enough = !choose_days (self, room, context, &dates) || years || room->without_dates;
      bottom += enough ? 0 : line_height;
      years = TRUE;
    }
  place_value_labels (self, room);
  if (!room->without_dates)
    g_ptr_array_extend_and_steal (self->labels, g_steal_pointer (&dates));
  if (room->without_dates || room->period != LDR_CHART_PERIOD_NONE)
    g_array_set_size (self->day_ticks, 0);
  if (has_caption (room))
    add_caption (self, room, context);
  return self;
}

/**
 * ldr_chart_frame_get_margins:
 * @self: (nullable): a frame
 * @start: (out): how much stands free before the plot
 * @end: (out): how much stands free behind it
 *
 * Returns: whether there is a frame
 */
gboolean
ldr_chart_frame_get_margins (const LdrChartFrame *self, double *start, double *end)
{
  *start = self != NULL ? self->start : 0;
  *end = self != NULL ? self->end : 0;
  return self != NULL;
}

/**
 * ldr_chart_frame_pick:
 * @self: a frame
 * @days: (element-type int): days that have something to show
 * @reach: how far beside the plot somebody may still point
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: which of @days is nearest, or %LDR_CHART_FRAME_NO_DAY away from the plot
 */
int
ldr_chart_frame_pick (const LdrChartFrame *self, const GArray *days, double reach, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_rect_t grown;
  int nearest = LDR_CHART_FRAME_NO_DAY;
  double least = G_MAXDOUBLE;

  graphene_rect_inset_r (&self->plot, (float) -reach, (float) -reach, &grown);
  if (!graphene_rect_contains_point (&grown, &point))
    return LDR_CHART_FRAME_NO_DAY;
  for (guint i = 0; i < days->len; i++)
    {
      double distance = fabs (ldr_chart_scale_map (&self->days, g_array_index (days, int, i)) - x);

      if (distance < least)
        {
          least = distance;
          nearest = (int) i;
        }
    }
  return nearest;
}

void
ldr_chart_frame_free (LdrChartFrame *self)
{
  g_ptr_array_unref (self->labels);
  g_array_unref (self->value_ticks);
  g_array_unref (self->day_ticks);
  g_free (self);
}

static void
add_line (GskPathBuilder *builder, double x1, double y1, double x2, double y2)
{
  gsk_path_builder_move_to (builder, (float) x1, (float) y1);
  gsk_path_builder_line_to (builder, (float) x2, (float) y2);
}

/* The middle of a pixel, so that a thin line is sharp. */
static double
snap (double place)
{
  return floor (place) + 0.5;
}

/**
 * ldr_chart_frame_paint:
 * @self: a frame
 * @look: the colours
 * @snapshot: where to paint
 *
 * Paints the grid, the ticks and what stands at the axes.
 */
void
ldr_chart_frame_paint (const LdrChartFrame *self, const LdrChartLook *look, GtkSnapshot *snapshot)
{
  g_autoptr (GskPathBuilder) grid = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) zero = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) grid_path = NULL;
  g_autoptr (GskPath) zero_path = NULL;
  double left = self->plot.origin.x;
  double right = left + self->plot.size.width;
  double bottom = self->plot.origin.y + self->plot.size.height;

  for (guint i = 0; i < self->value_ticks->len; i++)
    {
      double value = g_array_index (self->value_ticks, double, i);
      double y = snap (ldr_chart_scale_map (&self->values, value));

      add_line (value == 0 && self->values.low < 0 ? zero : grid, left, y, right, y);
    }
  for (guint i = 0; i < self->day_ticks->len; i++)
    {
      double x = snap (ldr_chart_scale_map (&self->days, g_array_index (self->day_ticks, int, i)));

      add_line (zero, x, bottom, x, bottom + TICK_LENGTH);
    }
  grid_path = gsk_path_builder_to_path (grid);
  zero_path = gsk_path_builder_to_path (zero);
  gtk_snapshot_append_stroke (snapshot, grid_path, stroke, &look->grid);
  gtk_snapshot_append_stroke (snapshot, zero_path, stroke, &look->dim);
  for (guint i = 0; i < self->labels->len; i++)
    ldr_chart_label_paint (g_ptr_array_index (self->labels, i), &look->dim, snapshot);
}
