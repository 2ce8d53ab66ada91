/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-line-chart.h"

#include "ldr-chart-probe.h"
#include "ldr-line-painter.h"

#define MINIMUM_WIDTH 160
#define MINIMUM_HEIGHT 120
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 240

/**
 * LdrLineChart:
 *
 * Values over days on the screen. The arrow keys walk along the days and say what each shows, Home and End go to the
 * ends; pointing at a day shows the same. Its colours come from the style sheet: `.chart-grid`, `.chart-dim`,
 * `.chart-plane`, `.chart-line`, and the classes of its series and targets. What was painted is kept until the data,
 * the size or the style changes.
 */
struct _LdrLineChart
{
  GtkWidget parent_instance;

  LdrLineData *data;
  LdrLinePicture *picture;
  GskRenderNode *node;
  int node_width;
  int node_height;
  LdrLineLook look;
  GtkWidget *dim_probe;
  GtkWidget *grid_probe;
  GtkWidget *plane_probe;
  GPtrArray *series_probes;
  GPtrArray *target_probes;
  int stop;
};

G_DEFINE_FINAL_TYPE (LdrLineChart, ldr_line_chart, GTK_TYPE_WIDGET)

static void
clear_picture (LdrLineChart *self)
{
  g_clear_pointer (&self->picture, ldr_line_picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->look.series, g_free);
  g_clear_pointer (&self->look.targets, g_free);
}

static void
repaint (LdrLineChart *self)
{
  clear_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkRGBA *
get_colours (const GPtrArray *probes)
{
  GdkRGBA *colours = g_new0 (GdkRGBA, probes->len + 1);

  for (guint i = 0; i < probes->len; i++)
    gtk_widget_get_color (g_ptr_array_index (probes, i), &colours[i]);
  return colours;
}

static void
make_look (LdrLineChart *self)
{
  gtk_widget_get_color (GTK_WIDGET (self), &self->look.base.text);
  gtk_widget_get_color (self->dim_probe, &self->look.base.dim);
  gtk_widget_get_color (self->grid_probe, &self->look.base.grid);
  gtk_widget_get_color (self->plane_probe, &self->look.base.plane);
  self->look.series = get_colours (self->series_probes);
  self->look.targets = get_colours (self->target_probes);
}

static int
get_this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

static void
ensure_picture (LdrLineChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->picture != NULL || self->data == NULL)
    return;
  self->picture = ldr_line_picture_new (self->data, gtk_widget_get_pango_context (widget),
                                        gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, get_this_year (),
                                        gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  make_look (self);
}

static void
ldr_line_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LdrLineChart *self = LDR_LINE_CHART (widget);

  ensure_picture (self);
  if (self->picture == NULL)
    return;
  if (self->node == NULL)
    {
      g_autoptr (GtkSnapshot) own = gtk_snapshot_new ();

      ldr_line_picture_paint (self->picture, &self->look, own);
      self->node = gtk_snapshot_to_node (own);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->stop != LDR_LINE_NO_STOP)
    ldr_line_picture_paint_note (self->picture, &self->look, (guint) self->stop, gtk_widget_get_pango_context (widget),
                                 snapshot);
}

static void
ldr_line_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
ldr_line_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrLineChart *self = LDR_LINE_CHART (widget);

  if (width == self->node_width && height == self->node_height)
    return;
  self->node_width = width;
  self->node_height = height;
  clear_picture (self);
}

static void
ldr_line_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ldr_line_chart_parent_class)->css_changed (widget, change);
  repaint (LDR_LINE_CHART (widget));
}

static void
ldr_line_chart_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ldr_line_chart_parent_class)->direction_changed (widget, previous);
  repaint (LDR_LINE_CHART (widget));
}

static void
ldr_line_chart_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ldr_line_chart_parent_class)->system_setting_changed (widget, setting);
  repaint (LDR_LINE_CHART (widget));
}

static void
set_stop (LdrLineChart *self, int stop)
{
  if (self->stop == stop)
    return;
  self->stop = stop;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
go_to (LdrLineChart *self, int stop)
{
  const GArray *stops = ldr_line_picture_get_stops (self->picture);
  g_autofree char *words = NULL;

  set_stop (self, CLAMP (stop, 0, (int) stops->len - 1));
  words = ldr_line_data_read_stop (self->data, stops, (guint) self->stop);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  return GDK_EVENT_STOP;
}

static int
count_stops (LdrLineChart *self)
{
  ensure_picture (self);
  return self->picture != NULL ? (int) ldr_line_picture_get_stops (self->picture)->len : 0;
}

/* Walks @step days on; the last day is read out first, whichever way one goes: it is what one came for. */
static gboolean
walk (LdrLineChart *self, int step)
{
  int n = count_stops (self);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  return go_to (self, self->stop == LDR_LINE_NO_STOP ? n - 1 : self->stop + step);
}

static gboolean
walk_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean left = g_variant_get_boolean (arguments);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return walk (LDR_LINE_CHART (widget), left == right_to_left ? 1 : -1);
}

static gboolean
go_to_end_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrLineChart *self = LDR_LINE_CHART (widget);
  gboolean first = g_variant_get_boolean (arguments);
  int n = count_stops (self);

  return n > 0 ? go_to (self, first ? 0 : n - 1) : GDK_EVENT_PROPAGATE;
}

static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrLineChart *self = LDR_LINE_CHART (widget);

  if (self->stop == LDR_LINE_NO_STOP)
    return GDK_EVENT_PROPAGATE;
  set_stop (self, LDR_LINE_NO_STOP);
  return GDK_EVENT_STOP;
}

static void
pointed_cb (LdrLineChart *self, double x, double y)
{
  ensure_picture (self);
  if (self->picture != NULL)
    set_stop (self, ldr_line_picture_pick (self->picture, x, y));
}

static void
left_cb (LdrLineChart *self)
{
  set_stop (self, LDR_LINE_NO_STOP);
}

static void
ldr_line_chart_dispose (GObject *object)
{
  LdrLineChart *self = LDR_LINE_CHART (object);

  clear_picture (self);
  g_clear_pointer (&self->data, ldr_line_data_unref);
  g_clear_pointer (&self->dim_probe, gtk_widget_unparent);
  g_clear_pointer (&self->grid_probe, gtk_widget_unparent);
  g_clear_pointer (&self->plane_probe, gtk_widget_unparent);
  g_clear_pointer (&self->series_probes, g_ptr_array_unref);
  g_clear_pointer (&self->target_probes, g_ptr_array_unref);

  G_OBJECT_CLASS (ldr_line_chart_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, walk_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, walk_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, go_to_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
}

static void
ldr_line_chart_class_init (LdrLineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_line_chart_dispose;
  widget_class->snapshot = ldr_line_chart_snapshot;
  widget_class->measure = ldr_line_chart_measure;
  widget_class->size_allocate = ldr_line_chart_size_allocate;
  widget_class->css_changed = ldr_line_chart_css_changed;
  widget_class->direction_changed = ldr_line_chart_direction_changed;
  widget_class->system_setting_changed = ldr_line_chart_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "line-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
ldr_line_chart_init (LdrLineChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->stop = LDR_LINE_NO_STOP;
  self->series_probes = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->target_probes = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->dim_probe = ldr_chart_probe_new (GTK_WIDGET (self), "chart-dim");
  self->grid_probe = ldr_chart_probe_new (GTK_WIDGET (self), "chart-grid");
  self->plane_probe = ldr_chart_probe_new (GTK_WIDGET (self), "chart-plane");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * ldr_line_chart_new:
 *
 * Returns: (transfer floating): a chart that shows nothing yet
 */
GtkWidget *
ldr_line_chart_new (void)
{
  return g_object_new (LDR_TYPE_LINE_CHART, NULL);
}

static void
make_probes (LdrLineChart *self)
{
  for (guint i = 0; i < self->data->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->data->series, i);
      const char *style_class = series->style_class != NULL ? series->style_class : "chart-line";

      g_ptr_array_add (self->series_probes, ldr_chart_probe_new (GTK_WIDGET (self), style_class));
    }
  for (guint i = 0; i < self->data->targets->len; i++)
    {
      const LdrLineTarget *target = g_ptr_array_index (self->data->targets, i);
      const char *style_class = target->style_class != NULL ? target->style_class : "chart-dim";

      g_ptr_array_add (self->target_probes, ldr_chart_probe_new (GTK_WIDGET (self), style_class));
    }
}

/**
 * ldr_line_chart_set_data:
 * @self: a chart
 * @data: (nullable): what to show; its title becomes the accessible name and its summary the description
 */
void
ldr_line_chart_set_data (LdrLineChart *self, LdrLineData *data)
{
  g_return_if_fail (LDR_IS_LINE_CHART (self));

  clear_picture (self);
  g_clear_pointer (&self->data, ldr_line_data_unref);
  g_ptr_array_set_size (self->series_probes, 0);
  g_ptr_array_set_size (self->target_probes, 0);
  self->stop = LDR_LINE_NO_STOP;
  if (data != NULL)
    {
      g_autofree char *description = ldr_line_data_get_description (data);

      self->data = ldr_line_data_ref (data);
      make_probes (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, data->title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ldr_line_chart_get_stop_day:
 * @self: a chart
 *
 * Returns: the day that is read out or pointed at, or %LDR_LINE_NO_DAY
 */
int
ldr_line_chart_get_stop_day (LdrLineChart *self)
{
  g_return_val_if_fail (LDR_IS_LINE_CHART (self), LDR_LINE_NO_DAY);

  if (self->stop == LDR_LINE_NO_STOP)
    return LDR_LINE_NO_DAY;
  ensure_picture (self);
  return g_array_index (ldr_line_picture_get_stops (self->picture), int, self->stop);
}
