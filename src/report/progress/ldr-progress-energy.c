/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-chart-ticks.h"
#include "chart/ldr-line.h"
#include "content/ldr-style-text.h"
#include "ldr-progress-words.h"
#include "model/ldr-entry.h"
#include "model/ldr-trend.h"

/* The energy that entries name: of each day, and the middle of longer periods. */

/* Axes of at most so many days show each day, and each week. */
#define MOST_BY_DAY 200
#define MOST_BY_WEEK 1100

/* A period whose days are fewer than these has no middle that says more than they do. */
#define LEAST_FOR_A_MIDDLE 3

/* As many days with a style and without it, at least, and so far apart, before they are set beside each other. */
#define LEAST_TO_COMPARE 8
#define LEAST_DIFFERENCE 1.0

/**
 * Grain:
 * @most_days: for axes of at most so many days
 * @fine: what a point of the first line stands for
 * @coarse: what a point of the second stands for
 * @gap: from how many days without a value on the second line is broken; the first has marks alone, as a line from one
 *   to the next would tell of days that nobody wrote about
 *
 * How finely energy is shown.
 */
typedef struct
{
  int most_days;
  LdrChartPeriod fine;
  LdrChartPeriod coarse;
  int gap;
} Grain;

static const Grain grains[] = {
  { MOST_BY_DAY, LDR_CHART_PERIOD_DAY, LDR_CHART_PERIOD_WEEK, 29 },
  { MOST_BY_WEEK, LDR_CHART_PERIOD_WEEK, LDR_CHART_PERIOD_MONTH, 100 },
  { G_MAXINT, LDR_CHART_PERIOD_MONTH, LDR_CHART_PERIOD_YEAR, 1100 },
};

static const Grain *
get_grain (const LdrProgressView *view)
{
  const Grain *grain = grains;

  while (ldr_period_count_days (view->period) > grain->most_days)
    grain++;
  return grain;
}

static gboolean
has_energy (const LdrProgressDay *day)
{
  return day->n_energy > 0;
}

/* The mean of each day that has any. */
static GArray *
list_days (const LdrProgressView *view)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LdrTrendPoint));

  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);
      LdrTrendPoint point = { day->day, has_energy (day) ? (double) day->energy / day->n_energy : NAN };

      if (has_energy (day))
        g_array_append_val (points, point);
    }
  return points;
}

static double
get_middle (const LdrTrendPoint *points, guint n)
{
  g_autofree double *values = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = points[i].y;
  return ldr_trend_get_median (values, n);
}

/* --- Words ----------------------------------------------------------------------------------------------------------
 */

/* A middle of values from 1 to 5 says no more than to the half. */
static char *
say_value (double value)
{
  return ldr_progress_words_number (round (value * 2) / 2);
}

static char *
say_few (const GArray *days, int today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (days->len, g_free, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; i < days->len; i++)
    {
      const LdrTrendPoint *day = &g_array_index (days, LdrTrendPoint, i);
      g_autofree char *value = say_value (day->y);
      g_autofree char *date = ldr_progress_words_day ((int) day->x, today);

      /* Translators: a value and its date */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("energy", "%s on %s"), value, date));
    }
  list = ldr_progress_words_list ((const char *const *) parts->pdata);
  /* Translators: values of the energy with their dates, such as "3 on 2 May and 4 on 6 May"; the greatest value */
  return g_strdup_printf (_ ("%s, out of %d."), list, LDR_ENERGY_MAX);
}

static char *
say_middle (const GArray *days)
{
  const LdrTrendPoint *points = (const LdrTrendPoint *) days->data;
  double least = points[0].y, most = points[0].y;
  g_autofree char *middle = say_value (get_middle (points, days->len));
  g_autofree char *low = NULL, *high = NULL;

  for (guint i = 1; i < days->len; i++)
    {
      least = MIN (least, points[i].y);
      most = MAX (most, points[i].y);
    }
  low = say_value (least);
  high = say_value (most);
  if (least == most)
    /* Translators: a value of the energy, the greatest that there can be, how many days */
    return g_strdup_printf (_ ("%s out of %d on all %d days."), middle, LDR_ENERGY_MAX, (int) days->len);
  /* Translators: the median of the energy, the greatest that there can be, how many days, the least and the greatest
   * value of a day */
  return g_strdup_printf (_ ("Typically %s out of %d on %d days; the lowest was %s, the highest %s."), middle,
                          LDR_ENERGY_MAX, (int) days->len, low, high);
}

static const char *
say_trend (const GArray *days)
{
  switch (ldr_trend_of ((const LdrTrendPoint *) days->data, days->len, 1))
    {
    case LDR_TREND_RISING:
      return _ ("It went up in the course of this period.");
    case LDR_TREND_FALLING:
      return _ ("It went down in the course of this period.");
    case LDR_TREND_NONE:
    case LDR_TREND_STEADY:
    case LDR_TREND_UNCLEAR:
      break;
    }
  return NULL;
}

/* The middle of days with a style and of the others, or FALSE where too few of either are there. */
static gboolean
compare_style (const LdrProgressView *view, LdrStyle style, double *with, double *without)
{
  g_autoptr (GArray) has = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) lacks = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);
      double value = has_energy (day) ? (double) day->energy / day->n_energy : NAN;

      if (has_energy (day))
        g_array_append_val (day->styles[style] > 0 ? has : lacks, value);
    }
  if (MIN (has->len, lacks->len) < LEAST_TO_COMPARE)
    return FALSE;
  *with = ldr_trend_get_median ((const double *) has->data, has->len);
  *without = ldr_trend_get_median ((const double *) lacks->data, lacks->len);
  return TRUE;
}

static char *
say_styles (const LdrProgressView *view)
{
  g_autofree char *with_words = NULL, *without_words = NULL;
  double most = 0, best_with = 0, best_without = 0;
  LdrStyle best = LDR_STYLE_TEAM_PLAYER;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      double with, without;

      if (!compare_style (view, (LdrStyle) i, &with, &without) || fabs (with - without) <= most)
        continue;
      most = fabs (with - without);
      best = (LdrStyle) i;
      best_with = with;
      best_without = without;
    }
  if (most < LEAST_DIFFERENCE)
    return NULL;
  with_words = say_value (best_with);
  without_words = say_value (best_without);
  /* Translators: the name of a style, then the energy on days with it and on days without it */
  return g_strdup_printf (_ ("On days with %s it was typically %s, on other days %s. That does not say why."),
                          ldr_style_get_name (best), with_words, without_words);
}

static char *
describe (const LdrProgressView *view, const GArray *days)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  const char *trend;
  char *styles;

  if (days->len < LDR_PROGRESS_LEAST_FOR_A_COURSE)
    return say_few (days, view->progress->today);
  g_ptr_array_add (sentences, say_middle (days));
  trend = say_trend (days);
  if (trend != NULL)
    g_ptr_array_add (sentences, g_strdup (trend));
  styles = say_styles (view);
  if (styles != NULL)
    g_ptr_array_add (sentences, styles);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* --- Lines ----------------------------------------------------------------------------------------------------------
 */

static const char *
get_name (LdrChartPeriod period)
{
  switch (period)
    {
    case LDR_CHART_PERIOD_NONE:
    case LDR_CHART_PERIOD_DAY:
      return C_ ("energy", "Of the day");
    case LDR_CHART_PERIOD_WEEK:
      return C_ ("energy", "Typical of the week");
    case LDR_CHART_PERIOD_MONTH:
      return C_ ("energy", "Typical of the month");
    case LDR_CHART_PERIOD_QUARTER:
    case LDR_CHART_PERIOD_YEAR:
      break;
    }
  return C_ ("energy", "Typical of the year");
}

/* The values of one period after the other, each on its first day, broken where periods are @gap days apart. */
static GArray *
gather (const GArray *days, LdrChartPeriod period, guint least, int gap)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LdrChartPoint));
  int weekday = ldr_chart_get_first_weekday ();

  for (guint i = 0, end; i < days->len; i = end)
    {
      const LdrTrendPoint *first = &g_array_index (days, LdrTrendPoint, i);
      int next = ldr_chart_period_get_next (period, (int) first->x, weekday);
      LdrChartPoint point = { ldr_chart_period_get_first (period, (int) first->x, weekday), NAN };
      LdrChartPoint nothing = point;

      for (end = i; end < days->len && g_array_index (days, LdrTrendPoint, end).x < next; end++)
        ;
      if (end - i < least)
        continue;
      point.value = get_middle (first, end - i);
      if (points->len > 0 && point.day - g_array_index (points, LdrChartPoint, points->len - 1).day >= gap)
        g_array_append_val (points, nothing);
      g_array_append_val (points, point);
    }
  return points;
}

static void
add_line (LdrLineData *data, const GArray *points, LdrChartPeriod period, const char *style_class, LdrChartPen pen)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < points->len; i++)
    {
      double value = g_array_index (points, LdrChartPoint, i).value;

      g_ptr_array_add (texts, isnan (value) ? NULL : ldr_progress_words_number (value));
    }
  ldr_line_data_add_series (data, get_name (period), style_class, pen, (const LdrChartPoint *) points->data,
                            (const char *const *) texts->pdata, points->len);
  ldr_line_data_set_period (data, data->series->len - 1, period, FALSE);
}

static guint
count_values (const GArray *points)
{
  guint n_values = 0;

  for (guint i = 0; i < points->len; i++)
    n_values += isfinite (g_array_index (points, LdrChartPoint, i).value) ? 1 : 0;
  return n_values;
}

static LdrChart *
make_chart (const LdrProgressView *view, const GArray *days, const LdrProgressChart *self)
{
  const Grain *grain = get_grain (view);
  g_autoptr (LdrLineData) data = ldr_line_data_new (self->title, self->sentence, NULL);
  g_autoptr (GArray) fine = gather (days, grain->fine, 1, 1);
  g_autoptr (GArray) coarse = gather (days, grain->coarse, LEAST_FOR_A_MIDDLE, grain->gap);
  gboolean has_course = count_values (coarse) >= LDR_PROGRESS_LEAST_FOR_A_COURSE;

  ldr_line_data_set_days (data, view->period->first_day, view->period->last_day);
  ldr_line_data_set_range (data, 1, LDR_ENERGY_MAX, TRUE);
  add_line (data, fine, grain->fine, has_course ? "chart-dim" : "chart-line",
            has_course ? LDR_CHART_PEN_DOTTED : LDR_CHART_PEN_SOLID);
  if (has_course)
    add_line (data, coarse, grain->coarse, "chart-line", LDR_CHART_PEN_SOLID);
  return ldr_line_chart_new (data);
}

/* Energy as lines from 1 to 5. */
void
ldr_progress_make_energy (const LdrProgressView *view, LdrProgressChart *self)
{
  g_autoptr (GArray) days = list_days (view);
  int last = ldr_progress_find_last (view->progress, has_energy);

  if (days->len > 0)
    {
      self->sentence = describe (view, days);
      self->chart = make_chart (view, days, self);
    }
  else if (last != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last, view->progress->today,
                                        _ ("No entry of this period says how much energy there was. The last one that "
                                           "does is of %s."));
  else
    ldr_progress_chart_set_empty (
        self, _ ("Say with an entry how much energy there was, from 1 to 5, and its ups and downs appear here."),
        _ ("Write an Entry"), "win.new-entry");
}
