/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-retention.h"

#include "ldr-moment.h"

#define DAY ((gint64) 24 * 60 * 60 * 1000)

/**
 * ldr_steady_clock_note:
 * @self: what is known of the clock
 * @now: what it says now, when the journal is opened
 *
 * Notes an opening. The clock leapt when it is more than a day behind the last opening (its battery is empty), or more
 * than LDR_CLOCK_LEAP_DAYS ahead of it (the year was mistyped), and runs steadily from then on. Nobody opened the
 * journal before the first time, so that is a leap too.
 *
 * Returns: whether there is anything new to write down, once a day at most while the clock is steady
 */
gboolean
ldr_steady_clock_note (LdrSteadyClock *self, gint64 now)
{
  gboolean leapt = self->seen <= 0 || now < self->seen - DAY || now - LDR_CLOCK_LEAP_DAYS * DAY > self->seen;

  if (!leapt && now < self->seen + DAY)
    return FALSE;
  self->seen = now;
  if (leapt)
    self->steady = now;
  return TRUE;
}

/**
 * ldr_steady_clock_get_trash_limit:
 * @self: what is known of the clock, this opening included
 * @now: what it says now
 *
 * What was put into the trash before this moment can go: it lay there for LDR_KEEP_TRASH_DAYS, by a clock that has been
 * steady for as long. So a clock that is wrong empties nothing, neither on the day that it goes wrong nor on the day
 * that it is put right, and what was thrown away meanwhile gets its full time.
 *
 * Returns: the moment, or 0 as long as nothing may go
 */
gint64
ldr_steady_clock_get_trash_limit (const LdrSteadyClock *self, gint64 now)
{
  gint64 limit = now - LDR_KEEP_TRASH_DAYS * DAY;

  return self->steady > 0 && self->steady <= limit ? limit : 0;
}

/**
 * ldr_retention_get_trash_days:
 * @deleted: when something went to the trash, as a moment
 * @now: this moment
 *
 * Returns: how many days are left until it is deleted for good, the last one counted as a whole; 0 when its time is
 * over
 */
int
ldr_retention_get_trash_days (gint64 deleted, gint64 now)
{
  gint64 left = deleted + LDR_KEEP_TRASH_DAYS * DAY - now;

  return (int) MAX ((left + DAY - 1) / DAY, 0);
}

/* Days, weeks or months: numbers that grow with time, one for each civil period. */
typedef int (*PeriodFunc) (int day);

static int
day_of (int day)
{
  return day;
}

static int
week_of (int day)
{
  /* 0001-01-01, day 1, was a Monday. */
  return (day - 1) / 7;
}

static int
month_of (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left < right) - (left > right);
}

/* Marks the newest of each of the last @n periods that hold any; @sorted is newest first. */
static void
keep_newest_of_each (GArray *sorted, gboolean *keep, PeriodFunc period_of, guint n)
{
  int last = -1;
  guint periods = 0;

  for (guint i = 0; i < sorted->len && periods < n; i++)
    {
      int period = period_of (ldr_day_from_moment (g_array_index (sorted, gint64, i)));

      if (period == last)
        continue;
      keep[i] = TRUE;
      last = period;
      periods++;
    }
}

/**
 * ldr_retention_to_remove:
 * @moments: (element-type gint64): when the backups were made, in any order
 * @now: this moment
 *
 * Which backups can go. What stays is the newest of each of the last LDR_KEEP_DAILY days, LDR_KEEP_WEEKLY weeks (from
 * Monday) and LDR_KEEP_MONTHLY months on this computer's calendar. Only periods that hold a backup count, so that
 * nobody loses the last ones by staying away for a season. A backup from the future (the clock was wrong) stays and
 * counts for nothing.
 *
 * Returns: (transfer full) (element-type gint64): the moments of the backups to remove, newest first
 */
GArray *
ldr_retention_to_remove (GArray *moments, gint64 now)
{
  g_autoptr (GArray) past = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gboolean *keep = NULL;
  GArray *remove = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < moments->len; i++)
    {
      gint64 moment = g_array_index (moments, gint64, i);

      if (moment <= now)
        g_array_append_val (past, moment);
    }
  g_array_sort (past, compare_newest_first);
  keep = g_new0 (gboolean, past->len + 1);
  keep_newest_of_each (past, keep, day_of, LDR_KEEP_DAILY);
  keep_newest_of_each (past, keep, week_of, LDR_KEEP_WEEKLY);
  keep_newest_of_each (past, keep, month_of, LDR_KEEP_MONTHLY);

  for (guint i = 0; i < past->len; i++)
    {
      gint64 moment = g_array_index (past, gint64, i);
      /* Two of one moment are two names of one backup: both stay or neither. */
      gboolean same_as_kept = i > 0 && keep[i - 1] && g_array_index (past, gint64, i - 1) == moment;

      keep[i] = keep[i] || same_as_kept;
      if (!keep[i])
        g_array_append_val (remove, moment);
    }
  return remove;
}
