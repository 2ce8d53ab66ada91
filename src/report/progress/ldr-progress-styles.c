/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-columns.h"
#include "content/ldr-style-text.h"
#include "ldr-progress-words.h"

/* Which styles entries name, as columns. */

/* A share that differs by more than so many standard errors does so by chance once in twenty times. */
#define LEAST_ERRORS 1.96

/**
 * Shift:
 * @style: the style whose share changed most
 * @before: its share of all styles noted in the first half, 0 to 1
 * @after: its share in the second half
 *
 * How the styles of the second half of a period differ from those of the first.
 */
typedef struct
{
  LdrStyle style;
  double before;
  double after;
} Shift;

static gboolean
has_styles (const LdrProgressDay *day)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (day->styles[i] > 0)
      return TRUE;
  return FALSE;
}

static int
count_styles (const LdrProgressView *view, int first_day, int last_day, int *counts)
{
  int n = 0;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    counts[i] = 0;
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      if (day->day < first_day || day->day > last_day)
        continue;
      for (guint style = 0; style < LDR_N_STYLES; style++)
        {
          counts[style] += day->styles[style];
          n += day->styles[style];
        }
    }
  return n;
}

/* By the two-proportion z-test (pooled standard error), so that a few entries more or less are no news. */
static gboolean
find_shift (const LdrProgressView *view, Shift *shift)
{
  int last_day = MIN (view->period->last_day, view->progress->today);
  int middle = view->period->first_day + (last_day - view->period->first_day) / 2;
  int before[LDR_N_STYLES], after[LDR_N_STYLES];
  int n_before = count_styles (view, view->period->first_day, middle, before);
  int n_after = count_styles (view, middle + 1, last_day, after);
  double most = LEAST_ERRORS;
  gboolean found = FALSE;

  if (MIN (n_before, n_after) < LDR_PROGRESS_LEAST_FOR_A_SHARE)
    return FALSE;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      double whole = (double) (before[i] + after[i]) / (n_before + n_after);
      double error = sqrt (whole * (1 - whole) * (1.0 / n_before + 1.0 / n_after));
      double change = (double) after[i] / n_after - (double) before[i] / n_before;

      /* Of two that changed as much, the one that rose is told. */
      if (error == 0 || fabs (change) / error < most || (found && fabs (change) / error == most && change < 0))
        continue;
      most = fabs (change) / error;
      *shift = (Shift) { (LdrStyle) i, (double) before[i] / n_before, (double) after[i] / n_after };
      found = TRUE;
    }
  return found;
}

static char *
describe_most (const int *counts, int n)
{
  guint n_first;
  g_autofree char *first = ldr_progress_words_first (counts, ldr_style_get_name, &n_first);
  g_autofree char *all = ldr_progress_words_counts (counts, ldr_style_get_name);
  int most = 0;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    most = MAX (most, counts[i]);
  if (n < LDR_PROGRESS_LEAST_FOR_A_SHARE)
    /* Translators: the styles with how often each was noted */
    return g_strdup_printf (_ ("Noted: %s."), all);
  if (n_first == LDR_N_STYLES)
    /* Translators: a number */
    return ldr_progress_words_count (_ ("All five styles equally often, %d times each."), most);
  if (n_first > 1)
    /* Translators: the names of styles, how often each of them was noted, how often any style was */
    return ldr_progress_words_count (_ ("Most often noted: %s, %d times each out of %d."), first, most, n);
  /* Translators: the name of a style, how often it was noted, how often any style was */
  return ldr_progress_words_count (_ ("Most often noted: %s, %d of %d times."), first, most, n);
}

static char *
describe (const LdrProgressView *view)
{
  int counts[LDR_N_STYLES];
  int n = count_styles (view, view->period->first_day, view->period->last_day, counts);
  g_autofree char *most = describe_most (counts, n);
  g_autofree char *change = NULL;
  Shift shift;

  if (!find_shift (view, &shift))
    return g_steal_pointer (&most);
  change = g_strdup_printf (shift.after > shift.before
                                /* Translators: the name of a style, then its share of all styles noted in the first
                                 * half of the period and in the second half, in percent */
                                ? _ ("%s rose from %d%% of them in the first half to %d%% in the second.")
                                : _ ("%s went from %d%% of them in the first half to %d%% in the second."),
                            ldr_style_get_name (shift.style), (int) lround (shift.before * 100),
                            (int) lround (shift.after * 100));
  return g_strconcat (most, " ", change, NULL);
}

static LdrColumnsData *
make_data (const LdrProgressView *view, const char *title, const char *sentence)
{
  LdrColumnsData *data = ldr_columns_data_new (title, sentence, NULL, LDR_CHART_PERIOD_NONE, view->period->first_day,
                                               view->period->last_day);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    ldr_columns_data_add_series (data, ldr_style_get_name ((LdrStyle) i), ldr_progress_words_class ((int) i),
                                 (LdrChartHatch) i);
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);

      for (guint style = 0; style < LDR_N_STYLES; style++)
        ldr_columns_data_add_value (data, style, day->day, day->styles[style]);
    }
  return data;
}

static void
set_empty (const LdrProgressView *view, LdrProgressChart *self)
{
  int last = ldr_progress_find_last (view->progress, has_styles);

  if (last != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last, view->progress->today,
                                        _ ("No style was noted in this period. The last time was on %s."));
  else
    ldr_progress_chart_set_empty (
        self, _ ("Here you will see which styles are at work, week by week, as soon as entries name one."),
        _ ("Write an Entry"), "win.new-entry");
}

/* The styles of entries as columns, with what is most and what changed. */
void
ldr_progress_make_styles (const LdrProgressView *view, LdrProgressChart *self)
{
  g_autoptr (LdrColumnsData) data = NULL;
  int counts[LDR_N_STYLES];

  if (count_styles (view, view->period->first_day, view->period->last_day, counts) == 0)
    {
      set_empty (view, self);
      return;
    }
  self->sentence = describe (view);
  data = make_data (view, self->title, self->sentence);
  data->high = ldr_progress_get_highest_beside (view, make_data);
  self->chart = ldr_columns_new (data);
}
