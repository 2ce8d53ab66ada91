/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-session-draft.h"

#include "store/ldr-store-error.h"

/**
 * LdrSessionDraft:
 *
 * The one value that all parts of a session's page change, and how it gets into the journal: whole, by itself, without
 * making the writer wait. A session that was saved from elsewhere meanwhile is not overwritten unasked.
 *
 * Signals: `changed` (state or error changed); `agenda-changed` (a point of the agenda did).
 */
struct _LdrSessionDraft
{
  GObject parent_instance;

  LdrJournal *journal;
  LdrSession *session; /* Never shared: the journal is given copies. */
  gint64 known;        /* When the one that it was made from was saved. */
  gboolean force;
  LdrSessionCollectFunc collect;
  gpointer user_data;
  LdrSaver *saver;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_AGENDA_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrSessionDraft, ldr_session_draft, G_TYPE_OBJECT)

static void
emit_changed (LdrSessionDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Another try brings the same answer as long as nobody chose. */
static gboolean
is_final (const GError *error)
{
  return g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT)
         || g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND);
}

typedef struct
{
  LdrSessionDraft *draft;
  LdrSaver *saver; /* The one that began it, which may have been given up since. */
} Job;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Job *job = user_data;
  g_autoptr (LdrSessionDraft) self = job->draft;
  g_autoptr (LdrSaver) saver = job->saver;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSession) saved = ldr_session_save_finish (LDR_JOURNAL (source), result, &error);
  gboolean retry = error != NULL && !is_final (error);

  if (saved != NULL && saver == self->saver)
    self->known = saved->changed;
  ldr_saver_done (saver, g_steal_pointer (&error), retry);
}

static gboolean
begin_cb (gpointer data)
{
  LdrSessionDraft *self = data;
  Job *job = g_new0 (Job, 1);
  g_autoptr (LdrSession) copy = NULL;

  self->collect (self->session, self->user_data);
  copy = ldr_session_copy (self->session);
  job->draft = g_object_ref (self);
  job->saver = g_object_ref (self->saver);
  ldr_session_save_async (self->journal, copy, self->force ? 0 : self->known, saved_cb, job);
  self->force = FALSE;
  return TRUE;
}

/* With nothing to save. */
static void
begin_anew (LdrSessionDraft *self)
{
  if (self->saver != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->saver, self);
      ldr_saver_stop (self->saver);
      g_clear_object (&self->saver);
    }
  self->saver = ldr_saver_new (begin_cb, self);
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

static void
ldr_session_draft_dispose (GObject *object)
{
  LdrSessionDraft *self = LDR_SESSION_DRAFT (object);

  g_clear_object (&self->saver);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_session_draft_parent_class)->dispose (object);
}

static void
ldr_session_draft_finalize (GObject *object)
{
  g_clear_pointer (&LDR_SESSION_DRAFT (object)->session, ldr_session_unref);

  G_OBJECT_CLASS (ldr_session_draft_parent_class)->finalize (object);
}

static void
ldr_session_draft_class_init (LdrSessionDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_session_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_session_draft_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_SESSION_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_AGENDA_CHANGED]
      = g_signal_new ("agenda-changed", LDR_TYPE_SESSION_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_session_draft_init (LdrSessionDraft *self)
{
  begin_anew (self);
}

/**
 * ldr_session_draft_new:
 * @journal: where to save
 * @session: the session as the journal has it, with its private notes
 * @collect: takes what is on the screen into the session
 * @user_data: for @collect; must stay valid until ldr_session_draft_abandon() or the last reference
 *
 * Begins to look after a session.
 *
 * Returns: (transfer full): a new draft
 */
LdrSessionDraft *
ldr_session_draft_new (LdrJournal *journal, LdrSession *session, LdrSessionCollectFunc collect, gpointer user_data)
{
  LdrSessionDraft *self = g_object_new (LDR_TYPE_SESSION_DRAFT, NULL);

  g_return_val_if_fail (session->private_notes != NULL, NULL);

  self->journal = g_object_ref (journal);
  self->session = ldr_session_copy (session);
  self->known = session->changed;
  self->collect = collect;
  self->user_data = user_data;
  return self;
}

/**
 * ldr_session_draft_get_session:
 * @self: a draft
 *
 * Returns: (transfer none): the session; whoever changes it says so by ldr_session_draft_touch()
 */
LdrSession *
ldr_session_draft_get_session (LdrSessionDraft *self)
{
  g_return_val_if_fail (LDR_IS_SESSION_DRAFT (self), NULL);

  return self->session;
}

/**
 * ldr_session_draft_get_state:
 * @self: a draft
 *
 * Returns: how far the session is from being safe
 */
LdrSaveState
ldr_session_draft_get_state (LdrSessionDraft *self)
{
  g_return_val_if_fail (LDR_IS_SESSION_DRAFT (self), LDR_SAVE_STATE_NEW);

  return ldr_saver_get_state (self->saver, TRUE);
}

/**
 * ldr_session_draft_get_error:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): why the last save failed
 */
const GError *
ldr_session_draft_get_error (LdrSessionDraft *self)
{
  g_return_val_if_fail (LDR_IS_SESSION_DRAFT (self), NULL);

  return ldr_saver_get_error (self->saver);
}

/**
 * ldr_session_draft_touch:
 * @self: a draft
 *
 * Tells that something changed. It is saved after a short pause.
 */
void
ldr_session_draft_touch (LdrSessionDraft *self)
{
  g_return_if_fail (LDR_IS_SESSION_DRAFT (self));

  ldr_saver_touch (self->saver);
}

/**
 * ldr_session_draft_touch_agenda:
 * @self: a draft
 *
 * Tells that the agenda changed. All who show it hear of that; it is saved after a short pause.
 */
void
ldr_session_draft_touch_agenda (LdrSessionDraft *self)
{
  g_return_if_fail (LDR_IS_SESSION_DRAFT (self));

  g_signal_emit (self, signals[SIGNAL_AGENDA_CHANGED], 0);
  ldr_saver_touch (self->saver);
}

/**
 * ldr_session_draft_save_now:
 * @self: a draft
 *
 * Tells that something changed that is to be safe at once, such as that the session began.
 */
void
ldr_session_draft_save_now (LdrSessionDraft *self)
{
  g_return_if_fail (LDR_IS_SESSION_DRAFT (self));

  ldr_saver_touch (self->saver);
  ldr_saver_save_now (self->saver);
}

/**
 * ldr_session_draft_retry:
 * @self: a draft
 *
 * Tries again after a failure.
 */
void
ldr_session_draft_retry (LdrSessionDraft *self)
{
  g_return_if_fail (LDR_IS_SESSION_DRAFT (self));

  ldr_saver_save_now (self->saver);
}

/**
 * ldr_session_draft_keep_mine:
 * @self: a draft
 *
 * Settles a conflict: what is here replaces what was saved from elsewhere.
 */
void
ldr_session_draft_keep_mine (LdrSessionDraft *self)
{
  g_return_if_fail (LDR_IS_SESSION_DRAFT (self));

  self->force = TRUE;
  ldr_session_draft_save_now (self);
}

/**
 * ldr_session_draft_adopt:
 * @self: a draft
 * @stored: the session as the journal has it, with its private notes
 * @force: take it though there is something here that is not saved
 *
 * Takes over what was saved from elsewhere.
 *
 * Returns: whether the session says something else now, so that it has to be shown anew
 */
gboolean
ldr_session_draft_adopt (LdrSessionDraft *self, LdrSession *stored, gboolean force)
{
  gboolean equal;

  g_return_val_if_fail (LDR_IS_SESSION_DRAFT (self), FALSE);
  g_return_val_if_fail (stored->private_notes != NULL, FALSE);

  if (!force && (stored->changed == self->known || ldr_session_draft_get_state (self) != LDR_SAVE_STATE_SAVED))
    return FALSE;
  equal = ldr_session_equal (stored, self->session);
  self->known = stored->changed;
  ldr_session_unref (self->session);
  self->session = ldr_session_copy (stored);
  if (force)
    begin_anew (self);
  if (!equal)
    g_signal_emit (self, signals[SIGNAL_AGENDA_CHANGED], 0);
  if (force)
    emit_changed (self);
  return !equal || force;
}

/**
 * ldr_session_draft_abandon:
 * @self: a draft
 *
 * Lets go of the screen and of what was not saved: nothing is collected or saved any more.
 */
void
ldr_session_draft_abandon (LdrSessionDraft *self)
{
  g_return_if_fail (LDR_IS_SESSION_DRAFT (self));

  ldr_saver_set_error (self->saver, NULL);
  ldr_saver_stop (self->saver);
}

/**
 * ldr_session_draft_flush_async:
 * @self: a draft
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once the session is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet, and waits for it.
 */
void
ldr_session_draft_flush_async (LdrSessionDraft *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_session_draft_flush_async);
  ldr_saver_flush (self->saver, task);
}

/**
 * ldr_session_draft_flush_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %TRUE if the session is safe; %FALSE with @error set if some of it is only on the screen
 */
gboolean
ldr_session_draft_flush_finish (LdrSessionDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
