/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-chart-trace.h"

G_BEGIN_DECLS

#define LDR_TYPE_SPARKLINE (ldr_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (LdrSparkline, ldr_sparkline, LDR, SPARKLINE, GtkWidget)

GtkWidget *ldr_sparkline_new (void);
void ldr_sparkline_set_points (LdrSparkline *self, const LdrChartPoint *points, guint n_points);
void ldr_sparkline_set_range (LdrSparkline *self, double low, double high);
void ldr_sparkline_set_label (LdrSparkline *self, const char *label);

G_END_DECLS
