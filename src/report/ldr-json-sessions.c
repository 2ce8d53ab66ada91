/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-sessions.h"

#include <glib/gi18n.h>

#include "ldr-json-part.h"
#include "ldr-json-value.h"
#include "ldr-report-error.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-links.h"

/* No session has more actions, and the next one counts on from here. */
#define PLACES_MAX 10000

/* --- To text ---------------------------------------------------------------------------------------------------------
 */

static void
append_notes (GString *out, const LdrSession *session)
{
  ldr_json_append_member (out, "notes");
  g_string_append_c (out, '{');
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (session->notes[i][0] != '\0')
      ldr_json_append_string (out, ldr_session_part_to_id ((LdrSessionPart) i), session->notes[i]);
  g_string_append_c (out, '}');
  if (session->private_notes != NULL && session->private_notes[0] != '\0')
    ldr_json_append_string (out, "private-notes", session->private_notes);
}

static void
append_agenda (GString *out, const LdrSession *session)
{
  ldr_json_append_member (out, "agenda");
  g_string_append_c (out, '[');
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (session, i);

      g_string_append (out, i == 0 ? "{" : ",{");
      ldr_json_append_string (out, "id", point->id);
      ldr_json_append_string (out, "text", point->text);
      ldr_json_append_boolean (out, "done", point->done);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_score (GString *out, const char *member, int score)
{
  if (score != LDR_EVALUATION_UNSAID)
    ldr_json_append_int (out, member, score);
}

static void
append_evaluations (GString *out, const LdrSession *session)
{
  ldr_json_append_member (out, "evaluations");
  g_string_append_c (out, '{');
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    if (ldr_session_is_evaluated (session, (LdrRole) i))
      {
        const LdrEvaluation *evaluation = &session->evaluations[i];

        ldr_json_append_member (out, ldr_role_to_id ((LdrRole) i));
        g_string_append_c (out, '{');
        append_score (out, "contact", evaluation->contact);
        append_score (out, "goals", evaluation->goals);
        append_score (out, "approach", evaluation->approach);
        append_score (out, "overall", evaluation->overall);
        if (evaluation->note[0] != '\0')
          ldr_json_append_string (out, "note", evaluation->note);
        g_string_append_c (out, '}');
      }
  g_string_append_c (out, '}');
}

static void
append_when (GString *out, LdrSessionState state, gint64 starts, int day, int minutes, const char *location)
{
  ldr_json_append_string (out, "state", ldr_session_state_to_id (state));
  ldr_json_append_moment (out, "starts", starts);
  ldr_json_append_day (out, "day", day);
  ldr_json_append_int (out, "minutes", minutes);
  ldr_json_append_string (out, "location", location);
}

/* The moments that a session may have. */
static void
append_moments (GString *out, gint64 opened, gint64 closed, gint64 deleted)
{
  if (opened != 0)
    ldr_json_append_moment (out, "opened", opened);
  if (closed != 0)
    ldr_json_append_moment (out, "closed", closed);
  if (deleted != 0)
    ldr_json_append_moment (out, "deleted", deleted);
}

/**
 * ldr_json_append_session:
 * @out: a text that ends within an object
 * @session: a session; private notes that it carries are written
 *
 * Appends its members.
 */
void
ldr_json_append_session (GString *out, const LdrSession *session)
{
  ldr_json_append_string (out, "id", session->id);
  append_when (out, session->state, session->starts, session->day, session->minutes, session->location);
  ldr_json_append_string (out, "form", ldr_session_form_to_id (session->form));
  append_notes (out, session);
  append_agenda (out, session);
  append_evaluations (out, session);
  append_moments (out, session->opened, session->closed, session->deleted);
  if (session->rested != 0)
    ldr_json_append_int (out, "rested", session->rested);
  if (session->stands != 0)
    ldr_json_append_moment (out, "stands", session->stands);
  ldr_json_append_moment (out, "created", session->created);
  ldr_json_append_moment (out, "changed", session->changed);
}

/**
 * ldr_json_append_session_summary:
 * @out: a text that ends within an object
 * @summary: a row of a list
 *
 * Appends its members.
 */
void
ldr_json_append_session_summary (GString *out, const LdrSessionSummary *summary)
{
  ldr_json_append_string (out, "id", summary->id);
  append_when (out, summary->state, summary->starts, summary->day, summary->minutes, summary->location);
  append_moments (out, summary->opened, summary->closed, summary->deleted);
  if (summary->rested != 0)
    ldr_json_append_int (out, "rested", summary->rested);
  ldr_json_append_int (out, "points", summary->n_points);
  ldr_json_append_int (out, "points-done", summary->n_points_done);
  ldr_json_append_int (out, "actions", summary->n_actions);
  ldr_json_append_int (out, "actions-open", summary->n_actions_open);
  ldr_json_append_boolean (out, "has-notes", summary->has_notes);
}

/**
 * ldr_json_append_action:
 * @out: a text that ends within an object
 * @action: an action
 *
 * Appends its members.
 */
void
ldr_json_append_action (GString *out, const LdrAction *action)
{
  ldr_json_append_string (out, "id", action->id);
  if (action->session[0] != '\0')
    ldr_json_append_string (out, "session", action->session);
  ldr_json_append_int (out, "place", action->place);
  ldr_json_append_string (out, "text", action->text);
  ldr_json_append_string (out, "owner", ldr_action_owner_to_id (action->owner));
  if (action->owner_name[0] != '\0')
    ldr_json_append_string (out, "owner-name", action->owner_name);
  if (action->due != 0)
    ldr_json_append_day (out, "due", action->due);
  ldr_json_append_string (out, "state", ldr_action_state_to_id (action->state));
  ldr_json_append_day (out, "state-day", action->state_day);
  ldr_json_append_moment (out, "created", action->created);
  ldr_json_append_moment (out, "changed", action->changed);
}

/**
 * ldr_json_append_link:
 * @out: a text that ends within an object
 * @link: a link
 *
 * Appends its members.
 */
void
ldr_json_append_link (GString *out, const LdrLink *link)
{
  ldr_json_append_string (out, "kind", ldr_link_kind_to_id (link->kind));
  ldr_json_append_string (out, "id", link->id);
  ldr_json_append_string (out, "other-kind", ldr_link_kind_to_id (link->other_kind));
  ldr_json_append_string (out, "other-id", link->other_id);
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

/* The object of a member; @value stays %NULL when it is not there. */
static gboolean
get_object (JsonObject *object, const char *member, JsonObject **value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ldr_json_fail (error, member, C_ ("JSON value", "a JSON object"));
  *value = json_node_get_object (node);
  return TRUE;
}

static gboolean
read_when (JsonObject *object, LdrSession *session, GError **error)
{
  g_autofree char *state = g_strdup (ldr_session_state_to_id (LDR_SESSION_PLANNED));

  if (!ldr_json_get_string (object, "state", &state, error)
      || !ldr_json_get_moment (object, "starts", &session->starts, error))
    return FALSE;
  if (!json_object_has_member (object, "starts"))
    return ldr_json_fail (error, "starts", C_ ("JSON value", "a date and time"));
  session->day = ldr_day_from_moment (session->starts);
  if (!ldr_json_get_day (object, "day", &session->day, error)
      || !ldr_json_get_int (object, "minutes", &session->minutes, error)
      || !ldr_json_get_string (object, "location", &session->location, error)
      || !ldr_json_get_moment (object, "opened", &session->opened, error)
      || !ldr_json_get_moment (object, "closed", &session->closed, error)
      || !ldr_json_get_int (object, "rested", &session->rested, error)
      || !ldr_json_get_moment (object, "stands", &session->stands, error)
      || !ldr_json_get_moment (object, "deleted", &session->deleted, error)
      || !ldr_json_get_moment (object, "created", &session->created, error))
    return FALSE;
  session->changed = session->created;
  if (!ldr_json_get_moment (object, "changed", &session->changed, error))
    return FALSE;
  return ldr_session_state_from_id (state, &session->state)
         || ldr_json_fail (error, "state", C_ ("JSON value", "“planned”, “held” or “cancelled”"));
}

/* Texts are taken as they stand, so that what is not clean is refused and not quietly changed. */
static gboolean
read_notes (JsonObject *object, LdrSession *session, GError **error)
{
  g_autofree char *form = g_strdup (ldr_session_form_to_id (LDR_SESSION_FREE));
  JsonObject *notes;

  if (!ldr_json_get_string (object, "form", &form, error) || !get_object (object, "notes", &notes, error)
      || !ldr_json_get_string (object, "private-notes", &session->private_notes, error))
    return FALSE;
  if (!ldr_session_form_from_id (form, &session->form))
    return ldr_json_fail (error, "form", C_ ("JSON value", "“free” or “grow”"));
  for (int i = 0; notes != NULL && i < LDR_N_SESSION_PARTS; i++)
    if (!ldr_json_get_string (notes, ldr_session_part_to_id ((LdrSessionPart) i), &session->notes[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_agenda (LdrStore *store, JsonObject *object, LdrSession *session, GError **error)
{
  JsonArray *agenda;

  if (!ldr_json_get_objects (object, "agenda", &agenda, error))
    return FALSE;
  for (guint i = 0; agenda != NULL && i < json_array_get_length (agenda); i++)
    {
      JsonObject *element = json_array_get_object_element (agenda, i);
      LdrAgendaPoint *point = ldr_session_add_point (session, NULL, "", FALSE);

      if (!ldr_json_get_string (element, "id", &point->id, error)
          || !ldr_json_get_string (element, "text", &point->text, error)
          || !ldr_json_get_boolean (element, "done", &point->done, error)
          || !ldr_json_check_new (store, point->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_evaluations (JsonObject *object, LdrSession *session, GError **error)
{
  JsonObject *evaluations;

  if (!get_object (object, "evaluations", &evaluations, error))
    return FALSE;
  for (int i = 0; evaluations != NULL && i < LDR_N_EVALUATIONS; i++)
    {
      LdrEvaluation *evaluation = &session->evaluations[i];
      JsonObject *one;

      if (!get_object (evaluations, ldr_role_to_id ((LdrRole) i), &one, error))
        return FALSE;
      if (one != NULL
          && (!ldr_json_get_int (one, "contact", &evaluation->contact, error)
              || !ldr_json_get_int (one, "goals", &evaluation->goals, error)
              || !ldr_json_get_int (one, "approach", &evaluation->approach, error)
              || !ldr_json_get_int (one, "overall", &evaluation->overall, error)
              || !ldr_json_get_string (one, "note", &evaluation->note, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_session (LdrStore *store, JsonObject *object, GError **error)
{
  g_autofree char *id = ldr_id_new ();
  g_autoptr (LdrSession) session = NULL;

  if (!ldr_json_get_string (object, "id", &id, error))
    return FALSE;
  session = ldr_session_new_bare (id);
  session->created = ldr_moment_now ();
  return read_when (object, session, error) && read_notes (object, session, error)
         && read_agenda (store, object, session, error) && read_evaluations (object, session, error)
         && ldr_json_check_new (store, id, error) && ldr_store_import_session (store, session, error);
}

/**
 * ldr_json_read_sessions:
 * @store: an open journal
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying what is wrong, LDR_STORE_ERROR_EXISTS when the
 *   journal holds some of it already, or what the journal says
 *
 * Adds the sessions.
 *
 * Returns: whether all of them came in
 */
gboolean
ldr_json_read_sessions (LdrStore *store, JsonObject *object, GError **error)
{
  return ldr_json_read_list (store, object, "sessions", read_session, error);
}

/* --- Actions ---------------------------------------------------------------------------------------------------------
 */

static gboolean
read_owner (JsonObject *object, LdrAction *action, GError **error)
{
  g_autofree char *owner = g_strdup (ldr_action_owner_to_id (LDR_ACTION_LEADER));

  if (!ldr_json_get_string (object, "owner", &owner, error)
      || !ldr_json_get_string (object, "owner-name", &action->owner_name, error))
    return FALSE;
  return ldr_action_owner_from_id (owner, &action->owner)
         || ldr_json_fail (error, "owner", C_ ("JSON value", "“leader”, “coach” or “other”"));
}

static gboolean
read_action_state (JsonObject *object, LdrAction *action, GError **error)
{
  g_autofree char *state = g_strdup (ldr_action_state_to_id (LDR_ACTION_OPEN));

  if (!ldr_json_get_string (object, "state", &state, error)
      || !ldr_json_get_day (object, "state-day", &action->state_day, error)
      || !ldr_json_get_day (object, "due", &action->due, error))
    return FALSE;
  return ldr_action_state_from_id (state, &action->state)
         || ldr_json_fail (error, "state", C_ ("JSON value", "“open”, “done” or “dropped”"));
}

static gboolean
read_action (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrAction) action = ldr_action_new (NULL, "");

  action->changed = action->created;
  action->place = json_object_has_member (object, "place") ? 0 : -1;
  if (!ldr_json_get_string (object, "id", &action->id, error)
      || !ldr_json_get_string (object, "session", &action->session, error)
      || !ldr_json_get_string (object, "text", &action->text, error)
      || !ldr_json_get_int (object, "place", &action->place, error)
      || !ldr_json_get_moment (object, "created", &action->created, error)
      || !ldr_json_get_moment (object, "changed", &action->changed, error) || !read_owner (object, action, error)
      || !read_action_state (object, action, error))
    return FALSE;
  if (action->place > PLACES_MAX)
    return ldr_json_fail (error, "place", C_ ("JSON value", "a number in its range"));
  return ldr_json_check_new (store, action->id, error) && ldr_store_import_action (store, action, error);
}

/**
 * ldr_json_read_actions:
 * @store: an open journal, in which the sessions are already
 * @object: what stands before or behind the entries
 * @error: as of ldr_json_read_sessions()
 *
 * Adds what was agreed.
 *
 * Returns: whether all of it came in
 */
gboolean
ldr_json_read_actions (LdrStore *store, JsonObject *object, GError **error)
{
  return ldr_json_read_list (store, object, "actions", read_action, error);
}

/* --- Links -----------------------------------------------------------------------------------------------------------
 */

static gboolean
read_end (
    JsonObject *object, const char *kind_member, const char *id_member, LdrLinkKind *kind, char **id, GError **error)
{
  g_autofree char *name = NULL;

  if (!ldr_json_get_string (object, kind_member, &name, error) || !ldr_json_get_string (object, id_member, id, error))
    return FALSE;
  if (!ldr_link_kind_from_id (name, kind))
    return ldr_json_fail (error, kind_member, C_ ("JSON value", "“entry”, “goal”, “session” or “prompt”"));
  return *id != NULL || ldr_json_fail (error, id_member, C_ ("JSON value", "a text"));
}

static gboolean
read_link (LdrStore *store, JsonObject *object, GError **error)
{
  g_autofree char *id = NULL, *other_id = NULL;
  g_autoptr (LdrLink) link = NULL;
  LdrLinkKind kind, other_kind;

  if (!read_end (object, "kind", "id", &kind, &id, error)
      || !read_end (object, "other-kind", "other-id", &other_kind, &other_id, error))
    return FALSE;
  link = ldr_link_new (kind, id, other_kind, other_id);
  return ldr_store_link (store, link, error);
}

/**
 * ldr_json_read_links:
 * @store: an open journal, in which entries, goals and sessions are already
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID, LDR_MODEL_ERROR_INVALID or LDR_STORE_ERROR_NOT_FOUND, saying what is wrong, or what
 *   the journal says
 *
 * Adds the links between all of them.
 *
 * Returns: whether all of them came in
 */
gboolean
ldr_json_read_links (LdrStore *store, JsonObject *object, GError **error)
{
  return ldr_json_read_list (store, object, "links", read_link, error);
}
