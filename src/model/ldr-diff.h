/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  LDR_DIFF_SAME,
  LDR_DIFF_REMOVED,
  LDR_DIFF_ADDED,
} LdrDiffKind;

/**
 * LdrDiffPart:
 *
 * A run of words that both texts share, that only the old one has, or that only the new one has.
 */
typedef struct {
  LdrDiffKind kind;
  char *text;
} LdrDiffPart;

GPtrArray *ldr_diff_words (const char *before, const char *after);

G_END_DECLS
