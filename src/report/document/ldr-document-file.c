/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-file.h"

#include "ldr-csv-writer.h"
#include "ldr-markdown-writer.h"
#include "ldr-odt-writer.h"
#include "ldr-pdf-writer.h"
#include "ldr-web-writer.h"
#include "report/ldr-new-file.h"

typedef struct
{
  LdrNewFile *file;
  LdrDocumentWriter *inner;
  GCancellable *cancellable;
} Writer;

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;

  g_set_object (&self->cancellable, cancellable);
  return ldr_document_writer_begin (self->inner, meta, cancellable, error);
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  return ldr_document_writer_take (((Writer *) data)->inner, block, error);
}

static gboolean
end (gpointer data, GError **error)
{
  Writer *self = data;

  if (!ldr_document_writer_end (self->inner, error)
      || !ldr_new_file_put_in_place (self->file, self->cancellable, error))
    return FALSE;
  ldr_document_writer_keep (self->inner);
  return TRUE;
}

static void
writer_free (gpointer data)
{
  Writer *self = data;

  ldr_document_writer_free (self->inner);
  ldr_new_file_free (self->file);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free };

/**
 * ldr_document_stream_new:
 * @stream: where to write
 * @format: as what
 * @path: (nullable): where the file will be, for what comes beside it; Markdown needs it
 * @palette: (nullable): the colours of charts, which live as long
 *
 * What comes beside it stays only once ldr_document_writer_keep() is called.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_document_stream_new (GOutputStream *stream,
                         LdrDocumentFormat format,
                         const char *path,
                         const LdrChartPalette *palette)
{
  switch (format)
    {
    case LDR_DOCUMENT_PDF:
      return ldr_pdf_writer_new (stream, palette);
    case LDR_DOCUMENT_ODT:
      return ldr_odt_writer_new (stream, palette);
    case LDR_DOCUMENT_HTML:
      return ldr_web_writer_new (stream, palette);
    case LDR_DOCUMENT_MARKDOWN:
      return ldr_markdown_writer_new (stream, path, palette);
    case LDR_DOCUMENT_CSV:
      return ldr_csv_writer_new (stream);
    case LDR_DOCUMENT_N_FORMATS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/**
 * ldr_document_file_new:
 * @path: the file to make or to replace
 * @format: as what
 * @palette: (nullable): the colours of charts, which live as long
 * @error: return location for an error
 *
 * The file is there whole once the document is ended; until then, and if it never is, what was there stays.
 *
 * Returns: (transfer full) (nullable): a writer
 */
LdrDocumentWriter *
ldr_document_file_new (const char *path, LdrDocumentFormat format, const LdrChartPalette *palette, GError **error)
{
  g_autoptr (LdrNewFile) file = ldr_new_file_open (path, error);
  Writer *self;

  if (file == NULL)
    return NULL;
  self = g_new0 (Writer, 1);
  self->inner = ldr_document_stream_new (ldr_new_file_get_stream (file), format, path, palette);
  self->file = g_steal_pointer (&file);
  return ldr_document_writer_new (&klass, self);
}

/**
 * ldr_document_format_get_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how names of its files end, with the dot
 */
const char *
ldr_document_format_get_suffix (LdrDocumentFormat format)
{
  static const char *const suffixes[] = { ".pdf", ".odt", ".html", ".md", ".csv" };

  g_return_val_if_fail (format < LDR_DOCUMENT_N_FORMATS, NULL);

  return suffixes[format];
}

/**
 * ldr_document_format_get_type:
 * @format: a format
 *
 * Returns: (transfer none): its media type
 */
const char *
ldr_document_format_get_type (LdrDocumentFormat format)
{
  static const char *const types[]
      = { "application/pdf", "application/vnd.oasis.opendocument.text", "text/html", "text/markdown", "text/csv" };

  g_return_val_if_fail (format < LDR_DOCUMENT_N_FORMATS, NULL);

  return types[format];
}
