/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/ldr-window.h"
#include "app/preferences/ldr-about.h"
#include "app/preferences/ldr-preferences.h"
#include "app/preferences/ldr-shortcuts-dialog.h"
#include "ldr-window-testing.h"

/* Dialogs of which the window changes its width while they close. */

#define WIDE 1100
#define NARROW 400
#define HEIGHT 640

typedef AdwDialog *(*MakeDialog) (GtkWidget *window);

static AdwDialog *
make_shortcuts (GtkWidget *window)
{
  return ldr_shortcuts_dialog_new ();
}

static AdwDialog *
make_preferences (GtkWidget *window)
{
  return ldr_preferences_new (LDR_WINDOW (window));
}

static AdwDialog *
make_about (GtkWidget *window)
{
  return ldr_about_new ();
}

static AdwDialog *
make_question (GtkWidget *window)
{
  AdwDialog *dialog = adw_alert_dialog_new ("Delete?", NULL);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", "Cancel");
  return dialog;
}

static const MakeDialog make_dialog[] = { make_shortcuts, make_preferences, make_about, make_question };

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_allocated (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

static void
allocate (GtkWidget *widget, int width)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, HEIGHT, -1, NULL);
}

/* The window takes a width that makes a bottom sheet of a dialog, or the other way round, while the dialog is closing:
 * it is gone there and then. */
static void
close_while_resizing (GtkWidget *window, AdwDialog *dialog, int width)
{
  int before = gtk_widget_get_width (window);
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  adw_dialog_present (dialog, window);
  ldr_testing_wait_until (is_mapped, adw_dialog_get_child (dialog));
  g_assert_true (adw_dialog_close (dialog));
  g_assert_nonnull (gtk_widget_get_parent (GTK_WIDGET (dialog)));
  allocate (window, width);
  g_assert_null (weak);
  allocate (window, before);
}

static void
test_close_while_resizing (gconstpointer data)
{
  int from = GPOINTER_TO_INT (data);
  GtkWidget *window = ldr_testing_make_window ();

  gtk_window_set_default_size (GTK_WINDOW (window), from, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  ldr_testing_wait_until (is_allocated, window);
  for (gsize i = 0; i < G_N_ELEMENTS (make_dialog); i++)
    close_while_resizing (window, make_dialog[i](window), from == WIDE ? NARROW : WIDE);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_data_func ("/dialogs/to-narrow", GINT_TO_POINTER (WIDE), test_close_while_resizing);
  g_test_add_data_func ("/dialogs/to-wide", GINT_TO_POINTER (NARROW), test_close_while_resizing);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
