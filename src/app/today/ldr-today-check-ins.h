/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_TODAY_CHECK_INS (ldr_today_check_ins_get_type ())
G_DECLARE_FINAL_TYPE (LdrTodayCheckIns, ldr_today_check_ins, LDR, TODAY_CHECK_INS, AdwBin)

/* The check-ins that are due, answered in place. One that was answered stays where it is, for a note or to take it
 * back, until the page is left. */

void ldr_today_check_ins_set_courses (LdrTodayCheckIns *self, LdrJournal *journal, GPtrArray *courses, int day);
void ldr_today_check_ins_tidy (LdrTodayCheckIns *self);
void ldr_today_check_ins_flush_async (LdrTodayCheckIns *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean ldr_today_check_ins_flush_finish (LdrTodayCheckIns *self, GAsyncResult *result, GError **error);
void ldr_today_check_ins_abandon (LdrTodayCheckIns *self);

G_END_DECLS
