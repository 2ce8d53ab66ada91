/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-profile-view.h"

#include <glib/gi18n.h>
#include "chart/ldr-chart-area.h"
#include "chart/ldr-radar-chart.h"
#include "ldr-styles-parts.h"

/* The toggles stand in a corner that the radar leaves free, and above the table. */
#define TOGGLES_HEIGHT 40

/**
 * LdrProfileView:
 *
 * One profile or several, as a radar or, at the press of a button, as a table with the same values.
 */
struct _LdrProfileView
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *radar;
  GtkWidget *table_box;
};

G_DEFINE_FINAL_TYPE (LdrProfileView, ldr_profile_view, ADW_TYPE_BIN)

static void
ldr_profile_view_class_init (LdrProfileViewClass *klass)
{
}

static AdwToggle *
make_toggle (const char *name, const char *icon_name, const char *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_icon_name (toggle, icon_name);
  adw_toggle_set_tooltip (toggle, tooltip);
  return toggle;
}

static void
ldr_profile_view_init (LdrProfileView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *toggles = adw_toggle_group_new ();

  adw_toggle_group_add (ADW_TOGGLE_GROUP (toggles), make_toggle ("chart", "leidraad-radar-symbolic", _ ("As a Chart")));
  adw_toggle_group_add (ADW_TOGGLE_GROUP (toggles), make_toggle ("table", "view-list-symbolic", _ ("As a Table")));
  gtk_widget_add_css_class (toggles, "round");
  gtk_widget_set_halign (toggles, GTK_ALIGN_END);
  gtk_widget_set_valign (toggles, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show the profile"), -1);

  self->radar = ldr_chart_area_new ();
  gtk_widget_set_vexpand (self->radar, TRUE);
  self->table_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->table_box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->table_box, TOGGLES_HEIGHT);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->radar, "chart");
  gtk_stack_add_named (GTK_STACK (self->stack), self->table_box, "table");
  g_object_bind_property (toggles, "active-name", self->stack, "visible-child-name", G_BINDING_SYNC_CREATE);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->stack);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), toggles);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

/**
 * ldr_profile_view_new:
 *
 * Returns: (transfer floating): a view of no profile
 */
GtkWidget *
ldr_profile_view_new (void)
{
  return g_object_new (LDR_TYPE_PROFILE_VIEW, NULL);
}

/* The series on top, which is the latest, comes first. */
static GtkWidget *
make_table (const LdrRadarData *data)
{
  guint n_series = data->series->len;
  g_autofree const char **cells = g_new0 (const char *, n_series + 2);
  GtkWidget *table;

  cells[0] = _ ("Style");
  for (guint i = 0; i < n_series; i++)
    cells[i + 1] = ((LdrRadarSeries *) g_ptr_array_index (data->series, n_series - 1 - i))->name;
  table = ldr_parts_table (data->title, cells);
  for (guint axis = 0; axis < data->axes->len; axis++)
    {
      cells[0] = ((LdrRadarAxis *) g_ptr_array_index (data->axes, axis))->label;
      for (guint i = 0; i < n_series; i++)
        cells[i + 1] = ((LdrRadarSeries *) g_ptr_array_index (data->series, n_series - 1 - i))->texts[axis];
      ldr_parts_table_add (table, cells);
    }
  return table;
}

/**
 * ldr_profile_view_set_data:
 * @self: a view
 * @data: (nullable): what to show
 */
void
ldr_profile_view_set_data (LdrProfileView *self, LdrRadarData *data)
{
  g_autoptr (LdrChart) chart = NULL;

  g_return_if_fail (LDR_IS_PROFILE_VIEW (self));

  chart = data != NULL ? ldr_radar_chart_new (data) : NULL;
  ldr_chart_area_set_chart (LDR_CHART_AREA (self->radar), chart);
  ldr_parts_clear (self->table_box);
  if (data != NULL)
    gtk_box_append (GTK_BOX (self->table_box), make_table (data));
}
