/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-sessions.h"

#include "ldr-store-private.h"

/* Lists of sessions, without their texts. */

G_DEFINE_BOXED_TYPE (LdrSessionSummary, ldr_session_summary, ldr_session_summary_ref, ldr_session_summary_unref)

LdrSessionSummary *
ldr_session_summary_ref (LdrSessionSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
summary_clear (gpointer data)
{
  LdrSessionSummary *self = data;

  g_free (self->id);
  g_free (self->location);
}

void
ldr_session_summary_unref (LdrSessionSummary *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, summary_clear);
}

/* Part 5 is the private notes: a list does not even tell that there are any. */
#define SUMMARIES                                                                                                      \
  "SELECT s.id, s.state, s.starts, s.day, s.minutes, s.location, s.opened, s.closed, s.deleted, s.rested, "            \
  "(SELECT count(*) FROM agenda_point p WHERE p.session = s.key), "                                                    \
  "(SELECT count(*) FROM agenda_point p WHERE p.session = s.key AND p.done = 1), "                                     \
  "(SELECT count(*) FROM action a WHERE a.session = s.id), "                                                           \
  "(SELECT count(*) FROM action a WHERE a.session = s.id AND a.state = 0), "                                           \
  "EXISTS (SELECT 1 FROM session_note n WHERE n.session = s.key AND n.part < 5 "                                       \
  "AND trim (n.text, char (9, 10, 32)) <> '') FROM session s "

static gpointer
read_summary (LdrStore *self, LdrStatement *row, GError **error)
{
  LdrSessionSummary *summary = g_atomic_rc_box_new0 (LdrSessionSummary);

  summary->id = ldr_statement_dup_text (row, 0);
  summary->state = (LdrSessionState) ldr_statement_get_int (row, 1);
  summary->starts = ldr_statement_get_int (row, 2);
  summary->day = (int) ldr_statement_get_int (row, 3);
  summary->minutes = (int) ldr_statement_get_int (row, 4);
  summary->location = ldr_statement_dup_text (row, 5);
  summary->opened = ldr_statement_get_int (row, 6);
  summary->closed = ldr_statement_get_int (row, 7);
  summary->deleted = ldr_statement_get_int (row, 8);
  summary->rested = (int) ldr_statement_get_int (row, 9);
  summary->n_points = (int) ldr_statement_get_int (row, 10);
  summary->n_points_done = (int) ldr_statement_get_int (row, 11);
  summary->n_actions = (int) ldr_statement_get_int (row, 12);
  summary->n_actions_open = (int) ldr_statement_get_int (row, 13);
  summary->has_notes = ldr_statement_get_int (row, 14) != 0;
  return summary;
}

/* The statement of a list; each follows an index, so that nothing is sorted. */
const char *
ldr_session_list_get_sql (LdrSessionFilter filter)
{
  switch (filter)
    {
    case LDR_SESSIONS_ALL:
      return SUMMARIES "WHERE s.deleted = 0 ORDER BY s.starts DESC, s.key DESC";
    case LDR_SESSIONS_PLANNED:
      return SUMMARIES "WHERE s.deleted = 0 AND s.state = 0 ORDER BY s.starts, s.key";
    case LDR_SESSIONS_PAST:
      return SUMMARIES "WHERE s.deleted = 0 AND s.state <> 0 ORDER BY s.starts DESC, s.key DESC";
    case LDR_SESSIONS_TRASH:
      return SUMMARIES "WHERE s.deleted > 0 ORDER BY s.deleted DESC, s.key DESC";
    }
  g_return_val_if_reached (NULL);
}

/**
 * ldr_store_list_sessions:
 * @self: a journal
 * @filter: which of them
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrSessionSummary): the sessions in the order that #LdrSessionFilter tells, or
 *   %NULL
 */
GPtrArray *
ldr_store_list_sessions (LdrStore *self, LdrSessionFilter filter, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, ldr_session_list_get_sql (filter), NULL, read_summary,
                       (GDestroyNotify) ldr_session_summary_unref, error);
}
