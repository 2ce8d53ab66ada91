/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/ldr-window.h"
#include "ldr-window-testing.h"
#include "store/ldr-store-sessions.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* What is asked before the journal is exported. */

static GtkWidget *
start (void)
{
  GtkWidget *window = ldr_testing_open_window ();

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
  g_autoptr (GDateTime) starts = g_date_time_new_utc (2026, 3, 9, 8, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);

  ldr_session_set_private_notes (session, "Alleen voor mij");
  return ldr_store_save_session (store, session, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_no_question (gpointer window)
{
  return ldr_testing_find (window, ADW_TYPE_ALERT_DIALOG, NULL) == NULL;
}

/* Asks to export, and looks for the switch for private notes when all of the question is there. */
static GtkWidget *
ask (GtkWidget *window, GtkWidget **dialog)
{
  gtk_widget_activate_action (window, "win.export", NULL);
  *dialog = ldr_testing_wait_for (window, ADW_TYPE_ALERT_DIALOG, NULL);
  ldr_testing_wait_for (*dialog, GTK_TYPE_BUTTON, "JSON…");
  g_assert_nonnull (ldr_testing_find (*dialog, GTK_TYPE_LABEL, "Export the Whole Journal?"));
  return ldr_testing_find (*dialog, ADW_TYPE_SWITCH_ROW, NULL);
}

static void
dismiss (GtkWidget *window, GtkWidget *dialog)
{
  adw_dialog_close (ADW_DIALOG (dialog));
  ldr_testing_wait_until (has_no_question, window);
}

/* Nobody is asked about what there is not; where there are private notes, they stay behind unless the switch is
 * on, and what was on once is off the next time. */
static void
test_private_notes (void)
{
  GtkWidget *window = start (), *dialog, *row;
  gboolean saved = FALSE;

  g_assert_null (ask (window, &dialog));
  dismiss (window, dialog);
  ldr_journal_run_async (ldr_window_get_journal (LDR_WINDOW (window)), save_session_func, NULL, NULL, NULL, NULL,
                         saved_cb, &saved);
  ldr_testing_wait_until (is_true, &saved);
  row = ask (window, &dialog);
  g_assert_nonnull (row);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  dismiss (window, dialog);
  row = ask (window, &dialog);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  dismiss (window, dialog);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window-export/private-notes", test_private_notes);
}

int
main (int argc, char *argv[])
{
  return ldr_testing_main (argc, argv, add_tests);
}
