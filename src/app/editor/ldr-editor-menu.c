/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-editor-private.h"

#include <glib/gi18n.h>

/* The context menu: beside what a text view has in it, what can be done with the link, the picture or the misspelt word
 * that it is opened on. */

static void
add_link_section (LdrEditor *self)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("_Open Link"), "editor.open-link");
  if (self->editable)
    g_menu_append (section, _ ("_Edit Link…"), "editor.edit-link");
  g_menu_append (section, _ ("Copy _Link"), "editor.copy-link");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
}

static void
add_picture_section (LdrEditor *self)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (self->editable)
    g_menu_append (section, _ ("_Describe Picture…"), "editor.describe-picture");
  g_menu_append (section, _ ("_Save a Copy of the Picture…"), "editor.save-picture");
  if (self->editable)
    g_menu_append (section, _ ("_Remove Picture"), "editor.remove-picture");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
}

/**
 * ldr_editor_update_menu:
 *
 * Fills the context menu for what is at the cursor.
 */
void
ldr_editor_update_menu (LdrEditor *self)
{
  g_autofree char *uri = ldr_editor_get_link_at_cursor (self);
  g_autofree char *picture = ldr_editor_get_picture_at_cursor (self, NULL);

  g_menu_remove_all (self->menu);
  if (picture != NULL)
    add_picture_section (self);
  if (uri != NULL)
    add_link_section (self);
  if (self->spelling == NULL)
    return;
  spelling_text_buffer_adapter_update_corrections (self->spelling);
  g_menu_append_section (self->menu, NULL, spelling_text_buffer_adapter_get_menu_model (self->spelling));
}

/* The menu is about what the pointer is on: the cursor goes there first, unless what is selected is meant. */
static void
pressed_cb (LdrEditor *self, int n_press, double x, double y)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter, start, end;
  int left, top;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left,
                                         &top);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &iter, left, top);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) || !gtk_text_iter_in_range (&iter, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &iter);
  ldr_editor_update_menu (self);
}

static gboolean
key_pressed_cb (LdrEditor *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    ldr_editor_update_menu (self);

  return GDK_EVENT_PROPAGATE;
}

/**
 * ldr_editor_add_menu:
 *
 * Gives the view its context menu. It is filled right before the view opens it, by pointer or by key.
 */
void
ldr_editor_add_menu (LdrEditor *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->menu = g_menu_new ();
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (self->menu));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
}
