/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-path.h"
#include "ldr-today-facts.h"
#include "model/ldr-reflection.h"

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
void ldr_today_row_free (LdrTodayRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTodayRow, ldr_today_row_free)

/**
 * LdrFirstSteps:
 * @LDR_FIRST_STEP_ENTRY: to write a first entry
 * @LDR_FIRST_STEP_PROFILE: to find out which style comes naturally
 * @LDR_FIRST_STEP_SHEET: to make the recovery sheet safe
 *
 * What is still to be done in a new journal.
 */
typedef enum
{
  LDR_FIRST_STEP_ENTRY = 1 << 0,
  LDR_FIRST_STEP_PROFILE = 1 << 1,
  LDR_FIRST_STEP_SHEET = 1 << 2,
} LdrFirstSteps;

LdrFirstSteps
ldr_first_steps (gboolean has_entries, gboolean has_profile, gboolean has_sheet, gint64 created, gint64 now);

char *ldr_day_describe_long (int day);
char *ldr_day_describe_near (int day, int today);
const char *const *ldr_today_suggest_paths (int day);

G_END_DECLS
