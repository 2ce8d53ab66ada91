/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/editor/ldr-editor.h"
#include "app/journal/ldr-entry-title.h"
#include "app/ldr-workspace.h"
#include "app/today/ldr-today-page.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"
#define HEIGHT 640

/* What the frame of a window may take of the width that was asked for. */
#define FRAME 40

/* The keyboard while the width of the window changes: what has the focus keeps it, so that the next key is for it. */

static const int widths[] = { 1200, 800, 500, 800, 500, 1200, 500, 1200 };

typedef struct
{
  GtkWidget *window;
  int width;
} Turn;

static AdwBreakpointBin *
get_bin (GtkWidget *window)
{
  return ADW_BREAKPOINT_BIN (ldr_testing_wait_for (window, LDR_TYPE_WORKSPACE, NULL));
}

/* As wide as asked for, and laid out for it. */
static gboolean
is_turned (gpointer data)
{
  Turn *turn = data;
  AdwBreakpointBin *bin = get_bin (turn->window);

  return ABS (gtk_widget_get_width (turn->window) - turn->width) <= FRAME
         && gtk_widget_get_mapped (adw_breakpoint_bin_get_child (bin))
         && (adw_breakpoint_bin_get_current_breakpoint (bin) != NULL) == (turn->width < 940);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  int *frames = data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_over (gpointer data)
{
  return *(int *) data == 0;
}

/* Lets the window show what it has laid out. */
static void
wait_for_frames (GtkWidget *window)
{
  int frames = 2;

  gtk_widget_add_tick_callback (window, tick_cb, &frames, NULL);
  ldr_testing_wait_until (is_over, &frames);
}

static void
turn_to (GtkWidget *window, int width)
{
  Turn turn = { window, width };

  /* A window that is still taking the size it was given before would not hear of another. */
  wait_for_frames (window);
  gtk_window_set_default_size (GTK_WINDOW (window), width, HEIGHT);
  ldr_testing_wait_until (is_turned, &turn);
  /* What is on the screen again is laid out in the frame after that. */
  wait_for_frames (window);
}

/* Through all widths and back. */
static void
check_kept (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      turn_to (window, widths[i]);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
    }
}

static void
test_entry (GtkWidget *window)
{
  GtkWidget *editor;

  gtk_widget_activate_action (window, "win.show-place", "s", "journal");
  gtk_widget_activate_action (window, "win.new-entry", NULL);
  gtk_widget_grab_focus (ldr_testing_wait_for (window, LDR_TYPE_ENTRY_TITLE, NULL));
  check_kept (window);
  editor = ldr_testing_wait_for (window, LDR_TYPE_EDITOR, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (LDR_EDITOR (editor))));
  check_kept (window);
}

static void
test_questionnaire (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.show-place", "s", "styles");
  ldr_testing_click (window, "Start the Questionnaire");
  ldr_testing_click (window, "Begin");
  check_kept (window);
}

/* The sidebar goes when it gets narrow: then the place beside it takes the focus. */
static void
test_sidebar (GtkWidget *window)
{
  GtkWidget *sidebar, *focus;

  gtk_widget_activate_action (window, "win.show-place", "s", "today");
  turn_to (window, 1200);
  sidebar = ldr_testing_find (window, LDR_TYPE_SIDEBAR, NULL);
  g_assert_true (gtk_widget_grab_focus (ldr_testing_find (sidebar, GTK_TYPE_LIST_BOX_ROW, NULL)));
  turn_to (window, 500);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, LDR_TYPE_TODAY_PAGE));
}

static void
test_flow (void)
{
  GtkWidget *window = ldr_testing_open_window ();

  ldr_testing_click (window, "Start a Journal");
  ldr_testing_type_into (window, "Name of the leader", "Sanne de Wit");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  test_entry (window);
  test_questionnaire (window);
  test_sidebar (window);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/focus", test_flow);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
