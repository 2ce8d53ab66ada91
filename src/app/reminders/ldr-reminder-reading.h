/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-reminder-plan.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

void ldr_reminder_facts_read_async (LdrJournal *journal, GAsyncReadyCallback callback, gpointer user_data);
LdrReminderFacts *ldr_reminder_facts_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS
