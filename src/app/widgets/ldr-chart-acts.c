/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-acts.h"

#include <glib/gi18n.h>
#include "app/shelf/ldr-outside.h"
#include "ldr-toast.h"

#define STYLE_SHEET "/io/github/leidraad/Leidraad/style.css"

/* The width of a chart on paper: the text of an A4 page with its margins. */
#define SHEET_WIDTH 680.0

/* Sharp on paper and on dense screens. */
#define PICTURE_SCALE 2.0

/**
 * ldr_chart_acts_make_palette:
 *
 * Returns: (transfer full): the colours of the application's light screens, for paper
 */
LdrChartPalette *
ldr_chart_acts_make_palette (void)
{
  LdrChartPalette *palette = ldr_chart_palette_new ();
  g_autoptr (GBytes) css = g_resources_lookup_data (STYLE_SHEET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (css != NULL)
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (css, NULL), g_bytes_get_size (css));

      ldr_chart_palette_add_style_sheet (palette, text);
    }
  return palette;
}

static LdrChartSheet
make_sheet (GtkWidget *widget, const LdrChartPalette *palette)
{
  return (LdrChartSheet) {
    .palette = palette,
    .width = SHEET_WIDTH,
    .scale = PICTURE_SCALE,
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .with_words = TRUE,
  };
}

static GBytes *
make_bytes (GtkWidget *widget, LdrChart *chart, LdrChartFormat format)
{
  g_autoptr (LdrChartPalette) palette = ldr_chart_acts_make_palette ();
  LdrChartSheet sheet = make_sheet (widget, palette);

  return ldr_chart_export (chart, format, &sheet);
}

/**
 * ldr_chart_acts_parse_format:
 * @name: "png", "svg", "pdf" or "csv"
 * @format: (out): the format of that name
 *
 * Returns: whether there is any
 */
gboolean
ldr_chart_acts_parse_format (const char *name, LdrChartFormat *format)
{
  for (int i = 0; i < LDR_CHART_N_FORMATS; i++)
    if (g_str_equal (ldr_chart_format_get_suffix ((LdrChartFormat) i) + 1, name))
      {
        *format = (LdrChartFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ldr_chart_acts_make_menu:
 * @with_enlarge: whether the chart can be enlarged
 *
 * Returns: (transfer full): a menu of the actions `chart.enlarge`, `chart.copy-picture`, `chart.copy-values` and
 *   `chart.save` with the name of a format
 */
GMenuModel *
ldr_chart_acts_make_menu (gboolean with_enlarge)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) save = g_menu_new ();

  if (with_enlarge)
    g_menu_append (first, _ ("_Enlarge"), "chart.enlarge");
  g_menu_append (copy, _ ("_Copy as Picture"), "chart.copy-picture");
  g_menu_append (copy, _ ("Copy _Values"), "chart.copy-values");
  g_menu_append (save, _ ("Save as _Picture (PNG)…"), "chart.save::png");
  g_menu_append (save, _ ("Save as _Drawing (SVG)…"), "chart.save::svg");
  g_menu_append (save, _ ("Save as D_ocument (PDF)…"), "chart.save::pdf");
  g_menu_append (save, _ ("Save Values as _Table (CSV)…"), "chart.save::csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));
  return G_MENU_MODEL (menu);
}

/**
 * ldr_chart_acts_copy_picture:
 * @widget: what shows the chart
 * @chart: a chart
 *
 * Puts the chart on the clipboard as a picture, dark on white.
 */
void
ldr_chart_acts_copy_picture (GtkWidget *widget, LdrChart *chart)
{
  g_autoptr (LdrChartPalette) palette = ldr_chart_acts_make_palette ();
  LdrChartSheet sheet = make_sheet (widget, palette);
  g_autoptr (GdkTexture) texture = ldr_chart_export_texture (chart, &sheet);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  ldr_toast_say (widget, _ ("Chart copied"));
}

/**
 * ldr_chart_acts_copy_values:
 * @widget: what shows the chart
 * @chart: a chart
 *
 * Puts the values of the chart on the clipboard, as comma-separated values.
 */
void
ldr_chart_acts_copy_values (GtkWidget *widget, LdrChart *chart)
{
  g_autoptr (GBytes) bytes = ldr_chart_export_csv (chart);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ldr_toast_say (widget, _ ("Values copied"));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ldr_toast_say (widget, _ ("Chart saved"));
  else if (!ldr_outside_was_called_off (error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_ ("Not saved"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
      adw_dialog_present (dialog, widget);
    }
}

/**
 * ldr_chart_acts_save:
 * @widget: what shows the chart
 * @chart: a chart
 * @format: as what
 *
 * Lets the user choose where to save the chart, and says how it went.
 */
void
ldr_chart_acts_save (GtkWidget *widget, LdrChart *chart, LdrChartFormat format)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = g_strdelimit (g_strdup (ldr_chart_get_title (chart)), "/\\:\n", '-');
  g_autofree char *name = g_strconcat (title, ldr_chart_format_get_suffix (format), NULL);
  g_autoptr (GBytes) bytes = make_bytes (widget, chart, format);

  ldr_outside_save (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Save Chart"), name, bytes,
                    g_task_new (widget, NULL, saved_cb, NULL));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ldr_chart_acts_write_async:
 * @widget: what shows the chart
 * @chart: a chart
 * @format: as what
 * @file: where to, replaced if it is there
 * @cancellable: (nullable): to give up
 * @callback: gets to know how it went
 * @user_data: for @callback
 *
 * Writes a chart to a file, which only its owner may read.
 */
void
ldr_chart_acts_write_async (GtkWidget *widget,
                            LdrChart *chart,
                            LdrChartFormat format,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (widget, cancellable, callback, user_data);
  g_autoptr (GBytes) bytes = make_bytes (widget, chart, format);

  g_task_set_source_tag (task, ldr_chart_acts_write_async);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, written_cb,
                                       g_steal_pointer (&task));
}

/**
 * ldr_chart_acts_write_finish:
 * @result: of ldr_chart_acts_write_async()
 * @error: how it failed
 *
 * Returns: whether the file is written
 */
gboolean
ldr_chart_acts_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
