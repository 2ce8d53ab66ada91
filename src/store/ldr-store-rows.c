/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-picture.h"
#include "model/ldr-tags.h"

/* How an entry's parts lie in the tables: entry (narrow), entry_text (long), entry_tag and search (to find it by). */

char *
ldr_row_join_tags (char **tags)
{
  return g_strjoinv ("\n", tags);
}

char **
ldr_row_split_tags (const char *lines)
{
  return *lines != '\0' ? g_strsplit (lines, "\n", -1) : g_new0 (char *, 1);
}

/* An entry from the columns id, title, body, happened, day, styles, pitfalls, energy, tags, to_discuss, created,
 * changed, deleted, revision. */
LdrEntry *
ldr_row_get_entry (LdrStatement *row)
{
  g_auto (GStrv) tags = ldr_row_split_tags (ldr_statement_get_text (row, 8));
  /* Laid over the row and copied, since a new entry asks for an id, the time and the time zone. */
  const LdrEntry entry = {
    .id = (char *) ldr_statement_get_text (row, 0),
    .title = (char *) ldr_statement_get_text (row, 1),
    .text = (char *) ldr_statement_get_text (row, 2),
    .happened = ldr_statement_get_int (row, 3),
    .day = (int) ldr_statement_get_int (row, 4),
    .styles = (LdrStyleSet) ldr_statement_get_int (row, 5),
    .pitfalls = (LdrStyleSet) ldr_statement_get_int (row, 6),
    .energy = (int) ldr_statement_get_int (row, 7),
    .tags = tags,
    .to_discuss = ldr_statement_get_int (row, 9) != 0,
    .created = ldr_statement_get_int (row, 10),
    .changed = ldr_statement_get_int (row, 11),
    .deleted = ldr_statement_get_int (row, 12),
    .revision = (int) ldr_statement_get_int (row, 13),
  };

  return ldr_entry_copy (&entry);
}

/* Reads an entry; @entry stays %NULL when there is none of that id. */
gboolean
ldr_row_find (LdrStore *self, const char *id, gint64 *key, LdrEntry **entry, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db,
      "SELECT e.id, e.title, t.body, e.happened, e.day, e.styles, e.pitfalls, e.energy, t.tags, e.to_discuss, "
      "e.created, e.changed, e.deleted, e.revision, e.key FROM entry e JOIN entry_text t ON t.key = e.key "
      "WHERE e.id = ?1",
      error);
  LdrStep step;

  *entry = NULL;
  if (row == NULL)
    return FALSE;
  ldr_statement_bind_text (row, 1, id);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    {
      *entry = ldr_row_get_entry (row);
      if (key != NULL)
        *key = ldr_statement_get_int (row, 14);
    }
  return step != LDR_STEP_ERROR;
}

/* The key of an entry that happened at @moment, when no other has it. Larger moments never have smaller keys, and none
 * has the key 0, which stands for all of them. */
gint64
ldr_row_get_first_key (gint64 moment)
{
  gint64 key = moment / LDR_KEY_MILLISECONDS;

  if (moment >= 0)
    return key + 1;
  return moment % LDR_KEY_MILLISECONDS < 0 ? key - 1 : key;
}

/* The first key from @first on that no entry has; @key stays below it when all to @last are taken. */
static gboolean
find_free_key (LdrStore *self, gint64 first, gint64 last, gint64 *key, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db,
      "SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM entry WHERE key = ?1) "
      "UNION ALL SELECT * FROM (SELECT e.key + 1 FROM entry e WHERE e.key >= ?1 AND e.key < ?2 "
      "AND NOT EXISTS (SELECT 1 FROM entry f WHERE f.key = e.key + 1) ORDER BY e.key LIMIT 1) LIMIT 1",
      error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, first);
  ldr_statement_bind_int (row, 2, last);
  step = ldr_statement_step (row, error);
  *key = step == LDR_STEP_ROW ? ldr_statement_get_int (row, 0) : first - 1;
  return step != LDR_STEP_ERROR;
}

/* A key for an entry that happened at that moment: its own or the next that is free. An import may bring thousands of
 * one moment; where a run of them ended is known, so that it is not walked along for each. */
static gboolean
find_key (LdrStore *self, gint64 happened, gint64 *key, GError **error)
{
  gint64 own = ldr_row_get_first_key (happened);
  gboolean in_run = own >= self->run_first && own <= self->run_last;
  gint64 first = in_run ? self->run_last + 1 : own;

  if (!find_free_key (self, first, own + LDR_KEYS_A_DAY - 1, key, error)
      || (*key == 0 && !find_free_key (self, 1, own + LDR_KEYS_A_DAY - 1, key, error)))
    return FALSE;
  if (*key < first || *key >= own + LDR_KEYS_A_DAY)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED,
                           _ ("Too many entries happened at the very same moment."));
      return FALSE;
    }
  self->run_first = in_run ? self->run_first : own;
  self->run_last = *key;
  return TRUE;
}

static gboolean
has_pictures (const LdrEntry *entry)
{
  return strstr (entry->text, "](" LDR_PICTURE_SCHEME) != NULL;
}

/* Binds what stands in the table "entry", apart from its key, to ?2 and on. */
static gboolean
write_facts (LdrStatement *stmt, gint64 key, const LdrEntry *entry, GError **error)
{
  g_autofree char *excerpt = ldr_excerpt_from_markdown (entry->text, LDR_EXCERPT_LENGTH);

  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_text (stmt, 2, entry->id);
  ldr_statement_bind_int (stmt, 3, entry->happened);
  ldr_statement_bind_int (stmt, 4, entry->day);
  ldr_statement_bind_int (stmt, 5, entry->styles);
  ldr_statement_bind_int (stmt, 6, entry->pitfalls);
  ldr_statement_bind_int (stmt, 7, entry->energy);
  ldr_statement_bind_int (stmt, 8, entry->to_discuss != FALSE);
  ldr_statement_bind_int (stmt, 9, has_pictures (entry));
  ldr_statement_bind_int (stmt, 10, entry->created);
  ldr_statement_bind_int (stmt, 11, entry->changed);
  ldr_statement_bind_int (stmt, 12, entry->deleted);
  ldr_statement_bind_int (stmt, 13, entry->revision);
  ldr_statement_bind_text (stmt, 14, entry->title);
  ldr_statement_bind_text (stmt, 15, excerpt);
  return ldr_statement_run (stmt, error);
}

static gboolean
write_words (LdrStore *self, const char *sql, gint64 key, const LdrEntry *entry, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);
  g_autofree char *tags = ldr_row_join_tags (entry->tags);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_text (stmt, 2, entry->title);
  ldr_statement_bind_text (stmt, 3, entry->text);
  ldr_statement_bind_text (stmt, 4, tags);
  return ldr_statement_run (stmt, error);
}

static gboolean
write_text (LdrStore *self, const char *sql, gint64 key, const LdrEntry *entry, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);
  g_autofree char *tags = ldr_row_join_tags (entry->tags);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_text (stmt, 2, tags);
  ldr_statement_bind_text (stmt, 3, entry->text);
  return ldr_statement_run (stmt, error);
}

static gboolean
write_tags (LdrStore *self, gint64 key, char **tags, GError **error)
{
  g_autoptr (LdrStatement) stmt = NULL;

  if (tags[0] == NULL)
    return TRUE;
  stmt = ldr_database_prepare (self->db, "INSERT INTO entry_tag (folded, key, tag) VALUES (?1, ?2, ?3)", error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *folded = ldr_tag_fold (tags[i]);

      ldr_statement_bind_text (stmt, 1, folded);
      ldr_statement_bind_int (stmt, 2, key);
      ldr_statement_bind_text (stmt, 3, tags[i]);
      if (!ldr_statement_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_tags (LdrStore *self, gint64 key, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, "DELETE FROM entry_tag WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  return ldr_statement_run (stmt, error);
}

#define ADD_WORDS "INSERT INTO search (rowid, title, body, tags) VALUES (?1, ?2, ?3, ?4)"
#define REMOVE_WORDS "INSERT INTO search (search, rowid, title, body, tags) VALUES ('delete', ?1, ?2, ?3, ?4)"

/* Makes an entry findable by its words and tags. */
gboolean
ldr_row_index (LdrStore *self, gint64 key, const LdrEntry *entry, GError **error)
{
  return write_words (self, ADD_WORDS, key, entry, error) && write_tags (self, key, entry->tags, error);
}

/* The opposite; @entry is what was indexed, to the letter. */
gboolean
ldr_row_unindex (LdrStore *self, gint64 key, const LdrEntry *entry, GError **error)
{
  return write_words (self, REMOVE_WORDS, key, entry, error) && remove_tags (self, key, error);
}

gboolean
ldr_row_insert (LdrStore *self, const LdrEntry *entry, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO entry (key, id, happened, day, styles, pitfalls, energy, to_discuss, has_pictures, created, "
      "changed, "
      "deleted, revision, title, excerpt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
      error);
  gint64 key;

  return stmt != NULL && find_key (self, entry->happened, &key, error) && write_facts (stmt, key, entry, error)
         && write_text (self, "INSERT INTO entry_text (key, tags, body) VALUES (?1, ?2, ?3)", key, entry, error)
         && (entry->deleted != 0 || ldr_row_index (self, key, entry, error));
}

static gboolean
update_index (LdrStore *self, gint64 old_key, const LdrEntry *before, gint64 key, const LdrEntry *after, GError **error)
{
  gboolean same_tags = g_strv_equal ((const char *const *) before->tags, (const char *const *) after->tags);
  gboolean same_words = old_key == key && same_tags && g_str_equal (before->title, after->title)
                        && g_str_equal (before->text, after->text);

  if (after->deleted != 0)
    return TRUE;
  if (!same_words
      && !(write_words (self, REMOVE_WORDS, old_key, before, error)
           && write_words (self, ADD_WORDS, key, after, error)))
    return FALSE;
  /* Rows of tags follow a changed key by themselves. */
  return same_tags || (remove_tags (self, key, error) && write_tags (self, key, after->tags, error));
}

/* Whether @after stands in the indexes of lists and charts just as @before does. */
static gboolean
has_same_facts (const LdrEntry *before, const LdrEntry *after)
{
  return before->happened == after->happened && before->day == after->day && before->styles == after->styles
         && before->pitfalls == after->pitfalls && before->energy == after->energy
         && (before->to_discuss != FALSE) == (after->to_discuss != FALSE) && before->created == after->created
         && before->deleted == after->deleted;
}

#define UPDATE_WORDS "has_pictures = ?9, changed = ?11, revision = ?13, title = ?14, excerpt = ?15 WHERE id = ?2"
#define UPDATE_FACTS                                                                                                   \
  "happened = ?3, day = ?4, styles = ?5, pitfalls = ?6, energy = ?7, to_discuss = ?8, created = ?10, deleted = "       \
  "?12, " UPDATE_WORDS

/* Writes @after over @before, which stands at @key. */
gboolean
ldr_row_update (LdrStore *self, gint64 key, const LdrEntry *before, const LdrEntry *after, GError **error)
{
  const char *sql
      = has_same_facts (before, after) ? "UPDATE entry SET " UPDATE_WORDS : "UPDATE entry SET " UPDATE_FACTS;
  g_autoptr (LdrStatement) stmt = NULL;
  gint64 new_key = key;

  /* Also within its own piece of time an entry keeps its place. */
  if (ldr_row_get_first_key (before->happened) != ldr_row_get_first_key (after->happened)
      && !find_key (self, after->happened, &new_key, error))
    return FALSE;
  /* SQLite follows everything that points at the key, and writes each index anew, as soon as a column is named, whether
   * it changes or not. */
  stmt = ldr_database_prepare (self->db, new_key != key ? "UPDATE entry SET key = ?1, " UPDATE_FACTS : sql, error);
  if (stmt == NULL)
    return FALSE;
  return write_facts (stmt, new_key, after, error)
         && write_text (self, "UPDATE entry_text SET tags = ?2, body = ?3 WHERE key = ?1", new_key, after, error)
         && update_index (self, key, before, new_key, after, error);
}
