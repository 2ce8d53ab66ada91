/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-acts.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-progress-describe.h"
#include "ldr-progress-page-private.h"
#include "model/ldr-moment.h"

/* What is kept free around a printed page (points). */
#define MARGIN 42.0

/* Saving and printing all charts of the page. */

static GtkWindow *
get_window (LdrProgressPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
is_right_to_left (LdrProgressPage *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Two periods come one after the other, each below its name. */
static LdrProgressDocument *
make_document (LdrProgressPage *self)
{
  /* Translators: the title of printed charts; %s is a leader’s name */
  g_autofree char *title = g_strdup_printf (_ ("Progress of %s"), ldr_journal_get_info (self->journal)->leader);
  LdrPeriod period, beside;
  gboolean compared = ldr_progress_page_get_periods (self, &period, &beside);
  g_autoptr (GPtrArray) charts = ldr_progress_chart_list (self->progress, &period, compared ? &beside : NULL);
  g_autoptr (GPtrArray) others = compared ? ldr_progress_chart_list (self->progress, &beside, &period) : NULL;
  g_autofree char *name = ldr_progress_describe_period (&period);
  g_autofree char *other_name = compared ? ldr_progress_describe_period (&beside) : NULL;
  LdrProgressDocument *document = ldr_progress_document_new (title, compared ? NULL : name);

  ldr_progress_document_add (document, compared ? name : NULL, charts);
  if (compared)
    ldr_progress_document_add (document, other_name, others);
  return document;
}

static GBytes *
make_values (LdrProgressPage *self)
{
  LdrPeriod period, beside;
  gboolean compared = ldr_progress_page_get_periods (self, &period, &beside);
  g_autoptr (GPtrArray) charts = ldr_progress_chart_list (self->progress, &period, compared ? &beside : NULL);

  if (compared)
    {
      g_autoptr (GPtrArray) others = ldr_progress_chart_list (self->progress, &beside, &period);

      g_ptr_array_extend_and_steal (charts, g_steal_pointer (&others));
    }
  return ldr_progress_write_csv (charts);
}

/* --- Files --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ldr_toast_say (widget, data);
  else if (!ldr_outside_was_called_off (error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_ ("Not saved"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
      adw_dialog_present (dialog, widget);
    }
}

static void
save (LdrProgressPage *self, GBytes *bytes, const char *title, const char *suffix, const char *done)
{
  LdrPeriod period, beside;
  g_autofree char *first = NULL, *last = NULL, *stem = NULL, *name = NULL;

  ldr_progress_page_get_periods (self, &period, &beside);
  first = ldr_day_to_iso8601 (period.first_day);
  last = ldr_day_to_iso8601 (period.last_day);
  /* Translators: the name of a file without its suffix, with the first and the last day, such as "2026-06-01" */
  stem = g_strdup_printf (_ ("Progress %s – %s"), first, last);
  name = g_strconcat (stem, suffix, NULL);
  ldr_outside_save (get_window (self), title, name, bytes, g_task_new (self->toasts, NULL, saved_cb, (gpointer) done));
}

static void
save_charts_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (widget);
  g_autoptr (LdrProgressDocument) document = make_document (self);
  g_autoptr (GBytes) bytes
      = ldr_progress_document_write_pdf (document, ldr_paper_get_default (), is_right_to_left (self));

  save (self, bytes, _ ("Save All Charts"), ".pdf", _ ("Charts saved"));
}

static void
save_values_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (widget);
  g_autoptr (GBytes) bytes = make_values (self);

  save (self, bytes, _ ("Save All Values"), ".csv", _ ("Values saved"));
}

/* --- Printing --- */

typedef struct
{
  LdrProgressDocument *document;
  gboolean right_to_left;
} Printing;

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *printing = data;

  ldr_progress_document_free (printing->document);
  g_free (printing);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  guint n_pages
      = ldr_progress_document_paginate (printing->document, gtk_print_context_get_width (context),
                                        gtk_print_context_get_height (context), MARGIN, printing->right_to_left);

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  ldr_progress_document_draw_page (printing->document, (guint) page, gtk_print_context_get_cairo_context (context));
}

/**
 * ldr_progress_print_operation_new:
 * @document: (transfer full): what to print
 * @right_to_left: whether one reads from the right
 *
 * Returns: (transfer full): what prints it on as many pages as it needs
 */
GtkPrintOperation *
ldr_progress_print_operation_new (LdrProgressDocument *document, gboolean right_to_left)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *printing = g_new0 (Printing, 1);

  *printing = (Printing) { document, right_to_left };
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  /* The name of the job is shown to others who use the printer. */
  gtk_print_operation_set_job_name (operation, _ ("Progress"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), printing, printing_free, G_CONNECT_DEFAULT);
  return operation;
}

static void
printed_cb (LdrProgressPage *self, GtkPrintOperationResult result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    ldr_toast_say (GTK_WIDGET (self->toasts), _ ("Not printed. Is the printer there?"));
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    ldr_toast_say (GTK_WIDGET (self->toasts), _ ("Sent to the printer"));
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation
      = ldr_progress_print_operation_new (make_document (self), is_right_to_left (self));

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self), NULL);
}

void
ldr_progress_page_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "progress.save-charts", NULL, save_charts_action);
  gtk_widget_class_install_action (widget_class, "progress.save-values", NULL, save_values_action);
  gtk_widget_class_install_action (widget_class, "progress.print", NULL, print_action);
}
