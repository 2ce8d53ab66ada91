/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-tags.h"

#include <cairo-pdf.h>

#include "ldr-page-tag-values.h"

#define ARTIFACT "Artifact"

/* So much of a page is seen above a heading that a bookmark leads to, in points. */
#define ABOVE_HEADING 8.0

struct _LdrPageTags
{
  cairo_t *cairo;
  cairo_surface_t *surface;
  /* The names of the open tags, outermost first. */
  GPtrArray *open;
  /* What is open beside the document: for each level of lists the number of tags around the list and the item. */
  LdrListStack lists;
  guint list_base[LDR_DOCUMENT_MAX_DEPTH + 1];
  guint item_base[LDR_DOCUMENT_MAX_DEPTH + 1];
  guint around_quote;
  guint around_block;
  guint around_part;
  guint around_row;
  /* Where we are. */
  const LdrDocumentBlock *block;
  guint block_number;
  LdrTextStyle style;
  gboolean any_row;
  int column;
  /* Of each level of headings the last in the outline. */
  int outline[LDR_DOCUMENT_MAX_HEADING + 1];
  GHashTable *anchors;
  GPtrArray *figures;
};

/**
 * ldr_page_tags_new:
 * @cairo: what draws the document
 * @surface: its PDF surface
 *
 * Returns: (transfer full): what writes the structure
 */
LdrPageTags *
ldr_page_tags_new (cairo_t *cairo, cairo_surface_t *surface)
{
  LdrPageTags *self = g_new0 (LdrPageTags, 1);

  self->cairo = cairo;
  self->surface = surface;
  self->open = g_ptr_array_new ();
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->figures = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ldr_page_tags_free (LdrPageTags *self)
{
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

static void
push (LdrPageTags *self, const char *name)
{
  cairo_tag_begin (self->cairo, name, "");
  g_ptr_array_add (self->open, (gpointer) name);
}

static void
pop_to (LdrPageTags *self, guint n)
{
  while (self->open->len > n)
    cairo_tag_end (self->cairo, g_ptr_array_steal_index (self->open, self->open->len - 1));
}

void
ldr_page_tags_begin (LdrPageTags *self)
{
  push (self, "Document");
}

void
ldr_page_tags_end (LdrPageTags *self)
{
  pop_to (self, 0);
}

void
ldr_page_tags_begin_artifact (LdrPageTags *self)
{
  cairo_tag_begin (self->cairo, ARTIFACT, "");
}

void
ldr_page_tags_end_artifact (LdrPageTags *self)
{
  cairo_tag_end (self->cairo, ARTIFACT);
}

/**
 * ldr_page_tags_get_figures:
 * @self: tags
 *
 * Returns: (transfer none) (element-type utf8): what is to be seen on each figure, in their order
 */
GPtrArray *
ldr_page_tags_get_figures (LdrPageTags *self)
{
  return self->figures;
}

/* --- Lists --- */

static void
open_list_cb (gpointer data, LdrListKind kind)
{
  LdrPageTags *self = data;

  self->list_base[self->lists.depth] = self->open->len;
  push (self, "L");
}

static void
close_list_cb (gpointer data, LdrListKind kind)
{
  LdrPageTags *self = data;

  pop_to (self, self->list_base[self->lists.depth]);
}

static void
open_item_cb (gpointer data, const LdrDocumentBlock *item, gboolean restarts)
{
  LdrPageTags *self = data;

  self->item_base[self->lists.depth - 1] = self->open->len;
  push (self, "LI");
}

static void
close_item_cb (gpointer data)
{
  LdrPageTags *self = data;

  pop_to (self, self->item_base[self->lists.depth - 1]);
}

static const LdrListTags list_tags = { open_list_cb, close_list_cb, open_item_cb, close_item_cb };

/* --- Headings --- */

/* A bookmark below the last one of a higher level. */
static void
add_to_outline (LdrPageTags *self, const LdrDocumentBlock *block, guint page, double x, double y)
{
  g_autofree char *text = ldr_document_block_dup_text (block);
  g_autofree char *where = ldr_page_tag_place (page, x, MAX (y - ABOVE_HEADING, 0));
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (int level = 1; level < block->level; level++)
    if (self->outline[level] != 0)
      parent = self->outline[level];
  for (int level = block->level; level <= LDR_DOCUMENT_MAX_HEADING; level++)
    self->outline[level] = 0;
  self->outline[block->level] = cairo_pdf_surface_add_outline (self->surface, parent, text, where,
                                                               block->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

static void
add_anchor (LdrPageTags *self, const LdrDocumentBlock *block)
{
  g_autofree char *attributes = NULL;

  if (block->anchor == NULL || !g_hash_table_add (self->anchors, g_strdup (block->anchor)))
    return;
  attributes = ldr_page_tag_value ("name", block->anchor);
  cairo_tag_begin (self->cairo, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cairo, CAIRO_TAG_DEST);
}

/* --- Blocks --- */

static const char *
heading_name (int level)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  /* The title is the first level. */
  return names[MIN (level, (int) G_N_ELEMENTS (names) - 1)];
}

static void
open_block (LdrPageTags *self, const LdrPageRow *row, guint page, double x, double y)
{
  LdrDocumentBlock *block = row->block;

  self->around_block = self->open->len;
  if (block == NULL)
    push (self, row->style == LDR_TEXT_TITLE ? "H1" : "P");
  else if (block->kind == LDR_DOCUMENT_HEADING)
    {
      add_anchor (self, block);
      add_to_outline (self, block, page, x, y);
      push (self, heading_name (block->level));
    }
  else if (block->kind == LDR_DOCUMENT_ITEM)
    ldr_list_stack_add (&self->lists, block, &list_tags, self);
  else if (block->kind == LDR_DOCUMENT_TABLE)
    push (self, "Table");
  else if (block->kind == LDR_DOCUMENT_PICTURE || block->kind == LDR_DOCUMENT_CHART)
    {
      push (self, "Figure");
      g_ptr_array_add (self->figures, g_strdup (block->description));
    }
  else if (block->kind != LDR_DOCUMENT_RULE)
    push (self, "P");
  self->around_part = self->open->len;
}

/* Closes what @next does not stand in. */
static void
close_block (LdrPageTags *self, const LdrPageRow *next)
{
  gboolean is_item = next->block != NULL && next->block->kind == LDR_DOCUMENT_ITEM;
  gboolean is_quote = next->block != NULL && next->block->kind == LDR_DOCUMENT_QUOTE;

  if (self->lists.depth == 0)
    pop_to (self, self->around_block);
  if (!is_item)
    ldr_list_stack_close (&self->lists, 0, &list_tags, self);
  if (!is_quote && self->around_quote > 0)
    {
      pop_to (self, self->around_quote);
      self->around_quote = 0;
    }
  if (is_quote && self->around_quote == 0)
    {
      self->around_quote = self->open->len;
      push (self, "BlockQuote");
    }
}

static gboolean
goes_on (const LdrPageTags *self, const LdrPageRow *row)
{
  return self->any_row && self->block_number == row->block_number && (row->block != NULL || self->style == row->style);
}

/* A part of a figure or a table that is text of its own: a title, a caption, a row that is told in paragraphs. */
static void
enter_part (LdrPageTags *self, const LdrPageRow *row)
{
  gboolean is_figure = row->block->kind == LDR_DOCUMENT_PICTURE || row->block->kind == LDR_DOCUMENT_CHART;

  if (!is_figure && row->block->kind != LDR_DOCUMENT_TABLE)
    return;
  if (self->around_part < self->open->len && self->style == row->style && row->width <= 0)
    return;
  pop_to (self, self->around_part);
  if (is_figure && row->pieces->len > 0)
    push (self, "Caption");
  else if (!is_figure && row->width > 0)
    push (self, "TR");
  else if (!is_figure && row->row_number == 0)
    push (self, "Caption");
  else if (!is_figure)
    {
      push (self, "TR");
      push (self, row->style == LDR_TEXT_HEAD ? "TH" : "TD");
    }
}

/**
 * ldr_page_tags_enter_row:
 * @self: tags
 * @placed: the row that is painted next
 * @page: the number of its page
 * @x: where it begins, from the left of the page
 * @y: where it begins, from the top of the page
 */
void
ldr_page_tags_enter_row (LdrPageTags *self, const LdrPlacedRow *placed, guint page, double x, double y)
{
  const LdrPageRow *row = placed->row;

  if (placed->repeats)
    {
      ldr_page_tags_begin_artifact (self);
      return;
    }
  if (!goes_on (self, row))
    {
      if (self->any_row)
        close_block (self, row);
      open_block (self, row, page, x, y);
    }
  if (row->block != NULL)
    enter_part (self, row);
  if (row->block != NULL && row->block->kind == LDR_DOCUMENT_RULE)
    ldr_page_tags_begin_artifact (self);
  self->block_number = row->block_number;
  self->style = row->style;
  self->any_row = TRUE;
  self->column = -1;
  self->around_row = self->open->len;
}

/**
 * ldr_page_tags_leave_row:
 * @self: tags
 * @placed: the row that was painted
 */
void
ldr_page_tags_leave_row (LdrPageTags *self, const LdrPlacedRow *placed)
{
  const LdrPageRow *row = placed->row;

  if (placed->repeats || (row->block != NULL && row->block->kind == LDR_DOCUMENT_RULE))
    ldr_page_tags_end_artifact (self);
  else if (row->block != NULL && row->block->kind == LDR_DOCUMENT_TABLE)
    pop_to (self, self->around_row);
}

/**
 * ldr_page_tags_enter_piece:
 * @self: tags
 * @row: a row
 * @piece: its line that is painted next
 */
void
ldr_page_tags_enter_piece (LdrPageTags *self, const LdrPageRow *row, const LdrPagePiece *piece)
{
  if (row->block == NULL)
    return;
  if (row->block->kind == LDR_DOCUMENT_ITEM && row->row_number == 0)
    {
      /* The mark of an item comes first, then its text, which lasts until the item ends. */
      pop_to (self, self->around_row);
      push (self, piece->is_mark ? "Lbl" : "LBody");
    }
  else if (row->block->kind == LDR_DOCUMENT_TABLE && row->width > 0 && piece->column != self->column)
    {
      pop_to (self, self->around_row);
      push (self, row->is_head ? "TH" : "TD");
      self->column = piece->column;
    }
}

/**
 * ldr_page_tags_begin_link:
 * @self: tags
 * @uri: where what is painted next leads
 *
 * A place in the document can be led to once it is there.
 *
 * Returns: whether it is a link, which is to be ended
 */
gboolean
ldr_page_tags_begin_link (LdrPageTags *self, const char *uri)
{
  g_autofree char *escaped = NULL, *attributes = NULL;

  if (*uri == '#' && !g_hash_table_contains (self->anchors, uri + 1))
    return FALSE;
  escaped = g_uri_escape_string (uri, ":/?#[]@!$&'()*+,;=%", FALSE);
  attributes = *uri == '#' ? ldr_page_tag_value ("dest", uri + 1) : ldr_page_tag_value ("uri", escaped);
  cairo_tag_begin (self->cairo, CAIRO_TAG_LINK, attributes);
  return TRUE;
}

void
ldr_page_tags_end_link (LdrPageTags *self)
{
  cairo_tag_end (self->cairo, CAIRO_TAG_LINK);
}
