/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-accels.h"

#include <glib/gi18n.h>

static const LdrAccel accels[] = {
  { "win.new-entry", "<Control>n", N_ ("Journal"), N_ ("New entry"), LDR_ACCEL_APPLICATION },
  { "win.search", "<Control>f", N_ ("Journal"), N_ ("Search"), LDR_ACCEL_APPLICATION },
  { "win.lock", "<Control>l", N_ ("Journal"), N_ ("Lock the journal"), LDR_ACCEL_APPLICATION },
  { "win.undo-delete", "<Control>z", N_ ("Journal"), N_ ("Bring back what was deleted"), LDR_ACCEL_WINDOW },
  { "win.export", "<Control><Shift>e", N_ ("Journal"), N_ ("Export"), LDR_ACCEL_APPLICATION },
  { "editor.bold", "<Control>b", N_ ("Writing"), N_ ("Bold"), LDR_ACCEL_WIDGET },
  { "editor.italic", "<Control>i", N_ ("Writing"), N_ ("Italic"), LDR_ACCEL_WIDGET },
  { "editor.link", "<Control>k", N_ ("Writing"), N_ ("Link"), LDR_ACCEL_WIDGET },
  { "editor.undo", "<Control>z", N_ ("Writing"), N_ ("Undo"), LDR_ACCEL_WIDGET },
  { "editor.redo", "<Control><Shift>z", N_ ("Writing"), N_ ("Redo"), LDR_ACCEL_WIDGET },
  { "journal.focus-mode", "<Control><Shift>f", N_ ("Writing"), N_ ("Focus mode"), LDR_ACCEL_WIDGET },
  { "win.toggle-sidebar", "F9", N_ ("Window"), N_ ("Show or hide the sidebar"), LDR_ACCEL_APPLICATION },
  { "win.menu", "F10", N_ ("Window"), N_ ("Main menu"), LDR_ACCEL_WIDGET },
  { "win.open-file", "<Control>o", N_ ("Window"), N_ ("Open a journal"), LDR_ACCEL_APPLICATION },
  { "win.close", "<Control>w", N_ ("Window"), N_ ("Close the window"), LDR_ACCEL_APPLICATION },
  { "app.preferences", "<Control>comma", N_ ("Application"), N_ ("Preferences"), LDR_ACCEL_APPLICATION },
  { "app.shortcuts", "<Control>question", N_ ("Application"), N_ ("Keyboard shortcuts"), LDR_ACCEL_APPLICATION },
  { "app.quit", "<Control>q", N_ ("Application"), N_ ("Quit"), LDR_ACCEL_APPLICATION },
};

/**
 * ldr_accels_get:
 * @n_accels: (out): how many
 *
 * Returns: (transfer none) (array length=n_accels): all shortcuts, those of one group together
 */
const LdrAccel *
ldr_accels_get (gsize *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

/**
 * ldr_accels_add_to_application:
 * @application: the application
 *
 * Sets the shortcuts that work everywhere.
 */
void
ldr_accels_add_to_application (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      g_auto (GStrv) keys = g_strsplit (accels[i].accels, " ", -1);

      if (accels[i].place == LDR_ACCEL_APPLICATION)
        gtk_application_set_accels_for_action (application, accels[i].action, (const char *const *) keys);
    }
}

/**
 * ldr_accels_add_to_class:
 * @widget_class: the window's class
 *
 * Binds the shortcuts that come after the focused widget's own.
 */
void
ldr_accels_add_to_class (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (accels[i].place != LDR_ACCEL_WINDOW)
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i].accels),
                                   gtk_named_action_new (accels[i].action));
      gtk_widget_class_add_shortcut (widget_class, shortcut);
    }
}
