/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "model/ldr-session.h"

G_BEGIN_DECLS

/* Sessions as an iCalendar file (RFC 5545), for any calendar. Only when and where is in it: no notes, no agenda,
 * nothing of what is said. */

#define LDR_CALENDAR_NO_ALARM (-1)

char *ldr_calendar_get_summary (const char *leader);
char *ldr_calendar_to_text (GPtrArray *sessions, const char *leader, int alarm_minutes);
gboolean ldr_calendar_write (GPtrArray *sessions,
                             const char *leader,
                             int alarm_minutes,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
