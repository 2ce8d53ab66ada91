/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <math.h>

#include "chart/ldr-sparkline.h"

static const LdrChartPoint course[] = { { 10, 2 }, { 11, 3 }, { 12, NAN }, { 14, 5 }, { 15, NAN }, { 20, 8 } };

static GtkWidget *
make_sparkline (guint n_points)
{
  GtkWidget *sparkline = g_object_ref_sink (ldr_sparkline_new ());

  gtk_widget_set_direction (sparkline, GTK_TEXT_DIR_LTR);
  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), course, n_points);
  gtk_widget_measure (sparkline, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (sparkline, 96, 24, -1, NULL);
  return sparkline;
}

static GskRenderNode *
paint (GtkWidget *sparkline)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (sparkline)->snapshot (sparkline, snapshot);
  return gtk_snapshot_to_node (snapshot);
}

static void
test_accessible (void)
{
  GtkWidget *sparkline = make_sparkline (6);

  ldr_sparkline_set_label (LDR_SPARKLINE (sparkline), "From 2 to 8");
  gtk_test_accessible_assert_role (sparkline, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (sparkline, GTK_ACCESSIBLE_PROPERTY_LABEL, "From 2 to 8");
  g_assert_false (gtk_widget_get_focusable (sparkline));
  g_assert_finalize_object (sparkline);
}

static gboolean
count_operation_cb (
    GskPathOperation operation, const graphene_point_t *points, gsize n_points, float weight, gpointer data)
{
  guint *counts = data;

  counts[operation]++;
  return TRUE;
}

/* A line of two, a dot for the value between two gaps, and the mark of the last one at the end. */
static void
test_gaps (void)
{
  GtkWidget *sparkline = make_sparkline (6);
  g_autoptr (GskRenderNode) node = paint (sparkline);
  GskRenderNode *line = gsk_container_node_get_child (node, 0);
  GskRenderNode *dots = gsk_container_node_get_child (node, 1);
  guint counts[GSK_PATH_CONIC + 1] = { 0 };
  graphene_rect_t bounds;

  g_assert_cmpint (gsk_render_node_get_node_type (line), ==, GSK_STROKE_NODE);
  gsk_path_foreach (gsk_stroke_node_get_path (line), (GskPathForeachFlags) -1, count_operation_cb, counts);
  g_assert_cmpuint (counts[GSK_PATH_LINE], ==, 1);
  g_assert_cmpint (gsk_render_node_get_node_type (dots), ==, GSK_FILL_NODE);
  memset (counts, 0, sizeof counts);
  gsk_path_foreach (gsk_fill_node_get_path (dots), (GskPathForeachFlags) -1, count_operation_cb, counts);
  g_assert_cmpuint (counts[GSK_PATH_CLOSE], ==, 2);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 96);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, 92);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 24);
  g_clear_pointer (&node, gsk_render_node_unref);
  g_assert_finalize_object (sparkline);
}

/* The same node until something changes. */
static void
test_keeps_node (void)
{
  GtkWidget *sparkline = make_sparkline (6);
  GskRenderNode *first = paint (sparkline);
  GskRenderNode *again;

  gtk_widget_queue_allocate (sparkline);
  gtk_widget_allocate (sparkline, 96, 24, -1, NULL);
  again = paint (sparkline);
  g_assert_true (first == again);
  gsk_render_node_unref (again);
  gtk_widget_allocate (sparkline, 60, 24, -1, NULL);
  again = paint (sparkline);
  g_assert_true (first != again);
  gsk_render_node_unref (first);
  first = again;
  ldr_sparkline_set_range (LDR_SPARKLINE (sparkline), 0, 10);
  again = paint (sparkline);
  g_assert_true (first != again);
  gsk_render_node_unref (first);
  first = again;
  gtk_widget_set_direction (sparkline, GTK_TEXT_DIR_RTL);
  again = paint (sparkline);
  g_assert_true (first != again);
  gsk_render_node_unref (first);
  gsk_render_node_unref (again);
  g_assert_finalize_object (sparkline);
}

static double
find_end_height (GtkWidget *sparkline)
{
  g_autoptr (GskRenderNode) node = paint (sparkline);
  GskRenderNode *dots = gsk_container_node_get_child (node, gsk_container_node_get_n_children (node) - 1);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (dots, &bounds);
  return bounds.origin.y + bounds.size.height / 2;
}

/* Alone or equal values stand in the middle, unless the range says where; nothing paints nothing. */
static void
test_few (void)
{
  static const LdrChartPoint equal[] = { { 1, 4 }, { 2, 4 } };
  GtkWidget *sparkline = make_sparkline (1);
  GskRenderNode *node;

  g_assert_cmpfloat_with_epsilon (find_end_height (sparkline), 12, 0.6);
  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), equal, 2);
  g_assert_cmpfloat_with_epsilon (find_end_height (sparkline), 12, 0.6);
  ldr_sparkline_set_range (LDR_SPARKLINE (sparkline), 4, 10);
  g_assert_cmpfloat (find_end_height (sparkline), >, 18);
  ldr_sparkline_set_range (LDR_SPARKLINE (sparkline), 0, 3);
  g_assert_cmpfloat (find_end_height (sparkline), <, 6);
  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), course + 2, 1);
  node = paint (sparkline);
  g_assert_null (node);
  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), NULL, 0);
  node = paint (sparkline);
  g_assert_null (node);
  g_assert_finalize_object (sparkline);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/sparkline/accessible", test_accessible);
  g_test_add_func ("/sparkline/gaps", test_gaps);
  g_test_add_func ("/sparkline/keeps-node", test_keeps_node);
  g_test_add_func ("/sparkline/few", test_few);
  return g_test_run ();
}
