/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with a chart and its table, for tests/chart/test-at-spi.py: each line of its input names a key, which is
 * pressed on the chart; it ends with its input. */

#include <gtk/gtk.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "chart/ldr-chart-area.h"
#include "chart/ldr-chart-table-view.h"
#include "ldr-chart-samples.h"
#include "ldr-chart-testing.h"

static GtkWidget *area;
static GMainLoop *loop;

static gboolean
read_cb (GIOChannel *channel, GIOCondition condition, gpointer data)
{
  g_autofree char *line = NULL;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    {
      g_main_loop_quit (loop);
      return G_SOURCE_REMOVE;
    }
  if (!ldr_chart_testing_press (area, gdk_keyval_from_name (g_strchomp (line))))
    g_error ("%s does nothing", line);
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
make_content (LdrChart *chart)
{
  g_autoptr (LdrChartTable) table = ldr_chart_make_table (chart);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table_view = ldr_chart_table_view_new (table);

  area = ldr_chart_area_new ();
  ldr_chart_area_set_chart (LDR_CHART_AREA (area), chart);
  gtk_widget_set_vexpand (table_view, TRUE);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), table_view);
  return box;
}

int
main (int argc, char *argv[])
{
  GIOChannel *input = g_io_channel_unix_new (STDIN_FILENO);
  g_autoptr (LdrChart) chart = NULL;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  g_set_prgname ("leidraad-chart-window");
  gtk_init ();
  chart = ldr_chart_samples[0].make ();
  loop = g_main_loop_new (NULL, FALSE);
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), make_content (chart));
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, read_cb, NULL);
  g_main_loop_run (loop);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (loop);
  g_io_channel_unref (input);
  return EXIT_SUCCESS;
}
