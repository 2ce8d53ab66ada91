/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-axis.h"

typedef struct
{
  int width;
  double start;
  double end;
} Margins;

/**
 * LdrChartAxis:
 *
 * The axis of days that the charts of a page share. Each tells how much room it needs beside its plot, and all that are
 * equally wide leave as much as the one that needs most: so a day stands at the same place in all of them.
 */
struct _LdrChartAxis
{
  GObject parent_instance;

  GHashTable *members;
};

G_DEFINE_FINAL_TYPE (LdrChartAxis, ldr_chart_axis, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ldr_chart_axis_finalize (GObject *object)
{
  g_hash_table_unref (LDR_CHART_AXIS (object)->members);

  G_OBJECT_CLASS (ldr_chart_axis_parent_class)->finalize (object);
}

static void
ldr_chart_axis_class_init (LdrChartAxisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_chart_axis_finalize;

  /**
   * LdrChartAxis::changed:
   * @self: an axis
   *
   * The margins of some of its charts may be others now.
   */
  signals[CHANGED]
      = g_signal_new ("changed", LDR_TYPE_CHART_AXIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_chart_axis_init (LdrChartAxis *self)
{
  self->members = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * ldr_chart_axis_new:
 *
 * Returns: (transfer full): an axis that no chart has yet
 */
LdrChartAxis *
ldr_chart_axis_new (void)
{
  return g_object_new (LDR_TYPE_CHART_AXIS, NULL);
}

/**
 * ldr_chart_axis_tell:
 * @self: an axis
 * @member: one of its charts
 * @width: how wide the chart is, in pixels
 * @start: how much room it needs before its plot, in pixels
 * @end: how much it needs behind it
 *
 * Takes note of the room that a chart needs beside its plot.
 */
void
ldr_chart_axis_tell (LdrChartAxis *self, gconstpointer member, int width, double start, double end)
{
  const Margins *before;
  Margins now = { width, start, end };

  g_return_if_fail (LDR_IS_CHART_AXIS (self));

  before = g_hash_table_lookup (self->members, member);
  if (before != NULL && before->width == width && before->start == start && before->end == end)
    return;
  g_hash_table_insert (self->members, (gpointer) member, g_memdup2 (&now, sizeof now));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ldr_chart_axis_forget:
 * @self: an axis
 * @member: what was one of its charts, or never was
 */
void
ldr_chart_axis_forget (LdrChartAxis *self, gconstpointer member)
{
  g_return_if_fail (LDR_IS_CHART_AXIS (self));

  if (g_hash_table_remove (self->members, member))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ldr_chart_axis_get_margins:
 * @self: an axis
 * @width: how wide a chart is, in pixels
 * @start: (out): how much room charts of that width leave before their plot, in pixels
 * @end: (out): how much they leave behind it
 */
void
ldr_chart_axis_get_margins (LdrChartAxis *self, int width, double *start, double *end)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (LDR_IS_CHART_AXIS (self));

  *start = *end = 0;
  g_hash_table_iter_init (&iter, self->members);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Margins *it = value;

      if (it->width != width)
        continue;
      *start = MAX (*start, it->start);
      *end = MAX (*end, it->end);
    }
}
