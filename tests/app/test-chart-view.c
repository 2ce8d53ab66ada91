/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/widgets/ldr-chart-view.h"
#include "chart/ldr-chart-area.h"

/* Sunday 1 November 2026. */
#define NOVEMBER 739921

static LdrLineData *
make_data (guint n_points)
{
  LdrLineData *data = ldr_line_data_new ("Colours", "Red rises.", NULL);
  LdrChartPoint points[3] = { { NOVEMBER, 3 }, { NOVEMBER + 2, 5 }, { NOVEMBER + 6, 7 } };

  ldr_line_data_add_series (data, "Red", NULL, LDR_CHART_PEN_SOLID, points,
                            (const char *[]) { "three", "five", "seven" }, n_points);
  return data;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* The labels of the cells that are shown, in order. */
static void
collect_labels (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, words);
}

static char *
read_table (GtkWidget *view)
{
  GtkWidget *table = find (view, GTK_TYPE_COLUMN_VIEW);
  GString *words = g_string_new (NULL);

  if (table != NULL)
    collect_labels (table, words);
  return g_string_free_and_steal (words);
}

static void
wait_for_table (GtkWidget *view, const char *expected)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  g_autofree char *found = read_table (view);

  while (!g_str_equal (found, expected))
    {
      if (g_get_monotonic_time () > end)
        g_error ("The table shows %s and not %s", found, expected);
      g_main_context_iteration (NULL, FALSE);
      g_free (found);
      found = read_table (view);
    }
}

/* The same values in both forms; the table follows the data. */
static void
test_forms (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = ldr_chart_view_new ();
  GtkWidget *toggles = find (view, ADW_TYPE_TOGGLE_GROUP);
  GtkWidget *chart = find (view, LDR_TYPE_CHART_AREA);
  GtkWidget *stack = find (view, GTK_TYPE_STACK);
  g_autoptr (LdrLineData) two = make_data (2);
  g_autoptr (LdrLineData) three = make_data (3);

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  gtk_window_present (GTK_WINDOW (window));
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), two);
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (stack)) == chart);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Colours");
  g_assert_null (find (view, GTK_TYPE_COLUMN_VIEW));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "table");
  wait_for_table (view, "Day|Red|3 Nov 2026|five|1 Nov 2026|three|");
  gtk_test_accessible_assert_property (find (view, GTK_TYPE_COLUMN_VIEW), GTK_ACCESSIBLE_PROPERTY_LABEL, "Colours");
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), three);
  wait_for_table (view, "Day|Red|7 Nov 2026|seven|3 Nov 2026|five|1 Nov 2026|three|");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "chart");
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (stack)) == chart);
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), NULL);
  g_assert_null (find (view, GTK_TYPE_COLUMN_VIEW));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The sentence that says what the chart shows stands above it. */
static void
test_summary (void)
{
  GtkWidget *view = g_object_ref_sink (ldr_chart_view_new ());
  GtkWidget *label = find (view, GTK_TYPE_LABEL);
  g_autoptr (LdrLineData) data = make_data (3);

  ldr_chart_view_set_data (LDR_CHART_VIEW (view), data);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Red rises.");
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/chart-view/forms", test_forms);
  g_test_add_func ("/chart-view/summary", test_summary);
  return g_test_run ();
}
