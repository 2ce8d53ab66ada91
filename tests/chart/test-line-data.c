/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "chart/ldr-line-data.h"

/* Sunday 1 November 2026. */
#define NOVEMBER 739921

static const LdrChartPoint red[] = { { NOVEMBER, 3 }, { NOVEMBER + 2, 5 }, { NOVEMBER + 4, NAN }, { NOVEMBER + 6, 7 } };
static const char *const red_texts[] = { "3 of 10", "5 of 10", "skipped", "7 of 10" };
static const LdrChartPoint green[]
    = { { NOVEMBER + 2, 4 }, { NOVEMBER + 2, 6 }, { NOVEMBER + 3, NAN }, { NOVEMBER + 9, 8 } };
static const char *const green_texts[] = { "4", "6", NULL, "8" };

static LdrLineData *
make_data (guint n_series)
{
  LdrLineData *data = ldr_line_data_new ("Colours", "Red rises.", NULL);

  if (n_series > 0)
    ldr_line_data_add_series (data, "Red", NULL, LDR_CHART_PEN_SOLID, red, red_texts, G_N_ELEMENTS (red));
  if (n_series > 1)
    ldr_line_data_add_series (data, "Green", NULL, LDR_CHART_PEN_DASHED, green, green_texts, G_N_ELEMENTS (green));
  return data;
}

static void
test_days (void)
{
  g_autoptr (LdrLineData) none = make_data (0);
  g_autoptr (LdrLineData) both = make_data (2);
  g_autoptr (LdrLineData) set = make_data (2);
  int first, last;

  g_assert_false (ldr_line_data_get_days (none, &first, &last));
  g_assert_true (ldr_line_data_get_days (both, &first, &last));
  g_assert_cmpint (first, ==, NOVEMBER);
  g_assert_cmpint (last, ==, NOVEMBER + 9);
  ldr_line_data_set_days (set, NOVEMBER + 1, LDR_LINE_NO_DAY);
  g_assert_true (ldr_line_data_get_days (set, &first, &last));
  g_assert_cmpint (first, ==, NOVEMBER + 1);
  g_assert_cmpint (last, ==, NOVEMBER + 9);
  ldr_line_data_set_days (none, NOVEMBER - 30, NOVEMBER + 30);
  g_assert_true (ldr_line_data_get_days (none, &first, &last));
  g_assert_cmpint (last, ==, NOVEMBER + 30);
}

static void
test_range (void)
{
  static const struct
  {
    double values[3];
    double low_set, high_set;
    double target_low, target_high;
    double low, high;
  } cases[] = {
    { { 3, 5, 7 }, NAN, NAN, NAN, NAN, 0, 7 },
    { { 62, 70, 78 }, NAN, NAN, NAN, NAN, 62, 78 },
    { { 3, 5, 7 }, 0, 10, NAN, NAN, 0, 10 },
    { { 3, 5, 7 }, 1, NAN, NAN, NAN, 1, 7 },
    { { 62, 70, 78 }, NAN, NAN, 82, 82, 62, 82 },
    { { 62, 70, 78 }, NAN, NAN, 80, INFINITY, 62, 81.8 },
    { { -7, -5, -3 }, NAN, NAN, NAN, NAN, -7, 0 },
    { { -70, -65, -68 }, NAN, NAN, NAN, NAN, -70, -65 },
    { { 70, 72, 71 }, NAN, NAN, -INFINITY, 60, 58.8, 72 },
    { { 5, 5, 5 }, NAN, NAN, NAN, NAN, 5, 5 },
    { { NAN, 5, NAN }, NAN, NAN, NAN, NAN, 5, 5 },
    { { -2, 1, 9 }, NAN, NAN, NAN, NAN, -2, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrLineData) data = make_data (0);
      LdrChartPoint points[3];
      double low, high;

      for (int j = 0; j < 3; j++)
        points[j] = (LdrChartPoint) { NOVEMBER + j, cases[i].values[j] };
      ldr_line_data_add_series (data, "x", NULL, LDR_CHART_PEN_SOLID, points, (const char *[]) { "", "", "" }, 3);
      ldr_line_data_set_range (data, cases[i].low_set, cases[i].high_set, FALSE);
      if (!isnan (cases[i].target_low))
        ldr_line_data_add_target (data, "t", NULL, cases[i].target_low, cases[i].target_high, LDR_LINE_NO_DAY,
                                  LDR_LINE_NO_DAY);
      g_assert_true (ldr_line_data_get_range (data, &low, &high));
      g_test_message ("case %d: %g to %g", (int) i, low, high);
      g_assert_cmpfloat_with_epsilon (low, cases[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (high, cases[i].high, 1e-9);
    }
}

/* Days that are not shown have no say in the range. */
static void
test_hidden (void)
{
  g_autoptr (LdrLineData) data = make_data (1);
  double low, high;

  ldr_line_data_set_range (data, 1, NAN, TRUE);
  ldr_line_data_set_days (data, NOVEMBER - 5, NOVEMBER + 2);
  g_assert_true (ldr_line_data_get_range (data, &low, &high));
  g_assert_cmpfloat (high, ==, 5);
  ldr_line_data_set_days (data, NOVEMBER + 3, NOVEMBER + 5);
  g_assert_false (ldr_line_data_get_range (data, &low, &high));
}

/* The stops with what is read out at each, one a line. */
static char *
read_all (const LdrLineData *data)
{
  g_autoptr (GArray) stops = ldr_line_data_list_stops (data);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < stops->len; i++)
    {
      g_autofree char *stop = ldr_line_data_read_stop (data, stops, i);

      g_string_append_printf (words, "%s\n", stop);
    }
  return g_string_free_and_steal (words);
}

static void
test_reading (void)
{
  g_autoptr (LdrLineData) one = make_data (1);
  g_autoptr (LdrLineData) two = make_data (2);
  g_autoptr (GArray) stops = NULL;
  g_autofree char *of_one = NULL;
  g_autofree char *of_two = NULL;
  g_autofree char *note = NULL;

  ldr_line_data_add_break (one, NOVEMBER + 3, LDR_LINE_ALL_SERIES, "new wording");
  ldr_line_data_add_break (one, NOVEMBER + 7, LDR_LINE_ALL_SERIES, "too late to matter");
  of_one = read_all (one);
  g_assert_cmpstr (of_one, ==,
                   "1 November 2026: 3 of 10\n3 November 2026: 5 of 10\n"
                   "Changed: new wording. 5 November 2026: skipped\n7 November 2026: 7 of 10\n");
  of_two = read_all (two);
  g_assert_cmpstr (of_two, ==,
                   "1 November 2026. Red: 3 of 10.\n3 November 2026. Red: 5 of 10. Green: 4, 6.\n"
                   "5 November 2026. Red: skipped.\n7 November 2026. Red: 7 of 10.\n10 November 2026. Green: 8.\n");
  stops = ldr_line_data_list_stops (two);
  note = ldr_line_data_note_stop (two, stops, 1);
  g_assert_cmpstr (note, ==, "Tue 3 Nov 2026\nRed: 5 of 10\nGreen: 4, 6");
  g_clear_pointer (&note, g_free);
  g_clear_pointer (&stops, g_array_unref);
  stops = ldr_line_data_list_stops (one);
  note = ldr_line_data_note_stop (one, stops, 2);
  g_assert_cmpstr (note, ==, "Thu 5 Nov 2026\nskipped\nnew wording");
}

static void
test_shown_stops (void)
{
  g_autoptr (LdrLineData) data = make_data (2);
  g_autofree char *words = NULL;

  ldr_line_data_set_days (data, NOVEMBER + 3, NOVEMBER + 6);
  words = read_all (data);
  g_assert_cmpstr (words, ==, "5 November 2026. Red: skipped.\n7 November 2026. Red: 7 of 10.\n");
}

static char *
describe_table (const LdrChartTable *table)
{
  GString *words = g_string_new (NULL);
  g_autofree char *heads = g_strjoinv ("|", table->columns);

  g_string_append_printf (words, "%s\n", heads);
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (table->rows, i));

      g_string_append_printf (words, "%s\n", row);
    }
  return g_string_free_and_steal (words);
}

static void
test_table (void)
{
  g_autoptr (LdrLineData) data = make_data (2);
  g_autoptr (LdrChartTable) plain = ldr_line_data_make_table (data);
  g_autoptr (LdrLineData) broken = make_data (1);
  g_autoptr (LdrChartTable) with_change = NULL;
  g_autofree char *first = describe_table (plain);
  g_autofree char *second = NULL;

  g_assert_cmpstr (plain->title, ==, "Colours");
  g_assert_cmpstr (first, ==,
                   "Day|Red|Green\n10 Nov 2026||8\n7 Nov 2026|7 of 10|\n5 Nov 2026|skipped|\n"
                   "3 Nov 2026|5 of 10|4, 6\n1 Nov 2026|3 of 10|\n");
  ldr_line_data_add_break (broken, NOVEMBER + 5, 0, "wording");
  ldr_line_data_add_break (broken, NOVEMBER + 6, 0, "target");
  with_change = ldr_line_data_make_table (broken);
  second = describe_table (with_change);
  g_assert_cmpstr (second, ==,
                   "Day|Red|Change\n7 Nov 2026|7 of 10|wording, target\n5 Nov 2026|skipped|\n"
                   "3 Nov 2026|5 of 10|\n1 Nov 2026|3 of 10|\n");
}

/* Red by day; Green by week, in three weeks of which the axis shows the end of the first and the start of the last. */
static LdrLineData *
make_periods (gboolean is_whole)
{
  static const LdrChartPoint weeks[] = { { NOVEMBER - 6, 2 }, { NOVEMBER + 1, 4 }, { NOVEMBER + 8, 1 } };
  LdrLineData *data = make_data (1);

  ldr_line_data_add_series (data, "Green", NULL, LDR_CHART_PEN_DASHED, weeks, (const char *[]) { "2", "4", "1" }, 3);
  ldr_line_data_set_period (data, 1, LDR_CHART_PERIOD_WEEK, is_whole);
  ldr_line_data_set_days (data, NOVEMBER, NOVEMBER + 9);
  return data;
}

static void
test_periods (void)
{
  g_autoptr (LdrLineData) data = make_periods (FALSE);
  g_autoptr (LdrLineData) free_of_days = make_periods (FALSE);
  g_autoptr (GArray) stops = ldr_line_data_list_stops (data);
  g_autoptr (LdrChartTable) table = ldr_line_data_make_table (data);
  g_autofree char *words = read_all (data);
  g_autofree char *cells = describe_table (table);
  g_autofree char *note = ldr_line_data_note_stop (data, stops, 4);
  g_autofree char *summary = ldr_line_data_summarise_series (g_ptr_array_index (data->series, 1));
  int first, last;

  g_assert_cmpstr (words, ==,
                   "1 November 2026. Red: 3 of 10.\nweek of 26 October 2026. Green: 2.\n"
                   "3 November 2026. Red: 5 of 10.\n5 November 2026. Red: skipped.\n"
                   "week of 2 November 2026. Green: 4.\n7 November 2026. Red: 7 of 10.\n"
                   "week of 9 November 2026. Green: 1.\n");
  g_assert_cmpstr (cells, ==,
                   "When|Red|Green\nweek of 9 November 2026||1\n7 Nov 2026|7 of 10|\n"
                   "week of 2 November 2026||4\n5 Nov 2026|skipped|\n3 Nov 2026|5 of 10|\n"
                   "week of 26 October 2026||2\n1 Nov 2026|3 of 10|\n");
  g_assert_cmpstr (note, ==, "week of 2 November 2026\nGreen: 4");
  g_assert_cmpstr (summary, ==, "Green: 1 (week of 9 November 2026).");
  ldr_line_data_set_days (free_of_days, LDR_LINE_NO_DAY, LDR_LINE_NO_DAY);
  g_assert_true (ldr_line_data_get_days (free_of_days, &first, &last));
  g_assert_cmpint (first, ==, NOVEMBER - 6);
  g_assert_cmpint (last, ==, NOVEMBER + 14);
}

/* Beside the words stands the number: not that of several values, but that of one after a gap. */
static void
test_numbers (void)
{
  static const LdrChartPoint points[]
      = { { NOVEMBER, 2 }, { NOVEMBER, 3 }, { NOVEMBER + 8, NAN }, { NOVEMBER + 8, 4 } };
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Numbers", NULL, NULL);
  g_autoptr (LdrChartTable) table = NULL;

  ldr_line_data_add_series (data, "Red", NULL, LDR_CHART_PEN_SOLID, points, (const char *[]) { "2", "3", NULL, "4" },
                            4);
  ldr_line_data_set_period (data, 0, LDR_CHART_PERIOD_WEEK, TRUE);
  table = ldr_line_data_make_table (data);
  g_assert_cmpfloat (ldr_chart_table_get_row (table, 0)->values[1], ==, 4);
  g_assert_cmpint (ldr_chart_table_get_row (table, 0)->first_day, ==, NOVEMBER + 8);
  g_assert_cmpint (ldr_chart_table_get_row (table, 0)->last_day, ==, NOVEMBER + 14);
  g_assert_true (isnan (ldr_chart_table_get_row (table, 1)->values[1]));
}

/* A value stands in the middle of its shown days, and is of these or of all days of its period. */
static void
test_spans (void)
{
  static const struct
  {
    gboolean is_whole;
    guint stop;
    int first, last, place;
  } cases[] = {
    { FALSE, 1, 0, 0, 0 }, { FALSE, 4, 1, 7, 4 }, { FALSE, 6, 8, 9, 8 }, { TRUE, 1, -6, 0, 0 },
    { TRUE, 4, 1, 7, 4 },  { TRUE, 6, 8, 14, 8 }, { FALSE, 2, 2, 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrLineData) data = make_periods (cases[i].is_whole);
      g_autoptr (GArray) stops = ldr_line_data_list_stops (data);
      const LdrLineStop *stop = &g_array_index (stops, LdrLineStop, cases[i].stop);

      g_assert_cmpuint (stops->len, ==, 7);
      g_assert_cmpint (stop->first_day, ==, NOVEMBER + cases[i].first);
      g_assert_cmpint (stop->last_day, ==, NOVEMBER + cases[i].last);
      g_assert_cmpint (stop->day, ==, NOVEMBER + cases[i].place);
    }
}

/* A course is only told from four values on; gaps do not count. */
static void
test_summary (void)
{
  static const LdrChartPoint points[]
      = { { NOVEMBER, NAN }, { NOVEMBER + 1, 2 }, { NOVEMBER + 2, 3 }, { NOVEMBER + 3, 3 }, { NOVEMBER + 4, 6 } };
  static const char *const texts[] = { "skipped", "2", "3", "3", "6" };
  static const struct
  {
    guint n;
    const char *expected;
  } cases[] = {
    { 0, "Red: no values yet." },
    { 1, "Red: no values yet." },
    { 2, "Red: 2 (2 November 2026)." },
    { 4, "Red: 3 (4 November 2026)." },
    { 5, "Red: from 2 (2 November 2026) to 6 (5 November 2026)." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrLineData) data = ldr_line_data_new ("Colours", NULL, "");
      g_autofree char *words = NULL;

      g_assert_null (data->unit);
      ldr_line_data_add_series (data, "Red", NULL, LDR_CHART_PEN_SOLID, points, texts, cases[i].n);
      words = ldr_line_data_get_description (data);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static void
test_given_summary (void)
{
  g_autoptr (LdrLineData) data = make_data (2);
  g_autofree char *words = ldr_line_data_get_description (data);

  g_assert_cmpstr (words, ==, "Red rises.");
}

static void
test_no_series (void)
{
  g_autoptr (LdrLineData) data = ldr_line_data_new ("None", NULL, NULL);
  g_autofree char *words = ldr_line_data_get_description (data);

  g_assert_cmpstr (words, ==, "No values yet.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-data/days", test_days);
  g_test_add_func ("/line-data/range", test_range);
  g_test_add_func ("/line-data/hidden", test_hidden);
  g_test_add_func ("/line-data/reading", test_reading);
  g_test_add_func ("/line-data/shown-stops", test_shown_stops);
  g_test_add_func ("/line-data/table", test_table);
  g_test_add_func ("/line-data/periods", test_periods);
  g_test_add_func ("/line-data/spans", test_spans);
  g_test_add_func ("/line-data/numbers", test_numbers);
  g_test_add_func ("/line-data/summary", test_summary);
  g_test_add_func ("/line-data/no-series", test_no_series);
  g_test_add_func ("/line-data/given-summary", test_given_summary);
  return g_test_run ();
}
