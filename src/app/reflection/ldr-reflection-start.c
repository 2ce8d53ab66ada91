/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reflection-start.h"

static void
add_step (LdrReflection *reflection, const LdrPrompt *prompt, const LdrJournalInfo *info)
{
  g_autofree char *question = ldr_wording_get (&prompt->wording, info->role, info->leader);

  ldr_reflection_add_step (reflection, prompt->facts.id, question, "");
}

/**
 * ldr_reflection_begin_prompt:
 * @prompt: a question
 * @info: whose journal it is
 *
 * Begins a reflection on one question. In a coach's journal the question speaks of the leader by name. What the
 * question looks at is suggested at the end.
 *
 * Returns: (transfer full): the reflection, not saved yet
 */
LdrReflection *
ldr_reflection_begin_prompt (const LdrPrompt *prompt, const LdrJournalInfo *info)
{
  LdrReflection *reflection = ldr_reflection_new ("", "");

  add_step (reflection, prompt, info);
  if (prompt->facts.side == LDR_PROMPT_SIDE_STRENGTH)
    reflection->styles = LDR_STYLE_BIT (prompt->facts.style);
  else if (prompt->facts.side == LDR_PROMPT_SIDE_PITFALL)
    reflection->pitfalls = LDR_STYLE_BIT (prompt->facts.style);
  return reflection;
}

/**
 * ldr_reflection_begin_path:
 * @path: a path
 * @info: whose journal it is
 *
 * Begins a reflection along a path.
 *
 * Returns: (transfer full): the reflection, not saved yet
 */
LdrReflection *
ldr_reflection_begin_path (const LdrPath *path, const LdrJournalInfo *info)
{
  LdrReflection *reflection = ldr_reflection_new (path->id, ldr_path_get_title (path));

  for (guint i = 0; i < path->steps->len; i++)
    add_step (reflection, g_ptr_array_index (path->steps, i), info);
  reflection->styles = ldr_path_get_styles (path);
  reflection->pitfalls = ldr_path_get_pitfalls (path);
  return reflection;
}
