/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-prompts.h"

#include <glib/gi18n-lib.h>
#include "content/ldr-path.h"
#include "ldr-store-private.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "model/ldr-text.h"

/* Questions: those of the user's own, and what was asked and answered when. */

/**
 * ldr_prompt_use_new:
 * @day: the civil date
 * @facts: the question
 *
 * Returns: (transfer full): that question on that day, neither shown as the question of the day nor answered; the
 * caller fills in the rest
 */
LdrPromptUse *
ldr_prompt_use_new (int day, const LdrPromptFacts *facts)
{
  LdrPromptUse *self = g_new0 (LdrPromptUse, 1);

  self->day = day;
  self->prompt = g_strdup (facts->id);
  self->reason = g_strdup ("");
  self->side = facts->side;
  self->style = facts->style;
  return self;
}

void
ldr_prompt_use_free (LdrPromptUse *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->prompt);
  g_free (self->reason);
  g_free (self->entry);
  g_free (self);
}

/* --- Questions -------------------------------------------------------------------------------------------------------
 */

static gboolean
read_own (LdrStore *self, const char *sql, const char *id, GPtrArray *prompts, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, sql, error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  if (id != NULL)
    ldr_statement_bind_text (row, 1, id);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autofree char *own_id = ldr_statement_dup_text (row, 0);

      g_ptr_array_add (
          prompts, ldr_prompt_new_own (own_id, ldr_statement_get_text (row, 2), (int) ldr_statement_get_int (row, 1)));
    }
  return step == LDR_STEP_DONE;
}

/**
 * ldr_store_find_prompt:
 * @self: a journal
 * @id: a question's id
 * @prompt: (out) (transfer full) (nullable): the question; %NULL when there is none of that id any more
 * @error: return location for an #LdrStoreError
 *
 * Finds a question wherever it stands: among those that Leidraad brings along, the user's own, or the steps of a path.
 *
 * Returns: whether that could be looked up
 */
gboolean
ldr_store_find_prompt (LdrStore *self, const char *id, LdrPrompt **prompt, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);
  LdrPrompt *found;

  g_return_val_if_fail (self != NULL && id != NULL && prompt != NULL, FALSE);
  *prompt = NULL;
  found = ldr_prompt_find (id);
  if (found == NULL)
    found = ldr_path_find_step (id);
  if (found != NULL)
    {
      *prompt = ldr_prompt_ref (found);
      return TRUE;
    }
  if (!ldr_store_is_ready (self, error)
      || !read_own (self,
                    "SELECT id, minutes, text FROM own_prompt WHERE id = ?1 "
                    "UNION ALL SELECT prompt, minutes, text FROM own_path_step WHERE prompt = ?1",
                    id, own, error))
    return FALSE;
  if (own->len > 0)
    *prompt = ldr_prompt_ref (g_ptr_array_index (own, 0));
  return TRUE;
}

/**
 * ldr_store_list_own_prompts:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrPrompt): the user's own questions in their order, or %NULL
 */
GPtrArray *
ldr_store_list_own_prompts (LdrStore *self, GError **error)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);

  g_return_val_if_fail (self != NULL, NULL);
  if (!ldr_store_is_ready (self, error)
      || !read_own (self, "SELECT id, minutes, text FROM own_prompt ORDER BY place, key", NULL, prompts, error))
    return NULL;
  return g_steal_pointer (&prompts);
}

/* Whether a question of the user's own may be stored; one that comes from a file may be anything. */
gboolean
ldr_store_check_own_prompt (const LdrPrompt *prompt, GError **error)
{
  const char *text = prompt->wording.to_leader;

  if (ldr_id_is_valid (prompt->facts.id) && text[0] != '\0' && ldr_text_is_clean (text, LDR_TEXT_LINE)
      && prompt->facts.minutes >= LDR_PROMPT_MIN_MINUTES && prompt->facts.minutes <= LDR_PROMPT_MAX_MINUTES)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
               _ ("The question “%s” cannot be kept: it is one line of text and takes %d to %d minutes."), text,
               LDR_PROMPT_MIN_MINUTES, LDR_PROMPT_MAX_MINUTES);
  return FALSE;
}

/**
 * ldr_store_save_own_prompt:
 * @self: a journal
 * @prompt: a question of the user's own, one line of clean text
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a question: one of the same id is replaced where it stands, another is added at the end. From then on it may
 * become the question of the day.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_own_prompt (LdrStore *self, LdrPrompt *prompt, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  g_return_val_if_fail (self != NULL && prompt != NULL && prompt->wording.own, FALSE);
  if (!ldr_store_is_ready (self, error) || !ldr_store_check_own_prompt (prompt, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL)
    return FALSE;
  stmt = ldr_database_prepare (self->db,
                               "INSERT INTO own_prompt (id, place, minutes, text) "
                               "VALUES (?1, (SELECT coalesce (max (place), -1) + 1 FROM own_prompt), ?2, ?3) "
                               "ON CONFLICT (id) DO UPDATE SET minutes = ?2, text = ?3",
                               error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, prompt->facts.id);
  ldr_statement_bind_int (stmt, 2, prompt->facts.minutes);
  ldr_statement_bind_text (stmt, 3, prompt->wording.to_leader);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_order_own_prompts:
 * @self: a journal
 * @ids: (array zero-terminated=1): ids of the user's own questions
 * @error: return location for an #LdrStoreError
 *
 * Puts these questions first, in this order; others follow in the order they had.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_order_own_prompts (LdrStore *self, const char *const *ids, GError **error)
{
  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);
  return ldr_write_order (self, LDR_TOPIC_STYLES, "UPDATE own_prompt SET place = place + ?1",
                          "UPDATE own_prompt SET place = ?2 WHERE id = ?1", ids, error);
}

/**
 * ldr_store_delete_own_prompt:
 * @self: a journal
 * @id: the question's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes a question of the user's own for good. Entries that answer it stay as they are.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_own_prompt (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_STYLES, "DELETE FROM own_prompt WHERE id = ?1", id, error);
}

/* --- What was asked and answered -------------------------------------------------------------------------------------
 */

/* The turns of a day are unique, answers without one are not. */
gboolean
ldr_prompt_use_insert (LdrStore *self, const LdrPromptUse *use, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO prompt_use (day, number, prompt, reason, style, side, answered, entry) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif (?8, ''))",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, use->day);
  ldr_statement_bind_int (stmt, 2, use->number);
  ldr_statement_bind_text (stmt, 3, use->prompt);
  ldr_statement_bind_text (stmt, 4, use->reason);
  ldr_statement_bind_int (stmt, 5, use->side != LDR_PROMPT_SIDE_NONE ? (int) use->style : -1);
  ldr_statement_bind_int (stmt, 6, use->side);
  ldr_statement_bind_int (stmt, 7, use->answered);
  ldr_statement_bind_text (stmt, 8, use->entry);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error);
}

/* Where a question that is still open was shown last; @key stays 0 when there is none. */
static gboolean
find_open (LdrStore *self, const char *prompt, int day, gint64 *key, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db,
                              "SELECT key FROM prompt_use WHERE prompt = ?1 AND answered = 0 AND day <= ?2 "
                              "ORDER BY day DESC, number DESC LIMIT 1",
                              error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_text (row, 1, prompt);
  ldr_statement_bind_int (row, 2, day);
  step = ldr_statement_step (row, error);
  *key = step == LDR_STEP_ROW ? ldr_statement_get_int (row, 0) : 0;
  return step != LDR_STEP_ERROR;
}

static gboolean
answer_shown (LdrStore *self, gint64 key, const char *entry, int day, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db, "UPDATE prompt_use SET answered = ?3, entry = ?2 WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_text (stmt, 2, entry);
  ldr_statement_bind_int (stmt, 3, day);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error);
}

static gboolean
answer_unasked (LdrStore *self, const char *prompt, const char *entry, int day, GError **error)
{
  g_autoptr (LdrPrompt) known = NULL;
  g_autoptr (LdrPromptUse) use = NULL;
  LdrPromptFacts unknown = { .id = (char *) prompt };

  if (!ldr_store_find_prompt (self, prompt, &known, error))
    return FALSE;
  use = ldr_prompt_use_new (day, known != NULL ? &known->facts : &unknown);
  use->answered = day;
  use->entry = g_strdup (entry);
  return ldr_prompt_use_insert (self, use, error);
}

/**
 * ldr_store_answer_prompt:
 * @self: a journal
 * @prompt: a question's id
 * @entry: the id of an entry that was saved and answers it
 * @day: the civil date of the answer
 * @error: return location for an #LdrStoreError
 *
 * Notes that a question was answered, on whatever day it was shown, so that it rests from now on.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_answer_prompt (LdrStore *self, const char *prompt, const char *entry, int day, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gint64 key = 0;

  g_return_val_if_fail (self != NULL && prompt != NULL && entry != NULL && day > 0, FALSE);
  return ldr_store_is_ready (self, error) && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && find_open (self, prompt, day, &key, error)
         && (key != 0 ? answer_shown (self, key, entry, day, error) : answer_unasked (self, prompt, entry, day, error))
         && ldr_transaction_commit (&transaction, error);
}

/* A use from the columns day, number, prompt, reason, style, side, answered, entry. */
LdrPromptUse *
ldr_prompt_use_read (LdrStatement *row)
{
  LdrPromptUse *use = g_new0 (LdrPromptUse, 1);
  int style = (int) ldr_statement_get_int (row, 4);

  use->day = (int) ldr_statement_get_int (row, 0);
  use->number = (int) ldr_statement_get_int (row, 1);
  use->prompt = ldr_statement_dup_text (row, 2);
  use->reason = ldr_statement_dup_text (row, 3);
  use->side = style >= 0 ? (LdrPromptSide) ldr_statement_get_int (row, 5) : LDR_PROMPT_SIDE_NONE;
  use->style = (LdrStyle) MAX (style, 0);
  use->answered = (int) ldr_statement_get_int (row, 6);
  use->entry = ldr_statement_dup_text (row, 7);
  if (use->entry[0] == '\0')
    g_clear_pointer (&use->entry, g_free);
  return use;
}

static GPtrArray *
list_uses (LdrStore *self, const char *sql, int style, GError **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_use_free);
  g_autoptr (LdrStatement) row = NULL;
  LdrStep step;

  if (!ldr_store_is_ready (self, error) || (row = ldr_database_prepare (self->db, sql, error)) == NULL)
    return NULL;
  if (style >= 0)
    ldr_statement_bind_int (row, 1, style);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    g_ptr_array_add (uses, ldr_prompt_use_read (row));
  return step == LDR_STEP_DONE ? g_steal_pointer (&uses) : NULL;
}

/**
 * ldr_store_list_answers:
 * @self: a journal
 * @style: a style
 * @error: return location for an #LdrStoreError
 *
 * Lists the questions about a style or its pitfall that were answered, the latest answer first. An entry that lies in
 * the trash is not named.
 *
 * Returns: (transfer full) (element-type LdrPromptUse): what was answered, or %NULL
 */
GPtrArray *
ldr_store_list_answers (LdrStore *self, LdrStyle style, GError **error)
{
  g_return_val_if_fail (self != NULL && (guint) style < LDR_N_STYLES, NULL);
  return list_uses (self,
                    "SELECT u.day, u.number, u.prompt, u.reason, u.style, u.side, u.answered, e.id FROM prompt_use u "
                    "LEFT JOIN entry e ON e.id = u.entry AND e.deleted = 0 "
                    "WHERE u.style = ?1 AND u.answered > 0 ORDER BY u.answered DESC, u.key DESC",
                    (int) style, error);
}

/**
 * ldr_store_list_prompt_uses:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrPromptUse): all that was ever asked or answered, oldest first, or %NULL
 */
GPtrArray *
ldr_store_list_prompt_uses (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return list_uses (self,
                    "SELECT day, number, prompt, reason, style, side, answered, entry FROM prompt_use "
                    "ORDER BY day, number, key",
                    -1, error);
}

/* Whether another question took that turn. */
static gboolean
is_turn_taken (LdrStore *self, const LdrPromptUse *use, gboolean *taken, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT 1 FROM prompt_use WHERE day = ?1 AND number = ?2 AND number > 0", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, use->day);
  ldr_statement_bind_int (row, 2, use->number);
  step = ldr_statement_step (row, error);
  *taken = step == LDR_STEP_ROW;
  return step != LDR_STEP_ERROR;
}

/**
 * ldr_store_import_prompt_use:
 * @self: a journal
 * @use: what was asked or answered elsewhere; its entry is there already
 * @error: return location for an #LdrStoreError
 *
 * Adds it as it is. When the journal asked something else in that turn of that day, that stays, and of this one only
 * the answer is kept, if there is one. %LDR_STORE_ERROR_NOT_FOUND without its entry.
 *
 * Returns: whether it was added
 */
gboolean
ldr_store_import_prompt_use (LdrStore *self, const LdrPromptUse *use, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  LdrPromptUse added;
  gboolean taken = FALSE;

  g_return_val_if_fail (self != NULL && use != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (use->entry != NULL && !ldr_write_check_entry (self, use->entry, error))
      || !is_turn_taken (self, use, &taken, error))
    return FALSE;
  added = *use;
  if (taken)
    added.number = 0;
  if ((!taken || use->answered != 0) && !ldr_prompt_use_insert (self, &added, error))
    return FALSE;
  return ldr_transaction_commit (&transaction, error);
}
