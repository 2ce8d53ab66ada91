/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-runs.h"

#include <string.h>

/* Neither what no format can hold (control characters, characters that are none) nor ends of paragraphs. */
static gboolean
is_fine (gunichar c)
{
  return (c >= 0x20 && c < 0x7F) || (c > 0x9F && c != 0x2029 && (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF))
         || c == '\t';
}

/* Most of a text is ASCII, which needs no decoding. What is not valid is decoded as a character that is not fine. */
static gboolean
is_clean (const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      if ((*p >= 0x20 && *p < 0x7F) || *p == '\t')
        p++;
      else if (is_fine (g_utf8_get_char_validated (p, -1)))
        p = g_utf8_next_char (p);
      else
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_document_clean_text:
 * @text: whatever came
 *
 * Returns: (transfer full): that as valid UTF-8 without control characters, with LDR_LINE_BREAK between its lines
 */
char *
ldr_document_clean_text (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_fine (c))
        g_string_append_unichar (clean, c);
      else if (c == '\n' || c == 0x85 || c == 0x2029 || (c == '\r' && p[1] != '\n'))
        g_string_append (clean, LDR_LINE_BREAK);
    }
  return g_string_free_and_steal (clean);
}

/**
 * ldr_document_clean_line:
 * @text: (nullable): whatever came
 *
 * For what stands within other words: properties of a document, descriptions.
 *
 * Returns: (transfer full): that as one line of valid UTF-8, without characters that would turn the words around it
 */
char *
ldr_document_clean_line (const char *text)
{
  g_autofree char *clean = ldr_document_clean_text (text != NULL ? text : "");
  GString *line = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == 0x2028)
        g_string_append_c (line, ' ');
      else if ((c < 0x202A || c > 0x202E) && (c < 0x2066 || c > 0x2069))
        g_string_append_unichar (line, c);
    }
  return g_strstrip (g_string_free_and_steal (line));
}

/**
 * ldr_document_runs_new:
 * @text: what it shows
 * @flags: how it is shown
 *
 * Returns: (transfer full) (element-type LdrRun): that, cleaned, as one run; empty for an empty text
 */
GPtrArray *
ldr_document_runs_new (const char *text, LdrRunFlags flags)
{
  LdrBlock *block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  g_autofree char *clean = ldr_document_clean_text (text);
  GPtrArray *runs;

  ldr_block_append (block, clean, flags, NULL);
  runs = g_ptr_array_ref (block->runs);
  ldr_block_free (block);
  return runs;
}

/**
 * ldr_document_runs_clean:
 * @runs: (element-type LdrRun): a text
 *
 * Returns: (transfer full) (element-type LdrRun): the same where there is nothing to clean in it, or else a clean copy;
 *   without links that a document should not have and without pictures
 */
GPtrArray *
ldr_document_runs_clean (GPtrArray *runs)
{
  gboolean all_clean = TRUE;
  LdrBlock *block;
  GPtrArray *clean;

  for (guint i = 0; i < runs->len && all_clean; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);

      all_clean = is_clean (run->text) && run->picture == NULL
                  && (run->link == NULL || ldr_document_link_is_safe (run->link));
    }
  if (all_clean)
    return g_ptr_array_ref (runs);
  block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);
      g_autofree char *text = ldr_document_clean_text (run->picture == NULL ? run->text : "");

      ldr_block_append (block, text, run->flags,
                        run->link != NULL && ldr_document_link_is_safe (run->link) ? run->link : NULL);
    }
  clean = g_ptr_array_ref (block->runs);
  ldr_block_free (block);
  return clean;
}

/**
 * ldr_document_runs_dup_text:
 * @runs: (nullable) (element-type LdrRun): a text
 *
 * Returns: (transfer full): its characters
 */
char *
ldr_document_runs_dup_text (GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    g_string_append (text, ((const LdrRun *) g_ptr_array_index (runs, i))->text);
  return g_string_free_and_steal (text);
}

static gboolean
is_from_right (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * ldr_document_text_direction:
 * @text: a text
 *
 * Source: the Unicode bidirectional algorithm, rules P2 and P3, for the scripts that are in use.
 *
 * Returns: 1 where its first letter is read from the left, -1 where from the right, 0 where it has no letter
 */
int
ldr_document_text_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c))
        return c >= 0x590 && is_from_right (g_unichar_get_script (c)) ? -1 : 1;
      if (c == 0x200E || c == 0x200F)
        return c == 0x200E ? 1 : -1;
    }
  return 0;
}

/**
 * ldr_document_link_is_safe:
 * @link: where it leads
 *
 * Returns: whether it leads to a page, an address, a number or a place in the document, and not to anything that runs
 *   or that only this computer has
 */
gboolean
ldr_document_link_is_safe (const char *link)
{
  static const char *const schemes[] = { "https:", "http:", "mailto:", "tel:", "#" };

  if (!g_utf8_validate (link, -1, NULL))
    return FALSE;
  for (const char *p = link; *p != '\0'; p++)
    if ((guchar) *p <= 0x20 || *p == 0x7F)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (link, schemes[i], strlen (schemes[i])) == 0 && link[strlen (schemes[i])] != '\0')
      return TRUE;
  return FALSE;
}
