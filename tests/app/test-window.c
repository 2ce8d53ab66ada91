/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "app/editor/ldr-editor.h"
#include "app/ldr-window.h"
#include "app/ldr-workspace.h"
#include "app/preferences/ldr-accels.h"
#include "app/preferences/ldr-preferences.h"
#include "app/preferences/ldr-shortcuts-dialog.h"
#include "app/shelf/ldr-passphrase-form.h"
#include "app/shelf/ldr-shelf.h"
#include "app/shelf/ldr-unlock-page.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* The first run: nothing can be created before there is a name and twice the same passphrase. */
static void
test_first_run (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  GtkWidget *create;

  ldr_testing_click (window, "Start a Journal");
  create = ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Create Journal");
  g_assert_false (gtk_widget_get_sensitive (create));
  ldr_testing_type_into (window, "Name of the leader", "Sanne de Wit");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  g_assert_false (gtk_widget_get_sensitive (create));
  ldr_testing_type_into (window, "The same again", "something else");
  g_assert_false (gtk_widget_get_sensitive (create));
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  g_assert_true (gtk_widget_get_sensitive (create));
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  g_assert_cmpstr (ldr_journal_get_info (ldr_window_get_journal (LDR_WINDOW (window)))->leader, ==, "Sanne de Wit");
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL));
  ldr_testing_close_window (window);
}

/* Locking: the content is off the screen at once and its widgets are gone when the file is closed. */
static void
test_lock_and_unlock (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  GtkWidget *workspace, *open;
  gpointer weak;

  /* One journal: the shelf is skipped. */
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
  ldr_testing_type_into (window, "Passphrase", "not this one");
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_for (window, GTK_TYPE_LABEL,
                        "That passphrase does not fit this journal. Try again, or use the recovery sheet.");
  g_assert_true (ldr_testing_is_locked (window));

  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  g_assert_null (ldr_testing_find (window, GTK_TYPE_LABEL,
                                   "That passphrase does not fit this journal. Try again, or use the recovery sheet."));
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);

  workspace = ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL);
  g_assert_nonnull (workspace);
  weak = workspace;
  g_object_add_weak_pointer (G_OBJECT (workspace), &weak);
  gtk_widget_activate_action (window, "win.lock", NULL);
  g_assert_null (ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL));
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
  open = ldr_testing_find (window, GTK_TYPE_BUTTON, "Unlock");
  g_assert_false (gtk_widget_get_sensitive (open));
  ldr_testing_wait_until (ldr_testing_is_locked, window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (weak);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (ldr_testing_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase"))), ==,
      "");
  ldr_testing_close_window (window);
}

static gboolean
is_sidebar_shown (GtkWidget *workspace)
{
  return adw_overlay_split_view_get_show_sidebar (
      ADW_OVERLAY_SPLIT_VIEW (ldr_testing_find (workspace, ADW_TYPE_OVERLAY_SPLIT_VIEW, NULL)));
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
  GtkWidget *window = ldr_testing_open_window ();
  GtkWidget *workspace, *page, *view;
  double size;

  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  gtk_widget_activate_action (window, "win.new-entry", NULL);
  view = GTK_WIDGET (ldr_editor_get_view (LDR_EDITOR (ldr_testing_wait_for (window, LDR_TYPE_EDITOR, NULL))));
  size = get_text_size (view);
  g_settings_set_double (settings, "text-size", 2.0);
  ldr_testing_wait_until (has_text_size, &(TextSize) { view, 2 * size });
  g_settings_reset (settings, "text-size");
  ldr_testing_wait_until (has_text_size, &(TextSize) { view, size });

  workspace = ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL);
  page = GTK_WIDGET (ldr_workspace_get_page (LDR_WORKSPACE (workspace)));
  g_assert_true (is_sidebar_shown (workspace));
  gtk_widget_activate_action (page, "journal.focus-mode", NULL);
  g_assert_false (is_sidebar_shown (workspace));
  gtk_widget_activate_action (page, "journal.focus-mode", NULL);
  g_assert_true (is_sidebar_shown (workspace));
  gtk_widget_activate_action (page, "journal.focus-mode", NULL);
  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  g_assert_true (is_sidebar_shown (workspace));
  ldr_testing_close_window (window);
}

static void
test_recovery_sheet (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  g_autofree char *sheet = NULL;
  GtkWidget *view;

  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  sheet = ldr_journal_get_recovery (ldr_window_get_journal (LDR_WINDOW (window)));
  gtk_widget_activate_action (window, "win.lock", NULL);
  ldr_testing_wait_until (ldr_testing_is_locked, window);

  ldr_testing_click (window, "Use the Recovery Sheet Instead");
  view = ldr_testing_wait_for (window, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), sheet, -1);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  ldr_testing_close_window (window);
}

/* What can be done follows what is shown. */
static void
test_locked_actions (void)
{
  static const char *const asleep[] = { "win.new-entry", "win.search", "win.toggle-sidebar", "win.lock", "win.export" };
  GtkWidget *window = ldr_testing_open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (asleep); i++)
    {
      gtk_widget_activate_action (window, asleep[i], NULL);
      g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_UNLOCK_PAGE, NULL));
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
    }
  gtk_widget_activate_action (window, "win.show-shelf", NULL);
  g_assert_nonnull (ldr_testing_wait_for (window, ADW_TYPE_ACTION_ROW, "Sanne de Wit"));
  ldr_testing_close_window (window);
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at all.leidraad");
  GtkWidget *window = ldr_testing_open_window ();

  ldr_window_open_file (LDR_WINDOW (window), file);
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "Not opened");
  ldr_testing_close_window (window);
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
      ldr_testing_type_into (form, "Passphrase", cases[i].first);
      ldr_testing_type_into (form, "The same again", cases[i].second);
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
      g_auto (GStrv) alternatives = g_strsplit (accels[i].accels, " ", -1);

      for (gsize j = 0; alternatives[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (alternatives[j], &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
          g_assert_true (g_hash_table_add (keys, g_strdup_printf ("%d %s", accels[i].place, alternatives[j])));
        }
      if (g_strcmp0 (group, accels[i].group) != 0)
        g_assert_true (g_hash_table_add (groups, (gpointer) accels[i].group));
      group = accels[i].group;
    }
}

static void
test_shortcuts_dialog (void)
{
  GtkWidget *window = ldr_testing_open_window ();
  AdwDialog *dialog = ldr_shortcuts_dialog_new ();
  gsize n_accels;
  const LdrAccel *accels = ldr_accels_get (&n_accels);

  adw_dialog_present (dialog, window);
  for (gsize i = 0; i < n_accels; i++)
    ldr_testing_wait_for (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, accels[i].title);
  adw_dialog_force_close (dialog);
  ldr_testing_close_window (window);
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
      row = ldr_testing_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, title);
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
  GtkWidget *window = ldr_testing_open_window ();
  AdwDialog *dialog = ldr_preferences_new (LDR_WINDOW (window));

  adw_dialog_present (dialog, window);
  ldr_testing_wait_for (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, NULL);
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
  ldr_testing_close_window (window);
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

static void
add_tests (void)
{
  g_test_add_func ("/passphrase-form/valid", test_form);
  g_test_add_func ("/accels/table", test_accels);
  g_test_add_func ("/accels/dialog", test_shortcuts_dialog);
  g_test_add_func ("/preferences/minutes", test_minutes);
  g_test_add_func ("/window/flow", test_flow);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
