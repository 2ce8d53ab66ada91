/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/ldr-sidebar.h"
#include "app/ldr-window.h"
#include "app/packs/ldr-comment-dialog.h"
#include "app/packs/ldr-pack-page.h"
#include "app/packs/ldr-pack-passphrase.h"
#include "app/packs/ldr-passage-row.h"
#include "ldr-window-testing.h"
#include "model/ldr-pack.h"
#include "store/ldr-pack-file.h"

#define PASSPHRASE "paars lantaarn fiets regen"
#define PACK_PASSPHRASE "paard batterij nietje"

/* A session pack that is opened with the application: into the open journal, or into the one that is unlocked next. */

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

static gboolean
is_reading (gpointer window)
{
  return ldr_testing_find (window, LDR_TYPE_PACK_PASSPHRASE, NULL) != NULL;
}

static gboolean
is_read (gpointer window)
{
  return ldr_testing_find (window, LDR_TYPE_PACK_PAGE, NULL) != NULL;
}

static gboolean
has_place (GtkWidget *window)
{
  return ldr_testing_find (window, GTK_TYPE_LABEL, "Received") != NULL;
}

static gboolean
has_place_cb (gpointer window)
{
  return has_place (window);
}

/* Locks while a comment is being written. */
static void
write_and_lock (GtkWidget *window)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (ldr_testing_wait_for (window, LDR_TYPE_PASSAGE_ROW, NULL), "packs.comment", NULL);
  dialog = ldr_testing_wait_for (window, LDR_TYPE_COMMENT_DIALOG, NULL);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (ldr_testing_wait_for (dialog, GTK_TYPE_TEXT_VIEW, NULL))), "Halve zin",
      -1);
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
}

/* What is begun beside a passage is not lost by a lock. */
static void
test_locked (void)
{
  GtkWidget *window = start ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a" LDR_PACK_SUFFIX, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "Van Sophie", "Sophie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPackFile) written = NULL;

  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 0, "Eén alinea.");
  written = ldr_pack_file_write (pack, path, PACK_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_pack_file_put_in_place (written, &error));
  g_assert_false (has_place (window));
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  ldr_window_open_file (LDR_WINDOW (window), file);
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "Unlock the journal in which the session pack is to be read.");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (is_reading, window);
  ldr_testing_type_into (window, "Passphrase of the pack", PACK_PASSPHRASE);
  ldr_testing_click (window, "Read");
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "1 passage from Sophie");
  ldr_testing_wait_until (has_place_cb, window);
  ldr_testing_click (window, "Show");
  ldr_testing_wait_until (is_read, window);
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "Eén alinea.");
  write_and_lock (window);
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  g_assert_null (ldr_testing_find (window, LDR_TYPE_PACK_PASSPHRASE, NULL));
  ldr_testing_wait_until (has_place_cb, window);
  gtk_widget_activate_action (window, "win.show-place", "s", "received");
  ldr_testing_wait_for (window, ADW_TYPE_ACTION_ROW, "Van Sophie");
  gtk_widget_activate_action (ldr_testing_find (window, ADW_TYPE_ACTION_ROW, "Van Sophie"), "received.open", "s",
                              pack->id);
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "Halve zin");
  g_assert_cmpint (g_unlink (path), ==, 0);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window-packs/locked", test_locked);
}

int
main (int argc, char *argv[])
{
  return ldr_testing_main (argc, argv, add_tests);
}
