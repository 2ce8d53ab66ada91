/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-trace.h"

#include <math.h>

static double
get_area (const LdrChartPoint *a, const LdrChartPoint *b, double third_day, double third_value)
{
  return fabs (((double) a->day - third_day) * (b->value - a->value)
               - ((double) a->day - b->day) * (third_value - a->value));
}

/* Where bucket number @bucket of @n_buckets begins, in a run of @n points whose first and last are buckets of their
 * own.
 */
static guint
get_bucket_start (guint bucket, guint n_buckets, guint n)
{
  if (bucket >= n_buckets)
    return n - 1;
  return 1 + (guint) ((guint64) bucket * (n - 2) / n_buckets);
}

static void
add_vertex (GArray *vertices, guint index, gboolean starts, gboolean ends)
{
  LdrChartVertex vertex = { index, starts, ends };

  g_array_append_val (vertices, vertex);
}

/* The point of a bucket that makes the largest triangle with the one chosen before and the mean of the next bucket. */
static guint
choose_in_bucket (const LdrChartPoint *points, guint chosen, guint start, guint next, guint after)
{
  guint best = start;
  double best_area = -1;
  double day = 0;
  double value = 0;

  for (guint i = next; i < after; i++)
    {
      day += (double) points[i].day / (after - next);
      value += points[i].value / (after - next);
    }
  for (guint i = start; i < next; i++)
    {
      double area = get_area (&points[chosen], &points[i], day, value);

      if (area > best_area)
        {
          best_area = area;
          best = i;
        }
    }
  return best;
}

/* Adds at most @most corners, though never fewer than the two ends, for the points from @first, all with a value. */
static void
add_run (GArray *vertices, const LdrChartPoint *points, guint first, guint n, guint most)
{
  const LdrChartPoint *run = points + first;
  guint n_buckets = most > 2 ? most - 2 : 0;
  guint chosen = 0;

  if (n <= most || n <= 2)
    {
      for (guint i = 0; i < n; i++)
        add_vertex (vertices, first + i, i == 0, i + 1 == n);
      return;
    }
  add_vertex (vertices, first, TRUE, FALSE);
  for (guint bucket = 0; bucket < n_buckets; bucket++)
    {
      guint start = get_bucket_start (bucket, n_buckets, n);
      guint next = get_bucket_start (bucket + 1, n_buckets, n);
      guint after = bucket + 1 < n_buckets ? get_bucket_start (bucket + 2, n_buckets, n) : n;

      chosen = choose_in_bucket (run, chosen, start, next, after);
      add_vertex (vertices, first + chosen, FALSE, FALSE);
    }
  add_vertex (vertices, first + n - 1, FALSE, TRUE);
}

static guint
count_breaks_until (const int *breaks, guint n_breaks, int day)
{
  guint n = 0;

  for (guint i = 0; i < n_breaks; i++)
    n += breaks[i] <= day ? 1 : 0;
  return n;
}

/* How many points follow one another from @first on with a value and without a break. */
static guint
get_run_length (const LdrChartPoint *points, guint n_points, const int *breaks, guint n_breaks, guint first)
{
  guint n_before = count_breaks_until (breaks, n_breaks, points[first].day);
  guint i = first;

  while (i < n_points && isfinite (points[i].value) && count_breaks_until (breaks, n_breaks, points[i].day) == n_before)
    i++;
  return i - first;
}

/**
 * ldr_chart_trace:
 * @points: (array length=n_points): values in the order of their days
 * @n_points: how many there are
 * @breaks: (array length=n_breaks) (nullable): days before which the line is interrupted: a point on such a day comes
 *   after the break
 * @n_breaks: how many there are
 * @most_vertices: how many corners to draw at most, shared among the parts of the line by their length; each part keeps
 *   its first and its last point whatever this says
 *
 * Finds the corners of a line through values over days: interrupted where a value is missing and at breaks, and with
 * fewer corners than points where there are more points than can be seen. Those that stay are chosen by
 * largest-triangle-three-buckets (Sveinn Steinarsson, "Downsampling Time Series for Visual Representation", University
 * of Iceland, 2013, section 4.2): always points that were there, and the peaks among them.
 *
 * Returns: (transfer full) (element-type LdrChartVertex): the corners, in the order of the points
 */
GArray *
ldr_chart_trace (const LdrChartPoint *points, guint n_points, const int *breaks, guint n_breaks, guint most_vertices)
{
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (LdrChartVertex));
  guint i = 0;

  while (i < n_points)
    {
      guint n;

      if (!isfinite (points[i].value))
        {
          i++;
          continue;
        }
      n = get_run_length (points, n_points, breaks, n_breaks, i);
      add_run (vertices, points, i, n,
               n_points <= most_vertices ? n : (guint) ((guint64) n * most_vertices / n_points));
      i += n;
    }
  return vertices;
}

/**
 * ldr_chart_find_range:
 * @points: (array length=n_points): values
 * @n_points: how many there are
 * @low: (inout): made lower where a value is lower
 * @high: (inout): made higher where a value is higher
 *
 * Widens a range to hold all values.
 *
 * Returns: whether there is any value
 */
gboolean
ldr_chart_find_range (const LdrChartPoint *points, guint n_points, double *low, double *high)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      if (!isfinite (points[i].value))
        continue;
      *low = MIN (*low, points[i].value);
      *high = MAX (*high, points[i].value);
      any = TRUE;
    }
  return any;
}
