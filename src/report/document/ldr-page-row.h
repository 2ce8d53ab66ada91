/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-block.h"
#include "ldr-typesetter.h"

G_BEGIN_DECLS

/**
 * LdrPagePiece:
 * @layout: the text that it is a line of
 * @line: the line
 * @x: where it begins, from the left of the text area
 * @baseline: where it stands, from the top of the row
 * @column: of a table, counted from 0
 * @is_mark: whether it is what stands before an item
 *
 * A line of text in a row.
 */
typedef struct
{
  PangoLayout *layout;
  PangoLayoutLine *line;
  double x;
  double baseline;
  int column;
  gboolean is_mark;
} LdrPagePiece;

typedef struct _LdrPageRow LdrPageRow;

/**
 * LdrPageRow:
 * @block: (nullable): what it belongs to; %NULL for the title
 * @style: how its text looks
 * @block_number: which of the blocks that is, counted from 1; the title is 0
 * @row_number: which of the block's rows it is, counted from 0
 * @before: the space above it, which goes at the top of a page
 * @height: how high it is
 * @keeps_with_next: whether no page may end with it
 * @is_private: whether it is marked as private
 * @ends_private: whether no private row follows it
 * @is_head: whether it is the head of a table
 * @head: (nullable): of a row in a table, the head that stands above it on each page
 * @pieces: (element-type LdrPagePiece): its texts
 * @x: where a picture or a chart begins
 * @width: how wide a picture or a rule is
 * @is_picture: whether it is the block's picture, which is read again when it is painted: it can be large
 * @node: (nullable): a chart
 *
 * What cannot be cut in two by the end of a page: a line, the row of a table, a picture.
 */
struct _LdrPageRow
{
  LdrDocumentBlock *block;
  LdrTextStyle style;
  guint block_number;
  guint row_number;
  double before;
  double height;
  gboolean keeps_with_next;
  gboolean is_private;
  gboolean ends_private;
  gboolean is_head;
  LdrPageRow *head;
  GArray *pieces;
  double x;
  double width;
  gboolean is_picture;
  GskRenderNode *node;
};

/* From pixels of pictures and from units of charts to points; that makes the letters of charts a little smaller than
 * those of texts. */
#define LDR_POINTS_A_PIXEL 0.75
#define LDR_POINTS_A_UNIT 0.66

LdrPageRow *ldr_page_row_new (LdrDocumentBlock *block, LdrTextStyle style);
LdrPageRow *ldr_page_row_ref (LdrPageRow *self);
void ldr_page_row_unref (LdrPageRow *self);
void
ldr_page_row_add (LdrPageRow *self, PangoLayout *layout, PangoLayoutLine *line, double x, double baseline, int column);
double ldr_page_row_add_lines (LdrPageRow *self, PangoLayout *layout, double x, double y, int column);
double ldr_page_row_add_line (LdrPageRow *self, PangoLayout *layout, PangoLayoutIter *iter, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPageRow, ldr_page_row_unref)

G_END_DECLS
