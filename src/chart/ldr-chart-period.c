/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-period.h"

#include <glib/gi18n.h>
#include "ldr-chart-ticks.h"

#define DAYS_A_WEEK 7

/* The longest axes, in days, that are shown by day, week, month and quarter: some thirty columns are counted at a
 * glance, and more than that are still compared. */
#define MOST_BY_DAY 31
#define MOST_BY_WEEK (27 * DAYS_A_WEEK)
#define MOST_BY_MONTH (3 * 366)
#define MOST_BY_QUARTER (12 * 366)

/**
 * ldr_chart_period_choose:
 * @first_day: the first day of an axis
 * @last_day: its last day
 *
 * Returns: what its days are gathered in so that there are not too many periods to compare, nor too few
 */
LdrChartPeriod
ldr_chart_period_choose (int first_day, int last_day)
{
  int n_days = last_day - first_day + 1;

  if (n_days <= MOST_BY_DAY)
    return LDR_CHART_PERIOD_DAY;
  if (n_days <= MOST_BY_WEEK)
    return LDR_CHART_PERIOD_WEEK;
  if (n_days <= MOST_BY_MONTH)
    return LDR_CHART_PERIOD_MONTH;
  return n_days <= MOST_BY_QUARTER ? LDR_CHART_PERIOD_QUARTER : LDR_CHART_PERIOD_YEAR;
}

static guint
count_months (LdrChartPeriod period)
{
  return period == LDR_CHART_PERIOD_YEAR ? 12 : period == LDR_CHART_PERIOD_QUARTER ? 3 : 1;
}

/**
 * ldr_chart_period_get_first:
 * @period: what days are gathered in, not %LDR_CHART_PERIOD_NONE
 * @day: a Julian day
 * @first_weekday: with which day a week begins, 0 for Monday
 *
 * Returns: the first day of the period that @day is in
 */
int
ldr_chart_period_get_first (LdrChartPeriod period, int day, int first_weekday)
{
  GDate date;
  guint n;
  guint month;

  if (period <= LDR_CHART_PERIOD_DAY)
    return day;
  /* The first Julian day is a Monday. */
  if (period == LDR_CHART_PERIOD_WEEK)
    return day - (day - 1 - first_weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
  n = count_months (period);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) MAX (1, day));
  month = ((guint) g_date_get_month (&date) - 1) / n * n + 1;
  g_date_set_dmy (&date, 1, (GDateMonth) month, g_date_get_year (&date));
  return (int) g_date_get_julian (&date);
}

/**
 * ldr_chart_period_get_next:
 * @period: what days are gathered in, not %LDR_CHART_PERIOD_NONE
 * @day: a Julian day
 * @first_weekday: with which day a week begins, 0 for Monday
 *
 * Returns: the first day of the period after the one that @day is in
 */
int
ldr_chart_period_get_next (LdrChartPeriod period, int day, int first_weekday)
{
  int first = ldr_chart_period_get_first (period, day, first_weekday);
  GDate date;

  if (period <= LDR_CHART_PERIOD_DAY)
    return first + 1;
  if (period == LDR_CHART_PERIOD_WEEK)
    return first + DAYS_A_WEEK;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) first);
  g_date_add_months (&date, count_months (period));
  return (int) g_date_get_julian (&date);
}

/**
 * ldr_chart_period_format:
 * @period: what days are gathered in, not %LDR_CHART_PERIOD_NONE
 * @first_day: the first day of one of them
 *
 * Returns: (transfer full): the period in words, such as "November 2026"
 */
char *
ldr_chart_period_format (LdrChartPeriod period, int first_day)
{
  g_autofree char *text = NULL;
  GDate date;

  switch (period)
    {
    case LDR_CHART_PERIOD_NONE:
    case LDR_CHART_PERIOD_DAY:
      return ldr_chart_format_day (first_day, C_ ("chart", "%-e %B %Y"));
    case LDR_CHART_PERIOD_WEEK:
      text = ldr_chart_format_day (first_day, C_ ("chart", "%-e %B %Y"));
      /* Translators: a week; the day is its first */
      return g_strdup_printf (C_ ("chart", "week of %s"), text);
    case LDR_CHART_PERIOD_MONTH:
      /* Translators: a month as it is read out, such as "November 2026" */
      return ldr_chart_format_day (first_day, C_ ("chart", "%B %Y"));
    case LDR_CHART_PERIOD_QUARTER:
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint) first_day);
      text = ldr_chart_format_day (first_day, C_ ("chart axis", "%Y"));
      /* Translators: a quarter as it is read out, such as "quarter 4 of 2026" */
      return g_strdup_printf (C_ ("chart", "quarter %d of %s"), (g_date_get_month (&date) + 2) / 3, text);
    case LDR_CHART_PERIOD_YEAR:
      break;
    }
  return ldr_chart_format_day (first_day, C_ ("chart axis", "%Y"));
}

/**
 * ldr_chart_period_get_head:
 * @period: what days are gathered in
 *
 * Returns: what stands above a column of them in a table
 */
const char *
ldr_chart_period_get_head (LdrChartPeriod period)
{
  switch (period)
    {
    case LDR_CHART_PERIOD_NONE:
    case LDR_CHART_PERIOD_DAY:
      return C_ ("chart table", "Day");
    case LDR_CHART_PERIOD_WEEK:
      return C_ ("chart table", "Week");
    case LDR_CHART_PERIOD_MONTH:
      return C_ ("chart table", "Month");
    case LDR_CHART_PERIOD_QUARTER:
      return C_ ("chart table", "Quarter");
    case LDR_CHART_PERIOD_YEAR:
      break;
    }
  return C_ ("chart table", "Year");
}
