/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/ldr-window.h"
#include "app/shelf/ldr-passphrase-form.h"
#include "app/shelf/ldr-unlock-page.h"
#include "app/shelf/ldr-welcome-page.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* Finds a widget whether it can be seen or not. */
static GtkWidget *
find_made (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_made (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Only what is seen is made: the form comes with the step that asks for a passphrase, and takes what is typed. */
static void
test_welcome (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  GtkWidget *create;

  g_assert_nonnull (find_made (window, LDR_TYPE_WELCOME_PAGE));
  g_assert_null (find_made (window, LDR_TYPE_UNLOCK_PAGE));
  g_assert_null (find_made (window, LDR_TYPE_PASSPHRASE_FORM));

  ldr_testing_click (window, "Start a Journal");
  create = ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Create Journal");
  ldr_testing_type_into (window, "Name of the leader", "Sanne de Wit");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  g_assert_true (gtk_widget_get_sensitive (create));
  ldr_testing_close_window (window);
}

/* Another journal than the first begins with the form at once. */
static void
test_another_journal (void)
{
  GtkWidget *window = ldr_testing_open_window ();

  gtk_widget_activate_action (window, "win.new-journal", NULL);
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Create Journal");
  g_assert_nonnull (ldr_testing_find (window, ADW_TYPE_ENTRY_ROW, "Name of the leader"));
  ldr_testing_close_window (window);
}

/* A message about a file stands in front of the first page. */
static void
test_no_journal (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "letter.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_file_set_contents (path, "Dear Sanne", -1, &error);
  g_assert_no_error (error);
  window = ldr_testing_make_window ();
  ldr_window_open_file (LDR_WINDOW (window), file);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (find_made (window, LDR_TYPE_WELCOME_PAGE));
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  ldr_testing_close_window (window);
  g_remove (path);
}

static gpointer
nothing_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup ("");
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *answered = user_data;
  g_autofree char *nothing = ldr_journal_run_finish (LDR_JOURNAL (source), result, NULL);

  *answered = nothing != NULL;
}

static gboolean
is_answered (gpointer data)
{
  return *(gboolean *) data;
}

/* What is asked of a journal that was just opened waits for no backup, though one is due. */
static void
assert_answers_before_backup (GtkWidget *window)
{
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "leidraad", "backups", NULL);

  for (int i = 0; i < 3; i++)
    {
      gboolean answered = FALSE;

      ldr_journal_run_async (ldr_window_get_journal (LDR_WINDOW (window)), nothing_func, NULL, NULL, g_free, NULL,
                             answered_cb, &answered);
      ldr_testing_wait_until (is_answered, &answered);
    }
  g_assert_false (g_file_test (backups, G_FILE_TEST_EXISTS));
}

/* A window that is opened for a journal begins with the page that unlocks it, and makes no other. */
static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "Sanne.leidraad", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne de Wit", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new (PASSPHRASE, &error);
  g_autoptr (LdrStore) store = ldr_store_create (path, key, info, &error);
  GtkWidget *window;

  g_assert_no_error (error);
  ldr_store_close (store, &error);
  g_assert_no_error (error);

  window = ldr_testing_make_window ();
  ldr_window_open_file (LDR_WINDOW (window), file);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
  g_assert_null (find_made (window, LDR_TYPE_WELCOME_PAGE));
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  assert_answers_before_backup (window);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/start/welcome", test_welcome);
  g_test_add_func ("/window/start/another-journal", test_another_journal);
  g_test_add_func ("/window/start/no-journal", test_no_journal);
  g_test_add_func ("/window/start/file", test_file);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
