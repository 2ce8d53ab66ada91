/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart.h"
#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

#define LDR_TYPE_DOCUMENT_BLOCK (ldr_document_block_get_type ())

/* The deepest level of lists, counted from 0, and of headings, counted from 1. */
#define LDR_DOCUMENT_MAX_DEPTH 8
#define LDR_DOCUMENT_MAX_HEADING 6

/**
 * LdrDocumentKind:
 * @LDR_DOCUMENT_HEADING: a heading
 * @LDR_DOCUMENT_PARAGRAPH: a paragraph
 * @LDR_DOCUMENT_SOURCE: lines of CommonMark that can only be shown as they were written
 * @LDR_DOCUMENT_ITEM: an item of a list
 * @LDR_DOCUMENT_QUOTE: a paragraph of somebody else's words
 * @LDR_DOCUMENT_CODE: lines in which each character has its place
 * @LDR_DOCUMENT_TABLE: a table
 * @LDR_DOCUMENT_RULE: a line between two parts
 * @LDR_DOCUMENT_PICTURE: a picture of pixels
 * @LDR_DOCUMENT_CHART: a chart
 * @LDR_DOCUMENT_PAGE_BREAK: what follows begins a page, where there are pages
 * @LDR_DOCUMENT_PRIVATE_BEGIN: what follows is marked as private
 * @LDR_DOCUMENT_PRIVATE_END: the end of that
 *
 * What a block of a document is.
 */
typedef enum
{
  LDR_DOCUMENT_HEADING,
  LDR_DOCUMENT_PARAGRAPH,
  LDR_DOCUMENT_SOURCE,
  LDR_DOCUMENT_ITEM,
  LDR_DOCUMENT_QUOTE,
  LDR_DOCUMENT_CODE,
  LDR_DOCUMENT_TABLE,
  LDR_DOCUMENT_RULE,
  LDR_DOCUMENT_PICTURE,
  LDR_DOCUMENT_CHART,
  LDR_DOCUMENT_PAGE_BREAK,
  LDR_DOCUMENT_PRIVATE_BEGIN,
  LDR_DOCUMENT_PRIVATE_END,
} LdrDocumentKind;

/**
 * LdrDocumentMark:
 * @LDR_DOCUMENT_BULLET: a bullet
 * @LDR_DOCUMENT_NUMBER: its number
 * @LDR_DOCUMENT_OPEN: a box: it is still to be done
 * @LDR_DOCUMENT_DONE: a ticked box: it is done
 *
 * What stands before an item of a list.
 */
typedef enum
{
  LDR_DOCUMENT_BULLET,
  LDR_DOCUMENT_NUMBER,
  LDR_DOCUMENT_OPEN,
  LDR_DOCUMENT_DONE,
} LdrDocumentMark;

/**
 * LdrDocumentAlign:
 * @LDR_DOCUMENT_START: where lines begin
 * @LDR_DOCUMENT_CENTRE: in the middle
 * @LDR_DOCUMENT_END: where lines end, as numbers do
 *
 * Where the texts of a column stand.
 */
typedef enum
{
  LDR_DOCUMENT_START,
  LDR_DOCUMENT_CENTRE,
  LDR_DOCUMENT_END,
} LdrDocumentAlign;

/**
 * LdrDocumentTable:
 * @title: (nullable): what the table is, for those who do not see it and for files that hold nothing but tables
 * @heads: (element-type GPtrArray): the runs of each column's heading
 * @aligns: (array): where the texts of each column stand
 * @rows: (element-type GPtrArray): the rows, each an array of cells, each an array of #LdrRun
 * @goes_on: whether its rows go on from those of the table right before it, which has the same columns
 *
 * A table. Each row has as many cells as there are columns. One that is too long to be held comes in pieces: a file of
 * tables has them as one, other formats repeat the headings of the columns.
 */
typedef struct
{
  char *title;
  GPtrArray *heads;
  LdrDocumentAlign *aligns;
  GPtrArray *rows;
  gboolean goes_on;
} LdrDocumentTable;

/**
 * LdrDocumentBlock:
 * @kind: what it is
 * @level: of a heading 1 to 6; of an item its depth from 0
 * @mark: of an item
 * @number: of a numbered item
 * @anchor: (nullable): of a heading, the name by which links find it
 * @leads: of a paragraph, whether it belongs to what follows, as a heading does: no page ends with it
 * @runs: (nullable) (element-type LdrRun): its text, without pictures
 * @table: (nullable): of a table
 * @bytes: (nullable): of a picture, its file
 * @media_type: (nullable): of a picture
 * @chart: (nullable): of a chart
 * @title: (nullable): of a chart, its title where it is to be shown
 * @description: (nullable): of a picture or a chart, what is to be seen on it
 *
 * A piece of a document. Refcounted, never changed. Its texts are valid UTF-8 without control characters; between the
 * lines of one stands LDR_LINE_BREAK.
 */
typedef struct
{
  LdrDocumentKind kind;
  int level;
  LdrDocumentMark mark;
  int number;
  char *anchor;
  gboolean leads;
  GPtrArray *runs;
  LdrDocumentTable *table;
  GBytes *bytes;
  char *media_type;
  LdrChart *chart;
  char *title;
  char *description;
} LdrDocumentBlock;

GType ldr_document_block_get_type (void) G_GNUC_CONST;
LdrDocumentBlock *ldr_document_block_ref (LdrDocumentBlock *self);
void ldr_document_block_unref (LdrDocumentBlock *self);

LdrDocumentBlock *ldr_document_heading_new (int level, const char *anchor, GPtrArray *runs);
LdrDocumentBlock *ldr_document_paragraph_new (GPtrArray *runs);
LdrDocumentBlock *ldr_document_lead_new (GPtrArray *runs);
LdrDocumentBlock *ldr_document_source_new (const char *text);
LdrDocumentBlock *ldr_document_item_new (LdrDocumentMark mark, int number, int level, GPtrArray *runs);
LdrDocumentBlock *ldr_document_quote_new (GPtrArray *runs);
LdrDocumentBlock *ldr_document_code_new (const char *text);
LdrDocumentBlock *ldr_document_table_block_new (LdrDocumentTable *table);
LdrDocumentBlock *ldr_document_rule_new (void);
LdrDocumentBlock *ldr_document_picture_new (GBytes *bytes, const char *media_type, const char *description);
LdrDocumentBlock *ldr_document_chart_new (LdrChart *chart, const char *title, const char *description);
LdrDocumentBlock *ldr_document_page_break_new (void);
LdrDocumentBlock *ldr_document_private_begin_new (void);
LdrDocumentBlock *ldr_document_private_end_new (void);
char *ldr_document_block_dup_text (const LdrDocumentBlock *self);

LdrDocumentTable *ldr_document_table_new (const char *title, const char *const *heads, const LdrDocumentAlign *aligns);
LdrDocumentTable *ldr_document_table_new_next (const LdrDocumentTable *table);
void ldr_document_table_free (LdrDocumentTable *self);
void ldr_document_table_add_row (LdrDocumentTable *self, const char *const *cells);
void ldr_document_table_add_runs (LdrDocumentTable *self, GPtrArray *cells);
LdrDocumentTable *ldr_document_table_of_chart (LdrChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDocumentBlock, ldr_document_block_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDocumentTable, ldr_document_table_free)

G_END_DECLS
