/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_FILTER_POPOVER (ldr_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (LdrFilterPopover, ldr_filter_popover, LDR, FILTER_POPOVER, GtkPopover)

/* Filters by tag, period and "to discuss". Signals: `changed`, and `clear` for every filter, here and elsewhere. */

GtkWidget *ldr_filter_popover_new (void);
void ldr_filter_popover_set_journal (LdrFilterPopover *self, LdrJournal *journal);
void ldr_filter_popover_set_can_clear (LdrFilterPopover *self, gboolean can_clear);
void ldr_filter_popover_apply (LdrFilterPopover *self, LdrQuery *query);
gboolean ldr_filter_popover_is_active (LdrFilterPopover *self);
void ldr_filter_popover_clear (LdrFilterPopover *self);

/* How far back the list goes. */
typedef enum
{
  LDR_FILTER_PERIOD_ANY,
  LDR_FILTER_PERIOD_WEEK,
  LDR_FILTER_PERIOD_MONTH,
  LDR_FILTER_PERIOD_QUARTER,
  LDR_FILTER_PERIOD_YEAR,
} LdrFilterPeriod;

int ldr_filter_period_first_day (LdrFilterPeriod period, int today);

G_END_DECLS
