/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrNameWord:
 * @start: its first byte
 * @end: the byte behind it, without an apostrophe and what follows it
 * @has_capital: whether it begins with a capital
 * @starts_sentence: whether it would have one anyway
 * @follows_space: whether nothing but a space stands before it
 *
 * A word of a text.
 */
typedef struct
{
  gsize start;
  gsize end;
  gboolean has_capital;
  gboolean starts_sentence;
  gboolean follows_space;
} LdrNameWord;

GArray *ldr_names_words_split (const char *text);
char *ldr_names_words_dup (const char *text, const LdrNameWord *word);
gboolean ldr_names_words_is_common (const char *lower);
gboolean ldr_names_words_is_acronym (const char *word);
gboolean ldr_names_words_is_particle (const char *word);

G_END_DECLS
