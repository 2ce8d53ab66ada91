/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-export-document.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "store/ldr-store-progress.h"

/* The days of a document in words, as short as they can be said. */

static gboolean
share (int a, int b, const char *format)
{
  g_autofree char *left = ldr_day_format (a, format);
  g_autofree char *right = ldr_day_format (b, format);

  return g_str_equal (left, right);
}

static char *
join (int first_day, const char *first_format, int last_day, const char *last_format)
{
  g_autofree char *first = ldr_day_format (first_day, first_format);
  g_autofree char *last = ldr_day_format (last_day, last_format);

  /* Translators: the first and the last day, or month, of a period */
  return g_strdup_printf (C_ ("period", "%s to %s"), first, last);
}

static char *
describe_months (int first_day, int last_day)
{
  /* Translators: a month of a year, as g_date_time_format() takes it */
  const char *whole = C_ ("period", "%B %Y");

  if (share (first_day, last_day, "%Y-%m"))
    return ldr_day_format (first_day, whole);
  /* Translators: a month, of the same year as the one after it */
  return join (first_day, share (first_day, last_day, "%Y") ? C_ ("period", "%B") : whole, last_day, whole);
}

/**
 * ldr_export_describe_period:
 * @period: some days
 *
 * Returns: (transfer full): them in words, such as "5 to 19 November 2026" or "June to November 2026"
 */
char *
ldr_export_describe_period (const LdrPeriod *period)
{
  int first = period->first_day, last = period->last_day;
  const char *whole = C_ ("date", "%-e %B %Y");

  if (ldr_day_begins_month (first) && ldr_day_begins_month (last + 1))
    return describe_months (first, last);
  if (first == last)
    return ldr_day_format (first, whole);
  if (share (first, last, "%Y-%m"))
    /* Translators: a day, of the same month as the one after it */
    return join (first, C_ ("period", "%-e"), last, whole);
  /* Translators: a day and its month, of the same year as those after it */
  return join (first, share (first, last, "%Y") ? C_ ("period", "%-e %B") : whole, last, whole);
}

/**
 * ldr_export_find_period:
 * @store: a journal
 * @choice: what is to go out of it
 * @today: on which day
 * @period: (out caller-allocates): the days of which it goes out
 * @error: what the journal says
 *
 * Returns: whether they are known
 */
gboolean
ldr_export_find_period (LdrStore *store, const LdrExportChoice *choice, int today, LdrPeriod *period, GError **error)
{
  g_autoptr (LdrProgress) progress = NULL;
  int oldest_day = today;

  if (choice->period.kind == LDR_PERIOD_ALL)
    {
      progress = ldr_store_get_progress (store, today, error);
      if (progress == NULL)
        return FALSE;
      oldest_day = progress->oldest_day;
    }
  ldr_export_choice_get_period (choice, today, oldest_day, period);
  return TRUE;
}
