/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/export/ldr-export-page.h"
#include "app/export/ldr-page-sheet.h"
#include "app/ldr-window.h"
#include "ldr-window-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-sessions.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* What goes out of a journal is seen before. */

/* The journal is made in the first test, and unlocked in those after it. */
static GtkWidget *
start (void)
{
  static gboolean made = FALSE;
  GtkWidget *window = ldr_testing_open_window ();

  if (made)
    {
      ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
      ldr_testing_click (window, "Unlock");
      ldr_testing_wait_until (ldr_testing_is_open, window);
      return window;
    }
  made = TRUE;
  ldr_testing_click (window, "Start a Journal");
  ldr_testing_type_into (window, "Name of the leader", "Sanne de Wit");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  return window;
}

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrSession) session = ldr_session_new (now);

  session->state = LDR_SESSION_HELD;
  g_set_str (&session->notes[LDR_SESSION_PART_FREE], "Sanne de Wit sprak over de wachtrij.");
  ldr_session_set_private_notes (session, "Alleen voor mij");
  return ldr_store_save_session (store, session, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

typedef struct
{
  gpointer value;
  GError *error;
  gboolean done;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->value = ldr_journal_run_finish (LDR_JOURNAL (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
run (GtkWidget *window, LdrJournalFunc func, gpointer data)
{
  Answer answer = { 0 };

  ldr_journal_run_async (ldr_window_get_journal (LDR_WINDOW (window)), func, data, NULL, NULL, NULL, answered_cb,
                         &answer);
  ldr_testing_wait_until (is_true, &answer.done);
  return answer;
}

static void
add_session (GtkWidget *window)
{
  Answer answer = run (window, save_session_func, NULL);

  g_assert_no_error (answer.error);
  g_assert_nonnull (answer.value);
}

static gboolean
has_no_page (gpointer window)
{
  return ldr_testing_find (window, LDR_TYPE_EXPORT_PAGE, NULL) == NULL;
}

static gboolean
is_ready (gpointer page)
{
  GtkWidget *save = ldr_testing_find (page, GTK_TYPE_BUTTON, "Save…");

  return save != NULL && gtk_widget_is_sensitive (save);
}

/* Opens the page and waits until all of it is there. */
static GtkWidget *
open_page (GtkWidget *window)
{
  GtkWidget *page;

  gtk_widget_activate_action (window, "win.export", NULL);
  page = ldr_testing_wait_for (window, LDR_TYPE_EXPORT_PAGE, NULL);
  ldr_testing_wait_until (is_ready, page);
  return page;
}

static void
dismiss (GtkWidget *window, GtkWidget *page)
{
  adw_dialog_close (ADW_DIALOG (page));
  ldr_testing_wait_until (has_no_page, window);
}

/* What the pages say now. */
static char *
read_pages (GtkWidget *page)
{
  GtkWidget *sheet = ldr_testing_wait_for (page, LDR_TYPE_PAGE_SHEET, NULL);
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (sheet);
  g_autoptr (GBytes) bytes = GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_contents (text, 0, G_MAXUINT);

  return g_strdup (g_bytes_get_data (bytes, NULL));
}

static gboolean
page_says (GtkWidget *page, const char *words)
{
  g_autofree char *text = read_pages (page);

  return strstr (text, words) != NULL;
}

/* Turns a switch, and waits for the pages that follow from it. */
static void
turn (GtkWidget *page, GtkWidget *row, gboolean active)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), active);
  g_assert_false (is_ready (page));
  ldr_testing_wait_until (is_ready, page);
}

/* Nobody is asked about what there is not; where there are private notes, they stay behind unless the switch is
 * on, and what was on once is off the next time. */
static void
test_private_notes (void)
{
  GtkWidget *window = start (), *page = open_page (window), *row;

  g_assert_null (ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Private notes of sessions"));
  dismiss (window, page);
  add_session (window);
  page = open_page (window);
  row = ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Private notes of sessions");
  g_assert_nonnull (row);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_true (page_says (page, "wachtrij"));
  g_assert_false (page_says (page, "Alleen voor mij"));
  turn (page, row, TRUE);
  g_assert_true (page_says (page, "Alleen voor mij"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Go out this once, marked as private");
  dismiss (window, page);
  page = open_page (window);
  row = ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Private notes of sessions");
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_false (page_says (page, "Alleen voor mij"));
  dismiss (window, page);
  ldr_testing_close_window (window);
}

/* What is turned off is not on the pages; a name is replaced on them by one click, and comes back by another. */
static void
test_choice (void)
{
  GtkWidget *window = start (), *page, *row, *person, *toggle;

  add_session (window);
  page = open_page (window);
  g_assert_true (page_says (page, "wachtrij"));
  row = ldr_testing_find (page, ADW_TYPE_SWITCH_ROW, "Session notes");
  turn (page, row, FALSE);
  g_assert_false (page_says (page, "wachtrij"));
  turn (page, row, TRUE);
  g_assert_true (page_says (page, "Sanne de Wit"));
  person = ldr_testing_find (page, ADW_TYPE_EXPANDER_ROW, "Sanne de Wit");
  g_assert_nonnull (person);
  toggle = ldr_testing_find (person, GTK_TYPE_SWITCH, NULL);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  ldr_testing_wait_until (is_ready, page);
  g_assert_false (page_says (page, "Sanne"));
  g_assert_true (page_says (page, "S. d. W."));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  ldr_testing_wait_until (is_ready, page);
  g_assert_true (page_says (page, "Sanne de Wit"));
  dismiss (window, page);
  ldr_testing_close_window (window);
}

/* Nothing of it stays when the journal is locked. */
static void
test_lock (void)
{
  GtkWidget *window = start ();

  add_session (window);
  g_assert_nonnull (ldr_testing_wait_for (open_page (window), LDR_TYPE_PAGE_SHEET, NULL));
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (has_no_page, window);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  g_assert_null (ldr_testing_find (window, LDR_TYPE_PAGE_SHEET, NULL));
  ldr_testing_close_window (window);
}

/* The lines that the journal has, the newest first. */
static gpointer
get_log_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_log (store, error);
}

static GPtrArray *
get_log (GtkWidget *window)
{
  Answer answer = run (window, get_log_func, NULL);

  g_assert_no_error (answer.error);
  return answer.value;
}

static gboolean
has_printed_line (gpointer window)
{
  g_autoptr (GPtrArray) log = get_log (window);

  return log->len == 1;
}

/* What goes to the printer has its line, once it went; what was called off has none. */
static void
test_print (void)
{
  GtkWidget *window = start (), *page = open_page (window);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "paper.pdf", NULL);
  g_autoptr (GPtrArray) log = NULL;
  const LdrExportRecord *record;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (LdrPrint) print = ldr_export_page_make_print (LDR_EXPORT_PAGE (page));
      g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (print, page);

      g_clear_pointer (&log, g_ptr_array_unref);
      log = get_log (window);
      g_assert_cmpuint (log->len, ==, 0);
      gtk_print_operation_set_export_filename (operation, path);
      if (i == 0)
        g_signal_emit_by_name (operation, "done", GTK_PRINT_OPERATION_RESULT_CANCEL);
      else
        gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
    }
  ldr_testing_wait_until (has_printed_line, window);
  g_clear_pointer (&log, g_ptr_array_unref);
  log = get_log (window);
  record = log->pdata[0];
  g_assert_cmpint (record->way, ==, LDR_EXPORT_WAY_PRINTED);
  g_assert_cmpint (record->n_pages, >, 0);
  g_assert_cmpstr (record->sha256, ==, "");
  g_assert_cmpint (g_unlink (path), ==, 0);
  dismiss (window, page);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window-export/private-notes", test_private_notes);
  g_test_add_func ("/window-export/choice", test_choice);
  g_test_add_func ("/window-export/print", test_print);
  g_test_add_func ("/window-export/lock", test_lock);
}

int
main (int argc, char *argv[])
{
  return ldr_testing_main (argc, argv, add_tests);
}
