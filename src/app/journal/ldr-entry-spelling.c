/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-spelling.h"

static void
apply (LdrEditor *editor, const char *key, GSettings *settings)
{
  g_autofree char *language = g_settings_get_string (settings, "spelling-language");

  ldr_editor_set_spelling (editor, g_settings_get_boolean (settings, "spelling"), language);
}

/**
 * ldr_entry_spelling_follow_settings:
 * @editor: an editor
 *
 * Checks spelling in an editor as the settings say, from now on. Calling it again changes nothing. The first call may
 * read a dictionary, which takes a while: wait with it until there is something to read.
 */
void
ldr_entry_spelling_follow_settings (LdrEditor *editor)
{
  static const char key[] = "ldr-spelling-settings";
  GSettings *settings;

  g_return_if_fail (LDR_IS_EDITOR (editor));

  if (g_object_get_data (G_OBJECT (editor), key) != NULL)
    return;
  settings = g_settings_new (APPLICATION_ID);
  g_object_set_data_full (G_OBJECT (editor), key, settings, g_object_unref);
  g_signal_connect_object (settings, "changed::spelling", G_CALLBACK (apply), editor, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::spelling-language", G_CALLBACK (apply), editor, G_CONNECT_SWAPPED);
  apply (editor, NULL, settings);
}
