/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "app/journal/ldr-draft.h"
#include "ldr-journal-testing.h"

/* What stands on the screen. */
typedef struct
{
  const char *title;
  int collected;
} Screen;

static LdrEntry *
collect (LdrEntry *entry, gpointer user_data)
{
  Screen *screen = user_data;
  LdrEntry *fresh = ldr_entry_copy (entry);

  ldr_entry_set_title (fresh, screen->title);
  screen->collected++;

  return fresh;
}

static gboolean
is_clean (gpointer draft)
{
  return ldr_draft_is_clean (draft);
}

static gboolean
has_failed (gpointer draft)
{
  return ldr_draft_get_state (draft) == LDR_SAVE_STATE_FAILED;
}

static void
test_saves_after_a_pause (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "", 0);
  Screen screen = { .title = "First words" };
  LdrDraft *draft = ldr_draft_new (journal, entry, collect, &screen);
  g_autoptr (LdrEntry) stored = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (ldr_draft_get_state (draft), ==, LDR_SAVE_STATE_NEW);
  ldr_draft_touch (draft);
  ldr_draft_touch (draft);
  g_assert_cmpint (ldr_draft_get_state (draft), ==, LDR_SAVE_STATE_SAVING);
  g_assert_cmpint (screen.collected, ==, 0);
  ldr_testing_wait_for (is_clean, draft);
  g_assert_cmpint (g_get_monotonic_time () - start, >, 500 * 1000);
  g_assert_cmpint (screen.collected, ==, 1);
  g_assert_cmpint (ldr_draft_get_state (draft), ==, LDR_SAVE_STATE_SAVED);
  stored = ldr_testing_get_entry (journal, entry->id);
  g_assert_cmpstr (stored->title, ==, "First words");
  g_assert_cmpint (stored->revision, ==, ldr_draft_get_entry (draft)->revision);

  g_assert_finalize_object (draft);
  ldr_testing_close_journal (journal);
}

static void
test_empty_stays_out (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "", 0);
  Screen screen = { .title = "" };
  LdrDraft *draft = ldr_draft_new (journal, entry, collect, &screen);
  g_autoptr (LdrEntry) none = NULL;
  g_autoptr (LdrEntry) stored = NULL;

  ldr_draft_touch (draft);
  ldr_draft_save_now (draft);
  ldr_testing_wait_for (is_clean, draft);
  none = ldr_testing_get_entry (journal, entry->id);
  g_assert_null (none);

  ldr_draft_require (draft);
  ldr_testing_wait_for (is_clean, draft);
  stored = ldr_testing_get_entry (journal, entry->id);
  g_assert_nonnull (stored);

  g_assert_finalize_object (draft);
  ldr_testing_close_journal (journal);
}

static void
test_flush (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "", 0);
  Screen screen = { .title = "At once" };
  LdrDraft *draft = ldr_draft_new (journal, entry, collect, &screen);
  g_autoptr (LdrEntry) stored = NULL;
  GAsyncResult *result = NULL;
  gint64 start = g_get_monotonic_time ();

  ldr_draft_touch (draft);
  ldr_draft_flush_async (draft, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  g_assert_true (ldr_draft_flush_finish (draft, result, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 600 * 1000);
  stored = ldr_testing_get_entry (journal, entry->id);
  g_assert_cmpstr (stored->title, ==, "At once");
  g_clear_object (&result);

  /* What is typed while a save is on its way is saved as well before a flush says so. */
  screen.title = "Second";
  ldr_draft_touch (draft);
  ldr_draft_save_now (draft);
  screen.title = "Third";
  ldr_draft_touch (draft);
  ldr_draft_flush_async (draft, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  g_assert_true (ldr_draft_flush_finish (draft, result, NULL));
  g_clear_pointer (&stored, ldr_entry_unref);
  stored = ldr_testing_get_entry (journal, entry->id);
  g_assert_cmpstr (stored->title, ==, "Third");
  g_clear_object (&result);

  g_assert_finalize_object (draft);
  ldr_testing_close_journal (journal);
}

static void
test_conflict (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrEntry) made = ldr_testing_make_entry ("Mine", "", 0);
  g_autoptr (LdrEntry) entry = ldr_testing_save_entry (journal, made);
  Screen screen = { .title = "Mine, longer" };
  LdrDraft *draft = ldr_draft_new (journal, entry, collect, &screen);
  g_autoptr (LdrEntry) other = ldr_entry_copy (entry);
  g_autoptr (LdrEntry) stored = NULL;
  GAsyncResult *result = NULL;

  ldr_entry_set_title (other, "Theirs");
  ldr_entry_unref (ldr_testing_save_entry (journal, other));
  ldr_draft_touch (draft);
  ldr_draft_flush_async (draft, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  g_assert_false (ldr_draft_flush_finish (draft, result, NULL));
  g_clear_object (&result);
  g_assert_true (has_failed (draft));
  g_assert_error (ldr_draft_get_error (draft), LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT);
  stored = ldr_testing_get_entry (journal, entry->id);
  g_assert_cmpstr (stored->title, ==, "Theirs");

  ldr_draft_keep_mine (draft);
  ldr_testing_wait_for (is_clean, draft);
  g_clear_pointer (&stored, ldr_entry_unref);
  stored = ldr_testing_get_entry (journal, entry->id);
  g_assert_cmpstr (stored->title, ==, "Mine, longer");

  g_assert_finalize_object (draft);
  ldr_testing_close_journal (journal);
}

static void
test_abandon (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "", 0);
  Screen screen = { .title = "Never to be seen" };
  LdrDraft *draft = ldr_draft_new (journal, entry, collect, &screen);
  g_autoptr (LdrEntry) none = NULL;

  ldr_draft_touch (draft);
  ldr_draft_abandon (draft);
  ldr_testing_run_for (900);
  g_assert_cmpint (screen.collected, ==, 0);
  none = ldr_testing_get_entry (journal, entry->id);
  g_assert_null (none);

  g_assert_finalize_object (draft);
  ldr_testing_close_journal (journal);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/draft/saves-after-a-pause", test_saves_after_a_pause);
  g_test_add_func ("/draft/empty-stays-out", test_empty_stays_out);
  g_test_add_func ("/draft/flush", test_flush);
  g_test_add_func ("/draft/conflict", test_conflict);
  g_test_add_func ("/draft/abandon", test_abandon);

  return g_test_run ();
}
