/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include "ldr-store-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "model/ldr-retention.h"
#include "store/ldr-store-private.h"

#define MINUTE ((gint64) 60 * 1000)

/* Moves what is stored into the past, as if it had been written then. */
static void
age (Fixture *self, const char *sql, gint64 by)
{
  g_autofree char *statement = g_strdup_printf (sql, by);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_database_exec (self->store->db, statement, &error));
  g_assert_no_error (error);
}

static guint
count_revisions (Fixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = ldr_store_list_revisions (self->store, id, &error);

  g_assert_no_error (error);
  return revisions->len;
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  const char *tags[] = { "Één", "team", "ζ", NULL };
  g_autoptr (LdrEntry) entry = test_entry ("Gesprek — café", "# Kop\n\n* één\n* twee 🙂\n\n> citaat\n", 1969, 12, 31);
  g_autoptr (LdrEntry) saved = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  ldr_entry_set_tags (entry, tags);
  entry->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA) | LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER);
  entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR);
  entry->energy = 4;
  entry->to_discuss = TRUE;
  saved = test_save (self->store, entry);
  g_assert_cmpint (saved->revision, ==, 1);
  g_assert_cmpint (saved->created, >, 0);
  g_assert_cmpint (saved->changed, >, 0);
  g_assert_true (ldr_entry_equal (saved, entry));
  fixture_reopen (self);
  again = ldr_store_get_entry (self->store, entry->id, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_entry_equal (again, entry));
  g_assert_cmpint (again->revision, ==, 1);
  g_assert_cmpint (again->created, ==, saved->created);
  g_assert_cmpint (again->changed, ==, saved->changed);
}

/* Each fact is written when it alone is another one, and the words when all facts are the same. */
static void
test_one_change (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Titel", "Tekst", 2026, 3, 2);

  for (int turn = 0; turn < 9; turn++)
    {
      g_autoptr (LdrEntry) changed = ldr_entry_copy (entry), saved = NULL, again = NULL;
      /* The same quarter of a second, and another day. */
      g_autoptr (GDateTime) same = g_date_time_new_local (2026, 3, 2, 9, 30, 0.1),
                            later = g_date_time_new_local (2026, 3, 3, 9, 30, 0);
      g_autoptr (GError) error = NULL;

      changed->styles ^= turn == 0 ? LDR_STYLE_BIT (LDR_STYLE_NINJA) : 0;
      changed->pitfalls ^= turn == 1 ? LDR_STYLE_BIT (LDR_STYLE_NINJA) : 0;
      changed->energy += turn == 2 ? 1 : 0;
      changed->to_discuss ^= turn == 3;
      if (turn == 4)
        ldr_entry_set_title (changed, "Anders");
      if (turn == 5)
        ldr_entry_set_text (changed, "Anders ![](picture:0)");
      if (turn == 6 || turn == 7)
        ldr_entry_set_happened (changed, turn == 6 ? same : later);
      changed->day += turn == 8 ? 1 : 0;
      g_assert_false (ldr_entry_equal (changed, entry));
      saved = test_save (self->store, changed);
      again = ldr_store_get_entry (self->store, entry->id, &error);
      g_assert_no_error (error);
      g_assert_true (ldr_entry_equal (again, changed));
      g_assert_cmpint (again->revision, ==, entry->revision + 1);
      test_assert_sound (self->store);
      ldr_entry_unref (entry);
      entry = g_steal_pointer (&again);
    }
}

static void
test_revisions_count (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) first = test_add (self->store, "A", "een", 2026, 3, 2);
  g_autoptr (LdrEntry) second = test_change (self->store, first, "twee");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (second->revision, ==, 2);
  g_assert_cmpint (second->created, ==, first->created);
  g_assert_null (ldr_store_save_entry (self->store, first, &error));
  test_assert_error (error, LDR_STORE_ERROR_CONFLICT);
  g_assert_true (ldr_store_delete_entry (self->store, first->id, &error));
  g_assert_null (ldr_store_save_entry (self->store, second, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_null (ldr_store_get_entry (self->store, first->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
}

static void
test_invalid (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("A", "een", 2026, 3, 2);
  g_autoptr (GError) error = NULL;

  entry->energy = 6;
  g_assert_null (ldr_store_save_entry (self->store, entry, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ldr_store_import_entry (self->store, entry, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
}

static void
test_same_moment (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) first = test_add (self->store, "A", "", 2026, 3, 2);
  g_autoptr (LdrEntry) second = test_add (self->store, "B", "", 2026, 3, 2);
  g_autoptr (LdrEntry) third = test_add (self->store, "C", "", 2026, 3, 2);
  g_autofree char *titles = test_find (self->store, "");
  LdrPlace one, two;

  g_assert_cmpstr (titles, ==, "C,B,A");
  g_assert_true (ldr_store_find_place (self->store, first->id, &one, &error));
  g_assert_true (ldr_store_find_place (self->store, second->id, &two, &error));
  g_assert_cmpint (one.key, <, two.key);
  g_assert_cmpint (one.day, ==, first->day);
}

/* Within a quarter of a second entries stand as they were written, and whatever follows makes room for them. */
static void
test_crowded_moment (Fixture *self, gconstpointer data)
{
  static const gint64 moments[] = { 0, 0, 3, 260, 520, 260, 0, 10000 };
  const char *titles[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
  gint64 start = ldr_moment_now () / 1000 * 1000;
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GDateTime) happened = ldr_moment_to_local (start + moments[i]);
      g_autoptr (LdrEntry) entry = test_entry (titles[i], "", 2026, 3, 2), saved = NULL;

      ldr_entry_set_happened (entry, happened);
      saved = test_save (self->store, entry);
    }
  list = test_find (self->store, "");
  g_assert_cmpstr (list, ==, "H,G,F,E,D,C,B,A");
}

/* Thousands of one moment, as an import may bring them, take no longer than others and keep their order; a date that is
 * changed by less than their distance leaves an entry where it is. */
static void
test_burst (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) first = NULL, last = NULL, moved = NULL, found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *titles = NULL;
  LdrPlace one, two;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (ldr_store_begin (self->store, &error));
  first = test_add (self->store, "first", "", 2026, 3, 2);
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (LdrEntry) entry = test_add (self->store, "between", "", 2026, 3, 2);
    }
  last = test_add (self->store, "last", "", 2026, 3, 2);
  g_assert_true (ldr_store_commit (self->store, &error));
  g_test_message ("%.3f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_true (ldr_store_find_place (self->store, first->id, &one, &error));
  g_assert_true (ldr_store_find_place (self->store, last->id, &two, &error));
  g_assert_cmpint (two.key, ==, one.key + 3001);
  fixture_reopen (self);
  moved = ldr_entry_copy (last);
  moved->happened += 40;
  found = test_save (self->store, moved);
  g_assert_true (ldr_store_find_place (self->store, last->id, &one, &error));
  g_assert_cmpint (one.key, ==, two.key);
  titles = test_find (self->store, "last");
  g_assert_cmpstr (titles, ==, "last");
  test_assert_sound (self->store);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) first = test_add (self->store, "A", "een", 2026, 3, 2);
  g_autoptr (LdrEntry) second = test_change (self->store, first, "twee");
  g_autoptr (LdrEntry) third = test_change (self->store, second, "drie");
  g_autoptr (LdrEntry) fourth = NULL, fifth = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  LdrRevision *youngest, *oldest;

  /* One version a sitting. */
  g_assert_cmpuint (count_revisions (self, first->id), ==, 1);
  age (self, "UPDATE entry_version SET kept = kept - %" G_GINT64_FORMAT, 11 * MINUTE);
  fourth = test_change (self->store, third, "vier");
  fifth = test_change (self->store, fourth, "vijf");
  revisions = ldr_store_list_revisions (self->store, first->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 2);
  youngest = g_ptr_array_index (revisions, 0);
  oldest = g_ptr_array_index (revisions, 1);
  g_assert_cmpstr (youngest->entry->text, ==, "drie");
  g_assert_cmpint (youngest->number, ==, 3);
  g_assert_cmpint (youngest->saved, ==, third->changed);
  g_assert_cmpstr (oldest->entry->text, ==, "een");
  g_assert_true (ldr_entry_equal (oldest->entry, first));
}

/* Who goes back to an earlier version finds what stood there since among the versions, however short ago it was. */
static void
test_history_of_going_back (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) first = test_add (self->store, "A", "een", 2026, 3, 2);
  g_autoptr (LdrEntry) second = test_change (self->store, first, "twee");
  g_autoptr (LdrEntry) third = test_change (self->store, second, "drie");
  g_autoptr (LdrEntry) back = test_change (self->store, third, "een");
  g_autoptr (LdrEntry) again = NULL, over = NULL;
  g_autoptr (GPtrArray) revisions = ldr_store_list_revisions (self->store, first->id, NULL);

  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (((LdrRevision *) g_ptr_array_index (revisions, 0))->entry->text, ==, "drie");
  /* Both are there now: to and fro adds nothing. */
  again = test_change (self->store, back, "drie");
  over = test_change (self->store, again, "een");
  g_assert_cmpuint (count_revisions (self, first->id), ==, 2);
}

static void
test_history_of_loss (Fixture *self, gconstpointer data)
{
  g_autofree char *page = g_strnfill (1000, 'x'), *half = g_strnfill (600, 'x');
  g_autoptr (LdrEntry) first = test_add (self->store, "A", "een", 2026, 3, 2);
  g_autoptr (LdrEntry) second = test_change (self->store, first, page);
  g_autoptr (LdrEntry) third = test_change (self->store, second, half);
  g_autoptr (LdrEntry) fourth = NULL, same = NULL, empty = NULL, filled = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_assert_cmpuint (count_revisions (self, first->id), ==, 1);
  fourth = test_change (self->store, third, "weg");
  revisions = ldr_store_list_revisions (self->store, first->id, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (((LdrRevision *) g_ptr_array_index (revisions, 0))->entry->text, ==, half);
  /* Neither an empty entry nor an unchanged text is worth keeping. */
  empty = test_add (self->store, "", "", 2026, 3, 2);
  filled = test_change (self->store, empty, "iets");
  same = test_change (self->store, filled, "iets");
  g_assert_cmpuint (count_revisions (self, empty->id), ==, 0);
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("Oud", "tekst", 2024, 3, 2);
  g_autoptr (LdrEntry) version = ldr_entry_copy (entry), trashed = test_entry ("Weg", "tekst", 2024, 3, 1);
  g_autoptr (LdrEntry) again = NULL;
  g_autoptr (LdrRevision) revision = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *titles = NULL;

  entry->revision = 7;
  entry->created = 1000;
  entry->changed = 2000;
  trashed->deleted = ldr_moment_now ();
  trashed->revision = 1;
  ldr_entry_set_text (version, "eerder");
  revision = ldr_revision_new (3, 1500, version);
  g_assert_false (ldr_store_import_revision (self->store, revision, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_true (ldr_store_import_entry (self->store, entry, &error));
  g_assert_true (ldr_store_import_entry (self->store, trashed, &error));
  g_assert_true (ldr_store_import_revision (self->store, revision, &error));
  g_assert_no_error (error);
  g_assert_false (ldr_store_import_entry (self->store, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  g_assert_false (ldr_store_import_revision (self->store, revision, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  again = ldr_store_get_entry (self->store, entry->id, &error);
  g_assert_true (ldr_entry_equal (again, entry));
  g_assert_cmpint (again->revision, ==, 7);
  g_assert_cmpint (again->created, ==, 1000);
  g_assert_cmpint (again->changed, ==, 2000);
  revisions = ldr_store_list_revisions (self->store, entry->id, &error);
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpint (((LdrRevision *) g_ptr_array_index (revisions, 0))->saved, ==, 1500);
  titles = test_find (self->store, "tekst");
  g_assert_cmpstr (titles, ==, "Oud");
  test_assert_sound (self->store);
}

static gboolean
collect_cb (LdrEntry *entry, gpointer user_data, GError **error)
{
  GString *titles = user_data;

  g_string_append (titles, entry->title);
  if (!g_str_equal (entry->title, "stop"))
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "stop");
  return FALSE;
}

static void
test_foreach (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) late = test_add (self->store, "3", "", 2026, 3, 3);
  g_autoptr (LdrEntry) early = test_add (self->store, "1", "", 2026, 3, 1);
  g_autoptr (LdrEntry) middle = test_add (self->store, "2", "", 2026, 3, 2);
  g_autoptr (LdrEntry) stop = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_trash_entry (self->store, middle->id, &error));
  g_assert_true (ldr_store_foreach_entry (self->store, FALSE, collect_cb, titles, &error));
  g_assert_true (ldr_store_foreach_entry (self->store, TRUE, collect_cb, titles, &error));
  g_assert_cmpstr (titles->str, ==, "13123");
  stop = test_add (self->store, "stop", "", 2026, 3, 2);
  g_assert_false (ldr_store_foreach_entry (self->store, FALSE, collect_cb, titles, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_cmpstr (titles->str, ==, "131231stop");
}

static void
test_trash (Fixture *self, gconstpointer data)
{
  const char *tags[] = { "team", NULL };
  g_autoptr (LdrEntry) entry = test_entry ("Weg", "vondeling", 2026, 3, 2);
  g_autoptr (LdrEntry) kept = test_add (self->store, "Blijft", "vondeling", 2026, 3, 1);
  g_autoptr (LdrEntry) saved = NULL, again = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tag_counts = NULL;
  g_autofree char *titles = NULL, *after = NULL, *restored = NULL;

  ldr_entry_set_tags (entry, tags);
  saved = test_save (self->store, entry);
  g_assert_true (ldr_store_trash_entry (self->store, entry->id, &error));
  g_assert_true (ldr_store_trash_entry (self->store, entry->id, &error));
  titles = test_find (self->store, "vondeling");
  g_assert_cmpstr (titles, ==, "Blijft");
  tag_counts = ldr_store_list_tags (self->store, &error);
  g_assert_cmpuint (tag_counts->len, ==, 0);
  again = ldr_store_get_entry (self->store, entry->id, &error);
  g_assert_cmpint (again->deleted, >, 0);
  g_assert_cmpint (again->revision, ==, saved->revision);
  test_assert_sound (self->store);
  /* Who still had it open can save it; it stays in the trash. */
  changed = test_change (self->store, saved, "vondeling twee");
  g_assert_cmpint (changed->deleted, >, 0);
  test_assert_sound (self->store);
  after = test_find (self->store, "vondeling");
  g_assert_cmpstr (after, ==, "Blijft");
  g_assert_true (ldr_store_restore_entry (self->store, entry->id, &error));
  restored = test_find (self->store, "twee #team");
  g_assert_cmpstr (restored, ==, "Weg");
  test_assert_sound (self->store);
  g_assert_false (ldr_store_trash_entry (self->store, "0190b5a0-0000-7000-8000-000000000000", &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
}

static LdrPicture *
add_picture (Fixture *self, const char *entry_id, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  LdrPicture *picture = ldr_picture_new (entry_id, "image/png", bytes);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_add_picture (self->store, picture, &error));
  g_assert_no_error (error);
  return picture;
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) first = test_add (self->store, "A", "een", 2026, 3, 2);
  g_autoptr (LdrEntry) second = test_change (self->store, first, "twee");
  g_autoptr (LdrPicture) picture = add_picture (self, first->id, "png");
  g_autoptr (GError) error = NULL;
  g_autofree char *hits = NULL;

  g_assert_true (ldr_store_delete_entry (self->store, first->id, &error));
  g_assert_no_error (error);
  g_assert_null (ldr_store_get_picture (self->store, picture->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_revisions (self, first->id), ==, 0);
  hits = test_find (self->store, "twee");
  g_assert_cmpstr (hits, ==, "");
  test_assert_sound (self->store);
}

static void
test_empty_trash (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) old = test_add (self->store, "Oud", "", 2026, 3, 2);
  g_autoptr (LdrEntry) young = test_add (self->store, "Jong", "", 2026, 3, 3);
  g_autoptr (LdrEntry) kept = test_add (self->store, "Blijft", "", 2026, 3, 4);
  g_autoptr (GError) error = NULL;
  g_autofree char *titles = NULL, *nothing = NULL, *rest = NULL;
  g_autoptr (LdrQuery) trash = ldr_query_new ();
  g_autoptr (GPtrArray) page = NULL;

  g_assert_true (ldr_store_trash_entry (self->store, old->id, &error));
  g_assert_true (ldr_store_trash_entry (self->store, young->id, &error));
  age (self, "UPDATE entry SET deleted = deleted - %" G_GINT64_FORMAT " WHERE title = 'Oud'",
       (LDR_KEEP_TRASH_DAYS * 24 * 60 + 1) * MINUTE);
  age (self, "UPDATE entry SET deleted = deleted - %" G_GINT64_FORMAT " WHERE title = 'Jong'",
       (LDR_KEEP_TRASH_DAYS * 24 * 60 - 1) * MINUTE);
  age (self, "UPDATE journal SET steady = steady - %" G_GINT64_FORMAT, 2 * LDR_KEEP_TRASH_DAYS * 24 * 60 * MINUTE);
  fixture_reopen (self);
  trash->in_trash = TRUE;
  page = ldr_store_list_page (self->store, trash, 0, -1, &error);
  titles = test_titles (page);
  g_assert_cmpstr (titles, ==, "Jong");
  g_assert_true (ldr_store_empty_trash (self->store, &error));
  g_assert_cmpint (ldr_store_count (self->store, trash, &error), ==, 0);
  rest = test_find (self->store, "");
  g_assert_cmpstr (rest, ==, "Blijft");
}

static int
count_trash (Fixture *self)
{
  g_autoptr (LdrQuery) trash = ldr_query_new ();
  g_autoptr (GError) error = NULL;
  int n;

  trash->in_trash = TRUE;
  n = ldr_store_count (self->store, trash, &error);
  g_assert_no_error (error);
  return n;
}

/* As if all was written so long ago and the journal was last opened then. */
static void
leap (Fixture *self, gint64 days)
{
  age (self, "UPDATE journal SET seen = seen - %1$" G_GINT64_FORMAT ", steady = steady - %1$" G_GINT64_FORMAT,
       days * 24 * 60 * MINUTE);
  age (self, "UPDATE entry SET deleted = deleted - %" G_GINT64_FORMAT " WHERE deleted > 0", days * 24 * 60 * MINUTE);
  fixture_reopen (self);
}

/* A clock that is years off empties no trash, not at a second opening either, nor when it is put right. */
static void
test_clock_leaps (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "Weg", "", 2026, 3, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Noor", LDR_ROLE_LEADER);

  g_assert_true (ldr_store_trash_entry (self->store, entry->id, &error));
  leap (self, 40 * 365);
  g_assert_cmpint (count_trash (self), ==, 1);
  leap (self, 2);
  g_assert_cmpint (count_trash (self), ==, 1);
  leap (self, -40 * 365);
  g_assert_cmpint (count_trash (self), ==, 1);
  leap (self, 40 * 365);
  leap (self, LDR_KEEP_TRASH_DAYS - 1);
  g_assert_cmpint (count_trash (self), ==, 1);
  /* Another name is no news of the clock. */
  g_assert_true (ldr_store_set_info (self->store, info, &error));
  leap (self, 2);
  g_assert_cmpint (count_trash (self), ==, 0);
}

static void
test_pictures (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_add (self->store, "A", "", 2026, 3, 2);
  g_autoptr (LdrPicture) first = add_picture (self, entry->id, "een"), second = add_picture (self, entry->id, "twee");
  g_autoptr (LdrPicture) again = NULL, orphan = NULL, huge = NULL;
  g_autofree char *text = g_strdup_printf ("Kijk: ![het bord](picture:%s)", first->id), *much = NULL;
  g_autoptr (LdrEntry) shown = test_change (self->store, entry, text);
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GBytes) much_bytes = NULL;
  g_autoptr (GPtrArray) pictures = NULL, page = NULL;
  g_autoptr (GError) error = NULL;

  again = ldr_store_get_picture (self->store, second->id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again->bytes, second->bytes));
  g_assert_cmpstr (again->id, ==, second->id);
  g_assert_cmpstr (again->entry_id, ==, entry->id);
  g_assert_cmpstr (again->media_type, ==, "image/png");
  pictures = ldr_store_list_pictures (self->store, entry->id, &error);
  g_assert_cmpuint (pictures->len, ==, 2);
  g_assert_cmpstr (((LdrPicture *) g_ptr_array_index (pictures, 0))->id, ==, first->id);
  page = ldr_store_list_page (self->store, query, 0, -1, &error);
  g_assert_true (((LdrSummary *) g_ptr_array_index (page, 0))->has_pictures);
  g_assert_cmpstr (((LdrSummary *) g_ptr_array_index (page, 0))->excerpt, ==, "Kijk: het bord");
  g_assert_false (ldr_store_add_picture (self->store, first, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  orphan = ldr_picture_new ("0190b5a0-0000-7000-8000-000000000000", "image/png", first->bytes);
  g_assert_false (ldr_store_add_picture (self->store, orphan, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  much = g_malloc0 (LDR_PICTURE_MAX_BYTES + 1);
  much_bytes = g_bytes_new_static (much, LDR_PICTURE_MAX_BYTES + 1);
  huge = ldr_picture_new (entry->id, "image/png", much_bytes);
  g_assert_false (ldr_store_add_picture (self->store, huge, &error));
  test_assert_error (error, LDR_STORE_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "round-trip", test_round_trip },
    { "one-change", test_one_change },
    { "revisions-count", test_revisions_count },
    { "invalid", test_invalid },
    { "same-moment", test_same_moment },
    { "crowded-moment", test_crowded_moment },
    { "burst", test_burst },
    { "history", test_history },
    { "history-of-loss", test_history_of_loss },
    { "import", test_import },
    { "foreach", test_foreach },
    { "trash", test_trash },
    { "delete", test_delete },
    { "empty-trash", test_empty_trash },
    { "clock-leaps", test_clock_leaps },
    { "pictures", test_pictures },
    { "going-back", test_history_of_going_back },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/entries/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
