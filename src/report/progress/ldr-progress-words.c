/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include "chart/ldr-chart-ticks.h"
#include "model/ldr-moment.h"

/* What is quoted within a sentence is at most so long. */
#define MOST_QUOTED 48

/**
 * ldr_progress_words_day:
 * @day: a civil day
 * @today: today's
 *
 * Returns: (transfer full): the date, with the year only if it is another one than today's
 */
char *
ldr_progress_words_day (int day, int today)
{
  return ldr_day_format (day, ldr_chart_get_year (day) == ldr_chart_get_year (today)
                                  /* Translators: a day of this year, as g_date_time_format() writes it */
                                  ? C_ ("day of this year", "%-e %B")
                                  /* Translators: a day of another year */
                                  : C_ ("day of another year", "%-e %B %Y"));
}

/**
 * ldr_progress_words_list:
 * @parts: (array zero-terminated=1): one or more texts
 *
 * Returns: (transfer full): all of them, such as "a, b and c"
 */
char *
ldr_progress_words_list (const char *const *parts)
{
  g_autoptr (GString) words = g_string_new (parts[0]);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      /* Translators: between the parts of a list, and before the last of them */
      g_string_append (words, parts[i + 1] != NULL ? C_ ("list", ", ") : C_ ("list", " and "));
      g_string_append (words, parts[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_progress_words_shorten:
 * @text: one line
 * @most: how many characters there may be, at least 2
 *
 * Returns: (transfer full): the text, cut between words where it is longer
 */
char *
ldr_progress_words_shorten (const char *text, guint most)
{
  g_autofree char *head = NULL;
  char *space;

  if (g_utf8_strlen (text, -1) <= (glong) most)
    return g_strdup (text);
  head = g_utf8_substring (text, 0, (glong) most - 1);
  space = strrchr (head, ' ');
  /* A very long word is cut wherever that is. */
  if (space != NULL && g_utf8_strlen (head, space - head) > (glong) most / 2)
    *space = '\0';
  for (gsize length = strlen (head); length > 0 && strchr (" ,;:.", head[length - 1]) != NULL; length--)
    head[length - 1] = '\0';
  return g_strconcat (head, "…", NULL);
}

/**
 * ldr_progress_words_quote:
 * @text: what somebody wrote, one line
 *
 * Returns: (transfer full): it in quotation marks, without a full stop at its end, shortened where it is long
 */
char *
ldr_progress_words_quote (const char *text)
{
  g_autofree char *bare = g_strdup (text);
  g_autofree char *shortened = NULL;
  gsize length = strlen (bare);

  if (length > 1 && bare[length - 1] == '.' && bare[length - 2] != '.')
    bare[length - 1] = '\0';
  shortened = ldr_progress_words_shorten (bare, MOST_QUOTED);
  /* Translators: what somebody wrote, within a sentence */
  return g_strdup_printf (C_ ("quotation", "“%s”"), shortened);
}

/**
 * ldr_progress_words_number:
 * @value: a finite value
 *
 * Returns: (transfer full): the number with at most one decimal
 */
char *
ldr_progress_words_number (double value)
{
  double tenths = round (value * 10);

  return ldr_chart_format_value (tenths / 10, fmod (tenths, 10) == 0 ? 0 : 1);
}

/* The format with its whole numbers grouped: with "%'d" where it has "%d", or "%1$'d" where it has "%1$d". */
static char *
group_format (const char *format)
{
  GString *grouped = g_string_new (NULL);

  for (const char *p = format; *p != '\0'; p++)
    {
      gsize place;

      g_string_append_c (grouped, *p);
      if (*p != '%')
        continue;
      if (p[1] == '%')
        {
          g_string_append_c (grouped, *++p);
          continue;
        }
      place = strspn (p + 1, "0123456789");
      if (place > 0 && p[place + 1] == '$')
        {
          g_string_append_len (grouped, p + 1, (gssize) place + 1);
          p += place + 1;
        }
      if (p[1] == 'd')
        g_string_append_c (grouped, '\'');
    }
  return g_string_free_and_steal (grouped);
}

/**
 * ldr_progress_words_count:
 * @format: a sentence with places to fill in, as g_strdup_printf() takes it
 * @...: what to fill in
 *
 * Returns: (transfer full): the sentence, with each "%d" as the locale writes thousands
 */
char *
ldr_progress_words_count (const char *format, ...)
{
  g_autofree char *grouped = group_format (format);
  char *words;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (grouped, arguments);
  va_end (arguments);
  return words;
}

/* The styles by how often they were noted, the most first; those of a tie in their own order. */
static void
sort_styles (const int *counts, guint *order)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      guint place = i;

      for (; place > 0 && counts[order[place - 1]] < counts[i]; place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
}

/**
 * ldr_progress_words_counts:
 * @counts: (array fixed-size=5): how often each style was noted
 * @get_name: what a style, or its pitfall, is called
 *
 * Returns: (transfer full): those that were noted with how often, the most first, such as "Ninja 3× and Integrator 1×"
 */
char *
ldr_progress_words_counts (const int *counts, const char *(*get_name) (LdrStyle style))
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (LDR_N_STYLES, g_free, TRUE);
  guint order[LDR_N_STYLES];

  sort_styles (counts, order);
  for (guint i = 0; i < LDR_N_STYLES && counts[order[i]] > 0; i++)
    /* Translators: a name and how often it was noted, such as "Ninja 3×" */
    g_ptr_array_add (
        parts, ldr_progress_words_count (C_ ("counted", "%s %d×"), get_name ((LdrStyle) order[i]), counts[order[i]]));
  return ldr_progress_words_list ((const char *const *) parts->pdata);
}

/**
 * ldr_progress_words_first:
 * @counts: (array fixed-size=5): how often each style was noted, one of them at least once
 * @get_name: what a style, or its pitfall, is called
 * @n_first: (out): how many share the first place
 *
 * Returns: (transfer full): the names of those that were noted most
 */
char *
ldr_progress_words_first (const int *counts, const char *(*get_name) (LdrStyle style), guint *n_first)
{
  const char *names[LDR_N_STYLES + 1] = { NULL };
  int most = 0;

  *n_first = 0;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    most = MAX (most, counts[i]);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (counts[i] == most)
      names[(*n_first)++] = get_name ((LdrStyle) i);
  return ldr_progress_words_list (names);
}

/**
 * ldr_progress_words_class:
 * @style: a style, or -1
 *
 * Returns: the class of the style sheet in whose colour it is drawn
 */
const char *
ldr_progress_words_class (int style)
{
  static const char *const classes[LDR_N_STYLES] = {
    [LDR_STYLE_TEAM_PLAYER] = "chart-team-player",
    [LDR_STYLE_DATA_STRATEGIST] = "chart-data-strategist",
    [LDR_STYLE_INTEGRATOR] = "chart-integrator",
    [LDR_STYLE_CUSTOMER_COMMUNICATOR] = "chart-customer-communicator",
    [LDR_STYLE_NINJA] = "chart-ninja",
  };

  return style >= 0 && style < LDR_N_STYLES ? classes[style] : "chart-line";
}
