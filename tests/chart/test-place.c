/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ldr-chart-place.h"

static void
test_callout (void)
{
  static const struct
  {
    float x, y;
    float left, top;
  } cases[] = {
    { 100, 80, 70, 50 },  /* above the point */
    { 100, 10, 70, 20 },  /* no room above: below it */
    { 5, 80, 0, 50 },     /* moved in from the left */
    { 198, 80, 140, 50 }, /* moved in from the right */
  };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 200, 100);
  graphene_size_t size = GRAPHENE_SIZE_INIT (60, 20);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_point_t anchor = GRAPHENE_POINT_INIT (cases[i].x, cases[i].y);
      graphene_rect_t place = ldr_chart_place_callout (&bounds, &anchor, &size, 10);

      g_assert_cmpfloat_with_epsilon (place.origin.x, cases[i].left, 0.01);
      g_assert_cmpfloat_with_epsilon (place.origin.y, cases[i].top, 0.01);
    }
}

static void
test_aside (void)
{
  static const struct
  {
    float x, y;
    float left, top;
  } cases[] = {
    { 50, 50, 60, 40 },   /* at the right */
    { 180, 50, 110, 40 }, /* no room at the right: at the left */
    { 50, 2, 60, 0 },     /* moved in from above */
    { 50, 99, 60, 80 },   /* moved in from below */
  };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 200, 100);
  graphene_rect_t narrow = GRAPHENE_RECT_INIT (0, 0, 100, 100);
  graphene_size_t size = GRAPHENE_SIZE_INIT (60, 20);
  graphene_rect_t place;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_point_t anchor = GRAPHENE_POINT_INIT (cases[i].x, cases[i].y);

      place = ldr_chart_place_aside (&bounds, &anchor, &size, 10);
      g_assert_cmpfloat_with_epsilon (place.origin.x, cases[i].left, 0.01);
      g_assert_cmpfloat_with_epsilon (place.origin.y, cases[i].top, 0.01);
    }
  place = ldr_chart_place_aside (&narrow, &GRAPHENE_POINT_INIT (50, 60), &size, 10);
  g_assert_cmpfloat_with_epsilon (place.origin.x, 20, 0.01);
  g_assert_cmpfloat_with_epsilon (place.origin.y, 30, 0.01);
}

static void
test_flow (void)
{
  const graphene_size_t sizes[]
      = { GRAPHENE_SIZE_INIT (40, 10), GRAPHENE_SIZE_INIT (30, 12), GRAPHENE_SIZE_INIT (50, 10) };
  graphene_rect_t places[3];

  /* All in a row of 40 + 10 + 30 + 10 + 50 = 140, in the middle of 200. */
  g_assert_cmpfloat_with_epsilon (ldr_chart_place_flow (sizes, 3, 200, 10, FALSE, places), 12, 0.01);
  g_assert_cmpfloat_with_epsilon (places[0].origin.x, 30, 0.01);
  g_assert_cmpfloat_with_epsilon (places[2].origin.x, 120, 0.01);
  ldr_chart_place_flow (sizes, 3, 200, 10, TRUE, places);
  g_assert_cmpfloat_with_epsilon (places[0].origin.x, 130, 0.01);
  g_assert_cmpfloat_with_epsilon (places[2].origin.x, 30, 0.01);
  /* Two rows: 80 wide and 50 wide. */
  g_assert_cmpfloat_with_epsilon (ldr_chart_place_flow (sizes, 3, 100, 10, FALSE, places), 22, 0.01);
  g_assert_cmpfloat_with_epsilon (places[1].origin.x, 60, 0.01);
  g_assert_cmpfloat_with_epsilon (places[2].origin.x, 25, 0.01);
  g_assert_cmpfloat_with_epsilon (places[2].origin.y, 12, 0.01);
  g_assert_cmpfloat_with_epsilon (ldr_chart_place_flow (sizes, 0, 100, 10, FALSE, places), 0, 0.01);
}

#define MOST_THINGS 4

static void
test_beside (void)
{
  static const struct
  {
    guint n;
    double middles[MOST_THINGS];
    double size;
    gboolean fits;
    double expected[MOST_THINGS];
  } cases[] = {
    { 0, { 0 }, 10, TRUE, { 0 } },
    { 1, { 50 }, 10, TRUE, { 50 } },
    { 1, { 2 }, 10, TRUE, { 5 } },
    { 1, { 99 }, 10, TRUE, { 95 } },
    { 2, { 20, 80 }, 10, TRUE, { 20, 80 } },
    { 2, { 50, 50 }, 10, TRUE, { 45, 55 } },
    { 2, { 52, 48 }, 10, TRUE, { 55, 45 } },
    { 3, { 50, 50, 50 }, 10, TRUE, { 40, 50, 60 } },
    { 3, { 4, 5, 6 }, 10, TRUE, { 5, 15, 25 } },
    { 3, { 97, 96, 95 }, 10, TRUE, { 95, 85, 75 } },
    { 4, { 30, 31, 38, 90 }, 10, TRUE, { 23, 33, 43, 90 } },
    { 4, { 1, 2, 3, 4 }, 25, TRUE, { 12.5, 37.5, 62.5, 87.5 } },
    { 4, { 1, 2, 3, 4 }, 26, FALSE, { 1, 2, 3, 4 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double middles[MOST_THINGS];
      double sizes[MOST_THINGS];

      for (guint j = 0; j < MOST_THINGS; j++)
        {
          middles[j] = cases[i].middles[j];
          sizes[j] = cases[i].size;
        }
      g_assert_true (ldr_chart_place_beside (middles, sizes, cases[i].n, 0, 100) == cases[i].fits);
      for (guint j = 0; j < cases[i].n; j++)
        g_assert_cmpfloat_with_epsilon (middles[j], cases[i].expected[j], 1e-9);
    }
}

/* Whatever they are: in order, inside, and none over another. */
static void
test_beside_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 9);
      double middles[8];
      double wishes[8];
      double sizes[8];

      for (guint i = 0; i < n; i++)
        {
          wishes[i] = middles[i] = g_test_rand_double_range (-20, 220);
          sizes[i] = g_test_rand_double_range (5, 25);
        }
      g_assert_true (ldr_chart_place_beside (middles, sizes, n, 0, 200));
      for (guint a = 0; a < n; a++)
        {
          g_assert_cmpfloat (middles[a] - sizes[a] / 2, >=, -1e-9);
          g_assert_cmpfloat (middles[a] + sizes[a] / 2, <=, 200 + 1e-9);
          for (guint b = 0; b < n; b++)
            if (wishes[a] < wishes[b])
              g_assert_cmpfloat (middles[b] - middles[a], >=, (sizes[a] + sizes[b]) / 2 - 1e-9);
        }
    }
}

static void
test_apart (void)
{
  const graphene_rect_t rects[]
      = { GRAPHENE_RECT_INIT (0, 0, 10, 10), GRAPHENE_RECT_INIT (15, 0, 10, 10), GRAPHENE_RECT_INIT (0, 14, 30, 10) };

  g_assert_true (ldr_chart_are_apart (rects, 2, 0));
  g_assert_true (ldr_chart_are_apart (rects, 2, 4.9));
  g_assert_false (ldr_chart_are_apart (rects, 2, 5.1));
  g_assert_true (ldr_chart_are_apart (rects, 3, 3.9));
  g_assert_false (ldr_chart_are_apart (rects, 3, 4.1));
  g_assert_true (ldr_chart_are_apart (NULL, 0, 10));
}

static void
test_crossed (void)
{
  static const struct
  {
    float x1, y1, x2, y2;
    gboolean crossed;
  } cases[] = {
    { 0, 0, 30, 30, TRUE }, { 12, 12, 13, 13, TRUE }, { 0, 0, 9, 9, FALSE },    { 0, 15, 30, 15, TRUE },
    { 0, 9, 30, 9, FALSE }, { 15, 0, 15, 30, TRUE },  { 21, 0, 21, 30, FALSE }, { 0, 18, 18, 30, FALSE },
    { 30, 30, 0, 0, TRUE }, { 12, 12, 12, 12, TRUE }, { 5, 5, 5, 5, FALSE },    { 15, 15, 90, 15, TRUE },
  };
  const graphene_rect_t rect = GRAPHENE_RECT_INIT (10, 10, 10, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_point_t a = GRAPHENE_POINT_INIT (cases[i].x1, cases[i].y1);
      graphene_point_t b = GRAPHENE_POINT_INIT (cases[i].x2, cases[i].y2);

      g_assert_true (ldr_chart_is_crossed (&rect, &a, &b) == cases[i].crossed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/callout", test_callout);
  g_test_add_func ("/place/aside", test_aside);
  g_test_add_func ("/place/flow", test_flow);
  g_test_add_func ("/place/beside", test_beside);
  g_test_add_func ("/place/beside-random", test_beside_random);
  g_test_add_func ("/place/apart", test_apart);
  g_test_add_func ("/place/crossed", test_crossed);
  return g_test_run ();
}
