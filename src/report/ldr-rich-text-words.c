/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words: texts without any sign that CommonMark knows. Most of a journal is that. They are read without a parser and
 * written without escapes, which takes one look at each byte. Whatever is in doubt is no words, and cmark reads it.
 */

#include "ldr-rich-text-private.h"

#include <string.h>

/* The bytes that may mean something to CommonMark or be no part of a line of an editor, wherever they stand. 0xE2
 * begins among others U+2028 and U+2029, and 0xEF a byte order mark and LDR_OBJECT. */
static const guint8 may_be_sign[256]
    = { [0 ... 0x1F] = TRUE, ['*'] = TRUE, ['_'] = TRUE, ['`'] = TRUE,  ['['] = TRUE, [']'] = TRUE,
        ['\\'] = TRUE,       ['<'] = TRUE, ['&'] = TRUE, [0xE2] = TRUE, [0xEF] = TRUE };

static gboolean
is_sign (const char *p)
{
  if ((guchar) *p != 0xE2)
    return may_be_sign[(guchar) *p];
  return (guchar) p[1] == 0x80 && ((guchar) p[2] == 0xA8 || (guchar) p[2] == 0xA9);
}

/* Whether a line of a paragraph may begin so. A number is one of a list only with a sign behind it. */
static gboolean
begins_line (const char *p)
{
  if (!g_ascii_isdigit (*p))
    return g_ascii_isalpha (*p) || (guchar) *p >= 0x80 || *p == '(' || *p == '"' || *p == '\'';
  p += strspn (p, "0123456789");
  return *p != '.' && *p != ')';
}

/* How many bytes at the start of @p are one line of words. */
static gsize
measure_line (const char *p)
{
  const char *end = p;

  if (!begins_line (p))
    return 0;
  while (!is_sign (end))
    end++;
  return (gsize) (end - p);
}

/**
 * ldr_text_is_words:
 * @text: a valid text
 *
 * Returns: whether it is one line of words, which neither begins nor ends with a space: as CommonMark it says
 *   itself
 */
gboolean
ldr_text_is_words (const char *text)
{
  gsize length = measure_line (text);

  return length > 0 && text[length] == '\0' && text[length - 1] != ' ';
}

/* Whether lines of words, with nothing but ends of lines between them, are all there is. A space at the end of a line
 * that goes on in the next may be a break. */
static gboolean
is_paragraphs (const char *text)
{
  const char *p = text + strspn (text, "\n");

  if (*p == '\0')
    return FALSE;
  while (*p != '\0')
    {
      gsize length = measure_line (p), n_ends = strspn (p + length, "\n");
      gboolean goes_on = n_ends == 1 && p[length + 1] != '\0';

      if (length == 0 || (n_ends == 0 && p[length] != '\0') || (goes_on && p[length - 1] == ' '))
        return FALSE;
      p += length + n_ends;
    }
  return g_utf8_validate (text, -1, NULL);
}

/* Where the lines that follow each other end. */
static const char *
find_end (const char *paragraph)
{
  const char *end = strstr (paragraph, "\n\n");

  if (end == NULL)
    end = paragraph + strlen (paragraph);
  return end[0] == '\0' && end > paragraph && end[-1] == '\n' ? end - 1 : end;
}

/* Its lines as one, without the space behind the last. */
static char *
join_lines (const char *source)
{
  char *text = g_strdup (source);

  for (char *p = strchr (text, '\n'); p != NULL; p = strchr (p, '\n'))
    *p = ' ';
  return g_strchomp (text);
}

static void
add_paragraph (LdrRichText *self, const char *start, const char *end, const char *next)
{
  LdrBlock *block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  LdrOrigin origin
      = { g_strndup (start, (gsize) (end - start)), g_strndup (end, (gsize) (next - end)), self->blocks->len, 1 };
  g_autofree char *text = join_lines (origin.source);

  ldr_block_append (block, text, 0, NULL);
  g_ptr_array_add (self->blocks, block);
  g_array_append_val (self->origins, origin);
}

/**
 * ldr_rich_text_read_words:
 * @self: a new text
 * @commonmark: what to read
 *
 * Reads paragraphs of words as cmark would. Of another text nothing is read.
 *
 * Returns: whether it was such a text
 */
gboolean
ldr_rich_text_read_words (LdrRichText *self, const char *commonmark)
{
  const char *p = commonmark + strspn (commonmark, "\n");

  if (!is_paragraphs (commonmark))
    return FALSE;
  g_free (self->head);
  self->head = g_strndup (commonmark, (gsize) (p - commonmark));
  while (*p != '\0')
    {
      const char *end = find_end (p), *next = end + strspn (end, "\n");

      add_paragraph (self, p, end, next);
      p = next;
    }
  return TRUE;
}
