/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-calendar.h"
#include "chart/ldr-chart-ticks.h"
#include "content/ldr-style-text.h"
#include "ldr-progress-words.h"

/* The days with entries, as a calendar in the colours of their styles. */

#define DAYS_A_WEEK 7

/* Two counts differ by more than so many standard errors by chance once in twenty times. */
#define LEAST_ERRORS 1.96

/* The style that most entries of a day name; the first of several. */
static int
find_style (const LdrProgressDay *day)
{
  int style = -1;

  for (int i = 0; i < LDR_N_STYLES; i++)
    if (day->styles[i] > (style >= 0 ? day->styles[style] : 0))
      style = i;
  return style;
}

/* The day of the week on which there are clearly more than on any other, 0 for Monday; or -1. */
static int
find_weekday (const LdrProgressView *view, int *count)
{
  int counts[DAYS_A_WEEK] = { 0 };
  int most = 0, second;

  if (view->n_days < LDR_PROGRESS_LEAST_FOR_A_SHARE)
    return -1;
  /* The first Julian day is a Monday. */
  for (guint i = 0; i < view->n_days; i++)
    counts[(ldr_progress_view_get_day (view, i)->day - 1) % DAYS_A_WEEK]++;
  for (int i = 1; i < DAYS_A_WEEK; i++)
    most = counts[i] > counts[most] ? i : most;
  second = most == 0 ? 1 : 0;
  for (int i = 0; i < DAYS_A_WEEK; i++)
    second = i != most && counts[i] > counts[second] ? i : second;
  *count = counts[most];
  return counts[most] - counts[second] > LEAST_ERRORS * sqrt (counts[most] + counts[second]) ? most : -1;
}

static char *
describe (const LdrProgressView *view)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  int n_marked = 0, n_on_weekday = 0;
  int weekday = find_weekday (view, &n_on_weekday);

  for (guint i = 0; i < view->n_days; i++)
    n_marked += ldr_progress_day_has_pitfalls (ldr_progress_view_get_day (view, i)) ? 1 : 0;
  g_ptr_array_add (sentences,
                   ldr_progress_words_count (ngettext ("%d day with an entry.", "%d days with an entry.", view->n_days),
                                             (int) view->n_days));
  if (weekday >= 0)
    {
      g_autofree char *name = ldr_chart_format_day (1 + weekday, "%A");

      /* Translators: the name of a day of the week, then how often it was that */
      g_ptr_array_add (sentences,
                       ldr_progress_words_count (_ ("Most often it was a %s: %d times."), name, n_on_weekday));
    }
  if (n_marked > 0 && view->n_days > 1)
    g_ptr_array_add (sentences,
                     ldr_progress_words_count (ngettext ("On %d of them a pitfall was noticed.",
                                                         "On %d of them a pitfall was noticed.", (gulong) n_marked),
                                               n_marked));
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* What a day had, such as "2 entries, Ninja and Integrator, with a pitfall". */
static char *
read_day (const LdrProgressDay *day)
{
  const char *names[LDR_N_STYLES + 1] = { NULL };
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (words, ngettext ("%d entry", "%d entries", (gulong) day->n_entries), day->n_entries);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (day->styles[i] > 0)
      names[n++] = ldr_style_get_name ((LdrStyle) i);
  if (n > 0)
    {
      g_autofree char *list = ldr_progress_words_list (names);

      g_string_append_printf (words, "%s%s", C_ ("list", ", "), list);
    }
  if (ldr_progress_day_has_pitfalls (day))
    g_string_append_printf (words, "%s%s", C_ ("list", ", "), _ ("a pitfall noticed"));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Styles that no day has are not named. */
static LdrCalendarData *
make_data (const LdrProgressView *view, const char *title, const char *sentence)
{
  LdrCalendarData *data = ldr_calendar_data_new (title, sentence, view->period->first_day, view->period->last_day);
  gboolean is_there[LDR_N_STYLES + 1] = { FALSE };
  int numbers[LDR_N_STYLES + 1] = { 0 };
  gboolean is_marked = FALSE;

  for (guint i = 0; i < view->n_days; i++)
    {
      is_there[find_style (ldr_progress_view_get_day (view, i)) + 1] = TRUE;
      is_marked = is_marked || ldr_progress_day_has_pitfalls (ldr_progress_view_get_day (view, i));
    }
  for (int i = 0; i < LDR_N_STYLES; i++)
    if (is_there[i + 1])
      numbers[i + 1] = (int) ldr_calendar_data_add_series (data, ldr_style_get_name ((LdrStyle) i),
                                                           ldr_progress_words_class (i), (LdrChartPen) i);
  if (is_there[0])
    numbers[0]
        = (int) ldr_calendar_data_add_series (data, C_ ("days", "No style noted"), "chart-dim", LDR_CHART_N_PENS);
  if (is_marked)
    ldr_calendar_data_set_marked_name (data, C_ ("days", "A pitfall noticed"));
  for (guint i = 0; i < view->n_days; i++)
    {
      const LdrProgressDay *day = ldr_progress_view_get_day (view, i);
      g_autofree char *text = read_day (day);

      ldr_calendar_data_set_day (data, day->day, numbers[find_style (day) + 1], ldr_progress_day_has_pitfalls (day),
                                 text);
    }
  return data;
}

static gboolean
has_entries (const LdrProgressDay *day)
{
  return day->n_entries > 0;
}

/* Days as cells of a calendar. */
void
ldr_progress_make_days (const LdrProgressView *view, LdrProgressChart *self)
{
  int last = ldr_progress_find_last (view->progress, has_entries);
  g_autoptr (LdrCalendarData) data = NULL;

  if (view->n_days > 0)
    {
      self->sentence = describe (view);
      data = make_data (view, self->title, self->sentence);
      self->chart = ldr_calendar_new (data);
    }
  else if (last != 0)
    /* Translators: %s is a date */
    ldr_progress_chart_set_empty_since (self, last, view->progress->today,
                                        _ ("Nothing was written in this period. The last entry is of %s."));
  else
    ldr_progress_chart_set_empty (
        self, _ ("Every day on which something is written gets its colour here. One line is enough."),
        _ ("Write an Entry"), "win.new-entry");
}
