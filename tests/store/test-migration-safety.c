/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include "ldr-fault-vfs.h"
#include "ldr-store-testing.h"
#include "store/ldr-store-private.h"

/* A journal of the first version with everything that makes trouble: entries of one moment by the hundred, from before
 * 1970, in the trash, with tags, earlier versions and pictures. Bringing it up to date keeps all of it in its order,
 * and whatever fails or ends on the way leaves it as it was. LDR_KILLS says how often it is killed. */

static const char build[]
    = "INSERT INTO journal VALUES (1, '01890000-0000-7000-8000-000000000001', 'Sanne', 'leader', 0);"
      "CREATE TEMP TABLE plan AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 599) "
      "SELECT i, CASE WHEN i < 20 THEN -30000000007 + i * 101 WHEN i < 40 THEN (i - 30) * 83 WHEN i < 140 THEN "
      "1600000000000 WHEN i < 240 THEN 1600000000000 + i / 3 ELSE 1600000001000 + (i - 240) * 25200007 END AS happened "
      "FROM n;"
      "INSERT INTO entry SELECT happened * 16384 + 1 + i, printf ('id-%04d', i), happened, 719163 + happened / "
      "86400000,"
      " i % 32, i % 7, i % 6, i % 2, i % 50 = 0, happened + 5, happened + 9, iif (i % 11 = 3, unixepoch () * 1000, 0), "
      "1 + i % 4, "
      "'Titel ' || i, 'kort ' || i FROM plan;"
      "INSERT INTO entry_text SELECT key, 'team' || char (10) || 'één', printf ('woord%d café %s.', rowid % 97, "
      "substr (hex (randomblob (700)), 1, 200 + abs (key) % 1000)) FROM entry;"
      "INSERT INTO entry_tag SELECT 'team', key, 'Team' FROM entry WHERE deleted = 0;"
      "INSERT INTO entry_version SELECT NULL, id, 1, 7, 8, happened, day, 0, 0, 0, 0, 'Eerder', '', 'eerste versie' "
      "FROM entry WHERE revision > 2;"
      "INSERT INTO picture SELECT NULL, 'p' || id, id, 'image/png', 5, randomblob (5000) FROM entry WHERE has_pictures;"
      "INSERT INTO search (search) VALUES ('rebuild');"
      "DROP TABLE plan;"
      "PRAGMA user_version = 1;";

/* Everything that is to stay, as lines: what is in the order of the keys, but not the keys themselves. */
static char *
dump (LdrDatabase *db)
{
  static const char *const queries[] = {
    ("SELECT concat_ws ('|', e.id, happened, day, styles, pitfalls, energy, to_discuss, has_pictures, created, changed, "
     "deleted, revision, title, excerpt, tags, body) FROM entry e JOIN entry_text t ON t.key = e.key ORDER BY e.key"),
    "SELECT concat_ws ('|', folded, id, tag) FROM entry_tag g JOIN entry e ON e.key = g.key ORDER BY folded, g.key",
    "SELECT concat_ws ('|', key, entry, number, kept, saved, title, tags, body) FROM entry_version ORDER BY key",
    "SELECT concat_ws ('|', key, id, entry, media_type, added, hex (bytes)) FROM picture ORDER BY key",
    "SELECT id FROM search JOIN entry ON key = search.rowid WHERE search MATCH 'woord7 cafe' ORDER BY search.rowid",
    "SELECT concat_ws ('|', id, leader, role, created) FROM journal",
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      guint before = lines->len;

      g_assert_true (ldr_database_list_lines (db, queries[i], lines, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (lines->len, >, before);
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Writes the journal in the place of the fixture's own. */
static char *
make_old_journal (const char *path)
{
  g_autoptr (GBytes) sql = g_resources_lookup_data ("/io/github/leidraad/Leidraad/store/migrations/0001.sql",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", LDR_STORE_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrDatabase) db = NULL;
  g_autofree char *all = NULL;

  g_unlink (path);
  g_assert_true (ldr_file_make_empty (path, &error));
  db = ldr_database_create (path, test_key (), &error);
  g_assert_no_error (error);
  g_assert_true (ldr_database_exec (db, mark, &error) && ldr_database_exec (db, g_bytes_get_data (sql, NULL), &error)
                 && ldr_database_exec (db, build, &error));
  g_assert_no_error (error);
  all = dump (db);
  g_assert_true (ldr_database_close (db, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&all);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  fixture_set_up (self, data);
  fixture_close (self);
}

static void
assert_up_to_date (Fixture *self, const char *all)
{
  gint64 version = 0;
  g_autofree char *now = NULL;

  fixture_reopen (self);
  g_assert_true (ldr_database_get_number (self->store->db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, LDR_SCHEMA_VERSION);
  now = dump (self->store->db);
  g_assert_true (g_str_equal (now, all));
  test_assert_sound (self->store);
}

static void
test_keeps_everything (Fixture *self, gconstpointer data)
{
  g_autofree char *all = make_old_journal (self->path);
  g_autoptr (LdrEntry) late = NULL, early = NULL;
  g_autofree char *titles = NULL;
  g_auto (GStrv) list = NULL;
  gint64 on = 0;

  assert_up_to_date (self, all);
  g_assert_true (ldr_database_get_number (self->store->db, "PRAGMA foreign_keys", &on, NULL));
  g_assert_cmpint (on, ==, 1);
  late = test_add (self->store, "Nieuw", "nieuw", 2026, 3, 2);
  early = test_add (self->store, "Heel oud", "oud", 1950, 3, 2);
  titles = test_find (self->store, "");
  list = g_strsplit (titles, ",", -1);
  g_assert_cmpstr (list[0], ==, "Nieuw");
  g_assert_cmpstr (list[g_strv_length (list) - 1], ==, "Heel oud");
  g_assert_cmpstr (list[g_strv_length (list) - 2], ==, "Titel 0");
  test_assert_sound (self->store);
}

/* Any call to the disk may fail, and the next start finds the journal whole, old or new. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  FaultKind kind = (FaultKind) GPOINTER_TO_INT (data);
  guint calls = G_MAXUINT, failures = 0, next = 0;

  /* The first round only counts the calls. */
  for (guint nth = 0; nth <= calls; nth = next)
    {
      g_autofree char *all = make_old_journal (self->path);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrStore) store = NULL;
      gboolean failed = FALSE;
      guint made;

      fault_vfs_arm (kind, nth, TRUE);
      store = ldr_store_open (self->path, test_key (), &error);
      made = fault_vfs_disarm (&failed);
      if (nth == 0)
        calls = made;
      g_assert_true ((store == NULL) == (error != NULL));
      g_assert_true (store != NULL || failed);
      next = nth == 0 ? 1 : nth + MAX (calls / 40, 1);
      failures += store == NULL;
      if (store == NULL && kind == FAULT_FULL)
        g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FULL);
      g_clear_pointer (&store, ldr_store_free);
      assert_up_to_date (self, all);
      fixture_close (self);
    }
  g_test_message ("%u calls, failed %u times", calls, failures);
  g_assert_cmpuint (failures, >, 10);
}

static int
open_only (const char *path, const char *sheet)
{
  g_autoptr (LdrKey) key = ldr_key_from_recovery (sheet, NULL);
  g_autoptr (LdrStore) store = ldr_store_open (path, key, NULL);

  return store != NULL ? 0 : 1;
}

static void
test_kills (Fixture *self, gconstpointer data)
{
  const char *times = g_getenv ("LDR_KILLS");
  int n = times != NULL ? atoi (times) / 5 : 12, interrupted = 0;
  g_autofree char *sheet = ldr_key_to_recovery (test_key ());
  const char *command[] = { "/proc/self/exe", "--open", self->path, sheet, NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  gint64 whole = 0;

  for (int i = 0; i <= n; i++)
    {
      g_autofree char *all = make_old_journal (self->path);
      gint64 start = g_get_monotonic_time ();
      int status;
      GPid pid;

      g_assert_true (g_spawn_async (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL));
      if (i > 0)
        {
          g_usleep ((gulong) g_rand_int_range (random, 0, (int) whole));
          kill (pid, SIGKILL);
        }
      waitpid (pid, &status, 0);
      if (i == 0)
        whole = g_get_monotonic_time () - start;
      interrupted += WIFSIGNALED (status);
      assert_up_to_date (self, all);
      fixture_close (self);
    }
  g_test_message ("%d of %d were interrupted", interrupted, n);
  g_assert_cmpint (interrupted, >, n / 4);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--open"))
    return open_only (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  g_test_add ("/migration/keeps-everything", Fixture, NULL, set_up, test_keeps_everything, fixture_tear_down);
  g_test_add ("/migration/disk-full", Fixture, GINT_TO_POINTER (FAULT_FULL), set_up, test_faults, fixture_tear_down);
  g_test_add ("/migration/disk-fails", Fixture, GINT_TO_POINTER (FAULT_IO), set_up, test_faults, fixture_tear_down);
  g_test_add ("/migration/kills", Fixture, NULL, set_up, test_kills, fixture_tear_down);
  return g_test_run ();
}
