/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminders-page.h"

#include <glib/gi18n.h>

#include "ldr-reminder-rules.h"
#include "ldr-time-row.h"
#include "ldr-weekdays-row.h"

struct _LdrRemindersPage
{
  AdwPreferencesPage parent_instance;

  AdwSwitchRow *on_row;
  GtkWidget *what_group;
  AdwExpanderRow *check_ins_row;
  AdwSpinRow *check_ins_at_row;
  AdwExpanderRow *reflection_row;
  AdwSpinRow *reflection_at_row;
  GtkWidget *weekdays_row;
  AdwExpanderRow *sessions_row;
  AdwSpinRow *sessions_lead_row;
  AdwExpanderRow *quiet_row;
  AdwSpinRow *quiet_from_row;
  AdwSpinRow *quiet_until_row;

  LdrReminders *reminders;
  GSettings *settings;
  gboolean checked;
};

G_DEFINE_FINAL_TYPE (LdrRemindersPage, ldr_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

/**
 * ldr_reminders_describe:
 * @state: a state
 *
 * Returns: (transfer full): whether reminders come, and if not, why
 */
char *
ldr_reminders_describe (LdrReminderState state)
{
  switch (state)
    {
    case LDR_REMINDERS_OFF:
      return g_strdup (_ ("Off. Turning them on asks the desktop to let Leidraad wait in the background."));
    case LDR_REMINDERS_ASKING:
      return g_strdup (_ ("Asking the desktop…"));
    case LDR_REMINDERS_ON:
      return g_strdup (
          _ ("Leidraad waits in the background, also with its window closed, and starts when you log in."));
    case LDR_REMINDERS_WHILE_RUNNING:
      return g_strdup (_ ("They come while Leidraad runs, also with its window closed. This desktop does not start it "
                          "when you log in."));
    case LDR_REMINDERS_REFUSED:
      return g_strdup (_ ("Off: the desktop does not let Leidraad wait in the background. You can allow that in the "
                          "desktop’s own settings, under Apps."));
    case LDR_REMINDERS_NO_PORTAL:
      return g_strdup (_ ("Off: nothing on this desktop can let Leidraad wait in the background."));
    case LDR_REMINDERS_NO_NOTIFICATIONS:
      return g_strdup (_ ("Off: this desktop shows no notifications, so a reminder would not reach you."));
    }
  return NULL;
}

/* The switch shows what is, not what was asked for: the desktop may say no. */
static void
show_state (LdrRemindersPage *self)
{
  g_autofree char *description = ldr_reminders_describe (ldr_reminders_get_state (self->reminders));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->on_row), description);
  adw_switch_row_set_active (self->on_row, ldr_reminders_is_wanted (self->reminders));
  gtk_widget_set_sensitive (self->what_group, ldr_reminders_is_wanted (self->reminders));
}

static void
state_cb (LdrRemindersPage *self)
{
  show_state (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->on_row)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->on_row), adw_action_row_get_subtitle (ADW_ACTION_ROW (self->on_row)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkWindow *
get_window (LdrRemindersPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
switched_cb (LdrRemindersPage *self)
{
  gboolean wanted = adw_switch_row_get_active (self->on_row);

  if (self->reminders == NULL || wanted == ldr_reminders_is_wanted (self->reminders))
    return;
  if (wanted)
    ldr_reminders_turn_on (self->reminders, get_window (self));
  else
    ldr_reminders_turn_off (self->reminders);
}

static void
ldr_reminders_page_map (GtkWidget *widget)
{
  LdrRemindersPage *self = LDR_REMINDERS_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_reminders_page_parent_class)->map (widget);
  /* Once: a dialog that becomes a bottom sheet is mapped anew. */
  if (!self->checked)
    ldr_reminders_check (self->reminders, get_window (self));
  self->checked = TRUE;
}

static void
ldr_reminders_page_dispose (GObject *object)
{
  LdrRemindersPage *self = LDR_REMINDERS_PAGE (object);

  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_REMINDERS_PAGE);

  G_OBJECT_CLASS (ldr_reminders_page_parent_class)->dispose (object);
}

static void
ldr_reminders_page_class_init (LdrRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_reminders_page_dispose;
  widget_class->map = ldr_reminders_page_map;

  g_type_ensure (LDR_TYPE_WEEKDAYS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/reminders/ldr-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, on_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, what_group);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, check_ins_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, check_ins_at_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, reflection_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, reflection_at_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, sessions_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, sessions_lead_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, quiet_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, quiet_from_row);
  gtk_widget_class_bind_template_child (widget_class, LdrRemindersPage, quiet_until_row);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
ldr_reminders_page_init (LdrRemindersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ldr_time_row_set_up (self->check_ins_at_row);
  ldr_time_row_set_up (self->reflection_at_row);
  ldr_time_row_set_up (self->quiet_from_row);
  ldr_time_row_set_up (self->quiet_until_row);
}

/* What the rows say although they are folded. */
static void
show_rules (LdrRemindersPage *self)
{
  g_autofree char *check_ins_at = NULL;
  g_autofree char *reflection_at = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *check_ins = NULL;
  g_autofree char *reflection = NULL;
  g_autofree char *sessions = NULL;
  g_autofree char *quiet = NULL;
  LdrReminderRules rules;

  ldr_reminder_rules_read (&rules, self->settings);
  check_ins_at = ldr_time_format (rules.check_ins_at);
  reflection_at = ldr_time_format (rules.reflection_at);
  from = ldr_time_format (rules.quiet_from);
  until = ldr_time_format (rules.quiet_until);
  /* Translators: %s is a time such as 16:30 */
  check_ins = g_strdup_printf (_ ("At %s, on the days that your goals ask for one"), check_ins_at);
  /* Translators: %s is a time such as 17:00 */
  reflection = g_strdup_printf (_ ("At %s, on days that you have not written yet"), reflection_at);
  sessions = g_strdup_printf (
      ngettext ("%d minute ahead of every session", "%d minutes ahead of every session", (gulong) rules.sessions_lead),
      rules.sessions_lead);
  /* Translators: two times such as 21:30 and 07:30 */
  quiet = g_strdup_printf (_ ("From %s until %s; what would come then waits"), from, until);
  adw_expander_row_set_subtitle (self->check_ins_row, check_ins);
  adw_expander_row_set_subtitle (self->reflection_row, reflection);
  adw_expander_row_set_subtitle (self->sessions_row, sessions);
  adw_expander_row_set_subtitle (self->quiet_row, quiet);
}

static gboolean
get_number (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_uint32 (variant));
  return TRUE;
}

static GVariant *
set_number (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_uint32 ((guint32) g_value_get_double (value));
}

static void
bind_number (GSettings *settings, const char *key, AdwSpinRow *row)
{
  g_settings_bind_with_mapping (settings, key, row, "value", G_SETTINGS_BIND_DEFAULT, get_number, set_number, NULL,
                                NULL);
}

static void
bind_settings (LdrRemindersPage *self, GSettings *settings)
{
  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT;

  g_settings_bind (settings, "remind-check-ins", self->check_ins_row, "enable-expansion", flags);
  g_settings_bind (settings, "remind-reflection", self->reflection_row, "enable-expansion", flags);
  g_settings_bind (settings, "remind-sessions", self->sessions_row, "enable-expansion", flags);
  g_settings_bind (settings, "quiet-hours", self->quiet_row, "enable-expansion", flags);
  g_settings_bind (settings, "reflection-weekdays", self->weekdays_row, "weekdays", flags);
  bind_number (settings, "check-ins-at", self->check_ins_at_row);
  bind_number (settings, "reflection-at", self->reflection_at_row);
  bind_number (settings, "sessions-lead", self->sessions_lead_row);
  bind_number (settings, "quiet-from", self->quiet_from_row);
  bind_number (settings, "quiet-until", self->quiet_until_row);
}

/**
 * ldr_reminders_page_new:
 * @reminders: the reminders
 * @settings: the application's settings
 *
 * Returns: (transfer floating): the page of the preferences
 */
AdwPreferencesPage *
ldr_reminders_page_new (LdrReminders *reminders, GSettings *settings)
{
  LdrRemindersPage *self = g_object_new (LDR_TYPE_REMINDERS_PAGE, NULL);

  self->reminders = g_object_ref (reminders);
  self->settings = g_object_ref (settings);
  bind_settings (self, settings);
  show_rules (self);
  show_state (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (show_rules), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  return ADW_PREFERENCES_PAGE (self);
}
