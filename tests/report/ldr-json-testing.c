/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-testing.h"

#include <string.h>

#include "report/ldr-json.h"
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

char *
ldr_json_testing_write (LdrStore *store, LdrExportFlags flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ldr_json_write (store, stream, flags, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* With the private notes. */
char *
ldr_json_testing_write_all (LdrStore *store)
{
  return ldr_json_testing_write (store, LDR_EXPORT_PRIVATE_NOTES);
}

/* @n_entries: (out) (optional): how many came in */
gboolean
ldr_json_testing_read (LdrStore *store, const char *text, int *n_entries, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  int n;

  return ldr_json_read (store, stream, n_entries != NULL ? n_entries : &n, NULL, error);
}

/* What another journal reads is what it writes. */
void
ldr_json_testing_assert_comes_back (LdrJsonFixture *fixture, const char *text)
{
  g_autoptr (LdrStore) other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_json_testing_read (other, text, NULL, &error));
  g_assert_no_error (error);
  again = ldr_json_testing_write_all (other);
  g_assert_cmpstr (text, ==, again);
}

/* Each text is an error that says so with its line, and leaves the journal as it is. */
void
ldr_json_testing_assert_refused (LdrStore *store, const LdrJsonRefused *cases, gsize n_cases)
{
  g_autofree char *before = ldr_json_testing_write_all (store);

  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].text);
      if (ldr_json_testing_read (store, cases[i].text, NULL, &error))
        g_error ("it came in: %s", cases[i].text);
      if (strstr (error->message, cases[i].said) == NULL || strstr (error->message, "Line ") == NULL)
        g_error ("%s: %s", cases[i].text, error->message);
      after = ldr_json_testing_write_all (store);
      g_assert_cmpstr (before, ==, after);
    }
}
