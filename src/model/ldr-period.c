/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-period.h"

static const char *const kind_ids[LDR_N_PERIOD_KINDS] = {
  [LDR_PERIOD_MONTH] = "month", [LDR_PERIOD_HALF_YEAR] = "half-year",
  [LDR_PERIOD_YEAR] = "year",   [LDR_PERIOD_ALL] = "all",
  [LDR_PERIOD_OWN] = "own",
};

/* How many months each kind has; 0 for those that are not told by it. */
static const int lengths[LDR_N_PERIOD_KINDS] = {
  [LDR_PERIOD_MONTH] = 1,
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

/**
 * ldr_period_init:
 * @self: (out): a period
 * @kind: which, but for %LDR_PERIOD_OWN
 * @today: the civil day
 * @oldest_day: the first day of which the journal knows anything, or 0 if it knows nothing; looked at for
 *   %LDR_PERIOD_ALL, which is the month of @today then
 *
 * Makes a period that ends with the month of today.
 */
void
ldr_period_init (LdrPeriod *self, LdrPeriodKind kind, int today, int oldest_day)
{
  int month = get_month (today);

  g_return_if_fail (self != NULL && kind != LDR_PERIOD_OWN && today > 0);
  if (kind == LDR_PERIOD_ALL)
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

  if (self->kind == LDR_PERIOD_ALL)
    return FALSE;
  if (self->kind == LDR_PERIOD_OWN && first > 0)
    {
      ldr_period_init_own (previous, first, self->first_day - 1);
      return TRUE;
    }
  if (self->kind == LDR_PERIOD_OWN || get_month (self->first_day) < lengths[self->kind])
    return FALSE;
  set_months (previous, self->kind, get_month (self->first_day) - lengths[self->kind], get_month (self->first_day) - 1);
  return TRUE;
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
  for (int i = 0; i < LDR_N_PERIOD_KINDS; i++)
    if (g_str_equal (id, kind_ids[i]))
      {
        *kind = (LdrPeriodKind) i;
        return TRUE;
      }
  return FALSE;
}
