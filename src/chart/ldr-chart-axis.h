/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LDR_TYPE_CHART_AXIS (ldr_chart_axis_get_type ())
G_DECLARE_FINAL_TYPE (LdrChartAxis, ldr_chart_axis, LDR, CHART_AXIS, GObject)

LdrChartAxis *ldr_chart_axis_new (void);
void ldr_chart_axis_tell (LdrChartAxis *self, gconstpointer member, int width, double start, double end);
void ldr_chart_axis_forget (LdrChartAxis *self, gconstpointer member);
void ldr_chart_axis_get_margins (LdrChartAxis *self, int width, double *start, double *end);

G_END_DECLS
