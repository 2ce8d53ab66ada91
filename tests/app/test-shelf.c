/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "model/ldr-moment.h"
#include "shelf/ldr-auto-lock.h"
#include "shelf/ldr-keeper.h"
#include "shelf/ldr-shelf.h"
#include "shelf/ldr-trouble.h"
#include "store/ldr-store-error.h"
#include "tests/ldr-folder-testing.h"

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

typedef struct
{
  char *folder;
  LdrShelf *shelf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("leidraad-shelf-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->shelf = ldr_shelf_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->shelf);
  ldr_testing_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static guint
count (LdrShelf *shelf)
{
  return g_list_model_get_n_items (G_LIST_MODEL (shelf));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_COACH);
  g_autoptr (LdrShelf) again = NULL;
  g_autoptr (LdrShelfItem) first = NULL;
  g_autoptr (GError) error = NULL;
  LdrShelfItem *sanne;

  g_assert_cmpuint (count (fixture->shelf), ==, 0);
  sanne = ldr_shelf_add (fixture->shelf, "/somewhere/Sanne de Wit.leidraad");
  ldr_shelf_add (fixture->shelf, "/somewhere/Mo.leidraad");
  g_assert_true (ldr_shelf_add (fixture->shelf, "/somewhere/Sanne de Wit.leidraad") == sanne);
  ldr_shelf_note_opened (fixture->shelf, sanne, info, 1234567890123);
  ldr_shelf_item_set_keyring (sanne, TRUE);
  g_assert_true (ldr_shelf_save (fixture->shelf, &error));
  g_assert_no_error (error);

  again = ldr_shelf_new (fixture->folder);
  g_assert_cmpuint (count (again), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_assert_cmpstr (ldr_shelf_item_get_name (first), ==, "Sanne de Wit");
  g_assert_cmpint (ldr_shelf_item_get_role (first), ==, LDR_ROLE_COACH);
  g_assert_cmpint (ldr_shelf_item_get_opened (first), ==, 1234567890123);
  g_assert_cmpstr (ldr_shelf_item_get_id (first), ==, info->id);
  g_assert_true (ldr_shelf_item_get_keyring (first));
  g_assert_false (ldr_shelf_item_get_demo (first));
}

static void
test_broken_ini (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = {
    "",
    "[journal-1]\npath=relative.leidraad\n",
    "[journal-1]\nrole=coach\n",
    "\x01\x02 no key file",
    "[journal-1\npath=/a\n",
  };
  g_autofree char *ini = g_build_filename (fixture->folder, "shelf.ini", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (LdrShelf) shelf = NULL;

      g_assert_true (g_file_set_contents (ini, broken[i], -1, NULL));
      shelf = ldr_shelf_new (fixture->folder);
      g_assert_cmpuint (count (shelf), ==, 0);
    }
}

static void
test_suggest (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *file;
  } cases[] = {
    { "Sanne de Wit", "Sanne de Wit.leidraad" },
    { "  Sanne  ", "Sanne.leidraad" },
    { "a/b\\c", "a b c.leidraad" },
    { "../../etc/passwd", "etc passwd.leidraad" },
    { ".hidden", "hidden.leidraad" },
    { "///", "Journal.leidraad" },
    { "", "Journal.leidraad" },
    { "Zoë Ünal", "Zoë Ünal.leidraad" },
  };
  g_autofree char *longest = g_strnfill (400, 'x');
  g_autofree char *long_path = NULL;
  g_autofree char *long_name = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = ldr_shelf_suggest_path (fixture->shelf, cases[i].name, NULL);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_true (g_str_has_suffix (folder, "/journals"));
      g_assert_null (strchr (name, '/'));
      g_assert_false (g_str_has_prefix (name, "."));
      g_assert_cmpstr (name, ==, cases[i].file);
    }
  long_path = ldr_shelf_suggest_path (fixture->shelf, longest, NULL);
  long_name = g_path_get_basename (long_path);
  g_assert_cmpuint (strlen (long_name), <=, 200);
}

static void
test_taken_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = ldr_shelf_suggest_path (fixture->shelf, "Mo", NULL);
  g_autofree char *second = NULL;

  g_assert_true (g_file_set_contents (first, "x", 1, NULL));
  second = ldr_shelf_suggest_path (fixture->shelf, "Mo", NULL);
  g_assert_true (g_str_has_suffix (second, "/Mo 2.leidraad"));
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = ldr_shelf_suggest_path (fixture->shelf, "Mo", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *new_wal = NULL;
  g_autoptr (GError) error = NULL;
  LdrShelfItem *item;

  g_assert_true (g_file_set_contents (path, "journal", -1, NULL));
  g_assert_true (g_file_set_contents (wal, "tail", -1, NULL));
  item = ldr_shelf_add (fixture->shelf, path);
  g_assert_true (ldr_shelf_rename (fixture->shelf, item, "Mohamed", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ldr_shelf_item_get_name (item), ==, "Mohamed");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (ldr_shelf_item_get_path (item), G_FILE_TEST_EXISTS));
  new_wal = g_strconcat (ldr_shelf_item_get_path (item), "-wal", NULL);
  g_assert_true (g_file_test (new_wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_remove (ldr_shelf_item_get_path (item)), ==, 0);
  g_assert_false (ldr_shelf_rename (fixture->shelf, item, "Elsewhere", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (ldr_shelf_item_get_name (item), ==, "Mohamed");
  g_assert_true (g_file_test (new_wal, G_FILE_TEST_EXISTS));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = ldr_shelf_suggest_path (fixture->shelf, "Mo", NULL);
  LdrShelfItem *item = ldr_shelf_add (fixture->shelf, path);

  g_assert_true (g_file_set_contents (path, "journal", -1, NULL));
  ldr_shelf_remove (fixture->shelf, item);
  g_assert_cmpuint (count (fixture->shelf), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_borrowed (void)
{
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b", "Mo.leidraad", NULL);
  g_autoptr (GFile) lent = g_file_new_for_path (portal);
  g_autoptr (GFile) own = g_file_new_for_path ("/home/mo/Mo.leidraad");

  g_assert_true (ldr_shelf_is_borrowed (lent));
  g_assert_false (ldr_shelf_is_borrowed (own));
}

static void
test_describe (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 11, 22, 12, 0, 0);
  gint64 now = ldr_moment_from_date_time (noon);
  const struct
  {
    gint64 opened;
    const char *text;
  } cases[] = {
    { 0, "About me" },
    { now, "About me, opened today" },
    { now - DAY, "About me, opened yesterday" },
    { now - 3 * DAY, "About me, opened 3 days ago" },
    { now - 30 * DAY, "About me, opened on 23 October 2026" },
  };
  g_autoptr (LdrShelfItem) item = ldr_shelf_item_new ("/a/Mo.leidraad");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      ldr_shelf_item_set_opened (item, cases[i].opened);
      text = ldr_shelf_item_describe (item, now);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Every code says something of its own on every occasion, in whole sentences, and never shows a number. */
static void
test_trouble (void)
{
  for (int occasion = 0; occasion < LDR_N_OCCASIONS; occasion++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (int code = LDR_STORE_ERROR_FAILED; code <= LDR_STORE_ERROR_CONFLICT; code++)
        {
          g_autoptr (GError) error = g_error_new_literal (LDR_STORE_ERROR, code, "secret detail");
          char *body = ldr_trouble_body ((LdrOccasion) occasion, error);

          g_assert_true (g_str_has_suffix (body, ".") || code == LDR_STORE_ERROR_FAILED);
          g_assert_true (code == LDR_STORE_ERROR_FAILED || strstr (body, "secret detail") == NULL);
          g_assert_true (g_hash_table_add (seen, body));
        }
    }
}

static void
test_trouble_full (void)
{
  g_autoptr (GError) error = g_error_new_literal (LDR_STORE_ERROR, LDR_STORE_ERROR_FULL, "13");
  g_autoptr (GError) gio = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC");
  g_autofree char *line = ldr_trouble_line (LDR_OCCASION_SAVE, error);
  g_autofree char *gio_line = ldr_trouble_line (LDR_OCCASION_SAVE, gio);

  g_assert_cmpstr (line, ==,
                   "Not saved. The disk is full. Your text is still here. Free some space, or choose another disk.");
  g_assert_cmpstr (gio_line, ==, line);
}

static void
test_due (void)
{
  const struct
  {
    gint64 last_backup, last_change, now;
    gboolean due;
  } cases[] = {
    { 0, DAY, 2 * DAY, TRUE },
    { 10 * DAY, 10 * DAY + 1, 11 * DAY, TRUE },
    { 10 * DAY, 10 * DAY + 1, 11 * DAY - 1, FALSE },
    { 10 * DAY, 9 * DAY, 20 * DAY, FALSE },
    { 10 * DAY, 10 * DAY, 20 * DAY, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_keeper_is_due (cases[i].last_backup, cases[i].last_change, cases[i].now), ==, cases[i].due);
}

static void
test_remaining (void)
{
  const struct
  {
    gint64 last, now;
    guint minutes;
    int remaining;
  } cases[] = {
    { 100, 100, 10, 600 },  { 100, 400, 10, 300 },  { 100, 700, 10, 0 },
    { 100, 100000, 10, 0 }, { 100, 100000, 0, -1 }, { 100, 50, 1, 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ldr_auto_lock_remaining (cases[i].last, cases[i].now, cases[i].minutes), ==, cases[i].remaining);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/shelf/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("broken-ini", test_broken_ini);
  ADD ("suggest", test_suggest);
  ADD ("taken-name", test_taken_name);
  ADD ("rename", test_rename);
  ADD ("remove", test_remove);
#undef ADD
  g_test_add_func ("/shelf/borrowed", test_borrowed);
  g_test_add_func ("/shelf/describe", test_describe);
  g_test_add_func ("/trouble/every-code", test_trouble);
  g_test_add_func ("/trouble/full", test_trouble_full);
  g_test_add_func ("/keeper/due", test_due);
  g_test_add_func ("/auto-lock/remaining", test_remaining);
  return g_test_run ();
}
