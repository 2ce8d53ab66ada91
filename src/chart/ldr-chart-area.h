/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart-axis.h"
#include "ldr-chart.h"

G_BEGIN_DECLS

#define LDR_TYPE_CHART_AREA (ldr_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (LdrChartArea, ldr_chart_area, LDR, CHART_AREA, GtkWidget)

GtkWidget *ldr_chart_area_new (void);
void ldr_chart_area_set_chart (LdrChartArea *self, LdrChart *chart);
void ldr_chart_area_set_axis (LdrChartArea *self, LdrChartAxis *axis);
gboolean ldr_chart_area_get_margins (LdrChartArea *self, double *start, double *end);
LdrChart *ldr_chart_area_get_chart (LdrChartArea *self);
int ldr_chart_area_get_stop (LdrChartArea *self);
void ldr_chart_area_get_stop_days (LdrChartArea *self, int *first_day, int *last_day);

G_END_DECLS
