/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/ldr-model-error.h"
#include "model/ldr-q-compare.h"

/* How two sorts relate, by hand and for a published study. */

static const int in_order[LDR_Q_CARDS]
    = { -3, -3, -2, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3 };

static LdrQBoard
complete_board (void)
{
  LdrQBoard board;

  g_assert_true (ldr_q_board_set_values (&board, in_order, LDR_Q_CARDS, NULL));
  return board;
}

/* Worked out by hand: a swap of two cards of the first board takes (x - y) squared from the sum of products. */
static const struct
{
  guint swaps[4][2];
  guint n_swaps;
  int products;
  guint n_moved;
  LdrQShift moved[LDR_Q_MOST_MOVED];
} pairs[] = {
  { { { 0, 0 } }, 0, 68, 0, { { 0, 0, 0 } } },
  { { { 9, 15 } }, 1, 67, 2, { { 9, 0, 1 }, { 15, 1, 0 } } },
  { { { 0, 1 } }, 1, 68, 0, { { 0, 0, 0 } } },
  { { { 0, 23 } }, 1, 32, 2, { { 0, -3, 3 }, { 23, 3, -3 } } },
  { { { 0, 23 }, { 1, 22 } }, 2, -4, 3, { { 0, -3, 3 }, { 1, -3, 3 }, { 22, 3, -3 } } },
  { { { 23, 9 }, { 2, 5 }, { 3, 12 } }, 3, 54, 3, { { 9, 0, 3 }, { 23, 3, 0 }, { 3, -2, 0 } } },
  /* The smallest step comes last, whatever its place in card order. */
  { { { 0, 2 }, { 19, 9 } }, 2, 63, 3, { { 9, 0, 2 }, { 19, 2, 0 }, { 0, -3, -2 } } },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      LdrQBoard a = complete_board (), b = a;
      LdrQShift shifts[LDR_Q_MOST_MOVED];
      int products, reversed;

      g_test_message ("%zu", i);
      for (guint s = 0; s < pairs[i].n_swaps; s++)
        ldr_q_board_swap (&b, pairs[i].swaps[s][0], pairs[i].swaps[s][1]);
      g_assert_true (ldr_q_compare_products (&a, &b, &products, NULL));
      g_assert_true (ldr_q_compare_products (&b, &a, &reversed, NULL));
      g_assert_cmpint (products, ==, pairs[i].products);
      g_assert_cmpint (reversed, ==, products);
      g_assert_cmpuint (ldr_q_compare_most_moved (&a, &b, shifts), ==, pairs[i].n_moved);
      for (guint m = 0; m < pairs[i].n_moved; m++)
        {
          g_assert_cmpuint (shifts[m].card, ==, pairs[i].moved[m].card);
          g_assert_cmpint (shifts[m].from, ==, pairs[i].moved[m].from);
          g_assert_cmpint (shifts[m].to, ==, pairs[i].moved[m].to);
        }
    }
}

/* A sort turned over: r is -1 to the last bit. */
static void
test_turned (void)
{
  LdrQBoard a = complete_board (), b;
  int values[LDR_Q_CARDS], products;

  for (guint i = 0; i < LDR_Q_CARDS; i++)
    values[i] = -in_order[i];
  g_assert_true (ldr_q_board_set_values (&b, values, LDR_Q_CARDS, NULL));
  g_assert_true (ldr_q_compare_products (&a, &b, &products, NULL));
  g_assert_cmpint (products, ==, -LDR_Q_SQUARES);
  g_assert_cmpfloat (ldr_q_products_get_r (products), ==, -1);
  g_assert_cmpfloat (ldr_q_correlate_pair (in_order, values, LDR_Q_CARDS), ==, -1);
}

/* 1.96/sqrt(24) is .40008, 27/68 is .397 and 28/68 .412; 2.58/sqrt(24) is .52664, 35/68 is .515 and 36/68 .529. */
static const struct
{
  int products;
  LdrQLikeness likeness;
} levels[] = {
  { 0, LDR_Q_NO_LIKENESS },
  { 27, LDR_Q_NO_LIKENESS },
  { 28, LDR_Q_ALIKE },
  { 35, LDR_Q_ALIKE },
  { 36, LDR_Q_CLEARLY_ALIKE },
  { 68, LDR_Q_CLEARLY_ALIKE },
  { -27, LDR_Q_NO_LIKENESS },
  { -28, LDR_Q_OPPOSITE },
  { -35, LDR_Q_OPPOSITE },
  { -36, LDR_Q_CLEARLY_OPPOSITE },
  { -68, LDR_Q_CLEARLY_OPPOSITE },
};

static void
test_likeness (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      double r = ldr_q_products_get_r (levels[i].products);

      g_test_message ("%d", levels[i].products);
      g_assert_cmpint (ldr_q_products_get_likeness (levels[i].products), ==, levels[i].likeness);
      g_assert_true ((fabs (r) > 1.96 / sqrt (24)) == (levels[i].likeness != LDR_Q_NO_LIKENESS));
    }
}

static void
test_unfinished (void)
{
  g_autoptr (GError) error = NULL;
  LdrQBoard a = complete_board (), b = a;
  int products;

  ldr_q_board_take_back (&b, 4);
  g_assert_false (ldr_q_compare_products (&a, &b, &products, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE);
  g_assert_false (ldr_q_compare_products (&b, &a, &products, NULL));
}

/* Lipset's patterns of value (1963) as Brown has them (1980, pp. 183 ff.), the sample study of PQMethod: 33 statements,
 * sorted for US1 US2 US3 US4 JP5 CA6 UK7 US8 FR9, and the correlations published with it. */
static const int lipset[9][33] = {
  { -1, 0, -2, 0, -2, 1, 0, -1, 0, -1, 1, 1, 2, 3, -1, -4, -3, -3, -1, -4, 3, 2, 3, 1, 1, 0, 4, 2, 2, -3, -2, -2, 4 },
  { -1, 0, -1, -3, 2, 3, 1, 1, -4, 0, 2, -1, 4, -1, 1, -3, 0, -2, -2, 0, 3, -2, 1, 0, 2, 1, 2, 3, -1, -4, -2, -3, 4 },
  { 2, -2, -2, 4, -1, 0, -4, -3, 1, -4, -3, 3, 3, 2, 0, -3, 2, -1, 1, 0, 1, -2, 0, 2, -2, 3, 1, -1, 0, -1, -1, 4, 1 },
  { 3, 1, -3, -1, -1, 3, -3, -2, 0, -4, -1, 0, 3, -2, -3, -4, -1, 2, 4, -2, 4, 1, 1, -2, 0, 1, -1, 2, 0, 2, 1, 2, 0 },
  { -4, -1, 3, -1, 1, 1, 4, 2, -4, 4, 2, 0, -1, 3, 0, 2, 0, -2, -2, 0, -1, 2, 1, -3, -3, -3, 3, 0, 1, -2, 1, -2, -1 },
  { 1, -3, 0, 3, 3, 4, -2, 0, -2, -2, 1, -1, 1, 0, -4, 3, -1, 0, 1, -1, -2, -3, -1, -4, 2, 2, 0, 4, -1, 2, 1, 2, -3 },
  { 2, 0, -2, 1, 0, 1, -1, -3, 0, -1, 1, -1, 1, 2, -4, 4, 3, 2, 0, 2, -2, -1, -3, -4, 3, -2, 0, 4, -3, 1, -1, 3, -2 },
  { -2, 2, 0, -3, -4, 4, 0, -1, -1, -1, 1, -1, 1, -1, 4, 0, 0, 1, -3, 1, 2, 2, 3, 3, -3, 1, -4, 3, 0, -2, -2, -2, 2 },
  { 3, 1, 0, 1, -4, -3, 2, 2, -2, 0, 0, -2, 1, 4, -1, -2, 2, -1, 2, 1, 3, -3, -3, -2, 1, 0, -1, -4, 0, -1, 3, -1, 4 }
};

static const double published[9][9] = { { 1, 0.5375, 0.20625, 0.225, 0.1, -0.225, -0.31875, 0.2375, 0.05 },
                                        { 0.5375, 1, -0.075, 0.0875, 0.175, -0.025, -0.1625, 0.38125, 0.06875 },
                                        { 0.20625, -0.075, 1, 0.4, -0.54375, 0.0875, 0.05, -0.09375, 0.1125 },
                                        { 0.225, 0.0875, 0.4, 1, -0.5625, 0.275, 0.16875, 0.05625, 0.025 },
                                        { 0.1, 0.175, -0.54375, -0.5625, 1, -0.0625, -0.13125, 0.01875, -0.03125 },
                                        { -0.225, -0.025, 0.0875, 0.275, -0.0625, 1, 0.61875, -0.36875, -0.2125 },
                                        { -0.31875, -0.1625, 0.05, 0.16875, -0.13125, 0.61875, 1, -0.2875, -0.03125 },
                                        { 0.2375, 0.38125, -0.09375, 0.05625, 0.01875, -0.36875, -0.2875, 1, -0.2125 },
                                        { 0.05, 0.06875, 0.1125, 0.025, -0.03125, -0.2125, -0.03125, -0.2125, 1 } };

static void
test_lipset (void)
{
  const int *sorts[9];
  g_autofree double *matrix = NULL;

  for (guint i = 0; i < 9; i++)
    sorts[i] = lipset[i];
  matrix = ldr_q_correlate (sorts, 9, 33);
  for (guint i = 0; i < 9; i++)
    for (guint j = 0; j < 9; j++)
      {
        g_test_message ("%u %u", i, j);
        g_assert_cmpfloat (matrix[i * 9 + j], ==, published[i][j]);
      }
  g_assert_cmpfloat (matrix[0 * 9 + 1], ==, .5375);
  g_assert_cmpfloat (matrix[3 * 9 + 8], ==, .025);
}

static void
test_any_shape (void)
{
  static const int a[] = { 1, 2, 3, 4 }, b[] = { 2, 4, 6, 8 }, flat[] = { 5, 5, 5, 5 }, c[] = { 1, 3, 2, 4 };

  g_assert_cmpfloat_with_epsilon (ldr_q_correlate_pair (a, b, 4), 1, 1e-15);
  g_assert_cmpfloat (ldr_q_correlate_pair (a, c, 4), ==, .8);
  g_assert_true (isnan (ldr_q_correlate_pair (a, flat, 4)));
  g_assert_true (isnan (ldr_q_correlate_pair (flat, flat, 4)));
  g_assert_true (isnan (ldr_q_correlate_pair (a, b, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/q-compare/pairs", test_pairs);
  g_test_add_func ("/q-compare/turned", test_turned);
  g_test_add_func ("/q-compare/likeness", test_likeness);
  g_test_add_func ("/q-compare/unfinished", test_unfinished);
  g_test_add_func ("/q-compare/lipset", test_lipset);
  g_test_add_func ("/q-compare/any-shape", test_any_shape);
  return g_test_run ();
}
