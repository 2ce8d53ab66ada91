/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-goal.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_CHECK_IN_ROW (ldr_check_in_row_get_type ())
G_DECLARE_FINAL_TYPE (LdrCheckInRow, ldr_check_in_row, LDR, CHECK_IN_ROW, AdwBin)

/* One checks in on a goal in place: it reads and writes the journal by itself and follows it. Its toasts go to the
 * nearest #AdwToastOverlay above it. What is written in the note is saved by itself; before the journal is closed, or
 * where the row is taken away while somebody waits for it, ldr_check_in_row_flush_async() tells when all is safe.
 * Signal:
 *
 * - `checked-in`: a value was noted, or the day was skipped, by the user */

GtkWidget *ldr_check_in_row_new (LdrJournal *journal, LdrGoal *goal);
LdrGoal *ldr_check_in_row_get_goal (LdrCheckInRow *self);
void ldr_check_in_row_set_show_goal (LdrCheckInRow *self, gboolean show);
void ldr_check_in_row_set_day (LdrCheckInRow *self, int day);
void ldr_check_in_row_flush_async (LdrCheckInRow *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ldr_check_in_row_flush_finish (LdrCheckInRow *self, GAsyncResult *result, GError **error);
void ldr_check_in_row_abandon (LdrCheckInRow *self);

G_END_DECLS
