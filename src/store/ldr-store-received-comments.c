/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-packs.h"

#include "ldr-store-private.h"
#include "model/ldr-moment.h"

/* What others wrote beside what went out of this journal: its margin notes. */

G_DEFINE_BOXED_TYPE (LdrReceivedComment, ldr_received_comment, ldr_received_comment_ref, ldr_received_comment_unref)

LdrReceivedComment *
ldr_received_comment_ref (LdrReceivedComment *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
received_comment_clear (gpointer data)
{
  LdrReceivedComment *self = data;

  ldr_comment_unref (self->comment);
  g_free (self->title);
  g_free (self->page_id);
}

void
ldr_received_comment_unref (LdrReceivedComment *self)
{
  g_atomic_rc_box_release_full (self, received_comment_clear);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

/* Each comment with what it is about: an action is shown by its session, a check-in by its goal. */
#define COMMENTS                                                                                                       \
  "SELECT c.id, c.pack, c.passage, c.subject, c.subject_id, c.quote, c.author, c.moment, c.day, c.text, "              \
  "c.taken_back, "                                                                                                     \
  "c.done, "                                                                                                           \
  "CASE c.subject WHEN 0 THEN 0 WHEN 1 THEN s.key IS NULL WHEN 2 THEN a.key IS NULL WHEN 3 THEN e.key IS NULL "        \
  "ELSE g.key IS NULL END, "                                                                                           \
  "CASE c.subject WHEN 0 THEN l.title WHEN 2 THEN a.text WHEN 3 THEN coalesce (nullif (e.title, ''), e.excerpt) "      \
  "WHEN 1 THEN NULL ELSE (SELECT statement FROM goal_version v WHERE v.goal = g.key AND v.version = g.version) END, "  \
  "CASE c.subject WHEN 1 THEN s.day WHEN 3 THEN e.day WHEN 5 THEN i.day END, "                                         \
  "CASE c.subject WHEN 2 THEN 1 WHEN 5 THEN 4 ELSE c.subject END, "                                                    \
  "CASE c.subject WHEN 1 THEN s.id WHEN 2 THEN s.id WHEN 3 THEN e.id WHEN 4 THEN g.id WHEN 5 THEN g.id END, "          \
  "c.private "                                                                                                         \
  "FROM received_comment c "                                                                                           \
  "LEFT JOIN export_log l ON c.subject = 0 AND l.id = c.pack "                                                         \
  "LEFT JOIN action a ON c.subject = 2 AND a.id = c.subject_id "                                                       \
  "LEFT JOIN check_in i ON c.subject = 5 AND i.id = c.subject_id "                                                     \
  "LEFT JOIN entry e ON c.subject = 3 AND e.id = c.subject_id AND e.deleted = 0 "                                      \
  "LEFT JOIN session s ON s.id = CASE c.subject WHEN 1 THEN c.subject_id WHEN 2 THEN a.session END "                   \
  "AND s.deleted = 0 "                                                                                                 \
  "LEFT JOIN goal g ON g.key = CASE c.subject WHEN 4 THEN (SELECT key FROM goal WHERE id = c.subject_id) "             \
  "WHEN 5 THEN i.goal END AND g.deleted = 0 "

static LdrComment *
read_comment (LdrStatement *row)
{
  g_autofree char *pack_id = ldr_statement_dup_text (row, 1), *passage_id = ldr_statement_dup_text (row, 2),
                  *author = ldr_statement_dup_text (row, 6), *text = ldr_statement_dup_text (row, 9);
  LdrComment *comment = ldr_comment_new (pack_id, passage_id, author, text);

  g_set_str (&comment->id, ldr_statement_get_text (row, 0));
  comment->subject = (LdrSubject) ldr_statement_get_int (row, 3);
  g_set_str (&comment->subject_id, ldr_statement_get_text (row, 4));
  g_set_str (&comment->quote, ldr_statement_get_text (row, 5));
  comment->moment = ldr_statement_get_int (row, 7);
  comment->day = (int) ldr_statement_get_int (row, 8);
  comment->is_deleted = ldr_statement_get_int (row, 10) != 0;
  return comment;
}

static gpointer
read_received (LdrStore *self, LdrStatement *row, GError **error)
{
  LdrReceivedComment *received = g_atomic_rc_box_new0 (LdrReceivedComment);

  received->comment = read_comment (row);
  received->done = ldr_statement_get_int (row, 11);
  received->is_lost = ldr_statement_get_int (row, 12) != 0;
  received->title = ldr_statement_dup_text (row, 13);
  received->day = (int) ldr_statement_get_int (row, 14);
  received->page = (LdrSubject) ldr_statement_get_int (row, 15);
  received->page_id = ldr_statement_dup_text (row, 16);
  received->comment->is_private = ldr_statement_get_int (row, 17) != 0;
  return received;
}

static GPtrArray *
read_comments (LdrStore *self, const char *sql, const char *id, GError **error)
{
  return ldr_read_all (self, sql, id, read_received, (GDestroyNotify) ldr_received_comment_unref, error);
}

/**
 * ldr_store_get_received_comments:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrReceivedComment): all that others wrote: first what waits, then what its
 * owner is done with, the newest first; or %NULL
 */
GPtrArray *
ldr_store_get_received_comments (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return read_comments (self, COMMENTS "WHERE c.taken_back = 0 ORDER BY c.done > 0, c.moment DESC, c.key DESC", NULL,
                        error);
}

/**
 * ldr_store_list_received_comments:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrReceivedComment): all that others wrote, also what they took back, in the
 * order in which it came, or %NULL
 */
GPtrArray *
ldr_store_list_received_comments (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return read_comments (self, COMMENTS "ORDER BY c.key", NULL, error);
}

/* The comments on ?1 itself, and on what its page shows. */
static const char *const on_sql[LDR_N_SUBJECTS] = {
  [LDR_SUBJECT_SESSION] = "SELECT key FROM received_comment WHERE subject_id = ?1 AND subject = 1 UNION ALL "
                          "SELECT r.key FROM action x JOIN received_comment r ON r.subject_id = x.id AND r.subject = 2 "
                          "WHERE x.session = ?1",
  [LDR_SUBJECT_ENTRY] = "SELECT key FROM received_comment WHERE subject_id = ?1 AND subject = 3",
  [LDR_SUBJECT_GOAL] = "SELECT key FROM received_comment WHERE subject_id = ?1 AND subject = 4 UNION ALL "
                       "SELECT r.key FROM goal x JOIN check_in y ON y.goal = x.key "
                       "JOIN received_comment r ON r.subject_id = y.id AND r.subject = 5 WHERE x.id = ?1",
};

/**
 * ldr_store_get_comments_on:
 * @self: a journal
 * @subject: a session, an entry or a goal
 * @subject_id: its id
 * @error: return location for an #LdrStoreError
 *
 * What others wrote about it, about the actions that were agreed on in a session, and about the check-ins of a goal.
 *
 * Returns: (transfer full) (element-type LdrReceivedComment): first what waits, then what its owner is done with, the
 * oldest first; or %NULL
 */
GPtrArray *
ldr_store_get_comments_on (LdrStore *self, LdrSubject subject, const char *subject_id, GError **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL && subject < LDR_N_SUBJECTS && on_sql[subject] != NULL, NULL);
  g_return_val_if_fail (subject_id != NULL, NULL);
  sql = g_strconcat (COMMENTS "WHERE c.taken_back = 0 AND c.key IN (", on_sql[subject],
                     ") ORDER BY c.done > 0, c.moment, c.key", NULL);
  return read_comments (self, sql, subject_id, error);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static gboolean
write_comment (LdrStore *self, const LdrComment *comment, gint64 done, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO received_comment (id, pack, passage, subject, subject_id, quote, author, moment, day, text, "
      "taken_back, private, done) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (id) DO "
      "UPDATE SET "
      "quote = ?6, author = ?7, moment = ?8, day = ?9, text = ?10, taken_back = ?11, private = ?12, done = ?13",
      error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, comment->id);
  ldr_statement_bind_text (stmt, 2, comment->pack_id);
  ldr_statement_bind_text (stmt, 3, comment->passage_id);
  ldr_statement_bind_int (stmt, 4, comment->subject);
  ldr_statement_bind_text (stmt, 5, comment->subject_id);
  ldr_statement_bind_text (stmt, 6, comment->quote);
  ldr_statement_bind_text (stmt, 7, comment->author);
  ldr_statement_bind_int (stmt, 8, comment->moment);
  ldr_statement_bind_int (stmt, 9, comment->day);
  ldr_statement_bind_text (stmt, 10, comment->text);
  ldr_statement_bind_int (stmt, 11, comment->is_deleted ? 1 : 0);
  ldr_statement_bind_int (stmt, 12, comment->is_private ? 1 : 0);
  ldr_statement_bind_int (stmt, 13, done);
  return ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error);
}

/* What stands here under the id of a comment: nothing, or one. */
static GPtrArray *
find_known (LdrStore *self, const char *id, GError **error)
{
  return read_comments (self, COMMENTS "WHERE c.id = ?1", id, error);
}

/* One that is only in other words waits again; one that was taken back is not told about. */
static gboolean
take (LdrStore *self, const LdrComment *comment, LdrReceipt *receipt, GError **error)
{
  g_autoptr (GPtrArray) known = find_known (self, comment->id, error), now = NULL;

  if (known == NULL)
    return FALSE;
  if (known->len > 0 && !ldr_comment_replaces (comment, ((LdrReceivedComment *) g_ptr_array_index (known, 0))->comment))
    return TRUE;
  if (!write_comment (self, comment, 0, error) || (now = find_known (self, comment->id, error)) == NULL)
    return FALSE;
  receipt->was_here = FALSE;
  if (comment->is_deleted)
    return TRUE;
  receipt->n_comments++;
  receipt->n_lost += ((LdrReceivedComment *) g_ptr_array_index (now, 0))->is_lost ? 1 : 0;
  return TRUE;
}

gboolean
ldr_received_comments_take (LdrStore *self, const LdrPack *pack, LdrReceipt *receipt, GError **error)
{
  receipt->was_here = TRUE;
  for (guint i = 0; i < pack->comments->len; i++)
    if (!take (self, g_ptr_array_index (pack->comments, i), receipt, error))
      return FALSE;
  return TRUE;
}

/**
 * ldr_store_import_received_comment:
 * @self: a journal
 * @comment: what somebody else wrote
 * @done: when the owner of the journal was done with it, or 0
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds a comment as it is; one of the same id stays.
 *
 * Returns: whether there is one
 */
gboolean
ldr_store_import_received_comment (LdrStore *self, const LdrComment *comment, gint64 done, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && comment != NULL, FALSE);
  if (!ldr_comment_validate (comment, error)
      || !ldr_read_exists (self, "SELECT 1 FROM received_comment WHERE id = ?1", comment->id, &found, error))
    return FALSE;
  return found
         || ((transaction = ldr_transaction_begin (self->db, error)) != NULL
             && write_comment (self, comment, done, error) && ldr_transaction_commit (&transaction, error));
}

/**
 * ldr_store_set_comment_done:
 * @self: a journal
 * @id: the id of a comment that was received
 * @done: whether the owner of the journal is done with it
 * @error: return location for an #LdrStoreError
 *
 * One that is done with keeps the moment at which that was said first.
 *
 * Returns: whether it is so now
 */
gboolean
ldr_store_set_comment_done (LdrStore *self, const char *id, gboolean done, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (stmt = ldr_database_prepare (
              self->db, "UPDATE received_comment SET done = ?2 WHERE id = ?1 AND (done = 0) <> (?2 = 0)", error))
             == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  ldr_statement_bind_int (stmt, 2, done ? ldr_moment_now () : 0);
  return ldr_write_run (self, LDR_TOPIC_PACKS, stmt, error) && ldr_transaction_commit (&transaction, error);
}
