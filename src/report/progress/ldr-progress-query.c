/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-progress-chart.h"

#include "model/ldr-moment.h"

/* Which entries are behind what a chart shows. */

static gboolean
has_any (const int *counts)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (counts[i] > 0)
      return TRUE;
  return FALSE;
}

/* Whether a day has an entry that the chart of a kind is made from. */
static gboolean
is_behind (LdrProgressKind kind, const LdrProgressDay *day)
{
  switch (kind)
    {
    case LDR_PROGRESS_STYLES:
      return has_any (day->styles);
    case LDR_PROGRESS_PITFALLS:
      return has_any (day->pitfalls) || has_any (day->words);
    case LDR_PROGRESS_ENERGY:
      return day->n_energy > 0;
    case LDR_PROGRESS_GOALS:
    case LDR_PROGRESS_FIGURES:
    case LDR_PROGRESS_DAYS:
      return day->n_entries > 0;
    case LDR_PROGRESS_PROFILE:
    case LDR_PROGRESS_SESSIONS:
    case LDR_PROGRESS_ACTIONS:
    case LDR_N_PROGRESS_KINDS:
      break;
    }
  return FALSE;
}

/* Any of several styles will do. */
static void
ask_for_any (GString *query, const char *word)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    g_string_append_printf (query, "%s:%s ", word, ldr_style_to_id ((LdrStyle) i));
}

/**
 * ldr_progress_list_query:
 * @kind: what a chart is about
 * @progress: what the journal holds
 * @first_day: the first day of what somebody wants to read more about
 * @last_day: its last day
 *
 * Returns: (transfer full) (nullable): a search, as ldr_query_parse() reads it, for the entries behind those days of
 *   the chart; for goals and key figures, and where words of the leader's own stand in them, all entries of those days;
 *   %NULL where there are none
 */
char *
ldr_progress_list_query (LdrProgressKind kind, const LdrProgress *progress, int first_day, int last_day)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autofree char *after = NULL, *before = NULL;
  gboolean found = FALSE, has_words = FALSE;
  LdrPeriod period;
  guint first, n_days;

  ldr_period_init_own (&period, first_day, last_day);
  ldr_progress_find_days (progress, &period, &first, &n_days);
  for (guint i = first; i < first + n_days; i++)
    {
      const LdrProgressDay *day = &g_array_index (progress->days, LdrProgressDay, i);

      found = found || is_behind (kind, day);
      has_words = has_words || has_any (day->words);
    }
  if (!found)
    return NULL;
  if (kind == LDR_PROGRESS_STYLES)
    ask_for_any (query, "style");
  else if (kind == LDR_PROGRESS_PITFALLS && !has_words)
    ask_for_any (query, "pitfall");
  after = ldr_day_to_iso8601 (period.first_day);
  before = ldr_day_to_iso8601 (period.last_day + 1);
  g_string_append_printf (query, "after:%s before:%s", after, before);
  return g_string_free_and_steal (g_steal_pointer (&query));
}
