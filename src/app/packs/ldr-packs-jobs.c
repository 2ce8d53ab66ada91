/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-packs-jobs.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "app/widgets/ldr-toast.h"
#include "store/ldr-pack-file.h"

/* By what a toast knows the change that it takes back. */
#define CHANGE_KEY "ldr-packs-change"

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
received_clear (gpointer data)
{
  LdrReceived *self = data;

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
}

void
ldr_received_unref (LdrReceived *self)
{
  g_atomic_rc_box_release_full (self, received_clear);
}

static gpointer
list_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrReceived) received = g_atomic_rc_box_new0 (LdrReceived);

  if ((received->packs = ldr_store_get_received_packs (store, error)) == NULL
      || (received->comments = ldr_store_get_received_comments (store, error)) == NULL)
    return NULL;
  return g_steal_pointer (&received);
}

/**
 * ldr_packs_list_async:
 * @journal: a journal
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what came into a journal.
 */
void
ldr_packs_list_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, list_func, NULL, NULL, (GDestroyNotify) ldr_received_unref, cancellable, callback,
                         data);
}

/**
 * ldr_packs_list_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (nullable): all that came
 */
LdrReceived *
ldr_packs_list_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

static gpointer
get_func (LdrStore *store, gpointer id, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_received_pack (store, id, error);
}

/**
 * ldr_packs_get_async:
 * @journal: a journal
 * @id: a session pack in it
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads a session pack, with its passages and the comments beside them, without its pictures.
 */
void
ldr_packs_get_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, get_func, g_strdup (id), g_free, (GDestroyNotify) ldr_pack_unref, cancellable,
                         callback, data);
}

/**
 * ldr_packs_get_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (nullable): the pack
 */
LdrPack *
ldr_packs_get_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

static gpointer
list_comments_func (LdrStore *store, gpointer id, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_comments (store, id, FALSE, error);
}

/**
 * ldr_packs_list_comments_async:
 * @journal: a journal
 * @id: a session pack in it
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what the owner of the journal wrote beside a session pack: #LdrComment.
 */
void
ldr_packs_list_comments_async (
    LdrJournal *journal, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, list_comments_func, g_strdup (id), g_free, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, data);
}

typedef struct
{
  LdrSubject subject;
  char *id;
} Thing;

static void
thing_free (gpointer data)
{
  g_free (((Thing *) data)->id);
  g_free (data);
}

static gpointer
list_comments_on_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Thing *thing = data;

  return ldr_store_get_comments_on (store, thing->subject, thing->id, error);
}

/**
 * ldr_packs_list_comments_on_async:
 * @journal: a journal
 * @subject: an entry, a session or a goal
 * @id: its id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called when done
 * @data: data for @callback
 *
 * Reads what others wrote about it: #LdrReceivedComment.
 */
void
ldr_packs_list_comments_on_async (LdrJournal *journal,
                                  LdrSubject subject,
                                  const char *id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  Thing *thing = g_new0 (Thing, 1);

  thing->subject = subject;
  thing->id = g_strdup (id);
  ldr_journal_run_async (journal, list_comments_on_func, thing, thing_free, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, data);
}

/**
 * ldr_packs_list_comments_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (nullable): what was asked for by one of the two calls above
 */
GPtrArray *
ldr_packs_list_comments_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* --- Sending ---------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  char *id;
  char *from;
  char *path;
  char *passphrase;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *self = data;

  g_free (self->id);
  g_free (self->from);
  g_free (self->path);
  secret_password_free (self->passphrase);
  g_free (self);
}

static gpointer
send_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Sending *self = data;
  g_autoptr (LdrPack) pack = ldr_store_make_comments_pack (store, self->id, self->from, error);
  g_autoptr (LdrPackFile) file = NULL;

  if (pack == NULL || (file = ldr_pack_file_write (pack, self->path, self->passphrase, cancellable, error)) == NULL
      || !ldr_pack_file_put_in_place (file, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

/**
 * ldr_packs_send_comments_async:
 * @journal: a journal
 * @id: a session pack in it
 * @from: who sends the comments beside it, one line, may be empty
 * @path: (type filename): where the file is to go
 * @passphrase: what locks it
 * @callback: called when done
 * @data: data for @callback
 *
 * Writes the comments as a pack of their own.
 */
void
ldr_packs_send_comments_async (LdrJournal *journal,
                               const char *id,
                               const char *from,
                               const char *path,
                               const char *passphrase,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  Sending *sending = g_new0 (Sending, 1);

  sending->id = g_strdup (id);
  sending->from = g_strdup (from);
  sending->path = g_strdup (path);
  sending->passphrase = g_strdup (passphrase);
  ldr_journal_run_async (journal, send_func, sending, sending_free, NULL, NULL, callback, data);
}

/**
 * ldr_packs_send_comments_finish:
 * @journal: a journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError or what is wrong with the file
 *
 * Returns: whether the file is there
 */
gboolean
ldr_packs_send_comments_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error) != NULL;
}

/* --- Changing --------------------------------------------------------------------------------------------------------
 */

typedef enum
{
  SAVE_COMMENT,
  DELETE_COMMENT,
  SET_DONE,
  SET_WAITING,
  DELETE_PACK,
  RESTORE_PACK,
} ChangeKind;

typedef struct
{
  ChangeKind kind;
  LdrJournal *journal;
  char *id;
  LdrComment *comment;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_object_unref (self->journal);
  g_free (self->id);
  g_clear_pointer (&self->comment, ldr_comment_unref);
  g_free (self);
}

static Change *
change_new (LdrJournal *journal, ChangeKind kind, const char *id, const LdrComment *comment)
{
  Change *self = g_new0 (Change, 1);

  self->kind = kind;
  self->journal = g_object_ref (journal);
  self->id = g_strdup (id);
  if (comment != NULL)
    self->comment = ldr_comment_copy (comment);
  return self;
}

static gpointer
change_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *self = data;
  gboolean done = FALSE;

  switch (self->kind)
    {
    case SAVE_COMMENT:
      done = ldr_store_save_comment (store, self->comment, error);
      break;
    case DELETE_COMMENT:
      done = ldr_store_delete_comment (store, self->id, error);
      break;
    case SET_DONE:
    case SET_WAITING:
      done = ldr_store_set_comment_done (store, self->id, self->kind == SET_DONE, error);
      break;
    case DELETE_PACK:
      done = ldr_store_delete_received_pack (store, self->id, error);
      break;
    case RESTORE_PACK:
      done = ldr_store_restore_received_pack (store, self->id, error);
      break;
    }
  return GINT_TO_POINTER (done);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error) == NULL && error != NULL)
    ldr_toast_say (widget, error->message);
}

/* Takes @change. */
static void
run (Change *change, GtkWidget *widget)
{
  LdrJournal *journal = change->journal;

  ldr_journal_run_async (journal, change_func, change, change_free, NULL, NULL, changed_cb, g_object_ref (widget));
}

static void
undo_cb (AdwToast *toast, GtkWidget *widget)
{
  Change *change = g_object_steal_data (G_OBJECT (toast), CHANGE_KEY);

  if (change != NULL)
    run (change, widget);
}

/* Makes a change that a toast with @text takes back by another; takes both. What asked for it may be gone by then, and
 * the window is not. */
static void
run_with_undo (Change *change, Change *undo, const char *text, GtkWidget *widget)
{
  AdwToast *toast = adw_toast_new (text);
  GtkRoot *root = gtk_widget_get_root (widget);

  run (change, widget);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), CHANGE_KEY, undo, change_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), root != NULL ? GTK_WIDGET (root) : widget,
                           G_CONNECT_DEFAULT);
  ldr_toast_show (widget, toast);
}

/**
 * ldr_packs_save_comment:
 * @journal: a journal
 * @comment: what its owner wrote beside a passage, new or changed
 * @widget: where it was written; says what went wrong
 *
 * Saves a comment.
 */
void
ldr_packs_save_comment (LdrJournal *journal, const LdrComment *comment, GtkWidget *widget)
{
  run (change_new (journal, SAVE_COMMENT, NULL, comment), widget);
}

/**
 * ldr_packs_delete_comment:
 * @journal: a journal
 * @comment: what its owner wrote beside a passage
 * @widget: where that is shown
 *
 * Deletes a comment, which a toast takes back.
 */
void
ldr_packs_delete_comment (LdrJournal *journal, LdrComment *comment, GtkWidget *widget)
{
  run_with_undo (change_new (journal, DELETE_COMMENT, comment->id, NULL),
                 change_new (journal, SAVE_COMMENT, NULL, comment), _ ("Comment deleted"), widget);
}

/**
 * ldr_packs_set_done:
 * @journal: a journal
 * @id: a comment that somebody else wrote
 * @done: whether its owner is done with it
 * @widget: where it is shown
 *
 * Puts a comment away, which a toast takes back, or takes it out again.
 */
void
ldr_packs_set_done (LdrJournal *journal, const char *id, gboolean done, GtkWidget *widget)
{
  if (done)
    run_with_undo (change_new (journal, SET_DONE, id, NULL), change_new (journal, SET_WAITING, id, NULL),
                   _ ("Comment put away"), widget);
  else
    run (change_new (journal, SET_WAITING, id, NULL), widget);
}

/**
 * ldr_packs_delete_pack:
 * @journal: a journal
 * @id: a session pack that was received
 * @widget: where it is shown
 *
 * Deletes a session pack with the comments beside it, which a toast takes back.
 */
void
ldr_packs_delete_pack (LdrJournal *journal, const char *id, GtkWidget *widget)
{
  run_with_undo (change_new (journal, DELETE_PACK, id, NULL), change_new (journal, RESTORE_PACK, id, NULL),
                 _ ("Session pack deleted"), widget);
}
