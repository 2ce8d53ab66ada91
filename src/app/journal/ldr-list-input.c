/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-list-pane-private.h"

/* What pointer and keys do in the list of entries. */

static void
row_clicked_cb (LdrListPane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  LdrEntryRow *row = LDR_ENTRY_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (n_press == 1)
    ldr_list_pane_emit_selected (self, ldr_entry_row_get_item (row), LDR_OPEN_SHOW);
}

static void
show_menu (LdrListPane *self, const GdkRectangle *rectangle)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), rectangle);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_menu_cb (LdrListPane *self, double x, double y, LdrEntryRow *row)
{
  LdrEntryItem *item = ldr_entry_row_get_item (row);
  const LdrSummary *summary = item != NULL ? ldr_entry_item_get_summary (item) : NULL;
  graphene_point_t point;

  if (summary == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                    &point))
    return;
  ldr_list_pane_select (self, summary->id);
  ldr_list_pane_emit_selected (self, item, LDR_OPEN_PEEK);
  show_menu (self, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

static void
row_pressed_cb (LdrListPane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  row_menu_cb (self, x, y, LDR_ENTRY_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture))));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
row_long_pressed_cb (LdrListPane *self, double x, double y, GtkGesture *gesture)
{
  row_menu_cb (self, x, y, LDR_ENTRY_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture))));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrListPane *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (ldr_list_pane_get_selected_item (self) == NULL || focus == NULL
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return FALSE;
  show_menu (self,
             &(GdkRectangle) { (int) bounds.origin.x + 24, (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });

  return TRUE;
}

/* What a press on a row does; the row tells which entry it shows at that time. */
void
ldr_list_pane_set_up_row (LdrEntryRow *row, gpointer data)
{
  LdrListPane *self = data;
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (row_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (row_long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (long_press));
}

/* From the search entry one goes down into what it found. */
static gboolean
search_key_cb (LdrListPane *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  ldr_list_pane_focus_list (self);

  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

/* Listens to the keys of the list and of the search entry. */
void
ldr_list_pane_set_up_keys (LdrListPane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *search_keys = gtk_event_controller_key_new ();

  add_key (keys, GDK_KEY_Delete, 0, "journal.trash");
  add_key (keys, GDK_KEY_KP_Delete, 0, "journal.trash");
  add_key (keys, GDK_KEY_Delete, 0, "journal.delete");
  add_key (keys, GDK_KEY_KP_Delete, 0, "journal.delete");
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK, "journal.undo-delete");
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                     gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK)),
                        gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
  gtk_event_controller_set_propagation_phase (search_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (search_keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), search_keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->list_view));
}
