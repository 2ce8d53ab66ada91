/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-reminder-file.h"
#include "ldr-reminders.h"

G_BEGIN_DECLS

/* What the files of the reminders share. */

/* The one notification: a later reminder takes the place of the one before. */
#define LDR_REMINDER_NOTIFICATION "reminder"

struct _LdrReminders
{
  GObject parent_instance;

  GApplication *application;
  GSettings *settings;
  LdrReminderFile *file;
  char *folder;
  GListModel *followed; /* The shelf of the window, while there is one. */
  LdrRemindersClock clock;
  gboolean sandboxed;
  LdrReminderState state;
  GCancellable *asking;
  gboolean on;      /* The file is read and the clock is watched. */
  gboolean holding; /* The application runs on without a window. */
  guint alarm;

  LdrJournal *journal;
  GSignalGroup *news;
  gboolean shown;  /* There may be a notification on the screen. */
  GHashTable *due; /* The ids of the journals that the notification on the screen is about. */
};

/* ldr-reminders.c */
void ldr_reminders_set_state (LdrReminders *self, LdrReminderState state);
void ldr_reminders_set_holding (LdrReminders *self, gboolean holding);
void ldr_reminders_save (LdrReminders *self);
void ldr_reminders_prune (LdrReminders *self);
void ldr_reminders_read_journal (LdrReminders *self);

/* ldr-reminders-switch.c */
void ldr_reminders_follow_settings (LdrReminders *self);
void ldr_reminders_stop_asking (LdrReminders *self);

G_END_DECLS
