/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-reminders.h"

G_BEGIN_DECLS

#define LDR_TYPE_REMINDERS_PAGE (ldr_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrRemindersPage, ldr_reminders_page, LDR, REMINDERS_PAGE, AdwPreferencesPage)

/* The preferences of reminders. */

AdwPreferencesPage *ldr_reminders_page_new (LdrReminders *reminders, GSettings *settings);
char *ldr_reminders_describe (LdrReminderState state);

G_END_DECLS
