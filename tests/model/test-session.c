/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"
#include "model/ldr-session.h"

#include <string.h>

/* What a session is, how it goes on, and that private notes go nowhere unasked. */

#define MINUTE ((gint64) 60 * 1000)
#define HOUR (60 * MINUTE)

static LdrSession *
session_at (const char *iso8601)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  g_autoptr (GDateTime) starts = g_date_time_new_from_iso8601 (iso8601, zone);

  return ldr_session_new (starts);
}

static void
test_new (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-29T00:30:00");
  g_autofree char *starts = ldr_moment_to_iso8601 (session->starts), *day = ldr_day_to_iso8601 (session->day);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_session_validate (session, &error));
  g_assert_no_error (error);
  /* Half past midnight in Amsterdam is the evening before in UTC; the day is the one on the calendar there. */
  g_assert_cmpstr (starts, ==, "2026-03-28T23:30:00.000Z");
  g_assert_cmpstr (day, ==, "2026-03-29");
  g_assert_cmpint (session->state, ==, LDR_SESSION_PLANNED);
  g_assert_cmpint (ldr_session_get_ends (session), ==, session->starts + HOUR);
  g_assert_false (ldr_session_has_notes (session));
  g_assert_cmpstr (session->private_notes, ==, "");
  g_assert_false (ldr_session_is_evaluated (session, LDR_ROLE_LEADER));
  g_assert_false (ldr_session_is_evaluated (session, LDR_ROLE_COACH));
}

/* A session with something in every field. */
static LdrSession *
full_session (void)
{
  LdrSession *session = session_at ("2026-03-09T10:00:00");
  const LdrEvaluation leader = { 8, 7, 9, 8, (char *) "Fijn gesprek." },
                      coach = { 6, LDR_EVALUATION_UNSAID, 10, 0, (char *) "" };

  ldr_session_set_location (session, " Kamer\n3 ");
  session->minutes = 45;
  session->form = LDR_SESSION_GROW;
  session->state = LDR_SESSION_HELD;
  session->opened = session->starts + 1;
  session->closed = session->starts + HOUR;
  session->rested = 60;
  session->stands = session->starts + 2;
  session->changed = 5;
  session->deleted = 6;
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Part %d\r\n", i);

      ldr_session_set_note (session, (LdrSessionPart) i, text);
    }
  ldr_session_set_private_notes (session, "Only for me");
  ldr_session_add_point (session, NULL, "One", TRUE);
  ldr_session_add_point (session, NULL, "Two\n", FALSE);
  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &leader);
  ldr_session_set_evaluation (session, LDR_ROLE_COACH, &coach);
  return session;
}

static void
test_copy (void)
{
  g_autoptr (LdrSession) session = full_session (), copy = ldr_session_copy (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_session_validate (session, &error));
  g_assert_no_error (error);
  g_assert_true (ldr_session_equal (session, copy));
  g_assert_cmpint (copy->created, ==, session->created);
  g_assert_cmpint (copy->changed, ==, 5);
  g_assert_cmpstr (copy->location, ==, "Kamer 3");
  g_assert_cmpstr (copy->notes[LDR_SESSION_PART_WILL], ==, "Part 4\n");
  g_assert_cmpstr (ldr_session_get_point (copy, 1)->text, ==, "Two");
  /* Whatever is changed in the copy, the first stays as it is. */
  ldr_session_set_note (copy, LDR_SESSION_PART_GOAL, "Other");
  ldr_agenda_point_set_text (ldr_session_get_point (copy, 0), "Other");
  g_assert_cmpstr (session->notes[LDR_SESSION_PART_GOAL], ==, "Part 1\n");
  g_assert_cmpstr (ldr_session_get_point (session, 0)->text, ==, "One");
  g_assert_false (ldr_session_equal (session, copy));
}

/* What leaves the journal starts from a value that has no private notes: not in any of its fields. */
static void
test_private_notes (void)
{
  g_autoptr (LdrSession) session = full_session (), shared = ldr_session_copy_without_private_notes (session);
  g_autoptr (LdrSession) again = ldr_session_copy (shared);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_session_has_private_notes (session));
  g_assert_null (shared->private_notes);
  g_assert_null (again->private_notes);
  g_assert_false (ldr_session_has_private_notes (shared));
  g_assert_true (ldr_session_validate (shared, &error));
  g_assert_false (ldr_session_equal (session, shared));
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_assert_cmpstr (shared->notes[i], ==, session->notes[i]);
      g_assert_null (strstr (shared->notes[i], "Only for me"));
    }
  /* And they are no notes that a list tells of. */
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    ldr_session_set_note (session, (LdrSessionPart) i, " \n");
  g_assert_false (ldr_session_has_notes (session));
  ldr_session_set_private_notes (session, " ");
  g_assert_false (ldr_session_has_private_notes (session));
}

static char *
points (const LdrSession *session)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < session->agenda->len; i++)
    g_string_append (text, ldr_session_get_point (session, i)->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_agenda (void)
{
  static const struct
  {
    guint from;
    guint to;
    const char *result;
  } moves[] = { { 0, 0, "ABCD" }, { 0, 3, "BCDA" }, { 3, 0, "DABC" }, { 1, 2, "ACBD" }, { 2, 1, "ACBD" } };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00");
      g_autofree char *moved = NULL, *rest = NULL;

      for (const char *p = "ABCD"; *p != '\0'; p++)
        {
          const char text[] = { *p, '\0' };

          ldr_session_add_point (session, NULL, text, FALSE);
        }
      ldr_session_move_point (session, moves[i].from, moves[i].to);
      moved = points (session);
      g_assert_cmpstr (moved, ==, moves[i].result);
      ldr_session_remove_point (session, 0);
      rest = points (session);
      g_assert_cmpstr (rest, ==, moves[i].result + 1);
    }
}

/* From planned to held and back. */
static void
test_course (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00"), unopened = session_at ("2026-03-09T10:00:00");

  g_assert_false (ldr_session_is_under_way (session));
  g_assert_cmpint (ldr_session_get_elapsed (session, session->starts + HOUR), ==, 0);
  ldr_session_open (session, session->starts + 5);
  g_assert_true (ldr_session_is_under_way (session));
  ldr_session_open (session, session->starts + 7);
  g_assert_cmpint (session->opened, ==, session->starts + 5);
  g_assert_cmpint (ldr_session_get_elapsed (session, session->starts + 5 + HOUR), ==, HOUR);
  /* A clock that was put back meanwhile does not run backwards here. */
  g_assert_cmpint (ldr_session_get_elapsed (session, session->starts), ==, 0);
  ldr_session_close (session, session->starts + HOUR);
  g_assert_cmpint (session->state, ==, LDR_SESSION_HELD);
  g_assert_false (ldr_session_is_under_way (session));
  g_assert_cmpint (ldr_session_get_elapsed (session, session->starts + 9 * HOUR), ==, HOUR - 5);
  ldr_session_close (session, session->starts + 2 * HOUR);
  g_assert_cmpint (session->closed, ==, session->starts + HOUR);
  ldr_session_open (session, session->starts + 3 * HOUR);
  g_assert_true (ldr_session_is_under_way (session));
  ldr_session_cancel (session);
  g_assert_false (ldr_session_is_under_way (session));
  /* Nobody knows when one ended that was cancelled under way: held after all, it begins then. */
  ldr_session_open (session, session->starts + 30 * HOUR);
  g_assert_true (ldr_session_is_under_way (session));
  g_assert_cmpint (session->opened, ==, session->starts + 30 * HOUR);
  g_assert_cmpint (session->rested, ==, 0);
  g_assert_cmpint (ldr_session_get_elapsed (session, session->starts + 31 * HOUR), ==, HOUR);
  ldr_session_cancel (session);
  ldr_session_plan_again (session);
  g_assert_cmpint (session->state, ==, LDR_SESSION_PLANNED);
  g_assert_false (ldr_session_is_under_way (session));
  g_assert_cmpint (session->opened, ==, 0);
  /* Held on paper: when it ended is not known. */
  ldr_session_close (unopened, unopened->starts + HOUR);
  g_assert_cmpint (unopened->state, ==, LDR_SESSION_HELD);
  g_assert_cmpint (unopened->closed, ==, 0);
  g_assert_cmpint (ldr_session_get_elapsed (unopened, unopened->starts + HOUR), ==, 0);
}

/* The time for which its clock stood is no part of it, however often it stood. */
static void
test_pause (void)
{
  g_autoptr (LdrSession) session = session_at ("2026-03-09T10:00:00");
  const gint64 begin = session->starts;

  ldr_session_pause (session, begin);
  g_assert_false (ldr_session_is_paused (session));
  ldr_session_open (session, begin);
  ldr_session_pause (session, begin + 10 * MINUTE);
  ldr_session_pause (session, begin + 12 * MINUTE);
  g_assert_true (ldr_session_is_paused (session));
  g_assert_cmpint (ldr_session_get_elapsed (session, begin + 20 * MINUTE), ==, 10 * MINUTE);
  ldr_session_go_on (session, begin + 30 * MINUTE);
  g_assert_false (ldr_session_is_paused (session));
  ldr_session_go_on (session, begin + 35 * MINUTE);
  g_assert_cmpint (ldr_session_get_elapsed (session, begin + 45 * MINUTE), ==, 25 * MINUTE);
  ldr_session_pause (session, begin + 50 * MINUTE);
  g_assert_cmpint (ldr_session_get_elapsed (session, begin + 55 * MINUTE), ==, 30 * MINUTE);
  /* It ends while its clock stands, and goes on after a while that is none of its. */
  ldr_session_close (session, begin + 60 * MINUTE);
  g_assert_false (ldr_session_is_paused (session));
  g_assert_cmpint (ldr_session_get_elapsed (session, begin + 99 * MINUTE), ==, 30 * MINUTE);
  ldr_session_open (session, begin + 90 * MINUTE);
  g_assert_cmpint (ldr_session_get_elapsed (session, begin + 95 * MINUTE), ==, 35 * MINUTE);
  ldr_session_plan_again (session);
  g_assert_cmpint (session->rested, ==, 0);
  /* A clock that was put back gives no time back. */
  ldr_session_open (session, begin);
  ldr_session_pause (session, begin + 10 * MINUTE);
  ldr_session_go_on (session, begin + 5 * MINUTE);
  g_assert_cmpint (session->rested, ==, 0);
}

static void
spoil_rested (LdrSession *session)
{
  session->rested = -1;
}

static void
spoil_stands (LdrSession *session)
{
  session->stands = -1;
}

static void
spoil_id (LdrSession *session)
{
  g_set_str (&session->id, "x");
}

static void
spoil_day (LdrSession *session)
{
  session->day += 3;
}

static void
spoil_start (LdrSession *session)
{
  session->starts = G_MAXINT64;
}

static void
spoil_short (LdrSession *session)
{
  session->minutes = LDR_SESSION_MIN_MINUTES - 1;
}

static void
spoil_long (LdrSession *session)
{
  session->minutes = LDR_SESSION_MAX_MINUTES + 1;
}

static void
spoil_state (LdrSession *session)
{
  session->state = (LdrSessionState) LDR_N_SESSION_STATES;
}

static void
spoil_closed (LdrSession *session)
{
  session->closed = session->opened - 1;
}

static void
spoil_opened (LdrSession *session)
{
  session->opened = 0;
}

static void
spoil_location (LdrSession *session)
{
  g_set_str (&session->location, "two\nlines");
}

static void
spoil_note (LdrSession *session)
{
  g_set_str (&session->notes[LDR_SESSION_PART_WILL], "bell\a");
}

static void
spoil_private (LdrSession *session)
{
  g_set_str (&session->private_notes, "\xff");
}

static void
spoil_point (LdrSession *session)
{
  ldr_agenda_point_set_text (ldr_session_get_point (session, 0), " ");
}

static void
spoil_point_id (LdrSession *session)
{
  g_set_str (&ldr_session_get_point (session, 1)->id, ldr_session_get_point (session, 0)->id);
}

static void
spoil_evaluation (LdrSession *session)
{
  session->evaluations[LDR_ROLE_COACH].overall = LDR_EVALUATION_MAX + 1;
}

static void
test_validate (void)
{
  static void (*const spoilers[]) (LdrSession *) = {
    spoil_id,      spoil_day,    spoil_start,    spoil_short,      spoil_long,     spoil_state,
    spoil_closed,  spoil_rested, spoil_stands,   spoil_opened,     spoil_location, spoil_note,
    spoil_private, spoil_point,  spoil_point_id, spoil_evaluation,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spoilers); i++)
    {
      g_autoptr (LdrSession) session = full_session ();
      g_autoptr (GError) error = NULL;

      spoilers[i](session);
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_false (ldr_session_validate (session, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

static void
test_ids (void)
{
  LdrSessionState state;
  LdrSessionForm form;
  LdrSessionPart part;

  for (int i = 0; i < LDR_N_SESSION_STATES; i++)
    {
      g_assert_true (ldr_session_state_from_id (ldr_session_state_to_id ((LdrSessionState) i), &state));
      g_assert_cmpint (state, ==, i);
    }
  for (int i = 0; i < LDR_N_SESSION_FORMS; i++)
    {
      g_assert_true (ldr_session_form_from_id (ldr_session_form_to_id ((LdrSessionForm) i), &form));
      g_assert_cmpint (form, ==, i);
    }
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_assert_true (ldr_session_part_from_id (ldr_session_part_to_id ((LdrSessionPart) i), &part));
      g_assert_cmpint (part, ==, i);
    }
  g_assert_false (ldr_session_state_from_id ("Held", &state));
  g_assert_false (ldr_session_form_from_id (NULL, &form));
  /* There is no name by which the private notes are one of the shared parts. */
  g_assert_false (ldr_session_part_from_id ("private", &part));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/new", test_new);
  g_test_add_func ("/session/copy", test_copy);
  g_test_add_func ("/session/private-notes", test_private_notes);
  g_test_add_func ("/session/agenda", test_agenda);
  g_test_add_func ("/session/course", test_course);
  g_test_add_func ("/session/pause", test_pause);
  g_test_add_func ("/session/validate", test_validate);
  g_test_add_func ("/session/ids", test_ids);
  return g_test_run ();
}
