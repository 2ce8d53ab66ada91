/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-testing.h"

#include <locale.h>

#include "app/ldr-application.h"
#include "app/ldr-window.h"
#include "tests/ldr-folder-testing.h"

static GtkApplication *application;

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @func holds; a test that waits for more than 30 seconds fails. */
void
ldr_testing_wait_until (LdrTestingCondition func, gpointer data)
{
  guint timeout = g_timeout_add_seconds (30, give_up_cb, NULL);

  while (!func (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static const char *
title_of (GtkWidget *widget)
{
  GtkWidget *child;

  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_first_child (child))
      {
        if (GTK_IS_LABEL (child))
          return gtk_label_get_text (GTK_LABEL (child));
        if (GTK_IS_STACK (child))
          child = gtk_stack_get_child_by_name (GTK_STACK (child), "label");
        if (GTK_IS_LABEL (child))
          return gtk_label_get_text (GTK_LABEL (child));
      }
  return NULL;
}

GtkWidget *
ldr_testing_find (GtkWidget *widget, GType type, const char *title)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (title == NULL || g_strcmp0 (title_of (widget), title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ldr_testing_find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *window;
  GType type;
  const char *title;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return ldr_testing_find (wanted->window, wanted->type, wanted->title) != NULL;
}

GtkWidget *
ldr_testing_wait_for (GtkWidget *window, GType type, const char *title)
{
  Wanted wanted = { window, type, title };

  ldr_testing_wait_until (is_there, &wanted);
  return ldr_testing_find (window, type, title);
}

void
ldr_testing_click (GtkWidget *window, const char *label)
{
  GtkWidget *button = ldr_testing_wait_for (window, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
ldr_testing_type_into (GtkWidget *window, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ldr_testing_wait_for (window, ADW_TYPE_ENTRY_ROW, title)), text);
}

gboolean
ldr_testing_is_locked (gpointer data)
{
  return ldr_window_get_journal (data) == NULL;
}

gboolean
ldr_testing_is_open (gpointer data)
{
  return ldr_window_get_journal (data) != NULL;
}

static gboolean
no_windows (gpointer data)
{
  return gtk_application_get_windows (application) == NULL;
}

/* A window that is not shown yet. */
GtkWidget *
ldr_testing_make_window (void)
{
  return ldr_window_new (application);
}

GtkWidget *
ldr_testing_open_window (void)
{
  GtkWidget *window = ldr_testing_make_window ();

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
ldr_testing_close_window (GtkWidget *window)
{
  ldr_window_quit (LDR_WINDOW (window));
  ldr_testing_wait_until (no_windows, NULL);
}

/* Runs tests with an application and folders of their own. */
int
ldr_testing_main (int argc, char **argv, void (*add_tests) (void))
{
  g_autoptr (GtkApplication) app = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("leidraad-window-XXXXXX", NULL);
  int result;

  /* Folders of its own for what the application writes; the system's own data stay, or no icon could be read. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  app = g_object_new (LDR_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                      G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                      "/io/github/leidraad/Leidraad", NULL);
  application = app;
  if (!g_application_register (G_APPLICATION (app), NULL, &error))
    g_error ("%s", error->message);

  add_tests ();
  result = g_test_run ();
  ldr_testing_remove_folder (folder);
  return result;
}
