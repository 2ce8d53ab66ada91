/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rich-buffer-private.h"

#include "ldr-rich-tags.h"

enum
{
  SIGNAL_EDITED,
  SIGNAL_TYPED,
  SIGNAL_FORMATS_CHANGED,
  SIGNAL_PICTURE_NEEDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrRichBuffer, ldr_rich_buffer, GTK_SOURCE_TYPE_BUFFER)

static int
get_cursor (LdrRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_offset (&iter);
}

static void
place_cursor (LdrRichBuffer *self, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &iter, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
}

/**
 * ldr_rich_buffer_touch:
 * @line: a line, from 0
 *
 * Puts a line that is still to be read in the place of one that changes.
 */
void
ldr_rich_buffer_touch (LdrRichBuffer *self, int line)
{
  LdrLine *own = g_ptr_array_index (self->lines, line);

  if (!own->fresh)
    return;
  self->lines->pdata[line] = ldr_line_new_stale (own);
  ldr_line_unref (own);
}

/* The items of one list count on from its first. */
static void
renumber (LdrRichBuffer *self)
{
  int counters[LDR_DEEPEST + 1] = { 0 };

  for (guint i = 0; i < self->lines->len; i++)
    {
      const LdrLine *own = g_ptr_array_index (self->lines, i);
      int depth = CLAMP (own->block->level, 0, LDR_DEEPEST);
      int number;

      if (!ldr_block_is_list (own->block))
        {
          memset (counters, 0, sizeof counters);
          continue;
        }
      memset (counters + depth + 1, 0, sizeof (int) * (LDR_DEEPEST - depth));
      if (own->block->kind == LDR_BLOCK_BULLET)
        {
          counters[depth] = 0;
          continue;
        }
      number = counters[depth] > 0 ? counters[depth] + 1 : own->block->number;
      counters[depth] = number;
      if (number == own->block->number)
        continue;
      ldr_rich_buffer_touch (self, i);
      ((LdrLine *) g_ptr_array_index (self->lines, i))->block->number = number;
    }
}

/**
 * ldr_rich_buffer_refresh:
 *
 * Reads the lines that changed.
 */
void
ldr_rich_buffer_refresh (LdrRichBuffer *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!((LdrLine *) g_ptr_array_index (self->lines, i))->fresh)
      ldr_rich_buffer_read_line (self, i);
}

/* What stands before the cursor in its line decides, or at the beginning what stands after it. */
static LdrRunFlags
get_flags_around (LdrRichBuffer *self, const GtkTextIter *iter)
{
  GtkTextIter character = *iter;

  if (!gtk_text_iter_starts_line (&character))
    gtk_text_iter_backward_char (&character);

  return ldr_rich_tags_get_flags (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), &character);
}

/**
 * ldr_rich_buffer_follow_cursor:
 *
 * Takes the formats at the cursor as those of what is typed next.
 */
void
ldr_rich_buffer_follow_cursor (LdrRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  if (self->silent > 0)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  self->active = get_flags_around (self, &iter);
  g_signal_emit (self, signals[SIGNAL_FORMATS_CHANGED], 0);
}

static void
note_change (LdrRichBuffer *self, LdrChange change, gunichar character)
{
  self->change = self->n_changes++ == 0 ? change : LDR_CHANGE_OTHER;
  self->character = character;
}

static void
ldr_rich_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);

  if (GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class)->begin_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class)->begin_user_action (buffer);
  if (self->silent > 0)
    return;
  ldr_rich_buffer_refresh (self);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = ldr_lines_copy (self->lines, 0, self->lines->len);
  self->cursor_before = get_cursor (self);
  self->n_changes = 0;
  self->change = LDR_CHANGE_OTHER;
  self->replaced_offset = -1;
}

static void
ldr_rich_buffer_end_user_action (GtkTextBuffer *buffer)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->before);
  g_autoptr (LdrUndoStep) step = NULL;

  if (GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class)->end_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class)->end_user_action (buffer);
  if (before == NULL)
    return;
  renumber (self);
  ldr_rich_buffer_refresh (self);
  step = ldr_undo_step_new (before, self->lines);
  if (step == NULL)
    return;
  step->cursor_before = self->cursor_before;
  step->cursor_after = get_cursor (self);
  step->change = self->change;
  step->character = self->character;
  ldr_undo_record (self->undo, g_steal_pointer (&step));
  ldr_rich_buffer_follow_cursor (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
  if (self->change == LDR_CHANGE_TYPED)
    g_signal_emit (self, signals[SIGNAL_TYPED], 0, self->character);
}

/* The other line ends that GTK knows would start lines too; this editor has newlines only. */
static char *
clean_line_ends (const char *text, int length)
{
  g_autoptr (GString) clean = g_string_new_len (text, length);

  g_string_replace (clean, "\r\n", "\n", 0);
  g_string_replace (clean, "\r", "\n", 0);
  g_string_replace (clean, "\342\200\251", "\n", 0);

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* New lines go on a list or a quote and are paragraphs otherwise; before a line that moves down they are what comes
 * first. */
static void
add_lines (LdrRichBuffer *self, int line, int n, gboolean moved_down)
{
  LdrLine *own = g_ptr_array_index (self->lines, line);
  gboolean goes_on = ldr_block_is_list (own->block) || own->block->kind == LDR_BLOCK_QUOTE;

  for (int i = 0; i < n; i++)
    g_ptr_array_insert (self->lines, moved_down ? line : line + 1,
                        goes_on ? ldr_line_new_stale (own) : ldr_line_new (LDR_BLOCK_PARAGRAPH, 0));
  ldr_rich_buffer_touch (self, line);
  ldr_rich_buffer_touch (self, line + n);
}

static LdrRunFlags
get_flags_for_insertion (LdrRichBuffer *self, const GtkTextIter *iter)
{
  int offset = gtk_text_iter_get_offset (iter);
  const LdrLine *own = g_ptr_array_index (self->lines, gtk_text_iter_get_line (iter));

  if (ldr_block_is_verbatim (own->block))
    return 0;
  if (offset == self->replaced_offset)
    return self->replaced_flags;

  return offset == get_cursor (self) ? self->active : get_flags_around (self, iter);
}

static void
ldr_rich_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int length)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class);
  g_autofree char *clean = NULL;
  int offset, line, n_lines, n_added;
  gboolean moved_down;
  LdrRunFlags flags;
  int n_characters;

  if (self->silent > 0)
    {
      parent_class->insert_text (buffer, iter, text, length);
      return;
    }
  clean = clean_line_ends (text, length);
  gtk_text_buffer_begin_user_action (buffer);
  flags = get_flags_for_insertion (self, iter);
  offset = gtk_text_iter_get_offset (iter);
  line = gtk_text_iter_get_line (iter);
  n_lines = gtk_text_buffer_get_line_count (buffer);
  moved_down = gtk_text_iter_starts_line (iter) && !gtk_text_iter_ends_line (iter) && g_str_has_suffix (clean, "\n");

  self->silent++;
  parent_class->insert_text (buffer, iter, clean, -1);
  n_added = gtk_text_buffer_get_line_count (buffer) - n_lines;
  add_lines (self, line, n_added, moved_down);
  n_characters = (int) g_utf8_strlen (clean, -1);
  ldr_rich_buffer_set_flags (self, offset, offset + n_characters, flags);
  ldr_rich_buffer_style_lines (self, line, n_added + 1);
  self->silent--;

  gtk_text_buffer_get_iter_at_offset (buffer, iter, offset + n_characters);
  note_change (self, n_characters == 1 && n_added == 0 ? LDR_CHANGE_TYPED : LDR_CHANGE_OTHER, g_utf8_get_char (clean));
  gtk_text_buffer_end_user_action (buffer);
}

static void
ldr_rich_buffer_insert_paintable (GtkTextBuffer *buffer, GtkTextIter *iter, GdkPaintable *paintable)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class);
  int line = gtk_text_iter_get_line (iter);

  if (self->silent > 0)
    {
      parent_class->insert_paintable (buffer, iter, paintable);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  parent_class->insert_paintable (buffer, iter, paintable);
  ldr_rich_buffer_touch (self, line);
  /* Unlike a letter it takes no tag from its neighbours. */
  self->silent++;
  ldr_rich_buffer_style_lines (self, line, 1);
  self->silent--;
  note_change (self, LDR_CHANGE_OTHER, 0);
  gtk_text_buffer_end_user_action (buffer);
}

/* When the whole beginning of lines goes, what is left is what the last of them was; an empty rest is a paragraph. */
static void
remove_lines (LdrRichBuffer *self, int first, int n, gboolean from_start, gboolean to_end)
{
  if (n > 0 && from_start)
    {
      g_ptr_array_remove_range (self->lines, first, n);
      if (to_end)
        {
          g_ptr_array_insert (self->lines, first, ldr_line_new (LDR_BLOCK_PARAGRAPH, 0));
          g_ptr_array_remove_index (self->lines, first + 1);
        }
    }
  else if (n > 0)
    {
      g_ptr_array_remove_range (self->lines, first + 1, n);
    }
  ldr_rich_buffer_touch (self, first);
}

static void
ldr_rich_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class);
  int first = gtk_text_iter_get_line (start), n = gtk_text_iter_get_line (end) - first;
  int n_characters = gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start);
  gboolean from_start = gtk_text_iter_starts_line (start), to_end = gtk_text_iter_ends_line (end);
  gunichar character = gtk_text_iter_get_char (start);

  if (self->silent > 0)
    {
      parent_class->delete_range (buffer, start, end);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  self->replaced_flags = ldr_rich_tags_get_flags (gtk_text_buffer_get_tag_table (buffer), start);
  self->replaced_offset = gtk_text_iter_get_offset (start);
  self->silent++;
  parent_class->delete_range (buffer, start, end);
  remove_lines (self, first, n, from_start, to_end);
  ldr_rich_buffer_style_lines (self, first, 1);
  self->silent--;
  gtk_text_buffer_get_iter_at_offset (buffer, start, self->replaced_offset);
  *end = *start;
  note_change (self, n_characters == 1 && n == 0 ? LDR_CHANGE_ERASED : LDR_CHANGE_OTHER, character);
  gtk_text_buffer_end_user_action (buffer);
}

/* Marks the lines of a format that someone else sets, as dragging text does. */
static void
note_tag (LdrRichBuffer *self, GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  if (self->silent > 0 || self->styling || !ldr_rich_tag_is_inline (tag))
    return;
  for (int line = gtk_text_iter_get_line (start); line <= gtk_text_iter_get_line (end); line++)
    ldr_rich_buffer_touch (self, line);
  note_change (self, LDR_CHANGE_OTHER, 0);
}

static void
ldr_rich_buffer_apply_tag (GtkTextBuffer *buffer, GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);

  if (ldr_rich_tag_is_block (tag) && !self->styling)
    return;
  note_tag (self, tag, start, end);
  GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class)->apply_tag (buffer, tag, start, end);
}

static void
ldr_rich_buffer_remove_tag (GtkTextBuffer *buffer, GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (buffer);

  if (ldr_rich_tag_is_block (tag) && !self->styling)
    return;
  note_tag (self, tag, start, end);
  GTK_TEXT_BUFFER_CLASS (ldr_rich_buffer_parent_class)->remove_tag (buffer, tag, start, end);
}

static void
ldr_rich_buffer_dispose (GObject *object)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (object);

  self->silent++;
  G_OBJECT_CLASS (ldr_rich_buffer_parent_class)->dispose (object);
}

static void
ldr_rich_buffer_finalize (GObject *object)
{
  LdrRichBuffer *self = LDR_RICH_BUFFER (object);

  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  ldr_undo_free (self->undo);
  g_hash_table_unref (self->textures);
  g_strfreev (self->highlights);

  G_OBJECT_CLASS (ldr_rich_buffer_parent_class)->finalize (object);
}

static void
ldr_rich_buffer_class_init (LdrRichBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);
  const char *const nowhere[] = { NULL };

  /* The first buffer would read every scheme of colours for source code that is installed, and no text here has any. */
  gtk_source_style_scheme_manager_set_search_path (gtk_source_style_scheme_manager_get_default (), nowhere);

  object_class->dispose = ldr_rich_buffer_dispose;
  object_class->finalize = ldr_rich_buffer_finalize;
  buffer_class->begin_user_action = ldr_rich_buffer_begin_user_action;
  buffer_class->end_user_action = ldr_rich_buffer_end_user_action;
  buffer_class->insert_text = ldr_rich_buffer_insert_text;
  buffer_class->insert_paintable = ldr_rich_buffer_insert_paintable;
  buffer_class->delete_range = ldr_rich_buffer_delete_range;
  buffer_class->apply_tag = ldr_rich_buffer_apply_tag;
  buffer_class->remove_tag = ldr_rich_buffer_remove_tag;

  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", LDR_TYPE_RICH_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", LDR_TYPE_RICH_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FORMATS_CHANGED]
      = g_signal_new ("formats-changed", LDR_TYPE_RICH_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICTURE_NEEDED] = g_signal_new ("picture-needed", LDR_TYPE_RICH_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ldr_rich_buffer_init (LdrRichBuffer *self)
{
  self->lines = ldr_lines_new ();
  g_ptr_array_add (self->lines, ldr_line_new (LDR_BLOCK_PARAGRAPH, 0));
  self->undo = ldr_undo_new ();
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->replaced_offset = -1;
  g_signal_connect (self, "notify::cursor-position", G_CALLBACK (ldr_rich_buffer_follow_cursor), NULL);
}

/**
 * ldr_rich_buffer_new:
 *
 * Returns: (transfer full): an empty buffer with the tags of ldr_rich_tags_add()
 */
LdrRichBuffer *
ldr_rich_buffer_new (void)
{
  g_autoptr (GtkTextTagTable) table = gtk_text_tag_table_new ();
  LdrRichBuffer *self;

  ldr_rich_tags_add (table);
  self = g_object_new (LDR_TYPE_RICH_BUFFER, "tag-table", table, "highlight-syntax", FALSE,
                       "highlight-matching-brackets", FALSE, "implicit-trailing-newline", FALSE, NULL);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);

  return self;
}

/**
 * ldr_rich_buffer_load:
 * @blocks: (element-type LdrBlock): blocks
 *
 * Shows another text. There is nothing to undo after it, and pictures are asked for again.
 */
void
ldr_rich_buffer_load (LdrRichBuffer *self, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) lines = ldr_lines_new ();

  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (lines, ldr_line_new_for_block (g_ptr_array_index (blocks, i)));
  if (lines->len == 0)
    g_ptr_array_add (lines, ldr_line_new (LDR_BLOCK_PARAGRAPH, 0));
  self->silent++;
  ldr_undo_clear (self->undo);
  g_hash_table_remove_all (self->textures);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
  ldr_rich_tags_forget_links (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)));
  ldr_rich_buffer_replace_lines (self, 0, self->lines->len, lines);
  ldr_rich_buffer_refresh (self);
  place_cursor (self, 0);
  self->silent--;
  ldr_rich_buffer_show_highlights (self);
  ldr_rich_buffer_follow_cursor (self);
}

/**
 * ldr_rich_buffer_get_blocks:
 *
 * Returns: (transfer container) (element-type LdrBlock): the blocks of the text, which stay the buffer's
 */
GPtrArray *
ldr_rich_buffer_get_blocks (LdrRichBuffer *self)
{
  GPtrArray *blocks = g_ptr_array_sized_new (self->lines->len);

  ldr_rich_buffer_refresh (self);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (blocks, ((LdrLine *) g_ptr_array_index (self->lines, i))->block);
  if (blocks->len == 1 && gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self)) == 0
      && ((LdrBlock *) g_ptr_array_index (blocks, 0))->kind == LDR_BLOCK_PARAGRAPH)
    g_ptr_array_set_size (blocks, 0);

  return blocks;
}

/**
 * ldr_rich_buffer_get_block:
 * @line: a line, from 0
 *
 * Returns: (transfer none): what it is
 */
const LdrBlock *
ldr_rich_buffer_get_block (LdrRichBuffer *self, int line)
{
  LdrLine *own = g_ptr_array_index (self->lines, line);

  if (!own->fresh)
    ldr_rich_buffer_read_line (self, line);

  return own->block;
}

/**
 * ldr_rich_buffer_count_words:
 *
 * Returns: how many words the text has
 */
int
ldr_rich_buffer_count_words (LdrRichBuffer *self)
{
  int count = 0;

  ldr_rich_buffer_refresh (self);
  for (guint i = 0; i < self->lines->len; i++)
    count += ((LdrLine *) g_ptr_array_index (self->lines, i))->words;

  return count;
}

LdrRunFlags
ldr_rich_buffer_get_flags (LdrRichBuffer *self)
{
  return self->active;
}

gboolean
ldr_rich_buffer_can_undo (LdrRichBuffer *self)
{
  return ldr_undo_can_go_back (self->undo);
}

gboolean
ldr_rich_buffer_can_redo (LdrRichBuffer *self)
{
  return ldr_undo_can_go_forward (self->undo);
}

static void
apply_step (LdrRichBuffer *self, guint first, guint n, GPtrArray *lines, int cursor)
{
  ldr_rich_buffer_replace_lines (self, first, n, lines);
  place_cursor (self, cursor);
  ldr_rich_buffer_follow_cursor (self);
  ldr_rich_buffer_show_highlights (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/**
 * ldr_rich_buffer_undo:
 *
 * Takes back the last step, if there is one.
 */
void
ldr_rich_buffer_undo (LdrRichBuffer *self)
{
  const LdrUndoStep *step = ldr_undo_back (self->undo);

  if (step != NULL)
    apply_step (self, step->first, step->after->len, step->before, step->cursor_before);
}

/**
 * ldr_rich_buffer_redo:
 *
 * Does again the last step that was taken back, if there is one.
 */
void
ldr_rich_buffer_redo (LdrRichBuffer *self)
{
  const LdrUndoStep *step = ldr_undo_forward (self->undo);

  if (step != NULL)
    apply_step (self, step->first, step->before->len, step->after, step->cursor_after);
}
