/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can honestly be said of a few numbers. Plain functions of values; NAN is "nothing can be said". */

/* No trend is told of fewer points. */
#define LDR_TREND_MIN_POINTS 4

/* No correlation is told of fewer pairs. */
#define LDR_CORRELATION_MIN_PAIRS 10

/**
 * LdrTrend:
 * @LDR_TREND_NONE: fewer than %LDR_TREND_MIN_POINTS points: too early to tell
 * @LDR_TREND_STEADY: it neither rose nor fell by as much as one would notice
 * @LDR_TREND_UNCLEAR: it went up and down, and what is left of that may be chance
 * @LDR_TREND_RISING: it rose
 * @LDR_TREND_FALLING: it fell
 */
typedef enum
{
  LDR_TREND_NONE,
  LDR_TREND_STEADY,
  LDR_TREND_UNCLEAR,
  LDR_TREND_RISING,
  LDR_TREND_FALLING,
} LdrTrend;

/**
 * LdrTrendPoint:
 * @x: where it stands, such as a day
 * @y: its value
 */
typedef struct
{
  double x;
  double y;
} LdrTrendPoint;

LdrTrend ldr_trend_of (const LdrTrendPoint *points, guint n_points, double noticeable);
double ldr_trend_get_slope (const LdrTrendPoint *points, guint n_points);
double ldr_trend_get_rank_correlation (const LdrTrendPoint *points, guint n_points);
double ldr_trend_get_median (const double *values, guint n_values);
double ldr_trend_get_share (int part, int whole);
double ldr_trend_get_weekly_rate (int n_events, int n_days);

G_END_DECLS
