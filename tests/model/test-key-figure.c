/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "model/ldr-balance.h"
#include "model/ldr-key-figure.h"
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"

/* Figures of the service, their dates as people write them, and where styles lie together. */

/* NULL: refused. */
static const struct
{
  const char *locale;
  const char *text;
  const char *day;
} days[] = {
  { "nl_NL.UTF-8", "2026-03-09", "2026-03-09" },
  { "nl_NL.UTF-8", "9-3-2026", "2026-03-09" },
  { "nl_NL.UTF-8", "09-03-26", "2026-03-09" },
  { "nl_NL.UTF-8", " 31.12.2026 ", "2026-12-31" },
  { "en_GB.UTF-8", "09/03/2026", "2026-03-09" },
  { "en_US.UTF-8", "03/09/2026", "2026-03-09" },
  { "en_US.UTF-8", "12/31/26", "2026-12-31" },
  { "nl_NL.UTF-8", "2026-03", "2026-03-01" },
  { "nl_NL.UTF-8", "29-2-2028", "2028-02-29" },
  { "nl_NL.UTF-8", "29-2-2026", NULL },
  { "nl_NL.UTF-8", "12/31/2026", NULL },
  { "en_US.UTF-8", "31/12/2026", NULL },
  { "nl_NL.UTF-8", "9-3/2026", NULL },
  { "nl_NL.UTF-8", "9-3-026", NULL },
  { "nl_NL.UTF-8", "2026-13", NULL },
  { "nl_NL.UTF-8", "", NULL },
  { "nl_NL.UTF-8", "maart", NULL },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      int day = 0;

      g_test_message ("%s: %s", days[i].locale, days[i].text);
      g_assert_nonnull (setlocale (LC_TIME, days[i].locale));
      g_assert_true (ldr_key_figure_parse_day (days[i].text, &day, &error) == (days[i].day != NULL));
      if (days[i].day == NULL)
        {
          g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
          continue;
        }
      iso = ldr_day_to_iso8601 (day);
      g_assert_cmpstr (iso, ==, days[i].day);
    }
  setlocale (LC_TIME, "");
}

static void
test_figure (void)
{
  g_autoptr (LdrKeyFigure) figure = ldr_key_figure_new ("handling-time", " Handling time\n", "min", -1), copy = NULL;
  g_autofree char *text = NULL;
  double value;

  g_assert_cmpstr (figure->name, ==, "Handling time");
  g_assert_true (ldr_key_figure_validate (figure, NULL));
  g_assert_true (ldr_key_figure_parse_value (figure, "1.234,5 min", &value, NULL));
  g_assert_cmpfloat (value, ==, 1234.5);
  g_assert_false (ldr_key_figure_parse_value (figure, "much", &value, NULL));
  text = ldr_key_figure_format_value (figure, 4.5);
  g_assert_cmpstr (text, ==, "4.5\u00a0min");
  copy = ldr_key_figure_copy (figure);
  copy->better = 0;
  g_assert_false (ldr_key_figure_validate (copy, NULL));
  copy->better = 1;
  copy->target = INFINITY;
  g_assert_false (ldr_key_figure_validate (copy, NULL));
  copy->target = 90;
  g_assert_true (ldr_key_figure_validate (copy, NULL));
  copy->rhythm = (LdrFigureRhythm) LDR_N_FIGURE_RHYTHMS;
  g_assert_false (ldr_key_figure_validate (copy, NULL));
  copy->rhythm = LDR_FIGURE_WEEKLY;
  g_set_str (&copy->name, "");
  g_assert_false (ldr_key_figure_validate (copy, NULL));
}

static void
test_ids (void)
{
  for (guint i = 0; i < LDR_N_FIGURE_RHYTHMS; i++)
    {
      LdrFigureRhythm rhythm;

      g_assert_true (ldr_figure_rhythm_from_id (ldr_figure_rhythm_to_id ((LdrFigureRhythm) i), &rhythm));
      g_assert_cmpuint (rhythm, ==, i);
    }
  g_assert_false (ldr_figure_rhythm_from_id ("yearly", &(LdrFigureRhythm) { 0 }));
}

static const int places[LDR_N_STYLES][2] = { { 1, 2 }, { 0, -2 }, { 2, -1 }, { -2, 1 }, { 0, 1 } };

static const struct
{
  guint counts[LDR_N_STYLES];
  guint n;
  double time, attention;
} balances[] = {
  { { 0, 0, 0, 0, 0 }, 0, 0, 0 },        { { 3, 0, 0, 0, 0 }, 3, 1, 2 }, { { 1, 1, 1, 1, 1 }, 5, .2, .2 },
  { { 1, 0, 0, 3, 0 }, 4, -1.25, 1.25 }, { { 0, 0, 2, 2, 0 }, 4, 0, 0 },
};

static void
test_balance (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (balances); i++)
    {
      LdrBalance balance;

      g_test_message ("%zu", i);
      g_assert_true (ldr_balance_of_styles (balances[i].counts, places, &balance) == (balances[i].n > 0));
      g_assert_cmpuint (balance.n, ==, balances[i].n);
      g_assert_cmpfloat_with_epsilon (balance.time, balances[i].time, 1e-12);
      g_assert_cmpfloat_with_epsilon (balance.attention, balances[i].attention, 1e-12);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-figure/days", test_days);
  g_test_add_func ("/key-figure/figure", test_figure);
  g_test_add_func ("/key-figure/ids", test_ids);
  g_test_add_func ("/balance/styles", test_balance);
  return g_test_run ();
}
