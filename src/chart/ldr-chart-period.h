/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrChartPeriod:
 * @LDR_CHART_PERIOD_NONE: not divided
 * @LDR_CHART_PERIOD_DAY: days
 * @LDR_CHART_PERIOD_WEEK: weeks, from the first day of the week
 * @LDR_CHART_PERIOD_MONTH: months
 * @LDR_CHART_PERIOD_QUARTER: quarters of a year
 * @LDR_CHART_PERIOD_YEAR: years
 *
 * What days are gathered in.
 */
typedef enum
{
  LDR_CHART_PERIOD_NONE,
  LDR_CHART_PERIOD_DAY,
  LDR_CHART_PERIOD_WEEK,
  LDR_CHART_PERIOD_MONTH,
  LDR_CHART_PERIOD_QUARTER,
  LDR_CHART_PERIOD_YEAR,
} LdrChartPeriod;

LdrChartPeriod ldr_chart_period_choose (int first_day, int last_day);
int ldr_chart_period_get_first (LdrChartPeriod period, int day, int first_weekday);
int ldr_chart_period_get_next (LdrChartPeriod period, int day, int first_weekday);
char *ldr_chart_period_format (LdrChartPeriod period, int first_day);
const char *ldr_chart_period_get_head (LdrChartPeriod period);

G_END_DECLS
