/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-line-data.h"

G_BEGIN_DECLS

#define LDR_TYPE_LINE_CHART (ldr_line_chart_get_type ())
G_DECLARE_FINAL_TYPE (LdrLineChart, ldr_line_chart, LDR, LINE_CHART, GtkWidget)

GtkWidget *ldr_line_chart_new (void);
void ldr_line_chart_set_data (LdrLineChart *self, LdrLineData *data);
int ldr_line_chart_get_stop_day (LdrLineChart *self);

G_END_DECLS
