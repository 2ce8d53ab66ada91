/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-format-actions.h"

/* The buttons stand outside the editor, where its own actions do not reach; these stand in for them and carry the state
 * that toggle buttons and menus show. */

static const struct
{
  const char *name;
  LdrFormats format;
} toggles[] = {
  { "bold", LDR_FORMAT_BOLD },       { "italic", LDR_FORMAT_ITALIC },   { "code", LDR_FORMAT_CODE },
  { "bullets", LDR_FORMAT_BULLETS }, { "numbers", LDR_FORMAT_NUMBERS }, { "quote", LDR_FORMAT_QUOTE },
};

static const struct
{
  const char *name;
  LdrFormats format;
} blocks[] = {
  { "heading1", LDR_FORMAT_HEADING_1 },
  { "heading2", LDR_FORMAT_HEADING_2 },
  { "heading3", LDR_FORMAT_HEADING_3 },
};

static LdrEditor *
get_editor (GObject *actions)
{
  return g_object_get_data (actions, "editor");
}

static void
toggle_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  LdrEditor *editor = get_editor (data);

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (g_str_equal (toggles[i].name, g_action_get_name (G_ACTION (action))))
      ldr_editor_toggle_format (editor, toggles[i].format);
  ldr_format_actions_update (data);
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (editor)));
}

static void
block_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  LdrEditor *editor = get_editor (data);
  const char *name = g_variant_get_string (state, NULL);
  const char *now = ldr_formats_get_block (ldr_editor_get_formats (editor));

  if (!g_str_equal (name, now))
    {
      g_autofree char *full_name = g_strconcat ("editor.", name, NULL);

      gtk_widget_activate_action (GTK_WIDGET (editor), full_name, NULL);
    }
  ldr_format_actions_update (data);
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (editor)));
}

/**
 * ldr_formats_get_block:
 * @formats: the formats at the cursor
 *
 * Returns: (transfer none): "heading1", "heading2", "heading3" or "paragraph"
 */
const char *
ldr_formats_get_block (LdrFormats formats)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (formats & blocks[i].format)
      return blocks[i].name;

  return "paragraph";
}

/**
 * ldr_format_actions_new:
 * @editor: (transfer none): what the actions format; it outlives them
 *
 * Makes actions for the buttons and menus of formats: bold, italic, code, bullets, numbers, quote, and block with one
 * of paragraph, heading1, heading2, heading3.
 *
 * Returns: (transfer full): a new group
 */
GActionGroup *
ldr_format_actions_new (LdrEditor *editor)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) block
      = g_simple_action_new_stateful ("block", G_VARIANT_TYPE_STRING, g_variant_new_string ("paragraph"));

  g_object_set_data (G_OBJECT (actions), "editor", editor);
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autoptr (GSimpleAction) action
          = g_simple_action_new_stateful (toggles[i].name, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect (action, "change-state", G_CALLBACK (toggle_cb), actions);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  g_signal_connect (block, "change-state", G_CALLBACK (block_cb), actions);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (block));

  return G_ACTION_GROUP (actions);
}

/**
 * ldr_format_actions_update:
 * @actions: what ldr_format_actions_new() made
 *
 * Shows the formats at the cursor.
 */
void
ldr_format_actions_update (GActionGroup *actions)
{
  LdrFormats formats = ldr_editor_get_formats (get_editor (G_OBJECT (actions)));
  GAction *action;

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      action = g_action_map_lookup_action (G_ACTION_MAP (actions), toggles[i].name);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean ((formats & toggles[i].format) != 0));
    }
  action = g_action_map_lookup_action (G_ACTION_MAP (actions), "block");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (ldr_formats_get_block (formats)));
}

/**
 * ldr_format_actions_set_enabled:
 * @actions: what ldr_format_actions_new() made
 * @enabled: whether there is a text to format
 *
 * Enables or disables all of them.
 */
void
ldr_format_actions_set_enabled (GActionGroup *actions, gboolean enabled)
{
  g_auto (GStrv) names = g_action_group_list_actions (actions);

  for (char **name = names; *name != NULL; name++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), *name);

      if (G_IS_SIMPLE_ACTION (action))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}
