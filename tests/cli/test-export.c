/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <locale.h>
#include <string.h>

/* Documents of what was chosen, by the real program. */

static void
assert_done (CliFixture *fixture)
{
  if (fixture->status != 0)
    g_error ("%d: %s", fixture->status, fixture->err);
}

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static void
fill (CliFixture *fixture)
{
  cli_fixture_create (fixture);
  g_free (cli_fixture_add (fixture, "Sanne en Noor telden. Zij zag dat Bram bleef en Bram lachte.", "Geteld"));
}

/* Each format has what its files begin with. */
static void
test_formats (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *format;
    const char *start;
  } rows[] = {
    { "pdf", "%PDF-1.4" }, { "odt", "PK" }, { "html", "<!DOCTYPE html>" }, { "md", "# Journal of Sanne de Wit" },
    { "csv", "" },         { "json", "{" },
  };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = cli_fixture_path (fixture, rows[i].format), *text = NULL;
      gsize length;

      cli_fixture_run (fixture, NULL, "export", "--format", rows[i].format, "-o", path, NULL);
      assert_done (fixture);
      text = read_file (path, &length);
      g_assert_cmpuint (length, >, 0);
      g_assert_true (g_str_has_prefix (text, rows[i].start));
    }
}

static void
test_choice (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_path (fixture, "out.md"), *actions = NULL, *entries = NULL, *later = NULL;

  fill (fixture);
  cli_fixture_run (fixture, NULL, "export", "--format", "md", "--include", "actions", "-o", path, NULL);
  assert_done (fixture);
  actions = read_file (path, NULL);
  g_assert_nonnull (strstr (actions, "Action list of Sanne de Wit"));
  g_assert_null (strstr (actions, "Geteld"));
  cli_fixture_run (fixture, NULL, "export", "--format", "md", "--include", "entries, goals", "--for", "Ellen", "-o",
                   path, NULL);
  assert_done (fixture);
  entries = read_file (path, NULL);
  g_assert_nonnull (strstr (entries, "Geteld"));
  g_assert_nonnull (strstr (entries, "prepared for Ellen"));
  cli_fixture_run (fixture, NULL, "export", "--format", "md", "--include", "entries", "--to", "2001-01-01", "-o", path,
                   NULL);
  assert_done (fixture);
  later = read_file (path, NULL);
  g_assert_null (strstr (later, "Geteld"));
}

/* What stays is told; what was asked for is gone. */
static void
test_names (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_path (fixture, "out.html"), *text = NULL;

  fill (fixture);
  cli_fixture_run (fixture, NULL, "export", "--format", "html", "--include", "entries", "--pseudonyms", "roles",
                   "--name", "Noor", "-o", path, NULL);
  assert_done (fixture);
  text = read_file (path, NULL);
  g_assert_null (strstr (text, "Sanne"));
  g_assert_null (strstr (text, "Noor"));
  g_assert_nonnull (strstr (text, "colleague 1"));
  g_assert_nonnull (strstr (text, "Bram"));
  g_assert_nonnull (strstr (fixture->err, "Bram"));
}

/* How often @part stands in @text. */
static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
assert_logged (const char *log, const char *path, const char *members)
{
  gsize length;
  g_autofree char *bytes = read_file (path, &length);
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_autofree char *file = g_strdup_printf ("\"bytes\":%" G_GSIZE_FORMAT ",\"sha256\":\"%s\"", length, sum);

  if (strstr (log, file) == NULL)
    g_error ("%s is not in %s", file, log);
  if (strstr (log, members) == NULL)
    g_error ("%s is not in %s", members, log);
}

/* Nothing goes out without a line in the journal that says what and for whom; what did not go out has none. */
static void
test_log (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = cli_fixture_path (fixture, "out.pdf"), *archive = cli_fixture_path (fixture, "all.md");
  g_autofree char *json = cli_fixture_path (fixture, "out.json"), *nowhere = cli_fixture_path (fixture, "no/where.pdf");

  fill (fixture);
  cli_fixture_run (fixture, NULL, "export", "--format", "pdf", "-o", nowhere, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_run (fixture, NULL, "export", "--format", "pdf", "--include", "entries", "--pseudonyms", "initials",
                   "--for", "Ellen", "-o", pdf, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "export", "--format", "md", "--private", "-o", archive, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "-o", json, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "-o", "-", NULL);
  assert_done (fixture);
  g_assert_cmpuint (count (fixture->out, "\"sha256\":"), ==, 3);
  assert_logged (fixture->out, pdf,
                 "\"format\":\"pdf\",\"names\":\"initials\",\"with-private\":false,\"for-whom\":\"Ellen\","
                 "\"way\":\"saved\",\"pages\":");
  assert_logged (fixture->out, archive,
                 "\"format\":\"md\",\"names\":\"shown\",\"with-private\":true,\"way\":\"saved\",\"bytes\":");
  assert_logged (fixture->out, json, "\"title\":\"Journal of Sanne de Wit\",\"parts\":[\"sessions\",\"actions\",");
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "-o", "-", NULL);
  assert_done (fixture);
  g_assert_cmpuint (count (fixture->out, "\"way\":\"shared\""), ==, 1);
}

/* A call that makes no sense writes nothing. */
static void
test_usage (CliFixture *fixture, gconstpointer data)
{
  static const char *const rows[][7] = {
    { "--format", "doc" },
    { "--format", "pdf", "--include", "secrets" },
    { "--format", "pdf", "--entries", "chosen" },
    { "--format", "pdf", "--pseudonyms", "shown" },
    { "--format", "pdf", "--name", "Noor" },
    { "--format", "json", "--pseudonyms", "roles" },
    { "--format", "pdf", "--from", "yesterday" },
  };
  g_autofree char *path = cli_fixture_path (fixture, "out");

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cli_fixture_run (fixture, NULL, "export", "-o", path, rows[i][0], rows[i][1], rows[i][2], rows[i][3], NULL);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  cli_fixture_run (fixture, NULL, "export", "-o", path, "--format", "pdf", "--from", "2026-02-02", "--to", "2026-01-01",
                   NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  cli_fixture_run (fixture, NULL, "export", "-o", "-", "--format", "pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/cli/export/" path, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("formats", test_formats);
  ADD ("choice", test_choice);
  ADD ("names", test_names);
  ADD ("log", test_log);
  ADD ("usage", test_usage);

  return g_test_run ();
}
