/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "chart/ldr-calendar-private.h"
#include "chart/ldr-calendar.h"
#include "ldr-chart-testing.h"

static LdrCalendarData *
make_data (void)
{
  LdrCalendarData *data = ldr_calendar_data_new ("Days", NULL, NOVEMBER - 334, NOVEMBER + 30);

  ldr_calendar_data_add_series (data, "Red", "red", LDR_CHART_PEN_SOLID);
  ldr_calendar_data_add_series (data, "Green", "green", LDR_CHART_PEN_DASHED);
  ldr_calendar_data_set_marked_name (data, "Noticed");
  ldr_calendar_data_set_day (data, NOVEMBER, 0, FALSE, NULL);
  ldr_calendar_data_set_day (data, NOVEMBER + 2, 1, TRUE, "Green, Red");
  ldr_calendar_data_set_day (data, NOVEMBER + 31, 1, TRUE, "not shown");
  return data;
}

static void
test_words (void)
{
  static const struct
  {
    int day;
    const char *spoken;
    const char *note;
  } cases[] = {
    { NOVEMBER, "Sunday 1 November 2026: Red.", "Sun 1 Nov 2026\nRed" },
    { NOVEMBER + 1, "Monday 2 November 2026: nothing.", "Mon 2 Nov 2026\nnothing" },
    { NOVEMBER + 2, "Tuesday 3 November 2026: Green, Red. Noticed.", "Tue 3 Nov 2026\nGreen, Red\nNoticed" },
  };
  g_autoptr (LdrCalendarData) data = make_data ();
  g_autoptr (LdrChart) chart = ldr_calendar_new (data);
  g_autofree char *table = ldr_chart_testing_read_table (chart);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spoken = ldr_calendar_data_read_day (data, cases[i].day);
      g_autofree char *note = ldr_calendar_data_note_day (data, cases[i].day);

      g_assert_cmpstr (spoken, ==, cases[i].spoken);
      g_assert_cmpstr (note, ==, cases[i].note);
    }
  g_assert_cmpstr (table, ==, "Day|What|Noticed\n3 Nov 2026|Green, Red|yes\n1 Nov 2026|Red|");
}

/* At any width and whichever day a week begins with: every day stands somewhere of its own within the grid, under the
 * day of its week, and is found where it stands. */
static void
test_grid (void)
{
  static const int lengths[] = { 1, 7, 8, 90, 365, 800 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (double width = 160; width < 1300; width += 190)
      for (int weekday = 0; weekday < 7; weekday += 3)
        {
          LdrCalendarGrid grid = { .first_day = NOVEMBER,
                                   .last_day = NOVEMBER + lengths[i] - 1,
                                   .first_weekday = weekday,
                                   .start = 30,
                                   .head = 16,
                                   .width = width,
                                   .right_to_left = i % 2 == 1 };

          ldr_calendar_grid_fit (&grid);
          g_assert_cmpfloat (grid.cell, >=, 11);
          g_assert_cmpuint (grid.n_bands * grid.weeks_a_band, >=, ldr_calendar_grid_count_weeks (&grid));
          for (int day = grid.first_day; day <= grid.last_day; day++)
            {
              graphene_rect_t cell = ldr_calendar_grid_get_day (&grid, day);
              double row = fmod (cell.origin.y, 7 * grid.cell + grid.head + 8) - grid.head;
              int found = 0;

              g_assert_cmpfloat (cell.origin.x, >=, grid.right_to_left ? 0 : 30);
              g_assert_cmpfloat (cell.origin.x + cell.size.width, <=, grid.right_to_left ? width - 30 : width);
              g_assert_cmpfloat (cell.origin.y + cell.size.height, <=, ldr_calendar_grid_get_height (&grid));
              g_assert_cmpfloat_with_epsilon (row, (day - 1 - weekday + 7) % 7 * grid.cell, 0.01);
              g_assert_true (
                  ldr_calendar_grid_find_day (&grid, cell.origin.x + 1, cell.origin.y + grid.cell - 1, &found));
              g_assert_cmpint (found, ==, day);
            }
        }
}

/* A day up and down, a week sideways; no step leaves the calendar. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    int day;
  } cases[] = {
    { GDK_KEY_Up, 2 },      { GDK_KEY_Up, 1 },      { GDK_KEY_Left, -6 },    { GDK_KEY_Down, -5 },
    { GDK_KEY_Right, 2 },   { GDK_KEY_End, 30 },    { GDK_KEY_Down, 30 },    { GDK_KEY_Right, 30 },
    { GDK_KEY_Home, -334 }, { GDK_KEY_Left, -334 }, { GDK_KEY_Right, -327 },
  };
  g_autoptr (LdrCalendarData) data = make_data ();
  g_autoptr (LdrChart) chart = ldr_calendar_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 700, 240);
  int first_day, last_day;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ldr_chart_testing_press (area, cases[i].key));
      ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
      g_assert_cmpint (first_day, ==, NOVEMBER + cases[i].day);
      g_assert_cmpint (last_day, ==, first_day);
    }
  g_assert_finalize_object (area);
}

/* No label over another, none outside. */
static void
test_labels (void)
{
  g_autoptr (LdrCalendarData) data = make_data ();

  for (int width = 200; width < 1000; width += 30)
    {
      int height = ldr_calendar_measure (data, ldr_chart_testing_get_context (), width);
      LdrChartSetting setting = { ldr_chart_testing_get_context (), width % 60 == 20, 2026, width, height };
      g_autoptr (LdrCalendarPicture) picture = ldr_calendar_picture_new (data, &setting);

      g_assert_true (picture->legend->is_placed);
      for (guint i = 0; i < picture->labels->len; i++)
        {
          const graphene_rect_t *place = &((LdrChartLabel *) g_ptr_array_index (picture->labels, i))->place;

          g_assert_cmpfloat (place->origin.x, >=, -0.5);
          g_assert_cmpfloat (place->origin.x + place->size.width, <=, width + 0.5);
          g_assert_cmpfloat (place->origin.y + place->size.height, <=, height);
          for (guint j = 0; j < i; j++)
            {
              graphene_rect_t other = ((LdrChartLabel *) g_ptr_array_index (picture->labels, j))->place;

              /* Names of days may come as near to one another as their rows. */
              graphene_rect_inset (&other, 0, 3);
              g_assert_false (graphene_rect_intersection (place, &other, NULL));
            }
        }
    }
}

/* A calendar of a single day names the days of its week too, each beside its row. */
static void
test_single_day (void)
{
  for (int day = 0; day < 7; day++)
    {
      g_autoptr (LdrCalendarData) data = ldr_calendar_data_new ("Day", NULL, NOVEMBER + day, NOVEMBER + day);
      LdrChartSetting setting = { .context = ldr_chart_testing_get_context (), .width = 300, .height = 200 };
      g_autoptr (LdrCalendarPicture) picture = ldr_calendar_picture_new (data, &setting);

      g_assert_cmpuint (picture->labels->len, ==, 4 + 1);
      for (guint i = 0; i < 4; i++)
        {
          const graphene_rect_t *place = &((LdrChartLabel *) g_ptr_array_index (picture->labels, i))->place;

          g_assert_cmpfloat_with_epsilon (place->origin.y + place->size.height / 2,
                                          picture->grid.head + (2 * i + 0.5) * picture->grid.cell, 1);
        }
    }
}

static void
test_widget (void)
{
  g_autoptr (LdrCalendarData) data = make_data ();
  g_autoptr (LdrChart) chart = ldr_calendar_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 900, 300);
  int wide, narrow, natural;

  /* The narrower, the more bands; and none of them may be cut off. */
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 900, &wide, &natural, NULL, NULL);
  g_assert_cmpint (wide, ==, natural);
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 300, &narrow, &natural, NULL, NULL);
  g_assert_cmpint (narrow, ==, natural);
  g_assert_cmpint (narrow, >, wide + 100);
  g_assert_finalize_object (area);
  ldr_chart_testing_assert_widget (chart, "Days", "2 days. Red: 1. Green: 1.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/calendar/words", test_words);
  g_test_add_func ("/calendar/grid", test_grid);
  g_test_add_func ("/calendar/keys", test_keys);
  g_test_add_func ("/calendar/labels", test_labels);
  g_test_add_func ("/calendar/single-day", test_single_day);
  g_test_add_func ("/calendar/widget", test_widget);
  return g_test_run ();
}
