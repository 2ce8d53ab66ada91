/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-page-private.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "app/widgets/ldr-print.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-progress-describe.h"
#include "model/ldr-moment.h"
#include "report/progress/ldr-progress-document.h"

/* Saving and printing all charts of the page. */

static GtkWindow *
get_window (LdrProgressPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
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
say_not_saved (GtkWidget *widget, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Not saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, widget);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ldr_toast_say (widget, data);
  else if (!ldr_outside_was_called_off (error))
    say_not_saved (widget, error);
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
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ldr_progress_document_write_pdf (document, ldr_paper_get_default (), &error);

  if (bytes != NULL)
    save (self, bytes, _ ("Save All Charts"), ".pdf", _ ("Charts saved"));
  else
    say_not_saved (GTK_WIDGET (self->toasts), error);
}

static void
save_values_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (widget);
  g_autoptr (GBytes) bytes = make_values (self);

  save (self, bytes, _ ("Save All Values"), ".csv", _ ("Values saved"));
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (widget);
  g_autoptr (LdrProgressDocument) document = make_document (self);
  g_autoptr (LdrPages) pages = ldr_progress_document_make_pages (document, ldr_paper_get_default ());
  /* The name of the job is shown to others who use the printer. */
  g_autoptr (LdrPrint) print = ldr_print_new_for_pages (_ ("Progress"), pages);

  ldr_print_run (print, GTK_WIDGET (self->toasts));
}

void
ldr_progress_page_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "progress.save-charts", NULL, save_charts_action);
  gtk_widget_class_install_action (widget_class, "progress.save-values", NULL, save_values_action);
  gtk_widget_class_install_action (widget_class, "progress.print", NULL, print_action);
}
