/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-view.h"

#include <glib/gi18n.h>
#include "chart/ldr-chart-area.h"
#include "chart/ldr-chart-table-view.h"
#include "chart/ldr-line.h"
#include "ldr-chart-acts.h"
#include "ldr-lazy-menu.h"

#define LARGE_WIDTH 1000
#define LARGE_HEIGHT 640

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
  char *sentence;
  GtkWidget *heading;
  GtkWidget *summary;
  GtkWidget *toggles;
  GtkWidget *menu;
  GtkWidget *stack;
  GtkWidget *chart;
  GtkWidget *table_bin;
};

G_DEFINE_FINAL_TYPE (LdrChartView, ldr_chart_view, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_AS_TABLE = 1,
} LdrChartViewProperty;

static GParamSpec *properties[PROP_AS_TABLE + 1];

static AdwToggle *
make_toggle (const char *name, const char *icon_name, const char *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_icon_name (toggle, icon_name);
  adw_toggle_set_tooltip (toggle, tooltip);
  return toggle;
}

static gboolean
is_table (LdrChartView *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->toggles)), "table") == 0;
}

/* The table is made when somebody asks for it. */
static void
show_form_cb (LdrChartView *self)
{
  gboolean as_table = is_table (self);

  if (as_table && self->shown != NULL && adw_bin_get_child (ADW_BIN (self->table_bin)) == NULL)
    {
      g_autoptr (LdrChartTable) table = ldr_chart_make_table (self->shown);

      adw_bin_set_child (ADW_BIN (self->table_bin), ldr_chart_table_view_new (table));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), as_table ? "table" : "chart");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_TABLE]);
}

static void
enlarge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_chart_view_enlarge (LDR_CHART_VIEW (widget));
}

static void
copy_picture_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_chart_acts_copy_picture (widget, LDR_CHART_VIEW (widget)->shown);
}

static void
copy_values_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_chart_acts_copy_values (widget, LDR_CHART_VIEW (widget)->shown);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrChartFormat format;

  if (ldr_chart_acts_parse_format (g_variant_get_string (parameter, NULL), &format))
    ldr_chart_acts_save (widget, LDR_CHART_VIEW (widget)->shown, format);
}

static void
enable_actions (LdrChartView *self)
{
  static const char *const names[]
      = { "chart.enlarge", "chart.as-table", "chart.copy-picture", "chart.copy-values", "chart.save" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->shown != NULL);
  gtk_widget_set_visible (self->menu, self->shown != NULL);
}

static void
activated_cb (LdrChartView *self, guint stop, int first_day, int last_day)
{
  g_signal_emit (self, signals[ACTIVATED], 0, stop, first_day, last_day);
}

static void
ldr_chart_view_dispose (GObject *object)
{
  LdrChartView *self = LDR_CHART_VIEW (object);

  g_clear_pointer (&self->shown, ldr_chart_unref);

  G_OBJECT_CLASS (ldr_chart_view_parent_class)->dispose (object);
}

static void
ldr_chart_view_finalize (GObject *object)
{
  g_free (LDR_CHART_VIEW (object)->sentence);

  G_OBJECT_CLASS (ldr_chart_view_parent_class)->finalize (object);
}

static void
ldr_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrChartViewProperty) prop_id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, is_table (LDR_CHART_VIEW (object)));
      break;
    }
}

static void
ldr_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrChartViewProperty) prop_id)
    {
    case PROP_AS_TABLE:
      adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (LDR_CHART_VIEW (object)->toggles),
                                        g_value_get_boolean (value) ? "table" : "chart");
      break;
    }
}

static void
ldr_chart_view_class_init (LdrChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_chart_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_chart_view_finalize;
  G_OBJECT_CLASS (klass)->get_property = ldr_chart_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = ldr_chart_view_set_property;
  properties[PROP_AS_TABLE] = g_param_spec_boolean (
      "as-table", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_property_action (widget_class, "chart.as-table", "as-table");
  gtk_widget_class_install_action (widget_class, "chart.enlarge", NULL, enlarge_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-values", NULL, copy_values_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);

  /**
   * LdrChartView::activated:
   * @self: a view
   * @stop: which point of its chart is meant
   * @first_day: the first day that it stands for, or %LDR_CHART_NO_DAY
   * @last_day: the last day, or %LDR_CHART_NO_DAY
   *
   * Somebody wants to see what is behind a point of the chart.
   */
  signals[ACTIVATED] = g_signal_new ("activated", LDR_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
}

static GtkWidget *
make_head (LdrChartView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->heading, "heading");
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
  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "tooltip-text",
                             _ ("More for This Chart"), "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_box_append (GTK_BOX (words), self->heading);
  gtk_box_append (GTK_BOX (words), self->summary);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->toggles);
  gtk_box_append (GTK_BOX (head), self->menu);
  return head;
}

static void
set_menu (LdrChartView *self, gboolean with_enlarge)
{
  g_autoptr (GMenuModel) menu = ldr_chart_acts_make_menu (with_enlarge);
  g_autoptr (GMenu) form = g_menu_new ();

  /* Where the toggles are left out. */
  if (!gtk_widget_get_visible (self->toggles))
    {
      g_menu_append (form, _ ("Show as _Table"), "chart.as-table");
      g_menu_prepend_section (G_MENU (menu), NULL, G_MENU_MODEL (form));
    }
  ldr_lazy_menu_attach (GTK_MENU_BUTTON (self->menu), menu);
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
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
  set_menu (self, TRUE);
  enable_actions (self);
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
      summary = self->sentence != NULL ? g_strdup (self->sentence) : ldr_chart_describe (chart);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ldr_chart_get_title (chart), -1);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
  enable_actions (self);
  show_form_cb (self);
}

/**
 * ldr_chart_view_set_heading:
 * @self: a view
 * @title: what the chart is
 * @sentence: (nullable): what it says, or %NULL for what the chart says itself
 *
 * Shows the title above the chart, as one of many on a page: there the table is asked for in the menu. The sentence
 * counts for the chart that is set next.
 */
void
ldr_chart_view_set_heading (LdrChartView *self, const char *title, const char *sentence)
{
  g_autofree char *more = NULL;

  g_return_if_fail (LDR_IS_CHART_VIEW (self));
  g_return_if_fail (title != NULL);

  g_set_str (&self->sentence, sentence);
  gtk_label_set_label (GTK_LABEL (self->heading), title);
  gtk_widget_add_css_class (self->summary, "chart-sentence");
  /* Translators: a menu, for a screen reader: %s is the title of a chart */
  more = g_strdup_printf (_ ("More for %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  if (gtk_widget_get_visible (self->heading))
    return;
  gtk_widget_set_visible (self->heading, TRUE);
  gtk_widget_set_visible (self->toggles, FALSE);
  set_menu (self, TRUE);
}

/**
 * ldr_chart_view_set_axis:
 * @self: a view
 * @axis: (nullable): the axis of days that it shares with other charts of the page
 */
void
ldr_chart_view_set_axis (LdrChartView *self, LdrChartAxis *axis)
{
  g_return_if_fail (LDR_IS_CHART_VIEW (self));

  ldr_chart_area_set_axis (LDR_CHART_AREA (self->chart), axis);
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

/**
 * ldr_chart_view_enlarge:
 * @self: a view of a chart
 *
 * Shows the chart in a dialog as large as the window, with the same table and menu. What is activated there is told by
 * @self too, once the dialog is closed.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
ldr_chart_view_enlarge (LdrChartView *self)
{
  AdwDialog *dialog;
  GtkWidget *page;
  GtkWidget *scroller;
  GtkWidget *toasts;
  GtkWidget *large;

  g_return_val_if_fail (LDR_IS_CHART_VIEW (self), NULL);
  g_return_val_if_fail (self->shown != NULL, NULL);

  dialog = adw_dialog_new ();
  page = adw_toolbar_view_new ();
  toasts = adw_toast_overlay_new ();
  large = ldr_chart_view_new ();
  set_menu (LDR_CHART_VIEW (large), FALSE);
  g_set_str (&LDR_CHART_VIEW (large)->sentence, self->sentence);
  ldr_chart_view_set_chart (LDR_CHART_VIEW (large), self->shown);
  g_object_set (large, "margin-start", 18, "margin-end", 18, "margin-bottom", 18, "vexpand", TRUE, NULL);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", large, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  g_signal_connect_object (large, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (large, "activated", G_CALLBACK (adw_dialog_close), dialog, G_CONNECT_SWAPPED);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), scroller);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (page), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (page), toasts);
  adw_dialog_set_title (dialog, ldr_chart_get_title (self->shown));
  adw_dialog_set_content_width (dialog, LARGE_WIDTH);
  adw_dialog_set_content_height (dialog, LARGE_HEIGHT);
  adw_dialog_set_child (dialog, page);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return dialog;
}

/**
 * ldr_chart_view_save_async:
 * @self: a view of a chart
 * @format: as what
 * @file: where to, replaced if it is there
 * @cancellable: (nullable): to give up
 * @callback: gets to know how it went
 * @user_data: for @callback
 *
 * Writes the chart to a file, on white whatever the screen looks like.
 */
void
ldr_chart_view_save_async (LdrChartView *self,
                           LdrChartFormat format,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (LDR_IS_CHART_VIEW (self));
  g_return_if_fail (self->shown != NULL);

  ldr_chart_acts_write_async (GTK_WIDGET (self), self->shown, format, file, cancellable, callback, user_data);
}

/**
 * ldr_chart_view_save_finish:
 * @self: a view
 * @result: of ldr_chart_view_save_async()
 * @error: how it failed
 *
 * Returns: whether the chart is saved
 */
gboolean
ldr_chart_view_save_finish (LdrChartView *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return ldr_chart_acts_write_finish (result, error);
}
