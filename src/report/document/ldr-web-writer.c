/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-web-writer.h"

#include <string.h>

#include "chart/ldr-chart-export.h"
#include "ldr-document-output.h"
#include "ldr-document-words.h"
#include "ldr-list-stack.h"

/* How wide charts are drawn; the page shrinks them. */
#define CHART_WIDTH 704

typedef struct
{
  LdrDocumentOutput output;
  const LdrChartPalette *palette;
  LdrDocumentMeta *meta;
  LdrListStack lists;
  gboolean in_quote;
  int private_depth;
  guint n_charts;
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

static void
append_element (Writer *self, const char *open, const char *text, const char *close)
{
  if (text == NULL || *text == '\0')
    return;
  append (self, open);
  append_text (self, text);
  append (self, close);
}

/* --- Lists --- */

static const char *const list_names[] = { "ul", "ol", "ul class=\"checks\"" };

static void
open_list_cb (gpointer data, LdrListKind kind)
{
  g_string_append_printf (((Writer *) data)->output.text, "<%s>\n", list_names[kind]);
}

static void
close_list_cb (gpointer data, LdrListKind kind)
{
  append (data, kind == LDR_LIST_NUMBERS ? "</ol>\n" : "</ul>\n");
}

static void
open_item_cb (gpointer data, const LdrDocumentBlock *item, gboolean restarts)
{
  Writer *self = data;

  append (self, item->mark == LDR_DOCUMENT_DONE ? "<li class=\"done\"" : "<li");
  if (restarts)
    g_string_append_printf (self->output.text, " value=\"%d\"", item->number);
  append (self, " dir=\"auto\">");
  if (item->mark == LDR_DOCUMENT_OPEN || item->mark == LDR_DOCUMENT_DONE)
    {
      append_element (self, "<span class=\"box\" role=\"img\" aria-label=\"", ldr_document_words_mark (item->mark),
                      "\">");
      append (self, item->mark == LDR_DOCUMENT_DONE ? "☑</span>" : "☐</span>");
    }
}

static void
close_item_cb (gpointer data)
{
  append (data, "</li>\n");
}

static const LdrListTags list_tags = { open_list_cb, close_list_cb, open_item_cb, close_item_cb };

/* --- Tables and figures --- */

static void
append_cell (Writer *self, const char *name, LdrDocumentAlign align, GPtrArray *runs)
{
  static const char *const classes[] = { "", " class=\"centre\"", " class=\"end\"" };

  g_string_append_printf (self->output.text, "<%s%s dir=\"auto\">", name, classes[align]);
  ldr_web_append_runs (self->output.text, runs);
  g_string_append_printf (self->output.text, "</%.2s>", name);
}

static gboolean
append_table (Writer *self, const LdrDocumentTable *table, GError **error)
{
  append (self, "<div class=\"table\"><table>\n");
  append_element (self, "<caption>", table->title, "</caption>\n");
  append (self, "<thead><tr>");
  for (guint i = 0; i < table->heads->len; i++)
    append_cell (self, "th scope=\"col\"", table->aligns[i], g_ptr_array_index (table->heads, i));
  append (self, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (table->rows, i);

      append (self, "<tr>");
      for (guint k = 0; k < cells->len; k++)
        append_cell (self, "td", table->aligns[k], g_ptr_array_index (cells, k));
      append (self, "</tr>\n");
      if (!ldr_document_output_settle (&self->output, error))
        return FALSE;
    }
  append (self, "</tbody></table></div>\n");
  return TRUE;
}

/* Replaces the first @old, which is there. */
static char *
swap (const char *text, const char *old, const char *new_text)
{
  const char *found = strstr (text, old);

  if (found == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, new_text, found + strlen (old));
}

/* The chart's own drawing, without what only a file needs, and with names of its own for its words. */
static void
append_drawing (Writer *self, LdrChart *chart)
{
  g_autoptr (LdrChartPalette) palette = self->palette == NULL ? ldr_chart_palette_new () : NULL;
  LdrChartSheet sheet = { .palette = palette != NULL ? palette : self->palette,
                          .width = CHART_WIDTH,
                          .scale = 1,
                          .right_to_left = ldr_document_meta_is_right_to_left (self->meta) };
  g_autoptr (GBytes) bytes = ldr_chart_export_svg (chart, &sheet);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *names = g_strdup_printf ("\"t%u d%u\"", self->n_charts, self->n_charts);
  g_autofree char *title = g_strdup_printf ("<title id=\"t%u\">", self->n_charts);
  g_autofree char *description = g_strdup_printf ("<desc id=\"d%u\">", self->n_charts);
  g_autofree char *named = swap (svg, "\"title desc\"", names);
  g_autofree char *titled = swap (named, "<title id=\"title\">", title);
  g_autofree char *whole = swap (titled, "<desc id=\"desc\">", description);
  const char *start = strstr (whole, "<svg");

  /* On a phone it keeps its size, so that its words can be read, and is moved sideways. */
  append (self, "<div class=\"drawing\" tabindex=\"0\">\n");
  append (self, start != NULL ? start : "");
  append (self, "</div>\n");
  self->n_charts++;
}

static void
append_picture (Writer *self, const LdrDocumentBlock *block)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (block->bytes, &length);
  g_autofree char *encoded = g_base64_encode (data, length);

  append (self, "<img src=\"data:");
  append_text (self, block->media_type);
  append (self, ";base64,");
  append (self, encoded);
  append (self, "\" alt=\"");
  append_text (self, block->description);
  append (self, "\"/>\n");
}

static void
append_figure (Writer *self, const LdrDocumentBlock *block)
{
  append (self, "<figure>\n");
  append_element (self, "<p class=\"title\">", block->title, "</p>\n");
  if (block->kind == LDR_DOCUMENT_CHART)
    append_drawing (self, block->chart);
  else
    append_picture (self, block);
  append_element (self, "<figcaption dir=\"auto\">", block->description, "</figcaption>\n");
  append (self, "</figure>\n");
}

/* --- Blocks --- */

static void
append_heading (Writer *self, const LdrDocumentBlock *block)
{
  /* The title is the first level. */
  int level = MIN (block->level + 1, LDR_DOCUMENT_MAX_HEADING);

  g_string_append_printf (self->output.text, "<h%d dir=\"auto\"", level);
  append_element (self, " id=\"", block->anchor, "\"");
  append (self, ">");
  ldr_web_append_runs (self->output.text, block->runs);
  g_string_append_printf (self->output.text, "</h%d>\n", level);
}

static void
append_paragraph (Writer *self, const LdrDocumentBlock *block)
{
  append (self, "<p dir=\"auto\">");
  ldr_web_append_runs (self->output.text, block->runs);
  append (self, "</p>\n");
}

static void
append_code (Writer *self, const LdrDocumentBlock *block)
{
  g_autofree char *text = ldr_document_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);
  g_autofree char *joined = g_strjoinv ("\n", lines);

  /* A line end at once behind the tag would not count. */
  append (self, "<pre tabindex=\"0\"><code>");
  append_text (self, joined);
  append (self, "</code></pre>\n");
}

/* Closes what the next block does not stand in. */
static void
leave (Writer *self, LdrDocumentKind next)
{
  if (next != LDR_DOCUMENT_ITEM)
    ldr_list_stack_close (&self->lists, 0, &list_tags, self);
  if (self->in_quote && next != LDR_DOCUMENT_QUOTE)
    append (self, "</blockquote>\n");
  if (!self->in_quote && next == LDR_DOCUMENT_QUOTE)
    append (self, "<blockquote>\n");
  self->in_quote = next == LDR_DOCUMENT_QUOTE;
}

static void
begin_private (Writer *self)
{
  self->private_depth++;
  append_element (self, "<section class=\"private\" aria-label=\"", ldr_document_words_private (), "\">\n");
  append_element (self, "<p class=\"mark\">", ldr_document_words_private (), "</p>\n");
}

static void
end_private (Writer *self)
{
  if (self->private_depth == 0)
    return;
  self->private_depth--;
  append (self, "</section>\n");
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;

  leave (self, block->kind);
  switch (block->kind)
    {
    case LDR_DOCUMENT_HEADING:
      append_heading (self, block);
      break;
    case LDR_DOCUMENT_PARAGRAPH:
    case LDR_DOCUMENT_SOURCE:
    case LDR_DOCUMENT_QUOTE:
      append_paragraph (self, block);
      break;
    case LDR_DOCUMENT_ITEM:
      ldr_list_stack_add (&self->lists, block, &list_tags, self);
      ldr_web_append_runs (self->output.text, block->runs);
      break;
    case LDR_DOCUMENT_CODE:
      append_code (self, block);
      break;
    case LDR_DOCUMENT_TABLE:
      if (!append_table (self, block->table, error))
        return FALSE;
      break;
    case LDR_DOCUMENT_RULE:
      append (self, "<hr/>\n");
      break;
    case LDR_DOCUMENT_PICTURE:
    case LDR_DOCUMENT_CHART:
      append_figure (self, block);
      break;
    case LDR_DOCUMENT_PAGE_BREAK:
      append (self, "<div class=\"page\"></div>\n");
      break;
    case LDR_DOCUMENT_PRIVATE_BEGIN:
      begin_private (self);
      break;
    case LDR_DOCUMENT_PRIVATE_END:
      end_private (self);
      break;
    }
  return ldr_document_output_settle (&self->output, error);
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;
  g_autofree char *subtitle = ldr_document_meta_dup_subtitle (meta);

  g_set_object (&self->output.cancellable, cancellable);
  self->meta = ldr_document_meta_copy (meta);
  append (self, "<!DOCTYPE html>\n<html lang=\"");
  append_text (self, meta->language);
  append (self, ldr_document_meta_is_right_to_left (meta) ? "\" dir=\"rtl\">\n" : "\">\n");
  append (self, "<head>\n<meta charset=\"utf-8\"/>\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                "<meta name=\"robots\" content=\"noindex\"/>\n"
                "<meta name=\"generator\" content=\"Leidraad\"/>\n<title>");
  append_text (self, meta->title);
  append (self, "</title>\n");
  append_element (self, "<meta name=\"author\" content=\"", meta->author, "\"/>\n");
  append_element (self, "<meta name=\"description\" content=\"", subtitle, "\"/>\n");
  append (self, "<style>\n");
  append (self, ldr_web_style_sheet);
  append (self, "</style>\n</head>\n<body>\n<main>\n");
  append_element (self, "<h1 dir=\"auto\">", meta->title, "</h1>\n");
  append_element (self, "<p class=\"subtitle\">", subtitle, "</p>\n");
  return TRUE;
}

static gboolean
end (gpointer data, GError **error)
{
  Writer *self = data;

  leave (self, LDR_DOCUMENT_PARAGRAPH);
  while (self->private_depth > 0)
    end_private (self);
  append (self, "</main>\n");
  append_element (self, "<footer class=\"below\">", self->meta->footer, "</footer>\n");
  append (self, "</body>\n</html>\n");
  return ldr_document_output_flush (&self->output, error);
}

static void
writer_free (gpointer data)
{
  Writer *self = data;

  ldr_document_output_clear (&self->output);
  g_clear_pointer (&self->meta, ldr_document_meta_free);
  g_free (self);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free };

/**
 * ldr_web_writer_new:
 * @stream: where to write
 * @palette: (nullable): the colours of charts, which live as long
 *
 * Writes a web page that needs nothing beside itself: no script, pictures and charts within. It is well-formed XML too.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_web_writer_new (GOutputStream *stream, const LdrChartPalette *palette)
{
  Writer *self = g_new0 (Writer, 1);

  ldr_document_output_init (&self->output, stream);
  self->palette = palette;
  return ldr_document_writer_new (&klass, self);
}
