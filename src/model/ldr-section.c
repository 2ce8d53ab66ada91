/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-section.h"

#include <cmark.h>
#include <string.h>

/* Texts of CommonMark that are put one below the other. Some blocks go on until they are closed, whatever follows: code
 * between fences, and some kinds of HTML. What is open, cmark says. */

static cmark_node *
parse (const char *text)
{
  return cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
}

/* Whether a heading below the text is read as one. */
static gboolean
lets_a_heading_follow (const char *text)
{
  g_autofree char *followed = g_strconcat (text, "\n\n## Heading", NULL);
  cmark_node *document = parse (followed);
  gboolean is_heading = cmark_node_get_type (cmark_node_last_child (document)) == CMARK_NODE_HEADING;

  cmark_node_free (document);
  return is_heading;
}

/* The fence with which the code that begins on that line, counted from 1, was opened. */
static char *
find_fence (const char *text, int line)
{
  const char *start = text;
  gsize n;

  for (int i = 1; i < line && start != NULL; i++)
    {
      start = strchr (start, '\n');
      start = start != NULL ? start + 1 : NULL;
    }
  if (start == NULL)
    return g_strdup ("");
  start += strspn (start, " ");
  n = strspn (start, start[0] == '~' ? "~" : "`");
  return g_strndup (start, n);
}

/* The closing tag of an element that HTML begins with, if it begins with one. */
static char *
find_tag (const char *html)
{
  gsize n = 0;

  html += strspn (html, " ");
  if (html[0] != '<' || !g_ascii_isalpha (html[1]))
    return g_strdup ("");
  while (g_ascii_isalpha (html[1 + n]))
    n++;
  return g_strdup_printf ("</%.*s>", (int) n, html + 1);
}

/**
 * ldr_section_close:
 * @text: a text of CommonMark
 *
 * Closes the block with which it ends, if that would swallow what comes below it: code whose fence was not closed, HTML
 * that was begun. Every character of the text stays.
 *
 * Returns: (transfer full): the text, below which a heading can stand
 */
char *
ldr_section_close (const char *text)
{
  g_autofree char *fence = NULL, *tag = NULL;
  cmark_node *document, *last;

  g_return_val_if_fail (text != NULL, NULL);
  if (lets_a_heading_follow (text))
    return g_strdup (text);
  document = parse (text);
  last = cmark_node_last_child (document);
  if (cmark_node_get_type (last) == CMARK_NODE_CODE_BLOCK)
    fence = find_fence (text, cmark_node_get_start_line (last));
  else if (cmark_node_get_type (last) == CMARK_NODE_HTML_BLOCK)
    tag = find_tag (cmark_node_get_literal (last));
  cmark_node_free (document);

  /* An element, a declaration, a comment, an instruction, character data. The shorter first: each ends its own kind
   * only, but for the declaration, which any of those below it would end too. */
  const char *ends[] = { fence != NULL ? fence : tag != NULL ? tag : "", ">", "-->", "?>", "]]>" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *closed = g_strconcat (text, "\n", ends[i], NULL);

      if (ends[i][0] != '\0' && lets_a_heading_follow (closed))
        return g_steal_pointer (&closed);
    }
  return g_strdup (text);
}
