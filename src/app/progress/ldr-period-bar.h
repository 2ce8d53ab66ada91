/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-period.h"

G_BEGIN_DECLS

#define LDR_TYPE_PERIOD_BAR (ldr_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (LdrPeriodBar, ldr_period_bar, LDR, PERIOD_BAR, AdwBin)

/* Below the header: the days of a period of one's own, and with what a period is compared. It hides itself while there
 * is nothing to choose. Signal: `changed` (by the user). */

GtkWidget *ldr_period_bar_new (void);
void ldr_period_bar_set_kind (LdrPeriodBar *self, LdrPeriodKind kind);
void ldr_period_bar_set_own (LdrPeriodBar *self, const LdrPeriod *period);
void ldr_period_bar_set_compare (LdrPeriodBar *self, gboolean compare);
void ldr_period_bar_get_own (LdrPeriodBar *self, LdrPeriod *period);
gboolean ldr_period_bar_get_beside (LdrPeriodBar *self, const LdrPeriod *period, LdrPeriod *beside);

G_END_DECLS
