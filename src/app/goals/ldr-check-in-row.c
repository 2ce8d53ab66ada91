/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-check-in-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/styles/ldr-styles-describe.h"
#include "app/widgets/ldr-day-button.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-check-in-describe.h"
#include "ldr-check-in-draft.h"
#include "ldr-figure-entry.h"
#include "ldr-goals-jobs.h"
#include "ldr-scale-picker.h"
#include "ldr-times-picker.h"
#include "model/ldr-moment.h"

/**
 * LdrCheckInRow:
 *
 * A value that is tapped is on its way to the journal at once; the note follows as it is written.
 */
struct _LdrCheckInRow
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrGoalNews *news;
  GCancellable *cancellable;
  int chosen_day; /* 0 as long as it is about today, whenever that is. */
  LdrCheckInDraft *draft;
  gboolean quiet;
  gboolean not_saved;
  LdrMeasureKind input_kind;
  AdwToast *toast;

  GtkWidget *goal_button;
  GtkLabel *goal_label;
  GtkLabel *heading;
  AdwBin *day_bin;
  GtkWidget *day_button;
  AdwBin *input_bin;
  GtkWidget *input; /* Of a type that follows the measure. */
  GtkLabel *problem;
  GtkLabel *status;
  GtkWidget *note_box;
  GtkLabel *question;
  GtkTextBuffer *note;
  GtkWidget *skip;
  GtkWidget *discard;
};

static guint checked_in_signal;

G_DEFINE_FINAL_TYPE (LdrCheckInRow, ldr_check_in_row, ADW_TYPE_BIN)

static int
get_day (LdrCheckInRow *self)
{
  return self->chosen_day != 0 ? self->chosen_day : ldr_day_today ();
}

static LdrCheckIn *
get_current (LdrCheckInRow *self)
{
  return ldr_check_in_draft_get (self->draft);
}

static const LdrMeasure *
get_measure (LdrCheckInRow *self)
{
  const LdrGoal *goal = self->news->goal;
  const LdrCheckIn *current = get_current (self);

  if (current != NULL && ldr_goal_find_version (goal, current->version) != NULL)
    return ldr_goal_find_version (goal, current->version)->measure;
  return ldr_goal_get_version_on (goal, get_day (self))->measure;
}

static void
show_toast (LdrCheckInRow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
  g_set_weak_pointer (&self->toast, toast);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
show_problem (LdrCheckInRow *self, const char *problem)
{
  if (self->problem == NULL)
    return;
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static void chosen_cb (LdrCheckInRow *self, double value);

static void
ensure_input (LdrCheckInRow *self, const LdrMeasure *measure, const char *heading)
{
  if (self->input != NULL && self->input_kind == measure->kind && measure->kind != LDR_MEASURE_FIGURE)
    return;
  /* A figure's entry knows its unit; it is only made anew when the wording may have changed. */
  if (self->input != NULL && self->input_kind == measure->kind
      && g_strcmp0 (g_object_get_data (G_OBJECT (self->input), "unit"), measure->unit) == 0)
    return;
  self->input_kind = measure->kind;
  switch (measure->kind)
    {
    case LDR_MEASURE_SCALE:
      self->input = ldr_scale_picker_new ();
      break;
    case LDR_MEASURE_WEEKLY:
      self->input = ldr_times_picker_new ();
      break;
    case LDR_MEASURE_FIGURE:
      self->input = ldr_figure_entry_new (measure, heading);
      g_object_set_data_full (G_OBJECT (self->input), "unit", g_strdup (measure->unit), g_free);
      break;
    }
  adw_bin_set_child (self->input_bin, self->input);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading,
                                  NULL, -1);
  g_signal_connect_object (self->input, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
show_input (LdrCheckInRow *self, const char *heading)
{
  double value = get_current (self) != NULL ? get_current (self)->value : NAN;

  ensure_input (self, get_measure (self), heading);
  switch (self->input_kind)
    {
    case LDR_MEASURE_SCALE:
      ldr_scale_picker_set_value (LDR_SCALE_PICKER (self->input), value);
      break;
    case LDR_MEASURE_WEEKLY:
      ldr_times_picker_set_value (LDR_TIMES_PICKER (self->input), value);
      break;
    case LDR_MEASURE_FIGURE:
      ldr_figure_entry_set_value (LDR_FIGURE_ENTRY (self->input), value);
      break;
    }
}

/* The check-ins as they will be once the current one is saved. */
static GPtrArray *
dup_check_ins (LdrCheckInRow *self)
{
  GPtrArray *check_ins = g_ptr_array_new ();
  LdrCheckIn *current = get_current (self);
  gboolean placed = current == NULL;

  for (guint i = 0; i < self->news->check_ins->len; i++)
    {
      LdrCheckIn *check_in = g_ptr_array_index (self->news->check_ins, i);

      if (!placed && check_in->day >= current->day)
        {
          g_ptr_array_add (check_ins, current);
          placed = TRUE;
        }
      if (check_in->day != get_day (self))
        g_ptr_array_add (check_ins, check_in);
    }
  if (!placed)
    g_ptr_array_add (check_ins, current);
  return check_ins;
}

static char *
describe_status (LdrCheckInRow *self)
{
  g_autoptr (GPtrArray) check_ins = dup_check_ins (self);
  const LdrGoal *goal = self->news->goal;
  int today = ldr_day_today ();
  char *week = ldr_check_in_describe_week (goal, check_ins, get_day (self), today);

  if (week != NULL)
    return week;
  if (get_current (self) != NULL && ldr_check_in_is_skipped (get_current (self)))
    return ldr_check_in_describe_noted (get_measure (self), NAN);
  return ldr_check_in_describe_last (goal, check_ins, get_day (self), today);
}

static char *
dup_note (LdrCheckInRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  return gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
}

static void
show_note (LdrCheckInRow *self)
{
  const LdrCheckIn *current = get_current (self);
  const LdrCheckIn *before = ldr_check_in_find_before (self->news->check_ins, get_day (self));
  gboolean comparable = before != NULL && current != NULL && before->version == current->version;
  g_autofree char *question = NULL;
  g_autofree char *written = dup_note (self);

  gtk_widget_set_visible (self->note_box, current != NULL);
  if (current != NULL)
    question = ldr_check_in_describe_question (get_measure (self), current->value, comparable ? before->value : NAN);
  gtk_label_set_label (self->question, question != NULL ? question : _ ("Note"));
  if (g_strcmp0 (written, current != NULL ? current->note : "") == 0)
    return;
  self->quiet = TRUE;
  gtk_text_buffer_set_text (self->note, current != NULL ? current->note : "", -1);
  self->quiet = FALSE;
}

static void
refresh (LdrCheckInRow *self, gboolean with_note)
{
  const char *leader = ldr_leader_for (ldr_journal_get_info (self->journal));
  const LdrCheckIn *current = get_current (self);
  int day = get_day (self);
  g_autofree char *heading = ldr_check_in_describe_heading (get_measure (self), day, ldr_day_today (), leader);
  g_autofree char *status = describe_status (self);

  gtk_label_set_label (self->heading, heading);
  ldr_day_button_set_day (LDR_DAY_BUTTON (self->day_button), day);
  gtk_label_set_label (self->goal_label, ldr_goal_get_statement (self->news->goal));
  show_input (self, heading);
  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  gtk_widget_set_visible (self->skip, current == NULL || !ldr_check_in_is_skipped (current));
  gtk_widget_set_visible (self->discard, current != NULL);
  if (with_note)
    show_note (self);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
take_current (LdrCheckInRow *self)
{
  ldr_check_in_draft_take (self->draft, ldr_goal_news_find (self->news, get_day (self)));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrCheckInRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoalNews) news = ldr_goals_load_finish (LDR_JOURNAL (source), result, &error);
  gboolean safe;

  /* A goal that is gone says so where it is listed. */
  if (self->input_bin == NULL || news == NULL)
    return;
  ldr_goal_news_unref (self->news);
  self->news = g_steal_pointer (&news);
  /* What is being written is newer than what was read. */
  safe = ldr_check_in_draft_is_safe (self->draft);
  if (safe)
    take_current (self);
  refresh (self, safe);
}

static void
reload (LdrCheckInRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ldr_goals_load_async (self->journal, self->news->goal->id, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- Taking back -----------------------------------------------------------------------------------------------------
 */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrCheckInRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_goals_finish (LDR_JOURNAL (source), result, &error))
    show_problem (self, error->message);
}

static void
undo_cb (AdwToast *toast, LdrCheckInRow *self)
{
  /* What was being written belongs to what is taken back. */
  ldr_check_in_draft_let_go (self->draft);
  ldr_goals_undo_async (self->journal, g_object_get_data (G_OBJECT (toast), "change"), undone_cb, g_object_ref (self));
}

static void
saved_cb (LdrCheckInRow *self, LdrCheckInChange *change)
{
  const LdrGoalVersion *version = ldr_goal_find_version (self->news->goal, change->check_in->version);
  g_autofree char *title = version == NULL ? g_strdup (_ ("Noted"))
                                           : ldr_check_in_describe_noted (version->measure, change->check_in->value);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "change", ldr_check_in_change_ref (change),
                          (GDestroyNotify) ldr_check_in_change_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  show_toast (self, toast);
}

static void
bring_back_cb (AdwToast *toast, LdrCheckInRow *self)
{
  LdrCheckIn *check_in = g_object_get_data (G_OBJECT (toast), "check-in");

  self->chosen_day = check_in->day == ldr_day_today () ? 0 : check_in->day;
  ldr_check_in_draft_put (self->draft, check_in);
  refresh (self, TRUE);
}

static void
discard_cb (LdrCheckInRow *self)
{
  g_autoptr (LdrCheckIn) gone = NULL;
  AdwToast *toast;

  if (get_current (self) == NULL)
    return;
  gone = ldr_check_in_ref (get_current (self));
  gtk_widget_child_focus (self->input, GTK_DIR_TAB_FORWARD);
  ldr_check_in_draft_let_go (self->draft);
  ldr_goals_delete_check_in_async (self->journal, gone, undone_cb, g_object_ref (self));
  refresh (self, TRUE);
  toast = adw_toast_new (_ ("Check-in removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "check-in", g_steal_pointer (&gone), (GDestroyNotify) ldr_check_in_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_DEFAULT);
  show_toast (self, toast);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static void
refused_cb (LdrCheckInRow *self, const char *reason)
{
  show_problem (self, reason);
  reload (self);
}

/* Nothing is said while all goes well. */
static void
draft_changed_cb (LdrCheckInRow *self)
{
  const GError *error = ldr_check_in_draft_get_error (self->draft);

  if (error != NULL || self->not_saved)
    show_problem (self, error != NULL ? error->message : NULL);
  self->not_saved = error != NULL;
}

static void
put (LdrCheckInRow *self, double value)
{
  g_autoptr (LdrCheckIn) check_in = get_current (self) != NULL
                                        ? ldr_check_in_copy (get_current (self))
                                        : ldr_check_in_new (self->news->goal, get_day (self), value);

  check_in->value = value;
  check_in->moment = ldr_moment_now ();
  ldr_check_in_draft_put (self->draft, check_in);
  refresh (self, TRUE);
  g_signal_emit (self, checked_in_signal, 0);
}

static gboolean
is_day_right (LdrCheckInRow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean right = ldr_check_in_check_day (self->news->goal, get_day (self), ldr_day_today (), &error);

  show_problem (self, right ? NULL : error->message);
  return right;
}

static void
chosen_cb (LdrCheckInRow *self, double value)
{
  if (is_day_right (self))
    put (self, value);
  else
    refresh (self, FALSE);
}

static void
skip_cb (LdrCheckInRow *self)
{
  if (!is_day_right (self))
    return;
  gtk_widget_child_focus (self->input, GTK_DIR_TAB_FORWARD);
  put (self, NAN);
}

static void
note_changed_cb (LdrCheckInRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (LdrCheckIn) check_in = NULL;

  if (self->quiet || get_current (self) == NULL)
    return;
  text = dup_note (self);
  check_in = ldr_check_in_copy (get_current (self));
  ldr_check_in_set_note (check_in, text);
  ldr_check_in_draft_write (self->draft, check_in);
}

static void
day_changed_cb (LdrCheckInRow *self)
{
  ldr_check_in_row_set_day (self, ldr_day_button_get_day (LDR_DAY_BUTTON (self->day_button)));
  is_day_right (self);
}

static void
open_goal_cb (LdrCheckInRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "place.open-goal", "s", self->news->goal->id);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_check_in_row_map (GtkWidget *widget)
{
  LdrCheckInRow *self = LDR_CHECK_IN_ROW (widget);

  GTK_WIDGET_CLASS (ldr_check_in_row_parent_class)->map (widget);
  /* Today may be another day than when it was last seen. */
  if (self->chosen_day == 0 && ldr_check_in_draft_is_safe (self->draft))
    {
      take_current (self);
      refresh (self, TRUE);
    }
}

static void
ldr_check_in_row_unmap (GtkWidget *widget)
{
  LdrCheckInRow *self = LDR_CHECK_IN_ROW (widget);

  GTK_WIDGET_CLASS (ldr_check_in_row_parent_class)->unmap (widget);
  ldr_check_in_draft_leave (self->draft);
}

static gboolean
ldr_check_in_row_grab_focus (GtkWidget *widget)
{
  LdrCheckInRow *self = LDR_CHECK_IN_ROW (widget);

  return self->input != NULL && gtk_widget_child_focus (self->input, GTK_DIR_TAB_FORWARD);
}

static void
ldr_check_in_row_dispose (GObject *object)
{
  LdrCheckInRow *self = LDR_CHECK_IN_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->toast);
  self->quiet = TRUE;
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_CHECK_IN_ROW);
  self->input = NULL;

  G_OBJECT_CLASS (ldr_check_in_row_parent_class)->dispose (object);
}

static void
ldr_check_in_row_finalize (GObject *object)
{
  LdrCheckInRow *self = LDR_CHECK_IN_ROW (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->news, ldr_goal_news_unref);

  G_OBJECT_CLASS (ldr_check_in_row_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, goal_button);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, goal_label);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, heading);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, day_bin);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, input_bin);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, problem);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, status);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, question);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, note);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, skip);
  gtk_widget_class_bind_template_child (widget_class, LdrCheckInRow, discard);
}

static void
ldr_check_in_row_class_init (LdrCheckInRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_check_in_row_dispose;
  object_class->finalize = ldr_check_in_row_finalize;
  widget_class->map = ldr_check_in_row_map;
  widget_class->unmap = ldr_check_in_row_unmap;
  widget_class->grab_focus = ldr_check_in_row_grab_focus;
  checked_in_signal
      = g_signal_new ("checked-in", LDR_TYPE_CHECK_IN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/goals/ldr-check-in-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, open_goal_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
ldr_check_in_row_init (LdrCheckInRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->day_button = ldr_day_button_new (_ ("Day of the check-in"), NULL);
  g_signal_connect_object (self->day_button, "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->day_bin, self->day_button);
}

/**
 * ldr_check_in_row_new:
 * @journal: an open journal
 * @goal: one of its goals
 *
 * Returns: (transfer floating): a row about today
 */
GtkWidget *
ldr_check_in_row_new (LdrJournal *journal, LdrGoal *goal)
{
  LdrCheckInRow *self = g_object_new (LDR_TYPE_CHECK_IN_ROW, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->journal = g_object_ref (journal);
  self->news = ldr_goal_news_new (goal, none);
  self->draft = ldr_check_in_draft_new (journal);
  g_signal_connect_object (self->draft, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ldr_goal_get_statement (goal),
                                  -1);
  g_signal_connect_object (journal, "goals-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  refresh (self, TRUE);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_check_in_row_get_goal:
 * @self: a row
 *
 * Returns: (transfer none): its goal as the journal has it
 */
LdrGoal *
ldr_check_in_row_get_goal (LdrCheckInRow *self)
{
  g_return_val_if_fail (LDR_IS_CHECK_IN_ROW (self), NULL);

  return self->news->goal;
}

/**
 * ldr_check_in_row_set_show_goal:
 * @self: a row
 * @show: whether it says which goal it is about, for places that are not about it
 *
 * Shows the goal's statement, which leads to it by the action `place.open-goal`.
 */
void
ldr_check_in_row_set_show_goal (LdrCheckInRow *self, gboolean show)
{
  g_return_if_fail (LDR_IS_CHECK_IN_ROW (self));

  gtk_widget_set_visible (self->goal_button, show);
}

/**
 * ldr_check_in_row_set_day:
 * @self: a row
 * @day: a civil day
 *
 * Turns to another day, with what was noted on it.
 */
void
ldr_check_in_row_set_day (LdrCheckInRow *self, int day)
{
  g_return_if_fail (LDR_IS_CHECK_IN_ROW (self));

  self->chosen_day = day == ldr_day_today () ? 0 : day;
  take_current (self);
  refresh (self, TRUE);
}

/**
 * ldr_check_in_row_flush_async:
 * @self: a row
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once what is on it is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet.
 */
void
ldr_check_in_row_flush_async (LdrCheckInRow *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (LDR_IS_CHECK_IN_ROW (self));

  g_task_set_source_tag (task, ldr_check_in_row_flush_async);
  ldr_check_in_draft_flush (self->draft, task);
}

/**
 * ldr_check_in_row_flush_finish:
 * @self: a row
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %TRUE if all of it is safe; %FALSE with @error set if some is only on the screen
 */
gboolean
ldr_check_in_row_flush_finish (LdrCheckInRow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_check_in_row_abandon:
 * @self: a row
 *
 * Gives up what could not be saved.
 */
void
ldr_check_in_row_abandon (LdrCheckInRow *self)
{
  g_return_if_fail (LDR_IS_CHECK_IN_ROW (self));

  ldr_check_in_draft_abandon (self->draft);
}
