/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "app/journal/ldr-places.h"
#include "model/ldr-moment.h"

static int
day (const char *iso)
{
  int result = 0;

  g_assert_true (ldr_day_parse (iso, &result, NULL));

  return result;
}

/* Places from text such as "9 7 4": their keys, all on one day. */
static GArray *
places_from (const char *keys)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (LdrPlace));
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        LdrPlace place = { .key = g_ascii_strtoll (*word, NULL, 10), .day = day ("2026-11-20") };

        g_array_append_val (places, place);
      }

  return places;
}

static const struct
{
  const char *keys;
  gint64 key;
  gboolean found;
  guint position;
} finds[] = {
  { "", 5, FALSE, 0 },      { "5", 5, TRUE, 0 },      { "5", 6, FALSE, 0 },     { "5", 4, FALSE, 1 },
  { "9 7 4", 9, TRUE, 0 },  { "9 7 4", 7, TRUE, 1 },  { "9 7 4", 4, TRUE, 2 },  { "9 7 4", 10, FALSE, 0 },
  { "9 7 4", 8, FALSE, 1 }, { "9 7 4", 5, FALSE, 2 }, { "9 7 4", 1, FALSE, 3 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autoptr (GArray) places = places_from (finds[i].keys);
      guint position = 99;

      g_assert_cmpint (ldr_places_find (places, finds[i].key, &position), ==, finds[i].found);
      g_assert_cmpuint (position, ==, finds[i].position);
    }
}

static const struct
{
  const char *before;
  const char *after;
  guint position;
  guint removed;
  guint added;
} diffs[] = {
  { "", "", 0, 0, 0 },
  { "", "3 2 1", 0, 0, 3 },
  { "3 2 1", "", 0, 3, 0 },
  { "3 2 1", "3 2 1", 3, 0, 0 },
  { "3 2 1", "4 3 2 1", 0, 0, 1 },
  { "4 3 2 1", "4 2 1", 1, 1, 0 },
  { "9 8 7", "9 8 7 6 5", 3, 0, 2 },
  { "9 8 7 6", "9 5 4 6", 1, 2, 2 },
};

static void
test_diff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (diffs); i++)
    {
      g_autoptr (GArray) before = places_from (diffs[i].before);
      g_autoptr (GArray) after = places_from (diffs[i].after);
      guint position, removed, added;

      ldr_places_diff (before, after, &position, &removed, &added);
      g_assert_cmpuint (position, ==, diffs[i].position);
      g_assert_cmpuint (removed, ==, diffs[i].removed);
      g_assert_cmpuint (added, ==, diffs[i].added);
    }
}

static void
test_diff_sees_days (void)
{
  g_autoptr (GArray) before = places_from ("3 2 1");
  g_autoptr (GArray) after = places_from ("3 2 1");
  guint position, removed, added;

  g_array_index (after, LdrPlace, 1).day++;
  ldr_places_diff (before, after, &position, &removed, &added);
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (added, ==, 1);
}

static void
test_sections (void)
{
  static const char *const days[]
      = { "2026-11-30", "2026-11-01", "2026-10-31", "2025-10-31", "2025-10-01", "2024-02-29" };
  static const guint starts[] = { 0, 0, 2, 3, 3, 5 };
  static const guint ends[] = { 2, 2, 3, 5, 5, 6 };
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (LdrPlace));
  g_autoptr (GArray) sections = NULL;
  guint start, end;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      LdrPlace place = { .key = 100 - i, .day = day (days[i]) };

      g_array_append_val (places, place);
    }
  sections = ldr_places_sections (places);
  g_assert_cmpuint (sections->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      ldr_sections_lookup (sections, places->len, i, &start, &end);
      g_assert_cmpuint (start, ==, starts[i]);
      g_assert_cmpuint (end, ==, ends[i]);
    }
  ldr_sections_lookup (sections, places->len, 6, &start, &end);
  g_assert_cmpuint (start, ==, 6);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/places/find", test_find);
  g_test_add_func ("/places/diff", test_diff);
  g_test_add_func ("/places/diff-sees-days", test_diff_sees_days);
  g_test_add_func ("/places/sections", test_sections);

  return g_test_run ();
}
