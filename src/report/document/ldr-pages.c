/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-pages.h"

#include "ldr-page-painter.h"

/* Where a page begins. */
typedef struct
{
  guint block;
  guint row;
} Start;

struct _LdrPages
{
  LdrChartPalette *own_palette;
  const LdrChartPalette *palette;
  LdrDocumentMeta *meta;
  LdrTypesetter *typesetter;
  GPtrArray *blocks;
  /* How many private parts stand open before each block. */
  GArray *depths;
  GArray *starts;
  /* The page that was set last: it is often painted again. */
  LdrPage *kept;
};

G_DEFINE_BOXED_TYPE (LdrPages, ldr_pages, ldr_pages_ref, ldr_pages_unref)

/**
 * ldr_pages_new:
 * @palette: (nullable): the colours of charts, which live as long
 *
 * Returns: (transfer full): pages of a document that is yet to come by ldr_pages_write()
 */
LdrPages *
ldr_pages_new (const LdrChartPalette *palette)
{
  LdrPages *self = g_atomic_rc_box_new0 (LdrPages);

  self->own_palette = palette == NULL ? ldr_chart_palette_new () : NULL;
  self->palette = palette != NULL ? palette : self->own_palette;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_document_block_unref);
  self->depths = g_array_new (FALSE, FALSE, sizeof (int));
  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
  return self;
}

LdrPages *
ldr_pages_ref (LdrPages *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
pages_clear (gpointer data)
{
  LdrPages *self = data;

  g_clear_pointer (&self->kept, ldr_page_free);
  g_clear_pointer (&self->typesetter, ldr_typesetter_free);
  g_clear_pointer (&self->meta, ldr_document_meta_free);
  g_clear_pointer (&self->own_palette, ldr_chart_palette_free);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->depths);
  g_array_unref (self->starts);
}

void
ldr_pages_unref (LdrPages *self)
{
  g_atomic_rc_box_release_full (self, pages_clear);
}

/* --- Taking the document --- */

typedef struct
{
  LdrPages *pages;
  LdrPageFlow *flow;
} Writer;

/* Where the page begins; the repeated head of a table is not where. */
static gboolean
note_page_cb (LdrPage *page, gpointer data, GError **error)
{
  LdrPages *self = data;
  g_autoptr (LdrPage) owned = page;
  Start start = { 0, 0 };

  for (guint i = 0; i < page->rows->len; i++)
    {
      const LdrPlacedRow *placed = &g_array_index (page->rows, LdrPlacedRow, i);

      if (placed->repeats)
        continue;
      start = (Start) { placed->row->block_number, placed->row->row_number };
      break;
    }
  g_array_append_val (self->starts, start);
  return TRUE;
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *writer = data;
  LdrPages *self = writer->pages;

  self->meta = ldr_document_meta_copy (meta);
  self->typesetter = ldr_typesetter_new (meta, self->palette);
  writer->flow = ldr_page_flow_new (self->typesetter, note_page_cb, self);
  return ldr_page_flow_begin (writer->flow, meta, error);
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *writer = data;
  int depth = ldr_page_flow_get_private_depth (writer->flow);

  g_ptr_array_add (writer->pages->blocks, ldr_document_block_ref (block));
  g_array_append_val (writer->pages->depths, depth);
  return ldr_page_flow_take (writer->flow, block, error);
}

static gboolean
end (gpointer data, GError **error)
{
  Writer *writer = data;

  return ldr_page_flow_end (writer->flow, error);
}

static void
writer_free (gpointer data)
{
  Writer *writer = data;

  g_clear_pointer (&writer->flow, ldr_page_flow_free);
  ldr_pages_unref (writer->pages);
  g_free (writer);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free };

/**
 * ldr_pages_write:
 * @self: new pages
 *
 * Returns: (transfer full): what takes the document, once
 */
LdrDocumentWriter *
ldr_pages_write (LdrPages *self)
{
  Writer *writer = g_new0 (Writer, 1);

  g_return_val_if_fail (self->meta == NULL, NULL);

  writer->pages = ldr_pages_ref (self);
  return ldr_document_writer_new (&klass, writer);
}

/* --- Showing it --- */

/**
 * ldr_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are; at least one of a document that was written to the end
 */
guint
ldr_pages_get_n_pages (const LdrPages *self)
{
  return self->starts->len;
}

/**
 * ldr_pages_get_size:
 * @self: pages that have begun
 * @width: (out): of a page, in points
 * @height: (out): of a page
 */
void
ldr_pages_get_size (const LdrPages *self, double *width, double *height)
{
  g_return_if_fail (self->typesetter != NULL);

  *width = self->typesetter->width;
  *height = self->typesetter->height;
}

static gboolean
keep_page_cb (LdrPage *page, gpointer data, GError **error)
{
  LdrPage **kept = data;

  if (*kept == NULL)
    *kept = page;
  else
    ldr_page_free (page);
  /* One is enough. */
  return FALSE;
}

static void
set_page (LdrPages *self, guint number)
{
  const Start *start = &g_array_index (self->starts, Start, number);
  g_autoptr (LdrPageFlow) flow = ldr_page_flow_new (self->typesetter, keep_page_cb, &self->kept);
  guint first = MAX (start->block, 1);

  if (start->block > 0 || number > 0)
    ldr_page_flow_begin_at (flow, number + 1, first, start->block > 0 ? start->row : 0,
                            first <= self->depths->len ? g_array_index (self->depths, int, first - 1) : 0);
  else
    ldr_page_flow_begin (flow, self->meta, NULL);
  for (guint i = first; i <= self->blocks->len && self->kept == NULL; i++)
    ldr_page_flow_take (flow, g_ptr_array_index (self->blocks, i - 1), NULL);
  if (self->kept == NULL)
    ldr_page_flow_end (flow, NULL);
}

static const LdrPage *
get_page (LdrPages *self, guint number)
{
  if (self->kept != NULL && self->kept->number != number + 1)
    g_clear_pointer (&self->kept, ldr_page_free);
  if (self->kept == NULL)
    set_page (self, number);
  return self->kept;
}

/**
 * ldr_pages_paint:
 * @self: pages of a document that was written to the end
 * @page: which, from 0
 * @cairo: where; a unit is a point
 *
 * Paints a page, without white below it.
 */
void
ldr_pages_paint (LdrPages *self, guint page, cairo_t *cairo)
{
  LdrPagePainter painter = { .typesetter = self->typesetter,
                             .header = self->meta->header,
                             .footer = self->meta->footer,
                             .n_pages = self->starts->len <= LDR_PAGES_COUNTED ? self->starts->len : 0 };

  g_return_if_fail (page < self->starts->len);

  ldr_page_painter_paint (&painter, get_page (self, page), cairo);
}

/**
 * ldr_pages_snapshot:
 * @self: pages of a document that was written to the end
 * @page: which, from 0
 * @width: how wide it is to be shown
 * @snapshot: where
 *
 * Shows a page on white paper.
 */
void
ldr_pages_snapshot (LdrPages *self, guint page, double width, GtkSnapshot *snapshot)
{
  double scale = width / self->typesetter->width;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (self->typesetter->height * scale));
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  ldr_pages_paint (self, page, cairo);
  cairo_destroy (cairo);
}

/**
 * ldr_pages_dup_text:
 * @self: pages of a document that was written to the end
 * @page: which, from 0
 *
 * For those who do not see the page.
 *
 * Returns: (transfer full): the texts on it, in their order, a line for each line
 */
char *
ldr_pages_dup_text (LdrPages *self, guint page)
{
  const LdrPage *shown;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (page < self->starts->len, g_string_free_and_steal (text));

  shown = get_page (self, page);
  for (guint i = 0; i < shown->rows->len; i++)
    {
      const LdrPageRow *row = g_array_index (shown->rows, LdrPlacedRow, i).row;

      for (guint k = 0; k < row->pieces->len; k++)
        {
          const LdrPagePiece *piece = &g_array_index (row->pieces, LdrPagePiece, k);

          g_string_append_len (text, pango_layout_get_text (piece->layout) + piece->line->start_index,
                               piece->line->length);
          g_string_append_c (text, k + 1 < row->pieces->len ? ' ' : '\n');
        }
    }
  return g_string_free_and_steal (text);
}
