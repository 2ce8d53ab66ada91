/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-document.h"

#include <glib/gi18n.h>
#include "ldr-progress-resources.h"

#define STYLE_SHEET "/io/github/leidraad/Leidraad/progress/style.css"

/**
 * ldr_progress_palette_new:
 *
 * Returns: (transfer full): the colours of the five styles on paper, as the style sheet of light screens has them
 */
LdrChartPalette *
ldr_progress_palette_new (void)
{
  LdrChartPalette *palette = ldr_chart_palette_new ();
  g_autoptr (GBytes) css
      = g_resource_lookup_data (ldr_progress_get_resource (), STYLE_SHEET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  ldr_chart_palette_add_style_sheet (palette, g_bytes_get_data (css, NULL));
  return palette;
}

static void
append_cell (GString *text, const char *cell, const char *after)
{
  g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (text, "\"%s\"%s", doubled, after);
}

static void
append_row (GString *text, const char *chart, const char *what, const char *of, const char *value)
{
  append_cell (text, chart, ",");
  append_cell (text, what, ",");
  append_cell (text, of, ",");
  append_cell (text, value, "\r\n");
}

/* Tables of other columns go into one as a line for each cell. */
static void
append_chart (GString *text, const LdrProgressChart *chart)
{
  g_autoptr (LdrChartTable) table = ldr_chart_make_table (chart->chart);

  ldr_chart_table_ungroup (table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (table->rows, i);

      for (guint j = 1; cells[0] != NULL && cells[j] != NULL; j++)
        if (*cells[j] != '\0')
          append_row (text, chart->title, cells[0], table->columns[j], cells[j]);
    }
}

/**
 * ldr_progress_write_csv:
 * @charts: (element-type LdrProgressChart): some charts
 *
 * Writes the values of all charts as one table: a line for each value, with the chart that it is from, the day or the
 * period, and what it is of. So a spreadsheet can sort and filter them, however much the charts differ.
 *
 * Returns: (transfer full): comma-separated values after RFC 4180, in UTF-8
 */
GBytes *
ldr_progress_write_csv (GPtrArray *charts)
{
  GString *text = g_string_new (NULL);

  append_row (text, C_ ("chart table", "Chart"), C_ ("chart table", "When or what"), C_ ("chart table", "Of what"),
              C_ ("chart table", "Value"));
  for (guint i = 0; i < charts->len; i++)
    {
      const LdrProgressChart *chart = g_ptr_array_index (charts, i);

      if (chart->chart != NULL)
        append_chart (text, chart);
    }
  return g_string_free_to_bytes (text);
}
