/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-odt-writer.h"

#include "chart/ldr-chart-export.h"
#include "ldr-document-output.h"
#include "ldr-document-words.h"
#include "ldr-list-stack.h"
#include "ldr-odt-package.h"
#include "ldr-odt-text.h"

/* Charts are drawn so wide, in units of which 96 make an inch, and so finely. */
#define CHART_WIDTH 600
#define CHART_SCALE 2.5

/* Points: how wide and high pictures are at most, and how wide a unit is. */
#define MOST_WIDTH 430.0
#define MOST_HEIGHT 420.0
#define POINTS_A_PIXEL 0.75

typedef struct
{
  GOutputStream *stream;
  const LdrChartPalette *palette;
  LdrDocumentMeta *meta;
  gboolean from_right;
  LdrOdtPackage *package;
  LdrDocumentOutput output;
  LdrListStack lists;
  int private_depth;
  guint n_private;
  guint n_tables;
  guint n_figures;
} Writer;

static void
append (Writer *self, const char *markup)
{
  g_string_append (self->output.text, markup);
}

static void
append_text (Writer *self, const char *text)
{
  ldr_document_append_xml (self->output.text, text);
}

/* --- Texts --- */

static void
append_paragraph (Writer *self, const char *style, GPtrArray *runs)
{
  g_string_append_printf (self->output.text, "<text:p text:style-name=\"%s%s\">", style,
                          ldr_odt_find_direction (self->from_right, runs));
  ldr_odt_append_runs (self->output.text, runs);
  append (self, "</text:p>\n");
}

static void
append_words (Writer *self, const char *style, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_string_append_printf (self->output.text, "<text:p text:style-name=\"%s\">", style);
  append_text (self, words);
  append (self, "</text:p>\n");
}

static void
append_heading (Writer *self, const LdrDocumentBlock *block)
{
  g_string_append_printf (self->output.text, "<text:h text:style-name=\"Heading_20_%d\" text:outline-level=\"%d\">",
                          block->level, block->level);
  if (block->anchor != NULL)
    {
      append (self, "<text:bookmark text:name=\"");
      append_text (self, block->anchor);
      append (self, "\"/>");
    }
  ldr_odt_append_runs (self->output.text, block->runs);
  append (self, "</text:h>\n");
}

/* --- Lists --- */

static void
open_list_cb (gpointer data, LdrListKind kind)
{
  static const char *const names[] = { "Bullets", "Numbers", "Checks" };

  g_string_append_printf (((Writer *) data)->output.text, "<text:list text:style-name=\"%s\">\n", names[kind]);
}

static void
close_list_cb (gpointer data, LdrListKind kind)
{
  append (data, "</text:list>\n");
}

static void
open_item_cb (gpointer data, const LdrDocumentBlock *item, gboolean restarts)
{
  Writer *self = data;

  append (self, "<text:list-item");
  if (restarts)
    g_string_append_printf (self->output.text, " text:start-value=\"%d\"", MAX (item->number, 0));
  append (self, ">");
  g_string_append_printf (self->output.text, "<text:p text:style-name=\"List_20_Item%s\">",
                          ldr_odt_find_direction (self->from_right, item->runs));
  if (item->mark == LDR_DOCUMENT_OPEN || item->mark == LDR_DOCUMENT_DONE)
    append (self, item->mark == LDR_DOCUMENT_DONE ? "☑<text:tab/>" : "☐<text:tab/>");
  ldr_odt_append_runs (self->output.text, item->runs);
  append (self, "</text:p>");
}

static void
close_item_cb (gpointer data)
{
  append (data, "</text:list-item>\n");
}

static const LdrListTags list_tags = { open_list_cb, close_list_cb, open_item_cb, close_item_cb };

/* --- Tables --- */

static void
append_row (Writer *self, const LdrDocumentTable *table, GPtrArray *cells, gboolean is_head)
{
  static const char *const aligns[] = { "", "_20_Centre", "_20_End" };

  append (self, "<table:table-row table:style-name=\"Row\">");
  for (guint i = 0; i < cells->len; i++)
    {
      g_string_append_printf (self->output.text,
                              "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">"
                              "<text:p text:style-name=\"Table_20_%s%s\">",
                              is_head ? "HeadCell" : "Cell", is_head ? "Heading" : "Contents",
                              aligns[table->aligns[i]]);
      ldr_odt_append_runs (self->output.text, g_ptr_array_index (cells, i));
      append (self, "</text:p></table:table-cell>");
    }
  append (self, "</table:table-row>\n");
}

static gboolean
append_table (Writer *self, const LdrDocumentTable *table, GError **error)
{
  append_words (self, "Part_20_Title", table->title);
  if (table->heads->len == 0)
    return TRUE;
  g_string_append_printf (self->output.text, "<table:table table:name=\"Table%u\" table:style-name=\"Table\">\n",
                          ++self->n_tables);
  ldr_odt_append_columns (self->output.text, table);
  append (self, "<table:table-header-rows>");
  append_row (self, table, table->heads, TRUE);
  append (self, "</table:table-header-rows>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      append_row (self, table, g_ptr_array_index (table->rows, i), FALSE);
      if (!ldr_document_output_settle (&self->output, error))
        return FALSE;
    }
  append (self, "</table:table>\n");
  return TRUE;
}

/* --- Figures --- */

static GdkTexture *
draw_chart (Writer *self, LdrChart *chart)
{
  g_autoptr (LdrChartPalette) palette = self->palette == NULL ? ldr_chart_palette_new () : NULL;
  LdrChartSheet sheet = { .palette = palette != NULL ? palette : self->palette,
                          .width = CHART_WIDTH,
                          .scale = CHART_SCALE,
                          .right_to_left = self->from_right };

  return ldr_chart_export_texture (chart, &sheet);
}

static void
append_size (Writer *self, const char *name, double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (self->output.text, " %s=\"%spt\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.2f", points));
}

static void
append_frame (Writer *self, const LdrDocumentBlock *block, const char *name, double width, double height)
{
  double shrink = MIN (MIN (MOST_WIDTH / width, MOST_HEIGHT / height), 1);

  g_string_append_printf (self->output.text,
                          "<text:p text:style-name=\"Figure\"><draw:frame draw:style-name=\"Picture\" "
                          "draw:name=\"Picture%u\" text:anchor-type=\"as-char\"",
                          ++self->n_figures);
  append_size (self, "svg:width", width * shrink);
  append_size (self, "svg:height", height * shrink);
  g_string_append_printf (self->output.text,
                          "><draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" "
                          "xlink:actuate=\"onLoad\"/>",
                          name);
  if (block->title != NULL && *block->title != '\0')
    {
      append (self, "<svg:title>");
      append_text (self, block->title);
      append (self, "</svg:title>");
    }
  append (self, "<svg:desc>");
  append_text (self, block->description);
  append (self, "</svg:desc></draw:frame></text:p>\n");
}

/* Of a picture that cannot be read only the words are there. */
static gboolean
append_figure (Writer *self, const LdrDocumentBlock *block, GError **error)
{
  gboolean is_chart = block->kind == LDR_DOCUMENT_CHART;
  double scale = POINTS_A_PIXEL / (is_chart ? CHART_SCALE : 1);
  g_autoptr (GdkTexture) texture
      = is_chart ? draw_chart (self, block->chart) : gdk_texture_new_from_bytes (block->bytes, NULL);

  append_words (self, "Part_20_Title", block->title);
  if (texture != NULL)
    {
      g_autoptr (GBytes) bytes = is_chart ? gdk_texture_save_to_png_bytes (texture) : g_bytes_ref (block->bytes);
      g_autofree char *name
          = ldr_odt_package_add_picture (self->package, bytes, is_chart ? "image/png" : block->media_type, error);

      if (name == NULL)
        return FALSE;
      append_frame (self, block, name, gdk_texture_get_width (texture) * scale,
                    gdk_texture_get_height (texture) * scale);
    }
  append_words (self, "Caption", block->description);
  return TRUE;
}

/* --- Blocks --- */

static void
begin_private (Writer *self)
{
  self->private_depth++;
  g_string_append_printf (self->output.text, "<text:section text:style-name=\"Private\" text:name=\"Private%u\">\n",
                          ++self->n_private);
  append_words (self, "Private_20_Mark", ldr_document_words_private ());
}

static void
end_private (Writer *self)
{
  if (self->private_depth == 0)
    return;
  self->private_depth--;
  append (self, "</text:section>\n");
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;
  gboolean fine = TRUE;

  if (block->kind != LDR_DOCUMENT_ITEM)
    ldr_list_stack_close (&self->lists, 0, &list_tags, self);
  switch (block->kind)
    {
    case LDR_DOCUMENT_HEADING:
      append_heading (self, block);
      break;
    case LDR_DOCUMENT_PARAGRAPH:
    case LDR_DOCUMENT_SOURCE:
      append_paragraph (self, block->leads ? "Lead" : "Text_20_body", block->runs);
      break;
    case LDR_DOCUMENT_ITEM:
      ldr_list_stack_add (&self->lists, block, &list_tags, self);
      break;
    case LDR_DOCUMENT_QUOTE:
      append_paragraph (self, "Quotations", block->runs);
      break;
    case LDR_DOCUMENT_CODE:
      append (self, "<text:p text:style-name=\"Preformatted_20_Text\">");
      ldr_odt_append_runs (self->output.text, block->runs);
      append (self, "</text:p>\n");
      break;
    case LDR_DOCUMENT_TABLE:
      fine = append_table (self, block->table, error);
      break;
    case LDR_DOCUMENT_RULE:
      append (self, "<text:p text:style-name=\"Horizontal_20_Line\"/>\n");
      break;
    case LDR_DOCUMENT_PICTURE:
    case LDR_DOCUMENT_CHART:
      fine = append_figure (self, block, error);
      break;
    case LDR_DOCUMENT_PAGE_BREAK:
      append (self, "<text:p text:style-name=\"Page_20_Break\"/>\n");
      break;
    case LDR_DOCUMENT_PRIVATE_BEGIN:
      begin_private (self);
      break;
    case LDR_DOCUMENT_PRIVATE_END:
      end_private (self);
      break;
    }
  return fine && ldr_document_output_settle (&self->output, error);
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;
  g_autofree char *subtitle = ldr_document_meta_dup_subtitle (meta);

  self->meta = ldr_document_meta_copy (meta);
  self->from_right = ldr_document_meta_is_right_to_left (meta);
  self->package = ldr_odt_package_new (self->stream, cancellable, error);
  if (self->package == NULL)
    return FALSE;
  ldr_document_output_init (&self->output, ldr_odt_package_get_content (self->package));
  g_set_object (&self->output.cancellable, cancellable);
  ldr_odt_append_head (self->output.text);
  append_words (self, "Title", meta->title);
  append_words (self, "Subtitle", subtitle);
  return TRUE;
}

static gboolean
end (gpointer data, GError **error)
{
  Writer *self = data;
  g_autofree char *styles = ldr_odt_make_styles (self->meta);
  g_autofree char *meta = ldr_odt_make_meta (self->meta);

  ldr_list_stack_close (&self->lists, 0, &list_tags, self);
  while (self->private_depth > 0)
    end_private (self);
  append (self, "</office:text>\n</office:body>\n</office:document-content>\n");
  return ldr_document_output_flush (&self->output, error)
         && ldr_odt_package_add (self->package, "styles.xml", styles, error)
         && ldr_odt_package_add (self->package, "meta.xml", meta, error) && ldr_odt_package_end (self->package, error);
}

static void
writer_free (gpointer data)
{
  Writer *self = data;

  ldr_document_output_clear (&self->output);
  g_clear_pointer (&self->package, ldr_odt_package_free);
  g_clear_pointer (&self->meta, ldr_document_meta_free);
  g_object_unref (self->stream);
  g_free (self);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free };

/**
 * ldr_odt_writer_new:
 * @stream: where to write
 * @palette: (nullable): the colours of charts, which live as long
 *
 * Writes OpenDocument text 1.2 with named styles; charts are pictures with descriptions.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_odt_writer_new (GOutputStream *stream, const LdrChartPalette *palette)
{
  Writer *self = g_new0 (Writer, 1);

  self->stream = g_object_ref (stream);
  self->palette = palette;
  return ldr_document_writer_new (&klass, self);
}
