/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-table.h"

/**
 * ldr_chart_table_new:
 * @title: what the chart is
 * @columns: (transfer full) (array zero-terminated=1): the heads
 *
 * Returns: (transfer full): a table without rows
 */
LdrChartTable *
ldr_chart_table_new (const char *title, char **columns)
{
  LdrChartTable *self = g_new0 (LdrChartTable, 1);

  self->title = g_strdup (title);
  self->columns = columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
ldr_chart_table_free (LdrChartTable *self)
{
  g_free (self->title);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * ldr_chart_table_add_row:
 * @self: a table
 * @cells: (transfer full) (array zero-terminated=1): a text for each column
 */
void
ldr_chart_table_add_row (LdrChartTable *self, char **cells)
{
  g_return_if_fail (g_strv_length (cells) == g_strv_length (self->columns));

  g_ptr_array_add (self->rows, cells);
}
