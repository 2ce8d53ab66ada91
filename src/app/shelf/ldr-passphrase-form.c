/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-passphrase-form.h"

#include <glib/gi18n.h>

struct _LdrPassphraseForm
{
  AdwPreferencesGroup parent_instance;

  AdwPasswordEntryRow *passphrase_row;
  AdwPasswordEntryRow *again_row;
  GtkLevelBar *strength_bar;
  GtkLabel *advice_label;
  GtkWidget *caps_label;
  gboolean valid;
};

typedef enum
{
  PROP_VALID = 1,
} LdrPassphraseFormProperty;

static GParamSpec *properties[PROP_VALID + 1];
static guint activated_signal;

G_DEFINE_FINAL_TYPE (LdrPassphraseForm, ldr_passphrase_form, ADW_TYPE_PREFERENCES_GROUP)

/**
 * ldr_passphrase_advice:
 * @strength: how strong the passphrase is
 * @different: whether the second field holds something else
 *
 * Returns: (transfer none): what to tell its writer, one or two sentences
 */
const char *
ldr_passphrase_advice (LdrStrength strength, gboolean different)
{
  if (different)
    return _ ("The two are not the same yet.");

  switch (strength)
    {
    case LDR_STRENGTH_NONE:
      return _ (
          "Four words that do not belong together are strong and easy to remember. Nobody can look it up for you.");
    case LDR_STRENGTH_WEAK:
      return _ ("Quickly guessed. Add a word or two.");
    case LDR_STRENGTH_FAIR:
      return _ ("Keeps the curious out. One more word keeps everybody out.");
    case LDR_STRENGTH_GOOD:
      return _ ("Good: guessing it would take years.");
    case LDR_STRENGTH_STRONG:
      return _ ("Strong: guessing it would take longer than anybody has.");
    }
  return "";
}

static void
caps_lock_cb (GdkDevice *keyboard, GParamSpec *pspec, GtkWidget *label)
{
  gtk_widget_set_visible (label, gdk_device_get_caps_lock_state (keyboard));
}

/**
 * ldr_watch_caps_lock:
 * @label: a label that says that Caps Lock is on
 *
 * Shows @label as long as Caps Lock is on.
 */
void
ldr_watch_caps_lock (GtkWidget *label)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (label));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  if (keyboard == NULL)
    return;
  g_signal_connect_object (keyboard, "notify::caps-lock-state", G_CALLBACK (caps_lock_cb), label, G_CONNECT_DEFAULT);
  caps_lock_cb (keyboard, NULL, label);
}

static void
changed_cb (LdrPassphraseForm *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again_row));
  LdrStrength strength = ldr_passphrase_strength (passphrase);
  gboolean different = *again != '\0' && !g_str_has_prefix (passphrase, again);
  gboolean valid = *passphrase != '\0' && g_str_equal (passphrase, again);

  gtk_level_bar_set_value (self->strength_bar, strength);
  gtk_label_set_label (self->advice_label, ldr_passphrase_advice (strength, different));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strength_bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  ldr_passphrase_advice (strength, different), -1);
  if (different)
    gtk_widget_add_css_class (GTK_WIDGET (self->again_row), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->again_row), "warning");

  if (self->valid == valid)
    return;
  self->valid = valid;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
activated_cb (LdrPassphraseForm *self, GtkWidget *row)
{
  if (self->valid)
    g_signal_emit (self, activated_signal, 0);
  else if (row == GTK_WIDGET (self->passphrase_row))
    gtk_widget_grab_focus (GTK_WIDGET (self->again_row));
}

static void
ldr_passphrase_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrPassphraseFormProperty) prop_id)
    {
    case PROP_VALID:
      g_value_set_boolean (value, LDR_PASSPHRASE_FORM (object)->valid);
      break;
    }
}

static gboolean
ldr_passphrase_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LDR_PASSPHRASE_FORM (widget)->passphrase_row));
}

static void
ldr_passphrase_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_PASSPHRASE_FORM);

  G_OBJECT_CLASS (ldr_passphrase_form_parent_class)->dispose (object);
}

static void
ldr_passphrase_form_class_init (LdrPassphraseFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_passphrase_form_dispose;
  object_class->get_property = ldr_passphrase_form_get_property;
  widget_class->grab_focus = ldr_passphrase_form_grab_focus;

  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  activated_signal
      = g_signal_new ("activated", LDR_TYPE_PASSPHRASE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/shelf/ldr-passphrase-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseForm, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseForm, again_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseForm, strength_bar);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseForm, advice_label);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseForm, caps_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ldr_passphrase_form_init (LdrPassphraseForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_level_bar_add_offset_value (self->strength_bar, GTK_LEVEL_BAR_OFFSET_LOW, LDR_STRENGTH_WEAK);
  gtk_level_bar_add_offset_value (self->strength_bar, GTK_LEVEL_BAR_OFFSET_HIGH, LDR_STRENGTH_GOOD);
  gtk_level_bar_add_offset_value (self->strength_bar, GTK_LEVEL_BAR_OFFSET_FULL, LDR_STRENGTH_STRONG);
  ldr_watch_caps_lock (self->caps_label);
  changed_cb (self);
}

/**
 * ldr_passphrase_form_get_passphrase:
 * @self: a form
 *
 * Returns: (transfer none): what stands in the first field
 */
const char *
ldr_passphrase_form_get_passphrase (LdrPassphraseForm *self)
{
  g_return_val_if_fail (LDR_IS_PASSPHRASE_FORM (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
}

/**
 * ldr_passphrase_form_get_valid:
 * @self: a form
 *
 * Returns: whether there is a passphrase, twice the same
 */
gboolean
ldr_passphrase_form_get_valid (LdrPassphraseForm *self)
{
  g_return_val_if_fail (LDR_IS_PASSPHRASE_FORM (self), FALSE);

  return self->valid;
}

/**
 * ldr_passphrase_form_clear:
 * @self: a form
 *
 * Empties both fields.
 */
void
ldr_passphrase_form_clear (LdrPassphraseForm *self)
{
  g_return_if_fail (LDR_IS_PASSPHRASE_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}
