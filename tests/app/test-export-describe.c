/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "app/export/ldr-export-describe.h"
#include "model/ldr-moment.h"

/* 22 November 2026, and days before it. */
static const int days[] = { 739942, 739939, 739925, 739501, 739400 };

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_sessions (void)
{
  check (ldr_export_describe_sessions (NULL, 0, days[0]), "None in this period");
  check (ldr_export_describe_sessions (days + 1, 1, days[0]), "19 November");
  check (ldr_export_describe_sessions (days + 1, 2, days[0]), "19 November, 5 November");
  check (ldr_export_describe_sessions (days + 1, 3, days[0]), "19 November, 5 November, 7 September 2025");
  check (ldr_export_describe_sessions (days + 1, 4, days[0]), "4 sessions, the last on 19 November");
}

/* The days are those of the reader's language. */
static void
test_dutch (void)
{
  g_autofree char *locale = g_strdup (setlocale (LC_TIME, NULL));

  g_assert_nonnull (setlocale (LC_TIME, "nl_NL.UTF-8"));
  check (ldr_export_describe_sessions (days + 1, 2, days[0]), "19 november, 5 november");
  setlocale (LC_TIME, locale);
}

static void
test_actions (void)
{
  static const struct
  {
    guint n_open, n_done, n_dropped;
    const char *expected;
  } cases[] = {
    { 3, 2, 0, "3 open, 2 done" },
    { 0, 1, 0, "1 done" },
    { 1, 1, 4, "1 open, 1 done, 4 dropped" },
    { 0, 0, 1, "1 dropped" },
    { 0, 0, 0, "None in this period" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (ldr_export_describe_actions (cases[i].n_open, cases[i].n_done, cases[i].n_dropped), cases[i].expected);
}

static void
test_counts (void)
{
  check (ldr_export_describe_entries (2, 412), "2 of 412 entries");
  check (ldr_export_describe_entries (0, 1), "0 of 1 entry");
  check (ldr_export_describe_entries (412, 412), "412 entries");
  check (ldr_export_describe_entries (1, 1), "1 entry");
  check (ldr_export_describe_entries (0, 0), "0 entries");
  check (ldr_export_describe_goals (0), "None in this period");
  check (ldr_export_describe_goals (1), "1 goal");
  check (ldr_export_describe_goals (3), "3 goals");
  check (ldr_export_describe_pages (1), "1 page");
  check (ldr_export_describe_pages (7), "7 pages");
}

static void
test_words (void)
{
  g_assert_cmpstr (ldr_export_describe_private_notes (FALSE), ==, "Stay in the journal");
  g_assert_cmpstr (ldr_export_describe_private_notes (TRUE), ==, "Go out this once, marked as private");
  check (ldr_export_describe_name (1, NULL), "1 time");
  check (ldr_export_describe_name (3, ""), "3 times");
  check (ldr_export_describe_name (3, "S. d. W."), "3 times, as “S. d. W.”");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/export-describe/sessions", test_sessions);
  g_test_add_func ("/export-describe/dutch", test_dutch);
  g_test_add_func ("/export-describe/actions", test_actions);
  g_test_add_func ("/export-describe/counts", test_counts);
  g_test_add_func ("/export-describe/words", test_words);
  return g_test_run ();
}
