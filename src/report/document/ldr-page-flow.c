/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-flow.h"

#include "ldr-document-runs.h"
#include "ldr-document-words.h"
#include "ldr-page-rows.h"

/* The space between a list and what is no list. */
#define AFTER_LIST 7.0

/* Rounding is not to cost a line. */
#define TOLERANCE 0.01

struct _LdrPageFlow
{
  const LdrTypesetter *typesetter;
  LdrPageFunc func;
  gpointer data;
  /* Rows that wait for their page, and how high they are together. */
  GPtrArray *rows;
  double height;
  guint n_pages;
  guint block_number;
  guint row_number;
  /* Where the first page begins, when it is not the document's first. */
  guint skip_block;
  guint skip_row;
  int private_depth;
  double after;
  gboolean in_list;
  LdrDocumentMark mark;
  LdrPageRow *last;
};

/**
 * ldr_page_free:
 * @self: (transfer full): a page
 */
void
ldr_page_free (LdrPage *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * ldr_page_flow_new:
 * @typesetter: what sets the texts; lives as long
 * @func: takes the pages
 * @data: for @func
 *
 * Returns: (transfer full): a flow without blocks
 */
LdrPageFlow *
ldr_page_flow_new (const LdrTypesetter *typesetter, LdrPageFunc func, gpointer data)
{
  LdrPageFlow *self = g_new0 (LdrPageFlow, 1);

  self->typesetter = typesetter;
  self->func = func;
  self->data = data;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_page_row_unref);
  return self;
}

void
ldr_page_flow_free (LdrPageFlow *self)
{
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->last, ldr_page_row_unref);
  g_free (self);
}

/**
 * ldr_page_flow_begin_at:
 * @self: a new flow
 * @page: the number of the page that is to come first
 * @block: the number of the block that the page begins in, and that is taken first
 * @row: the number of the row of it that the page begins with
 * @private_depth: that of before the block
 *
 * Makes a page in the middle the same that it was in the whole document.
 */
void
ldr_page_flow_begin_at (LdrPageFlow *self, guint page, guint block, guint row, int private_depth)
{
  self->n_pages = page - 1;
  self->block_number = block == 0 ? 0 : block - 1;
  self->skip_block = block;
  self->skip_row = row;
  self->private_depth = private_depth;
}

/**
 * ldr_page_flow_get_private_depth:
 * @self: a flow
 *
 * Returns: how many private parts what comes next stands in
 */
int
ldr_page_flow_get_private_depth (const LdrPageFlow *self)
{
  return self->private_depth;
}

const LdrTypesetter *
ldr_page_flow_get_typesetter (const LdrPageFlow *self)
{
  return self->typesetter;
}

static LdrPageRow *
row_at (const LdrPageFlow *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static void
placed_row_clear (gpointer data)
{
  ldr_page_row_unref (((LdrPlacedRow *) data)->row);
}

static double
place (LdrPage *page, LdrPageRow *row, double y, gboolean repeats)
{
  LdrPlacedRow placed;

  y += page->rows->len > 0 ? row->before : 0;
  placed = (LdrPlacedRow) { ldr_page_row_ref (row), y, repeats };
  g_array_append_val (page->rows, placed);
  return y + row->height;
}

/* The head that a page needs that begins in the middle of a table. */
static LdrPageRow *
repeated_head (const LdrPageFlow *self)
{
  LdrPageRow *first = self->rows->len > 0 ? row_at (self, 0) : NULL;

  return first != NULL && first->head != NULL ? first->head : NULL;
}

static void
measure (LdrPageFlow *self)
{
  LdrPageRow *head = repeated_head (self);

  self->height = head != NULL ? head->height : 0;
  for (guint i = 0; i < self->rows->len; i++)
    self->height += row_at (self, i)->height + (i > 0 || head != NULL ? row_at (self, i)->before : 0);
}

/* Gives away a page with the first @n rows. */
static gboolean
give_page (LdrPageFlow *self, guint n, GError **error)
{
  LdrPage *page = g_new0 (LdrPage, 1);
  LdrPageRow *head = repeated_head (self);
  double y = 0;

  page->number = ++self->n_pages;
  page->rows = g_array_sized_new (FALSE, FALSE, sizeof (LdrPlacedRow), n + 1);
  g_array_set_clear_func (page->rows, placed_row_clear);
  if (head != NULL)
    y = place (page, head, y, TRUE);
  for (guint i = 0; i < n; i++)
    y = place (page, row_at (self, i), y, FALSE);
  g_ptr_array_remove_range (self->rows, 0, n);
  measure (self);
  return self->func (page, self->data, error);
}

/* How many rows the next page has when not all fit: as many as do, less those that may not stand at its end. */
static guint
find_break (const LdrPageFlow *self)
{
  guint n = self->rows->len - 1;

  while (n > 0 && row_at (self, n - 1)->keeps_with_next)
    n--;
  return n > 0 ? n : MAX (self->rows->len - 1, 1);
}

/**
 * ldr_page_flow_add:
 * @self: a flow
 * @row: (transfer full): the next row
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_flow_add (LdrPageFlow *self, LdrPageRow *row, GError **error)
{
  g_autoptr (LdrPageRow) owned = row;

  row->block_number = self->block_number;
  row->row_number = self->row_number++;
  row->is_private = self->private_depth > 0;
  if (row->row_number == 0 && self->last != NULL)
    row->before = MAX (row->before, self->after);
  if (self->block_number == self->skip_block && row->row_number < self->skip_row)
    return TRUE;
  g_clear_pointer (&self->last, ldr_page_row_unref);
  self->last = ldr_page_row_ref (row);
  g_ptr_array_add (self->rows, g_steal_pointer (&owned));
  if (self->rows->len == 1)
    measure (self);
  else
    self->height += row->height + row->before;
  while (self->height > self->typesetter->body_height + TOLERANCE && self->rows->len > 1)
    if (!give_page (self, find_break (self), error))
      return FALSE;
  return TRUE;
}

static gboolean
give_rest (LdrPageFlow *self, GError **error)
{
  return self->rows->len == 0 || give_page (self, self->rows->len, error);
}

static gboolean
add_words (LdrPageFlow *self, LdrDocumentBlock *block, LdrTextStyle style, const char *words, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (words, 0);

  return runs->len == 0 || ldr_page_rows_add_text (self, block, style, runs, 0, TRUE, error);
}

/**
 * ldr_page_flow_begin:
 * @self: a new flow
 * @meta: what the document is
 * @error: return location for an error
 *
 * Puts the title on the first page.
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_flow_begin (LdrPageFlow *self, const LdrDocumentMeta *meta, GError **error)
{
  g_autofree char *subtitle = ldr_document_meta_dup_subtitle (meta);

  if (!add_words (self, NULL, LDR_TEXT_TITLE, meta->title, error))
    return FALSE;
  self->after = ldr_text_style_get_look (*subtitle == '\0' ? LDR_TEXT_SUBTITLE : LDR_TEXT_TITLE)->after;
  if (!add_words (self, NULL, LDR_TEXT_SUBTITLE, subtitle, error))
    return FALSE;
  self->after = ldr_text_style_get_look (LDR_TEXT_SUBTITLE)->after;
  return TRUE;
}

static void
end_private (LdrPageFlow *self)
{
  self->private_depth = MAX (self->private_depth - 1, 0);
  if (self->last != NULL && self->private_depth == 0)
    self->last->ends_private = TRUE;
  self->after = MAX (self->after, ldr_text_style_get_look (LDR_TEXT_PRIVATE)->before);
}

static gboolean
is_box (LdrDocumentMark mark)
{
  return mark == LDR_DOCUMENT_OPEN || mark == LDR_DOCUMENT_DONE;
}

static gboolean
is_another_list (const LdrPageFlow *self, const LdrDocumentBlock *item)
{
  return item->level == 0 && item->mark != self->mark && !(is_box (item->mark) && is_box (self->mark));
}

static gboolean
take_content (LdrPageFlow *self, LdrDocumentBlock *block, GError **error)
{
  gboolean is_item = block->kind == LDR_DOCUMENT_ITEM;

  /* Nor do bullets, numbers and boxes stand together. */
  if (self->in_list && (!is_item || is_another_list (self, block)))
    self->after = MAX (self->after, AFTER_LIST);
  self->in_list = is_item;
  self->mark = is_item && block->level == 0 ? block->mark : self->mark;
  return ldr_page_rows_add (self, block, &self->after, error);
}

/**
 * ldr_page_flow_take:
 * @self: a flow
 * @block: what comes next
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_flow_take (LdrPageFlow *self, LdrDocumentBlock *block, GError **error)
{
  self->block_number++;
  self->row_number = 0;
  switch (block->kind)
    {
    case LDR_DOCUMENT_PAGE_BREAK:
      return give_rest (self, error);
    case LDR_DOCUMENT_PRIVATE_BEGIN:
      if (self->private_depth++ > 0)
        return TRUE;
      if (!add_words (self, block, LDR_TEXT_PRIVATE, ldr_document_words_private (), error))
        return FALSE;
      self->after = ldr_text_style_get_look (LDR_TEXT_PRIVATE)->after;
      self->in_list = FALSE;
      return TRUE;
    case LDR_DOCUMENT_PRIVATE_END:
      end_private (self);
      return TRUE;
    case LDR_DOCUMENT_HEADING:
    case LDR_DOCUMENT_PARAGRAPH:
    case LDR_DOCUMENT_SOURCE:
    case LDR_DOCUMENT_ITEM:
    case LDR_DOCUMENT_QUOTE:
    case LDR_DOCUMENT_CODE:
    case LDR_DOCUMENT_TABLE:
    case LDR_DOCUMENT_RULE:
    case LDR_DOCUMENT_PICTURE:
    case LDR_DOCUMENT_CHART:
      return take_content (self, block, error);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * ldr_page_flow_end:
 * @self: a flow
 * @error: return location for an error
 *
 * Gives away the last page. There is always one.
 *
 * Returns: whether all went well
 */
gboolean
ldr_page_flow_end (LdrPageFlow *self, GError **error)
{
  if (self->n_pages == 0 && self->rows->len == 0)
    return give_page (self, 0, error);
  return give_rest (self, error);
}
