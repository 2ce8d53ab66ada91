/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-sessions-jobs.h"
#include "store/ldr-store-goals.h"

G_BEGIN_DECLS

/* What the pages about sessions show, computed as plain structs by pure functions; widgets only apply it. */

/**
 * LdrSessionRow:
 * @title: when it is, one line
 * @subtitle: how long, where, and what is in it
 * @asks: the time of a planned session is over, and nobody said whether it was held
 * @can_hold: whether it is time to hold it rather than to prepare it
 *
 * A session in a list.
 */
typedef struct
{
  char *title;
  char *subtitle;
  gboolean asks;
  gboolean can_hold;
} LdrSessionRow;

LdrSessionRow *ldr_session_row_describe (const LdrSessionSummary *summary, gint64 now);
void ldr_session_row_free (LdrSessionRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSessionRow, ldr_session_row_free)

/**
 * LdrSessionGroup:
 * @title: its heading
 * @sessions: (element-type LdrSessionSummary): what stands below it
 *
 * A part of the list.
 */
typedef struct
{
  char *title;
  GPtrArray *sessions;
} LdrSessionGroup;

/**
 * LdrSessionArrangement:
 * @next: (nullable): the session that comes next or is under way
 * @planned: (element-type LdrSessionSummary): the others that are planned, the earliest first
 * @past: (element-type LdrSessionGroup): those that were held, by year, then those that were cancelled
 *
 * The list of sessions in the order in which it is shown.
 */
typedef struct
{
  LdrSessionSummary *next;
  GPtrArray *planned;
  GPtrArray *past;
} LdrSessionArrangement;

LdrSessionArrangement *ldr_sessions_arrange (GPtrArray *sessions, gint64 now);
void ldr_session_arrangement_free (LdrSessionArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSessionArrangement, ldr_session_arrangement_free)

/**
 * LdrActionRow:
 * @title: what is to be done
 * @subtitle: who does it, until when, and what became of it
 * @overdue: whether its last day is over
 * @tick: what the box beside it does, for a screen reader
 *
 * An action in a list.
 */
typedef struct
{
  char *title;
  char *subtitle;
  gboolean overdue;
  char *tick;
} LdrActionRow;

LdrActionRow *ldr_action_row_describe (const LdrAction *action, const LdrJournalInfo *info, int today);
void ldr_action_row_free (LdrActionRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrActionRow, ldr_action_row_free)

char *ldr_session_describe_when (gint64 starts, gint64 now);
char *ldr_session_describe_start (gint64 starts, gint64 now);
char *ldr_session_describe_title (const LdrSession *session);
char *ldr_session_describe_short_title (const LdrSession *session);
char *ldr_session_describe_date (const LdrSession *session);
char *ldr_session_describe_facts (const LdrSession *session);
char *ldr_session_describe_time (const LdrSession *session, gint64 now);
const char *ldr_session_describe_problem (const GError *error);
char *ldr_sessions_describe_empty (const LdrJournalInfo *info);
char *ldr_sessions_describe_waiting (int n_actions, int n_to_discuss);
char *ldr_action_describe_owner (LdrActionOwner owner, const char *name, const LdrJournalInfo *info);
char *ldr_action_describe_due (int due, int today);
char *ldr_course_describe (const LdrGoalCourse *course);
char *ldr_session_describe_noticed (const LdrPreparation *preparation);
char *ldr_session_describe_pitfall (const LdrNoticed *noticed, LdrStyle pitfall);
char *ldr_session_describe_energy (const LdrNoticed *noticed);
char *ldr_session_part_describe (LdrSessionPart part, const LdrJournalInfo *info);

G_END_DECLS
