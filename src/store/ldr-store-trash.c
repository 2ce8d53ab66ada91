/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

static gboolean
mark_deleted (LdrStore *self, gint64 key, gint64 moment, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db, "UPDATE entry SET deleted = ?2 WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_int (stmt, 2, moment);
  return ldr_statement_run (stmt, error);
}

/* Starts a change of one entry that must be there. */
static gboolean
begin_with (LdrStore *self, const char *id, LdrTransaction **transaction, gint64 *key, LdrEntry **entry, GError **error)
{
  if (!ldr_store_is_ready (self, error) || (*transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !ldr_row_find (self, id, key, entry, error))
    return FALSE;
  if (*entry != NULL)
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                       _ ("There is no such entry in this journal."));
  return FALSE;
}

/**
 * ldr_store_trash_entry:
 * @self: a journal
 * @id: the entry's id
 * @error: return location for an #LdrStoreError
 *
 * Puts an entry into the trash, where lists and searches do not see it. One that lies there keeps its day.
 *
 * Returns: whether it is in the trash
 */
gboolean
ldr_store_trash_entry (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  gint64 key;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  if (!begin_with (self, id, &transaction, &key, &entry, error))
    return FALSE;
  if (entry->deleted == 0
      && !(ldr_row_unindex (self, key, entry, error) && mark_deleted (self, key, ldr_moment_now (), error)))
    return FALSE;
  return ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_restore_entry:
 * @self: a journal
 * @id: the entry's id
 * @error: return location for an #LdrStoreError
 *
 * Takes an entry out of the trash again.
 *
 * Returns: whether it is outside the trash
 */
gboolean
ldr_store_restore_entry (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  gint64 key;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  if (!begin_with (self, id, &transaction, &key, &entry, error))
    return FALSE;
  if (entry->deleted != 0 && !(mark_deleted (self, key, 0, error) && ldr_row_index (self, key, entry, error)))
    return FALSE;
  return ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_delete_entry:
 * @self: a journal
 * @id: the entry's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes an entry for good, wherever it is, with its earlier versions and its pictures.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_entry (LdrStore *self, const char *id, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  gint64 key;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  if (!begin_with (self, id, &transaction, &key, &entry, error))
    return FALSE;
  if (entry->deleted == 0 && !ldr_row_unindex (self, key, entry, error))
    return FALSE;
  stmt = ldr_database_prepare (self->db, "DELETE FROM entry WHERE key = ?1", error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  return ldr_statement_run (stmt, error) && ldr_transaction_commit (&transaction, error);
}

/* What lies in the trash beside the entries: how to delete for good what went there before ?1. */
static const struct
{
  LdrStoreTopic topic;
  const char *sql;
} others[] = {
  { LDR_TOPIC_GOALS, "DELETE FROM goal WHERE deleted > 0 AND deleted < ?1" },
  { LDR_TOPIC_SESSIONS, "DELETE FROM session WHERE deleted > 0 AND deleted < ?1" },
  { LDR_TOPIC_PACKS, "DELETE FROM received_pack WHERE deleted > 0 AND deleted < ?1" },
};

/* Whether anything went to the trash before a moment. Asked each time that a journal is opened, and no is the answer
 * that it must not cost a write to find out. */
static gboolean
has_old_trash (LdrStore *self, gint64 deleted_before, gboolean *any, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db,
                              "SELECT 1 FROM entry INDEXED BY entry_trash WHERE deleted > 0 AND deleted < ?1 "
                              "UNION ALL SELECT 1 FROM goal WHERE deleted > 0 AND deleted < ?1 "
                              "UNION ALL SELECT 1 FROM session WHERE deleted > 0 AND deleted < ?1 "
                              "UNION ALL SELECT 1 FROM received_pack WHERE deleted > 0 AND deleted < ?1 LIMIT 1",
                              error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, deleted_before);
  step = ldr_statement_step (row, error);
  *any = step == LDR_STEP_ROW;
  return step != LDR_STEP_ERROR;
}

static gboolean
delete_old_others (LdrStore *self, gint64 deleted_before, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, others[i].sql, error);

      if (stmt == NULL)
        return FALSE;
      ldr_statement_bind_int (stmt, 1, deleted_before);
      if (!ldr_write_run (self, others[i].topic, stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_old_entries (LdrStore *self, gint64 deleted_before, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "DELETE FROM entry WHERE key IN (SELECT key FROM entry INDEXED BY entry_trash WHERE deleted > 0 "
      "AND deleted < ?1)",
      error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, deleted_before);
  return ldr_statement_run (stmt, error);
}

/**
 * ldr_store_empty_trash:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Deletes for good every entry that lies in the trash. Goals, sessions and packs there stay: they are shown in places
 * of their own, and nobody was asked about them.
 *
 * Returns: whether they are gone
 */
gboolean
ldr_store_empty_trash (LdrStore *self, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  return ldr_store_is_ready (self, error) && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && delete_old_entries (self, G_MAXINT64, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_purge_trash:
 * @self: a journal
 * @deleted_before: a moment; %G_MAXINT64 for everything
 * @error: return location for an #LdrStoreError
 *
 * Deletes for good what went to the trash before that moment: entries, goals, sessions and packs.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_purge_trash (LdrStore *self, gint64 deleted_before, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || !has_old_trash (self, deleted_before, &any, error))
    return FALSE;
  if (!any)
    return TRUE;
  return (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && delete_old_entries (self, deleted_before, error) && delete_old_others (self, deleted_before, error)
         && ldr_transaction_commit (&transaction, error);
}
