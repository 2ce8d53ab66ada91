/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include "chart/ldr-columns.h"
#include "chart/ldr-events.h"
#include "content/ldr-style-text.h"
#include "ldr-progress-words.h"

/* The pitfalls that entries name, as a dot for each time, or as columns where dots would lie on one another. */

/* So many dots fit in a row. */
#define MOST_DOTS 100

#define NO_LANE G_MAXUINT

static gboolean
has_pitfalls (const LdrProgressDay *day)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (day->pitfalls[i] > 0)
      return TRUE;
  return FALSE;
}

/* How often each was noticed, and when the last was. */
static int
count_pitfalls (const LdrProgressView *view, int *counts, int *last_day)
{
  int n = 0;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    counts[i] = 0;
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        {
          counts[style] += day->pitfalls[style];
          n += day->pitfalls[style];
        }
      if (has_pitfalls (day))
        *last_day = day->day;
    }
  return n;
}

static char *
describe (const int *counts, int n, int last_day, int today)
{
  g_autofree char *date = ldr_progress_words_day (last_day, today);
  g_autofree char *list = ldr_progress_words_counts (counts, ldr_style_get_pitfall_name);
  guint n_first;
  g_autofree char *first = ldr_progress_words_first (counts, ldr_style_get_pitfall_name, &n_first);

  if (n == 1)
    /* Translators: the name of a pitfall, then a date */
    return g_strdup_printf (_ ("Noticed once: %s, on %s."), first, date);
  /* Translators: how many times, then the names of pitfalls with how often each was noticed, then a date */
  return g_strdup_printf (ngettext ("Noticed %d time: %s. The last time was on %s.",
                                    "Noticed %d times: %s. The last time was on %s.", (gulong) n),
                          n, list, date);
}

static LdrEventsData *
make_dots (const LdrProgressView *view, const int *counts, const char *title, const char *sentence)
{
  LdrEventsData *data = ldr_events_data_new (title, sentence, view->period->first_day, view->period->last_day);
  guint lanes[LDR_N_STYLES];

  for (guint i = 0; i < LDR_N_STYLES; i++)
    lanes[i] = counts[i] > 0 ? ldr_events_data_add_lane (data, ldr_style_get_pitfall_name ((LdrStyle) i),
                                                         ldr_progress_words_class ((int) i), (LdrChartPen) i)
                             : NO_LANE;
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        for (int j = 0; j < day->pitfalls[style]; j++)
          ldr_events_data_add_event (data, lanes[style], day->day, NULL);
    }
  return data;
}

static LdrColumnsData *
make_columns (const LdrProgressView *view, const char *title, const char *sentence)
{
  LdrColumnsData *data = ldr_columns_data_new (title, sentence, NULL, LDR_CHART_PERIOD_NONE, view->period->first_day,
                                               view->period->last_day);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    ldr_columns_data_add_series (data, ldr_style_get_pitfall_name ((LdrStyle) i), ldr_progress_words_class ((int) i),
                                 (LdrChartHatch) i);
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        ldr_columns_data_add_value (data, style, day->day, day->pitfalls[style]);
    }
  return data;
}

/* As high as the columns of the chart beside it. */
static LdrChart *
make_columns_chart (const LdrProgressView *view, const LdrProgressView *beside, const LdrProgressChart *self)
{
  g_autoptr (LdrColumnsData) data = make_columns (view, self->title, self->sentence);
  g_autoptr (LdrColumnsData) other = beside->period != NULL ? make_columns (beside, "", "") : NULL;

  data->high = other != NULL ? ldr_columns_data_get_highest (other) : 0;
  return ldr_columns_new (data);
}

static int
get_most (const int *counts)
{
  int most = 0;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    most = MAX (most, counts[i]);
  return most;
}

static void
set_empty (const LdrProgressView *view, LdrProgressChart *self)
{
  int last = ldr_progress_find_last (view->progress, has_pitfalls);

  if (last != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last, view->progress->today,
                                        _ ("No pitfall was noticed in this period. The last time was on %s."));
  else
    ldr_progress_chart_set_empty (
        self, _ ("Every pitfall that an entry names becomes a dot here, so that you see when it comes up."),
        _ ("Write an Entry"), "win.new-entry");
}

/* A row for each pitfall that was noticed here or in the chart beside. */
void
ldr_progress_make_pitfalls (const LdrProgressView *view, LdrProgressChart *self)
{
  LdrProgressView beside = { 0 };
  int counts[LDR_N_STYLES], counts_beside[LDR_N_STYLES] = { 0 };
  int last_day = 0, last_beside = 0;
  int n = count_pitfalls (view, counts, &last_day);

  if (n == 0)
    {
      set_empty (view, self);
      return;
    }
  self->sentence = describe (counts, n, last_day, view->progress->today);
  if (view->beside != NULL)
    {
      ldr_progress_view_init (&beside, view->progress, view->beside, NULL);
      count_pitfalls (&beside, counts_beside, &last_beside);
    }
  if (MAX (get_most (counts), get_most (counts_beside)) > MOST_DOTS)
    self->chart = make_columns_chart (view, &beside, self);
  else
    {
      g_autoptr (LdrEventsData) data = NULL;

      for (guint i = 0; i < LDR_N_STYLES; i++)
        counts[i] += counts_beside[i];
      data = make_dots (view, counts, self->title, self->sentence);
      self->chart = ldr_events_new (data);
    }
}
