/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-testing.h"
#include "model/ldr-model-error.h"
#include "store/ldr-journal.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-packs.h"

/* Waits for one asynchronous call. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

typedef struct
{
  Fixture fixture;
  LdrJournal *journal;
  GString *signals;
} JournalFixture;

static void
entry_changed_cb (LdrJournal *journal, const char *id, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_string_append (self->signals, "entry ");
}

static void
reset_cb (LdrJournal *journal, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "reset ");
}

static void
styles_changed_cb (LdrJournal *journal, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "styles ");
}

static void
goals_changed_cb (LdrJournal *journal, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "goals ");
}

static void
sessions_changed_cb (LdrJournal *journal, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "sessions ");
}

static void
exports_changed_cb (LdrJournal *journal, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "exports ");
}

static void
packs_changed_cb (LdrJournal *journal, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "packs ");
}

static void
notify_info_cb (LdrJournal *journal, GParamSpec *pspec, gpointer user_data)
{
  JournalFixture *self = user_data;

  g_string_append (self->signals, "info ");
}

static void
set_up (JournalFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->fixture, NULL);
  fixture_close (&self->fixture);
  ldr_journal_open_async (self->fixture.path, PASSPHRASE, NULL, done_cb, &result);
  self->journal = ldr_journal_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  self->signals = g_string_new (NULL);
  g_signal_connect (self->journal, "entry-changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (self->journal, "styles-changed", G_CALLBACK (styles_changed_cb), self);
  g_signal_connect (self->journal, "goals-changed", G_CALLBACK (goals_changed_cb), self);
  g_signal_connect (self->journal, "sessions-changed", G_CALLBACK (sessions_changed_cb), self);
  g_signal_connect (self->journal, "exports-changed", G_CALLBACK (exports_changed_cb), self);
  g_signal_connect (self->journal, "packs-changed", G_CALLBACK (packs_changed_cb), self);
  g_signal_connect (self->journal, "reset", G_CALLBACK (reset_cb), self);
  g_signal_connect (self->journal, "notify::info", G_CALLBACK (notify_info_cb), self);
}

static void
close_journal (JournalFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ldr_journal_close_async (self->journal, NULL, done_cb, &result);
  g_assert_true (ldr_journal_close_finish (self->journal, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
tear_down (JournalFixture *self, gconstpointer data)
{
  gpointer weak = self->journal;

  close_journal (self);
  g_object_add_weak_pointer (G_OBJECT (self->journal), &weak);
  g_object_unref (self->journal);
  /* The journal's thread may still hold the last task. */
  for (int i = 0; weak != NULL && i < 1000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (weak);
  g_string_free (self->signals, TRUE);
  fixture_tear_down (&self->fixture, NULL);
}

static LdrEntry *
save (JournalFixture *self, LdrEntry *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_journal_save_entry_async (self->journal, entry, NULL, done_cb, &result);
  return ldr_journal_save_entry_finish (self->journal, wait_for (&result), error);
}

static gpointer
save_draft_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ldr_store_save_reflection (store, data, error));
}

static gpointer
save_both_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;

  saved = ldr_store_save_entry (store, entry, error);
  return GINT_TO_POINTER (saved != NULL && ldr_store_save_reflection (store, data, error));
}

/* Lists of entries are not read anew for each letter of a draft. */
static void
test_styles (JournalFixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) draft = ldr_reflection_new ("", "");
  g_autoptr (GAsyncResult) saved = NULL, both = NULL, finished = NULL, overview = NULL;
  g_autoptr (LdrStyleOverview) counts = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  ldr_reflection_add_step (draft, "a", "Why?", "Because.");
  draft->pitfalls = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  ldr_journal_run_async (self->journal, save_draft_func, draft, NULL, NULL, NULL, done_cb, &saved);
  g_assert_nonnull (ldr_journal_run_finish (self->journal, wait_for (&saved), &error));
  g_assert_cmpstr (self->signals->str, ==, "styles ");
  ldr_journal_run_async (self->journal, save_both_func, draft, NULL, NULL, NULL, done_cb, &both);
  g_assert_nonnull (ldr_journal_run_finish (self->journal, wait_for (&both), &error));
  g_assert_cmpstr (self->signals->str, ==, "styles reset ");
  ldr_journal_finish_reflection_async (self->journal, draft, NULL, done_cb, &finished);
  entry = ldr_journal_finish_reflection_finish (self->journal, wait_for (&finished), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->id, ==, draft->id);
  g_assert_cmpstr (self->signals->str, ==, "styles reset entry styles ");
  ldr_journal_get_style_overview_async (self->journal, NULL, done_cb, &overview);
  counts = ldr_journal_get_style_overview_finish (self->journal, wait_for (&overview), &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts->noticed_lately[LDR_STYLE_NINJA], ==, 1);
  g_assert_cmpstr (self->signals->str, ==, "styles reset entry styles ");
}

/* What is written about goals is told as that, and as nothing else. */
static void
test_goals (JournalFixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA), saved = NULL, refused = NULL;
  g_autoptr (LdrCheckIn) good = ldr_check_in_new (goal, ldr_day_today (), 7);
  g_autoptr (LdrCheckIn) high = ldr_check_in_new (goal, ldr_day_today (), 11);
  g_autoptr (GAsyncResult) first = NULL, nothing = NULL, checked = NULL, outside = NULL, undone = NULL, listed = NULL;
  g_autoptr (GPtrArray) before = NULL, courses = NULL;
  g_autoptr (GError) error = NULL;

  ldr_journal_save_goal_async (self->journal, goal, NULL, done_cb, &nothing);
  refused = ldr_journal_save_goal_finish (self->journal, wait_for (&nothing), &error);
  g_assert_null (refused);
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpstr (self->signals->str, ==, "");
  ldr_goal_set_statement (goal, "A goal");
  ldr_journal_save_goal_async (self->journal, goal, NULL, done_cb, &first);
  saved = ldr_journal_save_goal_finish (self->journal, wait_for (&first), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saved->id, ==, goal->id);
  g_assert_cmpstr (self->signals->str, ==, "goals ");
  ldr_journal_check_in_async (self->journal, good, NULL, done_cb, &checked);
  before = ldr_journal_check_in_finish (self->journal, wait_for (&checked), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpstr (self->signals->str, ==, "goals goals ");
  ldr_journal_check_in_async (self->journal, high, NULL, done_cb, &outside);
  g_assert_null (ldr_journal_check_in_finish (self->journal, wait_for (&outside), &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  ldr_journal_list_goal_courses_async (self->journal, LDR_GOAL_STATES_ALL, NULL, done_cb, &listed);
  courses = ldr_journal_list_goal_courses_finish (self->journal, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((LdrGoalCourse *) g_ptr_array_index (courses, 0))->check_ins->len, ==, 1);
  g_assert_cmpstr (self->signals->str, ==, "goals goals ");
  ldr_journal_undo_check_in_async (self->journal, good, before, NULL, done_cb, &undone);
  g_assert_true (ldr_journal_undo_check_in_finish (self->journal, wait_for (&undone), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->signals->str, ==, "goals goals goals ");
}

static gpointer
set_name_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrKnownName) name = ldr_known_name_new ("Noor", LDR_KNOWN_PERSON, "");

  return GINT_TO_POINTER (ldr_store_set_known_name (store, name, error));
}

/* Lists are not read anew because something went out. */
static void
test_exports (JournalFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) set = NULL;
  g_autoptr (GError) error = NULL;

  ldr_journal_run_async (self->journal, set_name_func, NULL, NULL, NULL, NULL, done_cb, &set);
  g_assert_nonnull (ldr_journal_run_finish (self->journal, wait_for (&set), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->signals->str, ==, "exports ");
}

static gpointer
receive_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrReceipt) receipt = ldr_store_receive_pack (store, data, error);

  return GINT_TO_POINTER (receipt != NULL);
}

/* Only the packs are read anew when one comes. */
static void
test_packs (JournalFixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "Verslag", "Noor", NULL);
  g_autoptr (GAsyncResult) received = NULL;
  g_autoptr (GError) error = NULL;

  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 0, "Goed.");
  ldr_journal_run_async (self->journal, receive_func, pack, NULL, NULL, NULL, done_cb, &received);
  g_assert_nonnull (ldr_journal_run_finish (self->journal, wait_for (&received), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->signals->str, ==, "packs ");
}

static void
test_entry_calls (JournalFixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("A", "vondeling", 2026, 3, 2), saved = NULL, again = NULL, stale = NULL;
  g_autoptr (GAsyncResult) got = NULL, trashed = NULL, restored = NULL, deleted = NULL, missing = NULL, emptied = NULL;
  g_autoptr (GError) error = NULL;

  saved = save (self, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (self->signals->str, ==, "entry ");
  stale = save (self, entry, &error);
  g_assert_null (stale);
  test_assert_error (error, LDR_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (self->signals->str, ==, "entry ");
  /* Calls are done in the order in which they were asked. */
  ldr_journal_get_entry_async (self->journal, entry->id, NULL, done_cb, &got);
  ldr_journal_trash_entry_async (self->journal, entry->id, NULL, done_cb, &trashed);
  ldr_journal_restore_entry_async (self->journal, entry->id, NULL, done_cb, &restored);
  ldr_journal_delete_entry_async (self->journal, entry->id, NULL, done_cb, &deleted);
  ldr_journal_get_entry_async (self->journal, entry->id, NULL, done_cb, &missing);
  ldr_journal_empty_trash_async (self->journal, NULL, done_cb, &emptied);
  again = ldr_journal_get_entry_finish (self->journal, wait_for (&got), &error);
  g_assert_no_error (error);
  g_assert_true (ldr_entry_equal (again, saved));
  g_assert_true (ldr_journal_trash_entry_finish (self->journal, wait_for (&trashed), &error));
  g_assert_true (ldr_journal_restore_entry_finish (self->journal, wait_for (&restored), &error));
  g_assert_true (ldr_journal_delete_entry_finish (self->journal, wait_for (&deleted), &error));
  g_assert_no_error (error);
  g_assert_null (ldr_journal_get_entry_finish (self->journal, wait_for (&missing), &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_true (ldr_journal_empty_trash_finish (self->journal, wait_for (&emptied), &error));
  g_assert_cmpstr (self->signals->str, ==, "entry entry entry entry reset ");
}

static void
test_list_calls (JournalFixture *self, gconstpointer data)
{
  const char *tags[] = { "team", NULL };
  g_autoptr (LdrEntry) entry = test_entry ("A", "vondeling", 2026, 3, 2), saved = NULL, changed = NULL, resaved = NULL;
  g_autoptr (LdrQuery) query = ldr_query_parse ("von");
  g_autoptr (GAsyncResult) placed = NULL, summed = NULL, tagged = NULL, revised = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GPtrArray) summaries = NULL, tag_counts = NULL, revisions = NULL;

  ldr_entry_set_tags (entry, tags);
  saved = save (self, entry, &error);
  changed = ldr_entry_copy (saved);
  ldr_entry_set_text (changed, "vondelingen");
  resaved = save (self, changed, &error);
  g_assert_no_error (error);
  ldr_journal_list_places_async (self->journal, query, -1, NULL, done_cb, &placed);
  places = ldr_journal_list_places_finish (self->journal, wait_for (&placed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (places->len, ==, 1);
  ldr_journal_list_summaries_async (self->journal, query, &g_array_index (places, LdrPlace, 0).key, 1, NULL, done_cb,
                                    &summed);
  summaries = ldr_journal_list_summaries_finish (self->journal, wait_for (&summed), &error);
  g_assert_cmpuint (summaries->len, ==, 1);
  ldr_journal_list_tags_async (self->journal, NULL, done_cb, &tagged);
  tag_counts = ldr_journal_list_tags_finish (self->journal, wait_for (&tagged), &error);
  g_assert_cmpuint (tag_counts->len, ==, 1);
  ldr_journal_list_revisions_async (self->journal, entry->id, NULL, done_cb, &revised);
  revisions = ldr_journal_list_revisions_finish (self->journal, wait_for (&revised), &error);
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpstr (self->signals->str, ==, "entry entry ");
}

static void
test_other_calls (JournalFixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("A", "vondeling", 2026, 3, 2), saved = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  g_autoptr (LdrPicture) picture = ldr_picture_new (entry->id, "image/png", bytes), again = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Daan", LDR_ROLE_LEADER);
  g_autoptr (GAsyncResult) added = NULL, got = NULL, backed_up = NULL, copied = NULL, changed = NULL, named = NULL;
  g_autofree char *folder = fixture_file (&self->fixture, "backups"), *copy = fixture_file (&self->fixture, "kopie");
  g_autofree char *before = ldr_journal_get_recovery (self->journal), *after = NULL;
  g_autoptr (LdrBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  saved = save (self, entry, &error);
  ldr_journal_add_picture_async (self->journal, picture, NULL, done_cb, &added);
  g_assert_true (ldr_journal_add_picture_finish (self->journal, wait_for (&added), &error));
  ldr_journal_get_picture_async (self->journal, picture->id, NULL, done_cb, &got);
  again = ldr_journal_get_picture_finish (self->journal, wait_for (&got), &error);
  g_assert_true (g_bytes_equal (again->bytes, bytes));
  ldr_journal_back_up_async (self->journal, folder, NULL, done_cb, &backed_up);
  backup = ldr_journal_back_up_finish (self->journal, wait_for (&backed_up), &error);
  g_assert_no_error (error);
  g_assert_cmpint (backup->entries, ==, 1);
  ldr_journal_save_copy_async (self->journal, copy, NULL, done_cb, &copied);
  g_assert_true (ldr_journal_save_copy_finish (self->journal, wait_for (&copied), &error));
  ldr_journal_change_passphrase_async (self->journal, "iets anders", NULL, done_cb, &changed);
  g_assert_true (ldr_journal_change_passphrase_finish (self->journal, wait_for (&changed), &error));
  after = ldr_journal_get_recovery (self->journal);
  g_assert_cmpstr (before, !=, after);
  ldr_journal_set_info_async (self->journal, info, NULL, done_cb, &named);
  g_assert_true (ldr_journal_set_info_finish (self->journal, wait_for (&named), &error));
  g_assert_no_error (error);
  g_assert_true (ldr_journal_get_info (self->journal) == info);
  g_assert_cmpstr (self->signals->str, ==, "entry info ");
}

static gpointer
import_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ldr_store_import_entry (store, data, error));
}

static gpointer
read_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup (ldr_store_get_info (store)->leader);
}

static void
test_run (JournalFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) read = NULL, imported = NULL, stopped = NULL;
  g_autoptr (LdrEntry) entry = test_entry ("A", "", 2026, 3, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *leader = NULL;
  g_autoptr (GError) error = NULL;

  ldr_journal_run_async (self->journal, read_func, NULL, NULL, g_free, NULL, done_cb, &read);
  leader = ldr_journal_run_finish (self->journal, wait_for (&read), &error);
  g_assert_cmpstr (leader, ==, "Sanne de Vries");
  g_assert_cmpstr (self->signals->str, ==, "");
  ldr_journal_run_async (self->journal, import_func, ldr_entry_ref (entry), (GDestroyNotify) ldr_entry_unref, NULL,
                         NULL, done_cb, &imported);
  g_assert_nonnull (ldr_journal_run_finish (self->journal, wait_for (&imported), &error));
  g_assert_cmpstr (self->signals->str, ==, "reset ");
  g_cancellable_cancel (cancellable);
  ldr_journal_run_async (self->journal, read_func, NULL, NULL, g_free, cancellable, done_cb, &stopped);
  g_assert_null (ldr_journal_run_finish (self->journal, wait_for (&stopped), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_closed (JournalFixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = test_entry ("A", "", 2026, 3, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStore) store = NULL;

  close_journal (self);
  g_assert_null (save (self, entry, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
  store = ldr_store_open (self->fixture.path, test_key (), &error);
  g_assert_no_error (error);
}

static void
test_open_fails (JournalFixture *self, gconstpointer data)
{
  g_autofree char *sheet = ldr_journal_get_recovery (self->journal),
                  *fresh = fixture_file (&self->fixture, "new.leidraad");
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Daan", LDR_ROLE_LEADER);
  g_autoptr (GAsyncResult) busy = NULL, wrong = NULL, recovered = NULL, created = NULL, again = NULL, shut = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournal) journal = NULL, made = NULL;

  ldr_journal_open_async (self->fixture.path, PASSPHRASE, NULL, done_cb, &busy);
  g_assert_null (ldr_journal_open_finish (wait_for (&busy), &error));
  test_assert_error (error, LDR_STORE_ERROR_BUSY);
  close_journal (self);
  ldr_journal_open_async (self->fixture.path, "mis", NULL, done_cb, &wrong);
  g_assert_null (ldr_journal_open_finish (wait_for (&wrong), &error));
  test_assert_error (error, LDR_STORE_ERROR_PASSPHRASE);
  ldr_journal_open_with_recovery_async (self->fixture.path, sheet, NULL, done_cb, &recovered);
  journal = ldr_journal_open_finish (wait_for (&recovered), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ldr_journal_get_path (journal), ==, self->fixture.path);
  ldr_journal_create_async (fresh, "een zin", info, NULL, done_cb, &created);
  made = ldr_journal_create_finish (wait_for (&created), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ldr_journal_get_info (made)->leader, ==, "Daan");
  ldr_journal_create_async (fresh, "een zin", info, NULL, done_cb, &again);
  g_assert_null (ldr_journal_create_finish (wait_for (&again), &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  ldr_journal_close_async (made, NULL, done_cb, &shut);
  g_assert_true (ldr_journal_close_finish (made, wait_for (&shut), &error));
  g_clear_object (&shut);
  ldr_journal_close_async (journal, NULL, done_cb, &shut);
  g_assert_true (ldr_journal_close_finish (journal, wait_for (&shut), &error));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (JournalFixture *, gconstpointer);
  } tests[] = {
    { "entry-calls", test_entry_calls },
    { "styles", test_styles },
    { "goals", test_goals },
    { "list-calls", test_list_calls },
    { "other-calls", test_other_calls },
    { "run", test_run },
    { "closed", test_closed },
    { "open-fails", test_open_fails },
    { "exports", test_exports },
    { "packs", test_packs },
  };

  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/journal/", tests[i].name, NULL);

      g_test_add (path, JournalFixture, NULL, set_up, tests[i].func, tear_down);
    }
  status = g_test_run ();
  /* A journal's thread ends by itself soon after the journal; what OpenSSL keeps for a thread goes with it. */
  g_usleep (200 * 1000);
  return status;
}
