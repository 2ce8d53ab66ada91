/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_FILTER_BAR (ldr_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LdrFilterBar, ldr_filter_bar, LDR, FILTER_BAR, AdwBin)

/* Filters by style, pitfall, tag, period and "to discuss". Signal: `changed`. */

void ldr_filter_bar_set_journal (LdrFilterBar *self, LdrJournal *journal);
void ldr_filter_bar_apply (LdrFilterBar *self, LdrQuery *query);
gboolean ldr_filter_bar_is_active (LdrFilterBar *self);
void ldr_filter_bar_clear (LdrFilterBar *self);

G_END_DECLS
