/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include "ldr-store-private.h"
#include "model/ldr-tags.h"

/* What the index calls a word (FTS5's unicode61): letters, numbers and private characters, and the accents on them. */
static gboolean
is_token (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

static gboolean
has_token (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_token (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Between quotes everything is text to FTS5, but for the quote itself. */
static void
append_quoted (GString *match, const char *text)
{
  if (match->len > 0)
    g_string_append_c (match, ' ');
  g_string_append_c (match, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append_c (match, '"');
}

/**
 * ldr_match_to_fts:
 * @query: what is searched for
 *
 * Writes the words and phrases as an expression of FTS5, in which nothing that was typed can be an operator. What has
 * no letter or number in it is no word to the index and is left out.
 *
 * Returns: (transfer full): the expression; empty when no word is left, and then nothing can be found
 */
char *
ldr_match_to_fts (const LdrQuery *query)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; query->phrases[i] != NULL; i++)
    if (has_token (query->phrases[i]))
      append_quoted (match, query->phrases[i]);
  for (guint i = 0; query->words[i] != NULL; i++)
    {
      if (!has_token (query->words[i]))
        continue;
      append_quoted (match, query->words[i]);
      if (query->last_is_prefix && query->words[i + 1] == NULL)
        g_string_append (match, " *");
    }
  return g_string_free (match, FALSE);
}

/**
 * ldr_match_phrase_to_fts:
 * @phrase: one word or several
 *
 * Writes what finds the entries whose text has these words after each other.
 *
 * Returns: (transfer full): the expression; empty when there is no word in it, and then nothing can be found
 */
char *
ldr_match_phrase_to_fts (const char *phrase)
{
  GString *match = g_string_new (NULL);

  if (has_token (phrase))
    {
      g_string_append (match, "body :");
      append_quoted (match, phrase);
    }
  return g_string_free (match, FALSE);
}

/* The words of a text as the index sees them: without accents and capitals. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) token = g_string_new (NULL);

  for (const char *p = apart;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_unichar_ismark (c))
        continue;
      if (c != 0 && is_token (c))
        g_string_append_unichar (token, g_unichar_tolower (c));
      else if (token->len > 0)
        {
          g_ptr_array_add (tokens, g_strdup (token->str));
          g_string_truncate (token, 0);
        }
      if (c == 0)
        return tokens;
    }
}

static gboolean
occurs_at (GPtrArray *text, guint at, GPtrArray *wanted, gboolean prefix)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const char *here = g_ptr_array_index (text, at + i);
      const char *word = g_ptr_array_index (wanted, i);

      if (prefix && i + 1 == wanted->len ? !g_str_has_prefix (here, word) : !g_str_equal (here, word))
        return FALSE;
    }
  return TRUE;
}

static gboolean
occurs (GPtrArray *const *texts, const char *words, gboolean prefix)
{
  g_autoptr (GPtrArray) wanted = split (words);

  if (wanted->len == 0)
    return TRUE;
  for (guint i = 0; texts[i] != NULL; i++)
    for (guint at = 0; at + wanted->len <= texts[i]->len; at++)
      if (occurs_at (texts[i], at, wanted, prefix))
        return TRUE;
  return FALSE;
}

static gboolean
all_occur (const LdrQuery *query, GPtrArray *const *texts)
{
  for (guint i = 0; query->phrases[i] != NULL; i++)
    if (!occurs (texts, query->phrases[i], FALSE))
      return FALSE;
  for (guint i = 0; query->words[i] != NULL; i++)
    if (!occurs (texts, query->words[i], query->last_is_prefix && query->words[i + 1] == NULL))
      return FALSE;
  return TRUE;
}

static gboolean
has_all_tags (const LdrQuery *query, const char *lines)
{
  g_autofree char *folded = ldr_tag_fold (lines);
  g_auto (GStrv) tags = ldr_row_split_tags (folded);

  for (guint i = 0; query->tags[i] != NULL; i++)
    {
      g_autofree char *wanted = ldr_tag_fold (query->tags[i]);

      if (!g_strv_contains ((const char *const *) tags, wanted))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_match_text:
 * @query: what is searched for
 * @title: an entry's title
 * @body: its text
 * @tags: its tags, one a line
 *
 * The same question as the index answers, asked of one entry: for the trash, which is small and is not in the index.
 *
 * Returns: whether all words, phrases and tags of @query are there
 */
gboolean
ldr_match_text (const LdrQuery *query, const char *title, const char *body, const char *tags)
{
  g_autofree char *match = ldr_match_to_fts (query);
  g_autoptr (GPtrArray) in_title = NULL, in_body = NULL, in_tags = NULL;
  GPtrArray *texts[4] = { NULL };

  if (!has_all_tags (query, tags))
    return FALSE;
  if (!ldr_query_has_text (query))
    return TRUE;
  texts[0] = in_title = split (title);
  texts[1] = in_body = split (body);
  texts[2] = in_tags = split (tags);
  return match[0] != '\0' && all_occur (query, texts);
}
