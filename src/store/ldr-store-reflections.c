/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-reflections.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "ldr-store-prompts.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"

#define COLUMNS "SELECT id, path, title, started, changed, styles, pitfalls, at, key FROM reflection "

static gboolean
write_facts (LdrStore *self, const LdrReflection *reflection, gint64 changed, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO reflection (id, path, title, started, changed, styles, pitfalls, at) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET "
                              "path = ?2, title = ?3, started = ?4, changed = ?5, styles = ?6, pitfalls = ?7, at = ?8",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, reflection->id);
  ldr_statement_bind_text (stmt, 2, reflection->path);
  ldr_statement_bind_text (stmt, 3, reflection->title);
  ldr_statement_bind_int (stmt, 4, reflection->started);
  ldr_statement_bind_int (stmt, 5, changed);
  ldr_statement_bind_int (stmt, 6, reflection->styles);
  ldr_statement_bind_int (stmt, 7, reflection->pitfalls);
  ldr_statement_bind_int (stmt, 8, reflection->at);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error);
}

/* Only what is another than before is written: a draft is saved while its writer types. */
static gboolean
write_steps (LdrStore *self, const LdrReflection *reflection, GError **error)
{
  g_autoptr (LdrStatement) surplus = ldr_database_prepare (
      self->db,
      "DELETE FROM reflection_step WHERE reflection = (SELECT key FROM reflection WHERE id = ?1) AND place >= ?2",
      error);
  g_autoptr (LdrStatement) stmt = NULL;

  if (surplus == NULL)
    return FALSE;
  ldr_statement_bind_text (surplus, 1, reflection->id);
  ldr_statement_bind_int (surplus, 2, reflection->steps->len);
  stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO reflection_step (reflection, place, prompt, question, answer) "
      "VALUES ((SELECT key FROM reflection WHERE id = ?1), ?2, ?3, ?4, ?5) ON CONFLICT (reflection, place) "
      "DO UPDATE SET prompt = ?3, question = ?4, answer = ?5 "
      "WHERE prompt IS NOT ?3 OR question IS NOT ?4 OR answer IS NOT ?5",
      error);
  if (stmt == NULL || !ldr_write_run (self, LDR_TOPIC_STYLES, surplus, error))
    return FALSE;
  for (guint i = 0; i < reflection->steps->len; i++)
    {
      const LdrReflectionStep *step = ldr_reflection_get_step (reflection, i);

      ldr_statement_bind_text (stmt, 1, reflection->id);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, step->prompt);
      ldr_statement_bind_text (stmt, 4, step->question);
      ldr_statement_bind_text (stmt, 5, step->answer);
      if (!ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether an entry outside the trash has all that is in the other. */
static gboolean
has_all_of (const LdrEntry *entry, const LdrEntry *other)
{
  return entry->deleted == 0 && g_str_equal (entry->title, other->title) && g_str_equal (entry->text, other->text)
         && (other->styles & ~entry->styles) == 0 && (other->pitfalls & ~entry->pitfalls) == 0;
}

/* Whether nothing of a draft would be lost without it: it is finished, and the entry has every word. */
static gboolean
is_in_entry (LdrStore *self, const LdrReflection *reflection, gboolean *is_in, GError **error)
{
  g_autoptr (LdrEntry) stored = NULL, entry = NULL;
  gboolean is_draft = FALSE;

  *is_in = FALSE;
  if (!ldr_row_find (self, reflection->id, NULL, &stored, error))
    return FALSE;
  if (stored == NULL)
    return TRUE;
  if (!ldr_read_exists (self, "SELECT 1 FROM reflection WHERE id = ?1", reflection->id, &is_draft, error))
    return FALSE;
  entry = ldr_reflection_to_entry (reflection);
  *is_in = !is_draft && has_all_of (stored, entry);
  return TRUE;
}

static gboolean
save (LdrStore *self, LdrReflection *reflection, gint64 changed, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gboolean is_in;

  return ldr_store_is_ready (self, error) && ldr_reflection_validate (reflection, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && is_in_entry (self, reflection, &is_in, error)
         && (is_in || (write_facts (self, reflection, changed, error) && write_steps (self, reflection, error)))
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_save_reflection:
 * @self: a journal
 * @reflection: a reflection that is being written
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a draft as changed now; one of the same id is replaced. When this returns it is on the disk. One that was
 * finished does not come back when this comes late: while the entry has every word of it, there is nothing to save.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_reflection (LdrStore *self, LdrReflection *reflection, GError **error)
{
  g_return_val_if_fail (self != NULL && reflection != NULL, FALSE);
  return save (self, reflection, ldr_moment_now (), error);
}

/**
 * ldr_store_import_reflection:
 * @self: a journal
 * @reflection: a draft from elsewhere, or one that was deleted
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a draft as it is, with its own moments; one of the same id is replaced.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_import_reflection (LdrStore *self, LdrReflection *reflection, GError **error)
{
  g_return_val_if_fail (self != NULL && reflection != NULL, FALSE);
  return save (self, reflection, reflection->changed, error);
}

static gboolean
read_steps (LdrStore *self, gint64 key, LdrReflection *reflection, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT prompt, question, answer FROM reflection_step WHERE reflection = ?1 ORDER BY place", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autofree char *prompt = ldr_statement_dup_text (row, 0);
      g_autofree char *question = ldr_statement_dup_text (row, 1);

      ldr_reflection_add_step (reflection, prompt, question, ldr_statement_get_text (row, 2));
    }
  return step == LDR_STEP_DONE;
}

/* A draft from COLUMNS, with its steps. */
static gpointer
read_reflection (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *path = ldr_statement_dup_text (row, 1);
  g_autoptr (LdrReflection) reflection = ldr_reflection_new (path, ldr_statement_get_text (row, 2));

  g_free (reflection->id);
  reflection->id = ldr_statement_dup_text (row, 0);
  reflection->started = ldr_statement_get_int (row, 3);
  reflection->changed = ldr_statement_get_int (row, 4);
  reflection->styles = (LdrStyleSet) ldr_statement_get_int (row, 5);
  reflection->pitfalls = (LdrStyleSet) ldr_statement_get_int (row, 6);
  reflection->at = (guint) ldr_statement_get_int (row, 7);
  return read_steps (self, ldr_statement_get_int (row, 8), reflection, error) ? g_steal_pointer (&reflection) : NULL;
}

/**
 * ldr_store_get_reflection:
 * @self: a journal
 * @id: the draft's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one draft. %LDR_STORE_ERROR_NOT_FOUND when there is none of that id: it is finished, or deleted.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
LdrReflection *
ldr_store_get_reflection (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_reflection,
                       _ ("There is no such reflection in this journal."), error);
}

/**
 * ldr_store_list_reflections:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Lists the drafts with their answers, the one that was last worked on first.
 *
 * Returns: (transfer full) (element-type LdrReflection): the drafts, or %NULL
 */
GPtrArray *
ldr_store_list_reflections (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, COLUMNS "ORDER BY changed DESC, id DESC", NULL, read_reflection,
                       (GDestroyNotify) ldr_reflection_unref, error);
}

/**
 * ldr_store_delete_reflection:
 * @self: a journal
 * @id: the draft's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes a draft for good. Whoever offers to undo that keeps the value and imports it again.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_reflection (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_STYLES, "DELETE FROM reflection WHERE id = ?1", id, error);
}

static gboolean
note_answers (LdrStore *self, const LdrReflection *reflection, const LdrEntry *entry, GError **error)
{
  for (guint i = 0; i < reflection->steps->len; i++)
    {
      const LdrReflectionStep *step = ldr_reflection_get_step (reflection, i);

      if (ldr_reflection_is_answered (reflection, i)
          && !ldr_store_answer_prompt (self, step->prompt, entry->id, entry->day, error))
        return FALSE;
    }
  return TRUE;
}

/* The entry of a reflection, saved, and its answers noted. What was finished before is not made a second time; words
 * that its entry does not have become an entry beside it. */
static LdrEntry *
make_entry (LdrStore *self, const LdrReflection *reflection, GError **error)
{
  g_autoptr (LdrEntry) entry = ldr_reflection_to_entry (reflection), stored = NULL, saved = NULL;

  if (!ldr_row_find (self, entry->id, NULL, &stored, error))
    return NULL;
  if (stored != NULL && has_all_of (stored, entry))
    return g_steal_pointer (&stored);
  if (stored != NULL)
    {
      g_free (entry->id);
      entry->id = ldr_id_new ();
    }
  saved = ldr_store_save_entry (self, entry, error);
  return saved != NULL && note_answers (self, reflection, saved, error) ? g_steal_pointer (&saved) : NULL;
}

/**
 * ldr_store_finish_reflection:
 * @self: a journal
 * @reflection: a reflection, saved as a draft or not, with at least one answer
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Makes an entry of a reflection: the entry is saved under the reflection's id, its answered questions are noted as
 * answered, and the draft goes, all of it or nothing. When it was finished before and the entry has every word of it,
 * that entry is returned; when there are others by now, or it lies in the trash, an entry with another id is made.
 *
 * Returns: (transfer full): the entry as it was saved; %NULL when nothing was changed
 */
LdrEntry *
ldr_store_finish_reflection (LdrStore *self, LdrReflection *reflection, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) entry = NULL;

  g_return_val_if_fail (self != NULL && reflection != NULL, NULL);
  if (!ldr_store_is_ready (self, error) || !ldr_reflection_validate (reflection, error))
    return NULL;
  if (ldr_reflection_count_answers (reflection) == 0)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED,
                           _ ("Nothing is answered yet, so there is nothing to keep as an entry."));
      return NULL;
    }
  if ((transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (entry = make_entry (self, reflection, error)) == NULL
      || !ldr_store_delete_reflection (self, reflection->id, error) || !ldr_transaction_commit (&transaction, error))
    return NULL;
  return g_steal_pointer (&entry);
}

/* The answers that stand in that entry were never given: what was shown is open again, the rest goes. */
static gboolean
forget_answers (LdrStore *self, const char *entry, GError **error)
{
  g_autoptr (LdrStatement) unasked
      = ldr_database_prepare (self->db, "DELETE FROM prompt_use WHERE entry = ?1 AND number = 0", error);
  g_autoptr (LdrStatement) shown = NULL;

  if (unasked == NULL)
    return FALSE;
  ldr_statement_bind_text (unasked, 1, entry);
  shown = ldr_database_prepare (self->db, "UPDATE prompt_use SET answered = 0, entry = NULL WHERE entry = ?1", error);
  if (shown == NULL)
    return FALSE;
  ldr_statement_bind_text (shown, 1, entry);
  return ldr_write_run (self, LDR_TOPIC_STYLES, unasked, error) && ldr_write_run (self, LDR_TOPIC_STYLES, shown, error);
}

/**
 * ldr_store_unfinish_reflection:
 * @self: a journal
 * @reflection: what ldr_store_finish_reflection() made an entry of
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Takes ldr_store_finish_reflection() back, all of it or nothing: the entry goes for good, its questions are open
 * again, and the draft is there. %LDR_STORE_ERROR_CONFLICT when the entry was changed since, as those words would be
 * lost.
 *
 * Returns: whether the draft is back
 */
gboolean
ldr_store_unfinish_reflection (LdrStore *self, LdrReflection *reflection, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrEntry) entry = NULL;

  g_return_val_if_fail (self != NULL && reflection != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (entry = ldr_store_get_entry (self, reflection->id, error)) == NULL)
    return FALSE;
  if (entry->revision != 1)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT,
                           _ ("This entry was changed elsewhere in the meantime."));
      return FALSE;
    }
  return forget_answers (self, entry->id, error) && ldr_store_delete_entry (self, entry->id, error)
         && ldr_store_save_reflection (self, reflection, error) && ldr_transaction_commit (&transaction, error);
}
