/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"

static void
keeper_failed_cb (LdrKeeper *keeper, const GError *error, LdrWindow *self)
{
  ldr_window_say_no_backup (self, error);
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
  ldr_window_note_journal (self);
  if (self->auto_lock != NULL)
    ldr_auto_lock_set_active (self->auto_lock, TRUE);
  if (back_up)
    ldr_window_back_up (self);
  ldr_window_read_waiting_pack (self);
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
  LdrJournal *pending = ldr_window_get_pending (self);

  if (self->journal != NULL && item == self->item)
    {
      if (self->held)
        ldr_window_show_page (self, self->unlock_page);
      else
        ldr_window_show_workspace (self);
      return;
    }
  if (pending != NULL && g_str_equal (ldr_journal_get_path (pending), ldr_shelf_item_get_path (item)))
    {
      ldr_welcome_page_begin (LDR_WELCOME_PAGE (self->welcome_page));
      return;
    }
  g_set_object (&self->next_item, item);
  ldr_window_lock_then (self, show_next_item);
}

/**
 * ldr_window_show_today:
 * @self: a window
 * @path: (nullable) (type filename): the journal that its user was reminded of, if that is known
 *
 * Shows the open journal's page of today, or where to unlock the one at @path. A journal that is open stays open: when
 * it is another one than that at @path, the shelf is shown, and its user chooses.
 */
void
ldr_window_show_today (LdrWindow *self, const char *path)
{
  LdrShelfItem *item;

  g_return_if_fail (LDR_IS_WINDOW (self));

  item = path != NULL ? ldr_shelf_find (self->shelf, path) : NULL;
  if (self->locking || self->held || ldr_window_get_pending (self) != NULL)
    return;
  if (self->journal == NULL)
    {
      if (item != NULL)
        ldr_window_choose (self, item);
    }
  else if (item != NULL && item != self->item)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-shelf", NULL);
  else
    {
      ldr_window_show_workspace (self);
      ldr_workspace_show_place (LDR_WORKSPACE (self->workspace), LDR_SIDEBAR_TODAY);
    }
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
