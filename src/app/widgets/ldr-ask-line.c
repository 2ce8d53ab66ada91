/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-ask-line.h"

#include <glib/gi18n.h>

/* A question, until it is answered. */
typedef struct
{
  GtkWidget *owner;
  GtkWidget *row;
  LdrAskLineFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_weak_pointer (&self->owner);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static char *
dup_line (Question *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
}

static void
typed_cb (AdwAlertDialog *dialog)
{
  g_autofree char *line = dup_line (g_object_get_data (G_OBJECT (dialog), "question"));

  adw_alert_dialog_set_response_enabled (dialog, "do", *line != '\0');
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Question *self)
{
  g_autofree char *line = dup_line (self);

  if (g_str_equal (response, "do") && self->owner != NULL && *line != '\0')
    self->func (self->owner, line, self->data);
}

static GtkWidget *
make_list (GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

/**
 * ldr_ask_line:
 * @owner: a widget on the screen
 * @heading: what is asked
 * @body: (nullable): what becomes of the answer
 * @field: what the field is called
 * @line: what stands there to begin with, may be empty
 * @button: what the answer does, with a mnemonic
 * @func: called with the answer, which is not empty, as long as @owner is there
 * @data: for @func
 * @free_data: (nullable): frees @data
 *
 * Asks for a line.
 *
 * Returns: (transfer none): the dialog, which is on the screen
 */
AdwDialog *
ldr_ask_line (GtkWidget *owner,
              const char *heading,
              const char *body,
              const char *field,
              const char *line,
              const char *button,
              LdrAskLineFunc func,
              gpointer data,
              GDestroyNotify free_data)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Question *self = g_new0 (Question, 1);

  g_set_weak_pointer (&self->owner, owner);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), field);
  gtk_editable_set_text (GTK_EDITABLE (self->row), line);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  adw_alert_dialog_set_extra_child (alert, make_list (self->row));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "do", button, NULL);
  adw_alert_dialog_set_response_appearance (alert, "do", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "do");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_dialog_set_focus (dialog, self->row);
  g_object_set_data_full (G_OBJECT (dialog), "question", self, question_free);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  typed_cb (alert);
  adw_dialog_present (dialog, owner);
  return dialog;
}
