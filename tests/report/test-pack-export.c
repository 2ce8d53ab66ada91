/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "ldr-json-testing.h"
#include "model/ldr-moment.h"
#include "report/pack/ldr-pack-export.h"
#include "store/ldr-pack-file.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"
#include "test-document-sample.h"
#include "tests/ldr-folder-testing.h"

/* What goes out of a journal as a session pack, and what the journal knows of it afterwards. */

/* Thursday 19 November 2026. */
#define TODAY 739939

#define LEADER "Sanne de Wit"
#define PASSPHRASE "zeven sloten diep"

#define TEXT                                                                                                           \
  "Entrytext of Sanne\n\n- Entryitem\n- two\n\n- [ ] Entrycheck\n\n> Entryquote\n\n| Entrytable | b |\n| --- | --- |"  \
  "\n| 1 | 2 |\n\n![Entrypicture of Sanne](picture:%s)"

typedef struct
{
  LdrStore *store;
  char *session;
  char *agreed;
  char *loose;
  char *entry;
  char *goal;
} Journal;

static void
journal_clear (Journal *self)
{
  g_clear_pointer (&self->store, ldr_store_free);
  g_free (self->session);
  g_free (self->agreed);
  g_free (self->loose);
  g_free (self->entry);
  g_free (self->goal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Journal, journal_clear)

static LdrSession *
add_session (LdrStore *store)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 11, 12, 10, 0, 0);
  LdrSession *session = ldr_session_new (starts);
  LdrEvaluation evaluation = { 7, 8, 8, 9, (char *) "Evaluationnote" };
  g_autoptr (GError) error = NULL;

  session->form = LDR_SESSION_FREE;
  ldr_session_set_note (session, LDR_SESSION_PART_FREE, "Sessionnote with **weight**.");
  ldr_session_set_private_notes (session, "Privatenote\n\n- Privateitem");
  ldr_session_add_point (session, NULL, "Agendapoint", TRUE);
  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &evaluation);
  ldr_session_open (session, session->starts);
  ldr_session_close (session, session->starts + 3600000);
  ldr_store_save_session (store, session, &error);
  g_assert_no_error (error);
  return session;
}

static char *
add_action (LdrStore *store, const LdrSession *session, const char *text, LdrActionState state)
{
  g_autoptr (LdrAction) action = ldr_action_new (session, text);
  g_autoptr (GError) error = NULL;

  action->created = ldr_moment_now ();
  ldr_action_set_state (action, state, TODAY);
  ldr_store_import_action (store, action, &error);
  g_assert_no_error (error);
  return g_strdup (action->id);
}

static char *
add_entry (LdrStore *store)
{
  g_autoptr (GDateTime) then = g_date_time_new_local (2026, 11, 15, 12, 0, 0);
  g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
  g_autoptr (GBytes) bytes = sample_picture_new ();
  g_autoptr (LdrPicture) picture = ldr_picture_new (entry->id, "image/png", bytes);
  g_autofree char *text = g_strdup_printf (TEXT, picture->id);
  g_autoptr (GError) error = NULL;

  ldr_entry_set_title (entry, "Entrytitle");
  ldr_entry_set_text (entry, text);
  ldr_entry_set_happened (entry, then);
  saved = ldr_store_save_entry (store, entry, &error);
  g_assert_no_error (error);
  ldr_store_add_picture (store, picture, &error);
  g_assert_no_error (error);
  return g_strdup (entry->id);
}

static char *
add_goal (LdrStore *store)
{
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", 3, 8);
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST);
  g_autoptr (GError) error = NULL;

  ldr_goal_set_statement (goal, "Goalstatement of Sanne");
  ldr_goal_set_measure (goal, scale);
  ldr_goal_set_why (goal, "Goalwhy");
  ldr_goal_add_step (goal, "Goalstep");
  goal->first_day = goal->state_day = TODAY - 60;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = TODAY - 60;
  g_assert_true (ldr_store_import_goal (store, goal, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (LdrCheckIn) check_in = ldr_check_in_new (goal, TODAY - 10 + i, 3 + i % 4);

      ldr_check_in_set_note (check_in, i == 2 ? "Goalcheckin" : "");
      g_assert_true (ldr_store_check_in (store, check_in, NULL, &error));
      g_assert_no_error (error);
    }
  return g_strdup (goal->id);
}

static void
journal_init (Journal *self, LdrJsonFixture *fixture)
{
  g_autoptr (LdrSession) session = NULL;

  self->store = ldr_json_testing_new_journal (fixture, LEADER);
  session = add_session (self->store);
  self->session = g_strdup (session->id);
  self->agreed = add_action (self->store, session, "Sessionaction", LDR_ACTION_DONE);
  self->loose = add_action (self->store, NULL, "Looseaction", LDR_ACTION_OPEN);
  self->entry = add_entry (self->store);
  self->goal = add_goal (self->store);
}

static LdrExportChoice
choose (LdrExportParts parts)
{
  return (LdrExportChoice) { .id = (char *) "session-notes",
                             .name = (char *) "",
                             .parts = parts,
                             .entries = LDR_EXPORT_EVERY,
                             .period = { LDR_PERIOD_OWN, TODAY - 30, TODAY + 1000 },
                             .for_whom = (char *) "Ellen" };
}

static LdrPack *
make (const Journal *self, LdrExportParts parts, LdrExportFlags flags, LdrPseudonyms *pseudonyms)
{
  LdrExportChoice choice = choose (parts);
  g_autoptr (GError) error = NULL;
  LdrPack *pack = ldr_pack_export_make (self->store, &choice, flags, TODAY, pseudonyms, "Sanne", NULL, &error);

  g_assert_no_error (error);
  ldr_pack_validate (pack, &error);
  g_assert_no_error (error);
  return pack;
}

/* The first passage with a word in it. */
static const LdrPassage *
find (const LdrPack *pack, const char *word)
{
  for (guint i = 0; i < pack->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (pack->passages, i);

      if (strstr (passage->text, word) != NULL)
        return passage;
    }
  return NULL;
}

/* --- Passages --------------------------------------------------------------------------------------------------------
 */

/* Each part alone, and all of them: each word is said to be about the thing in which it was written. */
static void
test_parts (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };

  journal_init (&journal, fixture);
  for (int part = 0; part <= LDR_N_EXPORT_PARTS; part++)
    {
      LdrExportParts parts = part < LDR_N_EXPORT_PARTS ? (LdrExportParts) (1 << part) : LDR_EXPORT_ALL_PARTS;
      g_autoptr (LdrPack) pack = make (&journal, parts, LDR_EXPORT_DEFAULT, NULL);
      const struct
      {
        const char *word;
        LdrExportParts part;
        LdrSubject subject;
        const char *id;
      } words[] = {
        { "Session of", LDR_EXPORT_SESSIONS, LDR_SUBJECT_SESSION, journal.session },
        { "Agendapoint", LDR_EXPORT_SESSIONS, LDR_SUBJECT_SESSION, journal.session },
        { "Sessionnote with **weight**.", LDR_EXPORT_SESSIONS, LDR_SUBJECT_SESSION, journal.session },
        { "Evaluationnote", LDR_EXPORT_SESSIONS, LDR_SUBJECT_SESSION, journal.session },
        { "- [x] Sessionaction", LDR_EXPORT_ACTIONS, LDR_SUBJECT_ACTION, journal.agreed },
        { "- [ ] Looseaction", LDR_EXPORT_ACTIONS, LDR_SUBJECT_ACTION, journal.loose },
        { "Agreed ", LDR_EXPORT_ACTIONS, LDR_SUBJECT_DOCUMENT, "" },
        { "Entrytitle", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "Entrytext", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "- Entryitem\n- two", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "Entrycheck", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "> Entryquote", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "Entrytable", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "![Entrypicture of Sanne](picture:", LDR_EXPORT_ENTRIES, LDR_SUBJECT_ENTRY, journal.entry },
        { "Entries", LDR_EXPORT_ENTRIES, LDR_SUBJECT_DOCUMENT, "" },
        { "Goalwhy", LDR_EXPORT_GOALS, LDR_SUBJECT_GOAL, journal.goal },
        { "- [ ] Goalstep", LDR_EXPORT_GOALS, LDR_SUBJECT_GOAL, journal.goal },
        { "Goalcheckin", LDR_EXPORT_GOALS, LDR_SUBJECT_GOAL, journal.goal },
        { "Goals", LDR_EXPORT_GOALS, LDR_SUBJECT_DOCUMENT, "" },
      };

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          const LdrPassage *passage = find (pack, words[i].word);
          gboolean expected = (parts & words[i].part) != 0;

          /* The headings of charts have words of goals in them. */
          if (!expected && parts == LDR_EXPORT_CHARTS)
            continue;
          if ((passage != NULL) != expected)
            g_error ("part %d: “%s” is %s", part, words[i].word, expected ? "missing" : "there");
          if (!expected)
            continue;
          g_assert_cmpint (passage->subject, ==, words[i].subject);
          g_assert_cmpstr (passage->subject_id, ==, words[i].id);
        }
      g_assert_null (find (pack, "Private"));
      g_assert_cmpstr (pack->about, ==, "");
      g_assert_cmpstr (pack->language, ==, "en-GB");
    }
}

/* A format of tables makes no difference: a pack has texts. */
static void
test_format (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  LdrExportChoice choice = choose (LDR_EXPORT_SESSIONS);
  g_autoptr (LdrPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  journal_init (&journal, fixture);
  choice.format = LDR_EXPORT_CSV;
  pack = ldr_pack_export_make (journal.store, &choice, LDR_EXPORT_DEFAULT, TODAY, NULL, "", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find (pack, "Sessionnote with **weight**."));
}

static void
test_private (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autoptr (LdrPack) with = NULL, others = NULL;
  guint n = 0;

  journal_init (&journal, fixture);
  with = make (&journal, LDR_EXPORT_ALL_PARTS, LDR_EXPORT_PRIVATE_NOTES, NULL);
  others = make (&journal, LDR_EXPORT_ALL_PARTS & ~LDR_EXPORT_SESSIONS, LDR_EXPORT_PRIVATE_NOTES, NULL);
  for (guint i = 0; i < with->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (with->passages, i);

      g_assert_true (passage->is_private == (strstr (passage->text, "Private") != NULL));
      if (!passage->is_private)
        continue;
      n++;
      g_assert_cmpint (passage->subject, ==, LDR_SUBJECT_SESSION);
      g_assert_cmpstr (passage->subject_id, ==, journal.session);
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (find (others, "Private"));
}

/* Names are replaced wherever they are, and no passage is about anything else because of that. */
static void
test_pseudonyms (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  LdrExportParts parts = LDR_EXPORT_ALL_PARTS & ~(LDR_EXPORT_CHARTS | LDR_EXPORT_PROFILES);
  g_autoptr (LdrPseudonyms) pseudonyms = ldr_pseudonyms_new ();
  g_autoptr (LdrPack) shown = NULL, replaced = NULL;

  journal_init (&journal, fixture);
  ldr_pseudonyms_add_person (pseudonyms, LEADER, "the leader");
  ldr_pseudonyms_add_person (pseudonyms, "Sanne", "the leader");
  shown = make (&journal, parts, LDR_EXPORT_DEFAULT, NULL);
  replaced = make (&journal, parts, LDR_EXPORT_DEFAULT, pseudonyms);
  g_assert_cmpstr (shown->title, ==, "Journal of " LEADER);
  g_assert_cmpstr (replaced->title, ==, "Journal of the leader");
  g_assert_nonnull (find (shown, "Goalstatement of Sanne"));
  g_assert_nonnull (find (replaced, "Goalstatement of the leader"));
  g_assert_nonnull (find (replaced, "![Entrypicture of the leader](picture:"));
  g_assert_null (find (replaced, "Sanne"));
  g_assert_cmpuint (replaced->pictures->len, ==, shown->pictures->len);
  g_assert_cmpuint (replaced->passages->len, ==, shown->passages->len);
  for (guint i = 0; i < shown->passages->len; i++)
    g_assert_cmpstr (((const LdrPassage *) replaced->passages->pdata[i])->id, ==,
                     ((const LdrPassage *) shown->passages->pdata[i])->id);
}

/* Two packs of one journal have ids of their own, and the same passages. */
static void
test_stable (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autoptr (LdrPack) one = NULL, two = NULL;

  journal_init (&journal, fixture);
  one = make (&journal, LDR_EXPORT_ALL_PARTS, LDR_EXPORT_DEFAULT, NULL);
  two = make (&journal, LDR_EXPORT_ALL_PARTS, LDR_EXPORT_DEFAULT, NULL);
  g_assert_cmpstr (one->id, !=, two->id);
  g_assert_cmpuint (one->passages->len, ==, two->passages->len);
  for (guint i = 0; i < one->passages->len; i++)
    {
      const LdrPassage *a = g_ptr_array_index (one->passages, i), *b = g_ptr_array_index (two->passages, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpint (a->level, ==, b->level);
      if (strstr (a->text, "(picture:") == NULL)
        g_assert_cmpstr (a->text, ==, b->text);
    }
}

/* Where there is nothing of what was chosen, a pack says so. */
static void
test_nothing (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { ldr_json_testing_new_journal (fixture, "") };
  g_autoptr (LdrPack) pack = make (&journal, LDR_EXPORT_SESSIONS, LDR_EXPORT_DEFAULT, NULL);

  g_assert_cmpstr (pack->title, ==, "Coaching sessions");
  g_assert_nonnull (find (pack, "There is nothing of this in these days."));
}

/* --- Files -----------------------------------------------------------------------------------------------------------
 */

static guint
count_log (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = ldr_store_get_export_log (store, &error);

  g_assert_no_error (error);
  return log->len;
}

/* The line of the log is that of the pack, by which comments on it find the way back, and tells of the very file. */
static void
test_write (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "Gesprek" LDR_PACK_SUFFIX, NULL);
  LdrExportChoice choice = choose (LDR_EXPORT_SESSIONS | LDR_EXPORT_ENTRIES);
  g_autoptr (LdrExportRecord) record = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (LdrPack) pack = NULL, made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL, *sum = NULL;
  gsize length;

  journal_init (&journal, fixture);
  ldr_pack_export_write (journal.store, &choice, LDR_EXPORT_PRIVATE_NOTES, TODAY, NULL, "Sanne", path, PASSPHRASE,
                         &record, NULL, &error);
  g_assert_no_error (error);
  pack = ldr_pack_file_read (path, PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);

  g_assert_cmpstr (record->id, ==, pack->id);
  g_assert_cmpstr (record->title, ==, pack->title);
  g_assert_cmpint (record->moment, ==, pack->moment);
  g_assert_cmpint (record->format, ==, LDR_EXPORT_JSON);
  g_assert_cmpint (record->way, ==, LDR_EXPORT_WAY_PACK);
  g_assert_cmpuint (record->parts, ==, choice.parts);
  g_assert_cmpstr (record->for_whom, ==, "Ellen");
  g_assert_true (record->with_private);
  g_assert_cmpint (record->n_pages, ==, 0);
  g_assert_cmpint (record->n_bytes, ==, (gint64) length);
  g_assert_cmpstr (record->sha256, ==, sum);
  log = ldr_store_get_export_log (journal.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_true (ldr_export_record_equal (log->pdata[0], record));

  made = make (&journal, choice.parts, LDR_EXPORT_PRIVATE_NOTES, NULL);
  g_assert_cmpuint (pack->passages->len, ==, made->passages->len);
  g_assert_cmpuint (pack->pictures->len, ==, 1);
}

/* Whatever fails, an earlier file is whole, nothing lies beside it, and the log says nothing. */
static void
test_fails (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "Gesprek" LDR_PACK_SUFFIX, NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "where", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  const struct
  {
    LdrExportParts parts;
    const char *path;
    const char *passphrase;
    GCancellable *cancellable;
  } rows[] = {
    { LDR_EXPORT_SESSIONS, path, PASSPHRASE, cancelled },
    { LDR_EXPORT_SESSIONS, path, "", NULL },
    { LDR_EXPORT_SESSIONS, nowhere, PASSPHRASE, NULL },
    { LDR_EXPORT_SESSIONS, folder, PASSPHRASE, NULL },
    /* The log has no line for what has no part: so it is written before the file has its name. */
    { (LdrExportParts) 0, path, PASSPHRASE, NULL },
  };

  journal_init (&journal, fixture);
  g_cancellable_cancel (cancelled);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int there = 0; there < 2; there++)
    {
      if (there)
        g_assert_true (g_file_set_contents (path, "old", 3, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          LdrExportChoice choice = choose (rows[i].parts);
          g_autoptr (LdrExportRecord) record = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *text = NULL;

          g_assert_false (ldr_pack_export_write (journal.store, &choice, LDR_EXPORT_DEFAULT, TODAY, NULL, "",
                                                 rows[i].path, rows[i].passphrase, &record, rows[i].cancellable,
                                                 &error));
          g_assert_nonnull (error);
          g_assert_null (record);
          if (rows[i].cancellable != NULL)
            g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_cmpuint (sample_count_files (folder), ==, there);
          g_assert_cmpuint (count_log (journal.store), ==, 0);
          if (!there)
            continue;
          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          g_assert_cmpstr (text, ==, "old");
        }
    }
  ldr_testing_remove_folder (folder);
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/pack-export/" path, LdrJsonFixture, NULL, ldr_json_testing_set_up, function, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  ADD ("parts", test_parts);
  ADD ("format", test_format);
  ADD ("private", test_private);
  ADD ("pseudonyms", test_pseudonyms);
  ADD ("stable", test_stable);
  ADD ("nothing", test_nothing);
  ADD ("write", test_write);
  ADD ("fails", test_fails);

  return g_test_run ();
}
