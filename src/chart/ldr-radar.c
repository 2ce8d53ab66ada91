/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-radar.h"

#include "ldr-chart-probe.h"
#include "ldr-radar-painter.h"

#define MINIMUM_SIZE 150
#define NATURAL_WIDTH 380
#define NATURAL_HEIGHT 300

/**
 * LdrRadar:
 *
 * A radar on the screen. The arrow keys walk along its axes and say what each shows; pointing at an axis shows the
 * same. Its colours come from the style sheet: `.chart-grid`, `.chart-line`, and the class of each axis. What was
 * painted is kept until the data, the size or the style changes.
 */
struct _LdrRadar
{
  GtkWidget parent_instance;

  LdrRadarData *data;
  LdrRadarPicture *picture;
  GskRenderNode *node;
  LdrRadarLook look;
  GtkWidget *grid_probe;
  GtkWidget *line_probe;
  GtkWidget *plane_probe;
  GPtrArray *axis_probes;
  int axis;
};

G_DEFINE_FINAL_TYPE (LdrRadar, ldr_radar, GTK_TYPE_WIDGET)

static void
clear_look (LdrRadar *self)
{
  for (guint i = 0; self->look.symbols != NULL && self->data != NULL && i < self->data->axes->len; i++)
    g_clear_object (&self->look.symbols[i]);
  g_clear_pointer (&self->look.symbols, g_free);
  g_clear_pointer (&self->look.axes, g_free);
}

static void
clear_picture (LdrRadar *self)
{
  g_clear_pointer (&self->picture, ldr_radar_picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  clear_look (self);
}

static GtkSymbolicPaintable *
find_symbol (LdrRadar *self, const char *icon_name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  if (icon_name == NULL)
    return NULL;
  return GTK_SYMBOLIC_PAINTABLE (gtk_icon_theme_lookup_icon (theme, icon_name, NULL, 16,
                                                             gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                                             gtk_widget_get_direction (GTK_WIDGET (self)), 0));
}

static void
make_look (LdrRadar *self)
{
  guint n = self->data->axes->len;

  gtk_widget_get_color (GTK_WIDGET (self), &self->look.text);
  gtk_widget_get_color (self->grid_probe, &self->look.grid);
  gtk_widget_get_color (self->line_probe, &self->look.line);
  gtk_widget_get_color (self->plane_probe, &self->look.plane);
  self->look.axes = g_new0 (GdkRGBA, n + 1);
  self->look.symbols = g_new0 (GtkSymbolicPaintable *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const LdrRadarAxis *axis = g_ptr_array_index (self->data->axes, i);

      gtk_widget_get_color (g_ptr_array_index (self->axis_probes, i), &self->look.axes[i]);
      self->look.symbols[i] = find_symbol (self, axis->icon_name);
    }
}

static void
ensure_picture (LdrRadar *self)
{
  gboolean with_symbols;

  if (self->picture != NULL || self->data == NULL || self->data->axes->len == 0)
    return;
  with_symbols = ((LdrRadarAxis *) g_ptr_array_index (self->data->axes, 0))->icon_name != NULL;
  self->picture
      = ldr_radar_picture_new (self->data, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                               gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, with_symbols,
                               gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  make_look (self);
}

static void
ldr_radar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LdrRadar *self = LDR_RADAR (widget);

  ensure_picture (self);
  if (self->picture == NULL)
    return;
  if (self->node == NULL)
    {
      g_autoptr (GtkSnapshot) own = gtk_snapshot_new ();

      ldr_radar_picture_paint (self->picture, &self->look, own);
      self->node = gtk_snapshot_to_node (own);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->axis != LDR_RADAR_NO_AXIS)
    ldr_radar_picture_paint_note (self->picture, &self->look, (guint) self->axis, gtk_widget_get_pango_context (widget),
                                  snapshot);
}

static void
ldr_radar_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = MINIMUM_SIZE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
ldr_radar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  clear_picture (LDR_RADAR (widget));
}

static void
ldr_radar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ldr_radar_parent_class)->css_changed (widget, change);
  clear_picture (LDR_RADAR (widget));
  gtk_widget_queue_draw (widget);
}

static void
ldr_radar_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ldr_radar_parent_class)->direction_changed (widget, previous);
  clear_picture (LDR_RADAR (widget));
  gtk_widget_queue_draw (widget);
}

static void
ldr_radar_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ldr_radar_parent_class)->system_setting_changed (widget, setting);
  clear_picture (LDR_RADAR (widget));
  gtk_widget_queue_draw (widget);
}

static void
set_axis (LdrRadar *self, int axis)
{
  if (self->axis == axis)
    return;
  self->axis = axis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Walks @step axes on from the one that is read out; the first one is read out first, whichever way one goes. */
static gboolean
walk (LdrRadar *self, int step)
{
  int n = self->data != NULL ? (int) self->data->axes->len : 0;
  g_autofree char *words = NULL;

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  set_axis (self, self->axis == LDR_RADAR_NO_AXIS ? 0 : (self->axis + step + n) % n);
  words = ldr_radar_data_read_axis (self->data, (guint) self->axis);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  return GDK_EVENT_STOP;
}

static gboolean
walk_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean backwards = g_variant_get_boolean (arguments);

  return walk (LDR_RADAR (widget), backwards ? -1 : 1);
}

static gboolean
walk_sideways_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean left = g_variant_get_boolean (arguments);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return walk (LDR_RADAR (widget), left == right_to_left ? 1 : -1);
}

static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrRadar *self = LDR_RADAR (widget);

  if (self->axis == LDR_RADAR_NO_AXIS)
    return GDK_EVENT_PROPAGATE;
  set_axis (self, LDR_RADAR_NO_AXIS);
  return GDK_EVENT_STOP;
}

static void
pointed_cb (LdrRadar *self, double x, double y)
{
  ensure_picture (self);
  if (self->picture != NULL)
    set_axis (self, ldr_radar_geometry_pick (ldr_radar_picture_get_geometry (self->picture), x, y));
}

static void
left_cb (LdrRadar *self)
{
  set_axis (self, LDR_RADAR_NO_AXIS);
}

static void
ldr_radar_dispose (GObject *object)
{
  LdrRadar *self = LDR_RADAR (object);

  clear_picture (self);
  g_clear_pointer (&self->data, ldr_radar_data_unref);
  g_clear_pointer (&self->grid_probe, gtk_widget_unparent);
  g_clear_pointer (&self->line_probe, gtk_widget_unparent);
  g_clear_pointer (&self->plane_probe, gtk_widget_unparent);
  g_clear_pointer (&self->axis_probes, g_ptr_array_unref);

  G_OBJECT_CLASS (ldr_radar_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_sideways_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_sideways_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, walk_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, walk_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
}

static void
ldr_radar_class_init (LdrRadarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_radar_dispose;
  widget_class->snapshot = ldr_radar_snapshot;
  widget_class->measure = ldr_radar_measure;
  widget_class->size_allocate = ldr_radar_size_allocate;
  widget_class->css_changed = ldr_radar_css_changed;
  widget_class->direction_changed = ldr_radar_direction_changed;
  widget_class->system_setting_changed = ldr_radar_system_setting_changed;
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "radar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ldr_radar_init (LdrRadar *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->axis = LDR_RADAR_NO_AXIS;
  self->axis_probes = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->grid_probe = ldr_chart_probe_new (GTK_WIDGET (self), "chart-grid");
  self->line_probe = ldr_chart_probe_new (GTK_WIDGET (self), "chart-line");
  self->plane_probe = ldr_chart_probe_new (GTK_WIDGET (self), "chart-plane");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * ldr_radar_new:
 *
 * Returns: (transfer floating): a radar that shows nothing yet
 */
GtkWidget *
ldr_radar_new (void)
{
  return g_object_new (LDR_TYPE_RADAR, NULL);
}

/**
 * ldr_radar_set_data:
 * @self: a radar
 * @data: (nullable): what to show; its title becomes the accessible name and its summary the description
 */
void
ldr_radar_set_data (LdrRadar *self, LdrRadarData *data)
{
  g_return_if_fail (LDR_IS_RADAR (self));

  clear_picture (self);
  g_clear_pointer (&self->data, ldr_radar_data_unref);
  g_ptr_array_set_size (self->axis_probes, 0);
  self->axis = LDR_RADAR_NO_AXIS;
  if (data != NULL)
    {
      self->data = ldr_radar_data_ref (data);
      for (guint i = 0; i < data->axes->len; i++)
        g_ptr_array_add (
            self->axis_probes,
            ldr_chart_probe_new (GTK_WIDGET (self), ((LdrRadarAxis *) g_ptr_array_index (data->axes, i))->style_class));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, data->title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, data->summary, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ldr_radar_get_axis:
 * @self: a radar
 *
 * Returns: the axis that is read out or pointed at, or -1
 */
int
ldr_radar_get_axis (LdrRadar *self)
{
  g_return_val_if_fail (LDR_IS_RADAR (self), -1);

  return self->axis;
}
