/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-log.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-trouble.h"
#include "app/today/ldr-today-describe.h"
#include "ldr-export-line-words.h"
#include "ldr-export-line.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"

/* Rows at once; who wants to see older ones asks. */
#define STEP 50

/**
 * LdrExportLog:
 *
 * What went out of the journal, by day, the latest first. The lines can be read, and nothing else.
 */
struct _LdrExportLog
{
  AdwNavigationPage parent_instance;

  LdrJournal *journal;
  GtkWidget *stack;
  GtkWidget *page;
  GtkWidget *empty;
  GtkWidget *earlier;
  GPtrArray *groups;
  GPtrArray *records;
  guint n_shown;
  int last_day;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (LdrExportLog, ldr_export_log, ADW_TYPE_NAVIGATION_PAGE)

/* --- Rows --- */

static void
activated_cb (GtkWidget *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            ldr_export_line_new (g_object_get_data (G_OBJECT (row), "record")));
}

static GtkWidget *
make_row (LdrExportRecord *record)
{
  GtkWidget *row = adw_action_row_new (), *icon = gtk_image_new_from_icon_name (ldr_export_line_get_icon (record));
  g_autofree char *words = ldr_export_line_describe (record);

  g_object_set_data_full (G_OBJECT (row), "record", ldr_export_record_ref (record),
                          (GDestroyNotify) ldr_export_record_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  return row;
}

static GtkWidget *
add_group (LdrExportLog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_ptr_array_add (self->groups, group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
get_group_of_day (LdrExportLog *self, int day)
{
  g_autofree char *title = NULL;
  GtkWidget *group;

  if (self->groups->len > 0 && self->last_day == day)
    return g_ptr_array_index (self->groups, self->groups->len - 1);
  title = ldr_day_describe_near (day, ldr_day_today ());
  group = add_group (self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  self->last_day = day;
  return group;
}

static void
remove_earlier (LdrExportLog *self)
{
  GtkWidget *group;

  if (self->earlier == NULL)
    return;
  group = g_ptr_array_steal_index (self->groups, self->groups->len - 1);
  adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  self->earlier = NULL;
}

static void
show_more (LdrExportLog *self)
{
  guint end = MIN (self->n_shown + STEP, self->records->len);

  remove_earlier (self);
  for (; self->n_shown < end; self->n_shown++)
    {
      LdrExportRecord *record = g_ptr_array_index (self->records, self->n_shown);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (get_group_of_day (self, record->day)), make_row (record));
    }
  if (end == self->records->len)
    return;
  self->earlier = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->earlier), _ ("Show Earlier"));
  g_signal_connect_object (self->earlier, "activated", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (add_group (self)), self->earlier);
}

static void
clear (LdrExportLog *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  self->earlier = NULL;
  self->n_shown = 0;
}

/* --- Reading --- */

static gpointer
read_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_log (store, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrExportLog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
      return;
    }
  clear (self);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_steal_pointer (&records);
  show_more (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->records->len > 0 ? self->page : self->empty);
}

static void
read_log (LdrExportLog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ldr_journal_run_async (self->journal, read_func, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->reading,
                         read_cb, g_object_ref (self));
}

/* --- An object --- */

static void
ldr_export_log_dispose (GObject *object)
{
  LdrExportLog *self = LDR_EXPORT_LOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_export_log_parent_class)->dispose (object);
}

static void
ldr_export_log_class_init (LdrExportLogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_log_dispose;
}

static void
ldr_export_log_init (LdrExportLog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *header = adw_header_bar_new ();

  self->groups = g_ptr_array_new ();
  self->page = adw_preferences_page_new ();
  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "leidraad-lock-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("Nothing Went Out Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->empty),
      _ ("What you save, print or give to somebody is noted here: when, what, and for whom. The list stays in the "
         "journal."));
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), adw_bin_new ());
  gtk_stack_add_child (GTK_STACK (self->stack), self->page);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->stack);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("What Went Out"));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

/**
 * ldr_export_log_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): a page with what went out of it, for an #AdwNavigationView
 */
AdwNavigationPage *
ldr_export_log_new (LdrJournal *journal)
{
  LdrExportLog *self = g_object_new (LDR_TYPE_EXPORT_LOG, NULL);

  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "exports-changed", G_CALLBACK (read_log), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (read_log), self, G_CONNECT_SWAPPED);
  read_log (self);
  return ADW_NAVIGATION_PAGE (self);
}
