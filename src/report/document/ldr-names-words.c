/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-names-words.h"

#include <string.h>

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Where a word ends that begins at @p: hyphens are in it, an apostrophe is where it is followed by two letters or more
 * ("O’Brien"), and not before the "s" of possession. */
static const char *
find_end (const char *p)
{
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_letter (c) || g_unichar_isdigit (c))
        p = next;
      else if (c == '-' && is_letter (g_utf8_get_char (next)))
        p = next;
      else if (is_apostrophe (c) && is_letter (g_utf8_get_char (next))
               && is_letter (g_utf8_get_char (g_utf8_next_char (next))))
        p = next;
      else
        break;
    }
  return p;
}

/* After these a word has a capital in any case; the point in the middle stands between facts. */
static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x2026
         || c == 0x00b7 || c == '|' || c == '#';
}

/**
 * ldr_names_words_split:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full) (element-type LdrNameWord): its words
 */
GArray *
ldr_names_words_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LdrNameWord));
  gboolean starts_sentence = TRUE, only_space = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      LdrNameWord word;

      if (!g_unichar_isalnum (c))
        {
          starts_sentence = starts_sentence || ends_sentence (c);
          only_space = (words->len > 0 && only_space) && c == ' ';
          p = g_utf8_next_char (p);
          continue;
        }
      word = (LdrNameWord) { .start = (gsize) (p - text), .has_capital = g_unichar_isupper (c) };
      p = find_end (p);
      /* A word of digits ends somewhere too. */
      if ((gsize) (p - text) == word.start)
        p = g_utf8_next_char (p);
      word.end = (gsize) (p - text);
      word.starts_sentence = starts_sentence;
      word.follows_space = only_space;
      g_array_append_val (words, word);
      starts_sentence = FALSE;
      only_space = TRUE;
    }
  return words;
}

/**
 * ldr_names_words_dup:
 * @text: a text
 * @word: a word of it
 *
 * Returns: (transfer full): the word
 */
char *
ldr_names_words_dup (const char *text, const LdrNameWord *word)
{
  return g_strndup (text + word->start, word->end - word->start);
}

static gboolean
is_in (const char *const *list, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (list[i], word))
      return TRUE;
  return FALSE;
}

/**
 * ldr_names_words_is_common:
 * @lower: a word in lower case
 *
 * Returns: whether it has a capital in English or in Dutch without being the name of anybody
 */
gboolean
ldr_names_words_is_common (const char *lower)
{
  static const char *const words[]
      = { "i",         "i'm",      "i’m",      "i'll",       "i’ll",      "i've",       "i’ve",        "i'd",
          "i’d",       "monday",   "tuesday",  "wednesday",  "thursday",  "friday",     "saturday",    "sunday",
          "january",   "february", "march",    "april",      "may",       "june",       "july",        "august",
          "september", "october",  "november", "december",   "english",   "dutch",      "german",      "french",
          "belgian",   "british",  "european", "engels",     "engelse",   "nederlands", "nederlandse", "duits",
          "duitse",    "frans",    "franse",   "belgisch",   "belgische", "europees",   "europese",    "christmas",
          "easter",    "kerst",    "pasen",    "pinksteren", "excel",     "teams",      "outlook",     "powerpoint",
          "word",      "google",   "linkedin", "whatsapp" };

  return is_in (words, G_N_ELEMENTS (words), lower);
}

/**
 * ldr_names_words_is_acronym:
 * @word: a word
 *
 * Returns: whether it has two letters or more and all of them are capitals: KPI, HR
 */
gboolean
ldr_names_words_is_acronym (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * ldr_names_words_is_particle:
 * @word: a word
 *
 * Returns: whether it stands in lower case within names: "van den"
 */
gboolean
ldr_names_words_is_particle (const char *word)
{
  static const char *const particles[]
      = { "van", "de", "den", "der", "het", "te", "ter", "ten", "op", "in",  "'t", "’t",
          "von", "zu", "la",  "le",  "du",  "da", "di",  "el",  "al", "bin", "dos" };

  return is_in (particles, G_N_ELEMENTS (particles), word);
}
