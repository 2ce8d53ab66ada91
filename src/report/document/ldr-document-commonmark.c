/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-commonmark.h"

#include "ldr-document-runs.h"

typedef struct
{
  LdrDocumentWriter *writer;
  int heading_shift;
  LdrDocumentPictureFunc get_picture;
  gpointer data;
} Reader;

/* A text block as a block of a document, for some of its runs. */
static LdrDocumentBlock *
make_text (const Reader *reader, const LdrBlock *block, GPtrArray *runs)
{
  switch (block->kind)
    {
    case LDR_BLOCK_HEADING:
      return ldr_document_heading_new (block->level + reader->heading_shift, NULL, runs);
    case LDR_BLOCK_BULLET:
      return ldr_document_item_new (LDR_DOCUMENT_BULLET, 0, block->level, runs);
    case LDR_BLOCK_NUMBER:
      return ldr_document_item_new (LDR_DOCUMENT_NUMBER, block->number, block->level, runs);
    case LDR_BLOCK_QUOTE:
      return ldr_document_quote_new (runs);
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_CODE:
    case LDR_BLOCK_RULE:
    case LDR_BLOCK_RAW:
      return ldr_document_paragraph_new (runs);
    }
  g_return_val_if_reached (NULL);
}

/* A picture that is not there leaves its description, as a text. */
static gboolean
push_picture (const Reader *reader, const LdrRun *run, GError **error)
{
  g_autofree char *media_type = NULL;
  g_autoptr (GBytes) bytes
      = reader->get_picture != NULL ? reader->get_picture (run->picture, &media_type, reader->data) : NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (bytes != NULL)
    return ldr_document_writer_push (reader->writer, ldr_document_picture_new (bytes, media_type, run->description),
                                     error);
  if (run->description == NULL || *run->description == '\0')
    return TRUE;
  words = ldr_document_runs_new (run->description, LDR_RUN_ITALIC);
  return ldr_document_writer_push (reader->writer, ldr_document_paragraph_new (words), error);
}

/* The runs from @from to before @to as a block of their own, unless there is nothing in them. */
static gboolean
push_runs (const Reader *reader, const LdrBlock *block, guint from, guint to, GError **error)
{
  LdrBlock *part = ldr_block_new (block->kind, block->level);
  g_autofree char *text = NULL;
  gboolean fine = TRUE;

  for (guint i = from; i < to; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);

      ldr_block_append (part, run->text, run->flags, run->link);
    }
  part->number = block->number;
  text = ldr_block_dup_text (part);
  if (*g_strstrip (text) != '\0')
    fine = ldr_document_writer_push (reader->writer, make_text (reader, part, part->runs), error);
  ldr_block_free (part);
  return fine;
}

/* Pictures within a text become blocks of their own, between what stands before and after them. */
static gboolean
push_text (const Reader *reader, const LdrBlock *block, GError **error)
{
  guint from = 0;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);

      if (run->picture == NULL)
        continue;
      if (!push_runs (reader, block, from, i, error) || !push_picture (reader, run, error))
        return FALSE;
      from = i + 1;
    }
  if (from == 0)
    return ldr_document_writer_push (reader->writer, make_text (reader, block, block->runs), error);
  return push_runs (reader, block, from, block->runs->len, error);
}

static gboolean
push_block (const Reader *reader, const LdrBlock *block, GError **error)
{
  g_autofree char *text = NULL;

  switch (block->kind)
    {
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_HEADING:
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
    case LDR_BLOCK_QUOTE:
      return push_text (reader, block, error);
    case LDR_BLOCK_CODE:
      text = ldr_block_dup_text (block);
      return ldr_document_writer_push (reader->writer, ldr_document_code_new (text), error);
    case LDR_BLOCK_RAW:
      text = ldr_block_dup_text (block);
      return ldr_document_writer_push (reader->writer, ldr_document_source_new (text), error);
    case LDR_BLOCK_RULE:
      return ldr_document_writer_push (reader->writer, ldr_document_rule_new (), error);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * ldr_document_push_commonmark:
 * @writer: a writer that has begun
 * @text: CommonMark; what is not valid in it is mended
 * @heading_shift: how many levels its headings go down, since it stands below headings itself
 * @get_picture: (nullable): finds the pictures that it names
 * @data: for @get_picture
 * @error: return location for an error
 *
 * Writes a text as the editor shows it. A picture becomes a block of its own.
 *
 * Returns: whether all of it is written
 */
gboolean
ldr_document_push_commonmark (LdrDocumentWriter *writer,
                              const char *text,
                              int heading_shift,
                              LdrDocumentPictureFunc get_picture,
                              gpointer data,
                              GError **error)
{
  Reader reader = { writer, heading_shift, get_picture, data };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (valid);
  GPtrArray *blocks = ldr_rich_text_get_blocks (rich);

  for (guint i = 0; i < blocks->len; i++)
    if (!push_block (&reader, g_ptr_array_index (blocks, i), error))
      return FALSE;
  return TRUE;
}
