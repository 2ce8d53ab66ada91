/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-block.h"

#include "ldr-document-runs.h"

G_DEFINE_BOXED_TYPE (LdrDocumentBlock, ldr_document_block, ldr_document_block_ref, ldr_document_block_unref)

static LdrDocumentBlock *
block_new (LdrDocumentKind kind, GPtrArray *runs)
{
  LdrDocumentBlock *self = g_atomic_rc_box_new0 (LdrDocumentBlock);

  self->kind = kind;
  if (runs != NULL)
    self->runs = ldr_document_runs_clean (runs);
  return self;
}

static LdrDocumentBlock *
block_new_with_text (LdrDocumentKind kind, const char *text)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  return block_new (kind, runs);
}

static void
block_clear (gpointer data)
{
  LdrDocumentBlock *self = data;

  g_free (self->anchor);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->table, ldr_document_table_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->media_type);
  g_clear_pointer (&self->chart, ldr_chart_unref);
  g_free (self->title);
  g_free (self->description);
}

LdrDocumentBlock *
ldr_document_block_ref (LdrDocumentBlock *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ldr_document_block_unref (LdrDocumentBlock *self)
{
  g_atomic_rc_box_release_full (self, block_clear);
}

/**
 * ldr_document_heading_new:
 * @level: 1 for the parts of the document, up to 6; more is taken as 6
 * @anchor: (nullable): the name by which links find it, unique in the document
 * @runs: (element-type LdrRun): its text, not to be changed any more
 *
 * Returns: (transfer full): a heading
 */
LdrDocumentBlock *
ldr_document_heading_new (int level, const char *anchor, GPtrArray *runs)
{
  LdrDocumentBlock *self = block_new (LDR_DOCUMENT_HEADING, runs);

  self->level = CLAMP (level, 1, LDR_DOCUMENT_MAX_HEADING);
  self->anchor = g_strdup (anchor);
  return self;
}

/**
 * ldr_document_paragraph_new:
 * @runs: (element-type LdrRun): its text, not to be changed any more
 *
 * Returns: (transfer full): a paragraph
 */
LdrDocumentBlock *
ldr_document_paragraph_new (GPtrArray *runs)
{
  return block_new (LDR_DOCUMENT_PARAGRAPH, runs);
}

/**
 * ldr_document_lead_new:
 * @runs: (element-type LdrRun): its text
 *
 * Returns: (transfer full): a paragraph that no page ends with, such as a line of facts below a heading
 */
LdrDocumentBlock *
ldr_document_lead_new (GPtrArray *runs)
{
  LdrDocumentBlock *self = block_new (LDR_DOCUMENT_PARAGRAPH, runs);

  self->leads = TRUE;
  return self;
}

/**
 * ldr_document_source_new:
 * @text: lines of CommonMark
 *
 * Returns: (transfer full): those, to be shown as they were written
 */
LdrDocumentBlock *
ldr_document_source_new (const char *text)
{
  return block_new_with_text (LDR_DOCUMENT_SOURCE, text);
}

/**
 * ldr_document_item_new:
 * @mark: what stands before it
 * @number: its number, for %LDR_DOCUMENT_NUMBER
 * @level: its depth, from 0
 * @runs: (element-type LdrRun): its text, not to be changed any more
 *
 * Returns: (transfer full): an item of a list. Items that follow each other are one list
 */
LdrDocumentBlock *
ldr_document_item_new (LdrDocumentMark mark, int number, int level, GPtrArray *runs)
{
  LdrDocumentBlock *self = block_new (LDR_DOCUMENT_ITEM, runs);

  self->mark = mark;
  self->number = number;
  self->level = CLAMP (level, 0, LDR_DOCUMENT_MAX_DEPTH);
  return self;
}

/**
 * ldr_document_quote_new:
 * @runs: (element-type LdrRun): its text, not to be changed any more
 *
 * Returns: (transfer full): a paragraph of a quote
 */
LdrDocumentBlock *
ldr_document_quote_new (GPtrArray *runs)
{
  return block_new (LDR_DOCUMENT_QUOTE, runs);
}

/**
 * ldr_document_code_new:
 * @text: its lines
 *
 * Returns: (transfer full): lines in which each character has its place
 */
LdrDocumentBlock *
ldr_document_code_new (const char *text)
{
  return block_new_with_text (LDR_DOCUMENT_CODE, text);
}

/**
 * ldr_document_table_block_new:
 * @table: (transfer full): a table, not to be changed any more
 *
 * Returns: (transfer full): that as a block
 */
LdrDocumentBlock *
ldr_document_table_block_new (LdrDocumentTable *table)
{
  LdrDocumentBlock *self = block_new (LDR_DOCUMENT_TABLE, NULL);

  self->table = table;
  return self;
}

LdrDocumentBlock *
ldr_document_rule_new (void)
{
  return block_new (LDR_DOCUMENT_RULE, NULL);
}

/**
 * ldr_document_picture_new:
 * @bytes: its file: PNG, JPEG, WebP or GIF
 * @media_type: which of these
 * @description: (nullable): what is to be seen on it
 *
 * Returns: (transfer full): a picture
 */
LdrDocumentBlock *
ldr_document_picture_new (GBytes *bytes, const char *media_type, const char *description)
{
  LdrDocumentBlock *self = block_new (LDR_DOCUMENT_PICTURE, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->media_type = g_strdup (media_type);
  self->description = ldr_document_clean_line (description);
  return self;
}

/**
 * ldr_document_chart_new:
 * @chart: a chart
 * @title: (nullable): the title to show above it; %NULL where a heading says it already
 * @description: (nullable): what it says; %NULL for what it says itself
 *
 * Returns: (transfer full): a chart
 */
LdrDocumentBlock *
ldr_document_chart_new (LdrChart *chart, const char *title, const char *description)
{
  LdrDocumentBlock *self = block_new (LDR_DOCUMENT_CHART, NULL);
  g_autofree char *own = description == NULL ? ldr_chart_describe (chart) : NULL;

  self->chart = ldr_chart_ref (chart);
  self->title = title != NULL ? ldr_document_clean_line (title) : NULL;
  self->description = ldr_document_clean_line (description != NULL ? description : own);
  return self;
}

LdrDocumentBlock *
ldr_document_page_break_new (void)
{
  return block_new (LDR_DOCUMENT_PAGE_BREAK, NULL);
}

LdrDocumentBlock *
ldr_document_private_begin_new (void)
{
  return block_new (LDR_DOCUMENT_PRIVATE_BEGIN, NULL);
}

LdrDocumentBlock *
ldr_document_private_end_new (void)
{
  return block_new (LDR_DOCUMENT_PRIVATE_END, NULL);
}

/**
 * ldr_document_block_dup_text:
 * @self: a block
 *
 * Returns: (transfer full): its characters, without formatting; "" for what has no text of its own
 */
char *
ldr_document_block_dup_text (const LdrDocumentBlock *self)
{
  return ldr_document_runs_dup_text (self->runs);
}
