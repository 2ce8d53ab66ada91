/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-jobs.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-goals.h"

LdrSessionsNews *
ldr_sessions_news_ref (LdrSessionsNews *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
sessions_news_clear (gpointer data)
{
  LdrSessionsNews *self = data;

  g_clear_pointer (&self->info, ldr_journal_info_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
}

void
ldr_sessions_news_unref (LdrSessionsNews *self)
{
  g_atomic_rc_box_release_full (self, sessions_news_clear);
}

LdrSessionNews *
ldr_session_news_ref (LdrSessionNews *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
session_news_clear (gpointer data)
{
  LdrSessionNews *self = data;

  g_clear_pointer (&self->info, ldr_journal_info_unref);
  g_clear_pointer (&self->session, ldr_session_unref);
  g_clear_pointer (&self->preparation, ldr_preparation_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->next, ldr_session_summary_unref);
}

void
ldr_session_news_unref (LdrSessionNews *self)
{
  g_atomic_rc_box_release_full (self, session_news_clear);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static gpointer
load_all_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrSessionsNews) news = g_atomic_rc_box_new0 (LdrSessionsNews);
  g_autoptr (LdrQuery) query = ldr_query_new ();

  news->info = ldr_journal_info_ref (ldr_store_get_info (store));
  news->today = ldr_day_today ();
  news->now = ldr_moment_now ();
  query->to_discuss = TRUE;
  if ((news->sessions = ldr_store_list_sessions (store, LDR_SESSIONS_ALL, error)) == NULL
      || (news->actions = ldr_store_list_open_actions (store, error)) == NULL
      || (news->n_to_discuss = ldr_store_count (store, query, error)) < 0)
    return NULL;
  return g_steal_pointer (&news);
}

/**
 * ldr_sessions_load_async:
 * @journal: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what the list of sessions shows.
 */
void
ldr_sessions_load_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, load_all_func, NULL, NULL, (GDestroyNotify) ldr_sessions_news_unref, cancellable,
                         callback, data);
}

/**
 * ldr_sessions_load_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): what was read, or %NULL
 */
LdrSessionsNews *
ldr_sessions_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* One that is past and was never held is none that one looks forward to. */
static gboolean
find_next (LdrStore *store, LdrSessionNews *news, GError **error)
{
  g_autoptr (GPtrArray) planned = ldr_store_list_sessions (store, LDR_SESSIONS_PLANNED, error);
  gint64 after = MAX (ldr_moment_now (), news->session->starts);

  if (planned == NULL)
    return FALSE;
  for (guint i = 0; i < planned->len && news->next == NULL; i++)
    {
      LdrSessionSummary *summary = g_ptr_array_index (planned, i);

      if (summary->starts > after && !g_str_equal (summary->id, news->session->id))
        news->next = ldr_session_summary_ref (summary);
    }
  return TRUE;
}

static gpointer
load_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrSessionNews) news = g_atomic_rc_box_new0 (LdrSessionNews);
  const char *id = data;

  news->info = ldr_journal_info_ref (ldr_store_get_info (store));
  news->today = ldr_day_today ();
  if ((news->session = ldr_store_get_session_with_private_notes (store, id, error)) == NULL
      || (news->preparation = ldr_store_prepare_session (store, id, error)) == NULL
      || (news->goals = ldr_store_list_goal_courses (store, LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE), news->today, error))
             == NULL
      || (news->actions = ldr_store_list_session_actions (store, id, error)) == NULL || !find_next (store, news, error))
    return NULL;
  return g_steal_pointer (&news);
}

/**
 * ldr_session_load_async:
 * @journal: a journal
 * @id: a session's id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what the page of one session shows.
 */
void
ldr_session_load_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, load_func, g_strdup (id), g_free, (GDestroyNotify) ldr_session_news_unref,
                         cancellable, callback, data);
}

/**
 * ldr_session_load_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): what was read, or %NULL
 */
LdrSessionNews *
ldr_session_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

static void
run_session (LdrJournal *journal,
             LdrJournalFunc func,
             gpointer request,
             GDestroyNotify free_request,
             GAsyncReadyCallback callback,
             gpointer data)
{
  ldr_journal_run_async (journal, func, request, free_request, (GDestroyNotify) ldr_session_unref, NULL, callback,
                         data);
}

static gpointer
get_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session (store, data, error);
}

/**
 * ldr_session_get_async:
 * @journal: a journal
 * @id: a session's id
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads one session without its private notes. Finish with ldr_session_save_finish().
 */
void
ldr_session_get_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  run_session (journal, get_func, g_strdup (id), g_free, callback, data);
}

typedef struct
{
  LdrSession *session;
  gint64 known;
} SaveRequest;

static void
save_request_free (gpointer data)
{
  SaveRequest *self = data;

  ldr_session_unref (self->session);
  g_free (self);
}

/* Whether somebody else saved it since, in other words: the journal's own are no conflict. */
static gboolean
check_known (LdrStore *store, const SaveRequest *request, GError **error)
{
  g_autoptr (LdrSession) stored = NULL;

  if (request->known == 0)
    return TRUE;
  stored = ldr_store_get_session_with_private_notes (store, request->session->id, error);
  if (stored == NULL)
    return FALSE;
  if (stored->changed == request->known || ldr_session_equal (stored, request->session))
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT,
                       _ ("This session was changed from elsewhere meanwhile."));
  return FALSE;
}

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SaveRequest *request = data;

  if (!check_known (store, request, error) || !ldr_store_save_session (store, request->session, error))
    return NULL;
  return ldr_store_get_session_with_private_notes (store, request->session->id, error);
}

/**
 * ldr_session_save_async:
 * @journal: a journal
 * @session: what to save
 * @known: when the one that @session was made from was last saved; 0 for a new session, or to save in any case
 * @callback: called when it is safe, or %LDR_STORE_ERROR_CONFLICT when it was saved from elsewhere since @known
 * @data: data for @callback
 *
 * Saves a session.
 */
void
ldr_session_save_async (
    LdrJournal *journal, LdrSession *session, gint64 known, GAsyncReadyCallback callback, gpointer data)
{
  SaveRequest *request = g_new0 (SaveRequest, 1);

  request->session = ldr_session_ref (session);
  request->known = known;
  run_session (journal, save_func, request, save_request_free, callback, data);
}

/**
 * ldr_session_save_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes every call that gives a session.
 *
 * Returns: (transfer full): the session, or %NULL
 */
LdrSession *
ldr_session_save_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/**
 * ldr_session_times_apply:
 * @self: how far a session is
 * @session: a session that is not shared yet
 *
 * Says of a session that it is so far.
 */
void
ldr_session_times_apply (const LdrSessionTimes *self, LdrSession *session)
{
  session->state = self->state;
  session->opened = self->opened;
  session->closed = self->closed;
  session->rested = self->rested;
  session->stands = self->stands;
}

typedef struct
{
  char *id;
  LdrSessionTimes times;
} TimesRequest;

static void
times_request_free (gpointer data)
{
  TimesRequest *self = data;

  g_free (self->id);
  g_free (self);
}

static gpointer
set_times_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const TimesRequest *request = data;
  g_autoptr (LdrSession) before = ldr_store_get_session (store, request->id, error);
  g_autoptr (LdrSession) session = NULL;

  if (before == NULL)
    return NULL;
  session = ldr_session_copy (before);
  ldr_session_times_apply (&request->times, session);
  return ldr_store_save_session (store, session, error) ? g_steal_pointer (&session) : NULL;
}

/**
 * ldr_session_set_times_async:
 * @journal: a journal
 * @id: a session's id
 * @times: how far it is
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Says how far a session is and leaves the rest as it is. Finish with ldr_session_save_finish().
 */
void
ldr_session_set_times_async (
    LdrJournal *journal, const char *id, const LdrSessionTimes *times, GAsyncReadyCallback callback, gpointer data)
{
  TimesRequest *request = g_new0 (TimesRequest, 1);

  request->id = g_strdup (id);
  request->times = *times;
  run_session (journal, set_times_func, request, times_request_free, callback, data);
}

/* A change that has no value to give back gives back itself. */
static gpointer
done (gboolean saved)
{
  return saved ? g_strdup ("") : NULL;
}

static gpointer
trash_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_trash_session (store, data, error));
}

/**
 * ldr_session_trash_async:
 * @journal: a journal
 * @id: a session's id
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Puts a session into the trash. Finish with ldr_session_job_finish().
 */
void
ldr_session_trash_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, trash_func, g_strdup (id), g_free, g_free, NULL, callback, data);
}

static gpointer
restore_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_restore_session (store, data, error));
}

/**
 * ldr_session_restore_async:
 * @journal: a journal
 * @id: a session's id
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Takes a session out of the trash. Finish with ldr_session_job_finish().
 */
void
ldr_session_restore_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, restore_func, g_strdup (id), g_free, g_free, NULL, callback, data);
}

/**
 * ldr_session_job_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes a change that gives nothing back.
 *
 * Returns: whether it is safe
 */
gboolean
ldr_session_job_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  g_autofree char *value = ldr_journal_run_finish (journal, result, error);

  return value != NULL;
}

/* --- Actions ---------------------------------------------------------------------------------------------------------
 */

static void
run_action (LdrJournal *journal,
            LdrJournalFunc func,
            gpointer request,
            GDestroyNotify free_request,
            GAsyncReadyCallback callback,
            gpointer data)
{
  ldr_journal_run_async (journal, func, request, free_request, (GDestroyNotify) ldr_action_unref, NULL, callback, data);
}

static gpointer
get_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_action (store, data, error);
}

/**
 * ldr_session_get_action_async:
 * @journal: a journal
 * @id: an action's id
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads one action. Finish with ldr_session_action_finish().
 */
void
ldr_session_get_action_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  run_action (journal, get_action_func, g_strdup (id), g_free, callback, data);
}

static gpointer
save_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_action (store, data, error) ? ldr_action_ref (data) : NULL;
}

/**
 * ldr_session_save_action_async:
 * @journal: a journal
 * @action: what was agreed
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Saves an action. Finish with ldr_session_action_finish().
 */
void
ldr_session_save_action_async (LdrJournal *journal, LdrAction *action, GAsyncReadyCallback callback, gpointer data)
{
  run_action (journal, save_action_func, ldr_action_ref (action), (GDestroyNotify) ldr_action_unref, callback, data);
}

static gpointer
import_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_import_action (store, data, error));
}

/**
 * ldr_session_import_action_async:
 * @journal: a journal
 * @action: an action as it was
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Puts an action back as it was, though it was deleted. Finish with ldr_session_job_finish().
 */
void
ldr_session_import_action_async (LdrJournal *journal, LdrAction *action, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, import_action_func, ldr_action_ref (action), (GDestroyNotify) ldr_action_unref,
                         g_free, NULL, callback, data);
}

typedef struct
{
  char *id;
  LdrActionState state;
} StateRequest;

static StateRequest *
state_request_new (const char *id, LdrActionState state)
{
  StateRequest *self = g_new0 (StateRequest, 1);

  self->id = g_strdup (id);
  self->state = state;
  return self;
}

static void
state_request_free (gpointer data)
{
  StateRequest *self = data;

  g_free (self->id);
  g_free (self);
}

static gpointer
set_action_state_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const StateRequest *request = data;
  g_autoptr (LdrAction) before = ldr_store_get_action (store, request->id, error);
  g_autoptr (LdrAction) action = NULL;

  if (before == NULL)
    return NULL;
  action = ldr_action_copy (before);
  ldr_action_set_state (action, request->state, ldr_day_today ());
  return ldr_store_save_action (store, action, error) ? g_steal_pointer (&before) : NULL;
}

/**
 * ldr_session_set_action_state_async:
 * @journal: a journal
 * @id: an action's id
 * @state: whether it is open, done or dropped from today on
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Brings an action into another state. ldr_session_action_finish() gives it as it was before.
 */
void
ldr_session_set_action_state_async (
    LdrJournal *journal, const char *id, LdrActionState state, GAsyncReadyCallback callback, gpointer data)
{
  run_action (journal, set_action_state_func, state_request_new (id, state), state_request_free, callback, data);
}

static gpointer
delete_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrAction) before = ldr_store_get_action (store, data, error);

  return before != NULL && ldr_store_delete_action (store, data, error) ? g_steal_pointer (&before) : NULL;
}

/**
 * ldr_session_delete_action_async:
 * @journal: a journal
 * @id: an action's id
 * @callback: called when it is gone
 * @data: data for @callback
 *
 * Deletes an action. ldr_session_action_finish() gives it as it was.
 */
void
ldr_session_delete_action_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data)
{
  run_action (journal, delete_action_func, g_strdup (id), g_free, callback, data);
}

static gpointer
order_actions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_order_actions (store, data, error));
}

/**
 * ldr_session_order_actions_async:
 * @journal: a journal
 * @ids: (array zero-terminated=1): the ids of what was agreed in one session, in the order that it is to have
 * @callback: called when it is safe
 * @data: data for @callback
 *
 * Puts actions into another order. Finish with ldr_session_job_finish().
 */
void
ldr_session_order_actions_async (LdrJournal *journal,
                                 const char *const *ids,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  ldr_journal_run_async (journal, order_actions_func, g_strdupv ((char **) ids), (GDestroyNotify) g_strfreev, g_free,
                         NULL, callback, data);
}

/**
 * ldr_session_action_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the action, or %NULL
 */
LdrAction *
ldr_session_action_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}
