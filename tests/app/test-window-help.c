/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/journal/ldr-entry-title.h"
#include "app/ldr-help.h"
#include "app/preferences/ldr-preferences.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* The help as it is found from where one is, and as it is opened by the viewer of the desktop, here a script that
 * writes down what it is asked for. */

static char *asked, *script;

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static void
install_viewer (void)
{
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = NULL, *text = NULL;

  script = g_build_filename (applications, "viewer", NULL);
  asked = g_build_filename (applications, "asked", NULL);
  text = g_strdup_printf ("#!/bin/sh\nprintf '%%s' \"$1\" >'%s.part'\nmv '%s.part' '%s'\n", asked, asked, asked);
  entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Viewer\nExec=%s %%u\n"
                           "MimeType=x-scheme-handler/help;\n",
                           script);
  write_file (applications, "viewer", text);
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  write_file (applications, "viewer.desktop", entry);
  write_file (g_get_user_config_dir (), "mimeapps.list",
              "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n"
              "[Added Associations]\nx-scheme-handler/help=viewer.desktop;\n");
}

/* Every page named is there in both languages, and nothing has two. */
static void
test_pages (void)
{
  static const char *const languages[] = { "C", "nl" };
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);
  gsize n_pages;
  const LdrHelpPage *pages = ldr_help_get_pages (&n_pages);

  g_assert_cmpuint (n_pages, >, 10);
  for (gsize i = 0; i < n_pages; i++)
    {
      g_autofree char *name = g_strconcat (pages[i].page, ".page", NULL);

      g_assert_true (g_type_is_a (pages[i].get_type (), GTK_TYPE_WIDGET));
      g_assert_true (g_hash_table_add (types, GSIZE_TO_POINTER (pages[i].get_type ())));
      for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autofree char *path = g_build_filename (g_getenv ("LDR_TEST_DATA"), "..", "help", languages[j], name, NULL);

          g_test_message ("%s", path);
          g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
        }
    }
}

static gboolean
is_asked (gpointer data)
{
  return g_file_test (asked, G_FILE_TEST_EXISTS);
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* F1 leads to @page; the script is not among the children of this program, so it is waited for by what it writes. */
static void
assert_opens (GtkWidget *window, const char *page)
{
  g_autofree char *expected = g_strconcat ("help:leidraad/", page, NULL), *uri = NULL;
  guint timer;

  g_assert_cmpstr (ldr_help_find_page (window), ==, page);
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window))), "help", NULL);
  timer = g_timeout_add (20, look_again_cb, NULL);
  ldr_testing_wait_until (is_asked, NULL);
  g_source_remove (timer);
  g_assert_true (g_file_get_contents (asked, &uri, NULL, NULL));
  g_assert_cmpstr (uri, ==, expected);
  g_unlink (asked);
}

static void
start_journal (GtkWidget *window)
{
  ldr_testing_click (window, "Start a Journal");
  ldr_testing_type_into (window, "Name of the leader", "Sanne de Wit");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
}

static void
check_places (GtkWidget *window)
{
  static const struct
  {
    const char *place, *page;
  } cases[] = { { "today", "today" },    { "journal", "journal" },   { "styles", "styles" },
                { "goals", "goals" },    { "sessions", "sessions" }, { "progress", "progress" },
                { "received", "packs" }, { "to-discuss", "journal" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_activate_action (window, "win.show-place", "s", cases[i].place);
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      g_test_message ("%s", cases[i].place);
      g_assert_cmpstr (ldr_help_find_page (window), ==, cases[i].page);
    }
}

/* A dialog has the focus, and the place below it not. */
static void
check_dialog (GtkWidget *window)
{
  AdwDialog *dialog = ldr_preferences_new (LDR_WINDOW (window));

  adw_dialog_present (dialog, window);
  assert_opens (window, "preferences");
  adw_dialog_force_close (dialog);
}

static gboolean
has_action (GMenuModel *menu, const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *name = NULL;

      if (section != NULL && has_action (section, action))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) && g_str_equal (name, action))
        return TRUE;
    }
  return FALSE;
}

/* A menu that is made only when it is opened is opened for that. */
static GMenuModel *
get_menu (GtkWidget *widget)
{
  GtkMenuButton *button;

  if (!GTK_IS_MENU_BUTTON (widget))
    return NULL;
  button = GTK_MENU_BUTTON (widget);
  if (gtk_menu_button_get_menu_model (button) == NULL && gtk_menu_button_get_popover (button) == NULL)
    {
      gtk_menu_button_popup (button);
      gtk_menu_button_popdown (button);
    }
  return gtk_menu_button_get_menu_model (button);
}

static gboolean
offers_help (GtkWidget *widget)
{
  GMenuModel *menu;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  menu = get_menu (widget);
  if (menu != NULL && has_action (menu, "app.help"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (offers_help (child))
      return TRUE;
  return FALSE;
}

static void
check_key (GtkWidget *window)
{
  g_auto (GStrv) actions
      = gtk_application_get_actions_for_accel (gtk_window_get_application (GTK_WINDOW (window)), "F1");

  g_assert_true (g_strv_contains ((const char *const *) actions, "app.help"));
}

static void
test_where (void)
{
  GtkWidget *window = ldr_testing_open_window ();

  install_viewer ();
  check_key (window);
  g_assert_true (offers_help (window));
  assert_opens (window, "first-run");
  start_journal (window);
  g_assert_true (offers_help (window));
  check_places (window);
  gtk_widget_activate_action (window, "win.new-entry", NULL);
  gtk_widget_grab_focus (ldr_testing_wait_for (window, LDR_TYPE_ENTRY_TITLE, NULL));
  assert_opens (window, "entry");
  check_dialog (window);
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  ldr_testing_wait_for (window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase");
  g_assert_true (offers_help (window));
  assert_opens (window, "unlock");

  /* Without a viewer the window says what to do. */
  g_unlink (script);
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window))), "help", NULL);
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "The help does not open. Is Yelp installed?");
  ldr_testing_close_window (window);
  g_free (script);
  g_free (asked);
}

static void
add_tests (void)
{
  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/where", test_where);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
