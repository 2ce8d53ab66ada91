/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-q-board.h"

G_BEGIN_DECLS

/* Σx² of a finished sort: 2·9 + 3·4 + 4·1 + 6·0 + 4·1 + 3·4 + 2·9. Its mean is 0. */
#define LDR_Q_SQUARES 68
#define LDR_Q_MOST_MOVED 3

/**
 * LdrQLikeness:
 * @LDR_Q_CLEARLY_OPPOSITE: r is below −2.58/√24
 * @LDR_Q_OPPOSITE: r is from there to below −1.96/√24
 * @LDR_Q_NO_LIKENESS: two sorts that have nothing to do with each other may well come out like this
 * @LDR_Q_ALIKE: r is above 1.96/√24, which chance gives in about one of forty pairs
 * @LDR_Q_CLEARLY_ALIKE: r is above 2.58/√24, which chance gives in about one of two hundred pairs
 *
 * What a correlation of two sorts says. The cut-offs are the usual ones of Q methodology: 1.96 and 2.58 times the
 * standard error of a correlation of zero, 1/√N with N = 24 cards (Brown 1980, Political subjectivity).
 */
typedef enum
{
  LDR_Q_CLEARLY_OPPOSITE,
  LDR_Q_OPPOSITE,
  LDR_Q_NO_LIKENESS,
  LDR_Q_ALIKE,
  LDR_Q_CLEARLY_ALIKE,
} LdrQLikeness;

/**
 * LdrQShift:
 * @card: a card, from 0
 * @from: its column in the first sort, −3 to 3
 * @to: its column in the second
 *
 * A card that lies elsewhere in a second sort.
 */
typedef struct
{
  guint card;
  int from;
  int to;
} LdrQShift;

gboolean ldr_q_compare_products (const LdrQBoard *a, const LdrQBoard *b, int *products, GError **error);
double ldr_q_products_get_r (int products);
LdrQLikeness ldr_q_products_get_likeness (int products);
guint ldr_q_compare_most_moved (const LdrQBoard *from, const LdrQBoard *to, LdrQShift shifts[LDR_Q_MOST_MOVED]);

double ldr_q_correlate_pair (const int *a, const int *b, gsize n_items);
double *ldr_q_correlate (const int *const *sorts, gsize n_sorts, gsize n_items);

G_END_DECLS
