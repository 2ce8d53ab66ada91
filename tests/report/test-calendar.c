/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>

#include "model/ldr-moment.h"
#include "report/ldr-calendar.h"
#include "report/ldr-report-error.h"

/* A session as a calendar reads it: when and where, and not a word of what is said. */

static LdrSession *
session_at (const char *iso8601, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) starts = g_date_time_new_from_iso8601 (iso8601, zone);

  return ldr_session_new (starts);
}

static char *
to_text (LdrSession *session, const char *leader, int alarm_minutes)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  g_ptr_array_add (sessions, session);
  return ldr_calendar_to_text (sessions, leader, alarm_minutes);
}

/* The calendar, which is one and has nothing that cannot be read. */
static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

static void
assert_start (icalcomponent *event, const char *wanted)
{
  icaltimetype start = icalcomponent_get_dtstart (event);

  g_assert_true (icaltime_is_utc (start));
  g_assert_cmpstr (icaltime_as_ical_string (start), ==, wanted);
}

static void
test_event (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00", "Europe/Amsterdam");
  g_autofree char *text = NULL;
  icalcomponent *calendar, *event;

  ldr_session_set_location (session, "Kamer 3; 2e verdieping, “links” \\ Één 🎉");
  session->minutes = 45;
  session->changed = session->created + 5000;
  text = to_text (session, NULL, LDR_CALENDAR_NO_ALARM);
  calendar = parse (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpstr (icalcomponent_get_uid (event), ==, session->id);
  assert_start (event, "20260309T090000Z");
  g_assert_cmpint (icaldurationtype_as_int (icalcomponent_get_duration (event)), ==, 45 * 60);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Coaching session");
  g_assert_cmpstr (icalcomponent_get_location (event), ==, session->location);
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpint (icaltime_as_timet (icalcomponent_get_dtstamp (event)), ==, session->changed / 1000);
  g_assert_cmpint (icalcomponent_count_components (event, ICAL_VALARM_COMPONENT), ==, 0);
  g_assert_cmpint (icalproperty_get_class (icalcomponent_get_first_property (event, ICAL_CLASS_PROPERTY)), ==,
                   ICAL_CLASS_PRIVATE);
  icalcomponent_free (calendar);
}

/* The same clock time falls elsewhere in UTC before and after the clocks change, and in another zone. */
static void
test_zones (void)
{
  static const struct
  {
    const char *starts;
    const char *zone;
    const char *utc;
  } rows[] = {
    { "2026-03-28T10:00:00", "Europe/Amsterdam", "20260328T090000Z" },
    { "2026-03-29T10:00:00", "Europe/Amsterdam", "20260329T080000Z" },
    { "2026-10-25T10:00:00", "Europe/Amsterdam", "20261025T090000Z" },
    { "2026-01-01T00:30:00", "Europe/Amsterdam", "20251231T233000Z" },
    { "2026-03-09T10:00:00", "America/New_York", "20260309T140000Z" },
    { "1969-12-31T12:00:00", "UTC", "19691231T120000Z" },
    { "1969-12-31T11:59:59.5", "UTC", "19691231T115959Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrSession) session = session_at (rows[i].starts, rows[i].zone);
      g_autofree char *text = to_text (session, NULL, LDR_CALENDAR_NO_ALARM);
      icalcomponent *calendar = parse (text);

      assert_start (icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT), rows[i].utc);
      icalcomponent_free (calendar);
    }
}

static void
test_alarm (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00", "UTC");
  g_autofree char *text = to_text (session, "Sanne", 15), *at_start = to_text (session, NULL, 0), *cancelled = NULL;
  icalcomponent *calendar = parse (text), *event, *alarm;
  struct icaltriggertype trigger;

  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);
  g_assert_nonnull (alarm);
  trigger = icalproperty_get_trigger (icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY));
  g_assert_cmpint (icaldurationtype_as_int (trigger.duration), ==, -15 * 60);
  g_assert_cmpstr (icalcomponent_get_description (alarm), ==, "Coaching session with Sanne");
  icalcomponent_free (calendar);
  calendar = parse (at_start);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpint (icalcomponent_count_components (event, ICAL_VALARM_COMPONENT), ==, 1);
  icalcomponent_free (calendar);
  /* Of what is not to be held nobody is reminded. */
  ldr_session_cancel (session);
  cancelled = to_text (session, NULL, 15);
  calendar = parse (cancelled);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpint (icalcomponent_count_components (event, ICAL_VALARM_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

/* Nothing that is written in a session goes along, and no name unless it is asked for. */
static void
test_private (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00", "UTC");
  const LdrEvaluation evaluation = { 3, 3, 3, 3, (char *) "vondeling" };
  g_autofree char *text = NULL, *named = NULL;

  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    ldr_session_set_note (session, (LdrSessionPart) i, "vondeling");
  ldr_session_set_private_notes (session, "vondeling");
  ldr_session_add_point (session, NULL, "vondeling", FALSE);
  ldr_session_set_evaluation (session, LDR_ROLE_COACH, &evaluation);
  text = to_text (session, NULL, 10);
  g_assert_null (strstr (text, "vondeling"));
  g_assert_null (strstr (text, "LOCATION"));
  named = to_text (session, "vondeling", 10);
  g_assert_nonnull (strstr (named, "vondeling"));
}

/* A line of the file holds 75 octets at most; what is longer is folded and comes back whole. */
static void
test_long (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00", "UTC");
  g_autoptr (GString) location = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  icalcomponent *calendar;

  for (int i = 0; i < 40; i++)
    g_string_append (location, "één 日本 🎉, ");
  ldr_session_set_location (session, location->str);
  text = to_text (session, NULL, LDR_CALENDAR_NO_ALARM);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  calendar = parse (text);
  g_assert_cmpstr (icalcomponent_get_location (icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT)), ==,
                   session->location);
  icalcomponent_free (calendar);
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("leidraad-calendar-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sessions.ics", NULL), *text = NULL;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_unref);
  g_autoptr (GError) error = NULL;
  icalcomponent *calendar;

  for (int i = 0; i < 3; i++)
    g_ptr_array_add (sessions, session_at ("2026-03-09T10:00:00", "UTC"));
  g_assert_true (ldr_calendar_write (sessions, NULL, 15, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  calendar = parse (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  g_assert_cmpstr (icalproperty_get_version (icalcomponent_get_first_property (calendar, ICAL_VERSION_PROPERTY)), ==,
                   "2.0");
  icalcomponent_free (calendar);
  g_assert_false (ldr_calendar_write (sessions, NULL, 15, folder, NULL, &error));
  g_assert_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_TARGET);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/event", test_event);
  g_test_add_func ("/calendar/zones", test_zones);
  g_test_add_func ("/calendar/alarm", test_alarm);
  g_test_add_func ("/calendar/private", test_private);
  g_test_add_func ("/calendar/long", test_long);
  g_test_add_func ("/calendar/write", test_write);
  return g_test_run ();
}
