/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/editor/ldr-editor.h"
#include "app/ldr-window.h"
#include "app/ldr-workspace.h"
#include "app/shelf/ldr-unlock-page.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"
#define WRONG "That passphrase does not fit this journal. Try again, or use the recovery sheet."
#define WRONG_SHEET "Those letters do not fit this journal. Compare them with the sheet, or use the passphrase."

/* A journal whose last words cannot be saved when it locks: its file is away for a while. */

typedef struct
{
  GtkWidget *window;
  char *path;
  char *away;
  char *sheet;
} Fixture;

static gboolean
is_dialog_shown (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static gboolean
is_workspace_shown (gpointer window)
{
  return ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL) != NULL;
}

static void
answer (GtkWidget *window, const char *response)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  const char *label = adw_alert_dialog_get_response_label (ADW_ALERT_DIALOG (dialog), response);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *shown = g_strjoinv ("", parts);

  ldr_testing_click (GTK_WIDGET (dialog), shown);
}

static void
unlock (GtkWidget *window, const char *passphrase)
{
  ldr_testing_type_into (window, "Passphrase", passphrase);
  ldr_testing_click (window, "Unlock");
}

static GtkTextBuffer *
get_text (GtkWidget *window)
{
  return gtk_text_view_get_buffer (
      ldr_editor_get_view (LDR_EDITOR (ldr_testing_wait_for (window, LDR_TYPE_EDITOR, NULL))));
}

static void
assert_text (GtkWidget *window, const char *expected)
{
  GtkTextBuffer *buffer = get_text (window);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* Writes something, takes the file away, and locks. */
static void
set_up (Fixture *self)
{
  LdrJournal *journal;
  GtkTextIter end;

  self->window = ldr_testing_open_window ();
  if (ldr_testing_find (self->window, GTK_TYPE_BUTTON, "Start a Journal") != NULL)
    {
      ldr_testing_click (self->window, "Start a Journal");
      ldr_testing_type_into (self->window, "Name of the leader", "Sanne de Wit");
      ldr_testing_type_into (self->window, "Passphrase", PASSPHRASE);
      ldr_testing_type_into (self->window, "The same again", PASSPHRASE);
      ldr_testing_click (self->window, "Create Journal");
      ldr_testing_click (self->window, "Begin");
    }
  else
    unlock (self->window, PASSPHRASE);
  ldr_testing_wait_until (ldr_testing_is_open, self->window);
  journal = ldr_window_get_journal (LDR_WINDOW (self->window));
  self->path = g_strdup (ldr_journal_get_path (journal));
  self->away = g_strconcat (self->path, ".away", NULL);
  self->sheet = ldr_journal_get_recovery (journal);

  gtk_widget_activate_action (self->window, "win.new-entry", NULL);
  gtk_text_buffer_get_end_iter (get_text (self->window), &end);
  gtk_text_buffer_insert (get_text (self->window), &end, "Nobody else may see this.", -1);
  g_assert_cmpint (g_rename (self->path, self->away), ==, 0);
}

/* Puts the file back and closes the window. */
static void
tear_down (Fixture *self)
{
  g_assert_cmpint (g_rename (self->away, self->path), ==, 0);
  ldr_testing_close_window (self->window);
  g_free (self->path);
  g_free (self->away);
  g_free (self->sheet);
}

/* There is no way to the text around the passphrase. */
static void
assert_held (GtkWidget *window)
{
  static const char *const asleep[]
      = { "win.new-entry",         "win.search",         "win.toggle-sidebar", "win.export",
          "win.change-passphrase", "win.recovery-sheet", "win.show-backups" };

  g_assert_false (is_workspace_shown (window));
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
  g_assert_null (ldr_window_get_journal (LDR_WINDOW (window)));
  for (gsize i = 0; i < G_N_ELEMENTS (asleep); i++)
    {
      gtk_widget_activate_action (window, asleep[i], NULL);
      g_assert_false (is_workspace_shown (window));
      g_assert_false (is_dialog_shown (window));
    }
}

static void
test_passphrase (void)
{
  Fixture fixture;
  GtkWidget *window;

  set_up (&fixture);
  window = fixture.window;
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (is_dialog_shown, window);
  g_assert_false (is_workspace_shown (window));
  answer (window, "close");
  assert_held (window);

  /* By way of all journals neither. */
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  gtk_widget_activate_action (window, "win.choose-journal", "s", fixture.path);
  assert_held (window);

  unlock (window, "not this one");
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, WRONG);
  assert_held (window);
  unlock (window, PASSPHRASE);
  ldr_testing_wait_until (is_workspace_shown, window);
  ldr_testing_wait_until (ldr_testing_is_open, window);
  assert_text (window, "Nobody else may see this.");
  g_assert_true (gtk_widget_get_visible (ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Save a Copy Elsewhere…")));
  tear_down (&fixture);
}

static void
test_sheet (void)
{
  Fixture fixture;
  GtkWidget *window, *view;

  set_up (&fixture);
  window = fixture.window;
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (is_dialog_shown, window);
  answer (window, "close");
  ldr_testing_click (window, "Use the Recovery Sheet Instead");
  view = ldr_testing_wait_for (window, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "AAAAA BBBBB", -1);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, WRONG_SHEET);
  assert_held (window);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), fixture.sheet, -1);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (is_workspace_shown, window);
  assert_text (window, "Nobody else may see this.");
  tear_down (&fixture);
}

/* Once saving works again, the journal closes by the button, and nothing was lost. */
static void
test_again (void)
{
  Fixture fixture;
  GtkWidget *window;

  set_up (&fixture);
  window = fixture.window;
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (is_dialog_shown, window);
  answer (window, "again");
  ldr_testing_wait_until (is_dialog_shown, window);
  answer (window, "close");
  assert_held (window);
  g_assert_cmpint (g_rename (fixture.away, fixture.path), ==, 0);
  ldr_testing_click (window, "Try Saving Again");
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  while (gtk_widget_get_visible (ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Unlock"))
         && ldr_unlock_page_is_busy (LDR_UNLOCK_PAGE (ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL))))
    g_main_context_iteration (NULL, TRUE);
  unlock (window, PASSPHRASE);
  ldr_testing_wait_until (ldr_testing_is_open, window);
  gtk_widget_activate_action (window, "win.show-place", "s", "journal");
  assert_text (window, "Nobody else may see this.");
  g_assert_cmpint (g_rename (fixture.path, fixture.away), ==, 0);
  tear_down (&fixture);
}

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

/* Whoever closes the window may give the last words up; a file that is gone for good must not keep it open. */
static void
test_leave (void)
{
  Fixture fixture;
  gpointer window;

  set_up (&fixture);
  window = fixture.window;
  g_object_add_weak_pointer (window, &window);
  gtk_window_close (window);
  ldr_testing_wait_until (is_dialog_shown, window);
  g_assert_false (is_workspace_shown (window));
  answer (window, "leave");
  ldr_testing_wait_until (is_gone, &window);
  g_assert_cmpint (g_rename (fixture.away, fixture.path), ==, 0);
  g_free (fixture.path);
  g_free (fixture.away);
  g_free (fixture.sheet);
}

static void
test_flow (void)
{
  test_passphrase ();
  test_sheet ();
  test_again ();
  test_leave ();
}

static void
add_tests (void)
{
  g_test_add_func ("/window/held", test_flow);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
