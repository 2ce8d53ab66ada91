/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "ldr-json-testing.h"
#include "model/ldr-check-in.h"
#include "model/ldr-moment.h"
#include "report/document/ldr-document-commonmark.h"
#include "report/document/ldr-document-runs.h"
#include "report/pack/ldr-pack-export.h"
#include "report/pack/ldr-pack-writer.h"
#include "store/ldr-pack-file.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"
#include "test-document-sample.h"

/* What goes out as a session pack: what each passage says and what it is about. */

/* --- Blocks into passages --------------------------------------------------------------------------------------------
 */

static const LdrPassage *
get (const LdrPack *pack, guint place)
{
  g_assert_cmpuint (place, <, pack->passages->len);
  return g_ptr_array_index (pack->passages, place);
}

static const LdrPassage *
find (const LdrPack *pack, const char *text)
{
  for (guint i = 0; i < pack->passages->len; i++)
    if (strstr (get (pack, i)->text, text) != NULL)
      return get (pack, i);
  return NULL;
}

static LdrPack *
write_sample (void)
{
  LdrPack *pack = ldr_pack_new (LDR_PACK_SESSION, "", "Sanne", NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);

  sample_write (writer);
  return pack;
}

/* All of the document is in it, in its order, and each block can be commented on. */
static void
test_blocks (void)
{
  g_autoptr (LdrPack) pack = write_sample ();
  g_autoptr (GError) error = NULL;

  ldr_pack_validate (pack, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pack->title, ==, "Coaching sessions with Sanne de Wit");
  g_assert_true (g_str_has_prefix (pack->language, "en"));
  g_assert_cmpstr (get (pack, 0)->text, ==, "*5 to 19 November 2026 · prepared for Ellen, HR review*");
  g_assert_cmpint (find (pack, "Session of 19 November")->level, ==, 2);
  g_assert_cmpint (find (pack, "In numbers")->level, >, 2);
  g_assert_cmpstr (find (pack, "You saw the figures")->text, ==, "> You saw the figures. Whose face did you see?");
  g_assert_cmpstr (find (pack, "the queue on Monday")->text, ==,
                   "- the queue on Monday at nine is *not* a forecast\n"
                   "  - it was one on three of the last ten Mondays\n"
                   "- the report goes to [the planning desk](<https://example.org/planning?a=1\\&b=2>)");
  g_assert_cmpstr (find (pack, "Count first")->text, ==, "1. Count first.\n2. Then ask.");
  g_assert_nonnull (strstr (find (pack, "calls = 412")->text, "```\ncalls = 412   refunds = 31\n```"));
  g_assert_true (find (pack, "Careful: tired")->is_private);
  g_assert_false (find (pack, "Ask Noor")->is_private);
  g_assert_nonnull (strstr (find (pack, "Ask Noor")->text, "| --- |"));
}

/* Pictures and charts are seen, and told to those who do not see them. */
static void
test_pictures (void)
{
  g_autoptr (LdrPack) pack = write_sample ();
  guint n_shown = 0;

  for (guint i = 0; i < pack->pictures->len; i++)
    {
      const LdrPicture *picture = g_ptr_array_index (pack->pictures, i);
      g_autofree char *link = g_strdup_printf ("](" LDR_PICTURE_SCHEME "%s)", picture->id);
      g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (picture->bytes, NULL);

      g_assert_nonnull (texture);
      n_shown += find (pack, link) != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_shown, ==, pack->pictures->len);
  g_assert_cmpuint (pack->pictures->len, >=, 2);
  g_assert_nonnull (find (pack, "![A whiteboard with three columns]("));
  g_assert_cmpstr (find (pack, "One weekly decision based on figures: from 3 to 7 since June.")->text, !=, "");
}

static void
push_line (LdrDocumentWriter *writer, const char *text)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  g_assert_true (ldr_document_writer_push (writer, ldr_document_item_new (LDR_DOCUMENT_BULLET, 0, 0, runs), NULL));
}

/* What is about something else begins another passage, and each thing counts its own. */
static void
test_places (void)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "", "", NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);
  g_autoptr (LdrDocumentMeta) meta = ldr_document_meta_new ("Verslag", "nl");
  static const char one[] = "019a9c5e-0000-7000-8000-000000000001", two[] = "019a9c5e-0000-7000-8000-000000000002";
  const struct
  {
    LdrSubject subject;
    const char *id;
    const char *line;
  } rows[] = {
    { LDR_SUBJECT_ACTION, one, "a" }, { LDR_SUBJECT_ACTION, one, "b" },  { LDR_SUBJECT_ACTION, two, "c" },
    { LDR_SUBJECT_ACTION, one, "d" }, { LDR_SUBJECT_DOCUMENT, "", "e" },
  };
  static const char *const texts[] = { "- a\n- b", "- c", "- d", "- e" };
  const char *ids[] = { one, two, one, "" };
  static const int places[] = { 0, 0, 1, 0 };

  g_assert_true (ldr_document_writer_begin (writer, meta, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ldr_document_writer_about (writer, rows[i].subject, rows[i].id);
      push_line (writer, rows[i].line);
    }
  g_assert_true (ldr_document_writer_end (writer, NULL));
  g_assert_cmpuint (pack->passages->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpstr (get (pack, i)->text, ==, texts[i]);
      g_assert_cmpstr (get (pack, i)->subject_id, ==, ids[i]);
      g_assert_cmpint (get (pack, i)->place, ==, places[i]);
    }
  g_assert_true (ldr_pack_validate (pack, NULL));
}

/* --- A journal -------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrStore *store;
  LdrSession *session;
  LdrAction *action;
  LdrGoal *goal;
  LdrEntry *entry;
} Journal;

static void
journal_init (Journal *self, LdrJsonFixture *fixture)
{
  g_autoptr (GDateTime) starts = g_date_time_new_now_local ();
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (LdrCheckIn) check_in = NULL;
  g_autoptr (GError) error = NULL;

  self->store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  self->session = ldr_session_new (starts);
  self->session->state = LDR_SESSION_HELD;
  g_set_str (&self->session->notes[LDR_SESSION_PART_FREE], "Wij spraken over Noor.");
  g_set_str (&self->session->private_notes, "Niet zeker van mezelf.");
  g_assert_true (ldr_store_import_session (self->store, self->session, &error));
  g_assert_no_error (error);
  self->action = ldr_action_new (self->session, "Noor bellen");
  g_assert_true (ldr_store_save_action (self->store, self->action, &error));
  self->goal = ldr_goal_new (LDR_GOAL_PITFALL, LDR_STYLE_NINJA);
  ldr_goal_set_statement (self->goal, "Eerst vragen");
  g_assert_true (ldr_store_import_goal (self->store, self->goal, &error));
  check_in = ldr_check_in_new (self->goal, self->goal->first_day, 4);
  g_assert_true (ldr_store_check_in (self->store, check_in, NULL, &error));
  ldr_entry_set_title (entry, "Maandag");
  ldr_entry_set_text (entry, "Eerst dit.\n\nToen zag Noor dat.");
  self->entry = ldr_store_save_entry (self->store, entry, &error);
  g_assert_no_error (error);
}

static void
journal_clear (Journal *self)
{
  ldr_session_unref (self->session);
  ldr_action_unref (self->action);
  ldr_goal_unref (self->goal);
  ldr_entry_unref (self->entry);
  ldr_store_free (self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Journal, journal_clear)

static LdrPack *
make (const Journal *journal, LdrExportFlags flags, LdrPseudonyms *pseudonyms)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (GError) error = NULL;
  LdrPack *pack = NULL;

  choice->format = LDR_EXPORT_CSV;
  pack = ldr_pack_export_make (journal->store, choice, flags, ldr_day_today (), pseudonyms, "Sanne", NULL, &error);
  g_assert_no_error (error);
  ldr_pack_validate (pack, &error);
  g_assert_no_error (error);
  return pack;
}

static void
assert_about (const LdrPack *pack, const char *text, LdrSubject subject, const char *id)
{
  const LdrPassage *passage = find (pack, text);

  if (passage == NULL)
    g_error ("“%s” is in no passage", text);
  g_assert_cmpint (passage->subject, ==, subject);
  g_assert_cmpstr (passage->subject_id, ==, id);
}

static void
test_subjects (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autoptr (LdrPack) pack = NULL, again = NULL;

  journal_init (&journal, fixture);
  pack = make (&journal, LDR_EXPORT_DEFAULT, NULL);
  assert_about (pack, "Session of", LDR_SUBJECT_SESSION, journal.session->id);
  assert_about (pack, "Wij spraken", LDR_SUBJECT_SESSION, journal.session->id);
  assert_about (pack, "Agreed", LDR_SUBJECT_SESSION, journal.session->id);
  assert_about (pack, "Noor bellen", LDR_SUBJECT_ACTION, journal.action->id);
  assert_about (pack, "Eerst vragen", LDR_SUBJECT_GOAL, journal.goal->id);
  assert_about (pack, "| Check-in |", LDR_SUBJECT_GOAL, journal.goal->id);
  assert_about (pack, "Maandag", LDR_SUBJECT_ENTRY, journal.entry->id);
  assert_about (pack, "Toen zag", LDR_SUBJECT_ENTRY, journal.entry->id);
  assert_about (pack, "Entries", LDR_SUBJECT_DOCUMENT, "");
  assert_about (pack, "Goals", LDR_SUBJECT_DOCUMENT, "");
  g_assert_cmpstr (find (pack, "Toen zag")->text, ==, "Toen zag Noor dat.");
  g_assert_cmpstr (pack->from, ==, "Sanne");

  again = make (&journal, LDR_EXPORT_DEFAULT, NULL);
  g_assert_cmpstr (again->id, !=, pack->id);
  g_assert_cmpuint (again->passages->len, ==, pack->passages->len);
  for (guint i = 0; i < pack->passages->len; i++)
    g_assert_cmpstr (get (again, i)->id, ==, get (pack, i)->id);
}

static void
test_private (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autoptr (LdrPack) without = NULL, with = NULL;

  journal_init (&journal, fixture);
  without = make (&journal, LDR_EXPORT_DEFAULT, NULL);
  with = make (&journal, LDR_EXPORT_PRIVATE_NOTES, NULL);
  g_assert_null (find (without, "Niet zeker"));
  assert_about (with, "Niet zeker", LDR_SUBJECT_SESSION, journal.session->id);
  for (guint i = 0; i < with->passages->len; i++)
    g_assert_cmpint (get (with, i)->is_private, ==, strstr (get (with, i)->text, "Niet zeker") != NULL);
}

static void
test_names (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autoptr (LdrPseudonyms) pseudonyms = ldr_pseudonyms_new ();
  g_autoptr (LdrPack) pack = NULL;

  journal_init (&journal, fixture);
  ldr_pseudonyms_add (pseudonyms, "Noor", "collega 1", FALSE);
  ldr_pseudonyms_add (pseudonyms, "Sanne de Wit", "de leider", FALSE);
  pack = make (&journal, LDR_EXPORT_DEFAULT, pseudonyms);
  g_assert_null (find (pack, "Noor"));
  assert_about (pack, "collega 1 bellen", LDR_SUBJECT_ACTION, journal.action->id);
  g_assert_nonnull (strstr (pack->title, "de leider"));
}

/* --- The file --- */

static gboolean
write_pack (
    const Journal *journal, const char *path, LdrExportRecord **record, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_SESSION_NOTES);

  return ldr_pack_export_write (journal->store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), NULL, "Sanne", path,
                                "vier losse woorden hier", record, cancellable, error);
}

static guint
count_log (const Journal *journal)
{
  g_autoptr (GPtrArray) log = ldr_store_get_export_log (journal->store, NULL);

  return log->len;
}

/* The log knows the pack by its id, and the file by its sum. */
static void
test_file (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "verslag" LDR_PACK_SUFFIX, NULL), *bytes = NULL,
                  *sum = NULL;
  g_autoptr (LdrExportRecord) record = NULL;
  g_autoptr (LdrPack) pack = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  journal_init (&journal, fixture);
  g_assert_true (write_pack (&journal, path, &record, NULL, &error));
  g_assert_no_error (error);
  pack = ldr_pack_file_read (path, "vier losse woorden hier", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  log = ldr_store_get_export_log (journal.store, &error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_true (ldr_export_record_equal (g_ptr_array_index (log, 0), record));
  g_assert_cmpstr (record->id, ==, pack->id);
  g_assert_cmpstr (record->sha256, ==, sum);
  g_assert_cmpint (record->n_bytes, ==, (gint64) length);
  g_assert_cmpint (record->format, ==, LDR_EXPORT_JSON);
  g_assert_cmpint (record->way, ==, LDR_EXPORT_WAY_SHARED);
  g_assert_cmpuint (record->parts & LDR_EXPORT_ENTRIES, ==, 0);
}

/* What did not go out is not noted, and leaves nothing. */
static void
test_stopped (LdrJsonFixture *fixture, gconstpointer data)
{
  g_auto (Journal) journal = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "weg", NULL),
                  *nowhere = g_build_filename (fixture->folder, "no", "where" LDR_PACK_SUFFIX, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_files;

  journal_init (&journal, fixture);
  n_files = sample_count_files (fixture->folder);
  g_cancellable_cancel (cancellable);
  g_assert_false (write_pack (&journal, path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (write_pack (&journal, nowhere, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_log (&journal), ==, 0);
  g_assert_cmpuint (sample_count_files (fixture->folder), ==, n_files);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/pack-export/" name, LdrJsonFixture, NULL, ldr_json_testing_set_up, func, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/pack-export/blocks", test_blocks);
  g_test_add_func ("/pack-export/pictures", test_pictures);
  g_test_add_func ("/pack-export/places", test_places);
  ADD ("subjects", test_subjects);
  ADD ("private", test_private);
  ADD ("names", test_names);
  ADD ("file", test_file);
  ADD ("stopped", test_stopped);
  return g_test_run ();
}
