/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>

#include "report/ldr-json.h"
#include "report/ldr-markdown-export.h"
#include "shelf/ldr-outside.h"
#include "shelf/ldr-trouble.h"
#include "store/ldr-store-sessions.h"

/* One export of the open journal. Whether private notes go with it is asked each time and remembered nowhere. */
typedef struct
{
  LdrWindow *window; /* While something is under way, and not while a question is open in that window. */
  LdrJournal *journal;
  gboolean has_private_notes;
  LdrExportFlags flags;
  char *suffix;
  char *path;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_object_unref (export->journal);
  g_free (export->suffix);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gpointer
look_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;

  return ldr_store_has_private_notes (store, &export->has_private_notes, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static gpointer
export_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;
  gboolean done = g_str_equal (export->suffix, "json")
                      ? ldr_json_export (store, export->path, export->flags, cancellable, error)
                      : ldr_markdown_export (store, export->path, export->flags, cancellable, error);

  return done ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  LdrWindow *self = export->window;
  g_autoptr (GError) error = NULL;

  if (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error) == NULL)
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
  else if (export->has_private_notes && (export->flags & LDR_EXPORT_PRIVATE_NOTES) == 0)
    ldr_window_say (self, _ ("Exported without private notes. The file is not encrypted: keep it where only you can "
                             "read it."));
  else
    ldr_window_say (self, _ ("Exported. The file is not encrypted: keep it where only you can read it."));
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  LdrWindow *self = export->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      if (!ldr_outside_was_called_off (error))
        ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
      return;
    }
  if (self->journal != export->journal || g_file_peek_path (file) == NULL)
    return;
  export->path = g_file_get_path (file);
  ldr_journal_run_async (export->journal, export_func, export, NULL, NULL, NULL, exported_cb, export);
  export = NULL;
}

/* Whether the switch of a question is on; one without has nothing to take along. */
static gboolean
wants_private_notes (AdwAlertDialog *alert)
{
  GtkWidget *list = adw_alert_dialog_get_extra_child (alert);
  GtkListBoxRow *row = list != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) : NULL;

  return row != NULL && adw_switch_row_get_active (ADW_SWITCH_ROW (row));
}

static void
response_cb (AdwAlertDialog *alert, const char *response, LdrWindow *self)
{
  g_autoptr (Export) export = g_object_steal_data (G_OBJECT (alert), "export");
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;

  if (self->journal != export->journal || g_str_equal (response, "cancel"))
    return;
  export->window = g_object_ref (self);
  export->suffix = g_strdup (response);
  if (wants_private_notes (alert))
    export->flags |= LDR_EXPORT_PRIVATE_NOTES;
  name = g_strconcat (ldr_shelf_item_get_name (self->item), ".", response, NULL);
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Export the Journal"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), ldr_outside_get_cancellable (GTK_WINDOW (self)), target_chosen_cb,
                        g_steal_pointer (&export));
}

static void
free_data (gpointer data)
{
  export_free (data);
}

static GtkWidget *
create_switch (void)
{
  GtkWidget *list = gtk_list_box_new (), *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Private notes of sessions"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Left out unless you turn this on, each time anew"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  LdrWindow *self = export->window;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error) == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
      return;
    }
  if (self->journal != export->journal)
    return;
  dialog = adw_alert_dialog_new (_ ("Export the Whole Journal?"),
                                 _ ("Entries, goals and sessions go into a file that anybody can read. Markdown is for "
                                    "reading, without what is in the trash; JSON keeps everything, with earlier "
                                    "versions and pictures, and can be read in again."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "md", _ ("_Markdown…"), "json",
                                  _ ("_JSON…"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  if (export->has_private_notes)
    adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), create_switch ());
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  g_clear_object (&export->window);
  g_object_set_data_full (G_OBJECT (dialog), "export", g_steal_pointer (&export), free_data);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  Export *export;

  if (!ldr_workspace_flush_finish (LDR_WORKSPACE (source), result, &error))
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_SAVE, error);
      return;
    }
  if (self->journal == NULL)
    return;
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->journal = g_object_ref (self->journal);
  ldr_journal_run_async (export->journal, look_func, export, NULL, NULL, NULL, looked_cb, export);
}

/* Exports the open journal, with what is being written. */
void
ldr_window_export (LdrWindow *self)
{
  if (self->workspace == NULL)
    return;
  ldr_workspace_flush_async (LDR_WORKSPACE (self->workspace), NULL, flushed_cb, g_object_ref (self));
}
