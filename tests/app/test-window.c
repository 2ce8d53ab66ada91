/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

#include "app/editor/ldr-editor.h"
#include "app/ldr-application.h"
#include "app/ldr-window.h"
#include "app/ldr-workspace.h"
#include "app/preferences/ldr-accels.h"
#include "app/preferences/ldr-preferences.h"
#include "app/preferences/ldr-shortcuts-dialog.h"
#include "app/shelf/ldr-passphrase-form.h"
#include "app/shelf/ldr-shelf.h"
#include "app/shelf/ldr-unlock-page.h"

#define PASSPHRASE "paars lantaarn fiets regen"

static GtkApplication *application;

/* Runs the main loop until @func holds; a test that waits for more than 30 seconds fails. */
typedef gboolean (*Condition) (gpointer data);

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

static void
wait_until (Condition func, gpointer data)
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

static GtkWidget *
find (GtkWidget *widget, GType type, const char *title)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (title == NULL || g_strcmp0 (title_of (widget), title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

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

  return find (wanted->window, wanted->type, wanted->title) != NULL;
}

static GtkWidget *
wait_for (GtkWidget *window, GType type, const char *title)
{
  Wanted wanted = { window, type, title };

  wait_until (is_there, &wanted);
  return find (window, type, title);
}

static void
click (GtkWidget *window, const char *label)
{
  GtkWidget *button = wait_for (window, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
type_into (GtkWidget *window, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wait_for (window, ADW_TYPE_ENTRY_ROW, title)), text);
}

static gboolean
is_locked (gpointer data)
{
  return ldr_window_get_journal (data) == NULL;
}

static gboolean
is_open (gpointer data)
{
  return ldr_window_get_journal (data) != NULL;
}

static gboolean
no_windows (gpointer data)
{
  return gtk_application_get_windows (application) == NULL;
}

static GtkWidget *
open_window (void)
{
  GtkWidget *window = ldr_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
close_window (GtkWidget *window)
{
  ldr_window_quit (LDR_WINDOW (window));
  wait_until (no_windows, NULL);
}

/* The first run: nothing can be created before there is a name and twice the same passphrase. */
static void
test_first_run (void)
{
  GtkWidget *window = open_window ();
  GtkWidget *create;

  click (window, "Start a Journal");
  create = wait_for (window, GTK_TYPE_BUTTON, "Create Journal");
  g_assert_false (gtk_widget_get_sensitive (create));
  type_into (window, "Name of the leader", "Sanne de Wit");
  type_into (window, "Passphrase", PASSPHRASE);
  g_assert_false (gtk_widget_get_sensitive (create));
  type_into (window, "The same again", "something else");
  g_assert_false (gtk_widget_get_sensitive (create));
  type_into (window, "The same again", PASSPHRASE);
  g_assert_true (gtk_widget_get_sensitive (create));
  click (window, "Create Journal");
  click (window, "Begin");
  wait_until (is_open, window);
  g_assert_cmpstr (ldr_journal_get_info (ldr_window_get_journal (LDR_WINDOW (window)))->leader, ==, "Sanne de Wit");
  g_assert_nonnull (find (window, LDR_TYPE_WORKSPACE, NULL));
  close_window (window);
}

/* Locking: the content is off the screen at once and its widgets are gone when the file is closed. */
static void
test_lock_and_unlock (void)
{
  GtkWidget *window = open_window ();
  GtkWidget *workspace, *open;
  gpointer weak;

  /* One journal: the shelf is skipped. */
  g_assert_nonnull (find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
  type_into (window, "Passphrase", "not this one");
  click (window, "Unlock");
  wait_for (window, GTK_TYPE_LABEL, "That passphrase does not fit this journal. Try again, or use the recovery sheet.");
  g_assert_true (is_locked (window));

  type_into (window, "Passphrase", PASSPHRASE);
  g_assert_null (find (window, GTK_TYPE_LABEL,
                       "That passphrase does not fit this journal. Try again, or use the recovery sheet."));
  click (window, "Unlock");
  wait_until (is_open, window);

  workspace = find (window, LDR_TYPE_WORKSPACE, NULL);
  g_assert_nonnull (workspace);
  weak = workspace;
  g_object_add_weak_pointer (G_OBJECT (workspace), &weak);
  gtk_widget_activate_action (window, "win.lock", NULL);
  g_assert_null (find (window, LDR_TYPE_WORKSPACE, NULL));
  g_assert_nonnull (find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
  open = find (window, GTK_TYPE_BUTTON, "Unlock");
  g_assert_false (gtk_widget_get_sensitive (open));
  wait_until (is_locked, window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (weak);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase"))), ==,
                   "");
  close_window (window);
}

static gboolean
is_sidebar_shown (GtkWidget *workspace)
{
  return adw_overlay_split_view_get_show_sidebar (
      ADW_OVERLAY_SPLIT_VIEW (find (workspace, ADW_TYPE_OVERLAY_SPLIT_VIEW, NULL)));
}

typedef struct
{
  GtkWidget *view;
  double size;
} TextSize;

/* In pixels. */
static double
get_text_size (GtkWidget *view)
{
  PangoContext *context = gtk_widget_get_pango_context (view);

  return pango_units_to_double (pango_font_description_get_size (pango_context_get_font_description (context)));
}

static gboolean
has_text_size (gpointer data)
{
  const TextSize *expected = data;

  return fabs (get_text_size (expected->view) - expected->size) < 0.1;
}

/* The size of the text changes in the open entry; focus mode takes the sidebar away and brings it back. */
static void
test_writing (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *window = open_window ();
  GtkWidget *workspace, *page, *view;
  double size;

  type_into (window, "Passphrase", PASSPHRASE);
  click (window, "Unlock");
  wait_until (is_open, window);
  gtk_widget_activate_action (window, "win.new-entry", NULL);
  view = GTK_WIDGET (ldr_editor_get_view (LDR_EDITOR (wait_for (window, LDR_TYPE_EDITOR, NULL))));
  size = get_text_size (view);
  g_settings_set_double (settings, "text-size", 2.0);
  wait_until (has_text_size, &(TextSize) { view, 2 * size });
  g_settings_reset (settings, "text-size");
  wait_until (has_text_size, &(TextSize) { view, size });

  workspace = find (window, LDR_TYPE_WORKSPACE, NULL);
  page = GTK_WIDGET (ldr_workspace_get_page (LDR_WORKSPACE (workspace)));
  g_assert_true (is_sidebar_shown (workspace));
  gtk_widget_activate_action (page, "journal.focus-mode", NULL);
  g_assert_false (is_sidebar_shown (workspace));
  gtk_widget_activate_action (page, "journal.focus-mode", NULL);
  g_assert_true (is_sidebar_shown (workspace));
  gtk_widget_activate_action (page, "journal.focus-mode", NULL);
  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  g_assert_true (is_sidebar_shown (workspace));
  close_window (window);
}

static void
test_recovery_sheet (void)
{
  GtkWidget *window = open_window ();
  g_autofree char *sheet = NULL;
  GtkWidget *view;

  type_into (window, "Passphrase", PASSPHRASE);
  click (window, "Unlock");
  wait_until (is_open, window);
  sheet = ldr_journal_get_recovery (ldr_window_get_journal (LDR_WINDOW (window)));
  gtk_widget_activate_action (window, "win.lock", NULL);
  wait_until (is_locked, window);

  click (window, "Use the Recovery Sheet Instead");
  view = wait_for (window, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), sheet, -1);
  click (window, "Unlock");
  wait_until (is_open, window);
  close_window (window);
}

/* What can be done follows what is shown. */
static void
test_locked_actions (void)
{
  static const char *const asleep[] = { "win.new-entry", "win.search", "win.toggle-sidebar", "win.lock", "win.export" };
  GtkWidget *window = open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (asleep); i++)
    {
      gtk_widget_activate_action (window, asleep[i], NULL);
      g_assert_nonnull (find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
    }
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  g_assert_nonnull (wait_for (window, ADW_TYPE_ACTION_ROW, "Sanne de Wit"));
  close_window (window);
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at all.leidraad");
  GtkWidget *window = open_window ();

  ldr_window_open_file (LDR_WINDOW (window), file);
  wait_for (window, GTK_TYPE_LABEL, "Not opened");
  close_window (window);
}

static void
test_form (void)
{
  static const struct
  {
    const char *first, *second;
    gboolean valid;
  } cases[] = {
    { "", "", FALSE },
    { "a", "", FALSE },
    { "a", "b", FALSE },
    { "a", "a", TRUE },
    { "one two", "one tw", FALSE },
    { "ĳsje", "ĳsje", TRUE },
  };
  GtkWidget *form = g_object_ref_sink (g_object_new (LDR_TYPE_PASSPHRASE_FORM, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_into (form, "Passphrase", cases[i].first);
      type_into (form, "The same again", cases[i].second);
      g_assert_cmpint (ldr_passphrase_form_get_valid (LDR_PASSPHRASE_FORM (form)), ==, cases[i].valid);
      g_assert_cmpstr (ldr_passphrase_form_get_passphrase (LDR_PASSPHRASE_FORM (form)), ==, cases[i].first);
    }
  ldr_passphrase_form_clear (LDR_PASSPHRASE_FORM (form));
  g_assert_false (ldr_passphrase_form_get_valid (LDR_PASSPHRASE_FORM (form)));
  g_assert_finalize_object (form);
}

/* No two shortcuts of one place take the same key, every one of them is a key, and the groups stand together. */
static void
test_accels (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  const char *group = NULL;
  gsize n_accels;
  const LdrAccel *accels = ldr_accels_get (&n_accels);

  for (gsize i = 0; i < n_accels; i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (accels[i].accels, &key, &modifiers));
      g_assert_cmpuint (key, !=, 0);
      g_assert_true (g_hash_table_add (keys, g_strdup_printf ("%d %s", accels[i].place, accels[i].accels)));
      if (g_strcmp0 (group, accels[i].group) != 0)
        g_assert_true (g_hash_table_add (groups, (gpointer) accels[i].group));
      group = accels[i].group;
    }
}

static void
test_shortcuts_dialog (void)
{
  GtkWidget *window = open_window ();
  AdwDialog *dialog = ldr_shortcuts_dialog_new ();
  gsize n_accels;
  const LdrAccel *accels = ldr_accels_get (&n_accels);

  adw_dialog_present (dialog, window);
  for (gsize i = 0; i < n_accels; i++)
    wait_for (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, accels[i].title);
  adw_dialog_force_close (dialog);
  close_window (window);
}

static void
test_minutes (void)
{
  const struct
  {
    guint minutes, shown;
  } cases[] = { { 0, 0 }, { 1, 1 }, { 3, 5 }, { 10, 10 }, { 59, 60 }, { 1440, 60 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ldr_minutes_from_choice (ldr_minutes_to_choice (cases[i].minutes)), ==, cases[i].shown);
}

static GtkWidget *
find_row (AdwDialog *dialog, const char *title)
{
  const char *const pages[] = { "general", "privacy", "backups" };
  GtkWidget *row = NULL;

  for (gsize i = 0; row == NULL && i < G_N_ELEMENTS (pages); i++)
    {
      adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), pages[i]);
      row = find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, title);
    }
  g_assert_nonnull (row);
  return row;
}

/* Each switch of the preferences writes its setting, and follows it. */
static void
test_preferences (void)
{
  static const struct
  {
    const char *title, *key;
  } switches[] = {
    { "Check spelling", "spelling" },
    { "Lock when the computer goes to sleep", "lock-on-suspend" },
    { "Lock together with the screen", "lock-on-screen-lock" },
    { "Back up when a journal locks", "backup-at-lock" },
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *window = open_window ();
  AdwDialog *dialog = ldr_preferences_new (LDR_WINDOW (window));

  adw_dialog_present (dialog, window);
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      GtkWidget *row = find_row (dialog, switches[i].title);

      g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
      g_assert_false (g_settings_get_boolean (settings, switches[i].key));
      g_settings_set_boolean (settings, switches[i].key, TRUE);
      g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
    }
  adw_dialog_force_close (dialog);
  close_window (window);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

/* One journal lives through all of these. */
static void
test_flow (void)
{
  test_first_run ();
  test_lock_and_unlock ();
  test_writing ();
  test_recovery_sheet ();
  test_locked_actions ();
  test_missing_file ();
  test_preferences ();
}

int
main (int argc, char **argv)
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

  g_test_add_func ("/passphrase-form/valid", test_form);
  g_test_add_func ("/accels/table", test_accels);
  g_test_add_func ("/accels/dialog", test_shortcuts_dialog);
  g_test_add_func ("/preferences/minutes", test_minutes);
  g_test_add_func ("/window/flow", test_flow);
  result = g_test_run ();
  remove_folder (folder);
  return result;
}
