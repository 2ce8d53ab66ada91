/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pages-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ldr-pages-canvas.h"

#define ZOOM_STEP 1.25
/* How far an arrow key scrolls, in pixels. */
#define LINE 48.0

/**
 * LdrPagesView:
 *
 * A document's pages to read: they scroll, Page Up, Page Down, Home and End go through them, Ctrl with plus, minus and
 * 0, with the wheel, and a pinch make them larger and smaller. Below stands which of how many is read.
 */
struct _LdrPagesView
{
  AdwBin parent_instance;

  GtkWidget *canvas;
  GtkWidget *bar;
  GtkWidget *place;
  guint n_pages;
  guint tell_id;
  double pinch_start;
};

G_DEFINE_FINAL_TYPE (LdrPagesView, ldr_pages_view, ADW_TYPE_BIN)

typedef enum
{
  STEP_LINE_UP,
  STEP_LINE_DOWN,
  STEP_SCREEN_UP,
  STEP_SCREEN_DOWN,
  STEP_PAGE_UP,
  STEP_PAGE_DOWN,
  STEP_FIRST,
  STEP_LAST,
} Step;

/* --- Which page --- */

static void
tell_page_cb (gpointer data)
{
  LdrPagesView *self = data;
  /* Translators: where somebody is in a document: "2 of 7" pages */
  g_autofree char *place = g_strdup_printf (
      _ ("%u of %u"), ldr_pages_canvas_get_page (LDR_PAGES_CANVAS (self->canvas)) + 1, self->n_pages);
  g_autofree char *words = g_strdup_printf (
      _ ("Page %u of %u"), ldr_pages_canvas_get_page (LDR_PAGES_CANVAS (self->canvas)) + 1, self->n_pages);

  self->tell_id = 0;
  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Which page it is comes to light while everything is given its place: a label may not grow then. */
static void
page_changed_cb (LdrPagesView *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_once (tell_page_cb, self);
}

/* --- Keys, wheel and pinch --- */

static void
take_step (LdrPagesView *self, Step step)
{
  LdrPagesCanvas *canvas = LDR_PAGES_CANVAS (self->canvas);
  guint page = ldr_pages_canvas_get_page (canvas);

  switch (step)
    {
    case STEP_LINE_UP:
      ldr_pages_canvas_scroll (canvas, 0, -LINE);
      break;
    case STEP_LINE_DOWN:
      ldr_pages_canvas_scroll (canvas, 0, LINE);
      break;
    case STEP_SCREEN_UP:
      ldr_pages_canvas_scroll (canvas, -1, 0);
      break;
    case STEP_SCREEN_DOWN:
      ldr_pages_canvas_scroll (canvas, 1, 0);
      break;
    case STEP_PAGE_UP:
      ldr_pages_canvas_show_page (canvas, page > 0 ? page - 1 : 0);
      break;
    case STEP_PAGE_DOWN:
      ldr_pages_canvas_show_page (canvas, page + 1);
      break;
    case STEP_FIRST:
      ldr_pages_canvas_show_page (canvas, 0);
      break;
    case STEP_LAST:
      ldr_pages_canvas_show_page (canvas, G_MAXUINT);
      break;
    }
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  take_step (LDR_PAGES_VIEW (widget), (Step) g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static void
zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrPagesView *self = LDR_PAGES_VIEW (widget);
  LdrPagesCanvas *canvas = LDR_PAGES_CANVAS (self->canvas);
  double zoom = ldr_pages_canvas_get_zoom (canvas);

  if (g_str_equal (action, "pages.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (action, "pages.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 0;
  ldr_pages_canvas_set_zoom (canvas, zoom);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, LdrPagesView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  LdrPagesCanvas *canvas = LDR_PAGES_CANVAS (self->canvas);

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  ldr_pages_canvas_set_zoom (canvas, ldr_pages_canvas_get_zoom (canvas) * pow (ZOOM_STEP, -CLAMP (dy, -1, 1)));
  return GDK_EVENT_STOP;
}

static void
pinch_begun_cb (LdrPagesView *self)
{
  self->pinch_start = ldr_pages_canvas_get_zoom (LDR_PAGES_CANVAS (self->canvas));
}

static void
pinched_cb (LdrPagesView *self, double scale)
{
  ldr_pages_canvas_set_zoom (LDR_PAGES_CANVAS (self->canvas), self->pinch_start * scale);
}

static void
add_gestures (LdrPagesView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* --- An object --- */

static void
ldr_pages_view_dispose (GObject *object)
{
  LdrPagesView *self = LDR_PAGES_VIEW (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);

  G_OBJECT_CLASS (ldr_pages_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad_key;
    GdkModifierType modifiers;
    Step step;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, STEP_LINE_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, STEP_LINE_DOWN },
    { GDK_KEY_space, GDK_KEY_KP_Space, 0, STEP_SCREEN_DOWN },
    { GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, STEP_SCREEN_UP },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, STEP_PAGE_UP },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, STEP_PAGE_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, STEP_LAST },
  };
  static const struct
  {
    guint key;
    const char *action;
  } zooms[] = {
    { GDK_KEY_plus, "pages.zoom-in" },   { GDK_KEY_equal, "pages.zoom-in" },        { GDK_KEY_KP_Add, "pages.zoom-in" },
    { GDK_KEY_minus, "pages.zoom-out" }, { GDK_KEY_KP_Subtract, "pages.zoom-out" }, { GDK_KEY_0, "pages.zoom-fit" },
    { GDK_KEY_KP_0, "pages.zoom-fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, step_cb, "i", (int) keys[i].step);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, keys[i].modifiers, step_cb, "i",
                                    (int) keys[i].step);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK, zooms[i].action, NULL);
}

static void
ldr_pages_view_class_init (LdrPagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_pages_view_dispose;
  gtk_widget_class_install_action (widget_class, "pages.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "pages.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "pages.zoom-fit", NULL, zoom_action);
  gtk_widget_class_set_css_name (widget_class, "pages-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_keys (widget_class);
}

static GtkWidget *
make_button (const char *icon_name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  return button;
}

static GtkWidget *
make_bar (LdrPagesView *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_END,
                                 "margin-bottom", 12, "visible", FALSE, NULL);

  self->place = g_object_new (GTK_TYPE_LABEL, "margin-start", 12, "margin-end", 6, NULL);
  gtk_widget_add_css_class (self->place, "numeric");
  gtk_box_append (GTK_BOX (bar), self->place);
  gtk_box_append (GTK_BOX (bar), make_button ("zoom-out-symbolic", _ ("Smaller Pages"), "pages.zoom-out"));
  gtk_box_append (GTK_BOX (bar), make_button ("zoom-fit-best-symbolic", _ ("Fit Pages to Width"), "pages.zoom-fit"));
  gtk_box_append (GTK_BOX (bar), make_button ("zoom-in-symbolic", _ ("Larger Pages"), "pages.zoom-in"));
  gtk_widget_add_css_class (bar, "osd");
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_add_css_class (bar, "pages-bar");
  return bar;
}

static void
ldr_pages_view_init (LdrPagesView *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *scroller = gtk_scrolled_window_new ();

  self->canvas = ldr_pages_canvas_new ();
  self->bar = make_bar (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->canvas);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->bar);
  adw_bin_set_child (ADW_BIN (self), overlay);
  g_signal_connect_object (self->canvas, "notify::page", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  add_gestures (self);
}

/**
 * ldr_pages_view_new:
 *
 * Returns: (transfer floating): a view without pages
 */
GtkWidget *
ldr_pages_view_new (void)
{
  return g_object_new (LDR_TYPE_PAGES_VIEW, NULL);
}

/**
 * ldr_pages_view_set_pages:
 * @self: a view
 * @pages: (nullable): pages of a document that was written to the end
 *
 * Shows other pages, at the place where those before were read.
 */
void
ldr_pages_view_set_pages (LdrPagesView *self, LdrPages *pages)
{
  g_return_if_fail (LDR_IS_PAGES_VIEW (self));

  self->n_pages = pages != NULL ? ldr_pages_get_n_pages (pages) : 0;
  ldr_pages_canvas_set_pages (LDR_PAGES_CANVAS (self->canvas), pages);
  gtk_widget_set_visible (self->bar, pages != NULL);
  page_changed_cb (self);
}

/**
 * ldr_pages_view_get_page:
 * @self: a view
 *
 * Returns: the page that is read, from 0
 */
guint
ldr_pages_view_get_page (LdrPagesView *self)
{
  g_return_val_if_fail (LDR_IS_PAGES_VIEW (self), 0);

  return ldr_pages_canvas_get_page (LDR_PAGES_CANVAS (self->canvas));
}

/**
 * ldr_pages_view_show_page:
 * @self: a view
 * @page: which, from 0; any number beyond the last means that one
 */
void
ldr_pages_view_show_page (LdrPagesView *self, guint page)
{
  g_return_if_fail (LDR_IS_PAGES_VIEW (self));

  ldr_pages_canvas_show_page (LDR_PAGES_CANVAS (self->canvas), page);
}

/**
 * ldr_pages_view_get_zoom:
 * @self: a view
 *
 * Returns: how large the pages are; 1 is as on paper
 */
double
ldr_pages_view_get_zoom (LdrPagesView *self)
{
  g_return_val_if_fail (LDR_IS_PAGES_VIEW (self), 1);

  return ldr_pages_canvas_get_zoom (LDR_PAGES_CANVAS (self->canvas));
}
