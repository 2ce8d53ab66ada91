/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rich-line.h"

/**
 * ldr_block_is_list:
 *
 * Returns: whether the block is an item of a list
 */
gboolean
ldr_block_is_list (const LdrBlock *self)
{
  return self->kind == LDR_BLOCK_BULLET || self->kind == LDR_BLOCK_NUMBER;
}

/**
 * ldr_block_is_verbatim:
 *
 * Returns: whether the block shows its text as it is, without formats inside
 */
gboolean
ldr_block_is_verbatim (const LdrBlock *self)
{
  return self->kind == LDR_BLOCK_CODE || self->kind == LDR_BLOCK_RAW;
}

/**
 * ldr_block_dup:
 *
 * Returns: (transfer full): a copy with copies of the runs
 */
LdrBlock *
ldr_block_dup (const LdrBlock *self)
{
  LdrBlock *copy = ldr_block_new (self->kind, self->level);

  copy->number = self->number;
  g_set_str (&copy->info, self->info);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (self->runs, i);
      LdrRun *added;

      if (run->picture == NULL)
        {
          ldr_block_append (copy, run->text, run->flags, run->link);
          continue;
        }
      added = ldr_block_append_picture (copy, run->picture, run->description);
      added->flags = run->flags;
      g_set_str (&added->link, run->link);
    }

  return copy;
}

/* A word is what a reader would count as one: "don't" and "stand-up" are one each. */
static int
count_words (const char *text)
{
  int count = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          count += !inside;
          inside = TRUE;
        }
      else if (c != '\'' && c != '-' && c != 0x2019)
        {
          inside = FALSE;
        }
    }

  return count;
}

static LdrLine *
line_take (LdrBlock *block)
{
  LdrLine *self = g_new0 (LdrLine, 1);

  g_ref_count_init (&self->references);
  self->block = block;

  return self;
}

/**
 * ldr_line_new:
 * @kind: what the line is
 * @level: its level, as in LdrBlock
 *
 * Returns: (transfer full): a line that is still to be read
 */
LdrLine *
ldr_line_new (LdrBlockKind kind, int level)
{
  LdrLine *self = line_take (ldr_block_new (kind, level));

  self->block->number = kind == LDR_BLOCK_NUMBER ? 1 : 0;

  return self;
}

/**
 * ldr_line_new_for_block:
 * @block: a block
 *
 * Returns: (transfer full): a fresh line with a copy of it
 */
LdrLine *
ldr_line_new_for_block (const LdrBlock *block)
{
  LdrLine *self = line_take (ldr_block_dup (block));

  ldr_line_settle (self);

  return self;
}

/**
 * ldr_line_new_stale:
 * @self: a line that is about to change
 *
 * Returns: (transfer full): a line of the same kind that is still to be read
 */
LdrLine *
ldr_line_new_stale (const LdrLine *self)
{
  LdrLine *copy = ldr_line_new (self->block->kind, self->block->level);

  copy->block->number = self->block->number;
  g_set_str (&copy->block->info, self->block->info);

  return copy;
}

LdrLine *
ldr_line_ref (LdrLine *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

void
ldr_line_unref (LdrLine *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  ldr_block_free (self->block);
  g_clear_pointer (&self->hits, g_array_unref);
  g_free (self);
}

/**
 * ldr_line_settle:
 *
 * Says that the block's runs are right now; from here on the line does not change.
 */
void
ldr_line_settle (LdrLine *self)
{
  g_autofree char *text = ldr_block_dup_text (self->block);

  self->words = count_words (text);
  self->fresh = TRUE;
}

/**
 * ldr_lines_new:
 *
 * Returns: (transfer full) (element-type LdrLine): an empty array that owns its lines
 */
GPtrArray *
ldr_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_line_unref);
}

/**
 * ldr_lines_copy:
 * @lines: (element-type LdrLine): lines
 * @first: the first of them, from 0
 * @n: how many
 *
 * Returns: (transfer full) (element-type LdrLine): an array of the same lines
 */
GPtrArray *
ldr_lines_copy (GPtrArray *lines, guint first, guint n)
{
  GPtrArray *copy = g_ptr_array_new_full (n, (GDestroyNotify) ldr_line_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (copy, ldr_line_ref (g_ptr_array_index (lines, first + i)));

  return copy;
}
