/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-folded-text.h"

#include <string.h>

/* Letters that are not taken apart into a letter and an accent. */
static gunichar
fold_stroke (gunichar c)
{
  static const struct
  {
    gunichar from;
    gunichar to;
  } strokes[] = {
    { 0x00D8, 'O' }, { 0x00F8, 'o' }, { 0x0110, 'D' }, { 0x0111, 'd' }, { 0x0131, 'i' }, { 0x0141, 'L' },
    { 0x0142, 'l' }, { 0x00D0, 'D' }, { 0x00F0, 'd' }, { 0x0126, 'H' }, { 0x0127, 'h' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (strokes[i].from == c)
      return strokes[i].to;
  return c;
}

static gunichar
fold_sign (gunichar c)
{
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == '`')
    return '\'';
  if (c == 0x2010 || c == 0x2011 || c == 0x00AD)
    return '-';
  return c;
}

static gboolean
is_unseen (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x00AD;
}

static gboolean
is_accent (gunichar c)
{
  return g_unichar_ismark (c);
}

/**
 * ldr_text_fold:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full) (element-type LdrFoldedChar): its characters, and one more that is 0
 */
GArray *
ldr_text_fold (const char *text)
{
  GArray *folded = g_array_sized_new (FALSE, FALSE, sizeof (LdrFoldedChar), (guint) strlen (text) + 1);
  LdrFoldedChar end = { 0, 0, strlen (text), strlen (text), FALSE };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      LdrFoldedChar *last = folded->len > 0 ? LDR_FOLDED (folded, folded->len - 1) : NULL;
      LdrFoldedChar now = { .start = (gsize) (p - text), .end = (gsize) (g_utf8_next_char (p) - text) };
      gunichar c = g_utf8_get_char (p), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      if (c == 0x00AD || is_unseen (c) || is_accent (c))
        {
          if (last != NULL && is_accent (c))
            last->end = now.end;
          continue;
        }
      if (c >= 0x80)
        {
          g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
          c = fold_sign (fold_stroke (parts[0]));
        }
      if (g_unichar_isspace (c) || c == 0x2028)
        c = ' ';
      if (c == ' ' && last != NULL && last->c == ' ')
        continue;
      now.written = c == '`' ? '\'' : c;
      now.c = g_unichar_tolower (now.written);
      now.is_word = g_unichar_isalnum (c);
      g_array_append_val (folded, now);
    }
  g_array_append_val (folded, end);
  return folded;
}
