/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-actions.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

#define COLUMNS                                                                                                        \
  "SELECT a.id, a.session, a.text, a.owner, a.owner_name, a.due, a.state, a.state_day, a.place, a.created, "           \
  "a.changed, coalesce (s.starts, a.created) FROM action a LEFT JOIN session s ON s.id = a.session "

/* A place below 0 is the end of the session's list. */
#define WRITE                                                                                                          \
  "INSERT INTO action (id, session, place, text, owner, owner_name, due, state, state_day, created, changed) "         \
  "VALUES (?1, nullif (?2, ''), iif (?3 >= 0, ?3, "                                                                    \
  "(SELECT coalesce (max (place), -1) + 1 FROM action WHERE session IS nullif (?2, ''))), "                            \
  "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO UPDATE SET session = nullif (?2, ''), text = ?4, "            \
  "owner = ?5, owner_name = ?6, due = ?7, state = ?8, state_day = ?9, changed = ?11"

static gboolean
check_session (LdrStore *self, const char *id, GError **error)
{
  gboolean found = FALSE;

  if (id[0] == '\0')
    return TRUE;
  if (!ldr_read_exists (self, "SELECT 1 FROM session WHERE id = ?1", id, &found, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such session in this journal."));
  return found;
}

static gboolean
write_action (LdrStore *self, const char *sql, const LdrAction *action, gint64 changed, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, action->id);
  ldr_statement_bind_text (stmt, 2, action->session);
  ldr_statement_bind_int (stmt, 3, action->place);
  ldr_statement_bind_text (stmt, 4, action->text);
  ldr_statement_bind_int (stmt, 5, action->owner);
  ldr_statement_bind_text (stmt, 6, action->owner_name);
  ldr_statement_bind_int (stmt, 7, action->due);
  ldr_statement_bind_int (stmt, 8, action->state);
  ldr_statement_bind_int (stmt, 9, action->state_day);
  ldr_statement_bind_int (stmt, 10, action->created);
  ldr_statement_bind_int (stmt, 11, changed);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

static gboolean
save (LdrStore *self, const char *sql, const LdrAction *action, gint64 changed, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  return ldr_store_is_ready (self, error) && ldr_action_validate (action, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && check_session (self, action->session, error) && write_action (self, sql, action, changed, error)
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_save_action:
 * @self: a journal
 * @action: what was agreed
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves an action as changed now; one of the same id is replaced where it stands, another is added at its place or at
 * the end. %LDR_STORE_ERROR_NOT_FOUND without its session. When this returns it is on the disk.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_action (LdrStore *self, LdrAction *action, GError **error)
{
  g_return_val_if_fail (self != NULL && action != NULL, FALSE);
  return save (self, WRITE, action, ldr_moment_now (), error);
}

/**
 * ldr_store_import_action:
 * @self: a journal
 * @action: an action from elsewhere, or one that was deleted
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves an action as it is, with its own place and moments; one of the same id is replaced. %LDR_STORE_ERROR_NOT_FOUND
 * without its session.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_import_action (LdrStore *self, LdrAction *action, GError **error)
{
  g_return_val_if_fail (self != NULL && action != NULL, FALSE);
  return save (self, WRITE ", place = iif (?3 >= 0, ?3, place), created = ?10", action, action->changed, error);
}

/**
 * ldr_store_delete_action:
 * @self: a journal
 * @id: the action's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes an action for good. Whoever offers to undo that keeps the value and imports it again.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_action (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_SESSIONS, "DELETE FROM action WHERE id = ?1", id, error);
}

/* Makes room for @n_ids before all others of the session of the action @id. */
static gboolean
shift_actions (LdrStore *self, const char *id, guint n_ids, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db, "UPDATE action SET place = place + ?1 WHERE session IS (SELECT session FROM action WHERE id = ?2)",
      error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, n_ids);
  ldr_statement_bind_text (stmt, 2, id);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

/**
 * ldr_store_order_actions:
 * @self: a journal
 * @ids: (array zero-terminated=1): ids of actions of one session
 * @error: return location for an #LdrStoreError
 *
 * Puts these actions first, in this order; others of that session follow in the order they had.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_order_actions (LdrStore *self, const char *const *ids, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);
  if (ids[0] == NULL)
    return TRUE;
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !shift_actions (self, ids[0], g_strv_length ((char **) ids), error)
      || (stmt = ldr_database_prepare (self->db, "UPDATE action SET place = ?2 WHERE id = ?1", error)) == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ldr_statement_bind_text (stmt, 1, ids[i]);
      ldr_statement_bind_int (stmt, 2, i);
      if (!ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error))
        return FALSE;
    }
  return ldr_transaction_commit (&transaction, error);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

/* An action from COLUMNS. */
static gpointer
read_action (LdrStore *self, LdrStatement *row, GError **error)
{
  /* Laid over the row and copied, since a new action asks for an id, the time and the time zone. */
  const LdrAction action = {
    .id = (char *) ldr_statement_get_text (row, 0),
    .session = (char *) ldr_statement_get_text (row, 1),
    .text = (char *) ldr_statement_get_text (row, 2),
    .owner = (LdrActionOwner) ldr_statement_get_int (row, 3),
    .owner_name = (char *) ldr_statement_get_text (row, 4),
    .due = (int) ldr_statement_get_int (row, 5),
    .state = (LdrActionState) ldr_statement_get_int (row, 6),
    .state_day = (int) ldr_statement_get_int (row, 7),
    .place = (int) ldr_statement_get_int (row, 8),
    .created = ldr_statement_get_int (row, 9),
    .changed = ldr_statement_get_int (row, 10),
    .agreed = ldr_statement_get_int (row, 11),
  };

  return ldr_action_copy (&action);
}

/**
 * ldr_store_get_action:
 * @self: a journal
 * @id: the action's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one action. %LDR_STORE_ERROR_NOT_FOUND when there is none of that id.
 *
 * Returns: (transfer full): the action, or %NULL
 */
LdrAction *
ldr_store_get_action (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE a.id = ?1", id, read_action, _ ("There is no such action in this journal."),
                       error);
}

/**
 * ldr_store_list_actions:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrAction): all actions, by their ids, or %NULL
 */
GPtrArray *
ldr_store_list_actions (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, COLUMNS "ORDER BY a.id", NULL, read_action, (GDestroyNotify) ldr_action_unref, error);
}

/**
 * ldr_store_list_session_actions:
 * @self: a journal
 * @session: a session's id
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrAction): the actions that were agreed in that session, in their order, or
 *   %NULL
 */
GPtrArray *
ldr_store_list_session_actions (LdrStore *self, const char *session, GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, NULL);
  return ldr_read_all (self, COLUMNS "WHERE a.session = ?1 ORDER BY a.place, a.key", session, read_action,
                       (GDestroyNotify) ldr_action_unref, error);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return ldr_action_compare (*(const LdrAction *const *) a, *(const LdrAction *const *) b);
}

/**
 * ldr_store_list_open_actions:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrAction): all open actions in the order of ldr_action_compare(), or %NULL
 */
GPtrArray *
ldr_store_list_open_actions (LdrStore *self, GError **error)
{
  GPtrArray *actions;

  g_return_val_if_fail (self != NULL, NULL);
  actions
      = ldr_read_all (self, COLUMNS "WHERE a.state = 0", NULL, read_action, (GDestroyNotify) ldr_action_unref, error);
  if (actions != NULL)
    g_ptr_array_sort (actions, compare_cb);
  return actions;
}

/* Adds what was closed on that day or later. */
static gboolean
add_closed (LdrStore *self, int day, GPtrArray *actions, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db, COLUMNS "WHERE a.state > 0 AND a.state_day >= ?1", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, day);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    g_ptr_array_add (actions, read_action (self, row, error));
  return step == LDR_STEP_DONE;
}

/**
 * ldr_store_list_carried_over_actions:
 * @self: a journal
 * @session: a session, saved or not
 * @error: return location for an #LdrStoreError
 *
 * Lists what a session has to come back to; see ldr_action_is_carried_over().
 *
 * Returns: (transfer full) (element-type LdrAction): these actions in the order of ldr_action_compare(), or %NULL
 */
GPtrArray *
ldr_store_list_carried_over_actions (LdrStore *self, LdrSession *session, GError **error)
{
  g_autoptr (GPtrArray) actions = NULL;

  g_return_val_if_fail (self != NULL && session != NULL, NULL);
  actions = ldr_store_list_open_actions (self, error);
  if (actions == NULL || !add_closed (self, session->day, actions, error))
    return NULL;
  return ldr_action_list_carried_over (actions, session);
}

/**
 * ldr_store_count_actions:
 * @self: a journal
 * @today: the civil date
 * @counts: (out): how many are open, and how many overdue
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether they could be counted
 */
gboolean
ldr_store_count_actions (LdrStore *self, int today, LdrActionCounts *counts, GError **error)
{
  g_autoptr (LdrStatement) row = NULL;

  g_return_val_if_fail (self != NULL && counts != NULL, FALSE);
  *counts = (LdrActionCounts) { 0 };
  if (!ldr_store_is_ready (self, error)
      || (row = ldr_database_prepare (
              self->db, "SELECT count(*), count(*) FILTER (WHERE due BETWEEN 1 AND ?1) FROM action WHERE state = 0",
              error))
             == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, today - 1);
  if (ldr_statement_step (row, error) != LDR_STEP_ROW)
    return FALSE;
  counts->open = (int) ldr_statement_get_int (row, 0);
  counts->overdue = (int) ldr_statement_get_int (row, 1);
  return TRUE;
}
