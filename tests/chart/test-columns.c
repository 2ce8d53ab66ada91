/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "chart/ldr-columns-private.h"
#include "chart/ldr-columns.h"
#include "ldr-chart-testing.h"

/* August to November 2026: nothing in September. */
static LdrColumnsData *
make_data (LdrChartPeriod period)
{
  LdrColumnsData *data = ldr_columns_data_new ("Colours", NULL, NULL, period, NOVEMBER - 92, NOVEMBER + 29);

  ldr_columns_data_add_series (data, "Red", "red", LDR_CHART_HATCH_NONE);
  ldr_columns_data_add_series (data, "Green", "green", LDR_CHART_HATCH_RISING);
  ldr_columns_data_add_value (data, 0, NOVEMBER - 92, 2);
  ldr_columns_data_add_value (data, 1, NOVEMBER - 90, 1);
  ldr_columns_data_add_value (data, 0, NOVEMBER - 1, 3);
  ldr_columns_data_add_value (data, 0, NOVEMBER, 1);
  ldr_columns_data_add_value (data, 1, NOVEMBER + 29, 4);
  ldr_columns_data_add_value (data, 1, NOVEMBER + 30, 100);
  ldr_columns_data_add_value (data, 1, NOVEMBER - 93, 100);
  return data;
}

static void
test_words (void)
{
  static const char *const spoken[] = {
    "August 2026. Green: 1. Red: 2. Together 3.",
    "September 2026: nothing.",
    "October 2026. Red: 3.",
    "November 2026. Green: 4. Red: 1. Together 5.",
  };
  g_autoptr (LdrColumnsData) data = make_data (LDR_CHART_PERIOD_NONE);
  g_autoptr (LdrColumnsData) by_month = make_data (LDR_CHART_PERIOD_MONTH);
  g_autoptr (LdrColumnsData) empty
      = ldr_columns_data_new ("Empty", NULL, NULL, LDR_CHART_PERIOD_NONE, NOVEMBER, NOVEMBER);
  g_autoptr (LdrChart) chart = ldr_columns_new (by_month);
  g_autofree char *table = ldr_chart_testing_read_table (chart);
  g_autofree char *nothing = ldr_columns_data_get_description (empty);
  g_autofree char *note = ldr_columns_data_note_column (by_month, 0);
  g_autofree char *empty_note = ldr_columns_data_note_column (by_month, 1);

  g_assert_cmpint (data->period, ==, LDR_CHART_PERIOD_WEEK);
  g_assert_cmpuint (by_month->columns->len, ==, G_N_ELEMENTS (spoken));
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *words = ldr_columns_data_read_column (by_month, i);

      g_assert_cmpstr (words, ==, spoken[i]);
    }
  g_assert_cmpstr (note, ==, "August 2026\nGreen: 1\nRed: 2\ntogether 3");
  g_assert_cmpstr (empty_note, ==, "September 2026\nnothing");
  g_assert_cmpstr (table, ==,
                   "Month|Red|Green|Together\nNovember 2026|1|4|5\nOctober 2026|3|0|3\nSeptember 2026|0|0|0\nAugust "
                   "2026|2|1|3");
  g_assert_cmpstr (nothing, ==, "Nothing in these days.");
}

/* Whatever the period, nothing is lost and nothing counts twice; periods follow one another without a hole. */
static void
test_sums (void)
{
  for (int period = LDR_CHART_PERIOD_DAY; period <= LDR_CHART_PERIOD_YEAR; period++)
    {
      g_autoptr (LdrColumnsData) data = make_data ((LdrChartPeriod) period);
      double sums[2] = { 0 };
      int day = data->first_day;

      for (guint i = 0; i < data->columns->len; i++)
        {
          const LdrColumn *column = g_ptr_array_index (data->columns, i);

          g_assert_cmpint (column->start, ==, day);
          g_assert_cmpint (column->first_day, <=, day);
          g_assert_cmpfloat (column->total, ==, column->values[0] + column->values[1]);
          sums[0] += column->values[0];
          sums[1] += column->values[1];
          day = column->end + 1;
        }
      g_assert_cmpint (day, ==, data->last_day + 1);
      g_assert_cmpfloat (sums[0], ==, 6);
      g_assert_cmpfloat (sums[1], ==, 5);
    }
}

/* Parts stand upon one another and are as high as their values; columns are apart, in the order of time. */
static void
test_geometry (void)
{
  g_autoptr (LdrColumnsData) data = make_data (LDR_CHART_PERIOD_MONTH);

  for (int right_to_left = 0; right_to_left < 2; right_to_left++)
    {
      LdrChartSetting setting = { ldr_chart_testing_get_context (), right_to_left == 1, 2026, 500, 240 };
      g_autoptr (LdrColumnsPicture) picture = ldr_columns_picture_new (data, &setting);
      double unit = ldr_columns_picture_get_column (picture, 0).size.height / 3;
      double zero = ldr_chart_scale_map (&picture->frame->values, 0);

      for (guint i = 0; i < data->columns->len; i++)
        {
          const LdrColumn *column = g_ptr_array_index (data->columns, i);
          graphene_rect_t lower = ldr_columns_picture_get_part (picture, i, 0);
          graphene_rect_t upper = ldr_columns_picture_get_part (picture, i, 1);
          graphene_rect_t whole = ldr_columns_picture_get_column (picture, i);

          g_assert_cmpfloat_with_epsilon (lower.size.height, column->values[0] * unit, 0.01);
          g_assert_cmpfloat_with_epsilon (upper.size.height, column->values[1] * unit, 0.01);
          g_assert_cmpfloat_with_epsilon (lower.origin.y + lower.size.height, zero, 0.01);
          g_assert_cmpfloat_with_epsilon (upper.origin.y + upper.size.height, lower.origin.y, 0.01);
          g_assert_true (graphene_rect_contains_rect (&picture->frame->plot, &whole));
          g_assert_cmpint (ldr_columns_picture_pick (picture, whole.origin.x + whole.size.width / 2, zero - 1), ==, i);
          if (i > 0)
            {
              graphene_rect_t before = ldr_columns_picture_get_column (picture, i - 1);

              g_assert_true (right_to_left == 1 ? whole.origin.x + whole.size.width < before.origin.x
                                                : before.origin.x + before.size.width < whole.origin.x);
            }
        }
      g_assert_cmpint (ldr_columns_picture_pick (picture, 1, 1), ==, LDR_CHART_NO_STOP);
      g_assert_true (picture->legend->is_placed);
    }
}

/* The lines of a hatch stay within its area, and none is missing from it. */
static void
test_hatches (void)
{
  static const graphene_rect_t rects[]
      = { { { 10, 20 }, { 30, 40 } }, { { 0.5f, -3 }, { 100, 4 } }, { { 7, 7 }, { 1, 60 } } };

  for (int hatch = 0; hatch < LDR_CHART_N_HATCHES; hatch++)
    for (gsize i = 0; i < G_N_ELEMENTS (rects); i++)
      {
        g_autoptr (GskPath) path = ldr_chart_hatch_make_path ((LdrChartHatch) hatch, &rects[i], 5);
        graphene_rect_t bounds;

        g_assert_true (gsk_path_is_empty (path) == (hatch == LDR_CHART_HATCH_NONE) || rects[i].size.height < 5
                       || rects[i].size.width < 5);
        if (!gsk_path_get_bounds (path, &bounds))
          continue;
        g_assert_cmpfloat (bounds.origin.x, >=, rects[i].origin.x - 0.01);
        g_assert_cmpfloat (bounds.origin.y, >=, rects[i].origin.y - 0.01);
        g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, rects[i].origin.x + rects[i].size.width + 0.01);
        g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, rects[i].origin.y + rects[i].size.height + 0.01);
      }
}

static void
activated_cb (GtkWidget *area, guint stop, int first_day, int last_day, int *told)
{
  told[0] = (int) stop;
  told[1] = first_day;
  told[2] = last_day;
}

/* Enter tells which point is meant; without any it is left to others. */
static void
test_activation (void)
{
  g_autoptr (LdrColumnsData) data = make_data (LDR_CHART_PERIOD_MONTH);
  g_autoptr (LdrChart) chart = ldr_columns_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 500, 240);
  int told[3] = { 0 };

  g_signal_connect (area, "activated", G_CALLBACK (activated_cb), told);
  g_assert_false (ldr_chart_testing_press (area, GDK_KEY_Return));
  g_assert_cmpint (told[1], ==, 0);
  ldr_chart_testing_press (area, GDK_KEY_End);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Return));
  g_assert_cmpint (told[0], ==, 3);
  g_assert_cmpint (told[1], ==, NOVEMBER);
  g_assert_cmpint (told[2], ==, NOVEMBER + 29);
  g_assert_finalize_object (area);
}

/* One value that is not whole, and all are written with a decimal. */
static void
test_fractions (void)
{
  g_autoptr (LdrColumnsData) data = make_data (LDR_CHART_PERIOD_MONTH);
  g_autofree char *words = NULL;

  g_assert_true (data->whole);
  ldr_columns_data_add_value (data, 0, NOVEMBER - 1, 0.5);
  g_assert_false (data->whole);
  words = ldr_columns_data_read_column (data, 2);
  g_assert_cmpstr (words, ==, "October 2026. Red: 3.5.");
}

static void
test_widget (void)
{
  g_autoptr (LdrColumnsData) data = make_data (LDR_CHART_PERIOD_MONTH);
  g_autoptr (LdrChart) chart = ldr_columns_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 500, 240);
  int first_day, last_day;

  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Left));
  g_assert_cmpint (ldr_chart_area_get_stop (LDR_CHART_AREA (area)), ==, 3);
  ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, NOVEMBER);
  g_assert_cmpint (last_day, ==, NOVEMBER + 29);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Left));
  g_assert_cmpint (ldr_chart_area_get_stop (LDR_CHART_AREA (area)), ==, 2);
  g_assert_false (ldr_chart_testing_press (area, GDK_KEY_Up));
  g_assert_finalize_object (area);
  ldr_chart_testing_assert_widget (chart, "Colours", "Green: 5. Red: 6.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/columns/words", test_words);
  g_test_add_func ("/columns/sums", test_sums);
  g_test_add_func ("/columns/geometry", test_geometry);
  g_test_add_func ("/columns/hatches", test_hatches);
  g_test_add_func ("/columns/activation", test_activation);
  g_test_add_func ("/columns/fractions", test_fractions);
  g_test_add_func ("/columns/widget", test_widget);
  return g_test_run ();
}
