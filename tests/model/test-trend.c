/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include "model/ldr-trend.h"

/* What is said of numbers, against what statisticians published. */

#define POINTS_MAX 12

static void
assert_number (double found, double wanted)
{
  if (isnan (wanted))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, wanted, 1e-9);
}

static void
test_median (void)
{
  static const struct
  {
    guint n;
    double values[6];
    double median;
  } rows[] = {
    { 0, { 0 }, NAN },         { 1, { 4 }, 4 },          { 2, { 5, 2 }, 3.5 },
    { 3, { 9, 1, 2 }, 2 },     { 4, { 1, 9, 2, 4 }, 3 }, { 5, { 3, 3, 3, 1, 5 }, 3 },
    { 3, { -1, -5, -2 }, -2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_number (ldr_trend_get_median (rows[i].values, rows[i].n), rows[i].median);
}

static void
test_shares (void)
{
  static const struct
  {
    int part, whole;
    double share, rate;
  } rows[] = {
    { 0, 0, NAN, NAN }, { 0, 7, 0, 0 }, { 7, 7, 1, 7 }, { 1, 14, 1.0 / 14, 0.5 }, { 61, 183, 61.0 / 183, 7.0 / 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_number (ldr_trend_get_share (rows[i].part, rows[i].whole), rows[i].share);
      assert_number (ldr_trend_get_weekly_rate (rows[i].part, rows[i].whole), rows[i].rate);
    }
}

/* The definition of Theil (1950) and Sen (1968): the median of all slopes, which a wild value does not move. */
static void
test_slope (void)
{
  static const struct
  {
    guint n;
    LdrTrendPoint points[6];
    double slope;
  } rows[] = {
    { 0, { { 0, 0 } }, NAN },
    { 1, { { 3, 4 } }, NAN },
    { 2, { { 3, 4 }, { 3, 8 } }, NAN },
    { 2, { { 3, 4 }, { 5, 8 } }, 2 },
    { 2, { { 5, 8 }, { 3, 4 } }, 2 },
    { 5, { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 3, 3 }, { 4, 100 } }, 1 },
    { 5, { { 4, 0 }, { 0, 8 }, { 1, 6 }, { 2, -90 }, { 3, 2 } }, -2 },
    /* Slopes 1, 0.5, 1, 0, 1, 2 in order 0, 0.5, 1, 1, 1, 2. */
    { 4, { { 0, 0 }, { 1, 1 }, { 2, 1 }, { 3, 3 } }, 1 },
    /* Of two values at one place the middle counts. */
    { 4, { { 0, 0 }, { 1, 2 }, { 1, 4 }, { 2, 6 } }, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_number (ldr_trend_get_slope (rows[i].points, rows[i].n), rows[i].slope);
}

/* To swap two neighbours that stand in order turns one pair round. */
static void
turn_one_pair (LdrTrendPoint *points, int n, gboolean down)
{
  for (int k = 0; k + 1 < n; k++)
    if (down ? points[k].y > points[k + 1].y : points[k].y < points[k + 1].y)
      {
        double other = points[k].y;

        points[k].y = points[k + 1].y;
        points[k + 1].y = other;
        return;
      }
  g_assert_not_reached ();
}

/* The least number of rising pairs less falling ones that chance brings in less than one of twenty cases, by the exact
 * table of Kendall ("Rank Correlation Methods", 1975), which Gilbert printed ("Statistical Methods for Environmental
 * Pollution Monitoring", 1987, table A18). */
static void
test_chance (void)
{
  static const struct
  {
    int n;
    int score;
  } rows[] = { { 4, 6 }, { 5, 8 }, { 6, 11 }, { 7, 13 }, { 8, 16 }, { 9, 18 }, { 10, 21 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int down = 0; down < 2; down++)
      {
        LdrTrendPoint points[POINTS_MAX];
        int n = rows[i].n, score = n * (n - 1) / 2;

        for (int k = 0; k < n; k++)
          points[k] = (LdrTrendPoint) { k, down ? -k : k };
        for (; score >= rows[i].score; score -= 2)
          {
            g_assert_cmpint (ldr_trend_of (points, (guint) n, 1e-6), ==, down ? LDR_TREND_FALLING : LDR_TREND_RISING);
            turn_one_pair (points, n, down);
          }
        g_assert_cmpint (ldr_trend_of (points, (guint) n, 1e-6), ==, LDR_TREND_UNCLEAR);
      }
}

static void
test_trend (void)
{
  static const struct
  {
    guint n;
    LdrTrendPoint points[8];
    double noticeable;
    LdrTrend trend;
  } rows[] = {
    { 0, { { 0, 0 } }, 1, LDR_TREND_NONE },
    { 3, { { 0, 0 }, { 1, 5 }, { 2, 10 } }, 1, LDR_TREND_NONE },
    { 4, { { 0, 0 }, { 1, 3 }, { 2, 6 }, { 3, 10 } }, 1, LDR_TREND_RISING },
    { 4, { { 3, 0 }, { 2, 3 }, { 1, 6 }, { 0, 10 } }, 1, LDR_TREND_FALLING },
    /* At fewer than four places nothing goes anywhere, however many values there are. */
    { 5, { { 0, 0 }, { 0, 1 }, { 1, 5 }, { 2, 10 }, { 2, 11 } }, 1, LDR_TREND_NONE },
    /* From 5 to 8 in all: noticed when 3 is. */
    { 4, { { 0, 5 }, { 10, 6 }, { 20, 7 }, { 30, 8 } }, 3, LDR_TREND_RISING },
    { 4, { { 0, 5 }, { 10, 6 }, { 20, 7 }, { 30, 8 } }, 3.01, LDR_TREND_STEADY },
    { 5, { { 0, 4 }, { 1, 4 }, { 2, 4 }, { 3, 4 }, { 4, 4 } }, 0.5, LDR_TREND_STEADY },
    { 6, { { 0, 1 }, { 1, 9 }, { 2, 2 }, { 3, 8 }, { 4, 3 }, { 5, 9 } }, 1, LDR_TREND_UNCLEAR },
    /* One wild value makes no trend. */
    { 6, { { 0, 4 }, { 1, 4 }, { 2, 4 }, { 3, 4 }, { 4, 4 }, { 5, 10 } }, 1, LDR_TREND_STEADY },
    { 8, { { 0, 2 }, { 1, 2 }, { 2, 3 }, { 3, 3 }, { 4, 4 }, { 5, 4 }, { 6, 5 }, { 7, 5 } }, 1, LDR_TREND_RISING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%zu", i);
      g_assert_cmpint (ldr_trend_of (rows[i].points, rows[i].n, rows[i].noticeable), ==, rows[i].trend);
    }
}

/* Ten years of days, of which many share a value: as steep as it was made, and no wait for it. */
static void
test_many (void)
{
  static LdrTrendPoint points[36500];
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (LdrTrendPoint) { i / 10, 3 + i / 10 * 0.001 + g_rand_double_range (random, -1, 1) };
  g_test_timer_start ();
  g_assert_cmpfloat_with_epsilon (ldr_trend_get_slope (points, G_N_ELEMENTS (points)), 0.001, 0.00005);
  g_assert_cmpint (ldr_trend_of (points, G_N_ELEMENTS (points), 1), ==, LDR_TREND_RISING);
  g_assert_cmpint (ldr_trend_of (points, G_N_ELEMENTS (points), 5), ==, LDR_TREND_STEADY);
  g_test_message ("%.1f ms", g_test_timer_elapsed () * 1000);
}

/* Hours before the television against the intelligence quotient, the worked example of Wikipedia's "Spearman's rank
 * correlation coefficient": -29/165. The other rows follow from the definition. */
static void
test_correlation (void)
{
  static const struct
  {
    guint n;
    LdrTrendPoint points[POINTS_MAX];
    double correlation;
  } rows[] = {
    { 10,
      { { 106, 7 },
        { 100, 27 },
        { 86, 2 },
        { 101, 50 },
        { 99, 28 },
        { 103, 29 },
        { 97, 20 },
        { 113, 12 },
        { 112, 6 },
        { 110, 17 } },
      -29.0 / 165 },
    { 9, { { 1, 1 }, { 2, 2 }, { 3, 3 }, { 4, 4 }, { 5, 5 }, { 6, 6 }, { 7, 7 }, { 8, 8 }, { 9, 9 } }, NAN },
    /* Only the order counts, not by how much. */
    { 10,
      { { 1, 1 },
        { 2, 8 },
        { 3, 27 },
        { 4, 64 },
        { 5, 125 },
        { 6, 216 },
        { 7, 343 },
        { 8, 512 },
        { 9, 729 },
        { 10, 1000 } },
      1 },
    { 10, { { 1, 9 }, { 2, 8 }, { 3, 7 }, { 4, 6 }, { 5, 5 }, { 6, 4 }, { 7, 3 }, { 8, 2 }, { 9, 1 }, { 10, 0 } }, -1 },
    { 10,
      { { 1, 4 }, { 2, 4 }, { 3, 4 }, { 4, 4 }, { 5, 4 }, { 6, 4 }, { 7, 4 }, { 8, 4 }, { 9, 4 }, { 10, 4 } },
      NAN },
    /* Equal ones share the middle of their ranks: 0 is 3 for five of them, 1 is 8 for the others. */
    { 10,
      { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 }, { 0, 5 }, { 1, 6 }, { 1, 7 }, { 1, 8 }, { 1, 9 }, { 1, 10 } },
      62.5 / 71.80703308172536 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%zu", i);
      assert_number (ldr_trend_get_rank_correlation (rows[i].points, rows[i].n), rows[i].correlation);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/median", test_median);
  g_test_add_func ("/trend/shares", test_shares);
  g_test_add_func ("/trend/slope", test_slope);
  g_test_add_func ("/trend/chance", test_chance);
  g_test_add_func ("/trend/trend", test_trend);
  g_test_add_func ("/trend/many", test_many);
  g_test_add_func ("/trend/correlation", test_correlation);
  return g_test_run ();
}
