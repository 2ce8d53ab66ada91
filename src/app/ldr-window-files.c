/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "packs/ldr-pack-read.h"
#include "shelf/ldr-outside.h"
#include "shelf/ldr-trouble.h"

static void
add_filter (GListStore *filters, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
}

/* What a dialog for files shows: those of one kind, or all. */
GListModel *
ldr_window_make_filters (const char *name, const char *pattern)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (filters, name, pattern);
  add_filter (filters, _ ("All files"), "*");
  return G_LIST_MODEL (filters);
}

static void
choose_added (LdrWindow *self, const char *path)
{
  LdrShelfItem *item = ldr_shelf_add (self->shelf, path);
  g_autoptr (GError) error = NULL;

  if (!ldr_shelf_save (self->shelf, &error))
    g_warning ("The shelf could not be written: %s", error->message);
  ldr_window_choose (self, item);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LdrWindow *self = g_task_get_source_object (task);
  const char *path = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    choose_added (self, path);
  else
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
}

static void
copy_response_cb (AdwAlertDialog *dialog, const char *response, LdrWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *path = NULL;
  GTask *task;

  if (!g_str_equal (response, "copy"))
    return;
  if (g_str_has_suffix (base, LDR_STORE_SUFFIX))
    base[strlen (base) - strlen (LDR_STORE_SUFFIX)] = '\0';
  path = ldr_shelf_suggest_path (self->shelf, base, &error);
  if (path == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
      return;
    }
  target = g_file_new_for_path (path);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_file_copy_async (file, target, G_FILE_COPY_NONE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, copied_cb, task);
}

static void
ask_to_copy (LdrWindow *self, GFile *file)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Put a Copy on Your Shelf?"),
      _ ("Leidraad may only look at this file, and cannot save safely in its place. A copy goes onto "
         "your shelf, and what you write from now on is in that copy. The file you chose stays as "
         "it is."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy", _ ("_Copy and Open"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "copy", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_response_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * ldr_window_open_file:
 * @self: a window
 * @file: a journal's file
 *
 * Puts @file on the shelf and asks for its passphrase, after the open journal is locked. A file that is only lent to
 * the application is copied to the shelf first, if the user wants that. What is missing or no journal is told at once.
 * A session pack is read instead.
 */
void
ldr_window_open_file (LdrWindow *self, GFile *file)
{
  const char *path;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (LDR_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (ldr_pack_read_is_pack (file))
    {
      ldr_window_read_pack (self, file);
      return;
    }
  path = g_file_peek_path (file);
  if ((path == NULL || ldr_key_may_exist_for (path, &error)) && !ldr_shelf_is_borrowed (file))
    {
      choose_added (self, path);
      return;
    }
  /* A question or a message stands in front of a page. */
  gtk_window_present (GTK_WINDOW (self));
  if (error != NULL)
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
  else
    ask_to_copy (self, file);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ldr_window_open_file (self, file);
  else if (!ldr_outside_was_called_off (error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
}

/* Asks for a journal's file. */
void
ldr_window_choose_file (LdrWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = ldr_window_make_filters (_ ("Leidraad journals"), "*" LDR_STORE_SUFFIX);

  gtk_file_dialog_set_title (dialog, _ ("Open a Journal"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), ldr_outside_get_cancellable (GTK_WINDOW (self)), chosen_cb,
                        g_object_ref (self));
}
