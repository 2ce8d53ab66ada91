/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "cli-fixture.h"
#include "content/ldr-path.h"
#include "content/ldr-prompt.h"
#include "content/ldr-questionnaire.h"

static void
assert_done (CliFixture *fixture)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static char *
first_line (const char *text)
{
  return g_strndup (text, strcspn (text, "\n") + 1);
}

static void
test_question (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *question = NULL, *id = NULL, *answered = NULL;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "question", NULL);
  assert_done (fixture);
  first = g_strdup (fixture->out);
  /* Of a new journal there is not much to know. */
  g_assert_true (g_str_has_suffix (first, "\nIt was not asked in this journal before.\n")
                 || g_str_has_suffix (first, " of a week.\n") || g_str_has_suffix (first, " of a day.\n"));
  cli_fixture_run (fixture, NULL, "question", NULL);
  g_assert_cmpstr (fixture->out, ==, first);
  cli_fixture_run (fixture, NULL, "question", "--another", NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, !=, first);
  g_free (g_steal_pointer (&first));
  first = g_strdup (fixture->out);
  question = first_line (first);
  g_assert_cmpuint (strlen (question), <, strlen (first));
  cli_fixture_run (fixture, "Het antwoord.\n", "reflect", "question", NULL);
  assert_done (fixture);
  id = g_strchomp (g_strdup (fixture->out));
  cli_fixture_run (fixture, NULL, "question", NULL);
  answered = g_strdup_printf ("%sAnswered in %s\n", first, id);
  g_assert_cmpstr (fixture->out, ==, answered);
  cli_fixture_run (fixture, NULL, "show", id, NULL);
  g_assert_true (g_str_has_prefix (fixture->out, question));
  g_assert_nonnull (strstr (fixture->out, "\n\nHet antwoord.\n"));
}

/* The same as an object, before and after the answer. */
static void
test_question_json (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) open = NULL, answered = NULL;
  g_autofree char *id = NULL, *lines = NULL;
  JsonObject *object;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "question", "--json", NULL);
  assert_done (fixture);
  open = json_from_string (fixture->out, NULL);
  object = json_node_get_object (open);
  cli_fixture_run (fixture, NULL, "question", NULL);
  lines = g_strdup_printf ("%s\n%s\n", json_object_get_string_member (object, "question"),
                           json_object_get_string_member (object, "why"));
  g_assert_cmpstr (fixture->out, ==, lines);
  g_assert_cmpstr (json_object_get_string_member (object, "reason"), !=, "");
  g_assert_nonnull (ldr_prompt_find (json_object_get_string_member (object, "prompt")));
  g_assert_cmpint (json_object_get_int_member (object, "minutes"), >, 0);
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "day")), ==, strlen ("2026-03-02"));
  g_assert_false (json_object_has_member (object, "answered"));
  g_assert_false (json_object_has_member (object, "entry"));
  cli_fixture_run (fixture, "Het antwoord.\n", "reflect", "question", NULL);
  id = g_strchomp (g_strdup (fixture->out));
  cli_fixture_run (fixture, NULL, "question", "--json", NULL);
  answered = json_from_string (fixture->out, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answered), "entry"), ==, id);
  g_assert_true (json_object_has_member (json_node_get_object (answered), "answered"));
}

/* Answers end at an empty line, "." skips, and the end of the input ends it all. */
static void
test_reflect (CliFixture *fixture, gconstpointer data)
{
  const LdrPath *path = ldr_path_find ("team-player-pitfall");
  g_autofree char *id = NULL, *all = NULL, *heading = NULL;
  g_autoptr (JsonNode) node = NULL;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, "Eerste regel\ntweede regel\n\n.\nDe derde 👍", "reflect", path->id, NULL);
  assert_done (fixture);
  id = g_strchomp (g_strdup (fixture->out));
  cli_fixture_run (fixture, NULL, "show", id, NULL);
  assert_done (fixture);
  g_assert_true (g_str_has_prefix (fixture->out, ldr_path_get_title (path)));
  g_assert_nonnull (strstr (fixture->out, "\n\nEerste regel\ntweede regel\n\n## "));
  g_assert_true (g_str_has_suffix (fixture->out, "\n\nDe derde 👍\n"));
  g_assert_null (strstr (fixture->out, "Pitfalls:"));
  for (guint i = 0; i < 3; i++)
    {
      const LdrPrompt *step = g_ptr_array_index (path->steps, i);

      g_free (heading);
      heading = g_strdup_printf ("## %.12s", step->wording.to_leader);
      g_assert_true ((strstr (fixture->out, heading) != NULL) == (i != 1));
    }
  cli_fixture_run (fixture, "Ja\n", "reflect", path->id, "--confirm", NULL);
  assert_done (fixture);
  g_free (g_steal_pointer (&id));
  id = g_strchomp (g_strdup (fixture->out));
  cli_fixture_run (fixture, NULL, "show", id, "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"pitfalls\":[\"team-player\"]"));
}

static void
test_reflect_refused (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_create (fixture);
  cli_fixture_run (fixture, "Ja\n", "reflect", "nowhere", NULL);
  cli_fixture_assert_failed (fixture, 1, "nowhere");
  cli_fixture_run (fixture, "\n\n.\n", "reflect", "week-review", NULL);
  cli_fixture_assert_failed (fixture, 2, "Nothing was answered");
  cli_fixture_run (fixture, "a\xff\n", "reflect", "week-review", NULL);
  cli_fixture_assert_failed (fixture, 1, "UTF-8");
  cli_fixture_run (fixture, "Ja\n", "reflect", NULL);
  cli_fixture_assert_failed (fixture, 2, "reflect");
  cli_fixture_run (fixture, NULL, "list", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
}

static void
test_reflect_list (CliFixture *fixture, gconstpointer data)
{
  GPtrArray *paths = ldr_path_get_all ();

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "reflect", "--list", NULL);
  assert_done (fixture);
  for (guint i = 0; i < paths->len; i++)
    g_assert_nonnull (strstr (fixture->out, ((const LdrPath *) g_ptr_array_index (paths, i))->id));
}

/* The form as it is printed, with an answer behind each name. */
static char *
fill_in (const char *form, const char *answer)
{
  g_auto (GStrv) lines = g_strsplit (form, "\n", -1);
  g_autoptr (GString) filled = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (filled, "%s%s\n", lines[i], lines[i][0] != '#' && lines[i][0] != '\0' ? answer : "");
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static void
test_measure (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *form = NULL, *filled = NULL, *file = cli_fixture_path (fixture, "answers"), *id = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object, *latest;
  g_autoptr (GError) error = NULL;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "measure", LDR_QUESTIONNAIRE_NATURAL_STYLE, "--template", NULL);
  assert_done (fixture);
  form = g_strdup (fixture->out);
  g_assert_nonnull (strstr (form, "\nsituation-01 \n"));
  filled = fill_in (form, "1");
  g_assert_true (g_file_set_contents (file, filled, -1, &error));
  cli_fixture_run (fixture, NULL, "measure", LDR_QUESTIONNAIRE_NATURAL_STYLE, "--answers", file, NULL);
  assert_done (fixture);
  id = g_strchomp (g_strdup (fixture->out));
  cli_fixture_run (fixture, filled, "measure", LDR_QUESTIONNAIRE_NATURAL_STYLE, "--answers", "-", "--observer",
                   "Fatima", NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "profile", "--json", NULL);
  assert_done (fixture);
  node = json_from_string (fixture->out, &error);
  g_assert_no_error (error);
  object = json_object_get_object_member (json_node_get_object (node), LDR_QUESTIONNAIRE_NATURAL_STYLE);
  latest = json_object_get_object_member (object, "latest");
  g_assert_cmpstr (json_object_get_string_member (latest, "id"), ==, id);
  g_assert_true (json_object_get_null_member (object, "previous"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "observers"), "observers"), ==,
                   1);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (latest, "offered"), "ninja"), ==, 8);
  cli_fixture_run (fixture, NULL, "profile", NULL);
  assert_done (fixture);
  g_assert_nonnull (strstr (fixture->out, " of 8\n"));
  g_assert_nonnull (strstr (fixture->out, "not filled in yet"));
}

/* An observer reads about the leader, by name. */
static void
test_template (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "measure", LDR_QUESTIONNAIRE_PITFALL_SIGNS, "--template", NULL);
  assert_done (fixture);
  g_assert_null (strstr (fixture->out, "Sanne de Wit"));
  cli_fixture_run (fixture, NULL, "measure", LDR_QUESTIONNAIRE_PITFALL_SIGNS, "--template", "--observer", "Tom", NULL);
  assert_done (fixture);
  g_assert_nonnull (strstr (fixture->out, "Sanne de Wit"));
}

static const struct
{
  const char *answers;
  const char *said;
} bad_answers[] = {
  { "situation-01 1\n\n# a remark\nsituation-77 2\n", "Line 4: “situation-77”" },
  { "situation-01\n", "Line 1: “situation-01” has no answer" },
  { "situation-01 3\n", "Line 1: “situation-01” is not answered in that way" },
  { "situation-01 0\n", "Line 1: “situation-01” is not answered in that way" },
  { "situation-01 one\n", "Line 1: “situation-01” is not answered in that way" },
  { "situation-01 1 2\n", "Line 1: “situation-01” is not answered in that way" },
  { "situation-01 1\nsituation-01 1\n", "Line 2: “situation-01” is answered a second time" },
  { "situation-01 1\n", "“situation-02” is missing" },
  { "", "“situation-01” is missing" },
  { "\xff", "UTF-8" },
};

static void
test_measure_refused (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_create (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_answers); i++)
    {
      cli_fixture_run (fixture, bad_answers[i].answers, "measure", LDR_QUESTIONNAIRE_NATURAL_STYLE, "--answers", "-",
                       NULL);
      cli_fixture_assert_failed (fixture, 1, bad_answers[i].said);
    }
  cli_fixture_run (fixture, NULL, "measure", "horoscope", "--template", NULL);
  cli_fixture_assert_failed (fixture, 2, "natural-style, pitfall-signs");
  cli_fixture_run (fixture, NULL, "measure", LDR_QUESTIONNAIRE_NATURAL_STYLE, NULL);
  cli_fixture_assert_failed (fixture, 2, "--template");
  cli_fixture_run (fixture, NULL, "measure", LDR_QUESTIONNAIRE_NATURAL_STYLE, "--answers", "/nowhere/at/all", NULL);
  cli_fixture_assert_failed (fixture, 1, "/nowhere/at/all");
  cli_fixture_run (fixture, NULL, "profile", "--json", NULL);
  assert_done (fixture);
  g_assert_nonnull (strstr (fixture->out, "\"latest\" : null"));
}

#define ADD(path, function) g_test_add (path, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/styles/question", test_question);
  ADD ("/cli/styles/question-json", test_question_json);
  ADD ("/cli/styles/reflect", test_reflect);
  ADD ("/cli/styles/reflect-refused", test_reflect_refused);
  ADD ("/cli/styles/reflect-list", test_reflect_list);
  ADD ("/cli/styles/measure", test_measure);
  ADD ("/cli/styles/template", test_template);
  ADD ("/cli/styles/measure-refused", test_measure_refused);
  return g_test_run ();
}
