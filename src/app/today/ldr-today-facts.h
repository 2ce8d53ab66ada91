/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"
#include "store/ldr-store-prompts.h"

G_BEGIN_DECLS

/**
 * LdrTodayFacts:
 * @day: the civil date for which it was read
 * @question: (nullable): the question of the day, %NULL when there is none left
 * @drafts: (element-type LdrReflection): reflections that are being written, the latest first
 * @recent: (element-type LdrSummary): the newest entries outside the trash; none only when there are none at all
 * @year_ago: (element-type LdrSummary): entries of the same date a year ago
 * @has_profile: whether the leader finished a questionnaire
 * @courses: (element-type LdrGoalCourse): the goals that are worked on, with what is due
 * @has_goals: whether there is any goal outside the trash
 * @sessions: (element-type LdrSessionSummary): the sessions that are planned
 * @actions: (element-type LdrAction): what was agreed and is open, in the order in which it is shown
 * @n_to_discuss: how many entries are marked to be discussed
 *
 * All that the page of today shows, read in one go.
 */
typedef struct
{
  int day;
  LdrDayQuestion *question;
  GPtrArray *drafts;
  GPtrArray *recent;
  GPtrArray *year_ago;
  gboolean has_profile;
  GPtrArray *courses;
  gboolean has_goals;
  GPtrArray *sessions;
  GPtrArray *actions;
  int n_to_discuss;
} LdrTodayFacts;

void ldr_today_facts_free (LdrTodayFacts *self);

void ldr_today_facts_read_async (
    LdrJournal *journal, gboolean another, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LdrTodayFacts *ldr_today_facts_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTodayFacts, ldr_today_facts_free)

G_END_DECLS
