/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-assessments.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"

#define COLUMNS "SELECT id, questionnaire, version, kind, observer, started, finished, day, seed, key FROM assessment "
#define NEWEST_FIRST "ORDER BY max (started, finished) DESC, id DESC"

static gboolean
write_facts (LdrStore *self, const LdrAssessment *assessment, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO assessment (id, questionnaire, version, kind, observer, started, finished, day, seed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET "
      "questionnaire = ?2, version = ?3, kind = ?4, observer = ?5, started = ?6, finished = ?7, day = ?8, seed = ?9",
      error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, assessment->id);
  ldr_statement_bind_text (stmt, 2, assessment->questionnaire);
  ldr_statement_bind_int (stmt, 3, assessment->version);
  ldr_statement_bind_int (stmt, 4, assessment->kind);
  ldr_statement_bind_text (stmt, 5, assessment->observer);
  ldr_statement_bind_int (stmt, 6, assessment->started);
  ldr_statement_bind_int (stmt, 7, assessment->finished);
  ldr_statement_bind_int (stmt, 8, assessment->day);
  ldr_statement_bind_int (stmt, 9, assessment->seed);
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error);
}

/* Only what is another than before is written: an answer is saved as soon as it is given. */
static gboolean
write_answers (LdrStore *self, const LdrAssessment *assessment, GError **error)
{
  g_autoptr (LdrStatement) surplus = ldr_database_prepare (
      self->db,
      "DELETE FROM assessment_answer WHERE assessment = (SELECT key FROM assessment WHERE id = ?1) AND place >= ?2",
      error);
  g_autoptr (LdrStatement) stmt = NULL;

  if (surplus == NULL)
    return FALSE;
  ldr_statement_bind_text (surplus, 1, assessment->id);
  ldr_statement_bind_int (surplus, 2, (gint64) assessment->n_items);
  stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO assessment_answer (assessment, place, item, answer) "
      "VALUES ((SELECT key FROM assessment WHERE id = ?1), ?2, ?3, ?4) ON CONFLICT (assessment, place) "
      "DO UPDATE SET item = ?3, answer = ?4 WHERE item IS NOT ?3 OR answer IS NOT ?4",
      error);
  if (stmt == NULL || !ldr_write_run (self, LDR_TOPIC_STYLES, surplus, error))
    return FALSE;
  for (gsize i = 0; i < assessment->n_items; i++)
    {
      ldr_statement_bind_text (stmt, 1, assessment->id);
      ldr_statement_bind_int (stmt, 2, (gint64) i);
      ldr_statement_bind_text (stmt, 3, assessment->items[i]);
      ldr_statement_bind_int (stmt, 4, assessment->answers[i]);
      if (!ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_store_save_assessment:
 * @self: a journal
 * @assessment: a questionnaire that was filled in, or in part
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves an assessment as it is; one of the same id is replaced. Also brings back one that was deleted.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_assessment (LdrStore *self, LdrAssessment *assessment, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && assessment != NULL, FALSE);
  return ldr_store_is_ready (self, error) && ldr_assessment_validate (assessment, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL && write_facts (self, assessment, error)
         && write_answers (self, assessment, error) && ldr_transaction_commit (&transaction, error);
}

static gboolean
read_answers (LdrStore *self, gint64 key, GArray *items, GArray *answers, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT item, answer FROM assessment_answer WHERE assessment = ?1 ORDER BY place", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      LdrItemFacts item = { .id = ldr_statement_dup_text (row, 0) };
      int answer = (int) ldr_statement_get_int (row, 1);

      g_array_append_val (items, item);
      g_array_append_val (answers, answer);
    }
  return step == LDR_STEP_DONE;
}

static void
clear_item (gpointer data)
{
  g_free (((LdrItemFacts *) data)->id);
}

/* An assessment from COLUMNS, with its answers. */
static gpointer
read_assessment (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (LdrItemFacts));
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (int));
  LdrAssessment *assessment;

  g_array_set_clear_func (items, clear_item);
  if (!read_answers (self, ldr_statement_get_int (row, 9), items, answers, error))
    return NULL;
  assessment = ldr_assessment_new (ldr_statement_get_text (row, 1), (int) ldr_statement_get_int (row, 2),
                                   ldr_statement_get_int (row, 3) == 0 ? LDR_ASSESSMENT_CHOICE : LDR_ASSESSMENT_RATING,
                                   (const LdrItemFacts *) items->data, items->len);
  g_free (assessment->id);
  assessment->id = ldr_statement_dup_text (row, 0);
  g_free (assessment->observer);
  assessment->observer = ldr_statement_dup_text (row, 4);
  assessment->started = ldr_statement_get_int (row, 5);
  assessment->finished = ldr_statement_get_int (row, 6);
  assessment->day = (int) ldr_statement_get_int (row, 7);
  assessment->seed = (guint32) ldr_statement_get_int (row, 8);
  for (guint i = 0; i < answers->len; i++)
    assessment->answers[i] = g_array_index (answers, int, i);
  return assessment;
}

/**
 * ldr_store_get_assessment:
 * @self: a journal
 * @id: the assessment's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one assessment, finished or not. %LDR_STORE_ERROR_NOT_FOUND when there is none of that id.
 *
 * Returns: (transfer full): the assessment, or %NULL
 */
LdrAssessment *
ldr_store_get_assessment (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_assessment,
                       _ ("There is no such measurement in this journal."), error);
}

/**
 * ldr_store_list_assessments:
 * @self: a journal
 * @questionnaire: (nullable): a questionnaire's id; %NULL for all of them
 * @error: return location for an #LdrStoreError
 *
 * Lists assessments with their answers, finished and unfinished ones, of the leader and of observers. Newest first: by
 * when they were finished, or begun.
 *
 * Returns: (transfer full) (element-type LdrAssessment): the assessments, or %NULL
 */
GPtrArray *
ldr_store_list_assessments (LdrStore *self, const char *questionnaire, GError **error)
{
  const char *sql = questionnaire != NULL ? COLUMNS "WHERE questionnaire = ?1 " NEWEST_FIRST : COLUMNS NEWEST_FIRST;

  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, sql, questionnaire, read_assessment, (GDestroyNotify) ldr_assessment_unref, error);
}

/**
 * ldr_store_delete_assessment:
 * @self: a journal
 * @id: the assessment's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes an assessment for good. Whoever offers to undo that keeps the value and saves it again.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_assessment (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_STYLES, "DELETE FROM assessment WHERE id = ?1", id, error);
}
