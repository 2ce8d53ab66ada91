/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "ldr-pdf-writer.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "ldr-page-flow.h"
#include "ldr-page-tags.h"
#include "ldr-pages.h"
#include "ldr-pdf-tail.h"
#include "report/ldr-report-error.h"

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  const LdrChartPalette *palette;
  LdrDocumentMeta *meta;
  LdrTypesetter *typesetter;
  LdrPageFlow *flow;
  LdrPagePainter painter;
  LdrPdfTail *tail;
  cairo_surface_t *surface;
  cairo_t *cairo;
  /* The first pages wait until it is known whether these are all. */
  GQueue waiting;
  gboolean waits;
  guint n_pages;
  /* What went wrong while cairo wrote. */
  GError *error;
} Writer;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  Writer *self = data;

  if (self->error != NULL
      || !g_output_stream_write_all (self->stream, bytes, n_bytes, NULL, self->cancellable, &self->error))
    return CAIRO_STATUS_WRITE_ERROR;
  ldr_pdf_tail_see (self->tail, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* What the disk said comes first; what cairo says of it after that is only "write error". */
static gboolean
check (Writer *self, GError **error)
{
  cairo_status_t status = self->cairo != NULL ? cairo_status (self->cairo) : CAIRO_STATUS_SUCCESS;

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_TARGET,
                 /* Translators: %s is what the drawing library says, in English. */
                 _ ("The pages could not be made: %s."), cairo_status_to_string (status));
  else
    return TRUE;
  return FALSE;
}

static gboolean
paint_page (Writer *self, const LdrPage *page, GError **error)
{
  /* A page is left only when there is another one, since the last has to end with the last tag. */
  if (page->number > 1)
    cairo_show_page (self->cairo);
  self->n_pages = page->number;
  ldr_page_painter_paint (&self->painter, page, self->cairo);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) && check (self, error);
}

static gboolean
paint_waiting (Writer *self, GError **error)
{
  self->waits = FALSE;
  while (!g_queue_is_empty (&self->waiting))
    {
      g_autoptr (LdrPage) page = g_queue_pop_head (&self->waiting);

      if (!paint_page (self, page, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_page_cb (LdrPage *page, gpointer data, GError **error)
{
  Writer *self = data;
  g_autoptr (LdrPage) owned = page;

  if (!self->waits)
    return paint_page (self, page, error);
  g_queue_push_tail (&self->waiting, g_steal_pointer (&owned));
  return g_queue_get_length (&self->waiting) <= LDR_PAGES_COUNTED || paint_waiting (self, error);
}

static void
set_metadata (Writer *self, cairo_pdf_metadata_t what, const char *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (self->surface, what, text);
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;
  g_autofree char *subject = ldr_document_meta_dup_subtitle (meta);

  g_set_object (&self->cancellable, cancellable);
  self->meta = ldr_document_meta_copy (meta);
  self->typesetter = ldr_typesetter_new (meta, self->palette);
  self->tail = ldr_pdf_tail_new ();
  self->surface
      = cairo_pdf_surface_create_for_stream (write_cb, self, self->typesetter->width, self->typesetter->height);
  /* Tags came with this version, and later ones pack the objects away that the tail has to see. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, CAIRO_PDF_METADATA_TITLE, meta->title);
  set_metadata (self, CAIRO_PDF_METADATA_AUTHOR, meta->author);
  set_metadata (self, CAIRO_PDF_METADATA_SUBJECT, subject);
  set_metadata (self, CAIRO_PDF_METADATA_CREATOR, "Leidraad");
  self->cairo = cairo_create (self->surface);
  self->painter.typesetter = self->typesetter;
  self->painter.header = self->meta->header;
  self->painter.footer = self->meta->footer;
  self->painter.tags = ldr_page_tags_new (self->cairo, self->surface);
  ldr_page_tags_begin (self->painter.tags);
  self->waits = TRUE;
  self->flow = ldr_page_flow_new (self->typesetter, take_page_cb, self);
  return ldr_page_flow_begin (self->flow, meta, error) && check (self, error);
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;

  return ldr_page_flow_take (self->flow, block, error);
}

static gboolean
write_tail (Writer *self, GError **error)
{
  g_autoptr (GBytes) bytes
      = ldr_pdf_tail_make (self->tail, self->meta->language, ldr_page_tags_get_figures (self->painter.tags));

  return bytes == NULL
         || g_output_stream_write_all (self->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       self->cancellable, error);
}

static gboolean
end (gpointer data, GError **error)
{
  Writer *self = data;

  if (!ldr_page_flow_end (self->flow, error))
    return FALSE;
  if (self->waits)
    self->painter.n_pages = g_queue_get_length (&self->waiting);
  if (!paint_waiting (self, error))
    return FALSE;
  ldr_page_tags_end (self->painter.tags);
  cairo_show_page (self->cairo);
  if (!check (self, error))
    return FALSE;
  g_clear_pointer (&self->cairo, cairo_destroy);
  cairo_surface_finish (self->surface);
  return check (self, error) && write_tail (self, error);
}

/* A document that is given up is not finished: what cairo would still write goes nowhere. */
static void
writer_free (gpointer data)
{
  Writer *self = data;

  if (self->error == NULL)
    self->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  g_clear_pointer (&self->flow, ldr_page_flow_free);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) ldr_page_free);
  g_clear_pointer (&self->painter.tags, ldr_page_tags_free);
  g_clear_pointer (&self->cairo, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->typesetter, ldr_typesetter_free);
  g_clear_pointer (&self->tail, ldr_pdf_tail_free);
  g_clear_pointer (&self->meta, ldr_document_meta_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_object_unref (self->stream);
  g_free (self);
}

static guint
get_n_pages (gpointer data)
{
  return ((Writer *) data)->n_pages;
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free, get_n_pages };

/**
 * ldr_pdf_writer_new:
 * @stream: where to write
 * @palette: (nullable): the colours of charts, which live as long
 *
 * Writes PDF 1.4 with tags: title, language, structure, bookmarks, links, and what is to be seen on figures.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_pdf_writer_new (GOutputStream *stream, const LdrChartPalette *palette)
{
  Writer *self = g_new0 (Writer, 1);

  self->stream = g_object_ref (stream);
  self->palette = palette;
  g_queue_init (&self->waiting);
  return ldr_document_writer_new (&klass, self);
}
