/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-writer.h"

#include "chart/ldr-chart-export.h"
#include "ldr-document-output.h"
#include "ldr-document-words.h"
#include "ldr-markdown-text.h"
#include "report/ldr-beside.h"

#define CHART_WIDTH 704

typedef struct
{
  LdrDocumentOutput output;
  const LdrChartPalette *palette;
  LdrBeside *beside;
  /* For each open level of lists, how far its text is indented. */
  guint indents[LDR_DOCUMENT_MAX_DEPTH + 1];
  LdrDocumentMark marks[LDR_DOCUMENT_MAX_DEPTH + 1];
  int depth;
  LdrDocumentKind previous;
} Writer;

static char *
join_lines (const LdrDocumentBlock *block)
{
  g_autofree char *text = ldr_document_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);

  return g_strjoinv ("\n", lines);
}

/* --- Lists --- */

static void
append_mark (GString *out, const LdrDocumentBlock *item)
{
  switch (item->mark)
    {
    case LDR_DOCUMENT_BULLET:
      g_string_append (out, "- ");
      break;
    case LDR_DOCUMENT_NUMBER:
      g_string_append_printf (out, "%d. ", CLAMP (item->number, 0, 999999999));
      break;
    case LDR_DOCUMENT_OPEN:
      g_string_append (out, "- [ ] ");
      break;
    case LDR_DOCUMENT_DONE:
      g_string_append (out, "- [x] ");
      break;
    }
}

static guint
mark_width (const LdrDocumentBlock *item)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  append_mark (mark, item);
  /* The box is text to CommonMark. */
  return item->mark == LDR_DOCUMENT_NUMBER ? (guint) mark->len : 2;
}

static gboolean
is_same_list (LdrDocumentMark a, LdrDocumentMark b)
{
  return (a == LDR_DOCUMENT_NUMBER) == (b == LDR_DOCUMENT_NUMBER);
}

static void
append_item (Writer *self, const LdrDocumentBlock *item)
{
  GString *out = self->output.text;
  int level = MIN (item->level, self->depth);
  guint at = level > 0 ? self->indents[level - 1] : 0;
  g_autofree char *indent = NULL;

  if (self->previous == LDR_DOCUMENT_ITEM && self->depth > level && !is_same_list (self->marks[level], item->mark))
    g_string_append_c (out, '\n');
  g_string_append_printf (out, "%*s", (int) at, "");
  append_mark (out, item);
  self->indents[level] = at + mark_width (item);
  self->marks[level] = item->mark;
  self->depth = level + 1;
  indent = g_strnfill (self->indents[level], ' ');
  ldr_markdown_append_runs (out, item->runs, indent);
  g_string_append_c (out, '\n');
}

/* --- Tables: CommonMark has none, but most that read it read these --- */

static void
append_cells (GString *out, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      ldr_markdown_append_runs (cell, g_ptr_array_index (cells, i), "");
      g_string_replace (cell, "\\\n", "<br>", 0);
      g_string_replace (cell, "|", "\\|", 0);
      g_string_append (out, "| ");
      g_string_append (out, cell->str);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, "|\n");
}

static gboolean
append_table (Writer *self, const LdrDocumentTable *table, GError **error)
{
  static const char *const rules[] = { "| --- ", "| :-: ", "| --: " };
  GString *out = self->output.text;

  if (table->title != NULL && *table->title != '\0')
    {
      ldr_markdown_append_words (out, table->title, LDR_RUN_BOLD);
      g_string_append (out, "\n\n");
    }
  append_cells (out, table->heads);
  for (guint i = 0; i < table->heads->len; i++)
    g_string_append (out, rules[table->aligns[i]]);
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      append_cells (out, g_ptr_array_index (table->rows, i));
      if (!ldr_document_output_settle (&self->output, error))
        return FALSE;
    }
  return TRUE;
}

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
  if (block->title != NULL && *block->title != '\0')
    {
      ldr_markdown_append_words (out, block->title, LDR_RUN_BOLD);
      g_string_append (out, "\n\n");
    }
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

static void
append_heading (GString *out, const LdrDocumentBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);

  ldr_markdown_append_runs (line, block->runs, "");
  g_string_replace (line, "\\\n", " ", 0);
  /* Signs at the end would close the heading. */
  if (g_str_has_suffix (line->str, "#"))
    g_string_insert_c (line, (gssize) line->len - 1, '\\');
  for (int i = 0; i < MIN (block->level + 1, LDR_DOCUMENT_MAX_HEADING); i++)
    g_string_append_c (out, '#');
  g_string_append_printf (out, " %s\n", line->str);
}

static void
append_quote (Writer *self, const LdrDocumentBlock *block)
{
  GString *out = self->output.text;

  g_string_append (out, "> ");
  ldr_markdown_append_runs (out, block->runs, "> ");
  g_string_append_c (out, '\n');
}

/* An empty line between two blocks; in a quote a quoted one, in a list none. */
static void
separate (Writer *self, LdrDocumentKind next)
{
  gboolean is_item = next == LDR_DOCUMENT_ITEM;

  if (next == LDR_DOCUMENT_QUOTE && self->previous == LDR_DOCUMENT_QUOTE)
    g_string_append (self->output.text, ">\n");
  else if (!is_item || self->previous != LDR_DOCUMENT_ITEM)
    g_string_append_c (self->output.text, '\n');
  if (!is_item)
    self->depth = 0;
  self->previous = next;
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;
  GString *out = self->output.text;
  g_autofree char *text = NULL;
  gboolean fine = TRUE;

  if (block->kind == LDR_DOCUMENT_PAGE_BREAK || (block->runs != NULL && block->runs->len == 0))
    return TRUE;
  separate (self, block->kind);
  switch (block->kind)
    {
    case LDR_DOCUMENT_HEADING:
      append_heading (out, block);
      break;
    case LDR_DOCUMENT_PARAGRAPH:
      ldr_markdown_append_runs (out, block->runs, "");
      g_string_append_c (out, '\n');
      break;
    case LDR_DOCUMENT_SOURCE:
      text = join_lines (block);
      ldr_markdown_append_source (out, text);
      break;
    case LDR_DOCUMENT_ITEM:
      append_item (self, block);
      break;
    case LDR_DOCUMENT_QUOTE:
      append_quote (self, block);
      break;
    case LDR_DOCUMENT_CODE:
      text = join_lines (block);
      ldr_markdown_append_code (out, text);
      break;
    case LDR_DOCUMENT_TABLE:
      fine = append_table (self, block->table, error);
      break;
    case LDR_DOCUMENT_RULE:
      g_string_append (out, "---\n");
      break;
    case LDR_DOCUMENT_PICTURE:
    case LDR_DOCUMENT_CHART:
      fine = append_figure (self, block, error);
      break;
    case LDR_DOCUMENT_PRIVATE_BEGIN:
      append_line (out, ldr_document_words_private ());
      break;
    case LDR_DOCUMENT_PRIVATE_END:
      append_line (out, ldr_document_words_private_end ());
      break;
    case LDR_DOCUMENT_PAGE_BREAK:
      break;
    }
  return fine && ldr_document_output_settle (&self->output, error);
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
  self->previous = LDR_DOCUMENT_PARAGRAPH;
  return ldr_document_writer_new (&klass, self);
}
