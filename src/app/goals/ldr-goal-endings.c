/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-endings.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-day-button.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-goals-jobs.h"
#include "ldr-text-row.h"
#include "model/ldr-moment.h"

/* --- What is asked ---------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrGoal *goal;
  LdrGoalState state;
  LdrGoalEndingFunc func;
  GObject *object;
  AdwDialog *dialog;
  LdrTextRow *learned;
  LdrDayButton *returns;
  gboolean answered;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  ldr_goal_unref (self->goal);
  g_object_unref (self->object);
  g_free (self);
}

/* The goal with what was filled in, in the state that it has. */
static LdrGoal *
collect (Question *self)
{
  LdrGoal *changed = ldr_goal_copy (self->goal);
  g_autofree char *learned = NULL;

  if (self->state == LDR_GOAL_PAUSED)
    {
      changed->returns = ldr_day_button_get_day (self->returns);
      return changed;
    }
  learned = ldr_text_row_dup_text (self->learned);
  ldr_goal_set_learned (changed, learned);
  return changed;
}

/* The rest that a goal had until now ended on the day that was said then, @returned. */
static void
put_to_rest (LdrGoal *changed, int returned)
{
  int returns = changed->returns;

  changed->returns = returned;
  ldr_goal_pause (changed, ldr_day_today (), returns);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Question *self)
{
  g_autoptr (LdrGoal) changed = NULL;

  if (self->answered)
    return;
  self->answered = TRUE;
  changed = collect (self);
  if (!g_str_equal (response, "do"))
    self->func (self->object, changed, FALSE);
  else
    {
      if (self->state == LDR_GOAL_PAUSED)
        put_to_rest (changed, self->goal->returns);
      else
        ldr_goal_set_state (changed, self->state, ldr_day_today ());
      self->func (self->object, changed, TRUE);
    }
}

/* A day that is past cannot be waited for: the answer is refused until there is another. */
static void
returns_cb (Question *self)
{
  int day = ldr_day_button_get_day (self->returns);
  gboolean right = day == 0 || day > ldr_day_today ();

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self->dialog), "do", right);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self->dialog),
                             right ? _ ("It asks for nothing until it comes back. Its check-ins stay.")
                                   : _ ("The day on which it comes back has to be after today."));
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

static void
ask_return (Question *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->returns = LDR_DAY_BUTTON (ldr_day_button_new (_ ("Comes back"), _ ("When I take it up again")));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Comes back"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->returns));
  if (self->goal->returns > ldr_day_today ())
    ldr_day_button_set_day (self->returns, self->goal->returns);
  g_signal_connect_swapped (self->returns, "changed", G_CALLBACK (returns_cb), self);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self->dialog), make_list (row));
  returns_cb (self);
}

static void
ask_learned (Question *self)
{
  self->learned = LDR_TEXT_ROW (ldr_text_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->learned),
                                 self->state == LDR_GOAL_ACHIEVED ? _ ("What helped?") : _ ("What was learned?"));
  ldr_text_row_set_text (self->learned, self->goal->learned);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self->dialog),
                             self->state == LDR_GOAL_ACHIEVED
                                 ? _ ("The goal stays here with all its check-ins. You can always take it up again.")
                                 : _ ("Letting go is a choice too. The goal stays here with all its check-ins, and can "
                                      "be taken up again."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self->dialog), make_list (GTK_WIDGET (self->learned)));
}

static const char *
get_heading (LdrGoalState state)
{
  switch (state)
    {
    case LDR_GOAL_PAUSED:
      return _ ("Pause This Goal?");
    case LDR_GOAL_ACHIEVED:
      return _ ("Goal Achieved?");
    case LDR_GOAL_LET_GO:
    case LDR_GOAL_ACTIVE:
      return _ ("Let Go of This Goal?");
    }
  return "";
}

static const char *
get_label (LdrGoalState state)
{
  switch (state)
    {
    case LDR_GOAL_PAUSED:
      return _ ("_Pause");
    case LDR_GOAL_ACHIEVED:
      return _ ("_Achieved");
    case LDR_GOAL_LET_GO:
    case LDR_GOAL_ACTIVE:
      return _ ("_Let Go");
    }
  return "";
}

/**
 * ldr_goal_ask_ending:
 * @parent: over what to ask
 * @goal: a goal
 * @state: paused, achieved or let go
 * @func: called with @object and the changed goal if the answer is yes, and otherwise with what was filled in until
 * then
 * @object: for @func
 *
 * Asks what belongs to pausing a goal or ending it: the day on which it comes back, or what was learned.
 */
void
ldr_goal_ask_ending (GtkWidget *parent, LdrGoal *goal, LdrGoalState state, LdrGoalEndingFunc func, GObject *object)
{
  AdwDialog *dialog = adw_alert_dialog_new (get_heading (state), NULL);
  Question *question = g_new0 (Question, 1);

  question->goal = ldr_goal_ref (goal);
  question->state = state;
  question->func = func;
  question->object = g_object_ref (object);
  question->dialog = dialog;
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "do", get_label (state), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "do", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "do");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  if (state == LDR_GOAL_PAUSED)
    ask_return (question);
  else
    ask_learned (question);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}

/* --- What can be taken back ------------------------------------------------------------------------------------------
 */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwToastOverlay) overlay = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoal) goal = ldr_goals_save_finish (LDR_JOURNAL (source), result, &error);

  if (goal == NULL)
    ldr_toast_say (GTK_WIDGET (overlay), error->message);
}

static void
undo_cb (AdwToast *toast, AdwToastOverlay *overlay)
{
  ldr_goals_save_async (g_object_get_data (G_OBJECT (toast), "journal"), g_object_get_data (G_OBJECT (toast), "goal"),
                        undone_cb, g_object_ref (overlay));
}

static void
offer (GtkWidget *widget, LdrJournal *journal, const char *title, LdrGoal *goal, GCallback callback)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "journal", g_object_ref (journal), g_object_unref);
  g_object_set_data_full (G_OBJECT (toast), "goal", ldr_goal_ref (goal), (GDestroyNotify) ldr_goal_unref);
  g_signal_connect_object (toast, "button-clicked", callback, overlay, G_CONNECT_DEFAULT);
  ldr_toast_show (widget, toast);
}

/**
 * ldr_goal_offer_undo:
 * @widget: where it happened
 * @journal: the journal
 * @title: what happened
 * @before: the goal as it was
 *
 * Offers to take a change of a goal back, also when its page is left.
 */
void
ldr_goal_offer_undo (GtkWidget *widget, LdrJournal *journal, const char *title, LdrGoal *before)
{
  offer (widget, journal, title, before, G_CALLBACK (undo_cb));
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwToastOverlay) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_goals_finish (LDR_JOURNAL (source), result, &error))
    ldr_toast_say (GTK_WIDGET (overlay), error->message);
}

static void
restore_cb (AdwToast *toast, AdwToastOverlay *overlay)
{
  LdrGoal *goal = g_object_get_data (G_OBJECT (toast), "goal");

  ldr_goals_restore_async (g_object_get_data (G_OBJECT (toast), "journal"), goal->id, trashed_cb,
                           g_object_ref (overlay));
}

/**
 * ldr_goal_trash:
 * @widget: where it happens
 * @journal: the journal
 * @goal: a goal
 *
 * Puts a goal into the trash, and offers to take it out again.
 */
void
ldr_goal_trash (GtkWidget *widget, LdrJournal *journal, LdrGoal *goal)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  g_return_if_fail (overlay != NULL);

  ldr_goals_trash_async (journal, goal->id, trashed_cb, g_object_ref (overlay));
  offer (widget, journal, _ ("Goal moved to the trash"), goal, G_CALLBACK (restore_cb));
}
