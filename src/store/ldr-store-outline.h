/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"

G_BEGIN_DECLS

#define LDR_TYPE_OUTLINE (ldr_outline_get_type ())

/**
 * LdrOutline:
 * @next_session: when the next session starts, or the one that is under way did, as a moment; 0 when none is planned
 * @next_session_day: the civil date of that, or 0
 * @actions_open: how many actions are open
 * @actions_overdue: how many of them should have been done before today
 * @last_entry_day: the civil date of the latest entry outside the trash, or 0
 *
 * What a coach's shelf tells of a journal that is unlocked: days and counts, never a text.
 */
typedef struct
{
  gint64 next_session;
  int next_session_day;
  int actions_open;
  int actions_overdue;
  int last_entry_day;
} LdrOutline;

GType ldr_outline_get_type (void) G_GNUC_CONST;
LdrOutline *ldr_outline_copy (const LdrOutline *self);
void ldr_outline_free (LdrOutline *self);

LdrOutline *ldr_store_get_outline (LdrStore *self, gint64 now, int today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrOutline, ldr_outline_free)

G_END_DECLS
