/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that say how far a session or an action is. */

#include "ldr-cli.h"

#include <glib/gi18n.h>

#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "report/ldr-json-sessions.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-sessions.h"

static void
print_session (const LdrSession *session, gboolean json)
{
  g_autoptr (GString) line = g_string_new ("{");

  if (!json)
    {
      ldr_cli_print_format ("%s\n", session->id);
      return;
    }
  ldr_json_append_session (line, session);
  ldr_cli_print_format ("%s}\n", line->str);
}

static void
print_action (const LdrAction *action, gboolean json)
{
  g_autoptr (GString) line = g_string_new ("{");

  if (!json)
    {
      ldr_cli_print_format ("%s\n", action->id);
      return;
    }
  ldr_json_append_action (line, action);
  ldr_cli_print_format ("%s}\n", line->str);
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

static void
hold (LdrSession *session)
{
  ldr_session_close (session, ldr_moment_now ());
}

/* Takes back what was said of it. One that took place did so: its times are never lost. */
static void
undo (LdrSession *session)
{
  if (session->state == LDR_SESSION_CANCELLED && session->closed != 0)
    session->state = LDR_SESSION_HELD;
  else if (session->state == LDR_SESSION_CANCELLED || session->opened == 0)
    ldr_session_plan_again (session);
}

/* Private notes are not asked for, and stay as they are. */
static gboolean
set_session (LdrStore *store, const char *id, void (*func) (LdrSession *session), gboolean json, GError **error)
{
  g_autoptr (LdrSession) stored = ldr_store_get_session (store, id, error);
  g_autoptr (LdrSession) session = NULL, saved = NULL;

  if (stored == NULL)
    return FALSE;
  if (func == undo && stored->state == LDR_SESSION_HELD && stored->opened != 0)
    {
      g_set_error_literal (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED,
                           _ ("This session took place; it cannot be planned again."));
      return FALSE;
    }
  session = ldr_session_copy (stored);
  func (session);
  if (!ldr_store_save_session (store, session, error) || (saved = ldr_store_get_session (store, id, error)) == NULL
      || !ldr_store_close (store, error))
    return FALSE;
  print_session (saved, json);
  return TRUE;
}

static gboolean
run_session (const LdrCliCommand *command, char **args, void (*func) (LdrSession *session), GError **error)
{
  gboolean again = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "undo", 0, 0, G_OPTION_ARG_NONE, &again, N_ ("It is planned again"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the session as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;

  return store != NULL && set_session (store, words[1], again ? undo : func, json, error);
}

static gboolean
run_hold (const LdrCliCommand *command, char **args, GError **error)
{
  return run_session (command, args, hold, error);
}

static gboolean
run_cancel (const LdrCliCommand *command, char **args, GError **error)
{
  return run_session (command, args, ldr_session_cancel, error);
}

/* --- Actions ---------------------------------------------------------------------------------------------------------
 */

static gboolean
set_action (LdrStore *store, const char *id, LdrActionState state, gboolean json, GError **error)
{
  g_autoptr (LdrAction) stored = ldr_store_get_action (store, id, error);
  g_autoptr (LdrAction) action = NULL, saved = NULL;

  if (stored == NULL)
    return FALSE;
  action = ldr_action_copy (stored);
  ldr_action_set_state (action, state, ldr_day_today ());
  if (!ldr_store_save_action (store, action, error) || (saved = ldr_store_get_action (store, id, error)) == NULL
      || !ldr_store_close (store, error))
    return FALSE;
  print_action (saved, json);
  return TRUE;
}

static gboolean
run_close (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean dropped = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "dropped", 0, 0, G_OPTION_ARG_NONE, &dropped, N_ ("It will not be done any more"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the action as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;

  return store != NULL && set_action (store, words[1], dropped ? LDR_ACTION_DROPPED : LDR_ACTION_DONE, json, error);
}

static gboolean
run_reopen (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the action as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;

  return store != NULL && set_action (store, words[1], LDR_ACTION_OPEN, json, error);
}

const LdrCliCommand ldr_cli_state_commands[] = {
  { "session hold", N_ ("FILE ID"), N_ ("Mark a session as held"), run_hold },
  { "session cancel", N_ ("FILE ID"), N_ ("Mark a session as cancelled"), run_cancel },
  { "action close", N_ ("FILE ID"), N_ ("Mark what was agreed as done, or as dropped"), run_close },
  { "action reopen", N_ ("FILE ID"), N_ ("Mark what was agreed as open again"), run_reopen },
  { NULL },
};
