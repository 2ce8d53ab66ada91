/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrPeriodKind:
 * @LDR_PERIOD_MONTH: the past month: up to today, from the day after the same date of the month before
 * @LDR_PERIOD_HALF_YEAR: six calendar months, of which that of today is the last
 * @LDR_PERIOD_YEAR: twelve calendar months, of which that of today is the last
 * @LDR_PERIOD_ALL: all calendar months from the journal's oldest day on, to that of today
 * @LDR_PERIOD_OWN: from a day to a day
 *
 * How a period was chosen. Periods of several months are whole calendar months to their last day, so that each month's
 * figures can stand beside those of any other. A single month is the past one, or it would be nearly empty whenever a
 * month has just begun; on the last day of a calendar month it is that month.
 */
typedef enum
{
  LDR_PERIOD_MONTH,
  LDR_PERIOD_HALF_YEAR,
  LDR_PERIOD_YEAR,
  LDR_PERIOD_ALL,
  LDR_PERIOD_OWN,
} LdrPeriodKind;

#define LDR_N_PERIOD_KINDS 5

/**
 * LdrPeriod:
 * @kind: how it was chosen
 * @first_day: its first day
 * @last_day: its last day, not before @first_day
 *
 * Some civil days on end, as in ldr-moment.h. Both ends belong to it.
 */
typedef struct
{
  LdrPeriodKind kind;
  int first_day;
  int last_day;
} LdrPeriod;

void ldr_period_init (LdrPeriod *self, LdrPeriodKind kind, int today, int oldest_day);
void ldr_period_init_own (LdrPeriod *self, int first_day, int last_day);

gboolean ldr_period_get_previous (const LdrPeriod *self, LdrPeriod *previous);
gboolean ldr_period_contains (const LdrPeriod *self, int day);
int ldr_period_count_days (const LdrPeriod *self);

const char *ldr_period_kind_to_id (LdrPeriodKind kind);
gboolean ldr_period_kind_from_id (const char *id, LdrPeriodKind *kind);

G_END_DECLS
