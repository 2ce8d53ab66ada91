/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "chart/ldr-events-private.h"
#include "chart/ldr-events.h"
#include "ldr-chart-testing.h"

static LdrEventsData *
make_data (void)
{
  LdrEventsData *data = ldr_events_data_new ("Noticed", NULL, NOVEMBER, NOVEMBER + 89);

  ldr_events_data_add_lane (data, "Red", "red", LDR_CHART_PEN_SOLID);
  ldr_events_data_add_lane (data, "Green", "green", LDR_CHART_PEN_DASHED);
  ldr_events_data_add_event (data, 1, NOVEMBER + 40, "lost the thread");
  ldr_events_data_add_event (data, 0, NOVEMBER + 2, "hurried");
  ldr_events_data_add_event (data, 0, NOVEMBER + 40, NULL);
  ldr_events_data_add_event (data, 0, NOVEMBER + 40, "hurried again");
  ldr_events_data_add_event (data, 0, NOVEMBER + 90, "not shown");
  ldr_events_data_add_event (data, 0, NOVEMBER - 1, "not shown");
  return data;
}

static void
test_words (void)
{
  g_autoptr (LdrEventsData) data = make_data ();
  g_autoptr (LdrEventsData) empty = ldr_events_data_new ("Empty", NULL, NOVEMBER, NOVEMBER);
  g_autoptr (LdrChart) chart = ldr_events_new (data);
  g_autoptr (GArray) stops = ldr_events_data_list_stops (data);
  g_autofree char *table = ldr_chart_testing_read_table (chart);
  g_autofree char *spoken = ldr_events_data_read_day (data, NOVEMBER + 40);
  g_autofree char *note = ldr_events_data_note_day (data, NOVEMBER + 2);
  g_autofree char *nothing = ldr_events_data_get_description (empty);

  g_assert_cmpuint (stops->len, ==, 2);
  g_assert_cmpint (g_array_index (stops, int, 0), ==, NOVEMBER + 2);
  g_assert_cmpint (g_array_index (stops, int, 1), ==, NOVEMBER + 40);
  g_assert_cmpstr (spoken, ==, "11 December 2026. Green: lost the thread. Red. Red: hurried again.");
  g_assert_cmpstr (note, ==, "Tue 3 Nov 2026\nRed: hurried");
  g_assert_cmpstr (nothing, ==, "Nothing in these days.");
  g_assert_cmpstr (table, ==,
                   "Day|What|Words\n11 Dec 2026|Red|hurried again\n11 Dec 2026|Red|\n11 Dec 2026|Green|lost the "
                   "thread\n3 Nov 2026|Red|hurried");
}

/* Events stand on their day, within their lane, those of one day and lane apart; the days are those of any chart. */
static void
test_geometry (void)
{
  g_autoptr (LdrEventsData) data = make_data ();

  for (int width = 200; width < 900; width += 90)
    for (int right_to_left = 0; right_to_left < 2; right_to_left++)
      {
        int height = ldr_events_measure (data, ldr_chart_testing_get_context (), width);
        LdrChartSetting setting = { ldr_chart_testing_get_context (), right_to_left == 1, 2026, width, height };
        g_autoptr (LdrEventsPicture) picture = ldr_events_picture_new (data, &setting);

        g_assert_cmpuint (picture->places->len, ==, 4);
        g_assert_cmpfloat (picture->middles[0], <, picture->middles[1]);
        for (guint i = 0; i < picture->places->len; i++)
          {
            const LdrEvent *event = g_ptr_array_index (data->events, i);
            graphene_point_t place = g_array_index (picture->places, graphene_point_t, i);
            const LdrChartLabel *label = g_ptr_array_index (picture->labels, event->lane);

            g_assert_cmpfloat_with_epsilon (place.x, ldr_chart_scale_map (&picture->frame->days, event->day), 0.01);
            g_assert_cmpfloat (place.y - LDR_EVENTS_MARK_SIZE, >, label->place.origin.y + label->place.size.height - 1);
            g_assert_cmpfloat (place.y + LDR_EVENTS_MARK_SIZE, <, picture->bottom);
            for (guint j = 0; j < i; j++)
              g_assert_cmpfloat ((double) graphene_point_distance (
                                     &place, &g_array_index (picture->places, graphene_point_t, j), NULL, NULL),
                                 >, LDR_EVENTS_MARK_SIZE);
            g_assert_cmpint (ldr_events_picture_pick (picture, place.x, place.y), ==, i == 0 ? 0 : 1);
          }
        g_assert_cmpint (ldr_events_picture_pick (picture, 10, height - 1), ==, LDR_CHART_NO_STOP);
      }
}

/* Where nothing happened it says so. */
static void
test_nothing (void)
{
  g_autoptr (LdrEventsData) data = ldr_events_data_new ("Noticed", NULL, NOVEMBER, NOVEMBER + 20);
  LdrChartSetting setting = { .context = ldr_chart_testing_get_context (), .width = 300, .height = 100 };
  g_autoptr (LdrEventsPicture) picture = NULL;
  g_autoptr (LdrChart) chart = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkWidget *area;

  ldr_events_data_add_lane (data, "Red", "red", LDR_CHART_PEN_SOLID);
  picture = ldr_events_picture_new (data, &setting);
  g_assert_cmpstr (pango_layout_get_text (picture->nothing->layout), ==, "Nothing in these days.");
  chart = ldr_events_new (data);
  area = ldr_chart_testing_show (chart, 300, 100);
  node = ldr_chart_testing_paint (area);
  ldr_chart_testing_assert_kept (node, 1);
  g_assert_false (ldr_chart_testing_press (area, GDK_KEY_End));
  g_assert_finalize_object (area);
}

static void
test_widget (void)
{
  g_autoptr (LdrEventsData) data = make_data ();
  g_autoptr (LdrChart) chart = ldr_events_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 600, 240);
  int first_day, last_day;

  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Right));
  ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, NOVEMBER + 40);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Left));
  ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, NOVEMBER + 2);
  g_assert_cmpint (last_day, ==, NOVEMBER + 2);
  g_assert_finalize_object (area);
  ldr_chart_testing_assert_widget (chart, "Noticed", "Red: 3. Green: 1.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/events/words", test_words);
  g_test_add_func ("/events/geometry", test_geometry);
  g_test_add_func ("/events/nothing", test_nothing);
  g_test_add_func ("/events/widget", test_widget);
  return g_test_run ();
}
