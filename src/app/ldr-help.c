/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-help.h"

#include <glib/gi18n.h>

#include "export/ldr-export-page.h"
#include "goals/ldr-check-in-dialog.h"
#include "goals/ldr-goal-editor.h"
#include "goals/ldr-goals-page.h"
#include "journal/ldr-entry-pane.h"
#include "journal/ldr-journal-page.h"
#include "journal/ldr-list-pane.h"
#include "journal/ldr-versions-dialog.h"
#include "packs/ldr-received-page.h"
#include "preferences/ldr-preferences.h"
#include "progress/ldr-progress-page.h"
#include "reflection/ldr-path-dialog.h"
#include "reflection/ldr-path-editor.h"
#include "reflection/ldr-reflection-page.h"
#include "sessions/ldr-plan-dialog.h"
#include "sessions/ldr-sessions-page.h"
#include "shelf/ldr-backups-dialog.h"
#include "shelf/ldr-passphrase-dialog.h"
#include "shelf/ldr-recovery-dialog.h"
#include "shelf/ldr-shelf-page.h"
#include "shelf/ldr-unlock-page.h"
#include "shelf/ldr-welcome-page.h"
#include "styles/ldr-compare-page.h"
#include "styles/ldr-measurements-page.h"
#include "styles/ldr-questionnaire-page.h"
#include "styles/ldr-result-page.h"
#include "styles/ldr-styles-page.h"
#include "today/ldr-today-page.h"

/* What has a page of its own. What is not here takes the page of what it stands in. */
static const LdrHelpPage pages[] = {
  { ldr_backups_dialog_get_type, "shelf" },
  { ldr_check_in_dialog_get_type, "goals" },
  { ldr_compare_page_get_type, "questionnaire" },
  { ldr_entry_pane_get_type, "entry" },
  { ldr_export_page_get_type, "export" },
  { ldr_goals_page_get_type, "goals" },
  { ldr_goal_editor_get_type, "goals" },
  { ldr_journal_page_get_type, "journal" },
  { ldr_list_pane_get_type, "journal" },
  { ldr_measurements_page_get_type, "questionnaire" },
  { ldr_passphrase_dialog_get_type, "passphrase" },
  { ldr_path_dialog_get_type, "reflection" },
  { ldr_path_editor_get_type, "reflection" },
  { ldr_plan_dialog_get_type, "sessions" },
  { ldr_preferences_get_type, "preferences" },
  { ldr_progress_page_get_type, "progress" },
  { ldr_questionnaire_page_get_type, "questionnaire" },
  { ldr_received_page_get_type, "packs" },
  { ldr_recovery_dialog_get_type, "passphrase" },
  { ldr_reflection_page_get_type, "reflection" },
  { ldr_result_page_get_type, "questionnaire" },
  { ldr_sessions_page_get_type, "sessions" },
  { ldr_shelf_page_get_type, "shelf" },
  { ldr_styles_page_get_type, "styles" },
  { ldr_today_page_get_type, "today" },
  { ldr_unlock_page_get_type, "unlock" },
  { ldr_versions_dialog_get_type, "entry" },
  { ldr_welcome_page_get_type, "first-run" },
};

/**
 * ldr_help_get_pages:
 * @n_pages: (out): how many
 *
 * Returns: (transfer none) (array length=n_pages): every place that has a page of the help, with that page
 */
const LdrHelpPage *
ldr_help_get_pages (gsize *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

static const char *
page_of (GtkWidget *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (widget, pages[i].get_type ()))
      return pages[i].page;
  return NULL;
}

/* The innermost of what is on the screen, since it lies on top. */
static const char *
find_inside (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *page = find_inside (child);

      if (page != NULL)
        return page;
    }
  return page_of (widget);
}

/**
 * ldr_help_find_page:
 * @window: the window
 *
 * Finds the page of the help about where one is: the dialog on top, what the focus is in, or else what is shown. A
 * dialog that has no page of its own is about what lies below it.
 *
 * Returns: (nullable): its id, or %NULL where only the first page fits
 */
const char *
ldr_help_find_page (GtkWidget *window)
{
  AdwDialog *dialog;
  const char *page = NULL;

  g_return_val_if_fail (LDR_IS_WINDOW (window), NULL);

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (dialog != NULL)
    page = find_inside (GTK_WIDGET (dialog));
  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (window)); page == NULL && widget != NULL;
       widget = gtk_widget_get_parent (widget))
    page = page_of (widget);
  return page != NULL ? page : find_inside (window);
}

/* A viewer that was put away by who asked for it is no error. */
static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  ldr_window_add_toast (window, adw_toast_new (_ ("The help does not open. Is Yelp installed?")));
}

/**
 * ldr_help_show:
 * @window: the window
 *
 * Opens the help at the page about where one is, in the viewer of the desktop. If there is none, the window says so.
 */
void
ldr_help_show (LdrWindow *window)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  g_autofree char *uri = NULL;
  const char *page;

  g_return_if_fail (LDR_IS_WINDOW (window));

  page = ldr_help_find_page (GTK_WIDGET (window));
  uri = g_strconcat ("help:leidraad", page != NULL ? "/" : NULL, page, NULL);
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (window), NULL, launched_cb, g_object_ref (window));
}
