/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-chart-pen.h"
#include "ldr-chart-table.h"

G_BEGIN_DECLS

/**
 * LdrDumbbellSeries:
 * @name: whose values they are
 * @style_class: the class of the style sheet whose colour it takes
 * @pen: whose mark it takes
 */
typedef struct
{
  char *name;
  char *style_class;
  LdrChartPen pen;
} LdrDumbbellSeries;

/**
 * LdrDumbbellRow:
 * @label: what the values are of
 * @values: (array): a value for each series, NAN where there is none
 * @texts: (array zero-terminated=1): each value as it is read out, empty where there is none
 */
typedef struct
{
  char *label;
  double *values;
  char **texts;
} LdrDumbbellRow;

#define LDR_TYPE_DUMBBELL_DATA (ldr_dumbbell_data_get_type ())

/**
 * LdrDumbbellData:
 * @title: what the chart is
 * @summary: (nullable): what it says, in a sentence or two; made from the values otherwise
 * @low: the least value of the axis
 * @high: the greatest
 * @whole: whether the axis has whole numbers only
 * @series: (element-type LdrDumbbellSeries): whose values are compared; the last is drawn on top
 * @rows: (element-type LdrDumbbellRow): what is compared
 *
 * What a dumbbell chart shows: a row for each thing, a mark for each one's value. Refcounted, never changed once
 * shared.
 */
typedef struct
{
  char *title;
  char *summary;
  double low;
  double high;
  gboolean whole;
  GPtrArray *series;
  GPtrArray *rows;
} LdrDumbbellData;

GType ldr_dumbbell_data_get_type (void) G_GNUC_CONST;
LdrDumbbellData *
ldr_dumbbell_data_new (const char *title, const char *summary, double low, double high, gboolean whole);
LdrDumbbellData *ldr_dumbbell_data_ref (LdrDumbbellData *self);
void ldr_dumbbell_data_unref (LdrDumbbellData *self);

void ldr_dumbbell_data_add_series (LdrDumbbellData *self, const char *name, const char *style_class, LdrChartPen pen);
void
ldr_dumbbell_data_add_row (LdrDumbbellData *self, const char *label, const double *values, const char *const *texts);

gboolean ldr_dumbbell_data_get_span (const LdrDumbbellData *self, guint row, double *low, double *high);
char *ldr_dumbbell_data_read_row (const LdrDumbbellData *self, guint row);
char *ldr_dumbbell_data_note_row (const LdrDumbbellData *self, guint row);
LdrChartTable *ldr_dumbbell_data_make_table (const LdrDumbbellData *self);
char *ldr_dumbbell_data_get_description (const LdrDumbbellData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDumbbellData, ldr_dumbbell_data_unref)

G_END_DECLS
