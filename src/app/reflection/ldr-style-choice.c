/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-style-choice.h"

#include <glib/gi18n.h>

#include "content/ldr-style-text.h"

#define KEY "ldr-style-choice"

/* A toggle with the symbol and the name; a pitfall is called by its own name, the style it belongs to by the symbol. */
static GtkWidget *
make_toggle (LdrStyle style, gboolean pitfall)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = pitfall ? ldr_style_get_pitfall_name (style) : ldr_style_get_name (style);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *icon = gtk_image_new_from_icon_name (ldr_style_get_icon_name (style));
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (style), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "style-toggle");
  gtk_widget_add_css_class (toggle, "named");
  gtk_widget_add_css_class (toggle, style_class);
  if (pitfall)
    {
      gtk_widget_add_css_class (toggle, "pitfall");
      gtk_widget_set_tooltip_text (toggle, ldr_style_get_name (style));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (toggle), KEY, GINT_TO_POINTER (style));
  return toggle;
}

/**
 * ldr_style_choice_fill:
 * @wrap_box: an empty #AdwWrapBox
 * @pitfalls: whether the pitfalls are meant
 * @chosen: those that are switched on
 * @changed: (scope notified): called, with @object alone, when one is switched
 * @object: an object that outlives nothing of it
 *
 * Fills a box with the five of them.
 */
void
ldr_style_choice_fill (GtkWidget *wrap_box, gboolean pitfalls, LdrStyleSet chosen, GCallback changed, gpointer object)
{
  for (guint style = 0; style < LDR_N_STYLES; style++)
    {
      GtkWidget *toggle = make_toggle ((LdrStyle) style, pitfalls);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), (chosen & LDR_STYLE_BIT (style)) != 0);
      g_signal_connect_object (toggle, "toggled", changed, object, G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap_box), toggle);
    }
}

/**
 * ldr_style_choice_get:
 * @wrap_box: a box that was filled
 *
 * Returns: those that are switched on
 */
LdrStyleSet
ldr_style_choice_get (GtkWidget *wrap_box)
{
  LdrStyleSet chosen = LDR_STYLE_SET_NONE;

  for (GtkWidget *toggle = gtk_widget_get_first_child (wrap_box); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)))
      chosen |= LDR_STYLE_BIT (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toggle), KEY)));
  return chosen;
}
