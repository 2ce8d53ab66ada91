/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks as CommonMark: the source of what stayed, new words for what changed. */

#include "ldr-rich-text-private.h"

#include <string.h>

static void
write_code_block (GString *out, const LdrBlock *block)
{
  g_autofree char *text = ldr_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);
  g_autofree char *code = g_strjoinv ("\n", lines);
  g_autofree char *fence = NULL;
  gsize longest = 2;

  for (const char *p = code; *p != '\0'; p += MAX (strspn (p, "`"), 1))
    longest = MAX (longest, strspn (p, "`"));
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (out, "%s%s\n%s\n%s", fence, block->info != NULL ? block->info : "", code, fence);
}

static void
write_raw (GString *out, const LdrBlock *block)
{
  g_autofree char *text = ldr_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);
  g_autofree char *source = g_strjoinv ("\n", lines);

  g_string_append (out, source);
}

/* The width of an item's marker and what stands before it are what its sub-items are indented by; a marker is a
 * function of the item alone, but the indent depends on the items above it, so the caller carries it in @widths. */
static void
write_item (GString *out, const LdrBlock *block, LdrSpelling spelling, int widths[])
{
  g_autofree char *marker = block->kind == LDR_BLOCK_NUMBER ? g_strdup_printf ("%d. ", block->number) : g_strdup ("- ");
  int before = 0;
  g_autofree char *indent = NULL;

  for (int depth = 0; depth < block->level; depth++)
    before += widths[depth];
  widths[block->level] = (int) strlen (marker);
  indent = g_strnfill ((gsize) (before + widths[block->level]), ' ');
  g_string_append_printf (out, "%*s%s", before, "", marker);
  ldr_write_inlines (out, block, indent, spelling);
}

static void
write_heading (GString *out, const LdrBlock *block, LdrSpelling spelling)
{
  gsize start;

  for (int i = 0; i < block->level; i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  start = out->len;
  ldr_write_inlines (out, block, "", spelling);
  if (out->len > start + 1 && out->str[out->len - 1] == '#' && out->str[out->len - 2] != '\\')
    g_string_insert_c (out, (gssize) out->len - 1, '\\');
}

static void
write_block (GString *out, const LdrBlock *block, LdrSpelling spelling, int widths[])
{
  switch (block->kind)
    {
    case LDR_BLOCK_PARAGRAPH:
      ldr_write_inlines (out, block, "", spelling);
      break;
    case LDR_BLOCK_HEADING:
      write_heading (out, block, spelling);
      break;
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
      write_item (out, block, spelling, widths);
      break;
    case LDR_BLOCK_QUOTE:
      g_string_append (out, "> ");
      ldr_write_inlines (out, block, "> ", spelling);
      break;
    case LDR_BLOCK_CODE:
      write_code_block (out, block);
      break;
    case LDR_BLOCK_RULE:
      g_string_append (out, "---");
      break;
    case LDR_BLOCK_RAW:
      write_raw (out, block);
      break;
    }
}

/* Whether the block is read as it is meant from what is written for it. */
static gboolean
reads_back (const LdrBlock *block, LdrSpelling spelling)
{
  g_autoptr (GString) alone = g_string_new (NULL);
  g_autoptr (LdrRichText) read = NULL;
  LdrBlock at_top = *block;
  int widths[LDR_MAX_DEPTH + 1] = { 0 };

  if (!ldr_block_is_text (block->kind))
    return TRUE;
  if (ldr_block_is_item (block))
    at_top.level = 0;
  write_block (alone, &at_top, spelling, widths);
  read = ldr_rich_text_read (alone->str);
  return read->blocks->len == 1 && ldr_block_equal (g_ptr_array_index (read->blocks, 0), &at_top);
}

static LdrBlock *
without_formats (const LdrBlock *block)
{
  g_autoptr (GArray) cells = ldr_cells_of (block);

  for (guint i = 0; i < cells->len; i++)
    {
      LDR_CELL (cells, i).flags = 0;
      LDR_CELL (cells, i).link = NULL;
    }
  return ldr_cells_to_block (block, cells);
}

/* Finds the plainest spelling that reads back. Were there a block that has none, its characters would still be kept. */
static LdrBlock *
make_readable (LdrBlock *block, LdrSpelling *spelling)
{
  LdrBlock *plain;

  for (*spelling = LDR_SPELLING_PLAIN; *spelling <= LDR_SPELLING_GUARDED; (*spelling)++)
    if (reads_back (block, *spelling))
      return block;
  *spelling = LDR_SPELLING_GUARDED;
  plain = without_formats (block);
  ldr_block_free (block);
  return plain;
}

static const char *
separator (const LdrBlock *previous, const LdrBlock *block)
{
  if (previous == NULL)
    return "";
  if (ldr_block_is_item (previous) && ldr_block_is_item (block))
    return block->kind == LDR_BLOCK_NUMBER && block->level > previous->level && block->number != 1 ? "\n\n" : "\n";
  if (previous->kind == LDR_BLOCK_QUOTE && block->kind == LDR_BLOCK_QUOTE)
    return "\n>\n";
  return "\n\n";
}

/* How the writing of a document goes on: what was written, and the blocks that are to be read from it. */
typedef struct
{
  GString *out;
  GPtrArray *expected;
  LdrBlock *last_at[LDR_MAX_DEPTH + 1];
  int widths[LDR_MAX_DEPTH + 1];
  const LdrBlock *previous;
  int last_origin;
  guint n_origins;
  gboolean changed;
} Document;

static void
write_new_block (Document *document, const LdrBlock *block)
{
  LdrBlock *normal = ldr_block_normalize (block);
  LdrSpelling spelling;

  if (normal == NULL)
    return;
  if (ldr_block_is_item (normal))
    ldr_item_place (normal, document->previous, document->last_at);
  normal = make_readable (normal, &spelling);
  if (ldr_block_is_item (normal))
    document->last_at[normal->level] = normal;
  g_string_append (document->out, separator (document->previous, normal));
  write_block (document->out, normal, spelling, document->widths);
  g_ptr_array_add (document->expected, normal);
  document->previous = normal;
  document->last_origin = -1;
  document->changed = TRUE;
}

static gboolean
origin_matches (LdrRichText *self, guint index, GPtrArray *blocks, guint at)
{
  const LdrOrigin *origin = &g_array_index (self->origins, LdrOrigin, index);

  if (origin->n_blocks == 0 || at + origin->n_blocks > blocks->len)
    return FALSE;
  for (guint i = 0; i < origin->n_blocks; i++)
    if (!ldr_block_equal (g_ptr_array_index (self->blocks, origin->first + i), g_ptr_array_index (blocks, at + i)))
      return FALSE;
  return TRUE;
}

/* A list that was continued is written anew, or its new items would stand in a list of their own. */
static gboolean
is_continued (LdrRichText *self, guint index, GPtrArray *blocks, guint at)
{
  guint after = at + g_array_index (self->origins, LdrOrigin, index).n_blocks;

  if (after >= blocks->len || !ldr_block_is_item (g_ptr_array_index (blocks, after - 1))
      || !ldr_block_is_item (g_ptr_array_index (blocks, after)))
    return FALSE;
  return index + 1 >= self->origins->len || !origin_matches (self, index + 1, blocks, after);
}

/* The stretch of the source that says the blocks from @at on, sought first where the last one ended. */
static int
find_origin (LdrRichText *self, GPtrArray *blocks, guint at, guint from)
{
  for (guint i = 0; i < self->origins->len; i++)
    {
      guint index = (from + i) % self->origins->len;

      if (origin_matches (self, index, blocks, at) && !is_continued (self, index, blocks, at))
        return (int) index;
    }
  return -1;
}

static void
write_origin (Document *document, LdrRichText *self, int index)
{
  const LdrOrigin *origin = &g_array_index (self->origins, LdrOrigin, index);
  const LdrOrigin *before
      = document->last_origin >= 0 ? &g_array_index (self->origins, LdrOrigin, document->last_origin) : NULL;

  if (document->previous == NULL && index == 0)
    g_string_append (document->out, self->head);
  else if (before != NULL && document->last_origin + 1 == index)
    g_string_append (document->out, before->gap);
  else if (document->previous != NULL)
    g_string_append (document->out, "\n\n");
  g_string_append (document->out, origin->source);
  for (guint i = 0; i < origin->n_blocks; i++)
    {
      const LdrBlock *block = g_ptr_array_index (self->blocks, origin->first + i);
      LdrBlock *copy = ldr_block_new (block->kind, block->level);

      copy->number = block->number;
      copy->info = g_strdup (block->info);
      g_ptr_array_unref (copy->runs);
      copy->runs = g_ptr_array_ref (block->runs);
      g_ptr_array_add (document->expected, copy);
      document->previous = copy;
    }
  document->last_origin = index;
  document->changed |= (guint) index != document->n_origins++;
}

static void
write_document (Document *document, LdrRichText *self, GPtrArray *blocks, gboolean anew)
{
  guint next = 0;

  document->out = g_string_new (NULL);
  document->expected = ldr_blocks_new ();
  document->last_origin = -1;
  for (guint at = 0; at < blocks->len;)
    {
      int origin = anew || self->origins->len == 0 ? -1 : find_origin (self, blocks, at, next);

      if (origin < 0)
        {
          write_new_block (document, g_ptr_array_index (blocks, at++));
          continue;
        }
      write_origin (document, self, origin);
      at += g_array_index (self->origins, LdrOrigin, origin).n_blocks;
      next = ((guint) origin + 1) % self->origins->len;
    }
  if (document->last_origin >= 0 && (guint) document->last_origin + 1 == self->origins->len)
    g_string_append (document->out, g_array_index (self->origins, LdrOrigin, document->last_origin).gap);
  if (blocks->len == 0 && self->origins->len == 0)
    g_string_append (document->out, self->head);
}

/**
 * ldr_rich_text_write:
 * @self: the text that was read
 * @blocks: (element-type LdrBlock): the blocks as they are now
 *
 * Writes blocks as CommonMark. What stands in @self unchanged is written as its source said it, to the letter; what is
 * new or was changed in the simplest way that reads back the same (ldr_rich_text_normalize()). When old and new side by
 * side would be read as something else, all is written anew.
 *
 * Returns: (transfer full): CommonMark
 */
char *
ldr_rich_text_write (LdrRichText *self, GPtrArray *blocks)
{
  Document document = { NULL };

  write_document (&document, self, blocks, FALSE);
  if (document.n_origins > 0 && (document.changed || document.n_origins != self->origins->len))
    {
      g_autoptr (LdrRichText) read = ldr_rich_text_read (document.out->str);

      if (!ldr_blocks_equal (read->blocks, document.expected))
        {
          g_string_free (document.out, TRUE);
          g_ptr_array_unref (document.expected);
          document = (Document) { NULL };
          write_document (&document, self, blocks, TRUE);
        }
    }
  g_ptr_array_unref (document.expected);
  return g_string_free_and_steal (document.out);
}
