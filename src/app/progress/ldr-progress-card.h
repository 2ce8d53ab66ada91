/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "chart/ldr-chart-axis.h"
#include "report/progress/ldr-progress-chart.h"

G_BEGIN_DECLS

#define LDR_TYPE_PROGRESS_CARD (ldr_progress_card_get_type ())
G_DECLARE_FINAL_TYPE (LdrProgressCard, ldr_progress_card, LDR, PROGRESS_CARD, AdwBin)

/* A chart of the page with its words, or what will appear there and what to do first.
 * Signal: `activated (LdrProgressKind kind, int first_day, int last_day)`: somebody wants to see what is behind a
 * point. */

GtkWidget *ldr_progress_card_new (LdrProgressKind kind, LdrChartAxis *axis);
LdrProgressKind ldr_progress_card_get_kind (LdrProgressCard *self);
void ldr_progress_card_set_chart (LdrProgressCard *self, LdrProgressChart *chart);
void ldr_progress_card_set_period (LdrProgressCard *self, const char *period, gboolean show);

G_END_DECLS
