/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks as CommonMark can say them: what an editor may hold, less what would be lost on the way to the file and back.
 */

#include "ldr-rich-text-private.h"

#include <string.h>

#define MAX_NUMBER 999999999

gboolean
ldr_block_is_text (LdrBlockKind kind)
{
  switch (kind)
    {
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_HEADING:
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
    case LDR_BLOCK_QUOTE:
      return TRUE;
    case LDR_BLOCK_CODE:
    case LDR_BLOCK_RULE:
    case LDR_BLOCK_RAW:
      break;
    }
  return FALSE;
}

gboolean
ldr_block_is_item (const LdrBlock *block)
{
  return block != NULL && (block->kind == LDR_BLOCK_BULLET || block->kind == LDR_BLOCK_NUMBER);
}

gboolean
ldr_character_is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c) || (c < 128 && g_ascii_ispunct ((char) c));
}

/* What a paragraph can hold: a line break where there may be one, a space for what else would end a line. */
static gunichar
clean_character (gunichar c, LdrBlockKind kind)
{
  if (c == LDR_LINE_BREAK_CHARACTER)
    return kind == LDR_BLOCK_HEADING ? ' ' : c;
  if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\t' || c == 0x2029)
    return ' ';
  return c == 0xFFFC ? 0xFFFD : c;
}

GArray *
ldr_cells_of (const LdrBlock *block)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (LdrCell));

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);
      LdrCell cell = { 0xFFFC, 0, NULL, run };

      if (run->picture != NULL)
        {
          g_array_append_val (cells, cell);
          continue;
        }
      for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          cell = (LdrCell) { clean_character (g_utf8_get_char (p), block->kind), run->flags, run->link, NULL };
          g_array_append_val (cells, cell);
        }
    }
  return cells;
}

static gboolean
is_space (const LdrCell *cell)
{
  return cell->picture == NULL && (cell->c == LDR_LINE_BREAK_CHARACTER || g_unichar_isspace (cell->c));
}

/* Lines neither begin nor end with a space, and a block not with a line break: CommonMark would drop them. */
static void
trim_lines (GArray *cells)
{
  guint kept = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      LdrCell cell = LDR_CELL (cells, i);

      if (cell.c == ' ' && (kept == 0 || LDR_CELL (cells, kept - 1).c == LDR_LINE_BREAK_CHARACTER))
        continue;
      if (cell.c == LDR_LINE_BREAK_CHARACTER)
        {
          while (kept > 0 && LDR_CELL (cells, kept - 1).c == ' ')
            kept--;
          if (kept == 0)
            continue;
        }
      LDR_CELL (cells, kept++) = cell;
    }
  while (kept > 0 && (LDR_CELL (cells, kept - 1).c == ' ' || LDR_CELL (cells, kept - 1).c == LDR_LINE_BREAK_CHARACTER))
    kept--;
  g_array_set_size (cells, kept);
}

/* Spaces side by side are formatted alike, and only between characters of that formatting; at the edge of it nobody
 * sees it, and CommonMark cannot say it. */
static void
clear_edge_spaces (GArray *cells)
{
  const LdrCell *before = NULL;
  guint i = 0;

  while (i < cells->len)
    {
      guint end = i;
      const LdrCell *after;
      LdrRunFlags flags = 0;
      const char *link = NULL;

      if (!is_space (&LDR_CELL (cells, i)))
        {
          before = &LDR_CELL (cells, i++);
          continue;
        }
      while (end < cells->len && is_space (&LDR_CELL (cells, end)))
        end++;
      after = end < cells->len ? &LDR_CELL (cells, end) : NULL;
      if (before != NULL && after != NULL && g_strcmp0 (before->link, after->link) == 0)
        {
          flags = before->flags & after->flags;
          link = before->link;
        }
      for (guint k = i; k < end; k++)
        {
          flags &= LDR_CELL (cells, k).flags | (LDR_CELL (cells, k).c == LDR_LINE_BREAK_CHARACTER ? LDR_RUN_CODE : 0);
          if (g_strcmp0 (LDR_CELL (cells, k).link, link) != 0)
            {
              flags = 0;
              link = NULL;
            }
        }
      for (; i < end; i++)
        {
          LdrCell *cell = &LDR_CELL (cells, i);

          cell->flags = cell->c == LDR_LINE_BREAK_CHARACTER ? flags & ~LDR_RUN_CODE : flags;
          cell->link = link;
        }
    }
}

/* Hands the characters from @start to before @end, which share their formatting, to a block. */
static void
append_cells (LdrBlock *block, GArray *cells, guint start, guint end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_unichar (text, LDR_CELL (cells, i).c);
  ldr_block_append (block, text->str, LDR_CELL (cells, start).flags, LDR_CELL (cells, start).link);
}

LdrBlock *
ldr_cells_to_block (const LdrBlock *like, GArray *cells)
{
  LdrBlock *block = ldr_block_new (like->kind, like->level);
  guint end;

  block->number = like->number;
  for (guint i = 0; i < cells->len; i = end)
    {
      const LdrCell *cell = &LDR_CELL (cells, i);

      end = i + 1;
      if (cell->picture != NULL)
        {
          ldr_block_append_picture (block, cell->picture->picture, cell->picture->description);
          continue;
        }
      while (end < cells->len && LDR_CELL (cells, end).picture == NULL && LDR_CELL (cells, end).flags == cell->flags
             && g_strcmp0 (LDR_CELL (cells, end).link, cell->link) == 0)
        end++;
      append_cells (block, cells, i, end);
    }
  return block;
}

static LdrBlock *
copy_literal (const LdrBlock *block)
{
  LdrBlock *copy = ldr_block_new (block->kind, 0);
  g_autofree char *text = ldr_block_dup_text (block);

  copy->info = g_strdup (block->info);
  ldr_block_append (copy, text, 0, NULL);
  return copy;
}

static gboolean
is_blank_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != LDR_LINE_BREAK_CHARACTER)
      return FALSE;
  return TRUE;
}

/* The block as CommonMark can say it, or NULL when there is nothing in it to say. */
LdrBlock *
ldr_block_normalize (const LdrBlock *block)
{
  g_autoptr (GArray) cells = NULL;
  g_autofree char *text = NULL;

  if (block->kind == LDR_BLOCK_RULE)
    return ldr_block_new (LDR_BLOCK_RULE, 0);
  if (!ldr_block_is_text (block->kind))
    {
      text = ldr_block_dup_text (block);
      return is_blank_text (text) ? NULL : copy_literal (block);
    }
  cells = ldr_cells_of (block);
  trim_lines (cells);
  clear_edge_spaces (cells);
  return cells->len > 0 ? ldr_cells_to_block (block, cells) : NULL;
}

/* Depths grow by one at a time, and numbers count on from the first. */
void
ldr_item_place (LdrBlock *block, const LdrBlock *previous, LdrBlock *last_at[])
{
  int deepest = ldr_block_is_item (previous) ? previous->level + 1 : 0;
  LdrBlock *sibling;

  block->level = CLAMP (block->level, 0, MIN (deepest, LDR_MAX_DEPTH));
  if (!ldr_block_is_item (previous))
    memset (last_at, 0, sizeof (LdrBlock *) * (LDR_MAX_DEPTH + 1));
  for (int depth = block->level + 1; depth <= LDR_MAX_DEPTH; depth++)
    last_at[depth] = NULL;
  sibling = last_at[block->level];
  if (block->kind == LDR_BLOCK_NUMBER && sibling != NULL && sibling->kind == LDR_BLOCK_NUMBER)
    block->number = MIN (sibling->number + 1, MAX_NUMBER);
  else if (block->kind == LDR_BLOCK_NUMBER)
    block->number = CLAMP (block->number, 0, MAX_NUMBER);
  else
    block->number = 0;
  last_at[block->level] = block;
}

/**
 * ldr_rich_text_normalize:
 * @blocks: (element-type LdrBlock): blocks as an editor holds them
 *
 * What is left of blocks when they are written and read again: without empty ones, spaces at the ends of lines and
 * formatting that nobody sees, list items at possible depths, numbers that count on.
 *
 * Returns: (transfer full) (element-type LdrBlock): blocks of their own
 */
GPtrArray *
ldr_rich_text_normalize (GPtrArray *blocks)
{
  GPtrArray *normal = ldr_blocks_new ();
  LdrBlock *last_at[LDR_MAX_DEPTH + 1] = { NULL };
  const LdrBlock *previous = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      LdrBlock *block = ldr_block_normalize (g_ptr_array_index (blocks, i));

      if (block == NULL)
        continue;
      if (ldr_block_is_item (block))
        ldr_item_place (block, previous, last_at);
      g_ptr_array_add (normal, block);
      previous = block;
    }
  return normal;
}
