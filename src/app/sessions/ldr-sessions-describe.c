/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-describe.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/goals/ldr-check-in-describe.h"
#include "app/styles/ldr-styles-describe.h"
#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"
#include "report/progress/ldr-progress-words.h"
#include "store/ldr-store-error.h"

#define SECOND ((gint64) 1000)
#define MINUTE (60 * SECOND)

/* It is time to hold a session from so long before its start (milliseconds). */
#define HOLD_BEFORE (30 * MINUTE)

/* --- When and what ---------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_describe_when:
 * @starts: when a session starts, as a moment
 * @now: this moment
 *
 * Returns: (transfer full): its day and time where the reader is, such as "Tomorrow, 10:00"
 */
char *
ldr_session_describe_when (gint64 starts, gint64 now)
{
  g_autoptr (GDateTime) start = ldr_moment_to_local (starts);
  g_autoptr (GDateTime) here = ldr_moment_to_local (now);
  int days = ldr_day_from_date_time (start) - ldr_day_from_date_time (here);

  if (days == 0)
    /* Translators: a time today, as g_date_time_format() writes it */
    return g_date_time_format (start, _ ("Today, %H:%M"));
  if (days == 1)
    /* Translators: a time tomorrow, as g_date_time_format() writes it */
    return g_date_time_format (start, _ ("Tomorrow, %H:%M"));
  if (g_date_time_get_year (start) == g_date_time_get_year (here))
    /* Translators: a time in this year, as g_date_time_format() writes it */
    return g_date_time_format (start, C_ ("session", "%A %-e %B, %H:%M"));
  /* Translators: a time in another year, as g_date_time_format() writes it */
  return g_date_time_format (start, C_ ("session", "%A %-e %B %Y, %H:%M"));
}

/* Days of the week begin with a small letter in many languages, titles do not. */
static char *
make_title (char *text)
{
  g_autofree char *words = text;
  g_autofree char *first = g_utf8_substring (words, 0, words[0] != '\0' ? 1 : 0);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, words + strlen (first), NULL);
}

/**
 * ldr_session_describe_start:
 * @starts: when a session starts, as a moment
 * @now: this moment
 *
 * Returns: (transfer full): its day and time as a title, see ldr_session_describe_when()
 */
char *
ldr_session_describe_start (gint64 starts, gint64 now)
{
  return make_title (ldr_session_describe_when (starts, now));
}

/**
 * ldr_session_describe_title:
 * @session: a session
 *
 * Returns: (transfer full): when it is, such as "Thursday 26 November, 10:00"
 */
char *
ldr_session_describe_title (const LdrSession *session)
{
  return ldr_session_describe_start (session->starts, ldr_moment_now ());
}

/**
 * ldr_session_describe_short_title:
 * @session: a session
 *
 * Returns: (transfer full): when it is, where there is little room, such as "Thu 26 Nov, 10:00"
 */
char *
ldr_session_describe_short_title (const LdrSession *session)
{
  g_autoptr (GDateTime) start = ldr_moment_to_local (session->starts);
  int days = session->day - ldr_day_today ();

  if (days == 0 || days == 1)
    return ldr_session_describe_title (session);
  /* Translators: the time of a session where there is little room, as g_date_time_format() writes it */
  return make_title (g_date_time_format (start, C_ ("short session", "%a %-e %b, %H:%M")));
}

/**
 * ldr_session_describe_date:
 * @session: a session
 *
 * Returns: (transfer full): when it is, in words that are right on any day, for paper
 */
char *
ldr_session_describe_date (const LdrSession *session)
{
  g_autoptr (GDateTime) start = ldr_moment_to_local (session->starts);

  return g_date_time_format (start, C_ ("session", "%A %-e %B %Y, %H:%M"));
}

static char *
describe_minutes (int minutes)
{
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

/**
 * ldr_session_describe_facts:
 * @session: a session
 *
 * Returns: (transfer full): how long it is planned to take and where, such as "60 minutes · Room 3"
 */
char *
ldr_session_describe_facts (const LdrSession *session)
{
  g_autofree char *minutes = describe_minutes (session->minutes);

  if (session->state == LDR_SESSION_CANCELLED)
    return g_strdup (C_ ("session", "Cancelled"));
  return session->location[0] == '\0' ? g_steal_pointer (&minutes)
                                      : g_strdup_printf ("%s · %s", minutes, session->location);
}

/**
 * ldr_session_describe_time:
 * @session: a session
 * @now: this moment
 *
 * Returns: (transfer full): how long it takes, as its clock says it
 */
char *
ldr_session_describe_time (const LdrSession *session, gint64 now)
{
  int elapsed = (int) (ldr_session_get_elapsed (session, now) / MINUTE);
  g_autoptr (GDateTime) opened = NULL;
  g_autoptr (GDateTime) closed = NULL;
  g_autofree char *from = NULL, *until = NULL;

  if (session->opened == 0)
    return describe_minutes (session->minutes);
  if (ldr_session_is_under_way (session))
    /* Translators: a clock: how long a session has been under way, and how long it is planned to take */
    return g_strdup_printf (ngettext ("%d of %d minute", "%d of %d minutes", (gulong) session->minutes), elapsed,
                            session->minutes);
  if (session->closed == 0)
    return g_strdup ("");
  opened = ldr_moment_to_local (session->opened);
  closed = ldr_moment_to_local (session->closed);
  from = g_date_time_format (opened, "%H:%M");
  until = g_date_time_format (closed, "%H:%M");
  /* Translators: when a session began and ended, such as "10:02–11:05" */
  return g_strdup_printf (_ ("%s–%s"), from, until);
}

/**
 * ldr_session_describe_problem:
 * @error: (nullable): why a session could not be saved
 *
 * Returns: (transfer none) (nullable): what is to be said of a session rather than of any text, %NULL if nothing
 */
const char *
ldr_session_describe_problem (const GError *error)
{
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT))
    return _ ("Not saved: this session was changed from elsewhere meanwhile. Your text is still here. Choose which one "
              "to keep.");
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
    return _ ("Not saved: this session was deleted from elsewhere. Your text is still here. Save a copy elsewhere.");
  return NULL;
}

static void
add_part (GString *string, char *part)
{
  if (string->len > 0 && part != NULL && part[0] != '\0')
    g_string_append (string, " · ");
  g_string_append (string, part != NULL ? part : "");
  g_free (part);
}

static gboolean
is_under_way (const LdrSessionSummary *summary)
{
  return summary->state == LDR_SESSION_PLANNED && summary->opened != 0 && summary->closed == 0;
}

static gint64
get_ends (const LdrSessionSummary *summary)
{
  return summary->starts + summary->minutes * MINUTE;
}

static void
describe_planned (const LdrSessionSummary *summary, const LdrSessionRow *row, GString *subtitle)
{
  if (is_under_way (summary))
    add_part (subtitle, g_strdup (_ ("Under way")));
  if (row->asks)
    add_part (subtitle, g_strdup (_ ("Did it take place?")));
  add_part (subtitle, describe_minutes (summary->minutes));
  add_part (subtitle, g_strdup (summary->location));
  if (summary->n_points > 0)
    add_part (subtitle,
              g_strdup_printf (ngettext ("%d point", "%d points", (gulong) summary->n_points), summary->n_points));
}

static void
describe_held (const LdrSessionSummary *summary, GString *subtitle)
{
  int minutes = (int) (MAX (summary->closed - summary->opened - summary->rested * SECOND, 0) / MINUTE);

  if (summary->opened != 0 && summary->closed != 0)
    add_part (subtitle, describe_minutes (minutes));
  if (summary->n_actions > 0)
    add_part (subtitle,
              g_strdup_printf (ngettext ("%d action", "%d actions", (gulong) summary->n_actions), summary->n_actions));
  if (summary->n_actions_open > 0)
    add_part (subtitle, g_strdup_printf (ngettext ("%d open", "%d open", (gulong) summary->n_actions_open),
                                         summary->n_actions_open));
  if (summary->n_actions == 0)
    add_part (subtitle, g_strdup (summary->has_notes ? _ ("With notes") : _ ("No notes")));
}

/**
 * ldr_session_row_describe:
 * @summary: a session
 * @now: this moment
 *
 * Returns: (transfer full): its row
 */
LdrSessionRow *
ldr_session_row_describe (const LdrSessionSummary *summary, gint64 now)
{
  LdrSessionRow *self = g_new0 (LdrSessionRow, 1);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  self->title = ldr_session_describe_start (summary->starts, now);
  self->asks = summary->state == LDR_SESSION_PLANNED && summary->opened == 0 && get_ends (summary) < now;
  self->can_hold = summary->state == LDR_SESSION_PLANNED
                   && (is_under_way (summary) || self->asks || summary->starts - HOLD_BEFORE <= now);
  switch (summary->state)
    {
    case LDR_SESSION_PLANNED:
      describe_planned (summary, self, subtitle);
      break;
    case LDR_SESSION_HELD:
      describe_held (summary, subtitle);
      break;
    case LDR_SESSION_CANCELLED:
      add_part (subtitle, g_strdup (C_ ("session", "Cancelled")));
      break;
    }
  self->subtitle = g_string_free_and_steal (g_steal_pointer (&subtitle));
  return self;
}

void
ldr_session_row_free (LdrSessionRow *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

/* --- The list --------------------------------------------------------------------------------------------------------
 */

static void
group_free (gpointer data)
{
  LdrSessionGroup *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->sessions);
  g_free (self);
}

static LdrSessionGroup *
ensure_group (GPtrArray *groups, const char *title)
{
  LdrSessionGroup *last = groups->len > 0 ? g_ptr_array_index (groups, groups->len - 1) : NULL;

  if (last != NULL && g_str_equal (last->title, title))
    return last;
  last = g_new0 (LdrSessionGroup, 1);
  last->title = g_strdup (title);
  last->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_summary_unref);
  g_ptr_array_add (groups, last);
  return last;
}

static void
add_to_group (GPtrArray *groups, const char *title, LdrSessionSummary *summary)
{
  g_ptr_array_add (ensure_group (groups, title)->sessions, ldr_session_summary_ref (summary));
}

/* The one that is under way, else the first that is not over. */
static LdrSessionSummary *
find_next (GPtrArray *planned, gint64 now)
{
  for (guint i = 0; i < planned->len; i++)
    if (is_under_way (g_ptr_array_index (planned, i)))
      return g_ptr_array_index (planned, i);
  for (guint i = 0; i < planned->len; i++)
    if (get_ends (g_ptr_array_index (planned, i)) >= now)
      return g_ptr_array_index (planned, i);
  return NULL;
}

static void
add_past (LdrSessionArrangement *self, GPtrArray *sessions, LdrSessionState state)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      LdrSessionSummary *summary = g_ptr_array_index (sessions, i);
      g_autofree char *year = NULL, *title = NULL;

      if (summary->state != state)
        continue;
      year = ldr_day_format (summary->day, "%Y");
      /* Translators: a heading above the sessions of one year; %s is the year */
      title = state == LDR_SESSION_HELD ? g_strdup_printf (_ ("Held in %s"), year)
                                        : g_strdup (C_ ("session", "Cancelled"));
      add_to_group (self->past, title, summary);
    }
}

/**
 * ldr_sessions_arrange:
 * @sessions: (element-type LdrSessionSummary): sessions outside the trash, the latest first
 * @now: this moment
 *
 * Returns: (transfer full): the order in which they are shown
 */
LdrSessionArrangement *
ldr_sessions_arrange (GPtrArray *sessions, gint64 now)
{
  LdrSessionArrangement *self = g_new0 (LdrSessionArrangement, 1);

  self->planned = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_summary_unref);
  self->past = g_ptr_array_new_with_free_func (group_free);
  for (guint i = sessions->len; i > 0; i--)
    {
      LdrSessionSummary *summary = g_ptr_array_index (sessions, i - 1);

      if (summary->state == LDR_SESSION_PLANNED)
        g_ptr_array_add (self->planned, ldr_session_summary_ref (summary));
    }
  self->next = find_next (self->planned, now);
  if (self->next != NULL)
    {
      ldr_session_summary_ref (self->next);
      g_ptr_array_remove (self->planned, self->next);
    }
  add_past (self, sessions, LDR_SESSION_HELD);
  add_past (self, sessions, LDR_SESSION_CANCELLED);
  return self;
}

void
ldr_session_arrangement_free (LdrSessionArrangement *self)
{
  g_clear_pointer (&self->next, ldr_session_summary_unref);
  g_ptr_array_unref (self->planned);
  g_ptr_array_unref (self->past);
  g_free (self);
}

/**
 * ldr_sessions_describe_empty:
 * @info: whose journal it is
 *
 * Returns: (transfer full): what the place is for, for a journal without sessions
 */
char *
ldr_sessions_describe_empty (const LdrJournalInfo *info)
{
  const char *leader = ldr_leader_for (info);

  if (leader == NULL)
    return g_strdup (_ ("Here you prepare the conversations with your coach, keep notes of them and see what you "
                        "agreed. It begins with a date."));
  /* Translators: %s is a leader's name */
  return g_strdup_printf (_ ("Here you prepare your conversations with %s, keep notes of them and see what you agreed. "
                             "It begins with a date."),
                          leader);
}

/**
 * ldr_sessions_describe_waiting:
 * @n_actions: how many actions are open
 * @n_to_discuss: how many entries are to be discussed
 *
 * Returns: (transfer full) (nullable): what waits for the next session, %NULL if nothing does
 */
char *
ldr_sessions_describe_waiting (int n_actions, int n_to_discuss)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (n_actions > 0)
    add_part (string, g_strdup_printf (ngettext ("%d open action", "%d open actions", (gulong) n_actions), n_actions));
  if (n_to_discuss > 0)
    add_part (string, g_strdup_printf (ngettext ("%d entry to discuss", "%d entries to discuss", (gulong) n_to_discuss),
                                       n_to_discuss));
  return string->len > 0 ? g_string_free_and_steal (g_steal_pointer (&string)) : NULL;
}

/* --- Actions ---------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_action_describe_owner:
 * @owner: who does it
 * @name: who that is, for somebody else
 * @info: whose journal it is
 *
 * Returns: (transfer full): their name, or "You" for the one who reads
 */
char *
ldr_action_describe_owner (LdrActionOwner owner, const char *name, const LdrJournalInfo *info)
{
  switch (owner)
    {
    case LDR_ACTION_LEADER:
      return g_strdup (info->role == LDR_ROLE_LEADER ? C_ ("owner of an action", "You") : info->leader);
    case LDR_ACTION_COACH:
      return g_strdup (info->role == LDR_ROLE_COACH ? C_ ("owner of an action", "You")
                                                    : C_ ("owner of an action", "Your coach"));
    case LDR_ACTION_OTHER:
      break;
    }
  return g_strdup (name[0] != '\0' ? name : C_ ("owner of an action", "Somebody else"));
}

/**
 * ldr_action_describe_due:
 * @due: the day before whose end it is to be done, or 0
 * @today: today's civil date
 *
 * Returns: (transfer full): until when, "" for 0
 */
char *
ldr_action_describe_due (int due, int today)
{
  g_autofree char *day = NULL;

  if (due == 0)
    return g_strdup ("");
  if (due == today)
    return g_strdup (_ ("by today"));
  if (due == today + 1)
    return g_strdup (_ ("by tomorrow"));
  day = ldr_progress_words_day (due, today);
  /* Translators: the last day of an action, such as "by 4 December" or, when it is over, "was due 4 December" */
  return g_strdup_printf (due < today ? _ ("was due %s") : _ ("by %s"), day);
}

/**
 * ldr_action_row_describe:
 * @action: what was agreed
 * @info: whose journal it is
 * @today: today's civil date
 *
 * Returns: (transfer full): its row
 */
LdrActionRow *
ldr_action_row_describe (const LdrAction *action, const LdrJournalInfo *info, int today)
{
  LdrActionRow *self = g_new0 (LdrActionRow, 1);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  self->title = g_strdup (action->text);
  add_part (subtitle, ldr_action_describe_owner (action->owner, action->owner_name, info));
  switch (action->state)
    {
    case LDR_ACTION_OPEN:
      add_part (subtitle, ldr_action_describe_due (action->due, today));
      break;
    case LDR_ACTION_DONE:
      add_part (subtitle, g_strdup (C_ ("state of an action", "done")));
      break;
    case LDR_ACTION_DROPPED:
      add_part (subtitle, g_strdup (C_ ("state of an action", "dropped")));
      break;
    }
  self->subtitle = g_string_free_and_steal (g_steal_pointer (&subtitle));
  self->overdue = ldr_action_is_overdue (action, today);
  /* Translators: what a box beside an action does; %s is the action */
  self->tick = g_strdup_printf (_ ("Done: %s"), action->text);
  return self;
}

void
ldr_action_row_free (LdrActionRow *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->tick);
  g_free (self);
}

/* --- Preparing -------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_course_describe:
 * @course: a goal with its last check-ins
 *
 * Returns: (transfer full): where it stands and where it is to come, such as "Last 6 · target 8" or "1 of 2 this week"
 */
char *
ldr_course_describe (const LdrGoalCourse *course)
{
  const LdrCheckIn *last = ldr_goal_course_get_last (course, FALSE);
  const LdrMeasure *measure = ldr_goal_get_measure (course->goal);
  g_autofree char *target = ldr_measure_format_value (measure, measure->target);
  g_autofree char *value = NULL;
  char *week = ldr_check_in_describe_week (course->goal, course->check_ins, ldr_day_today (), ldr_day_today ());

  if (week != NULL)
    return week;
  if (last == NULL)
    /* Translators: of a goal; %s is the value that it is to come to */
    return g_strdup_printf (_ ("No check-in yet · target %s"), target);
  value = ldr_measure_format_value (measure, last->value);
  /* Translators: of a goal; the first %s is the value of the last check-in, the second the one it is to come to */
  return g_strdup_printf (_ ("Last %s · target %s"), value, target);
}

/**
 * ldr_session_describe_noticed:
 * @preparation: what leader and coach look at before a session
 *
 * Returns: (transfer full): how much was written in which time
 */
char *
ldr_session_describe_noticed (const LdrPreparation *preparation)
{
  int n = preparation->noticed.n_entries;
  g_autofree char *day = NULL;

  if (preparation->previous == NULL)
    return g_strdup_printf (ngettext ("%d entry since the beginning", "%d entries since the beginning", (gulong) n), n);
  day = ldr_day_format (preparation->previous->day, C_ ("day of this year", "%-e %B"));
  /* Translators: %s is the day of the session before */
  return g_strdup_printf (
      ngettext ("%d entry since the last session, %s", "%d entries since the last session, %s", (gulong) n), n, day);
}

/**
 * ldr_session_describe_pitfall:
 * @noticed: what was noticed
 * @pitfall: a pitfall
 *
 * Returns: (transfer full) (nullable): in how many entries it was noticed, %NULL for none
 */
char *
ldr_session_describe_pitfall (const LdrNoticed *noticed, LdrStyle pitfall)
{
  int n = noticed->pitfalls[pitfall];

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("noticed in %d entry", "noticed in %d entries", (gulong) n), n);
}

/**
 * ldr_session_describe_energy:
 * @noticed: what was noticed
 *
 * Returns: (transfer full) (nullable): how much energy there was, %NULL if no entry says so
 */
char *
ldr_session_describe_energy (const LdrNoticed *noticed)
{
  g_autofree char *mean = NULL;

  if (noticed->n_energy == 0)
    return NULL;
  mean = ldr_measure_format_number (round (noticed->energy * 10) / 10);
  /* Translators: %s is a mean such as 3.4; %d is how many entries it was taken from */
  return g_strdup_printf (
      ngettext ("%s of 5, in %d entry", "%s of 5 on average, in %d entries", (gulong) noticed->n_energy), mean,
      noticed->n_energy);
}

/* --- Notes -----------------------------------------------------------------------------------------------------------
 */

static const char *
ask_leader (LdrSessionPart part)
{
  switch (part)
    {
    case LDR_SESSION_PART_FREE:
      return _ ("What is worth remembering?");
    case LDR_SESSION_PART_GOAL:
      return _ ("What do you want to walk out of this conversation with?");
    case LDR_SESSION_PART_REALITY:
      return _ ("How are things now, and what have you tried?");
    case LDR_SESSION_PART_OPTIONS:
      return _ ("What could you do? What else?");
    case LDR_SESSION_PART_WILL:
      return _ ("What will you do, when, and who may ask you about it?");
    }
  return "";
}

static char *
ask_about (LdrSessionPart part, const char *leader)
{
  switch (part)
    {
    case LDR_SESSION_PART_FREE:
      return g_strdup (ask_leader (part));
    case LDR_SESSION_PART_GOAL:
      /* Translators: %s is a leader's name, here and in the next three */
      return g_strdup_printf (_ ("What does %s want to walk out of this conversation with?"), leader);
    case LDR_SESSION_PART_REALITY:
      return g_strdup_printf (_ ("How are things now, and what has %s tried?"), leader);
    case LDR_SESSION_PART_OPTIONS:
      return g_strdup_printf (_ ("What could %s do? What else?"), leader);
    case LDR_SESSION_PART_WILL:
      return g_strdup_printf (_ ("What will %s do, when, and who may ask about it?"), leader);
    }
  return g_strdup ("");
}

/**
 * ldr_session_part_describe:
 * @part: a part of the notes
 * @info: whose journal it is
 *
 * Returns: (transfer full): the question that it answers
 */
char *
ldr_session_part_describe (LdrSessionPart part, const LdrJournalInfo *info)
{
  const char *leader = ldr_leader_for (info);

  return leader == NULL ? g_strdup (ask_leader (part)) : ask_about (part, leader);
}
