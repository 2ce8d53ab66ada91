/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_TODAY_DRAFTS (ldr_today_drafts_get_type ())
G_DECLARE_FINAL_TYPE (LdrTodayDrafts, ldr_today_drafts, LDR, TODAY_DRAFTS, GObject)

/* Discards reflections that are being written, and brings them back. Signal: `toast (AdwToast *toast)`. */

LdrTodayDrafts *ldr_today_drafts_new (void);
void ldr_today_drafts_set_journal (LdrTodayDrafts *self, LdrJournal *journal);
void ldr_today_drafts_discard (LdrTodayDrafts *self, LdrReflection *draft);

G_END_DECLS
