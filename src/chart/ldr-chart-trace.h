/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrChartPoint:
 * @day: a civil day, as GDate counts them (Julian day)
 * @value: the value of that day, NAN where it is missing on purpose: the line has a gap there
 *
 * A value on a day. A row of them is in the order of the days; a day may come twice, or not at all.
 */
typedef struct
{
  int day;
  double value;
} LdrChartPoint;

/**
 * LdrChartVertex:
 * @index: which point is drawn here
 * @starts: whether the line begins anew at this point
 * @ends: whether it ends here: with @starts as well, it is a dot
 *
 * A corner of a line.
 */
typedef struct
{
  guint index;
  gboolean starts;
  gboolean ends;
} LdrChartVertex;

GArray *
ldr_chart_trace (const LdrChartPoint *points, guint n_points, const int *breaks, guint n_breaks, guint most_vertices);
gboolean ldr_chart_find_range (const LdrChartPoint *points, guint n_points, double *low, double *high);

G_END_DECLS
