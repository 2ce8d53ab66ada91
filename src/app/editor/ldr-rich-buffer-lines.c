/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-picture-paintable.h"
#include "ldr-rich-buffer-private.h"
#include "ldr-rich-tags.h"

#include <string.h>

/* Lines of the buffer from and to blocks. */

/**
 * ldr_rich_buffer_get_line_bounds:
 * @line: a line, from 0
 * @start: (out): its beginning
 * @end: (out): its end, before the newline
 */
void
ldr_rich_buffer_get_line_bounds (LdrRichBuffer *self, int line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), start, line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

/* Hands the characters read so far to the block. */
static void
flush (LdrBlock *block, GString *text, LdrRunFlags flags, const char *uri)
{
  if (text->len == 0)
    return;
  ldr_block_append (block, text->str, flags, uri);
  g_string_truncate (text, 0);
}

static void
read_runs (LdrRichBuffer *self, LdrBlock *block, GtkTextIter *iter, const GtkTextIter *end)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *uri = NULL;
  LdrRunFlags flags = 0;
  gboolean first = TRUE;

  for (; gtk_text_iter_compare (iter, end) < 0; gtk_text_iter_forward_char (iter), first = FALSE)
    {
      GdkPaintable *paintable;

      if (first || gtk_text_iter_toggles_tag (iter, NULL))
        {
          flush (block, text, flags, uri);
          flags = ldr_rich_tags_get_flags (table, iter);
          g_set_str (&uri, ldr_rich_tags_get_uri_at (iter));
        }
      if (gtk_text_iter_get_char (iter) != 0xFFFC)
        {
          g_string_append_unichar (text, gtk_text_iter_get_char (iter));
          continue;
        }
      paintable = gtk_text_iter_get_paintable (iter);
      if (paintable != NULL && LDR_IS_PICTURE_PAINTABLE (paintable))
        {
          LdrPicturePaintable *picture = LDR_PICTURE_PAINTABLE (paintable);
          LdrRun *run;

          flush (block, text, flags, uri);
          run = ldr_block_append_picture (block, ldr_picture_paintable_get_id (picture),
                                          ldr_picture_paintable_get_description (picture));
          run->flags = flags;
          g_set_str (&run->link, uri);
        }
    }
  flush (block, text, flags, uri);
}

/**
 * ldr_rich_buffer_read_line:
 * @line: a line that changed, from 0
 *
 * Brings its block up to date. A rule that was written over and code that got a picture are paragraphs now.
 */
void
ldr_rich_buffer_read_line (LdrRichBuffer *self, int line)
{
  LdrLine *own = g_ptr_array_index (self->lines, line);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  ldr_rich_buffer_get_line_bounds (self, line, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  if ((own->block->kind == LDR_BLOCK_RULE && !g_str_equal (text, LDR_RULE_TEXT))
      || (ldr_block_is_verbatim (own->block) && strstr (text, LDR_OBJECT) != NULL))
    {
      own->block->kind = LDR_BLOCK_PARAGRAPH;
      ldr_rich_buffer_style_lines (self, line, 1);
      ldr_rich_buffer_get_line_bounds (self, line, &start, &end);
    }
  if (ldr_block_is_verbatim (own->block))
    ldr_block_append (own->block, text, 0, NULL);
  else if (own->block->kind != LDR_BLOCK_RULE)
    read_runs (self, own->block, &start, &end);
  ldr_line_settle (own);
}

static void
remove_block_tags_cb (GtkTextTag *tag, gpointer data)
{
  GtkTextIter *bounds = data;
  GtkTextIter toggle = bounds[0];

  if (!ldr_rich_tag_is_block (tag))
    return;
  if (gtk_text_iter_has_tag (&toggle, tag)
      || (gtk_text_iter_forward_to_tag_toggle (&toggle, tag) && gtk_text_iter_compare (&toggle, &bounds[1]) < 0))
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (&bounds[0]), tag, &bounds[0], &bounds[1]);
}

/* Headings have room above already. */
static gboolean
is_after_list (LdrRichBuffer *self, int line)
{
  const LdrBlock *block = ((LdrLine *) g_ptr_array_index (self->lines, line))->block;

  return line > 0 && !ldr_block_is_list (block) && block->kind != LDR_BLOCK_HEADING
         && ldr_block_is_list (((LdrLine *) g_ptr_array_index (self->lines, line - 1))->block);
}

/* Gives the line below those that were styled the room that it needs now. */
static void
space_line (LdrRichBuffer *self, int line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), LDR_RICH_TAG_AFTER_LIST);
  gboolean after_list = is_after_list (self, line);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  if (gtk_text_iter_has_tag (&start, tag) == after_list)
    return;
  end = start;
  gtk_text_iter_forward_line (&end);
  if (after_list)
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/**
 * ldr_rich_buffer_style_lines:
 * @first: the first line, from 0
 * @n: how many lines
 *
 * Shows lines as what they are.
 */
void
ldr_rich_buffer_style_lines (LdrRichBuffer *self, int first, int n)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  self->styling = TRUE;
  for (int line = first; line < first + n; line++)
    {
      const LdrLine *own = g_ptr_array_index (self->lines, line);
      GtkTextTag *tag = ldr_rich_tags_get_block (table, own->block->kind, own->block->level);
      GtkTextIter bounds[2];

      gtk_text_buffer_get_iter_at_line (buffer, &bounds[0], line);
      bounds[1] = bounds[0];
      gtk_text_iter_forward_line (&bounds[1]);
      gtk_text_tag_table_foreach (table, remove_block_tags_cb, bounds);
      gtk_text_buffer_apply_tag (buffer, tag, &bounds[0], &bounds[1]);
      if (is_after_list (self, line))
        gtk_text_buffer_apply_tag_by_name (buffer, LDR_RICH_TAG_AFTER_LIST, &bounds[0], &bounds[1]);
    }
  if (first + n < (int) self->lines->len)
    space_line (self, first + n);
  self->styling = FALSE;
}

/**
 * ldr_rich_buffer_set_flags:
 * @start: the first character, counted from the beginning of the text
 * @end: the one after the last
 * @flags: the formats they get, instead of any other
 */
void
ldr_rich_buffer_set_flags (LdrRichBuffer *self, int start, int end, LdrRunFlags flags)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  for (LdrRunFlags flag = LDR_RUN_BOLD; flag <= LDR_RUN_CODE; flag <<= 1)
    if (flags & flag)
      gtk_text_buffer_apply_tag (buffer, ldr_rich_tags_get_run (table, flag), &from, &to);
    else
      gtk_text_buffer_remove_tag (buffer, ldr_rich_tags_get_run (table, flag), &from, &to);
}

static void
insert_picture (LdrRichBuffer *self, GtkTextIter *iter, const LdrRun *run)
{
  GdkTexture *texture = g_hash_table_lookup (self->textures, run->picture);
  g_autoptr (LdrPicturePaintable) paintable = ldr_picture_paintable_new (run->picture, run->description, texture);

  ldr_picture_paintable_set_width (paintable, self->picture_width);
  gtk_text_buffer_insert_paintable (GTK_TEXT_BUFFER (self), iter, GDK_PAINTABLE (paintable));
  if (texture == NULL)
    g_signal_emit_by_name (self, "picture-needed", run->picture);
}

/**
 * ldr_rich_buffer_insert_runs:
 * @iter: (inout): where; moves behind what was inserted
 * @block: whose contents to insert
 *
 * Inserts the runs of a block with their formats.
 */
void
ldr_rich_buffer_insert_runs (LdrRichBuffer *self, GtkTextIter *iter, const LdrBlock *block)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);
      int from = gtk_text_iter_get_offset (iter);
      GtkTextIter start;

      if (run->picture != NULL)
        insert_picture (self, iter, run);
      else
        gtk_text_buffer_insert (buffer, iter, run->text, -1);
      ldr_rich_buffer_set_flags (self, from, gtk_text_iter_get_offset (iter), run->flags);
      if (run->link == NULL)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
      gtk_text_buffer_apply_tag (buffer, ldr_rich_tags_ensure_link (table, run->link), &start, iter);
    }
}

/* Puts the text of lines at @iter, with newlines between them. */
static void
insert_lines (LdrRichBuffer *self, GtkTextIter *iter, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const LdrLine *line = g_ptr_array_index (lines, i);

      if (i > 0)
        gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), iter, "\n", 1);
      if (line->block->kind == LDR_BLOCK_RULE)
        gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), iter, LDR_RULE_TEXT, -1);
      else
        ldr_rich_buffer_insert_runs (self, iter, line->block);
    }
}

/**
 * ldr_rich_buffer_replace_lines:
 * @first: the first line that goes, from 0; the number of lines to add at the end
 * @n: how many lines go, possibly 0
 * @lines: (element-type LdrLine): fresh lines that come in their place
 *
 * Replaces lines, text and blocks both. Some line must be left in the buffer.
 */
void
ldr_rich_buffer_replace_lines (LdrRichBuffer *self, int first, int n, GPtrArray *lines)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  gboolean to_end = first + n >= (int) self->lines->len;
  GtkTextIter start, end;

  self->silent++;
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (first > 0 && first >= (int) self->lines->len)
    {
      gtk_text_buffer_insert (buffer, &end, "\n", 1);
      start = end;
    }
  else
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, first);
      if (!to_end)
        gtk_text_buffer_get_iter_at_line (buffer, &end, first + n);
      else if (lines->len == 0 && first > 0)
        gtk_text_iter_backward_char (&start);
    }
  gtk_text_buffer_delete (buffer, &start, &end);
  insert_lines (self, &start, lines);
  if (!to_end && lines->len > 0)
    gtk_text_buffer_insert (buffer, &start, "\n", 1);

  g_ptr_array_remove_range (self->lines, first, n);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_insert (self->lines, first + i, ldr_line_ref (g_ptr_array_index (lines, i)));
  ldr_rich_buffer_style_lines (self, first, lines->len);
  self->silent--;
}
