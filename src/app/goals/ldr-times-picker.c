/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-times-picker.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/ldr-measure.h"

/**
 * LdrTimesPicker:
 *
 * How many times it was on one day. One press says "once", another "not once"; plus and minus, also as keys, and the
 * digits say it more precisely.
 */
struct _LdrTimesPicker
{
  AdwBin parent_instance;

  GtkWidget *yes;
  GtkWidget *no;
  GtkWidget *less;
  GtkWidget *more;
  GtkLabel *count;
  int value; /* -1 for none. */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LdrTimesPicker, ldr_times_picker, ADW_TYPE_BIN)

static void
set_pressed (GtkWidget *button, gboolean pressed)
{
  if (pressed)
    gtk_widget_add_css_class (button, "chosen");
  else
    gtk_widget_remove_css_class (button, "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
show_value (LdrTimesPicker *self)
{
  g_autofree char *number = self->value < 0 ? g_strdup ("–") : ldr_measure_format_number (self->value);

  set_pressed (self->yes, self->value > 0);
  set_pressed (self->no, self->value == 0);
  gtk_label_set_label (self->count, number);
  gtk_widget_set_sensitive (self->less, self->value > 0);
  gtk_widget_set_sensitive (self->more, self->value < LDR_TIMES_MAX);
}

static void
choose (LdrTimesPicker *self, int value)
{
  value = CLAMP (value, 0, LDR_TIMES_MAX);
  if (value == self->value)
    return;
  /* What can be pressed no longer hands the focus on before it loses it. */
  if (value == 0 && gtk_widget_has_focus (self->less))
    gtk_widget_grab_focus (self->more);
  self->value = value;
  show_value (self);
  g_signal_emit (self, chosen_signal, 0, (double) value);
}

static void
yes_cb (LdrTimesPicker *self)
{
  choose (self, MAX (self->value, 1));
}

static void
no_cb (LdrTimesPicker *self)
{
  choose (self, 0);
}

static void
less_cb (LdrTimesPicker *self)
{
  choose (self, self->value - 1);
}

static void
more_cb (LdrTimesPicker *self)
{
  choose (self, MAX (self->value, 0) + 1);
}

static gboolean
key_cb (LdrTimesPicker *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add)
    more_cb (self);
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    less_cb (self);
  else if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    choose (self, (int) (keyval - GDK_KEY_0));
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    choose (self, (int) (keyval - GDK_KEY_KP_0));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (LdrTimesPicker *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "times-step");
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_icon_button (LdrTimesPicker *self, const char *icon, const char *tooltip, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
ldr_times_picker_class_init (LdrTimesPickerClass *klass)
{
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_TIMES_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ldr_times_picker_init (LdrTimesPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = -1;
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ldr_times_picker_new:
 *
 * Returns: (transfer floating): a picker in which nothing is chosen
 */
GtkWidget *
ldr_times_picker_new (void)
{
  LdrTimesPicker *self = g_object_new (LDR_TYPE_TIMES_PICKER, NULL);
  GtkWidget *wrap_box = adw_wrap_box_new ();
  GtkWidget *counter = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap_box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap_box), 6);
  /* Translators: a button of a check-in: it happened that day */
  self->yes = make_button (self, C_ ("check-in", "Yes"), G_CALLBACK (yes_cb));
  /* Translators: a button of a check-in: it did not happen that day */
  self->no = make_button (self, C_ ("check-in", "No"), G_CALLBACK (no_cb));
  self->less = make_icon_button (self, "list-remove-symbolic", _ ("Once Less"), _ ("Once less"), G_CALLBACK (less_cb));
  self->more = make_icon_button (self, "list-add-symbolic", _ ("Once More"), _ ("Once more"), G_CALLBACK (more_cb));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->count, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_box_append (GTK_BOX (counter), self->less);
  gtk_box_append (GTK_BOX (counter), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (counter), self->more);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap_box), self->yes);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap_box), self->no);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap_box), counter);
  adw_bin_set_child (ADW_BIN (self), wrap_box);
  show_value (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_times_picker_set_value:
 * @self: a picker
 * @value: how many times, a whole number from 0 to 99, or NAN for none
 *
 * Shows a value, without the signal `chosen`.
 */
void
ldr_times_picker_set_value (LdrTimesPicker *self, double value)
{
  g_return_if_fail (LDR_IS_TIMES_PICKER (self));

  self->value = isnan (value) ? -1 : (int) value;
  show_value (self);
}

/**
 * ldr_times_picker_get_value:
 * @self: a picker
 *
 * Returns: how many times, or NAN for none
 */
double
ldr_times_picker_get_value (LdrTimesPicker *self)
{
  g_return_val_if_fail (LDR_IS_TIMES_PICKER (self), NAN);

  return self->value < 0 ? NAN : self->value;
}
