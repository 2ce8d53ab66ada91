/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-action.h"
#include "store/ldr-journal.h"
#include "store/ldr-store-preparation.h"
#include "store/ldr-store-sessions.h"

G_BEGIN_DECLS

/* What the pages about sessions ask of a journal. Each call runs on the journal's thread and completes in the main
 * context. */

/**
 * LdrSessionsNews:
 * @info: whose journal it is
 * @today: the civil date on which it was read
 * @now: the moment at which it was read
 * @sessions: (element-type LdrSessionSummary): all sessions outside the trash, the latest first
 * @actions: (element-type LdrAction): all open actions, in the order of ldr_action_compare()
 * @n_to_discuss: how many entries are marked to be discussed
 *
 * What the list of sessions shows. Refcounted, never changed.
 */
typedef struct
{
  LdrJournalInfo *info;
  int today;
  gint64 now;
  GPtrArray *sessions;
  GPtrArray *actions;
  int n_to_discuss;
} LdrSessionsNews;

LdrSessionsNews *ldr_sessions_news_ref (LdrSessionsNews *self);
void ldr_sessions_news_unref (LdrSessionsNews *self);

/**
 * LdrSessionNews:
 * @info: whose journal it is
 * @today: the civil date on which it was read
 * @session: the session with its private notes
 * @preparation: what leader and coach look at before it
 * @goals: (element-type LdrGoalCourse): the active goals
 * @actions: (element-type LdrAction): what was agreed in it
 * @next: (nullable): the session that is planned after it and is still to come
 *
 * What the page of one session shows. Refcounted, never changed.
 */
typedef struct
{
  LdrJournalInfo *info;
  int today;
  LdrSession *session;
  LdrPreparation *preparation;
  GPtrArray *goals;
  GPtrArray *actions;
  LdrSessionSummary *next;
} LdrSessionNews;

LdrSessionNews *ldr_session_news_ref (LdrSessionNews *self);
void ldr_session_news_unref (LdrSessionNews *self);

/**
 * LdrSessionTimes:
 * @state: whether it is planned, held or cancelled
 * @opened: when it really began, as a moment, or 0
 * @closed: when it really ended, as a moment, or 0
 * @rested: for how many seconds its clock stood
 * @stands: since when its clock stands, as a moment, or 0
 *
 * How far a session is; kept to undo a change of it.
 */
typedef struct
{
  LdrSessionState state;
  gint64 opened;
  gint64 closed;
  int rested;
  gint64 stands;
} LdrSessionTimes;

void ldr_session_times_apply (const LdrSessionTimes *self, LdrSession *session);

void
ldr_sessions_load_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrSessionsNews *ldr_sessions_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_session_load_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrSessionNews *ldr_session_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

void ldr_session_get_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
void ldr_session_save_async (
    LdrJournal *journal, LdrSession *session, gint64 known, GAsyncReadyCallback callback, gpointer data);
LdrSession *ldr_session_save_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_session_set_times_async (
    LdrJournal *journal, const char *id, const LdrSessionTimes *times, GAsyncReadyCallback callback, gpointer data);
void ldr_session_trash_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
void ldr_session_restore_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);

void ldr_session_get_action_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
void
ldr_session_save_action_async (LdrJournal *journal, LdrAction *action, GAsyncReadyCallback callback, gpointer data);
void
ldr_session_import_action_async (LdrJournal *journal, LdrAction *action, GAsyncReadyCallback callback, gpointer data);
void ldr_session_set_action_state_async (
    LdrJournal *journal, const char *id, LdrActionState state, GAsyncReadyCallback callback, gpointer data);
void ldr_session_delete_action_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
void ldr_session_order_actions_async (LdrJournal *journal,
                                      const char *const *ids,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
LdrAction *ldr_session_action_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
gboolean ldr_session_job_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSessionsNews, ldr_sessions_news_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSessionNews, ldr_session_news_unref)

G_END_DECLS
