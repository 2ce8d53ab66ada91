/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminder-rules.h"

/**
 * ldr_reminder_rules_read:
 * @self: (out): rules
 * @settings: the application's settings
 *
 * Reads what its user wants.
 */
void
ldr_reminder_rules_read (LdrReminderRules *self, GSettings *settings)
{
  self->check_ins = g_settings_get_boolean (settings, "remind-check-ins");
  self->check_ins_at = (int) g_settings_get_uint (settings, "check-ins-at");
  self->reflection = g_settings_get_boolean (settings, "remind-reflection");
  self->reflection_at = (int) g_settings_get_uint (settings, "reflection-at");
  self->reflection_weekdays = g_settings_get_uint (settings, "reflection-weekdays");
  self->sessions = g_settings_get_boolean (settings, "remind-sessions");
  self->sessions_lead = (int) g_settings_get_uint (settings, "sessions-lead");
  self->quiet = g_settings_get_boolean (settings, "quiet-hours");
  self->quiet_from = (int) g_settings_get_uint (settings, "quiet-from");
  self->quiet_until = (int) g_settings_get_uint (settings, "quiet-until");
}
