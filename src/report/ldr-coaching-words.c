/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-coaching-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"

/* --- Goals -----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_words_get_goal_kind:
 * @kind: a kind
 *
 * Returns: what a goal of that kind is for
 */
const char *
ldr_words_get_goal_kind (LdrGoalKind kind)
{
  switch (kind)
    {
    case LDR_GOAL_STRENGTH:
      return _ ("Grow a strength");
    case LDR_GOAL_PITFALL:
      return _ ("Tame a pitfall");
    case LDR_GOAL_FIGURE:
      return _ ("Key figure");
    }
  return "";
}

/**
 * ldr_words_get_goal_state:
 * @state: a state
 *
 * Returns: its name
 */
const char *
ldr_words_get_goal_state (LdrGoalState state)
{
  switch (state)
    {
    case LDR_GOAL_ACTIVE:
      return C_ ("state of a goal", "active");
    case LDR_GOAL_PAUSED:
      return C_ ("state of a goal", "paused");
    case LDR_GOAL_ACHIEVED:
      return C_ ("state of a goal", "achieved");
    case LDR_GOAL_LET_GO:
      return C_ ("state of a goal", "let go");
    }
  return "";
}

/**
 * ldr_words_get_goal_topic:
 * @goal: a goal
 *
 * Returns: (nullable): the name of the style or the pitfall that it is about, %NULL for none
 */
const char *
ldr_words_get_goal_topic (const LdrGoal *goal)
{
  if (goal->style < 0)
    return NULL;
  return goal->kind == LDR_GOAL_PITFALL ? ldr_style_get_pitfall_name ((LdrStyle) goal->style)
                                        : ldr_style_get_name ((LdrStyle) goal->style);
}

static char *
describe_times (const LdrMeasure *measure)
{
  int target = (int) measure->target;

  if (measure->better > 0)
    return g_strdup_printf (ngettext ("at least once a week", "at least %d times a week", (gulong) target), target);
  if (target == 0)
    return g_strdup (_ ("not once a week"));
  return g_strdup_printf (ngettext ("at most once a week", "at most %d times a week", (gulong) target), target);
}

/**
 * ldr_words_describe_measure:
 * @measure: a measure
 *
 * Returns: (transfer full): from where it is to come to where
 */
char *
ldr_words_describe_measure (const LdrMeasure *measure)
{
  g_autofree char *target = ldr_measure_format_value (measure, measure->target);
  g_autofree char *start = ldr_measure_format_value (measure, measure->start);

  if (measure->kind == LDR_MEASURE_WEEKLY)
    return describe_times (measure);
  if (measure->kind == LDR_MEASURE_SCALE && !isnan (measure->start))
    /* Translators: on a scale from 0 to 10, such as "from 4 to 8 on the scale" */
    return g_strdup_printf (_ ("from %s to %s on the scale"), start, target);
  if (measure->kind == LDR_MEASURE_SCALE)
    /* Translators: on a scale from 0 to 10, such as "to 8 on the scale" */
    return g_strdup_printf (_ ("to %s on the scale"), target);
  if (!isnan (measure->start))
    /* Translators: a figure, such as "from 74% to 82%" */
    return g_strdup_printf (_ ("from %s to %s"), start, target);
  /* Translators: a figure, such as "to 82%" */
  return g_strdup_printf (_ ("to %s"), target);
}

/**
 * ldr_words_describe_period:
 * @goal: a goal
 * @date_format: how dates are written, as g_date_time_format() takes it
 *
 * Returns: (transfer full): its first day, and its last if it has one
 */
char *
ldr_words_describe_period (const LdrGoal *goal, const char *date_format)
{
  g_autofree char *first = ldr_day_format (goal->first_day, date_format);
  g_autofree char *last = goal->last_day != 0 ? ldr_day_format (goal->last_day, date_format) : NULL;

  if (last == NULL)
    /* Translators: the period of a goal; %s is a date */
    return g_strdup_printf (_ ("from %s"), first);
  /* Translators: the period of a goal: its first and its last day. */
  return g_strdup_printf (C_ ("period", "%s to %s"), first, last);
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_words_get_session_state:
 * @state: a state
 *
 * Returns: its name
 */
const char *
ldr_words_get_session_state (LdrSessionState state)
{
  switch (state)
    {
    case LDR_SESSION_PLANNED:
      return C_ ("state of a session", "planned");
    case LDR_SESSION_HELD:
      return C_ ("state of a session", "held");
    case LDR_SESSION_CANCELLED:
      return C_ ("state of a session", "cancelled");
    }
  return "";
}

/**
 * ldr_words_get_session_part:
 * @part: a part of the notes
 *
 * Returns: its heading
 */
const char *
ldr_words_get_session_part (LdrSessionPart part)
{
  switch (part)
    {
    case LDR_SESSION_PART_FREE:
      return _ ("Notes");
    case LDR_SESSION_PART_GOAL:
      return C_ ("part of a session", "Goal");
    case LDR_SESSION_PART_REALITY:
      return C_ ("part of a session", "Reality");
    case LDR_SESSION_PART_OPTIONS:
      return C_ ("part of a session", "Options");
    case LDR_SESSION_PART_WILL:
      return C_ ("part of a session", "Will");
    }
  return "";
}

/**
 * ldr_words_get_role:
 * @role: the leader or the coach
 * @info: whose journal it is
 *
 * Returns: how a document calls them
 */
const char *
ldr_words_get_role (LdrRole role, const LdrJournalInfo *info)
{
  if (role == LDR_ROLE_COACH)
    return C_ ("role", "Coach");
  return info->leader[0] != '\0' ? info->leader : C_ ("role", "Team leader");
}

static void
add_score (GString *scores, const char *format, int score)
{
  g_autofree char *text = NULL;

  if (score == LDR_EVALUATION_UNSAID)
    return;
  text = g_strdup_printf (format, score);
  g_string_append_printf (scores, "%s%s", scores->len > 0 ? ", " : "", text);
}

/**
 * ldr_words_describe_scores:
 * @evaluation: how a session was
 *
 * Returns: (transfer full): what was given from 0 to 10, "" when nothing was
 */
char *
ldr_words_describe_scores (const LdrEvaluation *evaluation)
{
  GString *scores = g_string_new (NULL);

  add_score (scores, C_ ("evaluation, 0 to 10", "contact %d"), evaluation->contact);
  add_score (scores, C_ ("evaluation, 0 to 10", "goals %d"), evaluation->goals);
  add_score (scores, C_ ("evaluation, 0 to 10", "approach %d"), evaluation->approach);
  add_score (scores, C_ ("evaluation, 0 to 10", "overall %d"), evaluation->overall);
  return g_string_free_and_steal (scores);
}

/* --- Actions ---------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_words_get_owner:
 * @action: an action
 * @info: whose journal it is
 *
 * Returns: who does it
 */
const char *
ldr_words_get_owner (const LdrAction *action, const LdrJournalInfo *info)
{
  switch (action->owner)
    {
    case LDR_ACTION_LEADER:
      return ldr_words_get_role (LDR_ROLE_LEADER, info);
    case LDR_ACTION_COACH:
      return ldr_words_get_role (LDR_ROLE_COACH, info);
    case LDR_ACTION_OTHER:
      break;
    }
  return action->owner_name[0] != '\0' ? action->owner_name : C_ ("owner of an action", "Somebody else");
}

/**
 * ldr_words_get_action_state:
 * @state: a state
 *
 * Returns: its name
 */
const char *
ldr_words_get_action_state (LdrActionState state)
{
  switch (state)
    {
    case LDR_ACTION_OPEN:
      return C_ ("state of an action", "open");
    case LDR_ACTION_DONE:
      return C_ ("state of an action", "done");
    case LDR_ACTION_DROPPED:
      return C_ ("state of an action", "dropped");
    }
  return "";
}
