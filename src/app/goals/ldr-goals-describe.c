/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goals-describe.h"

#include <glib/gi18n.h>
#include <math.h>

#include "content/ldr-style-text.h"
#include "ldr-check-in-describe.h"
#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"
#include "report/progress/ldr-goal-points.h"
#include "report/progress/ldr-progress-words.h"

/* Monday 5 January 1970, for the names of the weekdays. */
#define A_MONDAY 719167

/**
 * ldr_goal_state_describe:
 * @state: a state
 *
 * Returns: the heading of the goals in that state
 */
const char *
ldr_goal_state_describe (LdrGoalState state)
{
  switch (state)
    {
    case LDR_GOAL_ACTIVE:
      return C_ ("goals", "Active");
    case LDR_GOAL_PAUSED:
      return C_ ("goals", "Paused");
    case LDR_GOAL_ACHIEVED:
      return C_ ("goals", "Achieved");
    case LDR_GOAL_LET_GO:
      return C_ ("goals", "Let go");
    }
  return "";
}

/* --- When ------------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_goal_day_describe:
 * @day: a civil day
 * @today: today's
 *
 * Returns: (transfer full): the date, with the year only if it is another one than today's
 */
char *
ldr_goal_day_describe (int day, int today)
{
  return ldr_progress_words_day (day, today);
}

/**
 * ldr_goal_period_describe:
 * @goal: a goal
 * @today: today's civil day
 *
 * Returns: (transfer full) (nullable): until when it is, or from when; %NULL if there is nothing to say about it
 */
char *
ldr_goal_period_describe (const LdrGoal *goal, int today)
{
  g_autofree char *date = NULL;

  if (goal->first_day > today)
    {
      date = ldr_goal_day_describe (goal->first_day, today);
      /* Translators: the period of a goal; %s is a date */
      return g_strdup_printf (_ ("from %s"), date);
    }
  if (goal->last_day == 0)
    return NULL;
  date = ldr_goal_day_describe (goal->last_day, today);
  if (goal->last_day < today)
    /* Translators: the period of a goal; %s is a date */
    return g_strdup_printf (_ ("ended on %s"), date);
  /* Translators: the period of a goal; %s is a date */
  return g_strdup_printf (_ ("until %s"), date);
}

static char *
name_one_weekday (guint weekdays)
{
  static const char *const names[] = {
    N_ ("check in on Mondays"),   N_ ("check in on Tuesdays"), N_ ("check in on Wednesdays"),
    N_ ("check in on Thursdays"), N_ ("check in on Fridays"),  N_ ("check in on Saturdays"),
    N_ ("check in on Sundays"),
  };

  return g_strdup (_ (names[g_bit_nth_lsf (weekdays, -1)]));
}

static char *
name_weekdays (guint weekdays)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < 7; i++)
    if (weekdays & (1u << i))
      {
        g_autofree char *name = ldr_day_format (A_MONDAY + i, "%a");

        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
      }
  /* Translators: how often a goal asks; %s is a list of weekdays such as "Mon, Thu" */
  return g_strdup_printf (_ ("check in on %s"), list->str);
}

/**
 * ldr_goal_rhythm_describe:
 * @kind: how often
 * @weekdays: on which days of the week, Monday in bit 0
 *
 * Returns: (transfer full) (nullable): when a goal asks for a check-in, %NULL if it never does
 */
char *
ldr_goal_rhythm_describe (LdrRhythmKind kind, guint weekdays)
{
  weekdays &= LDR_WEEKDAYS_ALL;
  switch (kind)
    {
    case LDR_RHYTHM_NONE:
      return NULL;
    case LDR_RHYTHM_MONTHLY:
      return g_strdup (_ ("check in every month"));
    case LDR_RHYTHM_WEEKDAYS:
      break;
    }
  if (weekdays == LDR_WEEKDAYS_ALL)
    return g_strdup (_ ("check in every day"));
  if (weekdays == LDR_WEEKDAYS_WORK)
    return g_strdup (_ ("check in on working days"));
  if (weekdays == 0)
    return NULL;
  return (weekdays & (weekdays - 1)) == 0 ? name_one_weekday (weekdays) : name_weekdays (weekdays);
}

/**
 * ldr_goal_state_since_describe:
 * @goal: a goal
 * @today: today's civil day
 *
 * Returns: (transfer full) (nullable): since when it is paused and until when, or when it ended; %NULL while it is
 * active
 */
char *
ldr_goal_state_since_describe (const LdrGoal *goal, int today)
{
  LdrGoalState state = ldr_goal_get_state (goal, today);
  gboolean returns = state == LDR_GOAL_PAUSED && goal->returns != 0;
  g_autofree char *date = ldr_goal_day_describe (returns ? goal->returns : goal->state_day, today);

  switch (state)
    {
    case LDR_GOAL_ACTIVE:
      return NULL;
    case LDR_GOAL_PAUSED:
      if (returns)
        /* Translators: of a paused goal; %s is a date */
        return g_strdup_printf (_ ("back on %s"), date);
      /* Translators: of a goal; %s is a date */
      return g_strdup_printf (_ ("paused on %s"), date);
    case LDR_GOAL_ACHIEVED:
      /* Translators: of a goal; %s is a date */
      return g_strdup_printf (_ ("achieved on %s"), date);
    case LDR_GOAL_LET_GO:
      /* Translators: of a goal; %s is a date */
      return g_strdup_printf (_ ("let go on %s"), date);
    }
  return NULL;
}

/* --- What it is ------------------------------------------------------------------------------------------------------
 */

static void
append_part (GString *text, char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * ldr_goal_subtitle_describe:
 * @goal: a goal
 * @today: today's civil day
 *
 * Returns: (transfer full): its kind, its period and its rhythm in one line
 */
char *
ldr_goal_subtitle_describe (const LdrGoal *goal, int today)
{
  GString *text = g_string_new (ldr_words_get_goal_kind (goal->kind));
  const LdrMeasure *measure = ldr_goal_get_measure (goal);

  if (ldr_goal_is_experiment (goal) && goal->last_day != 0)
    append_part (text, g_strdup (_ ("experiment")));
  if (ldr_goal_get_state (goal, today) != LDR_GOAL_ACTIVE)
    {
      append_part (text, ldr_goal_state_since_describe (goal, today));
      return g_string_free_and_steal (text);
    }
  append_part (text, ldr_goal_period_describe (goal, today));
  if (measure->kind == LDR_MEASURE_WEEKLY)
    append_part (text, ldr_words_describe_measure (measure));
  else
    append_part (text, ldr_goal_rhythm_describe (goal->rhythm, goal->weekdays));
  return g_string_free_and_steal (text);
}

/* --- How it goes -----------------------------------------------------------------------------------------------------
 */

static const LdrCheckIn *
find_last (GPtrArray *check_ins)
{
  return ldr_check_in_find_before (check_ins, G_MAXINT);
}

/**
 * ldr_goal_value_describe:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, by day
 * @today: today's civil day
 *
 * Returns: (transfer full) (nullable): where it stands, short: the latest value, or this week's times of those that are
 *   meant; %NULL before the first check-in
 */
char *
ldr_goal_value_describe (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  const LdrMeasure *measure = ldr_goal_get_measure (goal);
  const LdrCheckIn *last = find_last (check_ins);

  if (last == NULL)
    return NULL;
  if (measure->kind == LDR_MEASURE_WEEKLY)
    /* Translators: how often it was this week, of how often it is meant to be */
    return g_strdup_printf (C_ ("times a week", "%d/%d"),
                            ldr_goal_count_week (goal, check_ins, today, ldr_check_in_get_first_weekday ()),
                            (int) measure->target);
  return ldr_measure_format_value (ldr_goal_find_version (goal, last->version)->measure, last->value);
}

/**
 * ldr_goal_strength_describe:
 * @strength: 0 to 1
 *
 * Returns: (transfer full): it as a percentage
 */
char *
ldr_goal_strength_describe (double strength)
{
  g_autofree char *number = ldr_measure_format_number (round (strength * 100));

  /* Translators: a percentage */
  return g_strdup_printf (C_ ("strength", "%s%%"), number);
}

/**
 * ldr_goal_due_describe:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, by day
 * @today: today's civil day
 *
 * Returns: (transfer full) (nullable): when it asks next, %NULL if it does not
 */
char *
ldr_goal_due_describe (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  LdrRhythm rhythm = ldr_goal_get_rhythm (goal);
  const LdrCheckIn *last = check_ins->len > 0 ? g_ptr_array_index (check_ins, check_ins->len - 1) : NULL;
  int next = ldr_rhythm_get_next (&rhythm, today);
  g_autofree char *date = NULL;

  if (ldr_goal_get_state (goal, today) != LDR_GOAL_ACTIVE)
    return NULL;
  if (ldr_goal_get_due (goal, today, last != NULL ? last->day : 0) != 0)
    return g_strdup (_ ("Waiting for a check-in"));
  if (next == 0)
    return NULL;
  date = ldr_day_format (next, _ ("%A %-e %B"));
  /* Translators: %s is a date such as "Friday 20 November" */
  return g_strdup_printf (_ ("Next check-in on %s"), date);
}

static char *
describe_aloud (const LdrGoalRowDescription *self, const LdrGoalCourse *course, int today)
{
  const LdrGoal *goal = course->goal;
  GString *text = g_string_new (self->title);
  g_autofree char *week = ldr_check_in_describe_week (goal, course->check_ins, today, today);

  if (goal->style >= 0)
    g_string_append_printf (text, ", %s",
                            goal->kind == LDR_GOAL_PITFALL ? ldr_style_get_pitfall_name ((LdrStyle) goal->style)
                                                           : ldr_style_get_name ((LdrStyle) goal->style));
  g_string_append_printf (text, ", %s", self->subtitle);
  if (self->value == NULL)
    g_string_append_printf (text, ", %s", _ ("no check-in yet"));
  else if (week != NULL)
    g_string_append_printf (text, ", %s", week);
  else
    {
      g_string_append (text, ", ");
      /* Translators: for a screen reader: the latest value of a goal, such as "now 7" */
      g_string_append_printf (text, _ ("now %s"), self->value);
    }
  if (course->due != 0)
    g_string_append_printf (text, ", %s", _ ("waiting for a check-in"));
  return g_string_free_and_steal (text);
}

/**
 * ldr_goal_row_describe:
 * @course: a goal with its course of late
 * @today: today's civil day
 *
 * Returns: (transfer full): what a list shows of it
 */
LdrGoalRowDescription *
ldr_goal_row_describe (const LdrGoalCourse *course, int today)
{
  LdrGoalRowDescription *self = g_new0 (LdrGoalRowDescription, 1);
  LdrMeasureKind kind = ldr_goal_get_measure (course->goal)->kind;

  self->title = g_strdup (ldr_goal_get_statement (course->goal));
  self->subtitle = ldr_goal_subtitle_describe (course->goal, today);
  self->value = ldr_goal_value_describe (course->goal, course->check_ins, today);
  self->points = ldr_goal_course_points (course->goal, course->check_ins, today);
  self->low = kind == LDR_MEASURE_FIGURE ? NAN : 0;
  self->high = kind == LDR_MEASURE_SCALE ? LDR_SCALE_MAX : NAN;
  self->accessible = describe_aloud (self, course, today);
  return self;
}

/**
 * ldr_goal_row_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_goal_row_description_free (LdrGoalRowDescription *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->value);
  g_free (self->accessible);
  g_array_unref (self->points);
  g_free (self);
}
