/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrChartTable:
 * @title: what the chart is
 * @columns: (array zero-terminated=1): the heads
 * @rows: (element-type GStrv): a text for each column
 *
 * The values of a chart in words, for a table on the screen or in a document.
 */
typedef struct
{
  char *title;
  char **columns;
  GPtrArray *rows;
} LdrChartTable;

LdrChartTable *ldr_chart_table_new (const char *title, char **columns);
void ldr_chart_table_free (LdrChartTable *self);
void ldr_chart_table_add_row (LdrChartTable *self, char **cells);
void ldr_chart_table_ungroup (LdrChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartTable, ldr_chart_table_free)

G_END_DECLS
