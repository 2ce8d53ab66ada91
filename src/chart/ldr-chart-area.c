/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-area.h"

#include "ldr-chart-probes.h"

#define MINIMUM_WIDTH 160
#define MINIMUM_HEIGHT 120
#define NATURAL_WIDTH 480

/**
 * LdrChartArea:
 *
 * A chart of any kind on the screen. The arrow keys walk through it and say what it shows, Home and End go to the ends;
 * pointing shows the same; Enter and a press tell who listens what is meant. Its colours come from the style sheet:
 * `.chart-grid`, `.chart-dim`, `.chart-plane`, and the classes that the chart names; its symbols from the theme of
 * icons. What was painted is kept until the chart, the size or the style changes.
 */
struct _LdrChartArea
{
  GtkWidget parent_instance;

  LdrChart *chart;
  LdrChartAxis *axis;
  LdrChartPicture *picture;
  double start;
  double end;
  GskRenderNode *node;
  int node_width;
  int node_height;
  LdrChartProbes *probes;
  int stop;
};

G_DEFINE_FINAL_TYPE (LdrChartArea, ldr_chart_area, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void axis_changed_cb (LdrChartArea *self);

static void
clear_picture (LdrChartArea *self)
{
  g_clear_pointer (&self->picture, ldr_chart_picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* With an axis in common the others have to know how much room is needed before any of them paints. */
static void
repaint (LdrChartArea *self)
{
  clear_picture (self);
  if (self->axis != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

static LdrChartPicture *
make_picture (LdrChartArea *self, double start, double end)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LdrChartSetting setting = {
    .context = gtk_widget_get_pango_context (widget),
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .known_year = get_this_year (),
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .start = start,
    .end = end,
    .shares_days = self->axis != NULL,
    .with_symbols = TRUE,
  };

  return ldr_chart_picture_new (self->chart, &setting);
}

/* Makes the picture, tells the axis how much room it needs beside its plot, and makes it again where others need more.
 */
static void
make_shared_picture (LdrChartArea *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double needed_start, needed_end;

  self->picture = make_picture (self, 0, 0);
  if (!ldr_chart_picture_get_margins (self->picture, &needed_start, &needed_end))
    {
      ldr_chart_axis_forget (self->axis, self);
      return;
    }
  g_signal_handlers_block_by_func (self->axis, axis_changed_cb, self);
  ldr_chart_axis_tell (self->axis, self, width, needed_start, needed_end);
  g_signal_handlers_unblock_by_func (self->axis, axis_changed_cb, self);
  ldr_chart_axis_get_margins (self->axis, width, &self->start, &self->end);
  if (self->start == needed_start && self->end == needed_end)
    return;
  ldr_chart_picture_free (self->picture);
  self->picture = make_picture (self, self->start, self->end);
}

static gboolean
ensure_picture (LdrChartArea *self)
{
  if (self->picture == NULL && self->chart != NULL)
    {
      if (self->axis != NULL)
        make_shared_picture (self);
      else
        self->picture = make_picture (self, 0, 0);
      ldr_chart_probes_look (self->probes);
    }
  return self->picture != NULL;
}

/* Others need more room, or no longer as much. */
static void
axis_changed_cb (LdrChartArea *self)
{
  double start, end;

  if (self->picture == NULL || !ldr_chart_picture_get_margins (self->picture, &start, &end))
    return;
  ldr_chart_axis_get_margins (self->axis, gtk_widget_get_width (GTK_WIDGET (self)), &start, &end);
  if (start == self->start && end == self->end)
    return;
  clear_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where there is hardly any room something may stand out of it. Cutting that off once costs nothing in the frames in
 * which the node is kept, as cutting off each time would. */
static GskRenderNode *
cut_off (GskRenderNode *node, int width, int height)
{
  graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t bounds;
  GskRenderNode *cut;

  if (node == NULL)
    return NULL;
  gsk_render_node_get_bounds (node, &bounds);
  if (graphene_rect_contains_rect (&room, &bounds))
    return node;
  cut = gsk_clip_node_new (node, &room);
  gsk_render_node_unref (node);
  return cut;
}

/* In each frame the cairo renderer goes through all points and glyphs of what stays as it is, unless they are under a
 * node that it needs room of its own for, such as an opacity: there it first looks whether anything of it is painted
 * again. For the other renderers a full opacity is as if it were not there. */
static GskRenderNode *
let_be_passed_over (GskRenderNode *node)
{
  GskRenderNode *whole;

  if (node == NULL)
    return NULL;
  whole = gsk_opacity_node_new (node, 1);
  gsk_render_node_unref (node);
  return whole;
}

static GskRenderNode *
make_node (LdrChartArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  ldr_chart_picture_paint (self->picture, ldr_chart_probes_get_inks (self->probes), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  return let_be_passed_over (cut_off (node, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
ldr_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LdrChartArea *self = LDR_CHART_AREA (widget);

  if (!ensure_picture (self))
    return;
  if (self->node == NULL)
    self->node = make_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->stop != LDR_CHART_NO_STOP)
    ldr_chart_picture_paint_stop (self->picture, ldr_chart_probes_get_inks (self->probes), (guint) self->stop,
                                  gtk_widget_get_pango_context (widget), snapshot);
}

static GtkSizeRequestMode
ldr_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ldr_chart_area_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  LdrChartArea *self = LDR_CHART_AREA (widget);
  int width = for_size > 0 ? for_size : NATURAL_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = MINIMUM_HEIGHT;
  *natural = MINIMUM_HEIGHT;
  if (self->chart != NULL)
    *natural = MAX (MINIMUM_HEIGHT, ldr_chart_get_height (self->chart, gtk_widget_get_pango_context (widget), width));
  /* Less than this and some of what the chart shows would be cut off. */
  if (self->chart != NULL && for_size > 0 && ldr_chart_has_own_height (self->chart))
    *minimum = *natural;
}

static void
ldr_chart_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrChartArea *self = LDR_CHART_AREA (widget);

  if (width != self->node_width || height != self->node_height)
    clear_picture (self);
  self->node_width = width;
  self->node_height = height;
  if (self->axis != NULL)
    ensure_picture (self);
}

static void
ldr_chart_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ldr_chart_area_parent_class)->css_changed (widget, change);
  repaint (LDR_CHART_AREA (widget));
}

static void
ldr_chart_area_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ldr_chart_area_parent_class)->direction_changed (widget, previous);
  repaint (LDR_CHART_AREA (widget));
}

static void
ldr_chart_area_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ldr_chart_area_parent_class)->system_setting_changed (widget, setting);
  repaint (LDR_CHART_AREA (widget));
}

static void
set_stop (LdrChartArea *self, int stop)
{
  if (self->stop == stop)
    return;
  self->stop = stop;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrChartArea *self = LDR_CHART_AREA (widget);
  LdrChartStep step = (LdrChartStep) g_variant_get_int32 (arguments);
  g_autofree char *words = NULL;
  int stop;

  if (!ensure_picture (self))
    return GDK_EVENT_PROPAGATE;
  stop = ldr_chart_picture_step (self->picture, self->stop, step);
  if (stop == LDR_CHART_NO_STOP)
    return GDK_EVENT_PROPAGATE;
  set_stop (self, stop);
  words = ldr_chart_picture_read_stop (self->picture, (guint) stop);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  return GDK_EVENT_STOP;
}

static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrChartArea *self = LDR_CHART_AREA (widget);

  if (self->stop == LDR_CHART_NO_STOP)
    return GDK_EVENT_PROPAGATE;
  set_stop (self, LDR_CHART_NO_STOP);
  return GDK_EVENT_STOP;
}

static gboolean
activate (LdrChartArea *self)
{
  int first_day;
  int last_day;

  if (self->stop == LDR_CHART_NO_STOP)
    return GDK_EVENT_PROPAGATE;
  ldr_chart_area_get_stop_days (self, &first_day, &last_day);
  g_signal_emit (self, signals[ACTIVATED], 0, (guint) self->stop, first_day, last_day);
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return activate (LDR_CHART_AREA (widget));
}

static void
pointed_cb (LdrChartArea *self, double x, double y)
{
  if (ensure_picture (self))
    set_stop (self, ldr_chart_picture_pick (self->picture, x, y));
}

static void
left_cb (LdrChartArea *self)
{
  set_stop (self, LDR_CHART_NO_STOP);
}

static void
pressed_cb (LdrChartArea *self, int n_presses, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pointed_cb (self, x, y);
  activate (self);
}

static void
ldr_chart_area_dispose (GObject *object)
{
  LdrChartArea *self = LDR_CHART_AREA (object);

  clear_picture (self);
  ldr_chart_area_set_axis (self, NULL);
  g_clear_pointer (&self->chart, ldr_chart_unref);
  g_clear_pointer (&self->probes, ldr_chart_probes_free);

  G_OBJECT_CLASS (ldr_chart_area_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad_key;
    LdrChartStep step;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, LDR_CHART_STEP_LEFT },  { GDK_KEY_Right, GDK_KEY_KP_Right, LDR_CHART_STEP_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, LDR_CHART_STEP_UP },        { GDK_KEY_Down, GDK_KEY_KP_Down, LDR_CHART_STEP_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, LDR_CHART_STEP_FIRST }, { GDK_KEY_End, GDK_KEY_KP_End, LDR_CHART_STEP_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_cb, "i", (int) keys[i].step);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, 0, step_cb, "i", (int) keys[i].step);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
}

static void
ldr_chart_area_class_init (LdrChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_chart_area_dispose;
  widget_class->snapshot = ldr_chart_area_snapshot;
  widget_class->get_request_mode = ldr_chart_area_get_request_mode;
  widget_class->measure = ldr_chart_area_measure;
  widget_class->size_allocate = ldr_chart_area_size_allocate;
  widget_class->css_changed = ldr_chart_area_css_changed;
  widget_class->direction_changed = ldr_chart_area_direction_changed;
  widget_class->system_setting_changed = ldr_chart_area_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "chart-area");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);

  /**
   * LdrChartArea::activated:
   * @self: an area
   * @stop: the stop that is meant
   * @first_day: the first day that it stands for, or %LDR_CHART_NO_DAY
   * @last_day: the last day, or %LDR_CHART_NO_DAY
   *
   * Somebody wants to see what is behind a point of the chart.
   */
  signals[ACTIVATED] = g_signal_new ("activated", LDR_TYPE_CHART_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
}

static void
ldr_chart_area_init (LdrChartArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  self->stop = LDR_CHART_NO_STOP;
  self->probes = ldr_chart_probes_new (GTK_WIDGET (self));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (repaint), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (press, "released", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/**
 * ldr_chart_area_new:
 *
 * Returns: (transfer floating): an area that shows nothing yet
 */
GtkWidget *
ldr_chart_area_new (void)
{
  return g_object_new (LDR_TYPE_CHART_AREA, NULL);
}

/**
 * ldr_chart_area_set_chart:
 * @self: an area
 * @chart: (nullable): what to show; its title becomes the accessible name and what it says the description
 */
void
ldr_chart_area_set_chart (LdrChartArea *self, LdrChart *chart)
{
  g_return_if_fail (LDR_IS_CHART_AREA (self));

  clear_picture (self);
  g_clear_pointer (&self->chart, ldr_chart_unref);
  ldr_chart_probes_set_chart (self->probes, chart);
  self->stop = LDR_CHART_NO_STOP;
  if (chart == NULL && self->axis != NULL)
    ldr_chart_axis_forget (self->axis, self);
  if (chart != NULL)
    {
      g_autofree char *description = ldr_chart_describe (chart);

      self->chart = ldr_chart_ref (chart);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ldr_chart_get_title (chart),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ldr_chart_area_set_axis:
 * @self: an area
 * @axis: (nullable): the axis of days that it shares with the other charts of its page
 *
 * Lets its plot begin and end at the same place as those of the other charts of the axis that are as wide.
 */
void
ldr_chart_area_set_axis (LdrChartArea *self, LdrChartAxis *axis)
{
  g_return_if_fail (LDR_IS_CHART_AREA (self));

  if (self->axis == axis)
    return;
  if (self->axis != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->axis, axis_changed_cb, self);
      ldr_chart_axis_forget (self->axis, self);
    }
  g_set_object (&self->axis, axis);
  if (axis != NULL)
    g_signal_connect_object (axis, "changed", G_CALLBACK (axis_changed_cb), self, G_CONNECT_SWAPPED);
  repaint (self);
}

/**
 * ldr_chart_area_get_margins:
 * @self: an area
 * @start: (out): how much stands free before its plot, in pixels
 * @end: (out): how much stands free behind it
 *
 * Returns: whether it has a plot over days
 */
gboolean
ldr_chart_area_get_margins (LdrChartArea *self, double *start, double *end)
{
  g_return_val_if_fail (LDR_IS_CHART_AREA (self), FALSE);

  *start = *end = 0;
  return ensure_picture (self) && ldr_chart_picture_get_margins (self->picture, start, end);
}

/**
 * ldr_chart_area_get_chart:
 * @self: an area
 *
 * Returns: (transfer none) (nullable): what it shows
 */
LdrChart *
ldr_chart_area_get_chart (LdrChartArea *self)
{
  g_return_val_if_fail (LDR_IS_CHART_AREA (self), NULL);

  return self->chart;
}

/**
 * ldr_chart_area_get_stop:
 * @self: an area
 *
 * Returns: the stop that is read out or pointed at, or %LDR_CHART_NO_STOP
 */
int
ldr_chart_area_get_stop (LdrChartArea *self)
{
  g_return_val_if_fail (LDR_IS_CHART_AREA (self), LDR_CHART_NO_STOP);

  return self->stop;
}

/**
 * ldr_chart_area_get_stop_days:
 * @self: an area
 * @first_day: (out): the first day of what is read out or pointed at, or %LDR_CHART_NO_DAY
 * @last_day: (out): the last day, or %LDR_CHART_NO_DAY
 */
void
ldr_chart_area_get_stop_days (LdrChartArea *self, int *first_day, int *last_day)
{
  g_return_if_fail (LDR_IS_CHART_AREA (self));

  *first_day = *last_day = LDR_CHART_NO_DAY;
  if (self->stop != LDR_CHART_NO_STOP && ensure_picture (self))
    ldr_chart_picture_get_days (self->picture, (guint) self->stop, first_day, last_day);
}
