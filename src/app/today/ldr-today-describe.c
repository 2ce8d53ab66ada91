/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-describe.h"

#include <glib/gi18n.h>
#include "app/sessions/ldr-sessions-describe.h"
#include "content/ldr-prompt-reason.h"
#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"
#include "report/progress/ldr-progress-words.h"

/* A journal is new for so long (milliseconds); first steps that were left until then are no longer brought up. */
#define NEW_FOR ((gint64) 60 * 24 * 60 * 60 * 1000)

/* For so many days a goal says that it is back from its rest. */
#define BACK_FOR 7

static const struct
{
  const char *id;
  const char *name;
} topics[] = {
  { "customer-sets-course", N_ ("The customer sets the course") }, { "talent-nurtured", N_ ("Talent that grows") },
  { "less-structure", N_ ("Fewer rules, faster response") },       { "be-the-icon", N_ ("Be the example") },
  { "easy-and-possible", N_ ("Make it easy and possible") },       { "customer-minute", N_ ("The customer minute") },
};

/**
 * ldr_day_describe_long:
 * @day: a civil date
 *
 * Returns: (transfer full): the date as the page's subtitle, such as "Saturday 21 November"
 */
char *
ldr_day_describe_long (int day)
{
  /* Translators: today's date, as g_date_time_format() writes it */
  return ldr_day_format (day, _ ("%A %-e %B"));
}

/**
 * ldr_day_describe_near:
 * @day: a civil date
 * @today: today's
 *
 * Names a day as one does who lives close to it.
 *
 * Returns: (transfer full): "Today", "Yesterday", a day of the past week, or a date
 */
char *
ldr_day_describe_near (int day, int today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  if (day < today && day > today - 7)
    return ldr_day_format (day, "%A");
  return ldr_progress_words_day (day, today);
}

/* --- The question ----------------------------------------------------------------------------------------------------
 */

static char *
describe_topic (const LdrPrompt *prompt)
{
  if (prompt->wording.own)
    return g_strdup (_ ("A question of your own"));
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (topics[i].id, prompt->topic) == 0)
      return g_strdup (_ (topics[i].name));
  return NULL;
}

/* A draft of this question alone, not of a path on which it stands too. */
static LdrReflection *
find_draft (GPtrArray *drafts, const char *prompt)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      LdrReflection *draft = g_ptr_array_index (drafts, i);

      if (draft->steps->len == 1 && g_str_equal (ldr_reflection_get_step (draft, 0)->prompt, prompt))
        return draft;
    }
  return NULL;
}

/**
 * ldr_question_describe:
 * @question: the question of the day
 * @drafts: (element-type LdrReflection): reflections that are being written
 * @info: whose journal it is
 *
 * Computes what the card with the question shows.
 *
 * Returns: (transfer full): the description
 */
LdrQuestionDescription *
ldr_question_describe (const LdrDayQuestion *question, GPtrArray *drafts, const LdrJournalInfo *info)
{
  LdrQuestionDescription *self = g_new0 (LdrQuestionDescription, 1);
  const LdrPrompt *prompt = question->prompt;
  LdrReflection *draft = find_draft (drafts, prompt->facts.id);
  int minutes = prompt->facts.minutes;

  self->question = ldr_wording_get (&prompt->wording, info->role, info->leader);
  self->side = prompt->facts.side;
  self->style = prompt->facts.style;
  if (self->side == LDR_PROMPT_SIDE_NONE)
    self->topic = describe_topic (prompt);
  self->minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
  self->reason = ldr_prompt_reason_describe (question->reason, prompt->facts.style, info);
  if (draft != NULL)
    {
      self->state = LDR_QUESTION_STATE_BEGUN;
      self->draft = ldr_reflection_ref (draft);
    }
  else if (question->answered != 0)
    {
      self->state = LDR_QUESTION_STATE_ANSWERED;
      self->done = _ ("You took a moment for this one. It may rest now.");
      self->entry = g_strdup (question->entry);
    }
  return self;
}

/**
 * ldr_question_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_question_description_free (LdrQuestionDescription *self)
{
  g_free (self->question);
  g_free (self->topic);
  g_free (self->minutes);
  g_free (self->reason);
  g_free (self->entry);
  g_clear_pointer (&self->draft, ldr_reflection_unref);
  g_free (self);
}

/* --- Rows ------------------------------------------------------------------------------------------------------------
 */

static LdrTodayRow *
row_new (const char *title, char *subtitle)
{
  LdrTodayRow *self = g_new0 (LdrTodayRow, 1);

  self->title = g_strdup (title);
  self->subtitle = subtitle;
  return self;
}

/**
 * ldr_draft_describe:
 * @draft: a reflection that is being written
 * @today: today's civil date
 *
 * Computes its row: the path or the question, and how far it is.
 *
 * Returns: (transfer full): the row
 */
LdrTodayRow *
ldr_draft_describe (const LdrReflection *draft, int today)
{
  g_autofree char *day = ldr_day_describe_near (ldr_day_from_moment (draft->changed), today);
  guint n_answers = ldr_reflection_count_answers (draft);

  if (draft->steps->len == 1)
    return row_new (ldr_reflection_get_step (draft, 0)->question, g_steal_pointer (&day));
  return row_new (
      draft->title[0] != '\0' ? draft->title : _ ("Reflection"),
      /* Translators: how far a reflection is, then when it was last worked on: “2 of 6 answered · Yesterday” */
      g_strdup_printf (_ ("%u of %u answered · %s"), n_answers, draft->steps->len, day));
}

/**
 * ldr_recent_describe:
 * @summary: an entry's summary
 * @today: today's civil date
 *
 * Computes the row of an entry: its title, the day and how it begins.
 *
 * Returns: (transfer full): the row
 */
LdrTodayRow *
ldr_recent_describe (const LdrSummary *summary, int today)
{
  gboolean untitled = summary->title == NULL || summary->title[0] == '\0';
  g_autofree char *day = ldr_day_describe_near (summary->day, today);

  return row_new (untitled ? _ ("Untitled") : summary->title, summary->excerpt == NULL || summary->excerpt[0] == '\0'
                                                                  ? g_steal_pointer (&day)
                                                                  : g_strdup_printf ("%s · %s", day, summary->excerpt));
}

/**
 * ldr_path_describe:
 * @path: a path
 *
 * Computes the row of a path: its title, how many questions it has and how long they take.
 *
 * Returns: (transfer full): the row
 */
LdrTodayRow *
ldr_path_describe (const LdrPath *path)
{
  guint n = path->steps->len;
  int minutes = ldr_path_get_minutes (path);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  g_autofree char *time = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);

  return row_new (ldr_path_get_title (path), g_strdup_printf ("%s · %s", questions, time));
}

/**
 * ldr_goal_get_question:
 * @goal: a goal
 * @today: today's civil date
 *
 * A goal that came back from its rest says so for some days; who lets that pass has taken it up.
 *
 * Returns: what it asks
 */
LdrGoalQuestion
ldr_goal_get_question (const LdrGoal *goal, int today)
{
  if (ldr_goal_asks_verdict (goal, today))
    return LDR_GOAL_QUESTION_VERDICT;
  if (goal->state == LDR_GOAL_PAUSED && ldr_goal_get_state (goal, today) == LDR_GOAL_ACTIVE
      && today < goal->returns + BACK_FOR)
    return LDR_GOAL_QUESTION_RETURN;
  return LDR_GOAL_QUESTION_NONE;
}

/**
 * ldr_goal_question_describe:
 * @goal: a goal
 * @today: today's civil date
 *
 * Computes the row of a goal that asks something.
 *
 * Returns: (transfer full) (nullable): the row, or %NULL if it asks nothing
 */
LdrTodayRow *
ldr_goal_question_describe (const LdrGoal *goal, int today)
{
  switch (ldr_goal_get_question (goal, today))
    {
    case LDR_GOAL_QUESTION_RETURN:
      return row_new (ldr_goal_get_statement (goal), g_strdup (_ ("Its rest is over. Is this the time to go on?")));
    case LDR_GOAL_QUESTION_VERDICT:
      return row_new (ldr_goal_get_statement (goal),
                      g_strdup (_ ("The experiment has run its time: keep it, change it or drop it?")));
    case LDR_GOAL_QUESTION_NONE:
      break;
    }
  return NULL;
}

/**
 * ldr_today_row_free:
 * @self: (transfer full): a row
 *
 * Frees it.
 */
void
ldr_today_row_free (LdrTodayRow *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

/* --- The next session ------------------------------------------------------------------------------------------------
 */

/**
 * ldr_today_find_session:
 * @sessions: (element-type LdrSessionSummary): those that are planned, the earliest first
 * @now: this moment
 *
 * Returns: (transfer none) (nullable): the one that is under way, else the first that is not over
 */
const LdrSessionSummary *
ldr_today_find_session (GPtrArray *sessions, gint64 now)
{
  const LdrSessionSummary *next = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const LdrSessionSummary *session = g_ptr_array_index (sessions, i);

      if (session->opened != 0 && session->closed == 0)
        return session;
      if (next == NULL && session->starts + (gint64) session->minutes * 60 * 1000 > now)
        next = session;
    }
  return next;
}

/**
 * ldr_today_session_describe:
 * @session: a planned session
 * @n_to_discuss: how many entries are to be discussed
 * @now: this moment
 *
 * Returns: (transfer full): what is shown of it
 */
LdrTodaySessionDescription *
ldr_today_session_describe (const LdrSessionSummary *session, int n_to_discuss, gint64 now)
{
  LdrTodaySessionDescription *self = g_new0 (LdrTodaySessionDescription, 1);
  g_autoptr (LdrSessionRow) row = ldr_session_row_describe (session, now);
  g_autofree char *waiting = ldr_sessions_describe_waiting (0, n_to_discuss);

  self->title = g_strdup (row->title);
  self->subtitle = waiting == NULL ? g_strdup (row->subtitle) : g_strdup_printf ("%s · %s", row->subtitle, waiting);
  self->step = row->can_hold ? C_ ("session", "_Hold") : C_ ("session", "_Prepare");
  self->step_name
      = g_strdup_printf (row->can_hold ? _ ("Hold the session of %s") : _ ("Prepare the session of %s"), row->title);
  return self;
}

/**
 * ldr_today_session_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_today_session_description_free (LdrTodaySessionDescription *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->step_name);
  g_free (self);
}

/* --- What is offered -------------------------------------------------------------------------------------------------
 */

/**
 * ldr_first_steps:
 * @done: the first steps that were taken
 * @created: when the journal was made
 * @now: the present moment
 *
 * Returns: the first steps that are not done yet; none in a journal of more than two months
 */
LdrFirstSteps
ldr_first_steps (LdrFirstSteps done, gint64 created, gint64 now)
{
  return now - created > NEW_FOR ? 0 : LDR_FIRST_STEPS_ALL & ~done;
}

/**
 * ldr_today_suggest_paths:
 * @day: a civil date
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of two paths that fit the day of the week
 */
const char *const *
ldr_today_suggest_paths (int day)
{
  static const char *const beginning[] = { "looking-ahead", "customer-minute", NULL };
  static const char *const middle[] = { "customer-minute", "after-a-hard-conversation", NULL };
  static const char *const end[] = { "week-review", "after-a-hard-conversation", NULL };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  switch (g_date_get_weekday (&date))
    {
    case G_DATE_MONDAY:
    case G_DATE_TUESDAY:
      return beginning;
    case G_DATE_THURSDAY:
    case G_DATE_FRIDAY:
    case G_DATE_SATURDAY:
      return end;
    case G_DATE_WEDNESDAY:
    case G_DATE_SUNDAY:
    case G_DATE_BAD_WEEKDAY:
      break;
    }
  return middle;
}
