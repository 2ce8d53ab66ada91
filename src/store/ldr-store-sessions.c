/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-sessions.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

#define WRITE_FACTS                                                                                                    \
  "INSERT INTO session (id, state, starts, day, minutes, location, opened, closed, form, created, changed, deleted, "  \
  "rested, stands) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (id) DO UPDATE "   \
  "SET state = ?2, starts = ?3, day = ?4, minutes = ?5, location = ?6, opened = ?7, closed = ?8, form = ?9, "          \
  "changed = ?11, rested = ?13, stands = ?14"

static gboolean
write_facts (LdrStore *self, const LdrSession *session, gint64 changed, gboolean as_it_is, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db, as_it_is ? WRITE_FACTS ", created = ?10, deleted = ?12" : WRITE_FACTS, error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, session->id);
  ldr_statement_bind_int (stmt, 2, session->state);
  ldr_statement_bind_int (stmt, 3, session->starts);
  ldr_statement_bind_int (stmt, 4, session->day);
  ldr_statement_bind_int (stmt, 5, session->minutes);
  ldr_statement_bind_text (stmt, 6, session->location);
  ldr_statement_bind_int (stmt, 7, session->opened);
  ldr_statement_bind_int (stmt, 8, session->closed);
  ldr_statement_bind_int (stmt, 9, session->form);
  ldr_statement_bind_int (stmt, 10, session->created);
  ldr_statement_bind_int (stmt, 11, changed);
  ldr_statement_bind_int (stmt, 12, as_it_is ? session->deleted : 0);
  ldr_statement_bind_int (stmt, 13, session->rested);
  ldr_statement_bind_int (stmt, 14, session->stands);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

/* Takes out a row of a session that has nothing to say, by its number. */
static gboolean
remove_row (LdrStore *self, const char *sql, gint64 key, int number, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_int (stmt, 2, number);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

static gboolean
write_note (LdrStore *self, gint64 key, int part, const char *text, GError **error)
{
  g_autoptr (LdrStatement) stmt = NULL;

  if (text[0] == '\0')
    return remove_row (self, "DELETE FROM session_note WHERE session = ?1 AND part = ?2", key, part, error);
  stmt = ldr_database_prepare (self->db,
                               "INSERT INTO session_note (session, part, text) VALUES (?1, ?2, ?3) "
                               "ON CONFLICT (session, part) DO UPDATE SET text = ?3 WHERE text IS NOT ?3",
                               error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_int (stmt, 2, part);
  ldr_statement_bind_text (stmt, 3, text);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

/* Private notes that are not carried are left as they stand. */
static gboolean
write_notes (LdrStore *self, gint64 key, const LdrSession *session, GError **error)
{
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (!write_note (self, key, i, session->notes[i], error))
      return FALSE;
  return session->private_notes == NULL || write_note (self, key, LDR_NOTE_PRIVATE, session->private_notes, error);
}

/* Whether the agenda stands there as it is: notes are saved while somebody types, and seldom is it another by then. */
static gboolean
compare_agenda (LdrStore *self, gint64 key, const LdrSession *session, gboolean *same, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, LDR_AGENDA_POINTS, error);
  LdrStep step;
  guint n = 0;

  *same = TRUE;
  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW && *same)
    {
      const LdrAgendaPoint *point = n < session->agenda->len ? ldr_session_get_point (session, n) : NULL;

      *same = point != NULL && g_str_equal (point->id, ldr_statement_get_text (row, 0))
              && g_str_equal (point->text, ldr_statement_get_text (row, 1))
              && point->done == (ldr_statement_get_int (row, 2) != 0);
      n++;
    }
  *same = *same && n == session->agenda->len;
  return step != LDR_STEP_ERROR;
}

static gboolean
write_agenda (LdrStore *self, gint64 key, const LdrSession *session, GError **error)
{
  g_autoptr (LdrStatement) stmt = NULL;
  gboolean same;

  if (!compare_agenda (self, key, session, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  stmt = ldr_database_prepare (
      self->db, "INSERT INTO agenda_point (session, place, id, text, done) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (stmt == NULL || !remove_row (self, "DELETE FROM agenda_point WHERE session = ?1 AND place >= ?2", key, 0, error))
    return FALSE;
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (session, i);

      ldr_statement_bind_int (stmt, 1, key);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, point->id);
      ldr_statement_bind_text (stmt, 4, point->text);
      ldr_statement_bind_int (stmt, 5, point->done);
      if (!ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_evaluation (LdrStore *self, gint64 key, const LdrSession *session, LdrRole who, GError **error)
{
  const LdrEvaluation *own = &session->evaluations[who];
  g_autoptr (LdrStatement) stmt = NULL;

  if (!ldr_session_is_evaluated (session, who))
    return remove_row (self, "DELETE FROM session_evaluation WHERE session = ?1 AND who = ?2", key, who, error);
  stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO session_evaluation (session, who, contact, goals, approach, overall, note) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (session, who) DO UPDATE SET contact = ?3, goals = ?4, "
      "approach = ?5, overall = ?6, note = ?7 WHERE contact IS NOT ?3 OR goals IS NOT ?4 OR approach IS NOT ?5 "
      "OR overall IS NOT ?6 OR note IS NOT ?7",
      error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_int (stmt, 2, who);
  ldr_statement_bind_int (stmt, 3, own->contact);
  ldr_statement_bind_int (stmt, 4, own->goals);
  ldr_statement_bind_int (stmt, 5, own->approach);
  ldr_statement_bind_int (stmt, 6, own->overall);
  ldr_statement_bind_text (stmt, 7, own->note);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

static gboolean
find_key (LdrStore *self, const char *id, gint64 *key, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, "SELECT key FROM session WHERE id = ?1", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_text (row, 1, id);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    *key = ldr_statement_get_int (row, 0);
  else if (step == LDR_STEP_DONE)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such session in this journal."));
  return step == LDR_STEP_ROW;
}

static gboolean
save (LdrStore *self, LdrSession *session, gint64 changed, gboolean as_it_is, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gint64 key = 0;

  return ldr_store_is_ready (self, error) && ldr_session_validate (session, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && write_facts (self, session, changed, as_it_is, error) && find_key (self, session->id, &key, error)
         && write_notes (self, key, session, error) && write_agenda (self, key, session, error)
         && write_evaluation (self, key, session, LDR_ROLE_LEADER, error)
         && write_evaluation (self, key, session, LDR_ROLE_COACH, error)
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_save_session:
 * @self: a journal
 * @session: a session
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a session whole, as changed now; one of the same id is replaced, where it lies. Private notes that @session
 * does not carry stay as they are. When this returns it is on the disk.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_save_session (LdrStore *self, LdrSession *session, GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);
  return save (self, session, ldr_moment_now (), FALSE, error);
}

/**
 * ldr_store_import_session:
 * @self: a journal
 * @session: a session from elsewhere, or one that was deleted
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a session as it is, with its own moments, in the trash if it was there; one of the same id is replaced.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_import_session (LdrStore *self, LdrSession *session, GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);
  return save (self, session, session->changed, TRUE, error);
}

/* --- Trash -----------------------------------------------------------------------------------------------------------
 */

static gboolean
set_deleted (LdrStore *self, const char *sql, const char *id, gint64 moment, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;
  gint64 key;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !find_key (self, id, &key, error) || (stmt = ldr_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, key);
  ldr_statement_bind_int (stmt, 2, moment);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_trash_session:
 * @self: a journal
 * @id: the session's id
 * @error: return location for an #LdrStoreError
 *
 * Puts a session into the trash. One that lies there keeps its day. What was agreed in it stays.
 *
 * Returns: whether it is in the trash
 */
gboolean
ldr_store_trash_session (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return set_deleted (self, "UPDATE session SET deleted = ?2 WHERE key = ?1 AND deleted = 0", id, ldr_moment_now (),
                      error);
}

/**
 * ldr_store_restore_session:
 * @self: a journal
 * @id: the session's id
 * @error: return location for an #LdrStoreError
 *
 * Takes a session out of the trash again.
 *
 * Returns: whether it is outside the trash
 */
gboolean
ldr_store_restore_session (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return set_deleted (self, "UPDATE session SET deleted = ?2 WHERE key = ?1 AND deleted <> ?2", id, 0, error);
}

/**
 * ldr_store_delete_session:
 * @self: a journal
 * @id: the session's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes a session for good, wherever it is, with its notes, its agenda and its links. What was agreed in it stays,
 * and so does everything that it was linked with.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_session (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_SESSIONS, "DELETE FROM session WHERE id = ?1", id, error);
}
