/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrPaper:
 * @LDR_PAPER_A4: 210 × 297 mm
 * @LDR_PAPER_LETTER: 8½ × 11 inches
 *
 * On what a document is printed.
 */
typedef enum
{
  LDR_PAPER_A4,
  LDR_PAPER_LETTER,
} LdrPaper;

LdrPaper ldr_paper_get_default (void);
gboolean ldr_paper_parse (const char *id, LdrPaper *paper, GError **error);
void ldr_paper_get_points (LdrPaper paper, double *width, double *height);

G_END_DECLS
