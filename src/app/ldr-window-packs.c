/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "packs/ldr-pack-describe.h"
#include "packs/ldr-pack-read.h"
#include "shelf/ldr-outside.h"
#include "shelf/ldr-trouble.h"
#include "store/ldr-pack-file.h"

/* Session packs, and the comments on them, on their way into a journal. */

/* By what a toast knows the pack that it tells of. */
#define ID_KEY "ldr-pack-id"

static void
show_cb (LdrWindow *self, AdwToast *toast)
{
  if (ldr_window_get_journal (self) == NULL || self->locking)
    return;
  ldr_window_show_workspace (self);
  ldr_workspace_show_received (LDR_WORKSPACE (self->workspace), g_object_get_data (G_OBJECT (toast), ID_KEY));
}

/* It leads somewhere, and takes nothing back: Ctrl+Z has nothing to do with it. */
static void
say_received (LdrWindow *self, const LdrReceipt *receipt)
{
  g_autofree char *text = ldr_pack_describe_receipt (receipt);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Show"));
  if (receipt->kind == LDR_PACK_SESSION)
    g_object_set_data_full (G_OBJECT (toast), ID_KEY, g_strdup (receipt->id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (LdrReceipt) receipt = ldr_pack_read_finish (LDR_JOURNAL (source), result, NULL);

  if (receipt != NULL && LDR_JOURNAL (source) == ldr_window_get_journal (self) && !self->locking)
    say_received (self, receipt);
}

/* Reads the pack that waited for an open journal, if there is one. */
void
ldr_window_read_waiting_pack (LdrWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->pack);

  if (file == NULL)
    return;
  ldr_window_show_workspace (self);
  ldr_pack_read_async (self->journal, g_file_peek_path (file), GTK_WIDGET (self), read_cb, g_object_ref (self));
}

/* Why the passphrase of a journal is asked, while a pack waits. */
const char *
ldr_window_get_pack_hint (LdrWindow *self)
{
  return self->pack != NULL ? _ ("Unlock the journal in which the session pack is to be read.") : NULL;
}

/* Reads a session pack into the open journal; while none is open, into the one that is unlocked next. */
void
ldr_window_read_pack (LdrWindow *self, GFile *file)
{
  gtk_window_present (GTK_WINDOW (self));
  if (g_file_peek_path (file) == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND, "");

      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
      return;
    }
  g_set_object (&self->pack, file);
  if (ldr_window_get_journal (self) != NULL && !self->locking)
    ldr_window_read_waiting_pack (self);
  else if (self->unlock_page != NULL && gtk_stack_get_visible_child (self->pages) == self->unlock_page)
    ldr_unlock_page_set_hint (LDR_UNLOCK_PAGE (self->unlock_page), ldr_window_get_pack_hint (self));
  else
    ldr_window_say (self, ldr_window_get_pack_hint (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ldr_window_read_pack (self, file);
  else if (!ldr_outside_was_called_off (error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
}

/* Asks for the file of a session pack. */
void
ldr_window_choose_pack (LdrWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = ldr_window_make_filters (_ ("Session packs"), "*" LDR_PACK_SUFFIX);

  gtk_file_dialog_set_title (dialog, _ ("Read a Session Pack"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), ldr_outside_get_cancellable (GTK_WINDOW (self)), chosen_cb,
                        g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, LdrWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || !ldr_pack_read_is_pack (files->data))
    return FALSE;
  ldr_window_read_pack (self, files->data);
  return TRUE;
}

/* A pack that is dropped anywhere is read; what else is dropped is for what lies there. */
void
ldr_window_accept_packs (LdrWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
