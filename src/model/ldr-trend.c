/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-trend.h"

#include <math.h>
#include <string.h>

/* Slopes are taken between all pairs of points; more points than this are gathered first. */
#define MAX_POINTS 256

/* The value that a standard normal variable exceeds in one of twenty cases. */
#define ONE_IN_TWENTY 1.645

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static int
compare_points (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_numbers (&((const LdrTrendPoint *) a)->x, &((const LdrTrendPoint *) b)->x, NULL);
}

static void
sort_numbers (double *values, guint n)
{
  g_sort_array (values, n, sizeof *values, compare_numbers, NULL);
}

/* The middle of numbers that stand in order. */
static double
get_middle (const double *sorted, guint n)
{
  return n == 0 ? NAN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

/**
 * ldr_trend_get_median:
 * @values: (array length=n_values): numbers in any order
 * @n_values: how many
 *
 * Returns: the number in their middle, or halfway between the two in the middle; NAN if there is none
 */
double
ldr_trend_get_median (const double *values, guint n_values)
{
  g_autofree double *sorted = g_memdup2 (values, n_values * sizeof *values);

  sort_numbers (sorted, n_values);
  return get_middle (sorted, n_values);
}

/**
 * ldr_trend_get_share:
 * @part: how many of them
 * @whole: how many in all
 *
 * Returns: the share, 0 to 1; NAN of nothing
 */
double
ldr_trend_get_share (int part, int whole)
{
  return whole > 0 ? (double) part / whole : NAN;
}

/**
 * ldr_trend_get_weekly_rate:
 * @n_events: how often something happened
 * @n_days: in how many days
 *
 * Returns: how often that is in seven days; NAN for no days
 */
double
ldr_trend_get_weekly_rate (int n_events, int n_days)
{
  return n_days > 0 ? 7.0 * n_events / n_days : NAN;
}

/* --- Slope and trend -------------------------------------------------------------------------------------------------
 */

/* One point for some that stand side by side: the median of their places and of their values. */
static LdrTrendPoint
gather (const LdrTrendPoint *points, guint n)
{
  g_autofree double *values = g_new (double, n);
  LdrTrendPoint point;

  for (guint i = 0; i < n; i++)
    values[i] = points[i].x;
  point.x = get_middle (values, n);
  for (guint i = 0; i < n; i++)
    values[i] = points[i].y;
  sort_numbers (values, n);
  point.y = get_middle (values, n);
  return point;
}

/* The end of the group that i is in when n points are divided evenly into as many as there may be. */
static guint
get_group_end (guint i, guint n)
{
  guint64 group = (guint64) i * MAX_POINTS / n;

  return (guint) (((group + 1) * n + MAX_POINTS - 1) / MAX_POINTS);
}

/* The points from left to right, one at each place and not too many. */
static GArray *
arrange (const LdrTrendPoint *points, guint n)
{
  GArray *arranged = g_array_new (FALSE, FALSE, sizeof (LdrTrendPoint));
  g_autofree LdrTrendPoint *sorted = g_memdup2 (points, n * sizeof *points);
  guint end;

  g_sort_array (sorted, n, sizeof *sorted, compare_points, NULL);
  for (guint i = 0; i < n; i = end)
    {
      LdrTrendPoint point;

      /* And on to where the next place begins. */
      end = n <= MAX_POINTS ? i + 1 : get_group_end (i, n);
      end = MIN (end, n);
      while (end < n && sorted[end].x <= sorted[end - 1].x)
        end++;
      point = gather (sorted + i, end - i);
      g_array_append_val (arranged, point);
    }
  return arranged;
}

/* The median of the slopes between all pairs of points. */
static double
get_slope (const GArray *points)
{
  g_autoptr (GArray) slopes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < points->len; i++)
    for (guint j = i + 1; j < points->len; j++)
      {
        const LdrTrendPoint *left = &g_array_index (points, LdrTrendPoint, i);
        const LdrTrendPoint *right = &g_array_index (points, LdrTrendPoint, j);
        double slope = (right->y - left->y) / (right->x - left->x);

        g_array_append_val (slopes, slope);
      }
  sort_numbers ((double *) slopes->data, slopes->len);
  return get_middle ((const double *) slopes->data, slopes->len);
}

/**
 * ldr_trend_get_slope:
 * @points: (array length=n_points): points in any order
 * @n_points: how many
 *
 * By how much the values rise from one place to the next, by the method of Theil (1950) and Sen (1968, "Estimates of
 * the regression coefficient based on Kendall's tau", J. Am. Stat. Assoc. 63): the median of the slopes between all
 * pairs of points. A few wild values do not move it. Values at one place count as their median; of more than 256
 * places, neighbours are gathered to their median first.
 *
 * Returns: the slope for a step of 1 along x; NAN when all points stand at one place
 */
double
ldr_trend_get_slope (const LdrTrendPoint *points, guint n_points)
{
  g_autoptr (GArray) arranged = arrange (points, n_points);

  return get_slope (arranged);
}

/* How many standard deviations the number of rising pairs less that of falling ones lies from 0, by Mann (1945) and
 * Kendall (1975) with the correction for equal values. */
static double
get_mann_kendall (const GArray *points)
{
  g_autofree double *values = g_new (double, points->len);
  double n = points->len, variance = n * (n - 1) * (2 * n + 5);
  int score = 0;
  guint end;

  for (guint i = 0; i < points->len; i++)
    values[i] = g_array_index (points, LdrTrendPoint, i).y;
  for (guint i = 0; i < points->len; i++)
    for (guint j = i + 1; j < points->len; j++)
      score += (values[j] > values[i]) - (values[j] < values[i]);
  sort_numbers (values, points->len);
  for (guint i = 0; i < points->len; i = end)
    {
      double equal;

      for (end = i + 1; end < points->len && values[end] <= values[i];)
        end++;
      equal = end - i;
      variance -= equal * (equal - 1) * (2 * equal + 5);
    }
  return score == 0 ? 0 : (score - (score > 0 ? 1 : -1)) / sqrt (variance / 18);
}

/**
 * ldr_trend_of:
 * @points: (array length=n_points): points in any order
 * @n_points: how many
 * @noticeable: by how much it must have risen or fallen in all for anybody to notice, above 0
 *
 * Which way the points go. They rise when the line of ldr_trend_get_slope() does so by @noticeable from the first place
 * to the last, and when chance alone would bring such an order of them in less than one of twenty cases: the test of
 * Mann (1945, "Nonparametric tests against trend", Econometrica 13) and Kendall (1975), one-sided.
 *
 * Returns: the trend
 */
LdrTrend
ldr_trend_of (const LdrTrendPoint *points, guint n_points, double noticeable)
{
  g_autoptr (GArray) arranged = arrange (points, n_points);
  double length, rise, score;

  if (arranged->len < LDR_TREND_MIN_POINTS)
    return LDR_TREND_NONE;
  length = g_array_index (arranged, LdrTrendPoint, arranged->len - 1).x - g_array_index (arranged, LdrTrendPoint, 0).x;
  rise = get_slope (arranged) * length;
  if (fabs (rise) < noticeable)
    return LDR_TREND_STEADY;
  score = get_mann_kendall (arranged);
  if (fabs (score) < ONE_IN_TWENTY)
    return LDR_TREND_UNCLEAR;
  return score > 0 ? LDR_TREND_RISING : LDR_TREND_FALLING;
}

/* --- Correlation -----------------------------------------------------------------------------------------------------
 */

/* How many of the numbers, which stand in order, are below a value, or not above it. */
static guint
count_below (const double *sorted, guint n, double value, gboolean or_equal)
{
  guint first = 0, end = n;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (or_equal ? sorted[middle] <= value : sorted[middle] < value)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* The rank of each number, from 1; equal ones share the middle of their ranks. */
static double *
rank (const double *values, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);
  double *ranks = g_new (double, n);

  sort_numbers (sorted, n);
  for (guint i = 0; i < n; i++)
    ranks[i] = (count_below (sorted, n, values[i], FALSE) + count_below (sorted, n, values[i], TRUE) + 1) / 2.0;
  return ranks;
}

/**
 * ldr_trend_get_rank_correlation:
 * @points: (array length=n_points): pairs of values
 * @n_points: how many
 *
 * How far the one value is high where the other is: Spearman (1904, "The proof and measurement of association between
 * two things", Am. J. Psychol. 15), the correlation of the ranks, of which equal values share the middle. That the two
 * go together never says that one of them is the cause.
 *
 * Returns: -1 to 1; NAN of fewer than %LDR_CORRELATION_MIN_PAIRS pairs, or when one of the values is always the same
 */
double
ldr_trend_get_rank_correlation (const LdrTrendPoint *points, guint n_points)
{
  g_autofree double *x = g_new (double, n_points), *y = g_new (double, n_points);
  g_autofree double *x_ranks = NULL, *y_ranks = NULL;
  double middle = (n_points + 1) / 2.0, xx = 0, yy = 0, xy = 0;

  if (n_points < LDR_CORRELATION_MIN_PAIRS)
    return NAN;
  for (guint i = 0; i < n_points; i++)
    {
      x[i] = points[i].x;
      y[i] = points[i].y;
    }
  x_ranks = rank (x, n_points);
  y_ranks = rank (y, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      xx += (x_ranks[i] - middle) * (x_ranks[i] - middle);
      yy += (y_ranks[i] - middle) * (y_ranks[i] - middle);
      xy += (x_ranks[i] - middle) * (y_ranks[i] - middle);
    }
  return xx > 0 && yy > 0 ? xy / sqrt (xx * yy) : NAN;
}
