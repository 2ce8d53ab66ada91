/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "chart/ldr-chart-ticks.h"

static void
test_values (void)
{
  static const struct
  {
    double low, high;
    guint most;
    gboolean whole;
    double first, step;
    guint n;
    guint decimals;
  } cases[] = {
    { 0, 10, 6, TRUE, 0, 2, 6, 0 },          { 0, 10, 11, TRUE, 0, 1, 11, 0 },
    { 0, 10, 5, TRUE, 0, 5, 3, 0 },          { 0, 10, 2, TRUE, 0, 10, 2, 0 },
    { 0, 10, 0, TRUE, 0, 10, 2, 0 },         { 0, 7, 5, TRUE, 0, 2, 5, 0 },
    { 62, 79, 6, FALSE, 60, 5, 5, 0 },       { 1, 3, 20, TRUE, 1, 1, 3, 0 },
    { 0.1, 0.3, 5, FALSE, 0.1, 0.05, 5, 2 }, { -3, 4, 5, FALSE, -4, 2, 5, 0 },
    { -80, -20, 5, FALSE, -80, 20, 4, 0 },   { 5, 5, 6, TRUE, 4, 1, 3, 0 },
    { 78, 78, 6, FALSE, 65, 5, 6, 0 },       { 0, 0, 6, TRUE, 0, 1, 2, 0 },
    { -2, -2, 6, TRUE, -3, 1, 3, 0 },        { 0, 1e6, 6, FALSE, 0, 200000, 6, 0 },
    { 0, 0.004, 5, FALSE, 0, 0.001, 5, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrChartTicks ticks = ldr_chart_ticks_choose (cases[i].low, cases[i].high, cases[i].most, cases[i].whole);

      g_test_message ("%g to %g: from %g by %g", cases[i].low, cases[i].high, ticks.first, ticks.step);
      g_assert_cmpfloat_with_epsilon (ticks.first, cases[i].first, 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks.step, cases[i].step, 1e-9);
      g_assert_cmpuint (ticks.n, ==, cases[i].n);
      g_assert_cmpuint (ticks.decimals, ==, cases[i].decimals);
    }
}

/* Whatever the range: never more than asked for, never short of the range, always 1, 2 or 5. */
static void
test_any_values (void)
{
  for (int round = 0; round < 5000; round++)
    {
      double size = pow (10, g_test_rand_double_range (-9, 15));
      double low = g_test_rand_double_range (-1, 1) * size;
      double high = low + g_test_rand_double_range (0, 1) * size;
      guint most = (guint) g_test_rand_int_range (2, 15);
      gboolean whole = g_test_rand_bit ();
      LdrChartTicks ticks = ldr_chart_ticks_choose (low, high, most, whole);
      double part = ticks.step / pow (10, floor (log10 (ticks.step) + 1e-6));
      double slack = ticks.step * 1e-5;

      g_assert_cmpuint (ticks.n, >=, 2);
      g_assert_cmpuint (ticks.n, <=, most);
      g_assert_cmpfloat (ticks.first, <=, low + slack);
      g_assert_cmpfloat (ldr_chart_ticks_get (&ticks, ticks.n - 1), >=, high - slack);
      g_assert_true (fabs (part - 1) < 1e-6 || fabs (part - 2) < 1e-6 || fabs (part - 5) < 1e-6);
      g_assert_true (!whole || ticks.step >= 1);
    }
}

static void
test_extremes (void)
{
  LdrChartTicks ticks = ldr_chart_ticks_choose (-G_MAXDOUBLE, G_MAXDOUBLE, 6, FALSE);

  g_assert_cmpuint (ticks.n, >=, 2);
  g_assert_cmpuint (ticks.n, <=, 6);
  ticks = ldr_chart_ticks_choose (G_MINDOUBLE, 2 * G_MINDOUBLE, 6, FALSE);
  g_assert_cmpuint (ticks.n, >=, 2);
  g_assert_cmpuint (ticks.n, <=, 6);
}

static void
test_exact (void)
{
  LdrChartTicks ticks = ldr_chart_ticks_choose (0, 0.7, 9, FALSE);

  g_assert_cmpfloat (ldr_chart_ticks_get (&ticks, 3), ==, 0.3);
  g_assert_cmpfloat (ldr_chart_ticks_get (&ticks, 7), ==, 0.7);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *english;
    const char *dutch;
  } cases[] = {
    { 7, 0, "7", "7" },
    { 0.5, 1, "0.5", "0,5" },
    { -2, 0, "−2", "−2" },
    { -0.0, 1, "0.0", "0,0" },
    { -0.04, 1, "0.0", "0,0" },
    { 1200, 0, "1,200", "1.200" },
    { 5e12, 0, "5e+12", "5e+12" },
    { 1e9, 0, "1,000,000,000", "1.000.000.000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = ldr_chart_format_value (cases[i].value, cases[i].decimals);
      g_autofree char *dutch = NULL;

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_nonnull (setlocale (LC_ALL, "nl_NL.UTF-8"));
      dutch = ldr_chart_format_value (cases[i].value, cases[i].decimals);
      g_assert_cmpstr (dutch, ==, cases[i].dutch);
      g_assert_nonnull (setlocale (LC_ALL, "en_GB.UTF-8"));
    }
}

static int
parse_day (const char *text)
{
  GDate date;
  int year, month, day;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *first, *last;
    LdrChartDateStep step;
    int first_weekday;
    const char *expected;
  } cases[] = {
    { "2026-11-20", "2026-11-22", { LDR_CHART_DATE_DAY, 1 }, 0, "20 Nov|21 Nov|22 Nov" },
    { "2026-11-20", "2026-11-20", { LDR_CHART_DATE_DAY, 1 }, 0, "20 Nov" },
    { "2026-11-20", "2026-11-23", { LDR_CHART_DATE_DAY, 2 }, 0, "20 Nov|22 Nov" },
    { "2026-11-03", "2026-11-22", { LDR_CHART_DATE_WEEK, 1 }, 0, "9 Nov|16 Nov" },
    { "2026-11-02", "2026-11-16", { LDR_CHART_DATE_WEEK, 1 }, 0, "2 Nov|9 Nov|16 Nov" },
    { "2026-11-03", "2026-11-22", { LDR_CHART_DATE_WEEK, 1 }, 6, "8 Nov|15 Nov|22 Nov" },
    { "2026-11-03", "2026-11-05", { LDR_CHART_DATE_WEEK, 2 }, 0, "" },
    { "2026-11-02", "2027-02-01", { LDR_CHART_DATE_MONTH, 1 }, 0, "Dec|Jan|Feb" },
    { "2026-11-02", "2027-09-01", { LDR_CHART_DATE_MONTH, 3 }, 0, "Jan|Apr|Jul" },
    { "2024-02-29", "2024-03-01", { LDR_CHART_DATE_MONTH, 1 }, 0, "Mar" },
    { "2019-06-01", "2027-09-01", { LDR_CHART_DATE_YEAR, 2 }, 0, "2020|2022|2024|2026" },
    { "0001-01-01", "0003-01-01", { LDR_CHART_DATE_YEAR, 1 }, 0, "1|2|3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) days = ldr_chart_list_dates (parse_day (cases[i].first), parse_day (cases[i].last),
                                                      &cases[i].step, cases[i].first_weekday);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < days->len; j++)
        {
          g_autofree char *label = ldr_chart_format_date (&cases[i].step, g_array_index (days, int, j));

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", label);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* Every day of a century at every step: in order, inside the range, and where the unit begins. */
static void
test_any_dates (void)
{
  guint n_steps;
  const LdrChartDateStep *steps = ldr_chart_list_date_steps (&n_steps);
  guint n_before = G_MAXUINT;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (GArray) days = ldr_chart_list_dates (700000, 736525, &steps[i], 0);

      g_assert_cmpuint (days->len, >, 0);
      g_assert_cmpuint (days->len, <, n_before);
      n_before = days->len;
      for (guint j = 0; j < days->len; j++)
        {
          int day = g_array_index (days, int, j);
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_julian (&date, (guint) day);
          g_assert_cmpint (day, >=, 700000);
          g_assert_cmpint (day, <=, 736525);
          g_assert_true (j == 0 || day > g_array_index (days, int, j - 1));
          g_assert_true (steps[i].unit != LDR_CHART_DATE_WEEK || g_date_get_weekday (&date) == G_DATE_MONDAY);
          g_assert_true (steps[i].unit < LDR_CHART_DATE_MONTH || g_date_get_day (&date) == 1);
          g_assert_true (steps[i].unit < LDR_CHART_DATE_YEAR || g_date_get_month (&date) == G_DATE_JANUARY);
        }
    }
}

/* A day that no calendar has is no reason to fail. */
static void
test_strange_days (void)
{
  static const int days[] = { G_MININT, -1, 0, 4000000, G_MAXINT };
  const LdrChartDateStep month = { LDR_CHART_DATE_MONTH, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = ldr_chart_format_day (days[i], "%Y");
      g_autoptr (GArray) none = ldr_chart_list_dates (days[i], days[i], &month, 0);

      g_assert_cmpstr (text, ==, "");
      g_assert_cmpuint (none->len, <=, 1);
    }
}

static void
test_locale (void)
{
  const LdrChartDateStep month = { LDR_CHART_DATE_MONTH, 1 };
  g_autofree char *label = NULL;

  g_assert_cmpint (ldr_chart_get_first_weekday (), ==, 0);
  g_assert_cmpint (ldr_chart_get_year (parse_day ("2026-12-31")), ==, 2026);
  g_assert_nonnull (setlocale (LC_ALL, "nl_NL.UTF-8"));
  g_assert_cmpint (ldr_chart_get_first_weekday (), ==, 0);
  label = ldr_chart_format_date (&month, parse_day ("2026-03-01"));
  g_assert_cmpstr (label, ==, "mrt");
  if (setlocale (LC_ALL, "he_IL.UTF-8") != NULL)
    g_assert_cmpint (ldr_chart_get_first_weekday (), ==, 6);
  g_assert_nonnull (setlocale (LC_ALL, "en_GB.UTF-8"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/values", test_values);
  g_test_add_func ("/ticks/any-values", test_any_values);
  g_test_add_func ("/ticks/extremes", test_extremes);
  g_test_add_func ("/ticks/exact", test_exact);
  g_test_add_func ("/ticks/numbers", test_numbers);
  g_test_add_func ("/ticks/dates", test_dates);
  g_test_add_func ("/ticks/any-dates", test_any_dates);
  g_test_add_func ("/ticks/strange-days", test_strange_days);
  g_test_add_func ("/ticks/locale", test_locale);
  return g_test_run ();
}
