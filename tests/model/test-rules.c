/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "model/ldr-moment.h"
#include "model/ldr-passphrase.h"
#include "model/ldr-retention.h"

#define HOUR (G_GINT64_CONSTANT (60) * 60 * 1000)

static gint64
moment (const char *text)
{
  gint64 value = 0;

  g_assert_true (ldr_moment_parse (text, &value, NULL));
  return value;
}

static gboolean
holds (GArray *moments, gint64 value)
{
  for (guint i = 0; i < moments->len; i++)
    if (g_array_index (moments, gint64, i) == value)
      return TRUE;
  return FALSE;
}

/* Three backups a day for three years, thinned out each day as the application does it. */
static void
test_retention_over_years (void)
{
  gint64 start = moment ("2023-01-01");
  gint64 now = start;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int step = 0; step < 3 * 365 * 3; step++)
    {
      g_autoptr (GArray) remove = NULL;
      g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (gint64));

      now = start + step * 8 * HOUR;
      g_array_append_val (kept, now);
      remove = ldr_retention_to_remove (kept, now);
      for (guint i = 0; i < kept->len; i++)
        if (!holds (remove, g_array_index (kept, gint64, i)))
          g_array_append_val (stays, g_array_index (kept, gint64, i));
      g_assert_true (holds (stays, now));
      g_assert_cmpuint (stays->len + remove->len, ==, kept->len);
      g_array_unref (g_steal_pointer (&kept));
      kept = g_steal_pointer (&stays);
    }
  /* The week's newest and the month's newest are among the days' as well. */
  g_assert_cmpuint (kept->len, <=, LDR_KEEP_DAILY + LDR_KEEP_WEEKLY + LDR_KEEP_MONTHLY);
  g_assert_cmpuint (kept->len, >=, LDR_KEEP_DAILY + LDR_KEEP_MONTHLY - 1);
  g_assert_cmpint (now - g_array_index (kept, gint64, 0), >, 330 * 24 * HOUR);
}

static void
test_retention_cases (void)
{
  static const struct
  {
    const char *now;
    const char *moments[12];
    const char *removed[12];
  } cases[] = {
    { "2026-03-09", { NULL }, { NULL } },
    { "2026-03-09", { "2026-03-09T08:00" }, { NULL } },
    { "2026-03-09T20:00",
      { "2026-03-09T08:00", "2026-03-09T18:00", "2026-03-09T09:00" },
      { "2026-03-09T09:00", "2026-03-09T08:00" } },
    /* Away for years: what there is stays. */
    { "2026-03-09", { "2019-03-09", "2019-02-09", "2019-01-09" }, { NULL } },
    /* From the future: stays, and the newest real one as well. */
    { "2026-03-09T20:00", { "2030-01-01", "2026-03-09T08:00" }, { NULL } },
    /* Eight days in one week and the Monday after: the first of the eight goes. */
    { "2026-03-09T20:00",
      { "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08",
        "2026-03-09" },
      { "2026-03-02" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) removed = NULL;
      guint expected = 0;

      for (int j = 0; cases[i].moments[j] != NULL; j++)
        {
          gint64 value = moment (cases[i].moments[j]);
          g_array_append_val (moments, value);
        }
      removed = ldr_retention_to_remove (moments, moment (cases[i].now));
      for (; cases[i].removed[expected] != NULL; expected++)
        g_assert_cmpint (g_array_index (removed, gint64, expected), ==, moment (cases[i].removed[expected]));
      g_assert_cmpuint (removed->len, ==, expected);
    }
}

/* Openings one after the other, by days: whether each is written down, and before which day the trash may go. */
static void
test_steady_clock (void)
{
  static const struct
  {
    gint64 day;
    gboolean news;
    gint64 limit;
  } openings[] = {
    { 1000, TRUE, 0 },                                                 /* the first one */
    { 1000, FALSE, 0 },                                                /* once more that day */
    { 1001, TRUE, 0 },     { 1029, TRUE, 0 },    { 1030, TRUE, 1000 }, /* steady for as long as the trash is kept */
    { 1330, TRUE, 1300 },                                              /* a long absence */
    { 1329, FALSE, 1299 }, /* a day back: another time zone, or put right a little */
    { 1631, TRUE, 0 },     /* too far ahead of 1330 */
    { 1660, TRUE, 0 },     { 1661, TRUE, 1631 }, { 36500, TRUE, 0 }, /* another century */
    { 36501, TRUE, 0 },                                              /* and on it goes */
    { 1662, TRUE, 0 },                                               /* put right */
    { 1691, TRUE, 0 },     { 1692, TRUE, 1662 }, { 1, TRUE, 0 },     /* an empty battery */
    { 1693, TRUE, 0 },     { 1723, TRUE, 1693 },
  };
  const gint64 day = (gint64) 24 * 60 * 60 * 1000;
  LdrSteadyClock clock = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gint64 now = openings[i].day * day;

      g_test_message ("opening %" G_GSIZE_FORMAT " on day %" G_GINT64_FORMAT, i, openings[i].day);
      g_assert_cmpint (ldr_steady_clock_note (&clock, now), ==, openings[i].news);
      g_assert_cmpint (ldr_steady_clock_get_trash_limit (&clock, now), ==, openings[i].limit * day);
    }
}

/* Hours in the trash, and the days that are left. */
static void
test_trash_days (void)
{
  static const struct
  {
    int hours;
    int days;
  } cases[] = { { 0, 30 }, { 1, 30 }, { 24, 29 }, { 30 * 24 - 1, 1 }, { 30 * 24, 0 }, { 90 * 24, 0 } };
  const gint64 deleted = 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_retention_get_trash_days (deleted, deleted + cases[i].hours * (gint64) 60 * 60 * 1000), ==,
                     cases[i].days);
}

static void
test_retention_twins (void)
{
  gint64 twins[] = { 1000, 1000 };
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) removed = NULL;

  g_array_append_vals (moments, twins, 2);
  removed = ldr_retention_to_remove (moments, 5000);
  g_assert_cmpuint (removed->len, ==, 0);
}

static const struct
{
  const char *passphrase;
  LdrStrength strength;
} strengths[] = {
  { NULL, LDR_STRENGTH_NONE },
  { "", LDR_STRENGTH_NONE },
  { "a", LDR_STRENGTH_WEAK },
  { "password", LDR_STRENGTH_WEAK },
  { "P@ssw0rd123!", LDR_STRENGTH_WEAK },
  { "Wachtwoord2026!", LDR_STRENGTH_WEAK },
  { "welkom01", LDR_STRENGTH_WEAK },
  { "correct horse battery staple", LDR_STRENGTH_WEAK },
  { "correcthorsebatterystaple", LDR_STRENGTH_WEAK },
  { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", LDR_STRENGTH_WEAK },
  { "abcdefghijklmnopqrstuvwxyz", LDR_STRENGTH_WEAK },
  { "12345678901234567890", LDR_STRENGTH_WEAK },
  { "fiets fiets fiets fiets fiets", LDR_STRENGTH_WEAK },
  { "fiets tandpasta", LDR_STRENGTH_WEAK },
  { "fiets tandpasta wolk", LDR_STRENGTH_FAIR },
  { "fiets tandpasta wolk kelder", LDR_STRENGTH_GOOD },
  { "fiets tandpasta wolk kelder zeilboot", LDR_STRENGTH_STRONG },
  { "k7#Gf2-pQ9x!mB4", LDR_STRENGTH_STRONG },
  { "\xff\xff", LDR_STRENGTH_WEAK },
};

static void
test_strength (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_test_message ("%u: %.1f bits", i, ldr_passphrase_bits (strengths[i].passphrase));
      g_assert_cmpint (ldr_passphrase_strength (strengths[i].passphrase), ==, strengths[i].strength);
    }
}

/* More words of its own never make a passphrase weaker. */
static void
test_strength_grows (void)
{
  static const char *const words[] = { "fiets", "wolk", "zand", "kelder", "zeilboot", "spijker", "maan", "boter" };
  g_autoptr (GString) passphrase = g_string_new (NULL);
  double last = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double bits;

      g_string_append_printf (passphrase, "%s ", words[i]);
      bits = ldr_passphrase_bits (passphrase->str);
      g_assert_cmpfloat (bits, >, last + 10.0);
      last = bits;
    }
}

/* Takes over the C library's, to see what is wiped. */
static int n_wiped;

void
explicit_bzero (void *memory, size_t size)
{
  static const char word[] = "paardenbloem";
  volatile char *byte = memory;
  gboolean is_word = size >= strlen (word);

  for (size_t i = 0; is_word && word[i] != '\0'; i++)
    is_word = byte[i] == word[i];
  n_wiped += is_word ? 1 : 0;
  for (size_t i = 0; i < size; i++)
    byte[i] = 0;
}

/* The run of letters, folded, and as it was seen before; the whole folded, and without what is around its letters. */
static void
test_passphrase_wiped (void)
{
  n_wiped = 0;
  g_assert_cmpint (ldr_passphrase_strength ("paardenbloem"), ==, LDR_STRENGTH_WEAK);
  g_assert_cmpint (n_wiped, ==, 5);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retention/over-years", test_retention_over_years);
  g_test_add_func ("/retention/cases", test_retention_cases);
  g_test_add_func ("/retention/twins", test_retention_twins);
  g_test_add_func ("/retention/trash-days", test_trash_days);
  g_test_add_func ("/retention/steady-clock", test_steady_clock);
  g_test_add_func ("/passphrase/strength", test_strength);
  g_test_add_func ("/passphrase/grows", test_strength_grows);
  g_test_add_func ("/passphrase/wiped", test_passphrase_wiped);
  return g_test_run ();
}
