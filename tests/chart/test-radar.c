/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <math.h>

#include "chart/ldr-radar-chart.h"
#include "chart/ldr-radar-painter.h"
#include "ldr-chart-testing.h"

static LdrRadarData *
make_data (const char *symbol)
{
  static const char *const names[] = { "Red", "Orange", "Yellow", "Green", "Blue" };
  const double now[] = { 5, 3, 6, 2, 4 };
  const double before[] = { 4, 4, NAN, 4, 4 };
  LdrRadarData *data = ldr_radar_data_new ("Colours of the day", "Yellow leads with 6 of 8.", 8, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ldr_radar_data_add_axis (data, names[i], NULL, i == 1 ? NULL : symbol);
  ldr_radar_data_add_series (data, "Before", LDR_RADAR_LINE_DASHED, before,
                             (const char *[]) { "4", "4", "none", "4", "4", NULL });
  ldr_radar_data_add_series (data, "Now", LDR_RADAR_LINE_SOLID, now,
                             (const char *[]) { "5", "3", "6", "2", "4", NULL });
  return data;
}

static void
test_widget (void)
{
  g_autoptr (LdrRadarData) data = make_data (NULL);
  g_autoptr (LdrChart) chart = ldr_radar_chart_new (data);

  ldr_chart_testing_assert_widget (chart, "Colours of the day", "Yellow leads with 6 of 8.");
}

/* The keys go round; there are no ends but for Home and End. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    int axis;
  } cases[] = {
    { GDK_KEY_Right, 0 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Down, 2 },  { GDK_KEY_Up, 1 },
    { GDK_KEY_Left, 0 },  { GDK_KEY_Left, 4 },  { GDK_KEY_Right, 0 }, { GDK_KEY_Up, 4 },
    { GDK_KEY_Down, 0 },  { GDK_KEY_End, 4 },   { GDK_KEY_Home, 0 },  { GDK_KEY_Escape, LDR_CHART_NO_STOP },
    { GDK_KEY_Up, 0 },
  };
  g_autoptr (LdrRadarData) data = make_data (NULL);
  g_autoptr (LdrChart) chart = ldr_radar_chart_new (data);
  GtkWidget *area = ldr_chart_testing_show (chart, 400, 300);
  LdrChartArea *radar = LDR_CHART_AREA (area);

  g_assert_cmpint (ldr_chart_area_get_stop (radar), ==, LDR_CHART_NO_STOP);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ldr_chart_testing_press (area, cases[i].key));
      g_assert_cmpint (ldr_chart_area_get_stop (radar), ==, cases[i].axis);
    }
  ldr_chart_testing_press (area, GDK_KEY_Escape);
  gtk_widget_set_direction (area, GTK_TEXT_DIR_RTL);
  ldr_chart_testing_press (area, GDK_KEY_Left);
  ldr_chart_testing_press (area, GDK_KEY_Left);
  g_assert_cmpint (ldr_chart_area_get_stop (radar), ==, 1);
  ldr_chart_area_set_chart (radar, NULL);
  g_assert_cmpint (ldr_chart_area_get_stop (radar), ==, LDR_CHART_NO_STOP);
  g_assert_false (ldr_chart_testing_press (area, GDK_KEY_Left));
  g_assert_finalize_object (area);
}

/* Where there is a display each axis has its symbol; on paper, where it would turn into pixels, there is none, and its
 * room is not kept free. */
static void
test_symbols (void)
{
  g_autoptr (LdrRadarData) data = make_data ("go-up-symbolic");
  g_autoptr (LdrChart) chart = ldr_radar_chart_new (data);
  g_auto (GStrv) names = ldr_chart_list_symbols (chart);
  GtkWidget *area = ldr_chart_testing_show (chart, 400, 300);
  g_autoptr (GskRenderNode) kept = ldr_chart_testing_paint (area);
  GskRenderNode *shown = gsk_opacity_node_get_child (kept);
  g_autoptr (LdrChartPicture) picture = ldr_chart_testing_lay_out (chart, FALSE, 400, 300);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) written = NULL;
  GdkRGBA colours[6] = { 0 };
  LdrChartInks inks = { .colours = colours };

  g_assert_cmpuint (g_strv_length (names), ==, 5);
  g_assert_cmpstr (names[0], ==, "go-up-symbolic");
  g_assert_cmpstr (names[1], ==, "");
  ldr_chart_picture_paint (picture, &inks, snapshot);
  written = gtk_snapshot_to_node (snapshot);
  ldr_chart_testing_assert_vectors (written, 5 + 2);
  g_assert_cmpuint (gsk_container_node_get_n_children (shown), >=, gsk_container_node_get_n_children (written) + 4);
  g_assert_finalize_object (area);
}

/* Strokes, fills and texts only: nothing that would turn into pixels in a document. */
static void
test_paints_vectors (void)
{
  g_autoptr (LdrRadarData) data = make_data (NULL);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (LdrRadarPicture) picture = ldr_radar_picture_new (data, context, FALSE, FALSE, 500, 400);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA axes[5];
  LdrRadarLook look
      = { .text = { 0, 0, 0, 1 }, .grid = { 0, 0, 0, 0.3f }, .line = { 0, 0, 1, 1 }, .plane = { 1, 1, 1, 1 } };
  g_autoptr (GskRenderNode) node = NULL;
  guint counts[LDR_CHART_TESTING_N_NODES] = { 0 };

  for (int i = 0; i < 5; i++)
    axes[i] = (GdkRGBA) { 1, 0, 0, 1 };
  look.axes = axes;
  ldr_radar_picture_paint (picture, &look, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  ldr_chart_testing_count_nodes (node, counts);
  g_assert_cmpuint (counts[GSK_TEXT_NODE], ==, 5 + 2);
  /* Four rings, the spokes, two outlines; a rim for each of the 5 + 4 marks; a sample with its rim for each series. */
  g_assert_cmpuint (counts[GSK_STROKE_NODE], ==, 4 + 1 + 2 + 9 + 4);
  g_assert_cmpuint (counts[GSK_FILL_NODE], ==, 1 + 9 + 2);
  g_assert_cmpuint (counts[GSK_TEXTURE_NODE], ==, 0);
  g_assert_cmpuint (counts[GSK_CAIRO_NODE], ==, 0);
  g_clear_pointer (&picture, ldr_radar_picture_free);
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/radar/widget", test_widget);
  g_test_add_func ("/radar/keys", test_keys);
  g_test_add_func ("/radar/symbols", test_symbols);
  g_test_add_func ("/radar/paints-vectors", test_paints_vectors);
  return g_test_run ();
}
