/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-link-dialog.h"

#include <glib/gi18n.h>

/* The rows of one dialog, which owns them as widgets and this as data. */
typedef struct
{
  LdrEditor *editor;
  AdwEntryRow *address;
  AdwEntryRow *label;
} LinkDialog;

/**
 * ldr_link_complete:
 * @typed: what was typed as an address
 *
 * Completes an address as people type it: a bare domain gets "https://", an e-mail address "mailto:".
 *
 * Returns: (transfer full): an address with its scheme, or an empty string
 */
char *
ldr_link_complete (const char *typed)
{
  g_autofree char *address = g_strstrip (g_strdup (typed));
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (address[0] == '\0' || (scheme != NULL && strchr (scheme, '.') == NULL))
    return g_steal_pointer (&address);
  if (strchr (address, '@') != NULL && strchr (address, '/') == NULL)
    return g_strconcat ("mailto:", address, NULL);

  return g_strconcat ("https://", address, NULL);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, LinkDialog *data)
{
  g_autofree char *uri = NULL;
  const char *label;

  if (g_str_equal (response, "cancel"))
    return;
  uri = g_str_equal (response, "remove") ? g_strdup ("")
                                         : ldr_link_complete (gtk_editable_get_text (GTK_EDITABLE (data->address)));
  label = gtk_editable_get_text (GTK_EDITABLE (data->label));
  ldr_editor_set_link (data->editor, uri[0] != '\0' ? uri : NULL, label[0] != '\0' ? label : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (data->editor)));
}

static void
address_changed_cb (AdwAlertDialog *dialog, GtkEditable *address)
{
  g_autofree char *uri = ldr_link_complete (gtk_editable_get_text (address));

  adw_alert_dialog_set_response_enabled (dialog, "set", uri[0] != '\0');
}

/**
 * ldr_link_dialog_new:
 * @editor: (transfer none): where the link goes
 *
 * Makes a dialog for the link at the cursor, a new one or the one that is there.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
ldr_link_dialog_new (LdrEditor *editor)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Link"), NULL);
  g_autofree char *uri = ldr_editor_get_link_at_cursor (editor);
  GtkWidget *list = gtk_list_box_new ();
  LinkDialog *data = g_new0 (LinkDialog, 1);

  data->editor = editor;
  data->address = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (data->address), _ ("Address"));
  gtk_editable_set_text (GTK_EDITABLE (data->address), uri != NULL ? uri : "");
  adw_entry_row_set_activates_default (data->address, TRUE);
  data->label = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (data->label), _ ("Text, if it is another"));
  adw_entry_row_set_activates_default (data->label, TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (data->address));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (data->label));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"));
  if (uri != NULL)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "remove", _ ("_Remove"));
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "set", _ ("_Set Link"));
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "set");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_dialog_set_focus (dialog, GTK_WIDGET (data->address));
  g_object_set_data_full (G_OBJECT (dialog), "link-dialog", data, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), data);
  g_signal_connect_object (data->address, "changed", G_CALLBACK (address_changed_cb), dialog, G_CONNECT_SWAPPED);
  address_changed_cb (ADW_ALERT_DIALOG (dialog), GTK_EDITABLE (data->address));

  return dialog;
}
