/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "preferences/ldr-accels.h"

enum
{
  PROP_JOURNAL = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LdrWindow, ldr_window, ADW_TYPE_APPLICATION_WINDOW)

/* Another journal may be shown now, or none. */
void
ldr_window_note_journal (LdrWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL]);
}

/* Shows @page and puts the focus where the next key should go. */
void
ldr_window_show_page (LdrWindow *self, GtkWidget *page)
{
  gtk_stack_set_visible_child (self->pages, page);
  ldr_window_update_actions (self);
  gtk_widget_grab_focus (page);
}

/* What can be done follows what is shown. */
void
ldr_window_update_actions (LdrWindow *self)
{
  static const char *const inside[]
      = { "win.new-entry", "win.search",    "win.toggle-sidebar",    "win.show-place",
          "win.export",    "win.read-pack", "win.change-passphrase", "win.recovery-sheet" };
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  gboolean working = self->workspace != NULL && page == self->workspace && !self->locking;

  for (gsize i = 0; i < G_N_ELEMENTS (inside); i++)
    gtk_widget_action_set_enabled (widget, inside[i], working);
  gtk_widget_action_set_enabled (
      widget, "win.lock", (self->journal != NULL || !ldr_shelf_sitting_is_empty (self->sitting)) && !self->locking);
  gtk_widget_action_set_enabled (widget, "win.show-backups",
                                 self->item != NULL && page != self->shelf_page && !self->locking && !self->held);
  gtk_widget_action_set_enabled (widget, "win.show-shelf", !self->locking && page != self->shelf_page);
}

static LdrShelfItem *
item_of (LdrWindow *self, LdrJournal *journal)
{
  return ldr_shelf_add (self->shelf, ldr_journal_get_path (journal));
}

static void
created_cb (LdrWelcomePage *page, LdrJournal *journal, gboolean demo, LdrWindow *self)
{
  ldr_window_take_journal (self, item_of (self, journal), journal);
}

static void
opened_cb (LdrUnlockPage *page, LdrJournal *journal, gboolean by_sheet, LdrWindow *self)
{
  ldr_window_take_journal (self, ldr_unlock_page_get_item (page), journal);
  if (by_sheet)
    ldr_window_change_passphrase (self, TRUE);
}

static void
admitted_cb (LdrUnlockPage *page, LdrWindow *self)
{
  ldr_window_admit (self);
}

static void
chosen_cb (LdrShelfPage *page, LdrShelfItem *item, LdrWindow *self)
{
  ldr_window_choose (self, item);
}

static void
back_up_item_cb (LdrShelfPage *page, LdrShelfItem *item, LdrWindow *self)
{
  if (self->journal != NULL && item == self->item)
    {
      ldr_window_back_up (self);
      return;
    }
  ldr_window_choose (self, item);
  self->back_up_when_open = TRUE;
  if (self->unlock_page != NULL && !self->locking)
    ldr_unlock_page_set_hint (LDR_UNLOCK_PAGE (self->unlock_page),
                              _ ("A backup is opened and checked, so it needs the passphrase."));
}

static void
emptied_cb (LdrShelfPage *page, LdrWindow *self)
{
  ldr_window_show_welcome (self, TRUE);
}

/* Shows the welcome page, from the start or at once for another journal. */
void
ldr_window_show_welcome (LdrWindow *self, gboolean first_run)
{
  if (self->welcome_page == NULL)
    {
      self->welcome_page = ldr_welcome_page_new (self->shelf);
      gtk_stack_add_child (self->pages, self->welcome_page);
      g_signal_connect_object (self->welcome_page, "created", G_CALLBACK (created_cb), self, G_CONNECT_DEFAULT);
    }
  ldr_window_show_page (self, self->welcome_page);
  ldr_welcome_page_start (LDR_WELCOME_PAGE (self->welcome_page), first_run);
}

static void
show_shelf (LdrWindow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shelf)) == 0)
    {
      ldr_window_show_welcome (self, TRUE);
      return;
    }
  if (self->shelf_page == NULL)
    {
      self->shelf_page = ldr_shelf_page_new (self->shelf, self->sitting);
      gtk_stack_add_child (self->pages, self->shelf_page);
      g_signal_connect_object (self->shelf_page, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (self->shelf_page, "back-up", G_CALLBACK (back_up_item_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (self->shelf_page, "emptied", G_CALLBACK (emptied_cb), self, G_CONNECT_DEFAULT);
    }
  if (ldr_window_get_journal (self) != NULL)
    ldr_shelf_sitting_read (self->sitting, self->journal);
  ldr_shelf_page_set_open_path (LDR_SHELF_PAGE (self->shelf_page),
                                self->journal != NULL ? ldr_journal_get_path (self->journal) : NULL);
  ldr_window_show_page (self, self->shelf_page);
}

/* Shows where to unlock @item, which becomes the journal that the window is about. */
void
ldr_window_show_unlock (LdrWindow *self, LdrShelfItem *item)
{
  if (self->unlock_page == NULL)
    {
      self->unlock_page = ldr_unlock_page_new ();
      gtk_stack_add_child (self->pages, self->unlock_page);
      g_signal_connect_object (self->unlock_page, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (self->unlock_page, "admitted", G_CALLBACK (admitted_cb), self, G_CONNECT_DEFAULT);
    }
  self->back_up_when_open = FALSE;
  g_set_object (&self->item, item);
  ldr_unlock_page_set_item (LDR_UNLOCK_PAGE (self->unlock_page), item);
  if (self->pack != NULL)
    ldr_unlock_page_set_hint (LDR_UNLOCK_PAGE (self->unlock_page), ldr_window_get_pack_hint (self));
  ldr_window_show_page (self, self->unlock_page);
}

/* Shows the open journal again. */
void
ldr_window_show_workspace (LdrWindow *self)
{
  g_return_if_fail (self->workspace != NULL);
  g_return_if_fail (!self->held);

  gtk_widget_set_visible (self->workspace, TRUE);
  ldr_window_show_page (self, self->workspace);
}

/* What comes first: nothing yet, the only journal, or all of them. */
void
ldr_window_show_start (LdrWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shelf));
  g_autoptr (LdrShelfItem) first = g_list_model_get_item (G_LIST_MODEL (self->shelf), 0);

  if (n == 0)
    ldr_window_show_welcome (self, TRUE);
  else if (n == 1)
    ldr_window_show_unlock (self, first);
  else
    show_shelf (self);
}

/* A short message that needs no answer. */
void
ldr_window_say (LdrWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
toast_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ldr_window_say (LDR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);
  g_autoptr (AdwToast) toast = NULL;
  const char *name;

  if (self->last_toast == NULL)
    return;
  toast = g_object_ref (self->last_toast);
  name = adw_toast_get_action_name (toast);
  if (name != NULL)
    gtk_widget_activate_action_variant (
        self->workspace != NULL ? GTK_WIDGET (ldr_workspace_get_page (LDR_WORKSPACE (self->workspace))) : widget, name,
        adw_toast_get_action_target_value (toast));
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

static void
show_shelf_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);

  /* An open journal stays open behind the shelf; one that nobody has begun in does not. */
  if (ldr_window_get_pending (self) != NULL)
    ldr_window_lock_then (self, show_shelf);
  else
    show_shelf (self);
}

static void
lock_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);

  /* What is held and to be saved again still leads where it was meant to. */
  ldr_window_lock_then (self, self->held ? self->next : NULL);
}

static void
workspace_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);
  LdrWorkspace *workspace = LDR_WORKSPACE (self->workspace);

  if (g_str_equal (action, "win.new-entry"))
    ldr_workspace_new_entry (workspace);
  else if (g_str_equal (action, "win.search"))
    ldr_workspace_search (workspace);
  else
    ldr_workspace_toggle_sidebar (workspace);
}

static void
place_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);
  LdrSidebarPlace place;

  if (self->workspace != NULL && ldr_sidebar_place_from_id (g_variant_get_string (parameter, NULL), &place))
    ldr_workspace_show_place (LDR_WORKSPACE (self->workspace), place);
}

static void
new_journal (LdrWindow *self)
{
  ldr_window_show_welcome (self, FALSE);
}

static void
new_journal_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ldr_window_lock_then (LDR_WINDOW (widget), new_journal);
}

static void
make_demo (LdrWindow *self)
{
  LdrShelfItem *demo = ldr_shelf_find_demo (self->shelf);

  if (demo != NULL)
    {
      ldr_window_show_unlock (self, demo);
      return;
    }
  ldr_window_show_welcome (self, TRUE);
  ldr_welcome_page_make_demo (LDR_WELCOME_PAGE (self->welcome_page));
}

static void
demo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ldr_window_lock_then (LDR_WINDOW (widget), make_demo);
}

static void
safety_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrWindow *self = LDR_WINDOW (widget);

  if (g_str_equal (action, "win.show-backups"))
    ldr_window_show_backups (self);
  else if (g_str_equal (action, "win.change-passphrase"))
    ldr_window_change_passphrase (self, FALSE);
  else
    ldr_window_show_recovery_sheet (self);
}

static void
files_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "win.open-file"))
    ldr_window_choose_file (LDR_WINDOW (widget));
  else if (g_str_equal (action, "win.read-pack"))
    ldr_window_choose_pack (LDR_WINDOW (widget));
  else
    ldr_window_export (LDR_WINDOW (widget));
}

/* With the address of a file. */
static void
read_pack_file_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ldr_window_read_pack (LDR_WINDOW (widget), file);
}

static void
close_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
auto_lock_cb (LdrWindow *self)
{
  if (self->journal != NULL)
    ldr_window_lock_then (self, NULL);
  else
    {
      /* Nobody is there any more to whom the shelf may tell anything. */
      ldr_shelf_sitting_end (self->sitting);
      ldr_auto_lock_settle (self->auto_lock);
    }
}

/* While the shelf may tell something, it is not to do so to whoever comes by after a while. */
static void
sitting_changed_cb (LdrWindow *self)
{
  ldr_window_update_actions (self);
  if (self->journal == NULL && self->auto_lock != NULL)
    ldr_auto_lock_set_active (self->auto_lock, !ldr_shelf_sitting_is_empty (self->sitting));
}

static void
save_state (LdrWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Ends the window: nothing is open any more. */
void
ldr_window_leave (LdrWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
ldr_window_close_request (GtkWindow *window)
{
  LdrWindow *self = LDR_WINDOW (window);

  save_state (self);
  if (self->journal != NULL || self->locking || ldr_window_get_pending (self) != NULL)
    {
      /* The window goes at once; the last words and the backup follow. */
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      ldr_window_lock_then (self, ldr_window_leave);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (ldr_window_parent_class)->close_request (window);
}

/* The first page is made as late as this, so that a window that is to show a file makes no other page for nothing. */
static void
ldr_window_show (GtkWidget *widget)
{
  LdrWindow *self = LDR_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->pages) == NULL)
    ldr_window_show_start (self);

  GTK_WIDGET_CLASS (ldr_window_parent_class)->show (widget);
}

static void
ldr_window_dispose (GObject *object)
{
  LdrWindow *self = LDR_WINDOW (object);

  g_clear_weak_pointer (&self->last_toast);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_object (&self->auto_lock);
  g_clear_object (&self->keeper);
  g_clear_object (&self->journal);
  g_clear_object (&self->item);
  g_clear_object (&self->next_item);
  g_clear_object (&self->pack);
  g_clear_pointer (&self->restoring, ldr_backup_unref);
  g_clear_object (&self->journals_menu);
  g_clear_object (&self->shelf);
  g_clear_object (&self->sitting);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ldr_window_parent_class)->dispose (object);
}

static void
ldr_window_finalize (GObject *object)
{
  g_ptr_array_unref (LDR_WINDOW (object)->closing);

  G_OBJECT_CLASS (ldr_window_parent_class)->finalize (object);
}

static void
ldr_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_JOURNAL:
      g_value_set_object (value, ldr_window_get_journal (LDR_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

/* --- Dialogs on their way out --- */

static void
dialog_closed_cb (LdrWindow *self, AdwDialog *dialog)
{
  g_ptr_array_add (self->closing, g_object_ref (dialog));
}

static void
dialog_parent_cb (LdrWindow *self, GParamSpec *pspec, GtkWidget *dialog)
{
  if (gtk_widget_get_parent (dialog) == NULL)
    g_ptr_array_remove (self->closing, dialog);
}

/* Another size may make a bottom sheet of a dialog, or the other way round. In a dialog that is closing that ends the
 * animation, so that its host lets go of it in the middle of its own allocation, while libadwaita still uses its
 * breakpoints. Dialogs that are closing are therefore gone before the window takes another size. */
static void
ldr_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrWindow *self = LDR_WINDOW (widget);

  while (self->closing->len > 0 && (width != self->allocated_width || height != self->allocated_height))
    {
      g_autoptr (GtkWidget) dialog = g_ptr_array_steal_index (self->closing, self->closing->len - 1);

      gtk_widget_set_visible (dialog, FALSE);
    }
  self->allocated_width = width;
  self->allocated_height = height;
  GTK_WIDGET_CLASS (ldr_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.undo-delete", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.show-shelf", NULL, show_shelf_action);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.new-entry", NULL, workspace_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, workspace_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, workspace_action);
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", place_action);
  gtk_widget_class_install_action (widget_class, "win.new-journal", NULL, new_journal_action);
  gtk_widget_class_install_action (widget_class, "win.demo", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "win.choose-journal", "s", ldr_window_choose_action);
  gtk_widget_class_install_action (widget_class, "win.show-backups", NULL, safety_action);
  gtk_widget_class_install_action (widget_class, "win.change-passphrase", NULL, safety_action);
  gtk_widget_class_install_action (widget_class, "win.recovery-sheet", NULL, safety_action);
  gtk_widget_class_install_action (widget_class, "win.open-file", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "win.read-pack", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "win.read-pack-file", "s", read_pack_file_action);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_action);
  ldr_accels_add_to_class (widget_class);
}

static void
ldr_window_class_init (LdrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_window_finalize;
  G_OBJECT_CLASS (klass)->get_property = ldr_window_get_property;
  properties[PROP_JOURNAL]
      = g_param_spec_object ("journal", NULL, NULL, LDR_TYPE_JOURNAL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->size_allocate = ldr_window_size_allocate;
  widget_class->show = ldr_window_show;
  GTK_WINDOW_CLASS (klass)->close_request = ldr_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/ldr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrWindow, pages);
  install_actions (widget_class);
}

static void
visible_dialog_cb (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (dialog == NULL)
    return;
  ldr_accels_add_to_dialog (GTK_WIDGET (dialog));
  g_signal_handlers_disconnect_by_func (dialog, dialog_closed_cb, window);
  g_signal_handlers_disconnect_by_func (dialog, dialog_parent_cb, window);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "notify::parent", G_CALLBACK (dialog_parent_cb), window, G_CONNECT_SWAPPED);
}

static void
ldr_window_init (LdrWindow *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "leidraad", NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->closing = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  self->settings = g_settings_new (APPLICATION_ID);
  self->shelf = ldr_shelf_new (folder);
  self->sitting = ldr_shelf_sitting_new ();
  g_signal_connect_object (self->sitting, "changed", G_CALLBACK (sitting_changed_cb), self, G_CONNECT_SWAPPED);
  self->journals_menu = g_menu_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (self->shelf, "items-changed", G_CALLBACK (ldr_window_fill_journals_menu), self,
                           G_CONNECT_SWAPPED);
  ldr_window_fill_journals_menu (self);
  ldr_window_accept_packs (self);
}

/**
 * ldr_window_new:
 * @application: the application
 *
 * Makes the window without a page; the first one comes when it is shown, if none was asked for by then.
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
ldr_window_new (GtkApplication *application)
{
  LdrWindow *self = g_object_new (LDR_TYPE_WINDOW, "application", application, NULL);

  self->auto_lock = ldr_auto_lock_new (GTK_WINDOW (self), self->settings);
  g_signal_connect_object (self->auto_lock, "lock", G_CALLBACK (auto_lock_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * ldr_window_add_toast:
 * @self: a window
 * @toast: (transfer full): a toast
 *
 * Shows a toast. One with a button can be taken back by Ctrl+Z too, as long as it is there.
 */
void
ldr_window_add_toast (LdrWindow *self, AdwToast *toast)
{
  g_return_if_fail (LDR_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  if (adw_toast_get_button_label (toast) != NULL)
    g_set_weak_pointer (&self->last_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * ldr_window_get_journal:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the journal that is open and may be shown
 */
LdrJournal *
ldr_window_get_journal (LdrWindow *self)
{
  g_return_val_if_fail (LDR_IS_WINDOW (self), NULL);

  return self->held ? NULL : self->journal;
}

/**
 * ldr_window_get_item:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the journal that the window is about, open or locked
 */
LdrShelfItem *
ldr_window_get_item (LdrWindow *self)
{
  g_return_val_if_fail (LDR_IS_WINDOW (self), NULL);

  return self->item;
}

/**
 * ldr_window_get_shelf:
 * @self: a window
 *
 * Returns: (transfer none): the journals that the application knows
 */
LdrShelf *
ldr_window_get_shelf (LdrWindow *self)
{
  g_return_val_if_fail (LDR_IS_WINDOW (self), NULL);

  return self->shelf;
}

/**
 * ldr_window_quit:
 * @self: a window
 *
 * Locks the open journal and closes the window.
 */
void
ldr_window_quit (LdrWindow *self)
{
  g_return_if_fail (LDR_IS_WINDOW (self));

  /* An open dialog would take the closing for its own. */
  ldr_window_close_dialogs (self);
  gtk_window_close (GTK_WINDOW (self));
}
