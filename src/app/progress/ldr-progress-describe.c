/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-describe.h"

#include <glib/gi18n.h>

#include "chart/ldr-chart-period.h"
#include "chart/ldr-chart-ticks.h"
#include "model/ldr-moment.h"
#include "report/progress/ldr-goal-points.h"

/**
 * ldr_progress_describe_kind:
 * @kind: a kind of period
 *
 * Returns: (transfer none): what it is called where one chooses
 */
const char *
ldr_progress_describe_kind (LdrPeriodKind kind)
{
  switch (kind)
    {
    case LDR_PERIOD_MONTH:
      return _ ("Month");
    case LDR_PERIOD_HALF_YEAR:
      return _ ("6 Months");
    case LDR_PERIOD_YEAR:
      return _ ("Year");
    case LDR_PERIOD_ALL:
      /* Translators: a period: from the first day on */
      return C_ ("period", "All");
    case LDR_PERIOD_OWN:
      break;
    }
  /* Translators: a period of which one chooses both days */
  return C_ ("period", "Custom");
}

/**
 * ldr_progress_describe_period:
 * @period: a period
 *
 * Returns: (transfer full): its name: by months where it is made of whole ones, by days otherwise
 */
char *
ldr_progress_describe_period (const LdrPeriod *period)
{
  gboolean whole = ldr_day_begins_month (period->first_day) && ldr_day_begins_month (period->last_day + 1);
  LdrChartPeriod unit = whole ? LDR_CHART_PERIOD_MONTH : LDR_CHART_PERIOD_DAY;
  g_autofree char *first = ldr_chart_period_format (unit, period->first_day);
  g_autofree char *last = ldr_chart_period_format (unit, period->last_day);

  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  if (ldr_chart_get_year (period->first_day) == ldr_chart_get_year (period->last_day))
    {
      g_free (first);
      /* Translators: the first month of a period, or its first day, where the year follows with the last one */
      first = ldr_day_format (period->first_day, whole ? C_ ("period", "%B") : C_ ("period", "%-e %B"));
    }
  /* Translators: a period: its first and its last month, or its first and its last day */
  return g_strdup_printf (C_ ("period", "%s to %s"), first, last);
}

/**
 * ldr_progress_get_icon:
 * @kind: what a chart is about
 *
 * Returns: (transfer none): the symbol that stands for it where there is no chart yet
 */
const char *
ldr_progress_get_icon (LdrProgressKind kind)
{
  static const char *const icons[LDR_N_PROGRESS_KINDS] = {
    [LDR_PROGRESS_GOALS] = "leidraad-goals-symbolic",       [LDR_PROGRESS_PROFILE] = "leidraad-radar-symbolic",
    [LDR_PROGRESS_STYLES] = "leidraad-progress-symbolic",   [LDR_PROGRESS_PITFALLS] = "leidraad-pitfall-symbolic",
    [LDR_PROGRESS_ENERGY] = "leidraad-energy-4-symbolic",   [LDR_PROGRESS_DAYS] = "leidraad-journal-symbolic",
    [LDR_PROGRESS_SESSIONS] = "leidraad-sessions-symbolic", [LDR_PROGRESS_ACTIONS] = "object-select-symbolic",
    [LDR_PROGRESS_FIGURES] = "leidraad-chart-symbolic",
  };

  g_return_val_if_fail (kind < LDR_N_PROGRESS_KINDS, NULL);

  return icons[kind];
}

/**
 * ldr_progress_find_beside:
 * @period: a period
 * @which: with what to compare it, but for %LDR_PROGRESS_BESIDE_OWN
 * @beside: (out): the period to compare it with; untouched if there is none
 *
 * Returns: whether there is one
 */
gboolean
ldr_progress_find_beside (const LdrPeriod *period, LdrProgressBeside which, LdrPeriod *beside)
{
  if (period->kind == LDR_PERIOD_ALL || which == LDR_PROGRESS_BESIDE_OWN)
    return FALSE;
  if (which == LDR_PROGRESS_BESIDE_BEFORE)
    return ldr_period_get_previous (period, beside);
  if (period->first_day <= 366)
    return FALSE;
  /* By the day after the last one where that begins a month, so that whole months stay whole. */
  beside->kind = period->kind;
  beside->first_day = ldr_day_year_before (period->first_day);
  beside->last_day = ldr_day_begins_month (period->last_day + 1) ? ldr_day_year_before (period->last_day + 1) - 1
                                                                 : ldr_day_year_before (period->last_day);
  beside->last_day = MAX (beside->last_day, beside->first_day);
  return TRUE;
}

/* --- Ways to what is behind a point ----------------------------------------------------------------------------------
 */

static gboolean
is_checked_in (const LdrProgressGoal *goal, int first_day, int last_day)
{
  for (guint i = 0; i < goal->check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (goal->check_ins, i);

      if (check_in->day >= first_day && check_in->day <= last_day && ldr_goal_course_shows (goal->goal, check_in))
        return TRUE;
    }
  return FALSE;
}

/* A point that stands for a week is of goals of so many times a week, and one of a day of the others. */
static gboolean
is_meant (LdrProgressKind kind, const LdrGoal *goal, gboolean by_week)
{
  LdrMeasureKind measure = ldr_goal_get_measure (goal)->kind;

  if (kind == LDR_PROGRESS_FIGURES)
    return measure == LDR_MEASURE_FIGURE;
  return measure == (by_week ? LDR_MEASURE_WEEKLY : LDR_MEASURE_SCALE);
}

/* How many goals of the chart have a check-in on those days, and the last of them. */
static guint
count_goals (LdrProgressKind kind, const LdrProgress *progress, int first_day, int last_day, const char **id)
{
  guint n_found = 0;

  for (guint i = 0; i < progress->goals->len; i++)
    {
      const LdrProgressGoal *goal = g_ptr_array_index (progress->goals, i);

      if (!is_meant (kind, goal->goal, last_day > first_day) || !is_checked_in (goal, first_day, last_day))
        continue;
      n_found++;
      *id = goal->goal->id;
    }
  return n_found;
}

static guint
count_sessions (const LdrProgress *progress, int first_day, int last_day, const char **id)
{
  guint n_found = 0;

  for (guint i = 0; i < progress->sessions->len; i++)
    {
      const LdrSessionSummary *session = g_ptr_array_index (progress->sessions, i);

      if (session->day < first_day || session->day > last_day)
        continue;
      n_found++;
      *id = session->id;
    }
  return n_found;
}

static gboolean
set_way (LdrProgressWay *way, const char *action, const char *target)
{
  way->action = action;
  way->target = g_strdup (target);
  return TRUE;
}

/**
 * ldr_progress_find_way:
 * @kind: what a chart is about
 * @progress: what it was made from
 * @first_day: the first day of a point, or %LDR_CHART_NO_DAY
 * @last_day: its last day
 * @way: (out): where it leads to: the one goal or session that it stands for, their place where they are more, or the
 *   entries behind it; the target is to be freed
 *
 * Returns: whether it leads anywhere
 */
gboolean
ldr_progress_find_way (
    LdrProgressKind kind, const LdrProgress *progress, int first_day, int last_day, LdrProgressWay *way)
{
  const char *id = NULL;
  guint n_found;

  if (kind == LDR_PROGRESS_PROFILE)
    return set_way (way, "win.show-place", "styles");
  if (kind == LDR_PROGRESS_ACTIONS)
    return set_way (way, "win.show-place", "sessions");
  if (first_day == LDR_CHART_NO_DAY)
    return FALSE;
  if (kind == LDR_PROGRESS_SESSIONS)
    {
      n_found = count_sessions (progress, first_day, last_day, &id);
      return set_way (way, n_found == 1 ? "place.open-session" : "win.show-place", n_found == 1 ? id : "sessions");
    }
  if (kind == LDR_PROGRESS_GOALS || kind == LDR_PROGRESS_FIGURES)
    {
      n_found = count_goals (kind, progress, first_day, last_day, &id);
      return set_way (way, n_found == 1 ? "place.open-goal" : "win.show-place", n_found == 1 ? id : "goals");
    }
  way->action = "place.search";
  way->target = ldr_progress_list_query (kind, progress, first_day, last_day);
  return way->target != NULL;
}
