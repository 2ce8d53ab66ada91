/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-rows.h"

#include <string.h>

#include "ldr-document-runs.h"

#define ITEM_INDENT 18.0
#define QUOTE_INDENT 14.0
#define CODE_INDENT 10.0
#define ITEM_AFTER 2.5
#define RULE_SPACE 12.0

/* A long text is set in parts of so many bytes. The last lines of a part are set again with the next, so that nothing
 * shows where it was cut. */
#define PART 8000
#define SET_AGAIN 2

/* Where there is no space for so many bytes the part ends: to break a word takes the square of its length. */
#define LONG_WORD 1000

/* What makes the rows of one text. */
typedef struct
{
  LdrPageFlow *flow;
  LdrDocumentBlock *block;
  LdrTextStyle style;
  GPtrArray *runs;
  double indent;
  gboolean keeps_with_next;
  gboolean right_to_left;
  char *text;
  gsize length;
} TextRows;

static gboolean
add_line (const TextRows *self,
          PangoLayout *layout,
          PangoLayoutIter *iter,
          gboolean is_first,
          gboolean keeps,
          PangoLayout *mark,
          GError **error)
{
  const LdrTypesetter *typesetter = ldr_page_flow_get_typesetter (self->flow);
  LdrPageRow *row = ldr_page_row_new (self->block, self->style);

  row->keeps_with_next = keeps;
  row->before = is_first ? ldr_text_style_get_look (self->style)->before : 0;
  if (mark != NULL)
    {
      double width = typesetter->body_width, x = self->indent - ITEM_INDENT;

      ldr_page_row_add_lines (row, mark, self->right_to_left ? width - self->indent : x, 0, 0);
      g_array_index (row->pieces, LdrPagePiece, 0).is_mark = TRUE;
    }
  row->height = ldr_page_row_add_line (row, layout, iter, self->right_to_left ? 0 : self->indent, 0);
  return ldr_page_flow_add (self->flow, row, error);
}

/* The lines of one part. Returns by @next where the next begins. */
static gboolean
add_part (const TextRows *self, gsize from, gsize to, PangoLayout *mark, gsize *next, GError **error)
{
  const LdrTypesetter *typesetter = ldr_page_flow_get_typesetter (self->flow);
  g_autoptr (PangoLayout) layout = ldr_typesetter_set_part (typesetter, self->style, self->runs, from, to,
                                                            typesetter->body_width - self->indent, self->right_to_left);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  gboolean is_last_part = to == self->length;
  int n = is_last_part || n_lines <= SET_AGAIN ? n_lines : n_lines - SET_AGAIN;
  gboolean fine = TRUE;

  *next = to;
  for (int i = 0; i < n && fine; i++)
    {
      gboolean is_first = from == 0 && i == 0, is_last = is_last_part && i == n - 1;
      /* Neither the first line alone below nor the last line alone above. */
      gboolean keeps = !is_last && (is_first || (is_last_part && i == n - 2));

      fine = add_line (self, layout, iter, is_first, keeps || self->keeps_with_next, i == 0 ? mark : NULL, error);
      if (pango_layout_iter_next_line (iter) && i == n - 1)
        *next = from + (gsize) pango_layout_iter_get_index (iter);
    }
  pango_layout_iter_free (iter);
  return fine;
}

/* Up to where a part goes that begins at @from: not within a character. */
static gsize
end_part (const TextRows *self, gsize from)
{
  gsize end = MIN (from + PART, self->length), space = from, to = from;

  for (; to < end && to - space < LONG_WORD; to++)
    if (self->text[to] == ' ')
      space = to;
  if (to >= self->length)
    return self->length;
  while (to > from + 1 && ((guchar) self->text[to] & 0xC0) == 0x80)
    to--;
  return to;
}

static gboolean
add_text (TextRows *self, PangoLayout *mark, GError **error)
{
  gsize at = 0;

  self->text = ldr_document_runs_dup_text (self->runs);
  self->length = strlen (self->text);
  do
    if (!add_part (self, at, end_part (self, at), at == 0 ? mark : NULL, &at, error))
      return FALSE;
  while (at < self->length);
  return TRUE;
}

static gboolean
reads_from_right (LdrPageFlow *flow, GPtrArray *runs)
{
  const LdrTypesetter *typesetter = ldr_page_flow_get_typesetter (flow);

  for (guint i = 0; i < runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);
      int direction = ldr_document_text_direction (run->text);

      if (direction != 0)
        return direction < 0;
    }
  return typesetter->right_to_left;
}

/**
 * ldr_page_rows_add_text:
 * @flow: takes the rows
 * @block: (nullable): what they belong to
 * @style: how the text looks
 * @runs: (element-type LdrRun): the text
 * @indent: how far from the edge it stands
 * @keeps_with_next: whether no page may end with it
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_rows_add_text (LdrPageFlow *flow,
                        LdrDocumentBlock *block,
                        LdrTextStyle style,
                        GPtrArray *runs,
                        double indent,
                        gboolean keeps_with_next,
                        GError **error)
{
  TextRows rows = { flow, block, style, runs, indent, keeps_with_next, reads_from_right (flow, runs) };
  gboolean fine = add_text (&rows, NULL, error);

  g_free (rows.text);
  return fine;
}

static char *
make_mark (const LdrDocumentBlock *item)
{
  switch (item->mark)
    {
    case LDR_DOCUMENT_BULLET:
      return g_strdup (item->level % 2 == 0 ? "•" : "–");
    case LDR_DOCUMENT_NUMBER:
      return g_strdup_printf ("%d.", item->number);
    case LDR_DOCUMENT_OPEN:
      return g_strdup ("☐");
    case LDR_DOCUMENT_DONE:
      return g_strdup ("☑");
    }
  g_return_val_if_reached (NULL);
}

static gboolean
add_item (LdrPageFlow *flow, LdrDocumentBlock *block, GError **error)
{
  TextRows rows = { flow, block, LDR_TEXT_BODY, block->runs, (block->level + 1) * ITEM_INDENT };
  g_autofree char *text = make_mark (block);
  g_autoptr (PangoLayout) mark = NULL;
  gboolean fine;

  rows.right_to_left = reads_from_right (flow, block->runs);
  mark = ldr_typesetter_set_text (ldr_page_flow_get_typesetter (flow), LDR_TEXT_BODY, text, ITEM_INDENT,
                                  rows.right_to_left);
  fine = add_text (&rows, mark, error);
  g_free (rows.text);
  return fine;
}

static gboolean
add_rule (LdrPageFlow *flow, LdrDocumentBlock *block, GError **error)
{
  LdrPageRow *row = ldr_page_row_new (block, LDR_TEXT_BODY);

  row->before = RULE_SPACE;
  row->height = 1;
  row->width = ldr_page_flow_get_typesetter (flow)->body_width;
  return ldr_page_flow_add (flow, row, error);
}

static LdrTextStyle
heading_style (int level)
{
  return LDR_TEXT_HEADING_1 + (LdrTextStyle) MIN (level - 1, LDR_TEXT_HEADING_4 - LDR_TEXT_HEADING_1);
}

static gboolean
add_plain (LdrPageFlow *flow, LdrDocumentBlock *block, LdrTextStyle style, double indent, double *after, GError **error)
{
  *after = ldr_text_style_get_look (style)->after;
  return ldr_page_rows_add_text (flow, block, style, block->runs, indent,
                                 block->kind == LDR_DOCUMENT_HEADING || block->leads, error);
}

/**
 * ldr_page_rows_add:
 * @flow: takes the rows
 * @block: a block with content
 * @after: (inout): the space behind what came before, then behind this
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_rows_add (LdrPageFlow *flow, LdrDocumentBlock *block, double *after, GError **error)
{
  double next = 0;
  gboolean fine = FALSE;

  switch (block->kind)
    {
    case LDR_DOCUMENT_HEADING:
      fine = add_plain (flow, block, heading_style (block->level), 0, &next, error);
      break;
    case LDR_DOCUMENT_PARAGRAPH:
    case LDR_DOCUMENT_SOURCE:
      fine = add_plain (flow, block, LDR_TEXT_BODY, 0, &next, error);
      break;
    case LDR_DOCUMENT_QUOTE:
      fine = add_plain (flow, block, LDR_TEXT_QUOTE, QUOTE_INDENT, &next, error);
      break;
    case LDR_DOCUMENT_CODE:
      fine = add_plain (flow, block, LDR_TEXT_CODE, CODE_INDENT, &next, error);
      break;
    case LDR_DOCUMENT_ITEM:
      next = ITEM_AFTER;
      fine = add_item (flow, block, error);
      break;
    case LDR_DOCUMENT_RULE:
      next = RULE_SPACE;
      fine = add_rule (flow, block, error);
      break;
    case LDR_DOCUMENT_TABLE:
      fine = ldr_page_rows_add_table (flow, block, &next, error);
      break;
    case LDR_DOCUMENT_PICTURE:
    case LDR_DOCUMENT_CHART:
      fine = ldr_page_rows_add_figure (flow, block, &next, error);
      break;
    case LDR_DOCUMENT_PAGE_BREAK:
    case LDR_DOCUMENT_PRIVATE_BEGIN:
    case LDR_DOCUMENT_PRIVATE_END:
      g_return_val_if_reached (FALSE);
    }
  *after = next;
  return fine;
}
