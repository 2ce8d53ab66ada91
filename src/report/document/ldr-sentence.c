/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-sentence.h"

#include <string.h>

/* What stands between the lines of a text. */
#define LINE_BREAK 0x2028

/* What stands before the first word of a sentence, and behind the mark at its end. */
#define OPENERS "\"'“‘„‚«‹([¿¡*_"
#define CLOSERS "\"'”’“»›)]*_"

/* Dots behind these end no sentence, in English and Dutch. */
static const char *const abbreviations[]
    = { "mr",  "mrs", "ms",   "dr", "prof", "st",   "vs",   "approx", "mevr", "mw", "dhr", "drs",
        "ing", "ir",  "bijv", "bv", "nl",   "incl", "excl", "evt",    "resp", "ca", "nr" };

static gboolean
is_one_of (const char *set, gunichar c)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

/* Goes back over what is in @set. */
static const char *
skip_back (const char *text, const char *p, const char *set)
{
  while (p > text && is_one_of (set, g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  return p;
}

static gboolean
is_abbreviation (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  if (g_utf8_strlen (word, -1) == 1 && g_unichar_isalpha (g_utf8_get_char (word)))
    return TRUE;
  /* "o.a.", "e.g."; not "9.30". */
  if (strchr (word, '.') != NULL && !g_ascii_isdigit (*word))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_str_equal (lower, abbreviations[i]))
      return TRUE;
  return FALSE;
}

/* Whether the dot before @end is that of a sentence. */
static gboolean
is_full_stop (const char *text, const char *end)
{
  const char *last = end - 1, *start = last;
  g_autofree char *word = NULL;

  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);
      gunichar c = g_utf8_get_char (before);

      if (c != '.' && !g_unichar_isalnum (c))
        break;
      start = before;
    }
  if (start == last || last[-1] == '.')
    return start == last && start > text;
  word = g_strndup (start, (gsize) (last - start));
  return !is_abbreviation (word);
}

/**
 * ldr_sentence_begins_at:
 * @text: a text in UTF-8
 * @at: the first byte of a word in it
 *
 * Returns: whether a sentence begins with that word, as far as marks tell: at the beginning of the text or of a line,
 *   and behind a full stop, a question mark or an exclamation mark
 */
gboolean
ldr_sentence_begins_at (const char *text, gsize at)
{
  const char *p = skip_back (text, text + at, OPENERS);
  gboolean has_space = FALSE;

  while (p > text)
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (p));

      if (!g_unichar_isspace (c))
        break;
      if (c == LINE_BREAK || c == '\n')
        return TRUE;
      has_space = TRUE;
      p = g_utf8_prev_char (p);
    }
  if (p == text)
    return TRUE;
  if (!has_space)
    return FALSE;
  p = skip_back (text, p, CLOSERS);
  if (p == text)
    return FALSE;
  return p[-1] == '!' || p[-1] == '?' || (p[-1] == '.' && is_full_stop (text, p));
}

/**
 * ldr_sentence_capitalise:
 * @words: words in UTF-8
 *
 * Returns: (transfer full): the same with a capital at the beginning
 */
char *
ldr_sentence_capitalise (const char *words)
{
  GString *out = g_string_new (NULL);

  if (*words == '\0')
    return g_string_free_and_steal (out);
  g_string_append_unichar (out, g_unichar_totitle (g_utf8_get_char (words)));
  g_string_append (out, g_utf8_next_char (words));
  return g_string_free_and_steal (out);
}
