/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-packs.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

/* What the owner of this journal writes beside the passages of a session pack. */

/* The key of the pack with the id ?2. */
#define PACK_OF "(SELECT key FROM received_pack WHERE id = ?2)"

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static gboolean
check_passage (LdrStore *self, const LdrComment *comment, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db,
                                                       "SELECT 1 FROM received_pack k JOIN received_passage p "
                                                       "ON p.pack = k.key WHERE k.id = ?1 AND p.id = ?2",
                                                       error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_text (row, 1, comment->pack_id);
  ldr_statement_bind_text (row, 2, comment->passage_id);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_DONE)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("The passage that this comment belongs to is not in this journal."));
  return step == LDR_STEP_ROW;
}

/* Writes @comment as of @moment; @day is the civil date of that. */
static gboolean
write_comment (
    LdrStore *self, const char *on_conflict, const LdrComment *comment, gint64 moment, int day, GError **error)
{
  g_autofree char *sql
      = g_strconcat ("INSERT INTO own_comment (id, pack, passage, author, moment, day, text, taken_back) "
                     "VALUES (?1, " PACK_OF ", ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO ",
                     on_conflict, NULL);
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, comment->id);
  ldr_statement_bind_text (stmt, 2, comment->pack_id);
  ldr_statement_bind_text (stmt, 3, comment->passage_id);
  ldr_statement_bind_text (stmt, 4, comment->author);
  ldr_statement_bind_int (stmt, 5, moment);
  ldr_statement_bind_int (stmt, 6, day);
  ldr_statement_bind_text (stmt, 7, comment->text);
  ldr_statement_bind_int (stmt, 8, comment->is_deleted ? 1 : 0);
  return ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error);
}

static gpointer
read_moment (LdrStore *self, LdrStatement *row, GError **error)
{
  gint64 *moment = g_new (gint64, 1);

  *moment = ldr_statement_get_int (row, 0);
  return moment;
}

/* A moment of now that is later than when the comment was last changed, also when the clock went back: of two versions
 * the later one counts wherever they meet. */
static gboolean
find_moment (LdrStore *self, const char *id, gint64 *moment, GError **error)
{
  g_autoptr (GPtrArray) moments
      = ldr_read_all (self, "SELECT moment FROM own_comment WHERE id = ?1", id, read_moment, g_free, error);

  if (moments == NULL)
    return FALSE;
  *moment = ldr_moment_now ();
  if (moments->len > 0)
    *moment = MAX (*moment, *(gint64 *) g_ptr_array_index (moments, 0) + 1);
  return TRUE;
}

/**
 * ldr_store_save_comment:
 * @self: a journal
 * @comment: a comment of its owner on a passage of a session pack that was received
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a comment as of now, whatever its moment says: a new one, a changed one, or one that was deleted and comes
 * back. %LDR_STORE_ERROR_NOT_FOUND without its passage.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_comment (LdrStore *self, const LdrComment *comment, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gint64 moment;

  g_return_val_if_fail (self != NULL && comment != NULL && !comment->is_deleted, FALSE);
  return ldr_store_is_ready (self, error) && ldr_comment_validate (comment, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL && check_passage (self, comment, error)
         && find_moment (self, comment->id, &moment, error)
         && write_comment (self, "UPDATE SET author = ?4, moment = ?5, day = ?6, text = ?7, taken_back = 0", comment,
                           moment, ldr_day_from_moment (moment), error)
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_import_comment:
 * @self: a journal
 * @comment: a comment of its owner, from elsewhere
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds a comment as it is; one of the same id stays. %LDR_STORE_ERROR_NOT_FOUND without its passage.
 *
 * Returns: whether there is one
 */
gboolean
ldr_store_import_comment (LdrStore *self, const LdrComment *comment, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && comment != NULL, FALSE);
  return ldr_store_is_ready (self, error) && ldr_comment_validate (comment, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL && check_passage (self, comment, error)
         && write_comment (self, "NOTHING", comment, comment->moment, comment->day, error)
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_delete_comment:
 * @self: a journal
 * @id: the id of a comment of its owner
 * @error: return location for an #LdrStoreError
 *
 * Takes a comment back: its text is gone, and the next pack of comments takes it back from whoever has it. To undo,
 * save it again.
 *
 * Returns: whether it is not there any more
 */
gboolean
ldr_store_delete_comment (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;
  gint64 moment;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !find_moment (self, id, &moment, error)
      || (stmt = ldr_database_prepare (self->db,
                                       "UPDATE own_comment SET moment = ?2, day = ?3, text = '', taken_back = 1 "
                                       "WHERE id = ?1 AND taken_back = 0",
                                       error))
             == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  ldr_statement_bind_int (stmt, 2, moment);
  ldr_statement_bind_int (stmt, 3, ldr_day_from_moment (moment));
  return ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static gpointer
read_comment (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *pack_id = ldr_statement_dup_text (row, 1), *passage_id = ldr_statement_dup_text (row, 2),
                  *author = ldr_statement_dup_text (row, 3), *text = ldr_statement_dup_text (row, 6),
                  *subject_id = ldr_statement_dup_text (row, 9);
  LdrComment *comment = ldr_comment_new (pack_id, passage_id, author, text);

  g_set_str (&comment->id, ldr_statement_get_text (row, 0));
  comment->moment = ldr_statement_get_int (row, 4);
  comment->day = (int) ldr_statement_get_int (row, 5);
  comment->is_deleted = ldr_statement_get_int (row, 7) != 0;
  comment->is_private = ldr_statement_get_int (row, 11) != 0;
  /* One that was taken back repeats nothing. */
  ldr_comment_set_subject (comment, (LdrSubject) ldr_statement_get_int (row, 8), subject_id,
                           comment->is_deleted ? "" : ldr_statement_get_text (row, 10));
  return comment;
}

#define COMMENTS                                                                                                       \
  "SELECT c.id, k.id, c.passage, c.author, c.moment, c.day, c.text, c.taken_back, p.subject, p.subject_id, p.text, "   \
  "p.private "                                                                                                         \
  "FROM received_pack k JOIN own_comment c ON c.pack = k.key "                                                         \
  "JOIN received_passage p ON p.pack = c.pack AND p.id = c.passage WHERE k.id = ?1 "

/**
 * ldr_store_list_comments:
 * @self: a journal
 * @pack_id: the id of a session pack that was received
 * @with_taken_back: whether those that were deleted are wanted too
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrComment): what its owner wrote beside that pack, in the order of the
 * passages, or %NULL
 */
GPtrArray *
ldr_store_list_comments (LdrStore *self, const char *pack_id, gboolean with_taken_back, GError **error)
{
  g_return_val_if_fail (self != NULL && pack_id != NULL, NULL);
  return ldr_read_all (self,
                       with_taken_back ? COMMENTS "ORDER BY p.number, c.key"
                                       : COMMENTS "AND c.taken_back = 0 ORDER BY p.number, c.key",
                       pack_id, read_comment, (GDestroyNotify) ldr_comment_unref, error);
}

static void
sign (GPtrArray *comments, const char *from)
{
  for (guint i = 0; i < comments->len; i++)
    {
      LdrComment *comment = g_ptr_array_index (comments, i);

      if (comment->author[0] == '\0')
        g_set_str (&comment->author, from);
    }
}

/**
 * ldr_store_make_comments_pack:
 * @self: a journal
 * @pack_id: the id of a session pack that was received
 * @from: who sends it; also the author of comments that have none
 * @error: return location for an #LdrStoreError
 *
 * What goes back to who sent a session pack: all that was written beside it, and what was taken back since.
 * %LDR_STORE_ERROR_NOT_FOUND when there is nothing of it.
 *
 * Returns: (transfer full): a pack of comments, or %NULL
 */
LdrPack *
ldr_store_make_comments_pack (LdrStore *self, const char *pack_id, const char *from, GError **error)
{
  g_autoptr (LdrPack) about = NULL, pack = NULL;
  g_autoptr (GPtrArray) comments = NULL;

  g_return_val_if_fail (self != NULL && pack_id != NULL && from != NULL, NULL);
  if ((about = ldr_store_get_received_pack (self, pack_id, error)) == NULL
      || (comments = ldr_store_list_comments (self, pack_id, TRUE, error)) == NULL)
    return NULL;
  if (comments->len == 0)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                           _ ("There are no comments beside this session pack."));
      return NULL;
    }
  pack = ldr_pack_new (LDR_PACK_COMMENTS, about->title, from, pack_id);
  g_set_str (&pack->language, about->language);
  sign (comments, pack->from);
  g_ptr_array_unref (pack->comments);
  pack->comments = g_steal_pointer (&comments);
  return g_steal_pointer (&pack);
}
