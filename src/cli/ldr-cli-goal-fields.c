/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-goal-fields.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ldr-cli.h"
#include "report/ldr-json-goals.h"

static char *statement;
static char *kind;
static char *style;
static char *why;
static char *success;
static char *hypothesis;
static char *measure;
static char *start;
static char *target;
static char *unit;
static gboolean less;
static char *from;
static char *until;
static char *rhythm;
static char **steps;

const GOptionEntry ldr_cli_goal_options[] = {
  { "statement", 0, 0, G_OPTION_ARG_FILENAME, &statement, N_ ("What the goal is, in one line"), N_ ("TEXT") },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_ ("What it is for: to grow a strength, tame a pitfall, or a figure"),
    "strength|pitfall|figure" },
  { "style", 0, 0, G_OPTION_ARG_FILENAME, &style, N_ ("The style it is about; a figure needs none"), N_ ("ID") },
  { "measure", 0, 0, G_OPTION_ARG_FILENAME, &measure,
    N_ ("How it is measured: from 0 to 10, times a week, or a figure"), "scale|weekly|figure" },
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &start, N_ ("Where it begins"), N_ ("VALUE") },
  { "target", 0, 0, G_OPTION_ARG_FILENAME, &target, N_ ("Where it is to come"), N_ ("VALUE") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("The unit of a figure"), N_ ("TEXT") },
  { "less", 0, 0, G_OPTION_ARG_NONE, &less, N_ ("Less is better: at most so many times, a lower figure"), NULL },
  { "why", 0, 0, G_OPTION_ARG_FILENAME, &why, N_ ("Why it matters"), N_ ("TEXT") },
  { "success", 0, 0, G_OPTION_ARG_FILENAME, &success, N_ ("How you will know that it works"), N_ ("TEXT") },
  { "experiment", 0, 0, G_OPTION_ARG_FILENAME, &hypothesis,
    N_ ("Makes it an experiment: what it is to find out; needs --until"), N_ ("TEXT") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("Its first day (today)"), N_ ("DATE") },
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_ ("Its last day"), N_ ("DATE") },
  { "rhythm", 0, 0, G_OPTION_ARG_FILENAME, &rhythm,
    N_ ("When it asks for a check-in: none, daily, workdays, monthly, or days such as mon,thu"), N_ ("RHYTHM") },
  { "step", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &steps, N_ ("A step towards it; may be given again"), N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
check_texts (GError **error)
{
  return ldr_cli_check_text (statement, "--statement", error) && ldr_cli_check_text (why, "--why", error)
         && ldr_cli_check_text (success, "--success", error) && ldr_cli_check_text (hypothesis, "--experiment", error)
         && ldr_cli_check_text (unit, "--unit", error) && ldr_cli_check_text (start, "--start", error)
         && ldr_cli_check_text (target, "--target", error) && ldr_cli_check_texts (steps, "--step", error);
}

static gboolean
read_kind (LdrGoalKind *value, GError **error)
{
  if (kind == NULL)
    return ldr_cli_usage (error, _ ("Say what the goal is for: --kind strength, pitfall or figure."));
  return ldr_goal_kind_from_id (kind, value)
         || ldr_cli_usage (error, _ ("“%s” is not a kind of goal: use strength, pitfall or figure."), kind);
}

static gboolean
read_style (int *value, GError **error)
{
  LdrStyle found;

  *value = -1;
  if (style == NULL)
    return TRUE;
  if (!ldr_style_from_id (style, &found))
    {
      g_auto (GStrv) all = ldr_style_set_to_ids (LDR_STYLE_SET_ALL);
      g_autofree char *joined = g_strjoinv (", ", all);

      return ldr_cli_usage (error, _ ("“%s” is not a style: use %s."), style, joined);
    }
  *value = (int) found;
  return TRUE;
}

static gboolean
read_rhythm (LdrGoal *goal, GError **error)
{
  g_auto (GStrv) days = NULL;
  guint weekdays = 0;

  if (rhythm == NULL || g_str_equal (rhythm, "none"))
    ldr_goal_set_rhythm (goal, LDR_RHYTHM_NONE, 0);
  else if (g_str_equal (rhythm, "monthly"))
    ldr_goal_set_rhythm (goal, LDR_RHYTHM_MONTHLY, 0);
  else if (g_str_equal (rhythm, "daily"))
    ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL);
  else if (g_str_equal (rhythm, "workdays"))
    ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_WORK);
  else
    {
      days = g_strsplit (rhythm, ",", -1);
      if (days[0] == NULL || !ldr_json_weekdays_from_ids ((const char *const *) days, &weekdays))
        return ldr_cli_usage (
            error, _ ("“%s” is not a rhythm: use none, daily, workdays, monthly, or days such as mon,thu."), rhythm);
      ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, weekdays);
    }
  return TRUE;
}

/* A value of the measure as somebody writes it, told with the option that it was given for. */
static gboolean
read_value (const LdrMeasure *of, const char *text, const char *option, double *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  return text == NULL || ldr_measure_parse_value (of, text, value, &local_error)
         || ldr_cli_usage (error, "%s: %s", option, local_error->message);
}

static gboolean
read_measure (LdrGoal *goal, GError **error)
{
  LdrMeasureKind measured = goal->kind == LDR_GOAL_FIGURE ? LDR_MEASURE_FIGURE : LDR_MEASURE_SCALE;
  g_autoptr (LdrMeasure) made = NULL;

  if (measure != NULL && !ldr_measure_kind_from_id (measure, &measured))
    return ldr_cli_usage (error, _ ("“%s” is not a way to measure: use scale, weekly or figure."), measure);
  if (target == NULL)
    return ldr_cli_usage (error, _ ("Say where it is to come: --target VALUE"));
  if (unit != NULL && measured != LDR_MEASURE_FIGURE)
    return ldr_cli_usage (error, _ ("Only a figure has a unit."));
  made = ldr_measure_new (measured, less ? -1 : 1, unit, NAN, 0);
  if (!read_value (made, start, "--start", &made->start, error)
      || !read_value (made, target, "--target", &made->target, error))
    return FALSE;
  ldr_goal_set_measure (goal, made);
  return TRUE;
}

/**
 * ldr_cli_make_goal:
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Returns: (transfer full) (nullable): the goal that the options tell of
 */
LdrGoal *
ldr_cli_make_goal (GError **error)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (GError) local_error = NULL;
  LdrGoalKind made_kind;
  int made_style;

  if (!check_texts (error) || !read_kind (&made_kind, error) || !read_style (&made_style, error))
    return NULL;
  goal = ldr_goal_new (made_kind, made_style);
  ldr_goal_set_statement (goal, statement);
  ldr_goal_set_why (goal, why);
  ldr_goal_set_success (goal, success);
  ldr_goal_set_hypothesis (goal, hypothesis);
  for (gsize i = 0; steps != NULL && steps[i] != NULL; i++)
    ldr_goal_add_step (goal, steps[i]);
  if (!read_measure (goal, error) || !read_rhythm (goal, error) || !ldr_cli_parse_day (from, &goal->first_day, error)
      || !ldr_cli_parse_day (until, &goal->last_day, error))
    return NULL;
  /* What it says holds from its first day on, and never from a day to come: it may change before that. */
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = MIN (goal->first_day, goal->state_day);
  if (ldr_goal_is_experiment (goal) && goal->last_day == 0)
    {
      ldr_cli_usage (error, _ ("An experiment has a last day: --until DATE"));
      return NULL;
    }
  if (!ldr_goal_validate (goal, &local_error))
    {
      ldr_cli_usage (error, "%s", local_error->message);
      return NULL;
    }
  return g_steal_pointer (&goal);
}
