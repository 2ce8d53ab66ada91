/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-q-compare.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "ldr-model-error.h"

/**
 * ldr_q_compare_products:
 * @a: a board
 * @b: another
 * @products: (out): Σxy over the cards, −68 to 68
 * @error: LDR_MODEL_ERROR_INCOMPLETE if either has a card in hand
 *
 * All that a correlation of two finished sorts consists of: the shape is the same for both, so that means and squares
 * are known. Exact.
 *
 * Returns: whether both are complete
 */
gboolean
ldr_q_compare_products (const LdrQBoard *a, const LdrQBoard *b, int *products, GError **error)
{
  *products = 0;
  if (!ldr_q_board_is_complete (a) || !ldr_q_board_is_complete (b))
    {
      g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE,
                           _ ("Only finished sorts can be compared."));
      return FALSE;
    }
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    *products += a->value[i] * b->value[i];
  return TRUE;
}

/**
 * ldr_q_products_get_r:
 * @products: Σxy of two finished sorts
 *
 * Returns: Pearson's correlation r = Σxy / Σx² (the means are 0 and both sums of squares are 68), −1 to 1
 */
double
ldr_q_products_get_r (int products)
{
  return (double) products / LDR_Q_SQUARES;
}

/* Whether |r| = |products| / 68 exceeds (hundredths / 100) / √24, in whole numbers; equal they cannot be, since √24 is
 * irrational. */
static gboolean
exceeds (int products, int hundredths)
{
  return products * products * LDR_Q_CARDS * 100 * 100 > hundredths * hundredths * LDR_Q_SQUARES * LDR_Q_SQUARES;
}

/**
 * ldr_q_products_get_likeness:
 * @products: Σxy of two finished sorts
 *
 * Returns: which side of the cut-offs their correlation is, decided in whole numbers
 */
LdrQLikeness
ldr_q_products_get_likeness (int products)
{
  g_return_val_if_fail (abs (products) <= LDR_Q_SQUARES, LDR_Q_NO_LIKENESS);

  if (exceeds (products, 258))
    return products < 0 ? LDR_Q_CLEARLY_OPPOSITE : LDR_Q_CLEARLY_ALIKE;
  if (exceeds (products, 196))
    return products < 0 ? LDR_Q_OPPOSITE : LDR_Q_ALIKE;
  return LDR_Q_NO_LIKENESS;
}

/**
 * ldr_q_compare_most_moved:
 * @from: a complete board
 * @to: another
 * @shifts: (out caller-allocates) (array fixed-size=3): the cards whose columns are furthest apart, the furthest first;
 *   of cards that moved as far, the one that comes first in card order
 *
 * Returns: how many they are, at most three; a card that lies in the same column is none of them
 */
guint
ldr_q_compare_most_moved (const LdrQBoard *from, const LdrQBoard *to, LdrQShift shifts[LDR_Q_MOST_MOVED])
{
  guint n = 0;

  g_return_val_if_fail (ldr_q_board_is_complete (from) && ldr_q_board_is_complete (to), 0);

  for (int distance = LDR_Q_HIGHEST - LDR_Q_LOWEST; distance > 0; distance--)
    for (guint i = 0; i < LDR_Q_CARDS && n < LDR_Q_MOST_MOVED; i++)
      if (abs (to->value[i] - from->value[i]) == distance)
        shifts[n++] = (LdrQShift) { i, from->value[i], to->value[i] };
  return n;
}

/**
 * ldr_q_correlate_pair:
 * @a: (array length=n_items): the values of a sort, of any shape; each smaller than 1000 either way
 * @b: (array length=n_items): those of another
 * @n_items: how many there are, at most 10000
 *
 * Pearson's product-moment correlation, r = (nΣxy − ΣxΣy) / √((nΣx² − (Σx)²)(nΣy² − (Σy)²)). The sums are exact; only
 * the last step is rounded, and where both sorts have the same shape not even that takes a root.
 *
 * Returns: −1 to 1, NAN if either sort has the same value everywhere
 */
double
ldr_q_correlate_pair (const int *a, const int *b, gsize n_items)
{
  gint64 n = (gint64) n_items, x = 0, y = 0, xx = 0, yy = 0, xy = 0, spread_x, spread_y, shared;

  for (gsize i = 0; i < n_items; i++)
    {
      x += a[i];
      y += b[i];
      xx += (gint64) a[i] * a[i];
      yy += (gint64) b[i] * b[i];
      xy += (gint64) a[i] * b[i];
    }
  spread_x = n * xx - x * x;
  spread_y = n * yy - y * y;
  shared = n * xy - x * y;
  if (spread_x == 0 || spread_y == 0)
    return NAN;
  if (spread_x == spread_y)
    return (double) shared / (double) spread_x;
  return CLAMP ((double) shared / (sqrt ((double) spread_x) * sqrt ((double) spread_y)), -1, 1);
}

/**
 * ldr_q_correlate:
 * @sorts: (array length=n_sorts): sorts of any shape, each of @n_items values
 * @n_sorts: how many sorts
 * @n_items: how many values each has
 *
 * Returns: (transfer full) (array): the correlations of each with each, row by row, @n_sorts × @n_sorts, after
 *   ldr_q_correlate_pair(); free with g_free()
 */
double *
ldr_q_correlate (const int *const *sorts, gsize n_sorts, gsize n_items)
{
  double *matrix = g_new0 (double, n_sorts *n_sorts + 1);

  for (gsize i = 0; i < n_sorts; i++)
    for (gsize j = 0; j <= i; j++)
      {
        double r = ldr_q_correlate_pair (sorts[i], sorts[j], n_items);

        matrix[i * n_sorts + j] = r;
        matrix[j * n_sorts + i] = r;
      }
  return matrix;
}
