/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-painter.h"

#include <math.h>
#include <string.h>

#include "ldr-document-words.h"
#include "ldr-page-tags.h"

#define HAIRLINE 0.5
#define QUOTE_BAR 2.0
#define PRIVATE_BAR 2.5
#define PRIVATE_GAP 12.0
#define CODE_PAD 4.0
#define HEADER_AT 0.55
#define FOOTER_BELOW 30.0

static void
set_ink (cairo_t *cairo, guint ink, double alpha)
{
  cairo_set_source_rgba (cairo, (ink >> 16) / 255.0, (ink >> 8 & 0xFF) / 255.0, (ink & 0xFF) / 255.0, alpha);
}

static void
fill (cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_rectangle (cairo, x, y, width, height);
  cairo_fill (cairo);
}

static const LdrPageLink *
find_link (const GArray *links, int index)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LdrPageLink *link = &g_array_index (links, LdrPageLink, i);

      if ((gsize) index >= link->start && (gsize) index < link->end)
        return link;
    }
  return NULL;
}

/* Paints a line item by item, since some of them are links. */
static void
paint_items (
    const LdrPagePainter *self, const LdrPageRow *row, const LdrPagePiece *piece, const GArray *links, cairo_t *cairo)
{
  double x = 0, y;

  cairo_get_current_point (cairo, &x, &y);
  for (GSList *l = piece->line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      const LdrPageLink *link = find_link (links, item->item->offset);
      double width = (double) pango_glyph_string_get_width (item->glyphs) / PANGO_SCALE;
      gboolean is_tagged = link != NULL && self->tags != NULL && ldr_page_tags_begin_link (self->tags, link->uri);

      set_ink (cairo, link != NULL ? LDR_INK_LINK : ldr_text_style_get_look (row->style)->ink, 1);
      if (link != NULL)
        fill (cairo, x, y + 1.2, width, HAIRLINE);
      cairo_move_to (cairo, x, y);
      pango_cairo_show_glyph_item (cairo, pango_layout_get_text (piece->layout), item);
      if (is_tagged)
        ldr_page_tags_end_link (self->tags);
      x += width;
    }
}

static void
paint_piece (const LdrPagePainter *self,
             const LdrPageRow *row,
             const LdrPagePiece *piece,
             double top,
             gboolean is_tagged,
             cairo_t *cairo)
{
  const GArray *links = ldr_typesetter_get_links (piece->layout);

  if (is_tagged)
    ldr_page_tags_enter_piece (self->tags, row, piece);
  cairo_move_to (cairo, self->typesetter->margin + piece->x, top + piece->baseline);
  if (links != NULL)
    {
      paint_items (self, row, piece, links, cairo);
      return;
    }
  set_ink (cairo, ldr_text_style_get_look (row->style)->ink, 1);
  pango_cairo_show_layout_line (cairo, piece->line);
}

static void
paint_picture (const LdrPageRow *row, double x, double y, cairo_t *cairo)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (row->block->bytes, NULL);
  int width, height;
  cairo_surface_t *surface;

  if (texture == NULL)
    return;
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                            (gsize) cairo_image_surface_get_stride (surface));
      cairo_surface_mark_dirty (surface);
      cairo_save (cairo);
      cairo_translate (cairo, x, y);
      cairo_scale (cairo, row->width / width, row->height / height);
      cairo_set_source_surface (cairo, surface, 0, 0);
      cairo_paint (cairo);
      cairo_restore (cairo);
    }
  cairo_surface_destroy (surface);
}

static void
paint_chart (const LdrPageRow *row, double x, double y, cairo_t *cairo)
{
  /* The margin of the chart's own drawing stands outside of the row on all sides. */
  cairo_save (cairo);
  cairo_translate (cairo, x, y + row->x);
  cairo_scale (cairo, LDR_POINTS_A_UNIT, LDR_POINTS_A_UNIT);
  gsk_render_node_draw (row->node, cairo);
  cairo_restore (cairo);
}

/* What stands behind or beside the text of a row. */
static void
paint_ground (const LdrPagePainter *self, const LdrPageRow *row, gboolean is_last, double top, cairo_t *cairo)
{
  const LdrTypesetter *typesetter = self->typesetter;
  double left = typesetter->margin;
  LdrDocumentKind kind = row->block != NULL ? row->block->kind : LDR_DOCUMENT_PARAGRAPH;

  set_ink (cairo, LDR_INK_LINE, 1);
  if (kind == LDR_DOCUMENT_RULE)
    fill (cairo, left, top, row->width, HAIRLINE);
  else if (kind == LDR_DOCUMENT_QUOTE)
    fill (cairo, typesetter->right_to_left ? left + typesetter->body_width - QUOTE_BAR : left, top, QUOTE_BAR,
          row->height);
  else if (kind == LDR_DOCUMENT_CODE)
    {
      double above = row->row_number == 0 ? CODE_PAD : 0;

      set_ink (cairo, LDR_INK_SOFT, 1);
      fill (cairo, left, top - above, typesetter->body_width, above + row->height + (is_last ? CODE_PAD : 0));
    }
  else if (kind == LDR_DOCUMENT_TABLE && row->width > 0)
    {
      if (row->is_head)
        set_ink (cairo, LDR_INK_DIM, 1);
      fill (cairo, left, top + row->height - HAIRLINE, row->width, row->is_head ? 2 * HAIRLINE : HAIRLINE);
    }
}

/* The bar beside what is private runs on through the spaces between. */
static void
paint_private (
    const LdrPagePainter *self, const LdrPageRow *row, const LdrPlacedRow *previous, double top, cairo_t *cairo)
{
  double left = self->typesetter->margin, from = top;
  gboolean goes_on = previous != NULL && previous->row->is_private && !previous->row->ends_private;

  if (goes_on)
    from -= row->before;
  set_ink (cairo, LDR_INK_PRIVATE, 1);
  fill (cairo,
        self->typesetter->right_to_left ? left + self->typesetter->body_width + PRIVATE_GAP - PRIVATE_BAR
                                        : left - PRIVATE_GAP,
        from, PRIVATE_BAR, top + row->height - from);
}

static void
paint_row (const LdrPagePainter *self, const LdrPage *page, guint index, cairo_t *cairo)
{
  const LdrPlacedRow *placed = &g_array_index (page->rows, LdrPlacedRow, index);
  const LdrPlacedRow *previous = index > 0 ? placed - 1 : NULL;
  const LdrPlacedRow *next = index + 1 < page->rows->len ? placed + 1 : NULL;
  const LdrPageRow *row = placed->row;
  double x = self->typesetter->margin, y = self->typesetter->top + placed->top;
  gboolean is_tagged = self->tags != NULL && !placed->repeats;

  if (self->tags != NULL)
    ldr_page_tags_enter_row (self->tags, placed, page->number, x, y);
  paint_ground (self, row, next == NULL || next->row->block != row->block, y, cairo);
  if (row->is_private)
    paint_private (self, row, previous, y, cairo);
  if (row->is_picture)
    paint_picture (row, x + row->x, y, cairo);
  if (row->node != NULL)
    paint_chart (row, x + row->x, y, cairo);
  for (guint i = 0; i < row->pieces->len; i++)
    paint_piece (self, row, &g_array_index (row->pieces, LdrPagePiece, i), y, is_tagged, cairo);
  if (self->tags != NULL)
    ldr_page_tags_leave_row (self->tags, placed);
}

/* A line above or below the text: @words at the start, @end_words at the end. */
static void
paint_margin (const LdrPagePainter *self, const char *words, const char *end_words, double y, cairo_t *cairo)
{
  const LdrTypesetter *typesetter = self->typesetter;
  gboolean from_right = typesetter->right_to_left;
  double end_width = 0;

  set_ink (cairo, LDR_INK_DIM, 1);
  if (end_words != NULL)
    {
      g_autoptr (PangoLayout) layout = ldr_typesetter_set_text (typesetter, LDR_TEXT_MARGIN, end_words, -1, FALSE);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      end_width = (double) width / PANGO_SCALE;
      cairo_move_to (cairo, typesetter->margin + (from_right ? 0 : typesetter->body_width - end_width), y);
      pango_cairo_show_layout (cairo, layout);
    }
  if (words != NULL && *words != '\0')
    {
      double width = typesetter->body_width - end_width - PRIVATE_GAP;
      g_autoptr (PangoLayout) layout = ldr_typesetter_set_text (typesetter, LDR_TEXT_MARGIN, words, width, from_right);

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      cairo_move_to (cairo, typesetter->margin + (from_right ? end_width + PRIVATE_GAP : 0), y);
      pango_cairo_show_layout (cairo, layout);
    }
}

static void
paint_margins (const LdrPagePainter *self, const LdrPage *page, cairo_t *cairo)
{
  const LdrTypesetter *typesetter = self->typesetter;
  g_autofree char *number = ldr_document_words_page (page->number, self->n_pages);

  if (self->tags != NULL)
    ldr_page_tags_begin_artifact (self->tags);
  if (page->number > 1 && self->header != NULL && *self->header != '\0')
    paint_margin (self, self->header, NULL, round (typesetter->top * HEADER_AT), cairo);
  paint_margin (self, self->footer, number, typesetter->top + typesetter->body_height + FOOTER_BELOW, cairo);
  if (self->tags != NULL)
    ldr_page_tags_end_artifact (self->tags);
}

/**
 * ldr_page_painter_paint:
 * @self: what paints
 * @page: a page
 * @cairo: where; a unit is a point
 *
 * Paints a page, on whatever is there.
 */
void
ldr_page_painter_paint (const LdrPagePainter *self, const LdrPage *page, cairo_t *cairo)
{
  for (guint i = 0; i < page->rows->len; i++)
    paint_row (self, page, i, cairo);
  paint_margins (self, page, cairo);
}
