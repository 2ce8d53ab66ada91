/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/export/ldr-export-done.h"
#include "app/export/ldr-export-line-words.h"
#include "app/export/ldr-export-line.h"
#include "app/export/ldr-export-log.h"
#include "ldr-journal-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"

/* What the journal says of what went out of it. */

#define SUM "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  GtkWidget *view;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journal = ldr_testing_create_journal (0);
  fixture->window = adw_window_new ();
  fixture->view = adw_navigation_view_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->view);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  fixture->folder = g_dir_make_tmp ("leidraad-log-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ldr_testing_close_journal (fixture->journal);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static LdrExportRecord *
make_record (const char *title, LdrExportWay way, gint64 ago)
{
  LdrExportRecord *record = ldr_export_record_new (title, "Ellen, HR", way == LDR_EXPORT_WAY_PRINTED ? "" : SUM);

  record->moment -= ago;
  record->day = ldr_day_from_moment (record->moment);
  record->parts = LDR_EXPORT_SESSIONS | LDR_EXPORT_GOALS;
  record->first_day = record->day - 30;
  record->last_day = record->day;
  record->format = LDR_EXPORT_PDF;
  record->names = LDR_EXPORT_NAMES_INITIALS;
  record->way = way;
  record->n_pages = 2;
  record->n_bytes = way == LDR_EXPORT_WAY_PRINTED ? 0 : 4;
  return record;
}

static gpointer
add_func (LdrStore *store, gpointer record, GCancellable *cancellable, GError **error)
{
  return ldr_store_add_export_record (store, record, error) ? record : NULL;
}

static void
add (Fixture *fixture, const char *title, LdrExportWay way, gint64 ago)
{
  g_autoptr (LdrExportRecord) record = make_record (title, way, ago);

  ldr_testing_run (fixture->journal, add_func, record, NULL);
}

static gpointer
get_log_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_log (store, error);
}

static void
show_log (Fixture *fixture)
{
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (fixture->view), ldr_export_log_new (fixture->journal));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (void)
{
  g_autoptr (LdrExportRecord) record = make_record ("Notes", LDR_EXPORT_WAY_SAVED, 0);

  record->moment = 1795354320000; /* 22 November 2026, 14:32 in Amsterdam */
  record->day = ldr_day_from_moment (record->moment);
  record->first_day = record->day - 17;
  record->last_day = record->day;
  check (ldr_export_line_describe (record),
         "14:32 · PDF, 2 pages · for Ellen, HR\nSaved as a file · Initials instead of names");
  check (ldr_export_line_describe_moment (record), "22 November 2026, 14:32");
  check (ldr_export_line_describe_form (record), "PDF, 2 pages, 4 bytes");
  check (ldr_export_line_describe_parts (record), "Session notes\nGoals");
  check (ldr_export_line_describe_period (record), "5 to 22 November 2026");
  record->way = LDR_EXPORT_WAY_PRINTED;
  record->n_bytes = 0;
  record->with_private = TRUE;
  record->names = LDR_EXPORT_NAMES_SHOWN;
  g_set_str (&record->for_whom, "");
  check (ldr_export_line_describe (record), "14:32 · 2 pages\nPrinted · Names as written · With private notes");
  check (ldr_export_line_describe_form (record), "2 pages");
}

/* A journal out of which nothing went says so; what goes out while the page is there comes on it. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  show_log (fixture);
  ldr_testing_wait_for_words (fixture->window, "Nothing Went Out Yet");
  add (fixture, "Notes", LDR_EXPORT_WAY_SAVED, 0);
  ldr_testing_wait_for_words (fixture->window, "Notes");
  g_assert_false (ldr_testing_says (fixture->window, "Nothing Went Out Yet"));
  ldr_testing_check_names (fixture->window);
}

/* By day, the latest first, and older ones when asked for. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *today, *yesterday;
  GtkWidget *earlier;

  add (fixture, "Oldest", LDR_EXPORT_WAY_SAVED, 300 * (gint64) G_TIME_SPAN_DAY / 1000);
  for (int i = 0; i < 50; i++)
    add (fixture, "Older", LDR_EXPORT_WAY_SHARED, G_TIME_SPAN_DAY / 1000);
  add (fixture, "On paper", LDR_EXPORT_WAY_PRINTED, 0);
  show_log (fixture);
  ldr_testing_wait_for_words (fixture->window, "On paper");
  ldr_testing_gather_text (fixture->window, text);
  today = strstr (text->str, "Today");
  yesterday = strstr (text->str, "Yesterday");
  g_assert_true (today != NULL && yesterday != NULL && today < yesterday);
  g_assert_true (strstr (today, "On paper") < yesterday);
  g_assert_false (ldr_testing_says (fixture->window, "Oldest"));
  earlier = ldr_testing_find_with_words (fixture->window, ADW_TYPE_BUTTON_ROW, "Show Earlier");
  g_assert_nonnull (earlier);
  g_signal_emit_by_name (earlier, "activated");
  ldr_testing_wait_for_words (fixture->window, "Oldest");
  g_assert_null (ldr_testing_find_with_words (fixture->window, ADW_TYPE_BUTTON_ROW, "Show Earlier"));
}

/* All that is known of one, and nothing of a file where there was only paper. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  LdrExportWay way = (LdrExportWay) GPOINTER_TO_INT (data);
  GtkWidget *row;

  add (fixture, "Notes", way, 0);
  show_log (fixture);
  ldr_testing_wait_for_words (fixture->window, "Notes");
  row = ldr_testing_find_with_words (fixture->window, ADW_TYPE_ACTION_ROW, "Notes");
  g_signal_emit_by_name (row, "activated");
  ldr_testing_wait_for_words (fixture->window, "What was in it");
  g_assert_true (ldr_testing_says (fixture->window, "Ellen, HR"));
  g_assert_true (ldr_testing_says (fixture->window, "Without private notes"));
  g_assert_cmpint (ldr_testing_says (fixture->window, SUM), ==, way != LDR_EXPORT_WAY_PRINTED);
  ldr_testing_check_names (fixture->window);
}

/* Whether a file is the one that went out. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrExportRecord) record = make_record ("Notes", LDR_EXPORT_WAY_SAVED, 0);
  AdwNavigationPage *page = ldr_export_line_new (record);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (fixture->view), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (g_file_set_contents (fixture->path, "test", -1, NULL));
  ldr_export_line_check (LDR_EXPORT_LINE (page), file);
  ldr_testing_wait_for_words (fixture->window, "This is the file that went out");
  g_assert_true (g_file_set_contents (fixture->path, "Test", -1, NULL));
  ldr_export_line_check (LDR_EXPORT_LINE (page), file);
  ldr_testing_wait_for_words (fixture->window, "This is another file, or it was changed since");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  ldr_export_line_check (LDR_EXPORT_LINE (page), file);
  ldr_testing_wait_for_words (fixture->window, "This file cannot be read");
}

static gboolean
has_two_lines (gpointer journal)
{
  g_autoptr (GPtrArray) log = ldr_testing_run (journal, get_log_func, NULL, NULL);

  return log->len == 2;
}

/* What was saved is what is dragged; who takes it is noted; and nothing of it stays. */
static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrExportRecord) record = make_record ("Notes", LDR_EXPORT_WAY_SAVED, 0);
  LdrExportDone *done = LDR_EXPORT_DONE (ldr_export_done_new ());
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GSList) files = NULL;
  g_autofree char *path = NULL;
  GValue value = G_VALUE_INIT;

  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (done));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (ldr_export_done_is_shown (done));
  g_assert_null (ldr_export_done_make_content (done));
  ldr_testing_run (fixture->journal, add_func, record, NULL);
  g_assert_true (g_file_set_contents (fixture->path, "test", -1, NULL));
  ldr_export_done_show (done, fixture->journal, record, fixture->path, TRUE);
  ldr_testing_wait_for_words (fixture->window, "out.pdf");
  g_assert_true (ldr_testing_says (fixture->window, "Exported without private notes. The file is not encrypted: keep "
                                                    "it where only you can read it."));
  ldr_testing_check_names (fixture->window);
  content = ldr_export_done_make_content (done);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  files = gdk_file_list_get_files (g_value_get_boxed (&value));
  g_assert_cmpuint (g_slist_length (files), ==, 1);
  path = g_file_get_path (files->data);
  g_assert_cmpstr (path, ==, fixture->path);
  g_value_unset (&value);
  ldr_export_done_note_given (done);
  ldr_testing_wait_for (has_two_lines, fixture->journal);
  log = ldr_testing_run (fixture->journal, get_log_func, NULL, NULL);
  g_assert_cmpint (((LdrExportRecord *) log->pdata[0])->way, ==, LDR_EXPORT_WAY_SHARED);
  g_assert_cmpstr (((LdrExportRecord *) log->pdata[0])->sha256, ==, SUM);
  ldr_export_done_forget (done);
  g_assert_null (ldr_export_done_make_content (done));
  g_assert_false (ldr_testing_says (fixture->window, "out.pdf"));
}

#define ADD(path, data, function)                                                                                      \
  g_test_add ("/export-log/" path, Fixture, GINT_TO_POINTER (data), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/export-log/words", test_words);
  ADD ("empty", 0, test_empty);
  ADD ("days", 0, test_days);
  ADD ("line/saved", LDR_EXPORT_WAY_SAVED, test_line);
  ADD ("line/printed", LDR_EXPORT_WAY_PRINTED, test_line);
  ADD ("check", 0, test_check);
  ADD ("done", 0, test_done);
  return g_test_run ();
}
