/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-period.h"

#include "ldr-text.h"

static const char *const kind_ids[LDR_N_PERIOD_KINDS] = {
  [LDR_PERIOD_MONTH] = "month", [LDR_PERIOD_HALF_YEAR] = "half-year",
  [LDR_PERIOD_YEAR] = "year",   [LDR_PERIOD_ALL] = "all",
  [LDR_PERIOD_OWN] = "own",
};

/* How many calendar months each kind has; 0 for those that are not told by it. */
static const int lengths[LDR_N_PERIOD_KINDS] = {
  [LDR_PERIOD_HALF_YEAR] = 6,
  [LDR_PERIOD_YEAR] = 12,
};

/* Months are counted from the first one of the calendar, which is 0. */
static int
get_month (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  return (g_date_get_year (&date) - 1) * 12 + (int) g_date_get_month (&date) - 1;
}

static int
get_first_day (int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12 + 1));
  return (int) g_date_get_julian (&date);
}

static void
set_months (LdrPeriod *self, LdrPeriodKind kind, int first_month, int last_month)
{
  self->kind = kind;
  self->first_day = get_first_day (MAX (first_month, 0));
  self->last_day = get_first_day (last_month + 1) - 1;
}

/* The day after the same date some months earlier: the first of so many months that end with a day. Where the earlier
 * month has no such date, its end takes the place of it; what ends with a month begins with one. */
static int
get_first_of_past (int last_day, int n_months)
{
  int month = get_month (last_day);
  int date = last_day - get_first_day (month);
  int n_days;

  if (last_day + 1 == get_first_day (month + 1))
    return get_first_day (MAX (month - n_months + 1, 0));
  if (month < n_months)
    return 1;
  n_days = get_first_day (month - n_months + 1) - get_first_day (month - n_months);
  return get_first_day (month - n_months) + MIN (date + 1, n_days);
}

/**
 * ldr_period_init:
 * @self: (out): a period
 * @kind: which, but for %LDR_PERIOD_OWN
 * @today: the civil day
 * @oldest_day: the first day of which the journal knows anything, or 0 if it knows nothing; looked at for
 *   %LDR_PERIOD_ALL, which is the month of @today then
 *
 * Makes a period that ends with the month of today, or with today itself for %LDR_PERIOD_MONTH.
 */
void
ldr_period_init (LdrPeriod *self, LdrPeriodKind kind, int today, int oldest_day)
{
  int month = get_month (today);

  g_return_if_fail (self != NULL && kind != LDR_PERIOD_OWN && today > 0);
  if (kind == LDR_PERIOD_MONTH)
    *self = (LdrPeriod) { kind, get_first_of_past (today, 1), today };
  else if (kind == LDR_PERIOD_ALL)
    set_months (self, kind, oldest_day > 0 ? MIN (get_month (oldest_day), month) : month, month);
  else
    set_months (self, kind, month - lengths[kind] + 1, month);
}

/**
 * ldr_period_init_own:
 * @self: (out): a period
 * @first_day: one end
 * @last_day: the other end; they may stand in either order
 */
void
ldr_period_init_own (LdrPeriod *self, int first_day, int last_day)
{
  g_return_if_fail (self != NULL && first_day > 0 && last_day > 0);
  self->kind = LDR_PERIOD_OWN;
  self->first_day = MIN (first_day, last_day);
  self->last_day = MAX (first_day, last_day);
}

/**
 * ldr_period_get_previous:
 * @self: a period
 * @previous: (out): the one that ends the day before it begins: of as many months, or of as many days for
 *   %LDR_PERIOD_OWN; untouched if there is none
 *
 * Returns: whether there is one; %LDR_PERIOD_ALL has none
 */
gboolean
ldr_period_get_previous (const LdrPeriod *self, LdrPeriod *previous)
{
  int first = self->first_day - ldr_period_count_days (self);

  switch (self->kind)
    {
    case LDR_PERIOD_MONTH:
      if (self->first_day <= 1)
        return FALSE;
      *previous = (LdrPeriod) { self->kind, get_first_of_past (self->last_day, 2), self->first_day - 1 };
      return TRUE;
    case LDR_PERIOD_HALF_YEAR:
    case LDR_PERIOD_YEAR:
      if (get_month (self->first_day) < lengths[self->kind])
        return FALSE;
      set_months (previous, self->kind, get_month (self->first_day) - lengths[self->kind],
                  get_month (self->first_day) - 1);
      return TRUE;
    case LDR_PERIOD_OWN:
      if (first <= 0)
        return FALSE;
      ldr_period_init_own (previous, first, self->first_day - 1);
      return TRUE;
    case LDR_PERIOD_ALL:
      break;
    }
  return FALSE;
}

/**
 * ldr_period_contains:
 * @self: a period
 * @day: a civil day
 *
 * Returns: whether the day is in the period
 */
gboolean
ldr_period_contains (const LdrPeriod *self, int day)
{
  return day >= self->first_day && day <= self->last_day;
}

/**
 * ldr_period_count_days:
 * @self: a period
 *
 * Returns: how many days it has, at least 1
 */
int
ldr_period_count_days (const LdrPeriod *self)
{
  return self->last_day - self->first_day + 1;
}

/**
 * ldr_period_kind_to_id:
 * @kind: a kind of period
 *
 * Returns: (transfer none): its id for settings and files
 */
const char *
ldr_period_kind_to_id (LdrPeriodKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < LDR_N_PERIOD_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ldr_period_kind_from_id:
 * @id: an id
 * @kind: (out): the kind of that id; untouched if there is none
 *
 * Returns: whether there is one
 */
gboolean
ldr_period_kind_from_id (const char *id, LdrPeriodKind *kind)
{
  return ldr_text_find (kind_ids, LDR_N_PERIOD_KINDS, id, (guint *) kind);
}
