/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-prompt-choice.h"

#include "ldr-text.h"

/* The rule, in words. Days take turns in what they ask about:
 *
 * - a style in focus, from its strong side: the styles of active goals, else the favourite and the lowest, else any;
 * - a pitfall: the one that was noticed most in the last weeks, else that of a style in focus;
 * - the moment: the start or end of a week or a day, for which some questions are made;
 * - anything else: the customer, the people, oneself.
 *
 * A turn without a question passes on to the next. Within a turn the question that was never shown comes first, then
 * the one that was shown longest ago; what is still equal is put in an order by the journal's seed. Answered questions
 * rest for two months, and none comes twice on one day. Only when nothing else is left do they come back, oldest first.
 */

typedef enum
{
  TURN_FOCUS,
  TURN_PITFALL,
  TURN_MOMENT,
  TURN_OPEN,
} Turn;

#define N_TURNS 4

static const char *const reason_ids[] = {
  [LDR_PROMPT_REASON_GOAL] = "goal",
  [LDR_PROMPT_REASON_FAVOURITE] = "favourite",
  [LDR_PROMPT_REASON_LOWEST] = "lowest",
  [LDR_PROMPT_REASON_NOTICED] = "noticed",
  [LDR_PROMPT_REASON_OTHER_SIDE] = "other-side",
  [LDR_PROMPT_REASON_WEEK_START] = "week-start",
  [LDR_PROMPT_REASON_WEEK_END] = "week-end",
  [LDR_PROMPT_REASON_MORNING] = "morning",
  [LDR_PROMPT_REASON_EVENING] = "evening",
  [LDR_PROMPT_REASON_NEW] = "new",
  [LDR_PROMPT_REASON_LONG_AGO] = "long-ago",
};

static LdrPromptTimes
times_of (int day, int hour)
{
  LdrPromptTimes times = LDR_PROMPT_TIMES_ANY;
  GDateWeekday weekday;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  weekday = g_date_get_weekday (&date);
  if (hour < 12)
    times |= LDR_PROMPT_TIMES_MORNING;
  else if (hour >= 15)
    times |= LDR_PROMPT_TIMES_EVENING;
  if (weekday <= G_DATE_TUESDAY)
    times |= LDR_PROMPT_TIMES_WEEK_START;
  else if (weekday >= G_DATE_THURSDAY && weekday <= G_DATE_SATURDAY)
    times |= LDR_PROMPT_TIMES_WEEK_END;
  return times;
}

/**
 * ldr_prompt_times_fit:
 * @times: when a question fits
 * @day: a civil date
 * @hour: an hour of that day, 0 to 23
 *
 * Returns: whether the question fits that moment
 */
gboolean
ldr_prompt_times_fit (LdrPromptTimes times, int day, int hour)
{
  const LdrPromptTimes of_day = LDR_PROMPT_TIMES_MORNING | LDR_PROMPT_TIMES_EVENING;
  const LdrPromptTimes of_week = LDR_PROMPT_TIMES_WEEK_START | LDR_PROMPT_TIMES_WEEK_END;
  LdrPromptTimes now = times_of (day, hour);

  return ((times & of_day) == 0 || (times & of_day & now) != 0)
         && ((times & of_week) == 0 || (times & of_week & now) != 0);
}

static LdrStyleSet
get_focus (const LdrPromptMoment *moment)
{
  LdrStyleSet focus = moment->goals;

  if (focus != LDR_STYLE_SET_NONE)
    return focus;
  if (moment->favourite >= 0)
    focus |= LDR_STYLE_BIT (moment->favourite);
  if (moment->lowest >= 0)
    focus |= LDR_STYLE_BIT (moment->lowest);
  return focus != LDR_STYLE_SET_NONE ? focus : LDR_STYLE_SET_ALL;
}

/* The pitfalls that were noticed most; without any, those of the styles in focus. */
static LdrStyleSet
get_pitfalls (const LdrPromptMoment *moment)
{
  LdrStyleSet pitfalls = LDR_STYLE_SET_NONE;
  int most = 0;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    most = MAX (most, moment->noticed[i]);
  if (most == 0)
    return get_focus (moment);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (moment->noticed[i] == most)
      pitfalls |= LDR_STYLE_BIT (i);
  return pitfalls;
}

static gboolean
belongs_to (const LdrPromptFacts *facts, Turn turn, const LdrPromptMoment *moment)
{
  switch (turn)
    {
    case TURN_FOCUS:
      return facts->side == LDR_PROMPT_SIDE_STRENGTH && (get_focus (moment) & LDR_STYLE_BIT (facts->style)) != 0;
    case TURN_PITFALL:
      return facts->side == LDR_PROMPT_SIDE_PITFALL && (get_pitfalls (moment) & LDR_STYLE_BIT (facts->style)) != 0;
    case TURN_MOMENT:
      return facts->times != LDR_PROMPT_TIMES_ANY;
    case TURN_OPEN:
      return facts->side == LDR_PROMPT_SIDE_NONE && facts->times == LDR_PROMPT_TIMES_ANY;
    }
  return FALSE;
}

static gboolean
is_rested (const LdrPromptCandidate *candidate, const LdrPromptMoment *moment)
{
  return candidate->answered_day == 0 || moment->day - candidate->answered_day >= LDR_PROMPT_REST_DAYS;
}

static gboolean
may_be_shown (const LdrPromptCandidate *candidate, const LdrPromptMoment *moment)
{
  return candidate->shown_day != moment->day
         && ldr_prompt_times_fit (candidate->facts->times, moment->day, moment->hour);
}

static guint
get_place (const LdrPromptCandidate *candidate, const LdrPromptMoment *moment)
{
  return (g_str_hash (candidate->facts->id) ^ moment->seed) * 2654435761u;
}

static gboolean
comes_before (const LdrPromptCandidate *a, const LdrPromptCandidate *b, const LdrPromptMoment *moment)
{
  if (a->shown_day != b->shown_day)
    return a->shown_day < b->shown_day;
  return get_place (a, moment) < get_place (b, moment);
}

static gboolean
choose_for_turn (
    const LdrPromptCandidate *candidates, gsize n_candidates, const LdrPromptMoment *moment, Turn turn, gsize *chosen)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < n_candidates; i++)
    {
      const LdrPromptCandidate *candidate = &candidates[i];

      if (!belongs_to (candidate->facts, turn, moment) || !is_rested (candidate, moment)
          || !may_be_shown (candidate, moment))
        continue;
      if (!found || comes_before (candidate, &candidates[*chosen], moment))
        *chosen = i;
      found = TRUE;
    }
  return found;
}

/* Everything rests or was shown today: the one that was answered longest ago comes back. */
static gboolean
choose_oldest (const LdrPromptCandidate *candidates, gsize n_candidates, const LdrPromptMoment *moment, gsize *chosen)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < n_candidates; i++)
    {
      if (!may_be_shown (&candidates[i], moment))
        continue;
      if (!found || candidates[i].answered_day < candidates[*chosen].answered_day
          || (candidates[i].answered_day == candidates[*chosen].answered_day
              && comes_before (&candidates[i], &candidates[*chosen], moment)))
        *chosen = i;
      found = TRUE;
    }
  return found;
}

static LdrPromptReason
get_reason_of_time (const LdrPromptFacts *facts)
{
  if ((facts->times & LDR_PROMPT_TIMES_WEEK_START) != 0)
    return LDR_PROMPT_REASON_WEEK_START;
  if ((facts->times & LDR_PROMPT_TIMES_WEEK_END) != 0)
    return LDR_PROMPT_REASON_WEEK_END;
  return (facts->times & LDR_PROMPT_TIMES_MORNING) != 0 ? LDR_PROMPT_REASON_MORNING : LDR_PROMPT_REASON_EVENING;
}

static LdrPromptReason
get_reason (const LdrPromptCandidate *candidate, const LdrPromptMoment *moment, Turn turn)
{
  LdrStyle style = candidate->facts->style;
  gboolean is_known = moment->goals != LDR_STYLE_SET_NONE || moment->favourite >= 0 || moment->lowest >= 0;

  switch (turn)
    {
    case TURN_FOCUS:
      if (moment->goals != LDR_STYLE_SET_NONE)
        return LDR_PROMPT_REASON_GOAL;
      if (is_known)
        return moment->favourite == (int) style ? LDR_PROMPT_REASON_FAVOURITE : LDR_PROMPT_REASON_LOWEST;
      break;
    case TURN_PITFALL:
      if (moment->noticed[style] > 0)
        return LDR_PROMPT_REASON_NOTICED;
      if (is_known)
        return LDR_PROMPT_REASON_OTHER_SIDE;
      break;
    case TURN_MOMENT:
      return get_reason_of_time (candidate->facts);
    case TURN_OPEN:
      break;
    }
  return candidate->shown_day == 0 ? LDR_PROMPT_REASON_NEW : LDR_PROMPT_REASON_LONG_AGO;
}

/**
 * ldr_prompt_choose:
 * @candidates: (array length=n_candidates): the questions with what is known of their use
 * @n_candidates: how many there are
 * @moment: who is asked, and when
 * @chosen: (out): the number of the question that was chosen
 * @reason: (out): why it was chosen
 *
 * Chooses the question of the day, or the next one when @moment says that some were shown already. The same arguments
 * give the same question on every machine.
 *
 * Returns: whether there is any question that may be shown
 */
gboolean
ldr_prompt_choose (const LdrPromptCandidate *candidates,
                   gsize n_candidates,
                   const LdrPromptMoment *moment,
                   gsize *chosen,
                   LdrPromptReason *reason)
{
  g_return_val_if_fail (moment->day > 0 && moment->n_shown >= 0, FALSE);

  for (int i = 0; i < N_TURNS; i++)
    {
      Turn turn = (Turn) ((moment->day % N_TURNS + moment->n_shown % N_TURNS + i) % N_TURNS);

      if (choose_for_turn (candidates, n_candidates, moment, turn, chosen))
        {
          *reason = get_reason (&candidates[*chosen], moment, turn);
          return TRUE;
        }
    }
  *reason = LDR_PROMPT_REASON_LONG_AGO;
  return choose_oldest (candidates, n_candidates, moment, chosen);
}

/**
 * ldr_prompt_reason_to_id:
 * @reason: a reason
 *
 * Returns: its id, the same in every language
 */
const char *
ldr_prompt_reason_to_id (LdrPromptReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reason_ids), NULL);

  return reason_ids[reason];
}

/**
 * ldr_prompt_reason_from_id:
 * @id: an id
 * @reason: (out): the reason
 *
 * Returns: whether there is such a reason
 */
gboolean
ldr_prompt_reason_from_id (const char *id, LdrPromptReason *reason)
{
  return ldr_text_find (reason_ids, G_N_ELEMENTS (reason_ids), id, (guint *) reason);
}
