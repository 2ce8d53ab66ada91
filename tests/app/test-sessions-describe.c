/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <math.h>

#include "app/sessions/ldr-agenda-print.h"
#include "app/sessions/ldr-evaluation-row.h"
#include "app/sessions/ldr-plan-dialog.h"
#include "app/sessions/ldr-session-copy.h"
#include "app/sessions/ldr-sessions-describe.h"
#include "model/ldr-moment.h"

#define MINUTE ((gint64) 60 * 1000)

static gint64
moment_of (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, hour, minute, 0);

  return ldr_moment_from_date_time (date);
}

static void
test_when (void)
{
  const gint64 now = moment_of (2026, 11, 22, 9, 0);
  const struct
  {
    gint64 starts;
    const char *expected;
  } cases[] = {
    { moment_of (2026, 11, 22, 10, 0), "Today, 10:00" },
    { moment_of (2026, 11, 22, 0, 5), "Today, 00:05" },
    { moment_of (2026, 11, 23, 8, 30), "Tomorrow, 08:30" },
    { moment_of (2026, 11, 26, 10, 0), "Thursday 26 November, 10:00" },
    { moment_of (2026, 11, 21, 10, 0), "Saturday 21 November, 10:00" },
    { moment_of (2027, 1, 7, 10, 0), "Thursday 7 January 2027, 10:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ldr_session_describe_when (cases[i].starts, now);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static LdrSessionSummary *
make_summary (const char *id, LdrSessionState state, gint64 starts)
{
  LdrSessionSummary *self = g_atomic_rc_box_new0 (LdrSessionSummary);

  self->id = g_strdup (id);
  self->location = g_strdup ("");
  self->state = state;
  self->starts = starts;
  self->day = ldr_day_from_moment (starts);
  self->minutes = 60;
  return self;
}

static void
test_row (void)
{
  const gint64 now = moment_of (2026, 11, 22, 10, 30);
  const struct
  {
    LdrSessionState state;
    gint64 starts, opened, closed;
    int n_points, n_actions, n_open;
    const char *subtitle;
    gboolean asks, can_hold;
    int rested;
  } cases[] = {
    { LDR_SESSION_PLANNED, now + 600 * MINUTE, 0, 0, 0, 0, 0, "60 minutes", FALSE, FALSE },
    { LDR_SESSION_PLANNED, now + 30 * MINUTE, 0, 0, 2, 0, 0, "60 minutes · 2 points", FALSE, TRUE },
    { LDR_SESSION_PLANNED, now + 31 * MINUTE, 0, 0, 1, 0, 0, "60 minutes · 1 point", FALSE, FALSE },
    { LDR_SESSION_PLANNED, now - 30 * MINUTE, 0, 0, 0, 0, 0, "60 minutes", FALSE, TRUE },
    { LDR_SESSION_PLANNED, now - 61 * MINUTE, 0, 0, 0, 0, 0, "Did it take place? · 60 minutes", TRUE, TRUE },
    { LDR_SESSION_PLANNED, now - 90 * MINUTE, now - 80 * MINUTE, 0, 0, 0, 0, "Under way · 60 minutes", FALSE, TRUE },
    { LDR_SESSION_HELD, now - 90 * MINUTE, now - 80 * MINUTE, now - 20 * MINUTE, 3, 2, 1,
      "60 minutes · 2 actions · 1 open", FALSE, FALSE },
    { LDR_SESSION_HELD, now - 90 * MINUTE, now - 80 * MINUTE, now - 20 * MINUTE, 0, 0, 0, "45 minutes · No notes",
      FALSE, FALSE, 15 * 60 },
    { LDR_SESSION_HELD, now - 90 * MINUTE, 0, 0, 3, 0, 0, "No notes", FALSE, FALSE },
    { LDR_SESSION_CANCELLED, now, 0, 0, 3, 0, 0, "Cancelled", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrSessionSummary) summary = make_summary ("one", cases[i].state, cases[i].starts);
      g_autoptr (LdrSessionRow) row = NULL;

      summary->opened = cases[i].opened;
      summary->closed = cases[i].closed;
      summary->rested = cases[i].rested;
      summary->n_points = cases[i].n_points;
      summary->n_actions = cases[i].n_actions;
      summary->n_actions_open = cases[i].n_open;
      row = ldr_session_row_describe (summary, now);
      g_assert_cmpstr (row->subtitle, ==, cases[i].subtitle);
      g_assert_cmpint (row->asks, ==, cases[i].asks);
      g_assert_cmpint (row->can_hold, ==, cases[i].can_hold);
    }
}

/* Latest first, as the store lists them. */
static void
test_arrange (void)
{
  const gint64 now = moment_of (2026, 1, 22, 10, 30);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_summary_unref);
  g_autoptr (LdrSessionArrangement) arranged = NULL;
  const LdrSessionGroup *group;

  g_ptr_array_add (sessions, make_summary ("later", LDR_SESSION_PLANNED, moment_of (2026, 2, 20, 10, 0)));
  g_ptr_array_add (sessions, make_summary ("next", LDR_SESSION_PLANNED, moment_of (2026, 1, 30, 10, 0)));
  g_ptr_array_add (sessions, make_summary ("missed", LDR_SESSION_PLANNED, moment_of (2026, 1, 10, 10, 0)));
  g_ptr_array_add (sessions, make_summary ("held", LDR_SESSION_HELD, moment_of (2026, 1, 5, 10, 0)));
  g_ptr_array_add (sessions, make_summary ("cancelled", LDR_SESSION_CANCELLED, moment_of (2025, 12, 20, 10, 0)));
  g_ptr_array_add (sessions, make_summary ("older", LDR_SESSION_HELD, moment_of (2025, 12, 5, 10, 0)));
  arranged = ldr_sessions_arrange (sessions, now);
  g_assert_cmpstr (arranged->next->id, ==, "next");
  g_assert_cmpuint (arranged->planned->len, ==, 2);
  g_assert_cmpstr (((LdrSessionSummary *) g_ptr_array_index (arranged->planned, 0))->id, ==, "missed");
  g_assert_cmpuint (arranged->past->len, ==, 3);
  group = g_ptr_array_index (arranged->past, 0);
  g_assert_cmpstr (group->title, ==, "Held in 2026");
  group = g_ptr_array_index (arranged->past, 1);
  g_assert_cmpstr (group->title, ==, "Held in 2025");
  g_assert_cmpstr (((LdrSessionSummary *) g_ptr_array_index (group->sessions, 0))->id, ==, "older");
  group = g_ptr_array_index (arranged->past, 2);
  g_assert_cmpstr (group->title, ==, "Cancelled");

  /* What is under way comes before all. */
  ((LdrSessionSummary *) g_ptr_array_index (sessions, 2))->opened = now - MINUTE;
  ldr_session_arrangement_free (g_steal_pointer (&arranged));
  arranged = ldr_sessions_arrange (sessions, now);
  g_assert_cmpstr (arranged->next->id, ==, "missed");
}

static void
test_actions (void)
{
  g_autoptr (LdrJournalInfo) leader = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) coach = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  const int today = ldr_day_from_moment (moment_of (2026, 11, 22, 12, 0));
  const struct
  {
    LdrActionOwner owner;
    const char *name;
    int due;
    LdrActionState state;
    const char *to_leader, *to_coach;
    gboolean overdue;
  } cases[] = {
    { LDR_ACTION_LEADER, "", 0, LDR_ACTION_OPEN, "You", "Sanne", FALSE },
    { LDR_ACTION_COACH, "", today, LDR_ACTION_OPEN, "Your coach · by today", "You · by today", FALSE },
    { LDR_ACTION_OTHER, "Nadia", today + 1, LDR_ACTION_OPEN, "Nadia · by tomorrow", "Nadia · by tomorrow", FALSE },
    { LDR_ACTION_LEADER, "", today + 12, LDR_ACTION_OPEN, "You · by 4 December", "Sanne · by 4 December", FALSE },
    { LDR_ACTION_LEADER, "", today + 60, LDR_ACTION_OPEN, "You · by 21 January 2027", "Sanne · by 21 January 2027",
      FALSE },
    { LDR_ACTION_LEADER, "", today - 1, LDR_ACTION_OPEN, "You · was due 21 November", "Sanne · was due 21 November",
      TRUE },
    { LDR_ACTION_LEADER, "", today - 1, LDR_ACTION_DONE, "You · done", "Sanne · done", FALSE },
    { LDR_ACTION_LEADER, "", today - 1, LDR_ACTION_DROPPED, "You · dropped", "Sanne · dropped", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrAction) action = ldr_action_new (NULL, "Call the carrier");
      g_autoptr (LdrActionRow) own = NULL;
      g_autoptr (LdrActionRow) other = NULL;

      ldr_action_set_owner (action, cases[i].owner, cases[i].name);
      action->due = cases[i].due;
      ldr_action_set_state (action, cases[i].state, today);
      own = ldr_action_row_describe (action, leader, today);
      other = ldr_action_row_describe (action, coach, today);
      g_assert_cmpstr (own->title, ==, "Call the carrier");
      g_assert_cmpstr (own->subtitle, ==, cases[i].to_leader);
      g_assert_cmpstr (other->subtitle, ==, cases[i].to_coach);
      g_assert_cmpint (own->overdue, ==, cases[i].overdue);
    }
}

static void
test_time (void)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 11, 22, 10, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);
  const gint64 begin = session->starts + 2 * MINUTE;
  g_autofree char *planned = ldr_session_describe_time (session, begin);
  g_autofree char *under_way = NULL, *paused = NULL, *held = NULL, *by_hand = NULL;

  g_assert_cmpstr (planned, ==, "60 minutes");
  ldr_session_open (session, begin);
  under_way = ldr_session_describe_time (session, begin + 23 * MINUTE + 59000);
  g_assert_cmpstr (under_way, ==, "23 of 60 minutes");
  ldr_session_pause (session, begin + 3 * MINUTE);
  paused = ldr_session_describe_time (session, begin + 23 * MINUTE);
  g_assert_cmpstr (paused, ==, "3 of 60 minutes");
  ldr_session_close (session, begin + 63 * MINUTE);
  held = ldr_session_describe_time (session, begin + 900 * MINUTE);
  g_assert_cmpstr (held, ==, "10:02–11:05");
  ldr_session_plan_again (session);
  ldr_session_close (session, begin);
  by_hand = ldr_session_describe_time (session, begin);
  g_assert_cmpstr (by_hand, ==, "60 minutes");
}

static void
test_suggestion (void)
{
  const gint64 now = moment_of (2026, 11, 22, 9, 17);
  const struct
  {
    gint64 latest;
    const char *expected;
  } cases[] = {
    { 0, "2026-11-30 10:00" },
    { moment_of (2026, 11, 19, 15, 30), "2026-12-03 15:30" },
    { moment_of (2026, 11, 26, 15, 30), "2026-12-10 15:30" },
    /* It keeps its hour across the change of the clock, and its day of the week over a year. */
    { moment_of (2026, 10, 22, 15, 30), "2026-11-26 15:30" },
    { moment_of (2025, 11, 21, 15, 30), "2026-11-27 15:30" },
    { moment_of (2026, 11, 8, 9, 0), "2026-11-29 09:00" },
    { moment_of (2026, 11, 8, 9, 30), "2026-11-22 09:30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) start = ldr_session_suggest_start (cases[i].latest, now);
      g_autofree char *text = g_date_time_format (start, "%F %H:%M");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* The first one is suggested for a week from now, but not for a weekend. */
static void
test_first_suggestion (void)
{
  static const struct
  {
    int today;
    const char *expected;
  } cases[] = {
    { 20, "2026-11-27 10:00" }, { 21, "2026-11-30 10:00" }, { 22, "2026-11-30 10:00" },
    { 23, "2026-11-30 10:00" }, { 24, "2026-12-01 10:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) today = g_date_time_new_local (2026, 11, cases[i].today, 15, 0, 0);
      g_autoptr (GDateTime) start = ldr_session_suggest_start (0, ldr_moment_from_date_time (today));
      g_autofree char *text = g_date_time_format (start, "%F %H:%M");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* A goal of times a week stands where its week stands, not where its last day does. */
static void
test_course (void)
{
  const int today = ldr_day_today ();
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrMeasure) weekly = ldr_measure_new (LDR_MEASURE_WEEKLY, 1, "", NAN, 2);
  const struct
  {
    const LdrMeasure *measure;
    const char *without;
    const char *with;
  } cases[] = {
    { scale, "No check-in yet · target 8", "Last 1 · target 8" },
    { weekly, "0 of 2 this week", "1 of 2 this week" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA);
      g_autoptr (GPtrArray) check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
      LdrGoalCourse course = { goal, check_ins, 0 };
      g_autofree char *without = NULL, *with = NULL;

      ldr_goal_set_measure (goal, cases[i].measure);
      without = ldr_course_describe (&course);
      g_assert_cmpstr (without, ==, cases[i].without);
      g_ptr_array_add (check_ins, ldr_check_in_new (goal, today, 1));
      with = ldr_course_describe (&course);
      g_assert_cmpstr (with, ==, cases[i].with);
    }
}

static void
test_words (void)
{
  g_autoptr (LdrJournalInfo) leader = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autoptr (LdrJournalInfo) coach = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  g_autofree char *both = ldr_sessions_describe_waiting (1, 2);
  g_autofree char *none = ldr_sessions_describe_waiting (0, 0);

  g_assert_cmpstr (both, ==, "1 open action · 2 entries to discuss");
  g_assert_null (none);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_autofree char *own = ldr_session_part_describe ((LdrSessionPart) i, leader);
      g_autofree char *about = ldr_session_part_describe ((LdrSessionPart) i, coach);

      g_assert_null (strstr (own, "Sanne"));
      if (i == LDR_SESSION_PART_FREE)
        g_assert_cmpstr (own, ==, about);
      else
        g_assert_nonnull (strstr (about, "Sanne"));
    }
}

static void
test_evaluation (void)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 11, 22, 10, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);
  LdrEvaluation evaluation = session->evaluations[LDR_ROLE_COACH];
  g_autofree char *before = ldr_evaluation_describe (session, LDR_ROLE_COACH);
  g_autofree char *noted = NULL, *said = NULL, *other = NULL;

  g_assert_cmpstr (before, ==, "Not said yet");
  evaluation.note = (char *) "Calm";
  ldr_session_set_evaluation (session, LDR_ROLE_COACH, &evaluation);
  noted = ldr_evaluation_describe (session, LDR_ROLE_COACH);
  g_assert_cmpstr (noted, ==, "With a note");
  evaluation.contact = 0;
  evaluation.overall = 10;
  ldr_session_set_evaluation (session, LDR_ROLE_COACH, &evaluation);
  said = ldr_evaluation_describe (session, LDR_ROLE_COACH);
  g_assert_cmpstr (said, ==, "Contact 0 · Overall 10");
  other = ldr_evaluation_describe (session, LDR_ROLE_LEADER);
  g_assert_cmpstr (other, ==, "Not said yet");
}

/* --- What leaves the journal -----------------------------------------------------------------------------------------
 */

static void
test_copy (void)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 11, 22, 10, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);
  g_autofree char *without = NULL, *with = NULL;

  ldr_session_set_note (session, LDR_SESSION_PART_GOAL, "An hour a week.");
  ldr_session_set_private_notes (session, "Looks tired.");
  ldr_session_add_point (session, NULL, "The schedule", FALSE);
  without = ldr_session_to_file_text (session, FALSE);
  with = ldr_session_to_file_text (session, TRUE);
  g_assert_nonnull (strstr (without, "## Goal\n\nAn hour a week."));
  g_assert_nonnull (strstr (without, "- The schedule"));
  g_assert_null (strstr (without, "tired"));
  g_assert_null (strstr (without, "Private"));
  g_assert_nonnull (strstr (with, "## Private notes\n\nLooks tired."));
}

static LdrSessionNews *
make_news (LdrSession *session, guint n_actions)
{
  LdrSessionNews *news = g_atomic_rc_box_new0 (LdrSessionNews);

  news->info = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  news->today = ldr_day_today ();
  news->session = ldr_session_ref (session);
  news->preparation = g_atomic_rc_box_new0 (LdrPreparation);
  news->preparation->session = ldr_session_copy_without_private_notes (session);
  news->preparation->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_action_unref);
  for (guint i = 0; i < n_actions; i++)
    g_ptr_array_add (news->preparation->actions, ldr_action_new (NULL, "Call the carrier about the lost parcels"));
  news->preparation->to_discuss = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_summary_unref);
  news->preparation->noticed.pitfalls[LDR_STYLE_NINJA] = 3;
  news->preparation->noticed.n_energy = 4;
  news->preparation->noticed.energy = 3.25;
  news->goals = g_ptr_array_new ();
  news->actions = g_ptr_array_new ();
  return news;
}

static double
draw (LdrAgendaSheet *sheet, double height, double *scale)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  double used;

  used = ldr_agenda_sheet_draw (sheet, cr, context, 500, height, scale);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return used;
}

/* One page, whatever is on it; nothing that was written in the session, and nothing private. */
static void
test_sheet (void)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2031, 11, 20, 10, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);
  g_autoptr (LdrSessionNews) news = NULL;
  g_autoptr (LdrAgendaSheet) sheet = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  double scale = 0;

  ldr_session_set_location (session, "Room 3");
  ldr_session_set_note (session, LDR_SESSION_PART_FREE, "A note");
  ldr_session_set_private_notes (session, "Looks tired.");
  for (int i = 0; i < 40; i++)
    ldr_session_add_point (session, NULL,
                           "A point of the agenda that is long enough for two rows on the paper, or so "
                           "one would think, and perhaps even three",
                           FALSE);
  news = make_news (session, 40);
  sheet = ldr_agenda_sheet_describe (session, news);
  g_assert_cmpstr (sheet->title, ==, "Session with Sanne, Thursday 20 November 2031, 10:00");
  g_assert_cmpstr (sheet->facts, ==, "60 minutes · Room 3");
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const LdrAgendaSection *section = g_ptr_array_index (sheet->sections, i);

      g_string_append_printf (all, "# %s\n", section->heading);
      for (guint j = 0; j < section->lines->len; j++)
        g_string_append_printf (all, "%s\n", (char *) g_ptr_array_index (section->lines, j));
    }
  g_assert_nonnull (strstr (all->str, "# Agenda\n"));
  g_assert_nonnull (strstr (all->str, "Call the carrier about the lost parcels (Sanne)\n"));
  g_assert_nonnull (strstr (all->str, "and 28 more\n"));
  g_assert_nonnull (strstr (all->str, "noticed in 3 entries"));
  g_assert_nonnull (strstr (all->str, "3.3 of 5 on average, in 4 entries"));
  g_assert_null (strstr (all->str, "# Goals"));
  g_assert_null (strstr (all->str, "note"));
  g_assert_null (strstr (all->str, "tired"));
  g_assert_cmpfloat (draw (sheet, 2000, &scale), <, 2000);
  g_assert_cmpfloat_with_epsilon (scale, 1, 1e-9);
  g_assert_cmpfloat (draw (sheet, 700, &scale), <=, 700);
  g_assert_cmpfloat (scale, <, 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sessions/when", test_when);
  g_test_add_func ("/sessions/row", test_row);
  g_test_add_func ("/sessions/arrange", test_arrange);
  g_test_add_func ("/sessions/actions", test_actions);
  g_test_add_func ("/sessions/time", test_time);
  g_test_add_func ("/sessions/suggestion", test_suggestion);
  g_test_add_func ("/sessions/first-suggestion", test_first_suggestion);
  g_test_add_func ("/sessions/course", test_course);
  g_test_add_func ("/sessions/words", test_words);
  g_test_add_func ("/sessions/evaluation", test_evaluation);
  g_test_add_func ("/sessions/copy", test_copy);
  g_test_add_func ("/sessions/sheet", test_sheet);
  return g_test_run ();
}
