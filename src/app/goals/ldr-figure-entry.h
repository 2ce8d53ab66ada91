/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-measure.h"

G_BEGIN_DECLS

#define LDR_TYPE_FIGURE_ENTRY (ldr_figure_entry_get_type ())
G_DECLARE_FINAL_TYPE (LdrFigureEntry, ldr_figure_entry, LDR, FIGURE_ENTRY, AdwBin)

/* A figure with its unit, written as one writes numbers. Signal: `chosen` (double; by the user, always one that the
 * measure allows). */

GtkWidget *ldr_figure_entry_new (const LdrMeasure *measure, const char *name);
void ldr_figure_entry_set_value (LdrFigureEntry *self, double value);
gboolean ldr_figure_entry_submit (LdrFigureEntry *self);

G_END_DECLS
