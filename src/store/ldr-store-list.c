/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-list.h"
#include "ldr-store-private.h"
#include "ldr-store-query.h"

/* From so many hits on it is cheaper to walk the light index beside the hits than to look each of them up in it. */
#define MANY_HITS 1000

static gboolean
can_be_found (LdrQuery *query)
{
  g_autofree char *match = NULL;

  if (query->in_trash || !ldr_query_has_text (query))
    return TRUE;
  match = ldr_match_to_fts (query);
  return match[0] != '\0';
}

static gboolean
needs_a_look (LdrQuery *query)
{
  return query->in_trash && (ldr_query_has_text (query) || query->tags[0] != NULL);
}

/* Appends at most @limit places (-1 for all) before @before_key (0 for all). */
static gboolean
read_places (LdrStore *self, LdrQuery *query, gint64 before_key, int limit, GArray *places, GError **error)
{
  gboolean look = needs_a_look (query);
  g_autoptr (LdrSelect) select = ldr_select_new (query, LDR_SELECT_PLACES, before_key, look ? -1 : limit);
  g_autoptr (LdrStatement) row = ldr_select_prepare (select, self->db, error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      LdrPlace place = { ldr_statement_get_int (row, 0), (int) ldr_statement_get_int (row, 1) };

      if (look
          && !ldr_match_text (query, ldr_statement_get_text (row, 2), ldr_statement_get_text (row, 3),
                              ldr_statement_get_text (row, 4)))
        continue;
      g_array_append_val (places, place);
      if (limit >= 0 && places->len >= (guint) limit)
        return TRUE;
    }
  return step != LDR_STEP_ERROR;
}

/* Walks down the hits and the light index side by side; both are newest first. */
static gboolean
merge_hits (LdrStatement *hits, LdrStatement *rows, GArray *places, GError **error)
{
  LdrStep hit = ldr_statement_step (hits, error);
  LdrStep row = hit == LDR_STEP_ROW ? ldr_statement_step (rows, error) : LDR_STEP_DONE;

  while (hit == LDR_STEP_ROW && row == LDR_STEP_ROW)
    {
      gint64 hit_key = ldr_statement_get_int (hits, 0);
      LdrPlace place = { ldr_statement_get_int (rows, 0), (int) ldr_statement_get_int (rows, 1) };

      if (hit_key == place.key)
        g_array_append_val (places, place);
      if (hit_key >= place.key)
        hit = ldr_statement_step (hits, error);
      if (hit != LDR_STEP_ERROR && hit_key <= place.key)
        row = ldr_statement_step (rows, error);
    }
  return hit != LDR_STEP_ERROR && row != LDR_STEP_ERROR;
}

static gboolean
read_many_hits (LdrStore *self, LdrQuery *query, gint64 before_key, GArray *places, GError **error)
{
  g_autoptr (LdrQuery) rest = ldr_query_copy (query);
  g_autofree char *match = ldr_match_to_fts (query);
  g_autoptr (LdrSelect) select = NULL;
  g_autoptr (LdrStatement) rows = NULL, hits = NULL;

  g_clear_pointer (&rest->words, g_strfreev);
  g_clear_pointer (&rest->phrases, g_strfreev);
  rest->words = g_new0 (char *, 1);
  rest->phrases = g_new0 (char *, 1);
  select = ldr_select_new (rest, LDR_SELECT_PLACES, before_key, -1);
  rows = ldr_select_prepare (select, self->db, error);
  hits = ldr_database_prepare (
      self->db, "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC", error);
  if (rows == NULL || hits == NULL)
    return FALSE;
  ldr_statement_bind_text (hits, 1, match);
  ldr_statement_bind_int (hits, 2, before_key);
  return merge_hits (hits, rows, places, error);
}

/**
 * ldr_store_list_places:
 * @self: a journal
 * @query: what is asked for
 * @limit: how many at most; 0 or less for all
 * @error: return location for an #LdrStoreError
 *
 * Lists the entries that answer @query, newest first, as the light index of a list. No text is read for it, but in the
 * trash.
 *
 * Returns: (transfer full) (element-type LdrPlace): the places, or %NULL
 */
GArray *
ldr_store_list_places (LdrStore *self, LdrQuery *query, int limit, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LdrPlace));
  gboolean many, read;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  if (!can_be_found (query))
    return g_steal_pointer (&places);
  many = limit <= 0 && !query->in_trash && ldr_query_has_text (query);
  read = read_places (self, query, 0, many ? MANY_HITS : limit > 0 ? limit : -1, places, error);
  if (read && many && places->len == MANY_HITS)
    read = read_many_hits (self, query, g_array_index (places, LdrPlace, MANY_HITS - 1).key, places, error);
  return read ? g_steal_pointer (&places) : NULL;
}

static LdrSummary *
read_summary (LdrStatement *row, gboolean with_hits)
{
  LdrSummary *summary = ldr_summary_new ();

  summary->key = ldr_statement_get_int (row, 0);
  g_free (summary->id);
  summary->id = ldr_statement_dup_text (row, 1);
  g_free (summary->title);
  summary->title = ldr_statement_dup_text (row, 2);
  g_free (summary->excerpt);
  summary->excerpt = with_hits ? ldr_excerpt_from_markdown (ldr_statement_get_text (row, 3), LDR_EXCERPT_LENGTH)
                               : ldr_statement_dup_text (row, 3);
  summary->happened = ldr_statement_get_int (row, 4);
  summary->day = (int) ldr_statement_get_int (row, 5);
  summary->styles = (LdrStyleSet) ldr_statement_get_int (row, 6);
  summary->pitfalls = (LdrStyleSet) ldr_statement_get_int (row, 7);
  summary->energy = (int) ldr_statement_get_int (row, 8);
  summary->to_discuss = ldr_statement_get_int (row, 9) != 0;
  summary->has_pictures = ldr_statement_get_int (row, 10) != 0;
  summary->deleted = ldr_statement_get_int (row, 11);
  return summary;
}

static gboolean
add_summary (LdrStore *self, LdrQuery *query, gint64 key, GPtrArray *summaries, GError **error)
{
  g_autoptr (LdrSelect) select = ldr_select_new (query, LDR_SELECT_ONE, key, 1);
  g_autoptr (LdrStatement) row = ldr_select_prepare (select, self->db, error);
  LdrStep step = row != NULL ? ldr_statement_step (row, error) : LDR_STEP_ERROR;

  if (step == LDR_STEP_ROW)
    g_ptr_array_add (summaries, read_summary (row, !query->in_trash && ldr_query_has_text (query)));
  return step != LDR_STEP_ERROR;
}

/**
 * ldr_store_list_summaries:
 * @self: a journal
 * @query: (nullable): what the list was asked for: it decides which words are marked as hits
 * @keys: (array length=n_keys): places, from ldr_store_list_places() with the same query
 * @n_keys: how many
 * @error: return location for an #LdrStoreError
 *
 * Reads what a list shows of these entries, in the order of @keys. An entry that is gone, or no longer answers @query,
 * is left out: match them by #LdrSummary.key.
 *
 * Returns: (transfer full) (element-type LdrSummary): the summaries, or %NULL
 */
GPtrArray *
ldr_store_list_summaries (LdrStore *self, LdrQuery *query, const gint64 *keys, gsize n_keys, GError **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_summary_unref);
  g_autoptr (LdrQuery) shown = query != NULL ? ldr_query_ref (query) : ldr_query_new ();

  g_return_val_if_fail (self != NULL && (keys != NULL || n_keys == 0), NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  if (!can_be_found (shown))
    return g_steal_pointer (&summaries);
  for (gsize i = 0; i < n_keys; i++)
    if (!add_summary (self, shown, keys[i], summaries, error))
      return NULL;
  return g_steal_pointer (&summaries);
}

static GPtrArray *
read_trash_page (LdrStore *self, LdrQuery *query, gint64 before_key, int limit, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LdrPlace));
  g_autofree gint64 *keys = NULL;

  if (!read_places (self, query, before_key, limit, places, error))
    return NULL;
  keys = g_new (gint64, places->len + 1);
  for (guint i = 0; i < places->len; i++)
    keys[i] = g_array_index (places, LdrPlace, i).key;
  return ldr_store_list_summaries (self, query, keys, places->len, error);
}

/**
 * ldr_store_list_page:
 * @self: a journal
 * @query: what is asked for
 * @before_key: the key of the last entry of the page before; 0 or %G_MAXINT64 for the first page
 * @limit: how many at most; 0 or less for all
 * @error: return location for an #LdrStoreError
 *
 * Reads one page of the list, newest first. What it costs does not grow with the journal nor with how far down it is.
 *
 * Returns: (transfer full) (element-type LdrSummary): the summaries, or %NULL
 */
GPtrArray *
ldr_store_list_page (LdrStore *self, LdrQuery *query, gint64 before_key, int limit, GError **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_summary_unref);
  g_autoptr (LdrSelect) select = NULL;
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  if (!can_be_found (query))
    return g_steal_pointer (&summaries);
  if (limit <= 0)
    limit = -1;
  if (query->in_trash)
    return read_trash_page (self, query, before_key, limit, error);
  select = ldr_select_new (query, LDR_SELECT_PAGE, before_key, limit);
  row = ldr_select_prepare (select, self->db, error);
  if (row == NULL)
    return NULL;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    g_ptr_array_add (summaries, read_summary (row, ldr_query_has_text (query)));
  return step == LDR_STEP_DONE ? g_steal_pointer (&summaries) : NULL;
}

/**
 * ldr_store_count:
 * @self: a journal
 * @query: what is asked for
 * @error: return location for an #LdrStoreError
 *
 * Returns: how many entries answer @query, or -1 with an error
 */
int
ldr_store_count (LdrStore *self, LdrQuery *query, GError **error)
{
  g_autoptr (LdrSelect) select = NULL;
  g_autoptr (LdrStatement) row = NULL;

  g_return_val_if_fail (self != NULL && query != NULL, -1);
  if (!ldr_store_is_ready (self, error))
    return -1;
  if (!can_be_found (query))
    return 0;
  if (needs_a_look (query))
    {
      g_autoptr (GArray) places = ldr_store_list_places (self, query, -1, error);

      return places != NULL ? (int) places->len : -1;
    }
  select = ldr_select_new (query, LDR_SELECT_COUNT, 0, -1);
  row = ldr_select_prepare (select, self->db, error);
  if (row == NULL || ldr_statement_step (row, error) != LDR_STEP_ROW)
    return -1;
  return (int) ldr_statement_get_int (row, 0);
}

static void
tag_count_free (gpointer data)
{
  LdrTagCount *self = data;

  g_free (self->tag);
  g_free (self);
}

/**
 * ldr_store_list_tags:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Lists the tags of all entries outside the trash, in alphabetical order. Tags that differ only in case are one.
 *
 * Returns: (transfer full) (element-type LdrTagCount): the tags with how many entries carry them, or %NULL
 */
GPtrArray *
ldr_store_list_tags (LdrStore *self, GError **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (tag_count_free);
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL, NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  row = ldr_database_prepare (self->db,
                              "SELECT tag, count (*), max (key) FROM entry_tag GROUP BY folded ORDER BY folded", error);
  if (row == NULL)
    return NULL;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      LdrTagCount *tag = g_new0 (LdrTagCount, 1);

      tag->tag = ldr_statement_dup_text (row, 0);
      tag->count = (int) ldr_statement_get_int (row, 1);
      g_ptr_array_add (tags, tag);
    }
  return step == LDR_STEP_DONE ? g_steal_pointer (&tags) : NULL;
}

/**
 * ldr_store_find_place:
 * @self: a journal
 * @id: an entry's id
 * @place: (out): its place
 * @error: return location for an #LdrStoreError
 *
 * Where an entry stands in the list of all, or of the trash.
 *
 * Returns: whether it was found; %LDR_STORE_ERROR_NOT_FOUND when there is no such entry
 */
gboolean
ldr_store_find_place (LdrStore *self, const char *id, LdrPlace *place, GError **error)
{
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  g_return_val_if_fail (self != NULL && id != NULL && place != NULL, FALSE);
  if (!ldr_store_is_ready (self, error))
    return FALSE;
  row = ldr_database_prepare (self->db, "SELECT key, day FROM entry WHERE id = ?1", error);
  if (row == NULL)
    return FALSE;
  ldr_statement_bind_text (row, 1, id);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    {
      place->key = ldr_statement_get_int (row, 0);
      place->day = (int) ldr_statement_get_int (row, 1);
    }
  else if (step == LDR_STEP_DONE)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such entry in this journal."));
  return step == LDR_STEP_ROW;
}
