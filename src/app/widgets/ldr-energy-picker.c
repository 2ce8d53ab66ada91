/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-energy-picker.h"

#include <glib/gi18n.h>
#include "model/ldr-entry.h"

/**
 * LdrEnergyPicker:
 *
 * How much energy a moment gave or took, in five steps. A press on the step that is set, or Delete, takes it back to
 * none; the left and right arrows move along it, mirrored where one reads from the right.
 */
struct _LdrEnergyPicker
{
  GtkWidget parent_instance;

  GtkWidget *caption;
  GtkWidget *steps[LDR_ENERGY_MAX];
  int energy;
};

typedef enum
{
  PROP_ENERGY = 1,
} LdrEnergyPickerProperty;

static GParamSpec *properties[PROP_ENERGY + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEnergyPicker, ldr_energy_picker, GTK_TYPE_WIDGET)

static void
choose (LdrEnergyPicker *self, int energy)
{
  energy = CLAMP (energy, LDR_ENERGY_UNKNOWN, LDR_ENERGY_MAX);
  if (energy == self->energy)
    return;

  ldr_energy_picker_set_energy (self, energy);
  if (energy > 0)
    gtk_widget_grab_focus (self->steps[energy - 1]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
clicked_cb (LdrEnergyPicker *self, GtkWidget *step)
{
  for (int i = 0; i < LDR_ENERGY_MAX; i++)
    if (self->steps[i] == step)
      choose (self, self->energy == i + 1 ? LDR_ENERGY_UNKNOWN : i + 1);
}

static gboolean
key_cb (LdrEnergyPicker *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, self->energy + forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, self->energy - forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
    case GDK_KEY_0:
      choose (self, LDR_ENERGY_UNKNOWN);
      return GDK_EVENT_STOP;
    default:
      if (keyval < GDK_KEY_1 || keyval > GDK_KEY_5)
        return GDK_EVENT_PROPAGATE;
      choose (self, (int) (keyval - GDK_KEY_0));
      return GDK_EVENT_STOP;
    }
}

static void
ldr_energy_picker_dispose (GObject *object)
{
  LdrEnergyPicker *self = LDR_ENERGY_PICKER (object);

  g_clear_pointer (&self->caption, gtk_widget_unparent);
  for (int i = 0; i < LDR_ENERGY_MAX; i++)
    g_clear_pointer (&self->steps[i], gtk_widget_unparent);

  G_OBJECT_CLASS (ldr_energy_picker_parent_class)->dispose (object);
}

static void
ldr_energy_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrEnergyPickerProperty) prop_id)
    {
    case PROP_ENERGY:
      g_value_set_int (value, LDR_ENERGY_PICKER (object)->energy);
      break;
    }
}

static void
ldr_energy_picker_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrEnergyPickerProperty) prop_id)
    {
    case PROP_ENERGY:
      ldr_energy_picker_set_energy (LDR_ENERGY_PICKER (object), g_value_get_int (value));
      break;
    }
}

static void
ldr_energy_picker_class_init (LdrEnergyPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_energy_picker_dispose;
  object_class->get_property = ldr_energy_picker_get_property;
  object_class->set_property = ldr_energy_picker_set_property;

  properties[PROP_ENERGY]
      = g_param_spec_int ("energy", NULL, NULL, LDR_ENERGY_UNKNOWN, LDR_ENERGY_MAX, LDR_ENERGY_UNKNOWN,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_ENERGY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ldr_energy_picker_init (LdrEnergyPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->caption = gtk_label_new (_ ("Energy"));
  gtk_widget_add_css_class (self->caption, "dimmed");
  gtk_widget_set_margin_end (self->caption, 4);
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  for (int i = 0; i < LDR_ENERGY_MAX; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      self->steps[i] = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->steps[i]), dot);
      gtk_widget_add_css_class (self->steps[i], "flat");
      gtk_widget_add_css_class (self->steps[i], "energy-step");
      gtk_widget_set_valign (self->steps[i], GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->steps[i], ldr_energy_describe (i + 1));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ldr_energy_describe (i + 1), -1);
      g_signal_connect_swapped (self->steps[i], "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_set_parent (self->steps[i], GTK_WIDGET (self));
    }
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ldr_energy_describe (LDR_ENERGY_UNKNOWN), -1);
}

/**
 * ldr_energy_picker_new:
 *
 * Makes a picker that is set to none.
 *
 * Returns: (transfer floating): a new picker
 */
GtkWidget *
ldr_energy_picker_new (void)
{
  return g_object_new (LDR_TYPE_ENERGY_PICKER, NULL);
}

/**
 * ldr_energy_picker_get_energy:
 * @self: a picker
 *
 * Returns: 1 to 5, or %LDR_ENERGY_UNKNOWN
 */
int
ldr_energy_picker_get_energy (LdrEnergyPicker *self)
{
  g_return_val_if_fail (LDR_IS_ENERGY_PICKER (self), LDR_ENERGY_UNKNOWN);

  return self->energy;
}

/**
 * ldr_energy_picker_set_energy:
 * @self: a picker
 * @energy: 1 to 5, or %LDR_ENERGY_UNKNOWN
 *
 * Sets the energy without the signal `changed`.
 */
void
ldr_energy_picker_set_energy (LdrEnergyPicker *self, int energy)
{
  g_return_if_fail (LDR_IS_ENERGY_PICKER (self));
  g_return_if_fail (energy >= LDR_ENERGY_UNKNOWN && energy <= LDR_ENERGY_MAX);

  if (self->energy == energy)
    return;

  self->energy = energy;
  for (int i = 0; i < LDR_ENERGY_MAX; i++)
    {
      if (i < energy)
        gtk_widget_add_css_class (self->steps[i], "filled");
      else
        gtk_widget_remove_css_class (self->steps[i], "filled");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->steps[i]), GTK_ACCESSIBLE_STATE_PRESSED,
                                   i + 1 == energy ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ldr_energy_describe (energy),
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENERGY]);
}

/**
 * ldr_energy_describe:
 * @energy: 1 to 5, or %LDR_ENERGY_UNKNOWN
 *
 * Puts the energy of an entry into words.
 *
 * Returns: (transfer none): a short phrase
 */
const char *
ldr_energy_describe (int energy)
{
  switch (energy)
    {
    case 1:
      return _ ("Energy 1 of 5: drained");
    case 2:
      return _ ("Energy 2 of 5: low");
    case 3:
      return _ ("Energy 3 of 5: all right");
    case 4:
      return _ ("Energy 4 of 5: good");
    case 5:
      return _ ("Energy 5 of 5: full of it");
    default:
      return _ ("Energy: not noted");
    }
}
