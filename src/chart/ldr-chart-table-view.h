/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-chart-table.h"

G_BEGIN_DECLS

GtkWidget *ldr_chart_table_view_new (const LdrChartTable *table);

G_END_DECLS
