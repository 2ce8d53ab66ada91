/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "ldr-json-testing.h"
#include "model/ldr-moment.h"
#include "report/ldr-markdown-export.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-demo.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-links.h"
#include "store/ldr-store-sessions.h"

/* Goals, sessions, actions and links in the JSON format, and what Markdown says of them. */

#define SECRET "Dit is alleen voor mij: \"twijfel\" \\ 👍\n\n- één"

/* --- A journal with everything that these parts can hold -------------------------------------------------------------
 */

static LdrGoal *
save_goal (LdrStore *store, LdrGoalKind kind, int style, const char *statement, const LdrMeasure *measure)
{
  LdrGoal *goal = ldr_goal_new (kind, style);
  g_autoptr (GError) error = NULL;

  ldr_goal_set_statement (goal, statement);
  ldr_goal_set_measure (goal, measure);
  goal->first_day = goal->state_day = 739000;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = 739000;
  g_assert_true (ldr_store_import_goal (store, goal, &error));
  g_assert_no_error (error);
  return goal;
}

static void
check_in (LdrStore *store, const LdrGoal *goal, int day, double value, const char *note)
{
  g_autoptr (LdrCheckIn) mark = ldr_check_in_new (goal, day, value);
  g_autoptr (GError) error = NULL;

  ldr_check_in_set_note (mark, note);
  g_assert_true (ldr_store_check_in (store, mark, NULL, &error));
  g_assert_no_error (error);
}

/* A figure with numbers of every length and a second version. */
static void
add_figure (LdrStore *store)
{
  static const double values[] = { 0.1, 1.0 / 3, -0.0, 12, -7.25, 999999999999.0, 1e-7, 123456789.123456789, 4.9e-324 };
  g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_FIGURE, -1, "min", 12.3, 0.7);
  g_autoptr (LdrGoal) goal = save_goal (store, LDR_GOAL_FIGURE, -1, "Korter “wachten” \\ 👍", measure);
  g_autoptr (LdrGoal) changed = ldr_goal_copy (goal), saved = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    check_in (store, goal, 739000 + (int) i, values[i], i == 1 ? "Een derde\n\n- “ja”" : "");
  check_in (store, goal, 739020, NAN, "op vakantie");
  measure->target = 5;
  ldr_goal_set_measure (changed, measure);
  saved = ldr_store_save_goal (store, changed, 739050, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (saved->versions->len, ==, 2);
  check_in (store, saved, 739055, 0.30000000000000004, "");
}

static void
add_goals (LdrStore *store, LdrGoal **first, LdrGoal **trashed)
{
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrMeasure) weekly = ldr_measure_new (LDR_MEASURE_WEEKLY, -1, "", 4, 1);
  g_autoptr (LdrGoal) last = NULL;
  g_autoptr (GError) error = NULL;

  *first = save_goal (store, LDR_GOAL_STRENGTH, LDR_STYLE_NINJA, "Vooraf vertellen", scale);
  ldr_goal_set_why (*first, "Omdat *het* helpt.\n\nEcht.");
  ldr_goal_set_success (*first, "Als niemand meer vraagt");
  ldr_goal_set_hypothesis (*first, "Wie het hoort, gaat mee");
  ldr_goal_set_rhythm (*first, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY) | LDR_WEEKDAY_BIT (G_DATE_SUNDAY));
  (*first)->last_day = 739100;
  ldr_goal_add_step (*first, "Eén stap");
  ldr_goal_add_step (*first, "Nog een \"stap\"");
  ldr_goal_set_step_done (*first, 1, 739004);
  ldr_goal_pause (*first, 739010, 739012);
  ldr_goal_pause (*first, 739030, 739060);
  g_assert_true (ldr_store_import_goal (store, *first, &error));
  check_in (store, *first, 739001, 0, "");
  check_in (store, *first, 739002, 10, "");
  *trashed = save_goal (store, LDR_GOAL_PITFALL, LDR_STYLE_TEAM_PLAYER, "Minder zelf doen", weekly);
  check_in (store, *trashed, 739001, 99, "");
  g_assert_true (ldr_store_trash_goal (store, (*trashed)->id, &error));
  last = save_goal (store, LDR_GOAL_PITFALL, LDR_STYLE_INTEGRATOR, "Losgelaten", scale);
  ldr_goal_set_state (last, LDR_GOAL_LET_GO, 739040);
  ldr_goal_set_learned (last, "Dat het\nniet hoeft");
  ldr_goal_set_rhythm (last, LDR_RHYTHM_MONTHLY, 0);
  g_assert_true (ldr_store_import_goal (store, last, &error));
  g_assert_no_error (error);
}

static LdrSession *
add_session (LdrStore *store, int number, gboolean with_private)
{
  g_autoptr (GDateTime) starts = g_date_time_new_utc (2026, 3, 9 + number, 13, 30, 0);
  LdrSession *session = ldr_session_new (starts);
  const LdrEvaluation evaluation = { 7, LDR_EVALUATION_UNSAID, 0, 10, (char *) "Goed “gesprek”" },
                      said = { LDR_EVALUATION_UNSAID, LDR_EVALUATION_UNSAID, LDR_EVALUATION_UNSAID,
                               LDR_EVALUATION_UNSAID, (char *) "Alleen dit" };
  g_autoptr (GError) error = NULL;

  ldr_session_set_location (session, "De zolder");
  session->minutes = 45 + number;
  session->form = number % 2 == 0 ? LDR_SESSION_GROW : LDR_SESSION_FREE;
  for (int i = 0; i < LDR_N_SESSION_PARTS; i += 1 + number)
    ldr_session_set_note (session, (LdrSessionPart) i, "Wat *zij* wil:\n\n> \"rust\"\t\\");
  if (with_private)
    ldr_session_set_private_notes (session, SECRET);
  ldr_session_add_point (session, NULL, "Eerst “dit”", TRUE);
  ldr_session_add_point (session, NULL, "Dan dat", FALSE);
  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &evaluation);
  if (number == 1)
    ldr_session_set_evaluation (session, LDR_ROLE_COACH, &said);
  if (number == 0)
    {
      ldr_session_open (session, session->starts + 1234);
      ldr_session_pause (session, session->starts + 60000);
      ldr_session_close (session, session->starts + 3600007);
    }
  else if (number == 1)
    {
      ldr_session_open (session, session->starts);
      ldr_session_pause (session, session->starts + 7);
    }
  else if (number == 2)
    ldr_session_cancel (session);
  g_assert_true (ldr_store_save_session (store, session, &error));
  g_assert_no_error (error);
  return session;
}

static void
add_action (LdrStore *store, const LdrSession *session, const char *text, LdrActionOwner owner, LdrActionState state)
{
  g_autoptr (LdrAction) action = ldr_action_new (session, text);
  g_autoptr (GError) error = NULL;

  ldr_action_set_owner (action, owner, "Fatima \"F\"");
  ldr_action_set_state (action, state, 739012);
  action->due = owner == LDR_ACTION_COACH ? 0 : 739080;
  g_assert_true (ldr_store_save_action (store, action, &error));
  g_assert_no_error (error);
}

static void
add_link (LdrStore *store, LdrLinkKind kind, const char *id, LdrLinkKind other_kind, const char *other_id)
{
  g_autoptr (LdrLink) link = ldr_link_new (kind, id, other_kind, other_id);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_link (store, link, &error));
  g_assert_no_error (error);
}

static void
fill (LdrStore *store)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
  g_autoptr (LdrGoal) goal = NULL, trashed = NULL;
  g_autoptr (LdrSession) one = NULL, two = NULL, three = NULL;
  g_autoptr (GError) error = NULL;

  ldr_entry_set_text (entry, "Een notitie");
  saved = ldr_store_save_entry (store, entry, &error);
  add_goals (store, &goal, &trashed);
  add_figure (store);
  one = add_session (store, 0, TRUE);
  two = add_session (store, 1, FALSE);
  three = add_session (store, 2, TRUE);
  g_assert_true (ldr_store_trash_session (store, three->id, &error));
  g_assert_no_error (error);
  add_action (store, one, "Eerst \"dit\"", LDR_ACTION_LEADER, LDR_ACTION_OPEN);
  add_action (store, one, "Dan dat", LDR_ACTION_OTHER, LDR_ACTION_DONE);
  add_action (store, NULL, "Los", LDR_ACTION_COACH, LDR_ACTION_DROPPED);
  add_action (store, two, "Later", LDR_ACTION_COACH, LDR_ACTION_OPEN);
  add_link (store, LDR_LINK_ENTRY, saved->id, LDR_LINK_GOAL, goal->id);
  add_link (store, LDR_LINK_GOAL, trashed->id, LDR_LINK_GOAL, goal->id);
  add_link (store, LDR_LINK_SESSION, one->id, LDR_LINK_ENTRY, saved->id);
  add_link (store, LDR_LINK_PROMPT, "team-player-strength-1", LDR_LINK_SESSION, one->id);
}

/* --- Tests -----------------------------------------------------------------------------------------------------------
 */

static const char *const members[] = { "goals", "sessions", "actions", "links" };

static void
test_round_trip (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       bare = ldr_json_testing_new_journal (fixture, "Y");
  g_autofree char *first = NULL, *none = ldr_json_testing_write_all (bare);

  fill (store);
  first = ldr_json_testing_write_all (store);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *member = g_strdup_printf (",\n\"%s\":[\n{", members[i]);

      g_assert_nonnull (strstr (first, member));
      g_assert_null (strstr (none, member));
    }
  g_assert_nonnull (strstr (first, "\"value\":0.1}"));
  g_assert_nonnull (strstr (first, "\"value\":0.30000000000000004}"));
  g_assert_nonnull (strstr (first, "\"value\":null,\"note\":\"op vakantie\"}"));
  g_assert_nonnull (strstr (first, "\"rests\":[{\"first-day\":"));
  g_assert_nonnull (strstr (first, "\"rested\":3540,"));
  g_assert_nonnull (strstr (first, "\"stands\":\"2026-03-10T13:30:00.007Z\""));
  g_assert_nonnull (strstr (first, "\"weekdays\":[\"mon\",\"sun\"]"));
  g_assert_nonnull (strstr (first, "\"leader\":{\"contact\":7,\"approach\":0,\"overall\":10,\"note\":"));
  g_assert_nonnull (strstr (first, "\"private-notes\":\"Dit is"));
  ldr_json_testing_assert_comes_back (fixture, first);
}

/* The goal that lay in the trash goes back between the same two. */
static void
test_order (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *first = NULL;
  g_autoptr (GPtrArray) trashed = NULL, goals = NULL;
  g_autoptr (GError) error = NULL;

  fill (store);
  first = ldr_json_testing_write_all (store);
  g_assert_true (ldr_json_testing_read (other, first, NULL, &error));
  trashed = ldr_store_list_trashed_goals (other, &error);
  g_assert_cmpuint (trashed->len, ==, 1);
  g_assert_true (ldr_store_restore_goal (other, ((LdrGoal *) g_ptr_array_index (trashed, 0))->id, &error));
  goals = ldr_store_list_all_goals (other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (goals->len, ==, 4);
  g_assert_cmpstr (ldr_goal_get_statement (g_ptr_array_index (goals, 1)), ==, "Minder zelf doen");
}

static void
test_demo (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "en", "nl" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LdrDemo) demo = ldr_demo_new (languages[i], 7, 60);
      g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, ldr_demo_get_leader (demo));
      g_autofree char *first = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (ldr_store_fill_with_demo (store, demo, &error));
      g_assert_no_error (error);
      first = ldr_json_testing_write_all (store);
      for (gsize j = 0; j < G_N_ELEMENTS (members); j++)
        {
          g_autofree char *member = g_strdup_printf (",\n\"%s\":[\n{", members[j]);

          g_assert_nonnull (strstr (first, member));
        }
      ldr_json_testing_assert_comes_back (fixture, first);
    }
}

/* What was not asked for is nowhere in the file, and nothing else is missing from it. */
static void
test_private (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *all = NULL, *shared = NULL, *again = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = TRUE;

  g_assert_true (ldr_store_has_private_notes (store, &found, &error));
  g_assert_false (found);
  fill (store);
  g_assert_true (ldr_store_has_private_notes (store, &found, &error));
  g_assert_true (found);
  all = ldr_json_testing_write_all (store);
  shared = ldr_json_testing_write (store, LDR_EXPORT_DEFAULT);
  g_assert_null (strstr (shared, "private-notes"));
  g_assert_null (strstr (shared, "alleen voor mij"));
  regex = g_regex_new (",\"private-notes\":\"([^\"\\\\]|\\\\.)*\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, &error);
  stripped = g_regex_replace_literal (regex, all, -1, 0, "", G_REGEX_MATCH_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stripped, ==, shared);
  g_assert_true (ldr_json_testing_read (other, shared, NULL, &error));
  g_assert_no_error (error);
  again = ldr_json_testing_write_all (other);
  g_assert_cmpstr (again, ==, shared);
  g_assert_true (ldr_store_has_private_notes (other, &found, &error));
  g_assert_false (found);
}

/* The members of an object have no order, and links may stand before what they link. */
static void
test_any_order (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const orders[][6] = {
    { "links", "actions", "sessions", "goals", "entries", "journal" },
    { "entries", "links", "actions", "sessions", "goals", "journal" },
    { "sessions", "links", "entries", "journal", "actions", "goals" },
    { "goals", "actions", "journal", "entries", "sessions", "links" },
  };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *whole = NULL;
  g_autoptr (JsonNode) root = NULL;

  fill (store);
  whole = ldr_json_testing_write_all (store);
  root = json_from_string (whole, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (LdrStore) other = ldr_json_testing_new_journal (fixture, "X");
      g_autoptr (GString) text = g_string_new ("{\"version\":1");
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (orders[i]); j++)
        {
          g_autofree char *value
              = json_to_string (json_object_get_member (json_node_get_object (root), orders[i][j]), FALSE);

          g_string_append_printf (text, ",\"%s\":%s", orders[i][j], value);
        }
      g_string_append (text, ",\"format\":\"leidraad-journal\"}");
      g_test_message ("%s first", orders[i][0]);
      g_assert_true (ldr_json_testing_read (other, text->str, NULL, &error));
      g_assert_no_error (error);
      again = ldr_json_testing_write_all (other);
      /* json-glib writes some numbers in more digits; they are the same numbers. */
      g_assert_cmpstr (again, ==, whole);
    }
}

/* A script may leave out nearly everything. */
static void
test_least (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char text[]
      = "{\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[],\"new\":{\"links\":[5]},"
        "\"goals\":[{\"kind\":\"figure\",\"new\":1,\"versions\":[{\"statement\":\"Meer\",\"measure\":\"figure\","
        "\"target\":80}],\"check-ins\":[{\"day\":\"2026-03-09\",\"value\":12.5},{\"day\":\"2026-03-08\",\"value\":null}"
        "]"
        "}],\"sessions\":[{\"starts\":\"2026-03-09T08:00:00Z\"}],\"actions\":[{\"text\":\"Bellen\"}]}";
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (GPtrArray) goals = NULL, check_ins = NULL, sessions = NULL, actions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_json_testing_read (store, text, NULL, &error));
  g_assert_no_error (error);
  goals = ldr_store_list_all_goals (store, &error);
  g_assert_cmpuint (goals->len, ==, 1);
  check_ins = ldr_store_list_check_ins (store, ((LdrGoal *) g_ptr_array_index (goals, 0))->id, &error);
  g_assert_cmpuint (check_ins->len, ==, 2);
  g_assert_true (ldr_check_in_is_skipped (g_ptr_array_index (check_ins, 0)));
  sessions = ldr_store_list_sessions (store, LDR_SESSIONS_PLANNED, &error);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpint (((LdrSessionSummary *) g_ptr_array_index (sessions, 0))->minutes, ==, LDR_SESSION_USUAL_MINUTES);
  actions = ldr_store_list_open_actions (store, &error);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_no_error (error);
}

/* --- What is refused -------------------------------------------------------------------------------------------------
 */

#define HEAD "{\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[\n],"
#define ID "\"id\":\"0190163d-8694-739b-aea5-966c26f8ad91\""
#define OTHER "0190163d-8694-739b-aea5-966c26f8ad92"
#define GOALS(goal) HEAD "\"goals\":[" goal "]}"
#define VERSION "{\"since\":\"2026-03-01\",\"statement\":\"Meer\",\"measure\":\"scale\",\"target\":8}"
#define GOAL(members)                                                                                                  \
  GOALS ("{" ID ",\"kind\":\"strength\",\"style\":\"ninja\",\"first-day\":\"2026-03-01\",\"versions\":[" VERSION       \
         "]" members "}")
#define MEASURE(members)                                                                                               \
  GOALS ("{\"kind\":\"figure\",\"versions\":[{\"since\":\"2026-03-01\",\"statement\":\"Meer\"," members "}]}")
#define CHECK(members) GOAL (",\"check-ins\":[{" members "}]")
#define SESSIONS(session) HEAD "\"sessions\":[" session "]}"
#define SESSION(members) SESSIONS ("{" ID ",\"starts\":\"2026-03-09T08:00:00Z\"" members "}")
#define ACTION(members) HEAD "\"actions\":[{" members "}]}"
#define LINK(members) HEAD "\"links\":[{" members "}]}"

static const LdrJsonRefused bad[] = {
  { HEAD "\"goals\":5}", "“goals”" },
  { HEAD "\"goals\":[5]}", "“goals”" },
  { "{\"goals\":{},\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[]}", "Line 1: “goals”" },
  { GOALS ("{}"), "Line 2: goals 1: “kind”" },
  { GOALS ("{\"kind\":\"dream\"}"), "goals 1: “kind”" },
  { GOALS ("{\"kind\":\"figure\"}"), "goals 1: “versions”" },
  { GOALS ("{\"kind\":\"figure\",\"versions\":[]}"), "goals 1: “versions”" },
  { GOALS ("{\"kind\":\"strength\",\"versions\":[" VERSION "]}"), "goals 1: Choose the style" },
  { GOAL (",\"style\":\"boss\""), "“style”" },
  { GOAL (",\"state\":\"dead\""), "“state”" },
  { GOAL (",\"state\":\"let-go\",\"returns\":\"2026-04-01\""), "“returns”" },
  { GOAL (",\"state\":\"paused\",\"state-day\":\"2026-04-01\",\"returns\":\"2026-04-01\""), "comes back" },
  { GOAL (",\"last-day\":\"2026-02-01\""), "The last day is before the first" },
  { GOAL (",\"last-day\":7"), "“last-day”" },
  { GOAL (",\"rhythm\":\"hourly\""), "“rhythm”" },
  { GOAL (",\"rhythm\":\"weekdays\""), "day of the week" },
  { GOAL (",\"rhythm\":\"weekdays\",\"weekdays\":[\"monday\"]"), "“weekdays”" },
  { GOAL (",\"rhythm\":\"monthly\",\"weekdays\":[\"mon\"]"), "“rhythm”" },
  { GOAL (",\"why\":\"bell\\u0007\""), "“why”" },
  { GOAL (",\"why\":\"\\u0000\""), "characters" },
  { GOAL (",\"deleted\":\"1960-03-09T08:30:00Z\""), "“deleted”" },
  { GOAL (",\"steps\":[{}]"), "“steps”" },
  { GOAL (",\"steps\":[{\"text\":\"two\\nlines\"}]"), "“steps”" },
  { GOAL (",\"steps\":[{" ID ",\"text\":\"a\"},{" ID ",\"text\":\"b\"}]"), "“steps”" },
  { GOAL (",\"steps\":[{\"text\":\"a\",\"done\":true}]"), "“done”" },
  { MEASURE ("\"measure\":\"feeling\",\"target\":8"), "“measure”" },
  { MEASURE ("\"measure\":\"figure\""), "“target”" },
  { MEASURE ("\"measure\":\"figure\",\"target\":\"8\""), "“target”" },
  { MEASURE ("\"measure\":\"figure\",\"target\":1e12"), "twelve digits" },
  { MEASURE ("\"measure\":\"figure\",\"target\":1e999"), "" },
  { MEASURE ("\"measure\":\"figure\",\"target\":8,\"start\":true"), "“start”" },
  { MEASURE ("\"measure\":\"figure\",\"target\":8,\"better\":\"up\""), "“better”" },
  { MEASURE ("\"measure\":\"figure\",\"target\":8,\"unit\":\"a\\nb\""), "unit" },
  { MEASURE ("\"measure\":\"scale\",\"target\":8,\"unit\":\"%\""), "unit" },
  { MEASURE ("\"measure\":\"scale\",\"target\":8.5"), "scale" },
  { MEASURE ("\"measure\":\"scale\",\"target\":11"), "scale" },
  { CHECK ("\"day\":\"2026-03-02\""), "check-ins 1: “value”" },
  { CHECK ("\"value\":5"), "check-ins 1: “day”" },
  { CHECK ("\"day\":\"2026-03-02\",\"value\":5.5"), "whole numbers from 0 to 10" },
  { CHECK ("\"day\":\"2026-03-02\",\"value\":11"), "whole numbers from 0 to 10" },
  { CHECK ("\"day\":\"2026-03-02\",\"value\":5,\"version\":2"), "“version”" },
  { CHECK ("\"day\":\"2026-03-02\",\"value\":5,\"version\":-1"), "“version”" },
  { CHECK ("\"day\":\"2026-03-02\",\"value\":5,\"id\":\"x\""), "“id”" },
  { CHECK ("\"day\":\"2026-03-02\",\"value\":5},{\"day\":\"2026-03-02\",\"value\":6"), "check-ins 2: “day”" },
  { CHECK (ID ",\"day\":\"2026-03-02\",\"value\":5"), "already" },
  { SESSIONS ("{}"), "sessions 1: “starts”" },
  { SESSION ("},{" ID ",\"starts\":\"2026-03-10T08:00:00Z\""), "sessions 2: This journal holds" },
  { SESSION (",\"day\":\"2026-03-20\""), "day" },
  { SESSION (",\"state\":\"late\""), "“state”" },
  { SESSION (",\"minutes\":0"), "minutes" },
  { SESSION (",\"minutes\":1441"), "minutes" },
  { SESSION (",\"closed\":\"2026-03-09T08:00:00Z\""), "began" },
  { SESSION (",\"location\":\"a\\nb\""), "place" },
  { SESSION (",\"form\":\"rap\""), "“form”" },
  { SESSION (",\"notes\":\"text\""), "“notes”" },
  { SESSION (",\"notes\":{\"goal\":5}"), "“goal”" },
  { SESSION (",\"notes\":{\"goal\":\"\\u0007\"}"), "notes" },
  { SESSION (",\"private-notes\":5"), "“private-notes”" },
  { SESSION (",\"private-notes\":\"\\u0007\""), "notes" },
  { SESSION (",\"deleted\":\"1960-03-09T08:30:00Z\""), "" },
  { SESSION (",\"agenda\":[{}]"), "agenda" },
  { SESSION (",\"agenda\":[{\"text\":\"a\",\"done\":1}]"), "“done”" },
  { SESSION (",\"agenda\":[{\"text\":\"a\",\"id\":\"x\"}]"), "agenda" },
  { SESSION (",\"evaluations\":[]"), "“evaluations”" },
  { SESSION (",\"evaluations\":{\"coach\":{\"overall\":11}}"), "0 to 10" },
  { SESSION (",\"evaluations\":{\"coach\":{\"overall\":-1}}"), "“overall”" },
  { ACTION (""), "actions 1: " },
  { ACTION ("\"text\":\"a\",\"session\":\"" OTHER "\""), "no such session" },
  { ACTION ("\"text\":\"a\",\"session\":\"x\""), "actions 1: " },
  { ACTION ("\"text\":\"a\",\"owner\":\"boss\""), "“owner”" },
  { ACTION ("\"text\":\"a\",\"owner-name\":\"Fatima\""), "actions 1: " },
  { ACTION ("\"text\":\"a\",\"state\":\"late\""), "“state”" },
  { ACTION ("\"text\":\"a\",\"due\":\"soon\""), "“due”" },
  { ACTION ("\"text\":\"a\",\"place\":-2"), "“place”" },
  { ACTION ("\"text\":\"a\",\"place\":2147483647"), "“place”" },
  { LINK (""), "links 1: “kind”" },
  { LINK ("\"kind\":\"entry\""), "“id”" },
  { LINK ("\"kind\":\"goal\",\"id\":\"x\",\"other-kind\":\"day\",\"other-id\":\"y\""), "“other-kind”" },
  { LINK ("\"kind\":\"goal\",\"id\":\"" OTHER "\",\"other-kind\":\"prompt\",\"other-id\":\"a\""),
    "not in this journal" },
  { LINK ("\"kind\":\"prompt\",\"id\":\"a\",\"other-kind\":\"prompt\",\"other-id\":\"a\""), "two different" },
  { LINK ("\"kind\":\"goal\",\"id\":\"x\",\"other-kind\":\"goal\",\"other-id\":\"y\""), "links 1: " },
};

static void
test_refused (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (GError) none = NULL;

  ldr_json_testing_assert_refused (store, bad, G_N_ELEMENTS (bad));
  /* What the cases are made from is sound. */
  g_assert_true (ldr_json_testing_read (store, CHECK ("\"day\":\"2026-03-02\",\"value\":5"), NULL, &none));
  g_assert_no_error (none);
}

/* What a file brings never takes the place of what is there. */
static void
test_twice (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const alone[] = { "goals", "sessions", "actions" };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *before = NULL;
  g_autoptr (JsonNode) root = NULL;

  fill (store);
  before = ldr_json_testing_write_all (store);
  root = json_from_string (before, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autofree char *value = json_to_string (json_object_get_member (json_node_get_object (root), alone[i]), FALSE);
      g_autofree char *text = g_strdup_printf (HEAD "\"%s\":%s}", alone[i], value);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (ldr_json_testing_read (store, text, NULL, &error));
      g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS);
      after = ldr_json_testing_write_all (store);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Every way of cutting a good export short is an error, and nothing comes in. */
static void
test_cut_short (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *whole = NULL, *before = ldr_json_testing_write_all (other);

  fill (store);
  whole = ldr_json_testing_write_all (store);
  for (int round = 0; round < 60; round++)
    {
      int length = (int) strlen (whole) - (int) strlen ("}\n");
      g_autofree char *part = g_strndup (whole, (gsize) (round == 0 ? length : g_test_rand_int_range (0, length)));
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (ldr_json_testing_read (other, part, NULL, &error));
      g_assert_nonnull (error);
      after = ldr_json_testing_write_all (other);
      g_assert_cmpstr (before, ==, after);
    }
}

static char *
export_markdown (LdrJsonFixture *fixture, LdrStore *store, LdrExportFlags flags)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (ldr_markdown_export (store, path, flags, NULL, &error));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* All that is outside the trash can be read, private notes only when asked for. */
static void
test_markdown (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const said[] = {
    "\n# Goals\n\n## Vooraf vertellen\n\n*Grow a strength · Ninja · paused · 24 April 2024 to 2 August 2024 · to 8 on "
    "the "
    "scale*\n",
    "\n**Why**\n\nOmdat *het* helpt.\n\nEcht.\n\n**I will know it works when**\n\nAls niemand meer vraagt\n\n"
    "**Experiment**\n\nWie het hoort, gaat mee\n\n**Steps**\n\n- [ ] Eén stap\n- [x] Nog een \"stap\"\n",
    "\n**Check-ins**\n\n- 25 April 2024: 0\n- 26 April 2024: 10\n",
    "\n## Korter “wachten” \\\\ 👍\n",
    "\n**What it was before**\n\n- Korter “wachten” \\\\ 👍 · from 12.3\u00a0min to 0.7\u00a0min · until 13 June "
    "2024\n",
    "\n- 25 April 2024: 0.333333\u00a0min\n\n  Een derde\n\n  - “ja”\n- 26 April 2024",
    ": skipped\n\n  op vakantie\n",
    "\n**What was learned**\n\nDat het\nniet hoeft\n",
    "\n# Sessions\n\n## Monday 9 March 2026, 14:30\n\n*held · 45 minutes · De zolder*\n\n**Agenda**\n\n- [x] Eerst "
    "“dit”\n"
    "- [ ] Dan dat\n\n**Notes**\n\nWat *zij* wil:\n",
    "\n**Agreed**\n\n- [ ] Eerst \"dit\" (Sanne · by 13 July 2024)\n- [x] Dan dat (Fatima \"F\" · by 13 July 2024)\n",
    "\n**How it was: Sanne**\n\ncontact 7, approach 0, overall 10\n\nGoed “gesprek”\n",
    "\n**How it was: Coach**\n\nAlleen dit\n",
    "\n## Agreed beside these sessions\n\n**Agreed**\n\n- [ ] Los (Coach · dropped)\n",
  };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       bare = ldr_json_testing_new_journal (fixture, "Y");
  g_autofree char *none = export_markdown (fixture, bare, LDR_EXPORT_PRIVATE_NOTES), *shared = NULL, *all = NULL;

  g_assert_null (strstr (none, "\n# "));
  fill (store);
  shared = export_markdown (fixture, store, LDR_EXPORT_DEFAULT);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (shared, said[i]) == NULL)
      g_error ("“%s” is not in:\n%s", said[i], shared);
  g_assert_null (strstr (shared, "Minder zelf doen"));
  g_assert_null (strstr (shared, "11 March 2026"));
  g_assert_null (strstr (shared, "alleen voor mij"));
  all = export_markdown (fixture, store, LDR_EXPORT_PRIVATE_NOTES);
  g_assert_nonnull (strstr (all, "\n**Private notes**\n\n" SECRET "\n"));
}

/* Years of daily check-ins come in while one waits. */
static void
test_many (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (GString) text = g_string_new (GOALS ("{\"kind\":\"figure\",\"versions\":[{\"since\":\"2026-03-01\","
                                                  "\"statement\":\"Meer\",\"measure\":\"figure\",\"target\":8}],"
                                                  "\"check-ins\":["));
  g_autofree char *whole = NULL;
  gint64 start = g_get_monotonic_time ();

  g_string_truncate (text, text->len - strlen ("]}"));
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *day = ldr_day_to_iso8601 (739000 + i);

      g_string_append_printf (text, "%s{\"day\":\"%s\",\"value\":%d}", i == 0 ? "" : ",", day, i);
    }
  g_string_append (text, "]}]}");
  g_assert_true (ldr_json_testing_read (store, text->str, NULL, NULL));
  g_test_message ("20000 check-ins came in in %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  whole = ldr_json_testing_write_all (store);
  ldr_json_testing_assert_comes_back (fixture, whole);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/json-coaching/" name, LdrJsonFixture, NULL, ldr_json_testing_set_up, func, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("order", test_order);
  ADD ("demo", test_demo);
  ADD ("private", test_private);
  ADD ("any-order", test_any_order);
  ADD ("least", test_least);
  ADD ("refused", test_refused);
  ADD ("twice", test_twice);
  ADD ("cut-short", test_cut_short);
  ADD ("markdown", test_markdown);
  ADD ("many", test_many);
  return g_test_run ();
}
