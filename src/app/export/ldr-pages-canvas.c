/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pages-canvas.h"

#include <math.h>

#include "ldr-page-sheet.h"

/* Around and between the sheets. */
#define GAP 18
#define NARROW_GAP 9
#define NARROW 400
/* A point of paper on the screen at zoom 1. */
#define PIXELS_A_POINT (96.0 / 72.0)
/* In a wide window a page is not made wider than it is easily read. */
#define MAX_FITTED_ZOOM 1.25
/* Pages on both sides of those in sight that are there too, so that whoever does not see the screen can go on. */
#define BESIDE 1

/**
 * LdrPagesCanvas:
 *
 * The sheets of a document below each other, to be put into a scrolled window. Only those in sight and their
 * neighbours exist.
 */
struct _LdrPagesCanvas
{
  GtkWidget parent_instance;

  LdrPages *pages;
  /* From page number to sheet. */
  GHashTable *sheets;
  /* 0: as wide as there is room. */
  double zoom;
  guint page;
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  /* What stood at the top when the size changed: a number of pages and a part of one. Below 0: as it is. */
  double kept_place;
};

enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrPagesCanvas,
                               ldr_pages_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
get_n_pages (LdrPagesCanvas *self)
{
  return self->pages != NULL ? ldr_pages_get_n_pages (self->pages) : 0;
}

static int
get_gap (LdrPagesCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < NARROW ? NARROW_GAP : GAP;
}

/* The size of a sheet on the screen. */
static void
get_sheet_size (LdrPagesCanvas *self, int *width, int *height)
{
  double paper_width, paper_height;
  double zoom = ldr_pages_canvas_get_zoom (self) * PIXELS_A_POINT;

  ldr_pages_get_size (self->pages, &paper_width, &paper_height);
  *width = MAX (1, (int) floor (paper_width * zoom));
  *height = MAX (1, (int) floor (*width * paper_height / paper_width));
}

static double
get_value (LdrPagesCanvas *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

/* --- Which sheets there are --- */

static void
clear_sheets (LdrPagesCanvas *self)
{
  GHashTableIter iter;
  gpointer sheet;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, NULL, &sheet))
    {
      gtk_widget_unparent (sheet);
      g_hash_table_iter_remove (&iter);
    }
}

static void
drop_sheets_outside (LdrPagesCanvas *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer page, sheet;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, &page, &sheet))
    {
      if (GPOINTER_TO_UINT (page) >= first && GPOINTER_TO_UINT (page) <= last)
        continue;
      gtk_widget_unparent (sheet);
      g_hash_table_iter_remove (&iter);
    }
}

/* Adds those that are missing, in their order among the children. */
static void
add_sheets (LdrPagesCanvas *self, guint first, guint last)
{
  GtkWidget *before = NULL;

  for (guint page = first; page <= last; page++)
    {
      GtkWidget *sheet = g_hash_table_lookup (self->sheets, GUINT_TO_POINTER (page));

      if (sheet == NULL)
        {
          sheet = ldr_page_sheet_new (self->pages, page);
          g_hash_table_insert (self->sheets, GUINT_TO_POINTER (page), sheet);
          gtk_widget_insert_after (sheet, GTK_WIDGET (self), before);
        }
      before = sheet;
    }
}

/* --- Where they are --- */

static void
place_sheets (LdrPagesCanvas *self, int sheet_width, int sheet_height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int gap = get_gap (self), height = gtk_widget_get_height (widget);
  int room = MAX (gtk_widget_get_width (widget), sheet_width + 2 * gap);
  double top = get_value (self, GTK_ORIENTATION_VERTICAL), left = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double step = sheet_height + gap;
  guint last_page = get_n_pages (self) - 1;
  guint first = (guint) CLAMP (floor (top / step), 0, last_page);
  guint last = (guint) CLAMP (floor ((top + height - gap) / step), 0, last_page);
  guint from = first > BESIDE ? first - BESIDE : 0, to = MIN (last + BESIDE, last_page);

  drop_sheets_outside (self, from, to);
  add_sheets (self, from, to);
  for (guint page = from; page <= to; page++)
    {
      GtkWidget *sheet = g_hash_table_lookup (self->sheets, GUINT_TO_POINTER (page));
      graphene_point_t point = GRAPHENE_POINT_INIT ((float) round ((room - sheet_width) / 2.0 - left),
                                                    (float) round (gap + page * step - top));

      gtk_widget_set_child_visible (sheet, page >= first && page <= last);
      gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (sheet, sheet_width, sheet_height, -1, gsk_transform_translate (NULL, &point));
    }
}

/* The page that takes the middle of the screen. */
static void
update_page (LdrPagesCanvas *self, int sheet_height)
{
  double middle = get_value (self, GTK_ORIENTATION_VERTICAL) + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  double page = floor ((middle - get_gap (self)) / (sheet_height + get_gap (self)));
  guint now = (guint) CLAMP (page, 0, get_n_pages (self) - 1);

  if (now == self->page)
    return;
  self->page = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
configure (LdrPagesCanvas *self, GtkOrientation orientation, double value, double whole, double room, double step)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, MAX (0, whole - room)), 0,
                              MAX (whole, room), step, room * 0.9, room);
}

static void
ldr_pages_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrPagesCanvas *self = LDR_PAGES_CANVAS (widget);
  int gap = get_gap (self), sheet_width, sheet_height;
  double top = get_value (self, GTK_ORIENTATION_VERTICAL), left = get_value (self, GTK_ORIENTATION_HORIZONTAL);

  if (self->pages == NULL)
    {
      configure (self, GTK_ORIENTATION_VERTICAL, 0, height, height, 1);
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0, width, width, 1);
      return;
    }
  get_sheet_size (self, &sheet_width, &sheet_height);
  if (self->kept_place >= 0)
    top = self->kept_place * (sheet_height + gap);
  self->kept_place = -1;
  configure (self, GTK_ORIENTATION_VERTICAL, top, gap + (double) get_n_pages (self) * (sheet_height + gap), height, 48);
  configure (self, GTK_ORIENTATION_HORIZONTAL, left, sheet_width + 2 * gap, width, 48);
  place_sheets (self, sheet_width, sheet_height);
  update_page (self, sheet_height);
}

/* Whatever stands at the top is to stand there again when the sheets have their new size. */
static void
keep_place (LdrPagesCanvas *self)
{
  int width, height;

  if (self->pages != NULL && self->kept_place < 0)
    {
      get_sheet_size (self, &width, &height);
      self->kept_place = get_value (self, GTK_ORIENTATION_VERTICAL) / (height + get_gap (self));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ldr_pages_canvas_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 640;
}

/* --- An object --- */

static void
set_adjustment (LdrPagesCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment == self->adjustments[orientation])
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ldr_pages_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LdrPagesCanvas *self = LDR_PAGES_CANVAS (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, ldr_pages_canvas_get_zoom (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ldr_pages_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LdrPagesCanvas *self = LDR_PAGES_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ldr_pages_canvas_dispose (GObject *object)
{
  LdrPagesCanvas *self = LDR_PAGES_CANVAS (object);

  clear_sheets (self);
  g_clear_pointer (&self->pages, ldr_pages_unref);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (ldr_pages_canvas_parent_class)->dispose (object);
}

static void
ldr_pages_canvas_finalize (GObject *object)
{
  g_hash_table_unref (LDR_PAGES_CANVAS (object)->sheets);

  G_OBJECT_CLASS (ldr_pages_canvas_parent_class)->finalize (object);
}

static void
ldr_pages_canvas_class_init (LdrPagesCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_pages_canvas_dispose;
  object_class->finalize = ldr_pages_canvas_finalize;
  object_class->get_property = ldr_pages_canvas_get_property;
  object_class->set_property = ldr_pages_canvas_set_property;
  widget_class->measure = ldr_pages_canvas_measure;
  widget_class->size_allocate = ldr_pages_canvas_size_allocate;
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, LDR_PAGES_MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "pages-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ldr_pages_canvas_init (LdrPagesCanvas *self)
{
  self->sheets = g_hash_table_new (NULL, NULL);
  self->kept_place = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * ldr_pages_canvas_new:
 *
 * Returns: (transfer floating): a canvas without pages, which shows them as wide as there is room
 */
GtkWidget *
ldr_pages_canvas_new (void)
{
  return g_object_new (LDR_TYPE_PAGES_CANVAS, NULL);
}

/**
 * ldr_pages_canvas_set_pages:
 * @self: a canvas
 * @pages: (nullable): pages of a document that was written to the end
 *
 * Shows other pages at the place where those before were read.
 */
void
ldr_pages_canvas_set_pages (LdrPagesCanvas *self, LdrPages *pages)
{
  g_return_if_fail (LDR_IS_PAGES_CANVAS (self));

  keep_place (self);
  clear_sheets (self);
  g_clear_pointer (&self->pages, ldr_pages_unref);
  if (pages != NULL)
    self->pages = ldr_pages_ref (pages);
  else
    self->kept_place = -1;
  self->page = MIN (self->page, get_n_pages (self) > 0 ? get_n_pages (self) - 1 : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * ldr_pages_canvas_get_page:
 * @self: a canvas
 *
 * Returns: the page in the middle of what is to be seen, from 0
 */
guint
ldr_pages_canvas_get_page (LdrPagesCanvas *self)
{
  g_return_val_if_fail (LDR_IS_PAGES_CANVAS (self), 0);

  return self->page;
}

/**
 * ldr_pages_canvas_show_page:
 * @self: a canvas
 * @page: which, from 0; any number beyond the last means that one
 *
 * Brings the top of a page to the top of the canvas.
 */
void
ldr_pages_canvas_show_page (LdrPagesCanvas *self, guint page)
{
  int width, height;

  g_return_if_fail (LDR_IS_PAGES_CANVAS (self));

  if (self->pages == NULL || self->adjustments[GTK_ORIENTATION_VERTICAL] == NULL)
    return;
  get_sheet_size (self, &width, &height);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                            (double) MIN (page, get_n_pages (self) - 1) * (height + get_gap (self)));
}

/**
 * ldr_pages_canvas_scroll:
 * @self: a canvas
 * @screens: how much of what is to be seen goes by, negative towards the beginning
 * @pixels: how much further
 */
void
ldr_pages_canvas_scroll (LdrPagesCanvas *self, double screens, double pixels)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (LDR_IS_PAGES_CANVAS (self));

  adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels
                                              + screens * gtk_adjustment_get_page_increment (adjustment));
}

/**
 * ldr_pages_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how large the pages are; 1 is as on paper
 */
double
ldr_pages_canvas_get_zoom (LdrPagesCanvas *self)
{
  double width, height, room;

  g_return_val_if_fail (LDR_IS_PAGES_CANVAS (self), 1);

  if (self->zoom > 0 || self->pages == NULL)
    return self->zoom > 0 ? self->zoom : 1;
  ldr_pages_get_size (self->pages, &width, &height);
  room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * get_gap (self);
  return CLAMP (room / (width * PIXELS_A_POINT), LDR_PAGES_MIN_ZOOM, MAX_FITTED_ZOOM);
}

/**
 * ldr_pages_canvas_set_zoom:
 * @self: a canvas
 * @zoom: how large the pages are to be, or 0 for as wide as there is room
 */
void
ldr_pages_canvas_set_zoom (LdrPagesCanvas *self, double zoom)
{
  g_return_if_fail (LDR_IS_PAGES_CANVAS (self));

  keep_place (self);
  self->zoom = zoom > 0 ? CLAMP (zoom, LDR_PAGES_MIN_ZOOM, LDR_PAGES_MAX_ZOOM) : 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}
