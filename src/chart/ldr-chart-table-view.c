/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-table-view.h"

#define MOST_HEIGHT 420

#define LDR_TYPE_CHART_ROW (ldr_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrChartRow, ldr_chart_row, LDR, CHART_ROW, GObject)

struct _LdrChartRow
{
  GObject parent_instance;

  char **cells;
};

G_DEFINE_FINAL_TYPE (LdrChartRow, ldr_chart_row, G_TYPE_OBJECT)

static void
ldr_chart_row_finalize (GObject *object)
{
  g_strfreev (LDR_CHART_ROW (object)->cells);

  G_OBJECT_CLASS (ldr_chart_row_parent_class)->finalize (object);
}

static void
ldr_chart_row_class_init (LdrChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_chart_row_finalize;
}

static void
ldr_chart_row_init (LdrChartRow *self)
{
}

static GListModel *
make_model (const LdrChartTable *table)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (LDR_TYPE_CHART_ROW);

  for (guint i = 0; i < table->rows->len; i++)
    {
      LdrChartRow *row = g_object_new (LDR_TYPE_CHART_ROW, NULL);

      row->cells = g_strdupv (g_ptr_array_index (table->rows, i));
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  LdrChartRow *row = gtk_column_view_cell_get_item (cell);

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)), row->cells[GPOINTER_TO_UINT (data)]);
}

static void
add_column (GtkColumnView *view, const char *head, guint index, gboolean last)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (head, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (index));
  gtk_column_view_column_set_expand (column, last);
  gtk_column_view_append_column (view, column);
}

/**
 * ldr_chart_table_view_new:
 * @table: the values of a chart in words
 *
 * Returns: (transfer floating): a table of them that scrolls, however many there are
 */
GtkWidget *
ldr_chart_table_view_new (const LdrChartTable *table)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (make_model (table)));
  GtkWidget *view = gtk_column_view_new (selection);
  guint n_columns = g_strv_length (table->columns);

  for (guint i = 0; i < n_columns; i++)
    add_column (GTK_COLUMN_VIEW (view), table->columns[i], i, i + 1 == n_columns);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "chart-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, table->title, -1);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view, "hscrollbar-policy", GTK_POLICY_AUTOMATIC,
                       "propagate-natural-height", TRUE, "max-content-height", MOST_HEIGHT, NULL);
}
