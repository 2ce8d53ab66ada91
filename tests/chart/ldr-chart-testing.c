/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-testing.h"

GtkWidget *
ldr_chart_testing_show (LdrChart *chart, int width, int height)
{
  GtkWidget *area = g_object_ref_sink (ldr_chart_area_new ());

  gtk_widget_set_direction (area, GTK_TEXT_DIR_LTR);
  ldr_chart_area_set_chart (LDR_CHART_AREA (area), chart);
  gtk_widget_measure (area, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (area, width, height, -1, NULL);
  return area;
}

gboolean
ldr_chart_testing_press (GtkWidget *area, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, area,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

void
ldr_chart_testing_point_at (GtkWidget *area, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

GskRenderNode *
ldr_chart_testing_paint (GtkWidget *area)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (area)->snapshot (area, snapshot);
  return gtk_snapshot_to_node (snapshot);
}

/* A context that is there until the test ends. */
PangoContext *
ldr_chart_testing_get_context (void)
{
  static PangoContext *context = NULL;

  if (context == NULL)
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  return context;
}

LdrChartPicture *
ldr_chart_testing_lay_out (LdrChart *chart, gboolean right_to_left, int width, int height)
{
  LdrChartSetting setting = { .context = ldr_chart_testing_get_context (),
                              .right_to_left = right_to_left,
                              .known_year = 2026,
                              .width = width,
                              .height = height };

  return ldr_chart_picture_new (chart, &setting);
}

/* Adds how many nodes there are of each type to @counts, which has one for each type that GTK 4.18 has. */
void
ldr_chart_testing_count_nodes (GskRenderNode *node, guint *counts)
{
  int type = (int) gsk_render_node_get_node_type (node);

  g_assert_cmpint (type, <, LDR_CHART_TESTING_N_NODES);
  counts[type]++;
  switch (type)
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        ldr_chart_testing_count_nodes (gsk_container_node_get_child (node, i), counts);
      break;
    case GSK_TRANSFORM_NODE:
      ldr_chart_testing_count_nodes (gsk_transform_node_get_child (node), counts);
      break;
    case GSK_DEBUG_NODE:
      ldr_chart_testing_count_nodes (gsk_debug_node_get_child (node), counts);
      break;
    case GSK_CLIP_NODE:
      ldr_chart_testing_count_nodes (gsk_clip_node_get_child (node), counts);
      break;
    case GSK_STROKE_NODE:
      ldr_chart_testing_count_nodes (gsk_stroke_node_get_child (node), counts);
      break;
    case GSK_FILL_NODE:
      ldr_chart_testing_count_nodes (gsk_fill_node_get_child (node), counts);
      break;
    default:
      break;
    }
}

/* Strokes and fills of one colour, and texts only: nothing that would turn into pixels in a document. */
void
ldr_chart_testing_assert_vectors (GskRenderNode *node, guint least_texts)
{
  guint counts[LDR_CHART_TESTING_N_NODES] = { 0 };
  guint n = 0;

  ldr_chart_testing_count_nodes (node, counts);
  g_assert_cmpuint (counts[GSK_TEXT_NODE], >=, least_texts);
  g_assert_cmpuint (counts[GSK_COLOR_NODE], ==, counts[GSK_STROKE_NODE] + counts[GSK_FILL_NODE]);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    n += counts[i];
  g_assert_cmpuint (n, ==,
                    counts[GSK_CONTAINER_NODE] + counts[GSK_TRANSFORM_NODE] + counts[GSK_DEBUG_NODE]
                        + counts[GSK_CLIP_NODE] + counts[GSK_STROKE_NODE] + counts[GSK_FILL_NODE]
                        + counts[GSK_COLOR_NODE] + counts[GSK_TEXT_NODE]);
}

/* What an area keeps: vectors, as one piece that the renderer passes over in frames in which nothing of it changes. */
void
ldr_chart_testing_assert_kept (GskRenderNode *node, guint least_texts)
{
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_OPACITY_NODE);
  g_assert_cmpfloat (gsk_opacity_node_get_opacity (node), ==, 1);
  ldr_chart_testing_assert_vectors (gsk_opacity_node_get_child (node), least_texts);
}

static void
assert_keeps_node (GtkWidget *area)
{
  g_autoptr (GskRenderNode) first = ldr_chart_testing_paint (area);
  g_autoptr (GskRenderNode) again = NULL;
  g_autoptr (GskRenderNode) noted = NULL;
  g_autoptr (GskRenderNode) wider = NULL;

  gtk_widget_queue_allocate (area);
  gtk_widget_allocate (area, 600, 300, -1, NULL);
  again = ldr_chart_testing_paint (area);
  g_assert_true (first == again);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_End));
  noted = ldr_chart_testing_paint (area);
  g_assert_true (gsk_container_node_get_child (noted, 0) == first);
  ldr_chart_testing_assert_kept (first, 1);
  for (guint i = 1; i < gsk_container_node_get_n_children (noted); i++)
    ldr_chart_testing_assert_vectors (gsk_container_node_get_child (noted, i), 0);
  gtk_widget_allocate (area, 700, 300, -1, NULL);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Escape));
  wider = ldr_chart_testing_paint (area);
  g_assert_true (first != wider);
}

/* What every kind has to do: a name and words for those who do not see it, keys to its ends, what was painted kept, and
 * a picture at any size. */
void
ldr_chart_testing_assert_widget (LdrChart *chart, const char *title, const char *description)
{
  static const int widths[] = { 1400, 700, 360, 160, 20 };
  GtkWidget *area = ldr_chart_testing_show (chart, 600, 300);

  gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  g_assert_true (gtk_widget_get_focusable (area));
  g_assert_false (ldr_chart_testing_press (area, GDK_KEY_Escape));
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Home));
  g_assert_cmpint (ldr_chart_area_get_stop (LDR_CHART_AREA (area)), ==, 0);
  g_assert_true (ldr_chart_testing_press (area, GDK_KEY_Escape));
  assert_keeps_node (area);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int height = 20; height < 500; height += 80)
      for (int right_to_left = 0; right_to_left < 2; right_to_left++)
        {
          g_autoptr (LdrChartPicture) picture
              = ldr_chart_testing_lay_out (chart, right_to_left == 1, widths[i], height);
          g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
          GdkRGBA colours[16] = { 0 };
          LdrChartInks inks = { .colours = colours };
          g_autoptr (GskRenderNode) node = NULL;

          ldr_chart_picture_paint (picture, &inks, snapshot);
          node = gtk_snapshot_to_node (snapshot);
          if (node != NULL)
            ldr_chart_testing_assert_vectors (node, 0);
        }
  g_assert_finalize_object (area);
}

/* The table, a line a row and a bar between cells. */
char *
ldr_chart_testing_read_table (LdrChart *chart)
{
  g_autoptr (LdrChartTable) table = ldr_chart_make_table (chart);
  g_autofree char *heads = g_strjoinv ("|", table->columns);
  GString *words = g_string_new (heads);

  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (table->rows, i));

      g_string_append_printf (words, "\n%s", row);
    }
  return g_string_free_and_steal (words);
}
