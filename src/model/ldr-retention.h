/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LDR_KEEP_DAILY 7
#define LDR_KEEP_WEEKLY 4
#define LDR_KEEP_MONTHLY 12
#define LDR_KEEP_TRASH_DAYS 30

/* Days after which nobody takes the clock's word for it that so many have passed. */
#define LDR_CLOCK_LEAP_DAYS 300

/**
 * LdrSteadyClock:
 * @seen: when the journal was last opened, to the day; 0 when that is not known
 * @steady: since when this computer's clock has run without a leap
 *
 * How far the clock is trusted with what cannot be taken back. Moments.
 */
typedef struct
{
  gint64 seen;
  gint64 steady;
} LdrSteadyClock;

gboolean ldr_steady_clock_note (LdrSteadyClock *self, gint64 now);
gint64 ldr_steady_clock_get_trash_limit (const LdrSteadyClock *self, gint64 now);
int ldr_retention_get_trash_days (gint64 deleted, gint64 now);
GArray *ldr_retention_to_remove (GArray *moments, gint64 now);

G_END_DECLS
