/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-editor-private.h"

#include <glib/gi18n.h>

#include "ldr-editor-view.h"
#include "ldr-rich-line.h"
#include "ldr-rich-tags.h"

enum
{
  PROP_EDITABLE = 1,
  PROP_WORD_COUNT,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PICTURE_PASTED,
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_FORMATS_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEditor, ldr_editor, GTK_TYPE_WIDGET)

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
  g_signal_emit (self, signals[SIGNAL_FORMATS_CHANGED], 0);
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

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrEditor *self = LDR_EDITOR (widget);

  if (!self->editable)
    return;
  if (g_str_equal (name, "editor.undo"))
    ldr_rich_buffer_undo (self->buffer);
  else
    ldr_rich_buffer_redo (self->buffer);
}

static void
rule_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrEditor *self = LDR_EDITOR (widget);
  g_autoptr (GPtrArray) blocks = ldr_blocks_new ();

  if (!self->editable)
    return;
  g_ptr_array_add (blocks, ldr_block_new (LDR_BLOCK_RULE, 0));
  g_ptr_array_add (blocks, ldr_block_new (LDR_BLOCK_PARAGRAPH, 0));
  ldr_rich_buffer_insert_blocks (self->buffer, blocks);
}

static void
paste_plain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (LDR_EDITOR (widget)->editable)
    ldr_editor_paste_plain (LDR_EDITOR (widget));
}

/* The page around the editor scrolls: its viewport follows the cursor. */
static gboolean
scroll_cb (gpointer data)
{
  LdrEditor *self = data;
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GtkTextIter iter;
  GdkRectangle place;
  graphene_point_t point;

  self->scroll_id = 0;
  if (window == NULL || !gtk_widget_has_focus (self->view))
    return G_SOURCE_REMOVE;
  ldr_editor_get_cursor_line (self, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &place);
  if (!gtk_widget_compute_point (self->view, window, &GRAPHENE_POINT_INIT (place.x, place.y), &point))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  point.y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, point.y - place.height, point.y + 2 * place.height);

  return G_SOURCE_REMOVE;
}

/* After the view has laid its lines out anew. */
static void
queue_scroll (LdrEditor *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_cb, self, NULL);
}

static void
update (LdrEditor *self)
{
  int count = ldr_rich_buffer_count_words (self->buffer);
  gboolean can_undo = self->editable && ldr_rich_buffer_can_undo (self->buffer);
  gboolean can_redo = self->editable && ldr_rich_buffer_can_redo (self->buffer);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", can_redo);
  gtk_widget_action_set_enabled (self->view, "text.undo", can_undo);
  gtk_widget_action_set_enabled (self->view, "text.redo", can_redo);
  if (self->word_count == count)
    return;
  self->word_count = count;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORD_COUNT]);
}

static void
edited_cb (LdrEditor *self)
{
  update (self);
  queue_scroll (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
formats_changed_cb (LdrEditor *self)
{
  queue_scroll (self);
  g_signal_emit (self, signals[SIGNAL_FORMATS_CHANGED], 0);
}

static void
picture_needed_cb (LdrEditor *self, const char *id)
{
  if (self->request != NULL)
    self->request (self, id, self->request_data);
}

static void
released_cb (LdrEditor *self, int n_press, double x, double y, GtkGesture *click)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  GtkTextIter iter;
  const char *uri;
  int left, top;

  if (n_press != 1 || (self->editable && (state & GDK_CONTROL_MASK) == 0))
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &iter, left, top))
    return;
  uri = ldr_rich_tags_get_uri_at (&iter);
  if (uri != NULL)
    g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, uri);
}

static void
colour (LdrEditor *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  GdkRGBA accent;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style), dark, &accent);
  ldr_rich_tags_colour (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->buffer)), dark, &accent);
}

static void
ldr_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LdrEditor *self = LDR_EDITOR (object);

  switch (id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_WORD_COUNT:
      g_value_set_int (value, self->word_count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ldr_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EDITABLE)
    ldr_editor_set_editable (LDR_EDITOR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
ldr_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LDR_EDITOR (widget)->view);
}

static void
ldr_editor_dispose (GObject *object)
{
  LdrEditor *self = LDR_EDITOR (object);

  g_cancellable_cancel (self->pasting);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  ldr_editor_set_picture_request (self, NULL, NULL, NULL);
  if (self->view != NULL)
    ldr_editor_stop_spelling (self);
  g_clear_object (&self->checker);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (ldr_editor_parent_class)->dispose (object);
}

static void
ldr_editor_finalize (GObject *object)
{
  LdrEditor *self = LDR_EDITOR (object);

  g_clear_object (&self->buffer);
  g_clear_object (&self->pasting);
  g_clear_pointer (&self->source, ldr_rich_text_free);

  G_OBJECT_CLASS (ldr_editor_parent_class)->finalize (object);
}

static void
add_shortcut (GtkShortcutController *controller, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

/* In the capture phase, since the view has undo and paste of its own on the same keys. */
static void
add_shortcuts (LdrEditor *self)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    add_shortcut (controller, block_formats[i].key, block_formats[i].modifiers, block_formats[i].action);
  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    add_shortcut (controller, run_formats[i].key, GDK_CONTROL_MASK, run_formats[i].action);
  add_shortcut (controller, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo");
  add_shortcut (controller, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.redo");
  add_shortcut (controller, GDK_KEY_y, GDK_CONTROL_MASK, "editor.redo");
  add_shortcut (controller, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.paste-plain");
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_formats); i++)
    gtk_widget_class_install_action (widget_class, block_formats[i].action, NULL, format_action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (run_formats); i++)
    gtk_widget_class_install_action (widget_class, run_formats[i].action, NULL, format_action_cb);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "editor.insert-rule", NULL, rule_action_cb);
  gtk_widget_class_install_action (widget_class, "editor.paste-plain", NULL, paste_plain_cb);
}

static void
ldr_editor_class_init (LdrEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ldr_editor_get_property;
  object_class->set_property = ldr_editor_set_property;
  object_class->dispose = ldr_editor_dispose;
  object_class->finalize = ldr_editor_finalize;
  widget_class->grab_focus = ldr_editor_grab_focus;

  props[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_WORD_COUNT]
      = g_param_spec_int ("word-count", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICTURE_PASTED] = g_signal_new ("picture-pasted", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FORMATS_CHANGED]
      = g_signal_new ("formats-changed", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "editor");
  install_actions (widget_class);
}

/* GTK 4.18 does not tell libspelling of a picture in the text, and a checker that counts a character too few ends the
 * program at the next large change: another one starts from what is there. */
static void
renew_spelling (LdrEditor *self)
{
  if (self->spelling == NULL)
    return;
  ldr_editor_stop_spelling (self);
  ldr_editor_start_spelling (self);
}

static void
ldr_editor_init (LdrEditor *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->editable = TRUE;
  self->source = ldr_rich_text_read ("");
  self->buffer = ldr_rich_buffer_new ();
  self->view = ldr_editor_view_new (self->buffer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "formats-changed", G_CALLBACK (formats_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "picture-needed", G_CALLBACK (picture_needed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-paintable", G_CALLBACK (renew_spelling), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  colour (self);
  add_shortcuts (self);
  ldr_editor_add_keys (self);
  ldr_editor_add_clipboard (self);
  update (self);
}

/**
 * ldr_editor_new:
 *
 * Returns: (transfer floating): an empty editor
 */
GtkWidget *
ldr_editor_new (void)
{
  return g_object_new (LDR_TYPE_EDITOR, NULL);
}

/**
 * ldr_editor_set_text:
 * @commonmark: a text
 *
 * Shows another text. This is no change by the user, and nothing before it can be undone.
 */
void
ldr_editor_set_text (LdrEditor *self, const char *commonmark)
{
  g_return_if_fail (LDR_IS_EDITOR (self));

  g_clear_pointer (&self->source, ldr_rich_text_free);
  self->source = ldr_rich_text_read (commonmark != NULL ? commonmark : "");
  ldr_editor_stop_spelling (self);
  ldr_rich_buffer_load (self->buffer, ldr_rich_text_get_blocks (self->source));
  ldr_editor_start_spelling (self);
  update (self);
}

/**
 * ldr_editor_get_text:
 *
 * Returns: (transfer full): the text as CommonMark; blocks that did not change are to the letter what they were
 */
char *
ldr_editor_get_text (LdrEditor *self)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (LDR_IS_EDITOR (self), NULL);

  blocks = ldr_rich_buffer_get_blocks (self->buffer);

  return ldr_rich_text_write (self->source, blocks);
}

/**
 * ldr_editor_set_editable:
 * @editable: whether the user can change the text
 */
void
ldr_editor_set_editable (LdrEditor *self, gboolean editable)
{
  if (self->editable == editable)
    return;
  self->editable = editable;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), editable);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITABLE]);
}

int
ldr_editor_get_word_count (LdrEditor *self)
{
  return self->word_count;
}

/**
 * ldr_editor_place_cursor_at:
 * @x: pixels from the left of the editor
 * @y: pixels from its top
 *
 * Puts the cursor where something was dropped. A place outside the editor changes nothing.
 */
void
ldr_editor_place_cursor_at (LdrEditor *self, double x, double y)
{
  GtkTextIter iter;
  int left, top;

  g_return_if_fail (LDR_IS_EDITOR (self));

  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left,
                                         &top);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &iter, left, top);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
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

/* Finds the link that the cursor is in or at the end of. */
static const char *
find_link (LdrEditor *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->buffer));
  GtkTextTag *tag;
  const char *uri;

  ldr_editor_get_cursor_line (self, start);
  uri = ldr_rich_tags_get_uri_at (start);
  if (uri == NULL && !gtk_text_iter_starts_line (start) && gtk_text_iter_backward_char (start))
    uri = ldr_rich_tags_get_uri_at (start);
  *end = *start;
  if (uri == NULL)
    return NULL;
  tag = ldr_rich_tags_ensure_link (table, uri);
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);

  return uri;
}

/**
 * ldr_editor_get_link_at_cursor:
 *
 * Returns: (transfer full) (nullable): where the link at the cursor leads
 */
char *
ldr_editor_get_link_at_cursor (LdrEditor *self)
{
  GtkTextIter start, end;

  return g_strdup (find_link (self, &start, &end));
}

/**
 * ldr_editor_set_link:
 * @uri: (nullable): where to; %NULL takes the link away
 * @label: (nullable): the text of the link instead of what is selected
 *
 * Makes a link of the selection, or changes the one at the cursor, or puts a new one there.
 */
void
ldr_editor_set_link (LdrEditor *self, const char *uri, const char *label)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  int offset;

  if (!self->editable)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) && find_link (self, &start, &end) == NULL)
    {
      ldr_editor_get_cursor_line (self, &start);
      end = start;
      label = label == NULL ? uri : label;
    }
  if (label != NULL && uri != NULL)
    {
      offset = gtk_text_iter_get_offset (&start);
      gtk_text_buffer_delete (buffer, &start, &end);
      gtk_text_buffer_insert (buffer, &end, label, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
    }
  ldr_rich_buffer_set_link (self->buffer, &start, &end, uri);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * ldr_editor_insert_picture:
 * @id: the picture's id
 * @description: (nullable): what is to be seen on it
 * @texture: (nullable): the picture
 *
 * Puts a picture at the cursor.
 */
void
ldr_editor_insert_picture (LdrEditor *self, const char *id, const char *description, GdkTexture *texture)
{
  g_autoptr (GPtrArray) blocks = ldr_blocks_new ();
  LdrBlock *block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);

  if (texture != NULL)
    ldr_rich_buffer_set_texture (self->buffer, id, texture);
  ldr_block_append_picture (block, id, description);
  g_ptr_array_add (blocks, block);
  ldr_rich_buffer_insert_blocks (self->buffer, blocks);
}

/**
 * ldr_editor_set_picture_request:
 * @func: (nullable) (scope notified): who gives the pictures of the text
 * @user_data: its data
 * @destroy: (nullable): frees them
 */
void
ldr_editor_set_picture_request (LdrEditor *self, LdrPictureRequestFunc func, gpointer user_data, GDestroyNotify destroy)
{
  if (self->request_destroy != NULL)
    self->request_destroy (self->request_data);
  self->request = func;
  self->request_data = user_data;
  self->request_destroy = destroy;
}

void
ldr_editor_set_picture (LdrEditor *self, const char *id, GdkTexture *texture)
{
  ldr_rich_buffer_set_texture (self->buffer, id, texture);
}

/**
 * ldr_editor_set_highlights:
 * @words: (nullable): words that were searched for
 *
 * Marks words that begin with one of these.
 */
void
ldr_editor_set_highlights (LdrEditor *self, const char *const *words)
{
  ldr_rich_buffer_set_highlights (self->buffer, words);
}

/**
 * ldr_editor_get_view:
 *
 * Returns: (transfer none): the text view inside
 */
GtkTextView *
ldr_editor_get_view (LdrEditor *self)
{
  return GTK_TEXT_VIEW (self->view);
}
