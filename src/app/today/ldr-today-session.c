/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-session.h"

#include <glib/gi18n.h>

#include "app/sessions/ldr-sessions-describe.h"
#include "app/sessions/ldr-sessions-jobs.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-today-describe.h"
#include "model/ldr-moment.h"

/* More actions than these are a matter for the session. */
#define MAX_ACTIONS 5

struct _LdrTodaySession
{
  AdwBin parent_instance;

  LdrJournal *journal;
  AdwPreferencesGroup *group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LdrTodaySession, ldr_today_session, ADW_TYPE_BIN)

static GtkWidget *
add_row (LdrTodaySession *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle[0] != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->list, row);
  return row;
}

/* --- The session -----------------------------------------------------------------------------------------------------
 */

static void
lead_to (GtkWidget *widget, const LdrSessionSummary *session)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", session->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "place.open-session");
}

static void
add_session (LdrTodaySession *self, const LdrSessionSummary *session, int n_to_discuss, gint64 now)
{
  g_autoptr (LdrTodaySessionDescription) text = ldr_today_session_describe (session, n_to_discuss, now);
  GtkWidget *row = add_row (self, text->title, text->subtitle);
  GtkWidget *button = gtk_button_new_with_mnemonic (text->step);
  GtkWidget *icon = gtk_image_new_from_icon_name ("leidraad-sessions-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text->step_name, -1);
  lead_to (button, session);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  lead_to (row, session);
}

/* --- What was agreed -------------------------------------------------------------------------------------------------
 */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTodaySession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_session_job_finish (LDR_JOURNAL (source), result, &error))
    ldr_toast_say (GTK_WIDGET (self), error->message);
}

static void
undo_cb (AdwToast *toast, LdrTodaySession *self)
{
  if (self->journal != NULL)
    ldr_session_import_action_async (self->journal, g_object_get_data (G_OBJECT (toast), "action"), undone_cb,
                                     g_object_ref (self));
}

/* An action whose box was ticked, on its way to the journal. */
typedef struct
{
  LdrTodaySession *self;
  GtkCheckButton *check;
} Errand;

static void toggled_cb (LdrTodaySession *self, GtkCheckButton *check);

/* What is not in the journal is not ticked. */
static void
untick (LdrTodaySession *self, GtkCheckButton *check)
{
  g_signal_handlers_block_by_func (check, toggled_cb, self);
  gtk_check_button_set_active (check, FALSE);
  g_signal_handlers_unblock_by_func (check, toggled_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (check), TRUE);
}

static void
ticked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Errand *errand = user_data;
  g_autoptr (LdrTodaySession) self = errand->self;
  g_autoptr (GtkCheckButton) check = errand->check;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) before = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);
  AdwToast *toast;

  if (before == NULL)
    {
      untick (self, check);
      ldr_toast_say (GTK_WIDGET (self), error->message);
      return;
    }
  toast = adw_toast_new (_ ("Action done"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "action", g_steal_pointer (&before), (GDestroyNotify) ldr_action_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

/* The row leaves when the journal says that the action is done. */
static void
toggled_cb (LdrTodaySession *self, GtkCheckButton *check)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->self = g_object_ref (self);
  errand->check = g_object_ref (check);
  gtk_widget_set_sensitive (GTK_WIDGET (check), FALSE);
  ldr_session_set_action_state_async (self->journal, g_object_get_data (G_OBJECT (check), "id"), LDR_ACTION_DONE,
                                      ticked_cb, errand);
}

static void
add_overdue (GtkWidget *row)
{
  GtkWidget *label = gtk_label_new (_ ("Overdue"));

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "overdue-chip");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_action (LdrTodaySession *self, const LdrAction *action, int today)
{
  g_autoptr (LdrActionRow) text = ldr_action_row_describe (action, ldr_journal_get_info (self->journal), today);
  GtkWidget *row = add_row (self, text->title, text->subtitle);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (check, "selection-mode");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text->tick, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (action->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (text->overdue)
    add_overdue (row);
}

static void
add_more (LdrTodaySession *self, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u more action", "%u more actions", n), n);
  GtkWidget *row = add_row (self, title, "");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "sessions");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-place");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
add_actions (LdrTodaySession *self, GPtrArray *actions, int today)
{
  for (guint i = 0; i < actions->len && i < MAX_ACTIONS; i++)
    add_action (self, g_ptr_array_index (actions, i), today);
  if (actions->len > MAX_ACTIONS)
    add_more (self, actions->len - MAX_ACTIONS);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_today_session_dispose (GObject *object)
{
  g_clear_object (&LDR_TODAY_SESSION (object)->journal);

  G_OBJECT_CLASS (ldr_today_session_parent_class)->dispose (object);
}

static void
ldr_today_session_class_init (LdrTodaySessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_today_session_dispose;
}

static void
ldr_today_session_init (LdrTodaySession *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Where the focus was in the list: the row that takes its place, for the next tick. */
static void
refocus (LdrTodaySession *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (self->list, place - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * ldr_today_session_set_facts:
 * @self: it
 * @journal: the journal of which @facts tell
 * @facts: what was read
 *
 * Shows the next session and the open actions.
 */
void
ldr_today_session_set_facts (LdrTodaySession *self, LdrJournal *journal, const LdrTodayFacts *facts)
{
  GtkWidget *focus;
  gint64 now = ldr_moment_now ();
  const LdrSessionSummary *session;
  const char *title;
  int place;

  g_return_if_fail (LDR_IS_TODAY_SESSION (self));

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  place = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  session = ldr_today_find_session (facts->sessions, now);
  title = session != NULL ? _ ("Next session") : _ ("Agreed and still open");
  g_set_object (&self->journal, journal);
  gtk_list_box_remove_all (self->list);
  if (session != NULL)
    add_session (self, session, facts->n_to_discuss, now);
  add_actions (self, facts->actions, facts->day);
  adw_preferences_group_set_title (self->group, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL || facts->actions->len > 0);
  if (place >= 0)
    refocus (self, place);
}
