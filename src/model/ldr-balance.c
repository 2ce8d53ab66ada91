/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-balance.h"

/**
 * ldr_balance_of_styles:
 * @counts: (array fixed-size=5): how many times each style was used
 * @places: where each style lies: its time and its attention, −2 to 2
 * @balance: (out caller-allocates): where they lie together
 *
 * The mean of the styles' places, each weighted with how many times it was used: Σ(n·place) / Σn.
 *
 * Returns: whether any style was used; without one there is no place, and @balance is all 0
 */
gboolean
ldr_balance_of_styles (const guint counts[LDR_N_STYLES], const int places[LDR_N_STYLES][2], LdrBalance *balance)
{
  double time = 0, attention = 0;

  *balance = (LdrBalance) { 0, 0, 0 };
  for (guint s = 0; s < LDR_N_STYLES; s++)
    {
      g_return_val_if_fail (ABS (places[s][0]) <= LDR_BALANCE_LIMIT && ABS (places[s][1]) <= LDR_BALANCE_LIMIT, FALSE);

      balance->n += counts[s];
      time += (double) counts[s] * places[s][0];
      attention += (double) counts[s] * places[s][1];
    }
  if (balance->n == 0)
    return FALSE;
  balance->time = time / balance->n;
  balance->attention = attention / balance->n;
  return TRUE;
}
