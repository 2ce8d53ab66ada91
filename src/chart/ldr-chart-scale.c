/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-scale.h"

/**
 * ldr_chart_scale_map:
 * @self: a scale
 * @value: a finite value, within the scale or outside
 *
 * Returns: its place; the middle of the axis on a scale of one value only
 */
double
ldr_chart_scale_map (const LdrChartScale *self, double value)
{
  /* Halves, so that even the largest values have a difference. */
  double span = self->high / 2 - self->low / 2;

  if (span <= 0)
    return self->start / 2 + self->end / 2;
  return self->start + (value / 2 - self->low / 2) / span * (self->end - self->start);
}

/**
 * ldr_chart_scale_unmap:
 * @self: a scale
 * @place: a place along its axis or beyond
 *
 * Returns: the value that stands there
 */
double
ldr_chart_scale_unmap (const LdrChartScale *self, double place)
{
  double part = self->end != self->start ? (place - self->start) / (self->end - self->start) : 0;

  return self->low * (1 - part) + self->high * part;
}
