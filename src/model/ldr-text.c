/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-text.h"

#include "ldr-summary.h"

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_allowed (gunichar c, LdrTextKind kind)
{
  if (c == LDR_HIT_START || c == LDR_HIT_END)
    return FALSE;
  if (kind == LDR_TEXT_BODY)
    return c == '\n' || c == '\t' || !g_unichar_iscntrl (c);
  return !g_unichar_iscntrl (c) && !is_line_break (c);
}

/**
 * ldr_text_clean:
 * @text: (nullable): any text, valid UTF-8 or not
 * @kind: what it is to become
 *
 * Makes a text that can be stored: valid UTF-8, without control characters and without the two private characters that
 * mark search hits. In a body "\r\n" and "\r" become "\n"; in a line every line break or tab becomes a space and spaces
 * at both ends go. Everything else stays to the letter.
 *
 * Returns: (transfer full): the cleaned text
 */
char *
ldr_text_clean (const char *text, LdrTextKind kind)
{
  g_autofree char *valid = NULL;
  GString *out;

  if (text == NULL)
    return g_strdup ("");
  if (ldr_text_is_clean (text, kind))
    return kind == LDR_TEXT_LINE ? g_strstrip (g_strdup (text)) : g_strdup (text);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_allowed (c, kind))
        g_string_append_unichar (out, c);
      else if (c == '\r' && p[1] == '\n')
        continue;
      else if (kind == LDR_TEXT_LINE && (is_line_break (c) || c == '\t'))
        g_string_append_c (out, ' ');
      else if (c == '\r')
        g_string_append_c (out, '\n');
    }
  return kind == LDR_TEXT_LINE ? g_strstrip (g_string_free (out, FALSE)) : g_string_free (out, FALSE);
}

/**
 * ldr_text_is_clean:
 * @text: any text
 * @kind: what it has to be
 *
 * Returns: whether @text holds nothing that ldr_text_clean() would take out or replace
 */
gboolean
ldr_text_is_clean (const char *text, LdrTextKind kind)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar first = (guchar) *p;

      /* Most of a text is printable ASCII, which needs no look at the tables. */
      if (first >= 0x20 && first < 0x7f)
        continue;
      if (!is_allowed (g_utf8_get_char (p), kind))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_text_find:
 * @texts: (array length=n_texts): texts, such as the ids of an enumeration's values
 * @n_texts: how many there are
 * @text: (nullable): a text
 * @place: (out): which of them it is, from 0; left alone when it is none
 *
 * Returns: whether @text is one of them
 */
gboolean
ldr_text_find (const char *const *texts, gsize n_texts, const char *text, guint *place)
{
  for (guint i = 0; i < n_texts; i++)
    if (g_strcmp0 (texts[i], text) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}
