/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-page.h"

#include <glib/gi18n.h>

#include "app/packs/ldr-margin-notes.h"
#include "app/styles/ldr-styles-describe.h"
#include "app/widgets/ldr-chart-view.h"
#include "app/widgets/ldr-link-list.h"
#include "app/widgets/ldr-saver.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-check-in-dialog.h"
#include "ldr-check-in-row.h"
#include "ldr-goal-editor.h"
#include "ldr-goal-endings.h"
#include "ldr-goal-parts.h"
#include "ldr-goal-steps.h"
#include "ldr-goals-describe.h"
#include "ldr-goals-jobs.h"
#include "model/ldr-moment.h"

/**
 * LdrGoalPage:
 *
 * Reads a goal with all its check-ins in one go, and again when they change. What is changed here stands on the screen
 * at once and goes to the journal through one saver; until that is safe, what is read leaves it alone.
 */
struct _LdrGoalPage
{
  AdwNavigationPage parent_instance;

  LdrJournal *journal;
  char *id;
  GCancellable *cancellable;
  LdrGoalNews *news;
  LdrSaver *saver;
  gboolean dirty;      /* A step is being written. */
  gboolean all;        /* All check-ins are listed. */
  LdrGoal *unanswered; /* What was filled in of a question that was put away just now, or NULL. */
  guint forget_id;
  gboolean stale; /* Something changed while the page was out of sight. */
  int day;        /* On which it was read. */
  LdrCheckInRow *row;

  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwBanner *banner;
  GtkWidget *verdict;
  GtkWidget *head;
  GtkWidget *take_up;
  GtkWidget *stats;
  LdrChartView *chart;
  AdwBin *check_in_bin;
  LdrGoalSteps *steps;
  GtkWidget *marks;
  GtkWidget *links;
  LdrMarginNotes *comments;
};

static guint gone_signal;

G_DEFINE_FINAL_TYPE (LdrGoalPage, ldr_goal_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static void
show_actions (LdrGoalPage *self)
{
  LdrGoalState state = ldr_goal_get_state (self->news->goal, self->day);
  gboolean over = state == LDR_GOAL_ACHIEVED || state == LDR_GOAL_LET_GO;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goal.pause", state == LDR_GOAL_ACTIVE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goal.achieve", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goal.let-go", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goal.take-up", state != LDR_GOAL_ACTIVE);
  gtk_widget_set_visible (self->take_up, state != LDR_GOAL_ACTIVE);
  gtk_widget_set_visible (GTK_WIDGET (self->check_in_bin), !over);
  gtk_widget_set_visible (self->verdict, ldr_goal_asks_verdict (self->news->goal, self->day));
}

static void
show_news (LdrGoalPage *self, gboolean with_steps)
{
  g_autoptr (LdrLineData) data = ldr_goal_chart_new (self->news->goal, self->news->check_ins, self->day);

  show_actions (self);
  ldr_goal_head_fill (self->head, self->news->goal, ldr_leader_for (ldr_journal_get_info (self->journal)), self->day);
  ldr_goal_stats_fill (self->stats, self->news, self->day);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), self->news->check_ins->len > 0);
  ldr_chart_view_set_data (self->chart, data);
  if (with_steps)
    ldr_goal_steps_set_goal (self->steps, self->news->goal);
  ldr_goal_marks_fill (self->marks, self->news, self->all, self->day);
  if (self->row == NULL)
    {
      self->row = LDR_CHECK_IN_ROW (ldr_check_in_row_new (self->journal, self->news->goal));
      adw_bin_set_child (self->check_in_bin, GTK_WIDGET (self->row));
    }
  gtk_stack_set_visible_child_name (self->stack, "goal");
}

static void
set_news (LdrGoalPage *self, LdrGoal *goal, GPtrArray *check_ins)
{
  LdrGoalNews *news = ldr_goal_news_new (goal, check_ins);

  g_clear_pointer (&self->news, ldr_goal_news_unref);
  self->news = news;
}

static gboolean
is_safe (LdrGoalPage *self)
{
  return ldr_saver_get_state (self->saver, TRUE) == LDR_SAVE_STATE_SAVED;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoalNews) news = ldr_goals_load_finish (LDR_JOURNAL (source), result, &error);
  gboolean safe;

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (news == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  if (news->goal->deleted != 0)
    {
      g_signal_emit (self, gone_signal, 0);
      return;
    }
  safe = is_safe (self);
  set_news (self, safe ? news->goal : self->news->goal, news->check_ins);
  show_news (self, safe);
}

static void
reload (LdrGoalPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  self->day = ldr_day_today ();
  ldr_goals_load_async (self->journal, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (LdrGoalPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

/* --- Saving ----------------------------------------------------------------------------------------------------------
 */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalPage) self = user_data;
  GError *error = NULL;
  g_autoptr (LdrGoal) goal = ldr_goals_save_finish (LDR_JOURNAL (source), result, &error);

  if (self->banner != NULL)
    {
      if (error != NULL)
        adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, error != NULL);
    }
  ldr_saver_done (self->saver, error, TRUE);
  if (error == NULL && self->stack != NULL && is_safe (self))
    reload (self);
}

/* Sends what is on the screen. */
static gboolean
begin_cb (gpointer user_data)
{
  LdrGoalPage *self = user_data;
  g_autoptr (LdrGoal) goal = NULL;

  if (self->news == NULL || self->steps == NULL)
    return FALSE;
  goal = ldr_goal_copy (self->news->goal);
  ldr_goal_steps_apply (self->steps, goal);
  set_news (self, goal, self->news->check_ins);
  self->dirty = FALSE;
  ldr_goals_save_async (self->journal, goal, saved_cb, g_object_ref (self));
  return TRUE;
}

static void
send_now (LdrGoalPage *self)
{
  ldr_saver_claim (self->saver);
  begin_cb (self);
}

static void
steps_changed_cb (LdrGoalPage *self)
{
  if (self->news != NULL)
    send_now (self);
}

static void
steps_written_cb (LdrGoalPage *self)
{
  self->dirty = TRUE;
  ldr_saver_touch (self->saver);
}

/* --- What becomes of it ----------------------------------------------------------------------------------------------
 */

static void
change (LdrGoalPage *self, LdrGoal *changed, const char *title)
{
  g_autoptr (LdrGoal) before = ldr_goal_copy (self->news->goal);

  ldr_goal_steps_apply (self->steps, before);
  set_news (self, changed, self->news->check_ins);
  send_now (self);
  show_news (self, FALSE);
  ldr_goal_offer_undo (GTK_WIDGET (self), self->journal, title, before);
}

static void
forget (LdrGoalPage *self)
{
  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_clear_pointer (&self->unanswered, ldr_goal_unref);
}

static gboolean
forget_cb (gpointer user_data)
{
  LdrGoalPage *self = user_data;

  self->forget_id = 0;
  forget (self);
  return G_SOURCE_REMOVE;
}

/* A journal that is locked puts every question away and then has everything saved, before anything else happens. Who
 * puts it away otherwise does not want what was filled in. */
static void
keep_for_now (LdrGoalPage *self, LdrGoal *changed)
{
  forget (self);
  self->unanswered = ldr_goal_ref (changed);
  self->forget_id = g_idle_add_full (G_PRIORITY_HIGH, forget_cb, self, NULL);
}

/* What was filled in is there when it is asked again. */
static void
save_unanswered (LdrGoalPage *self)
{
  g_autoptr (LdrGoal) goal = NULL;

  if (self->unanswered == NULL)
    return;
  goal = ldr_goal_copy (self->news->goal);
  ldr_goal_set_learned (goal, self->unanswered->learned);
  /* Of a paused goal that came back it says since when. */
  if (goal->state == LDR_GOAL_ACTIVE)
    goal->returns = self->unanswered->returns;
  forget (self);
  set_news (self, goal, self->news->check_ins);
  send_now (self);
}

static void
ended_cb (gpointer object, LdrGoal *changed, gboolean answered)
{
  LdrGoalPage *self = object;

  if (self->stack == NULL)
    return;
  if (!answered)
    {
      keep_for_now (self, changed);
      return;
    }
  switch (changed->state)
    {
    case LDR_GOAL_PAUSED:
      change (self, changed, _ ("Goal paused"));
      break;
    case LDR_GOAL_ACHIEVED:
      change (self, changed, _ ("Goal achieved"));
      break;
    case LDR_GOAL_LET_GO:
    case LDR_GOAL_ACTIVE:
      change (self, changed, _ ("Goal let go"));
      break;
    }
}

static void
ask_ending (gpointer widget, LdrGoalState state)
{
  LdrGoalPage *self = widget;

  if (self->news != NULL)
    ldr_goal_ask_ending (GTK_WIDGET (self), self->news->goal, state, ended_cb, G_OBJECT (self));
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_ending (widget, LDR_GOAL_PAUSED);
}

static void
achieve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_ending (widget, LDR_GOAL_ACHIEVED);
}

static void
let_go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_ending (widget, LDR_GOAL_LET_GO);
}

static void
take_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);
  g_autoptr (LdrGoal) changed = ldr_goal_copy (self->news->goal);

  ldr_goal_set_state (changed, LDR_GOAL_ACTIVE, ldr_day_today ());
  change (self, changed, _ ("Goal taken up again"));
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);
  g_autoptr (LdrGoal) changed = ldr_goal_copy (self->news->goal);

  changed->last_day = 0;
  change (self, changed, _ ("It stays, without an end date"));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);

  if (self->news == NULL)
    return;
  ldr_goal_trash (widget, self->journal, self->news->goal);
  g_signal_emit (self, gone_signal, 0);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);

  if (self->news == NULL)
    return;
  if (self->dirty)
    send_now (self);
  adw_dialog_present (ldr_goal_editor_new (self->journal, self->news->goal, self->news->check_ins), widget);
}

/* --- The check-ins ---------------------------------------------------------------------------------------------------
 */

static void
mark_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_goals_finish (LDR_JOURNAL (source), result, &error) && self->stack != NULL)
    ldr_toast_say (GTK_WIDGET (self), error->message);
}

static void
undo_mark_cb (AdwToast *toast, LdrGoalPage *self)
{
  ldr_goals_undo_async (self->journal, g_object_get_data (G_OBJECT (toast), "change"), mark_done_cb,
                        g_object_ref (self));
}

static void
mark_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  LdrCheckInChange *change = ldr_goals_check_in_finish (LDR_JOURNAL (source), result, &error);
  g_autoptr (AdwToast) toast = adw_toast_new (change != NULL ? _ ("Check-in saved") : error->message);

  if (change != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_object_set_data_full (G_OBJECT (toast), "change", change, (GDestroyNotify) ldr_check_in_change_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_mark_cb), self, G_CONNECT_DEFAULT);
    }
  if (self->stack != NULL)
    ldr_toast_show (GTK_WIDGET (self), g_steal_pointer (&toast));
}

static void
save_mark (LdrGoalPage *self, LdrCheckIn *check_in)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);

  g_ptr_array_add (list, ldr_check_in_ref (check_in));
  ldr_goals_check_in_async (self->journal, list, mark_saved_cb, g_object_ref (self));
}

static void
bring_back_cb (AdwToast *toast, LdrGoalPage *self)
{
  save_mark (self, g_object_get_data (G_OBJECT (toast), "check-in"));
}

static void
remove_mark_cb (LdrGoalPage *self, AdwDialog *dialog)
{
  LdrCheckIn *check_in = g_object_get_data (G_OBJECT (dialog), "check-in");
  AdwToast *toast = adw_toast_new (_ ("Check-in removed"));

  ldr_goals_delete_check_in_async (self->journal, check_in, mark_done_cb, g_object_ref (self));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "check-in", ldr_check_in_ref (check_in),
                          (GDestroyNotify) ldr_check_in_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_DEFAULT);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
edit_check_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);
  LdrCheckIn *check_in = ldr_goal_news_find (self->news, g_variant_get_int32 (parameter));
  AdwDialog *dialog;

  if (check_in == NULL)
    return;
  dialog = ldr_check_in_dialog_new (self->news->goal, check_in);
  g_object_set_data_full (G_OBJECT (dialog), "check-in", ldr_check_in_ref (check_in),
                          (GDestroyNotify) ldr_check_in_unref);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (save_mark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (remove_mark_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);

  self->all = TRUE;
  ldr_goal_marks_fill (self->marks, self->news, TRUE, self->day);
  gtk_widget_child_focus (self->marks, GTK_DIR_TAB_FORWARD);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_goal_page_map (GtkWidget *widget)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_goal_page_parent_class)->map (widget);
  if (self->stale || self->day != ldr_day_today ())
    reload (self);
}

static void
ldr_goal_page_unmap (GtkWidget *widget)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (widget);

  if (self->dirty)
    send_now (self);
  GTK_WIDGET_CLASS (ldr_goal_page_parent_class)->unmap (widget);
}

static void
ldr_goal_page_dispose (GObject *object)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (object);

  forget (self);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_GOAL_PAGE);
  self->row = NULL;

  G_OBJECT_CLASS (ldr_goal_page_parent_class)->dispose (object);
}

static void
ldr_goal_page_finalize (GObject *object)
{
  LdrGoalPage *self = LDR_GOAL_PAGE (object);

  ldr_saver_stop (self->saver);
  g_object_unref (self->saver);
  g_object_unref (self->cancellable);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->news, ldr_goal_news_unref);
  g_free (self->id);

  G_OBJECT_CLASS (ldr_goal_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "goal.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "goal.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "goal.achieve", NULL, achieve_action);
  gtk_widget_class_install_action (widget_class, "goal.let-go", NULL, let_go_action);
  gtk_widget_class_install_action (widget_class, "goal.take-up", NULL, take_up_action);
  gtk_widget_class_install_action (widget_class, "goal.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "goal.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "goal.edit-check-in", "i", edit_check_in_action);
  gtk_widget_class_install_action (widget_class, "goal.show-all", NULL, show_all_action);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, banner);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, head);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, take_up);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, stats);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, check_in_bin);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, steps);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, marks);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, links);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalPage, comments);
}

static void
ldr_goal_page_class_init (LdrGoalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_goal_page_dispose;
  object_class->finalize = ldr_goal_page_finalize;
  widget_class->map = ldr_goal_page_map;
  widget_class->unmap = ldr_goal_page_unmap;
  gone_signal = g_signal_new ("gone", LDR_TYPE_GOAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LDR_TYPE_CHART_VIEW);
  g_type_ensure (LDR_TYPE_GOAL_STEPS);
  g_type_ensure (LDR_TYPE_MARGIN_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/goals/ldr-goal-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, steps_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, steps_written_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "toast_cb", G_CALLBACK (ldr_toast_pass_on));
  install_actions (widget_class);
}

static void
ldr_goal_page_init (LdrGoalPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->saver = ldr_saver_new (begin_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_goal_page_new:
 * @journal: an open journal
 * @id: one of its goals
 *
 * Returns: (transfer floating): the page of that goal, which follows the journal
 */
AdwNavigationPage *
ldr_goal_page_new (LdrJournal *journal, const char *id)
{
  LdrGoalPage *self = g_object_new (LDR_TYPE_GOAL_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->id = g_strdup (id);
  gtk_box_append (GTK_BOX (self->links), ldr_link_list_new (journal, LDR_LINK_GOAL, id));
  ldr_margin_notes_show (self->comments, journal, LDR_SUBJECT_GOAL, id);
  g_signal_connect_object (journal, "goals-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ldr_goal_page_get_id:
 * @self: a page
 *
 * Returns: its goal's id
 */
const char *
ldr_goal_page_get_id (LdrGoalPage *self)
{
  g_return_val_if_fail (LDR_IS_GOAL_PAGE (self), NULL);

  return self->id;
}

static void
row_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LdrGoalPage *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ldr_check_in_row_flush_finish (LDR_CHECK_IN_ROW (source), result, &error))
    g_task_return_error (task, error);
  else
    ldr_saver_flush (self->saver, g_object_ref (task));
}

/**
 * ldr_goal_page_flush:
 * @self: a page
 * @task: (transfer full): returns %TRUE once all that was written on it is safe, or the error for which it is not; its
 *   task data is used
 */
void
ldr_goal_page_flush (LdrGoalPage *self, GTask *task)
{
  g_return_if_fail (LDR_IS_GOAL_PAGE (self));

  save_unanswered (self);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  if (self->row != NULL)
    ldr_check_in_row_flush_async (self->row, NULL, row_flushed_cb, task);
  else
    ldr_saver_flush (self->saver, task);
}

/**
 * ldr_goal_page_abandon:
 * @self: a page
 *
 * Gives up what could not be saved.
 */
void
ldr_goal_page_abandon (LdrGoalPage *self)
{
  g_return_if_fail (LDR_IS_GOAL_PAGE (self));

  ldr_saver_stop (self->saver);
  if (self->row != NULL)
    ldr_check_in_row_abandon (self->row);
}
