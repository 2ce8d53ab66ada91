/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-writer.h"

#include "chart/ldr-chart-export.h"
#include "model/ldr-text.h"
#include "report/document/ldr-document-runs.h"
#include "report/document/ldr-markdown-flow.h"
#include "report/document/ldr-markdown-text.h"
#include "report/progress/ldr-progress-document.h"

/* How wide a chart is, in units of which 96 make an inch, and how many pixels each has. */
#define CHART_WIDTH 704
#define CHART_SCALE 2

typedef struct
{
  LdrPack *pack;
  LdrSubject subject;
  char *subject_id;
  gboolean is_private;

  /* How many passages there are about each thing, by its id. */
  GHashTable *places;

  /* The pictures of the pack by their bytes, so that each is there once. */
  GHashTable *pictures;

  /* The passage that is being written: blocks of one kind that belong together, such as the items of a list. */
  GString *text;
  LdrMarkdownFlow flow;
  LdrDocumentKind kind;
} Writer;

/* --- Passages --------------------------------------------------------------------------------------------------------
 */

static void
add_passage (Writer *self, int level, const char *text)
{
  int place = GPOINTER_TO_INT (g_hash_table_lookup (self->places, self->subject_id));
  LdrPassage *passage = ldr_pack_add_passage (self->pack, self->subject, self->subject_id, place, level, text);

  passage->is_private = self->is_private;
  g_hash_table_insert (self->places, g_strdup (self->subject_id), GINT_TO_POINTER (place + 1));
}

/* Ends the passage that is being written. */
static void
settle (Writer *self)
{
  if (self->text->len > 0)
    {
      g_autofree char *text = g_strchomp (g_strdup (self->text->str));

      add_passage (self, 0, text);
    }
  g_string_truncate (self->text, 0);
  ldr_markdown_flow_init (&self->flow);
}

/* Whether @item goes on with the list that is being written: one with numbers is another than one without. */
static gboolean
is_same_list (const Writer *self, const LdrDocumentBlock *item)
{
  return item->level > 0 || (item->mark == LDR_DOCUMENT_NUMBER) == (self->flow.marks[0] == LDR_DOCUMENT_NUMBER);
}

/* A list or a quote is one passage, and all else one for each block. */
static gboolean
belongs_to_last (const Writer *self, const LdrDocumentBlock *block)
{
  if (self->text->len == 0 || block->kind != self->kind)
    return FALSE;
  return block->kind == LDR_DOCUMENT_QUOTE || (block->kind == LDR_DOCUMENT_ITEM && is_same_list (self, block));
}

static void
take_text (Writer *self, const LdrDocumentBlock *block)
{
  if (!belongs_to_last (self, block))
    settle (self);
  else
    ldr_markdown_flow_separate (&self->flow, self->text, block->kind);
  self->flow.previous = self->kind = block->kind;
  ldr_markdown_flow_append (&self->flow, self->text, block);
}

/* The sign before a heading is its level. */
static void
take_heading (Writer *self, const LdrDocumentBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);

  settle (self);
  ldr_markdown_append_runs (line, block->runs, "");
  g_string_replace (line, "\\\n", " ", 0);
  add_passage (self, MIN (block->level + 1, LDR_DOCUMENT_MAX_HEADING), line->str);
}

/* --- Tables ----------------------------------------------------------------------------------------------------------
 */

/* What stands in a row, each cell but the first behind the heading of its column. */
static GPtrArray *
join_cells (const LdrDocumentTable *table, GPtrArray *cells)
{
  LdrBlock *line = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  GPtrArray *joined;

  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *runs = g_ptr_array_index (cells, i);
      g_autofree char *head = ldr_document_runs_dup_text (g_ptr_array_index (table->heads, i));
      g_autofree char *label = g_strdup_printf ("%s%s: ", line->runs->len > 0 ? " · " : "", head);

      if (runs->len > 0 && i > 0)
        ldr_block_append (line, label, 0, NULL);
      for (guint k = 0; k < runs->len; k++)
        {
          const LdrRun *run = g_ptr_array_index (runs, k);

          ldr_block_append (line, run->text, run->flags, run->link);
        }
    }
  joined = g_ptr_array_ref (line->runs);
  ldr_block_free (line);
  return joined;
}

/* CommonMark has no tables, and a phone no room for one: each row is an item of a list. */
static void
take_table (Writer *self, const LdrDocumentTable *table)
{
  settle (self);
  ldr_markdown_flow_append_title (self->text, table->title);
  self->flow.previous = self->kind = LDR_DOCUMENT_ITEM;
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autoptr (GPtrArray) runs = join_cells (table, g_ptr_array_index (table->rows, i));
      g_autoptr (LdrDocumentBlock) item = ldr_document_item_new (LDR_DOCUMENT_BULLET, 0, 0, runs);

      if (runs->len > 0)
        ldr_markdown_flow_append (&self->flow, self->text, item);
    }
  settle (self);
}

/* --- Figures ---------------------------------------------------------------------------------------------------------
 */

static const LdrPicture *
carry_picture (Writer *self, GBytes *bytes, const char *media_type)
{
  LdrPicture *picture = g_hash_table_lookup (self->pictures, bytes);

  if (picture != NULL)
    return picture;
  picture = ldr_picture_new ("", media_type, bytes);
  g_ptr_array_add (self->pack->pictures, picture);
  g_hash_table_insert (self->pictures, picture->bytes, picture);
  return picture;
}

static void
take_figure (Writer *self, const LdrDocumentBlock *block, GBytes *bytes, const char *media_type)
{
  const LdrPicture *picture = carry_picture (self, bytes, media_type);

  settle (self);
  ldr_markdown_flow_append_title (self->text, block->title);
  g_string_append (self->text, "![");
  ldr_markdown_append_words (self->text, block->description, 0);
  g_string_append_printf (self->text, "](" LDR_PICTURE_SCHEME "%s)\n", picture->id);
  self->kind = block->kind;
  settle (self);
}

/* Whoever cannot see it reads what it says. */
static void
take_chart (Writer *self, const LdrDocumentBlock *block)
{
  g_autoptr (LdrChartPalette) palette = ldr_progress_palette_new ();
  LdrChartSheet sheet = { .palette = palette, .width = CHART_WIDTH, .scale = CHART_SCALE };
  g_autoptr (GBytes) bytes = ldr_chart_export_png (block->chart, &sheet);

  take_figure (self, block, bytes, "image/png");
  ldr_markdown_append_words (self->text, block->description, 0);
  settle (self);
}

/* What a pack cannot carry is told in words. */
static void
take_picture (Writer *self, const LdrDocumentBlock *block)
{
  const char *media_type = ldr_picture_sniff (block->bytes);

  if (media_type != NULL && g_bytes_get_size (block->bytes) <= LDR_PICTURE_MAX_BYTES)
    {
      take_figure (self, block, block->bytes, media_type);
      return;
    }
  settle (self);
  ldr_markdown_append_words (self->text, block->description, LDR_RUN_ITALIC);
  settle (self);
}

/* --- The writer ------------------------------------------------------------------------------------------------------
 */

static void
mark_private (Writer *self, gboolean is_private)
{
  settle (self);
  self->is_private = is_private;
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;

  if (block->runs != NULL && block->runs->len == 0)
    return TRUE;
  switch (block->kind)
    {
    case LDR_DOCUMENT_HEADING:
      take_heading (self, block);
      break;
    case LDR_DOCUMENT_PARAGRAPH:
    case LDR_DOCUMENT_SOURCE:
    case LDR_DOCUMENT_ITEM:
    case LDR_DOCUMENT_QUOTE:
    case LDR_DOCUMENT_CODE:
      take_text (self, block);
      break;
    case LDR_DOCUMENT_TABLE:
      take_table (self, block->table);
      break;
    case LDR_DOCUMENT_PICTURE:
      take_picture (self, block);
      break;
    case LDR_DOCUMENT_CHART:
      take_chart (self, block);
      break;
    case LDR_DOCUMENT_PRIVATE_BEGIN:
    case LDR_DOCUMENT_PRIVATE_END:
      mark_private (self, block->kind == LDR_DOCUMENT_PRIVATE_BEGIN);
      break;
    case LDR_DOCUMENT_RULE:
    case LDR_DOCUMENT_PAGE_BREAK:
      settle (self);
      break;
    }
  return TRUE;
}

static void
about (gpointer data, LdrSubject subject, const char *id)
{
  Writer *self = data;

  if (subject == self->subject && g_str_equal (id, self->subject_id))
    return;
  settle (self);
  self->subject = subject;
  g_set_str (&self->subject_id, id);
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;
  g_autofree char *subtitle = ldr_document_meta_dup_subtitle (meta);

  g_free (self->pack->title);
  self->pack->title = ldr_text_clean (meta->title, LDR_TEXT_LINE);
  g_set_str (&self->pack->language, meta->language);
  if (*subtitle != '\0')
    {
      ldr_markdown_append_words (self->text, subtitle, LDR_RUN_ITALIC);
      settle (self);
    }
  return TRUE;
}

static gboolean
end (gpointer data, GError **error)
{
  settle (data);
  return TRUE;
}

static void
writer_free (gpointer data)
{
  Writer *self = data;

  g_hash_table_unref (self->pictures);
  ldr_pack_unref (self->pack);
  g_hash_table_unref (self->places);
  g_string_free (self->text, TRUE);
  g_free (self->subject_id);
  g_free (self);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free, .about = about };

/**
 * ldr_pack_writer_new:
 * @pack: a session pack that is not shared yet
 *
 * Writes a document into the passages of a pack, which can be commented on one by one: a paragraph, a list, a quote, a
 * table, a picture. Each says what it is about, so that a comment on it finds its way back; charts become pictures.
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_pack_writer_new (LdrPack *pack)
{
  Writer *self = g_new0 (Writer, 1);

  self->pack = ldr_pack_ref (pack);
  self->subject = LDR_SUBJECT_DOCUMENT;
  self->subject_id = g_strdup ("");
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pictures = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  self->text = g_string_new (NULL);
  ldr_markdown_flow_init (&self->flow);
  return ldr_document_writer_new (&klass, self);
}
