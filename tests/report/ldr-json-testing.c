/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-testing.h"

#include <glib/gstdio.h>

void
ldr_json_testing_set_up (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("leidraad-json-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->key = ldr_key_new ("fiets tandpasta wolk kelder", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
ldr_json_testing_tear_down (LdrJsonFixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  ldr_key_unref (fixture->key);
}

LdrStore *
ldr_json_testing_new_journal (LdrJsonFixture *fixture, const char *leader)
{
  g_autofree char *name = g_strdup_printf ("%d.leidraad", fixture->n_journals++);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new (leader, LDR_ROLE_COACH);
  g_autoptr (GError) error = NULL;
  LdrStore *store = ldr_store_create (path, fixture->key, info, &error);

  g_assert_no_error (error);
  return store;
}
