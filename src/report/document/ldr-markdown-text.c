/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-text.h"

#include <cmark.h>
#include <string.h>

#include "ldr-document-runs.h"
#include "report/ldr-rich-text-private.h"

/* Stands behind a source to see whether it ends where it ends. */
#define SENTINEL "sentinel"

/* Emphasis as one would write it by hand, unless cmark would read something else. */
static LdrSpelling
choose_spelling (const LdrBlock *block)
{
  g_autoptr (GString) plain = NULL;
  g_autoptr (LdrRichText) read = NULL;
  GPtrArray *blocks;
  LdrRunFlags flags = 0;

  for (guint i = 0; i < block->runs->len; i++)
    flags |= ((const LdrRun *) g_ptr_array_index (block->runs, i))->flags;
  if (flags == 0)
    return LDR_SPELLING_PLAIN;
  plain = g_string_new (NULL);
  ldr_write_inlines (plain, block, "", LDR_SPELLING_PLAIN);
  read = ldr_rich_text_read (plain->str);
  blocks = ldr_rich_text_get_blocks (read);
  return blocks->len == 1 && ldr_block_equal (g_ptr_array_index (blocks, 0), block) ? LDR_SPELLING_PLAIN
                                                                                    : LDR_SPELLING_GUARDED;
}

/* The sign around words that all look alike, or %NULL for looks that are not that simple. */
static const char *
sign_of (const LdrRun *run)
{
  if (run->link != NULL || run->picture != NULL)
    return NULL;
  if (run->flags == LDR_RUN_BOLD)
    return "**";
  if (run->flags == LDR_RUN_ITALIC)
    return "*";
  return run->flags == 0 ? "" : NULL;
}

/* Emphasis is sure to be read as that beside what is neither a space nor outside ASCII. */
static gboolean
can_stand_between_signs (const char *words)
{
  return g_ascii_isgraph (words[0]) && g_ascii_isgraph (words[strlen (words) - 1]);
}

/* Most texts are nothing but words, which need no second look. */
static gboolean
append_at_once (GString *out, const LdrRun *run)
{
  const char *sign = sign_of (run);

  if (sign == NULL || !ldr_text_is_words (run->text) || (*sign != '\0' && !can_stand_between_signs (run->text)))
    return FALSE;
  g_string_append (out, sign);
  g_string_append (out, run->text);
  g_string_append (out, sign);
  return TRUE;
}

/**
 * ldr_markdown_append_runs:
 * @out: what it goes to
 * @runs: (element-type LdrRun): a text
 * @indent: what its lines after the first begin with
 *
 * Writes a text with its formats and links.
 */
void
ldr_markdown_append_runs (GString *out, GPtrArray *runs, const char *indent)
{
  LdrBlock *block, *normal;

  if (runs->len == 1 && append_at_once (out, g_ptr_array_index (runs, 0)))
    return;
  block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);

      ldr_block_append (block, run->text, run->flags, run->link);
    }
  normal = ldr_block_normalize (block);
  if (normal != NULL)
    ldr_write_inlines (out, normal, indent, choose_spelling (normal));
  ldr_block_free (normal);
  ldr_block_free (block);
}

/**
 * ldr_markdown_append_words:
 * @out: what it goes to
 * @words: a text without formats
 * @flags: how all of it is shown
 */
void
ldr_markdown_append_words (GString *out, const char *words, LdrRunFlags flags)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (words, flags);

  ldr_markdown_append_runs (out, runs, "");
}

/* A fence that is never closed or HTML that goes on would swallow what follows. */
static gboolean
ends_by_itself (const char *source)
{
  g_autofree char *text = g_strconcat (source, "\n\n" SENTINEL "\n", NULL);
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_node *last = cmark_node_last_child (document);
  cmark_node *words = last != NULL ? cmark_node_first_child (last) : NULL;
  gboolean ends = last != NULL && cmark_node_get_type (last) == CMARK_NODE_PARAGRAPH && words != NULL
                  && cmark_node_get_type (words) == CMARK_NODE_TEXT && cmark_node_next (words) == NULL
                  && g_strcmp0 (cmark_node_get_literal (words), SENTINEL) == 0;

  cmark_node_free (document);
  return ends;
}

/**
 * ldr_markdown_append_code:
 * @out: what it goes to
 * @text: lines in which each character has its place
 */
void
ldr_markdown_append_code (GString *out, const char *text)
{
  guint longest = 2, current = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      current = *p == '`' ? current + 1 : 0;
      longest = MAX (longest, current);
    }
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
  g_string_append_printf (out, "\n%s\n", text);
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
  g_string_append_c (out, '\n');
}

/**
 * ldr_markdown_append_source:
 * @out: what it goes to
 * @text: lines of CommonMark
 *
 * Writes them as they are, or, where they would swallow what follows, as code.
 */
void
ldr_markdown_append_source (GString *out, const char *text)
{
  if (ends_by_itself (text))
    g_string_append_printf (out, "%s\n", text);
  else
    ldr_markdown_append_code (out, text);
}
