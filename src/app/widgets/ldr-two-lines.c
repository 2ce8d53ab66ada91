/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-two-lines.h"

#define LINES 2

/**
 * LdrTwoLines:
 *
 * The beginning of a text, on two lines at most, for rows of long lists. A #GtkLabel that wraps shapes its text anew
 * for each width that it is asked about, and for none; this one has no width of its own, and shapes it once for the
 * width that it gets.
 */
struct _LdrTwoLines
{
  GtkWidget parent_instance;

  char *text;
  PangoAttrList *attributes;
  PangoLayout *layout; /* NULL until it is measured: before, the font is not known. */
};

G_DEFINE_FINAL_TYPE (LdrTwoLines, ldr_two_lines, GTK_TYPE_WIDGET)

/* The layout follows the font of the widget from then on. */
static PangoLayout *
ensure_layout (LdrTwoLines *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -LINES);
      pango_layout_set_attributes (self->layout, self->attributes);
    }

  return self->layout;
}

static GtkSizeRequestMode
ldr_two_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ldr_two_lines_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  LdrTwoLines *self = LDR_TWO_LINES (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      PangoLayout *layout = ensure_layout (self);

      pango_layout_set_width (layout, for_size >= 0 ? for_size * PANGO_SCALE : -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
    }
  *minimum = height;
  *natural = height;
}

static void
ldr_two_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PangoLayout *layout = ensure_layout (LDR_TWO_LINES (widget));
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

static void
ldr_two_lines_finalize (GObject *object)
{
  LdrTwoLines *self = LDR_TWO_LINES (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_free (self->text);

  G_OBJECT_CLASS (ldr_two_lines_parent_class)->finalize (object);
}

static void
ldr_two_lines_class_init (LdrTwoLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ldr_two_lines_finalize;
  widget_class->get_request_mode = ldr_two_lines_get_request_mode;
  widget_class->measure = ldr_two_lines_measure;
  widget_class->snapshot = ldr_two_lines_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ldr_two_lines_init (LdrTwoLines *self)
{
  self->text = g_strdup ("");
}

/**
 * ldr_two_lines_new:
 *
 * Makes a widget without text.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
ldr_two_lines_new (void)
{
  return g_object_new (LDR_TYPE_TWO_LINES, NULL);
}

/**
 * ldr_two_lines_set_text:
 * @self: two lines
 * @text: what to show the beginning of
 * @attributes: (nullable): how parts of it look
 *
 * Shows another text.
 */
void
ldr_two_lines_set_text (LdrTwoLines *self, const char *text, PangoAttrList *attributes)
{
  g_return_if_fail (LDR_IS_TWO_LINES (self));

  g_set_str (&self->text, text);
  if (attributes != NULL)
    pango_attr_list_ref (attributes);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes;
  if (self->layout != NULL)
    {
      pango_layout_set_text (self->layout, text, -1);
      pango_layout_set_attributes (self->layout, attributes);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ldr_two_lines_get_text:
 * @self: two lines
 *
 * Returns: (transfer none): the text, whole
 */
const char *
ldr_two_lines_get_text (LdrTwoLines *self)
{
  g_return_val_if_fail (LDR_IS_TWO_LINES (self), NULL);

  return self->text;
}
