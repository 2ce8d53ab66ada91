/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrChartScale:
 * @low: the value that stands at @start
 * @high: the value that stands at @end, not below @low
 * @start: a place along an axis
 * @end: another place, on either side of @start
 *
 * How values become places along an axis, linearly. All finite.
 */
typedef struct
{
  double low;
  double high;
  double start;
  double end;
} LdrChartScale;

double ldr_chart_scale_map (const LdrChartScale *self, double value);
double ldr_chart_scale_unmap (const LdrChartScale *self, double place);

G_END_DECLS
