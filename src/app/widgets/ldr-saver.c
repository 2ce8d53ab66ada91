/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-saver.h"

/* What is written is saved after a pause of so long, and during typing without a pause at least so often
 * (milliseconds). */
#define PAUSE 700
#define LONGEST 8000
/* After a failure it tries again by itself, so that freeing some space is all that a full disk asks for. */
#define RETRY 15000

/**
 * LdrSaver:
 *
 * When something that is being written is saved, whatever it is: by itself, without ever making the writer wait, one
 * job after another, again after a failure, and at once for those who wait until it is safe. What is saved, and how,
 * its owner knows.
 *
 * Signals: `changed` (state or error changed).
 */
struct _LdrSaver
{
  GObject parent_instance;

  LdrSaverFunc begin;
  gpointer user_data;

  gboolean dirty;
  gboolean stopped;
  guint jobs;
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

G_DEFINE_FINAL_TYPE (LdrSaver, ldr_saver, G_TYPE_OBJECT)

static void
emit_changed (LdrSaver *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Answers those who wait for the text to be safe. Stolen first: an answer may ask again. */
static void
answer_waiting (LdrSaver *self)
{
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->error == NULL && (self->dirty || self->jobs > 0))
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
  LdrSaver *self = data;

  self->timer = 0;
  ldr_saver_save_now (self);
}

static void
schedule (LdrSaver *self, guint delay)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (delay, save_once_cb, self);
}

static void
ldr_saver_dispose (GObject *object)
{
  LdrSaver *self = LDR_SAVER (object);

  self->stopped = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);

  G_OBJECT_CLASS (ldr_saver_parent_class)->dispose (object);
}

static void
ldr_saver_finalize (GObject *object)
{
  LdrSaver *self = LDR_SAVER (object);

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ldr_saver_parent_class)->finalize (object);
}

static void
ldr_saver_class_init (LdrSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_saver_dispose;
  object_class->finalize = ldr_saver_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_saver_init (LdrSaver *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ldr_saver_new:
 * @begin: begins to save what is on the screen
 * @user_data: for @begin; must stay valid until ldr_saver_stop() or the last reference
 *
 * Returns: (transfer full): a saver with nothing to save yet
 */
LdrSaver *
ldr_saver_new (LdrSaverFunc begin, gpointer user_data)
{
  LdrSaver *self = g_object_new (LDR_TYPE_SAVER, NULL);

  self->begin = begin;
  self->user_data = user_data;

  return self;
}

/**
 * ldr_saver_get_state:
 * @self: a saver
 * @is_stored: whether the journal holds anything of it
 *
 * Returns: how far what is written is from being safe
 */
LdrSaveState
ldr_saver_get_state (LdrSaver *self, gboolean is_stored)
{
  g_return_val_if_fail (LDR_IS_SAVER (self), LDR_SAVE_STATE_NEW);

  if (self->error != NULL)
    return LDR_SAVE_STATE_FAILED;
  if (self->dirty || self->jobs > 0)
    return LDR_SAVE_STATE_SAVING;

  return is_stored ? LDR_SAVE_STATE_SAVED : LDR_SAVE_STATE_NEW;
}

/**
 * ldr_saver_get_error:
 * @self: a saver
 *
 * Returns: (transfer none) (nullable): why the last job failed
 */
const GError *
ldr_saver_get_error (LdrSaver *self)
{
  g_return_val_if_fail (LDR_IS_SAVER (self), NULL);

  return self->error;
}

/**
 * ldr_saver_touch:
 * @self: a saver
 *
 * Tells that something changed on the screen. It is saved after a short pause.
 */
void
ldr_saver_touch (LdrSaver *self)
{
  gint64 now = g_get_monotonic_time () / 1000;
  gboolean was_dirty = self->dirty;

  g_return_if_fail (LDR_IS_SAVER (self));

  if (self->stopped)
    return;
  if (self->dirty_since == 0)
    self->dirty_since = now;
  self->dirty = TRUE;
  schedule (self, (guint) CLAMP (self->dirty_since + LONGEST - now, 0, PAUSE));
  if (!was_dirty)
    emit_changed (self);
}

/**
 * ldr_saver_mark:
 * @self: a saver
 *
 * Tells that there is something to save, without saying when: ldr_saver_save_now() follows.
 */
void
ldr_saver_mark (LdrSaver *self)
{
  g_return_if_fail (LDR_IS_SAVER (self));

  self->dirty = TRUE;
}

/**
 * ldr_saver_save_now:
 * @self: a saver
 *
 * Saves without waiting for a pause; also how to try again after a failure. What changes while a job is on its way is
 * saved after it.
 */
void
ldr_saver_save_now (LdrSaver *self)
{
  gboolean begun;

  g_return_if_fail (LDR_IS_SAVER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->jobs > 0 || !self->dirty || self->stopped)
    {
      answer_waiting (self);
      return;
    }

  begun = self->begin (self->user_data);
  self->dirty = FALSE;
  self->dirty_since = 0;
  if (begun)
    {
      self->jobs++;
    }
  else
    {
      g_clear_error (&self->error);
      answer_waiting (self);
    }
  emit_changed (self);
}

/**
 * ldr_saver_flush:
 * @self: a saver
 * @task: (transfer full): returns %TRUE once everything is safe, or the error for which it is not
 *
 * Saves at once what is not saved yet, and answers @task after it.
 */
void
ldr_saver_flush (LdrSaver *self, GTask *task)
{
  g_return_if_fail (LDR_IS_SAVER (self));

  g_ptr_array_add (self->waiting, task);
  if (self->dirty && self->jobs == 0)
    g_clear_error (&self->error);
  ldr_saver_save_now (self);
}

/**
 * ldr_saver_claim:
 * @self: a saver
 *
 * For a job of the owner's own that takes along everything on the screen. It counts as a save until ldr_saver_done().
 */
void
ldr_saver_claim (LdrSaver *self)
{
  g_return_if_fail (LDR_IS_SAVER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  self->dirty_since = 0;
  self->jobs++;
  emit_changed (self);
}

/**
 * ldr_saver_done:
 * @self: a saver
 * @error: (transfer full) (nullable): why the job failed, or %NULL if it did not
 * @retry: whether a failed one is worth another try by itself
 *
 * Ends a job. What changed meanwhile is saved next.
 */
void
ldr_saver_done (LdrSaver *self, GError *error, gboolean retry)
{
  g_return_if_fail (LDR_IS_SAVER (self));
  g_return_if_fail (self->jobs > 0);

  self->jobs--;
  g_clear_error (&self->error);
  if (error != NULL && self->stopped)
    {
      g_error_free (error);
    }
  else if (error != NULL)
    {
      self->dirty = TRUE;
      self->error = error;
      if (retry)
        schedule (self, RETRY);
    }
  else if (self->dirty && self->waiting->len > 0)
    {
      ldr_saver_save_now (self);
    }
  else if (self->dirty)
    {
      schedule (self, PAUSE);
    }
  answer_waiting (self);
  emit_changed (self);
}

/**
 * ldr_saver_set_error:
 * @self: a saver
 * @error: (transfer full) (nullable): what went wrong beside a job, or %NULL to forget what did
 */
void
ldr_saver_set_error (LdrSaver *self, GError *error)
{
  g_return_if_fail (LDR_IS_SAVER (self));

  g_clear_error (&self->error);
  self->error = error;
  emit_changed (self);
}

/**
 * ldr_saver_stop:
 * @self: a saver
 *
 * Lets go of what was not saved: nothing is begun any more, and a job that is on its way ends in silence.
 */
void
ldr_saver_stop (LdrSaver *self)
{
  g_return_if_fail (LDR_IS_SAVER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->stopped = TRUE;
  self->dirty = FALSE;
  answer_waiting (self);
}
