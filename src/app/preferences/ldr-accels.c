/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-accels.h"

#include <glib/gi18n.h>

static const LdrAccel accels[] = {
  { "win.new-entry", "<Control>n", N_ ("Journal"), N_ ("New entry"), LDR_ACCEL_APPLICATION },
  { "win.search", "<Control>f", N_ ("Journal"), N_ ("Search"), LDR_ACCEL_APPLICATION },
  { "win.lock", "<Control>l", N_ ("Journal"), N_ ("Lock the journal"), LDR_ACCEL_ALWAYS },
  { "win.undo-delete", "<Control>z", N_ ("Journal"), N_ ("Bring back what was deleted"), LDR_ACCEL_WINDOW },
  { "journal.trash", "Delete", N_ ("Journal"), N_ ("Move an entry to the trash"), LDR_ACCEL_WIDGET },
  { "win.export", "<Control><Shift>e", N_ ("Journal"), N_ ("Export"), LDR_ACCEL_APPLICATION },
  { "win.read-pack", "<Control><Shift>o", N_ ("Journal"), N_ ("Read a session pack"), LDR_ACCEL_APPLICATION },
  { "packs.comment", "<Control><Alt>m", N_ ("Journal"), N_ ("Comment on a passage"), LDR_ACCEL_WIDGET },
  { "reflection.next", "<Control>Return", N_ ("Writing"), N_ ("Next question of a reflection"), LDR_ACCEL_WIDGET },
  { "editor.bold", "<Control>b", N_ ("Writing"), N_ ("Bold"), LDR_ACCEL_WIDGET },
  { "editor.italic", "<Control>i", N_ ("Writing"), N_ ("Italic"), LDR_ACCEL_WIDGET },
  { "editor.code", "<Control>e", N_ ("Writing"), N_ ("Code"), LDR_ACCEL_WIDGET },
  { "editor.link", "<Control>k", N_ ("Writing"), N_ ("Link"), LDR_ACCEL_WIDGET },
  { "editor.bullets", "<Control><Shift>8", N_ ("Writing"), N_ ("List"), LDR_ACCEL_WIDGET },
  { "editor.numbers", "<Control><Shift>7", N_ ("Writing"), N_ ("Numbered list"), LDR_ACCEL_WIDGET },
  { "editor.quote", "<Control><Shift>9", N_ ("Writing"), N_ ("Quote"), LDR_ACCEL_WIDGET },
  { "editor.heading1", "<Control><Alt>1", N_ ("Writing"), N_ ("Heading 1"), LDR_ACCEL_WIDGET },
  { "editor.heading2", "<Control><Alt>2", N_ ("Writing"), N_ ("Heading 2"), LDR_ACCEL_WIDGET },
  { "editor.heading3", "<Control><Alt>3", N_ ("Writing"), N_ ("Heading 3"), LDR_ACCEL_WIDGET },
  { "editor.paragraph", "<Control><Alt>0", N_ ("Writing"), N_ ("Paragraph"), LDR_ACCEL_WIDGET },
  { "editor.paste-plain", "<Control><Shift>v", N_ ("Writing"), N_ ("Paste without formatting"), LDR_ACCEL_WIDGET },
  { "editor.undo", "<Control>z", N_ ("Writing"), N_ ("Undo"), LDR_ACCEL_WIDGET },
  { "editor.redo", "<Control><Shift>z <Control>y", N_ ("Writing"), N_ ("Redo"), LDR_ACCEL_WIDGET },
  { "editor.next-notice", "<Control><Shift>n", N_ ("Writing"), N_ ("Next words to notice"), LDR_ACCEL_WIDGET },
  { "journal.focus-mode", "<Control><Shift>f", N_ ("Writing"), N_ ("Focus mode"), LDR_ACCEL_WIDGET },
  { "win.show-place::today", "<Alt>1", N_ ("Places"), N_ ("Today"), LDR_ACCEL_APPLICATION },
  { "win.show-place::journal", "<Alt>2", N_ ("Places"), N_ ("Journal"), LDR_ACCEL_APPLICATION },
  { "win.show-place::styles", "<Alt>3", N_ ("Places"), N_ ("Styles"), LDR_ACCEL_APPLICATION },
  { "win.show-place::goals", "<Alt>4", N_ ("Places"), N_ ("Goals"), LDR_ACCEL_APPLICATION },
  { "win.show-place::sessions", "<Alt>5", N_ ("Places"), N_ ("Sessions"), LDR_ACCEL_APPLICATION },
  { "win.show-place::progress", "<Alt>6", N_ ("Places"), N_ ("Progress"), LDR_ACCEL_APPLICATION },
  { "win.show-place::to-discuss", "<Alt>7", N_ ("Places"), N_ ("To Discuss"), LDR_ACCEL_APPLICATION },
  { "win.show-place::trash", "<Alt>8", N_ ("Places"), N_ ("Trash"), LDR_ACCEL_APPLICATION },
  { "win.show-place::received", "<Alt>9", N_ ("Places"), N_ ("Received"), LDR_ACCEL_APPLICATION },
  { "win.toggle-sidebar", "F9", N_ ("Window"), N_ ("Show or hide the sidebar"), LDR_ACCEL_APPLICATION },
  { "win.menu", "F10", N_ ("Window"), N_ ("Main menu"), LDR_ACCEL_WIDGET },
  { "win.open-file", "<Control>o", N_ ("Window"), N_ ("Open a journal"), LDR_ACCEL_APPLICATION },
  { "win.close", "<Control>w", N_ ("Window"), N_ ("Close the window"), LDR_ACCEL_APPLICATION },
  { "app.help", "F1", N_ ("Application"), N_ ("Help"), LDR_ACCEL_ALWAYS },
  { "app.preferences", "<Control>comma", N_ ("Application"), N_ ("Preferences"), LDR_ACCEL_APPLICATION },
  { "app.shortcuts", "<Control>question", N_ ("Application"), N_ ("Keyboard shortcuts"), LDR_ACCEL_APPLICATION },
  { "app.quit", "<Control>q", N_ ("Application"), N_ ("Quit"), LDR_ACCEL_ALWAYS },
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

      if (accels[i].place == LDR_ACCEL_ALWAYS || accels[i].place == LDR_ACCEL_APPLICATION)
        gtk_application_set_accels_for_action (application, accels[i].action, (const char *const *) keys);
    }
}

/**
 * ldr_accels_add_to_dialog:
 * @dialog: a dialog inside the window
 *
 * Sets the shortcuts that work while @dialog is open: it keeps all keys from the window. Asked for again it does
 * nothing.
 */
void
ldr_accels_add_to_dialog (GtkWidget *dialog)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (dialog), "ldr-accels") != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), "ldr-accels", GINT_TO_POINTER (TRUE));
  controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    if (accels[i].place == LDR_ACCEL_ALWAYS)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i].accels),
                                                              gtk_named_action_new (accels[i].action)));
  gtk_widget_add_controller (dialog, controller);
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
