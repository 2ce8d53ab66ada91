/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include "chart/ldr-columns.h"
#include "ldr-progress-words.h"
#include "model/ldr-moment.h"

/* What was agreed, in the month in which it was, and what came of it. */

/* Longer axes have a column for each month at least. */
#define MOST_BY_WEEK 62

typedef enum
{
  KEPT,
  KEPT_LATE,
  OPEN,
  DROPPED,
  N_FATES,
} Fate;

/**
 * Actions:
 * @n: how many of those that were agreed in the period came to what
 * @n_overdue: how many of the open ones are past their day
 * @last_day: when the last was agreed, in the period or not; 0 for none
 */
typedef struct
{
  int n[N_FATES];
  int n_overdue;
  int last_day;
} Actions;

static Fate
get_fate (const LdrAction *action)
{
  switch (action->state)
    {
    case LDR_ACTION_OPEN:
      return OPEN;
    case LDR_ACTION_DROPPED:
      return DROPPED;
    case LDR_ACTION_DONE:
      break;
    }
  return action->due != 0 && action->state_day > action->due ? KEPT_LATE : KEPT;
}

static void
count_actions (const LdrProgressView *view, Actions *self)
{
  *self = (Actions) { 0 };
  for (guint i = 0; i < view->progress->actions->len; i++)
    {
      const LdrAction *it = g_ptr_array_index (view->progress->actions, i);
      int day = ldr_day_from_moment (it->agreed);

      self->last_day = MAX (self->last_day, day);
      if (!ldr_period_contains (view->period, day))
        continue;
      self->n[get_fate (it)]++;
      self->n_overdue += ldr_action_is_overdue (it, view->progress->today) ? 1 : 0;
    }
}

static int
count_all (const Actions *self)
{
  int n = 0;

  for (guint i = 0; i < N_FATES; i++)
    n += self->n[i];
  return n;
}

static char *
describe (const Actions *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (N_FATES, g_free, TRUE);
  g_autofree char *list = NULL, *words = NULL, *overdue = NULL;
  int n = count_all (self);

  /* Translators: the parts of "12 actions were agreed: 8 were kept, 1 was kept late, 2 are open and 1 was dropped." */
  if (self->n[KEPT] > 0)
    g_ptr_array_add (parts, ldr_progress_words_count (ngettext ("%d was kept", "%d were kept", (gulong) self->n[KEPT]),
                                                      self->n[KEPT]));
  if (self->n[KEPT_LATE] > 0)
    g_ptr_array_add (parts, ldr_progress_words_count (
                                ngettext ("%d was kept late", "%d were kept late", (gulong) self->n[KEPT_LATE]),
                                self->n[KEPT_LATE]));
  if (self->n[OPEN] > 0)
    g_ptr_array_add (parts, ldr_progress_words_count (ngettext ("%d is open", "%d are open", (gulong) self->n[OPEN]),
                                                      self->n[OPEN]));
  if (self->n[DROPPED] > 0)
    g_ptr_array_add (
        parts, ldr_progress_words_count (ngettext ("%d was dropped", "%d were dropped", (gulong) self->n[DROPPED]),
                                         self->n[DROPPED]));
  list = ldr_progress_words_list ((const char *const *) parts->pdata);
  words = ldr_progress_words_count (ngettext ("%d action was agreed: %s.", "%d actions were agreed: %s.", (gulong) n),
                                    n, list);
  if (self->n_overdue == 0)
    return g_steal_pointer (&words);
  overdue = ldr_progress_words_count (ngettext ("%d of the open ones is past its day.",
                                                "%d of the open ones are past their day.", (gulong) self->n_overdue),
                                      self->n_overdue);
  return g_strconcat (words, " ", overdue, NULL);
}

/* There are sessions every few weeks, so that days and most weeks would be empty. */
static LdrChartPeriod
choose_period (const LdrPeriod *period)
{
  LdrChartPeriod chosen = ldr_chart_period_choose (period->first_day, period->last_day);

  return MAX (chosen, ldr_period_count_days (period) > MOST_BY_WEEK ? LDR_CHART_PERIOD_MONTH : LDR_CHART_PERIOD_WEEK);
}

static LdrColumnsData *
make_data (const LdrProgressView *view, const char *title, const char *sentence)
{
  LdrColumnsData *data = ldr_columns_data_new (title, sentence, NULL, choose_period (view->period),
                                               view->period->first_day, view->period->last_day);

  /* In the order of Fate. */
  ldr_columns_data_add_series (data, C_ ("actions", "Kept"), "chart-line", LDR_CHART_HATCH_NONE);
  ldr_columns_data_add_series (data, C_ ("actions", "Kept late"), "chart-line", LDR_CHART_HATCH_RISING);
  ldr_columns_data_add_series (data, C_ ("actions", "Open"), "chart-dim", LDR_CHART_HATCH_LEVEL);
  ldr_columns_data_add_series (data, C_ ("actions", "Dropped"), "chart-dim", LDR_CHART_HATCH_CROSSED);
  for (guint i = 0; i < view->progress->actions->len; i++)
    {
      const LdrAction *it = g_ptr_array_index (view->progress->actions, i);

      ldr_columns_data_add_value (data, get_fate (it), ldr_day_from_moment (it->agreed), 1);
    }
  return data;
}

/* Actions as columns of the period in which they were agreed. */
void
ldr_progress_make_actions (const LdrProgressView *view, LdrProgressChart *self)
{
  g_autoptr (LdrColumnsData) data = NULL;
  Actions actions;

  count_actions (view, &actions);
  if (count_all (&actions) > 0)
    {
      self->sentence = describe (&actions);
      data = make_data (view, self->title, self->sentence);
      data->high = ldr_progress_get_highest_beside (view, make_data);
      self->chart = ldr_columns_new (data);
    }
  else if (actions.last_day != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, actions.last_day, view->progress->today,
                                        _ ("No action was agreed in this period. The last time was on %s."));
  else
    ldr_progress_chart_set_empty (
        self, _ ("What you agree in a session stands here, with what came of it: kept, still open or dropped."),
        _ ("Go to Sessions"), "win.show-place::sessions");
}
