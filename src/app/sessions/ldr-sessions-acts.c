/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-page-private.h"

#include <glib/gi18n.h>

#include "ldr-action-dialog.h"
#include "ldr-plan-dialog.h"
#include "model/ldr-moment.h"

/* What can be done on the place of sessions, and how it is undone. */

/* There is no trash for actions, so that the offer to undo stays a good while (seconds). */
#define LONG_OFFER 20

/* A failure that nothing but a toast can tell. */
static void
job_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_session_job_finish (LDR_JOURNAL (source), result, &error) && self->journal != NULL)
    ldr_sessions_page_say (self, error->message);
}

static AdwToast *
offer_undo (LdrSessionsPage *self, const char *title, GCallback undo, gpointer value, GDestroyNotify free_value)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "value", value, free_value);
  g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_DEFAULT);
  ldr_sessions_page_add_toast (self, toast);
  return toast;
}

/* --- Planning --------------------------------------------------------------------------------------------------------
 */

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrPlanDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSession) session = ldr_session_save_finish (LDR_JOURNAL (source), result, &error);

  if (session != NULL)
    adw_dialog_force_close (ADW_DIALOG (dialog));
  else
    ldr_plan_dialog_fail (dialog, error->message);
}

static void
plan_cb (LdrSessionsPage *self, LdrPlanDialog *dialog)
{
  LdrSession *session = g_object_get_data (G_OBJECT (dialog), "session");

  if (self->journal == NULL)
    return;
  ldr_plan_dialog_apply (dialog, session);
  ldr_session_save_async (self->journal, session, 0, planned_cb, g_object_ref (dialog));
}

/* The next one is mostly like the last. */
static LdrSession *
suggest_session (LdrSessionsPage *self)
{
  const LdrSessionSummary *latest
      = self->news != NULL && self->news->sessions->len > 0 ? g_ptr_array_index (self->news->sessions, 0) : NULL;
  g_autoptr (GDateTime) starts = ldr_session_suggest_start (latest != NULL ? latest->starts : 0, ldr_moment_now ());
  LdrSession *session = ldr_session_new (starts);

  if (latest != NULL)
    {
      session->minutes = latest->minutes;
      ldr_session_set_location (session, latest->location);
    }
  return session;
}

/**
 * ldr_sessions_page_plan:
 * @self: a page
 *
 * Asks when a new session is to be.
 */
void
ldr_sessions_page_plan (LdrSessionsPage *self)
{
  LdrSession *session;
  AdwDialog *dialog;

  g_return_if_fail (LDR_IS_SESSIONS_PAGE (self));

  if (self->journal == NULL)
    return;
  session = suggest_session (self);
  dialog = ldr_plan_dialog_new (session);
  g_object_set_data_full (G_OBJECT (dialog), "session", session, (GDestroyNotify) ldr_session_unref);
  g_signal_connect_object (dialog, "planned", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_sessions_page_plan (LDR_SESSIONS_PAGE (widget));
}

/* --- Opening and deleting sessions -----------------------------------------------------------------------------------
 */

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionView view = g_str_equal (name, "sessions.prepare") ? LDR_SESSION_VIEW_PREPARE
                        : g_str_equal (name, "sessions.hold")  ? LDR_SESSION_VIEW_HOLD
                        : g_str_equal (name, "sessions.agree") ? LDR_SESSION_VIEW_AGREE
                                                               : LDR_SESSION_VIEW_NEXT;

  ldr_sessions_page_show_session (LDR_SESSIONS_PAGE (widget), g_variant_get_string (parameter, NULL), view);
}

static void
undo_trash_cb (AdwToast *toast, LdrSessionsPage *self)
{
  if (self->journal != NULL)
    ldr_session_restore_async (self->journal, g_object_get_data (G_OBJECT (toast), "value"), job_cb,
                               g_object_ref (self));
}

/* Its last words are saved before: both jobs run in their order. */
static void
trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionsPage *self = LDR_SESSIONS_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  LdrSessionPage *open = ldr_sessions_page_get_open (self);

  if (self->journal == NULL)
    return;
  offer_undo (self, _ ("Session moved to the trash"), G_CALLBACK (undo_trash_cb), g_strdup (id), g_free);
  if (open != NULL && g_str_equal (ldr_session_page_get_id (open), id))
    adw_navigation_view_pop (self->view);
  ldr_session_trash_async (self->journal, id, job_cb, g_object_ref (self));
}

static void
times_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSession) session = ldr_session_save_finish (LDR_JOURNAL (source), result, &error);

  if (session == NULL && self->journal != NULL)
    ldr_sessions_page_say (self, error->message);
}

/* Undoes a change of how far a session is, whether its page is still on the screen or not. */
static void
set_times_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionsPage *self = LDR_SESSIONS_PAGE (widget);
  LdrSessionPage *open = ldr_sessions_page_get_open (self);
  LdrSessionTimes times;
  const char *id;
  int state;

  g_variant_get (parameter, "(&sixxix)", &id, &state, &times.opened, &times.closed, &times.rested, &times.stands);
  times.state = (LdrSessionState) state;
  if (open != NULL && g_str_equal (ldr_session_page_get_id (open), id) && ldr_session_page_set_times (open, &times))
    return;
  if (self->journal != NULL)
    ldr_session_set_times_async (self->journal, id, &times, times_cb, g_object_ref (self));
}

/* --- Actions ---------------------------------------------------------------------------------------------------------
 */

static void
undo_action_cb (AdwToast *toast, LdrSessionsPage *self)
{
  if (self->journal != NULL)
    ldr_session_import_action_async (self->journal, g_object_get_data (G_OBJECT (toast), "value"), job_cb,
                                     g_object_ref (self));
}

static void
offer_action_back (LdrSessionsPage *self, const char *title, LdrAction *before)
{
  AdwToast *toast = offer_undo (self, title, G_CALLBACK (undo_action_cb), ldr_action_ref (before),
                                (GDestroyNotify) ldr_action_unref);

  adw_toast_set_timeout (toast, LONG_OFFER);
}

static void
ticked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) before = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);
  g_autofree char *title = NULL;

  if (self->journal == NULL)
    return;
  if (before == NULL)
    {
      ldr_sessions_page_show_again (self);
      ldr_sessions_page_say (self, error->message);
      return;
    }
  /* Translators: %s is an action that was ticked off, or open again */
  title = g_strdup_printf (before->state == LDR_ACTION_DONE ? _ ("“%s” is open again") : _ ("“%s” is done"),
                           before->text);
  offer_action_back (self, title, before);
}

static void
toggle_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) action = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL)
    return;
  if (action == NULL)
    {
      ldr_sessions_page_show_again (self);
      ldr_sessions_page_say (self, error->message);
    }
  else
    ldr_session_set_action_state_async (self->journal, action->id,
                                        action->state == LDR_ACTION_DONE ? LDR_ACTION_OPEN : LDR_ACTION_DONE, ticked_cb,
                                        g_object_ref (self));
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionsPage *self = LDR_SESSIONS_PAGE (widget);

  if (self->journal != NULL)
    ldr_session_get_action_async (self->journal, g_variant_get_string (parameter, NULL), toggle_got_cb,
                                  g_object_ref (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) before = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL)
    return;
  if (before != NULL)
    offer_action_back (self, _ ("Action deleted"), before);
  else
    ldr_sessions_page_say (self, error->message);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionsPage *self = LDR_SESSIONS_PAGE (widget);

  if (self->journal != NULL)
    ldr_session_delete_action_async (self->journal, g_variant_get_string (parameter, NULL), deleted_cb,
                                     g_object_ref (self));
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrActionDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) action = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);

  if (action != NULL)
    adw_dialog_force_close (ADW_DIALOG (dialog));
  else
    ldr_action_dialog_fail (dialog, error->message);
}

static void
edit_cb (LdrSessionsPage *self, LdrAction *action, LdrActionDialog *dialog)
{
  if (self->journal != NULL)
    ldr_session_save_action_async (self->journal, action, edited_cb, g_object_ref (dialog));
}

static void
edit_delete_cb (LdrSessionsPage *self, LdrActionDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sessions.delete-action", "s",
                              g_object_get_data (G_OBJECT (dialog), "id"));
}

static void
edit_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) action = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);
  AdwDialog *dialog;

  if (self->journal == NULL)
    return;
  if (action == NULL)
    {
      ldr_sessions_page_say (self, error->message);
      return;
    }
  dialog = ldr_action_dialog_new (action, ldr_journal_get_info (self->journal));
  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (action->id), g_free);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (edit_delete_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrSessionsPage *self = LDR_SESSIONS_PAGE (widget);

  if (self->journal != NULL)
    ldr_session_get_action_async (self->journal, g_variant_get_string (parameter, NULL), edit_got_cb,
                                  g_object_ref (self));
}

/* What #LdrSessionsPage says of its actions. */
void
ldr_sessions_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sessions.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "sessions.open", "s", show_action);
  gtk_widget_class_install_action (widget_class, "sessions.prepare", "s", show_action);
  gtk_widget_class_install_action (widget_class, "sessions.hold", "s", show_action);
  gtk_widget_class_install_action (widget_class, "sessions.agree", "s", show_action);
  gtk_widget_class_install_action (widget_class, "sessions.trash", "s", trash_action);
  gtk_widget_class_install_action (widget_class, "sessions.set-times", "(sixxix)", set_times_action);
  gtk_widget_class_install_action (widget_class, "sessions.toggle-action", "s", toggle_action);
  gtk_widget_class_install_action (widget_class, "sessions.edit-action", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "sessions.delete-action", "s", delete_action);
}
