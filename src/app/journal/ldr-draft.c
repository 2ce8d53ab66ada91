/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-draft.h"

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

  gboolean required;
  LdrSaver *saver;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrDraft, ldr_draft, G_TYPE_OBJECT)

static void
emit_changed (LdrDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Somebody else changed the entry, or it is gone: the writer decides, and trying again would not help. */
static gboolean
is_settled_by_writer (const GError *error)
{
  return g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT)
         || g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) saved = ldr_journal_save_entry_finish (LDR_JOURNAL (source), result, &error);
  gboolean retry = !is_settled_by_writer (error);

  if (saved != NULL)
    {
      ldr_entry_unref (self->entry);
      self->entry = g_steal_pointer (&saved);
      self->required = FALSE;
    }
  ldr_saver_done (self->saver, g_steal_pointer (&error), retry);
}

static gboolean
begin_cb (gpointer data)
{
  LdrDraft *self = data;
  g_autoptr (LdrEntry) entry = self->collect (self->entry, self->user_data);

  if ((ldr_entry_equal (entry, self->entry) && (self->entry->revision > 0 || !self->required))
      || (self->entry->revision == 0 && ldr_entry_is_empty (entry) && !self->required))
    return FALSE;

  ldr_journal_save_entry_async (self->journal, entry, NULL, saved_cb, g_object_ref (self));
  return TRUE;
}

static void
ldr_draft_dispose (GObject *object)
{
  LdrDraft *self = LDR_DRAFT (object);

  g_clear_object (&self->saver);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_draft_parent_class)->dispose (object);
}

static void
ldr_draft_finalize (GObject *object)
{
  LdrDraft *self = LDR_DRAFT (object);

  g_clear_pointer (&self->entry, ldr_entry_unref);

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
  self->saver = ldr_saver_new (begin_cb, self);
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
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

  return ldr_saver_get_state (self->saver, self->entry->revision > 0);
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

  return ldr_saver_get_error (self->saver);
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
  g_return_if_fail (LDR_IS_DRAFT (self));

  ldr_saver_touch (self->saver);
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
  ldr_saver_mark (self->saver);
  ldr_saver_save_now (self->saver);
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

  ldr_saver_save_now (self->saver);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) stored = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);

  if (stored == NULL)
    {
      ldr_saver_set_error (self->saver, g_steal_pointer (&error));
      return;
    }
  ldr_entry_unref (self->entry);
  self->entry = g_steal_pointer (&stored);
  ldr_saver_mark (self->saver);
  ldr_saver_save_now (self->saver);
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

  g_clear_object (&self->journal);
  ldr_saver_stop (self->saver);
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

  return ldr_saver_get_state (self->saver, TRUE) == LDR_SAVE_STATE_SAVED;
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
  ldr_saver_flush (self->saver, task);
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
