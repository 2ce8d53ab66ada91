/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "chart/ldr-chart-export.h"

G_BEGIN_DECLS

/* What can be done with a chart beyond looking at it, from any widget that shows it. */

GMenuModel *ldr_chart_acts_make_menu (gboolean with_enlarge);
void ldr_chart_acts_copy_picture (GtkWidget *widget, LdrChart *chart);
void ldr_chart_acts_copy_values (GtkWidget *widget, LdrChart *chart);
void ldr_chart_acts_save (GtkWidget *widget, LdrChart *chart, LdrChartFormat format);
void ldr_chart_acts_write_async (GtkWidget *widget,
                                 LdrChart *chart,
                                 LdrChartFormat format,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ldr_chart_acts_write_finish (GAsyncResult *result, GError **error);
LdrChartPalette *ldr_chart_acts_make_palette (void);
gboolean ldr_chart_acts_parse_format (const char *name, LdrChartFormat *format);

G_END_DECLS
