/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-pseudonyms.h"

#include <string.h>

#include "chart/ldr-chart-export.h"
#include "ldr-document-runs.h"

typedef struct
{
  LdrDocumentWriter *inner;
  LdrPseudonyms *pseudonyms;
} Writer;

/* --- Texts: a name can begin in one run and end in another --- */

/* A link says a name where a text would, and in ways that no text would ("sanne-de-wit", "%C3%A9"). */
static gboolean
link_is_clean (const Writer *self, const char *link)
{
  g_autofree char *plain = g_uri_unescape_string (link, NULL);
  g_autofree char *spaced = g_strdup (plain != NULL ? plain : link);
  g_autofree char *lower = NULL, *capital = NULL;
  GString *title;
  gboolean at_start = TRUE;

  if (!g_utf8_validate (spaced, -1, NULL))
    return FALSE;
  g_strdelimit (spaced, "-_.+/?&=@:", ' ');
  title = g_string_new (NULL);
  for (const char *p = spaced; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (title, at_start ? g_unichar_toupper (c) : c);
      at_start = c == ' ';
    }
  capital = g_string_free_and_steal (title);
  lower = g_utf8_strup (spaced, -1);
  return !ldr_pseudonyms_occur (self->pseudonyms, link) && !ldr_pseudonyms_occur (self->pseudonyms, spaced)
         && !ldr_pseudonyms_occur (self->pseudonyms, capital) && !ldr_pseudonyms_occur (self->pseudonyms, lower);
}

/* A run with what stands for the names in it; a name that began in an earlier one was told of there. */
static void
append_run (const Writer *self,
            LdrBlock *block,
            const LdrRun *run,
            const char *text,
            gsize start,
            const GArray *found,
            guint *at)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize end = start + strlen (run->text), from = start;

  for (; *at < found->len; (*at)++)
    {
      const LdrNameMatch *match = &g_array_index (found, LdrNameMatch, *at);

      if (match->start >= end)
        break;
      if (match->start >= start)
        {
          g_autofree char *words = ldr_pseudonyms_dup_words (self->pseudonyms, text, match);

          g_string_append_len (out, text + from, (gssize) (match->start - from));
          g_string_append (out, words);
        }
      from = MIN (match->end, end);
      if (match->end > end)
        break;
    }
  g_string_append_len (out, text + from, (gssize) (end - from));
  ldr_block_append (block, out->str, run->flags,
                    run->link != NULL && link_is_clean (self, run->link) ? run->link : NULL);
}

static gboolean
links_are_clean (const Writer *self, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);

      if (run->link != NULL && !link_is_clean (self, run->link))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
apply_to_runs (const Writer *self, GPtrArray *runs)
{
  g_autofree char *text = ldr_document_runs_dup_text (runs);
  g_autoptr (GArray) found = ldr_pseudonyms_find (self->pseudonyms, text);
  LdrBlock *block;
  GPtrArray *applied;
  gsize start = 0;
  guint at = 0;

  if (found->len == 0 && links_are_clean (self, runs))
    return g_ptr_array_ref (runs);
  block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);

      append_run (self, block, run, text, start, found, &at);
      start += strlen (run->text);
    }
  applied = g_ptr_array_ref (block->runs);
  ldr_block_free (block);
  return applied;
}

static char *
apply_to_line (const Writer *self, const char *line)
{
  return line != NULL ? ldr_pseudonyms_apply (self->pseudonyms, line) : NULL;
}

/* --- Tables and charts --- */

static LdrDocumentTable *
apply_to_table (const Writer *self, const LdrDocumentTable *table)
{
  LdrDocumentTable *applied = g_new0 (LdrDocumentTable, 1);

  applied->title = apply_to_line (self, table->title);
  applied->goes_on = table->goes_on;
  applied->aligns = g_memdup2 (table->aligns, sizeof (LdrDocumentAlign) * (table->heads->len + 1));
  applied->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  applied->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < table->heads->len; i++)
    g_ptr_array_add (applied->heads, apply_to_runs (self, g_ptr_array_index (table->heads, i)));
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (table->rows, i);
      GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

      for (guint k = 0; k < cells->len; k++)
        g_ptr_array_add (row, apply_to_runs (self, g_ptr_array_index (cells, k)));
      g_ptr_array_add (applied->rows, row);
    }
  return applied;
}

static gboolean
table_has_names (const Writer *self, LdrChart *chart)
{
  g_autoptr (LdrChartTable) table = ldr_chart_make_table (chart);

  if (ldr_pseudonyms_occur (self->pseudonyms, table->title))
    return TRUE;
  for (guint i = 0; table->columns[i] != NULL; i++)
    if (ldr_pseudonyms_occur (self->pseudonyms, table->columns[i]))
      return TRUE;
  for (guint i = 0; i < table->rows->len; i++)
    for (char **cell = g_ptr_array_index (table->rows, i); *cell != NULL; cell++)
      if (ldr_pseudonyms_occur (self->pseudonyms, *cell))
        return TRUE;
  return FALSE;
}

/* Whether a chart says a name itself, in its words, its values or its drawing. */
static gboolean
chart_has_names (const Writer *self, LdrChart *chart)
{
  g_autofree char *description = ldr_chart_describe (chart);
  g_autoptr (LdrChartPalette) palette = ldr_chart_palette_new ();
  LdrChartSheet sheet = { .palette = palette, .width = 700, .scale = 1 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *svg = NULL;

  if (ldr_pseudonyms_occur (self->pseudonyms, ldr_chart_get_title (chart))
      || ldr_pseudonyms_occur (self->pseudonyms, description) || table_has_names (self, chart))
    return TRUE;
  bytes = ldr_chart_export_svg (chart, &sheet);
  svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ldr_pseudonyms_occur (self->pseudonyms, svg);
}

static gboolean
take_chart_as_table (const Writer *self, const LdrDocumentBlock *block, GError **error)
{
  g_autoptr (LdrDocumentTable) values = ldr_document_table_of_chart (block->chart);
  g_autofree char *description = apply_to_line (self, block->description);
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (description, 0);

  if (!ldr_document_writer_push (self->inner, ldr_document_table_block_new (apply_to_table (self, values)), error))
    return FALSE;
  return runs->len == 0 || ldr_document_writer_push (self->inner, ldr_document_paragraph_new (runs), error);
}

static gboolean
take_chart (const Writer *self, const LdrDocumentBlock *block, GError **error)
{
  g_autofree char *title = apply_to_line (self, block->title);
  g_autofree char *description = apply_to_line (self, block->description);

  if (chart_has_names (self, block->chart))
    return take_chart_as_table (self, block, error);
  return ldr_document_writer_push (self->inner, ldr_document_chart_new (block->chart, title, description), error);
}

/* Files of pictures tell who made them and where. What is to be seen is written anew, without that; of a picture that
 * cannot be read nobody knows what it says. */
static gboolean
take_picture (const Writer *self, const LdrDocumentBlock *block, GError **error)
{
  g_autofree char *description = apply_to_line (self, block->description);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (block->bytes, NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (texture == NULL)
    {
      runs = ldr_document_runs_new (description, LDR_RUN_ITALIC);
      return runs->len == 0 || ldr_document_writer_push (self->inner, ldr_document_paragraph_new (runs), error);
    }
  bytes = gdk_texture_save_to_png_bytes (texture);
  return ldr_document_writer_push (self->inner, ldr_document_picture_new (bytes, "image/png", description), error);
}

/* --- Blocks --- */

static gboolean
take_text (const Writer *self, const LdrDocumentBlock *block, GError **error)
{
  g_autoptr (GPtrArray) runs = apply_to_runs (self, block->runs);
  g_autofree char *text = ldr_document_runs_dup_text (runs);
  const char *anchor = block->anchor != NULL && link_is_clean (self, block->anchor) ? block->anchor : NULL;
  LdrDocumentBlock *applied;

  if (block->kind == LDR_DOCUMENT_HEADING)
    applied = ldr_document_heading_new (block->level, anchor, runs);
  else if (block->kind == LDR_DOCUMENT_ITEM)
    applied = ldr_document_item_new (block->mark, block->number, block->level, runs);
  else if (block->kind == LDR_DOCUMENT_QUOTE)
    applied = ldr_document_quote_new (runs);
  else if (block->kind == LDR_DOCUMENT_SOURCE)
    applied = ldr_document_source_new (text);
  else if (block->kind == LDR_DOCUMENT_CODE)
    applied = ldr_document_code_new (text);
  else
    applied = block->leads ? ldr_document_lead_new (runs) : ldr_document_paragraph_new (runs);
  return ldr_document_writer_push (self->inner, applied, error);
}

static gboolean
take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Writer *self = data;

  if (block->kind == LDR_DOCUMENT_CHART)
    return take_chart (self, block, error);
  if (block->kind == LDR_DOCUMENT_TABLE)
    return ldr_document_writer_push (self->inner, ldr_document_table_block_new (apply_to_table (self, block->table)),
                                     error);
  if (block->kind == LDR_DOCUMENT_PICTURE)
    return take_picture (self, block, error);
  return block->runs != NULL ? take_text (self, block, error) : ldr_document_writer_take (self->inner, block, error);
}

static gboolean
begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  Writer *self = data;
  g_autofree char *title = apply_to_line (self, meta->title);
  g_autoptr (LdrDocumentMeta) applied = ldr_document_meta_new (title, meta->language);

  applied->subject = apply_to_line (self, meta->subject);
  applied->author = apply_to_line (self, meta->author);
  applied->for_whom = apply_to_line (self, meta->for_whom);
  applied->header = apply_to_line (self, meta->header);
  applied->footer = apply_to_line (self, meta->footer);
  applied->paper = meta->paper;
  return ldr_document_writer_begin (self->inner, applied, cancellable, error);
}

static gboolean
end (gpointer data, GError **error)
{
  return ldr_document_writer_end (((Writer *) data)->inner, error);
}

static void
keep (gpointer data)
{
  ldr_document_writer_keep (((Writer *) data)->inner);
}

static void
about (gpointer data, LdrSubject subject, const char *id)
{
  ldr_document_writer_about (((Writer *) data)->inner, subject, id);
}

static void
writer_free (gpointer data)
{
  Writer *self = data;

  ldr_document_writer_free (self->inner);
  ldr_pseudonyms_unref (self->pseudonyms);
  g_free (self);
}

static const LdrDocumentWriterClass klass = { begin, take, end, writer_free, .keep = keep, .about = about };

/**
 * ldr_pseudonym_writer_new:
 * @inner: (transfer full): what writes the document
 * @pseudonyms: what stands for names
 *
 * Replaces names in all that is text: paragraphs, cells, descriptions, properties of the document. A link that names
 * somebody leads nowhere any more. A chart that names somebody in its drawing becomes a table of its values. Pictures
 * lose what their files say of themselves; what is to be seen on them stays as it is.
 *
 * Returns: (transfer full): a writer before it
 */
LdrDocumentWriter *
ldr_pseudonym_writer_new (LdrDocumentWriter *inner, LdrPseudonyms *pseudonyms)
{
  Writer *self = g_new0 (Writer, 1);

  self->inner = inner;
  self->pseudonyms = ldr_pseudonyms_ref (pseudonyms);
  return ldr_document_writer_new (&klass, self);
}
