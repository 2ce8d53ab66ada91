/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"

/* A text shorter than this is no loss worth a version of its own; one that loses more than half of itself is. */
#define LOSS_MIN 200

static gboolean
write_version (LdrStore *self, const LdrEntry *entry, int number, gint64 kept, gint64 saved, GError **error)
{
  g_autofree char *tags = ldr_row_join_tags (entry->tags);
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO entry_version (entry, number, kept, saved, happened, day, styles, pitfalls, "
                              "energy, to_discuss, title, "
                              "tags, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, entry->id);
  ldr_statement_bind_int (stmt, 2, number);
  ldr_statement_bind_int (stmt, 3, kept);
  ldr_statement_bind_int (stmt, 4, saved);
  ldr_statement_bind_int (stmt, 5, entry->happened);
  ldr_statement_bind_int (stmt, 6, entry->day);
  ldr_statement_bind_int (stmt, 7, entry->styles);
  ldr_statement_bind_int (stmt, 8, entry->pitfalls);
  ldr_statement_bind_int (stmt, 9, entry->energy);
  ldr_statement_bind_int (stmt, 10, entry->to_discuss != FALSE);
  ldr_statement_bind_text (stmt, 11, entry->title);
  ldr_statement_bind_text (stmt, 12, tags);
  ldr_statement_bind_text (stmt, 13, entry->text);
  return ldr_statement_run (stmt, error);
}

static gboolean
find_last_kept (LdrStore *self, const char *id, gint64 *kept, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT kept FROM entry_version WHERE entry = ?1 ORDER BY number DESC LIMIT 1", error);
  LdrStep step;

  *kept = 0;
  if (row == NULL)
    return FALSE;
  ldr_statement_bind_text (row, 1, id);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    *kept = ldr_statement_get_int (row, 0);
  return step != LDR_STEP_ERROR;
}

static gboolean
says_the_same (const LdrEntry *a, const LdrEntry *b)
{
  return g_str_equal (a->text, b->text) && g_str_equal (a->title, b->title);
}

/* Whether an earlier version has these words. Lengths are known without reading the texts. */
static LdrStep
find_words (LdrStore *self, const LdrEntry *entry, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db,
                              "SELECT 1 FROM entry_version WHERE entry = ?1 AND octet_length (body) = ?2 "
                              "AND title = ?3 AND body = ?4 LIMIT 1",
                              error);

  if (row == NULL)
    return LDR_STEP_ERROR;
  ldr_statement_bind_text (row, 1, entry->id);
  ldr_statement_bind_int (row, 2, (gint64) strlen (entry->text));
  ldr_statement_bind_text (row, 3, entry->title);
  ldr_statement_bind_text (row, 4, entry->text);
  return ldr_statement_step (row, error);
}

/* Whether an earlier version is the entry again, and what it takes the place of stands in none. */
static gboolean
goes_back (LdrStore *self, const LdrEntry *before, const LdrEntry *after, gboolean *back, GError **error)
{
  LdrStep to = find_words (self, after, error);
  LdrStep from = to == LDR_STEP_ROW ? find_words (self, before, error) : to;

  *back = to == LDR_STEP_ROW && from == LDR_STEP_DONE;
  return from != LDR_STEP_ERROR;
}

/**
 * ldr_history_keep:
 * @self: a journal, within a transaction
 * @before: what is stored
 * @after: what is about to take its place
 * @now: this moment
 * @error: return location for an #LdrStoreError
 *
 * Lays @before aside as an earlier version when one is due: the last was kept a sitting ago, or the new text has lost
 * more than half of the old one, as happens when all is selected and one letter typed, or it is an earlier version
 * again, so that whoever goes back can come back. An empty entry, or one whose words stay the same, is not worth
 * keeping.
 *
 * Returns: whether that worked
 */
gboolean
ldr_history_keep (LdrStore *self, const LdrEntry *before, const LdrEntry *after, gint64 now, GError **error)
{
  gsize length = strlen (before->text);
  gint64 last_kept;
  gboolean due = FALSE;

  if (ldr_entry_is_empty (before) || says_the_same (before, after))
    return TRUE;
  if (!find_last_kept (self, before->id, &last_kept, error))
    return FALSE;
  if (ldr_revision_is_due (last_kept, now) || (length >= LOSS_MIN && strlen (after->text) < length / 2))
    due = TRUE;
  else if (!goes_back (self, before, after, &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  return write_version (self, before, before->revision, now, before->changed, error);
}

static gpointer
read_version (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new ();

  g_free (entry->id);
  entry->id = ldr_statement_dup_text (row, 12);
  g_free (entry->title);
  entry->title = ldr_statement_dup_text (row, 8);
  g_free (entry->text);
  entry->text = ldr_statement_dup_text (row, 10);
  g_strfreev (entry->tags);
  entry->tags = ldr_row_split_tags (ldr_statement_get_text (row, 9));
  entry->happened = ldr_statement_get_int (row, 2);
  entry->day = (int) ldr_statement_get_int (row, 3);
  entry->styles = (LdrStyleSet) ldr_statement_get_int (row, 4);
  entry->pitfalls = (LdrStyleSet) ldr_statement_get_int (row, 5);
  entry->energy = (int) ldr_statement_get_int (row, 6);
  entry->to_discuss = ldr_statement_get_int (row, 7) != 0;
  entry->created = ldr_statement_get_int (row, 11);
  entry->changed = ldr_statement_get_int (row, 1);
  entry->revision = (int) ldr_statement_get_int (row, 0);
  return ldr_revision_new (entry->revision, entry->changed, entry);
}

/**
 * ldr_store_list_revisions:
 * @self: a journal
 * @entry_id: an entry's id
 * @error: return location for an #LdrStoreError
 *
 * Lists the earlier versions of an entry, newest first; what stands in the entry now is not among them.
 *
 * Returns: (transfer full) (element-type LdrRevision): the versions, or %NULL
 */
GPtrArray *
ldr_store_list_revisions (LdrStore *self, const char *entry_id, GError **error)
{
  g_return_val_if_fail (self != NULL && entry_id != NULL, NULL);
  return ldr_read_all (
      self,
      "SELECT v.number, v.saved, v.happened, v.day, v.styles, v.pitfalls, v.energy, v.to_discuss, "
      "v.title, v.tags, v.body, e.created, v.entry FROM entry_version v JOIN entry e ON e.id = v.entry "
      "WHERE v.entry = ?1 ORDER BY v.number DESC, v.kept DESC",
      entry_id, read_version, (GDestroyNotify) ldr_revision_unref, error);
}

/**
 * ldr_store_import_revision:
 * @self: a journal
 * @revision: an earlier version from elsewhere, of an entry that the journal has
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds an earlier version as it is. %LDR_STORE_ERROR_NOT_FOUND without its entry, %LDR_STORE_ERROR_EXISTS when there is
 * a version of that number.
 *
 * Returns: whether it was added
 */
gboolean
ldr_store_import_revision (LdrStore *self, LdrRevision *revision, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (LdrStatement) same = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL && revision != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || !ldr_entry_validate (revision->entry, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !ldr_row_find (self, revision->entry->id, NULL, &entry, error))
    return FALSE;
  if (entry == NULL)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                           _ ("There is no such entry in this journal."));
      return FALSE;
    }
  same = ldr_database_prepare (self->db, "SELECT 1 FROM entry_version WHERE entry = ?1 AND number = ?2", error);
  if (same == NULL)
    return FALSE;
  ldr_statement_bind_text (same, 1, entry->id);
  ldr_statement_bind_int (same, 2, revision->number);
  step = ldr_statement_step (same, error);
  ldr_statement_reset (same);
  if (step == LDR_STEP_ROW)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS, _ ("The entry has that version already."));
  return step == LDR_STEP_DONE
         && write_version (self, revision->entry, revision->number, revision->saved, revision->saved, error)
         && ldr_transaction_commit (&transaction, error);
}
