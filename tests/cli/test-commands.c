/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "cli-fixture.h"

static void
assert_done (CliFixture *fixture)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static guint
count_lines (const char *text)
{
  guint lines = 0;

  for (; *text != '\0'; text++)
    lines += *text == '\n';
  return lines;
}

static void
test_add_and_show (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, "Een café vol één-regelige reflecties 👍\n\n- punt\n\n", "add", "--title", "De  titel",
                   "--date", "2026-03-09T08:30", "--style", "ninja", "--style", "integrator", "--pitfall",
                   "team-player", "--tag", "#Team", "--tag", "lang verhaal", "--energy", "4", "--discuss", NULL);
  assert_done (fixture);
  id = g_strchomp (g_strdup (fixture->out));
  g_assert_cmpuint (strlen (id), ==, 36);

  cli_fixture_run (fixture, NULL, "show", id, "--json", NULL);
  assert_done (fixture);
  node = json_from_string (fixture->out, NULL);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "De  titel");
  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==,
                   "Een café vol één-regelige reflecties 👍\n\n- punt");
  g_assert_cmpstr (json_object_get_string_member (object, "happened"), ==, "2026-03-09T07:30:00.000Z");
  g_assert_cmpstr (json_object_get_string_member (object, "day"), ==, "2026-03-09");
  g_assert_cmpint (json_object_get_int_member (object, "energy"), ==, 4);
  g_assert_true (json_object_get_boolean_member (object, "to-discuss"));
  g_assert_nonnull (strstr (fixture->out, "\"styles\":[\"integrator\",\"ninja\"]"));
  g_assert_nonnull (strstr (fixture->out, "\"pitfalls\":[\"team-player\"]"));
  g_assert_nonnull (strstr (fixture->out, "\"tags\":[\"lang-verhaal\",\"Team\"]"));

  cli_fixture_run (fixture, NULL, "show", id, NULL);
  assert_done (fixture);
  g_assert_nonnull (strstr (fixture->out, "De  titel\nMonday 9 March 2026, 08:30\n"));
  g_assert_nonnull (strstr (fixture->out, "\nEnergy: 4 of 5\n#lang-verhaal #Team\nTo discuss\n\nEen café"));
}

static const struct
{
  const char *option;
  const char *value;
  const char *found;
} searches[] = {
  { "--search", "cafe", "a" },
  { "--search", "CAFÉ", "a" },
  { "--search", "caf", "" },
  { "--search", "caf*", "a" },
  { "--search", "reunie", "b" },
  { "--search", "overleg", "bc" },
  { "--search", "\"overleg met\"", "b" },
  { "--search", "#team", "ac" },
  { "--search", "style:ninja", "b" },
  { "--search", "style:ninja cafe", "" },
  { "--search", "after:2026-02 before:2026-03", "b" },
  { "--search", "is:discuss", "c" },
  { "--tag", "TEAM", "ac" },
  { "--style", "integrator", "c" },
  { "--pitfall", "ninja", "a" },
  { "--from", "2026-02-02", "bc" },
  { "--to", "2026-02-02", "ab" },
  { "--limit", "1", "c" },
  { "--limit", "2", "cb" },
  { "--search", "zebra", "" },
};

static void
test_list (CliFixture *fixture, gconstpointer data)
{
  char *ids[3] = { NULL, NULL, NULL };
  static const char *const fields[3][10] = {
    { "--date", "2026-01-01", "--tag", "Team", "--pitfall", "ninja", NULL },
    { "--date", "2026-02-02", "--style", "ninja", NULL },
    { "--date", "2026-03-03", "--tag", "team", "--style", "integrator", "--discuss", NULL },
  };
  static const char *const texts[] = { "Een café", "overleg met reünie", "overleg zonder" };

  cli_fixture_create (fixture);
  for (int i = 0; i < 3; i++)
    {
      const char *const *f = fields[i];

      cli_fixture_run (fixture, texts[i], "add", f[0], f[1], f[2], f[3], f[4], f[5], f[6], NULL);
      assert_done (fixture);
      ids[i] = g_strchomp (g_strdup (fixture->out));
    }
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("%s %s", searches[i].option, searches[i].value);
      cli_fixture_run (fixture, NULL, "list", searches[i].option, searches[i].value, NULL);
      assert_done (fixture);
      g_assert_cmpuint (count_lines (fixture->out), ==, strlen (searches[i].found));
      for (const char *p = searches[i].found; *p != '\0'; p++)
        g_assert_nonnull (strstr (fixture->out, ids[*p - 'a']));
    }
  cli_fixture_run (fixture, NULL, "list", NULL);
  g_assert_true (g_str_has_prefix (fixture->out, ids[2]));
  g_assert_nonnull (strstr (fixture->out, "  2026-02-02  overleg met reünie\n"));
  for (int i = 0; i < 3; i++)
    g_free (ids[i]);
}

static void
test_list_json (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) none = NULL;
  g_autoptr (JsonNode) some = NULL;
  g_autofree char *id = NULL;
  JsonObject *object;

  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "list", "--json", NULL);
  assert_done (fixture);
  none = json_from_string (fixture->out, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);

  id = cli_fixture_add (fixture, "Een **vet** café", "Eén titel");
  g_free (cli_fixture_add (fixture, "Nog een café", "Twee"));
  cli_fixture_run (fixture, NULL, "list", "--json", "--search", "cafe", NULL);
  assert_done (fixture);
  some = json_from_string (fixture->out, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (some)), ==, 2);
  object = json_array_get_object_element (json_node_get_array (some), 1);
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Eén titel");
  /* Hits carry no marks out of the program. */
  g_assert_cmpstr (json_object_get_string_member (object, "excerpt"), ==, "Een vet café");
}

static void
test_edit (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *before = NULL;

  cli_fixture_create (fixture);
  id = cli_fixture_add (fixture, "oud", "Titel");
  cli_fixture_run (fixture, "nieuw\n", "edit", id, "--text", "--style", "ninja", "--tag", "a", "--discuss", NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_run (fixture, NULL, "show", id, "--json", NULL);
  g_assert_nonnull (strstr (fixture->out, "\"title\":\"Titel\",\"text\":\"nieuw\",\"styles\":[\"ninja\"]"));
  g_assert_nonnull (strstr (fixture->out, "\"revision\":2"));

  /* Standard input is not touched without --text, and a change of nothing is none. */
  cli_fixture_run (fixture, "weg", "edit", id, "--no-styles", "--no-tags", "--no-discuss", "--title", "", NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "show", id, "--json", NULL);
  before = g_strdup (fixture->out);
  g_assert_nonnull (strstr (before, "\"title\":\"\",\"text\":\"nieuw\",\"styles\":[]"));
  g_assert_nonnull (strstr (before, "\"tags\":[],\"to-discuss\":false"));
  cli_fixture_run (fixture, NULL, "edit", id, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "show", id, "--json", NULL);
  g_assert_cmpstr (fixture->out, ==, before);

  cli_fixture_run (fixture, NULL, "edit", "0190163d-8694-739b-aea5-966c26f8ad91", "--title", "x", NULL);
  cli_fixture_assert_failed (fixture, 1, "no such entry");
}

static void
test_delete (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  cli_fixture_create (fixture);
  id = cli_fixture_add (fixture, "tekst", "Titel");
  cli_fixture_run (fixture, NULL, "delete", id, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "list", NULL);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_run (fixture, NULL, "list", "--trash", NULL);
  g_assert_nonnull (strstr (fixture->out, id));
  cli_fixture_run (fixture, NULL, "delete", "--undo", id, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "list", "--search", "tekst", NULL);
  g_assert_nonnull (strstr (fixture->out, id));
  cli_fixture_run (fixture, NULL, "delete", "--forever", id, NULL);
  assert_done (fixture);
  cli_fixture_run (fixture, NULL, "show", id, NULL);
  cli_fixture_assert_failed (fixture, 1, "no such entry");
  cli_fixture_run (fixture, NULL, "delete", id, NULL);
  cli_fixture_assert_failed (fixture, 1, "no such entry");
}

static void
test_round_trip (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *first = cli_fixture_path (fixture, "first.json");
  g_autofree char *second = cli_fixture_path (fixture, "second.json");
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autofree char *id = NULL;

  cli_fixture_run (fixture, NULL, "demo", "--entries", "300", "--lang", "nl", "--seed", "7", NULL);
  assert_done (fixture);
  id = cli_fixture_add (fixture, "één", "Eén");
  cli_fixture_run (fixture, "twee", "edit", id, "--text", NULL);
  cli_fixture_run (fixture, NULL, "delete", id, NULL);
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "--private", "-o", first, NULL);
  assert_done (fixture);
  g_assert_true (g_file_get_contents (first, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "\"private-notes\":"));

  g_free (fixture->journal);
  fixture->journal = cli_fixture_path (fixture, "two.leidraad");
  cli_fixture_create (fixture);
  cli_fixture_run (fixture, NULL, "import", "--from", "json", first, NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, ==,
                   "301 entries came in.\n7 goals came in.\n5 sessions came in.\n8 actions came in.\n"
                   "6 measurements came in.\n");
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "--private", "--output", second, NULL);
  assert_done (fixture);
  g_assert_true (g_file_get_contents (second, &again, NULL, NULL));
  g_assert_cmpstr (written, ==, again);
  /* The next one says of the one before it that it went out, and nothing else is new. */
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "--private", "-o", "-", NULL);
  assert_done (fixture);
  g_assert_cmpint (strncmp (fixture->out, written, strlen (written) - strlen ("}\n")), ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out + strlen (written) - strlen ("}\n"), ",\n\"exports\":{\n\"log\":["));

  cli_fixture_run (fixture, NULL, "import", "--from", "json", first, NULL);
  cli_fixture_assert_failed (fixture, 1, "Line 4");
  g_free (fixture->journal);
  fixture->journal = cli_fixture_path (fixture, "three.leidraad");
  cli_fixture_create (fixture);
  cli_fixture_run (fixture, written, "import", "--from", "json", "-", NULL);
  assert_done (fixture);
}

static void
test_markdown (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_path (fixture, "out.md");
  g_autofree char *text = NULL;

  cli_fixture_create (fixture);
  g_free (cli_fixture_add (fixture, "Een **café**", "Eén"));
  cli_fixture_run (fixture, NULL, "export", "--format", "md", "-o", path, NULL);
  assert_done (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "# Journal of Sanne de Wit\n\n## Eén\n\n*"));
  g_assert_nonnull (strstr (text, "\n\nEen **café**\n"));
}

static void
test_demo (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_free (fixture->journal);
      fixture->journal = cli_fixture_path (fixture, i == 0 ? "a.leidraad" : "b.leidraad");
      cli_fixture_run (fixture, NULL, "demo", "--entries", "4100", "--seed", "3", "--lang", "en", NULL);
      assert_done (fixture);
      cli_fixture_run (fixture, NULL, "list", "--limit", "5000", NULL);
      assert_done (fixture);
      g_assert_cmpuint (count_lines (fixture->out), ==, 4100);
      if (i == 0)
        first = g_strdup (fixture->out);
      else
        g_assert_cmpstr (fixture->out, ==, first);
      cli_fixture_run (fixture, NULL, "check", NULL);
      g_assert_cmpstr (fixture->out, ==, "Sound: 4100 entries.\n");
    }
}

static void
test_backup (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *target = cli_fixture_path (fixture, "copy.leidraad");
  g_autofree char *folder = cli_fixture_path (fixture, "backups");
  g_autofree char *id = NULL;

  cli_fixture_create (fixture);
  id = cli_fixture_add (fixture, "tekst", "Titel");
  cli_fixture_run (fixture, NULL, "backup", target, NULL);
  assert_done (fixture);
  g_assert_true (g_str_has_prefix (fixture->out, target));
  cli_fixture_run (fixture, NULL, "backup", target, NULL);
  cli_fixture_assert_failed (fixture, 1, "already");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  cli_fixture_run (fixture, NULL, "backup", folder, NULL);
  assert_done (fixture);
  g_assert_true (g_str_has_prefix (fixture->out, folder));

  g_free (fixture->journal);
  fixture->journal = g_strchomp (g_strdup (fixture->out));
  cli_fixture_run (fixture, NULL, "show", id, NULL);
  assert_done (fixture);
  g_free (fixture->journal);
  fixture->journal = g_steal_pointer (&target);
  cli_fixture_run (fixture, NULL, "show", id, NULL);
  assert_done (fixture);
}

static void
test_help (CliFixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "create", "demo",   "add",    "list",  "show",   "edit",      "delete",
                                          "chart",  "export", "import", "check", "backup", "passphrase" };
  const char *program = g_getenv ("LEIDRAADCTL");
  CliRun run = { NULL };

  cli_fixture_run_full (fixture, &run, (const char *const[]) { program, "--help", NULL });
  assert_done (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", commands[i]);

      g_assert_nonnull (strstr (fixture->out, line));
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("leidraadctl %s [OPTION…] FILE", commands[i]);

      cli_fixture_run_full (fixture, &run, (const char *const[]) { program, commands[i], "--help", NULL });
      assert_done (fixture);
      g_assert_nonnull (strstr (fixture->out, usage));
      g_assert_nonnull (strstr (fixture->out, "--passphrase-file"));
    }
  cli_fixture_run_full (fixture, &run, (const char *const[]) { program, "--version", NULL });
  assert_done (fixture);
  g_assert_true (g_str_has_prefix (fixture->out, "leidraadctl "));
}

/* What scripts read stays UTF-8 where the locale is not. */
static void
test_plain_locale (CliFixture *fixture, gconstpointer data)
{
  CliRun run = { .locale = "C" };
  g_autofree char *id = NULL;

  cli_fixture_create (fixture);
  id = cli_fixture_add (fixture, "Een café", "Eén");
  cli_fixture_run_full (fixture, &run,
                        (const char *const[]) { g_getenv ("LEIDRAADCTL"), "list", fixture->journal, "--search", "café",
                                                "--passphrase-file", fixture->passphrase_file, NULL });
  assert_done (fixture);
  g_assert_nonnull (strstr (fixture->out, "  Eén\n"));
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/commands/" name, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("add-and-show", test_add_and_show);
  ADD ("list", test_list);
  ADD ("list-json", test_list_json);
  ADD ("edit", test_edit);
  ADD ("delete", test_delete);
  ADD ("round-trip", test_round_trip);
  ADD ("markdown", test_markdown);
  ADD ("demo", test_demo);
  ADD ("backup", test_backup);
  ADD ("help", test_help);
  ADD ("plain-locale", test_plain_locale);
  return g_test_run ();
}
