/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-ticks.h"

#include <math.h>
#include <string.h>

/* So much of a step may a bound lie beyond a tick by rounding alone. */
#define ROUNDING 1e-6

/* From here on a number is written with a power of ten. */
#define HUGE_VALUE 1e12

/* Values that are all the same have no span; give them one of a size that suits them. */
static void
widen (double *low, double *high, gboolean whole)
{
  double room;

  if (*high > *low)
    return;
  room = *low == 0 ? 1 : pow (10, floor (log10 (fabs (*low))));
  if (whole)
    room = MAX (1, room);
  if (*low == 0)
    *high = room;
  else
    {
      *low -= room;
      *high += room;
    }
}

/* The step after @step in 1, 2, 5, 10, 20, 50, ... */
static double
get_next_step (double step)
{
  double power = pow (10, floor (log10 (step) + ROUNDING));
  double part = step / power;

  return part < 1.5 ? 2 * power : part < 3.5 ? 5 * power : 10 * power;
}

static guint
count_decimals (double step)
{
  double power = floor (log10 (step) + ROUNDING);

  return power < 0 ? (guint) -power : 0;
}

/**
 * ldr_chart_ticks_choose:
 * @low: the lowest value, finite
 * @high: the highest value, finite and not below @low
 * @most: how many ticks there is room for; never fewer than 2 are made
 * @whole: whether there is nothing between whole numbers
 *
 * Chooses ticks that people would choose: at multiples of 1, 2 or 5 times a power of ten, as close together as @most
 * allows. The first is not above @low, the last not below @high. A single value gets one on either side, 0 one above.
 *
 * Returns: the ticks
 */
LdrChartTicks
ldr_chart_ticks_choose (double low, double high, guint most, gboolean whole)
{
  LdrChartTicks ticks = { 0 };
  double from = 0;
  double to = 0;

  most = MAX (2, most);
  widen (&low, &high, whole);
  ticks.step = pow (10, floor (log10 (high / most - low / most)));
  if (whole)
    ticks.step = MAX (1, ticks.step);
  for (;; ticks.step = get_next_step (ticks.step))
    {
      from = floor (low / ticks.step + ROUNDING);
      to = ceil (high / ticks.step - ROUNDING);
      if (to - from < most)
        break;
    }
  ticks.first = from * ticks.step;
  ticks.n = (guint) MAX (1, to - from) + 1;
  ticks.decimals = count_decimals (ticks.step);
  return ticks;
}

/**
 * ldr_chart_ticks_get:
 * @self: ticks
 * @tick: which of them
 *
 * Returns: its value, as near to the round number as a double comes
 */
double
ldr_chart_ticks_get (const LdrChartTicks *self, guint tick)
{
  double scale = pow (10, self->decimals);
  double value = self->first + tick * self->step;

  /* A product of whole numbers is exact where 0.1 + 0.1 + 0.1 is not 0.3. */
  return self->decimals > 0 && self->decimals < 15 ? round (value * scale) / scale : value;
}

/**
 * ldr_chart_format_value:
 * @value: a finite value
 * @decimals: how many decimals to write
 *
 * Writes a number as the locale does, grouped where it groups, with a true minus sign.
 *
 * Returns: (transfer full): the text
 */
char *
ldr_chart_format_value (double value, guint decimals)
{
  g_autofree char *digits = fabs (value) >= HUGE_VALUE ? g_strdup_printf ("%g", fabs (value))
                                                       : g_strdup_printf ("%'.*f", (int) decimals, fabs (value));
  gboolean is_zero = strpbrk (digits, "123456789") == NULL;

  return g_strconcat (value < 0 && !is_zero ? "−" : "", digits, NULL);
}
