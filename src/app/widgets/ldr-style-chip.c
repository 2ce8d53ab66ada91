/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-style-chip.h"

#include <glib/gi18n.h>
#include "content/ldr-style-text.h"

/**
 * LdrStyleChip:
 *
 * A style that was used, or a pitfall that was noticed: its symbol, its name, its colour. A pitfall says so in words
 * and has an outline where a style is filled, so that the colour is never the only sign.
 */
struct _LdrStyleChip
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  char *style_class;
};

G_DEFINE_FINAL_TYPE (LdrStyleChip, ldr_style_chip, GTK_TYPE_WIDGET)

static char *
get_style_class (LdrStyle style)
{
  return g_strconcat ("style-", ldr_style_to_id (style), NULL);
}

static void
ldr_style_chip_dispose (GObject *object)
{
  LdrStyleChip *self = LDR_STYLE_CHIP (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (ldr_style_chip_parent_class)->dispose (object);
}

static void
ldr_style_chip_finalize (GObject *object)
{
  g_free (LDR_STYLE_CHIP (object)->style_class);

  G_OBJECT_CLASS (ldr_style_chip_parent_class)->finalize (object);
}

static void
ldr_style_chip_class_init (LdrStyleChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_style_chip_dispose;
  object_class->finalize = ldr_style_chip_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ldr_style_chip_init (LdrStyleChip *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);
  self->icon = gtk_image_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "style-chip");
}

/**
 * ldr_style_chip_describe:
 * @style: a management style
 * @pitfall: whether its pitfall is meant
 *
 * Names a style that was used or a pitfall that was noticed, such as "pitfall: Integrator".
 *
 * Returns: (transfer full): the name
 */
char *
ldr_style_chip_describe (LdrStyle style, gboolean pitfall)
{
  if (!pitfall)
    return g_strdup (ldr_style_get_name (style));

  /* Translators: %s is the name of a management style whose pitfall was noticed */
  return g_strdup_printf (_ ("pitfall: %s"), ldr_style_get_name (style));
}

/**
 * ldr_style_chip_new:
 * @style: a management style
 * @pitfall: whether its pitfall is meant
 *
 * Makes a chip.
 *
 * Returns: (transfer floating): a new chip
 */
GtkWidget *
ldr_style_chip_new (LdrStyle style, gboolean pitfall)
{
  LdrStyleChip *self = g_object_new (LDR_TYPE_STYLE_CHIP, NULL);

  ldr_style_chip_set_style (self, style, pitfall);

  return GTK_WIDGET (self);
}

/**
 * ldr_style_chip_set_style:
 * @self: a chip
 * @style: a management style
 * @pitfall: whether its pitfall is meant
 *
 * Makes the chip stand for another style, so that rows of a list can be used again.
 */
void
ldr_style_chip_set_style (LdrStyleChip *self, LdrStyle style, gboolean pitfall)
{
  g_autofree char *style_class = get_style_class (style);
  g_autofree char *name = ldr_style_chip_describe (style, pitfall);

  g_return_if_fail (LDR_IS_STYLE_CHIP (self));

  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style_class);
  g_set_str (&self->style_class, style_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), style_class);
  if (pitfall)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pitfall");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pitfall");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), ldr_style_get_icon_name (style));
  gtk_label_set_label (GTK_LABEL (self->label), name);
}

/**
 * ldr_style_toggle_new:
 * @style: a management style
 * @pitfall: whether its pitfall is meant
 *
 * Makes a small toggle button with the symbol of a style, for a row of filters. Its tooltip and its accessible name say
 * in words what it stands for.
 *
 * Returns: (transfer floating): a new button
 */
GtkWidget *
ldr_style_toggle_new (LdrStyle style, gboolean pitfall)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  g_autofree char *style_class = get_style_class (style);
  g_autofree char *name = ldr_style_chip_describe (style, pitfall);
  g_autofree char *tooltip = NULL;

  if (pitfall)
    tooltip = g_strdup_printf ("%s (%s)", name, ldr_style_get_pitfall_name (style));
  else
    tooltip = g_strdup (name);
  gtk_button_set_icon_name (GTK_BUTTON (toggle), ldr_style_get_icon_name (style));
  gtk_widget_add_css_class (toggle, "style-toggle");
  gtk_widget_add_css_class (toggle, style_class);
  if (pitfall)
    gtk_widget_add_css_class (toggle, "pitfall");
  gtk_widget_set_tooltip_text (toggle, tooltip);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return toggle;
}
