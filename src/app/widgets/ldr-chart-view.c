/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-view.h"

#include <glib/gi18n.h>
#include "chart/ldr-chart-area.h"
#include "chart/ldr-chart-table-view.h"
#include "chart/ldr-line.h"

/**
 * LdrChartView:
 *
 * A chart of any kind or, at the press of a button, as a table with the same values, under a sentence that says
 * what they show.
 */
struct _LdrChartView
{
  AdwBin parent_instance;

  LdrChart *shown;
  GtkWidget *summary;
  GtkWidget *toggles;
  GtkWidget *stack;
  GtkWidget *chart;
  GtkWidget *table_bin;
};

G_DEFINE_FINAL_TYPE (LdrChartView, ldr_chart_view, ADW_TYPE_BIN)

static AdwToggle *
make_toggle (const char *name, const char *icon_name, const char *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_icon_name (toggle, icon_name);
  adw_toggle_set_tooltip (toggle, tooltip);
  return toggle;
}

/* The table is made when somebody asks for it. */
static void
show_form_cb (LdrChartView *self)
{
  const char *form = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->toggles));
  gboolean as_table = g_strcmp0 (form, "table") == 0;

  if (as_table && self->shown != NULL && adw_bin_get_child (ADW_BIN (self->table_bin)) == NULL)
    {
      g_autoptr (LdrChartTable) table = ldr_chart_make_table (self->shown);

      adw_bin_set_child (ADW_BIN (self->table_bin), ldr_chart_table_view_new (table));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), as_table ? "table" : "chart");
}

static void
ldr_chart_view_dispose (GObject *object)
{
  LdrChartView *self = LDR_CHART_VIEW (object);

  g_clear_pointer (&self->shown, ldr_chart_unref);

  G_OBJECT_CLASS (ldr_chart_view_parent_class)->dispose (object);
}

static void
ldr_chart_view_class_init (LdrChartViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_chart_view_dispose;
}

static GtkWidget *
make_head (LdrChartView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->summary, "dimmed");
  self->toggles = adw_toggle_group_new ();
  adw_toggle_group_add (ADW_TOGGLE_GROUP (self->toggles),
                        make_toggle ("chart", "leidraad-chart-symbolic", _ ("As a Chart")));
  adw_toggle_group_add (ADW_TOGGLE_GROUP (self->toggles),
                        make_toggle ("table", "view-list-symbolic", _ ("As a Table")));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->toggles), "chart");
  gtk_widget_add_css_class (self->toggles, "round");
  gtk_widget_set_valign (self->toggles, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), self->summary);
  gtk_box_append (GTK_BOX (head), self->toggles);
  return head;
}

static void
ldr_chart_view_init (LdrChartView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_head (self));
  self->chart = ldr_chart_area_new ();
  gtk_widget_set_vexpand (self->chart, TRUE);
  self->table_bin = adw_bin_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->chart, "chart");
  gtk_stack_add_named (GTK_STACK (self->stack), self->table_bin, "table");
  gtk_box_append (GTK_BOX (box), self->stack);
  g_signal_connect_object (self->toggles, "notify::active-name", G_CALLBACK (show_form_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ldr_chart_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
ldr_chart_view_new (void)
{
  return g_object_new (LDR_TYPE_CHART_VIEW, NULL);
}

/**
 * ldr_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): what to show
 */
void
ldr_chart_view_set_chart (LdrChartView *self, LdrChart *chart)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (LDR_IS_CHART_VIEW (self));

  g_clear_pointer (&self->shown, ldr_chart_unref);
  adw_bin_set_child (ADW_BIN (self->table_bin), NULL);
  ldr_chart_area_set_chart (LDR_CHART_AREA (self->chart), chart);
  if (chart != NULL)
    {
      self->shown = ldr_chart_ref (chart);
      summary = ldr_chart_describe (chart);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ldr_chart_get_title (chart), -1);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
  show_form_cb (self);
}

/**
 * ldr_chart_view_set_data:
 * @self: a view
 * @data: (nullable): values over days to show as lines
 */
void
ldr_chart_view_set_data (LdrChartView *self, LdrLineData *data)
{
  g_autoptr (LdrChart) chart = data != NULL ? ldr_line_chart_new (data) : NULL;

  ldr_chart_view_set_chart (self, chart);
}
