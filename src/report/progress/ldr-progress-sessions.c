/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-events.h"
#include "ldr-progress-words.h"
#include "model/ldr-trend.h"

/* Coaching sessions, as dots. */

#define DAYS_A_WEEK 7

/* Sessions that follow one another sooner than this are told in days. */
#define LEAST_WEEKS_IN_DAYS 10.5

/**
 * Sessions:
 * @n: how many of each state are in the period
 * @next_day: when the next planned one is, in the period or after it; 0 for none
 * @last_day: when the last one was that is not in the period; 0 for none
 * @gap: how many days usually lie between two that were held, NAN where there are too few to tell
 */
typedef struct
{
  int n[LDR_N_SESSION_STATES];
  int next_day;
  int last_day;
  double gap;
} Sessions;

/* How many days are mostly between two sessions; NAN where there is no rhythm in it. */
static double
find_gap (const double *gaps, guint n_gaps)
{
  double median = ldr_trend_get_median (gaps, n_gaps);
  guint n_alike = 0;

  for (guint i = 0; i < n_gaps; i++)
    n_alike += fabs (gaps[i] - median) <= MAX (1, median / 4) ? 1 : 0;
  return 2 * n_alike > n_gaps ? median : NAN;
}

static void
count_sessions (const LdrProgressView *view, Sessions *self)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  int held = 0;

  *self = (Sessions) { .gap = NAN };
  for (guint i = 0; i < view->progress->sessions->len; i++)
    {
      const LdrSessionSummary *it = g_ptr_array_index (view->progress->sessions, i);
      double gap = it->day - held;

      if (it->state == LDR_SESSION_PLANNED && it->day >= view->progress->today && self->next_day == 0)
        self->next_day = it->day;
      if (!ldr_period_contains (view->period, it->day))
        {
          self->last_day = it->state == LDR_SESSION_HELD ? it->day : self->last_day;
          continue;
        }
      self->n[it->state]++;
      if (it->state == LDR_SESSION_HELD && held != 0)
        g_array_append_val (gaps, gap);
      held = it->state == LDR_SESSION_HELD ? it->day : held;
    }
  if (self->n[LDR_SESSION_HELD] >= LDR_PROGRESS_LEAST_FOR_A_COURSE)
    self->gap = find_gap ((const double *) gaps->data, gaps->len);
}

static char *
describe_rhythm (int n_held, double gap)
{
  int weeks = (int) lround (gap / DAYS_A_WEEK);

  if (isnan (gap) || gap < 1.5)
    return g_strdup_printf (ngettext ("%d session was held.", "%d sessions were held.", (gulong) n_held), n_held);
  if (gap < LEAST_WEEKS_IN_DAYS && lround (gap) != DAYS_A_WEEK)
    /* Translators: how many sessions, then how many days, at least 2 mostly */
    return g_strdup_printf (_ ("%d sessions were held, mostly about %d days apart."), n_held, (int) lround (gap));
  if (weeks == 1)
    return g_strdup_printf (_ ("%d sessions were held, mostly about a week apart."), n_held);
  return g_strdup_printf (_ ("%d sessions were held, mostly about %d weeks apart."), n_held, weeks);
}

static char *
describe_cancelled (int n, gboolean is_first)
{
  if (is_first)
    return g_strdup_printf (ngettext ("%d session was cancelled.", "%d sessions were cancelled.", (gulong) n), n);
  /* Translators: of sessions, after how many were held */
  return g_strdup_printf (ngettext ("%d was cancelled.", "%d were cancelled.", (gulong) n), n);
}

/* The next one is no news of days that are over. */
static char *
describe (const Sessions *self, const LdrProgressView *view)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  int n_cancelled = self->n[LDR_SESSION_CANCELLED];

  if (self->n[LDR_SESSION_HELD] == 0 && n_cancelled == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("No session was held in this period.")));
  else if (self->n[LDR_SESSION_HELD] > 0)
    g_ptr_array_add (sentences, describe_rhythm (self->n[LDR_SESSION_HELD], self->gap));
  if (n_cancelled > 0)
    g_ptr_array_add (sentences, describe_cancelled (n_cancelled, self->n[LDR_SESSION_HELD] == 0));
  if (self->next_day != 0 && view->period->last_day >= view->progress->today)
    {
      g_autofree char *date = ldr_progress_words_day (self->next_day, view->progress->today);

      /* Translators: of sessions; %s is a date */
      g_ptr_array_add (sentences, g_strdup_printf (_ ("The next is on %s."), date));
    }
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static const char *
get_name (LdrSessionState state)
{
  switch (state)
    {
    case LDR_SESSION_PLANNED:
      return C_ ("sessions", "Planned");
    case LDR_SESSION_HELD:
      return C_ ("sessions", "Held");
    case LDR_SESSION_CANCELLED:
      break;
    }
  return C_ ("sessions", "Cancelled");
}

static LdrEventsData *
make_data (const LdrProgressView *view, const Sessions *sessions, const char *title, const char *sentence)
{
  static const char *const classes[LDR_N_SESSION_STATES] = {
    [LDR_SESSION_PLANNED] = "chart-line",
    [LDR_SESSION_HELD] = "chart-line",
    [LDR_SESSION_CANCELLED] = "chart-dim",
  };
  static const LdrChartPen pens[LDR_N_SESSION_STATES] = {
    [LDR_SESSION_PLANNED] = LDR_CHART_PEN_DASHED,
    [LDR_SESSION_HELD] = LDR_CHART_PEN_SOLID,
    [LDR_SESSION_CANCELLED] = LDR_CHART_PEN_MIXED,
  };
  static const LdrSessionState order[] = { LDR_SESSION_HELD, LDR_SESSION_PLANNED, LDR_SESSION_CANCELLED };
  LdrEventsData *data = ldr_events_data_new (title, sentence, view->period->first_day, view->period->last_day);
  guint lanes[LDR_N_SESSION_STATES] = { 0 };

  /* Those that were held have a row in any case, so that no row stands without its name. */
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == LDR_SESSION_HELD || sessions->n[order[i]] > 0)
      lanes[order[i]] = ldr_events_data_add_lane (data, get_name (order[i]), classes[order[i]], pens[order[i]]);
  for (guint i = 0; i < view->progress->sessions->len; i++)
    {
      const LdrSessionSummary *it = g_ptr_array_index (view->progress->sessions, i);

      if (ldr_period_contains (view->period, it->day))
        ldr_events_data_add_event (data, lanes[it->state], it->day, NULL);
    }
  return data;
}

static void
set_empty (const LdrProgressView *view, const Sessions *sessions, LdrProgressChart *self)
{
  int today = view->progress->today;

  if (sessions->last_day != 0)
    /* Translators: of sessions; %s is a date */
    ldr_progress_chart_set_empty_since (self, sessions->last_day, today,
                                        _ ("No session in this period. The last one was on %s."));
  else if (sessions->next_day != 0)
    ldr_progress_chart_set_empty_since (self, sessions->next_day, today,
                                        /* Translators: of sessions; %s is a date */
                                        _ ("No session in this period. The first one is planned for %s."));
  else
    ldr_progress_chart_set_empty (self, _ ("Here you will see when there were coaching sessions, and in what rhythm."),
                                  _ ("Plan a Session"), "win.show-place::sessions");
}

/* A row for each thing that became of a session. */
void
ldr_progress_make_sessions (const LdrProgressView *view, LdrProgressChart *self)
{
  g_autoptr (LdrEventsData) data = NULL;
  Sessions sessions;
  int n = 0;

  count_sessions (view, &sessions);
  for (guint i = 0; i < LDR_N_SESSION_STATES; i++)
    n += sessions.n[i];
  if (n == 0)
    {
      set_empty (view, &sessions, self);
      return;
    }
  self->sentence = describe (&sessions, view);
  if (view->beside != NULL)
    {
      LdrProgressView beside;
      Sessions others;

      ldr_progress_view_init (&beside, view->progress, view->beside, NULL);
      count_sessions (&beside, &others);
      for (guint i = 0; i < LDR_N_SESSION_STATES; i++)
        sessions.n[i] += others.n[i];
    }
  data = make_data (view, &sessions, self->title, self->sentence);
  self->chart = ldr_events_new (data);
}
