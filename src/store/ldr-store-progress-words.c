/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-notices.h"
#include "ldr-store-private.h"
#include "ldr-store-progress.h"

/* The words by which a leader wants to notice a pitfall, counted by the index of the search: it folds accents and
 * capitals and knows words and phrases, as the margin of an entry does. What was noted as a pitfall, or dismissed, is
 * none of it. */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ((const LdrProgressDay *) a)->day - ((const LdrProgressDay *) b)->day;
}

/* Counts the entry that @row is about, unless other words of the same pitfall stand in it too. */
static void
count_entry (GArray *days, LdrStyle pitfall, GHashTable *seen, LdrStatement *row)
{
  gint64 key = ldr_statement_get_int (row, 0);
  const LdrProgressDay wanted = { .day = (int) ldr_statement_get_int (row, 1) };
  guint place;

  if (g_hash_table_add (seen, g_memdup2 (&key, sizeof key))
      && g_array_binary_search (days, &wanted, compare_days, &place))
    g_array_index (days, LdrProgressDay, place).words[pitfall]++;
}

static gboolean
count_word (GArray *days, const LdrNoticeWord *word, GHashTable *seen, LdrStatement *row, GError **error)
{
  g_autofree char *match = ldr_match_phrase_to_fts (word->phrase);
  LdrStep step;

  if (match[0] == '\0')
    return TRUE;
  ldr_statement_reset (row);
  ldr_statement_bind_text (row, 1, match);
  ldr_statement_bind_int (row, 2, 1 << word->pitfall);
  ldr_statement_bind_text (row, 3, word->phrase);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    count_entry (days, word->pitfall, seen, row);
  return step == LDR_STEP_DONE;
}

/* Fills in what @days (element-type LdrProgressDay), oldest first, say of the leader's own words. */
gboolean
ldr_progress_count_words (LdrStore *self, GArray *days, GError **error)
{
  g_autoptr (GPtrArray) words = ldr_store_list_notice_words (self, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (LdrStatement) row = NULL;

  if (words == NULL)
    return FALSE;
  if (words->len == 0)
    return TRUE;
  row = ldr_database_prepare (self->db, LDR_PROGRESS_WORDS, error);
  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);

      if (i > 0 && word->pitfall != ((LdrNoticeWord *) g_ptr_array_index (words, i - 1))->pitfall)
        g_hash_table_remove_all (seen);
      if (!count_word (days, word, seen, row, error))
        return FALSE;
    }
  return TRUE;
}
