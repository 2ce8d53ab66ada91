/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-csv-writer.h"

#include "chart/ldr-chart-csv.h"
#include "ldr-document-output.h"
#include "ldr-document-runs.h"

typedef struct
{
  LdrDocumentOutput output;
  gboolean any;
} Writer;

static void
append_cells (GString *out, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *text = ldr_document_runs_dup_text (g_ptr_array_index (cells, i));
      g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);
      g_autofree char *cell = g_strjoinv ("\n", lines);

      if (i > 0)
        g_string_append_c (out, ',');
      ldr_csv_append_cell (out, cell);
    }
  g_string_append (out, "\r\n");
}

static void
append_top (Writer *self, const LdrDocumentTable *table)
{
  GString *out = self->output.text;

  if (self->any)
    g_string_append (out, "\r\n");
  self->any = TRUE;
  if (table->title != NULL && *table->title != '\0')
    {
      ldr_csv_append_cell (out, table->title);
      g_string_append (out, "\r\n");
    }
  append_cells (out, table->heads);
}

static gboolean
append_table (Writer *self, const LdrDocumentTable *table, GError **error)
{
  GString *out = self->output.text;

  if (!table->goes_on)
    append_top (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      append_cells (out, g_ptr_array_index (table->rows, i));
      if (!ldr_document_output_settle (&self->output, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;

  g_set_object (&self->output.cancellable, cancellable);
  return TRUE;
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  g_autoptr (LdrDocumentTable) values = NULL;

  if (block->kind == LDR_DOCUMENT_TABLE)
    return append_table (data, block->table, error);
  if (block->kind != LDR_DOCUMENT_CHART)
    return TRUE;
  values = ldr_document_table_of_chart (block->chart);
  return append_table (data, values, error);
}

static gboolean
end (gpointer data, GError **error)
{
  return ldr_document_output_flush (&((Writer *) data)->output, error);
}

static void
writer_free (gpointer data)
{
  ldr_document_output_clear (&((Writer *) data)->output);
  g_free (data);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free };

/**
 * ldr_csv_writer_new:
 * @stream: where to write
 *
 * Writes the tables of a document and the values of its charts, with an empty line between them, and nothing else.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_csv_writer_new (GOutputStream *stream)
{
  Writer *self = g_new0 (Writer, 1);

  ldr_document_output_init (&self->output, stream);
  return ldr_document_writer_new (&klass, self);
}
