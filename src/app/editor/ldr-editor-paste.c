/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"
#include "ldr-html-blocks.h"

#include <string.h>

/* Nothing larger is read from the clipboard, in bytes. */
#define MAX_BYTES (32 * 1024 * 1024)

static void
paste_blocks (LdrEditor *self, GPtrArray *blocks)
{
  if (blocks->len > 0)
    ldr_rich_buffer_insert_blocks (self->buffer, blocks);
}

/**
 * ldr_editor_paste_markdown:
 * @text: CommonMark
 *
 * Puts a text with its formats at the cursor.
 */
void
ldr_editor_paste_markdown (LdrEditor *self, const char *text)
{
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (text);

  paste_blocks (self, ldr_rich_text_get_blocks (rich));
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrEditor) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  if (text == NULL || !self->editable || self->view == NULL)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * ldr_editor_paste_plain:
 *
 * Puts the text of the clipboard at the cursor, without formats; each line is a block.
 */
void
ldr_editor_paste_plain (LdrEditor *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->pasting, text_read_cb,
                                 g_object_ref (self));
}

static void
texture_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrEditor) self = data;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (texture == NULL || !self->editable || self->view == NULL)
    return;
  bytes = gdk_texture_save_to_png_bytes (texture);
  g_signal_emit_by_name (self, "picture-pasted", bytes);
}

/* What is being read, and as what. */
typedef struct
{
  LdrEditor *editor;
  gboolean is_html;
} Arrival;

static void
arrival_free (Arrival *self)
{
  g_object_unref (self->editor);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

static void
bytes_read_cb (GObject *output, GAsyncResult *result, gpointer data)
{
  g_autoptr (Arrival) arrival = data;
  LdrEditor *self = arrival->editor;
  gssize length = g_output_stream_splice_finish (G_OUTPUT_STREAM (output), result, NULL);
  g_autofree char *text = NULL;

  if (length <= 0 || length > MAX_BYTES || !self->editable || self->view == NULL)
    return;
  text = g_utf8_make_valid (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (output)), length);
  if (arrival->is_html)
    {
      g_autoptr (GPtrArray) blocks = ldr_html_to_blocks (text, strlen (text));

      paste_blocks (self, blocks);
    }
  else
    {
      ldr_editor_paste_markdown (self, text);
    }
}

static void
stream_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrEditor) self = data;
  const char *type = NULL;
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, NULL);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  Arrival *arrival;

  if (input == NULL)
    return;
  arrival = g_new0 (Arrival, 1);
  arrival->editor = g_object_ref (self);
  arrival->is_html = g_strcmp0 (type, "text/html") == 0;
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, self->pasting, bytes_read_cb, arrival);
}

static void
paste_cb (LdrEditor *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *markdown[] = { "text/markdown", NULL }, *html[] = { "text/html", NULL };

  if (!self->editable)
    return;
  if (gdk_content_formats_contain_mime_type (formats, markdown[0]))
    gdk_clipboard_read_async (clipboard, markdown, G_PRIORITY_DEFAULT, self->pasting, stream_read_cb,
                              g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE)
           || gdk_content_formats_contain_mime_type (formats, "image/png"))
    gdk_clipboard_read_texture_async (clipboard, self->pasting, texture_read_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_mime_type (formats, html[0]))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, self->pasting, stream_read_cb, g_object_ref (self));
  else
    ldr_editor_paste_plain (self);
}

static void
copy_cb (LdrEditor *self, gboolean cut)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (LdrRichText) nothing = ldr_rich_text_read ("");
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) plain = NULL;
  GdkContentProvider *both[2];
  GtkTextIter start, end;
  char *markdown;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  blocks = ldr_rich_buffer_copy_blocks (self->buffer, &start, &end);
  markdown = ldr_rich_text_write (nothing, blocks);
  bytes = g_bytes_new_take (markdown, strlen (markdown));
  plain = g_string_new_take (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  g_string_replace (plain, LDR_LINE_BREAK, "\n", 0);
  both[0] = gdk_content_provider_new_typed (G_TYPE_STRING, plain->str);
  both[1] = gdk_content_provider_new_for_bytes ("text/markdown", bytes);
  provider = gdk_content_provider_new_union (both, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  if (cut && self->editable)
    gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
}

/**
 * ldr_editor_add_clipboard:
 *
 * Looks after copying and pasting.
 */
void
ldr_editor_add_clipboard (LdrEditor *self)
{
  self->pasting = g_cancellable_new ();
  g_signal_connect_object (self->view, "copy", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "paste", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}
