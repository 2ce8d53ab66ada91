/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on goals. */

#include "ldr-cli.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ldr-cli-coaching.h"
#include "ldr-cli-goal-fields.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "model/ldr-strength.h"
#include "report/ldr-coaching-words.h"
#include "report/ldr-json-goals.h"

static void
print_goal_json (const LdrGoal *goal, GPtrArray *check_ins)
{
  g_autoptr (GString) line = g_string_new ("{");

  ldr_json_append_goal (line, goal, check_ins);
  ldr_cli_print_format ("%s}\n", line->str);
}

/* What a command made or changed: its id, or all of it. */
static void
print_result (const LdrGoal *goal, gboolean json)
{
  if (json)
    print_goal_json (goal, NULL);
  else
    ldr_cli_print_format ("%s\n", goal->id);
}

static gboolean
run_add (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the goal as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { ldr_cli_goal_options, options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrGoal) goal = words != NULL ? ldr_cli_make_goal (error) : NULL;
  g_autoptr (LdrStore) store = goal != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrGoal) saved = store != NULL ? ldr_store_save_goal (store, goal, ldr_day_today (), error) : NULL;

  if (saved == NULL || !ldr_store_close (store, error))
    return FALSE;
  print_result (saved, json);
  return TRUE;
}

/* --- Lists -----------------------------------------------------------------------------------------------------------
 */

static gboolean
read_states (char **ids, gboolean all, guint *states, GError **error)
{
  *states = all ? LDR_GOAL_STATES_ALL : LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE) | LDR_GOAL_STATE_BIT (LDR_GOAL_PAUSED);
  if (ids != NULL && !all)
    *states = 0;
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      LdrGoalState state;

      if (!ldr_goal_state_from_id (ids[i], &state))
        return ldr_cli_usage (error, _ ("“%s” is not a state of a goal: use active, paused, achieved or let-go."),
                              ids[i]);
      *states |= LDR_GOAL_STATE_BIT (state);
    }
  return TRUE;
}

static void
print_course_json (gconstpointer value, gpointer user_data)
{
  g_autoptr (GString) line = g_string_new ("{");

  ldr_cli_append_goal_course (line, value, ldr_day_today ());
  ldr_cli_print_format ("%s}", line->str);
}

static gboolean
run_list (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean all = FALSE, json = FALSE;
  g_auto (GStrv) ids = NULL;
  const GOptionEntry options[] = {
    { "state", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &ids, N_ ("Only those in this state; may be given again"),
      "active|paused|achieved|let-go" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Those that ended too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON array"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  int today = ldr_day_today ();
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (GPtrArray) courses = NULL;
  guint states;

  if (words == NULL || !read_states (ids, all, &states, error))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  courses = store != NULL ? ldr_store_list_goal_courses (store, states, today, error) : NULL;
  if (courses == NULL)
    return FALSE;
  if (json)
    ldr_cli_print_json_array (courses, print_course_json, NULL);
  for (guint i = 0; i < courses->len && !json; i++)
    ldr_cli_print_goal_course (g_ptr_array_index (courses, i), today);
  return ldr_store_close (store, error);
}

/* --- One goal --------------------------------------------------------------------------------------------------------
 */

static void
print_facts (const LdrGoal *goal, int today)
{
  const char *topic = ldr_words_get_goal_topic (goal);
  g_autofree char *measure = ldr_words_describe_measure (ldr_goal_get_measure (goal));
  g_autofree char *period = ldr_words_describe_period (goal, "%Y-%m-%d");

  ldr_cli_print_format ("%s\n%s%s%s · %s\n", ldr_goal_get_statement (goal), ldr_words_get_goal_kind (goal->kind),
                        topic != NULL ? " · " : "", topic != NULL ? topic : "",
                        ldr_words_get_goal_state (ldr_goal_get_state (goal, today)));
  ldr_cli_print_format ("%s · %s\n", period, measure);
  if (goal->deleted != 0)
    ldr_cli_print_format ("%s\n", _ ("In the trash"));
}

static void
print_check_ins (const LdrGoal *goal, GPtrArray *check_ins, int today)
{
  double strength = ldr_strength_get (goal, check_ins, today);

  if (check_ins->len == 0)
    return;
  ldr_cli_print_format ("\n%s\n", _ ("Check-ins"));
  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const LdrGoalVersion *version = ldr_goal_find_version (goal, check_in->version);
      g_autofree char *day = ldr_day_to_iso8601 (check_in->day);
      g_autofree char *value = ldr_measure_format_value (version->measure, check_in->value);
      g_autofree char *note = g_strdelimit (g_strdup (check_in->note), "\n", ' ');

      ldr_cli_print_format ("%s  %s%s%s\n", day, value, note[0] != '\0' ? "  " : "", note);
    }
  ldr_cli_print ("\n");
  /* Translators: how firmly a goal stands, 0 to 100. */
  ldr_cli_print_format (_ ("Strength: %d%%"), (int) (strength * 100 + 0.5));
  ldr_cli_print ("\n");
}

static void
print_goal (const LdrGoal *goal, GPtrArray *check_ins)
{
  int today = ldr_day_today ();

  print_facts (goal, today);
  ldr_cli_print_text (_ ("Why"), goal->why);
  ldr_cli_print_text (_ ("I will know it works when"), goal->success);
  ldr_cli_print_text (_ ("Experiment"), goal->hypothesis);
  ldr_cli_print_text (_ ("What was learned"), goal->learned);
  if (goal->steps->len > 0)
    ldr_cli_print_format ("\n%s\n", _ ("Steps"));
  for (guint i = 0; i < goal->steps->len; i++)
    ldr_cli_print_point (ldr_goal_get_step (goal, i)->text, ldr_goal_get_step (goal, i)->done != 0);
  print_check_ins (goal, check_ins, today);
}

static gboolean
run_show (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrGoal) goal = store != NULL ? ldr_store_get_goal (store, words[1], error) : NULL;
  g_autoptr (GPtrArray) check_ins = goal != NULL ? ldr_store_list_check_ins (store, goal->id, error) : NULL;

  if (check_ins == NULL)
    return FALSE;
  if (json)
    print_goal_json (goal, check_ins);
  else
    print_goal (goal, check_ins);
  return ldr_store_close (store, error);
}

/* --- Check-ins -------------------------------------------------------------------------------------------------------
 */

static LdrCheckIn *
make_check_in (const LdrGoal *goal, int day, const char *value, const char *note, GError **error)
{
  g_autoptr (LdrCheckIn) check_in = ldr_check_in_new (goal, day, NAN);
  const LdrGoalVersion *version = ldr_goal_find_version (goal, check_in->version);

  if (value != NULL && !ldr_measure_parse_value (version->measure, value, &check_in->value, error))
    return NULL;
  ldr_check_in_set_note (check_in, note != NULL ? note : "");
  return g_steal_pointer (&check_in);
}

static void
print_check_in (const LdrCheckIn *check_in, gboolean json)
{
  g_autoptr (GString) line = g_string_new ("{");

  if (!json)
    {
      ldr_cli_print_format ("%s\n", check_in->id);
      return;
    }
  ldr_json_append_check_in (line, check_in);
  ldr_cli_print_format ("%s}\n", line->str);
}

static gboolean
run_check_in (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean skip = FALSE, json = FALSE;
  g_autofree char *date = NULL, *note = NULL;
  const GOptionEntry options[] = {
    { "skip", 0, 0, G_OPTION_ARG_NONE, &skip, N_ ("Skip the day on purpose; then there is no VALUE"), NULL },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("The day that it is about (today)"), N_ ("DATE") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_ ("What there is to say about it"), N_ ("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the check-in as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  guint n_arguments = g_strv_contains ((const char *const *) args, "--skip") ? 2 : 3;
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, n_arguments, error);
  int today = ldr_day_today (), day = today;
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrCheckIn) check_in = NULL;

  if (words == NULL || !ldr_cli_parse_day (date, &day, error) || !ldr_cli_check_text (note, "--note", error))
    return FALSE;
  if (day > today)
    return ldr_cli_usage (error, _ ("A check-in is about today or a day before it."));
  store = ldr_cli_open (words[0], error);
  goal = store != NULL ? ldr_store_get_goal (store, words[1], error) : NULL;
  check_in = goal != NULL ? make_check_in (goal, day, words[2], note, error) : NULL;
  if (check_in == NULL || !ldr_store_check_in (store, check_in, NULL, error) || !ldr_store_close (store, error))
    return FALSE;
  print_check_in (check_in, json);
  return TRUE;
}

/* --- Its end ---------------------------------------------------------------------------------------------------------
 */

static gboolean
run_close (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean achieved = FALSE, let_go = FALSE, undo = FALSE, json = FALSE;
  g_autofree char *learned = NULL;
  const GOptionEntry options[] = {
    { "achieved", 0, 0, G_OPTION_ARG_NONE, &achieved, N_ ("It came true"), NULL },
    { "let-go", 0, 0, G_OPTION_ARG_NONE, &let_go, N_ ("It is let go"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, N_ ("Take it up again"), NULL },
    { "learned", 0, 0, G_OPTION_ARG_FILENAME, &learned, N_ ("What was learned"), N_ ("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the goal as a JSON object instead of its id"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  int today = ldr_day_today ();
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrGoal) goal = NULL, changed = NULL, saved = NULL;
  LdrGoalState state;

  if (words == NULL || !ldr_cli_check_text (learned, "--learned", error))
    return FALSE;
  if (achieved + let_go + undo != 1)
    return ldr_cli_usage (error, _ ("Say one of --achieved, --let-go and --undo."));
  store = ldr_cli_open (words[0], error);
  goal = store != NULL ? ldr_store_get_goal (store, words[1], error) : NULL;
  if (goal == NULL)
    return FALSE;
  changed = ldr_goal_copy (goal);
  state = achieved ? LDR_GOAL_ACHIEVED : let_go ? LDR_GOAL_LET_GO : LDR_GOAL_ACTIVE;
  /* What it is already, it has been since the day that it says. */
  if (ldr_goal_get_state (goal, today) != state)
    ldr_goal_set_state (changed, state, today);
  if (learned != NULL)
    ldr_goal_set_learned (changed, learned);
  saved = ldr_store_save_goal (store, changed, today, error);
  if (saved == NULL || !ldr_store_close (store, error))
    return FALSE;
  print_result (saved, json);
  return TRUE;
}

const LdrCliCommand ldr_cli_goal_commands[] = {
  { "goal add", N_ ("FILE"), N_ ("Set a goal and print its id"), run_add },
  { "goal list", N_ ("FILE"), N_ ("List goals: id, state, statement and where they stand"), run_list },
  { "goal show", N_ ("FILE ID"), N_ ("Print a goal with its check-ins"), run_show },
  { "goal checkin", N_ ("FILE ID VALUE"), N_ ("Check in on a goal and print the check-in’s id"), run_check_in },
  { "goal close", N_ ("FILE ID"), N_ ("End a goal: achieved, or let go with what was learned"), run_close },
  { NULL },
};
