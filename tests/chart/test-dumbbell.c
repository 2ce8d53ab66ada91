/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "chart/ldr-dumbbell-private.h"
#include "chart/ldr-dumbbell.h"
#include "ldr-chart-testing.h"

static LdrDumbbellData *
make_data (void)
{
  LdrDumbbellData *data = ldr_dumbbell_data_new ("The mirror", NULL, 1, 5, TRUE);

  ldr_dumbbell_data_add_series (data, "You", "red", LDR_CHART_PEN_SOLID);
  ldr_dumbbell_data_add_series (data, "Others", "green", LDR_CHART_PEN_DASHED);
  ldr_dumbbell_data_add_row (data, "Listening", (double[]) { 4, 3 }, (const char *[]) { "4", "3" });
  ldr_dumbbell_data_add_row (data, "Praising, on the same day and in so many words that it is understood",
                             (double[]) { 2, 4.5 }, (const char *[]) { "2", "4.5" });
  ldr_dumbbell_data_add_row (data, "Asking", (double[]) { 3, NAN }, (const char *[]) { "3", NULL });
  ldr_dumbbell_data_add_row (data, "Waiting", (double[]) { NAN, NAN }, (const char *[]) { NULL, NULL });
  return data;
}

static void
test_words (void)
{
  static const char *const spoken[] = {
    "Listening. You: 4. Others: 3.",
    "Praising, on the same day and in so many words that it is understood. You: 2. Others: 4.5.",
    "Asking. You: 3.",
    "Waiting: no values yet.",
  };
  g_autoptr (LdrDumbbellData) data = make_data ();
  g_autoptr (LdrDumbbellData) empty = ldr_dumbbell_data_new ("Empty", NULL, 1, 5, TRUE);
  g_autoptr (LdrChart) chart = ldr_dumbbell_new (data);
  g_autofree char *table = ldr_chart_testing_read_table (chart);
  g_autofree char *nothing = ldr_dumbbell_data_get_description (empty);
  g_autofree char *note = ldr_dumbbell_data_note_row (data, 0);
  g_autofree char *empty_note = ldr_dumbbell_data_note_row (data, 3);

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *words = ldr_dumbbell_data_read_row (data, i);

      g_assert_cmpstr (words, ==, spoken[i]);
    }
  g_assert_cmpstr (note, ==, "Listening\nYou: 4\nOthers: 3");
  g_assert_cmpstr (empty_note, ==, "Waiting\nnothing");
  g_assert_cmpstr (nothing, ==, "No values yet.");
  g_assert_cmpstr (table, ==,
                   "What|You|Others\nListening|4|3\nPraising, on the same day and in so many words that it is "
                   "understood|2|4.5\nAsking|3|\nWaiting||");
}

/* At any width: labels within the picture and apart, rows in order, marks where their values are. */
static void
test_geometry (void)
{
  g_autoptr (LdrDumbbellData) data = make_data ();

  for (int width = 160; width < 1000; width += 60)
    for (int right_to_left = 0; right_to_left < 2; right_to_left++)
      {
        int height = ldr_dumbbell_measure (data, ldr_chart_testing_get_context (), width);
        LdrChartSetting setting = { ldr_chart_testing_get_context (), right_to_left == 1, 2026, width, height };
        g_autoptr (LdrDumbbellPicture) picture = ldr_dumbbell_picture_new (data, &setting);
        double low = ldr_dumbbell_picture_get_mark (picture, 0, 1).x;
        double high = ldr_dumbbell_picture_get_mark (picture, 0, 5).x;

        g_assert_true (right_to_left == 1 ? low > high : low < high);
        g_assert_cmpfloat_with_epsilon (ldr_dumbbell_picture_get_mark (picture, 1, 3).x, (low + high) / 2, 0.01);
        g_assert_cmpfloat (ldr_dumbbell_picture_get_mark (picture, 0, 9).x, ==, high);
        for (guint i = 0; i < data->rows->len; i++)
          {
            const graphene_rect_t *place = &((LdrChartLabel *) g_ptr_array_index (picture->labels, i))->place;

            g_assert_cmpfloat (place->origin.x, >=, -0.5);
            g_assert_cmpfloat (place->origin.x + place->size.width, <=, width + 0.5);
            g_assert_cmpint (ldr_dumbbell_picture_pick (picture, 10, picture->middles[i]), ==, i);
            if (i > 0)
              {
                const LdrChartLabel *before = g_ptr_array_index (picture->labels, i - 1);

                g_assert_cmpfloat (before->place.origin.y + before->place.size.height, <=, place->origin.y);
                g_assert_cmpfloat (picture->middles[i - 1] + LDR_DUMBBELL_MARK_SIZE * 3, <=, picture->middles[i]);
              }
          }
        for (guint i = 0; i < picture->legend->labels->len; i++)
          {
            const LdrChartLabel *label = g_ptr_array_index (picture->legend->labels, i);

            g_assert_cmpfloat (label->place.origin.y, >=, picture->plot.size.height);
            g_assert_cmpfloat (label->place.origin.y + label->place.size.height, <=, height + 0.5);
          }
        g_assert_cmpint (ldr_dumbbell_picture_pick (picture, 10, height + 1), ==, LDR_CHART_NO_STOP);
      }
}

/* Of values that are the same each has a mark that is seen, and none leaves its row; others stand in the middle. */
static void
test_equal_values (void)
{
  g_autoptr (LdrDumbbellData) data = ldr_dumbbell_data_new ("Equal", NULL, 1, 5, TRUE);
  LdrChartSetting setting = { .context = ldr_chart_testing_get_context (), .width = 500, .height = 200 };
  g_autoptr (LdrDumbbellPicture) picture = NULL;
  const char *texts[] = { "3", "3", "5" };
  double room;

  for (guint i = 0; i < 3; i++)
    ldr_dumbbell_data_add_series (data, "Somebody", "red", (LdrChartPen) i);
  for (guint i = 0; i < 2; i++)
    ldr_dumbbell_data_add_row (data, "Listening", (double[]) { 3, 3, i == 0 ? 5 : 3 }, texts);
  picture = ldr_dumbbell_picture_new (data, &setting);
  room = (picture->middles[1] - picture->middles[0]) / 2;
  for (guint row = 0; row < 2; row++)
    for (guint i = 0; i < 3; i++)
      {
        graphene_point_t mark = ldr_dumbbell_picture_get_series_mark (picture, row, i);

        g_assert_cmpfloat (fabs (mark.y - picture->middles[row]), <, room);
        for (guint j = 0; j < i; j++)
          {
            graphene_point_t other = ldr_dumbbell_picture_get_series_mark (picture, row, j);

            g_assert_cmpfloat ((double) graphene_point_distance (&mark, &other, NULL, NULL), >, LDR_DUMBBELL_MARK_SIZE);
          }
      }
  g_assert_cmpfloat (ldr_dumbbell_picture_get_series_mark (picture, 0, 2).y, ==, (float) picture->middles[0]);
}

static void
test_widget (void)
{
  static const struct
  {
    guint key;
    int stop;
  } cases[] = {
    { GDK_KEY_Down, 0 }, { GDK_KEY_Down, 1 }, { GDK_KEY_Right, 2 }, { GDK_KEY_Left, 1 },
    { GDK_KEY_Up, 0 },   { GDK_KEY_Up, 0 },   { GDK_KEY_End, 3 },   { GDK_KEY_Down, 3 },
  };
  g_autoptr (LdrDumbbellData) data = make_data ();
  g_autoptr (LdrChart) chart = ldr_dumbbell_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 600, 240);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ldr_chart_testing_press (area, cases[i].key));
      g_assert_cmpint (ldr_chart_area_get_stop (LDR_CHART_AREA (area)), ==, cases[i].stop);
    }
  g_assert_finalize_object (area);
  ldr_chart_testing_assert_widget (chart, "The mirror",
                                   "Furthest apart: Praising, on the same day and in so many words that it is "
                                   "understood. You: 2. Others: 4.5.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/dumbbell/words", test_words);
  g_test_add_func ("/dumbbell/geometry", test_geometry);
  g_test_add_func ("/dumbbell/equal-values", test_equal_values);
  g_test_add_func ("/dumbbell/widget", test_widget);
  return g_test_run ();
}
