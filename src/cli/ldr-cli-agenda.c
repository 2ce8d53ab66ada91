/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the next session is to be about. */

#include "ldr-cli.h"

#include <glib/gi18n.h>

#include "ldr-cli-coaching.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "model/ldr-summary.h"
#include "model/ldr-text.h"
#include "report/ldr-json-entry.h"
#include "report/ldr-json-sessions.h"
#include "store/ldr-store-preparation.h"
#include "store/ldr-store-sessions.h"

/* The session with this id, or the next one. */
static LdrPreparation *
prepare (LdrStore *store, const char *id, GError **error)
{
  g_autoptr (LdrSession) next = NULL;

  if (id == NULL && !ldr_store_find_next_session (store, ldr_moment_now (), &next, error))
    return NULL;
  if (id == NULL && next == NULL)
    {
      g_set_error_literal (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("No session is planned."));
      return NULL;
    }
  return ldr_store_prepare_session (store, id != NULL ? id : next->id, error);
}

/* --- For people ------------------------------------------------------------------------------------------------------
 */

static void
print_entry (const LdrSummary *summary)
{
  g_autofree char *day = ldr_day_to_iso8601 (summary->day);
  g_autofree char *name = ldr_text_clean (summary->title[0] != '\0' ? summary->title : summary->excerpt, LDR_TEXT_LINE);

  ldr_cli_print_format ("%s  %s  %s\n", summary->id, day, name);
}

static void
print_to_discuss (const LdrPreparation *preparation)
{
  int n_more = preparation->n_to_discuss - (int) preparation->to_discuss->len;

  if (preparation->to_discuss->len > 0)
    ldr_cli_print_format ("\n%s\n", _ ("To discuss"));
  for (guint i = 0; i < preparation->to_discuss->len; i++)
    print_entry (g_ptr_array_index (preparation->to_discuss, i));
  if (n_more > 0)
    ldr_cli_print_format (ngettext ("and %d more\n", "and %d more\n", (gulong) n_more), n_more);
}

static void
print_agenda (const LdrPreparation *preparation, GPtrArray *courses, const LdrJournalInfo *info)
{
  const LdrSession *session = preparation->session;

  ldr_cli_print_session_heading (session);
  if (session->agenda->len > 0)
    ldr_cli_print_format ("\n%s\n", _ ("Agenda"));
  for (guint i = 0; i < session->agenda->len; i++)
    ldr_cli_print_point (ldr_session_get_point (session, i)->text, ldr_session_get_point (session, i)->done);
  if (preparation->actions->len > 0)
    ldr_cli_print_format ("\n%s\n", _ ("Still open"));
  for (guint i = 0; i < preparation->actions->len; i++)
    ldr_cli_print_action (g_ptr_array_index (preparation->actions, i), info);
  print_to_discuss (preparation);
  if (courses->len > 0)
    ldr_cli_print_format ("\n%s\n", C_ ("heading", "Goals"));
  for (guint i = 0; i < courses->len; i++)
    ldr_cli_print_goal_course (g_ptr_array_index (courses, i), ldr_day_today ());
}

/* --- For scripts -----------------------------------------------------------------------------------------------------
 */

static void
append_action (GString *out, gpointer value)
{
  g_string_append_c (out, '{');
  ldr_json_append_action (out, value);
  g_string_append_c (out, '}');
}

static void
append_summary (GString *out, gpointer value)
{
  ldr_json_append_summary (out, value);
}

static void
append_course (GString *out, gpointer value)
{
  g_string_append_c (out, '{');
  ldr_cli_append_goal_course (out, value, ldr_day_today ());
  g_string_append_c (out, '}');
}

static void
print_agenda_json (const LdrPreparation *preparation, GPtrArray *courses)
{
  g_autoptr (GString) text = g_string_new ("{\"session\":{");

  ldr_json_append_session (text, preparation->session);
  g_string_append_c (text, '}');
  ldr_cli_append_list (text, "actions", preparation->actions, append_action);
  g_string_append_printf (text, ",\n\"to-discuss-count\":%d", preparation->n_to_discuss);
  ldr_cli_append_list (text, "to-discuss", preparation->to_discuss, append_summary);
  ldr_cli_append_list (text, "goals", courses, append_course);
  ldr_cli_print_format ("%s}\n", text->str);
}

static gboolean
run_agenda (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *id = NULL;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "session", 0, 0, G_OPTION_ARG_FILENAME, &id, N_ ("Of this session instead of the next one"), N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrPreparation) preparation = store != NULL ? prepare (store, id, error) : NULL;
  g_autoptr (GPtrArray) courses
      = preparation != NULL
            ? ldr_store_list_goal_courses (store, LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE), ldr_day_today (), error)
            : NULL;

  if (courses == NULL)
    return FALSE;
  if (json)
    print_agenda_json (preparation, courses);
  else
    print_agenda (preparation, courses, ldr_store_get_info (store));
  return ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_agenda_commands[] = {
  { "agenda", N_ ("FILE"), N_ ("Print what the next session is to be about"), run_agenda },
  { NULL },
};
