/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "cli-fixture.h"
#include "model/ldr-moment.h"
#include "model/ldr-rhythm.h"

/* Goals and sessions from a terminal. */

#define SECRET "Alleen voor mij"

static void
assert_done (CliFixture *fixture)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
assert_says (CliFixture *fixture, const char *said)
{
  assert_done (fixture);
  if (strstr (fixture->out, said) == NULL)
    g_error ("“%s” is not in: %s", said, fixture->out);
}

static char *
take_id (CliFixture *fixture)
{
  assert_done (fixture);
  g_assert_cmpuint (strlen (fixture->out), ==, 37);
  return g_strchomp (g_strdup (fixture->out));
}

static JsonNode *
take_json (CliFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  assert_done (fixture);
  node = json_from_string (fixture->out, &error);
  g_assert_no_error (error);
  return node;
}

static char *
day_before_today (int days)
{
  return ldr_day_to_iso8601 (ldr_day_today () - days);
}

/* The next day of those days of the week, from tomorrow on. */
static char *
next_day_of (guint weekdays)
{
  const LdrRhythm rhythm = { LDR_RHYTHM_WEEKDAYS, weekdays, 1, 0 };

  return ldr_day_to_iso8601 (ldr_rhythm_get_next (&rhythm, ldr_day_today ()));
}

static char *
add_goal (CliFixture *fixture)
{
  g_autofree char *first = day_before_today (30);

  cli_fixture_run (fixture, NULL, "goal add", "--kind", "pitfall", "--style", "ninja", "--statement",
                   "Vooraf vertellen", "--start", "3", "--target", "8", "--rhythm", "mon,thu", "--why", "Omdat",
                   "--success", "Rust", "--step", "Eerst", "--step", "Dan", "--from", first, NULL);
  return take_id (fixture);
}

static char *
add_session (CliFixture *fixture)
{
  cli_fixture_run (fixture, NULL, "session add", "--date", "2099-03-09T14:30", "--minutes", "45", "--location",
                   "De zolder", "--point", "Eén", "--point", "Twee", NULL);
  return take_id (fixture);
}

/* --- Goals -----------------------------------------------------------------------------------------------------------
 */

static void
test_goal (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *earlier = day_before_today (3), *skipped = day_before_today (2), *line = NULL;
  g_autofree char *next = NULL;

  cli_fixture_create (fixture);
  id = add_goal (fixture);
  cli_fixture_run (fixture, NULL, "goal checkin", id, "5", "--date", earlier, "--note", "Ging\ngoed", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal checkin", id, "--skip", "--date", skipped, NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal checkin", id, "6", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal list", NULL);
  next = next_day_of (LDR_WEEKDAY_BIT (G_DATE_MONDAY) | LDR_WEEKDAY_BIT (G_DATE_THURSDAY));
  line = g_strdup_printf ("%s  active  Vooraf vertellen  (6; from 3 to 8 on the scale; next check-in on %s)\n", id,
                          next);
  g_assert_cmpstr (fixture->out, ==, line);
  cli_fixture_run (fixture, NULL, "goal show", id, NULL);
  assert_says (fixture, "Vooraf vertellen\nTame a pitfall · Hard to place · active\n");
  assert_says (fixture, "\nWhy\nOmdat\n");
  assert_says (fixture, "\nI will know it works when\nRust\n");
  assert_says (fixture, "\nSteps\n[ ] Eerst\n[ ] Dan\n");
  assert_says (fixture, "  5  Ging goed\n");
  assert_says (fixture, "  –\n");
  assert_says (fixture, "\nStrength: ");
}

static void
test_goal_json (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *first = day_before_today (30);
  g_autoptr (JsonNode) shown = NULL, listed = NULL, marked = NULL;
  JsonObject *goal, *version;
  JsonArray *check_ins;

  cli_fixture_create (fixture);
  id = add_goal (fixture);
  cli_fixture_run (fixture, NULL, "goal checkin", id, "7", "--json", NULL);
  marked = take_json (fixture);
  g_assert_cmpfloat (json_object_get_double_member (json_node_get_object (marked), "value"), ==, 7);
  cli_fixture_run (fixture, NULL, "goal show", id, "--json", NULL);
  shown = take_json (fixture);
  goal = json_node_get_object (shown);
  g_assert_cmpstr (json_object_get_string_member (goal, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (goal, "kind"), ==, "pitfall");
  g_assert_cmpstr (json_object_get_string_member (goal, "style"), ==, "ninja");
  g_assert_cmpstr (json_object_get_string_member (goal, "first-day"), ==, first);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (goal, "steps")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (goal, "weekdays")), ==, 2);
  version = json_array_get_object_element (json_object_get_array_member (goal, "versions"), 0);
  g_assert_cmpstr (json_object_get_string_member (version, "measure"), ==, "scale");
  g_assert_cmpstr (json_object_get_string_member (version, "since"), ==, first);
  g_assert_cmpint (json_object_get_int_member (version, "target"), ==, 8);
  check_ins = json_object_get_array_member (goal, "check-ins");
  g_assert_cmpuint (json_array_get_length (check_ins), ==, 1);
  cli_fixture_run (fixture, NULL, "goal list", "--json", NULL);
  listed = take_json (fixture);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (listed)), ==, 1);
  g_assert_true (json_object_has_member (json_array_get_object_element (json_node_get_array (listed), 0), "check-ins"));
}

/* Numbers as people write them, below zero too: after "--" that is no option. */
/* Times a week stand where the week stands, whatever was said last. */
static void
test_weekly (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *first = day_before_today (20), *before = day_before_today (8), *next = NULL,
                  *said = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *course;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "goal add", "--kind", "strength", "--style", "ninja", "--statement", "Vooraf bellen",
                   "--measure", "weekly", "--target", "3", "--rhythm", "daily", "--from", first, NULL);
  id = take_id (fixture);
  cli_fixture_run (fixture, NULL, "goal checkin", id, "4", "--date", before, NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal list", NULL);
  assert_says (fixture, "(0 times this week; ");
  assert_says (fixture, "; check-in due since ");
  cli_fixture_run (fixture, NULL, "goal checkin", id, "1", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal list", NULL);
  next = next_day_of (LDR_WEEKDAYS_ALL);
  said = g_strdup_printf ("; next check-in on %s)\n", next);
  assert_says (fixture, "(1 time this week; ");
  assert_says (fixture, said);
  cli_fixture_run (fixture, NULL, "goal list", "--json", NULL);
  node = take_json (fixture);
  course = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpint (json_object_get_int_member (course, "week"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (course, "next"), ==, next);
  g_assert_false (json_object_has_member (course, "due"));
}

static void
test_figure (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "goal add", "--kind", "figure", "--statement", "Warmer", "--target=-1,5", "--less",
                   "--unit", "°C", "--rhythm", "monthly", NULL);
  id = take_id (fixture);
  cli_fixture_run (fixture, NULL, "goal checkin", "--", id, "-3.25 °C", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal list", NULL);
  assert_says (fixture, "(-3.25\u00a0°C; to -1.5\u00a0°C; next check-in on ");
}

static void
test_goal_close (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) node = NULL;

  cli_fixture_create (fixture);
  id = add_goal (fixture);
  cli_fixture_run (fixture, NULL, "goal close", id, NULL);
  cli_fixture_assert_failed (fixture, 2, "--let-go");
  cli_fixture_run (fixture, NULL, "goal close", id, "--achieved", "--let-go", NULL);
  cli_fixture_assert_failed (fixture, 2, "Say one of");
  cli_fixture_run (fixture, NULL, "goal close", id, "--let-go", "--learned", "Dat het kan", "--json", NULL);
  node = take_json (fixture);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "state"), ==, "let-go");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "learned"), ==, "Dat het kan");
  cli_fixture_run (fixture, NULL, "goal list", NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_run (fixture, NULL, "goal list", "--state", "let-go", NULL);
  assert_says (fixture, "  let go  Vooraf vertellen");
  cli_fixture_run (fixture, NULL, "goal list", "--json", NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, ==, "[]\n");
  cli_fixture_run (fixture, NULL, "goal close", id, "--undo", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "goal list", "--state", "active", NULL);
  assert_says (fixture, id);
}

static const struct
{
  const char *options;
  const char *said;
} bad_goals[] = {
  { "--statement A --target 8", "--kind" },
  { "--kind dream --statement A --target 8", "“dream” is not a kind of goal" },
  { "--kind strength --statement A --target 8", "Choose the style" },
  { "--kind strength --style boss --statement A --target 8", "“boss” is not a style" },
  { "--kind strength --style ninja --target 8", "Say in one line what the goal is" },
  { "--kind strength --style ninja --statement A", "--target" },
  { "--kind strength --style ninja --statement A --target 11", "--target: The scale" },
  { "--kind strength --style ninja --statement A --target 8 --start x", "--start: The scale" },
  { "--kind strength --style ninja --statement A --target 8 --unit m", "Only a figure has a unit" },
  { "--kind strength --style ninja --statement A --target 8 --measure feeling", "“feeling” is not a way" },
  { "--kind strength --style ninja --statement A --target 0 --measure weekly", "one time a week" },
  { "--kind figure --statement A --target 8 --rhythm hourly", "“hourly” is not a rhythm" },
  { "--kind figure --statement A --target 8 --rhythm mon,", "“mon,” is not a rhythm" },
  { "--kind figure --statement A --target 8 --from soon", "“soon” is not a date" },
  { "--kind figure --statement A --target 8 --from 2026-03-09 --until 2026-03-08", "The last day is before" },
  { "--kind figure --statement A --target 8 --experiment B", "--until" },
  { "--kind figure --statement A\xff --target 8", "--statement is not UTF-8" },
};

static void
test_goal_refused (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *tomorrow = day_before_today (-1);

  cli_fixture_create (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_goals); i++)
    {
      g_auto (GStrv) options = g_strsplit (bad_goals[i].options, " ", -1);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) args = NULL;
      const CliRun run = { NULL };

      g_strv_builder_add_many (builder, g_getenv ("LEIDRAADCTL"), "goal", "add", fixture->journal, "--passphrase-file",
                               fixture->passphrase_file, NULL);
      g_strv_builder_addv (builder, (const char **) options);
      args = g_strv_builder_end (builder);
      cli_fixture_run_full (fixture, &run, (const char *const *) args);
      cli_fixture_assert_failed (fixture, 2, bad_goals[i].said);
    }
  cli_fixture_run (fixture, NULL, "goal list", "--all", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  id = add_goal (fixture);
  cli_fixture_run (fixture, NULL, "goal checkin", id, "5.5", NULL);
  cli_fixture_assert_failed (fixture, 1, "whole numbers from 0 to 10");
  cli_fixture_run (fixture, NULL, "goal checkin", id, "5", "--date", tomorrow, NULL);
  cli_fixture_assert_failed (fixture, 2, "today or a day before");
  cli_fixture_run (fixture, NULL, "goal checkin", id, NULL);
  cli_fixture_assert_failed (fixture, 2, "goal checkin [OPTION…] FILE ID VALUE");
  cli_fixture_run (fixture, NULL, "goal checkin", id, "--skip", "5", NULL);
  cli_fixture_assert_failed (fixture, 2, "goal checkin [OPTION…] FILE ID VALUE");
  cli_fixture_run (fixture, NULL, "goal checkin", "nowhere", "5", NULL);
  cli_fixture_assert_failed (fixture, 1, "no such goal");
  cli_fixture_run (fixture, NULL, "goal show", "nowhere", NULL);
  cli_fixture_assert_failed (fixture, 1, "no such goal");
  cli_fixture_run (fixture, NULL, "goal list", "--state", "dead", NULL);
  cli_fixture_assert_failed (fixture, 2, "“dead” is not a state");
  cli_fixture_run (fixture, NULL, "goal dance", NULL);
  cli_fixture_assert_failed (fixture, 2, "goal add, goal list, goal show, goal checkin, goal close");
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

static void
test_session (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *action = NULL, *line = NULL;

  cli_fixture_create (fixture);
  id = add_session (fixture);
  cli_fixture_run (fixture, "Wat ik wil\n", "session note", id, "--part", "goal", NULL);
  g_assert_cmpstr (g_strchomp (fixture->out), ==, id);
  cli_fixture_run (fixture, "En nog iets\n\n", "session note", id, "--part", "goal", NULL);
  cli_fixture_run (fixture, "Zo is het", "session note", id, "--part", "reality", NULL);
  cli_fixture_run (fixture, SECRET, "session note", id, "--part", "private", NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "session agree", id, "Mo bellen", "--owner", "Fatima", "--due", "2099-04-01", NULL);
  action = take_id (fixture);
  cli_fixture_run (fixture, NULL, "session agree", id, "Zelf doen", "--owner", "coach", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "session show", id, NULL);
  assert_says (fixture, "Monday 9 March 2099, 14:30\nplanned · 45 minutes · De zolder\n\nAgenda\n[ ] Eén\n[ ] Twee\n");
  assert_says (fixture, "\nGoal\nWat ik wil\n\nEn nog iets\n\nReality\nZo is het\n");
  line = g_strdup_printf ("\nAgreed\n%s  2099-04-01  Mo bellen (Fatima)\n", action);
  assert_says (fixture, line);
  assert_says (fixture, "              Zelf doen (Coach)\n");
  g_assert_null (strstr (fixture->out, SECRET));
  cli_fixture_run (fixture, NULL, "session show", id, "--private", NULL);
  assert_says (fixture, "\nPrivate notes\n" SECRET "\n");
  cli_fixture_run (fixture, "Anders", "session note", id, "--part", "goal", "--replace", NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "session show", id, "--private", NULL);
  assert_says (fixture, "\nGoal\nAnders\n\nReality\n");
  assert_says (fixture, SECRET);
  cli_fixture_run (fixture, NULL, "session list", NULL);
  assert_says (fixture, "  2099-03-09 14:30  planned  De zolder  (2 open actions)\n");
  cli_fixture_run (fixture, NULL, "session list", "--past", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_run (fixture, NULL, "session list", "--open-actions", NULL);
  assert_says (fixture, "Mo bellen (Fatima)\n");
}

static void
test_session_json (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) made = NULL, noted = NULL, agreed = NULL, shown = NULL, whole = NULL, listed = NULL;
  JsonObject *object;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "session add", "--date", "2099-03-09T14:30", "--form", "grow", "--json", NULL);
  made = take_json (fixture);
  object = json_node_get_object (made);
  id = g_strdup (json_object_get_string_member (object, "id"));
  g_assert_cmpstr (json_object_get_string_member (object, "form"), ==, "grow");
  g_assert_cmpint (json_object_get_int_member (object, "minutes"), ==, 60);
  /* What was written is not shown again by the command that writes it. */
  cli_fixture_run (fixture, SECRET, "session note", id, "--part", "private", "--json", NULL);
  noted = take_json (fixture);
  g_assert_false (json_object_has_member (json_node_get_object (noted), "private-notes"));
  cli_fixture_run (fixture, NULL, "session agree", id, "Mo bellen", "--json", NULL);
  agreed = take_json (fixture);
  object = json_node_get_object (agreed);
  g_assert_cmpstr (json_object_get_string_member (object, "session"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "owner"), ==, "leader");
  g_assert_cmpint (json_object_get_int_member (object, "place"), ==, 0);
  cli_fixture_run (fixture, NULL, "session show", id, "--json", NULL);
  shown = take_json (fixture);
  object = json_node_get_object (shown);
  g_assert_false (json_object_has_member (object, "private-notes"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "actions")), ==, 1);
  cli_fixture_run (fixture, NULL, "session show", id, "--json", "--private", NULL);
  whole = take_json (fixture);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (whole), "private-notes"), ==, SECRET);
  cli_fixture_run (fixture, NULL, "session list", "--json", NULL);
  listed = take_json (fixture);
  object = json_array_get_object_element (json_node_get_array (listed), 0);
  g_assert_cmpint (json_object_get_int_member (object, "actions-open"), ==, 1);
  g_assert_false (json_object_get_boolean_member (object, "has-notes"));
}

static void
test_session_refused (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *before = NULL;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "session add", NULL);
  cli_fixture_assert_failed (fixture, 2, "--date");
  cli_fixture_run (fixture, NULL, "session add", "--date", "soon", NULL);
  cli_fixture_assert_failed (fixture, 2, "“soon” is not a date");
  cli_fixture_run (fixture, NULL, "session add", "--date", "2099-03-09", "--minutes", "2", NULL);
  cli_fixture_assert_failed (fixture, 2, "at least 5 minutes");
  cli_fixture_run (fixture, NULL, "session add", "--date", "2099-03-09", "--form", "rap", NULL);
  cli_fixture_assert_failed (fixture, 2, "“rap” is not a form");
  cli_fixture_run (fixture, NULL, "session add", "--date", "2099-03-09", "--point", " ", NULL);
  cli_fixture_assert_failed (fixture, 2, "agenda");
  cli_fixture_run (fixture, NULL, "session list", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  id = add_session (fixture);
  cli_fixture_run (fixture, NULL, "session show", id, "--json", NULL);
  before = g_strdup (fixture->out);
  cli_fixture_run (fixture, "Iets", "session note", id, NULL);
  cli_fixture_assert_failed (fixture, 2, "--part");
  cli_fixture_run (fixture, "Iets", "session note", id, "--part", "secret", NULL);
  cli_fixture_assert_failed (fixture, 2, "“secret” is not a part");
  cli_fixture_run (fixture, "\n", "session note", id, "--part", "free", NULL);
  cli_fixture_assert_failed (fixture, 2, "nothing to write");
  cli_fixture_run (fixture, "a\xff", "session note", id, "--part", "free", NULL);
  cli_fixture_assert_failed (fixture, 1, "UTF-8");
  cli_fixture_run (fixture, "Iets", "session note", "nowhere", "--part", "free", NULL);
  cli_fixture_assert_failed (fixture, 1, "no such session");
  cli_fixture_run (fixture, NULL, "session agree", id, " ", NULL);
  cli_fixture_assert_failed (fixture, 2, "what is to be done");
  cli_fixture_run (fixture, NULL, "session agree", id, "Bellen", "--due", "soon", NULL);
  cli_fixture_assert_failed (fixture, 2, "“soon” is not a date");
  cli_fixture_run (fixture, NULL, "session agree", "nowhere", "Bellen", NULL);
  cli_fixture_assert_failed (fixture, 1, "no such session");
  cli_fixture_run (fixture, NULL, "session list", "--past", "--trash", NULL);
  cli_fixture_assert_failed (fixture, 2, "Say only one of");
  cli_fixture_run (fixture, NULL, "session show", id, "--json", NULL);
  g_assert_cmpstr (fixture->out, ==, before);
}

/* A session takes the form of the first that is written in it, and keeps it. */
static void
test_form (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  cli_fixture_create (fixture);
  id = add_session (fixture);
  cli_fixture_run (fixture, SECRET, "session note", id, "--part", "private", NULL);
  cli_fixture_run (fixture, NULL, "session show", id, "--json", NULL);
  assert_says (fixture, "\"form\":\"free\"");
  cli_fixture_run (fixture, "Een", "session note", id, "--part", "will", NULL);
  cli_fixture_run (fixture, NULL, "session show", id, "--json", NULL);
  assert_says (fixture, "\"form\":\"grow\"");
  cli_fixture_run (fixture, "Twee", "session note", id, "--part", "free", NULL);
  cli_fixture_run (fixture, NULL, "session show", id, "--json", NULL);
  assert_says (fixture, "\"form\":\"grow\",\"notes\":{\"free\":\"Twee\",\"will\":\"Een\"}");
}

/* --- The agenda ------------------------------------------------------------------------------------------------------
 */

/* What was agreed in a session comes back in the next. */
static void
test_agenda (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *earlier = NULL, *next = NULL, *entry = NULL, *goal = NULL, *action = NULL, *line = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "agenda", NULL);
  cli_fixture_assert_failed (fixture, 1, "No session is planned");
  next = add_session (fixture);
  cli_fixture_run (fixture, NULL, "session add", "--date", "2020-03-09T10:00", NULL);
  earlier = take_id (fixture);
  cli_fixture_run (fixture, NULL, "session agree", earlier, "Mo bellen", "--due", "2020-03-20", NULL);
  action = take_id (fixture);
  goal = add_goal (fixture);
  cli_fixture_run (fixture, NULL, "goal checkin", goal, "6", NULL);
  cli_fixture_run (fixture, "Tekst", "add", "--title", "Te bespreken", "--discuss", NULL);
  entry = take_id (fixture);
  cli_fixture_run (fixture, SECRET, "session note", next, "--part", "private", NULL);
  cli_fixture_run (fixture, NULL, "agenda", NULL);
  assert_says (fixture, "Monday 9 March 2099, 14:30\n");
  assert_says (fixture, "\nAgenda\n[ ] Eén\n[ ] Twee\n");
  line = g_strdup_printf ("\nStill open\n%s  2020-03-20  Mo bellen (Sanne de Wit)\n", action);
  assert_says (fixture, line);
  assert_says (fixture, "\nTo discuss\n");
  assert_says (fixture, "  Te bespreken\n");
  assert_says (fixture, "\nGoals\n");
  assert_says (fixture, "Vooraf vertellen  (6; from 3 to 8 on the scale; next check-in on ");
  g_assert_null (strstr (fixture->out, SECRET));
  cli_fixture_run (fixture, NULL, "agenda", "--json", NULL);
  g_assert_null (strstr (fixture->out, SECRET));
  node = take_json (fixture);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "session"), "id"), ==, next);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "actions")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "goals")), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "to-discuss-count"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (json_object_get_array_member (object, "to-discuss"), 0), "id"),
                   ==, entry);
  cli_fixture_run (fixture, NULL, "agenda", "--session", earlier, NULL);
  assert_says (fixture, "Monday 9 March 2020, 10:00\n");
  g_assert_null (strstr (fixture->out, "Mo bellen"));
}

/* --- Export ----------------------------------------------------------------------------------------------------------
 */

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Private notes leave only by an export that asks for them, and whoever does not ask is told. */
static void
test_export (CliFixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "json", "md" };
  g_autofree char *id = NULL;

  cli_fixture_create (fixture);
  id = add_session (fixture);
  cli_fixture_run (fixture, "Voor ons beiden", "session note", id, "--part", "free", NULL);
  cli_fixture_run (fixture, SECRET, "session note", id, "--part", "private", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = cli_fixture_path (fixture, formats[i]), *shared = NULL, *all = NULL;

      cli_fixture_run (fixture, NULL, "export", "--format", formats[i], "-o", path, NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_cmpstr (fixture->err, ==,
                       "leidraadctl: Private notes of sessions were left out; --private takes them along.\n");
      shared = read_file (path);
      g_assert_nonnull (strstr (shared, "Voor ons beiden"));
      g_assert_null (strstr (shared, SECRET));
      cli_fixture_run (fixture, NULL, "export", "--format", formats[i], "-o", path, "--private", NULL);
      assert_done (fixture);
      all = read_file (path);
      g_assert_nonnull (strstr (all, "Voor ons beiden"));
      g_assert_nonnull (strstr (all, SECRET));
    }
}

/* The first thing of a list that is in that state. */
static JsonObject *
find_in_state (JsonNode *list, const char *state)
{
  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *it = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (it, "state"), state))
        return it;
    }
  g_error ("Nothing is %s", state);
}

/* Nothing that is said again, or taken back, loses when something was. */
static void
test_what_was (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) sessions = NULL, goals = NULL, again = NULL, closed = NULL;
  const char *session, *goal;
  JsonObject *held, *achieved, *after;

  cli_fixture_run (fixture, NULL, "demo", "--entries", "20", NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "session list", "--json", NULL);
  sessions = take_json (fixture);
  held = find_in_state (sessions, "held");
  session = json_object_get_string_member (held, "id");
  cli_fixture_run (fixture, NULL, "session hold", session, "--undo", NULL);
  cli_fixture_assert_failed (fixture, 1, "it cannot be planned again");
  cli_fixture_run (fixture, NULL, "session cancel", session, NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "session cancel", session, "--undo", "--json", NULL);
  again = take_json (fixture);
  after = json_node_get_object (again);
  g_assert_cmpstr (json_object_get_string_member (after, "state"), ==, "held");
  g_assert_cmpstr (json_object_get_string_member (after, "opened"), ==, json_object_get_string_member (held, "opened"));
  g_assert_cmpstr (json_object_get_string_member (after, "closed"), ==, json_object_get_string_member (held, "closed"));

  cli_fixture_run (fixture, NULL, "goal list", "--state", "achieved", "--json", NULL);
  goals = take_json (fixture);
  achieved = find_in_state (goals, "achieved");
  goal = json_object_get_string_member (achieved, "id");
  cli_fixture_run (fixture, NULL, "goal close", goal, "--achieved", "--learned", "Vragen kost minder tijd.", "--json",
                   NULL);
  closed = take_json (fixture);
  after = json_node_get_object (closed);
  g_assert_cmpstr (json_object_get_string_member (after, "learned"), ==, "Vragen kost minder tijd.");
  g_assert_cmpstr (json_object_get_string_member (after, "state-day"), ==,
                   json_object_get_string_member (achieved, "state-day"));
}

/* How far sessions and actions are, there and back. */
static void
test_states (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *command, *option, *state;
    gboolean action;
  } rows[] = {
    { "session hold", NULL, "held", FALSE },          { "session hold", "--undo", "planned", FALSE },
    { "session cancel", NULL, "cancelled", FALSE },   { "session cancel", "--undo", "planned", FALSE },
    { "action close", NULL, "done", TRUE },           { "action reopen", NULL, "open", TRUE },
    { "action close", "--dropped", "dropped", TRUE }, { "action reopen", NULL, "open", TRUE },
  };
  g_autofree char *session = NULL, *action = NULL;

  cli_fixture_create (fixture);
  session = add_session (fixture);
  cli_fixture_run (fixture, SECRET, "session note", session, "--part", "private", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "session agree", session, "Rooster bespreken", NULL);
  action = take_id (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *id = rows[i].action ? action : session;
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *printed = NULL;

      cli_fixture_run (fixture, NULL, rows[i].command, id, "--json", rows[i].option, NULL);
      node = take_json (fixture);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "state"), ==, rows[i].state);
      g_assert_null (strstr (fixture->out, SECRET));
      cli_fixture_run (fixture, NULL, rows[i].command, id, rows[i].option, NULL);
      printed = take_id (fixture);
      g_assert_cmpstr (printed, ==, id);
    }
  cli_fixture_run (fixture, NULL, "session show", session, "--private", NULL);
  assert_says (fixture, SECRET);
  cli_fixture_run (fixture, NULL, "session hold", action, NULL);
  cli_fixture_assert_failed (fixture, 1, "There is no such session in this journal.");
  cli_fixture_run (fixture, NULL, "action close", session, NULL);
  cli_fixture_assert_failed (fixture, 1, "There is no such action in this journal.");
}

/* What came in is told by its kind. */
static void
test_import (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *session = NULL, *other = NULL, *path = cli_fixture_path (fixture, "all.json");

  cli_fixture_create (fixture);
  g_free (add_goal (fixture));
  session = add_session (fixture);
  other = add_session (fixture);
  cli_fixture_run (fixture, NULL, "session agree", session, "Rooster bespreken", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "session agree", other, "Bellen", NULL);
  g_free (take_id (fixture));
  cli_fixture_run (fixture, NULL, "session agree", other, "Vragen", NULL);
  g_free (take_id (fixture));
  g_free (cli_fixture_add (fixture, "Eén", "Eén"));
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "-o", path, NULL);
  assert_done (fixture);
  g_set_str (&fixture->journal, NULL);
  fixture->journal = cli_fixture_path (fixture, "other.leidraad");
  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "import", "--from", "json", path, NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, ==, "1 entry came in.\n1 goal came in.\n2 sessions came in.\n3 actions came in.\n");
}

static void
test_help (CliFixture *fixture, gconstpointer data)
{
  const char *const about[] = { g_getenv ("LEIDRAADCTL"), "session", "--help", NULL };
  const char *const one[] = { g_getenv ("LEIDRAADCTL"), "goal", "add", "--help", NULL };
  const char *const none[] = { g_getenv ("LEIDRAADCTL"), "session", NULL };
  const CliRun run = { NULL };

  cli_fixture_run_full (fixture, &run, about);
  assert_says (fixture, "  session add ");
  g_assert_null (strstr (fixture->out, "goal add"));
  cli_fixture_run_full (fixture, &run, one);
  assert_says (fixture, "leidraadctl goal add [OPTION…] FILE");
  cli_fixture_run_full (fixture, &run, none);
  cli_fixture_assert_failed (fixture, 2, "session add, session list");
}

#define ADD(path, function) g_test_add (path, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/coaching/goal", test_goal);
  ADD ("/cli/coaching/goal-json", test_goal_json);
  ADD ("/cli/coaching/weekly", test_weekly);
  ADD ("/cli/coaching/figure", test_figure);
  ADD ("/cli/coaching/goal-close", test_goal_close);
  ADD ("/cli/coaching/goal-refused", test_goal_refused);
  ADD ("/cli/coaching/session", test_session);
  ADD ("/cli/coaching/session-json", test_session_json);
  ADD ("/cli/coaching/session-refused", test_session_refused);
  ADD ("/cli/coaching/form", test_form);
  ADD ("/cli/coaching/agenda", test_agenda);
  ADD ("/cli/coaching/export", test_export);
  ADD ("/cli/coaching/states", test_states);
  ADD ("/cli/coaching/what-was", test_what_was);
  ADD ("/cli/coaching/import", test_import);
  ADD ("/cli/coaching/help", test_help);
  return g_test_run ();
}
