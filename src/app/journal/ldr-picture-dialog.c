/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-picture-dialog.h"

#include <glib/gi18n.h>

static void
response_cb (AdwAlertDialog *dialog, const char *response, LdrEditor *editor)
{
  GtkEditable *row = g_object_get_data (G_OBJECT (dialog), "row");
  g_autofree char *description = NULL;

  if (!g_str_equal (response, "set"))
    return;
  description = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  ldr_editor_describe_picture (editor, description);
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (editor)));
}

/**
 * ldr_picture_dialog_new:
 * @editor: (transfer none): where the cursor is at a picture
 * @description: what is said of it now
 *
 * Makes a dialog that asks what is to be seen on the picture.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
ldr_picture_dialog_new (LdrEditor *editor, const char *description)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Describe the Picture"),
      _ ("In one sentence: what is to be seen on it? It is read aloud where a picture cannot be seen."));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Description"));
  gtk_editable_set_text (GTK_EDITABLE (row), description);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "set", _ ("_Describe"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "set");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_dialog_set_focus (dialog, row);
  g_object_set_data (G_OBJECT (dialog), "row", row);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), editor, G_CONNECT_DEFAULT);

  return dialog;
}
