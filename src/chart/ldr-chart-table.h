/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LDR_CHART_TABLE_NO_DAY G_MININT

/**
 * LdrChartFacts:
 * @first_day: the first civil day that a row of a table is of, or %LDR_CHART_TABLE_NO_DAY
 * @last_day: the last one
 * @values: (array): a number for each column, NAN where there is none
 *
 * A row for programs.
 */
typedef struct
{
  int first_day;
  int last_day;
  double *values;
} LdrChartFacts;

/**
 * LdrChartTable:
 * @title: what the chart is
 * @columns: (array zero-terminated=1): the heads
 * @rows: (element-type GStrv): a text for each column
 * @facts: (element-type LdrChartFacts): the same rows for programs
 *
 * The values of a chart in words, for a table on the screen or in a document.
 */
typedef struct
{
  char *title;
  char **columns;
  GPtrArray *rows;
  GArray *facts;
} LdrChartTable;

LdrChartTable *ldr_chart_table_new (const char *title, char **columns);
void ldr_chart_table_free (LdrChartTable *self);
void ldr_chart_table_add_row (LdrChartTable *self, char **cells);
void ldr_chart_table_set_days (LdrChartTable *self, int first_day, int last_day);
void ldr_chart_table_set_value (LdrChartTable *self, guint column, double value);
const LdrChartFacts *ldr_chart_table_get_row (const LdrChartTable *self, guint row);
gboolean ldr_chart_table_has_days (const LdrChartTable *self);
gboolean ldr_chart_table_has_values (const LdrChartTable *self, guint column);
void ldr_chart_table_ungroup (LdrChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartTable, ldr_chart_table_free)

G_END_DECLS
