/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-session-page-private.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "app/styles/ldr-styles-describe.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-agenda-print.h"
#include "ldr-entry-reader.h"
#include "ldr-plan-dialog.h"
#include "ldr-session-copy.h"
#include "model/ldr-moment.h"
#include "report/ldr-calendar.h"

/* What can be done with one session from its menu. */

static GtkWindow *
get_window (LdrSessionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- How far it is ---------------------------------------------------------------------------------------------------
 */

static LdrSessionTimes
get_times (LdrSession *session)
{
  return (LdrSessionTimes) { session->state, session->opened, session->closed, session->rested, session->stands };
}

/* Changes how far it is and offers to undo that. */
static void
change (LdrSessionPage *self, void (*func) (LdrSession *session), const char *title)
{
  LdrSession *session;
  AdwToast *toast;
  LdrSessionTimes before, after;

  if (self->draft == NULL)
    return;
  session = ldr_session_draft_get_session (self->draft);
  before = get_times (session);
  func (session);
  after = get_times (session);
  ldr_session_page_set_times (self, &after);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_target (toast, "(sixxix)", self->id, (int) before.state, before.opened, before.closed,
                               before.rested, before.stands);
  adw_toast_set_action_name (toast, "sessions.set-times");
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
mark_held (LdrSession *session)
{
  ldr_session_close (session, ldr_moment_now ());
}

static void
mark_held_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change (LDR_SESSION_PAGE (widget), mark_held, _ ("Marked as held"));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change (LDR_SESSION_PAGE (widget), ldr_session_cancel, _ ("Session cancelled"));
}

static void
plan_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change (LDR_SESSION_PAGE (widget), ldr_session_plan_again, _ ("Session planned again"));
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);
  LdrSession *session;
  LdrSessionTimes times;

  if (self->draft == NULL)
    return;
  session = ldr_session_draft_get_session (self->draft);
  ldr_session_open (session, ldr_moment_now ());
  times = get_times (session);
  ldr_session_page_set_times (self, &times);
  ldr_hold_part_focus_notes (self->hold);
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);

  change (self, mark_held, _ ("Session ended"));
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);
  gint64 now = ldr_moment_now ();
  LdrSession *session;

  if (self->draft == NULL)
    return;
  session = ldr_session_draft_get_session (self->draft);
  if (ldr_session_is_paused (session))
    ldr_session_go_on (session, now);
  else
    ldr_session_pause (session, now);
  ldr_session_draft_save_now (self->draft);
  ldr_hold_part_show_time (self->hold);
}

/* --- Its plan --------------------------------------------------------------------------------------------------------
 */

static void
planned_cb (LdrSessionPage *self, LdrPlanDialog *dialog)
{
  ldr_plan_dialog_apply (dialog, ldr_session_draft_get_session (self->draft));
  ldr_session_draft_save_now (self->draft);
  ldr_session_page_update (self);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
change_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);
  AdwDialog *dialog;

  if (self->draft == NULL)
    return;
  dialog = ldr_plan_dialog_new (ldr_session_draft_get_session (self->draft));
  g_signal_connect_object (dialog, "planned", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "sessions.trash", "s", LDR_SESSION_PAGE (widget)->id);
}

/* --- Out of the journal ----------------------------------------------------------------------------------------------
 */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionPage) self = LDR_SESSION_PAGE (g_object_ref (source));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ldr_toast_say (GTK_WIDGET (self), user_data);
  else if (!ldr_outside_was_called_off (error))
    ldr_toast_say (GTK_WIDGET (self), error->message);
}

/* Only when and where leaves the journal, not even with whom. */
static void
save_for_calendar (LdrSessionPage *self, const LdrSession *session)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_unref);
  g_autofree char *day = ldr_day_to_iso8601 (session->day);
  /* Translators: the name of a file for a calendar; %s is a date such as 2026-11-26 */
  g_autofree char *file = g_strdup_printf (_ ("Session %s.ics"), day);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_ptr_array_add (sessions, ldr_session_copy_without_private_notes (session));
  text = ldr_calendar_to_text (sessions, NULL, LDR_CALENDAR_NO_ALARM);
  bytes = g_bytes_new_take (text, strlen (text));
  ldr_outside_save (get_window (self), _ ("Save for a Calendar"), file, bytes,
                    g_task_new (self, NULL, written_cb, (gpointer) _ ("Saved for your calendar")));
}

static void
calendar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);

  if (self->draft != NULL)
    save_for_calendar (self, ldr_session_draft_get_session (self->draft));
}

static void
next_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSession) session = ldr_session_save_finish (LDR_JOURNAL (source), result, &error);

  if (session != NULL)
    save_for_calendar (self, session);
  else
    ldr_toast_say (GTK_WIDGET (self), error->message);
}

static void
calendar_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);

  ldr_session_get_async (self->journal, g_variant_get_string (parameter, NULL), next_got_cb, g_object_ref (self));
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionPage) self = user_data;
  LdrSession *session;
  gboolean with_private;
  g_autofree char *day = NULL, *file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (!ldr_session_copy_ask_finish (result, &with_private) || self->draft == NULL)
    return;
  session = ldr_session_draft_get_session (self->draft);
  day = ldr_day_to_iso8601 (session->day);
  /* Translators: the name of a file with the notes of a session; %s is a date such as 2026-11-26 */
  file = g_strdup_printf (_ ("Session %s.md"), day);
  text = ldr_session_to_file_text (session, with_private);
  bytes = g_bytes_new_take (text, strlen (text));
  ldr_outside_save (get_window (self), _ ("Save a Copy Elsewhere"), file, bytes,
                    g_task_new (self, NULL, written_cb, (gpointer) _ ("Copy saved")));
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);

  if (self->draft == NULL)
    return;
  ldr_session_page_collect (self);
  ldr_session_copy_ask_async (ldr_session_draft_get_session (self->draft), widget, copy_chosen_cb, g_object_ref (self));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);
  g_autoptr (LdrAgendaSheet) sheet = NULL;
  g_autoptr (LdrPrint) print = NULL;

  if (self->draft == NULL)
    return;
  sheet = ldr_agenda_sheet_describe (ldr_session_draft_get_session (self->draft), self->news);
  print = ldr_agenda_print_new (sheet);
  ldr_print_run (print, widget);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_entry_reader_present (LDR_SESSION_PAGE (widget)->journal, g_variant_get_string (parameter, NULL), widget);
}

/* --- Which of them there are -----------------------------------------------------------------------------------------
 */

void
ldr_session_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.change-plan", NULL, change_plan_action);
  gtk_widget_class_install_action (widget_class, "session.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "session.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "session.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "session.mark-held", NULL, mark_held_action);
  gtk_widget_class_install_action (widget_class, "session.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "session.plan-again", NULL, plan_again_action);
  gtk_widget_class_install_action (widget_class, "session.trash", NULL, trash_action);
  gtk_widget_class_install_action (widget_class, "session.calendar", NULL, calendar_action);
  gtk_widget_class_install_action (widget_class, "session.calendar-next", "s", calendar_next_action);
  gtk_widget_class_install_action (widget_class, "session.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "session.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "session.read", "s", read_action);
}

/* What makes no sense now is not offered. */
void
ldr_session_page_update_actions (LdrSessionPage *self)
{
  const LdrSession *session = ldr_session_draft_get_session (self->draft);
  gboolean waits = session->state == LDR_SESSION_PLANNED && !ldr_session_is_under_way (session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.mark-held", waits);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.cancel", session->state == LDR_SESSION_PLANNED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.plan-again",
                                 session->state == LDR_SESSION_CANCELLED
                                     || (session->state == LDR_SESSION_HELD && session->opened == 0));
}
