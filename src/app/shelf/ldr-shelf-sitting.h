/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"
#include "store/ldr-store-outline.h"

G_BEGIN_DECLS

#define LDR_TYPE_SHELF_SITTING (ldr_shelf_sitting_get_type ())
G_DECLARE_FINAL_TYPE (LdrShelfSitting, ldr_shelf_sitting, LDR, SHELF_SITTING, GObject)

/* What a coach's shelf tells of the journals that were unlocked in one sitting. Signal: `changed`. */

LdrShelfSitting *ldr_shelf_sitting_new (void);
void ldr_shelf_sitting_read (LdrShelfSitting *self, LdrJournal *journal);
const LdrOutline *ldr_shelf_sitting_find (LdrShelfSitting *self, const char *path);
gboolean ldr_shelf_sitting_is_empty (LdrShelfSitting *self);
void ldr_shelf_sitting_end (LdrShelfSitting *self);

char *ldr_outline_describe (const LdrOutline *outline, gint64 now);

G_END_DECLS
