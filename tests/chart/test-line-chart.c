/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>
#include <math.h>

#include "chart/ldr-line-painter.h"
#include "chart/ldr-line.h"
#include "ldr-chart-testing.h"

static LdrLineData *
make_data (void)
{
  static const LdrChartPoint red[]
      = { { NOVEMBER, 3 }, { NOVEMBER + 2, 5 }, { NOVEMBER + 4, NAN }, { NOVEMBER + 6, 7 }, { NOVEMBER + 7, 6 } };
  static const LdrChartPoint green[] = { { NOVEMBER + 2, 4 }, { NOVEMBER + 9, 8 } };
  LdrLineData *data = ldr_line_data_new ("Colours", "Red rises.", NULL);

  ldr_line_data_set_range (data, 0, 10, TRUE);
  ldr_line_data_add_series (data, "Red", NULL, LDR_CHART_PEN_SOLID, red,
                            (const char *[]) { "3", "5", "skipped", "7", "6" }, G_N_ELEMENTS (red));
  ldr_line_data_add_series (data, "Green", "green", LDR_CHART_PEN_DASHED, green, (const char *[]) { "4", "8" },
                            G_N_ELEMENTS (green));
  ldr_line_data_add_target (data, "target 8", NULL, 8, INFINITY, LDR_LINE_NO_DAY, LDR_LINE_NO_DAY);
  ldr_line_data_add_break (data, NOVEMBER + 7, LDR_LINE_ALL_SERIES, "new wording");
  return data;
}

static void
show (GtkWidget *chart, LdrLineData *data)
{
  g_autoptr (LdrChart) it = data != NULL ? ldr_line_chart_new (data) : NULL;

  ldr_chart_area_set_chart (LDR_CHART_AREA (chart), it);
}

static int
get_stop_day (GtkWidget *chart)
{
  int first_day;
  int last_day;

  ldr_chart_area_get_stop_days (LDR_CHART_AREA (chart), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, last_day);
  return first_day;
}

static GtkWidget *
make_chart (LdrLineData *data)
{
  g_autoptr (LdrChart) it = ldr_line_chart_new (data);

  return ldr_chart_testing_show (it, 600, 240);
}

static void
test_accessible (void)
{
  g_autoptr (LdrLineData) data = make_data ();
  GtkWidget *chart = make_chart (data);

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Colours");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Red rises.");
  g_assert_true (gtk_widget_get_focusable (chart));
  g_assert_finalize_object (chart);
}

static void
test_keys (void)
{
  static const struct
  {
    guint keyval;
    int day;
  } cases[] = {
    { GDK_KEY_Left, 9 }, { GDK_KEY_Left, 7 },  { GDK_KEY_Left, 6 }, { GDK_KEY_Right, 7 }, { GDK_KEY_Home, 0 },
    { GDK_KEY_Left, 0 }, { GDK_KEY_Right, 2 }, { GDK_KEY_End, 9 },  { GDK_KEY_Right, 9 },
  };
  g_autoptr (LdrLineData) data = make_data ();
  GtkWidget *chart = make_chart (data);

  g_assert_cmpint (get_stop_day (chart), ==, LDR_LINE_NO_DAY);
  g_assert_false (ldr_chart_testing_press (chart, GDK_KEY_Escape));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ldr_chart_testing_press (chart, cases[i].keyval));
      g_assert_cmpint (get_stop_day (chart), ==, NOVEMBER + cases[i].day);
    }
  g_assert_true (ldr_chart_testing_press (chart, GDK_KEY_Escape));
  g_assert_cmpint (get_stop_day (chart), ==, LDR_LINE_NO_DAY);
  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  ldr_chart_testing_press (chart, GDK_KEY_Home);
  ldr_chart_testing_press (chart, GDK_KEY_Left);
  g_assert_cmpint (get_stop_day (chart), ==, NOVEMBER + 2);
  show (chart, NULL);
  g_assert_cmpint (get_stop_day (chart), ==, LDR_LINE_NO_DAY);
  g_assert_false (ldr_chart_testing_press (chart, GDK_KEY_Left));
  g_assert_false (ldr_chart_testing_press (chart, GDK_KEY_End));
  g_assert_finalize_object (chart);
}

/* Pointing shows what walking reads out, over what was painted before. */
static void
test_pointing (void)
{
  g_autoptr (LdrLineData) data = make_data ();
  GtkWidget *chart = make_chart (data);
  g_autoptr (GskRenderNode) plain = ldr_chart_testing_paint (chart);
  g_autoptr (GskRenderNode) noted = NULL;

  ldr_chart_testing_point_at (chart, 40, 100);
  g_assert_cmpint (get_stop_day (chart), ==, NOVEMBER);
  noted = ldr_chart_testing_paint (chart);
  g_assert_true (gsk_container_node_get_child (noted, 0) == plain);
  g_assert_cmpuint (gsk_container_node_get_n_children (noted), >, 3);
  ldr_chart_testing_point_at (chart, 2, 2);
  g_assert_cmpint (get_stop_day (chart), ==, LDR_LINE_NO_DAY);
  g_assert_finalize_object (chart);
}

static void
test_keeps_node (void)
{
  g_autoptr (LdrLineData) data = make_data ();
  GtkWidget *chart = make_chart (data);
  g_autoptr (GskRenderNode) first = ldr_chart_testing_paint (chart);
  g_autoptr (GskRenderNode) again = NULL;
  g_autoptr (GskRenderNode) wider = NULL;
  g_autoptr (GskRenderNode) other = NULL;

  gtk_widget_queue_allocate (chart);
  gtk_widget_allocate (chart, 600, 240, -1, NULL);
  again = ldr_chart_testing_paint (chart);
  g_assert_true (first == again);
  gtk_widget_allocate (chart, 700, 240, -1, NULL);
  wider = ldr_chart_testing_paint (chart);
  g_assert_true (first != wider);
  show (chart, data);
  other = ldr_chart_testing_paint (chart);
  g_assert_true (wider != other);
  g_assert_finalize_object (chart);
}

/* Strokes, fills and texts only: nothing that would turn into pixels in a document. */
static void
test_paints_vectors (void)
{
  g_autoptr (LdrLineData) data = make_data ();
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  LdrChartSetting setting = { .context = context, .known_year = 2026, .width = 600, .height = 240 };
  g_autoptr (LdrLinePicture) picture = ldr_line_picture_new (data, &setting);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA colours[] = { { 1, 0, 0, 1 }, { 0, 0.5f, 0, 1 } };
  LdrLineLook look
      = { .base = { .text = { 0, 0, 0, 1 }, .dim = { 0, 0, 0, 1 }, .grid = { 0, 0, 0, 0.3f }, .plane = { 1, 1, 1, 1 } },
          .series = colours,
          .targets = colours };
  g_autoptr (GskRenderNode) node = NULL;
  guint counts[LDR_CHART_TESTING_N_NODES] = { 0 };

  ldr_line_picture_paint (picture, &look, snapshot);
  ldr_line_picture_paint_note (picture, &look, 1, context, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  ldr_chart_testing_count_nodes (node, counts);
  /* The axes, a target, a break, two names and the note. */
  g_assert_cmpuint (counts[GSK_TEXT_NODE], >=, ldr_line_picture_get_frame (picture)->labels->len + 1 + 1 + 2 + 1);
  /* Grid, ticks, target, break, two lines, the rim of each of the 4 + 2 marks and of the two beside the names, the lead
   * to the name of the line that ends early, the line through the day and a ring around each of its two values. */
  g_assert_cmpuint (counts[GSK_STROKE_NODE], ==, 2 + 1 + 1 + 2 + 6 + 2 + 1 + 1 + 2);
  /* The band, the marks, and the note. */
  g_assert_cmpuint (counts[GSK_FILL_NODE], ==, 1 + 6 + 2 + 1);
  g_assert_cmpuint (counts[GSK_TEXTURE_NODE], ==, 0);
  g_assert_cmpuint (counts[GSK_CAIRO_NODE], ==, 0);
  g_clear_pointer (&picture, ldr_line_picture_free);
  g_object_unref (context);
}

static guint
count_strokes (const LdrLineData *data, guint *n_marks)
{
  LdrChartSetting setting
      = { .context = ldr_chart_testing_get_context (), .known_year = 2026, .width = 240, .height = 240 };
  g_autoptr (LdrLinePicture) picture = ldr_line_picture_new ((LdrLineData *) data, &setting);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA colours[] = { { 1, 0, 0, 1 }, { 0, 0.5f, 0, 1 } };
  LdrLineLook look = { .base = { .text = { 0, 0, 0, 1 } }, .series = colours, .targets = colours };
  g_autoptr (GskRenderNode) node = NULL;
  guint counts[LDR_CHART_TESTING_N_NODES] = { 0 };

  ldr_line_picture_paint (picture, &look, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  ldr_chart_testing_count_nodes (node, counts);
  *n_marks = counts[GSK_FILL_NODE];
  return counts[GSK_STROKE_NODE];
}

/* Below, the sample of values that stand alone is their mark; that of a line is a piece of it with a mark. */
static void
test_samples (void)
{
  static const LdrChartPoint joined[] = { { NOVEMBER, 3 }, { NOVEMBER + 9, 4 }, { NOVEMBER + 20, 5 } };
  static const LdrChartPoint alone[] = { { NOVEMBER, 3 }, { NOVEMBER + 9, NAN }, { NOVEMBER + 20, 5 } };
  guint n_strokes[2], n_marks[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LdrLineData) data = ldr_line_data_new ("Samples", NULL, NULL);

      ldr_line_data_add_series (data, "A name too long to stand beside", NULL, LDR_CHART_PEN_SOLID,
                                i == 0 ? joined : alone, (const char *[]) { "3", NULL, "5" }, 3);
      ldr_line_data_add_series (data, "Another that goes below", NULL, LDR_CHART_PEN_DASHED, joined,
                                (const char *[]) { "3", "4", "5" }, 3);
      n_strokes[i] = count_strokes (data, &n_marks[i]);
    }
  /* Without the mark in the middle with its rim, and without the sample's line; the empty line itself is a node. */
  g_assert_cmpuint (n_marks[1], ==, n_marks[0] - 1);
  g_assert_cmpuint (n_strokes[1], ==, n_strokes[0] - 2);
}

/* A point that stands for a week is read out and leads on as one. */
static void
test_week (void)
{
  static const LdrChartPoint weeks[] = { { NOVEMBER + 1, 2 }, { NOVEMBER + 8, 3 } };
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Weeks", NULL, NULL);
  g_autoptr (LdrChart) chart = NULL;
  g_autoptr (LdrChartPicture) picture = NULL;
  g_autofree char *words = NULL;
  GtkWidget *area;
  int first_day, last_day;

  ldr_line_data_add_series (data, "Red", NULL, LDR_CHART_PEN_SOLID, weeks, (const char *[]) { "2 times", "3 times" },
                            2);
  ldr_line_data_set_period (data, 0, LDR_CHART_PERIOD_WEEK, TRUE);
  chart = ldr_line_chart_new (data);
  picture = ldr_chart_testing_lay_out (chart, FALSE, 600, 240);
  words = ldr_chart_picture_read_stop (picture, 1);
  g_assert_cmpstr (words, ==, "week of 9 November 2026: 3 times");
  area = ldr_chart_testing_show (chart, 600, 240);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_End));
  ldr_chart_area_get_stop_days (LDR_CHART_AREA (area), &first_day, &last_day);
  g_assert_cmpint (first_day, ==, NOVEMBER + 8);
  g_assert_cmpint (last_day, ==, NOVEMBER + 14);
  g_assert_finalize_object (area);
}

/* It paints in a window at once and at any size, the smallest too. */
static void
test_any_size (void)
{
  static const int sizes[] = { 700, 360, 160 };
  g_autoptr (LdrLineData) data = make_data ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *chart = ldr_chart_area_new ();
      gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
      GskRenderNode *node = NULL;

      gtk_window_set_child (GTK_WINDOW (window), chart);
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i], sizes[i] / 2);
      show (chart, data);
      gtk_window_present (GTK_WINDOW (window));
      while (node == NULL)
        {
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, FALSE);
          if (gtk_widget_get_width (chart) > 0)
            node = ldr_chart_testing_paint (chart);
        }
      gsk_render_node_unref (node);
      g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *) &chart);
      gtk_window_destroy (GTK_WINDOW (window));
      while (chart != NULL)
        {
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, FALSE);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/line-chart/accessible", test_accessible);
  g_test_add_func ("/line-chart/keys", test_keys);
  g_test_add_func ("/line-chart/pointing", test_pointing);
  g_test_add_func ("/line-chart/keeps-node", test_keeps_node);
  g_test_add_func ("/line-chart/paints-vectors", test_paints_vectors);
  g_test_add_func ("/line-chart/any-size", test_any_size);
  g_test_add_func ("/line-chart/samples", test_samples);
  g_test_add_func ("/line-chart/week", test_week);
  return g_test_run ();
}
