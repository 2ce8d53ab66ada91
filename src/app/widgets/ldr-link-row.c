/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-link-row.h"

#include <adwaita.h>

#include "ldr-link-describe.h"

#define KEY "ldr-link-row"

/**
 * ldr_link_rows_new:
 * @name: what it is a list of
 *
 * Returns: (transfer floating): an empty list for rows
 */
GtkWidget *
ldr_link_rows_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/**
 * ldr_link_row_new:
 * @linked: a thing
 * @now: this moment
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ldr_link_row_new (LdrLinked *linked, gint64 now)
{
  g_autoptr (LdrLinkDescription) description = ldr_link_describe (linked, now);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (description->icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), description->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description->subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), KEY, ldr_linked_ref (linked), (GDestroyNotify) ldr_linked_unref);
  return row;
}

/**
 * ldr_link_row_get_linked:
 * @row: a row of ldr_link_row_new()
 *
 * Returns: (transfer none): its thing
 */
LdrLinked *
ldr_link_row_get_linked (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}
