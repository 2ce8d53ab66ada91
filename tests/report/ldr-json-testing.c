/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-testing.h"

#include "tests/ldr-folder-testing.h"

void
ldr_json_testing_set_up (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("leidraad-json-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->key = ldr_key_new ("fiets tandpasta wolk kelder", &error);
  g_assert_no_error (error);
}

void
ldr_json_testing_tear_down (LdrJsonFixture *fixture, gconstpointer data)
{
  ldr_testing_remove_folder (fixture->folder);
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
