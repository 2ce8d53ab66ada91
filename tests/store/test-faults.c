/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-fault-vfs.h"
#include "ldr-store-testing.h"

/* Whatever fails while an entry is saved, at whichever call to the disk: the error says so, the file is sound, and it
 * holds the old text or the new one, never a mixture, in every place where a text leaves a trace. */

typedef struct
{
  char *old_text;
  char *new_text;
  LdrEntry *old_entry;
  LdrEntry *new_entry;
} Change;

/* Long enough for pages of its own, and told apart by one word. */
static char *
long_text (const char *word)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 900; i++)
    g_string_append_printf (text, "%s%d regel\n", word, i);
  return g_string_free (text, FALSE);
}

static void
change_init (Change *self, LdrStore *store)
{
  const char *old_tags[] = { "oud", NULL }, *new_tags[] = { "nieuw", NULL };
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (GDateTime) other_day = g_date_time_new_local (2026, 4, 1, 8, 0, 0);

  self->old_text = long_text ("oudewoord");
  self->new_text = long_text ("nieuwewoord");
  entry = test_entry ("Oud", self->old_text, 2026, 3, 2);
  ldr_entry_set_tags (entry, old_tags);
  self->old_entry = test_save (store, entry);
  self->new_entry = ldr_entry_copy (self->old_entry);
  ldr_entry_set_title (self->new_entry, "Nieuw");
  ldr_entry_set_text (self->new_entry, self->new_text);
  ldr_entry_set_tags (self->new_entry, new_tags);
  ldr_entry_set_happened (self->new_entry, other_day);
}

static void
change_clear (Change *self)
{
  g_free (self->old_text);
  g_free (self->new_text);
  ldr_entry_unref (self->old_entry);
  ldr_entry_unref (self->new_entry);
}

/* Returns whether the new text is there. */
static gboolean
assert_whole (LdrStore *store, Change *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) stored = ldr_store_get_entry (store, change->old_entry->id, &error);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *old_hits = test_find (store, "oudewoord7"), *new_hits = test_find (store, "nieuwewoord7");
  g_autofree char *old_tag = test_find (store, "#oud"), *new_tag = test_find (store, "#nieuw");
  gboolean is_new;

  g_assert_no_error (error);
  is_new = g_str_equal (stored->text, change->new_text);
  revisions = ldr_store_list_revisions (store, change->old_entry->id, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_entry_equal (stored, is_new ? change->new_entry : change->old_entry));
  g_assert_cmpint (stored->revision, ==, is_new ? 2 : 1);
  g_assert_cmpuint (revisions->len, ==, is_new ? 1 : 0);
  g_assert_cmpstr (is_new ? new_hits : old_hits, ==, is_new ? "Nieuw" : "Oud");
  g_assert_cmpstr (is_new ? old_hits : new_hits, ==, "");
  g_assert_cmpstr (is_new ? new_tag : old_tag, ==, is_new ? "Nieuw" : "Oud");
  g_assert_cmpstr (is_new ? old_tag : new_tag, ==, "");
  test_assert_sound (store);
  return is_new;
}

/* Saves once with the @nth call failing. FALSE when the save is over before that call. */
static gboolean
save_with_fault (guint which, guint nth, gboolean reopen)
{
  Fixture fixture = { 0 };
  Change change;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) saved = NULL, again = NULL;
  gboolean failed, is_new;
  guint calls;

  fixture_set_up (&fixture, NULL);
  change_init (&change, fixture.store);
  fixture_reopen (&fixture);
  fault_vfs_arm (faults[which].kind, nth, faults[which].lasting);
  saved = ldr_store_save_entry (fixture.store, change.new_entry, &error);
  calls = fault_vfs_disarm (&failed);
  g_assert_true ((saved == NULL) == (error != NULL));
  if (saved == NULL)
    {
      g_assert_true (failed);
      g_assert_error (error, LDR_STORE_ERROR, (int) faults[which].error);
    }
  /* Either in the same sitting, or as after a crash: the file is copied as it lies, and opened elsewhere. */
  if (reopen)
    {
      g_autofree char *copy = fixture_file (&fixture, "copy.leidraad");
      g_autofree char *log = g_strconcat (fixture.path, "-wal", NULL), *log_copy = g_strconcat (copy, "-wal", NULL);
      g_autofree char *bytes = NULL, *log_bytes = NULL;
      gsize size, log_size;
      g_autoptr (LdrStore) store = NULL;

      g_clear_error (&error);
      g_assert_true (g_file_get_contents (fixture.path, &bytes, &size, NULL));
      g_assert_true (g_file_get_contents (log, &log_bytes, &log_size, NULL));
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
      g_assert_true (g_file_set_contents (log_copy, log_bytes, (gssize) log_size, NULL));
      store = ldr_store_open (copy, test_key (), &error);
      g_assert_no_error (error);
      is_new = assert_whole (store, &change);
      g_assert_true (is_new || saved == NULL);
    }
  else
    {
      is_new = assert_whole (fixture.store, &change);
      g_assert_true (is_new == (saved != NULL));
      if (!is_new)
        again = test_save (fixture.store, change.new_entry);
      g_assert_true (assert_whole (fixture.store, &change));
      fixture_reopen (&fixture);
      g_assert_true (assert_whole (fixture.store, &change));
    }
  change_clear (&change);
  fixture_tear_down (&fixture, NULL);
  return calls >= nth;
}

static void
test_save_fails (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  guint nth = 1;

  while (save_with_fault (which, nth, nth % 2 == 0) && nth < 400)
    nth++;
  g_test_message ("%s: a save makes %u calls", faults[which].name, nth - 1);
  g_assert_cmpuint (nth, >, 10);
  g_assert_cmpuint (nth, <, 400);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  for (guint i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *path = g_strconcat ("/faults/save/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_save_fails);
    }
  return g_test_run ();
}
