/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-style.h"

G_BEGIN_DECLS

#define LDR_BALANCE_LIMIT 2

/**
 * LdrBalance:
 * @n: how many times a style was used
 * @time: −2 (result now) to 2 (what lasts)
 * @attention: −2 (systems) to 2 (people)
 *
 * Where the styles a leader used lie together on the balance map.
 */
typedef struct
{
  guint n;
  double time;
  double attention;
} LdrBalance;

gboolean
ldr_balance_of_styles (const guint counts[LDR_N_STYLES], const int places[LDR_N_STYLES][2], LdrBalance *balance);

G_END_DECLS
