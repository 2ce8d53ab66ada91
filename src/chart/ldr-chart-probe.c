/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-probe.h"

/**
 * ldr_chart_probe_new:
 * @parent: the chart that asks
 * @style_class: (nullable): the class of the style sheet that gives the colour
 *
 * Makes a child that is never shown, so that the style sheet says what colour something in a chart has:
 * gtk_widget_get_color() of the probe.
 *
 * Returns: (transfer none): the child, to be unparented when the chart goes
 */
GtkWidget *
ldr_chart_probe_new (GtkWidget *parent, const char *style_class)
{
  GtkWidget *probe = gtk_drawing_area_new ();

  if (style_class != NULL)
    gtk_widget_add_css_class (probe, style_class);
  gtk_widget_set_child_visible (probe, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (probe), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (probe, parent);
  return probe;
}
