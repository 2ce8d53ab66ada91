/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on coaching sessions. */

#include "ldr-cli.h"

#include <glib/gi18n.h>

#include "ldr-cli-coaching.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"
#include "report/ldr-json-sessions.h"
#include "store/ldr-store-actions.h"

/* What --part calls the private notes, which are no part of the shared ones. */
#define PRIVATE_PART "private"

/* What a command made or changed: its id, or all of it but for private notes. */
static void
print_result (const LdrSession *session, gboolean json)
{
  g_autoptr (LdrSession) shared = ldr_session_copy_without_private_notes (session);
  g_autoptr (GString) line = g_string_new ("{");

  if (!json)
    {
      ldr_cli_print_format ("%s\n", session->id);
      return;
    }
  ldr_json_append_session (line, shared);
  ldr_cli_print_format ("%s}\n", line->str);
}

/* --- A new one -------------------------------------------------------------------------------------------------------
 */

static gboolean
read_form (const char *id, LdrSession *session, GError **error)
{
  return id == NULL || ldr_session_form_from_id (id, &session->form)
         || ldr_cli_usage (error, _ ("“%s” is not a form of notes: use free or grow."), id);
}

static LdrSession *
make_session (const char *date, int minutes, const char *location, const char *form, char **points, GError **error)
{
  g_autoptr (GDateTime) starts = NULL;
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (GError) local_error = NULL;

  if (date == NULL)
    {
      ldr_cli_usage (error, _ ("Say when it is: --date 2026-03-09T14:30"));
      return NULL;
    }
  if (!ldr_cli_check_text (location, "--location", error) || !ldr_cli_check_texts (points, "--point", error)
      || !ldr_cli_parse_moment (date, &starts, error))
    return NULL;
  session = ldr_session_new (starts);
  session->minutes = minutes;
  ldr_session_set_location (session, location);
  for (gsize i = 0; points != NULL && points[i] != NULL; i++)
    ldr_session_add_point (session, NULL, points[i], FALSE);
  if (!read_form (form, session, error))
    return NULL;
  if (!ldr_session_validate (session, &local_error))
    {
      ldr_cli_usage (error, "%s", local_error->message);
      return NULL;
    }
  return g_steal_pointer (&session);
}

static gboolean
run_add (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *date = NULL, *location = NULL, *form = NULL;
  g_auto (GStrv) points = NULL;
  int minutes = LDR_SESSION_USUAL_MINUTES;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("When it starts, such as 2026-03-09T14:30"), N_ ("DATE") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &minutes, N_ ("How long it takes (60)"), "N" },
    { "location", 0, 0, G_OPTION_ARG_FILENAME, &location, N_ ("Where it is"), N_ ("TEXT") },
    { "form", 0, 0, G_OPTION_ARG_FILENAME, &form, N_ ("How its notes are written (free)"), "free|grow" },
    { "point", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &points, N_ ("A point of the agenda; may be given again"),
      N_ ("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the session as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrSession) session = words != NULL ? make_session (date, minutes, location, form, points, error) : NULL;
  g_autoptr (LdrStore) store = session != NULL ? ldr_cli_open (words[0], error) : NULL;

  if (store == NULL || !ldr_store_save_session (store, session, error) || !ldr_store_close (store, error))
    return FALSE;
  print_result (session, json);
  return TRUE;
}

/* --- Lists -----------------------------------------------------------------------------------------------------------
 */

static void
print_summary (const LdrSessionSummary *summary)
{
  g_autoptr (GDateTime) local = ldr_moment_to_local (summary->starts);
  g_autofree char *starts = g_date_time_format (local, "%Y-%m-%d %H:%M");

  ldr_cli_print_format ("%s  %s  %s%s%s", summary->id, starts, ldr_words_get_session_state (summary->state),
                        summary->location[0] != '\0' ? "  " : "", summary->location);
  if (summary->n_actions_open > 0)
    {
      ldr_cli_print ("  (");
      ldr_cli_print_format (ngettext ("%d open action", "%d open actions", (gulong) summary->n_actions_open),
                            summary->n_actions_open);
      ldr_cli_print (")");
    }
  ldr_cli_print ("\n");
}

static void
print_summary_json (gconstpointer value, gpointer user_data)
{
  g_autoptr (GString) line = g_string_new ("{");

  ldr_json_append_session_summary (line, value);
  ldr_cli_print_format ("%s}", line->str);
}

static void
print_action_json (gconstpointer value, gpointer user_data)
{
  g_autoptr (GString) line = g_string_new ("{");

  ldr_json_append_action (line, value);
  ldr_cli_print_format ("%s}", line->str);
}

static gboolean
list_sessions (LdrStore *store, LdrSessionFilter filter, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) summaries = ldr_store_list_sessions (store, filter, error);

  if (summaries == NULL)
    return FALSE;
  if (json)
    ldr_cli_print_json_array (summaries, print_summary_json, NULL);
  for (guint i = 0; i < summaries->len && !json; i++)
    print_summary (g_ptr_array_index (summaries, i));
  return TRUE;
}

static gboolean
list_open_actions (LdrStore *store, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) actions = ldr_store_list_open_actions (store, error);

  if (actions == NULL)
    return FALSE;
  if (json)
    ldr_cli_print_json_array (actions, print_action_json, NULL);
  for (guint i = 0; i < actions->len && !json; i++)
    ldr_cli_print_action (g_ptr_array_index (actions, i), ldr_store_get_info (store));
  return TRUE;
}

static gboolean
run_list (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean planned = FALSE, past = FALSE, trash = FALSE, open_actions = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "planned", 0, 0, G_OPTION_ARG_NONE, &planned, N_ ("Only those to come, the next one first"), NULL },
    { "past", 0, 0, G_OPTION_ARG_NONE, &past, N_ ("Only those that were held or cancelled"), NULL },
    { "trash", 0, 0, G_OPTION_ARG_NONE, &trash, N_ ("What is in the trash"), NULL },
    { "open-actions", 0, 0, G_OPTION_ARG_NONE, &open_actions, N_ ("What was agreed and is open, of all sessions"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON array"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  LdrSessionFilter filter = planned ? LDR_SESSIONS_PLANNED
                            : past  ? LDR_SESSIONS_PAST
                            : trash ? LDR_SESSIONS_TRASH
                                    : LDR_SESSIONS_ALL;
  g_autoptr (LdrStore) store = NULL;

  if (words == NULL)
    return FALSE;
  if (planned + past + trash + open_actions > 1)
    return ldr_cli_usage (error, _ ("Say only one of --planned, --past, --trash and --open-actions."));
  store = ldr_cli_open (words[0], error);
  return store != NULL
         && (open_actions ? list_open_actions (store, json, error) : list_sessions (store, filter, json, error))
         && ldr_store_close (store, error);
}

/* --- One session -----------------------------------------------------------------------------------------------------
 */

static void
print_evaluation (const LdrSession *session, LdrRole role, const LdrJournalInfo *info)
{
  const LdrEvaluation *evaluation = &session->evaluations[role];
  g_autofree char *scores = ldr_words_describe_scores (evaluation);
  g_autofree char *heading = g_strdup_printf (_ ("How it was: %s"), ldr_words_get_role (role, info));
  g_autofree char *text
      = g_strconcat (scores, scores[0] != '\0' && evaluation->note[0] != '\0' ? "\n" : "", evaluation->note, NULL);

  ldr_cli_print_text (heading, text);
}

static void
print_session (const LdrSession *session, GPtrArray *actions, const LdrJournalInfo *info)
{
  ldr_cli_print_session_heading (session);
  if (session->agenda->len > 0)
    ldr_cli_print_format ("\n%s\n", _ ("Agenda"));
  for (guint i = 0; i < session->agenda->len; i++)
    ldr_cli_print_point (ldr_session_get_point (session, i)->text, ldr_session_get_point (session, i)->done);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    ldr_cli_print_text (ldr_words_get_session_part ((LdrSessionPart) i), session->notes[i]);
  if (session->private_notes != NULL)
    ldr_cli_print_text (_ ("Private notes"), session->private_notes);
  if (actions->len > 0)
    ldr_cli_print_format ("\n%s\n", _ ("Agreed"));
  for (guint i = 0; i < actions->len; i++)
    ldr_cli_print_action (g_ptr_array_index (actions, i), info);
  print_evaluation (session, LDR_ROLE_LEADER, info);
  print_evaluation (session, LDR_ROLE_COACH, info);
}

/* The session as an export has it, with what was agreed in it. */
static void
print_session_json (const LdrSession *session, GPtrArray *actions)
{
  g_autoptr (GString) line = g_string_new ("{");

  ldr_json_append_session (line, session);
  g_string_append (line, ",\"actions\":[");
  for (guint i = 0; i < actions->len; i++)
    {
      g_string_append (line, i == 0 ? "{" : ",{");
      ldr_json_append_action (line, g_ptr_array_index (actions, i));
      g_string_append_c (line, '}');
    }
  ldr_cli_print_format ("%s]}\n", line->str);
}

static gboolean
run_show (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean with_private = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "private", 0, 0, G_OPTION_ARG_NONE, &with_private, N_ ("With the private notes"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (GPtrArray) actions = NULL;

  if (store == NULL)
    return FALSE;
  session = with_private ? ldr_store_get_session_with_private_notes (store, words[1], error)
                         : ldr_store_get_session (store, words[1], error);
  actions = session != NULL ? ldr_store_list_session_actions (store, session->id, error) : NULL;
  if (actions == NULL)
    return FALSE;
  if (json)
    print_session_json (session, actions);
  else
    print_session (session, actions, ldr_store_get_info (store));
  return ldr_store_close (store, error);
}

/* --- Notes -----------------------------------------------------------------------------------------------------------
 */

/* A part of the notes, or LDR_N_SESSION_PARTS for the private ones. */
static gboolean
read_part (const char *id, LdrSessionPart *part, GError **error)
{
  if (id == NULL)
    return ldr_cli_usage (error, _ ("Say where it belongs: --part free, goal, reality, options, will or private."));
  if (g_str_equal (id, PRIVATE_PART))
    *part = (LdrSessionPart) LDR_N_SESSION_PARTS;
  else if (!ldr_session_part_from_id (id, part))
    return ldr_cli_usage (
        error, _ ("“%s” is not a part of the notes: use free, goal, reality, options, will or private."), id);
  return TRUE;
}

/* Whether there are notes in the form in which the session is written. */
static gboolean
has_notes_in_form (const LdrSession *session)
{
  gboolean found = FALSE;

  if (session->form == LDR_SESSION_FREE)
    return session->notes[LDR_SESSION_PART_FREE][0] != '\0';
  for (int i = LDR_SESSION_PART_GOAL; i < LDR_N_SESSION_PARTS; i++)
    found = found || session->notes[i][0] != '\0';
  return found;
}

/* Writes into the notes. A session without any takes the form of the first that is written. */
static void
write_note (LdrSession *session, LdrSessionPart part, const char *text, gboolean replace)
{
  gboolean is_private = (int) part == LDR_N_SESSION_PARTS;
  const char *old = is_private ? session->private_notes : session->notes[part];
  g_autofree char *whole = g_strconcat (replace ? "" : old, !replace && old[0] != '\0' ? "\n\n" : "", text, NULL);

  if (is_private)
    {
      ldr_session_set_private_notes (session, whole);
      return;
    }
  if (!has_notes_in_form (session))
    session->form = part == LDR_SESSION_PART_FREE ? LDR_SESSION_FREE : LDR_SESSION_GROW;
  ldr_session_set_note (session, part, whole);
}

/* A copy to be changed; private notes are looked at only to write in them. */
static LdrSession *
get_session (LdrStore *store, const char *id, gboolean with_private, GError **error)
{
  g_autoptr (LdrSession) session = with_private ? ldr_store_get_session_with_private_notes (store, id, error)
                                                : ldr_store_get_session (store, id, error);

  return session != NULL ? ldr_session_copy (session) : NULL;
}

static gboolean
run_note (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *part_id = NULL;
  gboolean replace = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "part", 0, 0, G_OPTION_ARG_FILENAME, &part_id, N_ ("Which part of the notes"),
      "free|goal|reality|options|will|private" },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("Instead of what stands there, and not below it"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the session as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrSession) session = NULL;
  g_autofree char *text = NULL;
  LdrSessionPart part;

  if (words == NULL || !read_part (part_id, &part, error))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  session = store != NULL ? get_session (store, words[1], (int) part == LDR_N_SESSION_PARTS, error) : NULL;
  text = session != NULL ? ldr_cli_read_text (error) : NULL;
  if (text == NULL)
    return FALSE;
  if (text[0] == '\0' && !replace)
    return ldr_cli_usage (error, _ ("There is nothing to write: no text."));
  write_note (session, part, text, replace);
  if (!ldr_store_save_session (store, session, error) || !ldr_store_close (store, error))
    return FALSE;
  print_result (session, json);
  return TRUE;
}

/* --- Agreeing --------------------------------------------------------------------------------------------------------
 */

static void
set_owner (LdrAction *action, const char *owner)
{
  LdrActionOwner found;

  if (owner == NULL)
    return;
  if (!ldr_action_owner_from_id (owner, &found))
    found = LDR_ACTION_OTHER;
  ldr_action_set_owner (action, found, owner);
}

static gboolean
run_agree (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *owner = NULL, *due = NULL;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "owner", 0, 0, G_OPTION_ARG_FILENAME, &owner, N_ ("Who does it: leader, coach, or somebody’s name (leader)"),
      N_ ("OWNER") },
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &due, N_ ("Until when"), N_ ("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the action as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 3, error);
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (LdrAction) action = NULL, saved = NULL;
  int due_day = 0;

  if (words == NULL || !ldr_cli_check_text (words[2], _ ("the action"), error)
      || !ldr_cli_check_text (owner, "--owner", error) || !ldr_cli_parse_day (due, &due_day, error))
    return FALSE;
  if (g_strstrip (words[2])[0] == '\0')
    return ldr_cli_usage (error, _ ("Say in one line what is to be done."));
  store = ldr_cli_open (words[0], error);
  session = store != NULL ? ldr_store_get_session (store, words[1], error) : NULL;
  if (session == NULL)
    return FALSE;
  action = ldr_action_new (session, words[2]);
  set_owner (action, owner);
  action->due = due_day;
  if (!ldr_store_save_action (store, action, error) || (saved = ldr_store_get_action (store, action->id, error)) == NULL
      || !ldr_store_close (store, error))
    return FALSE;
  if (json)
    print_action_json (saved, NULL);
  else
    ldr_cli_print (saved->id);
  ldr_cli_print ("\n");
  return TRUE;
}

const LdrCliCommand ldr_cli_session_commands[] = {
  { "session add", N_ ("FILE"), N_ ("Plan a coaching session and print its id"), run_add },
  { "session list", N_ ("FILE"), N_ ("List sessions, the latest first: id, time and state"), run_list },
  { "session show", N_ ("FILE ID"), N_ ("Print a session with its notes and what was agreed"), run_show },
  { "session note", N_ ("FILE ID"), N_ ("Add to the notes of a session, from standard input"), run_note },
  { "session agree", N_ ("FILE ID ACTION"), N_ ("Write down what was agreed in a session and print its id"),
    run_agree },
  { NULL },
};
