/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-notice.h"

#include "ldr-text.h"

/* A text is read as words: runs of letters, digits and marks, folded for case and accents. What stands between words is
 * of no matter, so that a phrase is also found across a line break or a comma. */

typedef struct
{
  char *folded;
  int start;
  int end;
} Word;

typedef struct
{
  GArray *words;
  guint number;
} Phrase;

struct _LdrNotice
{
  GPtrArray *words;
  /* By the folded first word of a phrase: the phrases that begin with it, (element-type Phrase). */
  GHashTable *phrases;
};

/**
 * ldr_notice_word_new:
 * @pitfall: the pitfall that it gives away
 * @phrase: the words; made one line of clean text
 *
 * Returns: (transfer full): words to look out for
 */
LdrNoticeWord *
ldr_notice_word_new (LdrStyle pitfall, const char *phrase)
{
  LdrNoticeWord *self = g_new0 (LdrNoticeWord, 1);

  self->pitfall = pitfall;
  self->phrase = ldr_text_clean (phrase, LDR_TEXT_LINE);
  return self;
}

void
ldr_notice_word_free (LdrNoticeWord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->phrase);
  g_free (self);
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Without accents and case: decomposed, its marks left out, folded. */
static char *
fold (const char *start, const char *end)
{
  g_autofree char *decomposed = g_utf8_normalize (start, end - start, G_NORMALIZE_NFKD);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *p = text;
  int at = 0;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      const char *start = p;
      int first = at;

      while (*p != '\0' && is_word_character (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          at++;
        }
      if (p > start)
        {
          Word word = { fold (start, p), first, at };

          g_array_append_val (words, word);
        }
      else
        {
          p = g_utf8_next_char (p);
          at++;
        }
    }
  return words;
}

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_array_unref (phrase->words);
  g_free (phrase);
}

/**
 * ldr_notice_new:
 * @words: (element-type LdrNoticeWord): the words to look out for
 *
 * Returns: (transfer full): a reader of texts that looks out for them; phrases without a letter or digit find nothing
 */
LdrNotice *
ldr_notice_new (GPtrArray *words)
{
  LdrNotice *self = g_new0 (LdrNotice, 1);

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);
      g_autoptr (GArray) split = split_words (word->phrase);
      GPtrArray *phrases;
      Phrase *phrase;

      g_ptr_array_add (self->words, ldr_notice_word_new (word->pitfall, word->phrase));
      if (split->len == 0)
        continue;
      phrase = g_new0 (Phrase, 1);
      phrase->number = i;
      phrase->words = g_array_ref (split);
      phrases = g_hash_table_lookup (self->phrases, g_array_index (split, Word, 0).folded);
      if (phrases == NULL)
        {
          phrases = g_ptr_array_new_with_free_func (phrase_free);
          g_hash_table_insert (self->phrases, g_array_index (split, Word, 0).folded, phrases);
        }
      g_ptr_array_add (phrases, phrase);
    }
  return self;
}

void
ldr_notice_free (LdrNotice *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->phrases);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * ldr_notice_is_empty:
 * @self: a reader
 *
 * Returns: whether there is nothing to look out for
 */
gboolean
ldr_notice_is_empty (const LdrNotice *self)
{
  return g_hash_table_size (self->phrases) == 0;
}

/**
 * ldr_notice_get_word:
 * @self: a reader
 * @word: a number from a hit
 *
 * Returns: (transfer none): the words with that number
 */
const LdrNoticeWord *
ldr_notice_get_word (const LdrNotice *self, guint word)
{
  g_return_val_if_fail (word < self->words->len, NULL);

  return g_ptr_array_index (self->words, word);
}

static gboolean
stands_at (const Phrase *phrase, const GArray *words, guint at)
{
  if (at + phrase->words->len > words->len)
    return FALSE;
  for (guint i = 0; i < phrase->words->len; i++)
    if (!g_str_equal (g_array_index (phrase->words, Word, i).folded, g_array_index (words, Word, at + i).folded))
      return FALSE;
  return TRUE;
}

/**
 * ldr_notice_read:
 * @self: a reader
 * @text: a text in UTF-8
 *
 * Finds the words in a text: whole words, whatever their case and accents.
 *
 * Returns: (transfer full) (element-type LdrNoticeHit): where they stand, in the order of the text
 */
GArray *
ldr_notice_read (const LdrNotice *self, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (LdrNoticeHit));
  g_autoptr (GArray) words = NULL;

  if (ldr_notice_is_empty (self))
    return hits;
  words = split_words (text);
  for (guint at = 0; at < words->len; at++)
    {
      GPtrArray *phrases = g_hash_table_lookup (self->phrases, g_array_index (words, Word, at).folded);

      for (guint i = 0; phrases != NULL && i < phrases->len; i++)
        {
          const Phrase *phrase = g_ptr_array_index (phrases, i);

          if (stands_at (phrase, words, at))
            {
              LdrNoticeHit hit = {
                phrase->number,
                g_array_index (words, Word, at).start,
                g_array_index (words, Word, at + phrase->words->len - 1).end,
              };

              g_array_append_val (hits, hit);
            }
        }
    }
  return hits;
}
