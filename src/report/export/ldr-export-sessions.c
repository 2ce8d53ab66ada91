/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "report/document/ldr-document-runs.h"
#include "report/ldr-coaching-words.h"
#include "store/ldr-store-actions.h"

/* Sessions, the latest first: it is what one talks about. */

/**
 * ldr_export_shows_session:
 * @self: a document in the making
 * @state: the state of a session
 * @day: its day
 * @has_notes: whether it has notes
 *
 * Returns: whether it is in the document: one that was cancelled only with notes
 */
gboolean
ldr_export_shows_session (const LdrExportRun *self, LdrSessionState state, int day, gboolean has_notes)
{
  return ldr_period_contains (&self->period, day) && (state != LDR_SESSION_CANCELLED || has_notes);
}

static gboolean
with_private_notes (const LdrExportRun *self)
{
  return (self->flags & LDR_EXPORT_PRIVATE_NOTES) != 0;
}

static gboolean
push_top (LdrExportRun *self, const LdrSession *session, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = ldr_export_dup_day (self, session->day);
  /* Translators: a heading; %s is a date */
  g_autofree char *heading = g_strdup_printf (_ ("Session of %s"), day);

  if (session->state != LDR_SESSION_HELD)
    g_ptr_array_add (facts, g_strdup (ldr_words_get_session_state (session->state)));
  g_ptr_array_add (facts,
                   g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) session->minutes), session->minutes));
  g_ptr_array_add (facts, g_strdup (session->location));
  return ldr_export_push_heading (self, 1, heading, error) && ldr_export_push_facts (self, facts, error);
}

static gboolean
push_agenda (LdrExportRun *self, const LdrSession *session, GError **error)
{
  if (session->agenda->len > 0 && !ldr_export_push_heading (self, 2, _ ("Agenda"), error))
    return FALSE;
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (session, i);

      if (!ldr_export_push_check (self, point->done, point->text, error))
        return FALSE;
    }
  return TRUE;
}

/* Notes of the form that the session does not have are kept too. Free ones need no heading where they come first. */
static gboolean
push_notes (LdrExportRun *self, const LdrSession *session, GError **error)
{
  gboolean first = session->agenda->len == 0;

  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      gboolean bare = first && i == LDR_SESSION_PART_FREE;
      const char *heading = bare ? NULL : ldr_words_get_session_part ((LdrSessionPart) i);

      if (!ldr_export_push_text (self, bare ? 1 : 2, heading, session->notes[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
push_private (LdrExportRun *self, const LdrSession *session, GError **error)
{
  if (!with_private_notes (self) || session->private_notes == NULL || *session->private_notes == '\0')
    return TRUE;
  return ldr_export_push (self, ldr_document_private_begin_new (), error)
         && ldr_export_push_text (self, 2, NULL, session->private_notes, error)
         && ldr_export_push (self, ldr_document_private_end_new (), error);
}

/* What was agreed goes out only where actions do. */
static gboolean
push_agreed (LdrExportRun *self, const LdrSession *session, GError **error)
{
  g_autoptr (GPtrArray) actions = NULL;

  if ((self->choice->parts & LDR_EXPORT_ACTIONS) == 0)
    return TRUE;
  actions = ldr_store_list_session_actions (self->store, session->id, error);
  if (actions == NULL)
    return FALSE;
  if (actions->len > 0 && !ldr_export_push_heading (self, 2, _ ("Agreed"), error))
    return FALSE;
  for (guint i = 0; i < actions->len; i++)
    {
      g_autoptr (LdrAction) then = ldr_export_action_then (self, g_ptr_array_index (actions, i));

      if (!ldr_export_push_action (self, then, error))
        return FALSE;
    }
  ldr_document_writer_about (self->writer, LDR_SUBJECT_SESSION, session->id);
  return TRUE;
}

static gboolean
push_evaluation (LdrExportRun *self, const LdrSession *session, LdrRole role, GError **error)
{
  const LdrEvaluation *evaluation = &session->evaluations[role];
  g_autofree char *scores = ldr_words_describe_scores (evaluation);
  g_autofree char *heading
      = g_strdup_printf (_ ("How it was: %s"), ldr_words_get_role (role, ldr_store_get_info (self->store)));

  if (!ldr_session_is_evaluated (session, role))
    return TRUE;
  return ldr_export_push_heading (self, 2, heading, error)
         && (scores[0] == '\0' || ldr_export_push_line (self, scores, error))
         && ldr_export_push_text (self, 2, NULL, evaluation->note, error);
}

static gboolean
push_session (LdrExportRun *self, const LdrSession *session, GError **error)
{
  ldr_document_writer_about (self->writer, LDR_SUBJECT_SESSION, session->id);
  return push_top (self, session, error) && push_agenda (self, session, error) && push_notes (self, session, error)
         && push_private (self, session, error) && push_agreed (self, session, error)
         && push_evaluation (self, session, LDR_ROLE_LEADER, error)
         && push_evaluation (self, session, LDR_ROLE_COACH, error);
}

/* --- As a table ------------------------------------------------------------------------------------------------------
 */

static LdrDocumentTable *
session_table_new (const LdrExportRun *self)
{
  const char *heads[] = { C_ ("column", "Date"),
                          C_ ("column", "State"),
                          C_ ("column", "Where"),
                          C_ ("column", "Notes"),
                          with_private_notes (self) ? C_ ("column", "Private notes") : NULL,
                          NULL };

  return ldr_document_table_new (_ ("Coaching sessions"), heads, NULL);
}

static void
add_row (const LdrExportRun *self, LdrDocumentTable *table, const LdrSession *session)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *day = ldr_day_to_iso8601 (session->day);
  g_autofree char *private_notes = with_private_notes (self) && session->private_notes != NULL
                                       ? ldr_export_dup_plain (session->private_notes)
                                       : g_strdup ("");
  const char *cells[] = { day, ldr_words_get_session_state (session->state), session->location, NULL, NULL, NULL };

  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_autofree char *plain = ldr_export_dup_plain (session->notes[i]);

      if (*plain != '\0')
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? LDR_LINE_BREAK : "", plain);
    }
  cells[3] = notes->str;
  cells[4] = with_private_notes (self) ? private_notes : NULL;
  ldr_document_table_add_row (table, cells);
}

/* --- All of them -----------------------------------------------------------------------------------------------------
 */

static LdrSession *
get_session (const LdrExportRun *self, const char *id, GError **error)
{
  return with_private_notes (self) ? ldr_store_get_session_with_private_notes (self->store, id, error)
                                   : ldr_store_get_session (self->store, id, error);
}

/**
 * ldr_export_write_sessions:
 * @self: a document in the making
 * @error: what the journal or the writer says
 *
 * Adds the sessions of the period: their agenda, their notes, what was agreed if actions go out too, and how they were.
 * Private notes are marked as such, and read from the journal only if they go out.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_write_sessions (LdrExportRun *self, GError **error)
{
  g_autoptr (GPtrArray) summaries = ldr_store_list_sessions (self->store, LDR_SESSIONS_ALL, error);
  g_autoptr (LdrDocumentTable) table = ldr_export_wants_tables (self) ? session_table_new (self) : NULL;

  if (summaries == NULL)
    return FALSE;
  for (guint i = 0; i < summaries->len; i++)
    {
      const LdrSessionSummary *summary = g_ptr_array_index (summaries, i);
      g_autoptr (LdrSession) session = NULL;

      if (!ldr_export_shows_session (self, summary->state, summary->day, summary->has_notes))
        continue;
      session = get_session (self, summary->id, error);
      self->day = summary->day;
      if (session == NULL || (table == NULL && !push_session (self, session, error)))
        return FALSE;
      if (table != NULL)
        add_row (self, table, session);
      if (table != NULL && !ldr_export_push_rows (self, &table, FALSE, error))
        return FALSE;
      ldr_export_run_report (self, i, summaries->len);
    }
  return table == NULL || ldr_export_push_rows (self, &table, TRUE, error);
}
