/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-sparkline.h"

#include <math.h>
#include "ldr-chart-scale.h"

#define MINIMUM_WIDTH 24
#define NATURAL_WIDTH 96
#define HEIGHT 24
#define LINE_WIDTH 2.0
#define END_SIZE 3.5
#define DOT_SIZE 1.5

/**
 * LdrSparkline:
 *
 * The course of a value in the room of a word, for lists: a line in the text's colour, without axes, the last value
 * marked. A missing value leaves a gap. It takes no focus; whoever uses it says in words what it shows, with
 * ldr_sparkline_set_label(). What was painted is kept until the values, the size or the style changes.
 */
struct _LdrSparkline
{
  GtkWidget parent_instance;

  LdrChartPoint *points;
  guint n_points;
  double low;
  double high;
  GskRenderNode *node;
  int node_width;
  int node_height;
};

G_DEFINE_FINAL_TYPE (LdrSparkline, ldr_sparkline, GTK_TYPE_WIDGET)

static void
forget (LdrSparkline *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_scales (LdrSparkline *self, LdrChartScale *days, LdrChartScale *values)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double margin = END_SIZE + 0.5;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  *days = (LdrChartScale) { self->points[0].day, self->points[self->n_points - 1].day, margin, width - margin };
  if (right_to_left)
    *days = (LdrChartScale) { days->low, days->high, days->end, days->start };
  /* One value alone is the newest of its days. */
  if (days->low == days->high)
    days->start = days->end;
  *values = (LdrChartScale) { G_MAXDOUBLE, -G_MAXDOUBLE, height - margin, margin };
  ldr_chart_find_range (self->points, self->n_points, &values->low, &values->high);
  if (isfinite (self->low))
    values->low = self->low;
  if (isfinite (self->high))
    values->high = self->high;
}

static graphene_point_t
map_point (const LdrChartPoint *point, const LdrChartScale *days, const LdrChartScale *values)
{
  return GRAPHENE_POINT_INIT (
      (float) ldr_chart_scale_map (days, point->day),
      (float) ldr_chart_scale_map (values, CLAMP (point->value, values->low, MAX (values->low, values->high))));
}

static void
paint (LdrSparkline *self, GtkSnapshot *snapshot)
{
  g_autoptr (GskPathBuilder) lines = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) dots = gsk_path_builder_new ();
  g_autoptr (GskPath) line_path = NULL;
  g_autoptr (GskPath) dot_path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  g_autoptr (GArray) vertices = NULL;
  LdrChartScale days, values;
  GdkRGBA colour;

  make_scales (self, &days, &values);
  vertices = ldr_chart_trace (self->points, self->n_points, NULL, 0, (guint) gtk_widget_get_width (GTK_WIDGET (self)));
  for (guint i = 0; i < vertices->len; i++)
    {
      const LdrChartVertex *vertex = &g_array_index (vertices, LdrChartVertex, i);
      graphene_point_t point = map_point (&self->points[vertex->index], &days, &values);

      if (i + 1 == vertices->len)
        gsk_path_builder_add_circle (dots, &point, END_SIZE);
      else if (vertex->starts && vertex->ends)
        gsk_path_builder_add_circle (dots, &point, DOT_SIZE);
      if (vertex->starts)
        gsk_path_builder_move_to (lines, point.x, point.y);
      else
        gsk_path_builder_line_to (lines, point.x, point.y);
    }
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  line_path = gsk_path_builder_to_path (lines);
  dot_path = gsk_path_builder_to_path (dots);
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, &colour);
  gtk_snapshot_append_fill (snapshot, dot_path, GSK_FILL_RULE_WINDING, &colour);
}

static gboolean
has_any_value (LdrSparkline *self)
{
  double low = G_MAXDOUBLE;
  double high = -G_MAXDOUBLE;

  return ldr_chart_find_range (self->points, self->n_points, &low, &high);
}

static void
ldr_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LdrSparkline *self = LDR_SPARKLINE (widget);

  if (self->node == NULL && has_any_value (self))
    {
      g_autoptr (GtkSnapshot) own = gtk_snapshot_new ();

      paint (self, own);
      self->node = gtk_snapshot_to_node (own);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
ldr_sparkline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MINIMUM_WIDTH : HEIGHT;
  *natural = across ? NATURAL_WIDTH : HEIGHT;
}

static void
ldr_sparkline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrSparkline *self = LDR_SPARKLINE (widget);

  /* A row of a list is allocated anew each time that it shows something else. */
  if (width == self->node_width && height == self->node_height)
    return;
  self->node_width = width;
  self->node_height = height;
  forget (self);
}

static void
ldr_sparkline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ldr_sparkline_parent_class)->css_changed (widget, change);
  forget (LDR_SPARKLINE (widget));
}

static void
ldr_sparkline_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ldr_sparkline_parent_class)->direction_changed (widget, previous);
  forget (LDR_SPARKLINE (widget));
}

static void
ldr_sparkline_dispose (GObject *object)
{
  LdrSparkline *self = LDR_SPARKLINE (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->points, g_free);
  self->n_points = 0;

  G_OBJECT_CLASS (ldr_sparkline_parent_class)->dispose (object);
}

static void
ldr_sparkline_class_init (LdrSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_sparkline_dispose;
  widget_class->snapshot = ldr_sparkline_snapshot;
  widget_class->measure = ldr_sparkline_measure;
  widget_class->size_allocate = ldr_sparkline_size_allocate;
  widget_class->css_changed = ldr_sparkline_css_changed;
  widget_class->direction_changed = ldr_sparkline_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ldr_sparkline_init (LdrSparkline *self)
{
  self->low = NAN;
  self->high = NAN;
}

/**
 * ldr_sparkline_new:
 *
 * Returns: (transfer floating): a line without values
 */
GtkWidget *
ldr_sparkline_new (void)
{
  return g_object_new (LDR_TYPE_SPARKLINE, NULL);
}

/**
 * ldr_sparkline_set_points:
 * @self: a sparkline
 * @points: (array length=n_points) (nullable): the values in the order of their days; they are copied
 * @n_points: how many there are
 *
 * Shows values. The first and the last day are its ends; a value of NAN leaves a gap.
 */
void
ldr_sparkline_set_points (LdrSparkline *self, const LdrChartPoint *points, guint n_points)
{
  g_return_if_fail (LDR_IS_SPARKLINE (self));

  g_free (self->points);
  self->points = g_memdup2 (points, sizeof (LdrChartPoint) * n_points);
  self->n_points = n_points;
  forget (self);
}

/**
 * ldr_sparkline_set_range:
 * @self: a sparkline
 * @low: the value at its bottom, or NAN for the lowest that is shown
 * @high: the value at its top, above @low, or NAN for the highest that is shown
 *
 * Says what its height stands for, so that lines below one another can be compared. Without this each fills its height.
 */
void
ldr_sparkline_set_range (LdrSparkline *self, double low, double high)
{
  g_return_if_fail (LDR_IS_SPARKLINE (self));

  self->low = low;
  self->high = high;
  forget (self);
}

/**
 * ldr_sparkline_set_label:
 * @self: a sparkline
 * @label: what it shows, in words, such as "From 3 in June to 7 now"
 *
 * Says in words what the line shows, for those who do not see it.
 */
void
ldr_sparkline_set_label (LdrSparkline *self, const char *label)
{
  g_return_if_fail (LDR_IS_SPARKLINE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
