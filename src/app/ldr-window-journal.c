/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "shelf/ldr-trouble.h"

static void
keeper_failed_cb (LdrKeeper *keeper, const GError *error, LdrWindow *self)
{
  g_autofree char *line = ldr_trouble_line (LDR_OCCASION_BACK_UP, error);

  ldr_window_say (self, line);
}

/* Shows a journal that was just opened. */
void
ldr_window_take_journal (LdrWindow *self, LdrShelfItem *item, LdrJournal *journal)
{
  g_autoptr (GError) error = NULL;
  gboolean back_up = self->back_up_when_open;

  self->back_up_when_open = FALSE;
  g_set_object (&self->item, item);
  g_set_object (&self->journal, journal);
  g_clear_object (&self->keeper);
  self->keeper = ldr_keeper_new (journal, ldr_shelf_get_backups_folder (self->shelf));
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (keeper_failed_cb), self, G_CONNECT_DEFAULT);

  ldr_shelf_note_opened (self->shelf, item, ldr_journal_get_info (journal), ldr_moment_now ());
  if (!ldr_shelf_save (self->shelf, &error))
    g_warning ("The shelf could not be written: %s", error->message);
  g_settings_set_string (self->settings, "last-journal", ldr_journal_get_path (journal));
  ldr_window_fill_journals_menu (self);

  self->workspace = ldr_workspace_new (journal, G_MENU_MODEL (self->journals_menu));
  gtk_stack_add_child (self->pages, self->workspace);
  ldr_window_show_workspace (self);
  if (self->auto_lock != NULL)
    ldr_auto_lock_set_active (self->auto_lock, TRUE);
  if (back_up)
    ldr_window_back_up (self);
}

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

/* Nothing of the journal may stay on the screen, in a dialog or in a toast. */
static void
hide_content (LdrWindow *self)
{
  ldr_window_close_dialogs (self);
  adw_toast_overlay_dismiss_all (self->toasts);
  ldr_window_show_unlock (self, self->item);
  ldr_unlock_page_set_waiting (LDR_UNLOCK_PAGE (self->unlock_page), _ ("Saving and locking…"));
}

static void
not_saved_response_cb (AdwAlertDialog *dialog, const char *response, LdrWindow *self)
{
  if (self->workspace == NULL)
    return;
  if (g_str_equal (response, "again"))
    {
      ldr_window_lock_then (self, self->next);
      return;
    }
  self->next = NULL;
  ldr_window_show_workspace (self);
  if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (ldr_workspace_get_page (LDR_WORKSPACE (self->workspace))),
                                "journal.save-copy", NULL);
}

/* The last words could not be saved. The journal stays open, and hidden until its writer says what to do. */
static void
tell_not_saved (LdrWindow *self, const GError *error)
{
  g_autofree char *body = ldr_trouble_body (LDR_OCCASION_SAVE, error);
  AdwDialog *dialog = adw_alert_dialog_new (ldr_trouble_title (LDR_OCCASION_SAVE), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "text", _ ("_Back to the Text"), "copy",
                                  _ ("_Save a Copy Elsewhere…"), "again", _ ("_Try Again"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "again", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "again");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "text");
  g_signal_connect_object (dialog, "response", G_CALLBACK (not_saved_response_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (self));
  adw_dialog_present (dialog, GTK_WIDGET (self));
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
    keeper_failed_cb (NULL, backup_error, self);

  g_clear_object (&self->keeper);
  g_clear_object (&self->journal);
  if (self->workspace != NULL)
    gtk_stack_remove (self->pages, g_steal_pointer (&self->workspace));
  self->locking = FALSE;
  ldr_auto_lock_set_active (self->auto_lock, FALSE);
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

  if (!ldr_journal_page_flush_finish (LDR_JOURNAL_PAGE (source), result, &error))
    {
      self->locking = FALSE;
      ldr_auto_lock_settle (self->auto_lock);
      tell_not_saved (self, error);
      return;
    }
  /* A restore puts the journal aside itself; a backup now could push the one to be restored out of those that are kept.
   */
  ldr_keeper_close_async (self->keeper,
                          self->restoring == NULL && g_settings_get_boolean (self->settings, "backup-at-lock"),
                          closed_cb, g_object_ref (self));
}

/* Locks the open journal and goes on with @next: the screen is empty at once, then the last words are saved, a backup
 * is made, and the file is closed. Without an open journal @next comes at once. */
void
ldr_window_lock_then (LdrWindow *self, LdrWindowNext next)
{
  if (self->journal == NULL)
    {
      if (next != NULL)
        next (self);
      return;
    }
  self->next = next;
  if (self->locking)
    return;

  self->locking = TRUE;
  hide_content (self);
  ldr_journal_page_flush_async (ldr_workspace_get_page (LDR_WORKSPACE (self->workspace)), NULL, flushed_cb,
                                g_object_ref (self));
}

static void
show_next_item (LdrWindow *self)
{
  g_autoptr (LdrShelfItem) item = g_steal_pointer (&self->next_item);
  gboolean back_up = self->back_up_when_open;

  if (item == NULL)
    return;
  ldr_window_show_unlock (self, item);
  self->back_up_when_open = back_up;
}

/* Goes to a journal: the open one is shown again, another one is unlocked after the open one is locked. */
void
ldr_window_choose (LdrWindow *self, LdrShelfItem *item)
{
  if (self->journal != NULL && item == self->item)
    {
      ldr_window_show_workspace (self);
      return;
    }
  g_set_object (&self->next_item, item);
  ldr_window_lock_then (self, show_next_item);
}

/* `win.choose-journal` with the path of a journal on the shelf. */
void
ldr_window_choose_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);
  LdrShelfItem *item = ldr_shelf_find (self->shelf, g_variant_get_string (parameter, NULL));

  if (item != NULL)
    ldr_window_choose (self, item);
}

/* The menu at the name: the other journals, then what can be done with all of them. */
void
ldr_window_fill_journals_menu (LdrWindow *self)
{
  g_autoptr (GMenu) journals = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shelf)); i++)
    {
      g_autoptr (LdrShelfItem) item = g_list_model_get_item (G_LIST_MODEL (self->shelf), i);
      g_autoptr (GMenuItem) menu_item = NULL;
      g_auto (GStrv) parts = g_strsplit (ldr_shelf_item_get_name (item), "_", -1);
      /* An underscore in a name is no mnemonic. */
      g_autofree char *label = g_strjoinv ("__", parts);

      if (item == self->item)
        continue;
      menu_item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (menu_item, "win.choose-journal", "s", ldr_shelf_item_get_path (item));
      g_menu_append_item (journals, menu_item);
    }
  g_menu_append (more, _ ("_All Journals"), "win.show-shelf");
  g_menu_append (more, _ ("_New Journal…"), "win.new-journal");

  g_menu_remove_all (self->journals_menu);
  g_menu_append_section (self->journals_menu, NULL, G_MENU_MODEL (journals));
  g_menu_append_section (self->journals_menu, NULL, G_MENU_MODEL (more));
}
