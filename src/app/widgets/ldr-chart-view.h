/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "chart/ldr-chart-axis.h"
#include "chart/ldr-chart-export.h"
#include "chart/ldr-chart.h"
#include "chart/ldr-line-data.h"

G_BEGIN_DECLS

#define LDR_TYPE_CHART_VIEW (ldr_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (LdrChartView, ldr_chart_view, LDR, CHART_VIEW, AdwBin)

GtkWidget *ldr_chart_view_new (void);
void ldr_chart_view_set_chart (LdrChartView *self, LdrChart *chart);
void ldr_chart_view_set_heading (LdrChartView *self, const char *title, const char *sentence);
void ldr_chart_view_set_axis (LdrChartView *self, LdrChartAxis *axis);
void ldr_chart_view_set_data (LdrChartView *self, LdrLineData *data);
AdwDialog *ldr_chart_view_enlarge (LdrChartView *self);
void ldr_chart_view_save_async (LdrChartView *self,
                                LdrChartFormat format,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ldr_chart_view_save_finish (LdrChartView *self, GAsyncResult *result, GError **error);

G_END_DECLS
