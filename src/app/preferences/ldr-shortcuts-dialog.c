/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "ldr-accels.h"

/* The keys in the words of the keyboard, such as "Ctrl+N", in the reader's language. */
static char *
keys_label (const char *accels)
{
  g_auto (GStrv) keys = g_strsplit (accels, " ", -1);
  g_autoptr (GString) label = g_string_new (NULL);

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (keys[i], &key, &modifiers))
        continue;
      text = gtk_accelerator_get_label (key, modifiers);
      if (label->len > 0)
        g_string_append (label, ", ");
      g_string_append (label, text);
    }
  return g_string_free_and_steal (g_steal_pointer (&label));
}

static GtkWidget *
create_row (const LdrAccel *accel)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = keys_label (accel->accels);
  GtkWidget *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (accel->title));
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);
  return row;
}

/**
 * ldr_shortcuts_dialog_new:
 *
 * All keyboard shortcuts, from the table that also sets them.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ldr_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  const char *heading = NULL;
  gsize n_accels;
  const LdrAccel *accels = ldr_accels_get (&n_accels);

  for (gsize i = 0; i < n_accels; i++)
    {
      if (g_strcmp0 (heading, accels[i].group) != 0)
        {
          heading = accels[i].group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (heading));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (&accels[i]));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, toolbar_view);
  return dialog;
}
