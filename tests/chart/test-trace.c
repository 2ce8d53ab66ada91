/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/ldr-chart-scale.h"
#include "chart/ldr-chart-trace.h"

#define MOST_POINTS 8

static void
test_scale (void)
{
  static const struct
  {
    LdrChartScale scale;
    double value;
    double place;
  } cases[] = {
    { { 0, 10, 100, 0 }, 0, 100 },
    { { 0, 10, 100, 0 }, 10, 0 },
    { { 0, 10, 100, 0 }, 7, 30 },
    { { -5, 5, 0, 200 }, -5, 0 },
    { { -5, 5, 0, 200 }, 0, 100 },
    { { -5, 5, 0, 200 }, 10, 300 },
    { { 3, 3, 0, 50 }, 3, 25 },
    { { 3, 3, 0, 50 }, 99, 25 },
    { { 0, 1, 40, 40 }, 0.5, 40 },
    { { -G_MAXDOUBLE, G_MAXDOUBLE, 0, 10 }, 0, 5 },
    { { -G_MAXDOUBLE, G_MAXDOUBLE, 0, 10 }, G_MAXDOUBLE, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LdrChartScale *scale = &cases[i].scale;

      g_assert_cmpfloat_with_epsilon (ldr_chart_scale_map (scale, cases[i].value), cases[i].place, 1e-9);
      if (scale->high > scale->low && scale->end != scale->start && scale->high < 1e6)
        g_assert_cmpfloat_with_epsilon (ldr_chart_scale_unmap (scale, cases[i].place), cases[i].value, 1e-9);
    }
}

/* The corners as text: "(" and ")" where the line begins and ends. */
static char *
describe (const GArray *vertices)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < vertices->len; i++)
    {
      const LdrChartVertex *vertex = &g_array_index (vertices, LdrChartVertex, i);

      g_string_append_printf (words, "%s%u%s", vertex->starts ? "(" : " ", vertex->index, vertex->ends ? ")" : "");
    }
  return g_string_free_and_steal (words);
}

static void
test_parts (void)
{
  static const struct
  {
    guint n;
    LdrChartPoint points[MOST_POINTS];
    guint n_breaks;
    int breaks[3];
    const char *expected;
  } cases[] = {
    { 0, { { 0 } }, 0, { 0 }, "" },
    { 1, { { 1, 5 } }, 0, { 0 }, "(0)" },
    { 1, { { 1, NAN } }, 0, { 0 }, "" },
    { 3, { { 1, 5 }, { 2, 6 }, { 9, 7 } }, 0, { 0 }, "(0 1 2)" },
    { 4, { { 1, 5 }, { 2, NAN }, { 3, 6 }, { 4, 7 } }, 0, { 0 }, "(0)(2 3)" },
    { 4, { { 1, NAN }, { 2, NAN }, { 3, 6 }, { 4, NAN } }, 0, { 0 }, "(2)" },
    { 3, { { 1, INFINITY }, { 2, 3 }, { 3, 6 } }, 0, { 0 }, "(1 2)" },
    { 4, { { 1, 5 }, { 2, 6 }, { 3, 6 }, { 4, 7 } }, 1, { 3 }, "(0 1)(2 3)" },
    { 4, { { 1, 5 }, { 2, 6 }, { 5, 6 }, { 6, 7 } }, 1, { 3 }, "(0 1)(2 3)" },
    { 4, { { 1, 5 }, { 2, 6 }, { 5, 6 }, { 6, 7 } }, 3, { 1, 3, 4 }, "(0 1)(2 3)" },
    { 4, { { 1, 5 }, { 2, 6 }, { 5, 6 }, { 6, 7 } }, 2, { 0, 7 }, "(0 1 2 3)" },
    { 4, { { 1, 5 }, { 2, 6 }, { 5, 6 }, { 6, 7 } }, 3, { 2, 5, 6 }, "(0)(1)(2)(3)" },
    { 4, { { 1, 5 }, { 1, 6 }, { 1, 6 }, { 2, 7 } }, 1, { 1 }, "(0 1 2 3)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) vertices
          = ldr_chart_trace (cases[i].points, cases[i].n, cases[i].breaks, cases[i].n_breaks, 100);
      g_autofree char *found = describe (vertices);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static LdrChartPoint *
make_many (guint n)
{
  LdrChartPoint *points = g_new0 (LdrChartPoint, n);

  for (guint i = 0; i < n; i++)
    points[i] = (LdrChartPoint) { (int) i, sin (i / 40.0) };
  return points;
}

/* As many corners as asked for, the ends and every peak among them, in order. */
static void
test_many (void)
{
  static const guint mosts[] = { 3, 50, 500, 4999 };
  guint n = 5000;
  g_autofree LdrChartPoint *points = make_many (n);

  points[1234].value = 40;
  points[3000].value = -40;
  for (gsize i = 0; i < G_N_ELEMENTS (mosts); i++)
    {
      g_autoptr (GArray) vertices = ldr_chart_trace (points, n, NULL, 0, mosts[i]);
      gboolean peak = FALSE;
      gboolean valley = FALSE;

      g_assert_cmpuint (vertices->len, ==, mosts[i]);
      for (guint j = 0; j < vertices->len; j++)
        {
          const LdrChartVertex *vertex = &g_array_index (vertices, LdrChartVertex, j);

          g_assert_true (j == 0 || vertex->index > (vertex - 1)->index);
          g_assert_true (vertex->starts == (j == 0));
          g_assert_true (vertex->ends == (j + 1 == vertices->len));
          peak = peak || vertex->index == 1234;
          valley = valley || vertex->index == 3000;
        }
      g_assert_cmpuint (g_array_index (vertices, LdrChartVertex, 0).index, ==, 0);
      g_assert_cmpuint (g_array_index (vertices, LdrChartVertex, vertices->len - 1).index, ==, n - 1);
      g_assert_true (mosts[i] == 3 || (peak && valley));
    }
}

/* Worked out by hand: in the middle bucket the second point makes the larger triangle. */
static void
test_triangles (void)
{
  static const LdrChartPoint points[] = { { 0, 0 }, { 1, 1 }, { 2, 3 }, { 3, 0 } };
  g_autoptr (GArray) vertices = ldr_chart_trace (points, G_N_ELEMENTS (points), NULL, 0, 3);
  g_autofree char *found = describe (vertices);

  g_assert_cmpstr (found, ==, "(0 2 3)");
}

/* Each part gets its share and keeps its ends. */
static void
test_many_parts (void)
{
  guint n = 4000;
  g_autofree LdrChartPoint *points = make_many (n);
  const int breaks[] = { 10, 2000 };
  g_autoptr (GArray) vertices = NULL;
  guint n_parts = 0;

  points[3000].value = NAN;
  vertices = ldr_chart_trace (points, n, breaks, G_N_ELEMENTS (breaks), 400);
  g_assert_cmpuint (vertices->len, <=, 402);
  g_assert_cmpuint (vertices->len, >=, 390);
  for (guint i = 0; i < vertices->len; i++)
    n_parts += g_array_index (vertices, LdrChartVertex, i).starts ? 1 : 0;
  g_assert_cmpuint (n_parts, ==, 4);
}

static void
test_range (void)
{
  static const LdrChartPoint points[] = { { 0, NAN }, { 1, -3 }, { 2, 8 } };
  double low = 0;
  double high = 2;

  g_assert_true (ldr_chart_find_range (points, 3, &low, &high));
  g_assert_cmpfloat (low, ==, -3);
  g_assert_cmpfloat (high, ==, 8);
  g_assert_false (ldr_chart_find_range (points, 1, &low, &high));
  g_assert_false (ldr_chart_find_range (NULL, 0, &low, &high));
  g_assert_cmpfloat (high, ==, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/scale", test_scale);
  g_test_add_func ("/trace/parts", test_parts);
  g_test_add_func ("/trace/many", test_many);
  g_test_add_func ("/trace/triangles", test_triangles);
  g_test_add_func ("/trace/many-parts", test_many_parts);
  g_test_add_func ("/trace/range", test_range);
  return g_test_run ();
}
