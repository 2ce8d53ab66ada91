/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-path-groups.h"

#include <glib/gi18n.h>
#include "content/ldr-style-text.h"

/**
 * ldr_path_get_group:
 * @path: a path
 *
 * Returns: where it stands
 */
LdrPathGroupKind
ldr_path_get_group (const LdrPath *path)
{
  if (path->own)
    return LDR_PATH_GROUP_OWN;
  switch (path->side)
    {
    case LDR_PROMPT_SIDE_STRENGTH:
      return LDR_PATH_GROUP_STRENGTH;
    case LDR_PROMPT_SIDE_PITFALL:
      return LDR_PATH_GROUP_PITFALL;
    case LDR_PROMPT_SIDE_NONE:
      break;
    }
  return LDR_PATH_GROUP_OTHER;
}

/**
 * ldr_path_group_get_title:
 * @kind: a group
 *
 * Returns: (transfer none): its heading
 */
const char *
ldr_path_group_get_title (LdrPathGroupKind kind)
{
  switch (kind)
    {
    case LDR_PATH_GROUP_OWN:
      return _ ("Your own");
    case LDR_PATH_GROUP_OTHER:
      return _ ("For a moment like this");
    case LDR_PATH_GROUP_STRENGTH:
      return _ ("Growing a style");
    case LDR_PATH_GROUP_PITFALL:
      return _ ("Looking at a pitfall");
    }
  g_return_val_if_reached ("");
}

/**
 * ldr_path_matches:
 * @path: a path
 * @words: what somebody is looking for
 *
 * Returns: whether each of the words begins one in its title, its summary, its questions or the name of its style,
 *   whatever the capitals and accents; %TRUE for no words
 */
gboolean
ldr_path_matches (const LdrPath *path, const char *words)
{
  g_autoptr (GString) text = g_string_new (ldr_path_get_title (path));

  g_string_append_printf (text, " %s", ldr_path_get_summary (path));
  if (path->side != LDR_PROMPT_SIDE_NONE)
    g_string_append_printf (text, " %s %s", ldr_style_get_name (path->style), ldr_style_get_pitfall_name (path->style));
  for (guint i = 0; i < path->steps->len; i++)
    {
      const LdrPrompt *step = g_ptr_array_index (path->steps, i);
      g_autofree char *question = ldr_wording_get (&step->wording, LDR_ROLE_LEADER, "");

      g_string_append_printf (text, " %s", question);
    }
  return words[0] == '\0' || g_str_match_string (words, text->str, TRUE);
}
