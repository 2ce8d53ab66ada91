/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stands about reminders outside the encrypted journals, in `reminders.ini` beside the shelf: for each journal the
 * moments of coming reminders, and up to when reminders were given.
 *
 * Why it is there at all: a journal is locked most of the time, and while it is, nobody can ask it what is coming; but
 * that is when a reminder is needed. Why no more than this: whoever can read the files of this account learns at what
 * times its owner is going to be reminded, and nothing else: not of what, not in whose journal by name (a journal goes
 * by its random id), not how many things. It is there only while reminders are on: turning them off removes the file,
 * and a journal that leaves the shelf leaves the file. */

#define LDR_TYPE_REMINDER_FILE (ldr_reminder_file_get_type ())
G_DECLARE_FINAL_TYPE (LdrReminderFile, ldr_reminder_file, LDR, REMINDER_FILE, GObject)

LdrReminderFile *ldr_reminder_file_new (const char *folder);
void ldr_reminder_file_load (LdrReminderFile *self);
gboolean ldr_reminder_file_save (LdrReminderFile *self, GError **error);
gboolean ldr_reminder_file_remove (LdrReminderFile *self, GError **error);

gint64 ldr_reminder_file_get_given (LdrReminderFile *self);
int ldr_reminder_file_get_reflection_day (LdrReminderFile *self);
gboolean ldr_reminder_file_set_given (LdrReminderFile *self, gint64 given, int reflection_day);
GPtrArray *ldr_reminder_file_list_journals (LdrReminderFile *self);
GArray *ldr_reminder_file_get_moments (LdrReminderFile *self, const char *id);
gboolean ldr_reminder_file_set_moments (LdrReminderFile *self, const char *id, GArray *moments);

G_END_DECLS
