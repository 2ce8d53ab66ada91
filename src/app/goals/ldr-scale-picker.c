/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-scale-picker.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/ldr-measure.h"

/* After a 1 a 0 may follow for so long, which makes it a 10 (milliseconds). */
#define PATIENCE 700

/**
 * LdrScalePicker:
 *
 * A value on a scale from 0 to 10 by one press or by its keys: the digits, and 1 with 0 for 10. Where there is no room
 * for eleven in a row they take two rows.
 */
struct _LdrScalePicker
{
  AdwBin parent_instance;

  GtkWidget *steps[LDR_SCALE_MAX + 1];
  int value;     /* -1 for none. */
  guint waiting; /* A 1 was pressed, and a 0 may follow. */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LdrScalePicker, ldr_scale_picker, ADW_TYPE_BIN)

static void
show_chosen (LdrScalePicker *self, int shown)
{
  for (int i = 0; i <= LDR_SCALE_MAX; i++)
    {
      if (i == shown)
        gtk_widget_add_css_class (self->steps[i], "chosen");
      else
        gtk_widget_remove_css_class (self->steps[i], "chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->steps[i]), GTK_ACCESSIBLE_STATE_PRESSED,
                                   i == shown ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
choose (LdrScalePicker *self, int value)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->steps[value]);
  if (value == self->value)
    {
      show_chosen (self, value);
      return;
    }
  self->value = value;
  show_chosen (self, value);
  g_signal_emit (self, chosen_signal, 0, (double) value);
}

static void
clicked_cb (LdrScalePicker *self, GtkWidget *step)
{
  for (int i = 0; i <= LDR_SCALE_MAX; i++)
    if (self->steps[i] == step)
      choose (self, i);
}

static void
waited_cb (gpointer data)
{
  LdrScalePicker *self = data;

  self->waiting = 0;
  choose (self, 1);
}

static void
leave_cb (LdrScalePicker *self)
{
  if (self->waiting != 0)
    choose (self, 1);
}

static int
get_digit (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

static gboolean
key_cb (LdrScalePicker *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  int digit = get_digit (keyval);

  if (digit < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit == 0 && self->waiting != 0)
    {
      choose (self, LDR_SCALE_MAX);
    }
  else if (digit == 1)
    {
      g_clear_handle_id (&self->waiting, g_source_remove);
      show_chosen (self, 1);
      self->waiting = g_timeout_add_once (PATIENCE, waited_cb, self);
    }
  else
    {
      choose (self, digit);
    }
  return GDK_EVENT_STOP;
}

static void
ldr_scale_picker_unmap (GtkWidget *widget)
{
  leave_cb (LDR_SCALE_PICKER (widget));
  GTK_WIDGET_CLASS (ldr_scale_picker_parent_class)->unmap (widget);
}

static void
ldr_scale_picker_dispose (GObject *object)
{
  g_clear_handle_id (&LDR_SCALE_PICKER (object)->waiting, g_source_remove);

  G_OBJECT_CLASS (ldr_scale_picker_parent_class)->dispose (object);
}

static void
ldr_scale_picker_class_init (LdrScalePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_scale_picker_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = ldr_scale_picker_unmap;
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_SCALE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ldr_scale_picker_init (LdrScalePicker *self)
{
  GtkWidget *wrap_box = adw_wrap_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = -1;
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap_box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap_box), 6);
  for (int i = 0; i <= LDR_SCALE_MAX; i++)
    {
      g_autofree char *label = ldr_measure_format_number (i);

      self->steps[i] = gtk_button_new_with_label (label);
      gtk_widget_add_css_class (self->steps[i], "scale-step");
      gtk_widget_add_css_class (self->steps[i], "numeric");
      g_signal_connect_swapped (self->steps[i], "clicked", G_CALLBACK (clicked_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap_box), self->steps[i]);
    }
  adw_bin_set_child (ADW_BIN (self), wrap_box);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  show_chosen (self, -1);
}

/**
 * ldr_scale_picker_new:
 *
 * Returns: (transfer floating): a scale on which nothing is chosen
 */
GtkWidget *
ldr_scale_picker_new (void)
{
  return g_object_new (LDR_TYPE_SCALE_PICKER, NULL);
}

/**
 * ldr_scale_picker_get_value:
 * @self: a scale
 *
 * Returns: 0 to 10, or NAN for none
 */
double
ldr_scale_picker_get_value (LdrScalePicker *self)
{
  g_return_val_if_fail (LDR_IS_SCALE_PICKER (self), NAN);

  return self->value >= 0 ? self->value : NAN;
}

/**
 * ldr_scale_picker_set_value:
 * @self: a scale
 * @value: a whole number from 0 to 10, or NAN for none
 *
 * Chooses a value, without the signal `chosen`.
 */
void
ldr_scale_picker_set_value (LdrScalePicker *self, double value)
{
  g_return_if_fail (LDR_IS_SCALE_PICKER (self));
  g_return_if_fail (isnan (value) || (value >= 0 && value <= LDR_SCALE_MAX));

  self->value = isnan (value) ? -1 : (int) value;
  if (self->waiting == 0)
    show_chosen (self, self->value);
}
