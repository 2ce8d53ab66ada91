/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rhythm.h"

#include "ldr-text.h"

#define DAYS_A_WEEK 7
#define SECONDS_A_DAY (24 * 60 * 60)

/* Of the Gregorian calendar. */
#define DAYS_A_MONTH (365.2425 / 12)

/* No month is longer, so that a day that asks is never further than this from the next. */
#define LONGEST_MONTH 31

static const char *const kind_ids[LDR_N_RHYTHM_KINDS] = {
  [LDR_RHYTHM_NONE] = "none",
  [LDR_RHYTHM_WEEKDAYS] = "weekdays",
  [LDR_RHYTHM_MONTHLY] = "monthly",
};

static void
set_day (GDate *date, int day)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) MAX (day, 1));
}

static gboolean
is_in_period (const LdrRhythm *self, int day)
{
  return day >= self->first_day && (self->last_day == 0 || day <= self->last_day);
}

/* Whether it would ask on a day if the period had no end. */
static gboolean
falls_on (const LdrRhythm *self, int day)
{
  GDate date, first;
  int of_month;

  if (day < 1)
    return FALSE;
  set_day (&date, day);
  switch (self->kind)
    {
    case LDR_RHYTHM_NONE:
      return FALSE;
    case LDR_RHYTHM_WEEKDAYS:
      return (self->weekdays & LDR_WEEKDAY_BIT (g_date_get_weekday (&date))) != 0;
    case LDR_RHYTHM_MONTHLY:
      set_day (&first, self->first_day);
      of_month
          = MIN (g_date_get_day (&first), g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date)));
      return g_date_get_day (&date) == of_month;
    }
  return FALSE;
}

/**
 * ldr_rhythm_asks_on:
 * @self: a rhythm
 * @day: a civil day
 *
 * Returns: whether it asks for a check-in on that day
 */
gboolean
ldr_rhythm_asks_on (const LdrRhythm *self, int day)
{
  return is_in_period (self, day) && falls_on (self, day);
}

/**
 * ldr_rhythm_get_latest:
 * @self: a rhythm
 * @day: a civil day
 *
 * The last turn up to a day. It is over when the next one would come, also after the end of the period; then there is
 * none.
 *
 * Returns: the latest day up to @day on which it asks, or 0
 */
int
ldr_rhythm_get_latest (const LdrRhythm *self, int day)
{
  for (int at = day; at >= self->first_day && at > day - LONGEST_MONTH; at--)
    if (falls_on (self, at))
      return is_in_period (self, at) ? at : 0;
  return 0;
}

/**
 * ldr_rhythm_get_next:
 * @self: a rhythm
 * @day: a civil day
 *
 * Returns: the first day after @day on which it asks, or 0 if it asks no more
 */
int
ldr_rhythm_get_next (const LdrRhythm *self, int day)
{
  int from = MAX (day + 1, self->first_day);

  for (int at = from; at < from + LONGEST_MONTH; at++)
    if (falls_on (self, at))
      return is_in_period (self, at) ? at : 0;
  return 0;
}

/**
 * ldr_rhythm_get_due:
 * @self: a rhythm
 * @today: a civil day
 * @last_check_in: the day of the last check-in up to @today, skipped or not; 0 if there is none
 *
 * Which day waits for its check-in: only the latest, as older ones are over. A check-in on that day or later answers
 * it.
 *
 * Returns: a day up to @today, or 0 if nothing is due
 */
int
ldr_rhythm_get_due (const LdrRhythm *self, int today, int last_check_in)
{
  int latest = ldr_rhythm_get_latest (self, today);

  return latest > last_check_in ? latest : 0;
}

/**
 * ldr_rhythm_get_frequency:
 * @self: a rhythm
 *
 * Returns: how often a day it asks, above 0 to 1; without a rhythm once a week is assumed
 */
double
ldr_rhythm_get_frequency (const LdrRhythm *self)
{
  int n_days = 0;

  if (self->kind == LDR_RHYTHM_MONTHLY)
    return 1 / DAYS_A_MONTH;
  for (guint bits = self->weekdays & LDR_WEEKDAYS_ALL; bits != 0; bits >>= 1)
    n_days += (int) (bits & 1);
  if (self->kind == LDR_RHYTHM_NONE || n_days == 0)
    n_days = 1;
  return (double) n_days / DAYS_A_WEEK;
}

/**
 * ldr_rhythm_get_week_start:
 * @day: a civil day
 * @first_weekday: on which day weeks begin, Monday or Sunday or any other
 *
 * Returns: the first day of the week of @day
 */
int
ldr_rhythm_get_week_start (int day, GDateWeekday first_weekday)
{
  GDate date;

  set_day (&date, day);
  return day - ((int) g_date_get_weekday (&date) - (int) first_weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
}

/* How far the clock is ahead of UTC at a moment, in seconds. */
static gint64
get_offset (GTimeZone *zone, gint64 moment)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment));
}

/* The first second between two moments from which on the clock is no longer @offset ahead. */
static gint64
find_change (GTimeZone *zone, gint64 from, gint64 to, gint64 offset)
{
  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;

      if (get_offset (zone, middle) == offset)
        from = middle;
      else
        to = middle;
    }
  return to;
}

/**
 * ldr_rhythm_get_moment:
 * @day: a civil day
 * @minutes: the time on the clock of that day, in minutes after midnight
 * @zone: whose clock
 *
 * The moment at which a clock shows a time on a day. Where the clock shows it twice, that is the first of them; where
 * it leaps over it, the moment of the leap.
 *
 * Returns: milliseconds since 1970-01-01T00:00:00Z
 */
gint64
ldr_rhythm_get_moment (int day, int minutes, GTimeZone *zone)
{
  GDate epoch;
  gint64 clock, before, after;

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);
  clock = ((gint64) day - (gint64) g_date_get_julian (&epoch)) * SECONDS_A_DAY + (gint64) minutes * 60;
  /* Zones change by hours and never twice within two days. */
  before = get_offset (zone, clock - SECONDS_A_DAY);
  after = get_offset (zone, clock + SECONDS_A_DAY);
  if (get_offset (zone, clock - before) == before)
    return (clock - before) * 1000;
  if (get_offset (zone, clock - after) == after)
    return (clock - after) * 1000;
  return find_change (zone, clock - SECONDS_A_DAY, clock + SECONDS_A_DAY, before) * 1000;
}

/**
 * ldr_rhythm_kind_to_id:
 * @kind: a kind
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_rhythm_kind_to_id (LdrRhythmKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_RHYTHM_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ldr_rhythm_kind_from_id:
 * @id: an id
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ldr_rhythm_kind_from_id (const char *id, LdrRhythmKind *kind)
{
  return ldr_text_find (kind_ids, LDR_N_RHYTHM_KINDS, id, (guint *) kind);
}
