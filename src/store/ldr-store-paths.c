/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-paths.h"

#include <glib/gi18n-lib.h>
#include "content/ldr-path-file.h"
#include "ldr-store-private.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "model/ldr-text.h"

/* A step is known by its id alone. */
static gboolean
has_one_id_twice (const LdrPath *path)
{
  for (guint i = 1; i < path->steps->len; i++)
    for (guint j = 0; j < i; j++)
      if (g_str_equal (((const LdrPrompt *) g_ptr_array_index (path->steps, i))->facts.id,
                       ((const LdrPrompt *) g_ptr_array_index (path->steps, j))->facts.id))
        return TRUE;
  return FALSE;
}

static gboolean
check_path (const LdrPath *path, GError **error)
{
  const char *title = ldr_path_get_title (path);

  for (guint i = 0; i < path->steps->len; i++)
    if (!ldr_store_check_own_prompt (g_ptr_array_index (path->steps, i), error))
      return FALSE;
  if (ldr_id_is_valid (path->id) && title[0] != '\0' && ldr_text_is_clean (title, LDR_TEXT_LINE)
      && ldr_text_is_clean (ldr_path_get_summary (path), LDR_TEXT_LINE) && path->steps->len > 0
      && path->steps->len <= LDR_PATH_MAX_STEPS && !has_one_id_twice (path))
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
               _ ("The path “%s” cannot be kept: it has a title and 1 to %d questions, each of them once."), title,
               LDR_PATH_MAX_STEPS);
  return FALSE;
}

static gboolean
write_facts (LdrStore *self, const LdrPath *path, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO own_path (id, place, title, summary) "
                              "VALUES (?1, (SELECT coalesce (max (place), -1) + 1 FROM own_path), ?2, ?3) "
                              "ON CONFLICT (id) DO UPDATE SET title = ?2, summary = ?3",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, path->id);
  ldr_statement_bind_text (stmt, 2, ldr_path_get_title (path));
  ldr_statement_bind_text (stmt, 3, ldr_path_get_summary (path));
  return ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error);
}

static gboolean
write_steps (LdrStore *self, const LdrPath *path, GError **error)
{
  g_autoptr (LdrStatement) old = ldr_database_prepare (
      self->db, "DELETE FROM own_path_step WHERE path = (SELECT key FROM own_path WHERE id = ?1)", error);
  g_autoptr (LdrStatement) stmt = NULL;

  if (old == NULL)
    return FALSE;
  ldr_statement_bind_text (old, 1, path->id);
  stmt = ldr_database_prepare (self->db,
                               "INSERT INTO own_path_step (path, place, prompt, minutes, text) "
                               "VALUES ((SELECT key FROM own_path WHERE id = ?1), ?2, ?3, ?4, ?5)",
                               error);
  if (stmt == NULL || !ldr_write_run (self, LDR_TOPIC_STYLES, old, error))
    return FALSE;
  for (guint i = 0; i < path->steps->len; i++)
    {
      const LdrPrompt *step = g_ptr_array_index (path->steps, i);

      ldr_statement_bind_text (stmt, 1, path->id);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, step->facts.id);
      ldr_statement_bind_int (stmt, 4, step->facts.minutes);
      ldr_statement_bind_text (stmt, 5, step->wording.to_leader);
      if (!ldr_write_run (self, LDR_TOPIC_STYLES, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_store_save_own_path:
 * @self: a journal
 * @path: a path of the user's own with at least one step
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a path: one of the same id is replaced where it stands, another is added at the end.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_own_path (LdrStore *self, LdrPath *path, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && path != NULL && path->own, FALSE);
  return ldr_store_is_ready (self, error) && check_path (path, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL && write_facts (self, path, error)
         && write_steps (self, path, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_add_own_paths:
 * @self: a journal
 * @paths: (element-type LdrPath): paths, such as ldr_path_file_read() gives
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Adds all of these paths, or none.
 *
 * Returns: whether they were saved
 */
gboolean
ldr_store_add_own_paths (LdrStore *self, GPtrArray *paths, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && paths != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    if (!ldr_store_save_own_path (self, g_ptr_array_index (paths, i), error))
      return FALSE;
  return ldr_transaction_commit (&transaction, error);
}

static gboolean
read_steps (LdrStore *self, gint64 key, LdrPath *path, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT prompt, minutes, text FROM own_path_step WHERE path = ?1 ORDER BY place", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autofree char *id = ldr_statement_dup_text (row, 0);

      g_ptr_array_add (path->steps,
                       ldr_prompt_new_own (id, ldr_statement_get_text (row, 2), (int) ldr_statement_get_int (row, 1)));
    }
  return step == LDR_STEP_DONE;
}

#define COLUMNS "SELECT id, title, summary, key FROM own_path "

/* A path from COLUMNS, with its steps. */
static gpointer
read_path (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *id = ldr_statement_dup_text (row, 0);
  g_autofree char *title = ldr_statement_dup_text (row, 1);
  g_autoptr (LdrPath) path = ldr_path_new_own (id, title, ldr_statement_get_text (row, 2));

  return read_steps (self, ldr_statement_get_int (row, 3), path, error) ? g_steal_pointer (&path) : NULL;
}

/**
 * ldr_store_list_own_paths:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrPath): the user's own paths in their order, or %NULL
 */
GPtrArray *
ldr_store_list_own_paths (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, COLUMNS "ORDER BY place, key", NULL, read_path, (GDestroyNotify) ldr_path_unref, error);
}

/**
 * ldr_store_get_own_path:
 * @self: a journal
 * @id: the path's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one path of the user's own. %LDR_STORE_ERROR_NOT_FOUND when there is none of that id.
 *
 * Returns: (transfer full): the path, or %NULL
 */
LdrPath *
ldr_store_get_own_path (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_path, _ ("There is no such path in this journal."),
                       error);
}

/**
 * ldr_store_order_own_paths:
 * @self: a journal
 * @ids: (array zero-terminated=1): ids of the user's own paths
 * @error: return location for an #LdrStoreError
 *
 * Puts these paths first, in this order; others follow in the order they had.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_order_own_paths (LdrStore *self, const char *const *ids, GError **error)
{
  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);
  return ldr_write_order (self, LDR_TOPIC_STYLES, "UPDATE own_path SET place = place + ?1",
                          "UPDATE own_path SET place = ?2 WHERE id = ?1", ids, error);
}

/**
 * ldr_store_delete_own_path:
 * @self: a journal
 * @id: the path's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes a path of the user's own for good. Drafts and entries that follow it stay as they are.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_own_path (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_STYLES, "DELETE FROM own_path WHERE id = ?1", id, error);
}
