/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-testing.h"

#include <string.h>
#include "tests/ldr-folder-testing.h"

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("leidraad-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = fixture_file (self, "Sanne.leidraad");
  self->store = test_create (self->path);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->store, ldr_store_free);
  ldr_testing_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
fixture_file (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
fixture_close (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_close (self->store, &error));
  g_assert_no_error (error);
  g_clear_pointer (&self->store, ldr_store_free);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store != NULL)
    fixture_close (self);
  self->store = ldr_store_open (self->path, test_key (), &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

/* Adds the tests under the names that @prefix and theirs make together. */
void
fixture_add_tests (const char *prefix,
                   void (*set_up) (Fixture *self, gconstpointer data),
                   const FixtureTest *tests,
                   gsize n_tests)
{
  for (gsize i = 0; i < n_tests; i++)
    {
      g_autofree char *path = g_strconcat (prefix, tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, fixture_tear_down);
    }
}

/* One key for all: making one takes a tenth of a second, by design. */
LdrKey *
test_key (void)
{
  static LdrKey *key = NULL;

  if (key == NULL)
    {
      g_autoptr (GError) error = NULL;

      key = ldr_key_new (PASSPHRASE, &error);
      g_assert_no_error (error);
    }
  return key;
}

LdrStore *
test_create (const char *path)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne de Vries", LDR_ROLE_COACH);
  g_autoptr (GError) error = NULL;
  LdrStore *store = ldr_store_create (path, test_key (), info, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

LdrEntry *
test_entry (const char *title, const char *text, int year, int month, int day)
{
  g_autoptr (GDateTime) happened = g_date_time_new_local (year, month, day, 9, 30, 0);
  LdrEntry *entry = ldr_entry_new ();

  ldr_entry_set_title (entry, title);
  ldr_entry_set_text (entry, text);
  ldr_entry_set_happened (entry, happened);
  return entry;
}

LdrEntry *
test_save (LdrStore *store, LdrEntry *entry)
{
  g_autoptr (GError) error = NULL;
  LdrEntry *saved = ldr_store_save_entry (store, entry, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return saved;
}

LdrEntry *
test_add (LdrStore *store, const char *title, const char *text, int year, int month, int day)
{
  g_autoptr (LdrEntry) entry = test_entry (title, text, year, month, day);

  return test_save (store, entry);
}

LdrEntry *
test_change (LdrStore *store, LdrEntry *entry, const char *text)
{
  g_autoptr (LdrEntry) changed = ldr_entry_copy (entry);

  ldr_entry_set_text (changed, text);
  return test_save (store, changed);
}

void
test_assert_sound (LdrStore *store)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_check (store, NULL, problems, &error));
  g_assert_no_error (error);
  if (problems->len > 0)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, 0));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Their titles, in order, with commas between. */
char *
test_titles (GPtrArray *summaries)
{
  GString *titles = g_string_new (NULL);

  g_assert_nonnull (summaries);
  for (guint i = 0; i < summaries->len; i++)
    {
      LdrSummary *summary = g_ptr_array_index (summaries, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", summary->title);
    }
  return g_string_free (titles, FALSE);
}

/* The titles of what a search finds, hits unmarked, asked in all the ways there are. */
char *
test_find (LdrStore *store, const char *text)
{
  g_autoptr (LdrQuery) query = ldr_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = ldr_store_list_places (store, query, -1, &error);
  g_autoptr (GPtrArray) page = ldr_store_list_page (store, query, 0, -1, &error);
  g_autoptr (GPtrArray) summaries = NULL;
  g_autofree gint64 *keys = NULL;
  g_autofree char *titles = NULL, *again = NULL;
  g_auto (GStrv) parts = NULL, others = NULL;

  g_assert_no_error (error);
  keys = g_new0 (gint64, places->len + 1);
  for (guint i = 0; i < places->len; i++)
    keys[i] = g_array_index (places, LdrPlace, i).key;
  summaries = ldr_store_list_summaries (store, query, keys, places->len, &error);
  g_assert_no_error (error);
  titles = test_titles (summaries);
  again = test_titles (page);
  g_assert_cmpstr (titles, ==, again);
  g_assert_cmpint (ldr_store_count (store, query, &error), ==, (int) places->len);
  g_assert_no_error (error);
  parts = g_strsplit (titles, "\356\200\200", -1);
  g_free (titles);
  titles = g_strjoinv ("", parts);
  others = g_strsplit (titles, "\356\200\201", -1);
  return g_strjoinv ("", others);
}

/* The names in a folder and the folders in it, and each file's sum. */
static void
append_state (const char *folder, GString *state)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    {
      const char *path = g_ptr_array_index (names, i);
      g_autofree char *bytes = NULL, *sum = NULL;
      gsize n_bytes = 0;

      g_string_append_printf (state, "%s", path);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        append_state (path, state);
      else if (g_file_get_contents (path, &bytes, &n_bytes, NULL))
        {
          sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, n_bytes);
          g_string_append (state, sum);
        }
    }
}

char *
test_folder_state (const char *folder)
{
  GString *state = g_string_new (NULL);

  append_state (folder, state);
  return g_string_free (state, FALSE);
}
