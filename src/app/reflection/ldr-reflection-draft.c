/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reflection-draft.h"

/* Milliseconds, as for an entry: after a pause of so long, during typing without a pause at least so often, and after a
 * failure by itself. */
#define PAUSE 700
#define LONGEST 8000
#define RETRY 15000

/**
 * LdrReflectionDraft:
 *
 * Brings a reflection that is being written into the journal, by itself and without making the writer wait. One without
 * any answer is not kept: it enters the journal with its first words and goes with its last.
 *
 * Signals: `changed` (state or error changed).
 */
struct _LdrReflectionDraft
{
  GObject parent_instance;

  LdrJournal *journal;
  LdrReflectionCollectFunc collect;
  gpointer user_data;

  gboolean stored; /* Whether the journal has it, or soon will. */
  gboolean dirty;
  guint saving; /* Jobs on their way: a save, and perhaps the finish after it. */
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

G_DEFINE_FINAL_TYPE (LdrReflectionDraft, ldr_reflection_draft, G_TYPE_OBJECT)

static void save (LdrReflectionDraft *self);

static void
emit_changed (LdrReflectionDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Answers those who wait for the text to be safe. Stolen first: an answer may ask again. */
static void
answer_waiting (LdrReflectionDraft *self)
{
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->error == NULL && (self->dirty || self->saving > 0))
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
  LdrReflectionDraft *self = data;

  self->timer = 0;
  save (self);
}

static void
schedule (LdrReflectionDraft *self, guint delay)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (delay, save_once_cb, self);
}

/* Takes note of a failure: it is told, and tried again. */
static void
fail (LdrReflectionDraft *self, GError *error)
{
  self->dirty = TRUE;
  g_clear_error (&self->error);
  self->error = error;
  schedule (self, RETRY);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrReflectionDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  self->saving--;
  g_clear_error (&self->error);
  if (done == NULL && self->journal != NULL)
    fail (self, g_steal_pointer (&error));
  else if (self->dirty && self->waiting->len > 0)
    save (self);
  else if (self->dirty)
    schedule (self, PAUSE);
  answer_waiting (self);
  emit_changed (self);
}

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrReflection *reflection = data;

  if (ldr_reflection_count_answers (reflection) == 0)
    return ldr_store_delete_reflection (store, reflection->id, error) ? g_strdup ("") : NULL;
  return ldr_store_save_reflection (store, reflection, error) ? g_strdup ("") : NULL;
}

static void
save (LdrReflectionDraft *self)
{
  g_autoptr (LdrReflection) reflection = NULL;
  gboolean empty;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->saving > 0 || !self->dirty || self->journal == NULL)
    {
      answer_waiting (self);
      return;
    }

  reflection = self->collect (self->user_data);
  empty = ldr_reflection_count_answers (reflection) == 0;
  self->dirty = FALSE;
  self->dirty_since = 0;
  if (empty && !self->stored)
    {
      g_clear_error (&self->error);
      answer_waiting (self);
      emit_changed (self);
      return;
    }

  self->stored = !empty;
  self->saving++;
  emit_changed (self);
  ldr_journal_run_async (self->journal, save_func, ldr_reflection_ref (reflection),
                         (GDestroyNotify) ldr_reflection_unref, g_free, NULL, saved_cb, g_object_ref (self));
}

static void
ldr_reflection_draft_dispose (GObject *object)
{
  LdrReflectionDraft *self = LDR_REFLECTION_DRAFT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_reflection_draft_parent_class)->dispose (object);
}

static void
ldr_reflection_draft_finalize (GObject *object)
{
  LdrReflectionDraft *self = LDR_REFLECTION_DRAFT (object);

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ldr_reflection_draft_parent_class)->finalize (object);
}

static void
ldr_reflection_draft_class_init (LdrReflectionDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_reflection_draft_dispose;
  object_class->finalize = ldr_reflection_draft_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_REFLECTION_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_reflection_draft_init (LdrReflectionDraft *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ldr_reflection_draft_new:
 * @journal: where to save
 * @reflection: the reflection as the journal has it, or a new one
 * @collect: gives what is on the screen
 * @user_data: for @collect; must stay valid until ldr_reflection_draft_abandon() or the last reference
 *
 * Begins to look after a reflection.
 *
 * Returns: (transfer full): a new draft
 */
LdrReflectionDraft *
ldr_reflection_draft_new (LdrJournal *journal,
                          LdrReflection *reflection,
                          LdrReflectionCollectFunc collect,
                          gpointer user_data)
{
  LdrReflectionDraft *self = g_object_new (LDR_TYPE_REFLECTION_DRAFT, NULL);

  self->journal = g_object_ref (journal);
  self->stored = reflection->changed != 0;
  self->collect = collect;
  self->user_data = user_data;
  return self;
}

/**
 * ldr_reflection_draft_get_state:
 * @self: a draft
 *
 * Returns: how far the answers are from being safe
 */
LdrSaveState
ldr_reflection_draft_get_state (LdrReflectionDraft *self)
{
  g_return_val_if_fail (LDR_IS_REFLECTION_DRAFT (self), LDR_SAVE_STATE_NEW);

  if (self->error != NULL)
    return LDR_SAVE_STATE_FAILED;
  if (self->dirty || self->saving > 0)
    return LDR_SAVE_STATE_SAVING;
  return self->stored ? LDR_SAVE_STATE_SAVED : LDR_SAVE_STATE_NEW;
}

/**
 * ldr_reflection_draft_get_error:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): why the last save failed
 */
const GError *
ldr_reflection_draft_get_error (LdrReflectionDraft *self)
{
  g_return_val_if_fail (LDR_IS_REFLECTION_DRAFT (self), NULL);

  return self->error;
}

/**
 * ldr_reflection_draft_touch:
 * @self: a draft
 *
 * Tells that something changed on the screen. It is saved after a short pause.
 */
void
ldr_reflection_draft_touch (LdrReflectionDraft *self)
{
  gint64 now = g_get_monotonic_time () / 1000;
  gboolean was_dirty = self->dirty;

  g_return_if_fail (LDR_IS_REFLECTION_DRAFT (self));

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
 * ldr_reflection_draft_save_now:
 * @self: a draft
 *
 * Saves without waiting for a pause; also how to try again after a failure.
 */
void
ldr_reflection_draft_save_now (LdrReflectionDraft *self)
{
  g_return_if_fail (LDR_IS_REFLECTION_DRAFT (self));

  save (self);
}

/**
 * ldr_reflection_draft_abandon:
 * @self: a draft
 *
 * Lets go of the screen and of what was not saved: nothing is collected or saved any more.
 */
void
ldr_reflection_draft_abandon (LdrReflectionDraft *self)
{
  g_return_if_fail (LDR_IS_REFLECTION_DRAFT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->journal);
  g_clear_error (&self->error);
  self->dirty = FALSE;
  answer_waiting (self);
}

/**
 * ldr_reflection_draft_flush_async:
 * @self: a draft
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once the answers are safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet, and waits for it.
 */
void
ldr_reflection_draft_flush_async (LdrReflectionDraft *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_reflection_draft_flush_async);
  g_ptr_array_add (self->waiting, task);
  if (self->dirty && self->saving == 0)
    g_clear_error (&self->error);
  save (self);
}

/**
 * ldr_reflection_draft_flush_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_reflection_draft_flush_async().
 *
 * Returns: %TRUE if the answers are safe; %FALSE with @error set if they are only on the screen
 */
gboolean
ldr_reflection_draft_flush_finish (LdrReflectionDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LdrReflectionDraft *self = g_task_get_source_object (task);
  LdrReflection *reflection = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry = ldr_journal_finish_reflection_finish (LDR_JOURNAL (source), result, &error);

  self->saving--;
  if (entry != NULL)
    {
      ldr_reflection_draft_abandon (self);
      g_task_return_pointer (task, ldr_reflection_ref (reflection), (GDestroyNotify) ldr_reflection_unref);
      return;
    }
  /* What could not become an entry goes on as a draft, and that is tried again by itself. */
  if (self->journal != NULL)
    fail (self, g_error_copy (error));
  answer_waiting (self);
  emit_changed (self);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ldr_reflection_draft_finish_async:
 * @self: a draft with at least one answer
 * @callback: called once it is an entry, or could not become one
 * @user_data: for @callback
 *
 * Makes an entry of the reflection. A save that is on its way comes before it, none comes after it.
 */
void
ldr_reflection_draft_finish_async (LdrReflectionDraft *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  LdrReflection *reflection;

  g_return_if_fail (self->journal != NULL);

  g_task_set_source_tag (task, ldr_reflection_draft_finish_async);
  g_clear_handle_id (&self->timer, g_source_remove);
  reflection = self->collect (self->user_data);
  g_task_set_task_data (task, reflection, (GDestroyNotify) ldr_reflection_unref);
  self->dirty = FALSE;
  self->dirty_since = 0;
  self->saving++;
  emit_changed (self);
  ldr_journal_finish_reflection_async (self->journal, reflection, NULL, finished_cb, task);
}

/**
 * ldr_reflection_draft_finish_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_reflection_draft_finish_async().
 *
 * Returns: (transfer full): the reflection as it became the entry of the same id, or %NULL
 */
LdrReflection *
ldr_reflection_draft_finish_finish (LdrReflectionDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
