/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-picture-paintable.h"
#include "ldr-rich-buffer-private.h"
#include "ldr-rich-tags.h"

/* What the editor does to a buffer beyond typing. */

/**
 * ldr_rich_buffer_set_kind:
 * @line: a line, from 0
 * @kind: what it becomes
 * @level: its level, as in LdrBlock
 *
 * Makes a line something else, as a step of undo. Its words stay; a rule has none.
 */
void
ldr_rich_buffer_set_kind (LdrRichBuffer *self, int line, LdrBlockKind kind, int level)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const LdrLine *own = g_ptr_array_index (self->lines, line);
  gboolean was_rule = own->block->kind == LDR_BLOCK_RULE;
  GtkTextIter start, end;

  if (own->block->kind == kind && own->block->level == level)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  ldr_line_unref (self->lines->pdata[line]);
  self->lines->pdata[line] = ldr_line_new (kind, level);
  ldr_rich_buffer_get_line_bounds (self, line, &start, &end);
  self->silent++;
  if (was_rule || kind == LDR_BLOCK_RULE)
    gtk_text_buffer_delete (buffer, &start, &end);
  if (kind == LDR_BLOCK_RULE)
    gtk_text_buffer_insert (buffer, &start, LDR_RULE_TEXT, -1);
  ldr_rich_buffer_style_lines (self, line, 1);
  self->silent--;
  self->n_changes++;
  self->change = LDR_CHANGE_OTHER;
  gtk_text_buffer_end_user_action (buffer);
}

/* Where whole lines go: in the place of an empty one, before or after the cursor's, or between its halves. */
static int
make_room (LdrRichBuffer *self, GtkTextIter *iter, int *n_replaced)
{
  int line = gtk_text_iter_get_line (iter);
  gboolean at_start = gtk_text_iter_starts_line (iter), at_end = gtk_text_iter_ends_line (iter);

  *n_replaced = at_start && at_end ? 1 : 0;
  if (at_start)
    return line;
  if (!at_end)
    gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), iter, "\n", 1);

  return line + 1;
}

/**
 * ldr_rich_buffer_insert_blocks:
 * @blocks: (element-type LdrBlock): blocks
 *
 * Puts blocks in the place of the selection or at the cursor. A first paragraph goes on in the line of the cursor.
 */
void
ldr_rich_buffer_insert_blocks (LdrRichBuffer *self, GPtrArray *blocks)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) lines = ldr_lines_new ();
  GtkTextIter iter, end;
  guint first = 0;
  int line, n_replaced;

  if (blocks->len == 0)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (((LdrBlock *) blocks->pdata[0])->kind == LDR_BLOCK_PARAGRAPH
      && (blocks->len == 1 || !gtk_text_iter_starts_line (&iter)))
    ldr_rich_buffer_insert_runs (self, &iter, g_ptr_array_index (blocks, first++));
  for (guint i = first; i < blocks->len; i++)
    g_ptr_array_add (lines, ldr_line_new_for_block (g_ptr_array_index (blocks, i)));
  if (lines->len > 0)
    {
      line = make_room (self, &iter, &n_replaced);
      ldr_rich_buffer_replace_lines (self, line, n_replaced, lines);
      ldr_rich_buffer_get_line_bounds (self, line + (int) lines->len - 1, &iter, &end);
      iter = end;
    }
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->change = LDR_CHANGE_OTHER;
  gtk_text_buffer_end_user_action (buffer);
}

/* Adds to @copy the part of a run that lies between two characters of it. */
static void
copy_run (LdrBlock *copy, const LdrRun *run, long from, long to)
{
  g_autofree char *text = g_utf8_substring (run->text, from, to);
  LdrRun *added = run->picture != NULL ? ldr_block_append_picture (copy, run->picture, run->description)
                                       : ldr_block_append (copy, text, run->flags, run->link);

  added->flags = run->flags;
  g_set_str (&added->link, run->link);
}

static LdrBlock *
copy_part (const LdrBlock *block, int from, int to)
{
  LdrBlock *copy = ldr_block_new (block->kind, block->level);
  long position = 0;

  copy->number = block->number;
  g_set_str (&copy->info, block->info);
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);
      long length = g_utf8_strlen (run->text, -1);
      long start = MAX (from - position, 0), end = MIN (to - position, length);

      if (start < end)
        copy_run (copy, run, start, end);
      position += length;
    }

  return copy;
}

/**
 * ldr_rich_buffer_copy_blocks:
 * @start: the first character
 * @end: the one after the last
 *
 * Returns: (transfer full) (element-type LdrBlock): the blocks between them; part of one line is a paragraph
 */
GPtrArray *
ldr_rich_buffer_copy_blocks (LdrRichBuffer *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GPtrArray *blocks = ldr_blocks_new ();
  int first = gtk_text_iter_get_line (start), last = gtk_text_iter_get_line (end);

  for (int line = first; line <= last; line++)
    {
      int from = line == first ? gtk_text_iter_get_line_offset (start) : 0;
      int to = line == last ? gtk_text_iter_get_line_offset (end) : G_MAXINT;
      LdrBlock *part;

      if (line > first && to == 0)
        break;
      part = copy_part (ldr_rich_buffer_get_block (self, line), from, to);
      if (first == last && !(from == 0 && gtk_text_iter_ends_line (end)) && !ldr_block_is_verbatim (part))
        part->kind = LDR_BLOCK_PARAGRAPH;
      g_ptr_array_add (blocks, part);
    }

  return blocks;
}

static gboolean
covers (GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter toggle = *start;

  if (!gtk_text_iter_has_tag (start, tag))
    return FALSE;

  return !gtk_text_iter_forward_to_tag_toggle (&toggle, tag) || gtk_text_iter_compare (&toggle, end) >= 0;
}

/* Sets or removes a tag in the lines that have formats. */
static void
set_tag (LdrRichBuffer *self, GtkTextTag *tag, gboolean set, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  int last = gtk_text_iter_get_line (end);

  for (int line = gtk_text_iter_get_line (start); line <= last; line++)
    {
      GtkTextIter from, to;

      if (ldr_block_is_verbatim (ldr_rich_buffer_get_block (self, line)))
        continue;
      ldr_rich_buffer_get_line_bounds (self, line, &from, &to);
      if (gtk_text_iter_compare (&from, start) < 0)
        from = *start;
      if (gtk_text_iter_compare (&to, end) > 0)
        to = *end;
      if (set)
        gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
      else
        gtk_text_buffer_remove_tag (buffer, tag, &from, &to);
    }
}

/**
 * ldr_rich_buffer_toggle_flag:
 * @flag: one format
 *
 * Sets or removes a format of the selection, or of what is typed next when nothing is selected.
 */
void
ldr_rich_buffer_toggle_flag (LdrRichBuffer *self, LdrRunFlags flag)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag = ldr_rich_tags_get_run (gtk_text_buffer_get_tag_table (buffer), flag);
  GtkTextIter start, end;
  LdrRunFlags wanted;
  gboolean set;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->active ^= flag;
      g_signal_emit_by_name (self, "formats-changed");
      return;
    }
  set = !covers (tag, &start, &end);
  wanted = set ? self->active | flag : self->active & ~flag;
  gtk_text_buffer_begin_user_action (buffer);
  set_tag (self, tag, set, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  self->active = wanted;
  g_signal_emit_by_name (self, "formats-changed");
}

/**
 * ldr_rich_buffer_set_link:
 * @start: the first character
 * @end: the one after the last
 * @uri: (nullable): where they lead from now on, or %NULL for nowhere
 */
void
ldr_rich_buffer_set_link (LdrRichBuffer *self, GtkTextIter *start, GtkTextIter *end, const char *uri)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter = *start;

  gtk_text_buffer_begin_user_action (buffer);
  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      const char *there = ldr_rich_tags_get_uri_at (&iter);

      if (there != NULL)
        set_tag (self, ldr_rich_tags_ensure_link (gtk_text_buffer_get_tag_table (buffer), there), FALSE, start, end);
      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
        break;
    }
  if (uri != NULL)
    set_tag (self, ldr_rich_tags_ensure_link (gtk_text_buffer_get_tag_table (buffer), uri), TRUE, start, end);
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
is_object_cb (gunichar character, gpointer data)
{
  return character == 0xFFFC;
}

/* Calls a change of each picture's size; the tag makes the view measure the lines again, which it does not by itself.
 */
static void
resize_pictures (LdrRichBuffer *self, const char *id)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter, next;
  gboolean found;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  found = is_object_cb (gtk_text_iter_get_char (&iter), NULL)
          || gtk_text_iter_forward_find_char (&iter, is_object_cb, NULL, NULL);
  for (; found; found = gtk_text_iter_forward_find_char (&iter, is_object_cb, NULL, NULL))
    {
      GdkPaintable *paintable = gtk_text_iter_get_paintable (&iter);

      if (paintable == NULL || !LDR_IS_PICTURE_PAINTABLE (paintable))
        continue;
      if (id == NULL)
        ldr_picture_paintable_set_width (LDR_PICTURE_PAINTABLE (paintable), self->picture_width);
      else if (g_str_equal (id, ldr_picture_paintable_get_id (LDR_PICTURE_PAINTABLE (paintable))))
        ldr_picture_paintable_set_texture (LDR_PICTURE_PAINTABLE (paintable), g_hash_table_lookup (self->textures, id));
      else
        continue;
      next = iter;
      gtk_text_iter_forward_char (&next);
      gtk_text_buffer_remove_tag_by_name (buffer, "relayout", &iter, &next);
      gtk_text_buffer_apply_tag_by_name (buffer, "relayout", &iter, &next);
    }
}

/**
 * ldr_rich_buffer_set_texture:
 * @id: a picture's id
 * @texture: the picture
 *
 * Shows a picture wherever it stands in the text.
 */
void
ldr_rich_buffer_set_texture (LdrRichBuffer *self, const char *id, GdkTexture *texture)
{
  g_hash_table_replace (self->textures, g_strdup (id), g_object_ref (texture));
  resize_pictures (self, id);
}

/**
 * ldr_rich_buffer_set_picture_width:
 * @width: the room there is, in pixels
 */
void
ldr_rich_buffer_set_picture_width (LdrRichBuffer *self, int width)
{
  if (self->picture_width == width)
    return;
  self->picture_width = width;
  resize_pictures (self, NULL);
}

/* The letter of a character without case and marks, as the index of the search has it. */
static gunichar
fold (gunichar character)
{
  gunichar base;

  g_unichar_fully_decompose (character, FALSE, &base, 1);

  return g_unichar_tolower (base);
}

static gboolean
starts_with (const GtkTextIter *iter, const char *word, GtkTextIter *end)
{
  *end = *iter;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), gtk_text_iter_forward_char (end))
    {
      gunichar wanted = g_utf8_get_char (p);

      if (!g_unichar_ismark (wanted) && fold (gtk_text_iter_get_char (end)) != fold (wanted))
        return FALSE;
    }

  return TRUE;
}

/**
 * ldr_rich_buffer_show_highlights:
 *
 * Marks the words that were searched for, where a word begins with one.
 */
void
ldr_rich_buffer_show_highlights (LdrRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter, end;
  gboolean in_word = FALSE;

  gtk_text_buffer_get_bounds (buffer, &iter, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "highlight", &iter, &end);
  if (self->highlights == NULL || self->highlights[0] == NULL)
    return;
  for (; !gtk_text_iter_is_end (&iter); gtk_text_iter_forward_char (&iter))
    {
      gboolean is_word = g_unichar_isalnum (gtk_text_iter_get_char (&iter));

      for (char **word = self->highlights; is_word && !in_word && *word != NULL; word++)
        if (**word != '\0' && starts_with (&iter, *word, &end))
          gtk_text_buffer_apply_tag_by_name (buffer, "highlight", &iter, &end);
      in_word = is_word;
    }
}

/**
 * ldr_rich_buffer_set_highlights:
 * @words: (nullable): the words that were searched for
 */
void
ldr_rich_buffer_set_highlights (LdrRichBuffer *self, const char *const *words)
{
  g_strfreev (self->highlights);
  self->highlights = g_strdupv ((char **) words);
  ldr_rich_buffer_show_highlights (self);
}
