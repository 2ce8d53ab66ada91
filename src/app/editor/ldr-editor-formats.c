/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"
#include "ldr-rich-line.h"

/* Formats: of the lines, and of the characters in them. */

/* Each format of a block, its action, its keys beside those of the characters, and what it makes of a line. */
static const struct
{
  const char *action;
  LdrFormats format;
  guint key;
  GdkModifierType modifiers;
  LdrBlockKind kind;
  int level;
} block_formats[] = {
  { "editor.heading1", LDR_FORMAT_HEADING_1, GDK_KEY_1, GDK_CONTROL_MASK | GDK_ALT_MASK, LDR_BLOCK_HEADING, 1 },
  { "editor.heading2", LDR_FORMAT_HEADING_2, GDK_KEY_2, GDK_CONTROL_MASK | GDK_ALT_MASK, LDR_BLOCK_HEADING, 2 },
  { "editor.heading3", LDR_FORMAT_HEADING_3, GDK_KEY_3, GDK_CONTROL_MASK | GDK_ALT_MASK, LDR_BLOCK_HEADING, 3 },
  { "editor.paragraph", 0, GDK_KEY_0, GDK_CONTROL_MASK | GDK_ALT_MASK, LDR_BLOCK_PARAGRAPH, 0 },
  { "editor.bullets", LDR_FORMAT_BULLETS, GDK_KEY_8, GDK_CONTROL_MASK | GDK_SHIFT_MASK, LDR_BLOCK_BULLET, 0 },
  { "editor.numbers", LDR_FORMAT_NUMBERS, GDK_KEY_7, GDK_CONTROL_MASK | GDK_SHIFT_MASK, LDR_BLOCK_NUMBER, 0 },
  { "editor.quote", LDR_FORMAT_QUOTE, GDK_KEY_9, GDK_CONTROL_MASK | GDK_SHIFT_MASK, LDR_BLOCK_QUOTE, 0 },
};

static const struct
{
  const char *action;
  LdrFormats format;
  guint key;
  LdrRunFlags flag;
} run_formats[] = {
  { "editor.bold", LDR_FORMAT_BOLD, GDK_KEY_b, LDR_RUN_BOLD },
  { "editor.italic", LDR_FORMAT_ITALIC, GDK_KEY_i, LDR_RUN_ITALIC },
  { "editor.code", LDR_FORMAT_CODE, GDK_KEY_e, LDR_RUN_CODE },
};

static gboolean
is_kind (const LdrBlock *block, guint i)
{
  return block->kind == block_formats[i].kind
         && (block->kind != LDR_BLOCK_HEADING || block->level == block_formats[i].level);
}

/* All lines of the selection become one kind, or paragraphs when all are of that kind. */
static void
toggle_block (LdrEditor *self, guint i)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  gboolean all = TRUE;
  int first, last;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  if (last > first && gtk_text_iter_starts_line (&end))
    last--;
  for (int line = first; line <= last; line++)
    all = all && is_kind (ldr_rich_buffer_get_block (self->buffer, line), i);
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = first; line <= last; line++)
    {
      const LdrBlock *block = ldr_rich_buffer_get_block (self->buffer, line);
      LdrBlock wanted = { .kind = block_formats[i].kind, .level = block_formats[i].level };

      if (ldr_block_is_list (&wanted) && ldr_block_is_list (block))
        wanted.level = block->level;
      if (all)
        ldr_rich_buffer_set_kind (self->buffer, line, LDR_BLOCK_PARAGRAPH, 0);
      else if (block->kind != LDR_BLOCK_RULE)
        ldr_rich_buffer_set_kind (self->buffer, line, wanted.kind, wanted.level);
    }
  gtk_text_buffer_end_user_action (buffer);
  g_signal_emit_by_name (self, "formats-changed");
}

static void
format_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrEditor *self = LDR_EDITOR (widget);

  if (!self->editable)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    if (g_str_equal (block_formats[i].action, name))
      toggle_block (self, i);
  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    if (g_str_equal (run_formats[i].action, name))
      ldr_rich_buffer_toggle_flag (self->buffer, run_formats[i].flag);
}

/**
 * ldr_editor_get_formats:
 *
 * Returns: the formats at the cursor: of its block, and of what is typed there
 */
LdrFormats
ldr_editor_get_formats (LdrEditor *self)
{
  GtkTextIter iter;
  const LdrBlock *block = ldr_rich_buffer_get_block (self->buffer, ldr_editor_get_cursor_line (self, &iter));
  g_autofree char *uri = ldr_editor_get_link_at_cursor (self);
  LdrRunFlags flags = ldr_rich_buffer_get_flags (self->buffer);
  LdrFormats formats = uri != NULL ? LDR_FORMAT_LINK : 0;

  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    if (flags & run_formats[i].flag)
      formats |= run_formats[i].format;
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    if (is_kind (block, i))
      formats |= block_formats[i].format;

  return formats;
}

/**
 * ldr_editor_toggle_format:
 * @format: one format, but LDR_FORMAT_LINK
 *
 * Sets or removes a format: of all lines of the selection when it is one of blocks, otherwise of its characters or of
 * what is typed next.
 */
void
ldr_editor_toggle_format (LdrEditor *self, LdrFormats format)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    if (block_formats[i].format == format)
      format_action_cb (GTK_WIDGET (self), block_formats[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    if (run_formats[i].format == format)
      format_action_cb (GTK_WIDGET (self), run_formats[i].action, NULL);
}

/**
 * ldr_editor_install_format_actions:
 *
 * Adds an action for each format to the class.
 */
void
ldr_editor_install_format_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    gtk_widget_class_install_action (widget_class, block_formats[i].action, NULL, format_action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    gtk_widget_class_install_action (widget_class, run_formats[i].action, NULL, format_action_cb);
}

/**
 * ldr_editor_add_format_keys:
 * @controller: shortcuts of an editor
 *
 * Adds the keys of the formats.
 */
void
ldr_editor_add_format_keys (GtkShortcutController *controller)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    ldr_editor_add_shortcut (controller, block_formats[i].key, block_formats[i].modifiers, block_formats[i].action);
  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    ldr_editor_add_shortcut (controller, run_formats[i].key, GDK_CONTROL_MASK, run_formats[i].action);
}
