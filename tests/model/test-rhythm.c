/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-moment.h"
#include "model/ldr-rhythm.h"

/* When a goal asks, counted in civil days; and the moment at which a clock shows a time. */

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

static char *
day_text (int number)
{
  return number != 0 ? ldr_day_to_iso8601 (number) : g_strdup ("");
}

#define assert_day(number, wanted)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_day = day_text (number);                                                                    \
    g_assert_cmpstr (found_day, ==, wanted);                                                                           \
  }                                                                                                                    \
  G_STMT_END

#define MONDAY 0x01u
#define MON_WED_FRI 0x15u

/* 9 March 2026 is a Monday. */
static const struct
{
  LdrRhythmKind kind;
  guint weekdays;
  const char *first, *last, *today;
  const char *latest, *next;
} turns[] = {
  { LDR_RHYTHM_NONE, 0, "2026-03-01", "", "2026-03-09", "", "" },
  { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL, "2026-03-01", "", "2026-03-09", "2026-03-09", "2026-03-10" },
  { LDR_RHYTHM_WEEKDAYS, MONDAY, "2026-03-01", "", "2026-03-09", "2026-03-09", "2026-03-16" },
  { LDR_RHYTHM_WEEKDAYS, MONDAY, "2026-03-01", "", "2026-03-15", "2026-03-09", "2026-03-16" },
  { LDR_RHYTHM_WEEKDAYS, MON_WED_FRI, "2026-03-01", "", "2026-03-14", "2026-03-13", "2026-03-16" },
  { LDR_RHYTHM_WEEKDAYS, 0x40u, "2026-03-01", "", "2026-03-14", "2026-03-08", "2026-03-15" },
  /* Not before the first day. */
  { LDR_RHYTHM_WEEKDAYS, MONDAY, "2026-03-10", "", "2026-03-11", "", "2026-03-16" },
  { LDR_RHYTHM_WEEKDAYS, MONDAY, "2026-03-10", "", "2026-01-01", "", "2026-03-16" },
  /* The last turn is over when the next would come. */
  { LDR_RHYTHM_WEEKDAYS, MONDAY, "2026-03-01", "2026-03-09", "2026-03-15", "2026-03-09", "" },
  { LDR_RHYTHM_WEEKDAYS, MONDAY, "2026-03-01", "2026-03-15", "2026-03-16", "", "" },
  /* The month's last day, where the day does not exist. */
  { LDR_RHYTHM_MONTHLY, 0, "2026-01-31", "", "2026-02-27", "2026-01-31", "2026-02-28" },
  { LDR_RHYTHM_MONTHLY, 0, "2026-01-31", "", "2026-03-01", "2026-02-28", "2026-03-31" },
  { LDR_RHYTHM_MONTHLY, 0, "2024-01-30", "", "2024-02-29", "2024-02-29", "2024-03-30" },
  { LDR_RHYTHM_MONTHLY, 0, "2026-01-01", "", "2026-01-31", "2026-01-01", "2026-02-01" },
  { LDR_RHYTHM_MONTHLY, 0, "2025-12-15", "", "2026-01-14", "2025-12-15", "2026-01-15" },
  { LDR_RHYTHM_MONTHLY, 0, "2026-01-15", "2026-02-20", "2026-03-14", "2026-02-15", "" },
  { LDR_RHYTHM_MONTHLY, 0, "2026-01-15", "2026-02-20", "2026-03-15", "", "" },
};

static void
test_turns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      LdrRhythm rhythm = { turns[i].kind, turns[i].weekdays, day (turns[i].first), day (turns[i].last) };

      g_test_message ("%zu", i);
      assert_day (ldr_rhythm_get_latest (&rhythm, day (turns[i].today)), turns[i].latest);
      assert_day (ldr_rhythm_get_next (&rhythm, day (turns[i].today)), turns[i].next);
    }
}

/* On every day of four years: the latest and the next turn are days that ask, and nothing asks between them. */
static void
test_no_gaps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      LdrRhythm rhythm = { turns[i].kind, turns[i].weekdays, day (turns[i].first), 0 };

      if (rhythm.kind == LDR_RHYTHM_NONE)
        continue;
      for (int at = rhythm.first_day; at < rhythm.first_day + 4 * 366; at++)
        {
          int latest = ldr_rhythm_get_latest (&rhythm, at), next = ldr_rhythm_get_next (&rhythm, at);

          g_assert_true (latest == 0 || ldr_rhythm_asks_on (&rhythm, latest));
          g_assert_true (ldr_rhythm_asks_on (&rhythm, next));
          for (int between = MAX (latest + 1, rhythm.first_day); between < next; between++)
            g_assert_false (ldr_rhythm_asks_on (&rhythm, between));
        }
    }
}

static const struct
{
  guint weekdays;
  const char *today, *last_check_in, *due;
} dues[] = {
  { MONDAY, "2026-03-09", "", "2026-03-09" },
  { MONDAY, "2026-03-09", "2026-03-09", "" },
  /* Later in the week will do, and an early one does not count for the next week. */
  { MONDAY, "2026-03-12", "", "2026-03-09" },
  { MONDAY, "2026-03-12", "2026-03-11", "" },
  { MONDAY, "2026-03-16", "2026-03-15", "2026-03-16" },
  /* What was missed before is over. */
  { MONDAY, "2026-03-16", "2026-03-02", "2026-03-16" },
  { LDR_WEEKDAYS_ALL, "2026-03-12", "2026-03-09", "2026-03-12" },
  { LDR_WEEKDAYS_ALL, "2026-03-12", "2026-03-12", "" },
  { LDR_WEEKDAYS_WORK, "2026-03-15", "2026-03-12", "2026-03-13" },
  { LDR_WEEKDAYS_WORK, "2026-03-15", "2026-03-14", "" },
};

static void
test_due (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      LdrRhythm rhythm = { LDR_RHYTHM_WEEKDAYS, dues[i].weekdays, day ("2026-03-01"), 0 };

      g_test_message ("%zu", i);
      assert_day (ldr_rhythm_get_due (&rhythm, day (dues[i].today), day (dues[i].last_check_in)), dues[i].due);
    }
}

static void
test_frequency (void)
{
  const LdrRhythm daily = { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL, 1, 0 };
  const LdrRhythm thrice = { LDR_RHYTHM_WEEKDAYS, MON_WED_FRI, 1, 0 };
  const LdrRhythm monthly = { LDR_RHYTHM_MONTHLY, 0, 1, 0 }, none = { LDR_RHYTHM_NONE, 0, 1, 0 };

  g_assert_cmpfloat_with_epsilon (ldr_rhythm_get_frequency (&daily), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (ldr_rhythm_get_frequency (&thrice), 3.0 / 7, 1e-12);
  g_assert_cmpfloat_with_epsilon (ldr_rhythm_get_frequency (&monthly), 0.0328549, 1e-6);
  g_assert_cmpfloat_with_epsilon (ldr_rhythm_get_frequency (&none), 1.0 / 7, 1e-12);
}

static void
test_week (void)
{
  assert_day (ldr_rhythm_get_week_start (day ("2026-03-09"), G_DATE_MONDAY), "2026-03-09");
  assert_day (ldr_rhythm_get_week_start (day ("2026-03-15"), G_DATE_MONDAY), "2026-03-09");
  assert_day (ldr_rhythm_get_week_start (day ("2026-03-09"), G_DATE_SUNDAY), "2026-03-08");
  assert_day (ldr_rhythm_get_week_start (day ("2026-03-15"), G_DATE_SUNDAY), "2026-03-15");
  assert_day (ldr_rhythm_get_week_start (day ("2026-03-13"), G_DATE_SATURDAY), "2026-03-07");
}

static const struct
{
  const char *zone;
  const char *day;
  int hour, minute;
  const char *moment;
} moments[] = {
  { "Europe/Amsterdam", "2026-01-15", 8, 0, "2026-01-15T07:00:00.000Z" },
  { "Europe/Amsterdam", "2026-07-15", 8, 0, "2026-07-15T06:00:00.000Z" },
  { "Europe/Amsterdam", "2026-01-01", 0, 0, "2025-12-31T23:00:00.000Z" },
  /* The hour that is left out: the moment of the leap. */
  { "Europe/Amsterdam", "2026-03-29", 1, 59, "2026-03-29T00:59:00.000Z" },
  { "Europe/Amsterdam", "2026-03-29", 2, 0, "2026-03-29T01:00:00.000Z" },
  { "Europe/Amsterdam", "2026-03-29", 2, 30, "2026-03-29T01:00:00.000Z" },
  { "Europe/Amsterdam", "2026-03-29", 3, 0, "2026-03-29T01:00:00.000Z" },
  { "Europe/Amsterdam", "2026-03-29", 8, 0, "2026-03-29T06:00:00.000Z" },
  /* The hour that comes twice: the first of them. */
  { "Europe/Amsterdam", "2026-10-25", 1, 59, "2026-10-24T23:59:00.000Z" },
  { "Europe/Amsterdam", "2026-10-25", 2, 30, "2026-10-25T00:30:00.000Z" },
  { "Europe/Amsterdam", "2026-10-25", 3, 0, "2026-10-25T02:00:00.000Z" },
  { "America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:00:00.000Z" },
  { "America/New_York", "2026-11-01", 1, 30, "2026-11-01T05:30:00.000Z" },
  { "Australia/Lord_Howe", "2026-10-04", 2, 15, "2026-10-03T15:30:00.000Z" },
  { "Asia/Kathmandu", "2026-03-09", 8, 0, "2026-03-09T02:15:00.000Z" },
  /* A whole day that never was. */
  { "Pacific/Apia", "2011-12-30", 12, 0, "2011-12-30T10:00:00.000Z" },
  { "Pacific/Apia", "2011-12-31", 12, 0, "2011-12-30T22:00:00.000Z" },
};

static void
test_moments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (moments[i].zone);
      g_autofree char *moment = NULL;

      g_assert_nonnull (zone);
      moment = ldr_moment_to_iso8601 (
          ldr_rhythm_get_moment (day (moments[i].day), moments[i].hour * 60 + moments[i].minute, zone));
      g_test_message ("%s %s %02d:%02d", moments[i].zone, moments[i].day, moments[i].hour, moments[i].minute);
      g_assert_cmpstr (moment, ==, moments[i].moment);
    }
}

/* On every day of a year, in zones all over the world, the clock shows the day and, unless it leapt, the time; and a
 * check-in made then answers that day's turn and no other. */
static void
test_zones (void)
{
  static const char *const zones[]
      = { "Europe/Amsterdam",    "America/New_York",   "Pacific/Auckland", "Pacific/Honolulu",
          "Australia/Lord_Howe", "Pacific/Kiritimati", "Africa/Casablanca" };
  const LdrRhythm daily = { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL, day ("2026-01-01"), 0 };

  for (gsize z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[z]);
      int n_leaps = 0;

      for (int at = daily.first_day; at < daily.first_day + 365; at++)
        for (int minutes = 0; minutes < 24 * 60; minutes += 15)
          {
            gint64 moment = ldr_rhythm_get_moment (at, minutes, zone);
            g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (moment * 1000);
            g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
            int shown = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

            g_assert_cmpint (ldr_day_from_date_time (local), ==, at);
            g_assert_cmpint (ldr_rhythm_get_due (&daily, ldr_day_from_date_time (local), at - 1), ==, at);
            g_assert_cmpint (ldr_rhythm_get_due (&daily, at, ldr_day_from_date_time (local)), ==, 0);
            n_leaps += shown != minutes ? 1 : 0;
          }
      /* An hour has four quarters. */
      g_assert_cmpint (n_leaps, <=, 4);
    }
}

static void
test_ids (void)
{
  for (int i = 0; i < LDR_N_RHYTHM_KINDS; i++)
    {
      LdrRhythmKind kind;

      g_assert_true (ldr_rhythm_kind_from_id (ldr_rhythm_kind_to_id ((LdrRhythmKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ldr_rhythm_kind_from_id ("hourly", &(LdrRhythmKind) { 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm/turns", test_turns);
  g_test_add_func ("/rhythm/no-gaps", test_no_gaps);
  g_test_add_func ("/rhythm/due", test_due);
  g_test_add_func ("/rhythm/frequency", test_frequency);
  g_test_add_func ("/rhythm/week", test_week);
  g_test_add_func ("/rhythm/moments", test_moments);
  g_test_add_func ("/rhythm/zones", test_zones);
  g_test_add_func ("/rhythm/ids", test_ids);
  return g_test_run ();
}
