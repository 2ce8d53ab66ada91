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
  PROP_GUTTER,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PICTURE_PASTED,
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_FORMATS_CHANGED,
  SIGNAL_EDIT_LINK,
  SIGNAL_DESCRIBE_PICTURE,
  SIGNAL_SAVE_PICTURE,
  SIGNAL_NOTICE_ACTIVATED,
  SIGNAL_NOTICED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEditor, ldr_editor, GTK_TYPE_WIDGET)

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
    case PROP_GUTTER:
      g_value_set_int (value, ldr_editor_get_gutter (self));
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
  else if (id == PROP_GUTTER)
    ldr_editor_set_gutter (LDR_EDITOR (object), g_value_get_int (value));
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
  if (self->view != NULL)
    {
      ldr_editor_stop_spelling (self);
      ldr_editor_remove_pictures (self);
      ldr_editor_remove_notices (self);
    }
  g_clear_object (&self->menu);
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

/**
 * ldr_editor_add_shortcut:
 * @controller: shortcuts
 * @key: a key
 * @modifiers: what is held with it
 * @action: what it does
 */
void
ldr_editor_add_shortcut (GtkShortcutController *controller, guint key, GdkModifierType modifiers, const char *action)
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
  ldr_editor_add_format_keys (controller);
  ldr_editor_add_link_keys (self, controller);
  ldr_editor_add_shortcut (controller, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo");
  ldr_editor_add_shortcut (controller, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.redo");
  ldr_editor_add_shortcut (controller, GDK_KEY_y, GDK_CONTROL_MASK, "editor.redo");
  ldr_editor_add_shortcut (controller, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.paste-plain");
  ldr_editor_add_shortcut (controller, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.next-notice");
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  ldr_editor_install_format_actions (widget_class);
  ldr_editor_install_link_actions (widget_class);
  ldr_editor_install_picture_actions (widget_class);
  ldr_editor_install_notices (widget_class);
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
  props[PROP_GUTTER]
      = g_param_spec_int ("gutter", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICTURE_PASTED] = g_signal_new ("picture-pasted", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FORMATS_CHANGED]
      = g_signal_new ("formats-changed", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_EDIT_LINK]
      = g_signal_new ("edit-link", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DESCRIBE_PICTURE] = g_signal_new ("describe-picture", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SAVE_PICTURE] = g_signal_new ("save-picture", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_NOTICE_ACTIVATED] = g_signal_new ("notice-activated", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                                   NULL, NULL, G_TYPE_NONE, 1, LDR_TYPE_NOTICE_MARK);
  signals[SIGNAL_NOTICED] = g_signal_new ("noticed", LDR_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

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

  self->editable = TRUE;
  self->source = ldr_rich_text_read ("");
  self->buffer = ldr_rich_buffer_new ();
  self->view = ldr_editor_view_new (self->buffer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "formats-changed", G_CALLBACK (formats_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-paintable", G_CALLBACK (renew_spelling), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  colour (self);
  add_shortcuts (self);
  ldr_editor_add_keys (self);
  ldr_editor_add_clipboard (self);
  ldr_editor_add_pictures (self);
  ldr_editor_add_menu (self);
  ldr_editor_add_spelling (self);
  ldr_editor_add_notices (self);
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
  ldr_editor_restart_notices (self);
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
  graphene_point_t point;
  GtkTextIter iter;
  int left, top;

  g_return_if_fail (LDR_IS_EDITOR (self));

  if (!gtk_widget_contains (GTK_WIDGET (self), x, y)
      || !gtk_widget_compute_point (GTK_WIDGET (self), self->view, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int) point.x,
                                         (int) point.y, &left, &top);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &iter, left, top);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
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
