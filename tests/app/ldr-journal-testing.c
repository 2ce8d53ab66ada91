/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-journal-testing.h"

#include <glib/gstdio.h>

/* Nothing here takes this long unless it hangs (microseconds). */
#define PATIENCE (30 * G_USEC_PER_SEC)

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Runs the main loop until @func says so; a test that waits in vain fails. */
void
ldr_testing_wait_for (LdrTestingFunc func, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!func (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
ldr_testing_run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add_once (milliseconds, wake_cb, &over);
  ldr_testing_wait_for (is_true, &over);
}

LdrEntry *
ldr_testing_make_entry (const char *title, const char *text, int minutes)
{
  LdrEntry *entry = ldr_entry_new ();
  g_autoptr (GDateTime) start = g_date_time_new_local (2026, 1, 1, 12, 0, 0);
  g_autoptr (GDateTime) happened = g_date_time_add_minutes (start, minutes);

  ldr_entry_set_title (entry, title);
  ldr_entry_set_text (entry, text);
  ldr_entry_set_happened (entry, happened);

  return entry;
}

static gpointer
fill_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  int n_entries = GPOINTER_TO_INT (data);

  if (!ldr_store_begin (store, error))
    return NULL;
  for (int i = 0; i < n_entries; i++)
    {
      g_autofree char *title = g_strdup_printf ("Entry %d", i);
      g_autoptr (LdrEntry) entry = ldr_testing_make_entry (title, i % 10 == 0 ? "Tenth of its kind" : "Words", i * 60);
      g_autoptr (LdrEntry) saved = ldr_store_save_entry (store, entry, error);

      if (saved == NULL)
        return NULL;
    }

  return ldr_store_commit (store, error) ? g_strdup ("") : NULL;
}

LdrJournal *
ldr_testing_create_journal (int n_entries)
{
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  g_autofree char *folder = g_dir_make_tmp ("leidraad-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.leidraad", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) filled = NULL;
  g_autofree char *value = NULL;
  GError *error = NULL;
  LdrJournal *journal;

  ldr_journal_create_async (path, "correct horse battery", info, NULL, keep_result_cb, &result);
  ldr_testing_wait_for (has_result, &result);
  journal = ldr_journal_create_finish (result, &error);
  g_assert_no_error (error);
  ldr_journal_run_async (journal, fill_job, GINT_TO_POINTER (n_entries), NULL, g_free, NULL, keep_result_cb, &filled);
  ldr_testing_wait_for (has_result, &filled);
  value = ldr_journal_run_finish (journal, filled, &error);
  g_assert_no_error (error);

  return journal;
}

/* What was asked of the journal before it closed may still be on its way back. */
static gboolean
is_ours_alone (gpointer journal)
{
  return G_OBJECT (journal)->ref_count == 1;
}

/* Closes the journal, and asserts that nobody holds on to it. */
void
ldr_testing_close_journal (LdrJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = g_strdup (ldr_journal_get_path (journal));
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;

  ldr_journal_close_async (journal, NULL, keep_result_cb, &result);
  ldr_testing_wait_for (has_result, &result);
  g_assert_true (ldr_journal_close_finish (journal, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  ldr_testing_wait_for (is_ours_alone, journal);
  g_assert_finalize_object (journal);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_rmdir (folder);
}

LdrEntry *
ldr_testing_get_entry (LdrJournal *journal, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_journal_get_entry_async (journal, id, NULL, keep_result_cb, &result);
  ldr_testing_wait_for (has_result, &result);

  return ldr_journal_get_entry_finish (journal, result, NULL);
}

LdrEntry *
ldr_testing_save_entry (LdrJournal *journal, LdrEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  LdrEntry *saved;

  ldr_journal_save_entry_async (journal, entry, NULL, keep_result_cb, &result);
  ldr_testing_wait_for (has_result, &result);
  saved = ldr_journal_save_entry_finish (journal, result, &error);
  g_assert_no_error (error);

  return saved;
}

void
ldr_testing_keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

gboolean
ldr_testing_has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

gpointer
ldr_testing_run (LdrJournal *journal, LdrJournalFunc func, gpointer data, GDestroyNotify free_value)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  gpointer value;

  ldr_journal_run_async (journal, func, data, NULL, free_value, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  value = ldr_journal_run_finish (journal, result, &error);
  g_assert_no_error (error);
  return value;
}
