/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-notices.h"

#include "ldr-store-private.h"
#include "model/ldr-text.h"

static gpointer
read_word (LdrStore *self, LdrStatement *row, GError **error)
{
  return ldr_notice_word_new ((LdrStyle) ldr_statement_get_int (row, 0), ldr_statement_get_text (row, 1));
}

/**
 * ldr_store_list_notice_words:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrNoticeWord): the words to look out for, pitfall by pitfall in the order in
 * which they were written down, or %NULL
 */
GPtrArray *
ldr_store_list_notice_words (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, "SELECT pitfall, phrase FROM notice_word ORDER BY pitfall, place", NULL, read_word,
                       (GDestroyNotify) ldr_notice_word_free, error);
}

static gboolean
write_words (LdrStore *self, LdrStyle pitfall, const char *const *phrases, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db, "INSERT INTO notice_word (pitfall, place, phrase) VALUES (?1, ?2, ?3)", error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_autofree char *phrase = g_strstrip (ldr_text_clean (phrases[i], LDR_TEXT_LINE));

      if (phrase[0] == '\0')
        continue;
      ldr_statement_bind_int (stmt, 1, pitfall);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, phrase);
      if (!ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_store_set_notice_words:
 * @self: a journal
 * @pitfall: a pitfall
 * @phrases: (array zero-terminated=1): its words, each one word or several; empty ones are left out
 * @error: return location for an #LdrStoreError
 *
 * Writes down by which words the leader wants to be reminded of a pitfall, in place of those that were there.
 *
 * Returns: whether they were saved
 */
gboolean
ldr_store_set_notice_words (LdrStore *self, LdrStyle pitfall, const char *const *phrases, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  g_return_val_if_fail (self != NULL && (guint) pitfall < LDR_N_STYLES && phrases != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (stmt = ldr_database_prepare (self->db, "DELETE FROM notice_word WHERE pitfall = ?1", error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, pitfall);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error) && write_words (self, pitfall, phrases, error)
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_list_dismissals:
 * @self: a journal
 * @entry: an entry's id
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (array zero-terminated=1): the words that the writer does not want to hear of again in that
 * entry, sorted, or %NULL
 */
char **
ldr_store_list_dismissals (LdrStore *self, const char *entry, GError **error)
{
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL && entry != NULL, NULL);
  if (!ldr_store_is_ready (self, error)
      || (row = ldr_database_prepare (self->db, "SELECT phrase FROM notice_dismissal WHERE entry = ?1 ORDER BY phrase",
                                      error))
             == NULL)
    return NULL;
  ldr_statement_bind_text (row, 1, entry);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    g_strv_builder_add (phrases, ldr_statement_get_text (row, 0));
  return step == LDR_STEP_DONE ? g_strv_builder_end (phrases) : NULL;
}

static void
dismissal_free (gpointer data)
{
  LdrDismissal *dismissal = data;

  g_free (dismissal->entry);
  g_free (dismissal->phrase);
  g_free (dismissal);
}

static gpointer
read_dismissal (LdrStore *self, LdrStatement *row, GError **error)
{
  LdrDismissal *dismissal = g_new0 (LdrDismissal, 1);

  dismissal->entry = ldr_statement_dup_text (row, 0);
  dismissal->phrase = ldr_statement_dup_text (row, 1);
  return dismissal;
}

/**
 * ldr_store_list_all_dismissals:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrDismissal): the dismissals of all entries, by entry and phrase, or %NULL
 */
GPtrArray *
ldr_store_list_all_dismissals (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, "SELECT entry, phrase FROM notice_dismissal ORDER BY entry, phrase", NULL, read_dismissal,
                       dismissal_free, error);
}

/**
 * ldr_store_set_dismissed:
 * @self: a journal
 * @entry: the id of an entry that was saved
 * @phrase: the words as they were written down
 * @dismissed: whether the writer does not want to hear of them again in that entry
 * @error: return location for an #LdrStoreError
 *
 * Keeps the words from being marked in that entry, or has them marked again. %LDR_STORE_ERROR_NOT_FOUND without the
 * entry.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_set_dismissed (LdrStore *self, const char *entry, const char *phrase, gboolean dismissed, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  g_return_val_if_fail (self != NULL && entry != NULL && phrase != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !ldr_write_check_entry (self, entry, error))
    return FALSE;
  stmt = ldr_database_prepare (self->db,
                               dismissed ? "INSERT OR IGNORE INTO notice_dismissal (entry, phrase) VALUES (?1, ?2)"
                                         : "DELETE FROM notice_dismissal WHERE entry = ?1 AND phrase = ?2",
                               error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, entry);
  ldr_statement_bind_text (stmt, 2, phrase);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error) && ldr_transaction_commit (&transaction, error);
}
