/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-view.h"

#include "ldr-rich-tags.h"

/* The space between a marker and its text, the width of a quote's bar and of a caret; in pixels. */
#define MARKER_GAP 6
#define BAR_WIDTH 3
#define CARET_WIDTH 2

struct _LdrEditorView
{
  GtkTextView parent_instance;

  guint resize_id;
};

enum
{
  SIGNAL_COPY,
  SIGNAL_PASTE,
  SIGNAL_RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEditorView, ldr_editor_view, GTK_TYPE_TEXT_VIEW)

static gboolean
is_mirrored (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

static char *
get_marker (const LdrBlock *block)
{
  static const char *const bullets[] = { "•", "◦", "▪" };

  if (block->kind == LDR_BLOCK_NUMBER)
    return g_strdup_printf ("%d.", block->number);

  return g_strdup (bullets[block->level % G_N_ELEMENTS (bullets)]);
}

/* The marker ends where the text begins, on the base line of its first row. */
static void
draw_marker (LdrEditorView *self, GtkSnapshot *snapshot, const LdrBlock *block, const GtkTextIter *start)
{
  g_autofree char *text = get_marker (block);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int margin = ldr_rich_tags_get_margin (block->kind, block->level), width, height;
  GdkRectangle place;
  GdkRGBA colour;
  float x;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), start, &place);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.7f;
  x = is_mirrored () ? gtk_widget_get_width (GTK_WIDGET (self)) - margin + MARKER_GAP : margin - MARKER_GAP - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, place.y + MAX (0, place.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_kind (LdrRichBuffer *buffer, int line, LdrBlockKind kind)
{
  return line >= 0 && line < gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer))
         && ldr_rich_buffer_get_block (buffer, line)->kind == kind;
}

/* The bar of a quote goes on from line to line, and stays clear of what is above and below the quote. */
static void
draw_bar (LdrEditorView *self, GtkSnapshot *snapshot, const GtkTextIter *start, int y, int height)
{
  LdrRichBuffer *buffer = LDR_RICH_BUFFER (gtk_text_iter_get_buffer (start));
  int line = gtk_text_iter_get_line (start);
  float x = is_mirrored () ? gtk_widget_get_width (GTK_WIDGET (self)) - BAR_WIDTH : 0;
  GdkRGBA colour;

  if (is_kind (buffer, line - 1, LDR_BLOCK_BULLET) || is_kind (buffer, line - 1, LDR_BLOCK_NUMBER))
    {
      y += LDR_AFTER_LIST;
      height -= LDR_AFTER_LIST;
    }
  if (!is_kind (buffer, line + 1, LDR_BLOCK_QUOTE))
    height -= gtk_text_view_get_pixels_below_lines (GTK_TEXT_VIEW (self));
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.3f;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, BAR_WIDTH, height));
}

static void
draw_block (LdrEditorView *self, GtkSnapshot *snapshot, const LdrBlock *block, const GtkTextIter *start)
{
  int y, height, width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), start, &y, &height);
  switch (block->kind)
    {
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
      draw_marker (self, snapshot, block, start);
      break;
    case LDR_BLOCK_QUOTE:
      draw_bar (self, snapshot, start, y, height);
      break;
    case LDR_BLOCK_CODE:
    case LDR_BLOCK_RAW:
      colour.alpha *= 0.06f;
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, y, width, height));
      break;
    case LDR_BLOCK_RULE:
      colour.alpha *= 0.3f;
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, y + height / 2, width, 1));
      break;
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_HEADING:
      break;
    }
}

/* The width of a caret follows its height, so that beside a picture it would be a bar: there another is drawn, which is
 * thin and does not blink. */
static void
draw_caret (LdrEditorView *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle place;
  GdkRGBA colour;

  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "tall-caret") || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (place.x, place.y, CARET_WIDTH, place.height));
}

/* Whether the caret stands in a row that is as high as a picture. */
static void
cursor_moved_cb (LdrEditorView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "x");
  GdkRectangle place;
  int row;

  pango_layout_get_pixel_size (layout, NULL, &row);
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, &place, NULL);
  if (place.height > 3 * row)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tall-caret");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tall-caret");
}

/* Inside a scrolling page all of a long text is visible to the view, so lines without anything beside them cost
 * nothing. */
static void
ldr_editor_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  LdrRichBuffer *buffer = LDR_RICH_BUFFER (gtk_text_view_get_buffer (view));
  GdkRectangle visible;
  GtkTextIter iter;
  int y, height, n_lines = gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer));

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      draw_caret (LDR_EDITOR_VIEW (view), snapshot);
      return;
    }
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  for (int line = gtk_text_iter_get_line (&iter); line < n_lines; line++)
    {
      const LdrBlock *block = ldr_rich_buffer_get_block (buffer, line);

      if (block->kind == LDR_BLOCK_PARAGRAPH || block->kind == LDR_BLOCK_HEADING)
        continue;
      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, line);
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > visible.y + visible.height)
        break;
      draw_block (LDR_EDITOR_VIEW (view), snapshot, block, &iter);
    }
}

static gboolean
resize_cb (gpointer data)
{
  LdrEditorView *self = data;

  self->resize_id = 0;
  ldr_rich_buffer_set_picture_width (LDR_RICH_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))),
                                     gtk_widget_get_width (GTK_WIDGET (self)));
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);

  return G_SOURCE_REMOVE;
}

/* Pictures follow after the allocation, since their size changes the lines. */
static void
ldr_editor_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrEditorView *self = LDR_EDITOR_VIEW (widget);

  GTK_WIDGET_CLASS (ldr_editor_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->resize_id == 0)
    self->resize_id = g_idle_add (resize_cb, self);
}

/* A last line without a character has no tag to give it a margin: the margin of the view, which all tags override,
 * does. */
static void
edited_cb (GtkTextView *self, GtkTextBuffer *buffer)
{
  const LdrBlock *last
      = ldr_rich_buffer_get_block (LDR_RICH_BUFFER (buffer), gtk_text_buffer_get_line_count (buffer) - 1);
  int margin = ldr_rich_tags_get_margin (last->kind, last->level);

  if (is_mirrored ())
    gtk_text_view_set_right_margin (self, margin);
  else
    gtk_text_view_set_left_margin (self, margin);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ldr_editor_view_copy_clipboard (GtkTextView *view)
{
  g_signal_emit (view, signals[SIGNAL_COPY], 0, FALSE);
}

static void
ldr_editor_view_cut_clipboard (GtkTextView *view)
{
  g_signal_emit (view, signals[SIGNAL_COPY], 0, TRUE);
}

static void
ldr_editor_view_paste_clipboard (GtkTextView *view)
{
  g_signal_emit (view, signals[SIGNAL_PASTE], 0);
}

/* These take the place of the actions of the same name that the text view has for its context menu: the buffer keeps a
 * history of its own. */
static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrRichBuffer *buffer = LDR_RICH_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    return;
  if (g_str_equal (name, "text.undo"))
    ldr_rich_buffer_undo (buffer);
  else
    ldr_rich_buffer_redo (buffer);
}

static void
ldr_editor_view_dispose (GObject *object)
{
  g_clear_handle_id (&LDR_EDITOR_VIEW (object)->resize_id, g_source_remove);

  G_OBJECT_CLASS (ldr_editor_view_parent_class)->dispose (object);
}

static void
ldr_editor_view_class_init (LdrEditorViewClass *klass)
{
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_editor_view_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = ldr_editor_view_size_allocate;
  view_class->snapshot_layer = ldr_editor_view_snapshot_layer;
  view_class->copy_clipboard = ldr_editor_view_copy_clipboard;
  view_class->cut_clipboard = ldr_editor_view_cut_clipboard;
  view_class->paste_clipboard = ldr_editor_view_paste_clipboard;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "text.undo", NULL, undo_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "text.redo", NULL, undo_cb);

  signals[SIGNAL_COPY] = g_signal_new ("copy", LDR_TYPE_EDITOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_RESIZED]
      = g_signal_new ("resized", LDR_TYPE_EDITOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PASTE]
      = g_signal_new ("paste", LDR_TYPE_EDITOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_editor_view_init (LdrEditorView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_pixels_below_lines (view, 10);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
}

/**
 * ldr_editor_view_new:
 * @buffer: what it shows
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
ldr_editor_view_new (LdrRichBuffer *buffer)
{
  GtkWidget *self = g_object_new (LDR_TYPE_EDITOR_VIEW, "buffer", buffer, NULL);

  g_signal_connect_object (buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "formats-changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "formats-changed", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);

  return self;
}
