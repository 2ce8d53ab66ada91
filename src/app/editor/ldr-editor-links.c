/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"
#include "ldr-rich-tags.h"

/* Links, by pointer and by keyboard. */

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
    g_signal_emit_by_name (self, "link-activated", uri);
}

static void
link_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrEditor *self = LDR_EDITOR (widget);
  g_autofree char *uri = ldr_editor_get_link_at_cursor (self);

  if (g_str_equal (name, "editor.edit-link"))
    g_signal_emit_by_name (self, "edit-link");
  else if (uri != NULL && g_str_equal (name, "editor.open-link"))
    g_signal_emit_by_name (self, "link-activated", uri);
  else if (uri != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
}

/* Opens the link at the cursor, if there is one; otherwise the key goes its way. */
static gboolean
open_link_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrEditor *self = LDR_EDITOR (widget);
  g_autofree char *uri = ldr_editor_get_link_at_cursor (self);

  if (uri == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (self, "link-activated", uri);
  return GDK_EVENT_STOP;
}

/**
 * ldr_editor_install_link_actions:
 *
 * Adds what can be done with the link at the cursor to the class.
 */
void
ldr_editor_install_link_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "editor.open-link", "editor.edit-link", "editor.copy-link" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, link_action_cb);
}

/**
 * ldr_editor_add_link_keys:
 * @controller: shortcuts of an editor
 *
 * Ctrl and Enter open the link at the cursor, as Ctrl and a click do.
 */
void
ldr_editor_add_link_keys (LdrEditor *self, GtkShortcutController *controller)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (controller,
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (open_link_cb, NULL, NULL)));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
}
