/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-document.h"

#include <glib/gi18n.h>
#include "chart/ldr-chart-csv.h"
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
append_cell (GString *text, const char *cell)
{
  ldr_csv_append_cell (text, cell);
  g_string_append_c (text, ',');
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
      const LdrChartFacts *row = ldr_chart_table_get_row (table, i);

      for (guint j = 1; cells[0] != NULL && cells[j] != NULL; j++)
        {
          if (*cells[j] == '\0')
            continue;
          append_cell (text, chart->title);
          append_cell (text, cells[0]);
          ldr_csv_append_days (text, row);
          g_string_append_c (text, ',');
          append_cell (text, table->columns[j]);
          append_cell (text, cells[j]);
          ldr_csv_append_number (text, row->values[j]);
          g_string_append (text, "\r\n");
        }
    }
}

/**
 * ldr_progress_write_csv:
 * @charts: (element-type LdrProgressChart): some charts
 *
 * Writes the values of all charts as one table: a line for each value, with the chart that it is from, the day or the
 * period, and what it is of. So a spreadsheet can sort and filter them, however much the charts differ. Beside the
 * words stand the first and the last day (ISO 8601), and the value as a number where it is one.
 *
 * Returns: (transfer full): comma-separated values after RFC 4180, in UTF-8
 */
GBytes *
ldr_progress_write_csv (GPtrArray *charts)
{
  GString *text = g_string_new (NULL);

  append_cell (text, C_ ("chart table", "Chart"));
  append_cell (text, C_ ("chart table", "When or what"));
  append_cell (text, C_ ("chart table", "First day"));
  append_cell (text, C_ ("chart table", "Last day"));
  append_cell (text, C_ ("chart table", "Of what"));
  append_cell (text, C_ ("chart table", "Value"));
  ldr_csv_append_cell (text, C_ ("chart table", "Number"));
  g_string_append (text, "\r\n");
  for (guint i = 0; i < charts->len; i++)
    {
      const LdrProgressChart *chart = g_ptr_array_index (charts, i);

      if (chart->chart != NULL)
        append_chart (text, chart);
    }
  return g_string_free_to_bytes (text);
}
