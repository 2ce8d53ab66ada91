/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-order.h"

#include <glib/gi18n.h>

#define KEY "ldr-order"

typedef struct
{
  LdrOrderFunc moved;
  gpointer object;
} Order;

static int
count_rows (GtkListBox *list)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  return n;
}

static void
move (GtkWidget *row, const Order *order, int to)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  int n = count_rows (list);
  g_autofree char *said = NULL;

  if (to < 0 || to >= n || to == from)
    return;
  /* Translators: for a screen reader, of a row that was moved; the second %d is how many rows there are */
  said = g_strdup_printf (_ ("Now %d of %d"), to + 1, n);
  gtk_accessible_announce (GTK_ACCESSIBLE (list), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  order->moved (order->object, from, to);
}

/**
 * ldr_order_move_row:
 * @row: a row that was given to ldr_order_enable()
 * @by: how many places, negative for up
 *
 * Moves a row, as the keys do. Beyond an end of the list it stays.
 */
void
ldr_order_move_row (GtkListBoxRow *row, int by)
{
  const Order *order = g_object_get_data (G_OBJECT (row), KEY);

  g_return_if_fail (order != NULL);

  move (GTK_WIDGET (row), order, gtk_list_box_row_get_index (row) + by);
}

static gboolean
up_cb (GtkWidget *row, GVariant *arguments, gpointer data)
{
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), -1);
  return GDK_EVENT_STOP;
}

static gboolean
down_cb (GtkWidget *row, GVariant *arguments, gpointer data)
{
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), 1);
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* Another list's row has no place here. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, const Order *order)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *dragged = g_value_get_object (value);

  if (dragged == NULL || gtk_widget_get_parent (dragged) != gtk_widget_get_parent (row))
    return FALSE;
  move (dragged, order, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  return TRUE;
}

static void
add_keys (GtkWidget *row)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Up, GDK_ALT_MASK),
                                                          gtk_callback_action_new (up_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK),
                                                          gtk_callback_action_new (down_cb, NULL, NULL)));
  gtk_widget_add_controller (row, controller);
}

/**
 * ldr_order_enable:
 * @row: a row of a list box
 * @handle: where it is dragged by, within @row
 * @moved: called with @object and the two places when the row is to move; it does the moving
 * @object: for @moved; must outlive @row
 *
 * Lets a row be moved within its list by dragging it and by keyboard. The new place is told to a screen reader.
 */
void
ldr_order_enable (GtkListBoxRow *row, GtkWidget *handle, LdrOrderFunc moved, gpointer object)
{
  Order *order = g_new0 (Order, 1);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  order->moved = moved;
  order->object = object;
  g_object_set_data_full (G_OBJECT (row), KEY, order, g_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), order);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
  add_keys (GTK_WIDGET (row));
}

/**
 * ldr_order_handle_new:
 *
 * Returns: (transfer floating): a sign that a row can be dragged, which also tells the keys
 */
GtkWidget *
ldr_order_handle_new (void)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt with Up or Down"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Move with Alt and Up or Down"), -1);
  return handle;
}

/**
 * ldr_order_move:
 * @array: an array
 * @from: a place in it
 * @to: another one
 *
 * Moves one thing to another place; those between move up or down.
 */
void
ldr_order_move (GPtrArray *array, int from, int to)
{
  gpointer thing;

  g_return_if_fail (from >= 0 && (guint) from < array->len && to >= 0 && (guint) to < array->len);

  thing = array->pdata[from];
  if (from < to)
    memmove (array->pdata + from, array->pdata + from + 1, sizeof (gpointer) * (gsize) (to - from));
  else
    memmove (array->pdata + to + 1, array->pdata + to, sizeof (gpointer) * (gsize) (from - to));
  array->pdata[to] = thing;
}
