/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-describe.h"

#include <glib/gi18n.h>

#include "report/progress/ldr-progress-words.h"

/* More days than these cannot be taken in at a glance. */
#define MAX_DAYS 3

/* Joins texts, of which none at all is @nothing. */
static char *
join (GPtrArray *texts, const char *nothing)
{
  if (texts->len == 0)
    return g_strdup (nothing);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

/**
 * ldr_export_describe_part:
 * @part: the place of a part among %LDR_N_EXPORT_PARTS: that of its bit in #LdrExportParts
 *
 * Returns: (transfer none): what it is called
 */
const char *
ldr_export_describe_part (guint part)
{
  static const char *const parts[LDR_N_EXPORT_PARTS] = { N_ ("Session notes"), N_ ("Agreed actions"),
                                                         N_ ("Entries"),       N_ ("Goals"),
                                                         N_ ("Charts"),        N_ ("Style profile") };

  g_return_val_if_fail (part < LDR_N_EXPORT_PARTS, NULL);
  return _ (parts[part]);
}

/**
 * ldr_export_describe_format:
 * @format: a format
 *
 * Returns: (transfer none): what it is called
 */
const char *
ldr_export_describe_format (LdrExportFormat format)
{
  static const char *const formats[LDR_N_EXPORT_FORMATS]
      = { "PDF", N_ ("OpenDocument Text"), N_ ("Web Page"), "Markdown", N_ ("Tables (CSV)"), N_ ("Everything (JSON)") };

  g_return_val_if_fail ((guint) format < LDR_N_EXPORT_FORMATS, NULL);
  return _ (formats[format]);
}

/**
 * ldr_export_describe_sessions:
 * @days: (array length=n_days): the days of the sessions, the latest first
 * @n_days: how many there are
 * @today: today
 *
 * Returns: (transfer full): which sessions go out: their days, or how many there are up to which
 */
char *
ldr_export_describe_sessions (const int *days, guint n_days, int today)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *first = NULL;

  if (n_days > MAX_DAYS)
    {
      first = ldr_progress_words_day (days[0], today);
      /* Translators: %u is how many, %s the day of the last: "12 sessions, the last on 19 November" */
      return g_strdup_printf (ngettext ("%u session, the last on %s", "%u sessions, the last on %s", n_days), n_days,
                              first);
    }
  for (guint i = 0; i < n_days; i++)
    g_ptr_array_add (texts, ldr_progress_words_day (days[i], today));
  return join (texts, _ ("None in this period"));
}

static void
add_count (GPtrArray *texts, guint n, const char *format)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *number = NULL;

  if (n == 0)
    return;
  text = g_string_new (format);
  number = g_strdup_printf ("%u", n);
  g_string_replace (text, "%u", number, 1);
  g_ptr_array_add (texts, g_string_free_and_steal (g_steal_pointer (&text)));
}

/**
 * ldr_export_describe_actions:
 * @n_open: how many are open
 * @n_done: how many are done
 * @n_dropped: how many were dropped
 *
 * Returns: (transfer full): how many agreed actions go out: "3 open, 2 done"
 */
char *
ldr_export_describe_actions (guint n_open, guint n_done, guint n_dropped)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: agreed actions; each of the three can be left out */
  add_count (texts, n_open, C_ ("actions", "%u open"));
  add_count (texts, n_done, C_ ("actions", "%u done"));
  add_count (texts, n_dropped, C_ ("actions", "%u dropped"));
  return join (texts, _ ("None in this period"));
}

/**
 * ldr_export_describe_entries:
 * @n: how many go out
 * @n_all: how many there are
 *
 * Returns: (transfer full): "2 of 412 entries"
 */
char *
ldr_export_describe_entries (guint n, guint n_all)
{
  if (n == n_all)
    return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  return g_strdup_printf (ngettext ("%u of %u entry", "%u of %u entries", n_all), n, n_all);
}

/**
 * ldr_export_describe_goals:
 * @n: how many go out
 *
 * Returns: (transfer full): "3 goals"
 */
char *
ldr_export_describe_goals (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u goal", "%u goals", n), n) : g_strdup (_ ("None in this period"));
}

/**
 * ldr_export_describe_private_notes:
 * @active: whether they go out, this once
 *
 * Returns: (transfer none): what becomes of private notes
 */
const char *
ldr_export_describe_private_notes (gboolean active)
{
  return active ? _ ("Go out this once, marked as private") : _ ("Stay in the journal");
}

/**
 * ldr_export_describe_name:
 * @n_places: how often a name occurs
 * @stand_in: (nullable): what stands for it, if anything does
 *
 * Returns: (transfer full): "3 times, as “S. d. W.”"
 */
char *
ldr_export_describe_name (guint n_places, const char *stand_in)
{
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", n_places), n_places);

  if (stand_in == NULL || stand_in[0] == '\0')
    return g_steal_pointer (&times);
  /* Translators: how often a name occurs, and what is shown instead of it: "3 times, as “S. d. W.”" */
  return g_strdup_printf (_ ("%s, as “%s”"), times, stand_in);
}

/**
 * ldr_export_describe_pages:
 * @n_pages: how many pages a document has
 *
 * Returns: (transfer full): "2 pages"
 */
char *
ldr_export_describe_pages (guint n_pages)
{
  return g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
}

/**
 * ldr_export_describe_place:
 * @part: the part of the document that something is in; 0 for what stands above all of them
 * @day: the day of what it is in, or 0
 * @today: today
 *
 * Returns: (transfer full): "Session notes, 19 November"
 */
char *
ldr_export_describe_place (LdrExportParts part, int day, int today)
{
  const char *const names[LDR_N_EXPORT_PARTS]
      = { _ ("Session notes"), _ ("Agreed actions"), _ ("Entries"), _ ("Goals"), _ ("Charts"), _ ("Style profile") };
  const char *name = _ ("At the top");
  g_autofree char *when = day != 0 ? ldr_progress_words_day (day, today) : NULL;

  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    if (1u << i == part)
      name = names[i];
  return when != NULL ? g_strconcat (name, ", ", when, NULL) : g_strdup (name);
}

/**
 * ldr_export_describe_said:
 * @said: what the owner of the journal said of a name
 *
 * Returns: (transfer full): it in words, below the name
 */
char *
ldr_export_describe_said (const LdrKnownName *said)
{
  if (said->kind == LDR_KNOWN_WORD)
    return g_strdup (_ ("Nobody’s name"));
  if (ldr_export_known_is_kept (said))
    return g_strdup (_ ("Stays as it is written"));
  if (said->role[0] != '\0')
    /* Translators: what stands for a name */
    return g_strdup_printf (_ ("Becomes “%s”"), said->role);
  return g_strdup (_ ("Is replaced"));
}
