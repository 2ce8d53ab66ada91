/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrChartTicks:
 * @first: the first tick
 * @step: from one tick to the next, above 0
 * @n: how many ticks there are, at least 2
 * @decimals: how many decimals it takes to write them
 *
 * Round values along an axis.
 */
typedef struct
{
  double first;
  double step;
  guint n;
  guint decimals;
} LdrChartTicks;

/**
 * LdrChartDateUnit:
 * @LDR_CHART_DATE_DAY: days
 * @LDR_CHART_DATE_WEEK: weeks, from the first day of the week
 * @LDR_CHART_DATE_MONTH: months
 * @LDR_CHART_DATE_YEAR: years
 *
 * What dates are counted in.
 */
typedef enum
{
  LDR_CHART_DATE_DAY,
  LDR_CHART_DATE_WEEK,
  LDR_CHART_DATE_MONTH,
  LDR_CHART_DATE_YEAR,
} LdrChartDateUnit;

/**
 * LdrChartDateStep:
 * @unit: what is counted
 * @count: how many of them
 *
 * From one date on an axis to the next.
 */
typedef struct
{
  LdrChartDateUnit unit;
  guint count;
} LdrChartDateStep;

LdrChartTicks ldr_chart_ticks_choose (double low, double high, guint most, gboolean whole);
double ldr_chart_ticks_get (const LdrChartTicks *self, guint tick);
char *ldr_chart_format_value (double value, guint decimals);

const LdrChartDateStep *ldr_chart_list_date_steps (guint *n_steps);
GArray *ldr_chart_list_dates (int first_day, int last_day, const LdrChartDateStep *step, int first_weekday);
char *ldr_chart_format_date (const LdrChartDateStep *step, int day);
char *ldr_chart_format_day (int day, const char *format);
int ldr_chart_get_year (int day);
int ldr_chart_get_first_weekday (void);

G_END_DECLS
