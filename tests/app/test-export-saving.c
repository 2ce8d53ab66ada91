/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>

#include "app/export/ldr-export-saving.h"
#include "app/export/ldr-file-sum.h"
#include "ldr-journal-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-sessions.h"

/* What goes out has its line in the log, and what does not go out leaves nothing. */

typedef struct
{
  LdrJournal *journal;
  char *folder;
  char *path;
} Fixture;

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrSession) session = ldr_session_new (now);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne de Wit", LDR_ROLE_LEADER);

  if (!ldr_store_set_info (store, info, error))
    return NULL;
  session->state = LDR_SESSION_HELD;
  g_set_str (&session->notes[LDR_SESSION_PART_FREE], "Sanne de Wit sprak over de wachtrij.");
  ldr_session_set_private_notes (session, "Alleen voor mij");
  return ldr_store_save_session (store, session, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journal = ldr_testing_create_journal (2);
  fixture->folder = g_dir_make_tmp ("leidraad-out-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out", NULL);
  ldr_testing_run (fixture->journal, save_session_func, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ldr_testing_close_journal (fixture->journal);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gpointer
get_log_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_log (store, error);
}

static GPtrArray *
get_log (Fixture *fixture)
{
  return ldr_testing_run (fixture->journal, get_log_func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static LdrExportPreview *
look (Fixture *fixture, LdrExportFormat format)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_SESSION_NOTES);
  g_autoptr (LdrExportRequest) request = NULL;

  choice->format = format;
  choice->names = LDR_EXPORT_NAMES_INITIALS;
  request = ldr_export_request_new (choice, LDR_EXPORT_DEFAULT, ldr_day_today ());
  return ldr_testing_run (fixture->journal, ldr_export_preview_func, request, NULL);
}

typedef struct
{
  LdrExportRecord *record;
  GError *error;
  gboolean done;
} Answer;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->record = ldr_journal_run_finish (LDR_JOURNAL (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
save_by (Fixture *fixture, LdrJournalFunc func, LdrExportPreview *preview, const char *path, GCancellable *cancellable)
{
  g_autoptr (LdrExportSaving) saving = ldr_export_saving_new (preview, path);
  Answer answer = { 0 };

  ldr_journal_run_async (fixture->journal, func, saving, NULL, NULL, cancellable, saved_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static Answer
save (Fixture *fixture, LdrExportPreview *preview, const char *path, GCancellable *cancellable)
{
  return save_by (fixture, ldr_export_save_func, preview, path, cancellable);
}

static void
check_folder_is_empty (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (folder), ==, NULL);
}

/* What was seen is what is saved, with the same names, in every format, and its line says which file that is. */
static void
test_formats (Fixture *fixture, gconstpointer data)
{
  for (int format = 0; format < LDR_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (LdrExportPreview) preview = look (fixture, (LdrExportFormat) format);
      g_autofree char *content = NULL, *sum = NULL;
      g_autoptr (LdrExportRecord) record = NULL;
      g_autoptr (GPtrArray) log = NULL;
      gsize length = 0;
      Answer answer;

      g_assert_cmpint (preview->pages != NULL, ==, format != LDR_EXPORT_JSON);
      answer = save (fixture, preview, fixture->path, NULL);
      g_assert_no_error (answer.error);
      record = answer.record;
      g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 20);
      if (format == LDR_EXPORT_HTML || format == LDR_EXPORT_MARKDOWN)
        {
          g_assert_nonnull (strstr (content, "S. d. W."));
          g_assert_null (strstr (content, "Sanne de Wit"));
          g_assert_null (strstr (content, "Alleen voor mij"));
        }
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
      log = get_log (fixture);
      g_assert_cmpuint (log->len, ==, format + 1);
      g_assert_true (ldr_export_record_equal (log->pdata[0], record));
      g_assert_cmpstr (record->sha256, ==, sum);
      g_assert_cmpint (record->way, ==, LDR_EXPORT_WAY_SAVED);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

/* Neither a file nor a line, and an older file of that name is as it was. */
static void
check_nothing (Fixture *fixture, Answer answer)
{
  g_autoptr (GPtrArray) log = get_log (fixture);
  g_autofree char *content = NULL;

  g_assert_null (answer.record);
  g_assert_nonnull (answer.error);
  g_clear_error (&answer.error);
  g_assert_cmpuint (log->len, ==, 0);
  if (g_file_get_contents (fixture->path, &content, NULL, NULL))
    g_assert_cmpstr (content, ==, "older");
  g_unlink (fixture->path);
  check_folder_is_empty (fixture);
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  for (int format = 0; format < LDR_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (LdrExportPreview) preview = look (fixture, (LdrExportFormat) format);

      check_nothing (fixture, save (fixture, preview, "/nowhere/out", NULL));
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (int format = 0; format < LDR_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (LdrExportPreview) preview = look (fixture, (LdrExportFormat) format);

      g_assert_true (g_file_set_contents (fixture->path, "older", -1, NULL));
      check_nothing (fixture, save (fixture, preview, fixture->path, cancellable));
    }
}

/* A file that cannot grow is a disk that is full; the journal's own is small enough to be read. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, full;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = before;
  full.rlim_cur = 64;
  signal (SIGXFSZ, SIG_IGN);
  for (int format = 0; format < LDR_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (LdrExportPreview) preview = look (fixture, (LdrExportFormat) format);
      Answer answer;

      g_assert_true (g_file_set_contents (fixture->path, "older", -1, NULL));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
      answer = save (fixture, preview, fixture->path, NULL);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      check_nothing (fixture, answer);
    }
}

static gpointer
refuse_func (LdrStore *store, gpointer saving, GCancellable *cancellable, GError **error)
{
  LdrExportSaving *self = saving;

  /* No line of the log can say this. */
  self->preview->request->choice->names = (LdrExportNames) LDR_N_EXPORT_NAMES;
  return ldr_export_save_func (store, saving, cancellable, error);
}

/* No file without its line. */
static void
test_no_line (Fixture *fixture, gconstpointer data)
{
  for (int format = 0; format < LDR_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (LdrExportPreview) preview = look (fixture, (LdrExportFormat) format);

      g_assert_true (g_file_set_contents (fixture->path, "older", -1, NULL));
      check_nothing (fixture, save_by (fixture, refuse_func, preview, fixture->path, NULL));
    }
}

/* A file that is given to another program has a line of its own, of what it is by then. */
static void
test_given (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrExportPreview) preview = look (fixture, LDR_EXPORT_HTML);
  g_autoptr (LdrExportRecord) saved = save (fixture, preview, fixture->path, NULL).record;
  g_autoptr (LdrExportGiving) giving = ldr_export_giving_new (saved, fixture->path);
  g_autoptr (LdrExportRecord) same = NULL, changed = NULL, gone = NULL;
  g_autoptr (GPtrArray) log = NULL;

  same = ldr_testing_run (fixture->journal, ldr_export_note_giving_func, giving, NULL);
  g_assert_cmpstr (same->sha256, ==, saved->sha256);
  g_assert_cmpint (same->way, ==, LDR_EXPORT_WAY_SHARED);
  g_assert_cmpstr (same->title, ==, saved->title);
  g_assert_cmpstr (same->id, !=, saved->id);
  g_assert_true (g_file_set_contents (fixture->path, "changed", -1, NULL));
  changed = ldr_testing_run (fixture->journal, ldr_export_note_giving_func, giving, NULL);
  g_assert_cmpstr (changed->sha256, !=, saved->sha256);
  g_assert_cmpint (changed->n_bytes, ==, 7);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  gone = ldr_testing_run (fixture->journal, ldr_export_note_giving_func, giving, NULL);
  g_assert_cmpstr (gone->sha256, ==, saved->sha256);
  log = get_log (fixture);
  g_assert_cmpuint (log->len, ==, 4);
}

static void
summed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static char *
sum_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_file_sum_async (file, cancellable, summed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ldr_file_sum_finish (result, error);
}

static void
test_sum (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (1000000, 'x'), *sum = NULL, *expected = NULL;

  g_assert_null (sum_file (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, large, -1, NULL));
  expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, large, -1);
  sum = sum_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sum, ==, expected);
  g_cancellable_cancel (cancellable);
  g_assert_null (sum_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

#define ADD(path, function) g_test_add ("/export-saving/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("formats", test_formats);
  ADD ("nowhere", test_nowhere);
  ADD ("cancelled", test_cancelled);
  ADD ("full", test_full);
  ADD ("no-line", test_no_line);
  ADD ("given", test_given);
  ADD ("sum", test_sum);
  return g_test_run ();
}
