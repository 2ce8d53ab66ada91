/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminders-private.h"

#include "ldr-background.h"

/* Turning reminders on and off, and what follows from the settings. */

static void
begin (LdrReminders *self)
{
  self->on = TRUE;
  ldr_reminder_file_load (self->file);
  if (ldr_reminder_file_get_given (self->file) == 0)
    {
      ldr_reminder_file_set_given (self->file, self->clock (), 0);
      ldr_reminders_save (self);
    }
  ldr_reminders_prune (self);
  ldr_reminders_set_holding (self, TRUE);
  ldr_reminders_read_journal (self);
  ldr_reminders_look (self);
}

/* Nothing is left of them. */
static void
end (LdrReminders *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->alarm, g_source_remove);
  if (self->on)
    g_application_withdraw_notification (self->application, LDR_REMINDER_NOTIFICATION);
  self->on = FALSE;
  g_hash_table_remove_all (self->due);
  if (!ldr_reminder_file_remove (self->file, &error))
    g_warning ("The moments of reminders could not be removed: %s", error->message);
  ldr_reminders_set_holding (self, FALSE);
}

static void
wanted_cb (LdrReminders *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "reminders");

  if (wanted && !self->on)
    begin (self);
  else if (!wanted && self->on)
    end (self);
  if (!wanted && (self->state == LDR_REMINDERS_ON || self->state == LDR_REMINDERS_WHILE_RUNNING))
    ldr_reminders_set_state (self, LDR_REMINDERS_OFF);
  else if (wanted && self->state != LDR_REMINDERS_WHILE_RUNNING)
    ldr_reminders_set_state (self, LDR_REMINDERS_ON);
}

/* What was turned off must not come from a journal that is locked and cannot be asked anew. */
static void
kind_cb (LdrReminders *self, const char *key)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (!self->on || g_settings_get_boolean (self->settings, key))
    return;
  ids = ldr_reminder_file_list_journals (self->file);
  for (guint i = ids->len; i > 0; i--)
    ldr_reminder_file_set_moments (self->file, g_ptr_array_index (ids, i - 1), NULL);
  ldr_reminders_save (self);
}

/* A time that is set to an hour ago is meant for tomorrow. */
static void
rules_cb (LdrReminders *self, const char *key)
{
  if (!self->on)
    return;
  if (!g_str_has_prefix (key, "quiet-")
      && ldr_reminder_file_set_given (self->file, self->clock (), ldr_reminder_file_get_reflection_day (self->file)))
    ldr_reminders_save (self);
  ldr_reminders_look (self);
  ldr_reminders_read_journal (self);
}

static void
take_answer (LdrReminders *self, LdrBackgroundAnswer answer)
{
  static const LdrReminderState states[] = {
    [LDR_BACKGROUND_ALLOWED] = LDR_REMINDERS_ON,
    [LDR_BACKGROUND_WHILE_RUNNING] = LDR_REMINDERS_WHILE_RUNNING,
    [LDR_BACKGROUND_REFUSED] = LDR_REMINDERS_REFUSED,
    [LDR_BACKGROUND_NO_PORTAL] = LDR_REMINDERS_NO_PORTAL,
    [LDR_BACKGROUND_NO_NOTIFICATIONS] = LDR_REMINDERS_NO_NOTIFICATIONS,
  };

  ldr_reminders_set_state (self, states[answer]);
  g_settings_set_boolean (self->settings, "reminders", ldr_reminders_is_wanted (self));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrReminders) self = user_data;
  LdrBackgroundAnswer answer;

  /* Called off, and perhaps asked again. */
  if (!ldr_background_ask_finish (result, &answer, NULL))
    return;
  g_clear_object (&self->asking);
  take_answer (self, answer);
}

static void
ask (LdrReminders *self, GtkWindow *window)
{
  self->asking = g_cancellable_new ();
  ldr_background_ask_async (self->sandboxed, window, self->asking, answered_cb, g_object_ref (self));
}

void
ldr_reminders_stop_asking (LdrReminders *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* Goes on where they were when the application last ended, and follows the settings from there. */
void
ldr_reminders_follow_settings (LdrReminders *self)
{
  static const char *const kinds[] = { "remind-check-ins", "remind-sessions" };
  static const char *const rules[]
      = { "remind-check-ins", "check-ins-at",  "remind-reflection", "reflection-at", "reflection-weekdays",
          "remind-sessions",  "sessions-lead", "quiet-hours",       "quiet-from",    "quiet-until" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", kinds[i], NULL);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", rules[i], NULL);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (rules_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->settings, "changed::reminders", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  if (g_settings_get_boolean (self->settings, "reminders"))
    wanted_cb (self);
  else
    end (self);
}

/**
 * ldr_reminders_get_state:
 * @self: it
 *
 * Returns: whether they come, and if not, why
 */
LdrReminderState
ldr_reminders_get_state (LdrReminders *self)
{
  g_return_val_if_fail (LDR_IS_REMINDERS (self), LDR_REMINDERS_OFF);

  return self->state;
}

/**
 * ldr_reminders_is_wanted:
 * @self: it
 *
 * Returns: whether they come, or will if the desktop says yes to what it is being asked
 */
gboolean
ldr_reminders_is_wanted (LdrReminders *self)
{
  g_return_val_if_fail (LDR_IS_REMINDERS (self), FALSE);

  return self->state == LDR_REMINDERS_ON || self->state == LDR_REMINDERS_WHILE_RUNNING
         || self->state == LDR_REMINDERS_ASKING;
}

/**
 * ldr_reminders_turn_on:
 * @self: it
 * @window: (nullable): the window in which that was asked for
 *
 * Asks the desktop for what reminders need, and turns them on if it gives that. Otherwise they stay off and `state`
 * tells why.
 */
void
ldr_reminders_turn_on (LdrReminders *self, GtkWindow *window)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  if (ldr_reminders_is_wanted (self))
    return;
  ldr_reminders_set_state (self, LDR_REMINDERS_ASKING);
  ask (self, window);
}

/**
 * ldr_reminders_turn_off:
 * @self: it
 *
 * Turns them off: no moment of any stays outside the journals, and the application is not started at login any more.
 */
void
ldr_reminders_turn_off (LdrReminders *self)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  if (!ldr_reminders_is_wanted (self))
    return;
  ldr_reminders_stop_asking (self);
  if (self->state == LDR_REMINDERS_ON)
    ldr_background_give_up ();
  ldr_reminders_set_state (self, LDR_REMINDERS_OFF);
  g_settings_set_boolean (self->settings, "reminders", FALSE);
}

/**
 * ldr_reminders_check:
 * @self: it
 * @window: (nullable): the window in which they are looked at
 *
 * Asks again whether reminders that are on can still come, as its user may have told the desktop otherwise since.
 */
void
ldr_reminders_check (LdrReminders *self, GtkWindow *window)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  if (self->on && self->asking == NULL)
    ask (self, window);
}
