/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "cli-fixture.h"

/* Charts from a terminal, without a display. */

static const char *const kinds[]
    = { "goals", "profile", "styles", "pitfalls", "energy", "days", "sessions", "actions", "figures" };

static void
make_journal (CliFixture *fixture)
{
  cli_fixture_run (fixture, NULL, "demo", "--entries", "120", "--lang", "en", NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
assert_begins (const char *path, const char *beginning)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 500);
  g_assert_cmpmem (contents, strlen (beginning), beginning, strlen (beginning));
}

static void
test_formats (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *name;
    const char *format;
    const char *beginning;
  } cases[] = {
    { "goals", "a.png", NULL, "\211PNG\r\n\032\n" },
    { "days", "b.svg", NULL, "<?xml" },
    { "styles", "c.pdf", NULL, "%PDF-" },
    { "energy", "d.csv", NULL, "When," },
    { "pitfalls", "e.SVG", NULL, "<?xml" },
    { "figures", "f", "png", "\211PNG" },
    { "all", "g.pdf", NULL, "%PDF-" },
    { "all", "h.csv", NULL, "Chart," },
    { "all", "i.json", NULL, "{" },
    { "sessions", "j.txt", "json", "{" },
  };

  make_journal (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cli_fixture_path (fixture, cases[i].name);

      if (cases[i].format != NULL)
        cli_fixture_run (fixture, NULL, "chart", cases[i].kind, "-o", path, "--format", cases[i].format, NULL);
      else
        cli_fixture_run (fixture, NULL, "chart", cases[i].kind, "-o", path, NULL);
      g_assert_cmpstr (fixture->err, ==, "");
      g_assert_cmpint (fixture->status, ==, 0);
      assert_begins (path, cases[i].beginning);
      g_unlink (path);
    }
}

static JsonObject *
read_json (CliFixture *fixture, JsonParser *parser)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, fixture->out, -1, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

/* A value for each column but the first; days as programs write them, the first not after the last. */
static void
check_point (JsonObject *point, guint n_columns)
{
  JsonArray *values = json_object_get_array_member (point, "values");
  const char *from = json_object_get_string_member_with_default (point, "from", NULL);
  const char *to = json_object_get_string_member_with_default (point, "to", NULL);

  g_assert_cmpuint (json_array_get_length (values), ==, n_columns - 1);
  for (guint i = 0; i < n_columns - 1; i++)
    g_assert_true (json_array_get_null_element (values, i)
                   || json_node_get_value_type (json_array_get_element (values, i)) == G_TYPE_DOUBLE);
  g_assert_cmpint (from == NULL, ==, to == NULL);
  if (from == NULL)
    return;
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", from, 0, 0));
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", to, 0, 0));
  g_assert_cmpstr (from, <=, to);
}

/* Every kind is there, in order, each row with a cell for each column. */
static void
test_json (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *charts;

  make_journal (fixture);
  cli_fixture_run (fixture, NULL, "chart", "all", "--format", "json", "-o", "-", NULL);
  charts = json_object_get_array_member (read_json (fixture, parser), "charts");
  g_assert_cmpuint (json_array_get_length (charts), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      JsonObject *chart = json_array_get_object_element (charts, i);
      guint n_columns = json_array_get_length (json_object_get_array_member (chart, "columns"));
      JsonArray *rows = json_object_get_array_member (chart, "rows");
      JsonArray *points = json_object_get_array_member (chart, "points");

      g_assert_cmpstr (json_object_get_string_member (chart, "kind"), ==, kinds[i]);
      g_assert_cmpuint (strlen (json_object_get_string_member (chart, "sentence")), >, 10);
      g_assert_cmpint (json_object_get_boolean_member (chart, "empty"), ==, json_array_get_length (rows) == 0);
      g_assert_cmpuint (json_array_get_length (points), ==, json_array_get_length (rows));
      for (guint j = 0; j < json_array_get_length (rows); j++)
        {
          g_assert_cmpuint (json_array_get_length (json_array_get_array_element (rows, j)), ==, n_columns);
          check_point (json_array_get_object_element (points, j), n_columns);
        }
    }
}

static void
assert_days (CliFixture *fixture, const char *from, const char *to)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = read_json (fixture, parser);

  g_assert_cmpstr (json_object_get_string_member (object, "from"), ==, from);
  g_assert_cmpstr (json_object_get_string_member (object, "to"), ==, to);
}

static void
test_days (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "\"to\" : \"%Y-%m-%d\"");

  make_journal (fixture);
  cli_fixture_run (fixture, NULL, "chart", "days", "--from", "2020-01-15", "--to", "2020-02-20", "--format", "json",
                   "-o", "-", NULL);
  assert_days (fixture, "2020-01-15", "2020-02-20");
  cli_fixture_run (fixture, NULL, "chart", "days", "--from", "2020-01-15", "--to", "2020-01-15", "--format", "json",
                   "-o", "-", NULL);
  assert_days (fixture, "2020-01-15", "2020-01-15");
  cli_fixture_run (fixture, NULL, "chart", "days", "--period", "month", "--format", "json", "-o", "-", NULL);
  g_assert_nonnull (strstr (fixture->out, today));
}

/* What was drawn is what the journal holds: an entry with its style on its day. */
static void
test_values (CliFixture *fixture, gconstpointer data)
{
  cli_fixture_create (fixture);
  cli_fixture_run (fixture, "Listened in.\n", "add", "--title", "Listened in", "--date", "2026-06-01T09:00", "--style",
                   "ninja", "--energy", "4", NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  cli_fixture_run (fixture, NULL, "chart", "energy", "--from", "2026-06-01", "--to", "2026-06-30", "--format", "csv",
                   "-o", "-", NULL);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpstr (fixture->out, ==,
                   "Day,First day,Last day,Of the day,Of the day (number)\r\n1 Jun 2026,2026-06-01,2026-06-01,4,4\r\n");
  cli_fixture_run (fixture, NULL, "chart", "days", "--from", "2026-06-01", "--to", "2026-06-30", "--format", "json",
                   "-o", "-", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"1 day with an entry.\""));
  g_assert_nonnull (strstr (fixture->out, "1 entry, Ninja"));
}

static void
test_failures (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_path (fixture, "there.svg");
  g_autofree char *missing = cli_fixture_path (fixture, "no/there.svg");
  g_autofree char *contents = NULL;

  make_journal (fixture);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", path, NULL);
  cli_fixture_assert_failed (fixture, 1, "--force");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", path, "--force", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_begins (path, "<?xml");
  g_unlink (path);

  cli_fixture_run (fixture, NULL, "chart", "mood", "-o", path, NULL);
  cli_fixture_assert_failed (fixture, 2, "goals, profile");
  cli_fixture_run (fixture, NULL, "chart", "days", NULL);
  cli_fixture_assert_failed (fixture, 2, "-o PATH");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", "-", NULL);
  cli_fixture_assert_failed (fixture, 2, "--format");
  cli_fixture_run (fixture, NULL, "chart", "all", "-o", path, NULL);
  cli_fixture_assert_failed (fixture, 2, "pdf, csv or json");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", fixture->journal, "--format", "svg", "--force", NULL);
  cli_fixture_assert_failed (fixture, 2, "the journal itself");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", path, "--from", "2026-06-02", "--to", "2026-06-01", NULL);
  cli_fixture_assert_failed (fixture, 2, "after the last");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", path, "--from", "yesterday", NULL);
  cli_fixture_assert_failed (fixture, 2, "yesterday");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", path, "--period", "week", NULL);
  cli_fixture_assert_failed (fixture, 2, "--period");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", path, "--from", "2010-01-01", "--to", "2010-02-01", NULL);
  cli_fixture_assert_failed (fixture, 1, "Nothing was written in this period.");
  cli_fixture_run (fixture, NULL, "chart", "all", "-o", path, "--format", "pdf", "--paper", "a5", NULL);
  cli_fixture_assert_failed (fixture, 2, "a4 or letter");
  cli_fixture_run (fixture, NULL, "chart", "days", "-o", missing, NULL);
  cli_fixture_assert_failed (fixture, 1, "there.svg");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/cli/chart/" path, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  g_test_init (&argc, &argv, NULL);
  ADD ("formats", test_formats);
  ADD ("json", test_json);
  ADD ("days", test_days);
  ADD ("values", test_values);
  ADD ("failures", test_failures);
  return g_test_run ();
}
