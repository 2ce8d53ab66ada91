/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-packs.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"

/* Session packs that somebody else sent. What comes in a pack of comments goes to ldr-store-received-comments.c. */

G_DEFINE_BOXED_TYPE (LdrReceivedPack, ldr_received_pack, ldr_received_pack_ref, ldr_received_pack_unref)

void
ldr_receipt_free (LdrReceipt *self)
{
  g_free (self->id);
  g_free (self->from);
  g_free (self);
}

LdrReceivedPack *
ldr_received_pack_ref (LdrReceivedPack *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
received_pack_clear (gpointer data)
{
  LdrReceivedPack *self = data;

  ldr_pack_unref (self->pack);
}

void
ldr_received_pack_unref (LdrReceivedPack *self)
{
  g_atomic_rc_box_release_full (self, received_pack_clear);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static gboolean
write_facts (LdrStore *self, const LdrPack *pack, gint64 received, gint64 deleted, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO received_pack (id, moment, day, title, sender, language, received, deleted) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, pack->id);
  ldr_statement_bind_int (stmt, 2, pack->moment);
  ldr_statement_bind_int (stmt, 3, pack->day);
  ldr_statement_bind_text (stmt, 4, pack->title);
  ldr_statement_bind_text (stmt, 5, pack->from);
  ldr_statement_bind_text (stmt, 6, pack->language);
  ldr_statement_bind_int (stmt, 7, received);
  ldr_statement_bind_int (stmt, 8, deleted);
  return ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error);
}

static gboolean
write_passages (LdrStore *self, const LdrPack *pack, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO received_passage (pack, number, id, subject, subject_id, place, level, private, text) "
      "VALUES ((SELECT key FROM received_pack WHERE id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);

  for (guint i = 0; stmt != NULL && i < pack->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (pack->passages, i);

      ldr_statement_bind_text (stmt, 1, pack->id);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, passage->id);
      ldr_statement_bind_int (stmt, 4, passage->subject);
      ldr_statement_bind_text (stmt, 5, passage->subject_id);
      ldr_statement_bind_int (stmt, 6, passage->place);
      ldr_statement_bind_int (stmt, 7, passage->level);
      ldr_statement_bind_int (stmt, 8, passage->is_private ? 1 : 0);
      ldr_statement_bind_text (stmt, 9, passage->text);
      if (!ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error))
        return FALSE;
    }
  return stmt != NULL;
}

static gboolean
write_pictures (LdrStore *self, const LdrPack *pack, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO received_picture (pack, id, media_type, bytes) "
                              "VALUES ((SELECT key FROM received_pack WHERE id = ?1), ?2, ?3, ?4)",
                              error);

  for (guint i = 0; stmt != NULL && i < pack->pictures->len; i++)
    {
      const LdrPicture *picture = g_ptr_array_index (pack->pictures, i);

      ldr_statement_bind_text (stmt, 1, pack->id);
      ldr_statement_bind_text (stmt, 2, picture->id);
      ldr_statement_bind_text (stmt, 3, picture->media_type);
      ldr_statement_bind_bytes (stmt, 4, picture->bytes);
      if (!ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error))
        return FALSE;
    }
  return stmt != NULL;
}

static gboolean
mark_deleted (LdrStore *self, const char *id, gint64 moment, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL)
    return FALSE;
  /* What lies in the trash keeps the moment at which it went there. */
  stmt = ldr_database_prepare (
      self->db, "UPDATE received_pack SET deleted = ?2 WHERE id = ?1 AND (deleted = 0) <> (?2 = 0)", error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  ldr_statement_bind_int (stmt, 2, moment);
  return ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_delete_received_pack:
 * @self: a journal
 * @id: the id of a session pack
 * @error: return location for an #LdrStoreError
 *
 * Puts a pack into the trash with what was written beside it, from where it goes for good with the rest.
 *
 * Returns: whether it is not shown any more
 */
gboolean
ldr_store_delete_received_pack (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return mark_deleted (self, id, ldr_moment_now (), error);
}

/**
 * ldr_store_restore_received_pack:
 * @self: a journal
 * @id: the id of a session pack that was deleted
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it is out of the trash
 */
gboolean
ldr_store_restore_received_pack (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return mark_deleted (self, id, 0, error);
}

/* --- Receiving -------------------------------------------------------------------------------------------------------
 */

static LdrReceipt *
receipt_new (const LdrPack *pack)
{
  LdrReceipt *self = g_new0 (LdrReceipt, 1);

  self->kind = pack->kind;
  self->id = g_strdup (pack->id);
  self->from = g_strdup (pack->from);
  self->n_passages = pack->passages->len;
  return self;
}

/* What went out of a journal does not come back into it as somebody else's, and answers are only taken to what did. */
static gboolean
check_journal (LdrStore *self, const LdrPack *pack, GError **error)
{
  gboolean answers = pack->kind == LDR_PACK_COMMENTS, left_here = FALSE;

  if (!ldr_read_exists (self, "SELECT 1 FROM export_log WHERE id = ?1 AND way = 3", answers ? pack->about : pack->id, &left_here,
                        error))
    return FALSE;
  if (answers == left_here)
    return TRUE;
  if (answers)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("These comments are about a session pack that never left this journal. Open the journal "
                            "that it was sent from."));
  else
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS,
                         _ ("This session pack was sent from this very journal."));
  return FALSE;
}

/* One that is in the trash comes out of it. */
static gboolean
receive_passages (LdrStore *self, const LdrPack *pack, LdrReceipt *receipt, GError **error)
{
  if (!ldr_read_exists (self, "SELECT 1 FROM received_pack WHERE id = ?1", pack->id, &receipt->was_here, error))
    return FALSE;
  return receipt->was_here ? mark_deleted (self, pack->id, 0, error)
                           : ldr_store_import_received_pack (self, pack, ldr_moment_now (), 0, error);
}

/**
 * ldr_store_receive_pack:
 * @self: a journal
 * @pack: a pack that somebody sent
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Takes a pack in: all of it or nothing. One that was received before changes nothing; of a comment that is there the
 * one that was written later stays. %LDR_STORE_ERROR_NOT_FOUND for comments on a pack that this journal never sent, and
 * %LDR_STORE_ERROR_EXISTS for a session pack that it sent itself.
 *
 * Returns: (transfer full): what it came to, or %NULL
 */
LdrReceipt *
ldr_store_receive_pack (LdrStore *self, const LdrPack *pack, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrReceipt) receipt = NULL;

  g_return_val_if_fail (self != NULL && pack != NULL, NULL);
  if (!ldr_store_is_ready (self, error) || !ldr_pack_validate (pack, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL || !check_journal (self, pack, error))
    return NULL;
  receipt = receipt_new (pack);
  if (!(pack->kind == LDR_PACK_SESSION ? receive_passages (self, pack, receipt, error)
                                       : ldr_received_comments_take (self, pack, receipt, error))
      || !ldr_transaction_commit (&transaction, error))
    return NULL;
  return g_steal_pointer (&receipt);
}

/**
 * ldr_store_import_received_pack:
 * @self: a journal
 * @pack: a session pack, with its passages and pictures
 * @received: when it was received
 * @deleted: when it was put into the trash, 0 for one that is not there
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds a session pack, its comments apart; one of the same id stays as it is.
 *
 * Returns: whether there is one
 */
gboolean
ldr_store_import_received_pack (LdrStore *self, const LdrPack *pack, gint64 received, gint64 deleted, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && pack != NULL && pack->kind == LDR_PACK_SESSION, FALSE);
  if (!ldr_pack_validate (pack, error)
      || !ldr_read_exists (self, "SELECT 1 FROM received_pack WHERE id = ?1", pack->id, &found, error))
    return FALSE;
  return found
         || ((transaction = ldr_transaction_begin (self->db, error)) != NULL
             && write_facts (self, pack, received, deleted, error) && write_passages (self, pack, error)
             && write_pictures (self, pack, error) && ldr_transaction_commit (&transaction, error));
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

#define COLUMNS "SELECT id, moment, day, title, sender, language FROM received_pack "

static gpointer
read_facts (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *title = ldr_statement_dup_text (row, 3), *from = ldr_statement_dup_text (row, 4);
  LdrPack *pack = ldr_pack_new (LDR_PACK_SESSION, title, from, NULL);

  g_set_str (&pack->id, ldr_statement_get_text (row, 0));
  pack->moment = ldr_statement_get_int (row, 1);
  pack->day = (int) ldr_statement_get_int (row, 2);
  g_set_str (&pack->language, ldr_statement_get_text (row, 5));
  return pack;
}

static gpointer
read_received (LdrStore *self, LdrStatement *row, GError **error)
{
  LdrReceivedPack *received = g_atomic_rc_box_new0 (LdrReceivedPack);

  received->pack = read_facts (self, row, error);
  received->deleted = ldr_statement_get_int (row, 6);
  received->received = ldr_statement_get_int (row, 7);
  received->n_passages = (guint) ldr_statement_get_int (row, 8);
  received->n_comments = (guint) ldr_statement_get_int (row, 9);
  return received;
}

#define LIST                                                                                                           \
  "SELECT id, moment, day, title, sender, language, deleted, received, "                                               \
  "(SELECT count (*) FROM received_passage p WHERE p.pack = k.key), "                                                  \
  "(SELECT count (*) FROM own_comment c WHERE c.pack = k.key AND c.taken_back = 0) FROM received_pack k "

/**
 * ldr_store_get_received_packs:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrReceivedPack): the session packs that were received, the newest first, or
 * %NULL
 */
GPtrArray *
ldr_store_get_received_packs (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, LIST "WHERE deleted = 0 ORDER BY received DESC, key DESC", NULL, read_received,
                       (GDestroyNotify) ldr_received_pack_unref, error);
}

/**
 * ldr_store_list_received_packs:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrReceivedPack): all of them, those in the trash too, in the order in which
 * they came, or %NULL
 */
GPtrArray *
ldr_store_list_received_packs (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, LIST "ORDER BY key", NULL, read_received, (GDestroyNotify) ldr_received_pack_unref, error);
}

static gpointer
read_passage (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *subject_id = ldr_statement_dup_text (row, 1);
  LdrPassage *passage
      = ldr_passage_new ((LdrSubject) ldr_statement_get_int (row, 0), subject_id, (int) ldr_statement_get_int (row, 2),
                         (int) ldr_statement_get_int (row, 3), ldr_statement_get_text (row, 5));

  passage->is_private = ldr_statement_get_int (row, 4) != 0;
  return passage;
}

/**
 * ldr_store_get_received_pack:
 * @self: a journal
 * @id: the id of a session pack that was received
 * @error: return location for an #LdrStoreError
 *
 * A session pack with its passages, and beside them what the owner of this journal wrote there. Its pictures stay where
 * they are: ldr_store_get_received_picture() reads one.
 *
 * Returns: (transfer full): the pack, or %NULL
 */
LdrPack *
ldr_store_get_received_pack (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrPack) pack = NULL;
  GPtrArray *passages, *comments;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  pack = ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_facts,
                       _ ("There is no such session pack in this journal."), error);
  if (pack == NULL)
    return NULL;
  passages = ldr_read_all (self,
                           "SELECT subject, subject_id, place, level, private, text FROM received_passage "
                           "WHERE pack = (SELECT key FROM received_pack WHERE id = ?1) ORDER BY number",
                           id, read_passage, (GDestroyNotify) ldr_passage_free, error);
  if (passages == NULL)
    return NULL;
  g_ptr_array_unref (pack->passages);
  pack->passages = passages;
  if ((comments = ldr_store_list_comments (self, id, FALSE, error)) == NULL)
    return NULL;
  g_ptr_array_unref (pack->comments);
  pack->comments = comments;
  return g_steal_pointer (&pack);
}

static LdrPicture *
read_picture_of (LdrStatement *row)
{
  g_autoptr (GBytes) bytes = ldr_statement_get_bytes (row, 2);
  LdrPicture *picture = ldr_picture_new ("", ldr_statement_get_text (row, 1), bytes);

  g_set_str (&picture->id, ldr_statement_get_text (row, 0));
  return picture;
}

/**
 * ldr_store_get_received_picture:
 * @self: a journal
 * @pack_id: the id of a session pack that was received
 * @id: the id of a picture in it
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the picture, of no entry, or %NULL
 */
LdrPicture *
ldr_store_get_received_picture (LdrStore *self, const char *pack_id, const char *id, GError **error)
{
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step = LDR_STEP_ERROR;

  g_return_val_if_fail (self != NULL && pack_id != NULL && id != NULL, NULL);
  if (ldr_store_is_ready (self, error)
      && (row = ldr_database_prepare (self->db,
                                      "SELECT id, media_type, bytes FROM received_picture "
                                      "WHERE pack = (SELECT key FROM received_pack WHERE id = ?1) AND id = ?2",
                                      error))
             != NULL)
    {
      ldr_statement_bind_text (row, 1, pack_id);
      ldr_statement_bind_text (row, 2, id);
      step = ldr_statement_step (row, error);
    }
  if (step == LDR_STEP_ROW)
    return read_picture_of (row);
  if (step == LDR_STEP_DONE)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such picture in this journal."));
  return NULL;
}

static gpointer
read_id (LdrStore *self, LdrStatement *row, GError **error)
{
  return ldr_statement_dup_text (row, 0);
}

/**
 * ldr_store_list_received_pictures:
 * @self: a journal
 * @pack_id: the id of a session pack that was received
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type utf8): the ids of its pictures, in the order of the pack, or %NULL
 */
GPtrArray *
ldr_store_list_received_pictures (LdrStore *self, const char *pack_id, GError **error)
{
  g_return_val_if_fail (self != NULL && pack_id != NULL, NULL);
  return ldr_read_all (self,
                       "SELECT id FROM received_picture WHERE pack = (SELECT key FROM received_pack WHERE id = ?1) "
                       "ORDER BY rowid",
                       pack_id, read_id, g_free, error);
}
