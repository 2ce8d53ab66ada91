/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-sessions.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"

/* Sessions from the tables, with the private notes only where a call has them in its name. */

#define COLUMNS                                                                                                        \
  "SELECT id, state, starts, day, minutes, location, opened, closed, form, created, changed, deleted, key, rested, "   \
  "stands FROM session "

static gboolean
read_notes (LdrStore *self, gint64 key, gboolean with_private, LdrSession *session, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db, "SELECT part, text FROM session_note WHERE session = ?1 AND part <= ?2", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  if (with_private)
    ldr_session_set_private_notes (session, "");
  ldr_statement_bind_int (row, 1, key);
  ldr_statement_bind_int (row, 2, with_private ? LDR_NOTE_PRIVATE : LDR_NOTE_PRIVATE - 1);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    if (ldr_statement_get_int (row, 0) == LDR_NOTE_PRIVATE)
      ldr_session_set_private_notes (session, ldr_statement_get_text (row, 1));
    else
      ldr_session_set_note (session, (LdrSessionPart) ldr_statement_get_int (row, 0), ldr_statement_get_text (row, 1));
  return step == LDR_STEP_DONE;
}

static gboolean
read_agenda (LdrStore *self, gint64 key, LdrSession *session, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, LDR_AGENDA_POINTS, error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    ldr_session_add_point (session, ldr_statement_get_text (row, 0), ldr_statement_get_text (row, 1),
                           ldr_statement_get_int (row, 2) != 0);
  return step == LDR_STEP_DONE;
}

static gboolean
read_evaluations (LdrStore *self, gint64 key, LdrSession *session, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT who, contact, goals, approach, overall, note FROM session_evaluation WHERE session = ?1",
      error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      const LdrEvaluation evaluation = {
        .contact = (int) ldr_statement_get_int (row, 1),
        .goals = (int) ldr_statement_get_int (row, 2),
        .approach = (int) ldr_statement_get_int (row, 3),
        .overall = (int) ldr_statement_get_int (row, 4),
        .note = (char *) ldr_statement_get_text (row, 5),
      };

      ldr_session_set_evaluation (session, (LdrRole) ldr_statement_get_int (row, 0), &evaluation);
    }
  return step == LDR_STEP_DONE;
}

/* A session from COLUMNS, with all its parts but for private notes that were not asked for. */
static LdrSession *
read_session (LdrStore *self, LdrStatement *row, gboolean with_private, GError **error)
{
  g_autoptr (LdrSession) session = ldr_session_new_bare (ldr_statement_get_text (row, 0));
  gint64 key = ldr_statement_get_int (row, 12);

  session->state = (LdrSessionState) ldr_statement_get_int (row, 1);
  session->starts = ldr_statement_get_int (row, 2);
  session->day = (int) ldr_statement_get_int (row, 3);
  session->minutes = (int) ldr_statement_get_int (row, 4);
  ldr_session_set_location (session, ldr_statement_get_text (row, 5));
  session->opened = ldr_statement_get_int (row, 6);
  session->closed = ldr_statement_get_int (row, 7);
  session->form = (LdrSessionForm) ldr_statement_get_int (row, 8);
  session->created = ldr_statement_get_int (row, 9);
  session->changed = ldr_statement_get_int (row, 10);
  session->deleted = ldr_statement_get_int (row, 11);
  session->rested = (int) ldr_statement_get_int (row, 13);
  session->stands = ldr_statement_get_int (row, 14);
  return read_notes (self, key, with_private, session, error) && read_agenda (self, key, session, error)
                 && read_evaluations (self, key, session, error)
             ? g_steal_pointer (&session)
             : NULL;
}

static gpointer
read_shared (LdrStore *self, LdrStatement *row, GError **error)
{
  return read_session (self, row, FALSE, error);
}

static gpointer
read_whole (LdrStore *self, LdrStatement *row, GError **error)
{
  return read_session (self, row, TRUE, error);
}

/**
 * ldr_store_get_session:
 * @self: a journal
 * @id: the session's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one session, in the trash or not, without its private notes. %LDR_STORE_ERROR_NOT_FOUND when there is none of
 * that id.
 *
 * Returns: (transfer full): the session, or %NULL
 */
LdrSession *
ldr_store_get_session (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_shared, _ ("There is no such session in this journal."),
                       error);
}

/**
 * ldr_store_get_session_with_private_notes:
 * @self: a journal
 * @id: the session's id
 * @error: return location for an #LdrStoreError
 *
 * What ldr_store_get_session() reads, and the private notes: for the page on which they are written, and for an export
 * for which somebody ticked them.
 *
 * Returns: (transfer full): the session, or %NULL
 */
LdrSession *
ldr_store_get_session_with_private_notes (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_whole, _ ("There is no such session in this journal."),
                       error);
}

/**
 * ldr_store_has_private_notes:
 * @self: a journal
 * @found: (out): whether any session has private notes, in the trash or not
 * @error: return location for an #LdrStoreError
 *
 * Tells whoever makes an export whether there is something to ask about, without reading a word of it.
 *
 * Returns: whether that could be looked up
 */
gboolean
ldr_store_has_private_notes (LdrStore *self, gboolean *found, GError **error)
{
  g_return_val_if_fail (self != NULL && found != NULL, FALSE);
  return ldr_read_exists (self, "SELECT 1 FROM session_note WHERE part = " G_STRINGIFY (LDR_NOTE_PRIVATE) " LIMIT 1",
                          NULL, found, error);
}

/* The first session that @sql finds for a moment; %NULL when there is none. */
static gboolean
find_session (LdrStore *self, const char *sql, gint64 moment, LdrSession **session, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_store_is_ready (self, error) ? ldr_database_prepare (self->db, sql, error) : NULL;
  LdrStep step;

  *session = NULL;
  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, moment);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    return (*session = read_session (self, row, FALSE, error)) != NULL;
  return step == LDR_STEP_DONE;
}

/**
 * ldr_store_find_next_session:
 * @self: a journal
 * @now: this moment
 * @session: (out) (nullable) (transfer full): the session without its private notes, %NULL when none is planned
 * @error: return location for an #LdrStoreError
 *
 * Finds the session that comes next: the earliest of those that are planned and not over yet by their plan, or under
 * way since at most a day.
 *
 * Returns: whether that could be looked up
 */
gboolean
ldr_store_find_next_session (LdrStore *self, gint64 now, LdrSession **session, GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);
  return find_session (self, COLUMNS LDR_NEXT_SESSION, now, session, error);
}

/**
 * ldr_store_find_last_session:
 * @self: a journal
 * @before: a moment
 * @session: (out) (nullable) (transfer full): the session without its private notes, %NULL when there is none
 * @error: return location for an #LdrStoreError
 *
 * Finds the last session that was held and started before that moment.
 *
 * Returns: whether that could be looked up
 */
gboolean
ldr_store_find_last_session (LdrStore *self, gint64 before, LdrSession **session, GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);
  return find_session (self,
                       COLUMNS "WHERE deleted = 0 AND state = 1 AND starts < ?1 ORDER BY starts DESC, key DESC LIMIT 1",
                       before, session, error);
}

static gboolean
foreach_session (LdrStore *self, LdrReadFunc read, LdrSessionFunc func, gpointer user_data, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_store_is_ready (self, error) ? ldr_database_prepare (self->db, COLUMNS "ORDER BY id", error) : NULL;
  LdrStep step;

  if (row == NULL)
    return FALSE;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autoptr (LdrSession) session = read (self, row, error);

      if (session == NULL || !func (session, user_data, error))
        return FALSE;
    }
  return step == LDR_STEP_DONE;
}

/**
 * ldr_store_foreach_session:
 * @self: a journal
 * @func: (scope call): called with each session; returning %FALSE with an error set ends it
 * @user_data: data for @func
 * @error: return location for an #LdrStoreError, or what @func sets
 *
 * Calls @func with every session, those in the trash too, without their private notes, by their ids. @func must not
 * change the journal.
 *
 * Returns: whether all of them were read
 */
gboolean
ldr_store_foreach_session (LdrStore *self, LdrSessionFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  return foreach_session (self, read_shared, func, user_data, error);
}

/**
 * ldr_store_foreach_session_with_private_notes:
 * @self: a journal
 * @func: (scope call): called with each session; returning %FALSE with an error set ends it
 * @user_data: data for @func
 * @error: return location for an #LdrStoreError, or what @func sets
 *
 * What ldr_store_foreach_session() does, with the private notes: for an export for which somebody ticked them.
 *
 * Returns: whether all of them were read
 */
gboolean
ldr_store_foreach_session_with_private_notes (LdrStore *self, LdrSessionFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  return foreach_session (self, read_whole, func, user_data, error);
}
