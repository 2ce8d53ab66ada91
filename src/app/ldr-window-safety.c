/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "shelf/ldr-backups-dialog.h"
#include "shelf/ldr-passphrase-dialog.h"
#include "shelf/ldr-recovery-dialog.h"
#include "shelf/ldr-trouble.h"

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrBackup) backup = ldr_keeper_back_up_finish (LDR_KEEPER (source), result, &error);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (backup == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_BACK_UP, error);
      return;
    }
  ldr_window_say (self, _ ("Backup made and checked"));
  if (LDR_IS_BACKUPS_DIALOG (dialog))
    ldr_backups_dialog_reload (LDR_BACKUPS_DIALOG (dialog));
}

/* Makes a backup of the open journal now. */
void
ldr_window_back_up (LdrWindow *self)
{
  if (self->keeper != NULL)
    ldr_keeper_back_up_async (self->keeper, NULL, backed_up_cb, g_object_ref (self));
}

static void
reopened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournal) journal = ldr_journal_open_finish (result, &error);

  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), NULL);
  if (journal == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
      return;
    }
  ldr_window_take_journal (self, self->item, journal);
  ldr_window_say (self, _ ("The backup is restored"));
}

/* The key with which to open a journal again after its file was replaced. */
typedef struct
{
  LdrWindow *window;
  char *sheet;
} Reopen;

static void
reopen_free (Reopen *reopen)
{
  g_object_unref (reopen->window);
  secret_password_wipe (reopen->sheet);
  g_free (reopen->sheet);
  g_free (reopen);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reopen, reopen_free)

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reopen) reopen = user_data;
  LdrWindow *self = reopen->window;
  g_autoptr (GError) error = NULL;

  if (!ldr_restore_finish (result, &error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_RESTORE, error);
  ldr_journal_open_with_recovery_async (ldr_shelf_item_get_path (self->item), reopen->sheet, NULL, reopened_cb,
                                        g_object_ref (self));
}

/* The journal is closed: its file may be replaced. */
static void
restore_closed (LdrWindow *self)
{
  g_autoptr (LdrBackup) backup = g_steal_pointer (&self->restoring);
  g_autofree char *sheet = g_object_steal_data (G_OBJECT (self), "restoring-sheet");
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  Reopen *reopen;

  if (backup == NULL || sheet == NULL)
    return;
  key = ldr_key_from_recovery (sheet, &error);
  if (key == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_RESTORE, error);
      return;
    }
  reopen = g_new0 (Reopen, 1);
  reopen->window = g_object_ref (self);
  reopen->sheet = g_steal_pointer (&sheet);
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), _ ("Restoring the backup…"));
  ldr_restore_async (backup, ldr_shelf_item_get_path (self->item), key, restored_cb, reopen);
}

static void
flushed_for_restore_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_workspace_flush_finish (LDR_WORKSPACE (source), result, &error))
    {
      g_clear_pointer (&self->restoring, ldr_backup_unref);
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_SAVE, error);
      return;
    }
  if (self->journal == NULL)
    return;
  g_object_set_data_full (G_OBJECT (self), "restoring-sheet", ldr_journal_get_recovery (self->journal), g_free);
  ldr_window_lock_then (self, restore_closed);
}

static void
restored_locked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  ldr_unlock_page_set_item (LDR_UNLOCK_PAGE (self->unlock_page), self->item);
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), NULL);
  if (!ldr_restore_finish (result, &error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_RESTORE, error);
  else
    ldr_window_say (self, _ ("The backup is restored. Unlock it with the passphrase it had."));
  gtk_widget_grab_focus (self->unlock_page);
}

static void
passphrase_response_cb (AdwAlertDialog *dialog, const char *response, LdrWindow *self)
{
  g_autoptr (LdrBackup) backup = g_steal_pointer (&self->restoring);
  GtkEditable *row = g_object_get_data (G_OBJECT (dialog), "row");

  if (!g_str_equal (response, "restore") || backup == NULL || self->journal != NULL)
    return;
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), _ ("Restoring the backup…"));
  ldr_restore_with_passphrase_async (backup, ldr_shelf_item_get_path (self->item), gtk_editable_get_text (row),
                                     restored_locked_cb, g_object_ref (self));
}

/* A journal that cannot be opened: the passphrase is asked for the backup itself. */
static void
ask_passphrase (LdrWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Passphrase of the Backup"),
                                            _ ("It is the one that the journal had when the backup was made."));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Passphrase"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore", _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "restore");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "row", row);
  g_signal_connect_object (dialog, "response", G_CALLBACK (passphrase_response_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  gtk_widget_grab_focus (row);
}

static void
restore_cb (LdrBackupsDialog *dialog, LdrBackup *backup, LdrWindow *self)
{
  g_clear_pointer (&self->restoring, ldr_backup_unref);
  self->restoring = ldr_backup_ref (backup);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  if (self->journal == NULL)
    {
      ask_passphrase (self);
      return;
    }
  ldr_workspace_flush_async (LDR_WORKSPACE (self->workspace), NULL, flushed_for_restore_cb, g_object_ref (self));
}

/* Shows what can be restored. */
void
ldr_window_show_backups (LdrWindow *self)
{
  const char *id;
  AdwDialog *dialog;

  if (self->item == NULL)
    return;
  id = self->journal != NULL ? ldr_journal_get_info (self->journal)->id : ldr_shelf_item_get_id (self->item);
  dialog = ldr_backups_dialog_new (ldr_shelf_get_backups_folder (self->shelf), id, self->journal != NULL);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "back-up", G_CALLBACK (ldr_window_back_up), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
passphrase_changed_cb (LdrWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("The new passphrase counts from now on"));

  adw_toast_set_button_label (toast, _ ("_Recovery Sheet"));
  adw_toast_set_action_name (toast, "win.recovery-sheet");
  adw_toast_overlay_add_toast (self->toasts, toast);
  /* The keyring has the old key. */
  if (self->item != NULL && ldr_shelf_item_get_keyring (self->item))
    ldr_window_set_keyring (self, TRUE);
}

/* Changes the passphrase; @forgotten when the journal was opened with its recovery sheet. */
void
ldr_window_change_passphrase (LdrWindow *self, gboolean forgotten)
{
  AdwDialog *dialog;

  if (self->journal == NULL)
    return;
  dialog = ldr_passphrase_dialog_new (self->journal, forgotten);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (passphrase_changed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
sheet_taken_cb (LdrWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->item == NULL || ldr_shelf_item_get_sheet (self->item))
    return;
  ldr_shelf_item_set_sheet (self->item, TRUE);
  if (!ldr_shelf_save (self->shelf, &error))
    g_warning ("The shelf could not be written: %s", error->message);
  if (self->workspace != NULL)
    ldr_workspace_refresh (LDR_WORKSPACE (self->workspace));
}

/* Shows the way to the recovery sheet of the open journal. */
void
ldr_window_show_recovery_sheet (LdrWindow *self)
{
  AdwDialog *dialog;
  char *sheet;

  if (self->journal == NULL)
    return;
  sheet = ldr_journal_get_recovery (self->journal);
  dialog = ldr_recovery_dialog_new (ldr_journal_get_info (self->journal)->leader, sheet);
  g_signal_connect_object (dialog, "taken", G_CALLBACK (sheet_taken_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  secret_password_wipe (sheet);
  g_free (sheet);
}
