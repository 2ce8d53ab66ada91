/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-path.h"
#include "ldr-today-facts.h"
#include "model/ldr-goal.h"
#include "model/ldr-reflection.h"
#include "store/ldr-store-sessions.h"

G_BEGIN_DECLS

/* What the page of today shows, computed as plain structs by pure functions; widgets only apply it. */

/**
 * LdrQuestionState:
 * @LDR_QUESTION_STATE_OPEN: nothing was written yet
 * @LDR_QUESTION_STATE_BEGUN: there is a draft with an answer
 * @LDR_QUESTION_STATE_ANSWERED: the answer is in the journal
 */
typedef enum
{
  LDR_QUESTION_STATE_OPEN,
  LDR_QUESTION_STATE_BEGUN,
  LDR_QUESTION_STATE_ANSWERED,
} LdrQuestionState;

/**
 * LdrQuestionDescription:
 * @question: as it is put to the one who writes
 * @state: how far the answer is
 * @side: what it looks at
 * @style: the style, unless @side is %LDR_PROMPT_SIDE_NONE
 * @topic: (nullable): the name of its topic, for what is about no style
 * @minutes: how long an answer takes
 * @reason: why this question, one sentence
 * @done: (nullable): what is said once it is answered
 * @entry: (nullable): the id of the entry with the answer
 * @draft: (nullable): the draft with the answer
 */
typedef struct
{
  char *question;
  LdrQuestionState state;
  LdrPromptSide side;
  LdrStyle style;
  char *topic;
  char *minutes;
  char *reason;
  const char *done;
  char *entry;
  LdrReflection *draft;
} LdrQuestionDescription;

LdrQuestionDescription *
ldr_question_describe (const LdrDayQuestion *question, GPtrArray *drafts, const LdrJournalInfo *info);
void ldr_question_description_free (LdrQuestionDescription *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrQuestionDescription, ldr_question_description_free)

/**
 * LdrTodayRow:
 * @title: one line, never empty
 * @subtitle: one line, perhaps empty
 *
 * A row of one of the page's lists.
 */
typedef struct
{
  char *title;
  char *subtitle;
} LdrTodayRow;

LdrTodayRow *ldr_draft_describe (const LdrReflection *draft, int today);
LdrTodayRow *ldr_recent_describe (const LdrSummary *summary, int today);
LdrTodayRow *ldr_path_describe (const LdrPath *path);
LdrTodayRow *ldr_goal_question_describe (const LdrGoal *goal, int today);
void ldr_today_row_free (LdrTodayRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTodayRow, ldr_today_row_free)

/**
 * LdrTodaySessionDescription:
 * @title: when it is
 * @subtitle: how long and where, and what waits for it
 * @step: what to do with it now, with a mnemonic
 * @step_name: the same with when it is, for a screen reader
 *
 * The session that comes next.
 */
typedef struct
{
  char *title;
  char *subtitle;
  const char *step;
  char *step_name;
} LdrTodaySessionDescription;

const LdrSessionSummary *ldr_today_find_session (GPtrArray *sessions, gint64 now);
LdrTodaySessionDescription *ldr_today_session_describe (const LdrSessionSummary *session, int n_to_discuss, gint64 now);
void ldr_today_session_description_free (LdrTodaySessionDescription *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTodaySessionDescription, ldr_today_session_description_free)

/**
 * LdrFirstSteps:
 * @LDR_FIRST_STEP_ENTRY: to write a first entry
 * @LDR_FIRST_STEP_PROFILE: to find out which style comes naturally
 * @LDR_FIRST_STEP_GOAL: to set a first goal
 * @LDR_FIRST_STEP_SHEET: to make the recovery sheet safe
 *
 * What is still to be done in a new journal.
 */
typedef enum
{
  LDR_FIRST_STEP_ENTRY = 1 << 0,
  LDR_FIRST_STEP_PROFILE = 1 << 1,
  LDR_FIRST_STEP_GOAL = 1 << 2,
  LDR_FIRST_STEP_SHEET = 1 << 3,
} LdrFirstSteps;

#define LDR_FIRST_STEPS_ALL (LDR_FIRST_STEP_ENTRY | LDR_FIRST_STEP_PROFILE | LDR_FIRST_STEP_GOAL | LDR_FIRST_STEP_SHEET)

LdrFirstSteps ldr_first_steps (LdrFirstSteps done, gint64 created, gint64 now);

/**
 * LdrGoalQuestion:
 * @LDR_GOAL_QUESTION_NONE: nothing but its check-ins
 * @LDR_GOAL_QUESTION_RETURN: its rest is over: is it taken up again?
 * @LDR_GOAL_QUESTION_VERDICT: the experiment is over: keep it, change it or drop it?
 *
 * What a goal asks on a day.
 */
typedef enum
{
  LDR_GOAL_QUESTION_NONE,
  LDR_GOAL_QUESTION_RETURN,
  LDR_GOAL_QUESTION_VERDICT,
} LdrGoalQuestion;

LdrGoalQuestion ldr_goal_get_question (const LdrGoal *goal, int today);

char *ldr_day_describe_long (int day);
char *ldr_day_describe_near (int day, int today);
const char *const *ldr_today_suggest_paths (int day);

G_END_DECLS
