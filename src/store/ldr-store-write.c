/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-private.h"

/* Small writes that the tables beside the entries share. All of them are counted, so that the journal can tell whether
 * entries changed or only what belongs to the styles. */

/* Runs a statement that writes no entry. */
gboolean
ldr_write_run (LdrStore *self, LdrStatement *statement, GError **error)
{
  gint64 before = ldr_store_get_changes (self);
  gboolean done = ldr_statement_run (statement, error);

  self->style_changes += ldr_store_get_changes (self) - before;
  return done;
}

/* How many rows were written by ldr_write_run() since the store was opened. */
gint64
ldr_store_get_style_changes (LdrStore *self)
{
  return self->style_changes;
}

/* Runs a statement whose ?1 is an id, in a transaction of its own. What is not there is no failure: it is as wanted. */
gboolean
ldr_write_delete (LdrStore *self, const char *sql, const char *id, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (stmt = ldr_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  return ldr_write_run (self, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/* Puts rows into an order: @shift moves all of them down by ?1 places, @place puts the one with the id ?1 at ?2. Those
 * that are not named follow, in the order they had. */
gboolean
ldr_write_order (LdrStore *self, const char *shift, const char *place, const char *const *ids, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) all = NULL, one = NULL;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (all = ldr_database_prepare (self->db, shift, error)) == NULL
      || (one = ldr_database_prepare (self->db, place, error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (all, 1, g_strv_length ((char **) ids));
  if (!ldr_write_run (self, all, error))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ldr_statement_bind_text (one, 1, ids[i]);
      ldr_statement_bind_int (one, 2, i);
      if (!ldr_write_run (self, one, error))
        return FALSE;
    }
  return ldr_transaction_commit (&transaction, error);
}
