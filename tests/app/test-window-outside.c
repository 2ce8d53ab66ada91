/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/ldr-window.h"
#include "app/ldr-workspace.h"
#include "app/shelf/ldr-auto-lock.h"
#include "app/shelf/ldr-recovery-dialog.h"
#include "app/shelf/ldr-unlock-page.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* What the window does when it is asked to go elsewhere, and what stands outside it: dialogs, paper, idleness. */

static void
create (GtkWidget *window, const char *leader)
{
  ldr_testing_type_into (window, "Name of the leader", leader);
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Begin");
}

static gboolean
is_outside (gpointer window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == window && gtk_widget_get_mapped (l->data))
      return TRUE;
  return FALSE;
}

static gboolean
is_alone (gpointer window)
{
  return !is_outside (window);
}

static gboolean
is_unlocking (gpointer window)
{
  return ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL) != NULL;
}

static GFile *
file_of (const char *leader)
{
  g_autofree char *name = g_strconcat (leader, ".leidraad", NULL);

  return g_file_new_build_filename (g_get_user_data_dir (), "leidraad", "journals", name, NULL);
}

static void
unlock (GtkWidget *window)
{
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
}

static void
lock (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
}

/* A journal that nobody has begun in lets go of its file when another one is asked for, and is taken when it is asked
 * for itself. */
static void
test_pending (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  g_autoptr (GFile) anna = file_of ("Anna"), bo = file_of ("Bo");

  ldr_testing_click (window, "Start a Journal");
  create (window, "Anna");
  ldr_window_open_file (LDR_WINDOW (window), anna);
  ldr_testing_wait_until (ldr_testing_is_open, window);
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL));

  gtk_widget_activate_action (window, "win.new-journal", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Create Journal");
  create (window, "Bo");
  ldr_window_open_file (LDR_WINDOW (window), anna);
  ldr_testing_wait_until (is_unlocking, window);
  ldr_window_open_file (LDR_WINDOW (window), bo);
  g_assert_cmpstr (ldr_shelf_item_get_name (ldr_window_get_item (LDR_WINDOW (window))), ==, "Bo");
  unlock (window);
  lock (window);

  gtk_widget_activate_action (window, "win.new-journal", NULL);
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Create Journal");
  create (window, "Cas");
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  ldr_testing_wait_for (window, ADW_TYPE_ACTION_ROW, "Cas");
  ldr_testing_close_window (window);
}

/* Dialogs that are windows of their own go when the journal is locked, and nothing is said about it. */
static void
test_dialogs (void)
{
  static const char *const actions[] = { "win.open-file", "win.recovery-sheet" };
  GtkWidget *window = ldr_testing_open_window ();
  g_autoptr (GFile) anna = file_of ("Anna");

  ldr_window_open_file (LDR_WINDOW (window), anna);
  ldr_testing_wait_until (is_unlocking, window);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      unlock (window);
      gtk_widget_activate_action (window, actions[i], NULL);
      if (g_str_equal (actions[i], "win.recovery-sheet"))
        ldr_testing_click (window, "Print…");
      ldr_testing_wait_until (is_outside, window);
      lock (window);
      ldr_testing_wait_until (is_alone, window);
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
    }
  ldr_testing_close_window (window);
}

static guint
count_files (const char *path, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *contents = NULL;
  const char *name;
  gsize length;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n += count_files (child, text);
    }
  if (dir == NULL && g_file_get_contents (path, &contents, &length, NULL) && length > 0
      && g_strstr_len (contents, (gssize) length, text) != NULL)
    n++;
  return n;
}

/* The printed page holds whose journal it is and every letter of the key, on one page, and nothing is left behind in
 * any of the folders that programs write to. */
static void
test_print (void)
{
  const char *sheet = "abcde fghij klmno pqrst uvwxy\nzabcd efghi jklmn opqrs tuvwx";
  g_auto (GStrv) groups = g_strsplit_set (sheet, " \n", -1);
  g_autoptr (LdrPrint) print = ldr_recovery_print_new ("Zoë <de> Vries", sheet);
  g_autoptr (GtkWidget) parent = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (print, parent);
  g_autofree char *folder = g_dir_make_tmp ("leidraad-print-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", pdf);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, pdf);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Leidraad recovery sheet"));
  g_assert_nonnull (strstr (text, "The journal of Zoë <de> Vries"));
  for (gsize i = 0; groups[i] != NULL; i++)
    g_assert_nonnull (strstr (text, groups[i]));
  g_assert_nonnull (strchr (text, '\f'));
  g_assert_cmpstr (strchr (text, '\f'), ==, "\f");

  g_remove (pdf);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpuint (count_files (g_get_tmp_dir (), groups[0]), ==, 0);
  g_assert_cmpuint (count_files (g_get_user_data_dir (), groups[0]), ==, 0);
  g_assert_cmpuint (count_files (g_get_user_cache_dir (), groups[0]), ==, 0);
}

static gint64 now;

static gint64
clock_func (void)
{
  return now;
}

static void
count_cb (LdrAutoLock *lock, guint *n)
{
  (*n)++;
}

/* Idle minutes are counted from the opening of the journal, again after it was locked, and as the setting says now. */
static void
test_idle (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *window = ldr_testing_open_window ();
  g_autoptr (LdrAutoLock) lock = ldr_auto_lock_new (GTK_WINDOW (window), settings);
  guint n = 0;

  g_signal_connect (lock, "lock", G_CALLBACK (count_cb), &n);
  g_settings_set_uint (settings, "auto-lock-minutes", 2);
  now = 1000;
  ldr_auto_lock_set_clock (lock, clock_func);
  now += 1000;
  g_assert_false (ldr_auto_lock_look (lock));
  ldr_auto_lock_set_active (lock, TRUE);
  now += 119;
  g_assert_false (ldr_auto_lock_look (lock));
  now += 1;
  g_assert_true (ldr_auto_lock_look (lock));
  g_assert_cmpuint (n, ==, 1);
  ldr_auto_lock_set_active (lock, FALSE);
  g_assert_false (ldr_auto_lock_look (lock));

  g_settings_set_uint (settings, "auto-lock-minutes", 0);
  ldr_auto_lock_set_active (lock, TRUE);
  now += 100000;
  g_assert_false (ldr_auto_lock_look (lock));
  g_settings_set_uint (settings, "auto-lock-minutes", 1);
  g_assert_true (ldr_auto_lock_look (lock));
  g_assert_cmpuint (n, ==, 2);
  g_settings_reset (settings, "auto-lock-minutes");
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/outside/pending", test_pending);
  g_test_add_func ("/outside/dialogs", test_dialogs);
  g_test_add_func ("/outside/print", test_print);
  g_test_add_func ("/outside/idle", test_idle);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
