/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-passphrase-dialog.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "ldr-passphrase-form.h"
#include "ldr-trouble.h"

struct _LdrPassphraseDialog
{
  AdwDialog parent_instance;

  GtkWidget *current_group;
  AdwPasswordEntryRow *current_row;
  LdrPassphraseForm *passphrase_form;
  GtkLabel *error_label;
  GtkWidget *cancel_button;
  GtkWidget *change_button;
  GtkStack *change_stack;

  LdrJournal *journal;
  char *wanted;
  gboolean forgotten;
  gboolean busy;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LdrPassphraseDialog, ldr_passphrase_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  char *path;
  char *passphrase;
  char *sheet;
} Check;

static void
check_free (Check *check)
{
  g_free (check->path);
  secret_password_wipe (check->passphrase);
  g_free (check->passphrase);
  secret_password_wipe (check->sheet);
  g_free (check->sheet);
  g_free (check);
}

/* An unlocked journal that somebody left on the screen must not get another passphrase from a passer-by: the current
 * one is derived again, and has to give the key that the journal is open with. */
static void
check_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Check *check = task_data;
  GError *error = NULL;
  g_autoptr (LdrKey) key = ldr_key_for_file (check->path, check->passphrase, &error);
  char *sheet;

  if (key == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sheet = ldr_key_to_recovery (key);
  if (g_str_equal (sheet, check->sheet))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error_literal (task, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE, "wrong passphrase");
  secret_password_wipe (sheet);
  g_free (sheet);
}

static void
forget_wanted (LdrPassphraseDialog *self)
{
  secret_password_wipe (self->wanted);
  g_clear_pointer (&self->wanted, g_free);
}

static void
update (LdrPassphraseDialog *self)
{
  gboolean filled = self->forgotten || *gtk_editable_get_text (GTK_EDITABLE (self->current_row)) != '\0';

  gtk_widget_set_sensitive (self->change_button,
                            !self->busy && filled && ldr_passphrase_form_get_valid (self->passphrase_form));
  gtk_widget_set_sensitive (self->cancel_button, !self->busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->busy);
  gtk_stack_set_visible_child_name (self->change_stack, self->busy ? "busy" : "label");
}

static void
show_error (LdrPassphraseDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
fail (LdrPassphraseDialog *self, const GError *error)
{
  g_autofree char *line = NULL;

  self->busy = FALSE;
  update (self);
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE))
    {
      show_error (self, _ ("That is not the passphrase you have now. Nothing was changed."));
      gtk_widget_grab_focus (GTK_WIDGET (self->current_row));
      return;
    }
  line = ldr_trouble_line (LDR_OCCASION_PASSPHRASE, error);
  show_error (self, line);
}

static void
changed_passphrase_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_journal_change_passphrase_finish (LDR_JOURNAL (source), result, &error))
    {
      fail (self, error);
      return;
    }
  self->busy = FALSE;
  update (self);
  g_signal_emit (self, changed_signal, 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
change (LdrPassphraseDialog *self)
{
  ldr_journal_change_passphrase_async (self->journal, self->wanted, NULL, changed_passphrase_cb, g_object_ref (self));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LdrPassphraseDialog *self = LDR_PASSPHRASE_DIALOG (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    change (self);
  else
    fail (self, error);
}

static void
change_cb (LdrPassphraseDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Check *check;

  if (!gtk_widget_get_sensitive (self->change_button))
    return;
  self->busy = TRUE;
  /* The fields stay alive and keep the focus: what counts is what stood there now. */
  forget_wanted (self);
  self->wanted = g_strdup (ldr_passphrase_form_get_passphrase (self->passphrase_form));
  show_error (self, NULL);
  update (self);
  if (self->forgotten)
    {
      change (self);
      return;
    }
  check = g_new0 (Check, 1);
  check->path = g_strdup (ldr_journal_get_path (self->journal));
  check->passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->current_row)));
  check->sheet = ldr_journal_get_recovery (self->journal);
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_source_tag (task, change_cb);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (task, check_thread);
}

static void
changed_cb (LdrPassphraseDialog *self)
{
  show_error (self, NULL);
  update (self);
}

static void
ldr_passphrase_dialog_dispose (GObject *object)
{
  forget_wanted (LDR_PASSPHRASE_DIALOG (object));
  g_clear_object (&LDR_PASSPHRASE_DIALOG (object)->journal);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_PASSPHRASE_DIALOG);

  G_OBJECT_CLASS (ldr_passphrase_dialog_parent_class)->dispose (object);
}

static void
ldr_passphrase_dialog_class_init (LdrPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_passphrase_dialog_dispose;
  changed_signal
      = g_signal_new ("changed", LDR_TYPE_PASSPHRASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LDR_TYPE_PASSPHRASE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/shelf/ldr-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, current_group);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, current_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, passphrase_form);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, change_button);
  gtk_widget_class_bind_template_child (widget_class, LdrPassphraseDialog, change_stack);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
ldr_passphrase_dialog_init (LdrPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_passphrase_dialog_new:
 * @journal: an open journal
 * @forgotten: whether it was opened with its recovery sheet, so that the passphrase cannot be asked for
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ldr_passphrase_dialog_new (LdrJournal *journal, gboolean forgotten)
{
  LdrPassphraseDialog *self = g_object_new (LDR_TYPE_PASSPHRASE_DIALOG, NULL);

  self->journal = g_object_ref (journal);
  self->forgotten = forgotten;
  gtk_widget_set_visible (self->current_group, !forgotten);
  update (self);
  return ADW_DIALOG (self);
}
