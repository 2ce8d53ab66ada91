/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrFoldedChar:
 * @c: the letter in lower case, without accents; 0 at the end
 * @written: as it is written, without accents
 * @start: the first byte of it in the text
 * @end: the byte behind it, with its accents
 * @is_word: whether it is part of a word
 *
 * A character as names are compared by. Spaces of any length and kind are one, and so are apostrophes and hyphens of
 * any kind; what cannot be seen is not there.
 */
typedef struct
{
  gunichar c;
  gunichar written;
  gsize start;
  gsize end;
  gboolean is_word;
} LdrFoldedChar;

GArray *ldr_text_fold (const char *text);

#define LDR_FOLDED(folded, i) (&g_array_index ((folded), LdrFoldedChar, (i)))

G_END_DECLS
