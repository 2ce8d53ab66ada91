/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-check-in-draft.h"

#include "ldr-goals-jobs.h"
#include "model/ldr-model-error.h"

/**
 * LdrCheckInDraft:
 *
 * Brings the check-ins of one goal into the journal: a value at once, a note as it is written, one day after another.
 * It looks after one check-in at a time; of those before it, it still owes the journal what could not be saved.
 *
 * Signals: `saved` (a #LdrCheckInChange: a value is safe), `refused` (why the journal will not have it; it is dropped),
 * `changed` (what is safe, or the error).
 */
struct _LdrCheckInDraft
{
  GObject parent_instance;

  LdrJournal *journal;
  LdrSaver *saver;
  LdrCheckIn *current;
  LdrCheckIn *sent; /* What the journal has of it, or is on its way to have. */
  GPtrArray *owed;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_REFUSED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrCheckInDraft, ldr_check_in_draft, G_TYPE_OBJECT)

/* What is on its way: which check-ins, and whether somebody who tapped is told. */
typedef struct
{
  LdrCheckInDraft *draft;
  GPtrArray *list;
  gboolean tells;
} Parcel;

static void
parcel_free (Parcel *self)
{
  g_object_unref (self->draft);
  g_ptr_array_unref (self->list);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parcel, parcel_free)

static void
replace (LdrCheckIn **place, LdrCheckIn *check_in)
{
  if (check_in != NULL)
    ldr_check_in_ref (check_in);
  g_clear_pointer (place, ldr_check_in_unref);
  *place = check_in;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
}

/* Still owed, and before what was owed since. */
static void
owe (LdrCheckInDraft *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_insert (self->owed, (int) i, ldr_check_in_ref (g_ptr_array_index (list, i)));
}

static void
refuse (LdrCheckInDraft *self, const GError *error)
{
  replace (&self->current, NULL);
  replace (&self->sent, NULL);
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error->message);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Parcel) parcel = user_data;
  LdrCheckInDraft *self = parcel->draft;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrCheckInChange) change = ldr_goals_check_in_finish (LDR_JOURNAL (source), result, &error);

  if (change != NULL && parcel->tells)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, change);
  if (error != NULL && error->domain == LDR_MODEL_ERROR)
    {
      refuse (self, error);
      g_clear_error (&error);
    }
  else if (error != NULL)
    {
      owe (self, parcel->list);
    }
  ldr_saver_done (self->saver, g_steal_pointer (&error), TRUE);
}

/* Sends what is owed and the current one after it. Returns whether there was any. */
static gboolean
send (LdrCheckInDraft *self, gboolean tells)
{
  Parcel *parcel;

  if (self->current != self->sent && self->current != NULL)
    g_ptr_array_add (self->owed, ldr_check_in_ref (self->current));
  replace (&self->sent, self->current);
  if (self->owed->len == 0)
    return FALSE;
  parcel = g_new0 (Parcel, 1);
  parcel->draft = g_object_ref (self);
  parcel->list = g_steal_pointer (&self->owed);
  parcel->tells = tells;
  self->owed = new_list ();
  ldr_goals_check_in_async (self->journal, parcel->list, sent_cb, parcel);
  return TRUE;
}

static gboolean
begin_cb (gpointer user_data)
{
  return send (user_data, FALSE);
}

static void
emit_changed (LdrCheckInDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ldr_check_in_draft_finalize (GObject *object)
{
  LdrCheckInDraft *self = LDR_CHECK_IN_DRAFT (object);

  ldr_saver_stop (self->saver);
  g_object_unref (self->saver);
  g_clear_object (&self->journal);
  replace (&self->current, NULL);
  replace (&self->sent, NULL);
  g_ptr_array_unref (self->owed);

  G_OBJECT_CLASS (ldr_check_in_draft_parent_class)->finalize (object);
}

static void
ldr_check_in_draft_class_init (LdrCheckInDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_check_in_draft_finalize;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", LDR_TYPE_CHECK_IN_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", LDR_TYPE_CHECK_IN_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_CHECK_IN_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_check_in_draft_init (LdrCheckInDraft *self)
{
  self->owed = new_list ();
  self->saver = ldr_saver_new (begin_cb, self);
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_check_in_draft_new:
 * @journal: where to save
 *
 * Returns: (transfer full): a draft that looks after nothing yet
 */
LdrCheckInDraft *
ldr_check_in_draft_new (LdrJournal *journal)
{
  LdrCheckInDraft *self = g_object_new (LDR_TYPE_CHECK_IN_DRAFT, NULL);

  self->journal = g_object_ref (journal);
  return self;
}

/**
 * ldr_check_in_draft_get:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the check-in as it is on the screen
 */
LdrCheckIn *
ldr_check_in_draft_get (LdrCheckInDraft *self)
{
  g_return_val_if_fail (LDR_IS_CHECK_IN_DRAFT (self), NULL);

  return self->current;
}

/**
 * ldr_check_in_draft_take:
 * @self: a draft
 * @check_in: (nullable): what the journal has, %NULL for nothing
 *
 * Goes on with another one; what was written on the one before is on its way first.
 */
void
ldr_check_in_draft_take (LdrCheckInDraft *self, LdrCheckIn *check_in)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  ldr_check_in_draft_leave (self);
  replace (&self->current, check_in);
  replace (&self->sent, check_in);
}

/**
 * ldr_check_in_draft_put:
 * @self: a draft
 * @check_in: a check-in with another value
 *
 * Sends a value to the journal at once; `saved` follows, or an error.
 */
void
ldr_check_in_draft_put (LdrCheckInDraft *self, LdrCheckIn *check_in)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  replace (&self->current, check_in);
  ldr_saver_claim (self->saver);
  send (self, TRUE);
}

/**
 * ldr_check_in_draft_write:
 * @self: a draft
 * @check_in: a check-in with another note
 *
 * Sends a note to the journal after a pause.
 */
void
ldr_check_in_draft_write (LdrCheckInDraft *self, LdrCheckIn *check_in)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  replace (&self->current, check_in);
  ldr_saver_touch (self->saver);
}

/**
 * ldr_check_in_draft_leave:
 * @self: a draft
 *
 * Sends what was written without waiting for a pause.
 */
void
ldr_check_in_draft_leave (LdrCheckInDraft *self)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  if (self->current == self->sent || self->current == NULL)
    return;
  ldr_saver_claim (self->saver);
  send (self, FALSE);
}

/**
 * ldr_check_in_draft_let_go:
 * @self: a draft
 *
 * Forgets the current one, and what was not sent of it: it is about to be taken back.
 */
void
ldr_check_in_draft_let_go (LdrCheckInDraft *self)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  for (guint i = self->owed->len; self->current != NULL && i > 0; i--)
    if (((LdrCheckIn *) g_ptr_array_index (self->owed, i - 1))->day == self->current->day)
      g_ptr_array_remove_index (self->owed, i - 1);
  replace (&self->current, NULL);
  replace (&self->sent, NULL);
  ldr_saver_save_now (self->saver);
}

/**
 * ldr_check_in_draft_is_safe:
 * @self: a draft
 *
 * Returns: whether all that it was given is in the journal
 */
gboolean
ldr_check_in_draft_is_safe (LdrCheckInDraft *self)
{
  g_return_val_if_fail (LDR_IS_CHECK_IN_DRAFT (self), TRUE);

  return ldr_saver_get_state (self->saver, TRUE) == LDR_SAVE_STATE_SAVED;
}

/**
 * ldr_check_in_draft_get_error:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): why something is not in the journal yet
 */
const GError *
ldr_check_in_draft_get_error (LdrCheckInDraft *self)
{
  g_return_val_if_fail (LDR_IS_CHECK_IN_DRAFT (self), NULL);

  return ldr_saver_get_error (self->saver);
}

/**
 * ldr_check_in_draft_flush:
 * @self: a draft
 * @task: (transfer full): returns %TRUE once everything is safe, or the error for which it is not
 */
void
ldr_check_in_draft_flush (LdrCheckInDraft *self, GTask *task)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  ldr_saver_flush (self->saver, task);
}

/**
 * ldr_check_in_draft_abandon:
 * @self: a draft
 *
 * Gives up what could not be saved.
 */
void
ldr_check_in_draft_abandon (LdrCheckInDraft *self)
{
  g_return_if_fail (LDR_IS_CHECK_IN_DRAFT (self));

  ldr_saver_stop (self->saver);
}
