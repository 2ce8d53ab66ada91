/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/**
 * LdrReminderState:
 * @LDR_REMINDERS_OFF: its user does not want any
 * @LDR_REMINDERS_ASKING: the desktop is being asked
 * @LDR_REMINDERS_ON: they come, also from the background and after the next login
 * @LDR_REMINDERS_WHILE_RUNNING: they come while the application runs
 * @LDR_REMINDERS_REFUSED: off, since the desktop does not allow the background
 * @LDR_REMINDERS_NO_PORTAL: off, since nobody can allow it
 * @LDR_REMINDERS_NO_NOTIFICATIONS: off, since nobody shows notifications
 *
 * Whether reminders come, and if not, why.
 */
typedef enum
{
  LDR_REMINDERS_OFF,
  LDR_REMINDERS_ASKING,
  LDR_REMINDERS_ON,
  LDR_REMINDERS_WHILE_RUNNING,
  LDR_REMINDERS_REFUSED,
  LDR_REMINDERS_NO_PORTAL,
  LDR_REMINDERS_NO_NOTIFICATIONS,
} LdrReminderState;

#define LDR_TYPE_REMINDERS (ldr_reminders_get_type ())
G_DECLARE_FINAL_TYPE (LdrReminders, ldr_reminders, LDR, REMINDERS, GObject)

/* Sends the reminders, and keeps the application running for them while they are on. Property: `state`
 * (#LdrReminderState, as an int). */

/* The moment by another clock than the computer's. */
typedef gint64 (*LdrRemindersClock) (void);

LdrReminders *ldr_reminders_new (GApplication *application, GSettings *settings, const char *folder);
void ldr_reminders_set_clock (LdrReminders *self, LdrRemindersClock clock);
void ldr_reminders_set_sandboxed (LdrReminders *self, gboolean sandboxed);

LdrReminderState ldr_reminders_get_state (LdrReminders *self);
gboolean ldr_reminders_is_wanted (LdrReminders *self);
void ldr_reminders_turn_on (LdrReminders *self, GtkWindow *window);
void ldr_reminders_turn_off (LdrReminders *self);
void ldr_reminders_check (LdrReminders *self, GtkWindow *window);

void ldr_reminders_set_journal (LdrReminders *self, LdrJournal *journal);
void ldr_reminders_follow_shelf (LdrReminders *self, GListModel *shelf);
char *ldr_reminders_get_due_path (LdrReminders *self);
void ldr_reminders_look (LdrReminders *self);
void ldr_reminders_rest (LdrReminders *self);

G_END_DECLS
