/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-writer.h"

#include "chart/ldr-chart-export.h"
#include "ldr-document-output.h"
#include "ldr-document-words.h"
#include "ldr-markdown-flow.h"
#include "ldr-markdown-text.h"
#include "report/ldr-beside.h"

#define CHART_WIDTH 704

typedef struct
{
  LdrDocumentOutput output;
  const LdrChartPalette *palette;
  LdrBeside *beside;
  LdrMarkdownFlow flow;
} Writer;

/* --- Figures --- */

static GBytes *
draw_chart (Writer *self, LdrChart *chart)
{
  g_autoptr (LdrChartPalette) palette = self->palette == NULL ? ldr_chart_palette_new () : NULL;
  LdrChartSheet sheet = { .palette = palette != NULL ? palette : self->palette, .width = CHART_WIDTH, .scale = 1 };

  return ldr_chart_export_svg (chart, &sheet);
}

static gboolean
append_figure (Writer *self, const LdrDocumentBlock *block, GError **error)
{
  GString *out = self->output.text;
  gboolean is_chart = block->kind == LDR_DOCUMENT_CHART;
  g_autoptr (GBytes) bytes = is_chart ? draw_chart (self, block->chart) : g_bytes_ref (block->bytes);
  g_autofree char *link = ldr_beside_add (self->beside, bytes, is_chart ? "image/svg+xml" : block->media_type, error);

  if (link == NULL)
    return FALSE;
  ldr_markdown_flow_append_title (out, block->title);
  g_string_append (out, "![");
  ldr_markdown_append_words (out, block->description, 0);
  g_string_append_printf (out, "](%s)\n", link);
  if (is_chart && *block->description != '\0')
    {
      g_string_append_c (out, '\n');
      ldr_markdown_append_words (out, block->description, 0);
      g_string_append_c (out, '\n');
    }
  return TRUE;
}

/* --- Blocks --- */

static void
append_line (GString *out, const char *words)
{
  ldr_markdown_append_words (out, words, LDR_RUN_ITALIC);
  g_string_append_c (out, '\n');
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;
  GString *out = self->output.text;

  if (block->kind == LDR_DOCUMENT_PAGE_BREAK || (block->runs != NULL && block->runs->len == 0))
    return TRUE;
  ldr_markdown_flow_separate (&self->flow, out, block->kind);
  if (block->kind == LDR_DOCUMENT_PRIVATE_BEGIN)
    append_line (out, ldr_document_words_private ());
  else if (block->kind == LDR_DOCUMENT_PRIVATE_END)
    append_line (out, ldr_document_words_private_end ());
  else if (block->kind != LDR_DOCUMENT_PICTURE && block->kind != LDR_DOCUMENT_CHART)
    ldr_markdown_flow_append (&self->flow, out, block);
  else if (!append_figure (self, block, error))
    return FALSE;
  return ldr_document_output_settle (&self->output, error);
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;
  g_autofree char *subtitle = ldr_document_meta_dup_subtitle (meta);

  g_set_object (&self->output.cancellable, cancellable);
  g_string_append (self->output.text, "# ");
  ldr_markdown_append_words (self->output.text, meta->title, 0);
  g_string_append_c (self->output.text, '\n');
  if (*subtitle != '\0')
    {
      g_string_append_c (self->output.text, '\n');
      append_line (self->output.text, subtitle);
    }
  return TRUE;
}

static gboolean
end (gpointer data, GError **error)
{
  return ldr_document_output_flush (&((Writer *) data)->output, error);
}

static void
keep (gpointer data)
{
  ldr_beside_stay (((Writer *) data)->beside);
}

static void
writer_free (gpointer data)
{
  Writer *self = data;

  ldr_document_output_clear (&self->output);
  ldr_beside_free (self->beside);
  g_free (self);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free, .keep = keep };

/**
 * ldr_markdown_writer_new:
 * @stream: where to write
 * @path: the file that this will be: pictures go to a folder beside it
 * @palette: (nullable): the colours of charts, which live as long
 *
 * Writes CommonMark, and tables as most readers of it know them. The pictures stay once the document is kept.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_markdown_writer_new (GOutputStream *stream, const char *path, const LdrChartPalette *palette)
{
  Writer *self = g_new0 (Writer, 1);

  ldr_document_output_init (&self->output, stream);
  self->palette = palette;
  self->beside = ldr_beside_new (path);
  ldr_markdown_flow_init (&self->flow);
  return ldr_document_writer_new (&klass, self);
}
