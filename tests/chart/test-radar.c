/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <math.h>

#include "chart/ldr-radar-painter.h"
#include "chart/ldr-radar.h"

static LdrRadarData *
make_data (void)
{
  static const char *const names[] = { "Red", "Orange", "Yellow", "Green", "Blue" };
  const double now[] = { 5, 3, 6, 2, 4 };
  const double before[] = { 4, 4, NAN, 4, 4 };
  LdrRadarData *data = ldr_radar_data_new ("Colours of the day", "Yellow leads with 6 of 8.", 8, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ldr_radar_data_add_axis (data, names[i], NULL, "go-up-symbolic");
  ldr_radar_data_add_series (data, "Before", LDR_RADAR_LINE_DASHED, before,
                             (const char *[]) { "4", "4", "none", "4", "4", NULL });
  ldr_radar_data_add_series (data, "Now", LDR_RADAR_LINE_SOLID, now,
                             (const char *[]) { "5", "3", "6", "2", "4", NULL });
  return data;
}

static gboolean
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static void
test_accessible (void)
{
  GtkWidget *radar = g_object_ref_sink (ldr_radar_new ());
  g_autoptr (LdrRadarData) data = make_data ();

  ldr_radar_set_data (LDR_RADAR (radar), data);
  gtk_test_accessible_assert_role (radar, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (radar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Colours of the day");
  gtk_test_accessible_assert_property (radar, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Yellow leads with 6 of 8.");
  g_assert_true (gtk_widget_get_focusable (radar));
  g_assert_finalize_object (radar);
}

static void
test_keys (void)
{
  static const struct
  {
    guint keyval;
    int axis;
  } cases[] = {
    { GDK_KEY_Right, 0 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Down, 2 },  { GDK_KEY_Up, 1 },
    { GDK_KEY_Left, 0 },  { GDK_KEY_Left, 4 },  { GDK_KEY_Right, 0 }, { GDK_KEY_Escape, -1 },
  };
  GtkWidget *radar = g_object_ref_sink (ldr_radar_new ());
  g_autoptr (LdrRadarData) data = make_data ();

  gtk_widget_set_direction (radar, GTK_TEXT_DIR_LTR);
  ldr_radar_set_data (LDR_RADAR (radar), data);
  g_assert_cmpint (ldr_radar_get_axis (LDR_RADAR (radar)), ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (press (radar, cases[i].keyval));
      g_assert_cmpint (ldr_radar_get_axis (LDR_RADAR (radar)), ==, cases[i].axis);
    }
  g_assert_false (press (radar, GDK_KEY_Escape));
  gtk_widget_set_direction (radar, GTK_TEXT_DIR_RTL);
  press (radar, GDK_KEY_Left);
  press (radar, GDK_KEY_Left);
  g_assert_cmpint (ldr_radar_get_axis (LDR_RADAR (radar)), ==, 1);
  ldr_radar_set_data (LDR_RADAR (radar), NULL);
  g_assert_cmpint (ldr_radar_get_axis (LDR_RADAR (radar)), ==, -1);
  g_assert_false (press (radar, GDK_KEY_Left));
  g_assert_finalize_object (radar);
}

static void
count_nodes (GskRenderNode *node, int *counts)
{
  counts[gsk_render_node_get_node_type (node)]++;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_nodes (gsk_container_node_get_child (node, i), counts);
  else if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    count_nodes (gsk_transform_node_get_child (node), counts);
  else if (gsk_render_node_get_node_type (node) == GSK_DEBUG_NODE)
    count_nodes (gsk_debug_node_get_child (node), counts);
  else if (gsk_render_node_get_node_type (node) == GSK_STROKE_NODE)
    counts[gsk_render_node_get_node_type (gsk_stroke_node_get_child (node))]++;
}

/* Strokes, fills and texts only: nothing that would turn into pixels in a document. */
static void
test_paints_vectors (void)
{
  g_autoptr (LdrRadarData) data = make_data ();
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (LdrRadarPicture) picture = ldr_radar_picture_new (data, context, FALSE, FALSE, 500, 400);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA axes[5];
  LdrRadarLook look
      = { .text = { 0, 0, 0, 1 }, .grid = { 0, 0, 0, 0.3f }, .line = { 0, 0, 1, 1 }, .plane = { 1, 1, 1, 1 } };
  g_autoptr (GskRenderNode) node = NULL;
  int counts[GSK_SUBSURFACE_NODE + 1] = { 0 };

  for (int i = 0; i < 5; i++)
    axes[i] = (GdkRGBA) { 1, 0, 0, 1 };
  look.axes = axes;
  ldr_radar_picture_paint (picture, &look, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  count_nodes (node, counts);
  g_assert_cmpint (counts[GSK_TEXT_NODE], ==, 5 + 2);
  /* Four rings, the spokes, two outlines; a rim for each of the 5 + 4 marks; a sample with its rim for each series. */
  g_assert_cmpint (counts[GSK_STROKE_NODE], ==, 4 + 1 + 2 + 9 + 4);
  g_assert_cmpint (counts[GSK_FILL_NODE], ==, 1 + 9 + 2);
  g_assert_cmpint (counts[GSK_TEXTURE_NODE], ==, 0);
  g_assert_cmpint (counts[GSK_CAIRO_NODE], ==, 0);
  g_clear_pointer (&picture, ldr_radar_picture_free);
  g_object_unref (context);
}

static gboolean
is_painted (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  return node != NULL;
}

/* It paints on the screen at once and at any size, the smallest too. */
static void
test_any_size (void)
{
  static const int sizes[] = { 700, 360, 200, 150 };
  g_autoptr (LdrRadarData) data = make_data ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *radar = ldr_radar_new ();
      gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

      gtk_window_set_child (GTK_WINDOW (window), radar);
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i], sizes[i]);
      ldr_radar_set_data (LDR_RADAR (radar), data);
      gtk_window_present (GTK_WINDOW (window));
      while (gtk_widget_get_width (radar) == 0 || !is_painted (radar))
        {
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, FALSE);
        }
      g_object_add_weak_pointer (G_OBJECT (radar), (gpointer *) &radar);
      gtk_window_destroy (GTK_WINDOW (window));
      while (radar != NULL)
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
  g_test_add_func ("/radar/accessible", test_accessible);
  g_test_add_func ("/radar/keys", test_keys);
  g_test_add_func ("/radar/paints-vectors", test_paints_vectors);
  g_test_add_func ("/radar/any-size", test_any_size);
  return g_test_run ();
}
