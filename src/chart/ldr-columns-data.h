/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-chart-brush.h"
#include "ldr-chart-period.h"
#include "ldr-chart-table.h"

G_BEGIN_DECLS

/**
 * LdrColumnsSeries:
 * @name: what it shows
 * @style_class: the class of the style sheet whose colour it takes
 * @hatch: how its part of a column is filled
 */
typedef struct
{
  char *name;
  char *style_class;
  LdrChartHatch hatch;
} LdrColumnsSeries;

/**
 * LdrColumn:
 * @first_day: the first day of its period
 * @start: the first day of it that is shown, which is later where the axis begins within the period
 * @end: the last day of it that is shown
 * @values: (array): the sum of each series
 * @total: of all series
 *
 * What happened within a period.
 */
typedef struct
{
  int first_day;
  int start;
  int end;
  double *values;
  double total;
} LdrColumn;

#define LDR_TYPE_COLUMNS_DATA (ldr_columns_data_get_type ())

/**
 * LdrColumnsData:
 * @title: what the chart is
 * @summary: (nullable): what it says, in a sentence or two; made from the values otherwise
 * @unit: (nullable): of the values
 * @period: what the days are gathered in
 * @whole: whether all values are whole numbers
 * @first_day: the first day of the axis
 * @last_day: its last day
 * @series: (element-type LdrColumnsSeries): from the bottom of a column upwards
 * @high: what the axis of values reaches at least, or 0 for what the columns need
 * @columns: (element-type LdrColumn): all periods of the axis, those in which nothing happened too
 *
 * What a chart of stacked columns shows. Refcounted, never changed once shared. @high may be set until then.
 */
typedef struct
{
  char *title;
  char *summary;
  char *unit;
  LdrChartPeriod period;
  gboolean whole;
  int first_day;
  int last_day;
  double high;
  GPtrArray *series;
  GPtrArray *columns;
} LdrColumnsData;

GType ldr_columns_data_get_type (void) G_GNUC_CONST;
LdrColumnsData *ldr_columns_data_new (
    const char *title, const char *summary, const char *unit, LdrChartPeriod period, int first_day, int last_day);
LdrColumnsData *ldr_columns_data_ref (LdrColumnsData *self);
void ldr_columns_data_unref (LdrColumnsData *self);

guint
ldr_columns_data_add_series (LdrColumnsData *self, const char *name, const char *style_class, LdrChartHatch hatch);
void ldr_columns_data_add_value (LdrColumnsData *self, guint series, int day, double value);

double ldr_columns_data_get_highest (const LdrColumnsData *self);
char *ldr_columns_data_read_column (const LdrColumnsData *self, guint column);
char *ldr_columns_data_note_column (const LdrColumnsData *self, guint column);
LdrChartTable *ldr_columns_data_make_table (const LdrColumnsData *self);
char *ldr_columns_data_get_description (const LdrColumnsData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrColumnsData, ldr_columns_data_unref)

G_END_DECLS
