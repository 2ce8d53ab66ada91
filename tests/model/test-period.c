/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-moment.h"
#include "model/ldr-period.h"

static int
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  int number = 0;

  if (text[0] == '\0')
    return 0;
  g_assert_true (ldr_day_parse (text, &number, &error));
  return number;
}

static void
assert_period (const LdrPeriod *period, const char *first, const char *last)
{
  g_autofree char *found_first = ldr_day_to_iso8601 (period->first_day),
                  *found_last = ldr_day_to_iso8601 (period->last_day);

  g_assert_cmpstr (found_first, ==, first);
  g_assert_cmpstr (found_last, ==, last);
}

static const struct
{
  LdrPeriodKind kind;
  const char *today, *oldest;
  const char *first, *last;
  const char *previous_first, *previous_last;
} rows[] = {
  { LDR_PERIOD_MONTH, "2026-11-22", "", "2026-10-23", "2026-11-22", "2026-09-23", "2026-10-22" },
  { LDR_PERIOD_MONTH, "2026-11-01", "", "2026-10-02", "2026-11-01", "2026-09-02", "2026-10-01" },
  { LDR_PERIOD_MONTH, "2026-01-05", "1999-05-06", "2025-12-06", "2026-01-05", "2025-11-06", "2025-12-05" },
  /* On its last day it is the month itself, and so is the one before it. */
  { LDR_PERIOD_MONTH, "2026-11-30", "", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31" },
  { LDR_PERIOD_MONTH, "2026-01-31", "", "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31" },
  { LDR_PERIOD_MONTH, "2024-02-29", "", "2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31" },
  { LDR_PERIOD_MONTH, "2026-02-28", "", "2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31" },
  /* February has not all days of other months. */
  { LDR_PERIOD_MONTH, "2026-03-30", "", "2026-03-01", "2026-03-30", "2026-01-31", "2026-02-28" },
  { LDR_PERIOD_MONTH, "2026-03-28", "", "2026-03-01", "2026-03-28", "2026-01-29", "2026-02-28" },
  { LDR_PERIOD_MONTH, "2024-03-29", "", "2024-03-01", "2024-03-29", "2024-01-30", "2024-02-29" },
  { LDR_PERIOD_MONTH, "2024-03-15", "", "2024-02-16", "2024-03-15", "2024-01-16", "2024-02-15" },
  { LDR_PERIOD_HALF_YEAR, "2026-11-22", "", "2026-06-01", "2026-11-30", "2025-12-01", "2026-05-31" },
  { LDR_PERIOD_HALF_YEAR, "2026-03-01", "", "2025-10-01", "2026-03-31", "2025-04-01", "2025-09-30" },
  { LDR_PERIOD_YEAR, "2026-11-22", "", "2025-12-01", "2026-11-30", "2024-12-01", "2025-11-30" },
  { LDR_PERIOD_YEAR, "2026-12-31", "", "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31" },
  /* What is older is looked at for all of it alone. */
  { LDR_PERIOD_YEAR, "2026-12-31", "1999-05-06", "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31" },
  { LDR_PERIOD_ALL, "2026-11-22", "", "2026-11-01", "2026-11-30", NULL, NULL },
  { LDR_PERIOD_ALL, "2026-11-22", "2019-02-28", "2019-02-01", "2026-11-30", NULL, NULL },
  { LDR_PERIOD_ALL, "2026-11-22", "2027-03-01", "2026-11-01", "2026-11-30", NULL, NULL },
  /* Before the first month of the calendar there is none. */
  { LDR_PERIOD_MONTH, "0001-01-05", "", "0001-01-01", "0001-01-05", NULL, NULL },
  { LDR_PERIOD_MONTH, "0001-02-05", "", "0001-01-06", "0001-02-05", "0001-01-01", "0001-01-05" },
  { LDR_PERIOD_YEAR, "0001-03-05", "", "0001-01-01", "0001-03-31", NULL, NULL },
};

static void
test_months (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LdrPeriod period, previous;

      g_test_message ("%zu", i);
      ldr_period_init (&period, rows[i].kind, day (rows[i].today), day (rows[i].oldest));
      g_assert_cmpint (period.kind, ==, rows[i].kind);
      assert_period (&period, rows[i].first, rows[i].last);
      g_assert_true (ldr_period_contains (&period, day (rows[i].today)));
      g_assert_cmpint (ldr_period_get_previous (&period, &previous), ==, rows[i].previous_first != NULL);
      if (rows[i].previous_first != NULL)
        {
          g_assert_cmpint (previous.kind, ==, rows[i].kind);
          assert_period (&previous, rows[i].previous_first, rows[i].previous_last);
        }
    }
}

/* The same from either end, and as many days before it. */
static void
test_own (void)
{
  LdrPeriod period, turned, previous;

  ldr_period_init_own (&period, day ("2026-02-27"), day ("2026-03-02"));
  ldr_period_init_own (&turned, day ("2026-03-02"), day ("2026-02-27"));
  assert_period (&period, "2026-02-27", "2026-03-02");
  assert_period (&turned, "2026-02-27", "2026-03-02");
  g_assert_cmpint (period.kind, ==, LDR_PERIOD_OWN);
  g_assert_cmpint (ldr_period_count_days (&period), ==, 4);
  g_assert_true (ldr_period_get_previous (&period, &previous));
  assert_period (&previous, "2026-02-23", "2026-02-26");
  g_assert_cmpint (previous.kind, ==, LDR_PERIOD_OWN);
  g_assert_false (ldr_period_contains (&period, day ("2026-02-26")));
  g_assert_true (ldr_period_contains (&period, day ("2026-02-27")));
  g_assert_true (ldr_period_contains (&period, day ("2026-03-02")));
  g_assert_false (ldr_period_contains (&period, day ("2026-03-03")));
  ldr_period_init_own (&period, day ("2026-02-27"), day ("2026-02-27"));
  g_assert_cmpint (ldr_period_count_days (&period), ==, 1);
  ldr_period_init_own (&period, 2, 3);
  g_assert_false (ldr_period_get_previous (&period, &previous));
  ldr_period_init_own (&period, 3, 4);
  g_assert_true (ldr_period_get_previous (&period, &previous));
  g_assert_cmpint (previous.first_day, ==, 1);
}

static void
test_ids (void)
{
  LdrPeriodKind found = LDR_PERIOD_YEAR;

  g_assert_false (ldr_period_kind_from_id ("week", &found));
  g_assert_cmpint (found, ==, LDR_PERIOD_YEAR);
  for (int i = 0; i < LDR_N_PERIOD_KINDS; i++)
    {
      g_assert_true (ldr_period_kind_from_id (ldr_period_kind_to_id ((LdrPeriodKind) i), &found));
      g_assert_cmpint (found, ==, i);
    }
  g_assert_cmpstr (ldr_period_kind_to_id (LDR_PERIOD_HALF_YEAR), ==, "half-year");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/months", test_months);
  g_test_add_func ("/period/own", test_own);
  g_test_add_func ("/period/ids", test_ids);
  return g_test_run ();
}
