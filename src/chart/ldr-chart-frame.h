/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-chart-label.h"
#include "ldr-chart-period.h"
#include "ldr-chart-scale.h"

G_BEGIN_DECLS

/**
 * LdrChartRoom:
 * @bounds: where the frame and all around it stand
 * @first_day: the first day of its axis
 * @last_day: the last day, not before the first
 * @low: the least value that it has to hold, finite
 * @high: the greatest, finite and not below @low
 * @low_is_fixed: whether the axis begins exactly at @low, and not at the round value below
 * @high_is_fixed: likewise
 * @whole: whether there is nothing between whole numbers
 * @unit: (nullable): of the values
 * @top: how much is kept free above, for what stands there
 * @start: how much is kept free at least where a line begins, for the values beside the plot
 * @end: how much is kept free where a line ends, for what stands there
 * @known_year: the year that need not be written because everybody knows it, or 0
 * @period: what its days are gathered in: dates stand below the middle of their period
 * @whole_days: whether the axis begins with its first day and ends with its last one, and not in their middle
 * @without_dates: whether no dates stand below, because another frame of the same days has them
 * @without_values: whether there is no axis of values
 * @right_to_left: whether time runs to the left
 *
 * What a frame has to be laid out for.
 */
typedef struct
{
  graphene_rect_t bounds;
  int first_day;
  int last_day;
  double low;
  double high;
  gboolean low_is_fixed;
  gboolean high_is_fixed;
  gboolean whole;
  const char *unit;
  double top;
  double start;
  double end;
  int known_year;
  LdrChartPeriod period;
  gboolean whole_days;
  gboolean without_dates;
  gboolean without_values;
  gboolean right_to_left;
} LdrChartRoom;

/**
 * LdrChartLook:
 * @text: of what is read first
 * @dim: of what stands at the axes
 * @grid: of the lines that help to read
 * @plane: of what the chart stands on
 *
 * The colours of all that is not a value.
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA grid;
  GdkRGBA plane;
} LdrChartLook;

/**
 * LdrChartFrame:
 * @plot: where values are drawn
 * @start: how much stands free before it
 * @end: how much stands free behind it
 * @days: from a day to a place across
 * @values: from a value to a place down
 * @value_ticks: (element-type double): the values that have a line
 * @day_ticks: (element-type int): the days that have a tick
 * @labels: (element-type LdrChartLabel): what stands at the axes
 * @unit: (nullable): the label of the unit, one of @labels
 *
 * The axes of a chart of values over days: what charts of a page share.
 */
typedef struct
{
  graphene_rect_t plot;
  double start;
  double end;
  LdrChartScale days;
  LdrChartScale values;
  GArray *value_ticks;
  GArray *day_ticks;
  GPtrArray *labels;
  const LdrChartLabel *unit;
} LdrChartFrame;

#define LDR_CHART_FRAME_NO_DAY (-1)

LdrChartFrame *ldr_chart_frame_new (const LdrChartRoom *room, PangoContext *context);
gboolean ldr_chart_frame_get_margins (const LdrChartFrame *self, double *start, double *end);
int ldr_chart_frame_pick (const LdrChartFrame *self, const GArray *days, double reach, double x, double y);
void ldr_chart_frame_free (LdrChartFrame *self);
void ldr_chart_frame_paint (const LdrChartFrame *self, const LdrChartLook *look, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartFrame, ldr_chart_frame_free)

G_END_DECLS
