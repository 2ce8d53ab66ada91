/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "chart/ldr-multiples-private.h"
#include "chart/ldr-multiples.h"
#include "ldr-chart-testing.h"

static LdrLineData *
make_data (guint n_series)
{
  static const char *const names[] = { "Red", "Green", "Blue", "Grey" };
  LdrLineData *data = ldr_line_data_new ("Colours", NULL, NULL);

  for (guint i = 0; i < n_series; i++)
    {
      LdrChartPoint points[] = { { NOVEMBER + (int) i, 3 + i }, { NOVEMBER + 20, 17.0 }, { NOVEMBER + 40, 5 } };

      ldr_line_data_add_series (data, names[i], NULL, (LdrChartPen) i, points, (const char *[]) { "three", "17", "5" },
                                G_N_ELEMENTS (points));
    }
  ldr_line_data_add_target (data, "target 8", NULL, 8, 8, LDR_LINE_NO_DAY, LDR_LINE_NO_DAY);
  return data;
}

/* All panels have the same values and, within a column, the same days at the same places; only the last has dates. */
static void
test_axes (void)
{
  for (guint n = 1; n <= 4; n++)
    for (int width = 200; width < 1000; width += 200)
      for (int right_to_left = 0; right_to_left < 2; right_to_left++)
        {
          g_autoptr (LdrLineData) data = make_data (n);
          int height = ldr_multiples_measure (data, ldr_chart_testing_get_context (), width);
          LdrChartSetting setting = { ldr_chart_testing_get_context (), right_to_left == 1, 2026, width, height };
          g_autoptr (LdrMultiplesPicture) picture = ldr_multiples_picture_new (data, &setting);

          g_assert_cmpuint (picture->panels->len, ==, n);
          for (guint i = 0; i < n; i++)
            {
              const LdrMultiplesPanel *panel = g_ptr_array_index (picture->panels, i);
              const LdrChartFrame *frame = ldr_line_picture_get_frame (panel->lines);
              gboolean is_last = TRUE;

              g_assert_cmpfloat (frame->values.low, ==, 0);
              g_assert_cmpfloat (frame->values.high, ==, 20);
              g_assert_cmpfloat (panel->place.origin.x, >=, 0);
              g_assert_cmpfloat (panel->place.origin.x + panel->place.size.width, <=, width + 0.5);
              g_assert_cmpfloat (panel->place.origin.y + panel->place.size.height, <=, height + 0.5);
              g_assert_cmpfloat (frame->plot.size.height, >=, 40);
              for (guint j = 0; j < n; j++)
                {
                  const LdrMultiplesPanel *other = g_ptr_array_index (picture->panels, j);
                  const LdrChartFrame *its = ldr_line_picture_get_frame (other->lines);

                  if (j == i)
                    continue;
                  g_assert_false (graphene_rect_intersection (&panel->place, &other->place, NULL));
                  if (other->place.origin.x != panel->place.origin.x)
                    continue;
                  is_last = is_last && other->place.origin.y < panel->place.origin.y;
                  g_assert_cmpfloat (ldr_chart_scale_map (&its->days, NOVEMBER + 9), ==,
                                     ldr_chart_scale_map (&frame->days, NOVEMBER + 9));
                }
              g_assert_cmpint (frame->day_ticks->len > 0, ==, is_last);
              /* The same value stands as high in each, whether there are dates below or not. */
              g_assert_cmpfloat_with_epsilon (
                  frame->plot.size.height,
                  ldr_line_picture_get_frame (((LdrMultiplesPanel *) g_ptr_array_index (picture->panels, 0))->lines)
                      ->plot.size.height,
                  1);
            }
        }
}

static void
test_widget (void)
{
  g_autoptr (LdrLineData) data = make_data (3);
  g_autoptr (LdrLineData) none = ldr_line_data_new ("None", "Nothing yet.", NULL);
  g_autoptr (LdrChart) chart = ldr_multiples_new (data);
  g_autoptr (LdrChart) empty = ldr_multiples_new (none);
  g_autoptr (LdrChartPicture) picture = ldr_chart_testing_lay_out (chart, FALSE, 700, 240);
  g_autofree char *words = ldr_chart_picture_read_stop (picture, 0);
  g_autofree char *table = ldr_chart_testing_read_table (chart);
  GtkWidget *area = ldr_chart_testing_show (chart, 600, 400);
  g_autoptr (LdrChartPicture) nothing = ldr_chart_testing_lay_out (empty, FALSE, 700, 240);
  int first_day, last_day;

  g_assert_cmpuint (ldr_chart_picture_count_stops (picture), ==, 5);
  g_assert_cmpstr (words, ==, "1 November 2026. Red: three.");
  g_assert_true (g_str_has_prefix (table, "Day|Red|Green|Blue\n11 Dec 2026|5|5|5\n"));
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Left));
  ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, NOVEMBER + 40);
  ldr_chart_testing_point_at (area, 45, 80);
  ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, NOVEMBER);
  g_assert_finalize_object (area);
  g_assert_cmpuint (ldr_chart_picture_count_stops (nothing), ==, 0);
  g_assert_cmpint (ldr_chart_picture_step (nothing, LDR_CHART_NO_STOP, LDR_CHART_STEP_LEFT), ==, LDR_CHART_NO_STOP);
  ldr_chart_testing_assert_widget (
      chart, "Colours", "Red: 5 (11 December 2026). Green: 5 (11 December 2026). Blue: 5 (11 December 2026).");
}

/* One panel by day and one by week: pointing at a panel means what that has. */
static void
test_periods (void)
{
  static const LdrChartPoint days[] = { { NOVEMBER + 1, 2 }, { NOVEMBER + 4, 3 }, { NOVEMBER + 10, 2 } };
  static const LdrChartPoint weeks[] = { { NOVEMBER - 6, 4 }, { NOVEMBER + 1, 9 }, { NOVEMBER + 8, 8 } };
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Colours", NULL, NULL);
  g_autoptr (LdrChart) chart = NULL;
  g_autoptr (LdrMultiplesPicture) picture = NULL;
  LdrChartSetting setting = { ldr_chart_testing_get_context (), FALSE, 2026, 600, 200 };
  static const int picked[] = { 2, 3 };

  ldr_line_data_add_series (data, "Day", NULL, LDR_CHART_PEN_SOLID, days, (const char *[]) { "2", "3", "2" }, 3);
  ldr_line_data_add_series (data, "Week", NULL, LDR_CHART_PEN_DASHED, weeks, (const char *[]) { "4", "9", "8" }, 3);
  ldr_line_data_set_period (data, 1, LDR_CHART_PERIOD_WEEK, TRUE);
  ldr_line_data_set_days (data, NOVEMBER, NOVEMBER + 10);
  picture = ldr_multiples_picture_new (data, &setting);
  for (guint i = 0; i < 2; i++)
    {
      const LdrMultiplesPanel *panel = g_ptr_array_index (picture->panels, i);
      const LdrLineSeries *series = g_ptr_array_index (panel->part->series, 0);
      graphene_point_t origin = ldr_multiples_panel_get_origin (panel);
      graphene_point_t point = ldr_line_picture_get_point (panel->lines, series, 1);

      g_assert_cmpint (ldr_multiples_picture_pick (picture, origin.x + point.x, origin.y + point.y), ==, picked[i]);
    }
  chart = ldr_multiples_new (data);
  {
    g_autoptr (LdrChartPicture) laid_out = ldr_chart_testing_lay_out (chart, FALSE, 600, 200);
    int first_day, last_day;

    ldr_chart_picture_get_days (laid_out, 0, &first_day, &last_day);
    g_assert_cmpint (first_day, ==, NOVEMBER - 6);
    g_assert_cmpint (last_day, ==, NOVEMBER);
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/multiples/axes", test_axes);
  g_test_add_func ("/multiples/widget", test_widget);
  g_test_add_func ("/multiples/periods", test_periods);
  return g_test_run ();
}
