/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-check-in-describe.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/today/ldr-today-describe.h"
#include "chart/ldr-chart-ticks.h"
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"

/**
 * ldr_check_in_get_first_weekday:
 *
 * Returns: with which day a week begins in the locale
 */
GDateWeekday
ldr_check_in_get_first_weekday (void)
{
  return (GDateWeekday) (G_DATE_MONDAY + ldr_chart_get_first_weekday ());
}

/* --- What is asked ---------------------------------------------------------------------------------------------------
 */

static char *
ask_scale (const char *date, const char *leader)
{
  if (date == NULL && leader == NULL)
    return g_strdup (_ ("Where are you now?"));
  if (date == NULL)
    /* Translators: asked with a scale from 0 to 10; %s is a leader's name */
    return g_strdup_printf (_ ("Where is %s now?"), leader);
  if (leader == NULL)
    /* Translators: asked with a scale from 0 to 10; %s is a date such as "Friday 20 November" */
    return g_strdup_printf (_ ("Where were you on %s?"), date);
  /* Translators: asked with a scale from 0 to 10; first a leader's name, then a date such as "Friday 20 November" */
  return g_strdup_printf (_ ("Where was %s on %s?"), leader, date);
}

/**
 * ldr_check_in_describe_heading:
 * @measure: how the goal is measured on @day
 * @day: the civil day that the check-in is about
 * @today: today's
 * @leader: (nullable): the leader's name if the text is to speak about the leader, %NULL if it is to speak to the
 * leader
 *
 * Returns: (transfer full): what a check-in asks
 */
char *
ldr_check_in_describe_heading (const LdrMeasure *measure, int day, int today, const char *leader)
{
  g_autofree char *date = day == today ? NULL : ldr_day_describe_long (day);

  switch (measure->kind)
    {
    case LDR_MEASURE_SCALE:
      return ask_scale (date, leader);
    case LDR_MEASURE_WEEKLY:
      if (date == NULL)
        return g_strdup (_ ("Did it happen today?"));
      /* Translators: %s is a date such as "Friday 20 November" */
      return g_strdup_printf (_ ("Did it happen on %s?"), date);
    case LDR_MEASURE_FIGURE:
      if (date == NULL)
        return g_strdup (_ ("What is the figure now?"));
      /* Translators: %s is a date such as "Friday 20 November" */
      return g_strdup_printf (_ ("What was the figure on %s?"), date);
    }
  return g_strdup ("");
}

/**
 * ldr_check_in_describe_question:
 * @measure: how the goal is measured
 * @value: what was noted, or NAN if the day was skipped
 * @before: what was noted the time before, or NAN
 *
 * Returns: (transfer full) (nullable): what one may think about after it, %NULL if it is no scaling question
 */
char *
ldr_check_in_describe_question (const LdrMeasure *measure, double value, double before)
{
  gboolean up = measure->better > 0;
  double best = up ? LDR_SCALE_MAX : 0;
  g_autofree char *now = NULL, *then = NULL;

  if (measure->kind != LDR_MEASURE_SCALE || isnan (value))
    return NULL;
  now = ldr_measure_format_value (measure, value);
  if (fabs (value - best) < 0.5)
    /* Translators: %s is 10, or 0 if less is better */
    return g_strdup_printf (_ ("What makes it a %s, and what keeps it there?"), now);
  if (fabs (value - (LDR_SCALE_MAX - best)) < 0.5)
    return g_strdup (up ? _ ("What would one small step up look like?")
                        : _ ("What would one small step down look like?"));
  if (!isnan (before) && (value - before) * measure->better < 0)
    {
      then = ldr_measure_format_value (measure, before);
      /* Translators: first the value of the time before, then the value of now, on a scale from 0 to 10 */
      return g_strdup_printf (up ? _ ("It was %s and is now %s. What makes it not lower, and what would one step "
                                      "up look like?")
                                 : _ ("It was %s and is now %s. What makes it not higher, and what would one step "
                                      "down look like?"),
                              then, now);
    }
  return g_strdup (up ? _ ("What makes it not lower, and what would one step up look like?")
                      : _ ("What makes it not higher, and what would one step down look like?"));
}

/* --- What was noted --------------------------------------------------------------------------------------------------
 */

/**
 * ldr_check_in_describe_value:
 * @measure: how the goal is measured
 * @value: what was noted, or NAN if the day was skipped
 *
 * Returns: (transfer full): it in a word or two
 */
char *
ldr_check_in_describe_value (const LdrMeasure *measure, double value)
{
  int times = (int) value;

  if (isnan (value))
    /* Translators: a check-in without a value */
    return g_strdup (C_ ("check-in", "Skipped"));
  if (measure->kind != LDR_MEASURE_WEEKLY)
    return ldr_measure_format_value (measure, value);
  if (times == 0)
    /* Translators: how often it was on a day */
    return g_strdup (C_ ("check-in", "Not once"));
  /* Translators: how often it was on a day */
  return g_strdup_printf (ngettext ("Once", "%d times", (gulong) times), times);
}

/**
 * ldr_check_in_describe_noted:
 * @measure: how the goal is measured
 * @value: what was noted, or NAN if the day was skipped
 *
 * Returns: (transfer full): a word of confirmation
 */
char *
ldr_check_in_describe_noted (const LdrMeasure *measure, double value)
{
  g_autofree char *text = NULL;

  if (isnan (value))
    return g_strdup (_ ("Skipped this time"));
  text = ldr_check_in_describe_value (measure, value);
  /* Translators: %s is a value such as "7", "82%" or "2 times" */
  return g_strdup_printf (_ ("Noted: %s"), text);
}

/**
 * ldr_check_in_describe_week:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins
 * @day: a civil day
 * @today: today's
 *
 * Returns: (transfer full) (nullable): how the week of @day stands, %NULL if the goal does not count times a week then
 */
char *
ldr_check_in_describe_week (const LdrGoal *goal, GPtrArray *check_ins, int day, int today)
{
  const LdrMeasure *measure = ldr_goal_get_version_on (goal, day)->measure;
  GDateWeekday first = ldr_check_in_get_first_weekday ();
  gboolean now = ldr_rhythm_get_week_start (day, first) == ldr_rhythm_get_week_start (today, first);
  int target = (int) measure->target;
  int times;

  if (measure->kind != LDR_MEASURE_WEEKLY)
    return NULL;
  times = ldr_goal_count_week (goal, check_ins, day, first);
  if (measure->better > 0)
    /* Translators: how often it was, and how often it is to be at least */
    return g_strdup_printf (now ? _ ("%d of %d this week") : _ ("%d of %d in that week"), times, target);
  /* Translators: how often it was, and how often it is to be at most */
  return g_strdup_printf (now ? _ ("%d this week, at most %d") : _ ("%d in that week, at most %d"), times, target);
}

/**
 * ldr_check_in_find_before:
 * @check_ins: (element-type LdrCheckIn): check-ins by day
 * @day: a civil day
 *
 * Returns: (transfer none) (nullable): the last one before @day that was not skipped
 */
const LdrCheckIn *
ldr_check_in_find_before (GPtrArray *check_ins, int day)
{
  const LdrCheckIn *found = NULL;

  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);

      if (check_in->day < day && !ldr_check_in_is_skipped (check_in))
        found = check_in;
    }
  return found;
}

/**
 * ldr_check_in_describe_last:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): its check-ins, by day
 * @day: a civil day
 * @today: today's
 *
 * Returns: (transfer full) (nullable): what was noted the time before @day, %NULL if it was never
 */
char *
ldr_check_in_describe_last (const LdrGoal *goal, GPtrArray *check_ins, int day, int today)
{
  const LdrCheckIn *last = ldr_check_in_find_before (check_ins, day);
  g_autofree char *value = NULL, *date = NULL;

  if (last == NULL)
    return NULL;
  value = ldr_check_in_describe_value (ldr_goal_find_version (goal, last->version)->measure, last->value);
  date = ldr_day_describe_near (last->day, today);
  /* Translators: the check-in before: its value, such as "7" or "2 times", and its day, such as "Yesterday", "Friday"
   * or "2 March" */
  return g_strdup_printf (_ ("Before: %s (%s)"), value, date);
}

/**
 * ldr_check_in_check_day:
 * @goal: a goal
 * @day: the civil day of a check-in
 * @today: today's
 * @error: LDR_MODEL_ERROR_INVALID with the reason, in words for whoever filled it in
 *
 * Returns: whether one can check in on @day
 */
gboolean
ldr_check_in_check_day (const LdrGoal *goal, int day, int today, GError **error)
{
  g_autofree char *first = NULL;

  if (day > today)
    {
      g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
                           _ ("That day is still to come, so there is nothing to note on it yet."));
      return FALSE;
    }
  if (day < goal->first_day && goal->first_day <= today)
    {
      first = ldr_day_describe_long (goal->first_day);
      /* Translators: %s is a date */
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
                   _ ("This goal begins on %s, so choose that day or a later one."), first);
      return FALSE;
    }
  return TRUE;
}
