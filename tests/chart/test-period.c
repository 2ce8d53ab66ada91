/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "chart/ldr-chart-period.h"

static int
get_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

static void
test_bounds (void)
{
  static const struct
  {
    LdrChartPeriod period;
    int weekday;
    int day[3];
    int first[3];
    int next[3];
    const char *words;
  } cases[] = {
    { LDR_CHART_PERIOD_DAY, 0, { 2026, 2, 28 }, { 2026, 2, 28 }, { 2026, 3, 1 }, "28 February 2026" },
    { LDR_CHART_PERIOD_WEEK, 0, { 2026, 11, 1 }, { 2026, 10, 26 }, { 2026, 11, 2 }, "week of 26 October 2026" },
    { LDR_CHART_PERIOD_WEEK, 0, { 2026, 11, 2 }, { 2026, 11, 2 }, { 2026, 11, 9 }, "week of 2 November 2026" },
    { LDR_CHART_PERIOD_WEEK, 6, { 2026, 11, 1 }, { 2026, 11, 1 }, { 2026, 11, 8 }, "week of 1 November 2026" },
    { LDR_CHART_PERIOD_WEEK, 6, { 2026, 10, 31 }, { 2026, 10, 25 }, { 2026, 11, 1 }, "week of 25 October 2026" },
    { LDR_CHART_PERIOD_WEEK, 5, { 2027, 1, 1 }, { 2026, 12, 26 }, { 2027, 1, 2 }, "week of 26 December 2026" },
    { LDR_CHART_PERIOD_MONTH, 0, { 2028, 2, 29 }, { 2028, 2, 1 }, { 2028, 3, 1 }, "February 2028" },
    { LDR_CHART_PERIOD_MONTH, 0, { 2026, 12, 31 }, { 2026, 12, 1 }, { 2027, 1, 1 }, "December 2026" },
    { LDR_CHART_PERIOD_QUARTER, 0, { 2026, 11, 30 }, { 2026, 10, 1 }, { 2027, 1, 1 }, "quarter 4 of 2026" },
    { LDR_CHART_PERIOD_QUARTER, 0, { 2026, 3, 31 }, { 2026, 1, 1 }, { 2026, 4, 1 }, "quarter 1 of 2026" },
    { LDR_CHART_PERIOD_YEAR, 0, { 2028, 2, 29 }, { 2028, 1, 1 }, { 2029, 1, 1 }, "2028" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int day = get_day (cases[i].day[0], cases[i].day[1], cases[i].day[2]);
      int first = get_day (cases[i].first[0], cases[i].first[1], cases[i].first[2]);
      int next = get_day (cases[i].next[0], cases[i].next[1], cases[i].next[2]);
      g_autofree char *words = ldr_chart_period_format (cases[i].period, first);

      g_assert_cmpint (ldr_chart_period_get_first (cases[i].period, day, cases[i].weekday), ==, first);
      g_assert_cmpint (ldr_chart_period_get_next (cases[i].period, day, cases[i].weekday), ==, next);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Over any axis there is a number of periods that can be looked at. */
static void
test_choice (void)
{
  static const struct
  {
    int n_days;
    LdrChartPeriod period;
  } cases[] = {
    { 1, LDR_CHART_PERIOD_DAY },        { 31, LDR_CHART_PERIOD_DAY },    { 32, LDR_CHART_PERIOD_WEEK },
    { 184, LDR_CHART_PERIOD_WEEK },     { 366, LDR_CHART_PERIOD_MONTH }, { 1096, LDR_CHART_PERIOD_MONTH },
    { 3653, LDR_CHART_PERIOD_QUARTER }, { 9000, LDR_CHART_PERIOD_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_chart_period_choose (739000, 739000 + cases[i].n_days - 1), ==, cases[i].period);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/bounds", test_bounds);
  g_test_add_func ("/period/choice", test_choice);
  return g_test_run ();
}
