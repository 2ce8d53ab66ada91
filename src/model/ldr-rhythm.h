/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrRhythmKind:
 * @LDR_RHYTHM_NONE: never by itself
 * @LDR_RHYTHM_WEEKDAYS: on some days of the week; all seven is daily
 * @LDR_RHYTHM_MONTHLY: on the first day's day of each month, or on the month's last day if it is shorter
 */
typedef enum
{
  LDR_RHYTHM_NONE,
  LDR_RHYTHM_WEEKDAYS,
  LDR_RHYTHM_MONTHLY,
} LdrRhythmKind;

#define LDR_N_RHYTHM_KINDS 3

/* Sets of weekdays: bit 0 is Monday. */
#define LDR_WEEKDAY_BIT(weekday) (1u << ((weekday) - G_DATE_MONDAY))
#define LDR_WEEKDAYS_ALL 0x7fu
#define LDR_WEEKDAYS_WORK 0x1fu

/**
 * LdrRhythm:
 * @kind: how often
 * @weekdays: on which days of the week, Monday in bit 0; 0 unless @kind is %LDR_RHYTHM_WEEKDAYS
 * @first_day: the first day of the period
 * @last_day: its last day, or 0 if it has none
 *
 * When a goal asks for a check-in. Days are civil days as in ldr-moment.h, so that no clock change moves them.
 */
typedef struct
{
  LdrRhythmKind kind;
  guint weekdays;
  int first_day;
  int last_day;
} LdrRhythm;

gboolean ldr_rhythm_asks_on (const LdrRhythm *self, int day);
int ldr_rhythm_get_latest (const LdrRhythm *self, int day);
int ldr_rhythm_get_next (const LdrRhythm *self, int day);
int ldr_rhythm_get_due (const LdrRhythm *self, int today, int last_check_in);
double ldr_rhythm_get_frequency (const LdrRhythm *self);

int ldr_rhythm_get_week_start (int day, GDateWeekday first_weekday);
gint64 ldr_rhythm_get_moment (int day, int minutes, GTimeZone *zone);

const char *ldr_rhythm_kind_to_id (LdrRhythmKind kind);
gboolean ldr_rhythm_kind_from_id (const char *id, LdrRhythmKind *kind);

G_END_DECLS
