/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-draft.h"

/* The text is saved after a pause of so long, and during typing without a pause at least so often (milliseconds). */
#define PAUSE 700
#define LONGEST 8000
/* After a failure it tries again by itself, so that freeing some space is all that a full disk asks for. */
#define RETRY 15000

/**
 * LdrDraft:
 *
 * Brings an entry that is being written into the journal, by itself and without ever making the writer wait. It knows
 * the entry as it was last saved; what is on the screen now it asks for when it saves. A new entry enters the journal
 * once it holds something.
 *
 * Signals: `changed` (state, error or the saved entry changed).
 */
struct _LdrDraft
{
  GObject parent_instance;

  LdrJournal *journal;
  LdrEntry *entry;
  LdrDraftCollectFunc collect;
  gpointer user_data;

  gboolean dirty;
  gboolean saving;
  gboolean required;
  gint64 dirty_since;
  GError *error;
  guint timer;
  GPtrArray *waiting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrDraft, ldr_draft, G_TYPE_OBJECT)

static void save (LdrDraft *self);

static void
emit_changed (LdrDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Answers those who wait for the text to be safe. Stolen first: an answer may ask again. */
static void
answer_waiting (LdrDraft *self)
{
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->error == NULL && (self->dirty || self->saving))
    return;

  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (self->error != NULL)
        g_task_return_error (task, g_error_copy (self->error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
save_once_cb (gpointer data)
{
  LdrDraft *self = data;

  self->timer = 0;
  save (self);
}

static void
schedule (LdrDraft *self, guint delay)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (delay, save_once_cb, self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) saved = ldr_journal_save_entry_finish (LDR_JOURNAL (source), result, &error);

  self->saving = FALSE;
  g_clear_error (&self->error);
  if (saved != NULL)
    {
      ldr_entry_unref (self->entry);
      self->entry = g_steal_pointer (&saved);
      self->required = FALSE;
      if (self->dirty && self->waiting->len > 0)
        save (self);
      else if (self->dirty)
        schedule (self, PAUSE);
    }
  else if (self->journal != NULL)
    {
      self->dirty = TRUE;
      self->error = g_steal_pointer (&error);
      if (!g_error_matches (self->error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT)
          && !g_error_matches (self->error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
        schedule (self, RETRY);
    }
  answer_waiting (self);
  emit_changed (self);
}

static void
save (LdrDraft *self)
{
  g_autoptr (LdrEntry) entry = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->saving || !self->dirty || self->journal == NULL)
    {
      answer_waiting (self);
      return;
    }

  entry = self->collect (self->entry, self->user_data);
  self->dirty = FALSE;
  self->dirty_since = 0;
  if ((ldr_entry_equal (entry, self->entry) && (self->entry->revision > 0 || !self->required))
      || (self->entry->revision == 0 && ldr_entry_is_empty (entry) && !self->required))
    {
      g_clear_error (&self->error);
      answer_waiting (self);
      emit_changed (self);
      return;
    }

  self->saving = TRUE;
  emit_changed (self);
  ldr_journal_save_entry_async (self->journal, entry, NULL, saved_cb, g_object_ref (self));
}

static void
ldr_draft_dispose (GObject *object)
{
  LdrDraft *self = LDR_DRAFT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_draft_parent_class)->dispose (object);
}

static void
ldr_draft_finalize (GObject *object)
{
  LdrDraft *self = LDR_DRAFT (object);

  g_clear_pointer (&self->entry, ldr_entry_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ldr_draft_parent_class)->finalize (object);
}

static void
ldr_draft_class_init (LdrDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_draft_dispose;
  object_class->finalize = ldr_draft_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_draft_init (LdrDraft *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ldr_draft_new:
 * @journal: where to save
 * @entry: (transfer none): the entry as the journal has it, or a new one
 * @collect: (scope notified): gives what is on the screen
 * @user_data: for @collect; must stay valid until ldr_draft_abandon() or the last reference
 *
 * Begins to look after an entry.
 *
 * Returns: (transfer full): a new draft
 */
LdrDraft *
ldr_draft_new (LdrJournal *journal, LdrEntry *entry, LdrDraftCollectFunc collect, gpointer user_data)
{
  LdrDraft *self = g_object_new (LDR_TYPE_DRAFT, NULL);

  self->journal = g_object_ref (journal);
  self->entry = ldr_entry_ref (entry);
  self->collect = collect;
  self->user_data = user_data;

  return self;
}

/**
 * ldr_draft_get_entry:
 * @self: a draft
 *
 * Returns: (transfer none): the entry as it was last saved or read
 */
LdrEntry *
ldr_draft_get_entry (LdrDraft *self)
{
  g_return_val_if_fail (LDR_IS_DRAFT (self), NULL);

  return self->entry;
}

/**
 * ldr_draft_get_state:
 * @self: a draft
 *
 * Returns: how far the text is from being safe
 */
LdrSaveState
ldr_draft_get_state (LdrDraft *self)
{
  g_return_val_if_fail (LDR_IS_DRAFT (self), LDR_SAVE_STATE_NEW);

  if (self->error != NULL)
    return LDR_SAVE_STATE_FAILED;
  if (self->dirty || self->saving)
    return LDR_SAVE_STATE_SAVING;

  return self->entry->revision == 0 ? LDR_SAVE_STATE_NEW : LDR_SAVE_STATE_SAVED;
}

/**
 * ldr_draft_get_error:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): why the last save failed
 */
const GError *
ldr_draft_get_error (LdrDraft *self)
{
  g_return_val_if_fail (LDR_IS_DRAFT (self), NULL);

  return self->error;
}

/**
 * ldr_draft_touch:
 * @self: a draft
 *
 * Tells that something changed on the screen. It is saved after a short pause.
 */
void
ldr_draft_touch (LdrDraft *self)
{
  gint64 now = g_get_monotonic_time () / 1000;
  gboolean was_dirty = self->dirty;

  g_return_if_fail (LDR_IS_DRAFT (self));

  if (self->journal == NULL)
    return;
  if (self->dirty_since == 0)
    self->dirty_since = now;
  self->dirty = TRUE;
  schedule (self, (guint) CLAMP (self->dirty_since + LONGEST - now, 0, PAUSE));
  if (!was_dirty)
    emit_changed (self);
}

/**
 * ldr_draft_require:
 * @self: a draft
 *
 * Brings a new entry into the journal even while it is empty, at once: a picture needs an entry that it belongs to.
 */
void
ldr_draft_require (LdrDraft *self)
{
  g_return_if_fail (LDR_IS_DRAFT (self));

  if (self->entry->revision > 0)
    return;
  self->required = TRUE;
  self->dirty = TRUE;
  save (self);
}

/**
 * ldr_draft_save_now:
 * @self: a draft
 *
 * Saves without waiting for a pause; also how to try again after a failure.
 */
void
ldr_draft_save_now (LdrDraft *self)
{
  g_return_if_fail (LDR_IS_DRAFT (self));

  save (self);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) stored = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);

  if (stored == NULL)
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      emit_changed (self);
      return;
    }
  ldr_entry_unref (self->entry);
  self->entry = g_steal_pointer (&stored);
  self->dirty = TRUE;
  save (self);
}

/**
 * ldr_draft_keep_mine:
 * @self: a draft
 *
 * After a conflict, saves what is on the screen over what somebody else saved; the other text stays among the entry's
 * earlier versions.
 */
void
ldr_draft_keep_mine (LdrDraft *self)
{
  g_return_if_fail (LDR_IS_DRAFT (self));

  if (self->journal != NULL)
    ldr_journal_get_entry_async (self->journal, self->entry->id, NULL, stored_cb, g_object_ref (self));
}

/**
 * ldr_draft_abandon:
 * @self: a draft
 *
 * Lets go of the screen and of what was not saved: nothing is collected or saved any more. For a journal that was
 * locked, and for an entry that is being deleted.
 */
void
ldr_draft_abandon (LdrDraft *self)
{
  g_return_if_fail (LDR_IS_DRAFT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->journal);
  self->dirty = FALSE;
  answer_waiting (self);
}

/**
 * ldr_draft_is_clean:
 * @self: a draft
 *
 * Returns: %TRUE if everything on the screen is safe in the journal
 */
gboolean
ldr_draft_is_clean (LdrDraft *self)
{
  g_return_val_if_fail (LDR_IS_DRAFT (self), TRUE);

  return !self->dirty && !self->saving && self->error == NULL;
}

/**
 * ldr_draft_flush_async:
 * @self: a draft
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once the text is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet, and waits for it.
 */
void
ldr_draft_flush_async (LdrDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_draft_flush_async);
  g_ptr_array_add (self->waiting, task);
  if (self->dirty && !self->saving)
    g_clear_error (&self->error);
  save (self);
}

/**
 * ldr_draft_flush_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_draft_flush_async().
 *
 * Returns: %TRUE if the text is safe; %FALSE with @error set if it is only on the screen
 */
gboolean
ldr_draft_flush_finish (LdrDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
