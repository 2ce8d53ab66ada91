/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-probes.h"

struct _LdrChartProbes
{
  GtkWidget *widget;
  GtkWidget *dim;
  GtkWidget *grid;
  GtkWidget *plane;
  GPtrArray *classes;
  char **symbol_names;
  LdrChartInks inks;
  GdkRGBA *colours;
  GPtrArray *symbols;
};

/* A child that is never shown, so that the style sheet says what colour something in a chart has. */
static GtkWidget *
make_probe (GtkWidget *parent, const char *style_class)
{
  GtkWidget *probe = gtk_drawing_area_new ();

  gtk_widget_add_css_class (probe, style_class);
  gtk_widget_set_child_visible (probe, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (probe), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (probe, parent);
  return probe;
}

static void
symbol_free (gpointer symbol)
{
  if (symbol != NULL)
    g_object_unref (symbol);
}

/**
 * ldr_chart_probes_new:
 * @widget: (transfer none): the widget that shows the chart; it frees its probes before it goes
 *
 * Returns: (transfer full): probes for the colours that every chart has
 */
LdrChartProbes *
ldr_chart_probes_new (GtkWidget *widget)
{
  LdrChartProbes *self = g_new0 (LdrChartProbes, 1);

  self->widget = widget;
  self->dim = make_probe (widget, "chart-dim");
  self->grid = make_probe (widget, "chart-grid");
  self->plane = make_probe (widget, "chart-plane");
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->symbols = g_ptr_array_new_with_free_func (symbol_free);
  return self;
}

void
ldr_chart_probes_free (LdrChartProbes *self)
{
  gtk_widget_unparent (self->dim);
  gtk_widget_unparent (self->grid);
  gtk_widget_unparent (self->plane);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->symbols);
  g_strfreev (self->symbol_names);
  g_free (self->colours);
  g_free (self);
}

/**
 * ldr_chart_probes_set_chart:
 * @self: probes
 * @chart: (nullable): what is shown
 *
 * Gets to know which colours and symbols are wanted.
 */
void
ldr_chart_probes_set_chart (LdrChartProbes *self, const LdrChart *chart)
{
  g_auto (GStrv) classes = chart != NULL ? ldr_chart_list_classes (chart) : NULL;

  g_ptr_array_set_size (self->classes, 0);
  for (guint i = 0; classes != NULL && classes[i] != NULL; i++)
    g_ptr_array_add (self->classes, make_probe (self->widget, classes[i]));
  g_strfreev (self->symbol_names);
  self->symbol_names = chart != NULL ? ldr_chart_list_symbols (chart) : NULL;
}

static void
look_for_symbols (LdrChartProbes *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  int scale = gtk_widget_get_scale_factor (self->widget);
  GtkTextDirection direction = gtk_widget_get_direction (self->widget);

  g_ptr_array_set_size (self->symbols, 0);
  for (guint i = 0; self->symbol_names != NULL && self->symbol_names[i] != NULL; i++)
    {
      const char *name = self->symbol_names[i];
      gpointer symbol = NULL;

      if (*name != '\0')
        symbol = gtk_icon_theme_lookup_icon (theme, name, NULL, LDR_CHART_SYMBOL_SIZE, scale, direction, 0);
      g_ptr_array_add (self->symbols, symbol);
    }
}

/**
 * ldr_chart_probes_look:
 * @self: probes
 *
 * Looks what colours and symbols there are now, in this style and direction.
 */
void
ldr_chart_probes_look (LdrChartProbes *self)
{
  gtk_widget_get_color (self->widget, &self->inks.base.text);
  gtk_widget_get_color (self->dim, &self->inks.base.dim);
  gtk_widget_get_color (self->grid, &self->inks.base.grid);
  gtk_widget_get_color (self->plane, &self->inks.base.plane);
  g_free (self->colours);
  self->colours = g_new0 (GdkRGBA, self->classes->len + 1);
  for (guint i = 0; i < self->classes->len; i++)
    gtk_widget_get_color (g_ptr_array_index (self->classes, i), &self->colours[i]);
  look_for_symbols (self);
  self->inks.colours = self->colours;
  self->inks.symbols = (GtkSymbolicPaintable *const *) self->symbols->pdata;
}

/**
 * ldr_chart_probes_get_inks:
 * @self: probes
 *
 * Returns: (transfer none): what ldr_chart_probes_look() found
 */
const LdrChartInks *
ldr_chart_probes_get_inks (const LdrChartProbes *self)
{
  return &self->inks;
}
