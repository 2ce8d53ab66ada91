/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/widgets/ldr-chart-view.h"
#include "chart/ldr-chart-area.h"
#include "tests/ldr-find-testing.h"

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
  GtkWidget *table = ldr_testing_find (view, GTK_TYPE_COLUMN_VIEW);
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
  GtkWidget *toggles = ldr_testing_find (view, ADW_TYPE_TOGGLE_GROUP);
  GtkWidget *chart = ldr_testing_find (view, LDR_TYPE_CHART_AREA);
  GtkWidget *stack = ldr_testing_find (view, GTK_TYPE_STACK);
  g_autoptr (LdrLineData) two = make_data (2);
  g_autoptr (LdrLineData) three = make_data (3);

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  gtk_window_present (GTK_WINDOW (window));
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), two);
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (stack)) == chart);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Colours");
  g_assert_null (ldr_testing_find (view, GTK_TYPE_COLUMN_VIEW));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "table");
  wait_for_table (view, "Day|Red|3 Nov 2026|five|1 Nov 2026|three|");
  gtk_test_accessible_assert_property (ldr_testing_find (view, GTK_TYPE_COLUMN_VIEW), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Colours");
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), three);
  wait_for_table (view, "Day|Red|7 Nov 2026|seven|3 Nov 2026|five|1 Nov 2026|three|");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "chart");
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (stack)) == chart);
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), NULL);
  g_assert_null (ldr_testing_find (view, GTK_TYPE_COLUMN_VIEW));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The sentence that says what the chart shows stands above it. */
static void
test_summary (void)
{
  GtkWidget *view = g_object_ref_sink (ldr_chart_view_new ());
  g_autoptr (LdrLineData) data = make_data (3);
  g_autoptr (GString) words = g_string_new (NULL);

  ldr_chart_view_set_data (LDR_CHART_VIEW (view), data);
  collect_labels (view, words);
  g_assert_true (g_str_has_prefix (words->str, "|Red rises.|"));
  g_assert_finalize_object (view);
}

/* As one of many on a page it has a title and a sentence of its own, and the table in its menu. */
static void
test_heading (void)
{
  GtkWidget *view = g_object_ref_sink (ldr_chart_view_new ());
  GtkWidget *toggles = ldr_testing_find (view, ADW_TYPE_TOGGLE_GROUP);
  GtkWidget *stack = ldr_testing_find (view, GTK_TYPE_STACK);
  g_autoptr (LdrLineData) data = make_data (3);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean as_table = TRUE;

  g_object_get (view, "as-table", &as_table, NULL);
  g_assert_false (as_table);
  ldr_chart_view_set_heading (LDR_CHART_VIEW (view), "Colours of the week", "Red won.");
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), data);
  collect_labels (view, words);
  g_assert_true (g_str_has_prefix (words->str, "Colours of the week|Red won.|"));
  g_assert_false (gtk_widget_get_visible (toggles));
  gtk_test_accessible_assert_property (ldr_testing_find (view, GTK_TYPE_MENU_BUTTON), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "More for Colours of the week");
  g_assert_true (gtk_widget_activate_action (view, "chart.as-table", NULL));
  g_object_get (view, "as-table", &as_table, NULL);
  g_assert_true (as_table);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
  g_object_set (view, "as-table", FALSE, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "chart");
  g_assert_finalize_object (view);
}

static void
activated_cb (GtkWidget *view, guint stop, int first_day, int last_day, int *day)
{
  *day = first_day;
}

/* The same chart in a dialog, with a menu that does not enlarge again; a point that is meant there is told here, and
 * closes the dialog. */
static void
test_enlarge (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = ldr_chart_view_new ();
  g_autoptr (LdrLineData) data = make_data (3);
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  AdwDialog *dialog;
  GtkWidget *large;
  int day = 0;

  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (view, "chart.enlarge", NULL);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  ldr_chart_view_set_data (LDR_CHART_VIEW (view), data);
  g_signal_connect (view, "activated", G_CALLBACK (activated_cb), &day);
  g_assert_true (gtk_widget_activate_action (view, "chart.enlarge", NULL));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Colours");
  large = ldr_testing_find (GTK_WIDGET (dialog), LDR_TYPE_CHART_AREA);
  gtk_test_accessible_assert_property (large, GTK_ACCESSIBLE_PROPERTY_LABEL, "Colours");
  g_signal_emit_by_name (large, "activated", 1, NOVEMBER + 2, NOVEMBER + 2);
  g_assert_cmpint (day, ==, NOVEMBER + 2);
  while (adw_window_get_visible_dialog (ADW_WINDOW (window)) != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
saved_cb (GObject *view, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = ldr_chart_view_save_finish (LDR_CHART_VIEW (view), result, &error);

  g_assert_cmpint (saved, ==, error == NULL);
  *(int *) data = saved ? 1 : 2;
}

/* Both forms go to the clipboard, and every format to a file. */
static void
test_copies (void)
{
  GtkWidget *view = g_object_ref_sink (ldr_chart_view_new ());
  GdkClipboard *clipboard = gtk_widget_get_clipboard (view);
  g_autoptr (LdrLineData) data = make_data (1);
  g_autofree char *text = NULL;

  ldr_chart_view_set_data (LDR_CHART_VIEW (view), data);
  g_assert_true (gtk_widget_activate_action (view, "chart.copy-picture", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_true (gtk_widget_activate_action (view, "chart.copy-values", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Day,First day,Last day,Red,Red (number)\r\n1 Nov 2026,2026-11-01,2026-11-01,three,3\r\n");
  for (int format = 0; format < LDR_CHART_N_FORMATS; format++)
    {
      g_autofree char *name = g_build_filename (g_get_user_data_dir (), "chart", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      g_autofree char *content = NULL;
      gsize length = 0;
      int saved = 0;

      g_mkdir_with_parents (g_get_user_data_dir (), 0700);
      ldr_chart_view_save_async (LDR_CHART_VIEW (view), (LdrChartFormat) format, file, NULL, saved_cb, &saved);
      while (saved == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (saved, ==, 1);
      g_assert_true (g_file_get_contents (name, &content, &length, NULL));
      g_assert_cmpuint (length, >, 20);
    }
  g_assert_finalize_object (view);
}

/* A folder that is not there: nothing is written, and who asked gets to know. */
static void
test_failure (void)
{
  GtkWidget *view = g_object_ref_sink (ldr_chart_view_new ());
  g_autoptr (LdrLineData) data = make_data (1);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/chart.png");
  int saved = 0;

  ldr_chart_view_set_data (LDR_CHART_VIEW (view), data);
  ldr_chart_view_save_async (LDR_CHART_VIEW (view), LDR_CHART_FORMAT_PNG, file, NULL, saved_cb, &saved);
  while (saved == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (saved, ==, 2);
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/chart-view/forms", test_forms);
  g_test_add_func ("/chart-view/summary", test_summary);
  g_test_add_func ("/chart-view/heading", test_heading);
  g_test_add_func ("/chart-view/enlarge", test_enlarge);
  g_test_add_func ("/chart-view/copies", test_copies);
  g_test_add_func ("/chart-view/failure", test_failure);
  return g_test_run ();
}
