/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <math.h>

#include "cli-fixture.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-progress.h"

/* What the charts are made from, of journals that leidraadctl makes up by chance, against what anybody would count in
 * the JSON that it exports of them. `--seed` repeats a run. */

#define RANGES 40

/* --- A journal and its export ----------------------------------------------------------------------------------------
 */

static void
assert_done (CliFixture *fixture)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static LdrStore *
open_store (CliFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_for_file (fixture->journal, PASSPHRASE, &error);
  LdrStore *store = ldr_store_open (fixture->journal, key, &error);

  g_assert_no_error (error);
  return store;
}

static void
measure (LdrStore *store, const char *id, const char *observer, gboolean finish)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (id);
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  g_autoptr (LdrAssessment) assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);
  g_autoptr (GError) error = NULL;

  ldr_assessment_set_observer (assessment, observer);
  for (gsize i = 0; i < n_facts - (finish ? 0 : 1); i++)
    assessment->answers[i] = g_test_rand_int_range (1, 3);
  if (finish)
    ldr_assessment_finish (assessment);
  g_assert_true (ldr_store_save_assessment (store, assessment, &error));
  g_assert_no_error (error);
}

/* What the made-up journal does not have: measurements, and something of each kind in the trash. */
static void
add_the_rest (CliFixture *fixture)
{
  g_autoptr (LdrStore) store = open_store (fixture);
  g_autoptr (LdrProgress) progress = ldr_store_get_progress (store, ldr_day_today (), NULL);
  const LdrProgressGoal *goal = g_ptr_array_index (progress->goals, g_test_rand_int_range (0, progress->goals->len));
  const LdrSessionSummary *session
      = g_ptr_array_index (progress->sessions, g_test_rand_int_range (0, progress->sessions->len));
  g_autoptr (GError) error = NULL;

  for (int i = g_test_rand_int_range (1, 5); i >= 0; i--)
    measure (store, LDR_QUESTIONNAIRE_NATURAL_STYLE, i % 2 == 0 ? "" : "Fatima", i != 1);
  measure (store, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", TRUE);
  g_assert_true (ldr_store_trash_goal (store, goal->goal->id, &error));
  g_assert_true (ldr_store_trash_session (store, session->id, &error));
  g_assert_true (ldr_store_close (store, &error));
  g_assert_no_error (error);
}

static JsonNode *
export_json (CliFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  cli_fixture_run (fixture, NULL, "export", "--format", "json", "--private", "-o", "-", NULL);
  assert_done (fixture);
  node = json_from_string (fixture->out, &error);
  g_assert_no_error (error);
  return node;
}

static void
trash_some_entries (CliFixture *fixture)
{
  g_autoptr (JsonNode) node = export_json (fixture);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (node), "entries");

  for (int i = 0; i < 5; i++)
    {
      guint place = (guint) g_test_rand_int_range (0, (int) json_array_get_length (entries) / 5) * 5 + (guint) i;
      JsonObject *entry = json_array_get_object_element (entries, place);

      cli_fixture_run (fixture, NULL, "delete", json_object_get_string_member (entry, "id"), NULL);
      assert_done (fixture);
    }
}

/* --- Counting by hand ------------------------------------------------------------------------------------------------
 */

static int
get_day (JsonObject *object, const char *member)
{
  g_autoptr (GError) error = NULL;
  int day = 0;

  g_assert_true (ldr_day_parse (json_object_get_string_member (object, member), &day, &error));
  return day;
}

static void
count_ids (JsonObject *entry, const char *member, int *counts)
{
  JsonArray *ids = json_object_get_array_member (entry, member);

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      LdrStyle style;

      g_assert_true (ldr_style_from_id (json_array_get_string_element (ids, i), &style));
      counts[style]++;
    }
}

/* All entries from a day to a day as if they were of one. */
static LdrProgressDay
count_entries (JsonArray *entries, int first_day, int last_day)
{
  LdrProgressDay sum = { .day = first_day };

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      int day = get_day (entry, "day"), energy = (int) json_object_get_int_member (entry, "energy");

      if (day < first_day || day > last_day || json_object_has_member (entry, "deleted"))
        continue;
      sum.n_entries++;
      count_ids (entry, "styles", sum.styles);
      count_ids (entry, "pitfalls", sum.pitfalls);
      sum.n_energy += energy > 0;
      sum.energy += energy;
    }
  return sum;
}

static void
assert_same (const LdrProgressDay *found, const LdrProgressDay *wanted)
{
  g_assert_cmpint (found->n_entries, ==, wanted->n_entries);
  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      g_assert_cmpint (found->styles[i], ==, wanted->styles[i]);
      g_assert_cmpint (found->pitfalls[i], ==, wanted->pitfalls[i]);
    }
  g_assert_cmpint (found->n_energy, ==, wanted->n_energy);
  g_assert_cmpint (found->energy, ==, wanted->energy);
}

static void
check_days (const LdrProgress *progress, JsonArray *entries)
{
  int n_entries = 0, last = 0;

  for (guint i = 0; i < progress->days->len; i++)
    {
      const LdrProgressDay *day = &g_array_index (progress->days, LdrProgressDay, i);
      LdrProgressDay wanted = count_entries (entries, day->day, day->day);

      g_assert_cmpint (day->day, >, last);
      assert_same (day, &wanted);
      n_entries += day->n_entries;
      last = day->day;
    }
  /* So no day is missing. */
  g_assert_cmpint (n_entries, ==, count_entries (entries, 1, G_MAXINT).n_entries);
}

static void
check_ranges (const LdrProgress *progress, JsonArray *entries)
{
  for (int i = 0; i < RANGES; i++)
    {
      LdrProgressDay sum = { 0 }, wanted;
      LdrPeriod period;
      guint first, n_days;

      ldr_period_init_own (&period, g_test_rand_int_range (progress->oldest_day - 5, progress->today + 5),
                           g_test_rand_int_range (progress->oldest_day - 5, progress->today + 5));
      ldr_progress_find_days (progress, &period, &first, &n_days);
      for (guint d = first; d < first + n_days; d++)
        {
          const LdrProgressDay *day = &g_array_index (progress->days, LdrProgressDay, d);

          sum.n_entries += day->n_entries;
          for (int k = 0; k < LDR_N_STYLES; k++)
            {
              sum.styles[k] += day->styles[k];
              sum.pitfalls[k] += day->pitfalls[k];
            }
          sum.n_energy += day->n_energy;
          sum.energy += day->energy;
        }
      wanted = count_entries (entries, period.first_day, period.last_day);
      assert_same (&sum, &wanted);
    }
}

static void
check_goal (const LdrProgressGoal *found, JsonObject *goal)
{
  JsonArray *check_ins
      = json_object_has_member (goal, "check-ins") ? json_object_get_array_member (goal, "check-ins") : NULL;

  g_assert_cmpstr (found->goal->id, ==, json_object_get_string_member (goal, "id"));
  g_assert_cmpstr (ldr_goal_state_to_id (found->goal->state), ==, json_object_get_string_member (goal, "state"));
  g_assert_cmpuint (found->check_ins->len, ==, check_ins != NULL ? json_array_get_length (check_ins) : 0);
  for (guint i = 0; i < found->check_ins->len; i++)
    {
      const LdrCheckIn *mark = g_ptr_array_index (found->check_ins, i);
      JsonObject *wanted = json_array_get_object_element (check_ins, i);

      g_assert_cmpstr (mark->id, ==, json_object_get_string_member (wanted, "id"));
      g_assert_cmpint (mark->day, ==, get_day (wanted, "day"));
      g_assert_cmpint (mark->version, ==, (int) json_object_get_int_member (wanted, "version"));
      if (json_object_get_null_member (wanted, "value"))
        g_assert_true (isnan (mark->value));
      else
        g_assert_cmpfloat (mark->value, ==, json_object_get_double_member (wanted, "value"));
    }
}

static void
check_goals (const LdrProgress *progress, JsonArray *goals)
{
  guint at = 0;

  for (guint i = 0; i < json_array_get_length (goals); i++)
    {
      JsonObject *goal = json_array_get_object_element (goals, i);

      if (json_object_has_member (goal, "deleted"))
        continue;
      g_assert_cmpuint (at, <, progress->goals->len);
      check_goal (g_ptr_array_index (progress->goals, at++), goal);
    }
  g_assert_cmpuint (at, ==, progress->goals->len);
  g_assert_cmpuint (at, ==, json_array_get_length (goals) - 1);
}

/* Which object of the export has that id. */
static JsonObject *
find (JsonArray *objects, const char *id)
{
  for (guint i = 0; i < json_array_get_length (objects); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (objects, i), "id"), id))
      return json_array_get_object_element (objects, i);
  g_error ("%s is not in the export", id);
}

static int
count_actions (JsonArray *actions, const char *session, gboolean open)
{
  int n = 0;

  for (guint i = 0; i < json_array_get_length (actions); i++)
    {
      JsonObject *action = json_array_get_object_element (actions, i);

      n += g_str_equal (json_object_get_string_member_with_default (action, "session", ""), session)
           && (!open || g_str_equal (json_object_get_string_member (action, "state"), "open"));
    }
  return n;
}

static void
check_sessions (const LdrProgress *progress, JsonArray *sessions, JsonArray *actions)
{
  gint64 last = G_MININT64;

  /* One is in the trash. */
  g_assert_cmpuint (progress->sessions->len, ==, json_array_get_length (sessions) - 1);
  for (guint i = 0; i < progress->sessions->len; i++)
    {
      const LdrSessionSummary *session = g_ptr_array_index (progress->sessions, i);
      JsonObject *wanted = find (sessions, session->id);

      g_assert_false (json_object_has_member (wanted, "deleted"));
      g_assert_cmpstr (ldr_session_state_to_id (session->state), ==, json_object_get_string_member (wanted, "state"));
      g_assert_cmpint (session->day, ==, get_day (wanted, "day"));
      g_assert_cmpint (session->n_actions, ==, count_actions (actions, session->id, FALSE));
      g_assert_cmpint (session->n_actions_open, ==, count_actions (actions, session->id, TRUE));
      g_assert_cmpint (session->starts, >=, last);
      last = session->starts;
    }
}

static void
check_actions (const LdrProgress *progress, JsonArray *actions)
{
  g_assert_cmpuint (progress->actions->len, ==, json_array_get_length (actions));
  for (guint i = 0; i < progress->actions->len; i++)
    {
      const LdrAction *action = g_ptr_array_index (progress->actions, i);
      JsonObject *wanted = find (actions, action->id);

      g_assert_cmpstr (ldr_action_state_to_id (action->state), ==, json_object_get_string_member (wanted, "state"));
      g_assert_cmpint (action->state_day, ==, get_day (wanted, "state-day"));
      g_assert_cmpint (action->due, ==, json_object_has_member (wanted, "due") ? get_day (wanted, "due") : 0);
    }
}

static void
check_measurements (GPtrArray *found, JsonArray *assessments, const char *questionnaire)
{
  guint n_finished = 0;
  gint64 last = 0;

  for (guint i = 0; i < json_array_get_length (assessments); i++)
    {
      JsonObject *assessment = json_array_get_object_element (assessments, i);

      n_finished += g_str_equal (json_object_get_string_member (assessment, "questionnaire"), questionnaire)
                    && json_object_has_member (assessment, "finished");
    }
  g_assert_cmpuint (found->len, ==, n_finished);
  for (guint i = 0; i < found->len; i++)
    {
      const LdrAssessment *assessment = g_ptr_array_index (found, i);
      JsonObject *wanted = find (assessments, assessment->id), *answers;

      answers = json_object_get_object_member (wanted, "answers");
      g_assert_cmpstr (assessment->observer, ==, json_object_get_string_member_with_default (wanted, "observer", ""));
      for (gsize k = 0; k < assessment->n_items; k++)
        g_assert_cmpint (assessment->answers[k], ==, json_object_get_int_member (answers, assessment->items[k]));
      g_assert_cmpint (assessment->finished, >=, last);
      last = assessment->finished;
    }
}

/* --- The test --------------------------------------------------------------------------------------------------------
 */

static void
test_counts (CliFixture *fixture, gconstpointer language)
{
  g_autofree char *seed = g_strdup_printf ("%d", g_test_rand_int_range (0, G_MAXINT)),
                  *n_entries = g_strdup_printf ("%d", g_test_rand_int_range (150, 500));
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (LdrProgress) progress = NULL;
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *entries, *actions, *assessments;
  JsonObject *root;

  g_test_message ("%s entries, seed %s", n_entries, seed);
  cli_fixture_run (fixture, NULL, "demo", "--entries", n_entries, "--seed", seed, "--lang", language, NULL);
  assert_done (fixture);
  trash_some_entries (fixture);
  add_the_rest (fixture);
  node = export_json (fixture);
  root = json_node_get_object (node);
  store = open_store (fixture);
  progress = ldr_store_get_progress (store, ldr_day_today (), &error);
  g_assert_no_error (error);

  entries = json_object_get_array_member (root, "entries");
  actions = json_object_get_array_member (root, "actions");
  assessments = json_object_get_array_member (json_object_get_object_member (root, "styles"), "assessments");
  g_assert_cmpint (count_entries (entries, 1, G_MAXINT).n_entries, ==, (int) json_array_get_length (entries) - 5);
  check_days (progress, entries);
  check_ranges (progress, entries);
  check_goals (progress, json_object_get_array_member (root, "goals"));
  check_sessions (progress, json_object_get_array_member (root, "sessions"), actions);
  check_actions (progress, actions);
  check_measurements (progress->profiles, assessments, LDR_QUESTIONNAIRE_NATURAL_STYLE);
  check_measurements (progress->exposures, assessments, LDR_QUESTIONNAIRE_PITFALL_SIGNS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, language)                                                                                            \
  g_test_add ("/cli/progress/" name, CliFixture, language, cli_fixture_set_up, test_counts, cli_fixture_tear_down)
  ADD ("first", "nl");
  ADD ("second", "en");
  ADD ("third", "nl");
  return g_test_run ();
}
