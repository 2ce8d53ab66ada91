/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-calendar.h"

#include <glib/gi18n.h>
#include <libical/ical.h>

#include "ldr-new-file.h"

/**
 * ldr_calendar_get_summary:
 * @leader: (nullable): the leader's name, %NULL to keep it out of the calendar
 *
 * Returns: (transfer full): what a calendar shows of a session
 */
char *
ldr_calendar_get_summary (const char *leader)
{
  if (leader == NULL || leader[0] == '\0')
    return g_strdup (_ ("Coaching session"));
  /* Translators: %s is the leader's name; it is what a calendar shows. */
  return g_strdup_printf (_ ("Coaching session with %s"), leader);
}

static icaltimetype
get_time (gint64 moment)
{
  gint64 seconds = moment >= 0 ? moment / 1000 : -((999 - moment) / 1000);

  return icaltime_from_timet_with_zone ((time_t) seconds, 0, icaltimezone_get_utc_timezone ());
}

static icalproperty_status
get_status (const LdrSession *session)
{
  switch (session->state)
    {
    case LDR_SESSION_PLANNED:
    case LDR_SESSION_HELD:
      return ICAL_STATUS_CONFIRMED;
    case LDR_SESSION_CANCELLED:
      return ICAL_STATUS_CANCELLED;
    }
  g_return_val_if_reached (ICAL_STATUS_NONE);
}

static icalcomponent *
make_alarm (const char *summary, int minutes)
{
  struct icaltriggertype trigger
      = { .time = icaltime_null_time (), .duration = icaldurationtype_from_int (-minutes * 60) };

  return icalcomponent_vanew (ICAL_VALARM_COMPONENT, icalproperty_new_action (ICAL_ACTION_DISPLAY),
                              icalproperty_new_trigger (trigger), icalproperty_new_description (summary), (void *) 0);
}

/* The id is a UUID, as RFC 7986 wants it, so that a calendar knows a session again that was moved. */
static icalcomponent *
make_event (const LdrSession *session, const char *summary, int alarm_minutes)
{
  icalcomponent *event = icalcomponent_vanew (
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid (session->id),
      icalproperty_new_dtstamp (get_time (MAX (session->created, session->changed))),
      icalproperty_new_dtstart (get_time (session->starts)),
      icalproperty_new_duration (icaldurationtype_from_int (session->minutes * 60)), icalproperty_new_summary (summary),
      icalproperty_new_class (ICAL_CLASS_PRIVATE), icalproperty_new_status (get_status (session)), (void *) 0);

  if (session->location[0] != '\0')
    icalcomponent_add_property (event, icalproperty_new_location (session->location));
  if (alarm_minutes >= 0 && session->state == LDR_SESSION_PLANNED)
    icalcomponent_add_component (event, make_alarm (summary, alarm_minutes));
  return event;
}

/**
 * ldr_calendar_to_text:
 * @sessions: (element-type LdrSession): sessions
 * @leader: (nullable): the leader's name, %NULL to keep it out of the calendar
 * @alarm_minutes: so many minutes before a planned session the calendar gives a sign; %LDR_CALENDAR_NO_ALARM for none
 *
 * Writes sessions as a calendar, in UTC, so that it shows them right wherever its user is. A calendar that shows them
 * to others is asked to show no more than that one is busy then.
 *
 * Returns: (transfer full): iCalendar, RFC 5545
 */
char *
ldr_calendar_to_text (GPtrArray *sessions, const char *leader, int alarm_minutes)
{
  g_autofree char *summary = ldr_calendar_get_summary (leader), *text = NULL;
  icalcomponent *calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT,
                                                 icalproperty_new_prodid ("-//Leidraad//Leidraad " VERSION "//EN"),
                                                 icalproperty_new_version ("2.0"), (void *) 0);
  char *written;

  for (guint i = 0; i < sessions->len; i++)
    icalcomponent_add_component (calendar, make_event (g_ptr_array_index (sessions, i), summary, alarm_minutes));
  written = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (written);
  icalmemory_free_buffer (written);
  icalcomponent_free (calendar);
  return g_steal_pointer (&text);
}

/**
 * ldr_calendar_write:
 * @sessions: (element-type LdrSession): sessions
 * @leader: (nullable): the leader's name, %NULL to keep it out of the calendar
 * @alarm_minutes: as for ldr_calendar_to_text()
 * @path: where the file is to be; one that is there already is replaced when this one is complete
 * @cancellable: (nullable): a cancellable
 * @error: LDR_REPORT_ERROR_TARGET when @path is no place for a file, or a #GIOErrorEnum
 *
 * Writes sessions to a file for a calendar; see ldr_calendar_to_text().
 *
 * Returns: whether it is there
 */
gboolean
ldr_calendar_write (GPtrArray *sessions,
                    const char *leader,
                    int alarm_minutes,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *text = ldr_calendar_to_text (sessions, leader, alarm_minutes);
  g_autoptr (LdrNewFile) file = ldr_new_file_open (path, error);

  return file != NULL
         && g_output_stream_write_all (ldr_new_file_get_stream (file), text, strlen (text), NULL, cancellable, error)
         && ldr_new_file_put_in_place (file, cancellable, error);
}
