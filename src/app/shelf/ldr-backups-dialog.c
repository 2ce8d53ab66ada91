/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-backups-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ldr-trouble.h"
#include "model/ldr-moment.h"

struct _LdrBackupsDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;

  char *folder;
  char *journal_id;
  GPtrArray *rows;
  gboolean can_back_up;
};

typedef enum
{
  PROP_CAN_BACK_UP = 1,
} LdrBackupsDialogProperty;

static GParamSpec *properties[PROP_CAN_BACK_UP + 1];
static guint restore_signal;
static guint back_up_signal;

G_DEFINE_FINAL_TYPE (LdrBackupsDialog, ldr_backups_dialog, ADW_TYPE_DIALOG)

/**
 * ldr_backup_describe:
 * @made: a moment
 *
 * Returns: (transfer full): that moment on this computer's clock, with the day of the week
 */
char *
ldr_backup_describe (gint64 made)
{
  g_autoptr (GDateTime) date_time = ldr_moment_to_local (made);

  /* Translators: when a backup was made, as strftime writes it */
  return g_date_time_format (date_time, _ ("%A %-e %B %Y, %H:%M"));
}

static void
response_cb (AdwAlertDialog *alert, const char *response, LdrBackupsDialog *self)
{
  LdrBackup *backup = g_object_get_data (G_OBJECT (alert), "backup");

  if (!g_str_equal (response, "restore"))
    return;
  g_signal_emit (self, restore_signal, 0, backup);
}

static void
restore_cb (GtkButton *button, LdrBackupsDialog *self)
{
  LdrBackup *backup = g_object_get_data (G_OBJECT (button), "backup");
  g_autofree char *when = ldr_backup_describe (backup->made);
  g_autofree char *body = NULL;
  AdwDialog *alert;

  /* Translators: %s is a day and a time */
  body = g_strdup_printf (_ ("The journal becomes as it was on %s. What you have now is put aside as a backup first, "
                             "so that you can come back to it."),
                          when);
  if (!self->can_back_up)
    g_set_str (
        &body,
        _ ("The backup takes the place of the file that cannot be opened. That file is kept among the backups."));
  alert = adw_alert_dialog_new (_ ("Restore This Backup?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "restore", _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), "backup", ldr_backup_ref (backup), (GDestroyNotify) ldr_backup_unref);
  g_signal_connect_object (alert, "response", G_CALLBACK (response_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
add_row (LdrBackupsDialog *self, LdrBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));
  g_autofree char *when = ldr_backup_describe (backup->made);
  g_autofree char *size = NULL;
  /* Translators: %s is a day and a time */
  g_autofree char *name = g_strdup_printf (_ ("Restore as of %s"), when);
  GStatBuf status;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  if (g_stat (backup->path, &status) == 0)
    {
      size = g_format_size ((guint64) status.st_size);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* The label alone would be the same in every row. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "backup", ldr_backup_ref (backup), (GDestroyNotify) ldr_backup_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const LdrBackup *first = *(LdrBackup *const *) a;
  const LdrBackup *second = *(LdrBackup *const *) b;

  return (first->made < second->made) - (first->made > second->made);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LdrBackupsDialog *self = LDR_BACKUPS_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), &error);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  if (backups == NULL && !g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_BACK_UP, error);
  if (backups == NULL || backups->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  g_ptr_array_sort (backups, compare_newest_first);
  for (guint i = 0; i < backups->len; i++)
    add_row (self, g_ptr_array_index (backups, i));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
list_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  char **what = task_data;
  GError *error = NULL;
  GPtrArray *backups = ldr_backup_list (what[0], what[1], &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
back_up_cb (LdrBackupsDialog *self)
{
  g_signal_emit (self, back_up_signal, 0);
}

static void
ldr_backups_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrBackupsDialogProperty) prop_id)
    {
    case PROP_CAN_BACK_UP:
      g_value_set_boolean (value, LDR_BACKUPS_DIALOG (object)->can_back_up);
      break;
    }
}

static void
ldr_backups_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrBackupsDialogProperty) prop_id)
    {
    case PROP_CAN_BACK_UP:
      LDR_BACKUPS_DIALOG (object)->can_back_up = g_value_get_boolean (value);
      break;
    }
}

static void
ldr_backups_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_BACKUPS_DIALOG);

  G_OBJECT_CLASS (ldr_backups_dialog_parent_class)->dispose (object);
}

static void
ldr_backups_dialog_finalize (GObject *object)
{
  LdrBackupsDialog *self = LDR_BACKUPS_DIALOG (object);

  g_free (self->folder);
  g_free (self->journal_id);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (ldr_backups_dialog_parent_class)->finalize (object);
}

static void
ldr_backups_dialog_class_init (LdrBackupsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_backups_dialog_dispose;
  object_class->finalize = ldr_backups_dialog_finalize;
  object_class->get_property = ldr_backups_dialog_get_property;
  object_class->set_property = ldr_backups_dialog_set_property;

  properties[PROP_CAN_BACK_UP] = g_param_spec_boolean (
      "can-back-up", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  restore_signal = g_signal_new ("restore", LDR_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, LDR_TYPE_BACKUP);
  back_up_signal
      = g_signal_new ("back-up", LDR_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/shelf/ldr-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrBackupsDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
}

static void
ldr_backups_dialog_init (LdrBackupsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_backups_dialog_new:
 * @folder: (type filename): where backups are
 * @journal_id: the journal whose backups to show
 * @can_back_up: whether the journal is open, so that another backup can be made
 *
 * Returns: (transfer floating): a dialog, already looking
 */
AdwDialog *
ldr_backups_dialog_new (const char *folder, const char *journal_id, gboolean can_back_up)
{
  LdrBackupsDialog *self = g_object_new (LDR_TYPE_BACKUPS_DIALOG, "can-back-up", can_back_up, NULL);

  self->folder = g_strdup (folder);
  self->journal_id = g_strdup (journal_id);
  ldr_backups_dialog_reload (self);
  return ADW_DIALOG (self);
}

/**
 * ldr_backups_dialog_reload:
 * @self: a dialog
 *
 * Looks again, on a thread.
 */
void
ldr_backups_dialog_reload (LdrBackupsDialog *self)
{
  g_autoptr (GTask) task = NULL;
  char **what;

  g_return_if_fail (LDR_IS_BACKUPS_DIALOG (self));

  what = g_new0 (char *, 3);
  what[0] = g_strdup (self->folder);
  what[1] = g_strdup (self->journal_id);
  task = g_task_new (self, NULL, listed_cb, NULL);
  g_task_set_source_tag (task, ldr_backups_dialog_reload);
  g_task_set_task_data (task, what, (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, list_thread);
}
