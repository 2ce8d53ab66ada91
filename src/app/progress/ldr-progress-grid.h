/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "report/progress/ldr-progress-chart.h"

G_BEGIN_DECLS

#define LDR_TYPE_PROGRESS_GRID (ldr_progress_grid_get_type ())
G_DECLARE_FINAL_TYPE (LdrProgressGrid, ldr_progress_grid, LDR, PROGRESS_GRID, AdwBin)

/* The cards of the page, in two columns or one. Their charts come one by one, those that can be seen first.
 * Signals: `activated (LdrProgressKind kind, int first_day, int last_day)`, `filled`: the last chart is there. */

GtkWidget *ldr_progress_grid_new (void);
void ldr_progress_grid_set_wide (LdrProgressGrid *self, gboolean wide);
void
ldr_progress_grid_show (LdrProgressGrid *self, LdrProgress *progress, const LdrPeriod *period, const LdrPeriod *beside);
void ldr_progress_grid_clear (LdrProgressGrid *self);

G_END_DECLS
