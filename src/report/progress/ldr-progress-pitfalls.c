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

/* Words of one's own are of no style, and the accent has the blue of one. */
#define WORDS_CLASS "chart-dim"

/* What the days of a view have: pitfalls that were noted, and words by which the leader wanted to notice one that were
 * not. */
typedef struct
{
  int noted[LDR_N_STYLES];
  int n_noted;
  int n_words;
  int last_day;
} Counts;

static void
count_pitfalls (const LdrProgressView *view, Counts *counts)
{
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        {
          counts->noted[style] += day->pitfalls[style];
          counts->n_noted += day->pitfalls[style];
          counts->n_words += day->words[style];
        }
      if (ldr_progress_day_has_pitfalls (day))
        counts->last_day = day->day;
    }
}

/* With those of the chart beside it, whose rows are the same. */
static void
count_both (const LdrProgressView *view, Counts *counts)
{
  LdrProgressView beside;

  count_pitfalls (view, counts);
  if (view->beside == NULL)
    return;
  ldr_progress_view_init (&beside, view->progress, view->beside, NULL);
  count_pitfalls (&beside, counts);
}

static char *
describe_noted (const Counts *counts, int today)
{
  g_autofree char *date = ldr_progress_words_day (counts->last_day, today);
  g_autofree char *list = ldr_progress_words_counts (counts->noted, ldr_style_get_pitfall_name);
  guint n_first;
  g_autofree char *first = ldr_progress_words_first (counts->noted, ldr_style_get_pitfall_name, &n_first);

  if (counts->n_noted == 1)
    /* Translators: the name of a pitfall, then a date */
    return g_strdup_printf (_ ("Noticed once: %s, on %s."), first, date);
  /* Translators: how many times, then the names of pitfalls with how often each was noticed, then a date */
  return ldr_progress_words_count (ngettext ("Noticed %d time: %s. The last time was on %s.",
                                             "Noticed %d times: %s. The last time was on %s.",
                                             (gulong) counts->n_noted),
                                   counts->n_noted, list, date);
}

static char *
describe (const Counts *counts, int today)
{
  g_autofree char *noted = NULL, *words = NULL;

  if (counts->n_noted == 0)
    return ldr_progress_words_count (ngettext ("No pitfall was noted. Your own words came up %d time.",
                                               "No pitfall was noted. Your own words came up %d times.",
                                               (gulong) counts->n_words),
                                     counts->n_words);
  noted = describe_noted (counts, today);
  if (counts->n_words == 0)
    return g_steal_pointer (&noted);
  words = ldr_progress_words_count (ngettext ("Your own words came up %d more time.",
                                              "Your own words came up %d more times.", (gulong) counts->n_words),
                                    counts->n_words);
  return g_strconcat (noted, " ", words, NULL);
}

/* Words that were written and not noted, in a row below. */
static void
add_words (LdrEventsData *data, const LdrProgressView *view)
{
  guint lane = ldr_events_data_add_lane (data, _ ("Your own words"), WORDS_CLASS, LDR_CHART_PEN_DASHED);

  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        for (int j = 0; j < day->words[style]; j++)
          {
            /* Translators: %s is the name of a pitfall */
            g_autofree char *text
                = g_strdup_printf (_ ("Your words for “%s”"), ldr_style_get_pitfall_name ((LdrStyle) style));

            ldr_events_data_add_event (data, lane, day->day, text);
          }
    }
}

static LdrEventsData *
make_dots (const LdrProgressView *view, const char *title, const char *sentence)
{
  LdrEventsData *data = ldr_events_data_new (title, sentence, view->period->first_day, view->period->last_day);
  guint lanes[LDR_N_STYLES];
  Counts counts = { 0 };

  count_both (view, &counts);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    lanes[i] = counts.noted[i] > 0 ? ldr_events_data_add_lane (data, ldr_style_get_pitfall_name ((LdrStyle) i),
                                                               ldr_progress_words_class ((int) i), (LdrChartPen) i)
                                   : NO_LANE;
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        for (int j = 0; j < day->pitfalls[style]; j++)
          ldr_events_data_add_event (data, lanes[style], day->day, NULL);
    }
  if (counts.n_words > 0)
    add_words (data, view);
  return data;
}

/* Words that were written and not noted stand on top of each column, in a colour and a hatch of no pitfall. */
static LdrColumnsData *
make_columns (const LdrProgressView *view, const char *title, const char *sentence)
{
  LdrColumnsData *data = ldr_columns_data_new (title, sentence, NULL, LDR_CHART_PERIOD_NONE, view->period->first_day,
                                               view->period->last_day);
  Counts counts = { 0 };
  guint series[LDR_N_STYLES], words = NO_LANE;

  count_both (view, &counts);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    series[i] = counts.noted[i] > 0
                    ? ldr_columns_data_add_series (data, ldr_style_get_pitfall_name ((LdrStyle) i),
                                                   ldr_progress_words_class ((int) i), (LdrChartHatch) i)
                    : NO_LANE;
  if (counts.n_words > 0)
    words = ldr_columns_data_add_series (data, _ ("Your own words"), WORDS_CLASS, LDR_CHART_HATCH_UPRIGHT);
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        {
          if (day->pitfalls[style] > 0)
            ldr_columns_data_add_value (data, series[style], day->day, day->pitfalls[style]);
          if (day->words[style] > 0)
            ldr_columns_data_add_value (data, words, day->day, day->words[style]);
        }
    }
  return data;
}

static LdrChart *
make_columns_chart (const LdrProgressView *view, const LdrProgressChart *self)
{
  g_autoptr (LdrColumnsData) data = make_columns (view, self->title, self->sentence);

  data->high = ldr_progress_get_highest_beside (view, make_columns);
  return ldr_columns_new (data);
}

/* How many dots the fullest row would have. */
static int
get_most (const Counts *counts)
{
  int most = counts->n_words;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    most = MAX (most, counts->noted[i]);
  return most;
}

static void
set_empty (const LdrProgressView *view, LdrProgressChart *self)
{
  int last = ldr_progress_find_last (view->progress, ldr_progress_day_has_pitfalls);

  if (last != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last, view->progress->today,
                                        _ ("No pitfall was noticed in this period. The last time was on %s."));
  else
    ldr_progress_chart_set_empty (
        self, _ ("Every pitfall that an entry names becomes a dot here, so that you see when it comes up."),
        _ ("Write an Entry"), "win.new-entry");
}

/* Whether dots would lie on one another, here or in the chart beside. */
static gboolean
are_too_many (const LdrProgressView *view, const Counts *counts)
{
  Counts counts_beside = { 0 };
  LdrProgressView beside;

  if (view->beside == NULL)
    return get_most (counts) > MOST_DOTS;
  ldr_progress_view_init (&beside, view->progress, view->beside, NULL);
  count_pitfalls (&beside, &counts_beside);
  return MAX (get_most (counts), get_most (&counts_beside)) > MOST_DOTS;
}

/* A row for each pitfall that was noticed here or in the chart beside. */
void
ldr_progress_make_pitfalls (const LdrProgressView *view, LdrProgressChart *self)
{
  g_autoptr (LdrEventsData) data = NULL;
  Counts counts = { 0 };

  count_pitfalls (view, &counts);
  if (counts.n_noted + counts.n_words == 0)
    {
      set_empty (view, self);
      return;
    }
  self->sentence = describe (&counts, view->progress->today);
  if (are_too_many (view, &counts))
    self->chart = make_columns_chart (view, self);
  else
    {
      data = make_dots (view, self->title, self->sentence);
      self->chart = ldr_events_new (data);
    }
}
