/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-chart-pen.h"
#include "ldr-chart-period.h"
#include "ldr-chart-table.h"
#include "ldr-chart-trace.h"

G_BEGIN_DECLS

#define LDR_LINE_NO_DAY G_MININT
#define LDR_LINE_ALL_SERIES (-1)

/**
 * LdrLineValues:
 * @unit: (nullable): of the values
 * @low: the least value that the axis shows, or NAN for what the values need
 * @high: the greatest value that the axis shows, or NAN
 * @whole: whether the values are whole numbers
 *
 * An axis of values.
 */
typedef struct
{
  char *unit;
  double low;
  double high;
  gboolean whole;
} LdrLineValues;

/**
 * LdrLineSeries:
 * @name: what it shows
 * @style_class: (nullable): the class of the style sheet whose colour it takes
 * @pen: how it is drawn
 * @points: (array length=n_points): its values
 * @texts: (array length=n_points): each value as it is read out, or %NULL where there is nothing to read out
 * @n_points: how many there are
 * @values: (nullable): the axis of its values where that is not the one of all, which only panels can show
 * @period: what a point stands for: the whole period that its day is in
 * @is_whole: whether a value is of all days of its period, and not only of those that the axis shows
 *
 * One line of a chart.
 */
typedef struct
{
  char *name;
  char *style_class;
  LdrChartPen pen;
  LdrChartPoint *points;
  char **texts;
  guint n_points;
  LdrLineValues *values;
  LdrChartPeriod period;
  gboolean is_whole;
} LdrLineSeries;

/**
 * LdrLineTarget:
 * @label: what it is, such as "target 8"
 * @style_class: (nullable): the class of the style sheet whose colour it takes
 * @low: its least value, or -INFINITY
 * @high: its greatest value, or INFINITY; the same as @low for a line
 * @first_day: the first day that it counts, or %LDR_LINE_NO_DAY
 * @last_day: the last day that it counts, or %LDR_LINE_NO_DAY
 * @series: the series that it is for, or %LDR_LINE_ALL_SERIES; may be set until the chart is shared
 *
 * Where the values are meant to be: a line or a band.
 */
typedef struct
{
  char *label;
  char *style_class;
  double low;
  double high;
  int first_day;
  int last_day;
  int series;
} LdrLineTarget;

/**
 * LdrLineBreak:
 * @day: the first day of what is new
 * @series: the series that it breaks, or %LDR_LINE_ALL_SERIES
 * @label: what changed
 *
 * Where values before and after cannot be compared.
 */
typedef struct
{
  int day;
  int series;
  char *label;
} LdrLineBreak;

/**
 * LdrLineStop:
 * @period: what it stands for, such as a week
 * @start: the first day of that
 * @first_day: the first day that its values are of
 * @last_day: the last one
 * @day: where it stands at the axis: in the middle of those of its days that are shown
 *
 * Something to read out: a day, or a week, a month and so on where values stand for these.
 */
typedef struct
{
  LdrChartPeriod period;
  int start;
  int first_day;
  int last_day;
  int day;
} LdrLineStop;

#define LDR_TYPE_LINE_DATA (ldr_line_data_get_type ())

/**
 * LdrLineData:
 * @title: what the chart is
 * @summary: (nullable): what it says, in a sentence or two; made from the values otherwise
 * @unit: (nullable): of the values; "%" stands behind every number of the axis, any other once above it
 * @low: the least value that the axis shows, or NAN for what the values need
 * @high: the greatest value that the axis shows, or NAN
 * @whole: whether the values are whole numbers
 * @without_dates: whether no dates stand at the axis, because another chart of the same days has them
 * @first_day: the first day of the axis, or %LDR_LINE_NO_DAY for what the values need
 * @last_day: the last day of the axis, or %LDR_LINE_NO_DAY
 * @series: (element-type LdrLineSeries): the last is drawn on top
 * @targets: (element-type LdrLineTarget): what the values are meant to be
 * @breaks: (element-type LdrLineBreak): where they cannot be compared
 *
 * What a line chart shows. Refcounted, never changed once shared. The plain members may be set until then.
 */
typedef struct
{
  char *title;
  char *summary;
  char *unit;
  double low;
  double high;
  gboolean whole;
  gboolean without_dates;
  int first_day;
  int last_day;
  GPtrArray *series;
  GPtrArray *targets;
  GPtrArray *breaks;
} LdrLineData;

GType ldr_line_data_get_type (void) G_GNUC_CONST;
LdrLineData *ldr_line_data_new (const char *title, const char *summary, const char *unit);
LdrLineData *ldr_line_data_ref (LdrLineData *self);
void ldr_line_data_unref (LdrLineData *self);

void ldr_line_data_set_range (LdrLineData *self, double low, double high, gboolean whole);
void ldr_line_data_set_days (LdrLineData *self, int first_day, int last_day);
void ldr_line_data_add_series (LdrLineData *self,
                               const char *name,
                               const char *style_class,
                               LdrChartPen pen,
                               const LdrChartPoint *points,
                               const char *const *texts,
                               guint n_points);
void
ldr_line_data_set_values (LdrLineData *self, guint series, const char *unit, double low, double high, gboolean whole);
void ldr_line_data_set_period (LdrLineData *self, guint series, LdrChartPeriod period, gboolean is_whole);
LdrLineTarget *ldr_line_data_add_target (LdrLineData *self,
                                         const char *label,
                                         const char *style_class,
                                         double low,
                                         double high,
                                         int first_day,
                                         int last_day);
void ldr_line_data_add_break (LdrLineData *self, int day, int series, const char *label);

gboolean ldr_line_data_get_days (const LdrLineData *self, int *first_day, int *last_day);
gboolean ldr_line_data_get_range (const LdrLineData *self, double *low, double *high);
gboolean ldr_line_data_shows (const LdrLineData *self, const LdrLineSeries *series, guint point);
int ldr_line_data_get_place (const LdrLineData *self, const LdrLineSeries *series, guint point);
GArray *ldr_line_data_list_stops (const LdrLineData *self);
int ldr_line_stop_compare (const LdrLineStop *a, const LdrLineStop *b);
gboolean ldr_line_series_find_stop (const LdrLineSeries *self, const LdrLineStop *stop, guint *first, guint *end);
char *ldr_line_data_read_stop (const LdrLineData *self, const GArray *stops, guint stop);
char *ldr_line_data_note_stop (const LdrLineData *self, const GArray *stops, guint stop);
LdrChartTable *ldr_line_data_make_table (const LdrLineData *self);
char *ldr_line_data_summarise_series (const LdrLineSeries *series);
char *ldr_line_data_get_description (const LdrLineData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrLineData, ldr_line_data_unref)

G_END_DECLS
