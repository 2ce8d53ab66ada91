/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "store/ldr-store-packs.h"

/* A session pack from the journal of a leader to that of a coach, and the comments back, by the real program. */

#define WORDS "Zij zag dat het goed ging."

/* The journals of both, and what the passphrase of the packs is read from. */
typedef struct
{
  CliFixture *fixture;
  char *leader;
  char *coach;
  char *passphrase_file;
} Both;

static void
assert_done (CliFixture *fixture)
{
  if (fixture->status != 0)
    g_error ("%d: %s", fixture->status, fixture->err);
}

static void
both_init (Both *self, CliFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  self->fixture = fixture;
  self->leader = g_strdup (fixture->journal);
  self->coach = cli_fixture_path (fixture, "coach.leidraad");
  self->passphrase_file = cli_fixture_path (fixture, "pack-passphrase");
  g_assert_true (g_file_set_contents (self->passphrase_file, "vier losse woorden hier\n", -1, &error));
  cli_fixture_create (fixture);
  g_free (cli_fixture_add (fixture, WORDS, "Geteld"));
  g_set_str (&fixture->journal, self->coach);
  cli_fixture_create (fixture);
}

static void
both_clear (Both *self)
{
  g_free (self->leader);
  g_free (self->coach);
  g_free (self->passphrase_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Both, both_clear)

static void
use_leader (Both *self)
{
  g_set_str (&self->fixture->journal, self->leader);
}

static void
use_coach (Both *self)
{
  g_set_str (&self->fixture->journal, self->coach);
}

static char *
make_pack (Both *self)
{
  char *pack = cli_fixture_path (self->fixture, "gesprek.leidraad-pack");

  use_leader (self);
  cli_fixture_run (self->fixture, NULL, "pack make", "--include", "entries", "-o", pack, "--pack-passphrase-file",
                   self->passphrase_file, NULL);
  assert_done (self->fixture);
  return pack;
}

/* Returns the id of the pack. */
static char *
receive_pack (Both *self, const char *pack)
{
  use_coach (self);
  cli_fixture_run (self->fixture, NULL, "pack receive", pack, "--pack-passphrase-file", self->passphrase_file, NULL);
  assert_done (self->fixture);
  return g_strchomp (g_strdup (self->fixture->out));
}

/* Writes a comment on the last passage, as the application does. */
static void
comment (Both *self, const char *pack_id, const char *text)
{
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrPack) pack = NULL;
  g_autoptr (LdrComment) comment = NULL;
  const LdrPassage *passage;

  g_assert_true (g_file_get_contents (self->fixture->passphrase_file, &line, NULL, &error));
  g_strdelimit (line, "\n", '\0');
  key = ldr_key_for_file (self->coach, line, &error);
  store = ldr_store_open (self->coach, key, &error);
  g_assert_no_error (error);
  pack = ldr_store_get_received_pack (store, pack_id, &error);
  g_assert_no_error (error);
  passage = g_ptr_array_index (pack->passages, pack->passages->len - 1);
  g_assert_nonnull (strstr (passage->text, WORDS));
  comment = ldr_comment_new (pack_id, passage->id, "", text);
  g_assert_true (ldr_store_save_comment (store, comment, &error));
  g_assert_true (ldr_store_close (store, &error));
}

static void
test_there_and_back (CliFixture *fixture, gconstpointer data)
{
  g_auto (Both) both = { NULL };
  g_autofree char *pack = NULL, *id = NULL, *again = NULL, *answer = cli_fixture_path (fixture, "terug.leidraad-pack"),
                  *bytes = NULL;
  g_autoptr (JsonNode) list = NULL;
  JsonObject *one;
  gsize length;

  both_init (&both, fixture);
  pack = make_pack (&both);
  g_assert_true (g_file_get_contents (pack, &bytes, &length, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) length, "goed"));
  id = receive_pack (&both, pack);
  g_assert_cmpuint (strlen (id), ==, 36);
  again = receive_pack (&both, pack);
  g_assert_nonnull (strstr (again, "received before"));
  cli_fixture_run (fixture, NULL, "pack list", NULL);
  assert_done (fixture);
  g_assert_true (g_str_has_prefix (fixture->out, id));
  g_assert_nonnull (strstr (fixture->out, "(Sanne de Wit)\n"));

  comment (&both, id, "Hoe zag je dat?");
  cli_fixture_run (fixture, NULL, "pack comments", id, "-o", answer, "--sender", "Ellen", "--pack-passphrase-file",
                   both.passphrase_file, NULL);
  assert_done (fixture);
  use_leader (&both);
  cli_fixture_run (fixture, NULL, "pack receive", answer, "--pack-passphrase-file", both.passphrase_file, NULL);
  assert_done (fixture);
  g_assert_cmpstr (fixture->out, ==, "1 comment\n");
  cli_fixture_run (fixture, NULL, "pack list", NULL);
  assert_done (fixture);
  g_assert_nonnull (strstr (fixture->out, "  Ellen\n> "));
  g_assert_nonnull (strstr (fixture->out, "\nHoe zag je dat?\n"));
  cli_fixture_run (fixture, NULL, "pack list", "--json", NULL);
  assert_done (fixture);
  list = json_from_string (fixture->out, NULL);
  g_assert_nonnull (list);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (list), "packs")), ==, 0);
  one = json_array_get_object_element (json_object_get_array_member (json_node_get_object (list), "comments"), 0);
  g_assert_cmpstr (json_object_get_string_member (one, "author"), ==, "Ellen");
  g_assert_cmpstr (json_object_get_string_member (one, "subject"), ==, "entry");
  g_assert_cmpstr (json_object_get_string_member (one, "pack"), ==, id);
  g_assert_false (json_object_get_boolean_member (one, "lost"));
}

/* What is wrong is told before anything is written or taken in. */
static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  g_auto (Both) both = { NULL };
  g_autofree char *pack = NULL, *nowhere = cli_fixture_path (fixture, "no/where.leidraad-pack");
  g_autofree char *answer = cli_fixture_path (fixture, "terug.leidraad-pack");

  both_init (&both, fixture);
  use_leader (&both);
  cli_fixture_run (fixture, NULL, "pack make", NULL);
  cli_fixture_assert_failed (fixture, 2, "-o PATH");
  cli_fixture_run (fixture, NULL, "pack make", "-o", both.leader, NULL);
  cli_fixture_assert_failed (fixture, 2, "journal itself");
  cli_fixture_run (fixture, NULL, "pack make", "-o", answer, "--include", "secrets", NULL);
  cli_fixture_assert_failed (fixture, 2, "secrets");
  cli_fixture_run (fixture, NULL, "pack make", "-o", nowhere, "--pack-passphrase-file", both.passphrase_file, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_run (fixture, NULL, "export", "--format", "json", "-o", "-", NULL);
  g_assert_null (strstr (fixture->out, "\"exports\""));

  pack = make_pack (&both);
  cli_fixture_run (fixture, NULL, "pack receive", pack, "--pack-passphrase-file", both.passphrase_file, NULL);
  cli_fixture_assert_failed (fixture, 1, "this very journal");
  use_coach (&both);
  cli_fixture_run (fixture, NULL, "pack receive", pack, "--pack-passphrase-file", fixture->passphrase_file, NULL);
  cli_fixture_assert_failed (fixture, 3, "assphrase");
  cli_fixture_run (fixture, NULL, "pack receive", both.leader, "--pack-passphrase-file", both.passphrase_file, NULL);
  g_assert_cmpint (fixture->status, !=, 0);
  cli_fixture_run (fixture, NULL, "pack comments", "x", "-o", answer, "--pack-passphrase-file", both.passphrase_file,
                   NULL);
  cli_fixture_assert_failed (fixture, 1, "no such session pack");
  g_assert_false (g_file_test (answer, G_FILE_TEST_EXISTS));
}

/* Names that are replaced are so in a pack too, and the leader's is not said to be its sender. */
static void
test_names (CliFixture *fixture, gconstpointer data)
{
  g_auto (Both) both = { NULL };
  g_autofree char *pack = cli_fixture_path (fixture, "namen.leidraad-pack");

  both_init (&both, fixture);
  use_leader (&both);
  cli_fixture_run (fixture, NULL, "pack make", "--pseudonyms", "initials", "-o", pack, "--pack-passphrase-file",
                   both.passphrase_file, NULL);
  assert_done (fixture);
  g_free (receive_pack (&both, pack));
  cli_fixture_run (fixture, NULL, "pack list", NULL);
  g_assert_nonnull (strstr (fixture->out, "S. d. W."));
  g_assert_null (strstr (fixture->out, "Sanne"));
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/packs/" name, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("refused", test_refused);
  ADD ("names", test_names);
  return g_test_run ();
}
