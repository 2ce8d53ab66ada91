/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "app/journal/ldr-entry-list.h"
#include "ldr-journal-testing.h"

static gboolean
is_loaded (gpointer list)
{
  return ldr_entry_list_is_loaded (list);
}

static gboolean
is_complete (gpointer list)
{
  return ldr_entry_list_is_complete (list);
}

static gboolean
has_summary (gpointer item)
{
  return ldr_entry_item_get_summary (item) != NULL;
}

/* A list that is waited for. */
typedef struct
{
  LdrEntryList *list;
  guint n_items;
} Expected;

static gboolean
has_items (gpointer data)
{
  Expected *expected = data;

  return ldr_entry_list_is_complete (expected->list)
         && g_list_model_get_n_items (G_LIST_MODEL (expected->list)) == expected->n_items;
}

static void
wait_for_items (LdrEntryList *list, guint n_items)
{
  Expected expected = { list, n_items };

  ldr_testing_wait_for (has_items, &expected);
}

static LdrEntryItem *
get_item (LdrEntryList *list, guint position)
{
  LdrEntryItem *item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (item);

  return item;
}

/* The splices that the list announced, as text. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Nothing keeps the list, once the answers that were under way have come. */
static void
assert_let_go (LdrEntryList *list)
{
  gpointer watched = list;

  g_object_add_weak_pointer (G_OBJECT (list), &watched);
  g_object_unref (list);
  ldr_testing_wait_for (is_gone, &watched);
  g_assert_null (watched);
}

static void
test_head_then_rest (void)
{
  LdrJournal *journal = ldr_testing_create_journal (200);
  LdrEntryList *list = ldr_entry_list_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (LdrEntryItem) first = NULL;
  g_autoptr (LdrEntryItem) again = NULL;
  g_autoptr (LdrEntryItem) last = NULL;
  guint start, end;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
  ldr_entry_list_set_journal (list, journal);
  ldr_testing_wait_for (is_loaded, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, LDR_ENTRY_LIST_HEAD);
  g_assert_false (ldr_entry_list_is_complete (list));
  first = get_item (list, 0);
  g_assert_cmpstr (ldr_entry_item_get_summary (first)->title, ==, "Entry 199");

  ldr_entry_list_complete (list);
  ldr_testing_wait_for (is_complete, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 200);
  g_assert_cmpstr (log->str, ==, "0-0+15 15-0+185 ");
  again = get_item (list, 0);
  g_assert_true (first == again);

  last = get_item (list, 199);
  g_assert_null (ldr_entry_item_get_summary (last));
  ldr_testing_wait_for (has_summary, last);
  g_assert_cmpstr (ldr_entry_item_get_summary (last)->title, ==, "Entry 0");
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 199, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 200);

  ldr_entry_list_set_journal (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_clear_object (&first);
  g_clear_object (&again);
  g_clear_object (&last);
  assert_let_go (list);
  ldr_testing_close_journal (journal);
}

static void
summary_cb (LdrEntryItem *item, GParamSpec *pspec, int *count)
{
  (*count)++;
}

static gboolean
was_counted (gpointer data)
{
  return *(int *) data > 0;
}

static void
test_changes (void)
{
  LdrJournal *journal = ldr_testing_create_journal (40);
  LdrEntryList *list = ldr_entry_list_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (LdrEntryItem) fifth = NULL;
  g_autoptr (LdrEntryItem) sixth = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (LdrEntry) saved = NULL;
  g_autoptr (LdrEntry) added = NULL;
  guint position = 99;
  int count = 0;

  ldr_entry_list_set_journal (list, journal);
  ldr_testing_wait_for (is_loaded, list);
  ldr_entry_list_complete (list);
  ldr_testing_wait_for (is_complete, list);
  fifth = get_item (list, 5);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
  g_signal_connect (fifth, "notify::summary", G_CALLBACK (summary_cb), &count);

  /* A save that leaves the entry where it is changes the item and nothing else. */
  entry = ldr_testing_get_entry (journal, ldr_entry_item_get_summary (fifth)->id);
  saved = ldr_entry_copy (entry);
  ldr_entry_set_title (saved, "Told anew");
  ldr_entry_unref (ldr_testing_save_entry (journal, saved));
  ldr_testing_wait_for (was_counted, &count);
  g_assert_cmpstr (ldr_entry_item_get_summary (fifth)->title, ==, "Told anew");
  g_assert_cmpstr (log->str, ==, "");

  /* A new entry is one splice at its place, and every other item stays the same object. */
  added = ldr_testing_make_entry ("Between", "", 39 * 60 - 30);
  ldr_entry_unref (ldr_testing_save_entry (journal, added));
  wait_for_items (list, 41);
  g_assert_cmpstr (log->str, ==, "1-0+1 ");
  sixth = get_item (list, 6);
  g_assert_true (fifth == sixth);
  g_assert_true (ldr_entry_list_find_id (list, entry->id, &position));
  g_assert_cmpuint (position, ==, 6);

  g_string_truncate (log, 0);
  ldr_journal_trash_entry_async (journal, entry->id, NULL, NULL, NULL);
  wait_for_items (list, 40);
  g_assert_cmpstr (log->str, ==, "6-1+0 ");
  g_assert_false (ldr_entry_list_find_id (list, entry->id, &position));

  g_clear_object (&fifth);
  g_clear_object (&sixth);
  assert_let_go (list);
  ldr_testing_close_journal (journal);
}

static void
test_query (void)
{
  LdrJournal *journal = ldr_testing_create_journal (40);
  LdrEntryList *list = ldr_entry_list_new ();
  g_autoptr (LdrQuery) query = ldr_query_parse ("tenth");
  g_autoptr (LdrQuery) nothing = ldr_query_parse ("elephant");
  g_autoptr (LdrEntryItem) item = NULL;

  ldr_entry_list_set_journal (list, journal);
  ldr_testing_wait_for (is_loaded, list);
  ldr_entry_list_set_query (list, query);
  wait_for_items (list, 4);
  item = get_item (list, 0);
  ldr_testing_wait_for (has_summary, item);
  g_assert_cmpstr (ldr_entry_item_get_summary (item)->title, ==, "Entry 30");
  g_assert_nonnull (strstr (ldr_entry_item_get_summary (item)->excerpt, "\xee\x80\x80Tenth\xee\x80\x81"));
  ldr_entry_list_set_query (list, nothing);
  wait_for_items (list, 0);

  g_clear_object (&item);
  assert_let_go (list);
  ldr_testing_close_journal (journal);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/list/head-then-rest", test_head_then_rest);
  g_test_add_func ("/list/changes", test_changes);
  g_test_add_func ("/list/query", test_query);

  return g_test_run ();
}
