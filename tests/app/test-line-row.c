/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/ldr-line-row.h"
#include "tests/ldr-find-testing.h"

typedef struct
{
  LdrLineRow *row;
  int changed;
  int entered;
} Stage;

static void
count_cb (int *number)
{
  (*number)++;
}

static void
set_up (Stage *stage)
{
  *stage = (Stage) { .row = LDR_LINE_ROW (g_object_ref_sink (ldr_line_row_new ("Point"))) };
  g_signal_connect_swapped (stage->row, "changed", G_CALLBACK (count_cb), &stage->changed);
  g_signal_connect_swapped (stage->row, "entered", G_CALLBACK (count_cb), &stage->entered);
}

static GtkTextBuffer *
get_buffer (Stage *stage)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ldr_testing_find (GTK_WIDGET (stage->row), GTK_TYPE_TEXT_VIEW)));
}

static void
check_text (Stage *stage, const char *expected)
{
  g_autofree char *text = ldr_line_row_dup_text (stage->row);

  g_assert_cmpstr (text, ==, expected);
}

/* Enter is told and changes nothing; what is pasted stays one line. */
static void
test_one_line (void)
{
  Stage stage;

  set_up (&stage);
  ldr_line_row_set_text (stage.row, "How the week went");
  g_assert_cmpint (stage.changed, ==, 1);
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (&stage), "\n", -1, TRUE);
  g_assert_cmpint (stage.entered, ==, 1);
  g_assert_cmpint (stage.changed, ==, 1);
  check_text (&stage, "How the week went");
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (&stage), ", and\r\nwhat\nnow", -1, TRUE);
  g_assert_cmpint (stage.entered, ==, 1);
  g_assert_cmpint (stage.changed, ==, 2);
  check_text (&stage, "How the week went, and  what now");
  g_object_unref (stage.row);
}

static gboolean
is_higher (GtkWidget *row, GtkWidget *other)
{
  return gtk_widget_get_height (other) > 0 && gtk_widget_get_height (row) >= gtk_widget_get_height (other) + 15;
}

/* Where there is little room it grows, and the window stays as narrow as it was. */
static void
test_wraps (void)
{
  GtkWidget *window = gtk_window_new (), *list = gtk_list_box_new ();
  GtkWidget *low = ldr_line_row_new ("Point"), *high = ldr_line_row_new ("Point");
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  ldr_line_row_set_text (LDR_LINE_ROW (low), "Week");
  ldr_line_row_set_text (LDR_LINE_ROW (high), "How the week went, and what the team said about it when nobody asked");
  gtk_list_box_append (GTK_LIST_BOX (list), low);
  gtk_list_box_append (GTK_LIST_BOX (list), high);
  gtk_window_set_default_size (GTK_WINDOW (window), 240, 400);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  while (!is_higher (high, low) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_higher (high, low));
  g_assert_cmpint (gtk_widget_get_width (high), <=, 240);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names (void)
{
  Stage stage;
  GtkWidget *label;

  set_up (&stage);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ldr_testing_find (GTK_WIDGET (stage.row), GTK_TYPE_TEXT_VIEW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Point");
  label = ldr_testing_find (GTK_WIDGET (stage.row), GTK_TYPE_LABEL);
  g_assert_false (gtk_widget_get_visible (label));
  ldr_line_row_set_caption (stage.row, "Done on Friday");
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Done on Friday");
  ldr_line_row_set_caption (stage.row, NULL);
  g_assert_false (gtk_widget_get_visible (label));
  g_object_unref (stage.row);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/line-row/one-line", test_one_line);
  g_test_add_func ("/line-row/wraps", test_wraps);
  g_test_add_func ("/line-row/names", test_names);

  return g_test_run ();
}
