/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "ldr-style.h"

G_BEGIN_DECLS

/**
 * LdrPromptSide:
 * @LDR_PROMPT_SIDE_NONE: it is about no style
 * @LDR_PROMPT_SIDE_STRENGTH: it grows a style's strength
 * @LDR_PROMPT_SIDE_PITFALL: it looks at a style's pitfall
 */
typedef enum
{
  LDR_PROMPT_SIDE_NONE,
  LDR_PROMPT_SIDE_STRENGTH,
  LDR_PROMPT_SIDE_PITFALL,
} LdrPromptSide;

/**
 * LdrPromptTimes:
 * @LDR_PROMPT_TIMES_ANY: it fits any moment
 * @LDR_PROMPT_TIMES_MORNING: before noon
 * @LDR_PROMPT_TIMES_EVENING: from three in the afternoon
 * @LDR_PROMPT_TIMES_WEEK_START: on Monday and Tuesday
 * @LDR_PROMPT_TIMES_WEEK_END: from Thursday to Saturday
 *
 * When a question fits. Of two times of the day, or two of the week, one must hold; of a time of the day and one of the
 * week, both.
 */
typedef enum
{
  LDR_PROMPT_TIMES_ANY = 0,
  LDR_PROMPT_TIMES_MORNING = 1 << 0,
  LDR_PROMPT_TIMES_EVENING = 1 << 1,
  LDR_PROMPT_TIMES_WEEK_START = 1 << 2,
  LDR_PROMPT_TIMES_WEEK_END = 1 << 3,
} LdrPromptTimes;

/* How many minutes an answer may be said to take. */
#define LDR_PROMPT_MIN_MINUTES 1
#define LDR_PROMPT_MAX_MINUTES 10

/**
 * LdrPromptFacts:
 * @id: the question's id
 * @side: what it looks at
 * @style: the style, unless @side is %LDR_PROMPT_SIDE_NONE
 * @minutes: how long an answer takes
 * @times: when it fits
 */
typedef struct
{
  char *id;
  LdrPromptSide side;
  LdrStyle style;
  int minutes;
  LdrPromptTimes times;
} LdrPromptFacts;

/**
 * LdrPromptCandidate:
 * @facts: the question
 * @shown_day: the day on which it was last shown, or 0
 * @answered_day: the day on which it was last answered, or 0
 */
typedef struct
{
  const LdrPromptFacts *facts;
  int shown_day;
  int answered_day;
} LdrPromptCandidate;

/* How many days an answered question rests: two months. */
#define LDR_PROMPT_REST_DAYS 61

/**
 * LdrPromptReason:
 * @LDR_PROMPT_REASON_GOAL: a goal is about the style
 * @LDR_PROMPT_REASON_FAVOURITE: the style is the favourite
 * @LDR_PROMPT_REASON_LOWEST: the style is the one that comes least naturally
 * @LDR_PROMPT_REASON_NOTICED: the pitfall was noticed in the last weeks
 * @LDR_PROMPT_REASON_OTHER_SIDE: the pitfall belongs to a style in focus
 * @LDR_PROMPT_REASON_WEEK_START: the week begins
 * @LDR_PROMPT_REASON_WEEK_END: the week ends
 * @LDR_PROMPT_REASON_MORNING: the day begins
 * @LDR_PROMPT_REASON_EVENING: the day ends
 * @LDR_PROMPT_REASON_NEW: it was never asked before
 * @LDR_PROMPT_REASON_LONG_AGO: it was last asked long ago
 */
typedef enum
{
  LDR_PROMPT_REASON_GOAL,
  LDR_PROMPT_REASON_FAVOURITE,
  LDR_PROMPT_REASON_LOWEST,
  LDR_PROMPT_REASON_NOTICED,
  LDR_PROMPT_REASON_OTHER_SIDE,
  LDR_PROMPT_REASON_WEEK_START,
  LDR_PROMPT_REASON_WEEK_END,
  LDR_PROMPT_REASON_MORNING,
  LDR_PROMPT_REASON_EVENING,
  LDR_PROMPT_REASON_NEW,
  LDR_PROMPT_REASON_LONG_AGO,
} LdrPromptReason;

/**
 * LdrPromptMoment:
 * @day: the civil date
 * @hour: the hour of the day, 0 to 23
 * @n_shown: how many questions were shown on this day already
 * @goals: styles of the active goals, with their pitfalls
 * @favourite: the favourite, or -1 if there is none that is clear
 * @lowest: the style that comes least naturally, or -1 if that is not known
 * @noticed: how often each pitfall was noticed in the last four weeks
 * @seed: tells journals apart, so that two leaders are not asked the same on the same day
 *
 * All that the choice of the day's question depends on, beside the questions.
 */
typedef struct
{
  int day;
  int hour;
  int n_shown;
  LdrStyleSet goals;
  int favourite;
  int lowest;
  int noticed[LDR_N_STYLES];
  guint32 seed;
} LdrPromptMoment;

gboolean ldr_prompt_choose (const LdrPromptCandidate *candidates,
                            gsize n_candidates,
                            const LdrPromptMoment *moment,
                            gsize *chosen,
                            LdrPromptReason *reason);
gboolean ldr_prompt_times_fit (LdrPromptTimes times, int day, int hour);
const char *ldr_prompt_reason_to_id (LdrPromptReason reason);
gboolean ldr_prompt_reason_from_id (const char *id, LdrPromptReason *reason);

G_END_DECLS
