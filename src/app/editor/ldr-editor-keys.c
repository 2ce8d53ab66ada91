/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"
#include "ldr-rich-line.h"
#include "ldr-rich-tags.h"

/* What keys do beyond typing: lists go on and end, marks at the beginning of a paragraph become formats. */

/**
 * ldr_editor_get_cursor_line:
 * @iter: (out): where the cursor is
 *
 * Returns: its line, from 0
 */
int
ldr_editor_get_cursor_line (LdrEditor *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_line (iter);
}

static void
insert (LdrEditor *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/* In code Enter begins another line of it; the second at its end leaves it. */
static void
enter_verbatim (LdrEditor *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter before = *iter;

  if (!gtk_text_iter_ends_line (iter) || !gtk_text_iter_backward_char (&before)
      || gtk_text_iter_get_char (&before) != 0x2028)
    {
      insert (self, LDR_LINE_BREAK);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &before, iter);
  gtk_text_buffer_insert (buffer, iter, "\n", 1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * ldr_editor_enter:
 *
 * Begins a new block: an item goes on its list, an empty one leaves it.
 *
 * Returns: whether anything was left to do for the view: never
 */
gboolean
ldr_editor_enter (LdrEditor *self)
{
  GtkTextIter iter;
  int line = ldr_editor_get_cursor_line (self, &iter);
  const LdrBlock *block = ldr_rich_buffer_get_block (self->buffer, line);
  gboolean empty = gtk_text_iter_starts_line (&iter) && gtk_text_iter_ends_line (&iter);

  if (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    insert (self, "\n");
  else if (ldr_block_is_verbatim (block))
    enter_verbatim (self, &iter);
  else if (empty && ldr_block_is_list (block) && block->level > 0)
    ldr_rich_buffer_set_kind (self->buffer, line, block->kind, block->level - 1);
  else if (empty && block->kind != LDR_BLOCK_PARAGRAPH)
    ldr_rich_buffer_set_kind (self->buffer, line, LDR_BLOCK_PARAGRAPH, 0);
  else
    insert (self, "\n");
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view),
                                      gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));

  return TRUE;
}

/**
 * ldr_editor_backspace:
 *
 * Takes the format of a block away when the cursor is at its beginning, and a rule as a whole.
 *
 * Returns: whether it did; otherwise the view erases a character
 */
gboolean
ldr_editor_backspace (LdrEditor *self)
{
  GtkTextIter iter;
  int line = ldr_editor_get_cursor_line (self, &iter);
  const LdrBlock *block = ldr_rich_buffer_get_block (self->buffer, line);

  if (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return FALSE;
  if (block->kind == LDR_BLOCK_RULE)
    {
      ldr_rich_buffer_set_kind (self->buffer, line, LDR_BLOCK_PARAGRAPH, 0);
      return TRUE;
    }
  if (!gtk_text_iter_starts_line (&iter))
    return FALSE;
  if (ldr_block_is_list (block) && block->level > 0)
    ldr_rich_buffer_set_kind (self->buffer, line, block->kind, block->level - 1);
  else if (block->kind != LDR_BLOCK_PARAGRAPH)
    ldr_rich_buffer_set_kind (self->buffer, line, LDR_BLOCK_PARAGRAPH, 0);
  else if (line > 0 && ldr_rich_buffer_get_block (self->buffer, line - 1)->kind == LDR_BLOCK_RULE)
    ldr_rich_buffer_set_kind (self->buffer, line - 1, LDR_BLOCK_PARAGRAPH, 0);
  else
    return FALSE;

  return TRUE;
}

/* How deep an item may stand: one below the item before it. */
static int
get_deepest (LdrEditor *self, int line)
{
  const LdrBlock *before = line > 0 ? ldr_rich_buffer_get_block (self->buffer, line - 1) : NULL;

  return before != NULL && ldr_block_is_list (before) ? MIN (before->level + 1, LDR_DEEPEST) : 0;
}

/**
 * ldr_editor_indent:
 * @by: 1 for deeper, -1 for less deep
 *
 * Moves the items of lists in the selection or at the cursor.
 *
 * Returns: whether any moved; otherwise the key moves the focus
 */
gboolean
ldr_editor_indent (LdrEditor *self, int by)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  gboolean moved = FALSE;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = gtk_text_iter_get_line (&start), last = gtk_text_iter_get_line (&end); line <= last; line++)
    {
      const LdrBlock *block = ldr_rich_buffer_get_block (self->buffer, line);
      int level = block->level + by;

      if (!ldr_block_is_list (block) || level < 0 || (by > 0 && level > get_deepest (self, line)))
        continue;
      ldr_rich_buffer_set_kind (self->buffer, line, block->kind, level);
      moved = TRUE;
    }
  gtk_text_buffer_end_user_action (buffer);

  return moved;
}

/* Marks that people know from elsewhere, typed at the beginning of a paragraph and closed with a space. */
static const struct
{
  const char *mark;
  LdrBlockKind kind;
  int level;
} marks[] = {
  { "- ", LDR_BLOCK_BULLET, 0 },  { "* ", LDR_BLOCK_BULLET, 0 },   { "1. ", LDR_BLOCK_NUMBER, 0 },
  { "# ", LDR_BLOCK_HEADING, 1 }, { "## ", LDR_BLOCK_HEADING, 2 }, { "### ", LDR_BLOCK_HEADING, 3 },
  { "> ", LDR_BLOCK_QUOTE, 0 },
};

static void
typed_cb (LdrEditor *self, guint character)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter, start;
  int line = ldr_editor_get_cursor_line (self, &iter);
  g_autofree char *text = NULL;

  if (character != ' ' || gtk_text_iter_get_line_offset (&iter) > 4
      || ldr_rich_buffer_get_block (self->buffer, line)->kind != LDR_BLOCK_PARAGRAPH)
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  text = gtk_text_iter_get_text (&start, &iter);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (text, marks[i].mark))
      {
        gtk_text_buffer_begin_user_action (buffer);
        gtk_text_buffer_delete (buffer, &start, &iter);
        ldr_rich_buffer_set_kind (self->buffer, line, marks[i].kind, marks[i].level);
        gtk_text_buffer_end_user_action (buffer);
        return;
      }
}

static gboolean
key_pressed_cb (LdrEditor *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (!self->editable || self->composing || (held & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (held == 0)
        return ldr_editor_enter (self);
      insert (self, LDR_LINE_BREAK);
      return TRUE;
    case GDK_KEY_BackSpace:
      return ldr_editor_backspace (self);
    case GDK_KEY_Tab:
      return ldr_editor_indent (self, held == 0 ? 1 : -1);
    case GDK_KEY_ISO_Left_Tab:
      return ldr_editor_indent (self, -1);
    }

  return FALSE;
}

static void
preedit_changed_cb (LdrEditor *self, const char *preedit)
{
  self->composing = preedit[0] != '\0';
}

/**
 * ldr_editor_add_keys:
 *
 * Listens to keys before the view does, unless an input method is composing.
 */
void
ldr_editor_add_keys (LdrEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}
