/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-line.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-export-line-words.h"
#include "ldr-file-sum.h"

/**
 * LdrExportLine:
 *
 * All that the log says of one thing that went out. Whether a file is the one that did is told by its sum; a file is
 * only read, by a thread of its own, and nothing is kept of it.
 */
struct _LdrExportLine
{
  AdwNavigationPage parent_instance;

  LdrExportRecord *record;
  GtkWidget *check;
  GtkWidget *verdict;
  GtkWidget *icon;
  GCancellable *checking;
};

G_DEFINE_FINAL_TYPE (LdrExportLine, ldr_export_line, ADW_TYPE_NAVIGATION_PAGE)

/* --- Is it this file? --- */

static void
show_verdict (LdrExportLine *self, const char *icon, const char *style, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->verdict), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_css_classes (self->icon, (const char *[]) { style, NULL });
  gtk_widget_set_visible (self->verdict, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->verdict), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
summed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportLine) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = ldr_file_sum_finish (result, &error);
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->check, TRUE);
  name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  if (sum == NULL)
    show_verdict (self, "dialog-error-symbolic", "error", _ ("This file cannot be read"), error->message);
  else if (g_str_equal (sum, self->record->sha256))
    show_verdict (self, "object-select-symbolic", "success", _ ("This is the file that went out"), name);
  else
    show_verdict (self, "dialog-warning-symbolic", "warning", _ ("This is another file, or it was changed since"),
                  name);
}

/**
 * ldr_export_line_check:
 * @self: a page about a file
 * @file: some file
 *
 * Says whether @file is the one that went out, letter by letter.
 */
void
ldr_export_line_check (LdrExportLine *self, GFile *file)
{
  g_return_if_fail (LDR_IS_EXPORT_LINE (self));

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  gtk_widget_set_sensitive (self->check, FALSE);
  ldr_file_sum_async (file, self->checking, summed_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportLine) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ldr_export_line_check (self, file);
}

static void
check_cb (LdrExportLine *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Check a File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), ldr_outside_get_cancellable (GTK_WINDOW (root)), chosen_cb,
                        g_object_ref (self));
}

static void
copy_cb (LdrExportLine *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->record->sha256);
  ldr_toast_say (self->check, _ ("SHA-256 copied"));
}

/* --- An object --- */

static void
ldr_export_line_dispose (GObject *object)
{
  LdrExportLine *self = LDR_EXPORT_LINE (object);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_pointer (&self->record, ldr_export_record_unref);

  G_OBJECT_CLASS (ldr_export_line_parent_class)->dispose (object);
}

static void
ldr_export_line_class_init (LdrExportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_line_dispose;
}

static void
ldr_export_line_init (LdrExportLine *self)
{
}

static GtkWidget *
add_fact (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_owned_fact (GtkWidget *group, const char *title, char *text)
{
  add_fact (group, title, text);
  g_free (text);
}

static GtkWidget *
make_facts (const LdrExportRecord *record)
{
  GtkWidget *group = adw_preferences_group_new ();

  add_fact (group, _ ("What it is called"), record->title);
  add_owned_fact (group, _ ("When"), ldr_export_line_describe_moment (record));
  add_fact (group, _ ("How"), ldr_export_line_get_way (record));
  if (record->for_whom[0] != '\0')
    add_fact (group, _ ("For whom"), record->for_whom);
  add_owned_fact (group, _ ("Format"), ldr_export_line_describe_form (record));
  add_owned_fact (group, _ ("What was in it"), ldr_export_line_describe_parts (record));
  add_owned_fact (group, _ ("Period"), ldr_export_line_describe_period (record));
  add_fact (group, _ ("Names of people"), ldr_export_line_get_names (record));
  add_fact (group, _ ("Private notes of sessions"), ldr_export_line_get_private (record));
  return group;
}

static GtkWidget *
make_file (LdrExportLine *self)
{
  GtkWidget *group = adw_preferences_group_new (), *row;
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The File"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group), _ ("By these digits a file is known: change one letter in it, and they differ."));
  row = add_fact (group, "SHA-256", self->record->sha256);
  gtk_widget_add_css_class (row, "export-sum");
  gtk_widget_set_tooltip_text (copy, _ ("Copy SHA-256"));
  g_object_set (copy, "valign", GTK_ALIGN_CENTER, "has-frame", FALSE, NULL);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), copy);
  self->check = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->check), _ ("_Check a File…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->check), TRUE);
  g_signal_connect_object (self->check, "activated", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->check);
  self->icon = gtk_image_new ();
  self->verdict = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->verdict), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->verdict), self->icon);
  gtk_widget_set_visible (self->verdict, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->verdict);
  return group;
}

/**
 * ldr_export_line_new:
 * @record: a line of the log
 *
 * Returns: (transfer floating): a page with all that it says
 */
AdwNavigationPage *
ldr_export_line_new (LdrExportRecord *record)
{
  LdrExportLine *self = g_object_new (LDR_TYPE_EXPORT_LINE, "title", _ ("What Went Out"), NULL);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new (), *overlay = adw_toast_overlay_new ();
  GtkWidget *header = adw_header_bar_new ();

  self->record = ldr_export_record_ref (record);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_facts (record)));
  if (record->sha256[0] != '\0')
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_file (self)));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), overlay);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  return ADW_NAVIGATION_PAGE (self);
}
