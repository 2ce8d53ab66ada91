/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-prompt-reason.h"

#include <glib/gi18n.h>

#include "content/ldr-style-text.h"

/* Sentences with the name of a style, and of the leader where a coach reads them. */
static char *
describe_style_reason (LdrPromptReason reason, const char *style, const char *leader)
{
  switch (reason)
    {
    case LDR_PROMPT_REASON_GOAL:
      /* Translators: the reason for a question; %s is a management style */
      return g_strdup_printf (_ ("A goal in this journal is about the %s."), style);
    case LDR_PROMPT_REASON_FAVOURITE:
      if (leader != NULL)
        /* Translators: the first %s is a management style, the second a leader’s name */
        return g_strdup_printf (_ ("The %s is the style that comes most naturally to %s."), style, leader);
      return g_strdup_printf (_ ("The %s is the style that comes most naturally to you."), style);
    case LDR_PROMPT_REASON_LOWEST:
      if (leader != NULL)
        /* Translators: the first %s is a management style, the second a leader’s name */
        return g_strdup_printf (_ ("The %s is the style that %s reaches for least, so there is much to find."), style,
                                leader);
      return g_strdup_printf (_ ("The %s is the style you reach for least, so there is much to find."), style);
    case LDR_PROMPT_REASON_NOTICED:
      /* Translators: %s is a management style */
      return g_strdup_printf (_ ("You noticed the pitfall of the %s in the last four weeks."), style);
    case LDR_PROMPT_REASON_OTHER_SIDE:
      /* Translators: %s is a management style */
      return g_strdup_printf (_ ("A style that is used a lot has another side: this looks at that of the %s."), style);
    case LDR_PROMPT_REASON_WEEK_START:
    case LDR_PROMPT_REASON_WEEK_END:
    case LDR_PROMPT_REASON_MORNING:
    case LDR_PROMPT_REASON_EVENING:
    case LDR_PROMPT_REASON_NEW:
    case LDR_PROMPT_REASON_LONG_AGO:
      break;
    }
  g_return_val_if_reached (g_strdup (""));
}

/**
 * ldr_prompt_reason_describe:
 * @reason: why a question was chosen
 * @style: the style that it is about, where the reason names one
 * @info: whose journal it is
 *
 * Returns: (transfer full): one sentence that says why this question
 */
char *
ldr_prompt_reason_describe (LdrPromptReason reason, LdrStyle style, const LdrJournalInfo *info)
{
  const char *leader = info->role == LDR_ROLE_COACH ? info->leader : NULL;

  switch (reason)
    {
    case LDR_PROMPT_REASON_GOAL:
    case LDR_PROMPT_REASON_FAVOURITE:
    case LDR_PROMPT_REASON_LOWEST:
    case LDR_PROMPT_REASON_NOTICED:
    case LDR_PROMPT_REASON_OTHER_SIDE:
      return describe_style_reason (reason, ldr_style_get_name (style), leader);
    case LDR_PROMPT_REASON_WEEK_START:
      return g_strdup (_ ("It fits the beginning of a week."));
    case LDR_PROMPT_REASON_WEEK_END:
      return g_strdup (_ ("It fits the end of a week."));
    case LDR_PROMPT_REASON_MORNING:
      return g_strdup (_ ("It fits the beginning of a day."));
    case LDR_PROMPT_REASON_EVENING:
      return g_strdup (_ ("It fits the end of a day."));
    case LDR_PROMPT_REASON_NEW:
      return g_strdup (_ ("It was not asked in this journal before."));
    case LDR_PROMPT_REASON_LONG_AGO:
      return g_strdup (_ ("It has been a good while since it was asked."));
    }
  g_return_val_if_reached (g_strdup (""));
}
