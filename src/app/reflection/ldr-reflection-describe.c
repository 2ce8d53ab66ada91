/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reflection-describe.h"

#include <glib/gi18n.h>

static void
describe_closing (LdrStepDescription *self, const LdrReflection *reflection)
{
  guint n_answers = ldr_reflection_count_answers (reflection);

  self->closing = TRUE;
  self->can_go_on = n_answers > 0;
  self->progress = g_strdup ("");
  if (n_answers == 0)
    {
      self->question = g_strdup (_ ("Nothing is answered yet"));
      self->hint = g_strdup (_ ("Go back to a question that speaks to you. One answer is enough."));
      return;
    }
  self->question = g_strdup (_ ("What was at work here?"));
  self->hint = g_strdup (_ ("Choose what fits, or nothing at all. You can change it later."));
}

/**
 * ldr_step_describe:
 * @reflection: a reflection
 * @step: the number of a question, or how many there are for the last step
 * @info: whose journal it is
 *
 * Computes what the page shows at one step.
 *
 * Returns: (transfer full): the description
 */
LdrStepDescription *
ldr_step_describe (const LdrReflection *reflection, guint step, const LdrJournalInfo *info)
{
  LdrStepDescription *self = g_new0 (LdrStepDescription, 1);
  guint n = reflection->steps->len;

  self->can_go_back = step > 0;
  if (step >= n)
    {
      describe_closing (self, reflection);
      return self;
    }
  /* Translators: the first %u is the number of a question, the second how many there are */
  self->progress = n > 1 ? g_strdup_printf (_ ("Question %u of %u"), step + 1, n) : g_strdup ("");
  self->question = g_strdup (ldr_reflection_get_step (reflection, step)->question);
  self->can_go_on = ldr_reflection_is_answered (reflection, step);
  self->can_skip = !self->can_go_on && n > 1;
  return self;
}

/**
 * ldr_step_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_step_description_free (LdrStepDescription *self)
{
  g_free (self->progress);
  g_free (self->question);
  g_free (self->hint);
  g_free (self);
}

/**
 * ldr_styles_used_describe:
 * @info: whose journal it is
 *
 * Returns: (transfer full): the heading of the styles at the last step
 */
char *
ldr_styles_used_describe (const LdrJournalInfo *info)
{
  if (info->role == LDR_ROLE_COACH)
    /* Translators: %s is a leader’s name */
    return g_strdup_printf (_ ("Styles that %s used"), info->leader);
  return g_strdup (_ ("Styles you used"));
}

/**
 * ldr_pitfalls_noticed_describe:
 * @info: whose journal it is
 *
 * Returns: (transfer full): the heading of the pitfalls at the last step
 */
char *
ldr_pitfalls_noticed_describe (const LdrJournalInfo *info)
{
  return g_strdup (info->role == LDR_ROLE_COACH ? _ ("Pitfalls that showed") : _ ("Pitfalls you noticed"));
}
