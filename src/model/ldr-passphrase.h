/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrStrength:
 *
 * How long a passphrase would hold against somebody who has the file and the time to guess.
 */
typedef enum {
  LDR_STRENGTH_NONE,
  LDR_STRENGTH_WEAK,
  LDR_STRENGTH_FAIR,
  LDR_STRENGTH_GOOD,
  LDR_STRENGTH_STRONG,
} LdrStrength;

double ldr_passphrase_bits (const char *passphrase);
LdrStrength ldr_passphrase_strength (const char *passphrase);

G_END_DECLS
