/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reflection-draft.h"

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
  LdrSaver *saver;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrReflectionDraft, ldr_reflection_draft, G_TYPE_OBJECT)

static void
emit_changed (LdrReflectionDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrReflectionDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  ldr_saver_done (self->saver, g_steal_pointer (&error), TRUE);
}

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrReflection *reflection = data;

  if (ldr_reflection_count_answers (reflection) == 0)
    return ldr_store_delete_reflection (store, reflection->id, error) ? g_strdup ("") : NULL;
  return ldr_store_save_reflection (store, reflection, error) ? g_strdup ("") : NULL;
}

static gboolean
begin_cb (gpointer data)
{
  LdrReflectionDraft *self = data;
  g_autoptr (LdrReflection) reflection = self->collect (self->user_data);
  gboolean empty = ldr_reflection_count_answers (reflection) == 0;

  if (empty && !self->stored)
    return FALSE;

  self->stored = !empty;
  ldr_journal_run_async (self->journal, save_func, ldr_reflection_ref (reflection),
                         (GDestroyNotify) ldr_reflection_unref, g_free, NULL, saved_cb, g_object_ref (self));
  return TRUE;
}

static void
ldr_reflection_draft_dispose (GObject *object)
{
  LdrReflectionDraft *self = LDR_REFLECTION_DRAFT (object);

  g_clear_object (&self->saver);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_reflection_draft_parent_class)->dispose (object);
}

static void
ldr_reflection_draft_class_init (LdrReflectionDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_reflection_draft_dispose;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_REFLECTION_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_reflection_draft_init (LdrReflectionDraft *self)
{
  self->saver = ldr_saver_new (begin_cb, self);
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
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

  return ldr_saver_get_state (self->saver, self->stored);
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

  return ldr_saver_get_error (self->saver);
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
  g_return_if_fail (LDR_IS_REFLECTION_DRAFT (self));

  ldr_saver_touch (self->saver);
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

  ldr_saver_save_now (self->saver);
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

  g_clear_object (&self->journal);
  ldr_saver_set_error (self->saver, NULL);
  ldr_saver_stop (self->saver);
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
  ldr_saver_flush (self->saver, task);
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

  if (entry != NULL)
    {
      LdrReflection *finished = ldr_reflection_copy (reflection);

      g_free (finished->id);
      finished->id = g_strdup (entry->id);
      /* A word that came in after all while it was on its way is kept as a draft. */
      ldr_saver_done (self->saver, NULL, FALSE);
      ldr_saver_save_now (self->saver);
      ldr_reflection_draft_abandon (self);
      g_task_return_pointer (task, finished, (GDestroyNotify) ldr_reflection_unref);
      return;
    }
  /* What could not become an entry goes on as a draft, and that is tried again by itself. */
  ldr_saver_done (self->saver, g_error_copy (error), TRUE);
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
  reflection = self->collect (self->user_data);
  g_task_set_task_data (task, reflection, (GDestroyNotify) ldr_reflection_unref);
  ldr_saver_claim (self->saver);
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
