/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-ticks.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#define DAYS_A_WEEK 7

/* The first day that GDate counts is a Monday. */
#define MONDAY_JULIAN 1

/* The last day of year 9999, beyond which no date is written. */
#define LAST_JULIAN 3652059

static const LdrChartDateStep date_steps[] = {
  { LDR_CHART_DATE_DAY, 1 },   { LDR_CHART_DATE_DAY, 2 },   { LDR_CHART_DATE_WEEK, 1 },   { LDR_CHART_DATE_WEEK, 2 },
  { LDR_CHART_DATE_MONTH, 1 }, { LDR_CHART_DATE_MONTH, 2 }, { LDR_CHART_DATE_MONTH, 3 },  { LDR_CHART_DATE_MONTH, 6 },
  { LDR_CHART_DATE_YEAR, 1 },  { LDR_CHART_DATE_YEAR, 2 },  { LDR_CHART_DATE_YEAR, 5 },   { LDR_CHART_DATE_YEAR, 10 },
  { LDR_CHART_DATE_YEAR, 20 }, { LDR_CHART_DATE_YEAR, 50 }, { LDR_CHART_DATE_YEAR, 100 },
};

/**
 * ldr_chart_list_date_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (array length=n_steps): the steps that people choose between dates, the finest first
 */
const LdrChartDateStep *
ldr_chart_list_date_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (date_steps);
  return date_steps;
}

static int
floor_to (int value, int step, int offset)
{
  int rest = (value - offset) % step;

  return value - (rest < 0 ? rest + step : rest);
}

static void
add_days (GArray *days, int first_day, int last_day, int step, int offset)
{
  int day = floor_to (first_day, step, offset);

  for (day += day < first_day ? step : 0; day <= last_day; day += step)
    g_array_append_val (days, day);
}

/* Adds the first days of months, or of years of twelve, that are a multiple of @step after the year 0. */
static void
add_months (GArray *days, int first_day, int last_day, int step)
{
  GDate date;
  int month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) first_day);
  month = floor_to (g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1, step, 0);
  for (;; month += step)
    {
      int day;

      if (month < 12)
        continue;
      g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
      day = (int) g_date_get_julian (&date);
      if (day > last_day)
        return;
      if (day >= first_day)
        g_array_append_val (days, day);
    }
}

/**
 * ldr_chart_list_dates:
 * @first_day: the first day of an axis
 * @last_day: its last day
 * @step: from one date to the next
 * @first_weekday: with which day a week begins, 0 for Monday
 *
 * Lists the days of an axis where something begins: every other day, a week, a month, a quarter, a year. Which they are
 * follows from the calendar and not from where the axis begins, so that they stay when the axis moves.
 *
 * Returns: (transfer full) (element-type int): the days, which may be none
 */
GArray *
ldr_chart_list_dates (int first_day, int last_day, const LdrChartDateStep *step, int first_weekday)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  int count = (int) step->count;

  first_day = CLAMP (first_day, 1, LAST_JULIAN);
  last_day = CLAMP (last_day, 1, LAST_JULIAN);
  switch (step->unit)
    {
    case LDR_CHART_DATE_DAY:
      add_days (days, first_day, last_day, count, 0);
      break;
    case LDR_CHART_DATE_WEEK:
      add_days (days, first_day, last_day, count * DAYS_A_WEEK, MONDAY_JULIAN + first_weekday);
      break;
    case LDR_CHART_DATE_MONTH:
      add_months (days, first_day, last_day, count);
      break;
    case LDR_CHART_DATE_YEAR:
      add_months (days, first_day, last_day, count * 12);
      break;
    }
  return days;
}

/**
 * ldr_chart_format_day:
 * @day: a Julian day
 * @format: as for g_date_time_format()
 *
 * Returns: (transfer full): the day in the locale's words; empty beyond the years 1 to 9999
 */
char *
ldr_chart_format_day (int day, const char *format)
{
  g_autoptr (GDateTime) moment = NULL;
  char *text;
  GDate date;

  if (day < 1 || day > LAST_JULIAN)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) day);
  moment = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  text = g_date_time_format (moment, format);
  return text != NULL ? text : g_strdup ("");
}

/**
 * ldr_chart_format_date:
 * @step: the step between the dates of an axis
 * @day: one of them
 *
 * Returns: (transfer full): what stands at the axis there; where it is not a year, the year is not in it
 */
char *
ldr_chart_format_date (const LdrChartDateStep *step, int day)
{
  switch (step->unit)
    {
    case LDR_CHART_DATE_DAY:
    case LDR_CHART_DATE_WEEK:
      /* Translators: a day at the axis of a chart, such as "3 Nov" */
      return ldr_chart_format_day (day, C_ ("chart axis", "%-e %b"));
    case LDR_CHART_DATE_MONTH:
      /* Translators: a month at the axis of a chart, such as "Nov" */
      return ldr_chart_format_day (day, C_ ("chart axis", "%b"));
    case LDR_CHART_DATE_YEAR:
      break;
    }
  /* Translators: a year at the axis of a chart, such as "2026" */
  return ldr_chart_format_day (day, C_ ("chart axis", "%Y"));
}

/**
 * ldr_chart_get_year:
 * @day: a Julian day
 *
 * Returns: its year
 */
int
ldr_chart_get_year (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) CLAMP (day, 1, LAST_JULIAN));
  return g_date_get_year (&date);
}

/**
 * ldr_chart_get_first_weekday:
 *
 * Returns: with which day a week begins in the locale, 0 for Monday
 */
int
ldr_chart_get_first_weekday (void)
{
  /* The C library counts from the day that it names as the first of its list: Sunday 1997-11-30 or Monday 1997-12-01.
   */
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  int origin = (int) (gintptr) nl_langinfo (_NL_TIME_WEEK_1STDAY);

  return (first - 1 + (origin == 19971201 ? 0 : DAYS_A_WEEK - 1)) % DAYS_A_WEEK;
}
