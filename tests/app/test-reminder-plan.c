/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "app/reminders/ldr-alarm.h"
#include "app/reminders/ldr-reminder-file.h"
#include "app/reminders/ldr-reminder-plan.h"
#include "app/reminders/ldr-time-row.h"
#include "model/ldr-moment.h"

/* When reminders come. Moments are written as UTC; in 2026 the clocks of Amsterdam are put forward on 29 March (at
 * 02:00 it is 03:00) and back on 25 October (at 03:00 it is 02:00); those of Santiago de Chile are put back at
 * midnight. */

static const LdrReminderRules usual = {
  .check_ins = TRUE,
  .check_ins_at = 16 * 60 + 30,
  .reflection = TRUE,
  .reflection_at = 17 * 60,
  .reflection_weekdays = LDR_WEEKDAYS_WORK,
  .sessions = TRUE,
  .sessions_lead = 60,
  .quiet = TRUE,
  .quiet_from = 22 * 60,
  .quiet_until = 8 * 60,
};

static gint64
moment_of (const char *iso8601)
{
  gint64 moment = 0;

  if (iso8601 != NULL)
    g_assert_true (ldr_moment_parse (iso8601, &moment, NULL));
  return moment;
}

static int
day_of (const char *iso8601)
{
  int day = 0;

  if (iso8601 != NULL)
    g_assert_true (ldr_day_parse (iso8601, &day, NULL));
  return day;
}

static void
assert_moment (gint64 moment, const char *expected)
{
  g_autofree char *text = moment != 0 ? ldr_moment_to_iso8601 (moment) : g_strdup ("never");
  g_autofree char *wanted = expected != NULL ? ldr_moment_to_iso8601 (moment_of (expected)) : g_strdup ("never");

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_settle (void)
{
  static const struct
  {
    const char *zone;
    int from, until; /* Hours and minutes as on a clock, without the colon. */
    const char *moment, *expected;
  } cases[] = {
    /* A night in winter, its first and its last moment, and both sides of midnight. */
    { "Europe/Amsterdam", 2200, 800, "2026-11-20T20:59:59Z", "2026-11-20T20:59:59Z" },
    { "Europe/Amsterdam", 2200, 800, "2026-11-20T21:00:00Z", "2026-11-21T07:00:00Z" },
    { "Europe/Amsterdam", 2200, 800, "2026-11-20T23:30:00Z", "2026-11-21T07:00:00Z" },
    { "Europe/Amsterdam", 2200, 800, "2026-11-21T06:59:59Z", "2026-11-21T07:00:00Z" },
    { "Europe/Amsterdam", 2200, 800, "2026-11-21T07:00:00Z", "2026-11-21T07:00:00Z" },
    /* Hours of one day. */
    { "Europe/Amsterdam", 900, 1200, "2026-11-20T08:30:00Z", "2026-11-20T11:00:00Z" },
    { "Europe/Amsterdam", 900, 1200, "2026-11-20T07:59:00Z", "2026-11-20T07:59:00Z" },
    { "Europe/Amsterdam", 900, 1200, "2026-11-20T22:00:00Z", "2026-11-20T22:00:00Z" },
    /* From and until alike: none. */
    { "Europe/Amsterdam", 900, 900, "2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z" },
    { "Europe/Amsterdam", 0, 0, "2026-11-20T23:00:00Z", "2026-11-20T23:00:00Z" },
    /* The short and the long night end at eight by the clock. */
    { "Europe/Amsterdam", 2200, 800, "2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z" },
    { "Europe/Amsterdam", 2200, 800, "2026-10-24T22:00:00Z", "2026-10-25T07:00:00Z" },
    /* An end in the hour that is left out comes when the clock leaps over it. */
    { "Europe/Amsterdam", 2200, 230, "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z" },
    { "Europe/Amsterdam", 2200, 230, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z" },
    /* Hours within it are none. */
    { "Europe/Amsterdam", 215, 245, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z" },
    /* An end in the hour that comes twice holds the first time: they do not begin again. */
    { "Europe/Amsterdam", 2200, 230, "2026-10-25T00:15:00Z", "2026-10-25T00:30:00Z" },
    { "Europe/Amsterdam", 2200, 230, "2026-10-25T01:15:00Z", "2026-10-25T01:15:00Z" },
    /* A beginning in it too: they do not open again. */
    { "Europe/Amsterdam", 230, 800, "2026-10-25T00:15:00Z", "2026-10-25T00:15:00Z" },
    { "Europe/Amsterdam", 230, 800, "2026-10-25T01:15:00Z", "2026-10-25T07:00:00Z" },
    /* The clock goes from midnight back to 23:00 of 4 April. */
    { "America/Santiago", 2330, 700, "2026-04-05T03:15:00Z", "2026-04-05T11:00:00Z" },
    { "America/Santiago", 2200, 2330, "2026-04-05T03:15:00Z", "2026-04-05T03:15:00Z" },
    /* The same moment elsewhere. */
    { "America/New_York", 2200, 800, "2026-11-20T21:00:00Z", "2026-11-20T21:00:00Z" },
    { "Pacific/Auckland", 2200, 800, "2026-11-20T12:00:00Z", "2026-11-20T19:00:00Z" },
    { "Asia/Kathmandu", 2200, 800, "2026-11-20T17:00:00Z", "2026-11-21T02:15:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      LdrReminderRules rules = usual;

      g_assert_nonnull (zone);
      rules.quiet_from = cases[i].from / 100 * 60 + cases[i].from % 100;
      rules.quiet_until = cases[i].until / 100 * 60 + cases[i].until % 100;
      g_test_message ("%s %d-%d %s", cases[i].zone, cases[i].from, cases[i].until, cases[i].moment);
      assert_moment (ldr_reminder_settle (&rules, moment_of (cases[i].moment), zone), cases[i].expected);
      rules.quiet = FALSE;
      assert_moment (ldr_reminder_settle (&rules, moment_of (cases[i].moment), zone), cases[i].moment);
    }
}

/* All through a year, in zones that change their clocks in every way: what is moved is moved
 * out of the quiet hours for good, never back, and the order stays. */
static void
test_settle_always (void)
{
  static const char *const zones[]
      = { "Europe/Amsterdam", "America/Santiago", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "UTC" };
  static const int hours[][2]
      = { { 22 * 60, 8 * 60 }, { 23 * 60 + 45, 15 }, { 2 * 60 + 15, 2 * 60 + 45 }, { 0, 1439 } };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (hours); j++)
      {
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
        LdrReminderRules rules = usual;
        gint64 before = 0;

        rules.quiet_from = hours[j][0];
        rules.quiet_until = hours[j][1];
        for (gint64 moment = moment_of ("2026-01-01T00:00:00Z"); moment < moment_of ("2027-01-01T00:00:00Z");
             moment += 40 * 60 * 1000)
          {
            gint64 settled = ldr_reminder_settle (&rules, moment, zone);

            if (settled < moment || settled < before || ldr_reminder_settle (&rules, settled, zone) != settled)
              g_error ("%s: %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, zones[i], moment, settled);
            before = settled;
          }
      }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *zone, *now;
    const char *days, *starts, *expected; /* Separated by spaces. */
  } cases[] = {
    { "Europe/Amsterdam", "2026-11-20T09:00:00Z", "", "", "" },
    /* In order, and two goals of one day are one moment. */
    { "Europe/Amsterdam", "2026-11-20T09:00:00Z", "2026-11-23 2026-11-20 2026-11-23", "2026-11-21T10:00:00Z",
      "2026-11-20T15:30:00Z 2026-11-21T09:00:00Z 2026-11-23T15:30:00Z" },
    /* What has gone by does not come any more, and what comes now is being dealt with. */
    { "Europe/Amsterdam", "2026-11-20T15:30:00Z", "2026-11-20", "2026-11-20T16:00:00Z", "" },
    /* Half past four by the clock, before and after it is changed, and elsewhere. */
    { "Europe/Amsterdam", "2026-03-27T09:00:00Z", "2026-03-28 2026-03-29", "",
      "2026-03-28T15:30:00Z 2026-03-29T14:30:00Z" },
    { "Europe/Amsterdam", "2026-10-23T09:00:00Z", "2026-10-24 2026-10-25", "",
      "2026-10-24T14:30:00Z 2026-10-25T15:30:00Z" },
    { "America/New_York", "2026-11-20T09:00:00Z", "2026-11-20", "2026-11-20T22:00:00Z",
      "2026-11-20T21:00:00Z 2026-11-20T21:30:00Z" },
    /* A session is a moment, whatever the clocks do: an hour before is an hour before. */
    { "Europe/Amsterdam", "2026-10-24T09:00:00Z", "", "2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z" },
    /* Sixty days and no further. */
    { "Europe/Amsterdam", "2026-11-01T15:30:00Z", "2026-12-31 2027-01-01", "", "2026-12-31T15:30:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr (LdrReminderFacts) facts = ldr_reminder_facts_new ();
      g_auto (GStrv) days = g_strsplit (cases[i].days, " ", -1);
      g_auto (GStrv) starts = g_strsplit (cases[i].starts, " ", -1);
      g_auto (GStrv) expected = g_strsplit (cases[i].expected, " ", -1);
      g_autoptr (GArray) moments = NULL;
      g_autoptr (GArray) none = NULL;
      LdrReminderRules rules = usual;

      for (gsize j = 0; days[j] != NULL; j++)
        {
          int day = day_of (days[j]);

          g_array_append_val (facts->days, day);
        }
      for (gsize j = 0; starts[j] != NULL; j++)
        ldr_reminder_facts_add_session (facts, moment_of (starts[j]));
      g_test_message ("%s", cases[i].now);
      moments = ldr_reminder_list_moments (&rules, facts, moment_of (cases[i].now), zone);
      g_assert_cmpuint (moments->len, ==, g_strv_length (expected));
      for (guint j = 0; j < moments->len; j++)
        assert_moment (g_array_index (moments, gint64, j), expected[j]);

      rules.check_ins = rules.sessions = FALSE;
      none = ldr_reminder_list_moments (&rules, facts, moment_of (cases[i].now), zone);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

static void
assert_days (LdrGoal *goal, int due, const char *today, const char *expected)
{
  g_autoptr (LdrReminderFacts) facts = ldr_reminder_facts_new ();
  g_autoptr (GString) days = g_string_new (NULL);

  ldr_reminder_facts_add_goal (facts, goal, due, day_of (today));
  for (guint i = 0; i < MIN (facts->days->len, 3); i++)
    {
      g_autofree char *day = ldr_day_to_iso8601 (g_array_index (facts->days, int, i));

      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", day);
    }
  g_assert_cmpstr (days->str, ==, expected);
}

/* On which days a goal asks to be reminded of it. */
static void
test_goals (void)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, 0);
  int friday = day_of ("2026-11-20");

  goal->first_day = day_of ("2026-11-02");
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, goal->first_day);
  assert_days (goal, 0, "2026-11-20", "");

  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY) | LDR_WEEKDAY_BIT (G_DATE_FRIDAY));
  assert_days (goal, friday, "2026-11-20", "2026-11-20 2026-11-23 2026-11-27");
  assert_days (goal, 0, "2026-11-20", "2026-11-23 2026-11-27 2026-11-30");
  /* Monday went by: it waits on the page, not on the clock. */
  assert_days (goal, day_of ("2026-11-16"), "2026-11-18", "2026-11-20 2026-11-23 2026-11-27");

  goal->last_day = day_of ("2026-11-23");
  assert_days (goal, friday, "2026-11-20", "2026-11-20 2026-11-23");
  goal->last_day = 0;
  ldr_goal_pause (goal, friday, day_of ("2026-11-24"));
  assert_days (goal, 0, "2026-11-20", "2026-11-27 2026-11-30 2026-12-04");
  ldr_goal_pause (goal, friday, 0);
  assert_days (goal, 0, "2026-11-20", "");
  ldr_goal_set_state (goal, LDR_GOAL_ACHIEVED, friday);
  assert_days (goal, 0, "2026-11-20", "");

  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, friday);
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_MONTHLY, 0);
  assert_days (goal, 0, "2026-11-20", "2026-12-02 2027-01-02");
  goal->deleted = 1;
  assert_days (goal, friday, "2026-11-20", "");
}

/* One look at the clock after another, each going on from the one before. */
typedef struct
{
  const char *now;
  gboolean reflection, journal;
  const char *next;
} Look;

static void
look_on (
    const LdrReminderRules *rules, const char *const *zones, const char *given, const char *moments, const Look *looks)
{
  g_auto (GStrv) texts = g_strsplit (moments, " ", -1);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  LdrReminderPlan plan = { .given = moment_of (given) };

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      gint64 moment = moment_of (texts[i]);

      g_array_append_val (list, moment);
    }
  for (gsize i = 0; looks[i].now != NULL; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i] != NULL ? zones[i] : zones[0]);

      g_test_message ("%s", looks[i].now);
      ldr_reminder_plan_begin (&plan, rules, moment_of (looks[i].now), zone);
      g_assert_cmpint (ldr_reminder_plan_add_reflection (&plan, rules, zone), ==, looks[i].reflection);
      g_assert_cmpint (ldr_reminder_plan_add_moments (&plan, rules, list, zone), ==, looks[i].journal);
      ldr_reminder_plan_end (&plan);
      assert_moment (plan.next, looks[i].next);
      g_assert_true (plan.next == 0 || plan.next > plan.now);
    }
}

static const char *const at_home[] = { "Europe/Amsterdam", NULL, NULL, NULL, NULL, NULL, NULL, NULL };

/* Each comes at its time and once, however often the clock is looked at. */
static void
test_once (void)
{
  static const Look looks[] = {
    { "2026-11-19T15:00:00Z", FALSE, FALSE, "2026-11-19T15:30:00Z" },
    { "2026-11-19T15:30:00Z", FALSE, TRUE, "2026-11-19T16:00:00Z" },
    { "2026-11-19T15:30:00Z", FALSE, FALSE, "2026-11-19T16:00:00Z" },
    { "2026-11-19T16:00:05Z", TRUE, FALSE, "2026-11-20T16:00:00Z" },
    { "2026-11-19T16:00:06Z", FALSE, FALSE, "2026-11-20T16:00:00Z" },
    /* On a Friday, before a free weekend. */
    { "2026-11-20T16:00:00Z", TRUE, FALSE, "2026-11-23T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };

  look_on (&usual, at_home, "2026-11-19T15:00:00Z", "2026-11-18T15:30:00Z 2026-11-19T15:30:00Z", looks);
}

/* What would come in quiet hours waits for their end, and comes once for all. */
static void
test_quiet (void)
{
  static const Look looks[] = {
    { "2026-11-19T21:59:00Z", FALSE, FALSE, "2026-11-20T07:00:00Z" },
    { "2026-11-20T02:00:00Z", FALSE, FALSE, "2026-11-20T07:00:00Z" },
    { "2026-11-20T06:59:59Z", FALSE, FALSE, "2026-11-20T07:00:00Z" },
    { "2026-11-20T07:00:00Z", FALSE, TRUE, "2026-11-20T16:00:00Z" },
    { "2026-11-20T07:00:01Z", FALSE, FALSE, "2026-11-20T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };

  look_on (&usual, at_home, "2026-11-19T20:00:00Z",
           "2026-11-19T21:30:00Z 2026-11-19T22:00:00Z 2026-11-20T02:30:00Z 2026-11-20T06:45:00Z", looks);
}

/* A computer that slept brings what is not stale, outside quiet hours. */
static void
test_sleep (void)
{
  static const Look hours[] = {
    { "2026-11-19T20:59:00Z", TRUE, TRUE, "2026-11-20T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  /* 16:30 is six hours and a half ago at 23:00, but it is quiet by then, and in the morning it is old. */
  static const Look into_the_night[] = {
    { "2026-11-19T21:30:00Z", FALSE, FALSE, "2026-11-20T16:00:00Z" },
    { "2026-11-20T07:30:00Z", FALSE, FALSE, "2026-11-20T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  static const Look days[] = {
    { "2026-11-24T09:00:00Z", FALSE, FALSE, "2026-11-24T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  /* A moment of the night, when the computer wakes an hour after the quiet hours. */
  static const Look morning[] = {
    { "2026-11-20T08:00:00Z", FALSE, TRUE, "2026-11-20T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  static const Look afternoon[] = {
    { "2026-11-20T13:00:01Z", FALSE, FALSE, "2026-11-20T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };

  look_on (&usual, at_home, "2026-11-19T12:00:00Z", "2026-11-19T15:30:00Z", hours);
  look_on (&usual, at_home, "2026-11-19T12:00:00Z", "2026-11-19T15:30:00Z", into_the_night);
  look_on (&usual, at_home, "2026-11-19T12:00:00Z", "2026-11-19T15:30:00Z 2026-11-20T15:30:00Z", days);
  look_on (&usual, at_home, "2026-11-19T20:00:00Z", "2026-11-20T02:30:00Z", morning);
  look_on (&usual, at_home, "2026-11-19T20:00:00Z", "2026-11-20T02:30:00Z", afternoon);
}

/* The days of a change of the clocks have one five o'clock, and one half past two at most. */
static void
test_clock_changes (void)
{
  static const Look forward[] = {
    { "2026-03-28T16:00:00Z", TRUE, FALSE, "2026-03-29T15:00:00Z" },
    { "2026-03-29T15:00:00Z", TRUE, FALSE, "2026-03-30T15:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  static const Look back[] = {
    { "2026-10-24T15:00:00Z", TRUE, FALSE, "2026-10-25T16:00:00Z" },
    { "2026-10-25T15:00:00Z", FALSE, FALSE, "2026-10-25T16:00:00Z" },
    { "2026-10-25T16:00:00Z", TRUE, FALSE, "2026-10-26T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  static const Look twice[] = {
    { "2026-10-25T00:30:00Z", TRUE, FALSE, "2026-10-26T01:30:00Z" },
    { "2026-10-25T01:30:00Z", FALSE, FALSE, "2026-10-26T01:30:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  static const Look left_out[] = {
    { "2026-03-29T00:59:59Z", FALSE, FALSE, "2026-03-29T01:00:00Z" },
    { "2026-03-29T01:00:00Z", TRUE, FALSE, "2026-03-30T00:30:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  LdrReminderRules rules = usual;

  rules.reflection_weekdays = LDR_WEEKDAYS_ALL;
  look_on (&rules, at_home, "2026-03-28T15:00:00Z", "", forward);
  look_on (&rules, at_home, "2026-10-24T14:00:00Z", "", back);
  rules.quiet = FALSE;
  rules.reflection_at = 2 * 60 + 30;
  look_on (&rules, at_home, "2026-10-24T14:00:00Z", "", twice);
  look_on (&rules, at_home, "2026-03-28T14:00:00Z", "", left_out);
}

/* Five o'clock comes again to whoever flies west; the reminder of the day does not. */
static void
test_travel (void)
{
  static const char *const west[] = { "Europe/Amsterdam", "America/New_York", "America/New_York", "America/New_York" };
  static const Look looks[] = {
    /* Where it is, ten at night is quiet. */
    { "2026-11-19T16:00:00Z", TRUE, FALSE, "2026-11-20T07:00:00Z" },
    { "2026-11-19T21:00:00Z", FALSE, FALSE, "2026-11-19T22:00:00Z" },
    { "2026-11-19T22:00:00Z", FALSE, TRUE, "2026-11-20T22:00:00Z" },
    { "2026-11-20T22:00:00Z", TRUE, FALSE, "2026-11-23T22:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };
  /* Over the date line, and back to a day that had its reminder. */
  static const char *const date_line[] = { "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Honolulu" };
  static const Look around[] = {
    { "2026-11-19T04:00:00Z", TRUE, FALSE, "2026-11-20T04:00:00Z" },
    { "2026-11-19T23:00:00Z", FALSE, FALSE, "2026-11-21T03:00:00Z" },
    { "2026-11-21T03:00:00Z", TRUE, FALSE, "2026-11-24T03:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };

  look_on (&usual, west, "2026-11-19T15:45:00Z", "2026-11-19T22:00:00Z", looks);
  look_on (&usual, date_line, "2026-11-19T03:00:00Z", "", around);
}

/* A clock that was years ahead and is put right brings everything as if it had never been. */
static void
test_clock_put_right (void)
{
  static const Look looks[] = {
    { "2031-11-19T16:00:00Z", TRUE, FALSE, "2031-11-20T16:00:00Z" },
    { "2026-11-19T15:00:00Z", FALSE, FALSE, "2026-11-19T15:30:00Z" },
    { "2026-11-19T15:30:00Z", FALSE, TRUE, "2026-11-20T16:00:00Z" },
    { "2026-11-20T16:00:00Z", TRUE, FALSE, "2026-11-23T16:00:00Z" },
    { NULL, FALSE, FALSE, NULL },
  };

  look_on (&usual, at_home, "2031-11-19T15:00:00Z", "2026-11-19T15:30:00Z", looks);
}

static void
test_nothing (void)
{
  static const Look looks[] = { { "2026-11-19T16:00:00Z", FALSE, FALSE, NULL }, { NULL, FALSE, FALSE, NULL } };
  LdrReminderRules rules = usual;

  rules.reflection_weekdays = 0;
  look_on (&rules, at_home, "2026-11-19T15:00:00Z", "", looks);
  rules = usual;
  rules.reflection = FALSE;
  look_on (&rules, at_home, "2026-11-19T15:00:00Z", "", looks);
}

/* What is kept is what was said, in a file for its owner only; a spoilt file is an empty one. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("leidraad-reminders-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "reminders.ini", NULL);
  g_autoptr (LdrReminderFile) file = ldr_reminder_file_new (folder), again = ldr_reminder_file_new (folder);
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 moment = moment_of ("2026-11-20T15:30:00Z");
  GStatBuf info;

  g_array_append_val (moments, moment);
  ldr_reminder_file_load (file);
  g_assert_true (ldr_reminder_file_set_moments (file, "019-a", moments));
  g_assert_false (ldr_reminder_file_set_moments (file, "019-a", moments));
  g_assert_true (ldr_reminder_file_set_given (file, moment - 1000, day_of ("2026-11-19")));
  g_assert_false (ldr_reminder_file_set_given (file, moment - 1000, day_of ("2026-11-19")));
  g_assert_true (ldr_reminder_file_save (file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_cmpstr (text, ==,
                   "[reminders]\ngiven=2026-11-20T15:29:59.000Z\nreflection-day=2026-11-19\n\n"
                   "[journal-1]\nid=019-a\nmoments=2026-11-20T15:30:00.000Z;\n");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  ldr_reminder_file_load (again);
  ids = ldr_reminder_file_list_journals (again);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpuint (ldr_reminder_file_get_moments (again, "019-a")->len, ==, 1);
  assert_moment (g_array_index (ldr_reminder_file_get_moments (again, "019-a"), gint64, 0), "2026-11-20T15:30:00Z");
  assert_moment (ldr_reminder_file_get_given (again), "2026-11-20T15:29:59Z");
  g_assert_cmpint (ldr_reminder_file_get_reflection_day (again), ==, day_of ("2026-11-19"));
  g_assert_true (ldr_reminder_file_set_moments (again, "019-a", NULL));
  g_assert_false (ldr_reminder_file_set_moments (again, "019-a", NULL));

  g_assert_true (
      g_file_set_contents (path, "[reminders]\ngiven=soon\n[journal-1]\nid=a\nmoments=x;;\n[journal-2]\n", -1, NULL));
  ldr_reminder_file_load (again);
  g_assert_null (ldr_reminder_file_get_moments (again, "a"));
  g_assert_cmpint (ldr_reminder_file_get_given (again), ==, 0);
  g_assert_true (ldr_reminder_file_remove (again, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (ldr_reminder_file_remove (again, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
ring_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* The alarm goes off at its moment, at once when that has gone by, and not at all when it is taken back. */
static void
test_alarm (void)
{
  gboolean past = FALSE, soon = FALSE, late = FALSE;
  gint64 begun = ldr_moment_now ();
  guint later;

  ldr_alarm_add (0, ring_cb, &past);
  ldr_alarm_add (begun + 120, ring_cb, &soon);
  later = ldr_alarm_add (begun + 60, ring_cb, &late);
  g_source_remove (later);
  while (!past)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (soon);
  while (!soon)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ldr_moment_now (), >=, begun + 120);
  g_assert_false (late);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int minutes; /* -1 when it is no time. */
  } cases[] = {
    { "17:00", 1020 }, { "17.30", 1050 }, { "9", 540 },      { "0930", 570 },    { " 8:05 ", 485 }, { "00:00", 0 },
    { "23:59", 1439 }, { "٠٩:٣٠", 570 },  { "17u15", 1035 }, { "24:00", -1 },    { "12:60", -1 },   { "", -1 },
    { "noon", -1 },    { "12:345", -1 },  { "-1:00", -1 },   { "12:00 pm", -1 }, { "1:2:3", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minutes = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ldr_time_parse (cases[i].text, &minutes), ==, cases[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
  for (int minutes = 0; minutes < 1440; minutes++)
    {
      g_autofree char *text = ldr_time_format (minutes);
      int again;

      g_assert_true (ldr_time_parse (text, &again));
      g_assert_cmpint (again, ==, minutes);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-plan/settle", test_settle);
  g_test_add_func ("/reminder-plan/settle-always", test_settle_always);
  g_test_add_func ("/reminder-plan/moments", test_moments);
  g_test_add_func ("/reminder-plan/goals", test_goals);
  g_test_add_func ("/reminder-plan/once", test_once);
  g_test_add_func ("/reminder-plan/quiet", test_quiet);
  g_test_add_func ("/reminder-plan/sleep", test_sleep);
  g_test_add_func ("/reminder-plan/clock-changes", test_clock_changes);
  g_test_add_func ("/reminder-plan/travel", test_travel);
  g_test_add_func ("/reminder-plan/clock-put-right", test_clock_put_right);
  g_test_add_func ("/reminder-plan/nothing", test_nothing);
  g_test_add_func ("/reminder-plan/file", test_file);
  g_test_add_func ("/reminder-plan/alarm", test_alarm);
  g_test_add_func ("/reminder-plan/times", test_times);
  return g_test_run ();
}
