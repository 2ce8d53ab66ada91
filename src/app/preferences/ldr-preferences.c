/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-preferences.h"

#include <glib/gi18n.h>
#include <libspelling.h>

#include "ldr-application.h"
#include "reminders/ldr-reminders-page.h"

struct _LdrPreferences
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *scheme_row;
  AdwSpinRow *size_row;
  AdwSwitchRow *spelling_row;
  AdwComboRow *language_row;
  AdwComboRow *minutes_row;
  AdwSwitchRow *suspend_row;
  AdwSwitchRow *screen_row;
  GtkWidget *journal_group;
  AdwSwitchRow *keyring_row;
  AdwSwitchRow *backup_row;

  LdrWindow *window;
  GSettings *settings;
  GPtrArray *languages;
};

G_DEFINE_FINAL_TYPE (LdrPreferences, ldr_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* Minutes that the row offers; the last one is never. */
static const guint minute_choices[] = { 1, 2, 5, 10, 15, 30, 60, 0 };

/**
 * ldr_minutes_to_choice:
 * @minutes: a setting, 0 for never
 *
 * Returns: the row to show: the shortest one that is not shorter than @minutes, so that nothing looks stricter than it
 * is
 */
guint
ldr_minutes_to_choice (guint minutes)
{
  guint never = G_N_ELEMENTS (minute_choices) - 1;

  if (minutes == 0)
    return never;
  for (guint i = 0; i < never; i++)
    if (minutes <= minute_choices[i])
      return i;
  return never - 1;
}

/**
 * ldr_minutes_from_choice:
 * @choice: a row
 *
 * Returns: its minutes, 0 for never
 */
guint
ldr_minutes_from_choice (guint choice)
{
  return minute_choices[MIN (choice, G_N_ELEMENTS (minute_choices) - 1)];
}

static gboolean
get_minutes (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, ldr_minutes_to_choice (g_variant_get_uint32 (variant)));
  return TRUE;
}

static GVariant *
set_minutes (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_uint32 (ldr_minutes_from_choice (g_value_get_uint (value)));
}

static gboolean
get_size (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);
  return TRUE;
}

static GVariant *
set_size (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

/* The nicks of the setting, in the order of the rows. */
static const char *const schemes[] = { "system", "light", "dark", NULL };

static gboolean
get_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), schemes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_string (schemes[MIN (g_value_get_uint (value), 2)]);
}

static gboolean
get_language (GValue *value, GVariant *variant, gpointer user_data)
{
  GPtrArray *codes = user_data;
  guint choice = 0;

  for (guint i = 0; i < codes->len; i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), g_ptr_array_index (codes, i)))
      choice = i;
  g_value_set_uint (value, choice);
  return TRUE;
}

static GVariant *
set_language (const GValue *value, const GVariantType *type, gpointer user_data)
{
  GPtrArray *codes = user_data;
  guint choice = g_value_get_uint (value);

  return choice < codes->len ? g_variant_new_string (g_ptr_array_index (codes, choice)) : NULL;
}

static void
fill_languages (LdrPreferences *self)
{
  g_autoptr (GListModel) model = spelling_provider_list_languages (spelling_provider_get_default ());
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_append (names, _ ("Like the desktop"));
  g_ptr_array_add (self->languages, g_strdup (""));
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SpellingLanguage) language = g_list_model_get_item (model, i);

      gtk_string_list_append (names, spelling_language_get_name (language));
      g_ptr_array_add (self->languages, g_strdup (spelling_language_get_code (language)));
    }
  adw_combo_row_set_expression (self->language_row, name);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
}

static void
fill_minutes (LdrPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (minute_choices); i++)
    {
      guint minutes = minute_choices[i];

      if (minutes == 0)
        gtk_string_list_append (names, _ ("Never"));
      else
        gtk_string_list_take (names, g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes));
    }
  adw_combo_row_set_model (self->minutes_row, G_LIST_MODEL (names));
}

static void
bind_settings (LdrPreferences *self)
{
  GSettings *settings = self->settings;
  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT;

  g_settings_bind (settings, "spelling", self->spelling_row, "active", flags);
  g_settings_bind (settings, "spelling", self->language_row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "lock-on-suspend", self->suspend_row, "active", flags);
  g_settings_bind (settings, "lock-on-screen-lock", self->screen_row, "active", flags);
  g_settings_bind (settings, "backup-at-lock", self->backup_row, "active", flags);
  g_settings_bind_with_mapping (settings, "auto-lock-minutes", self->minutes_row, "selected", flags, get_minutes,
                                set_minutes, NULL, NULL);
  g_settings_bind_with_mapping (settings, "text-size", self->size_row, "value", flags, get_size, set_size, NULL, NULL);
  g_settings_bind_with_mapping (settings, "color-scheme", self->scheme_row, "selected", flags, get_scheme, set_scheme,
                                NULL, NULL);
  g_settings_bind_with_mapping (settings, "spelling-language", self->language_row, "selected", flags, get_language,
                                set_language, g_ptr_array_ref (self->languages), (GDestroyNotify) g_ptr_array_unref);
}

/* The switch follows the item and never the other way round: the keyring may refuse. */
static void
keyring_cb (LdrPreferences *self)
{
  LdrShelfItem *item = self->window != NULL ? ldr_window_get_item (self->window) : NULL;
  gboolean wanted = adw_switch_row_get_active (self->keyring_row);

  if (item != NULL && wanted != ldr_window_wants_keyring (self->window))
    ldr_window_set_keyring (self->window, wanted);
}

static void
ldr_preferences_dispose (GObject *object)
{
  LdrPreferences *self = LDR_PREFERENCES (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_PREFERENCES);

  G_OBJECT_CLASS (ldr_preferences_parent_class)->dispose (object);
}

static void
ldr_preferences_class_init (LdrPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/preferences/ldr-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, size_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, spelling_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, suspend_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, screen_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, journal_group);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, keyring_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPreferences, backup_row);
  gtk_widget_class_bind_template_callback (widget_class, keyring_cb);
}

static void
ldr_preferences_init (LdrPreferences *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  fill_minutes (self);
  bind_settings (self);
}

/**
 * ldr_preferences_new:
 * @window: the window
 *
 * Returns: (transfer floating): the preferences, with those of the open journal when there is one
 */
AdwDialog *
ldr_preferences_new (LdrWindow *window)
{
  LdrPreferences *self = g_object_new (LDR_TYPE_PREFERENCES, NULL);
  gboolean open = ldr_window_get_journal (window) != NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  g_set_weak_pointer (&self->window, window);
  adw_preferences_dialog_add (
      ADW_PREFERENCES_DIALOG (self),
      ldr_reminders_page_new (ldr_application_get_reminders (LDR_APPLICATION (application)), self->settings));
  gtk_widget_set_visible (self->journal_group, open);
  if (open)
    g_object_bind_property (ldr_window_get_item (window), "keyring", self->keyring_row, "active",
                            G_BINDING_SYNC_CREATE);
  return ADW_DIALOG (self);
}
