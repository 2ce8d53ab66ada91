/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-style-popover.h"

#include <glib/gi18n.h>
#include "content/ldr-style-text.h"

/**
 * LdrStylePopover:
 *
 * The styles used and the pitfalls noticed in an entry, to be ticked.
 */
struct _LdrStylePopover
{
  GtkPopover parent_instance;

  GtkCheckButton *styles[LDR_N_STYLES];
  GtkCheckButton *pitfalls[LDR_N_STYLES];
  gboolean quiet;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrStylePopover, ldr_style_popover, GTK_TYPE_POPOVER)

static void
toggled_cb (LdrStylePopover *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ldr_style_popover_class_init (LdrStylePopoverClass *klass)
{
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_STYLE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_check (LdrStylePopover *self, LdrStyle style, gboolean pitfall)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (ldr_style_get_icon_name (style));
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (ldr_style_get_name (style));
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (style), NULL);

  gtk_widget_add_css_class (icon, style_class);
  gtk_widget_add_css_class (icon, "style-color");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_box_append (GTK_BOX (texts), name);
  if (pitfall)
    {
      GtkWidget *what = gtk_label_new (ldr_style_get_pitfall_name (style));

      gtk_label_set_xalign (GTK_LABEL (what), 0);
      gtk_widget_add_css_class (what, "caption");
      gtk_widget_add_css_class (what, "dimmed");
      gtk_box_append (GTK_BOX (texts), what);
    }
  gtk_box_append (GTK_BOX (content), icon);
  gtk_box_append (GTK_BOX (content), texts);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pitfall ? ldr_style_get_pitfall_name (style) : ldr_style_get_name (style), -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);

  return check;
}

static GtkWidget *
make_column (LdrStylePopover *self, const char *title, gboolean pitfall)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_start (heading, 6);
  gtk_widget_set_margin_bottom (heading, 4);
  gtk_box_append (GTK_BOX (column), heading);
  for (guint style = 0; style < LDR_N_STYLES; style++)
    {
      GtkWidget *check = make_check (self, style, pitfall);

      gtk_box_append (GTK_BOX (column), check);
      (pitfall ? self->pitfalls : self->styles)[style] = GTK_CHECK_BUTTON (check);
    }

  return column;
}

static void
ldr_style_popover_init (LdrStylePopover *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (columns), make_column (self, _ ("Styles used"), FALSE));
  gtk_box_append (GTK_BOX (columns), make_column (self, _ ("Pitfalls noticed"), TRUE));
  gtk_widget_set_margin_top (columns, 6);
  gtk_widget_set_margin_bottom (columns, 6);
  gtk_widget_set_margin_start (columns, 6);
  gtk_widget_set_margin_end (columns, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

/**
 * ldr_style_popover_new:
 *
 * Makes a popover with nothing ticked.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
ldr_style_popover_new (void)
{
  return g_object_new (LDR_TYPE_STYLE_POPOVER, NULL);
}

/**
 * ldr_style_popover_set:
 * @self: a popover
 * @styles: styles used
 * @pitfalls: pitfalls noticed
 *
 * Ticks these, without the signal `changed`.
 */
void
ldr_style_popover_set (LdrStylePopover *self, LdrStyleSet styles, LdrStyleSet pitfalls)
{
  g_return_if_fail (LDR_IS_STYLE_POPOVER (self));

  self->quiet = TRUE;
  for (guint style = 0; style < LDR_N_STYLES; style++)
    {
      gtk_check_button_set_active (self->styles[style], (styles & LDR_STYLE_BIT (style)) != 0);
      gtk_check_button_set_active (self->pitfalls[style], (pitfalls & LDR_STYLE_BIT (style)) != 0);
    }
  self->quiet = FALSE;
}

static LdrStyleSet
get_set (GtkCheckButton **checks)
{
  LdrStyleSet set = LDR_STYLE_SET_NONE;

  for (guint style = 0; style < LDR_N_STYLES; style++)
    if (gtk_check_button_get_active (checks[style]))
      set |= LDR_STYLE_BIT (style);

  return set;
}

/**
 * ldr_style_popover_get_styles:
 * @self: a popover
 *
 * Returns: the styles that are ticked as used
 */
LdrStyleSet
ldr_style_popover_get_styles (LdrStylePopover *self)
{
  g_return_val_if_fail (LDR_IS_STYLE_POPOVER (self), LDR_STYLE_SET_NONE);

  return get_set (self->styles);
}

/**
 * ldr_style_popover_get_pitfalls:
 * @self: a popover
 *
 * Returns: the pitfalls that are ticked as noticed
 */
LdrStyleSet
ldr_style_popover_get_pitfalls (LdrStylePopover *self)
{
  g_return_val_if_fail (LDR_IS_STYLE_POPOVER (self), LDR_STYLE_SET_NONE);

  return get_set (self->pitfalls);
}
