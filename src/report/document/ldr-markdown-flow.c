/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-flow.h"

#include "ldr-markdown-text.h"

static char *
join_lines (const LdrDocumentBlock *block)
{
  g_autofree char *text = ldr_document_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);

  return g_strjoinv ("\n", lines);
}

/* --- Lists --- */

static void
append_mark (GString *out, const LdrDocumentBlock *item)
{
  switch (item->mark)
    {
    case LDR_DOCUMENT_BULLET:
      g_string_append (out, "- ");
      break;
    case LDR_DOCUMENT_NUMBER:
      g_string_append_printf (out, "%d. ", CLAMP (item->number, 0, 999999999));
      break;
    case LDR_DOCUMENT_OPEN:
      g_string_append (out, "- [ ] ");
      break;
    case LDR_DOCUMENT_DONE:
      g_string_append (out, "- [x] ");
      break;
    }
}

static guint
mark_width (const LdrDocumentBlock *item)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  append_mark (mark, item);
  /* The box is text to CommonMark. */
  return item->mark == LDR_DOCUMENT_NUMBER ? (guint) mark->len : 2;
}

static gboolean
is_same_list (LdrDocumentMark a, LdrDocumentMark b)
{
  return (a == LDR_DOCUMENT_NUMBER) == (b == LDR_DOCUMENT_NUMBER);
}

static void
append_item (LdrMarkdownFlow *self, GString *out, const LdrDocumentBlock *item)
{
  int level = MIN (item->level, self->depth);
  guint at = level > 0 ? self->indents[level - 1] : 0;
  g_autofree char *indent = NULL;

  if (self->previous == LDR_DOCUMENT_ITEM && self->depth > level && !is_same_list (self->marks[level], item->mark))
    g_string_append_c (out, '\n');
  g_string_append_printf (out, "%*s", (int) at, "");
  append_mark (out, item);
  self->indents[level] = at + mark_width (item);
  self->marks[level] = item->mark;
  self->depth = level + 1;
  indent = g_strnfill (self->indents[level], ' ');
  ldr_markdown_append_runs (out, item->runs, indent);
  g_string_append_c (out, '\n');
}

/* --- Tables: CommonMark has none, but most that read it read these --- */

static void
append_cells (GString *out, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      ldr_markdown_append_runs (cell, g_ptr_array_index (cells, i), "");
      g_string_replace (cell, "\\\n", "<br>", 0);
      g_string_replace (cell, "|", "\\|", 0);
      g_string_append (out, "| ");
      g_string_append (out, cell->str);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, "|\n");
}

static void
append_table (GString *out, const LdrDocumentTable *table)
{
  static const char *const rules[] = { "| --- ", "| :-: ", "| --: " };

  ldr_markdown_flow_append_title (out, table->title);
  append_cells (out, table->heads);
  for (guint i = 0; i < table->heads->len; i++)
    g_string_append (out, rules[table->aligns[i]]);
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_cells (out, g_ptr_array_index (table->rows, i));
}

/* --- Blocks --- */

static void
append_heading (GString *out, const LdrDocumentBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);

  ldr_markdown_append_runs (line, block->runs, "");
  g_string_replace (line, "\\\n", " ", 0);
  /* Signs at the end would close the heading. */
  if (g_str_has_suffix (line->str, "#"))
    g_string_insert_c (line, (gssize) line->len - 1, '\\');
  for (int i = 0; i < MIN (block->level + 1, LDR_DOCUMENT_MAX_HEADING); i++)
    g_string_append_c (out, '#');
  g_string_append_printf (out, " %s\n", line->str);
}

static void
append_quote (GString *out, const LdrDocumentBlock *block)
{
  g_string_append (out, "> ");
  ldr_markdown_append_runs (out, block->runs, "> ");
  g_string_append_c (out, '\n');
}

/**
 * ldr_markdown_flow_init:
 * @self: (out caller-allocates): nothing is written yet
 */
void
ldr_markdown_flow_init (LdrMarkdownFlow *self)
{
  *self = (LdrMarkdownFlow) { .previous = LDR_DOCUMENT_PARAGRAPH };
}

/**
 * ldr_markdown_flow_separate:
 * @self: what was written so far
 * @out: where it stands
 * @next: what comes
 *
 * Puts an empty line between two blocks; in a quote a quoted one, in a list none.
 */
void
ldr_markdown_flow_separate (LdrMarkdownFlow *self, GString *out, LdrDocumentKind next)
{
  gboolean is_item = next == LDR_DOCUMENT_ITEM;

  if (next == LDR_DOCUMENT_QUOTE && self->previous == LDR_DOCUMENT_QUOTE)
    g_string_append (out, ">\n");
  else if (!is_item || self->previous != LDR_DOCUMENT_ITEM)
    g_string_append_c (out, '\n');
  if (!is_item)
    self->depth = 0;
  self->previous = next;
}

/**
 * ldr_markdown_flow_append_title:
 * @out: where it is to stand
 * @title: (nullable): what a table or a figure is
 */
void
ldr_markdown_flow_append_title (GString *out, const char *title)
{
  if (title == NULL || *title == '\0')
    return;
  ldr_markdown_append_words (out, title, LDR_RUN_BOLD);
  g_string_append (out, "\n\n");
}

/**
 * ldr_markdown_flow_append:
 * @self: what was written so far
 * @out: where it stands
 * @block: what comes; of kinds that are no text, nothing is written
 */
void
ldr_markdown_flow_append (LdrMarkdownFlow *self, GString *out, const LdrDocumentBlock *block)
{
  g_autofree char *text = NULL;

  switch (block->kind)
    {
    case LDR_DOCUMENT_HEADING:
      append_heading (out, block);
      break;
    case LDR_DOCUMENT_PARAGRAPH:
      ldr_markdown_append_runs (out, block->runs, "");
      g_string_append_c (out, '\n');
      break;
    case LDR_DOCUMENT_SOURCE:
      text = join_lines (block);
      ldr_markdown_append_source (out, text);
      break;
    case LDR_DOCUMENT_ITEM:
      append_item (self, out, block);
      break;
    case LDR_DOCUMENT_QUOTE:
      append_quote (out, block);
      break;
    case LDR_DOCUMENT_CODE:
      text = join_lines (block);
      ldr_markdown_append_code (out, text);
      break;
    case LDR_DOCUMENT_TABLE:
      append_table (out, block->table);
      break;
    case LDR_DOCUMENT_RULE:
      g_string_append (out, "---\n");
      break;
    case LDR_DOCUMENT_PICTURE:
    case LDR_DOCUMENT_CHART:
    case LDR_DOCUMENT_PAGE_BREAK:
    case LDR_DOCUMENT_PRIVATE_BEGIN:
    case LDR_DOCUMENT_PRIVATE_END:
      break;
    }
}
