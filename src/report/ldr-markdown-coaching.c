/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-private.h"

#include <glib/gi18n.h>

#include "ldr-coaching-words.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"

/* Goals and sessions in Markdown, for both who talk about them. */

/* Translators: a date in an exported document, as g_date_time_format() takes it. */
#define DATE _ ("%-e %B %Y")

/* A line of facts beside each other; what is empty is left out. */
static void
append_fact (GString *facts, const char *fact)
{
  if (fact == NULL || fact[0] == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  ldr_markdown_append_escaped (facts, fact);
}

static void
append_heading (GString *out, const char *heading)
{
  g_string_append_printf (out, "\n**%s**\n\n", heading);
}

/* A text under its heading, if there is any. */
static void
append_part (GString *out, const char *heading, const char *text)
{
  if (text[0] == '\0')
    return;
  append_heading (out, heading);
  ldr_markdown_append_text (out, text);
}

static void
append_box (GString *out, gboolean done, const char *text)
{
  g_string_append (out, done ? "- [x] " : "- [ ] ");
  ldr_markdown_append_escaped (out, text);
}

/* --- Goals -----------------------------------------------------------------------------------------------------------
 */

static void
append_goal_facts (GString *out, const LdrGoal *goal)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *measure = ldr_words_describe_measure (ldr_goal_get_measure (goal));
  g_autofree char *period = ldr_words_describe_period (goal, DATE);

  append_fact (facts, ldr_words_get_goal_kind (goal->kind));
  append_fact (facts, ldr_words_get_goal_topic (goal));
  append_fact (facts, ldr_words_get_goal_state (goal->state));
  append_fact (facts, period);
  append_fact (facts, measure);
  g_string_append_printf (out, "*%s*\n", facts->str);
}

static void
append_steps (GString *out, const LdrGoal *goal)
{
  if (goal->steps->len > 0)
    append_heading (out, _ ("Steps"));
  for (guint i = 0; i < goal->steps->len; i++)
    {
      const LdrGoalStep *step = ldr_goal_get_step (goal, i);

      append_box (out, step->done != 0, step->text);
      g_string_append_c (out, '\n');
    }
}

/* What the goal said and measured before it said what stands above it. */
static void
append_earlier (GString *out, const LdrGoal *goal)
{
  if (goal->versions->len > 1)
    append_heading (out, _ ("What it was before"));
  for (guint i = 0; i + 1 < goal->versions->len; i++)
    {
      const LdrGoalVersion *version = g_ptr_array_index (goal->versions, i);
      const LdrGoalVersion *next = g_ptr_array_index (goal->versions, i + 1);
      g_autofree char *measure = ldr_words_describe_measure (version->measure);
      g_autofree char *date = ldr_day_format (next->since, DATE);
      g_autofree char *until = g_strdup_printf (_ ("until %s"), date);
      g_autoptr (GString) facts = g_string_new (NULL);

      append_fact (facts, version->statement);
      append_fact (facts, measure);
      append_fact (facts, until);
      g_string_append_printf (out, "- %s\n", facts->str);
    }
}

/* A note under its item of a list, however many lines it has. */
static void
append_note (GString *out, const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note, "\n", -1);

  for (gsize i = 0; note[0] != '\0' && lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s%s\n", i == 0 ? "\n" : "", lines[i][0] != '\0' ? "  " : "", lines[i]);
}

static void
append_check_ins (GString *out, const LdrGoal *goal, GPtrArray *check_ins)
{
  if (check_ins->len > 0)
    append_heading (out, _ ("Check-ins"));
  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const LdrGoalVersion *version = ldr_goal_find_version (goal, check_in->version);
      g_autofree char *date = ldr_day_format (check_in->day, DATE);
      g_autofree char *value = ldr_check_in_is_skipped (check_in)
                                   ? g_strdup (C_ ("check-in", "skipped"))
                                   : ldr_measure_format_value (version->measure, check_in->value);

      g_string_append_printf (out, "- %s: ", date);
      ldr_markdown_append_escaped (out, value);
      g_string_append_c (out, '\n');
      append_note (out, check_in->note);
    }
}

static gboolean
append_goal (GString *out, LdrStore *store, const LdrGoal *goal, GError **error)
{
  g_autoptr (GPtrArray) check_ins = ldr_store_list_check_ins (store, goal->id, error);

  if (check_ins == NULL)
    return FALSE;
  g_string_append (out, "\n## ");
  ldr_markdown_append_escaped (out, ldr_goal_get_statement (goal));
  g_string_append (out, "\n\n");
  append_goal_facts (out, goal);
  append_part (out, _ ("Why"), goal->why);
  append_part (out, _ ("I will know it works when"), goal->success);
  append_part (out, _ ("Experiment"), goal->hypothesis);
  append_steps (out, goal);
  append_earlier (out, goal);
  append_check_ins (out, goal, check_ins);
  append_part (out, _ ("What was learned"), goal->learned);
  return TRUE;
}

/* All goals outside the trash; nothing when there are none. */
gboolean
ldr_markdown_append_goals (GString *out, LdrStore *store, GError **error)
{
  g_autoptr (GPtrArray) goals = ldr_store_list_goals (store, LDR_GOAL_STATES_ALL, ldr_day_today (), error);

  if (goals == NULL)
    return FALSE;
  if (goals->len > 0)
    g_string_append_printf (out, "\n# %s\n", C_ ("heading", "Goals"));
  for (guint i = 0; i < goals->len; i++)
    if (!append_goal (out, store, g_ptr_array_index (goals, i), error))
      return FALSE;
  return TRUE;
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

static void
append_session_facts (GString *out, const LdrSession *session)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *minutes
      = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) session->minutes), session->minutes);

  append_fact (facts, ldr_words_get_session_state (session->state));
  append_fact (facts, minutes);
  append_fact (facts, session->location);
  g_string_append_printf (out, "*%s*\n", facts->str);
}

static void
append_agenda (GString *out, const LdrSession *session)
{
  if (session->agenda->len > 0)
    append_heading (out, _ ("Agenda"));
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (session, i);

      append_box (out, point->done, point->text);
      g_string_append_c (out, '\n');
    }
}

static void
append_action (GString *out, const LdrAction *action, const LdrJournalInfo *info)
{
  g_autofree char *date = action->due != 0 ? ldr_day_format (action->due, DATE) : NULL;
  g_autofree char *due = date != NULL ? g_strdup_printf (_ ("by %s"), date) : NULL;
  g_autoptr (GString) facts = g_string_new (NULL);

  append_fact (facts, ldr_words_get_owner (action, info));
  append_fact (facts, due);
  if (action->state == LDR_ACTION_DROPPED)
    append_fact (facts, ldr_words_get_action_state (action->state));
  append_box (out, action->state == LDR_ACTION_DONE, action->text);
  g_string_append_printf (out, " (%s)\n", facts->str);
}

static void
append_actions (GString *out, GPtrArray *actions, const LdrJournalInfo *info)
{
  if (actions->len > 0)
    append_heading (out, _ ("Agreed"));
  for (guint i = 0; i < actions->len; i++)
    append_action (out, g_ptr_array_index (actions, i), info);
}

static void
append_evaluation (GString *out, const LdrSession *session, LdrRole role, const LdrJournalInfo *info)
{
  g_autofree char *scores = ldr_words_describe_scores (&session->evaluations[role]);
  g_autofree char *heading = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (!ldr_session_is_evaluated (session, role))
    return;
  ldr_markdown_append_escaped (name, ldr_words_get_role (role, info));
  /* Translators: how a session was; %s is the name of the leader, or “Coach”. */
  heading = g_strdup_printf (_ ("How it was: %s"), name->str);
  append_heading (out, heading);
  if (scores[0] != '\0')
    g_string_append_printf (out, "%s\n\n", scores);
  ldr_markdown_append_text (out, session->evaluations[role].note);
}

static gboolean
append_session (GString *out, LdrStore *store, const LdrSession *session, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) actions = ldr_store_list_session_actions (store, session->id, error);
  const LdrJournalInfo *info = ldr_store_get_info (store);

  if (actions == NULL)
    return FALSE;
  g_string_append (out, "\n## ");
  ldr_markdown_append_date (out, session->starts, session->day, zone);
  g_string_append (out, "\n\n");
  append_session_facts (out, session);
  append_agenda (out, session);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    append_part (out, ldr_words_get_session_part ((LdrSessionPart) i), session->notes[i]);
  if (session->private_notes != NULL)
    append_part (out, _ ("Private notes"), session->private_notes);
  append_actions (out, actions, info);
  append_evaluation (out, session, LDR_ROLE_LEADER, info);
  append_evaluation (out, session, LDR_ROLE_COACH, info);
  return TRUE;
}

/* What was agreed in no session, or in one that is no longer there. */
static gboolean
append_loose_actions (GString *out, LdrStore *store, GHashTable *sessions, GError **error)
{
  g_autoptr (GPtrArray) actions = ldr_store_list_actions (store, error);

  if (actions == NULL)
    return FALSE;
  for (guint i = actions->len; i > 0; i--)
    if (g_hash_table_contains (sessions, ((LdrAction *) g_ptr_array_index (actions, i - 1))->session))
      g_ptr_array_remove_index (actions, i - 1);
  if (actions->len > 0)
    g_string_append_printf (out, "\n## %s\n", _ ("Agreed beside these sessions"));
  append_actions (out, actions, ldr_store_get_info (store));
  return TRUE;
}

/* All sessions outside the trash, the earliest first; nothing when there are none. */
gboolean
ldr_markdown_append_sessions (GString *out, LdrStore *store, LdrExportFlags flags, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) summaries = ldr_store_list_sessions (store, LDR_SESSIONS_ALL, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gsize start = out->len;

  if (summaries == NULL)
    return FALSE;
  for (guint i = summaries->len; i > 0; i--)
    {
      const LdrSessionSummary *summary = g_ptr_array_index (summaries, i - 1);
      g_autoptr (LdrSession) session = (flags & LDR_EXPORT_PRIVATE_NOTES) != 0
                                           ? ldr_store_get_session_with_private_notes (store, summary->id, error)
                                           : ldr_store_get_session (store, summary->id, error);

      if (session == NULL || !append_session (out, store, session, zone, error))
        return FALSE;
      g_hash_table_add (ids, summary->id);
    }
  if (!append_loose_actions (out, store, ids, error))
    return FALSE;
  if (out->len > start)
    {
      g_autofree char *heading = g_strdup_printf ("\n# %s\n", C_ ("heading", "Sessions"));

      g_string_insert (out, (gssize) start, heading);
    }
  return TRUE;
}
