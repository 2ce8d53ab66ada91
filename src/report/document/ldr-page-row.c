/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-row.h"

static void
piece_clear (gpointer data)
{
  LdrPagePiece *piece = data;

  pango_layout_line_unref (piece->line);
  g_object_unref (piece->layout);
}

/**
 * ldr_page_row_new:
 * @block: (nullable): what it belongs to
 * @style: how its text looks
 *
 * Returns: (transfer full): a row without contents
 */
LdrPageRow *
ldr_page_row_new (LdrDocumentBlock *block, LdrTextStyle style)
{
  LdrPageRow *self = g_rc_box_new0 (LdrPageRow);

  self->block = block != NULL ? ldr_document_block_ref (block) : NULL;
  self->style = style;
  self->pieces = g_array_sized_new (FALSE, FALSE, sizeof (LdrPagePiece), 1);
  g_array_set_clear_func (self->pieces, piece_clear);
  return self;
}

LdrPageRow *
ldr_page_row_ref (LdrPageRow *self)
{
  return g_rc_box_acquire (self);
}

static void
row_clear (gpointer data)
{
  LdrPageRow *self = data;

  g_clear_pointer (&self->block, ldr_document_block_unref);
  g_clear_pointer (&self->head, ldr_page_row_unref);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

void
ldr_page_row_unref (LdrPageRow *self)
{
  g_rc_box_release_full (self, row_clear);
}

/**
 * ldr_page_row_add:
 * @self: a row
 * @layout: a text
 * @line: a line of it
 * @x: where it begins
 * @baseline: where it stands
 * @column: of a table, or 0
 */
void
ldr_page_row_add (LdrPageRow *self, PangoLayout *layout, PangoLayoutLine *line, double x, double baseline, int column)
{
  LdrPagePiece piece = { g_object_ref (layout), pango_layout_line_ref (line), x, baseline, column, FALSE };

  g_array_append_val (self->pieces, piece);
}

/* Adds the line that the iterator is at below @y and returns where it ends. Lines with higher letters than the style
 * has (other scripts, emoji) take the place that they need. */
static double
add_line (LdrPageRow *self, PangoLayout *layout, PangoLayoutIter *iter, double x, double y, int column)
{
  double leading = ldr_text_style_get_look (self->style)->leading;
  PangoRectangle extents;
  double line_height, line_baseline, height;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  line_height = (double) extents.height / PANGO_SCALE;
  line_baseline = (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE;
  height = MAX (leading, line_height);
  ldr_page_row_add (self, layout, pango_layout_iter_get_line_readonly (iter), x + (double) extents.x / PANGO_SCALE,
                    y + (height - line_height) / 2 + line_baseline, column);
  return y + height;
}

/**
 * ldr_page_row_add_line:
 * @self: a row
 * @layout: a text
 * @iter: at the line to add
 * @x: where the text begins
 * @y: where the line begins
 *
 * Returns: where the line ends
 */
double
ldr_page_row_add_line (LdrPageRow *self, PangoLayout *layout, PangoLayoutIter *iter, double x, double y)
{
  return add_line (self, layout, iter, x, y, 0);
}

/**
 * ldr_page_row_add_lines:
 * @self: a row
 * @layout: a text
 * @x: where it begins
 * @y: where it begins
 * @column: of a table, or 0
 *
 * Adds all lines of a text.
 *
 * Returns: where they end
 */
double
ldr_page_row_add_lines (LdrPageRow *self, PangoLayout *layout, double x, double y, int column)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    y = add_line (self, layout, iter, x, y, column);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return y;
}
