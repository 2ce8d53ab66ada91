/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "shelf/ldr-outside.h"
#include "shelf/ldr-trouble.h"

/* Locking. A journal whose last words cannot be saved is held: it stays open, so that nothing is lost, but it is as
 * locked as any other: not a word of it is shown before the passphrase is given. While it is held, saving is tried
 * again by itself, so often (seconds). */
#define RETRY 15

static void save_and_close (LdrWindow *self);

/* Closes every dialog, whatever it is about. */
void
ldr_window_close_dialogs (LdrWindow *self)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      if (dialog != NULL)
        adw_dialog_force_close (dialog);
    }
}

/* A toast that needs no answer: the journal itself is in order. */
void
ldr_window_say_no_backup (LdrWindow *self, const GError *error)
{
  g_autofree char *line = ldr_trouble_line (LDR_OCCASION_BACK_UP, error);

  ldr_window_say (self, line);
}

/* Nothing of the journal may stay on the screen, in a dialog or in a toast, nor where a screen reader looks. */
static void
hide_content (LdrWindow *self)
{
  ldr_window_close_dialogs (self);
  ldr_outside_call_off (GTK_WINDOW (self));
  adw_toast_overlay_dismiss_all (self->toasts);
  gtk_widget_set_visible (self->workspace, FALSE);
  ldr_window_show_unlock (self, self->item);
}

static gboolean
retry_cb (gpointer data)
{
  LdrWindow *self = data;

  /* Not between a passphrase and its answer. */
  if (self->locking || ldr_unlock_page_is_busy (LDR_UNLOCK_PAGE (self->unlock_page)))
    return G_SOURCE_CONTINUE;
  self->retry_id = 0;
  save_and_close (self);
  return G_SOURCE_REMOVE;
}

/* Gives up what could not be saved, as the one who closes the window asked for. */
static void
leave_without_saving (LdrWindow *self)
{
  ldr_workspace_abandon (LDR_WORKSPACE (self->workspace));
  ldr_window_lock_then (self, ldr_window_leave);
}

static void
not_saved_response_cb (AdwAlertDialog *dialog, const char *response, LdrWindow *self)
{
  if (!self->held)
    return;
  if (g_str_equal (response, "again"))
    ldr_window_lock_then (self, self->next);
  else if (g_str_equal (response, "leave"))
    leave_without_saving (self);
  else
    self->next = NULL;
}

/* Tells what came of locking; the way back to the text is the passphrase. */
static void
tell_not_saved (LdrWindow *self, const GError *error)
{
  g_autofree char *trouble = ldr_trouble_body (LDR_OCCASION_SAVE, error);
  g_autofree char *body = g_strconcat (
      trouble, "\n\n", _ ("The journal is locked and goes on trying. Unlock it to see the text or save a copy."), NULL);
  AdwDialog *dialog = adw_alert_dialog_new (ldr_trouble_title (LDR_OCCASION_SAVE), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"), NULL);
  if (self->next == ldr_window_leave)
    {
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "leave", _ ("_Quit Without Saving"), NULL);
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "again", _ ("_Try Again"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "again", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "again");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (not_saved_response_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (self));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The last words could not be saved. */
static void
hold (LdrWindow *self, const GError *error)
{
  gboolean first = !self->held;

  self->locking = FALSE;
  self->held = TRUE;
  ldr_shelf_sitting_end (self->sitting);
  ldr_window_note_journal (self);
  ldr_auto_lock_set_active (self->auto_lock, FALSE);
  ldr_auto_lock_settle (self->auto_lock);
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), NULL);
  ldr_unlock_page_set_held (LDR_UNLOCK_PAGE (self->unlock_page), self->journal);
  ldr_window_update_actions (self);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->retry_id = g_timeout_add_seconds (RETRY, retry_cb, self);
  if (first)
    tell_not_saved (self, error);
}

static void
release (LdrWindow *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->held = FALSE;
}

/* The passphrase was given: the journal that is held is shown again, as it was left. */
void
ldr_window_admit (LdrWindow *self)
{
  if (!self->held)
    return;
  release (self);
  self->next = NULL;
  ldr_window_close_dialogs (self);
  ldr_window_show_workspace (self);
  ldr_window_note_journal (self);
  ldr_auto_lock_set_active (self->auto_lock, TRUE);
  ldr_window_read_waiting_pack (self);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) backup_error = NULL;
  g_autoptr (GError) error = NULL;
  LdrWindowNext next = g_steal_pointer (&self->next);

  if (!ldr_keeper_close_finish (LDR_KEEPER (source), result, &backup_error, &error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_SAVE, error);
  if (backup_error != NULL)
    ldr_window_say_no_backup (self, backup_error);

  g_clear_object (&self->keeper);
  g_clear_object (&self->journal);
  ldr_window_note_journal (self);
  if (self->workspace != NULL)
    gtk_stack_remove (self->pages, g_steal_pointer (&self->workspace));
  self->locking = FALSE;
  ldr_auto_lock_set_active (self->auto_lock, !ldr_shelf_sitting_is_empty (self->sitting));
  ldr_auto_lock_settle (self->auto_lock);
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), NULL);
  ldr_window_update_actions (self);
  if (next != NULL)
    next (self);
  else
    gtk_widget_grab_focus (self->unlock_page);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_workspace_flush_finish (LDR_WORKSPACE (source), result, &error))
    {
      hold (self, error);
      return;
    }
  if (self->held)
    {
      release (self);
      ldr_window_close_dialogs (self);
      ldr_unlock_page_set_held (LDR_UNLOCK_PAGE (self->unlock_page), NULL);
    }
  if (self->next != NULL && self->next != ldr_window_leave)
    ldr_shelf_sitting_read (self->sitting, self->journal);
  /* A restore puts the journal aside itself; a backup now could push the one to be restored out of those that are kept.
   */
  ldr_keeper_close_async (self->keeper,
                          self->restoring == NULL && g_settings_get_boolean (self->settings, "backup-at-lock"),
                          closed_cb, g_object_ref (self));
}

static void
save_and_close (LdrWindow *self)
{
  self->locking = TRUE;
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), _ ("Saving and locking…"));
  ldr_window_update_actions (self);
  ldr_workspace_flush_async (LDR_WORKSPACE (self->workspace), NULL, flushed_cb, g_object_ref (self));
}

/* A journal that was just made, is open, and waits for its writer to begin. */
LdrJournal *
ldr_window_get_pending (LdrWindow *self)
{
  return self->welcome_page != NULL ? ldr_welcome_page_get_pending (LDR_WELCOME_PAGE (self->welcome_page)) : NULL;
}

static void
pending_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LdrWindowNext next = g_steal_pointer (&self->next);

  if (!ldr_journal_close_finish (LDR_JOURNAL (source), result, &error))
    g_warning ("A new journal did not close cleanly: %s", error->message);
  self->locking = FALSE;
  ldr_window_update_actions (self);
  if (next != NULL)
    next (self);
}

/* Nothing was written in it yet, so it only closes. */
static void
close_pending (LdrWindow *self, LdrWindowNext next)
{
  g_autoptr (LdrJournal) pending = ldr_welcome_page_take_pending (LDR_WELCOME_PAGE (self->welcome_page));

  self->next = next;
  self->locking = TRUE;
  ldr_window_close_dialogs (self);
  ldr_outside_call_off (GTK_WINDOW (self));
  ldr_window_update_actions (self);
  ldr_journal_close_async (pending, NULL, pending_closed_cb, g_object_ref (self));
}

/* Locks the open journal and goes on with @next: the screen is empty at once, then the last words are saved, a backup
 * is made, and the file is closed. Without an open journal @next comes at once. Asked for again while a journal is
 * held, a failure is told again. Where nothing follows, or the window goes, the sitting is over too. */
void
ldr_window_lock_then (LdrWindow *self, LdrWindowNext next)
{
  if (next == NULL || next == ldr_window_leave)
    ldr_shelf_sitting_end (self->sitting);
  if (self->locking)
    {
      self->next = next;
      return;
    }
  if (ldr_window_get_pending (self) != NULL)
    {
      close_pending (self, next);
      return;
    }
  if (self->journal == NULL)
    {
      if (next != NULL)
        next (self);
      return;
    }

  self->next = next;
  release (self);
  hide_content (self);
  save_and_close (self);
}
