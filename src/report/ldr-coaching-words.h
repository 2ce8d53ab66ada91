/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-action.h"
#include "model/ldr-goal.h"
#include "model/ldr-journal-info.h"

G_BEGIN_DECLS

/* Goals and sessions in the words of a document, which leader and coach both read. */

const char *ldr_words_get_goal_kind (LdrGoalKind kind);
const char *ldr_words_get_goal_state (LdrGoalState state);
const char *ldr_words_get_goal_topic (const LdrGoal *goal);
char *ldr_words_describe_measure (const LdrMeasure *measure);
char *ldr_words_describe_period (const LdrGoal *goal, const char *date_format);

const char *ldr_words_get_session_state (LdrSessionState state);
const char *ldr_words_get_session_part (LdrSessionPart part);
const char *ldr_words_get_role (LdrRole role, const LdrJournalInfo *info);
char *ldr_words_describe_scores (const LdrEvaluation *evaluation);

const char *ldr_words_get_owner (const LdrAction *action, const LdrJournalInfo *info);
const char *ldr_words_get_action_state (LdrActionState state);

G_END_DECLS
