/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"

G_BEGIN_DECLS

/**
 * LdrChartProbes:
 *
 * What a widget asks the style sheet and the theme of icons for the colours and symbols of a chart with.
 */
typedef struct _LdrChartProbes LdrChartProbes;

LdrChartProbes *ldr_chart_probes_new (GtkWidget *widget);
void ldr_chart_probes_free (LdrChartProbes *self);
void ldr_chart_probes_set_chart (LdrChartProbes *self, const LdrChart *chart);
void ldr_chart_probes_look (LdrChartProbes *self);
const LdrChartInks *ldr_chart_probes_get_inks (const LdrChartProbes *self);

G_END_DECLS
