/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-list.h"
#include "ldr-store-private.h"

/* Small writes that the tables beside the entries share. All of them are counted, so that the journal can tell whether
 * entries changed or only what is beside them. */

/* Runs a statement that writes no entry. */
gboolean
ldr_write_run (LdrStore *self, LdrStoreTopic topic, LdrStatement *statement, GError **error)
{
  gint64 before = ldr_store_get_changes (self);
  gboolean done = ldr_statement_run (statement, error);

  self->topic_changes[topic] += ldr_store_get_changes (self) - before;
  return done;
}

/* How many rows about @topic were written by ldr_write_run() since the store was opened. */
gint64
ldr_store_get_topic_changes (LdrStore *self, LdrStoreTopic topic)
{
  return self->topic_changes[topic];
}

/* Runs a statement whose ?1 is an id, in a transaction of its own. What is not there is no failure: it is as wanted. */
gboolean
ldr_write_delete (LdrStore *self, LdrStoreTopic topic, const char *sql, const char *id, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (stmt = ldr_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  return ldr_write_run (self, topic, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/* Puts rows into an order: @shift moves all of them down by ?1 places, @place puts the one with the id ?1 at ?2. Those
 * that are not named follow, in the order they had. */
gboolean
ldr_write_order (
    LdrStore *self, LdrStoreTopic topic, const char *shift, const char *place, const char *const *ids, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) all = NULL, one = NULL;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (all = ldr_database_prepare (self->db, shift, error)) == NULL
      || (one = ldr_database_prepare (self->db, place, error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (all, 1, g_strv_length ((char **) ids));
  if (!ldr_write_run (self, topic, all, error))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ldr_statement_bind_text (one, 1, ids[i]);
      ldr_statement_bind_int (one, 2, i);
      if (!ldr_write_run (self, topic, one, error))
        return FALSE;
    }
  return ldr_transaction_commit (&transaction, error);
}

/* What belongs to an entry needs one. */
gboolean
ldr_write_check_entry (LdrStore *self, const char *id, GError **error)
{
  gboolean found = FALSE;

  if (!ldr_read_exists (self, "SELECT 1 FROM entry WHERE id = ?1", id, &found, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such entry in this journal."));
  return found;
}

/**
 * ldr_store_knows_part:
 * @self: a journal
 * @id: an id
 * @known: (out): whether something has that id
 * @error: return location for an #LdrStoreError
 *
 * Whether a measurement, a draft, a question or path of the user's own or a step of one, a goal or a step of one, a
 * check-in, a session or a point of its agenda, an action, a pack that was received or a comment has that id.
 *
 * Returns: whether that could be looked up
 */
gboolean
ldr_store_knows_part (LdrStore *self, const char *id, gboolean *known, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL && known != NULL, FALSE);
  return ldr_read_exists (
      self,
      "SELECT 1 FROM assessment WHERE id = ?1 UNION ALL SELECT 1 FROM reflection WHERE id = ?1 "
      "UNION ALL SELECT 1 FROM own_prompt WHERE id = ?1 UNION ALL SELECT 1 FROM own_path WHERE id = ?1 "
      "UNION ALL SELECT 1 FROM own_path_step WHERE prompt = ?1 UNION ALL SELECT 1 FROM goal WHERE id = ?1 "
      "UNION ALL SELECT 1 FROM goal_step WHERE id = ?1 UNION ALL SELECT 1 FROM check_in WHERE id = ?1 "
      "UNION ALL SELECT 1 FROM session WHERE id = ?1 UNION ALL SELECT 1 FROM agenda_point WHERE id = ?1 "
      "UNION ALL SELECT 1 FROM action WHERE id = ?1 UNION ALL SELECT 1 FROM received_pack WHERE id = ?1 "
      "UNION ALL SELECT 1 FROM own_comment WHERE id = ?1 UNION ALL SELECT 1 FROM received_comment WHERE id = ?1",
      id, known, error);
}

/**
 * ldr_store_is_empty:
 * @self: a journal
 * @empty: (out): whether nothing was ever written in it
 * @error: return location for an #LdrStoreError
 *
 * Whether the journal holds nothing of its writer's: no entry, goal or session, not even in the trash, no measurement,
 * draft, question, path, action, words to notice, choice of what goes out, known name or pack that was received. What it asked by itself and
 * what it noted of exports do not count.
 *
 * Returns: whether that could be looked up
 */
gboolean
ldr_store_is_empty (LdrStore *self, gboolean *empty, GError **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && empty != NULL, FALSE);
  if (!ldr_read_exists (self,
                        "SELECT 1 FROM entry UNION ALL SELECT 1 FROM assessment "
                        "UNION ALL SELECT 1 FROM reflection UNION ALL SELECT 1 FROM own_prompt "
                        "UNION ALL SELECT 1 FROM own_path UNION ALL SELECT 1 FROM notice_word "
                        "UNION ALL SELECT 1 FROM goal UNION ALL SELECT 1 FROM session "
                        "UNION ALL SELECT 1 FROM action UNION ALL SELECT 1 FROM export_choice "
                        "UNION ALL SELECT 1 FROM export_name UNION ALL SELECT 1 FROM received_pack "
                        "UNION ALL SELECT 1 FROM received_comment LIMIT 1",
                        NULL, &found, error))
    return FALSE;
  *empty = !found;
  return TRUE;
}
